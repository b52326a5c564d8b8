// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Clock.h"

namespace handrail {

/// A clock that moves only when told. Wall time and monotonic time can be moved apart, as when a person sets the device's clock.
class FakeClock final : public Clock
{
public:
    /// Starts at 2026-03-02T15:00:00Z (a Monday, 10 am) in America/New_York.
    FakeClock();
    explicit FakeClock(const QDateTime &nowUtc, const QByteArray &zone = "America/New_York");

    [[nodiscard]] QDateTime nowUtc() const override { return m_now; }
    [[nodiscard]] QTimeZone localZone() const override { return m_zone; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_monotonic; }

    /// Time passes: both clocks move.
    void advance(std::chrono::milliseconds by);
    /// The wall clock is set; monotonic time stays.
    void setWallClock(const QDateTime &nowUtc);
    void setZone(const QByteArray &zone);

private:
    QDateTime m_now;
    QTimeZone m_zone;
    std::chrono::milliseconds m_monotonic{1000};
};

} // namespace handrail
