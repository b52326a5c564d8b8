// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace handrail::lint {

/// Words of a text as people read them, one entry for each paragraph, item or line. Numbers are words.
[[nodiscard]] QStringList wordsIn(const QStringList &lines);
/// What ends with . ? ! : or … or with its line.
[[nodiscard]] QStringList sentencesIn(const QStringList &lines);

/// Near enough for short words. Medicine names count as 2 (design clinical 5).
[[nodiscard]] int syllablesIn(const QString &word, const QString &locale);

/// How hard the lines are to read, taken together.
struct Ease {
    qsizetype words = 0;
    double figure = 0;   ///< English: Flesch-Kincaid grade; Spanish: Flesch-Szigriszt, which falls as texts get harder
    QStringList longest; ///< sentences of more than `longestSentence` words
    QStringList heavy;   ///< words of 4 syllables or more, each once, that are no names of medicines
};

inline constexpr int longestSentence = 15;
inline constexpr double hardestGrade = 6.0;
/// "Bastante fácil" begins there.
inline constexpr double hardestSpanish = 65.0;

[[nodiscard]] Ease easeOf(const QStringList &lines, const QString &locale);

/// Each thing in the line that no text may say, with the reason: words that shame, doses, promises, numbers to call that are not ours to
/// give, owned names, straight quotes.
[[nodiscard]] QStringList forbiddenIn(const QString &line, const QString &locale);

/// A pattern of forbiddenIn with a line that breaks it and one that does not.
struct WordingRule {
    const char *locale; ///< "" for all
    const char *pattern;
    const char *why;
    const char *breaks;
    const char *keeps;
};
[[nodiscard]] const QList<WordingRule> &wordingRules();

} // namespace handrail::lint
