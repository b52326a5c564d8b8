// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "core/Sharing.h"

namespace handrail {

/// Of its page: a permission may name several people, each with one.
[[nodiscard]] QString sharingId(const Sharing &sharing);
/// Whom it is with; never empty.
[[nodiscard]] QString sharingName(const Sharing &sharing);
/// Its state, with the one name that all pages have for it.
[[nodiscard]] QString sharingState(const Sharing &sharing);
/// What is shared, in parts.
[[nodiscard]] QStringList sharedParts(const Sharing &sharing);

/// Nothing is sent now: there is no network, or the sign-in is over.
[[nodiscard]] bool isOutOfReach(const Account &account);

/// Other permissions in force by which the same person sees something. Records of one name are taken for one person: that somebody sees nothing
/// is said only when it is sure.
[[nodiscard]] QList<Sharing> stillHolding(const QList<Sharing> &all, const Sharing &sharing);
/// By one of these somebody sees something now; an invitation that nobody used shows nobody anything.
[[nodiscard]] bool isSeeing(const QList<Sharing> &still);
/// What is said of one that is over while others hold. `called`: the first name.
[[nodiscard]] QString stillText(const QString &called, const QList<Sharing> &still);

/// What the question says before the patient stops it. `alsoFor`: the others in the same permission.
[[nodiscard]] QString stopQuestion(const QString &called, const QList<Sharing> &still, const QStringList &alsoFor);
/// How far the patient's own word to stop has come. `still`: stillHolding(). Empty for None.
[[nodiscard]] QString stopText(Sharing::Stop stop, bool isOutOfReach, const QString &called, const QList<Sharing> &still);

/// It is not in force at the clinic yet, and a call would be faster.
[[nodiscard]] bool isStopByCall(Sharing::Stop stop, bool isOutOfReach);

} // namespace handrail
