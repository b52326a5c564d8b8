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

ReminderWords reminderText(const Reminder &reminder, const QTimeZone &deviceZone, const TimeText &text)
{
    switch (reminder.kind) {
    case Reminder::Kind::SessionSoon:
    case Reminder::Kind::SessionAhead: {
        const QTimeZone zone = reminder.zone.isValid() ? reminder.zone : deviceZone;
        const QDateTime start = reminder.start.toTimeZone(zone);
        const bool isToday = start.date() == reminder.at.toTimeZone(zone).date();
        const QString at = text.at(start.time());
        return {Words::tr("Reminder"),
                isToday ? Words::tr("You have something %1.").arg(at) : Words::tr("You have something tomorrow %1.").arg(at)};
    }
    case Reminder::Kind::Leave: return {Words::tr("Reminder"), Words::tr("Time to go.")};
    case Reminder::Kind::CheckIn: return {Words::tr("Hello"), Words::tr("Your daily list is ready.")};
    case Reminder::Kind::Form: return {Words::tr("Hello"), Words::tr("Something new is on your list.")};
    case Reminder::Kind::Gentle: break;
    }
    return {Words::tr("Hello"), Words::tr("Your list is here when you want it.")};
}

ReminderWords messageText()
{
    return {Words::tr("New message"), Words::tr("Open to read it.")};
}

ReminderWords timerText()
{
    return {Words::tr("Hello"), Words::tr("Your timer is done.")};
}

} // namespace handrail
