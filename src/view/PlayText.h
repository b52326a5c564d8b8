// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QCoreApplication>
#include <QString>
#include <QVariantList>
#include <chrono>

namespace handrail {

/// Short times of an exercise, as they are shown and said. A second that has begun is still there.
class PlayText
{
    Q_DECLARE_TR_FUNCTIONS(PlayText)
public:
    [[nodiscard]] static QString clock(std::chrono::milliseconds left);   ///< "1:15"
    [[nodiscard]] static QString seconds(std::chrono::milliseconds left); ///< "6 seconds"
    [[nodiscard]] static QString spoken(std::chrono::milliseconds left);  ///< "1 minute, 15 seconds left"
    [[nodiscard]] static QString ofAll(std::chrono::milliseconds total);  ///< "left of 3 min"; under a minute "left of 40 s"
    /// A list of {code, text}: the minutes, and how they are written.
    [[nodiscard]] static QVariantList lengths(const QList<int> &minutes);
};

} // namespace handrail
