// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/http/Http.h"
#include "clinic/smart/Smart.h"
#include "clinic/smart/SmartWords.h"

namespace handrail::clinic {

/// The frame of the clinic's own web pages: name, style, the help line, and the headers that keep scripts, frames and caches out.
/// Plain HTML without scripts. Design: visual/19-sign-in, DESIGN2 "Clinic web page".
class SmartPage
{
public:
    /// The sign that stands before a line.
    enum class Sign { Yes, No };

    explicit SmartPage(const SmartOptions &options);

    /// `title` and `body` are in the language of `words`; `body` is HTML that the caller escaped. `redirectSource` is what
    /// form-action allows besides 'self' (SmartClient::formActionSource).
    [[nodiscard]] Reply reply(const SmartWords &words, int status, const QString &title, const QString &body,
                              const QByteArray &redirectSource = {}) const;
    /// A page with one heading and a sentence, both in English as SmartWords knows them: for what cannot go on.
    [[nodiscard]] Reply notice(const SmartWords &words, int status, const QString &heading, const QString &sentence) const;

    /// `<li>` with a tick or a cross, and the words.
    [[nodiscard]] static QString line(Sign sign, const QString &words);
    /// A labelled input with what is wrong with it beneath. `label` and `attributes` are HTML; `value` and `error` are not yet.
    [[nodiscard]] static QString field(const QString &name, const QString &label, const QString &attributes, const QString &value,
                                       const QString &error, bool isFocused);
    /// A closed "I can't sign in" with the clinic's number when there is one.
    [[nodiscard]] QString troubleSection(const SmartWords &words) const;

private:
    SmartOptions m_options;
    QByteArray m_styleHash;
};

} // namespace handrail::clinic
