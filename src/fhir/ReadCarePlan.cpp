// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Json.h"
#include "fhir/Names.h"
#include "fhir/Read.h"

#include <algorithm>

namespace handrail::fhir {

namespace {

std::optional<PhaseStatus> phaseStatus(std::string_view code)
{
    if (code == "completed")
        return PhaseStatus::Completed;
    if (code == "in-progress" || code == "on-hold")
        return PhaseStatus::InProgress;
    if (code == "cancelled" || code == "stopped" || code == "entered-in-error")
        return std::nullopt;
    return PhaseStatus::NotStarted;
}

} // namespace

Result<std::optional<Program>> readProgram(const QByteArray &json, const QString &language)
{
    const auto parsed = Json::parseMeant(json, "CarePlan");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const auto categories = root["category"].items();
    const bool isProgram = std::any_of(categories.begin(), categories.end(),
                                       [](const Node &category) { return category.codeIn(names::carePlanKinds) == "program"; });
    const std::string_view status = root["status"].view();
    const std::string_view intent = root["intent"].view();
    const bool isMeant = status != "draft" && status != "revoked" && intent != "proposal" && intent != "option";
    if (!isProgram || !isMeant)
        return std::optional<Program>();

    Program program;
    program.id = root["id"].code();
    program.title = root.said("title", language).line();
    program.madeBy = root["author"]["display"].line();
    program.made = readDayOf(root["created"].code());
    program.reviewDate = readDayOf(root.extension(names::reviewDate)["valueDate"].code());
    program.isActive = status == "active";
    program.isOver = status == "completed";
    program.start = readDayOf(root["period"]["start"].code());
    program.end = readDayOf(root["period"]["end"].code());
    for (const Node &activity : root["activity"].items()) {
        const Node detail = activity["detail"];
        const std::string_view code = detail["code"].codeIn(names::programPhases);
        const auto phaseState = phaseStatus(detail["status"].view());
        if (code.empty() || !phaseState)
            continue;
        Phase phase;
        phase.code = toQString(code);
        phase.title = detail.said("description", language).line();
        if (phase.title.isEmpty())
            phase.title = detail["code"].conceptText(language);
        phase.status = *phaseState;
        phase.start = readDayOf(detail["scheduledPeriod"]["start"].code());
        phase.end = readDayOf(detail["scheduledPeriod"]["end"].code());
        program.phases << phase;
    }
    return std::optional<Program>(std::move(program));
}

Result<bool> isActiveMedication(const QByteArray &json)
{
    const auto medicine = readMedicine(json);
    if (!medicine)
        return tl::make_unexpected(medicine.error());
    return *medicine && !(*medicine)->isOnHold && !(*medicine)->isWhenNeeded();
}

} // namespace handrail::fhir
