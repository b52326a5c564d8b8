// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>

namespace handrail {

/// What somebody is, for a person to read: "Counselor", "sister". `words` as the clinic has them, or as the patient wrote them; may be empty. `code` of
/// HR/CodeSystem/team-role or v3-RoleCode; empty: `words` may be one. A role that is known is said in the app's language; words that say more than
/// that stay as they are.
[[nodiscard]] QString roleText(const QString &code, const QString &words);

} // namespace handrail
