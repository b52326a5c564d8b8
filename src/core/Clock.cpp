// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Clock.h"

#include <time.h>

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
#ifdef CLOCK_BOOTTIME
    // Linux alone stops its steady clock while the device sleeps.
    timespec now{};
    if (clock_gettime(CLOCK_BOOTTIME, &now) == 0)
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(now.tv_sec)
                                                                     + std::chrono::nanoseconds(now.tv_nsec));
#endif
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace handrail
