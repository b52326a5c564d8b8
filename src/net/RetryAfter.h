// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <optional>

namespace handrail {

/// An HTTP date in the form that servers must send (RFC 9110 5.6.7, IMF-fixdate), always GMT. Nothing for anything else.
[[nodiscard]] std::optional<QDateTime> readHttpDate(QByteArrayView text);

/// Retry-After (RFC 9110 10.2.3) in seconds, clamped to 1..3600: a server can neither make the app hammer it nor go silent for a year.
/// A date is measured against the answer's own Date header, so the device's clock does not matter; -1 when that cannot be done, and
/// when the value is absent or is neither a number nor a date.
[[nodiscard]] int readRetryAfter(QByteArrayView value, QByteArrayView dateHeader);

} // namespace handrail
