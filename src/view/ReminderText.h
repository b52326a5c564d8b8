// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/News.h"
#include "care/Reminders.h"
#include "view/TimeText.h"

#include <QList>

namespace handrail {

/// A notification.
struct ReminderWords {
    QString title;
    QString text;

    bool operator==(const ReminderWords &) const = default;
};

/// What a notification can say. Anybody may read it over a shoulder, so none names a clinic, a person, a session or anything of health: only a
/// day and a time.
enum class Notice {
    SomethingToday,    ///< %1: "at 6:00 pm"
    SomethingTomorrow, ///< the same
    TimeToGo,
    ComeIn, ///< a room is open; never its link
    DailyList,
    WeeklyList,
    NewOnList,
    ListIsHere,
    NewMessage,
    TimeChanged,     ///< %1: "Friday", %2: "5:30 pm"
    ScheduleChanged, ///< several times, or a session that is cancelled or not there any more
    Answer,
    TimerDone
};
/// All of them: the only words that there are.
inline constexpr Notice notices[] = {Notice::SomethingToday, Notice::SomethingTomorrow, Notice::TimeToGo,        Notice::ComeIn,
                                     Notice::DailyList,      Notice::WeeklyList,        Notice::NewOnList,       Notice::ListIsHere,
                                     Notice::NewMessage,     Notice::TimeChanged,       Notice::ScheduleChanged, Notice::Answer,
                                     Notice::TimerDone};

/// With %1 and %2 where a day and a time stand.
[[nodiscard]] ReminderWords noticeWords(Notice notice);
[[nodiscard]] ReminderWords reminderText(const Reminder &reminder, const QTimeZone &deviceZone, const TimeText &text);
/// `now` is UTC.
[[nodiscard]] ReminderWords newsText(const News &news, const QDateTime &now, const QTimeZone &deviceZone, const TimeText &text);

} // namespace handrail
