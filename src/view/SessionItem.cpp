// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SessionItem.h"

#include "care/Attendance.h"
#include "care/JoinWindow.h"
#include "care/Schedule.h"

#include <QCoreApplication>
#include <cstdlib>

namespace handrail {

namespace {

/// From here on somebody may be on the way and late.
constexpr qint64 lateSeconds = 3 * 3600;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SessionItem)
};

QString kindName(SessionKind kind)
{
    switch (kind) {
    case SessionKind::Group: return Words::tr("Group session");
    case SessionKind::Individual: return Words::tr("One-on-one");
    case SessionKind::Family: return Words::tr("Family session");
    case SessionKind::Education: return Words::tr("Class");
    case SessionKind::Medication: return Words::tr("Medication visit");
    case SessionKind::MindBody: return Words::tr("Mind and body");
    case SessionKind::Intake: return Words::tr("First visit");
    case SessionKind::Other: break;
    }
    return Words::tr("Session");
}

QString iconName(SessionKind kind)
{
    switch (kind) {
    case SessionKind::Group: return QStringLiteral("account-multiple");
    case SessionKind::Individual: return QStringLiteral("account");
    case SessionKind::Family: return QStringLiteral("home");
    case SessionKind::Education: return QStringLiteral("school");
    case SessionKind::Medication: return QStringLiteral("pill");
    case SessionKind::MindBody: return QStringLiteral("leaf");
    case SessionKind::Intake: return QStringLiteral("clipboard-check");
    case SessionKind::Other: break;
    }
    return QStringLiteral("calendar");
}

Sessions::State stateOf(const Session &session, const QDateTime &now)
{
    if (session.isCancelled())
        return Sessions::Cancelled;
    if (session.isDeclinedByMe && !isOver(session, now))
        return Sessions::Declined;
    if (session.status == SessionStatus::Attended || (isOver(session, now) && presenceOf(session) == Presence::Attended))
        return Sessions::Attended;
    if (isOver(session, now))
        return Sessions::Past;
    // What nobody has confirmed is not held for all we know.
    return isInSession(session, now) && !session.isUnconfirmed() ? Sessions::InSession : Sessions::Upcoming;
}

QString joined(const QStringList &names)
{
    if (names.size() < 2)
        return names.join(QString());
    //: The last two of a list of people: "Dana Ruiz and Sam Ortiz"
    return Words::tr("%1 and %2").arg(names.mid(0, names.size() - 1).join(QStringLiteral(", ")), names.last());
}

/// Only the first begins with a capital: "Your counselor and a peer guide".
QString joinedRoles(const QList<Leader> &leaders)
{
    QStringList roles;
    for (const Leader &leader : leaders) {
        if (!leader.role.isEmpty())
            roles << (roles.isEmpty() ? leader.role : leader.role.at(0).toLower() + leader.role.mid(1));
    }
    return joined(roles);
}

} // namespace

QString zoneName(const QTimeZone &zone, const QTimeZone &deviceZone, const QDateTime &at)
{
    if (!at.isValid() || zone.offsetFromUtc(at) == deviceZone.offsetFromUtc(at))
        return {};
    return QString::fromUtf8(zone.id()).section(u'/', -1).replace(u'_', u' ');
}

