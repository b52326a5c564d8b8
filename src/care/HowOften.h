// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "sync/Records.h"

#include <QDate>
#include <QMap>
#include <QStringList>

namespace handrail {

class FormsAnswered;

/// The checks. The short ones are the PHQ-2 and the GAD-2, the whole ones the PHQ-9 and the GAD-7: other questions, so other lines.
enum class Check { ShortMood, Mood, ShortWorry, Worry };

/// One check over time, as its person may see it: how often its items were a bother, on average. That is the form's own scale, in the form's own
/// words. Totals, cut-offs and bands are for staff (design clinical 2: "own trend in plain words, never a diagnosis label"; 3.2: "No severity is
/// told to the patient"; visual, 29: "no numbers, no score").
struct HowOften {
    static constexpr double most = 3;
    /// How the last one stands to the one before. Same: they differ by less than a tenth of the scale (a margin of our own, no norm). Unsaid:
    /// there are not two.
    enum class Change { Unsaid, Same, Less, More };

    Check check = Check::Mood;
    QMap<QDate, double> byDay; ///< 0 (not at all) to 3 (nearly every day); of a day with more than one the newest
    QStringList words;         ///< of the answers 0 to 3
    Change change = Change::Unsaid;

    [[nodiscard]] std::optional<double> meanOf(const QDate &from, const QDate &to) const; ///< nullopt: none then
};

/// The questions of a check.
[[nodiscard]] int questionsOf(Check check);

/// The forms that ask them.
[[nodiscard]] QStringList checkUrls();

/// Of these answers, the newest first (Records::submittedBetween) and of this patient alone: each check that is among them, in the order of
/// Check. Only what has a total counts: with an item skipped there is none (design clinical 2). What grew from the short to the whole one is of
/// the whole one alone.
[[nodiscard]] QList<HowOften> checksIn(const QList<SubmittedForm> &submitted, const QString &patientId, FormsAnswered &forms);

} // namespace handrail
