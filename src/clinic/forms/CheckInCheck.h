// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"

#include <QStringList>

namespace handrail::clinic {

/// The questions of a daily check-in (linkIds) whose answers the rules of the app and of the alerts read in another way than the form means
/// them, or not at all, since their options or their limits are others than design clinical 3.2 counts with: "linkId (what it should be)".
/// Of what was used, each option that sounds like no answer and counts as one. For a warning. Those that the form does not ask are not named, and of other forms there are none.
[[nodiscard]] QStringList checkInItemsReadOtherwise(const Form &form);

} // namespace handrail::clinic
