// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QLocale>
#include <optional>

namespace handrail {

/// A number as a person typed it: "3.5" and "3,5" both are three and a half, in every locale; digits of any script; blanks and signs that
/// set thousands apart are passed over. One lone sign before exactly three digits sets thousands apart where `locale` writes it so
/// ("1,000" in English, "1.000" in German). nullopt for anything else, also for "1e3", "inf" and 20 digits.
[[nodiscard]] std::optional<double> readTypedNumber(const QString &text, const QLocale &locale);

} // namespace handrail
