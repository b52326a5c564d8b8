// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"

#include <QString>
#include <map>
#include <optional>

namespace handrail {

class Records;

/// The forms that old answers are read by: each by the version that it answers (Records::formAnswered, for the daily check-in with the one that
/// the app brings along), looked for once. What comes to the store later is not seen.
class FormsAnswered
{
public:
    explicit FormsAnswered(const Records &records);

    /// nullptr: it is not here. Holds as long as this does.
    [[nodiscard]] const Form *to(const CompletedForm &answers);

private:
    const Records &m_records;
    std::map<QString, std::optional<Form>> m_forms; ///< by canonical with version
};

} // namespace handrail
