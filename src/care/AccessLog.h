// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/AccessEvent.h"
#include "sync/Records.h"

#include <QTimeZone>

namespace handrail {

/// The same person, in the same hour, with the same kind of record: one line.
struct AccessLine {
    AccessEvent event; ///< the newest of them
    int count = 1;
};

/// What a person reads of the log, the newest first: without their own visits and without what was refused, for then nobody saw anything. Each event
/// counts once, however often a page brought it.
[[nodiscard]] QList<AccessLine> accessLines(const QList<AccessEvent> &events, const QTimeZone &zone);

/// The same, with what was looked at in one hour together.
[[nodiscard]] QList<QList<AccessLine>> byHour(const QList<AccessLine> &lines, const QTimeZone &zone);

/// The log as it was last seen, of everybody or of one person.
struct SeenLog {
    QDateTime at; ///< UTC; when the clinic gave it; invalid: never
    QList<AccessEvent> events;
    bool isThere = true; ///< false: the clinic keeps no such log, or shows it to nobody

    bool operator==(const SeenLog &) const = default;
};

/// So many events of it are kept.
inline constexpr qsizetype mostSeenEvents = 300;

/// `who`: of this one alone ("RelatedPerson/x"); empty: of everybody.
[[nodiscard]] SeenLog seenLog(Records &records, const QString &who = {});
/// Sealed like all else. Problems: those of the store.
Result<void> keepSeenLog(Records &records, const SeenLog &log, const QString &who = {});

} // namespace handrail
