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

/// Each how many days it is asked on that day: in the program every day. After it (isAfterProgram) once a week, unless the clinic's plan has a
/// rhythm of its own for it then.
[[nodiscard]] int checkInEvery(const Records &records, const QDate &today);

/// The daily check-in: each question can be skipped, none comes answered, a draft lasts 12 hours, and there is one a day on whatever
/// device it is answered: that of the day on which it was begun, also when it is finished after midnight. From the morning on it
/// asks no more about the night and the moment, which are the next day's. The core comes first; at what can be left out, a question a screen, it
/// can be finished.
class CheckIn final : public FormFilling
{
public:
    /// `isSetAside`: the one that was set aside for today's (setCheckInAside()).
    CheckIn(Records &records, const Clock &clock, Form form, bool isSetAside = false);

protected:
    [[nodiscard]] QString identifierAt(const QDateTime &local) const override;
};

/// What another device answered for this day, read by its own form. nullopt: nothing, or there are answers of that day in the outbox here.
[[nodiscard]] std::optional<Answers> answeredElsewhere(Records &records, const Form &form, const QDate &day);

/// A check-in that was begun and can still be finished: it is not too old, and its day has none, or one of another device's that does not say
/// all of this.
struct BegunCheckIn {
    QDate day;
    bool isSetAside = false;
    bool isOutrun = false; ///< its day has one
};
/// At most two, the one to go on with first: of two that were begun, the one that was not set aside.
[[nodiscard]] QList<BegunCheckIn> begunCheckIns(Records &records, const Clock &clock, const Form &form);
/// Makes room for another day's: what was begun stays to be gone on with, as long as it lasts. Problems: those of the
/// store; then it is where it was.
Result<void> setCheckInAside(Records &records);

/// The check-ins of these days (Records::submittedBetween), the newest first, without the safety answers that went ahead of them
/// (isSentAhead), which are no check-in. Problems: those of the store.
[[nodiscard]] Result<QList<SubmittedForm>> checkInsBetween(const Records &records, const QDate &first, const QDate &last);

/// Today's check-in of this patient, if there is one, by the device's local date.
[[nodiscard]] std::optional<SubmittedForm> todaysCheckIn(const Records &records, const Clock &clock);

} // namespace handrail
