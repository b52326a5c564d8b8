// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QHash>
#include <QString>
#include <algorithm>
#include <chrono>

namespace handrail::clinic {

/// How many writes an account may still make: many at once, as after weeks offline, then ten a second. For the server's thread.
class WriteRate
{
public:
    static constexpr double atOnce = 600;
    static constexpr double eachSecond = 10;

    /// Takes one. False: none is left at `now`, a monotonic time.
    [[nodiscard]] bool take(const QString &account, std::chrono::milliseconds now)
    {
        auto bucket = m_buckets.find(account);
        if (bucket == m_buckets.end())
            bucket = m_buckets.insert(account, {atOnce, now});
        const double seconds = std::chrono::duration<double>(now - bucket->at).count();
        bucket->left = std::min(atOnce, bucket->left + seconds * eachSecond);
        bucket->at = now;
        if (bucket->left < 1)
            return false;
        bucket->left -= 1;
        return true;
    }

private:
    struct Bucket {
        double left = 0;
        std::chrono::milliseconds at{};
    };
    QHash<QString, Bucket> m_buckets; ///< as many as there are accounts
};

} // namespace handrail::clinic
