// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Program.h"
#include "sync/Records.h"

#include <QDate>
#include <QList>
#include <QTimeZone>
#include <optional>

namespace handrail {

/// The step from one phase of the program to the next, as the clinic planned it.
struct NextStep {
    Phase from;
    Phase to;
    QDate day;             ///< the next phase begins; invalid while the clinic has not said
    QList<Session> before; ///< of the seven days before `day`, as far as they are planned
    QList<Session> after;  ///< of the seven days from `day` on, the same
    QList<Session> same;   ///< those of `after` that were before at the same time of the same weekday
};

/// nullopt when the plan has no phase that comes next, or more than one for now: from which it is would be a guess. Cancelled sessions and
/// those that the person declined are left out. Problems: those of the store.
[[nodiscard]] Result<std::optional<NextStep>> nextStep(const Records &records, const Program &program, const QTimeZone &deviceZone);

/// The sessions of one kind in a week.
struct KindOfWeek {
    SessionKind kind = SessionKind::Other;
    QList<Session> sessions; ///< by time
};
/// What a week holds, by kind in the order of their first day; cancelled ones are left out. `sessions` in order of time.
[[nodiscard]] QList<KindOfWeek> kindsOfWeek(const QList<Session> &sessions, const QDate &monday, const QTimeZone &deviceZone);

} // namespace handrail
