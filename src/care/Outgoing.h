// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"
#include "core/Session.h"
#include "sync/Records.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <optional>

namespace handrail {

/// One thing that the person did, on its way to the clinic, as far as a person needs to know it.
struct Outgoing {
    /// What it is. Change: other answers in the place of some that were sent; Mark: that a form of a task is done; Lesson: that a lesson is;
    /// Decline, Late, Coming: what was said of coming to a session; Sheet: a worksheet for the clinic; Message: to the care team; Dose:
    /// whether a medicine was taken; Unshare: that sharing with somebody ends. Earlier is all that a store which was put aside may hold: nobody can look inside.
    enum class Kind {
        CheckIn,
        Form,
        Change,
        Mark,
        Lesson,
        Decline,
        Late,
        Coming,
        Sheet,
        Message,
        Dose,
        Unshare,
        Other,
        Damaged,
        Earlier
    };
    /// Where it is. Refused and Damaged will not go by themselves. Behind: it belongs to one that is Refused, and waits for that. Unsure: it left, and
    /// no answer came; the clinic is asked before it is sent again.
    enum class State { Refused, Damaged, Behind, NeedsSignIn, Sending, Saved, Unsure, Locked, Sent };

    qint64 number = 0; ///< stays the same as long as it is here; negative for Earlier
    QString identifier;
    Kind kind = Kind::Other;
    State state = State::Saved;
    QDateTime answered;           ///< with the offset of the place where it was; invalid when it is no form
    bool isAhead = false;         ///< a safety answer that went before the rest of its form
    OutboxEntry said = {};        ///< what it says; empty for Earlier
    QDateTime savedAt;            ///< UTC; invalid when unknown
    QDateTime sentAt;             ///< UTC; when the server's word came; invalid while it has not
    QDateTime retryAt;            ///< UTC; the next try of its own; invalid when it is due
    QString problem;              ///< code of the last failure, as in OutboxItem
    QList<qint64> goesAlong = {}; ///< numbers of what waits for it, and is removed with it
    QString answers = {};         ///< of a refused form or change: those that can be changed and sent again; empty for the rest

    /// It will not go unless the person does something.
    [[nodiscard]] bool needsPerson() const
    {
        return state == State::Refused || state == State::Damaged || state == State::NeedsSignIn;
    }
};

/// What is known of the way to the clinic besides the things themselves.
struct Way {
    std::optional<qint64> inFlight; ///< the number of the one whose request is on its way now
    bool isSignInNeeded = false;    ///< the clinic ended the sign-in
    bool isOffline = false;         ///< the last try met no network
};

/// Everything that waits, what needs the person first and then in the order in which it goes; after it what was sent in the last days,
/// the newest first. Problems are those of the store.
[[nodiscard]] Result<QList<Outgoing>> outgoing(const Records &records, const Way &way);

} // namespace handrail
