// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>

namespace handrail {

/// Hands one event (RFC 5545, text/calendar) to the person's calendar app.
class CalendarExport
{
public:
    virtual ~CalendarExport() = default;
    virtual Result<void> open(const QByteArray &iCalendar, const QString &fileName) = 0;
    /// Removes what handing over has left on this device.
    virtual void forget() = 0;
};

} // namespace handrail
