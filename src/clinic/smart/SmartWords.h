// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QString>

namespace handrail::clinic {

/// The words of the clinic's own pages in the language of who reads them: English, or Spanish where it is asked for. A value, for any
/// thread.
class SmartWords
{
public:
    /// `language` is "en" or "es"; anything else is English.
    explicit SmartWords(const QString &language = {});
    /// What the app asks for (`ui_locales` of OpenID Connect Core 3.1.2.1: tags with spaces between, the best one first); else what the
    /// browser likes best (Accept-Language, RFC 9110 12.5.4); else English.
    [[nodiscard]] static SmartWords chosen(const QString &uiLocales, const QByteArray &acceptLanguage);

    /// For the page's lang attribute.
    [[nodiscard]] QString language() const;
    /// The English words in this language. Gaps (%1) stay. What has no translation stays English; a test finds it.
    [[nodiscard]] QString operator()(const QString &english) const;

private:
    bool m_isSpanish = false;
};

} // namespace handrail::clinic
