// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/Attendance.h"
#include "care/HowOften.h"
#include "care/OwnMarks.h"
#include "core/Clock.h"
#include "core/Session.h"
#include "sync/Records.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>
#include <optional>

namespace handrail {

/// How far back Progress looks, today included: 14 days, 28 days, or from the first day of the program (or of what is here, when that is
/// earlier) on, at most ten years.
enum class ProgressRange { TwoWeeks, FourWeeks, Whole };

/// Whether what the person keeps to themselves (Records::setKept) is counted: on their own device, but not for others.
enum class KeptCheckIns { Counted, LeftOut };

/// One point of a chart and one row of a list: a day, and in long ranges a week or a month.
struct ProgressStep {
    QDate from;
    QDate to; ///< the last day
};

/// One answer of the daily check-in over time. Of a day with more than one check-in the newest answer counts: what one of them does not
/// say, an earlier one does.
struct Series {
    /// Fewer days with an answer say nothing.
    static constexpr int fewestDays = 4;
    /// How the later half of the range stands to the earlier one. Unsaid: answers on fewer than 4 days, or on fewer than 2 in one half.
    /// Same: the means of the halves differ by less than a margin, half a point of ten or half an hour.
    enum class Trend { Unsaid, Same, Lower, Higher };

    QList<std::optional<double>> values; ///< one a step: the mean of its days; nullopt where there is no answer, which stays a gap
    int days = 0;                        ///< days with an answer
    double mean = 0;
    double before = 0; ///< mean of the earlier half; with a trend
    double later = 0;  ///< mean of the later half; with a trend
    Trend trend = Trend::Unsaid;
};

/// What can be said of a range, as facts without words. Nothing here is a goal, a score or a run of days (design clinical 3.5, H13).
struct Progress {
    QDate from;
    QDate to; ///< today, where the device is
    QList<ProgressStep> steps;
    Series mood;                     ///< 0 to 10: from the least of the form's faces to the most (onTen of form/Judging.h)
    QMap<double, QString> moodWords; ///< what the faces say, by where they stand from 0 to 10; empty when the form has none
    Series craving;                  ///< 0 to 10
    Series sleep;                    ///< hours
    int checkInDays = 0;             ///< days with a check-in, whatever it skips
    bool isKeptLeftOut = false;      ///< there are check-ins of this range that were left out
    QList<Session> sessions;         ///< that are over and were not cancelled, the oldest first
    QDate sessionsSince;             ///< these are from this day on, for older ones may not all be here; invalid: all of the range
    Attendance attendance;
    OwnMarks marks;
    QList<HowOften> checks;         ///< those that were answered, each by itself
    QList<ProgressStep> checkSteps; ///< of these, which come by the week: `steps`, but weeks where those are days
    QList<int> skillUses;           ///< times that a skill was used, by step
    bool isDamaged = false;         ///< records of this store fail their seal and are left out

    /// The step that holds `day`; -1 outside.
    [[nodiscard]] qsizetype stepOf(const QDate &day) const;
};

/// Reads what the range needs and no more: for 14 and 28 days the cost does not grow with what is stored. Only what is this patient's is
/// counted. The day of a check-in is the one on the wall where it was answered; that of a session is in the session's zone.
/// Problems: those of the store.
[[nodiscard]] Result<Progress> progress(Records &records, const Clock &clock, ProgressRange range,
                                        KeptCheckIns kept = KeptCheckIns::Counted);

/// One answer a day over `days` days to a Series, as above.
[[nodiscard]] Series seriesOf(const QList<std::optional<double>> &byDay, const QDate &from, const QList<ProgressStep> &steps,
                              double margin);

/// Days, up to 56 of them; then weeks from Monday on, up to 53; then months. The first and the last may be cut.
[[nodiscard]] QList<ProgressStep> progressSteps(const QDate &from, const QDate &to);

} // namespace handrail