SessionItem sessionItem(const Session &session, const QString &address, const Clock &clock, const TimeText &text, Role role)
{
    const QDateTime now = clock.nowUtc();
    const QTimeZone zone = zoneOf(session, clock.localZone());
    const QDateTime start = session.start.toTimeZone(zone);
    const QDate today = now.toTimeZone(zone).date();
    const bool isTimed = session.start.isValid();

    SessionItem item;
    item.isValid = true;
    item.id = session.id;
    item.kind = int(session.kind);
    item.state = stateOf(session, now);
    item.join = int(joinState(session, role, now));
    item.kindName = kindName(session.kind);
    item.iconName = iconName(session.kind);
    item.title = session.title.isEmpty() ? item.kindName : session.title;
    item.topic = session.topic;
    item.place = session.place;
    item.address = address;
    item.isVideo = session.isVideo;
    item.isMoved = session.isMoved() && !session.isCancelled();
    item.canJoin = isJoinOpen(joinState(session, role, now));
    item.canGetReady = item.canJoin || (item.join == Sessions::OpensLater && readyFrom(session, role) <= now);
    item.hasDirections = !session.isCancelled() && !(address.isEmpty() && session.place.isEmpty());
    item.canDecline = (item.state == Sessions::Upcoming || item.state == Sessions::InSession) && isTimed;
    item.isUnconfirmed = item.state == Sessions::Upcoming && session.isUnconfirmed();
    item.canBeLate = item.canDecline && !item.isUnconfirmed && session.start.addSecs(-lateSeconds) <= now;
    item.isAsked = session.isAsked && !session.said && item.state == Sessions::Upcoming && isTimed;
    if (role == Role::Patient) // what the clinic asks the patient to bring is between those two
        item.whatToBring = session.whatToBring;

    QStringList names;
    for (const Leader &leader : session.leaders)
        names << leader.name;
    item.leaders = joined(names);
    item.leaderRoles = joinedRoles(session.leaders);
    if (!session.isVideo)
        item.placeLine = session.place;
    else if (!session.place.isEmpty())
        //: where a session is held: "Room 2, Harbor Street Clinic, or by video"
        item.placeLine = Words::tr("%1, or by video").arg(session.place);
    else
        item.placeLine = names.isEmpty() ? Words::tr("Video") : Words::tr("Video · %1").arg(item.leaders);

    if (item.state == Sessions::Cancelled) {
        item.chip = Words::tr("Cancelled");
        item.chipIcon = QStringLiteral("close");
    } else if (item.state == Sessions::Declined) {
        const bool isUnsent = session.said && session.said->way == ComingSaid::Way::Saved;
        item.chip = isUnsent ? Words::tr("Not sent yet") : Words::tr("Can’t come");
        item.chipIcon = isUnsent ? QStringLiteral("clock") : QStringLiteral("check");
    } else if (item.state == Sessions::Attended) {
        item.chip = Words::tr("You were there");
        item.chipIcon = QStringLiteral("check");
    } else if (item.isUnconfirmed) {
        item.chip = Words::tr("Not confirmed yet");
        item.chipIcon = QStringLiteral("clock");
    } else if (item.isMoved && !item.canJoin) {
        item.chip = Words::tr("Moved");
        item.chipIcon = QStringLiteral("swap-horizontal");
    }
    item.rowNote = item.state == Sessions::Cancelled ? Words::tr("Nothing you need to do") : item.placeLine;

    if (!isTimed) {
        item.timeText = Words::tr("Time not known");
        item.whenText = item.timeText;
        item.spoken = Words::tr("%1, time not known. Call your clinic to ask.").arg(item.title);
        return item;
    }
    item.isToday = start.date() == today;
    const bool hasEnd = session.end.isValid() && session.end > session.start;
    const QTime end = endOf(session).toTimeZone(zone).time();
    item.timeText = hasEnd ? text.range(start.time(), end) : text.time(start.time());
    if (hasEnd && text.isLarge())
        item.endsText = Words::tr("Ends %1").arg(text.at(end));
    const QString day = text.relativeDay(start.date(), today);
    item.whenText = Words::tr("%1, %2").arg(day, item.timeText);
    if (const QString name = zoneName(zone, clock.localZone(), session.start); !name.isEmpty())
        item.whenText = Words::tr("%1, %2 time").arg(item.whenText, name);
    if (item.isMoved) {
        const QDateTime before = session.previousStart.toTimeZone(zone);
        QString was = before.date() == start.date() ? text.time(before.time()) : text.relativeDay(before.date(), today);
        if (std::abs(today.daysTo(before.date())) <= 1) // "today" stands within the sentence; a weekday is a name in some languages
            was = was.at(0).toLower() + was.mid(1);
        item.wasText = Words::tr("Was %1").arg(was);
    }
    if (item.isMoved)
        item.rowNote =
            Words::tr("%1 · %2").arg(item.wasText, item.isVideo && item.place.isEmpty() ? Words::tr("Video") : item.placeLine);
    if (item.state == Sessions::Declined) { // nothing is asked of somebody who can't come
        item.join = int(Sessions::NoVideo);
        item.canJoin = false;
        item.canGetReady = false;
    }
    if (item.join == Sessions::OpensLater)
        item.joinText = Words::tr("Join opens %1").arg(text.dayAt(joinOpensAt(session, role).toTimeZone(zone), today));
    else if (item.canJoin)
        item.joinText = Words::tr("Join");

    QString spokenWhen;
    if (item.isUnconfirmed) {
        item.countdown = item.chip;
        spokenWhen = Words::tr("not confirmed yet");
    } else if (item.state == Sessions::Upcoming || item.state == Sessions::Declined) {
        const qint64 seconds = now.secsTo(session.start);
        const int days = int(today.daysTo(start.date()));
        item.countdown = Words::tr("in %1").arg(text.span(seconds, days));
        if (item.state == Sessions::Upcoming)
            item.startsText = Words::tr("Starts in %1").arg(text.span(seconds, days));
        spokenWhen = Words::tr("in %1").arg(text.spokenSpan(seconds, days));
    } else if (item.state == Sessions::InSession) {
        item.countdown = Words::tr("now");
        item.startsText = Words::tr("In session now");
        spokenWhen = item.startsText;
    } else if (item.state == Sessions::Attended) {
        item.startsText = Words::tr("You were there");
    }
    QStringList spoken{item.title,
                       Words::tr("%1, %2").arg(day, hasEnd ? text.spokenRange(start.time(), end) : text.time(start.time()))};
    if (item.state == Sessions::Cancelled)
        spoken << Words::tr("cancelled");
    if (item.isMoved)
        spoken << Words::tr("moved") << item.wasText;
    if (!spokenWhen.isEmpty())
        spoken << spokenWhen;
    if (!item.placeLine.isEmpty())
        spoken << item.placeLine;
    item.spoken = spoken.join(QStringLiteral(", "));
    return item;
}

} // namespace handrail
