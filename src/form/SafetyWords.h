// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>

namespace handrail {

// Words of hurting oneself, of dying or of not wanting to live, in English or Spanish. Guesses: what a form says of its questions itself comes first
// (form/Safety).

/// They speak of it.
[[nodiscard]] bool soundsOfDanger(const QString &text);
/// They speak of it and say no to all of it: "I have no thoughts of suicide". In doubt they do not.
[[nodiscard]] bool deniesDanger(const QString &text);
/// As an answer to choose they say that it is so. Neither a no, nor of what is done against it: a safety plan, prevention.
[[nodiscard]] bool admitsDanger(const QString &text);
/// As a heading they ask about it, or are of nothing else: "Have you had thoughts of suicide?", "Thoughts of suicide". No notice of where help
/// is, no safety plan, and no mere mention of it among other things. A text that goes on to comfort after its question is a notice, too, unless
/// it says how to answer; what holds the questions and asks is none, whatever it goes on to say.
[[nodiscard]] bool asksOfDanger(const QString &heading, bool holdsQuestions);
/// How long ago something was, and not how often: 0 days are as good as today.
[[nodiscard]] bool asksSinceWhen(const QString &text);

} // namespace handrail
