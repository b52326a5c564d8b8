// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDateTime>
#include <QTimeZone>
#include <chrono>

namespace handrail {

/// The only source of time in the app. Wall time for what people read, monotonic time for waits and expiry.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Now, in UTC, to the millisecond.
    [[nodiscard]] virtual QDateTime nowUtc() const = 0;
    /// The zone of this device.
    [[nodiscard]] virtual QTimeZone localZone() const = 0;
    /// Time since some fixed point; never runs backwards, whatever happens to the wall clock, and goes on while the device sleeps.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;

    /// Now, and the day that it is, where this device is.
    [[nodiscard]] QDateTime localNow() const { return nowUtc().toTimeZone(localZone()); }
    [[nodiscard]] QDate today() const { return localNow().date(); }
};

/// The device's own clock, moved by a fixed offset when the sample clinic was started with another "now".
class SystemClock final : public Clock
{
public:
    explicit SystemClock(std::chrono::milliseconds offset = {});
    [[nodiscard]] QDateTime nowUtc() const override;
    [[nodiscard]] QTimeZone localZone() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;

private:
    std::chrono::milliseconds m_offset;
};

} // namespace handrail
