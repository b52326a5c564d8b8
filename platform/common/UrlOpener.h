// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>
#include <QUrl>
#include <functional>

namespace handrail {

/// Hands an address to the system; false when nothing takes it.
using UrlOpener = std::function<bool(const QUrl &url)>;
/// Whether some program on this device opens addresses of this scheme ("tel").
using SchemeQuestion = std::function<bool(const QString &scheme)>;

/// QDesktopServices::openUrl.
[[nodiscard]] UrlOpener systemOpener();

} // namespace handrail
