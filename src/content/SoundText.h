// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QStringView>

namespace handrail {

/// True when a text of the content holds nothing that people cannot see or that changes how the rest is read: no control characters but
/// line ends, no format characters (overrides could make a number read backwards), no halves of characters, at most three marks on a letter.
[[nodiscard]] bool isSoundText(QStringView text);

} // namespace handrail
