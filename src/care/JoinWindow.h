// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Identity.h"
#include "core/Session.h"

namespace handrail {

/// Whether somebody can go into a video session now, by the clock of this device. The clinic has the last word.
enum class JoinState {
    None,       ///< no video, cancelled, or not confirmed
    OpensLater, ///< before its time
    Open,       ///< from that time on
    OpenLate,   ///< from 10 minutes after the start: late, and in time
    AskFirst,   ///< from 20 minutes after the start: the clinic is to be called, unless one was in before
    Over
};

// Design clinical 7.3. Pure; `now` is UTC. Instants alone are compared, so midnight and daylight saving change nothing.

/// 15 minutes before the start for a patient, 10 for a relative. Invalid without a start.
[[nodiscard]] QDateTime joinOpensAt(const Session &session, Role role);
/// From here on one can get ready: half an hour before it opens.
[[nodiscard]] QDateTime readyFrom(const Session &session, Role role);
[[nodiscard]] JoinState joinState(const Session &session, Role role, const QDateTime &now);
/// When somebody who waits should call: 10 minutes after the start.
[[nodiscard]] QDateTime callFrom(const Session &session);
/// From here on one asks the clinic before coming in: 20 minutes after the start.
[[nodiscard]] QDateTime askFirstFrom(const Session &session);
[[nodiscard]] bool isJoinOpen(JoinState state);

} // namespace handrail
