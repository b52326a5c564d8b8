// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Identity.h"
#include "core/Problem.h"
#include "sync/Operation.h"
#include "sync/Records.h"
#include "sync/SyncEngine.h"

#include <QCoroTask>
#include <QDateTime>
#include <QUrl>
#include <functional>
#include <optional>

namespace handrail {

/// What came of asking to go into a session.
struct JoinAnswer {
    enum class Kind {
        Open,     ///< with its link
        TooEarly, ///< with opensAt
        TooLate,  ///< 20 minutes and more: the clinic is to be called
        Over,
        Cancelled,
        NotBooked,
        NoLink,
        NotForYou, ///< not there, or not open to this person any more
        Failed,    ///< with the problem; nothing is known
        Left       ///< the person is locked out, signed out, or signs in anew: nothing is to be said or done
    };
    Kind kind = Kind::Failed;
    QUrl link;         ///< to be opened at once and kept nowhere
    QDateTime opensAt; ///< UTC
    Problem problem;
    bool isMade = false; ///< this clinic makes links
};

/// What joinSession() works with, all of who is signed in.
struct JoinRooms {
    Operation *operation = nullptr;
    SyncEngine *sync = nullptr; ///< goes when the operation goes
    std::function<Records *()> records;
    std::function<QDateTime()> now; ///< UTC
    Role role = Role::Patient;
    bool isMade = false; ///< it was heard before that this clinic makes links
};

/// Asks the clinic for the way into this session, at the tap: `$join` where /metadata names it (design clinical 7.3), else the address in the
/// Appointment, which is read anew first. Without an answer to that a patient gets the address that is known; a relative nothing, for the consent may have ended.
/// Never logs a link.
QCoro::Task<JoinAnswer> joinSession(JoinRooms rooms, QString id);

} // namespace handrail
