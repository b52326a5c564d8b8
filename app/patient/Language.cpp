// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Language.h"

#include <QCoreApplication>

namespace handrail {

Language::Language(const Preferences &preferences)
    : m_preferences(preferences)
{
    connect(&preferences, &Preferences::languageChanged, this, &Language::install);
    install();
}

void Language::install()
{
    QCoreApplication::removeTranslator(&m_translator);
    if (m_translator.load(QStringLiteral(":/i18n/handrail_%1.qm").arg(m_preferences.language())))
        QCoreApplication::installTranslator(&m_translator);
    Q_EMIT changed(m_preferences.language());
}

} // namespace handrail
