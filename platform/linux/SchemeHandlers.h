// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>

namespace handrail {

/// True when an installed program has said that it opens addresses of this scheme: reads the desktop's own lists (freedesktop.org "MIME
/// application associations" 1.0.1: mimeapps.list and mimeinfo.cache) and starts no program.
[[nodiscard]] bool hasSchemeHandler(const QString &scheme);

} // namespace handrail
