// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeCalendarExport.h"

namespace handrail {

Result<void> FakeCalendarExport::open(const QByteArray &iCalendar, const QString &fileName)
{
    if (m_problem)
        return tl::make_unexpected(*m_problem);
    if (!iCalendar.startsWith("BEGIN:VCALENDAR\r\n") || !iCalendar.endsWith("END:VCALENDAR\r\n"))
        return problem(ProblemKind::BadData, QStringLiteral("calendar: not an iCalendar object"));
    m_events.append(Event{iCalendar, fileName});
    return {};
}

} // namespace handrail
