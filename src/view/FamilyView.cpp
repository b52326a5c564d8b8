// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/FamilyView.h"

#include "care/Schedule.h"
#include "view/MinuteTimer.h"

#include <algorithm>

namespace handrail {

namespace {

constexpr int daysBack = 14;
constexpr int busyDays = 14;

} // namespace

FamilyView::FamilyView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    connect(&account, &Account::stateChanged, this, &FamilyView::refresh);
    connect(&account, &Account::left, this, &FamilyView::forget);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::changed, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &FamilyView::refresh);
    connect(&minute, &MinuteTimer::turned, this, &FamilyView::refresh);
}

QString FamilyView::hereFor() const
{
    return m_patientName.isEmpty() ? QString() : tr("Here for %1").arg(m_patientName);
}

QStringList FamilyView::sees() const
{
    QStringList lines;
    if (!m_isShared)
        return lines;
    lines << tr("Times and links of family sessions for you");
    if (!m_busy.isEmpty())
        lines << (m_patientName.isEmpty() ? tr("Busy times, not what they are for")
                                          : tr("When %1 is busy, not with what").arg(m_patientName));
    if (!m_presence.isEmpty())
        lines << (m_patientName.isEmpty() ? tr("Whether they came to sessions") : tr("If %1 came to sessions").arg(m_patientName));
    return lines;
}

QStringList FamilyView::stays() const
{
    return {tr("Check-ins and messages"),
            m_hasTimesAlone ? tr("What other sessions are about, and health records") : tr("Other sessions and health records")};
}

QString FamilyView::staysTitle() const
{
    return m_patientName.isEmpty() ? tr("What stays private") : tr("What stays with %1").arg(m_patientName);
}

QString FamilyView::emptyTitle() const
{
    if (m_account.state() == Account::State::NeedsSignIn && !m_isShared) // the clinic has not said that nothing is
        return tr("What is shared shows after you sign in");
    if (!m_isShared)
        return tr("Nothing is shared right now");
    return m_hasDeclined ? tr("No other family session is planned") : tr("No family session is planned");
}

QString FamilyView::emptyText() const
{
    return tr("When there is a family session for you, it shows here.");
}

QString FamilyView::momentText() const
{
    if (!m_session.isValid)
        return {};
    switch (m_moment) {
    case FamilyMoment::Upcoming: return m_session.isVideo ? tr("Join opens 10 minutes before. Find a quiet spot.") : QString();
    case FamilyMoment::Open:
        return m_session.isVideo ? tr("You can join now. It starts %1.", "at 5:30 pm").arg(m_startText)
                                 : tr("It starts %1.", "at 5:30 pm").arg(m_startText);
    case FamilyMoment::Begun: return tr("It has started. You can come in.");
    case FamilyMoment::Late:
        return m_session.isVideo ? tr("It has started. You can still join.") : tr("It has started. You can still come in.");
    case FamilyMoment::TooLate: return tr("It is late to come in now. Please call the clinic.");
    case FamilyMoment::Over: break;
    }
    return {};
}

QString FamilyView::busyTitle() const
{
    return m_patientName.isEmpty() ? tr("Busy times until %1", "a day").arg(m_busyUntil)
                                   : tr("When %1 is busy, until %2", "a name, and a day").arg(m_patientName, m_busyUntil);
}

QString FamilyView::presenceTitle() const
{
    return m_patientName.isEmpty() ? tr("Was at the session") : tr("%1 was there").arg(m_patientName);
}

void FamilyView::forget()
{
    m_lastId.clear();
    m_lastEnd = {};
    refresh();
}

