// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "store/Store.h"

#include <QDate>
#include <QUrl>
#include <optional>

namespace handrail {

/// The first download of a device asks for the sessions of so many days before it, and no older ones.
inline constexpr int sessionDaysBack = 90;

/// How far back the sessions on this device go, and how far the older ones have come, which are fetched after the first download.
struct OlderSessions {
    QDate held; ///< from this day on all are here
    QDate from; ///< what is asked for; invalid: nothing yet
    QUrl place; ///< of the page at which to go on; empty: the first
};

/// Nothing before the first download, or when it cannot be read.
[[nodiscard]] std::optional<OlderSessions> olderSessions(const Store &store);
/// From this day on all sessions are here. Before anything is kept, those of the first download that ends `today`.
[[nodiscard]] QDate sessionsHeld(const Store &store, const QDate &today);
Result<void> setOlderSessions(Store &store, const OlderSessions &older);

/// The first day of the patient's first time in care at this clinic (EpisodeOfCare), as far as the records in the store say; invalid: unknown.
[[nodiscard]] QDate firstDayOfCare(const Store &store);

} // namespace handrail
