// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/CalendarExport.h"

#include <QList>
#include <optional>

namespace handrail {

/// Keeps the calendar events that were handed over. An empty one, or one that is no iCalendar object, is refused with BadData.
class FakeCalendarExport final : public CalendarExport
{
public:
    struct Event {
        QByteArray iCalendar;
        QString fileName;
    };

    Result<void> open(const QByteArray &iCalendar, const QString &fileName) override;
    void forget() override { m_events.clear(); }

    /// The next calls fail with this.
    void setProblem(std::optional<Problem> failure) { m_problem = std::move(failure); }
    [[nodiscard]] const QList<Event> &events() const { return m_events; }

private:
    QList<Event> m_events;
    std::optional<Problem> m_problem;
};

} // namespace handrail