void FamilyView::readSessions(const Records &records, const TimeText &text, const QDateTime &now)
{
    const QDate today = now.toTimeZone(m_clock.localZone()).date();
    const QList<Session> sessions = records.sessions(today.addDays(-1), today.addDays(daysKnown)).value_or(QList<Session>());
    const auto when = [&](const Session &session) { return sessionItem(session, {}, m_clock, text, Role::Relative).whenText; };
    if (!m_lastId.isEmpty() && m_lastEnd <= now)
        m_lastId.clear();
    const bool isGone = !m_lastId.isEmpty() && !records.session(m_lastId).value_or(std::nullopt);
    if (const std::optional<Session> cancelled = nextCancelled(sessions, now)) {
        m_newsTitle = tr("Cancelled: %1").arg(when(*cancelled));
        m_newsText = tr("There is nothing you need to do.");
    } else if (isGone && m_isShared) { // else nothing at all is, and that is said without a reason
        m_newsTitle = tr("A session is not open for you any more");
        m_newsText = tr("You can call the clinic with questions.");
    }
    m_hasDeclined = std::any_of(sessions.cbegin(), sessions.cend(), [&](const Session &session) {
        return session.isDeclinedByMe && !session.isCancelled() && !isOver(session, now);
    });
    const std::optional<Session> next = nextSession(sessions, now);
    if (!next)
        return;
    m_session = sessionItem(*next, records.address(next->locationId), m_clock, text, Role::Relative);
    m_moment = familyMoment(*next, now);
    m_startText = text.at(next->start.toTimeZone(zoneOf(*next, m_clock.localZone())).time());
    if (!isGone) {
        m_lastId = next->id;
        m_lastEnd = endOf(*next);
    }
    // Of one leader also what they do, as it stands within a sentence.
    QString leaders = m_session.leaders;
    if (next->leaders.size() == 1 && !next->leaders.first().role.isEmpty())
        leaders = tr("%1, %2", "a name and what that person does: Dana Ruiz, counselor")
                      .arg(leaders, m_preferences.locale().toLower(next->leaders.first().role));
    if (!m_patientName.isEmpty() && !leaders.isEmpty())
        m_withText = tr("With %1 and %2").arg(m_patientName, leaders);
    else if (!leaders.isEmpty())
        m_withText = tr("With %1").arg(leaders);
}

/// Times alone, and yes or no: what they are the times of is not known here.
void FamilyView::readTimes(const Records &records, const TimeText &text, const QDateTime &now)
{
    const QTimeZone zone = m_clock.localZone();
    const QDate today = now.toTimeZone(zone).date();
    // Days after the last that is known of are not free ones: it is said how far they go.
    const QDate shared = records.busySharedUntil();
    const QDate until = today.addDays(busyDays);
    m_busyUntil = text.shortDay(shared.isValid() && shared < until ? shared : until);
    const QList<BusyTime> times = records.busyTimes(today.addDays(-daysBack), until);
    for (const BusyTime &time : times) {
        const QDateTime start = time.start.toTimeZone(zone);
        const QString day = text.relativeDay(start.date(), today);
        m_hasTimesAlone |= time.isTimeAlone;
        const bool isToCome = (time.end.isValid() ? time.end : time.start) > now;
        if (time.presence == BusyTime::Presence::Untold && time.isTimeAlone && isToCome)
            m_busy << (time.end.isValid() ? tr("%1, %2").arg(day, text.wholeRange(start.time(), time.end.toTimeZone(zone).time()))
                                          : tr("%1, %2").arg(day, text.time(start.time())));
    }
    const QMap<QDate, bool> presence = presenceByDay(times, zone);
    for (auto day = presence.cbegin(); day != presence.cend(); ++day)
        m_presence.prepend(day.value() ? tr("%1: yes", "a day").arg(text.longDay(day.key()))
                                       : tr("%1: no", "a day").arg(text.longDay(day.key())));
}

void FamilyView::refresh()
{
    const Records *records = m_account.records();
    const Identity *identity = m_account.identity();
    m_session = {};
    m_moment = FamilyMoment::Upcoming;
    m_isShared = false;
    m_hasTimesAlone = false;
    m_hasDeclined = false;
    m_withText.clear();
    m_greeting.clear();
    m_patientName.clear();
    m_newsTitle.clear();
    m_newsText.clear();
    m_busy.clear();
    m_presence.clear();
    if (records && identity->role == Role::Relative) {
        const TimeText text(m_preferences.locale(), m_preferences.textScale());
        const QDateTime now = m_clock.nowUtc();
        const QString given = records->name().given;
        m_greeting = given.isEmpty() ? tr("Hi") : tr("Hi, %1").arg(given);
        m_patientName = records->patientName().given;
        m_dateText = text.longDay(now.toTimeZone(m_clock.localZone()).date());
        m_isShared = records->isAnythingShared();
        readSessions(*records, text, now);
        readTimes(*records, text, now);
    }
    Q_EMIT changed();
}

} // namespace handrail
