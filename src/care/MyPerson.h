// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "store/Store.h"

#include <QString>
#include <optional>

namespace handrail {

/// The one person somebody wants to call on a hard day. Theirs alone: sealed in the store, never sent, out of sight while it is locked.
struct MyPerson {
    QString name;
    QString phone; ///< ^\+?[0-9]{2,15}$

    bool operator==(const MyPerson &) const = default;
};

/// The number as a phone dials it, from the way people write it; empty when that is none.
[[nodiscard]] QString dialledNumber(const QString &written);

/// nullopt when nobody was chosen, or what is there cannot be read.
[[nodiscard]] std::optional<MyPerson> myPerson(const Store &store);
/// Durable when it returns. Problems: BadData for a name that is empty or longer than 60 characters or a number that cannot be dialled; those of
/// the store. What was there before then stays.
Result<void> setMyPerson(Store &store, const MyPerson &person);
Result<void> removeMyPerson(Store &store);

} // namespace handrail
