// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Log.h"
#include "fhir/Read.h"
#include "sync/OlderSessions.h"
#include "sync/Records.h"

#include <QHash>
#include <algorithm>

namespace handrail {

namespace {

constexpr int mostGoals = 1000;

QList<QByteArray> orNone(Result<QList<QByteArray>> result)
{
    if (!result)
        qCWarning(logSync) << "reading records:" << result.error();
    return std::move(result).value_or(QList<QByteArray>());
}

} // namespace

std::optional<Program> Records::program() const
{
    const QDate today = m_clock ? m_clock->today() : QDate();
    const auto rank = [&today](const Program &program) {
        if (!program.isActive)
            return 0;
        const bool isInPhase = std::any_of(program.phases.cbegin(), program.phases.cend(),
                                           [](const Phase &phase) { return phase.status == PhaseStatus::InProgress; });
        const bool isOfToday = today.isValid() && !(program.start.isValid() && today < program.start)
            && !(program.end.isValid() && program.end < today);
        return 1 + (isInPhase ? 2 : 0) + (isOfToday ? 1 : 0);
    };
    std::optional<Program> found;
    for (const QByteArray &json : orNone(m_store.records(QStringLiteral("CarePlan")))) {
        const Result<std::optional<Program>> program = fhir::readProgram(json, m_language);
        if (program && *program && (!found || rank(**program) > rank(*found)))
            found = *program;
    }
    return found;
}

QList<PlanGoal> Records::goals() const
{
    QList<PlanGoal> goals;
    QHash<QString, qsizetype> places;
    for (const QByteArray &json : orNone(m_store.records(QStringLiteral("Goal"), mostGoals))) {
        Result<std::optional<PlanGoal>> goal = fhir::readGoal(json, m_language);
        if (!goal || !*goal)
            continue;
        places.insert((*goal)->id, goals.size());
        goals << std::move(**goal);
    }
    if (goals.isEmpty())
        return goals;
    QList<QList<GoalStep>> planned(goals.size());
    for (const QByteArray &json : orNone(m_store.records(QStringLiteral("CarePlan")))) {
        for (const PlannedStep &step : fhir::readPlannedSteps(json, m_language).value_or(QList<PlannedStep>())) {
            for (const QString &id : step.goals) {
                if (const auto place = places.constFind(id); place != places.cend())
                    planned[*place] << step.step;
            }
        }
    }
    for (qsizetype i = 0; i < goals.size(); ++i) {
        for (const GoalStep &step : std::as_const(planned[i])) {
            for (const QString &name : step.helpers) {
                if (!goals[i].helpers.contains(name))
                    goals[i].helpers << name;
            }
        }
        goals[i].steps = planned[i] + goals[i].steps;
    }
    std::stable_sort(goals.begin(), goals.end(), [](const PlanGoal &a, const PlanGoal &b) {
        const auto rank = [](const PlanGoal &goal) {
            return goal.state == GoalState::Working ? 0 : goal.state == GoalState::OnHold ? 1 : 2;
        };
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.id < b.id;
    });
    return goals;
}

QDate Records::sessionsSince(const QDate &today) const
{
    const QDate held = sessionsHeld(m_store, today);
    const QDate first = firstDayOfCare(m_store);
    return first.isValid() && first >= held ? QDate() : held;
}

QList<CareLevel> Records::careLevels() const
{
    QList<CareLevel> levels;
    for (const QByteArray &json : orNone(m_store.records(QStringLiteral("EpisodeOfCare")))) {
        const Result<std::optional<CareLevel>> level = fhir::readCareLevel(json, m_language);
        if (level && *level)
            levels << **level;
    }
    std::stable_sort(levels.begin(), levels.end(), [](const CareLevel &a, const CareLevel &b) { return a.from > b.from; });
    return levels;
}

} // namespace handrail
