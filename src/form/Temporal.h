// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"

#include <QDateTime>
#include <optional>

namespace handrail {

/// A FHIR R4 date, dateTime or time. A date may name a month or a year alone.
struct Temporal {
    enum class Precision { Year, Month, Day, Time };
    Precision precision = Precision::Day;
    QDate day;         ///< as written where it was written; invalid for a time of day
    QDateTime instant; ///< UTC; of a dateTime with a time
    QTime time;        ///< of a time of day
};

/// `type` is Date, DateTime or Time. nullopt for what FHIR does not allow: a time without seconds or a dateTime with a time and no zone.
[[nodiscard]] std::optional<Temporal> readTemporal(const QString &text, ItemType type);
/// Less than, equal to or greater than 0. nullopt when it cannot be said: "2026" beside "2026-03-02".
[[nodiscard]] std::optional<int> compare(const Temporal &a, const Temporal &b);

} // namespace handrail
