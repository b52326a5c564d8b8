// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>

namespace handrail {

/// What a server did under load.
struct LoadResult {
    double requestsPerSecond = 0;
    double serverCpuMicroseconds = 0; ///< per request
    long serverRssKib = 0;            ///< after the load
    bool isComplete = false;          ///< every answer was a 200
};

/// Sends `request` (its whole bytes) `count` times over `connections` kept-alive connections to 127.0.0.1:`port`, one in flight on each.
[[nodiscard]] LoadResult load(int port, qint64 serverPid, const QByteArray &request, int connections, int count);

} // namespace handrail
