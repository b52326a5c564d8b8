// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// Line 1 is Retry-After, line 2 the answer's own Date.

#include "Fuzz.h"
#include "clinic/http/HttpText.h"
#include "net/RetryAfter.h"

namespace handrail::fuzz {

void prepare() {}

void run(Input input)
{
    const QByteArray value = input.line();
    const QByteArray date = input.line();
    const int wait = readRetryAfter(value, date);
    require(wait == -1 || (wait >= 1 && wait <= 3600), "a wait is between a second and an hour");
    const QByteArray digits = value.trimmed();
    const bool isNumber = !digits.isEmpty() && digits.size() < 18
        && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    const qlonglong seconds = digits.toLongLong();
    if (isNumber)
        require(wait == int(std::clamp<qlonglong>(seconds, 1, 3600)), "a number of seconds is kept within its bounds");
    for (const QByteArray &text : {value, date}) {
        const auto read = readHttpDate(text);
        if (!read)
            continue;
        const auto again = readHttpDate(QByteArray::fromStdString(clinic::httpDate(read->toSecsSinceEpoch())));
        require(again && *again == *read, "the clinic writes dates as the app reads them");
    }
    const auto until = readHttpDate(value);
    const auto now = readHttpDate(date);
    if (until && now)
        require(wait == int(std::clamp<qint64>(now->secsTo(*until), 1, 3600)), "a date is measured against the answer's own");
}

} // namespace handrail::fuzz
