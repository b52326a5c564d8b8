// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Json.h"
#include "fhir/Names.h"
#include "fhir/Read.h"
#include "fhir/References.h"

#include <algorithm>
#include <cmath>

namespace handrail::fhir {

namespace {

constexpr std::size_t mostInputs = 50;
constexpr qsizetype mostPlanned = 100;

TaskStatus statusOf(std::string_view code)
{
    if (code == "completed")
        return TaskStatus::Completed;
    if (code == "cancelled" || code == "rejected" || code == "failed")
        return TaskStatus::TakenBack;
    if (code == "draft" || code == "on-hold")
        return TaskStatus::Waiting;
    return TaskStatus::Open;
}

/// "https://clinic.example/Questionnaire/phq-9|1.0.0" names a form; a canonical has no spaces.
bool isFormCanonical(const QString &canonical)
{
    return canonical.contains(u"/Questionnaire/") && !canonical.contains(u' ');
}

/// What the clinic put in for the one who does it: by our own or the SDC's code, or because nothing but a form can be meant.
QString formOf(const Node &root)
{
    const std::vector<Node> inputs = root["input"].items();
    for (std::size_t i = 0; i < inputs.size() && i < mostInputs; ++i) {
        const QString canonical = inputs[i]["valueCanonical"].code();
        const bool isForm = inputs[i]["type"].codeIn(names::sdcCodes) == "questionnaire" && !canonical.isEmpty();
        if (isForm || isFormCanonical(canonical))
            return canonical;
    }
    const QString instantiated = root["instantiatesCanonical"].code();
    return isFormCanonical(instantiated) ? instantiated : QString();
}

/// Days between two times that a FHIR Timing names; 0 when it is asked once, or in a rhythm that is not of days.
int everyDaysOf(const Node &repeat)
{
    const double period = repeat["period"].number().value_or(0);
    const std::string_view unit = repeat["periodUnit"].view();
    const double days = unit == "d" ? period : unit == "wk" ? period * 7 : unit == "mo" ? period * 30 : 0;
    return days >= 1 && days <= 3660 ? int(std::lround(days)) : 0;
}

} // namespace

Result<CareTask> readTask(const QByteArray &json, const QString &language)
{
    const auto parsed = Json::parseResource(json, "Task");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    if (root["status"].view() == "entered-in-error")
        return problem(ProblemKind::NotFound, QStringLiteral("Task entered in error"));
    CareTask task;
    task.id = toQString(root["id"].view());
    task.status = statusOf(root["status"].view());
    task.questionnaire = formOf(root);
    if (const Target focus = targetOf(root["focus"]); task.questionnaire.isEmpty() && focus.type == "Questionnaire")
        task.questionnaireId = toQString(focus.id);
    task.title = root.said("description", language).line();
    task.from = readDayOf(root["restriction"]["period"]["start"].code());
    task.due = readDayOf(root["restriction"]["period"]["end"].code());
    if (!task.from.isValid())
        task.from = readDayOf(root["executionPeriod"]["start"].code());
    if (!task.due.isValid())
        task.due = readDayOf(root["executionPeriod"]["end"].code());
    task.authored = readInstant(root["authoredOn"].code());
    return task;
}

Result<QList<PlannedForm>> readPlannedForms(const QByteArray &json, const QString &language)
{
    const auto parsed = Json::parseResource(json, "CarePlan");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const std::string_view intent = root["intent"].view();
    if (root["status"].view() != "active" || intent == "proposal" || intent == "option")
        return QList<PlannedForm>();
    QList<PlannedForm> planned;
    for (const Node &activity : root["activity"].items()) {
        const Node detail = activity["detail"];
        const std::string_view status = detail["status"].view();
        const bool isOff = status == "cancelled" || status == "stopped" || status == "entered-in-error" || status == "on-hold"
            || detail["doNotPerform"].boolean().value_or(false);
        for (const Node &canonical : detail["instantiatesCanonical"].items()) {
            if (isOff || planned.size() >= mostPlanned || !isFormCanonical(canonical.code()))
                continue;
            const Node repeat = detail["scheduledTiming"]["repeat"];
            const Node bounds = repeat.isValid() ? repeat["boundsPeriod"] : detail["scheduledPeriod"];
            PlannedForm form;
            form.questionnaire = canonical.code();
            form.title = detail.said("description", language).line();
            form.from = readDayOf(bounds["start"].code());
            form.due = readDayOf(bounds["end"].code());
            form.everyDays = everyDaysOf(repeat);
            form.isCompleted = status == "completed";
            if (!form.from.isValid())
                form.from = readDayOf(root["period"]["start"].code());
            planned << form;
        }
    }
    return planned;
}

QStringList namedForms(const QByteArray &json)
{
    QStringList named;
    if (const Result<CareTask> task = readTask(json)) {
        if (!task->questionnaire.isEmpty() && task->status != TaskStatus::TakenBack)
            named << task->questionnaire;
    } else if (const Result<QList<PlannedForm>> planned = readPlannedForms(json)) {
        for (const PlannedForm &form : *planned)
            named << form.questionnaire;
    }
    return named;
}

TaskStanding compareTask(const QByteArray &stored, const QByteArray &update)
{
    const auto theirs = Json::parseResource(stored, "Task");
    const auto ours = Json::parseResource(update, "Task");
    if (!theirs || !ours)
        return TaskStanding::Closed;
    const std::string_view status = theirs->root()["status"].view();
    if (status == "entered-in-error" || statusOf(status) == TaskStatus::TakenBack)
        return TaskStanding::Closed;
    if (status != ours->root()["status"].view())
        return TaskStanding::Open;
    const std::vector<Node> ourOutput = ours->root()["output"].items();
    const std::vector<Node> output = theirs->root()["output"].items();
    const bool isThere = std::all_of(ourOutput.begin(), ourOutput.end(), [&](const Node &wanted) {
        const std::string_view value = wanted["valueReference"]["identifier"]["value"].view();
        return std::any_of(output.begin(), output.end(),
                           [&](const Node &one) { return one["valueReference"]["identifier"]["value"].view() == value; });
    });
    return isThere ? TaskStanding::Same : TaskStanding::Open;
}

} // namespace handrail::fhir
