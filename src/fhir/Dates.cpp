// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Read.h"

namespace handrail::fhir {

namespace {

/// `count` decimal digits at `at`, or -1.
int digits(QStringView text, qsizetype at, qsizetype count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (const QChar c : text.sliced(at, count)) {
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

bool isAt(QStringView text, qsizetype at, char16_t c)
{
    return at < text.size() && text.at(at) == c;
}

/// YYYY-MM-DD at the start. Invalid for the year 0 and for days that are not in the calendar.
QDate dayAt(QStringView text)
{
    const int year = digits(text, 0, 4);
    const int month = digits(text, 5, 2);
    const int day = digits(text, 8, 2);
    if (year < 1 || month < 0 || day < 0 || !isAt(text, 4, u'-') || !isAt(text, 7, u'-'))
        return {};
    return QDate(year, month, day);
}

/// Seconds east of UTC; nullopt when the text is not a complete offset.
std::optional<int> offsetIn(QStringView text)
{
    if (text == u"Z")
        return 0;
    const bool isEast = isAt(text, 0, u'+');
    const int hours = digits(text, 1, 2);
    const int minutes = digits(text, 4, 2);
    // FHIR R4 allows up to 14:00 on both sides.
    const bool isWritten = text.size() == 6 && (isEast || isAt(text, 0, u'-')) && isAt(text, 3, u':');
    if (!isWritten || hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > 14 * 60)
        return std::nullopt;
    return (hours * 60 + minutes) * (isEast ? 60 : -60);
}

} // namespace

QDate readDate(QStringView text)
{
    if (text.size() == 10)
        return dayAt(text);
    const int year = digits(text, 0, 4);
    if (year < 1)
        return {};
    if (text.size() == 4)
        return QDate(year, 1, 1);
    if (text.size() == 7 && isAt(text, 4, u'-'))
        return QDate(year, digits(text, 5, 2), 1);
    return {};
}

QDateTime readZonedInstant(QStringView text)
{
    const QDate day = dayAt(text);
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    int second = digits(text, 17, 2);
    if (!day.isValid() || !isAt(text, 10, u'T') || !isAt(text, 13, u':') || !isAt(text, 16, u':') || hour < 0 || hour > 23
        || minute < 0 || minute > 59 || second < 0 || second > 60)
        return {};
    qsizetype at = 19;
    int millisecond = 0;
    if (isAt(text, at, u'.')) {
        const qsizetype first = ++at;
        for (int scale = 100; at < text.size() && text.at(at) >= u'0' && text.at(at) <= u'9'; ++at, scale /= 10)
            millisecond += (text.at(at).unicode() - u'0') * scale;
        if (at == first)
            return {};
    }
    if (second == 60) {
        second = 59;
        millisecond = 999;
    }
    const auto offset = offsetIn(text.sliced(qMin(at, text.size())));
    if (!offset)
        return {};
    return QDateTime(day, QTime(hour, minute, second, millisecond), Qt::OffsetFromUTC, *offset);
}

QDateTime readInstant(QStringView text)
{
    const QDateTime zoned = readZonedInstant(text);
    return zoned.isValid() ? zoned.toUTC() : QDateTime();
}

QDate readDayOf(QStringView text)
{
    // A dateTime names a day where it was written, whatever day that is elsewhere.
    if (text.size() > 10)
        return readZonedInstant(text).isValid() ? dayAt(text) : QDate();
    return readDate(text);
}

} // namespace handrail::fhir
