// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Clock.h"

namespace handrail {

SystemClock::SystemClock(std::chrono::milliseconds offset)
    : m_offset(offset)
{
}

QDateTime SystemClock::nowUtc() const
{
    return QDateTime::currentDateTimeUtc().addMSecs(m_offset.count());
}

QTimeZone SystemClock::localZone() const
{
    return QTimeZone::systemTimeZone();
}

std::chrono::milliseconds SystemClock::monotonic() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace handrail
