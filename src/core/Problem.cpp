// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Problem.h"

#include <array>

namespace handrail {

tl::unexpected<Problem> problem(ProblemKind kind, QString detail, bool isRetryable)
{
    return tl::make_unexpected(Problem{kind, isRetryable, std::move(detail)});
}

QString nameOf(ProblemKind kind)
{
    static constexpr std::array names{"Offline",         "Timeout",        "Tls",
                                      "Insecure",        "BadAddress",     "NotFhir",
                                      "NoSmart",         "ServerBusy",     "ServerError",
                                      "SignInNeeded",    "SignInDenied",   "SignInAbandoned",
                                      "SignInMismatch",  "SignInUnproven", "UnsentOfAnother",
                                      "Forbidden",       "NotFound",       "Conflict",
                                      "Rejected",        "BadData",        "WrongPatient",
                                      "KeychainMissing", "KeychainBusy",   "KeyUnavailable",
                                      "StoreFull",       "StoreReadOnly",  "StoreForeign",
                                      "StoreNewer",      "StoreBroken",    "StoreInUse",
                                      "NotErased",       "Locked",         "PinWrong",
                                      "PinEnded",        "MemoryShort",    "SignInEnded",
                                      "NotForThem",      "AppUnknown",     "Cancelled"};
    static_assert(names.size() == std::size_t(ProblemKind::Cancelled) + 1);
    return QLatin1String(names.at(std::size_t(kind)));
}

std::optional<ProblemKind> kindNamed(QStringView name)
{
    for (int kind = 0; kind <= int(ProblemKind::Cancelled); ++kind) {
        if (nameOf(ProblemKind(kind)) == name)
            return ProblemKind(kind);
    }
    return std::nullopt;
}

QDebug operator<<(QDebug debug, const Problem &problem)
{
    QDebugStateSaver saver(debug);
    debug.nospace().noquote() << nameOf(problem.kind);
    if (problem.httpStatus)
        debug << " (" << problem.httpStatus << ')';
    if (!problem.detail.isEmpty())
        debug << ": " << problem.detail;
    return debug;
}

} // namespace handrail
