// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "fhir/Json.h"

#include <string_view>

namespace handrail::fhir {

/// What a FHIR reference points at: the last two segments of a relative or absolute one, without a version (FHIR R4 references).
/// Both parts are empty for contained (#x), urn and unreadable ones.
struct Target {
    std::string_view type;
    std::string_view id;
    [[nodiscard]] bool is(std::string_view otherType, std::string_view otherId) const { return type == otherType && id == otherId; }
};

/// The target of a Reference element.
[[nodiscard]] Target targetOf(const Node &reference);
/// The same of the text in Reference.reference.
[[nodiscard]] Target targetOf(std::string_view reference);

} // namespace handrail::fhir
