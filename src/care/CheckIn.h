// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/FormFilling.h"

#include <optional>

namespace handrail {

/// The canonical of the daily check-in.
[[nodiscard]] QString dailyCheckInUrl();
/// The clinic's form of the daily check-in; where it has none, the one that the app brings along. nullopt when it has no question.
[[nodiscard]] std::optional<Form> dailyCheckInForm(const Records &records);

/// Each how many days it is asked: in the program every day. After it (isAfterProgram) once a week, unless the clinic's plan has a rhythm of its own
/// for it.
[[nodiscard]] int checkInEvery(const Records &records);

/// The daily check-in: each question can be skipped, none comes answered, a draft lasts 12 hours, and there is one a day on whatever
/// device it is answered. The core comes first; at what can be left out, a question a screen, it can be finished.
class CheckIn final : public FormFilling
{
public:
    CheckIn(Records &records, const Clock &clock, Form form);

protected:
    [[nodiscard]] QString identifierAt(const QDateTime &local) const override;
};

/// The check-ins of these days (Records::submittedBetween), the newest first, without the safety answers that went ahead of them
/// (isSentAhead), which are no check-in. Problems: those of the store.
[[nodiscard]] Result<QList<SubmittedForm>> checkInsBetween(const Records &records, const QDate &first, const QDate &last);

/// Today's check-in of this patient, if there is one, by the device's local date.
[[nodiscard]] std::optional<SubmittedForm> todaysCheckIn(const Records &records, const Clock &clock);

} // namespace handrail
