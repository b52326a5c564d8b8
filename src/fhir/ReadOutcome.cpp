// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Json.h"
#include "fhir/Read.h"

namespace handrail::fhir {

std::optional<Outcome> readOutcome(const QByteArray &json)
{
    const auto parsed = Json::parse(json);
    if (!parsed || parsed->root()["resourceType"].view() != "OperationOutcome")
        return std::nullopt;
    const auto issues = parsed->root()["issue"].items();
    if (issues.empty())
        return Outcome{};
    Node chosen = issues.front();
    for (const Node &issue : issues) {
        if (issue["severity"].view() == "fatal" || issue["severity"].view() == "error") {
            chosen = issue;
            break;
        }
    }
    const auto expressions = chosen["expression"].items();
    Outcome outcome;
    outcome.code = chosen["code"].code();
    outcome.diagnostics = chosen["diagnostics"].line();
    if (outcome.diagnostics.isEmpty())
        outcome.diagnostics = chosen["details"].conceptText();
    if (!expressions.empty())
        outcome.expression = expressions.front().code();
    return outcome;
}

QString issueCode(const QByteArray &json)
{
    const auto outcome = readOutcome(json);
    return outcome ? outcome->code : QString();
}

} // namespace handrail::fhir
