// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Session.h"
#include "store/Store.h"

#include <QHash>

namespace handrail {

/// How somebody gets to one place, as they typed it: no map and no position is asked. Theirs alone: sealed in the store, never sent.
struct Travel {
    enum class Way { Car, Ride, Bus, Walk, Online };
    static constexpr int mostMinutes = 240;

    Way way = Way::Car;
    int minutes = 0;        ///< 0: not said
    bool isReminded = true; ///< of the time to leave

    bool operator==(const Travel &) const = default;
};

/// By the place: the Location's id, else its name. Empty for a session without a place.
[[nodiscard]] QString placeOf(const Session &session);
using Travels = QHash<QString, Travel>;
/// Empty when nothing was said, or what is there cannot be read.
[[nodiscard]] Travels travels(const Store &store);
/// Durable when it returns. At most 50 places are kept; then the one that was told longest ago goes. BadData for minutes
/// outside of 0 to 240 or no place; else those of the store.
Result<void> setTravel(Store &store, const QString &place, const Travel &travel);

/// When to leave for it, UTC; invalid when it is cancelled, declined or not confirmed, has no time or place, or nobody said how long the way is.
[[nodiscard]] QDateTime leaveBy(const Session &session, const Travels &travels);

} // namespace handrail
