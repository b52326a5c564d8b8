// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "net/RetryAfter.h"

#include <QTimeZone>

#include <algorithm>
#include <array>

namespace handrail {

namespace {

constexpr int shortestWait = 1;
constexpr int longestWait = 3600;

/// Digits only, one to `most` of them.
std::optional<int> readDigits(QByteArrayView text, qsizetype most = 4)
{
    if (text.isEmpty() || text.size() > most)
        return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<QDateTime> readHttpDate(QByteArrayView text)
{
    // "Sun, 06 Nov 1994 08:49:37 GMT": fixed columns, so no locale can interfere.
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const QByteArrayView date = text.trimmed();
    if (date.size() != 29 || date.sliced(3, 2) != QByteArrayView(", ") || date.sliced(25) != QByteArrayView(" GMT")
        || date.at(7) != ' ' || date.at(11) != ' ' || date.at(16) != ' ' || date.at(19) != ':' || date.at(22) != ':')
        return std::nullopt;
    const auto month = std::find_if(months.begin(), months.end(),
                                    [name = date.sliced(8, 3)](const char *known) { return name == QByteArrayView(known); });
    const auto day = readDigits(date.sliced(5, 2));
    const auto year = readDigits(date.sliced(12, 4));
    const auto hour = readDigits(date.sliced(17, 2));
    const auto minute = readDigits(date.sliced(20, 2));
    const auto second = readDigits(date.sliced(23, 2));
    if (month == months.end() || !day || !year || !hour || !minute || !second)
        return std::nullopt;
    // RFC 9110 allows :60 for a leap second; QTime does not.
    const QDateTime read(QDate(*year, int(month - months.begin()) + 1, *day), QTime(*hour, *minute, std::min(*second, 59)),
                         Qt::UTC);
    return read.isValid() ? std::optional(read) : std::nullopt;
}

int readRetryAfter(QByteArrayView value, QByteArrayView dateHeader)
{
    QByteArrayView text = value.trimmed();
    if (isDigits(text)) {
        while (text.size() > 1 && text.front() == '0')
            text = text.sliced(1);
        return std::clamp(readDigits(text).value_or(longestWait), shortestWait, longestWait);
    }
    if (text.startsWith('-') && isDigits(text.sliced(1)))
        return shortestWait;
    const auto until = readHttpDate(text);
    const auto now = readHttpDate(dateHeader);
    if (!until || !now)
        return -1;
    return int(std::clamp<qint64>(now->secsTo(*until), shortestWait, longestWait));
}

} // namespace handrail
