// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Schedule.h"

#include "sync/Records.h"

#include <QRegularExpression>
#include <QUuid>

namespace handrail {

namespace {

constexpr int assumedSeconds = 60 * 60;

/// TEXT of RFC 5545 3.3.11, which has no place for control characters.
QByteArray escaped(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (c == u'\n')
            result += QLatin1String("\\n");
        else if (c.category() != QChar::Other_Control)
            result += c == u'\\' || c == u';' || c == u',' ? QString(u'\\' + c) : QString(c);
    }
    return result.toUtf8();
}

/// A content line, folded before its 76th octet without cutting a UTF-8 character (RFC 5545 3.1).
void addLine(QByteArray &out, const QByteArray &line)
{
    qsizetype width = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool isContinuation = (static_cast<unsigned char>(line.at(i)) & 0xc0) == 0x80;
        qsizetype length = 1;
        while (!isContinuation && i + length < line.size() && (static_cast<unsigned char>(line.at(i + length)) & 0xc0) == 0x80)
            ++length;
        if (!isContinuation && width + length > 75) {
            out += "\r\n ";
            width = 1;
        }
        out += line.at(i);
        ++width;
    }
    out += "\r\n";
}

QByteArray instant(const QDateTime &utc)
{
    return utc.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
}

/// Without the words that lead somewhere: a link that a server wrote into a text.
QString withoutLinks(QString text)
{
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control && c != u'\n'; }); // nor one that they would hide
    static const QRegularExpression hostAndPath(QStringLiteral("[a-z0-9-]\\.[a-z][a-z0-9-]+(:[0-9]+)?[/?#][^ ]"),
                                                QRegularExpression::CaseInsensitiveOption);
    const auto leads = [](const QString &word) {
        return word.contains(QLatin1String("://")) || word.contains(QLatin1String("www."), Qt::CaseInsensitive)
            || word.contains(hostAndPath);
    };
    if (!leads(text))
        return text;
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        words.removeIf(leads);
        line = words.join(u' ');
    }
    return lines.join(u'\n').trimmed();
}

} // namespace

QDateTime endOf(const Session &session)
{
    return session.end.isValid() && session.end > session.start ? session.end : session.start.addSecs(assumedSeconds);
}

bool isInSession(const Session &session, const QDateTime &now)
{
    return session.start.isValid() && !session.isCancelled() && session.start <= now && now < endOf(session);
}

bool isOver(const Session &session, const QDateTime &now)
{
    return session.start.isValid() && endOf(session) <= now;
}

std::optional<Session> nextSession(const QList<Session> &sessions, const QDateTime &now)
{
    std::optional<Session> unconfirmed;
    for (const Session &session : sessions) {
        if (!session.start.isValid() || session.isCancelled() || session.isDeclinedByMe || isOver(session, now))
            continue;
        if (!session.isUnconfirmed())
            return session;
        if (!unconfirmed)
            unconfirmed = session;
    }
    return unconfirmed;
}

std::optional<Session> nextSession(const Records &records, const QList<Session> &nearOnes, const QDate &until, const QDateTime &now)
{
    if (std::optional<Session> next = nextSession(nearOnes, now))
        return next;
    return nextSession(records.sessions(until, until.addDays(daysKnown)).value_or(QList<Session>()), now);
}

QTimeZone zoneOf(const Session &session, const QTimeZone &deviceZone)
{
    return session.zone.isValid() ? session.zone : deviceZone;
}

QDate dayOf(const Session &session, const QTimeZone &deviceZone)
{
    return session.start.isValid() ? session.start.toTimeZone(zoneOf(session, deviceZone)).date() : QDate();
}

QDate weekStart(const QDate &day)
{
    return day.addDays(1 - day.dayOfWeek());
}

QList<Session> countedSessions(const QList<Session> &weekSessions)
{
    QList<Session> groups;
    QList<Session> all;
    for (const Session &session : weekSessions) {
        if (session.isCancelled() || session.isUnconfirmed())
            continue;
        all << session;
        if (session.kind == SessionKind::Group)
            groups << session;
    }
    return groups.isEmpty() ? all : groups;
}

QByteArray iCalendar(const QList<CalendarEntry> &entries, const QDateTime &now, const QString &discreetTitle)
{
    QByteArray out;
    addLine(out, "BEGIN:VCALENDAR");
    addLine(out, "VERSION:2.0");
    addLine(out, "PRODID:-//Handrail//Handrail " HANDRAIL_VERSION "//EN");
    addLine(out, "METHOD:PUBLISH");
    for (const auto &[session, address] : entries) {
        if (!session.start.isValid())
            continue;
        addLine(out, "BEGIN:VEVENT");
        // An opaque name: the server's own id may say more than a calendar should know.
        addLine(out,
                "UID:" + QUuid::createUuidV5(QUuid(), session.patientId + u'/' + session.id).toByteArray(QUuid::WithoutBraces));
        addLine(out, "DTSTAMP:" + instant(now));
        addLine(out, "DTSTART:" + instant(session.start));
        addLine(out, "DTEND:" + instant(endOf(session)));
        addLine(out, "SUMMARY:" + escaped(discreetTitle.isEmpty() ? withoutLinks(session.title) : discreetTitle));
        if (const QString place = withoutLinks(session.place); discreetTitle.isEmpty() && !place.isEmpty())
            addLine(out, "LOCATION:" + escaped(address.isEmpty() ? place : place + QStringLiteral(", ") + withoutLinks(address)));
        const bool isTentative = session.isUnconfirmed() || session.isDeclinedByMe;
        addLine(out, session.isCancelled() ? "STATUS:CANCELLED" : isTentative ? "STATUS:TENTATIVE" : "STATUS:CONFIRMED");
        if (session.isDeclinedByMe && !session.isCancelled())
            addLine(out, "TRANSP:TRANSPARENT");
        addLine(out, "END:VEVENT");
    }
    addLine(out, "END:VCALENDAR");
    return out;
}

QByteArray iCalendar(const Session &session, const QString &address, const QDateTime &now, const QString &discreetTitle)
{
    return iCalendar(QList<CalendarEntry>{{session, address}}, now, discreetTitle);
}

} // namespace handrail
