// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SkillPicker.h"

#include <algorithm>

namespace handrail {

QList<Skill> skillsFor(const Outcome &outcome, QStringView language)
{
    const QList<Skill> known = skills(language);
    QList<Skill> picked;
    for (const QString &id : outcome.skills()) {
        const auto skill = std::find_if(known.cbegin(), known.cend(), [&](const Skill &each) { return each.id == id; });
        if (skill != known.cend())
            picked << *skill;
    }
    return picked;
}

} // namespace handrail
