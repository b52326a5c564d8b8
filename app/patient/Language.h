// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "view/Preferences.h"

#include <QObject>
#include <QTranslator>

namespace handrail {

/// Keeps the translation of the chosen language installed. Made before the views, so that they find the new words when they put
/// theirs anew.
class Language final : public QObject
{
    Q_OBJECT
public:
    explicit Language(const Preferences &preferences);

Q_SIGNALS:
    /// Before anyone else hears of the new language.
    void changed(const QString &language);

private:
    void install();

    const Preferences &m_preferences;
    QTranslator m_translator;
};

} // namespace handrail
