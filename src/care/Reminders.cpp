// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Reminders.h"

#include "care/JoinWindow.h"
#include "care/Schedule.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSet>
#include <algorithm>
#include <map>
#include <optional>

namespace handrail {

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 soonBefore = 2 * hour;
constexpr qint64 aheadBefore = 24 * hour;
constexpr qint64 visitGap = 2 * hour;
/// At least so long before a session its reminder comes; later, it is of no use.
constexpr qint64 soonAtLeast = hour / 2;
constexpr qint64 soonLateAtLeast = hour / 4; ///< when the device slept at its time
constexpr qint64 aheadAtLeast = 12 * hour;
/// What is not about a session is shown so long after its time, when the device slept, and then no more.
constexpr qint64 lateAtMost = hour;
constexpr int mostWeeks = 3; ///< without a check-in that is not asked daily: then it is quiet until the next

QString keyOf(const QString &name)
{
    return QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex().first(16));
}

/// Quiet hours in a zone.
struct Quiet {
    QTime from;
    QTime to;
    QTimeZone zone;

    [[nodiscard]] bool holds(const QTime &time) const
    {
        if (from == to)
            return false;
        return from < to ? from <= time && time < to : time >= from || time < to;
    }
    [[nodiscard]] bool holds(const QDateTime &moment) const { return holds(moment.toTimeZone(zone).time()); }
    /// The end of the quiet hours that hold at this moment.
    [[nodiscard]] QDateTime endAfter(const QDateTime &moment) const
    {
        const QDate day = moment.toTimeZone(zone).date();
        const QDateTime end = instantOf(day, to, zone);
        return end > moment ? end : instantOf(day.addDays(1), to, zone);
    }
    /// The hour before they began.
    [[nodiscard]] QDateTime hourBefore(const QDateTime &moment) const
    {
        const QDate day = moment.toTimeZone(zone).date();
        const QDateTime begin = instantOf(day, from, zone);
        return (begin <= moment ? begin : instantOf(day.addDays(-1), from, zone)).addSecs(-hour);
    }
    /// A time of the same day at which it is not quiet, as near as can be.
    [[nodiscard]] QTime awake(const QTime &time) const
    {
        if (!holds(time))
            return time;
        const bool isMorning = time < to;
        return isMorning ? to : from.addSecs(-int(hour / 2));
    }
};

/// Sessions that follow each other: one way to the clinic, or none for those by video.
struct Visit {
    QDateTime start;
    QDateTime end;
    QTimeZone zone;
    QDateTime leaveAt;   ///< invalid: nobody is to be told
    bool isThere = true; ///< at a place, and not on a screen alone
};

QList<Visit> visitsOf(const QList<Session> &sessions, const Travels &travels, const QTimeZone &deviceZone)
{
    QList<Visit> visits;
    for (const Session &session : sessions) {
        if (!session.start.isValid() || session.status != SessionStatus::Booked || session.isDeclinedByMe)
            continue;
        const QDateTime end = endOf(session);
        const bool isThere = !session.isVideo || !placeOf(session).isEmpty();
        const QDateTime leaveAt = travels.value(placeOf(session)).isReminded ? leaveBy(session, travels) : QDateTime();
        const auto last =
            std::find_if(visits.rbegin(), visits.rend(), [&](const Visit &visit) { return visit.isThere == isThere; });
        if (last == visits.rend() || session.start > last->end.addSecs(visitGap)) {
            visits << Visit{session.start, end, zoneOf(session, deviceZone), leaveAt, isThere};
            continue;
        }
        Visit &visit = *last;
        visit.end = std::max(visit.end, end);
        if (!visit.leaveAt.isValid() && leaveAt.isValid() && leaveAt < visit.start)
            visit.leaveAt = leaveAt;
    }
    return visits;
}

/// Gathers what wants to be shown, and chooses.
class Planner
{
public:
    Planner(const ReminderFacts &facts, const ReminderSettings &settings, const QList<ShownReminder> &shown, const QDateTime &now,
            const QTimeZone &zone)
        : m_facts(facts)
        , m_settings(settings)
        , m_now(now)
        , m_zone(zone)
        , m_today(dayOf(now))
        , m_quiet{settings.quietFrom, settings.quietTo, zone}
    {
        for (const ShownReminder &one : shown) {
            m_shownOn[dayOf(one.at)] += one.isNudge ? 1 : 0;
            for (const QString &key : one.keys)
                m_shownKeys << key;
        }
    }

