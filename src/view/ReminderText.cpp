// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/ReminderText.h"

#include <QCoreApplication>

namespace handrail {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReminderText)
};

} // namespace

ReminderWords noticeWords(Notice notice)
{
    switch (notice) {
    case Notice::SomethingToday: return {Words::tr("Reminder"), Words::tr("You have something %1.")};
    case Notice::SomethingTomorrow: return {Words::tr("Reminder"), Words::tr("You have something tomorrow %1.")};
    case Notice::TimeToGo: return {Words::tr("Reminder"), Words::tr("Time to go.")};
    case Notice::ComeIn: return {Words::tr("Reminder"), Words::tr("It is almost time. You can come in.")};
    case Notice::DailyList: return {Words::tr("Hello"), Words::tr("Your daily list is ready.")};
    case Notice::WeeklyList: return {Words::tr("Hello"), Words::tr("Your weekly list is ready.")};
    case Notice::NewOnList: return {Words::tr("Hello"), Words::tr("Something new is on your list.")};
    case Notice::ListIsHere: return {Words::tr("Hello"), Words::tr("Your list is here when you want it.")};
    case Notice::NewMessage: return {Words::tr("New message"), Words::tr("Open to read it.")};
    case Notice::TimeChanged: return {Words::tr("A time has changed"), Words::tr("%1 is now %2.", "a day and a time of it")};
    case Notice::ScheduleChanged: return {Words::tr("Your schedule has changed"), Words::tr("Open to see it.")};
    case Notice::Answer: return {Words::tr("News for you"), Words::tr("Open to see it.")};
    case Notice::TimerDone: break;
    }
    return {Words::tr("Hello"), Words::tr("Your timer is done.")};
}

ReminderWords reminderText(const Reminder &reminder, const QTimeZone &deviceZone, const TimeText &text)
{
    switch (reminder.kind) {
    case Reminder::Kind::SessionSoon:
    case Reminder::Kind::SessionAhead: {
        const QTimeZone zone = reminder.zone.isValid() ? reminder.zone : deviceZone;
        const QDateTime start = reminder.start.toTimeZone(zone);
        const bool isToday = start.date() == reminder.at.toTimeZone(zone).date();
        ReminderWords words = noticeWords(isToday ? Notice::SomethingToday : Notice::SomethingTomorrow);
        words.text = words.text.arg(text.at(start.time()));
        return words;
    }
    case Reminder::Kind::Join: return noticeWords(Notice::ComeIn);
    case Reminder::Kind::Leave: return noticeWords(Notice::TimeToGo);
    case Reminder::Kind::CheckIn: return noticeWords(Notice::DailyList);
    case Reminder::Kind::Weekly: return noticeWords(Notice::WeeklyList);
    case Reminder::Kind::Form: return noticeWords(Notice::NewOnList);
    case Reminder::Kind::Gentle: break;
    }
    return noticeWords(Notice::ListIsHere);
}

ReminderWords newsText(const News &news, const QDateTime &now, const QTimeZone &deviceZone, const TimeText &text)
{
    if (news.kind == News::Kind::Answer)
        return noticeWords(Notice::Answer);
    if (!news.start.isValid())
        return noticeWords(Notice::ScheduleChanged);
    const QTimeZone zone = news.zone.isValid() ? news.zone : deviceZone;
    const QDateTime start = news.start.toTimeZone(zone);
    ReminderWords words = noticeWords(Notice::TimeChanged);
    words.text = words.text.arg(text.relativeDay(start.date(), now.toTimeZone(zone).date()), text.time(start.time()));
    return words;
}

} // namespace handrail
