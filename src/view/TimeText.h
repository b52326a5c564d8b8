// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Session.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QString>

namespace handrail {

/// Dates and times in the words that people read and hear. Pure: the same input gives the same words. Times follow the locale's
/// 12 or 24 hours; times of a session are on the wall clock of its own zone.
class TimeText
{
    Q_DECLARE_TR_FUNCTIONS(TimeText)
public:
    /// In large text (`textScale` from 1 to 2) dates are shorter, and of a range only the beginning is said.
    explicit TimeText(QLocale locale, double textScale = 1);

    [[nodiscard]] QString time(const QTime &time) const; ///< "6:00 pm"
    /// "at 6:00 pm", within a sentence.
    [[nodiscard]] QString at(const QTime &time) const;
    /// The same with its day where that is not today: "tomorrow at 6:00 pm", "Monday at 6:00 pm". Not for what is over.
    [[nodiscard]] QString dayAt(const QDateTime &local, const QDate &today) const;
    /// The same of a time of today on the wall; on another day "on Nov 18".
    [[nodiscard]] QString moment(const QDateTime &local, const QDate &today) const;
    [[nodiscard]] QString range(const QTime &from, const QTime &to) const; ///< "6:00–9:00 pm", "11:30 am–12:20 pm"
    /// From when to when at any size, where both are what is told: may take two lines.
    [[nodiscard]] QString wholeRange(const QTime &from, const QTime &to) const;
    [[nodiscard]] QString spokenRange(const QTime &from, const QTime &to) const; ///< "6:00 pm to 9:00 pm"
    [[nodiscard]] QString longDay(const QDate &day) const; ///< "Wednesday, November 18"; from 150 % "Wed, Nov 18"
    [[nodiscard]] QString longDayWithin(
        const QDate &day) const;                            ///< the same within a sentence, where some languages write it small
    [[nodiscard]] QString shortDay(const QDate &day) const; ///< "Nov 5"
    [[nodiscard]] QString weekday(const QDate &day) const;  ///< "Mon"
    [[nodiscard]] QString month(const QDate &day) const;    ///< "November"
    [[nodiscard]] QString week(const QDate &monday) const;  ///< "Nov 16–22"
    [[nodiscard]] bool isLarge() const { return m_textScale >= 1.5; }
    /// "Today", "Tomorrow", "Thursday" within the next six days, else "Thu, Dec 3".
    [[nodiscard]] QString relativeDay(const QDate &day, const QDate &today) const;
    /// The heading of a day in the agenda: "Today, Thursday 19", "Friday 20".
    [[nodiscard]] QString dayHeading(const QDate &day, const QDate &today) const;
    /// "2 h 40 min", "25 min", "3 days". Rounded up to the minute. `seconds` > 0. From 24 hours on it is `days`, counted on the calendar.
    [[nodiscard]] QString span(qint64 seconds, int days) const;
    /// "2 hours 40 minutes", for a screen reader.
    [[nodiscard]] QString spokenSpan(qint64 seconds, int days) const;
    [[nodiscard]] const QLocale &locale() const { return m_locale; }

private:
    [[nodiscard]] bool is24Hours() const;
    [[nodiscard]] QString shortDate(const QDate &day) const; ///< "Thu, Dec 3"
    [[nodiscard]] QString shortDateWithin(const QDate &day) const;
    [[nodiscard]] QString clock12(const QTime &time) const; ///< "6:00", without am or pm
    QLocale m_locale;
    double m_textScale;
};

} // namespace handrail
