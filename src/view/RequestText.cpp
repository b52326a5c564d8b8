// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/RequestText.h"

#include "care/Schedule.h"

#include <QCoreApplication>

namespace handrail {

namespace {

constexpr qint64 callAfterSeconds = 60;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RequestText)
};

using Way = RequestLine::Way;

QString wayText(Way way, const QDateTime &sentAt, const TimeText &text, const Clock &clock)
{
    switch (way) {
    case Way::Saved: return Words::tr("Saved here. Not sent yet.");
    case Way::Sending: return Words::tr("Sending now.");
    case Way::Sent:
        return sentAt.isValid()
            ? Words::tr("Request sent %1.").arg(text.moment(sentAt.toTimeZone(clock.localZone()), clock.today()))
            : Words::tr("Request sent.");
    case Way::Seen: return Words::tr("Your clinic has seen it.");
    case Way::Refused: return Words::tr("Your clinic could not take it. Please call.");
    case Way::Moved: break;
    }
    return {};
}

QString titleOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Ride: return Words::tr("You asked for a ride");
    case MessageKind::Swap: return Words::tr("You asked for another time");
    case MessageKind::Letter: return Words::tr("You asked for a letter");
    case MessageKind::Attendance: return Words::tr("You said this is not right");
    default: return Words::tr("You wrote to your clinic");
    }
}

Way wayOf(const Message &message)
{
    switch (message.state) {
    case OutboxState::Done: return message.seenAt.isValid() ? Way::Seen : Way::Sent;
    case OutboxState::Rejected: return Way::Refused;
    case OutboxState::Sending: return Way::Sending;
    default: return Way::Saved;
    }
}

/// A request that names no time, of a session that moved: its record was changed later, and nothing tells whether that was the move.
bool mayBeOfEarlierTime(const Message &message, const Session &session)
{
    return !message.aboutStart.isValid() && session.isMoved() && message.sent.isValid() && session.changedAt.isValid()
        && session.changedAt > message.sent;
}

} // namespace

QDateTime RequestLine::callFrom() const
{
    const bool isUnsent = way == Way::Saved || way == Way::Sending;
    return isUnsent && saidAt.isValid() ? saidAt.addSecs(callAfterSeconds) : QDateTime();
}

bool RequestLine::isCallBetter(const QDateTime &now) const
{
    return way == Way::Refused || (callFrom().isValid() && callFrom() <= now);
}

QString RequestLine::iconName() const
{
    switch (way) {
    case Way::Saved:
    case Way::Sending: return QStringLiteral("clock");
    case Way::Sent: return QStringLiteral("check");
    case Way::Seen: return QStringLiteral("check-circle-outline");
    case Way::Moved: return QStringLiteral("swap-horizontal");
    case Way::Refused: break;
    }
    return QStringLiteral("alert-circle-outline");
}

QVariantMap RequestLine::toMap(const QDateTime &now) const
{
    return {{QStringLiteral("title"), title},
            {QStringLiteral("text"), text},
            {QStringLiteral("iconName"), iconName()},
            {QStringLiteral("canCall"), isCallBetter(now)}};
}

std::optional<RequestLine> comingLine(const Session &session, std::optional<qint64> inFlight, const TimeText &text,
                                      const Clock &clock)
{
    const bool isOfEarlier = !session.said && session.saidBefore && !session.isCancelled() && !isOver(session, clock.nowUtc());
    if (!session.said && !isOfEarlier)
        return std::nullopt;
    const ComingSaid &said = isOfEarlier ? *session.saidBefore : *session.said;
    RequestLine line;
    switch (said.coming) {
    case Coming::Declined: line.title = Words::tr("You told us you can’t come"); break;
    case Coming::Late: line.title = Words::tr("You told us you’ll be late"); break;
    case Coming::Accepted: line.title = Words::tr("You told us you plan to come"); break;
    case Coming::Unsaid: return std::nullopt;
    }
    if (isOfEarlier) { // however far it came: it is no word about the new time
        const QDateTime was = said.start.toTimeZone(zoneOf(session, clock.localZone()));
        line.way = Way::Moved;
        line.text = Words::tr("That was for %1, %2. This session has moved. Can you come at the new time?")
                        .arg(text.longDay(was.date()), text.time(was.time()));
        return line;
    }
    switch (said.way) {
    case ComingSaid::Way::Saved: line.way = said.number > 0 && inFlight == said.number ? Way::Sending : Way::Saved; break;
    case ComingSaid::Way::Sent: line.way = Way::Sent; break;
    case ComingSaid::Way::Seen: line.way = Way::Seen; break;
    case ComingSaid::Way::Refused: line.way = Way::Refused; break;
    }
    line.text = wayText(line.way, said.sentAt, text, clock);
    line.saidAt = said.saidAt;
    return line;
}

RequestLine requestLine(const Message &message, const TimeText &text, const Clock &clock)
{
    RequestLine line{titleOf(message.kind), {}, wayOf(message), message.sent};
    line.text = wayText(line.way, message.sentAt.isValid() ? message.sentAt : message.sent, text, clock);
    return line;
}

RequestLine requestLine(const Message &message, const Session &session, const TimeText &text, const Clock &clock)
{
    RequestLine line = requestLine(message, text, clock);
    if (session.isCancelled() || isOver(session, clock.nowUtc()))
        return line;
    if (isOfEarlierTime(message, session)) {
        const QDateTime was = message.aboutStart.toTimeZone(zoneOf(session, clock.localZone()));
        const QString moved = Words::tr("That was for %1, %2. This session has moved. If you still need it, ask again.")
                                  .arg(text.longDay(was.date()), text.time(was.time()));
        // What the clinic does not have stays a reason to call.
        if (line.way == Way::Saved || line.way == Way::Sending || line.way == Way::Refused) {
            line.text += u' ' + moved;
        } else {
            line.way = Way::Moved;
            line.text = moved;
        }
    } else if (line.way != Way::Refused && mayBeOfEarlierTime(message, session)) {
        line.text += u' '
            + (message.kind == MessageKind::Ride ? Words::tr("This session was moved. Check that your ride is for the new time.")
                                                 : Words::tr("This session was moved."));
    }
    return line;
}

bool isOfEarlierTime(const Message &message, const Session &session)
{
    return message.aboutStart.isValid() && session.start.isValid()
        && message.aboutStart.toSecsSinceEpoch() != session.start.toSecsSinceEpoch(); // some servers keep whole seconds
}

const Message *newestRequest(const QList<Message> &messages, MessageKind kind, const QString &about)
{
    for (const Message &message : messages) { // the newest first
        if (message.isMine && message.kind == kind && (about.isEmpty() || message.about == about))
            return &message;
    }
    return nullptr;
}

bool canSayAgain(const Message *said, const Session &session)
{
    return !said || said->state == OutboxState::Rejected || said->seenAt.isValid() || isOfEarlierTime(*said, session)
        || (said->state == OutboxState::Done && said->sent.isValid() && session.changedAt > said->sent);
}

} // namespace handrail
