// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <optional>

namespace handrail::clinic {

struct InboxItem;

// What staff did with what a patient wrote: extensions of it with `time` (dateTime) and `who`, at most one of each.

[[nodiscard]] QString seenMark(); ///< HR/StructureDefinition/request-seen
[[nodiscard]] QString doneMark(); ///< HR/StructureDefinition/request-done
/// In place of an older mark of this url. `when`: milliseconds since 1970 UTC; `who` may be empty.
void putMark(QJsonObject &record, const QString &url, qint64 when, const QString &who);
/// Into seen, where nothing else said so, done and doneBy.
void readMarks(InboxItem &item, const QJsonObject &record);

/// Milliseconds since 1970 UTC of a dateTime, its earliest; and the other way round.
[[nodiscard]] std::optional<qint64> timeOf(const QJsonValue &value);
[[nodiscard]] QString instant(qint64 milliseconds);

} // namespace handrail::clinic
