// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Json.h"
#include "fhir/Names.h"
#include "fhir/Read.h"

#include <algorithm>

namespace handrail::fhir {

namespace {

bool hasCode(const Node &flag, std::string_view code)
{
    const auto codings = flag["code"]["coding"].items();
    return std::any_of(codings.begin(), codings.end(), [&](const Node &coding) {
        return coding["system"].view() == names::flags && coding["code"].view() == code;
    });
}

/// A flag that hides the family feature is for staff, whatever else it says.
bool isForPatient(const Node &flag)
{
    return hasCode(flag, "patient-visible") && !hasCode(flag, "no-joint");
}

} // namespace

bool isFlagForPatient(const QByteArray &json)
{
    const auto parsed = Json::parseResource(json, "Flag");
    return parsed && isForPatient(parsed->root());
}

Result<ShownFlag> readFlag(const QByteArray &json, const QString &language)
{
    const auto parsed = Json::parseResource(json, "Flag");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    if (!isForPatient(root) || root["status"].view() != "active")
        return problem(ProblemKind::NotFound, QStringLiteral("Flag that is over, or not for the patient"));
    ShownFlag flag{root["code"].said("text", language).line(), readDayOf(root["period"]["start"].code()),
                   readDayOf(root["period"]["end"].code())};
    for (const Node &coding : root["code"]["coding"].items()) {
        if (flag.text.isEmpty() && coding["system"].view() != names::flags)
            flag.text = coding.said("display", language).line();
    }
    if (flag.text.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("Flag without words"));
    return flag;
}

} // namespace handrail::fhir
