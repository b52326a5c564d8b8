// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/SkillPicker.h"
#include "content/Skills.h"

#include <QString>
#include <QVariantMap>

namespace handrail {

/// What skills have in common, in words.
[[nodiscard]] QString needText(Need need);               ///< "Craving now"
[[nodiscard]] QString needIcon(Need need);               ///< as Icons names it
[[nodiscard]] QString pickReasonText(PickReason reason); ///< "You said that you feel lonely"

/// A row of a list: {id, title, note, iconName, need, minutesText}. `need` is the first, for the colour of its tile.
[[nodiscard]] QVariantMap skillRow(const Skill &skill);

} // namespace handrail
