// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>

namespace handrail {

/// What a form is called before the person who answers it: the named instruments of design clinical 2 in plain words, because their own titles
/// ("PHQ-9") are for staff; any other by its title. Never empty.
[[nodiscard]] QString formTitle(const QString &url, const QString &title);

} // namespace handrail
