// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/Retry.h"

#include <QRandomGenerator>
#include <algorithm>

namespace handrail {

using namespace std::chrono_literals;

Retry::Retry(std::function<double()> random)
    : m_random(random ? std::move(random) : [] { return QRandomGenerator::global()->generateDouble(); })
{
}

std::chrono::milliseconds Retry::jittered(std::chrono::milliseconds base, int doublings, std::chrono::milliseconds longest) const
{
    std::chrono::milliseconds limit = base;
    for (int i = 0; i < doublings && limit < longest; ++i)
        limit *= 2;
    limit = std::min(limit, longest);
    return std::chrono::milliseconds(qint64(double(limit.count()) * m_random()));
}

std::chrono::milliseconds Retry::beforeRun(int failures, int retryAfterSeconds) const
{
    const auto wait = std::max<std::chrono::milliseconds>(500ms, jittered(2s, failures - 1, longestRunWait));
    return std::max<std::chrono::milliseconds>(wait, std::chrono::seconds(retryAfterSeconds));
}

std::chrono::milliseconds Retry::beforeUncertainItem(int attempts, int retryAfterSeconds) const
{
    return std::max<std::chrono::milliseconds>(
        {settled, std::chrono::seconds(retryAfterSeconds), jittered(settled, attempts, longestItemWait)});
}

std::chrono::milliseconds Retry::beforeUnsentItem(int attempts) const
{
    return std::max<std::chrono::milliseconds>(500ms, jittered(2s, attempts - 1, longestRunWait));
}

bool Retry::isDue(const QDateTime &at, const QDateTime &now)
{
    return !at.isValid() || at <= now || now.msecsTo(at) > std::chrono::milliseconds(longestItemWait + 1min).count();
}

bool Retry::stopsRun(const Problem &problem)
{
    switch (problem.kind) {
    case ProblemKind::Offline:
    case ProblemKind::Timeout:
    case ProblemKind::Tls:
    case ProblemKind::Insecure:
    case ProblemKind::BadAddress:
    case ProblemKind::NotFhir:
    case ProblemKind::ServerBusy:
    case ProblemKind::SignInNeeded:
    case ProblemKind::StoreFull:
    case ProblemKind::StoreReadOnly:
    case ProblemKind::StoreForeign:
    case ProblemKind::StoreNewer:
    case ProblemKind::StoreBroken:
    case ProblemKind::StoreInUse:
    case ProblemKind::Cancelled: return true;
    default: return false;
    }
}

} // namespace handrail
