// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QUrl>

namespace handrail::clinic {

/// Somebody may be sent there to join a session: https, or this machine; with a host, and without a name or password in it. Nothing else is ever
/// opened, so nothing else is taken in.
[[nodiscard]] bool isVideoAddress(const QUrl &url);
/// The same of a text as it was written: strictly a URL, of 500 characters at most.
[[nodiscard]] bool isVideoAddress(const QString &text);

} // namespace handrail::clinic
