// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/Assignments.h"
#include "care/Evaluate.h"
#include "care/Travel.h"
#include "core/Identity.h"
#include "core/Session.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QStringList>
#include <QTime>
#include <QTimeZone>

namespace handrail {

/// What the person chose.
struct ReminderSettings {
    bool isOn = true;
    int perSession = 2; ///< 0: none; 1: two hours before; 2: a day before as well
    bool hasCheckIn = true;
    QTime checkInAt{19, 0};
    QTime quietFrom{21, 0}; ///< nothing is shown from here
    QTime quietTo{8, 0};    ///< to here; the same as quietFrom: never quiet

    bool operator==(const ReminderSettings &) const = default;
};

/// What there is to be reminded of.
struct ReminderFacts {
    QList<Session> sessions; ///< in order of time
    QList<Assignment> forms;
    Role role = Role::Patient;
    bool isCheckInAsked = false;
    QDate lastCheckIn;                                               ///< invalid: never
    int daysWithoutCheckIn = CareConfiguration().daysWithoutCheckIn; ///< then one gentle word
    int checkInEvery = 1;                                            ///< days; as checkInEvery()
    QDate since;                                                     ///< the first day on which reminders were possible
    Travels travels;                                                 ///< how long the way is
};

/// One notification at its time.
struct Reminder {
    enum class Kind {
        Join,         ///< a video session can be joined
        SessionSoon,  ///< about two hours before
        Leave,        ///< when it is time to leave for a session, in the place of SessionSoon
        CheckIn,      ///< the daily one, and what else is on Today's list
        Weekly,       ///< the same in aftercare
        SessionAhead, ///< about a day before
        Form,
        Gentle ///< some days without a check-in
    };
    Kind kind = Kind::CheckIn;
    QDateTime at; ///< UTC
    QStringList
        keys; ///< what it is about, so that nobody is reminded twice of the same; hashed: they are kept while the app is locked
    QDateTime start; ///< UTC; of the session
    QTimeZone zone;  ///< whose wall clock its time is read from

    /// It could be left out: only so many of these in a day. Whoever said yes to a video session wants to know that it begins.
    [[nodiscard]] bool isNudge() const { return kind != Kind::Join; }
};

/// One that was shown.
struct ShownReminder {
    QDateTime at; ///< UTC
    QStringList keys;
    bool isNudge = true;
};

/// So many nudges in one day, whatever there is (design clinical H17).
inline constexpr int mostRemindersADay = 2;

/// What is to be shown from now until the end of the local day `days` after today, in order of time. Pure; `now` is UTC.
///
/// Sessions that follow each other within two hours are one visit (those by video alone apart from those at a place), with one reminder two
/// hours before and one a day before. Who said how long the way is has, instead of the first of these, one when it is time to leave, unless
/// that is in the quiet hours. A visit is never reminded of once it has begun, was cancelled or declined, nor before the clinic has confirmed it; one
/// that is moved is a new one.
/// What falls into the quiet hours is moved to their end, or, when that would be too late, to the hour before they begin. When more wants
/// to be shown in a day than may be: what comes soon goes first, then the check-in, then tomorrow's session, then forms. The check-in's
/// reminder stands for forms too. After daysWithoutCheckIn days without a check-in there is one gentle word, and then none until the next
/// check-in; in aftercare there is one for the week that begins a week after the last, and one each for the two weeks after it, whether Handrail is
/// open on its first day or on a later one. A video session has one more when it can be joined, unless that is in the quiet hours. A local
/// time that the clock leaps over counts as the moment of the leap; one that it passes twice as the first.
[[nodiscard]] QList<Reminder> planReminders(const ReminderFacts &facts, const ReminderSettings &settings,
                                            const QList<ShownReminder> &shown, const QDateTime &now, const QTimeZone &zone,
                                            int days = 2);

/// How many nudges may be shown today beside the plan, for a message or other news: those of the day without what was shown, and without one for
/// each word about a session (SessionSoon, Leave) that the plan still has today. `now` is UTC.
[[nodiscard]] int nudgesLeft(const QList<Reminder> &plan, const QList<ShownReminder> &shown, const QDateTime &now,
                             const QTimeZone &zone);

/// Whether it is quiet at this moment, by the wall clock of `zone`.
[[nodiscard]] bool isQuiet(const ReminderSettings &settings, const QDateTime &moment, const QTimeZone &zone);
/// The moment at which a wall clock in this zone first shows this time of this day, or leaps over it. UTC.
[[nodiscard]] QDateTime instantOf(const QDate &day, const QTime &time, const QTimeZone &zone);

} // namespace handrail
