// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/Progress.h"
#include "view/TimeText.h"

#include <QCoreApplication>

namespace handrail {

/// The facts of Progress in words, without a verdict (design visual 6). Pure. A sentence is empty where nothing can be said.
class ProgressText
{
    Q_DECLARE_TR_FUNCTIONS(ProgressText)
public:
    /// On paper each day has its date: it is read on another one.
    enum class On { Screen, Paper };

    ProgressText(const TimeText &time, const Progress &progress, ProgressRange range, On on = On::Screen)
        : m_time(time)
        , m_progress(progress)
        , m_range(range)
        , m_on(on)
    {
    }

    [[nodiscard]] QString craving() const; ///< "Urges are lower in the last 7 days than in the 7 before."
    [[nodiscard]] QString mood() const;
    [[nodiscard]] QString sleep() const;                           ///< "About 6½ hours a night."
    [[nodiscard]] static QString checkName(Check check);           ///< "Mood check, 9 questions"
    [[nodiscard]] static QString change(const HowOften &check);    ///< "Less often than the time before."
    [[nodiscard]] QString checkScale(const HowOften &check) const; ///< "From not at all to nearly every day", in the form's words
    [[nodiscard]] QStringList checkRows(const HowOften &check) const; ///< "Nov 17: several days", the newest first
    [[nodiscard]] QList<std::optional<double>> checkValues(const HowOften &check) const; ///< one for each of checkSteps
    [[nodiscard]] QString unmarked() const;                                              ///< "Not marked by your clinic yet: 2"
    [[nodiscard]] QString marks() const;                                                 ///< "3 days"
    [[nodiscard]] QString dates() const;                                                 ///< "Nov 5 to Nov 18, 2026"
    [[nodiscard]] QString start() const;                                                 ///< of the range: "Nov 5"
    [[nodiscard]] QString end() const;                                                   ///< "Today"; on paper "Nov 18"
    /// "Answers on 3 days", "No answers in this time."
    [[nodiscard]] QString answeredOn(int days) const;

    [[nodiscard]] QString stepName(const ProgressStep &step) const; ///< "Today", "Wed, Nov 18", "Nov 9 to Nov 15", "November 2026"
    [[nodiscard]] QString stepAnswers(qsizetype step) const;        ///< "Urge 4 of 10, mood okay, 5½ hours of sleep"
    [[nodiscard]] QString dayName(const QDate &day) const;          ///< "Today", "Wed, Nov 18", "Wed, Nov 18, 2025"
    [[nodiscard]] QString mark(const QDate &day) const;             ///< the word, or "A star"; empty without a mark
    [[nodiscard]] QString session(const Session &session, const QTimeZone &zone) const; ///< "Wed, Nov 18: Evening group"
    [[nodiscard]] static QString presence(
        const Session &session); ///< "You were there", "Not marked"; empty when the clinic says no

private:
    [[nodiscard]] QString hours(double hours) const;                                       ///< "5½ hours"
    [[nodiscard]] QString number(double value) const;                                      ///< "4", "4.3"
    [[nodiscard]] QString oftenOf(const HowOften &checks, const ProgressStep &step) const; ///< "several days"; empty: none then
    [[nodiscard]] QString edge(const QDate &day) const;
    [[nodiscard]] int halfDays() const; ///< of a fixed range; 0 for the whole

    const TimeText &m_time;
    const Progress &m_progress;
    ProgressRange m_range;
    On m_on;
};

} // namespace handrail
