// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

namespace handrail {

/// As the clinic has it on record.
enum class Sex { Unknown, Female, Male };

/// Whether the total of an AUDIT-C, 0 to 12, reaches its cut-off: 4 for men, 3 for women, and 3 where the sex is not known, so that nobody is
/// missed (design clinical 2). For the clinic's own use: a person is never told a band or a result.
[[nodiscard]] constexpr bool isAuditCPositive(double total, Sex sex)
{
    return total >= (sex == Sex::Male ? 4 : 3);
}

} // namespace handrail
