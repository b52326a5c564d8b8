// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/Outgoing.h"
#include "core/Clock.h"
#include "view/TimeText.h"

#include <QString>

namespace handrail {

/// Something that the clinic's server did not take, as a plain text for the clinic's people: who, what, when, and all that it says. What
/// has no words of its own here is written out as it was to be sent, so that nothing is missing.
[[nodiscard]] QString outgoingCopy(const Outgoing &thing, const Records &records, const Clock &clock, const TimeText &text);

} // namespace handrail
