// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Json.h"
#include "fhir/Names.h"
#include "fhir/Read.h"
#include "fhir/References.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace handrail::fhir {

namespace {

constexpr std::size_t mostActivities = 500;
constexpr qsizetype mostSteps = 200;
constexpr std::size_t mostTargets = 50;
constexpr std::size_t mostHistory = 100;

QString detailOf(const Node &target, const QString &language)
{
    if (const QString words = target.said("detailString", language).line(); !words.isEmpty())
        return words;
    if (const QString words = target["detailCodeableConcept"].conceptText(language); !words.isEmpty())
        return words;
    const Node quantity = target["detailQuantity"];
    const std::optional<double> value = quantity["value"].number();
    if (!value || !std::isfinite(*value))
        return {};
    return QString(QString::number(*value) % u' ' % quantity["unit"].line()).trimmed();
}

QStringList namesOf(const std::vector<Node> &references)
{
    QStringList names;
    for (const Node &reference : references) {
        const QString name = reference["display"].line();
        if (!name.isEmpty() && !names.contains(name) && names.size() < 10)
            names << name;
    }
    return names;
}

} // namespace

Result<QList<PlannedStep>> readPlannedSteps(const QByteArray &json, const QString &language)
{
    const auto parsed = Json::parseResource(json, "CarePlan");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const std::string_view intent = root["intent"].view();
    QList<PlannedStep> steps;
    if (root["status"].view() != "active" || intent == "proposal" || intent == "option")
        return steps;
    const std::vector<Node> activities = root["activity"].items();
    for (std::size_t i = 0; i < activities.size() && i < mostActivities && steps.size() < mostSteps; ++i) {
        const Node detail = activities[i]["detail"];
        const std::string_view status = detail["status"].view();
        if (!detail["code"].codeIn(names::programPhases).empty() || status == "cancelled" || status == "stopped"
            || status == "entered-in-error" || detail["doNotPerform"].boolean().value_or(false))
            continue;
        PlannedStep planned;
        for (const Node &goal : detail["goal"].items()) {
            if (const Target target = targetOf(goal); target.type == "Goal")
                planned.goals << toQString(target.id);
        }
        planned.step.text = detail.said("description", language).line();
        if (planned.step.text.isEmpty())
            planned.step.text = detail["code"].conceptText(language);
        if (planned.goals.isEmpty() || planned.step.text.isEmpty())
            continue;
        planned.step.helpers = namesOf(detail["performer"].items());
        planned.step.due = readDayOf(detail["scheduledPeriod"]["end"].code());
        planned.step.isDone = status == "completed";
        steps << planned;
    }
    return steps;
}

Result<std::optional<PlanGoal>> readGoal(const QByteArray &json, const QString &language)
{
    const auto parsed = Json::parseMeant(json, "Goal", Json::IdRule::Required, "lifecycleStatus");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const std::string_view status = root["lifecycleStatus"].view();
    if (status == "proposed" || status == "rejected" || status == "cancelled")
        return std::optional<PlanGoal>();
    PlanGoal goal;
    goal.id = root["id"].code();
    goal.words = root["description"].conceptText(language);
    const std::string_view achieved = root["achievementStatus"].codeIn("http://terminology.hl7.org/CodeSystem/goal-achievement");
    // "completed" is worked on no more; whether it was reached, the achievement says, where there is one.
    const bool isReached = achieved == "achieved" || achieved == "sustaining" || (status == "completed" && achieved.empty());
    goal.state = isReached      ? GoalState::Reached
        : status == "completed" ? GoalState::Ended
        : status == "on-hold"   ? GoalState::OnHold
                                : GoalState::Working;
    goal.reviewDate = readDayOf(root.extension(names::reviewDate)["valueDate"].code());
    const bool isSaid = goal.reviewDate.isValid();
    const std::vector<Node> targets = root["target"].items();
    for (std::size_t i = 0; i < targets.size() && i < mostTargets; ++i) {
        const Node &target = targets[i];
        const QDate due = readDayOf(target["dueDate"].code());
        if (!isSaid && due.isValid() && (!goal.reviewDate.isValid() || due < goal.reviewDate))
            goal.reviewDate = due;
        const QString measure = target["measure"].conceptText(language);
        const QString detail = detailOf(target, language);
        GoalStep step;
        // A target that only says the goal again is no step.
        step.text = measure == goal.words ? detail
            : detail.isEmpty()            ? measure
            : measure.isEmpty()           ? detail
                                          : QString(measure % u": " % detail);
        step.due = due;
        step.hasState = false;
        if (!step.text.isEmpty())
            goal.steps << step;
    }
    return std::optional<PlanGoal>(std::move(goal));
}

Result<std::optional<CareLevel>> readCareLevel(const QByteArray &json, const QString &language)
{
    const auto parsed = Json::parseMeant(json, "EpisodeOfCare");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const std::string_view status = root["status"].view();
    if (status == "cancelled")
        return std::optional<CareLevel>();
    CareLevel level;
    level.id = root["id"].code();
    level.state = status == "planned" || status == "waitlist" ? CareLevel::State::Planned
        : status == "onhold"                                  ? CareLevel::State::OnHold
        : status == "finished"                                ? CareLevel::State::Ended
                                                              : CareLevel::State::Running;
    for (const Node &type : root["type"].items()) {
        const std::string_view code = type.codeIn(names::programs);
        if (level.code.isEmpty() && !code.empty())
            level.code = toQString(code);
        if (level.title.isEmpty())
            level.title = type.conceptText(language);
    }
    level.from = readDayOf(root["period"]["start"].code());
    level.until = readDayOf(root["period"]["end"].code());
    const std::vector<Node> history = root["statusHistory"].items();
    for (std::size_t i = 0; i < history.size() && i < mostHistory; ++i) {
        const QDate from = readDayOf(history[i]["period"]["start"].code());
        if (history[i]["status"].view() == "onhold" && from.isValid())
            level.pauses << CareLevel::Pause{from, readDayOf(history[i]["period"]["end"].code())};
    }
    return std::optional<CareLevel>(std::move(level));
}

} // namespace handrail::fhir
