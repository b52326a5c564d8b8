// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "sync/Records.h"

#include <QList>
#include <QString>

namespace handrail {

/// Somebody a person wants to call or text on a hard day. Theirs alone: sealed in the store, never sent, out of memory while it is locked.
struct OwnPerson {
    QString id; ///< stays the same while the person is listed; never shown
    QString name;
    QString phone;   ///< ^\+?[0-9]{2,15}$
    QString role;    ///< "My sister"; may be empty
    QString message; ///< ready to be sent as a text; may be empty

    bool operator==(const OwnPerson &) const = default;
};

/// Design product 5: more than these nobody looks through in a hard hour.
inline constexpr qsizetype mostPeople = 5;
inline constexpr qsizetype longestPersonName = 60;
inline constexpr qsizetype longestPersonRole = 40;
inline constexpr qsizetype longestReadyMessage = 300;

/// The number as a phone dials it, from the way people write it; empty when that is none.
[[nodiscard]] QString dialledNumber(const QString &written);

/// In the order in which they are to be called; the first is "my person" wherever one is meant. The one person whom earlier versions kept is
/// read as the only one. Whoever cannot be called is left out. Problems: those of the store.
[[nodiscard]] Result<QList<OwnPerson>> myPeople(Records &records);
/// Those in a list as it is kept, who can be called.
[[nodiscard]] QList<OwnPerson> peopleIn(const QByteArray &kept);
/// The whole list anew. Durable when it returns. Problems: BadData for a name that is empty, a text that is too long or a number that cannot be
/// dialled, or more than mostPeople; those of the store. What was there before then stays.
Result<void> setMyPeople(Records &records, const QList<OwnPerson> &people);

} // namespace handrail
