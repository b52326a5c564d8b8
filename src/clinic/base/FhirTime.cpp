// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/base/FhirTime.h"

#include <QDateTime>
#include <QTimeZone>
#include <chrono>
#include <cstdio>

namespace handrail::clinic {

namespace {

constexpr qint64 day = 24 * 60 * 60 * 1000;

// Reads exactly `count` digits and moves on; -1 when they are not there.
int digits(QStringView &text, int count)
{
    if (text.size() < count)
        return -1;
    int value = 0;
    for (int i = 0; i < count; ++i) {
        const char16_t c = text.at(i).unicode();
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c - u'0');
    }
    text = text.sliced(count);
    return value;
}

bool take(QStringView &text, char16_t wanted)
{
    if (text.isEmpty() || text.front() != wanted)
        return false;
    text = text.sliced(1);
    return true;
}

qint64 startOf(const QDate &date)
{
    return (date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * day;
}

struct DayTime {
    qint64 milliseconds = 0;
    qint64 length = 60'000;
    bool hasSeconds = false;
};

std::optional<DayTime> readDayTime(QStringView &text)
{
    DayTime result;
    const int hour = digits(text, 2);
    if (hour < 0 || hour > 23 || !take(text, u':'))
        return std::nullopt;
    const int minute = digits(text, 2);
    if (minute < 0 || minute > 59)
        return std::nullopt;
    result.milliseconds = (hour * 60 + minute) * 60'000LL;
    if (!take(text, u':'))
        return result;
    const int second = digits(text, 2);
    if (second < 0 || second > 60)
        return std::nullopt;
    result.hasSeconds = true;
    result.milliseconds += std::min(second, 59) * 1000LL;
    result.length = 1000;
    if (!take(text, u'.'))
        return result;
    int count = 0;
    qint64 fraction = 0;
    for (; !text.isEmpty() && text.front() >= u'0' && text.front() <= u'9'; text = text.sliced(1), ++count) {
        if (count < 3)
            fraction = fraction * 10 + (text.front().unicode() - u'0');
    }
    if (count == 0)
        return std::nullopt;
    for (int i = count; i < 3; ++i)
        fraction *= 10;
    result.milliseconds += fraction;
    result.length = count == 1 ? 100 : count == 2 ? 10 : 1;
    return result;
}

// Minutes east of UTC; nullopt when there is no offset.
std::optional<int> readOffset(QStringView &text)
{
    if (take(text, u'Z'))
        return 0;
    const bool isWest = text.startsWith(u'-');
    if (!take(text, isWest ? u'-' : u'+'))
        return std::nullopt;
    const int hour = digits(text, 2);
    if (hour < 0 || hour > 14 || !take(text, u':'))
        return std::nullopt;
    const int minute = digits(text, 2);
    if (minute < 0 || minute > 59 || hour * 60 + minute > 14 * 60) // FHIR R4: 14:00 at most
        return std::nullopt;
    return (isWest ? -1 : 1) * (hour * 60 + minute);
}

} // namespace

std::optional<TimeRange> readTime(QStringView text, TimeForm form)
{
    const int year = digits(text, 4);
    if (year < 1)
        return std::nullopt;
    if (text.isEmpty()) {
        if (form == TimeForm::Instant)
            return std::nullopt;
        return TimeRange{startOf(QDate(year, 1, 1)), startOf(QDate(year, 12, 31)) + day};
    }
    if (!take(text, u'-'))
        return std::nullopt;
    const int month = digits(text, 2);
    if (month < 1 || month > 12)
        return std::nullopt;
    const QDate first(year, month, 1);
    if (text.isEmpty()) {
        if (form == TimeForm::Instant)
            return std::nullopt;
        return TimeRange{startOf(first), startOf(first) + first.daysInMonth() * day};
    }
    if (!take(text, u'-'))
        return std::nullopt;
    const QDate date(year, month, std::max(0, digits(text, 2)));
    if (!date.isValid())
        return std::nullopt;
    if (text.isEmpty()) {
        if (form == TimeForm::Instant)
            return std::nullopt;
        return TimeRange{startOf(date), startOf(date) + day};
    }
    if (form == TimeForm::Date || !take(text, u'T'))
        return std::nullopt;
    const auto time = readDayTime(text);
    if (!time || (!time->hasSeconds && form != TimeForm::Search))
        return std::nullopt;
    const auto offset = readOffset(text);
    if ((!offset && form != TimeForm::Search) || !text.isEmpty())
        return std::nullopt;
    const qint64 low = startOf(date) + time->milliseconds - offset.value_or(0) * 60'000LL;
    return TimeRange{low, low + time->length};
}

bool isTimeOfDay(QStringView text)
{
    const auto time = readDayTime(text);
    return time && time->hasSeconds && text.isEmpty();
}

QByteArray writeInstant(qint64 milliseconds)
{
    using namespace std::chrono;
    // By hand: each record that is written down has one, and QDateTime takes some ten times as long.
    const sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(milliseconds)};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    char text[32];
    const int size = std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(date.year()),
                                   unsigned(date.month()), unsigned(date.day()), int(clock.hours().count()),
                                   int(clock.minutes().count()), int(clock.seconds().count()), int(clock.subseconds().count()));
    return {text, size};
}

} // namespace handrail::clinic
