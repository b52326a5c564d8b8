// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "AttendanceTour.h"

namespace handrail {

AttendanceTour::AttendanceTour(Stage &stage, Album &album)
    : m_stage(stage)
    , m_album(album)
{
}

bool AttendanceTour::press(const char *name)
{
    return m_stage.screen().waitFor(QString::fromUtf8(name)) && m_stage.screen().press(QString::fromUtf8(name));
}

bool AttendanceTour::show(const char *page, const char *mark)
{
    const QString name = QString::fromLatin1(page);
    return m_stage.screen().waitFor(QString::fromUtf8(mark)) && m_album.add(m_stage, name)
        && m_album.addLargeAndInSpanish(m_stage, name) && m_album.addLow(m_stage, name);
}

bool AttendanceTour::told()
{
    return press("Late, or can’t come?") && show("late", "Tell your clinic I can’t come") && press("I need a ride,*")
        && show("today-told", "You asked for a ride,*") && press("Details") && show("session-told", "You asked for a ride")
        && press("How I get there,*") && show("travel", "Minutes from door to door") && press("Go back") && press("Back");
}

bool AttendanceTour::before()
{
    return press("Schedule") && press("Your sessions so far,*") && show("attendance", "You came to *")
        && press("That’s not right: *") && show("not-right", "Ask your clinic to look") && press("Go back")
        && press("A letter for work or school,*") && show("letter", "Ask for the letter") && press("Ask for the letter")
        && show("attendance-asked", "You asked for a letter*") && press("Back") && press("Today");
}

} // namespace handrail
