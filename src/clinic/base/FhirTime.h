// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>
#include <QStringView>
#include <limits>
#include <optional>

namespace handrail::clinic {

/// A stretch of time in milliseconds since 1970 UTC: `low` belongs to it, `high` does not. A partial date is the whole year, month or day.
struct TimeRange {
    qint64 low = std::numeric_limits<qint64>::min();
    qint64 high = std::numeric_limits<qint64>::max();
};

enum class TimeForm {
    Date,     ///< FHIR date: YYYY, YYYY-MM or YYYY-MM-DD
    DateTime, ///< FHIR dateTime: a date, or a time with seconds and an offset
    Instant,  ///< FHIR instant: a whole date and time with an offset
    Search    ///< as DateTime, but seconds and offset (then UTC) may be left out (FHIR R4 search, date)
};

/// nullopt when `text` is not of that form: no such day, hour 24, a blank for T, a missing offset. `:60` counts as `:59`.
[[nodiscard]] std::optional<TimeRange> readTime(QStringView text, TimeForm form);

/// FHIR time: hh:mm:ss with an optional fraction.
[[nodiscard]] bool isTimeOfDay(QStringView text);

/// `2026-11-21T18:46:28.123Z`.
[[nodiscard]] QByteArray writeInstant(qint64 milliseconds);

} // namespace handrail::clinic
