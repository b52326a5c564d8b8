// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace handrail {

/// A coping skill in its short form: words to read and follow (design clinical 4). Ready to be put on a page.
struct Skill {
    QString id;
    QString title;
    QString use;  ///< what it is for, "For urges"
    QString icon; ///< as Icons names it
    int minutes = 0;
    QStringList steps; ///< 3 to 6
    QString caution;   ///< said before the steps; may be empty

    bool operator==(const Skill &) const = default;
};

/// Reads a list of skills of format 1. BadData when it is no JSON object of that format, a text is missing, an id comes twice, or a skill has
/// fewer than 3 or more than 6 steps.
[[nodiscard]] Result<QList<Skill>> readSkills(const QByteArray &json);

/// The skills that come with the app, in this language (BCP 47) when it has them, else in English.
[[nodiscard]] QList<Skill> skills(QStringView language);

} // namespace handrail
