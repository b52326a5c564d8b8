// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/sample/SampleClinicCalendar.h"

#include <cstdlib>

namespace handrail::clinic {

namespace {

constexpr quint64 seed = 0x48616e647261696cULL;

/// SplitMix64's output function: every bit of the input reaches every bit of the result.
quint64 mixed(quint64 x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// `number` in at least `width` digits. Thousands of times are written, and QDate's own formats take ten times as long.
void append(QString &text, int number, int width)
{
    for (int power = width == 4 ? 1000 : 10; power > 0; power /= 10)
        text += QChar(u'0' + number / power % 10);
}

} // namespace

QString sampleZoneId()
{
    return QStringLiteral("America/New_York");
}

quint64 sampleNumber(quint64 purpose, quint64 a, quint64 b)
{
    return mixed(mixed(mixed(seed ^ purpose) ^ a) ^ b);
}

SampleClinicCalendar::SampleClinicCalendar(const QDateTime &nowUtc)
    : m_zone(sampleZoneId().toLatin1())
    , m_nowSeconds(nowUtc.toSecsSinceEpoch())
{
    // A system without the time zone database: winter time all year is the best that is left.
    if (!m_zone.isValid())
        m_zone = QTimeZone(-5 * 3600);
    m_today = nowUtc.toTimeZone(m_zone).date();
    const QDate monday = m_today.addDays(1 - m_today.dayOfWeek());
    m_firstMonday = monday.addDays(-7 * (currentWeek - 1));
}

QDate SampleClinicCalendar::day(int week, Qt::DayOfWeek weekday) const
{
    return m_firstMonday.addDays(7 * (week - 1) + int(weekday) - 1);
}

int SampleClinicCalendar::offsetSeconds(const QDate &date) const
{
    const auto known = m_offsets.constFind(date);
    if (known != m_offsets.cend())
        return *known;
    const int offset = QDateTime(date, QTime(12, 0), m_zone).offsetFromUtc();
    m_offsets.insert(date, offset);
    return offset;
}

QString SampleClinicCalendar::instant(const QDate &date, const QTime &time) const
{
    const int minutes = offsetSeconds(date) / 60;
    QString text;
    text.reserve(25);
    append(text, date.year(), 4);
    text += u'-';
    append(text, date.month(), 2);
    text += u'-';
    append(text, date.day(), 2);
    text += u'T';
    append(text, time.hour(), 2);
    text += u':';
    append(text, time.minute(), 2);
    text += QStringLiteral(":00") + (minutes < 0 ? u'-' : u'+');
    append(text, std::abs(minutes) / 60, 2);
    text += u':';
    append(text, std::abs(minutes) % 60, 2);
    return text;
}

QString SampleClinicCalendar::digits(const QDate &date)
{
    QString text;
    append(text, date.year(), 4);
    append(text, date.month(), 2);
    append(text, date.day(), 2);
    return text;
}

bool SampleClinicCalendar::isPast(const QDate &date, const QTime &time) const
{
    const qint64 wall = QDateTime(date, time, Qt::UTC).toSecsSinceEpoch();
    return wall - offsetSeconds(date) <= m_nowSeconds;
}

} // namespace handrail::clinic
