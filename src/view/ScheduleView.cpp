// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/ScheduleView.h"

#include "care/Schedule.h"
#include "view/ConsentText.h"
#include "view/MinuteTimer.h"

#include <array>

namespace handrail {

namespace {

constexpr int maximumDots = 3;
constexpr int nearDays = 60; ///< read first for the next one

} // namespace

ScheduleView::ScheduleView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
                           QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    connect(&account, &Account::stateChanged, this, [this] {
        m_selected = {};
        refresh();
    });
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::changed, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &ScheduleView::refresh);
    connect(&minute, &MinuteTimer::turned, this, &ScheduleView::refresh);
}

QDate ScheduleView::today() const
{
    return m_clock.today();
}

bool ScheduleView::isThisWeek() const
{
    return weekStart(m_selected) == weekStart(today());
}

void ScheduleView::select(const QDate &day)
{
    m_selected = day;
    refresh();
}

void ScheduleView::selectDay(int index)
{
    if (index >= 0 && index < 7)
        select(weekStart(m_selected).addDays(index));
}

void ScheduleView::showNextWeek()
{
    select(weekStart(m_selected).addDays(7));
}

void ScheduleView::showPreviousWeek()
{
    select(weekStart(m_selected).addDays(-7));
}

void ScheduleView::showToday()
{
    select(today());
}

void ScheduleView::showNextSession()
{
    if (m_later.isValid())
        select(m_later);
}

void ScheduleView::refresh()
{
    const Records *records = m_account.records();
    const TimeText text(m_preferences.locale(), m_preferences.textScale());
    const QDate now = today();
    // At midnight the page turns with the day, unless the person looks at another one.
    if (!m_selected.isValid() || m_selected == m_shownToday)
        m_selected = now;
    m_shownToday = now;
    const QDate monday = weekStart(m_selected);
    m_weekText = text.week(monday);
    m_zoneNote.clear();
    m_later = {};

    QList<AgendaModel::Day> days;
    std::array<int, 7> counts{};
    bool hasAny = false;
    if (records) {
        for (const Session &session : records->sessions(monday.addDays(-1), monday.addDays(7)).value_or(QList<Session>())) {
            const QDate day = dayOf(session, m_clock.localZone());
            const qint64 index = monday.daysTo(day);
            if (index < 0 || index > 6)
                continue;
            hasAny = true;
            ++counts[std::size_t(index)];
            if (day >= m_selected)
                addSession(days, day, text.dayHeading(day, now),
                           sessionItem(session, records->address(session.locationId), m_clock, text, m_account.identity()->role));
            const QTimeZone zone = zoneOf(session, m_clock.localZone());
            if (const QString name = zoneName(zone, m_clock.localZone(), session.start); !name.isEmpty())
                m_zoneNote = tr("Times are in %1 time.").arg(name);
        }
        if (days.isEmpty()) {
            const QDate until = m_selected.addDays(nearDays);
            const QList<Session> later = records->sessions(m_selected.addDays(1), until).value_or(QList<Session>());
            if (const std::optional<Session> next = nextSession(*records, later, until, m_clock.nowUtc())) {
                m_later = dayOf(*next, m_clock.localZone());
                const bool isThisYear = m_later.year() == m_clock.today().year();
                const QString day = isThisYear ? text.longDay(m_later) : fullDate(m_later, text);
                const QString at = text.at(next->start.toTimeZone(zoneOf(*next, m_clock.localZone())).time());
                m_emptyText = next->isUnconfirmed() ? tr("Your next one is %1, %2. It is not confirmed yet.").arg(day, at)
                                                    : tr("Your next one is %1, %2.").arg(day, at);
            }
        }
    }
    m_emptyTitle = hasAny ? tr("No more sessions this week") : tr("No sessions this week");
    if (!m_later.isValid())
        m_emptyText = tr("Your clinic has not planned the next one yet.");
    m_agenda.setDays(days);

    m_weekDays.clear();
    for (int i = 0; i < 7; ++i) {
        const QDate day = monday.addDays(i);
        const int count = counts.at(std::size_t(i));
        m_weekDays << QVariantMap{{QStringLiteral("weekday"), text.weekday(day)},
                                  {QStringLiteral("day"), QString::number(day.day())},
                                  {QStringLiteral("count"), qMin(count, maximumDots)},
                                  {QStringLiteral("isToday"), day == now},
                                  {QStringLiteral("spoken"),
                                   //: A day of the week strip, spoken: "Friday 20, 3 sessions"
                                   tr("%1, %2").arg(text.dayHeading(day, now), tr("%n session(s)", nullptr, count))}};
    }
    Q_EMIT changed();
}

} // namespace handrail
