// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "form/Temporal.h"

#include <QRegularExpression>
#include <QTimeZone>
#include <algorithm>

namespace handrail {

namespace {

const QString dayPattern = QStringLiteral(R"((\d{4})(?:-(\d{2})(?:-(\d{2}))?)?)");
const QString timePattern = QStringLiteral(R"((\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?)");

QTime timeFrom(const QString &clock, const QString &fraction)
{
    const QTime time = QTime::fromString(clock, QStringLiteral("HH:mm:ss"));
    return time.isValid() ? time.addMSecs(fraction.leftJustified(3, u'0').left(3).toInt()) : QTime();
}

bool readDay(const QRegularExpressionMatch &match, Temporal &temporal)
{
    using Precision = Temporal::Precision;
    const auto part = [&match](int index) { return match.captured(index).isEmpty() ? 1 : match.captured(index).toInt(); };
    temporal.precision = !match.captured(3).isEmpty() ? Precision::Day
        : !match.captured(2).isEmpty()                ? Precision::Month
                                                      : Precision::Year;
    temporal.day = QDate(part(1), part(2), part(3));
    return temporal.day.isValid() && temporal.day.year() > 0;
}

/// "Z" or "+05:30", in seconds.
std::optional<int> offsetFrom(const QString &zone)
{
    if (zone == u"Z")
        return 0;
    const int minutes = zone.mid(1, 2).toInt() * 60 + zone.mid(4, 2).toInt();
    if (minutes > 14 * 60 || zone.mid(4, 2).toInt() > 59)
        return std::nullopt;
    return (zone.startsWith(u'-') ? -60 : 60) * minutes;
}

template <typename T>
int sign(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

} // namespace

std::optional<Temporal> readTemporal(const QString &text, ItemType type)
{
    static const QRegularExpression date(QRegularExpression::anchoredPattern(dayPattern));
    static const QRegularExpression dateTime(
        QRegularExpression::anchoredPattern(dayPattern + u"(?:T" + timePattern + uR"((Z|[+-]\d{2}:\d{2}))?)"));
    static const QRegularExpression time(QRegularExpression::anchoredPattern(timePattern));
    constexpr qsizetype longest = 40;
    if (text.size() > longest)
        return std::nullopt;
    Temporal temporal;
    if (type == ItemType::Time) {
        const QRegularExpressionMatch match = time.match(text);
        temporal.precision = Temporal::Precision::Time;
        temporal.time = match.hasMatch() ? timeFrom(match.captured(1), match.captured(2)) : QTime();
        return temporal.time.isValid() ? std::optional(temporal) : std::nullopt;
    }
    const QRegularExpressionMatch match = (type == ItemType::Date ? date : dateTime).match(text);
    if (!match.hasMatch() || !readDay(match, temporal))
        return std::nullopt;
    if (match.captured(4).isEmpty())
        return temporal;
    const QTime clock = timeFrom(match.captured(4), match.captured(5));
    const std::optional<int> offset = offsetFrom(match.captured(6));
    if (temporal.precision != Temporal::Precision::Day || !clock.isValid() || !offset)
        return std::nullopt;
    temporal.precision = Temporal::Precision::Time;
    temporal.instant = QDateTime(temporal.day, clock, Qt::OffsetFromUTC, *offset).toUTC();
    return temporal;
}

std::optional<int> compare(const Temporal &a, const Temporal &b)
{
    using Precision = Temporal::Precision;
    if (a.time.isValid() != b.time.isValid())
        return std::nullopt;
    if (a.time.isValid())
        return sign(a.time, b.time);
    if (a.instant.isValid() && b.instant.isValid())
        return sign(a.instant, b.instant);
    const Precision common = std::min({a.precision, b.precision, Precision::Day});
    int order = sign(a.day.year(), b.day.year());
    if (order == 0 && common >= Precision::Month)
        order = sign(a.day.month(), b.day.month());
    if (order == 0 && common >= Precision::Day)
        order = sign(a.day.day(), b.day.day());
    return order != 0 || a.precision == b.precision ? std::optional(order) : std::nullopt;
}

} // namespace handrail
