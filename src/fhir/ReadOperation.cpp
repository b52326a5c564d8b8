// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Json.h"
#include "fhir/Names.h"
#include "fhir/Read.h"
#include "fhir/References.h"

namespace handrail::fhir {

namespace {

constexpr std::size_t mostParameters = 100;

QString valueOf(const Node &parameter)
{
    for (const char *choice :
         {"valueString", "valueCode", "valueUrl", "valueUri", "valueInstant", "valueDateTime", "valueDate", "valueId"}) {
        if (const QString text = parameter[choice].code(); !text.isEmpty())
            return text;
    }
    if (const auto yes = parameter["valueBoolean"].boolean())
        return *yes ? QStringLiteral("true") : QStringLiteral("false");
    return toQString(targetOf(parameter["valueReference"]).id);
}

} // namespace

Result<QHash<QString, QString>> readParameters(const QByteArray &json)
{
    const auto parsed = Json::parse(json);
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    if (parsed->root()["resourceType"].view() != "Parameters")
        return problem(ProblemKind::BadData, QStringLiteral("no Parameters"));
    QHash<QString, QString> values;
    const std::vector<Node> parameters = parsed->root()["parameter"].items();
    for (std::size_t i = 0; i < parameters.size() && i < mostParameters; ++i) {
        const QString name = parameters[i]["name"].code();
        if (!name.isEmpty() && !values.contains(name))
            values.insert(name, valueOf(parameters[i]));
    }
    return values;
}

std::optional<Refusal> readRefusal(const QByteArray &json)
{
    const auto parsed = Json::parse(json);
    if (!parsed || parsed->root()["resourceType"].view() != "OperationOutcome")
        return std::nullopt;
    for (const Node &issue : parsed->root()["issue"].items()) {
        Refusal refusal;
        refusal.code = toQString(issue["details"].codeIn(names::familyRefusals));
        refusal.opensAt = readInstant(issue.extension(names::opensAt)["valueInstant"].code());
        if (!refusal.code.isEmpty())
            return refusal;
    }
    return std::nullopt;
}

Result<QStringList> readOfferedOperations(const QByteArray &json)
{
    const auto parsed = Json::parse(json);
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    if (parsed->root()["resourceType"].view() != "CapabilityStatement")
        return problem(ProblemKind::NotFhir, QStringLiteral("no CapabilityStatement"));
    QStringList names;
    for (const Node &rest : parsed->root()["rest"].items()) {
        if (rest["mode"].view() == "client")
            continue;
        for (const Node &resource : rest["resource"].items()) {
            for (const Node &operation : resource["operation"].items())
                names << QString(resource["type"].code() % u'/' % operation["name"].code());
        }
    }
    return names;
}

} // namespace handrail::fhir
