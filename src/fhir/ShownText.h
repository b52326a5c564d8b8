// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>

namespace handrail::fhir {

enum class Lines { One, Many };

/// The longest text from a server that is shown, in UTF-16 units; the rest gives way to an ellipsis.
inline constexpr qsizetype maximumShown = 4096;
/// The longest answer: FHIR R4 has no string beyond 1 MB. Cut like other texts, it would be sent back short when it is changed.
inline constexpr qsizetype maximumSaid = 1024 * 1024;

/// Text from a server, fit to be shown to a person: control characters and those that turn the direction of text are taken out, half
/// surrogates read as U+FFFD, at most three marks stay on one letter, blanks at both ends go (design security row 7). With
/// Lines::One line ends become blanks; with Lines::Many they stay as \n.
[[nodiscard]] QString shownText(const QString &text, Lines lines, qsizetype maximum = maximumShown);

} // namespace handrail::fhir
