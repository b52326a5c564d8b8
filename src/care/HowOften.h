// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "sync/Records.h"

#include <QDate>
#include <QMap>
#include <QStringList>

namespace handrail {

/// A mood check (PHQ-2 growing into PHQ-9) or a worry check (GAD-2 growing into GAD-7) over time, as its person may see it: how often its items were a bother, on
/// average. That is the form's own scale, in the form's own words. Totals, cut-offs and bands are for staff (design clinical 2: "own trend in plain
/// words, never a diagnosis label"; 3.2: "No severity is told to the patient"; visual, 29: "no numbers, no score").
struct HowOften {
    static constexpr double most = 3;
    /// How the last one stands to the one before, by the items that both asked: all, else the first two. Same: they differ by less than a tenth
    /// of the scale (a margin of our own, no norm). Unsaid: there are not two, or they asked for different things.
    enum class Change { Unsaid, Same, Less, More };

    QMap<QDate, double> byDay; ///< 0 (not at all) to 3 (nearly every day); of a day with more than one the newest
    QStringList words;         ///< of the answers 0 to 3; empty when the form is not here
    Change change = Change::Unsaid;

    [[nodiscard]] std::optional<double> meanOf(const QDate &from, const QDate &to) const; ///< nullopt: none then
};

/// Of the days from <= day <= to, of this patient alone. Only what has a total counts: with an item skipped there is none (design clinical 2).
/// Problems: those of the store.
[[nodiscard]] Result<HowOften> moodChecks(const Records &records, const QDate &from, const QDate &to);
[[nodiscard]] Result<HowOften> worryChecks(const Records &records, const QDate &from, const QDate &to);

} // namespace handrail
