// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QJsonObject>
#include <QString>

namespace handrail {

/// What the person did and what the app said to it, one line of JSON each, on the disk before the call returns. The checker believes this file
/// and nothing else about what was promised.
class History
{
public:
    /// Appends to `path`. Ends the program when it cannot: a run without its history decides nothing.
    explicit History(const QString &path);
    ~History();
    History(const History &) = delete;
    History &operator=(const History &) = delete;

    /// INVOKE before a call, OK after the app said "saved", FAILED after it said that it is not, HELP when the help page came up. Of changes: SEEN
    /// before answers go in the place of those that stood on the page; PUTAWAY before the person's own go in favour of what the clinic has;
    /// ELSEWHERE before another device answers, TAKEN after the clinic said that it has that.
    void note(const char *event, const QString &token, QJsonObject facts = {});

private:
    int m_file = -1;
};

} // namespace handrail
