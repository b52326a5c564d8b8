// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Session.h"
#include "sync/Records.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <optional>

namespace handrail {

/// How a session was for the person.
enum class HowItWas { VeryHard, Hard, Okay, Good, VeryGood };
inline constexpr int howItWasSteps = 5;

/// A video session that this device opened for the person, and what became of the one question after it (design clinical 7.3).
struct JoinedSession {
    QString id;       ///< of the Appointment
    QDateTime joined; ///< UTC; the last time
    bool isAsked = false;
    std::optional<HowItWas> was;

    bool operator==(const JoinedSession &) const = default;
};

// The person's own: sealed in the store, never sent. A patient's stays over a sign-out; a relative's goes with the session. Problems are those of
// the store. What fails its seal is begun anew.

/// In the order in which they were first joined.
[[nodiscard]] Result<QList<JoinedSession>> joinedSessions(Records &records);
/// The link of this session was opened. Durable when it returns, as all of these.
Result<void> noteJoined(Records &records, const QString &id, const QDateTime &utc);
/// The question was before the person's eyes: never again for this session. Nothing when it was not joined.
Result<void> noteAsked(Records &records, const QString &id);
/// Nothing to keep takes away what was said. It counts as asked.
Result<void> setHowItWas(Records &records, const QString &id, const std::optional<HowItWas> &was);
/// For a relative: what was said of a session that is not shared any more goes. Nothing for a patient.
Result<void> forgetUnshared(Records &records);

/// When the question is put: to who leaves the pages of Join, or to who comes back.
enum class AskedWhen { Leaving, Later };
/// Pure; `now` is UTC. Who leaves is asked from 10 minutes after the start and after going in on, for before that one leaves the page and not the
/// session; who comes back, when it is over. Neither is asked a day later, twice, for a session that was cancelled, or for one in which they were not.
[[nodiscard]] bool isHowItWasDue(const JoinedSession &joined, const Session &session, const QDateTime &now, AskedWhen when);

} // namespace handrail
