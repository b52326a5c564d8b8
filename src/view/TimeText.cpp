// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/TimeText.h"

namespace handrail {

namespace {

/// As it begins a line. Some languages write days and months small.
QString atLineStart(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

} // namespace

TimeText::TimeText(QLocale locale, double textScale)
    : m_locale(std::move(locale))
    , m_textScale(textScale)
{
}

bool TimeText::is24Hours() const
{
    return !m_locale.timeFormat(QLocale::ShortFormat).contains(QLatin1String("a"), Qt::CaseInsensitive);
}

QString TimeText::clock12(const QTime &time) const
{
    const int hour = time.hour() % 12;
    return m_locale.toString(hour == 0 ? 12 : hour) + m_locale.toString(time, QStringLiteral(":mm"));
}

QString TimeText::time(const QTime &time) const
{
    if (is24Hours())
        return m_locale.toString(time, QStringLiteral("H:mm"));
    // Lower case, without the dots or narrow blanks that some locales put in: one short shape everywhere.
    // They stay together, but for text so large that a narrow line would not hold both.
    const QChar blank = isLarge() ? QChar(u' ') : QChar(QChar::Nbsp);
    return clock12(time) + blank + (time.hour() < 12 ? tr("am") : tr("pm"));
}

QString TimeText::at(const QTime &time) const
{
    const int hour = is24Hours() ? time.hour() : time.hour() % 12;
    return hour == 1 ? tr("at %1", "the hour is one").arg(this->time(time)) : tr("at %1", "any other hour").arg(this->time(time));
}

QString TimeText::dayAt(const QDateTime &local, const QDate &today) const
{
    const qint64 ahead = today.daysTo(local.date());
    const QString when = at(local.time());
    if (ahead <= 0)
        return when;
    if (ahead == 1)
        return tr("tomorrow %1", "at 6:00 pm").arg(when);
    const QString day = ahead < 7 ? m_locale.standaloneDayName(local.date().dayOfWeek()) : shortDate(local.date());
    return tr("%1 %2", "Monday at 6:00 pm, within a sentence").arg(day, when);
}

QString TimeText::moment(const QDateTime &local, const QDate &today) const
{
    return local.date() == today ? at(local.time()) : tr("on %1").arg(shortDay(local.date()));
}

QString TimeText::range(const QTime &from, const QTime &to) const
{
    // Both would not stay in one line, and a lone "pm" in the next says nothing.
    if (isLarge())
        return time(from);
    const bool isSameHalf = (from.hour() < 12) == (to.hour() < 12);
    // A line may break after a dash. What forbids it has no shape in our letters, so that the first use makes the system look for one in all
    // its fonts: only where the text is so large that it matters.
    const QString dash = m_textScale > 1 ? QStringLiteral("\u2060–\u2060") : QStringLiteral("–");
    return (is24Hours() || !isSameHalf ? time(from) : clock12(from)) + dash + time(to);
}

QString TimeText::wholeRange(const QTime &from, const QTime &to) const
{
    return isLarge() ? spokenRange(from, to) : range(from, to);
}

QString TimeText::spokenRange(const QTime &from, const QTime &to) const
{
    return tr("%1 to %2").arg(time(from), time(to));
}

QString TimeText::longDay(const QDate &day) const
{
    return atLineStart(longDayWithin(day));
}

QString TimeText::longDayWithin(const QDate &day) const
{
    if (isLarge())
        return shortDateWithin(day);
    //: A date without the year, as QLocale formats it: Wednesday, November 18
    return m_locale.toString(day, tr("dddd, MMMM d"));
}

QString TimeText::shortDay(const QDate &day) const
{
    //: A short date as QLocale formats it: Nov 5
    return m_locale.toString(day, tr("MMM d"));
}

QString TimeText::weekday(const QDate &day) const
{
    return m_locale.standaloneDayName(day.dayOfWeek(), QLocale::ShortFormat);
}

QString TimeText::week(const QDate &monday) const
{
    const QDate sunday = monday.addDays(6);
    if (monday.month() != sunday.month())
        return tr("%1 – %2", "days of two months: Nov 30 – Dec 6").arg(shortDay(monday), shortDay(sunday));
    return tr("%1 %2–%3", "days of one month: Nov 16–22")
        .arg(m_locale.monthName(monday.month(), QLocale::ShortFormat), m_locale.toString(monday.day()),
             m_locale.toString(sunday.day()));
}

QString TimeText::month(const QDate &day) const
{
    return atLineStart(m_locale.standaloneMonthName(day.month()));
}

QString TimeText::relativeDay(const QDate &day, const QDate &today) const
{
    const qint64 ahead = today.daysTo(day);
    if (ahead == 0)
        return tr("Today");
    if (ahead == 1)
        return tr("Tomorrow");
    if (ahead == -1)
        return tr("Yesterday");
    if (ahead > 1 && ahead < 7)
        return atLineStart(m_locale.standaloneDayName(day.dayOfWeek()));
    return shortDate(day);
}

QString TimeText::shortDate(const QDate &day) const
{
    return atLineStart(shortDateWithin(day));
}

QString TimeText::shortDateWithin(const QDate &day) const
{
    //: A date as QLocale formats it: Thu, Dec 3
    return m_locale.toString(day, tr("ddd, MMM d"));
}

QString TimeText::dayHeading(const QDate &day, const QDate &today) const
{
    //: A day in a list, as QLocale formats it: Thursday 19
    const QString name = m_locale.toString(day, tr("dddd d"));
    if (day == today)
        return tr("Today, %1").arg(name);
    if (today.daysTo(day) == 1)
        return tr("Tomorrow, %1").arg(name);
    return atLineStart(name);
}

QString TimeText::span(qint64 seconds, int days) const
{
    const int minutes = int((seconds + 59) / 60);
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    if (minutes < 24 * 60)
        return minutes % 60 ? tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60) : tr("%1 h").arg(minutes / 60);
    return tr("%n day(s)", nullptr, qMax(1, days));
}

QString TimeText::spokenSpan(qint64 seconds, int days) const
{
    const int minutes = int((seconds + 59) / 60);
    if (minutes >= 24 * 60)
        return tr("%n day(s)", nullptr, qMax(1, days));
    QString spoken;
    if (minutes >= 60)
        spoken = tr("%n hour(s)", nullptr, minutes / 60);
    if (minutes % 60)
        spoken += (spoken.isEmpty() ? QString() : QStringLiteral(" ")) + tr("%n minute(s)", nullptr, minutes % 60);
    return spoken;
}

} // namespace handrail
