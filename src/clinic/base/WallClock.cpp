// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/base/WallClock.h"

#include <QDateTime>
#include <cstdlib>

namespace handrail::clinic {

namespace {

constexpr qint64 daySeconds = 24LL * 60 * 60;

// `number` in 4 digits or 2. Thousands of times are written, and QDate's own formats take ten times as long.
void append(QString &text, int number, int width)
{
    for (int power = width == 4 ? 1000 : 10; power > 0; power /= 10)
        text += QChar(u'0' + number / power % 10);
}

qint64 asUtcSeconds(const QDate &date, const QTime &time)
{
    return (date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * daySeconds + time.msecsSinceStartOfDay() / 1000;
}

QString written(const QDate &date, int second, int offset)
{
    const int minutes = offset / 60;
    QString text;
    text.reserve(25);
    append(text, date.year(), 4);
    text += u'-';
    append(text, date.month(), 2);
    text += u'-';
    append(text, date.day(), 2);
    text += u'T';
    append(text, second / 3600, 2);
    text += u':';
    append(text, second / 60 % 60, 2);
    text += u':';
    append(text, second % 60, 2);
    text += minutes < 0 ? u'-' : u'+';
    append(text, std::abs(minutes) / 60, 2);
    text += u':';
    append(text, std::abs(minutes) % 60, 2);
    return text;
}

} // namespace

std::optional<WallClock> WallClock::of(const QString &zoneId)
{
    const QByteArray id = zoneId.toLatin1();
    if (!QTimeZone::isTimeZoneIdAvailable(id))
        return std::nullopt;
    const QTimeZone zone(id);
    return zone.isValid() ? std::optional(WallClock(zone)) : std::nullopt;
}

int WallClock::offsetAt(qint64 utc) const
{
    return m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC));
}

// Two changes are never less than two days apart, so the offsets of the days before and after are all that a time can have.
WallClock::Moment WallClock::at(const QDate &date, const QTime &time) const
{
    auto known = m_offsets.constFind(date);
    if (known == m_offsets.cend()) {
        const qint64 noon = asUtcSeconds(date, QTime(12, 0));
        known = m_offsets.insert(date, {offsetAt((noon - daySeconds) * 1000), offsetAt((noon + daySeconds) * 1000)});
    }
    const auto [before, after] = *known;
    const qint64 wall = asUtcSeconds(date, time);
    const auto moment = [&](Kind kind, int taken, int offset, int later) {
        return Moment{kind, (wall - taken) * 1000, offset, later};
    };
    if (before == after)
        return moment(Kind::Once, before, before, before);
    const bool isBefore = offsetAt((wall - before) * 1000) == before, isAfter = offsetAt((wall - after) * 1000) == after;
    if (isBefore && isAfter)
        return moment(Kind::Doubled, before, before, after);
    if (isBefore || isAfter)
        return moment(Kind::Once, isBefore ? before : after, isBefore ? before : after, isBefore ? before : after);
    return moment(Kind::Skipped, before, after, after);
}

QString WallClock::instant(const QDate &date, const QTime &time) const
{
    const Moment moment = at(date, time);
    return moment.kind == Kind::Skipped ? instant(moment.utc, moment.offset)
                                        : written(date, time.msecsSinceStartOfDay() / 1000, moment.offset);
}

QString WallClock::instant(qint64 utc, int offset)
{
    const qint64 wall = utc / 1000 + offset;
    const qint64 day = wall >= 0 ? wall / daySeconds : (wall + 1) / daySeconds - 1;
    return written(QDate(1970, 1, 1).addDays(day), int(wall - day * daySeconds), offset);
}

QDate WallClock::dateOf(qint64 utc) const
{
    return QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC).toTimeZone(m_zone).date();
}

QString WallClock::digits(const QDate &date)
{
    QString text;
    append(text, date.year(), 4);
    append(text, date.month(), 2);
    append(text, date.day(), 2);
    return text;
}

} // namespace handrail::clinic
