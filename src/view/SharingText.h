// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "core/Sharing.h"

namespace handrail {

/// Whom it is with; never empty.
[[nodiscard]] QString sharingName(const Sharing &sharing);
/// Its state, with the one name that all pages have for it.
[[nodiscard]] QString sharingState(const Sharing &sharing);
/// What is shared, in parts.
[[nodiscard]] QStringList sharedParts(const Sharing &sharing);

/// Nothing is sent now: there is no network, or the sign-in is over.
[[nodiscard]] bool isOutOfReach(const Account &account);

/// How far the patient's own word to stop has come. `called`: the first name. Empty for None.
[[nodiscard]] QString stopText(Sharing::Stop stop, bool isOutOfReach, const QString &called);

/// It is not in force at the clinic yet, and a call would be faster.
[[nodiscard]] bool isStopByCall(Sharing::Stop stop, bool isOutOfReach);

} // namespace handrail