    QList<Reminder> plan(int days)
    {
        addSessions();
        addJoins();
        for (int ahead = 0; ahead <= days; ++ahead)
            addDaily(m_today.addDays(ahead));
        QList<Reminder> chosen;
        for (auto &[day, wanted] : m_wanted) {
            if (day < m_today || day > m_today.addDays(days))
                continue;
            std::stable_sort(wanted.begin(), wanted.end(), [](const Reminder &a, const Reminder &b) {
                return a.kind != b.kind ? rankOf(a.kind) < rankOf(b.kind) : a.at < b.at;
            });
            int left = mostRemindersADay - m_shownOn.value(day);
            for (const Reminder &one : std::as_const(wanted)) {
                if (!one.isNudge() || left-- > 0)
                    chosen << one;
            }
        }
        std::stable_sort(chosen.begin(), chosen.end(), [](const Reminder &a, const Reminder &b) { return a.at < b.at; });
        return chosen;
    }

private:
    [[nodiscard]] QDate dayOf(const QDateTime &moment) const { return moment.toTimeZone(m_zone).date(); }
    [[nodiscard]] static int rankOf(Reminder::Kind kind)
    {
        switch (kind) {
        case Reminder::Kind::Join:
        case Reminder::Kind::Leave: return 0;
        case Reminder::Kind::SessionSoon: return 1;
        case Reminder::Kind::CheckIn:
        case Reminder::Kind::Weekly:
        case Reminder::Kind::Gentle: return 2;
        case Reminder::Kind::SessionAhead: return 3;
        case Reminder::Kind::Form: break;
        }
        return 4;
    }

    void want(Reminder reminder) { m_wanted[dayOf(reminder.at)] << std::move(reminder); }

    /// `ideal`, or the nearest better time, but no later than `latest`. After a sleep through it: now, but no later than `lateLatest`.
    [[nodiscard]] std::optional<QDateTime> timeFor(const QDateTime &ideal, const QDateTime &latest,
                                                   const QDateTime &lateLatest) const
    {
        QDateTime at = ideal;
        if (m_quiet.holds(at)) {
            const QDateTime end = m_quiet.endAfter(at);
            at = end <= latest ? end : m_quiet.hourBefore(at);
        }
        if (at >= m_now)
            return at;
        const QDateTime late = m_quiet.holds(m_now) ? m_quiet.endAfter(m_now) : m_now;
        return late <= lateLatest ? std::optional(late) : std::nullopt;
    }

    void addSessions()
    {
        for (const Visit &visit : visitsOf(m_facts.sessions, m_facts.travels, m_zone)) {
            const bool isLeaving = visit.leaveAt.isValid() && !m_quiet.holds(visit.leaveAt);
            if (visit.start <= m_now || (m_settings.perSession <= 0 && !isLeaving))
                continue;
            const QString when = visit.start.toString(Qt::ISODate);
            Reminder soon{Reminder::Kind::SessionSoon, {}, {keyOf(u"soon/" % when)}, visit.start, visit.zone};
            if (isLeaving)
                soon = {Reminder::Kind::Leave, {}, {keyOf(u"leave/" % when)}, visit.start, visit.zone};
            const auto soonAt = isLeaving ? timeFor(visit.leaveAt, visit.leaveAt, visit.start.addSecs(-60))
                                          : timeFor(visit.start.addSecs(-soonBefore), visit.start.addSecs(-soonAtLeast),
                                                    visit.start.addSecs(-soonLateAtLeast));
            if (soonAt && !isShown(soon)) {
                soon.at = *soonAt;
                want(soon);
            }
            if (m_settings.perSession < 2)
                continue;
            Reminder ahead{Reminder::Kind::SessionAhead, {}, {keyOf(u"ahead/" % when)}, visit.start, visit.zone};
            const QDateTime latest = visit.start.addSecs(-aheadAtLeast);
            const auto aheadAt = timeFor(visit.start.addSecs(-aheadBefore), latest, latest);
            const bool isOneEnough = soonAt && aheadAt && aheadAt->secsTo(*soonAt) < 2 * hour;
            if (aheadAt && !isOneEnough && !isShown(ahead)) {
                ahead.at = *aheadAt;
                want(ahead);
            }
        }
    }

    /// Of each session by video: two that follow each other have two rooms.
    void addJoins()
    {
        for (const Session &session : m_facts.sessions) {
            const QDateTime at = joinOpensAt(session, m_facts.role);
            if (!session.isVideo || !session.start.isValid() || session.status != SessionStatus::Booked || session.isDeclinedByMe
                || m_settings.perSession <= 0 || session.start <= m_now || m_quiet.holds(at))
                continue;
            Reminder join{Reminder::Kind::Join,
                          std::max(at, m_now),
                          {keyOf(u"join/" % session.start.toString(Qt::ISODate))},
                          session.start,
                          zoneOf(session, m_zone)};
            if (!isShown(join) && !m_quiet.holds(join.at))
                want(join);
        }
    }

    /// The check-in or the gentle word, and forms, all at the time that the person chose.
    void addDaily(const QDate &day)
    {
        const QDateTime ideal = instantOf(day, m_quiet.awake(m_settings.checkInAt), m_zone);
        const std::optional<QDateTime> at = timeFor(ideal, ideal, ideal.addSecs(lateAtMost));
        if (!at || dayOf(*at) != day)
            return;
        const QStringList forms = formKeys(day);
        if (std::optional<Reminder> daily = dailyOn(day)) {
            daily->at = *at;
            daily->keys += forms;
            want(*daily);
        } else if (!forms.isEmpty()) {
            want({Reminder::Kind::Form, *at, forms, {}, {}});
        }
        for (const QString &key : forms)
            m_plannedForms << key;
    }

