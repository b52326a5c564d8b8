// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/Records.h"
#include "clinic/smart/Accounts.h"

#include <QStringList>

namespace handrail::clinic {

// The card "How I can help" (HR/CodeSystem/message-kind|how-to-help) is agreed with a person, and one person may be several relatives: each
// invitation makes one. Both run in the caller's transaction, and change nothing of a card but to whom it is.

/// What names one of `same` (RelatedPerson/x of the same patient, all by one sign-in) is to `identity` too, in the first place: it is who they are now.
[[nodiscard]] Result<void> addressCards(Records &records, const Identity &identity, const QStringList &same);

/// A record that was written: if it is such a card, it is to each relative of that patient who its recipient is by one sign-in, also where staff name
/// one whom that sign-in has no more. Of a recipient whom the version before had, too, nothing follows: what staff take out stays out.
[[nodiscard]] Result<void> addressCard(Records &records, const Record &written);

} // namespace handrail::clinic
