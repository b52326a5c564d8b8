// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "core/Clock.h"
#include "core/Session.h"
#include "view/TimeText.h"

#include <QList>
#include <QVariantMap>
#include <optional>

namespace handrail {

/// What the patient told the clinic or asked of it, in words: what it is, and how far it came. Pure.
struct RequestLine {
    /// Moved: it was said of a time at which the session is not any more.
    enum class Way { Saved, Sending, Sent, Seen, Refused, Moved };

    QString title; ///< "You told us you can’t come"
    QString text;  ///< "Request sent at 3:20 pm.", on another day "Request sent on Nov 18."
    Way way = Way::Saved;
    QDateTime saidAt; ///< UTC; invalid when unknown

    /// After a minute unsent, and when the clinic could not take it, a call is quicker (design product 5).
    [[nodiscard]] bool isCallBetter(const QDateTime &now) const;
    /// When that begins; invalid when it does not.
    [[nodiscard]] QDateTime callFrom() const;
    [[nodiscard]] QString iconName() const;
    /// {title, text, iconName, canCall, isUnsent}, as RequestCard.qml takes it.
    [[nodiscard]] QVariantMap toMap(const QDateTime &now) const;
};

/// nullopt when nothing was said. `inFlight`: the number of what is on its way now.
[[nodiscard]] std::optional<RequestLine> comingLine(const Session &session, std::optional<qint64> inFlight, const TimeText &text,
                                                    const Clock &clock);
/// Of anything that was asked or told in a message of its own kind: a ride, a letter, a refill, a word on the plan.
[[nodiscard]] RequestLine requestLine(const Message &message, const TimeText &text, const Clock &clock);
/// The same of what was asked for a session; of another time than it has now, it is no word about this one. Where that cannot be known, or the clinic
/// does not have it, it says that the session moved, and how far the request came all the same.
[[nodiscard]] RequestLine requestLine(const Message &message, const Session &session, const TimeText &text, const Clock &clock);
/// Whether it was asked for a time, which it names, at which the session is not any more.
[[nodiscard]] bool isOfEarlierTime(const Message &message, const Session &session);
/// The newest of the patient's own of this kind and about this ("Appointment/x"; empty: about anything). nullptr: there is none.
[[nodiscard]] const Message *newestRequest(const QList<Message> &messages, MessageKind kind, const QString &about);
/// Whether the same may be said of this session again: nothing waits to be looked at. `said` is the newest such request, or nullptr; it is over
/// when the clinic could not take it or saw it, when the session has changed since, or when it was for another time.
[[nodiscard]] bool canSayAgain(const Message *said, const Session &session);

} // namespace handrail