    [[nodiscard]] std::optional<Reminder> dailyOn(const QDate &day)
    {
        if (!m_settings.hasCheckIn || !m_facts.isCheckInAsked)
            return std::nullopt;
        const QDate last = m_facts.lastCheckIn.isValid() ? m_facts.lastCheckIn : m_facts.since.addDays(-1);
        const qint64 without = last.isValid() ? last.daysTo(day) : 1;
        if (without <= 0)
            return std::nullopt;
        if (const int every = m_facts.checkInEvery; every > 1) {
            // Whoever does not open Handrail on the day hears of it on the next on which they do.
            const qint64 turn = without / every;
            const QString name = u"weekly/" % last.toString(Qt::ISODate) % u'/' % QString::number(turn);
            const Reminder weekly{Reminder::Kind::Weekly, {}, {keyOf(name)}, {}, {}};
            if (turn < 1 || turn > mostWeeks || isShown(weekly) || std::exchange(m_plannedTurn, turn) == turn)
                return std::nullopt;
            return weekly;
        }
        if (without < m_facts.daysWithoutCheckIn) {
            const Reminder daily{Reminder::Kind::CheckIn, {}, {keyOf(u"check-in/" % day.toString(Qt::ISODate))}, {}, {}};
            return isShown(daily) ? std::nullopt : std::optional(daily);
        }
        const Reminder gentle{Reminder::Kind::Gentle, {}, {keyOf(u"gentle/" % last.toString(Qt::ISODate))}, {}, {}};
        if (isShown(gentle) || std::exchange(m_hasGentle, true))
            return std::nullopt;
        return gentle;
    }

    /// On the first day of each form, and on its last.
    [[nodiscard]] QStringList formKeys(const QDate &day) const
    {
        QStringList keys;
        for (const Assignment &form : m_facts.forms) {
            if (form.state == Assignment::State::Done || form.from > day)
                continue;
            const QString first = keyOf(u"form/" % form.id);
            const QString last = keyOf(u"form-last/" % form.id);
            if (!isKnown(first))
                keys << first;
            else if (form.until == day && !isKnown(last))
                keys << last;
        }
        return keys;
    }

    [[nodiscard]] bool isKnown(const QString &key) const { return m_shownKeys.contains(key) || m_plannedForms.contains(key); }
    [[nodiscard]] bool isShown(const Reminder &reminder) const { return m_shownKeys.contains(reminder.keys.first()); }

    const ReminderFacts &m_facts;
    const ReminderSettings &m_settings;
    QDateTime m_now;
    QTimeZone m_zone;
    QDate m_today;
    Quiet m_quiet;
    QHash<QDate, int> m_shownOn;
    QSet<QString> m_shownKeys;
    QSet<QString> m_plannedForms;
    std::map<QDate, QList<Reminder>> m_wanted;
    bool m_hasGentle = false;
    qint64 m_plannedTurn = 0; ///< of Weekly
};

} // namespace

bool isQuiet(const ReminderSettings &settings, const QDateTime &moment, const QTimeZone &zone)
{
    return Quiet{settings.quietFrom, settings.quietTo, zone}.holds(moment);
}

int nudgesLeft(const QList<Reminder> &plan, const QList<ShownReminder> &shown, const QDateTime &now, const QTimeZone &zone)
{
    const QDate today = now.toTimeZone(zone).date();
    const auto isToday = [&](const QDateTime &at) { return at.toTimeZone(zone).date() == today; };
    const auto told =
        std::count_if(shown.cbegin(), shown.cend(), [&](const ShownReminder &one) { return one.isNudge && isToday(one.at); });
    const auto meant = std::count_if(plan.cbegin(), plan.cend(), [&](const Reminder &one) {
        return (one.kind == Reminder::Kind::SessionSoon || one.kind == Reminder::Kind::Leave) && isToday(one.at);
    });
    return std::max(0, mostRemindersADay - int(told) - int(meant));
}

QDateTime instantOf(const QDate &day, const QTime &time, const QTimeZone &zone)
{
    // The two offsets that may hold, before and after a change of the clock on this day. Not left to QDateTime: Qt's versions differ.
    const QDateTime asUtc(day, time, Qt::UTC);
    const int before = zone.offsetFromUtc(asUtc.addDays(-1));
    const int after = zone.offsetFromUtc(asUtc.addDays(1));
    const QDateTime first = asUtc.addSecs(-std::max(before, after));
    const QDateTime second = asUtc.addSecs(-std::min(before, after));
    if (zone.offsetFromUtc(first) == std::max(before, after))
        return first;
    if (zone.offsetFromUtc(second) == std::min(before, after))
        return second;
    const QTimeZone::OffsetData leap = zone.nextTransition(first.addSecs(-1));
    return leap.atUtc.isValid() && leap.atUtc <= second ? leap.atUtc.toUTC() : second;
}

QList<Reminder> planReminders(const ReminderFacts &facts, const ReminderSettings &settings, const QList<ShownReminder> &shown,
                              const QDateTime &now, const QTimeZone &zone, int days)
{
    if (!settings.isOn)
        return {};
    return Planner(facts, settings, shown, now, zone).plan(days);
}

} // namespace handrail
