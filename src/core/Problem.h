// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>
#include <QtDebug>
#include <optional>
#include <tl/expected.hpp>

namespace handrail {

/// What went wrong, in terms that the app can act on. The words for people are added in view/ProblemText only.
enum class ProblemKind {
    Offline,         ///< no route, name not found, connection refused
    Timeout,         ///< the whole request took longer than its deadline
    Tls,             ///< the server's identity could not be checked
    Insecure,        ///< plain http to an address that is not loopback
    BadAddress,      ///< not a usable server address
    NotFhir,         ///< something answered, but it is not a FHIR R4 server
    NoSmart,         ///< a FHIR server without SMART App Launch sign-in
    ServerBusy,      ///< 429 or 503
    ServerError,     ///< other 5xx
    SignInNeeded,    ///< 401, or a refresh token that is no longer good
    SignInDenied,    ///< the person or the clinic said no on the sign-in page
    SignInAbandoned, ///< the sign-in page was never finished
    SignInMismatch,  ///< wrong state, issuer or nonce: the answer belongs to another sign-in
    SignInUnproven,  ///< nothing that can be checked says who signed in
    UnsentOfAnother, ///< another person's unsent things are here in memory alone and would be lost
    Forbidden,       ///< 403
    NotFound,        ///< 404, 410
    Conflict,        ///< 409, 412
    Rejected,        ///< other definite 4xx: the server will never take this as it is
    BadData,         ///< cannot be read: cut short, wrong type, over a limit
    WrongPatient,    ///< the record is about somebody else; nothing of it was kept
    KeychainMissing, ///< no working keychain on this device
    KeychainBusy,    ///< the keychain did not answer in time
    KeyUnavailable,  ///< a store exists, its key cannot be had now
    StoreFull,       ///< no space left
    StoreReadOnly,   ///< cannot be written
    StoreForeign,    ///< the file is not a Handrail store
    StoreNewer,      ///< written by a newer Handrail
    StoreBroken,     ///< damaged, or a record fails its seal
    StoreInUse,      ///< another Handrail process has it
    NotErased,       ///< something of an account that was erased is still on the disk
    Locked,          ///< a PIN keeps the store shut
    PinWrong,        ///< the PIN did not match; the try is counted
    PinEnded,        ///< too many tries: this PIN opens nothing any more
    MemoryShort,     ///< not enough memory to check a PIN
    SignInEnded,     ///< the clinic said that nothing is shared with a relative any more, and what was is erased here
    NotForThem,      ///< who signed in is neither patient nor relative
    AppUnknown,      ///< the clinic's server does not let this app in, or not with what it asks for
    Cancelled        ///< the caller went away
};

/// A failure. `detail` is for the log: codes and positions, never what a patient wrote, never an identifier.
struct Problem {
    ProblemKind kind = ProblemKind::BadData;
    bool isRetryable = false;
    QString detail;
    int httpStatus = 0;         ///< 0 when no HTTP answer was involved
    int retryAfterSeconds = -1; ///< from Retry-After, clamped to 1..3600; -1 when absent
    bool isUnsent = false;      ///< the request certainly never reached the server, so nothing there can have changed
};

template <typename T>
using Result = tl::expected<T, Problem>;

/// `return problem(ProblemKind::Offline, "connect")` in a function that returns Result<T>.
[[nodiscard]] tl::unexpected<Problem> problem(ProblemKind kind, QString detail = {}, bool isRetryable = false);

/// The enumerator's name, for the log.
[[nodiscard]] QString nameOf(ProblemKind kind);
/// The kind with this name; nullopt when there is none.
[[nodiscard]] std::optional<ProblemKind> kindNamed(QStringView name);

QDebug operator<<(QDebug debug, const Problem &problem);

} // namespace handrail
