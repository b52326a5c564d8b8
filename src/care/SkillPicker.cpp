// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SkillPicker.h"

#include "content/ContentLibrary.h"

namespace handrail {

QList<SkillText> skillsFor(const Outcome &outcome, QStringView language)
{
    const ContentLibrary library(language.toString());
    QList<SkillText> picked;
    for (const QString &id : outcome.skills()) {
        if (const auto skill = library.skill(id))
            picked << *skill;
    }
    return picked;
}

} // namespace handrail
