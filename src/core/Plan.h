// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace handrail {

/// One step towards a goal: an activity of the plan that refers to it, or a target of its own.
struct GoalStep {
    QString text;
    QStringList helpers;  ///< who helps, in the clinic's words
    QDate due;            ///< invalid: none
    bool isDone = false;  ///< the clinic says so
    bool hasState = true; ///< a target has none
};

/// FHIR Goal.lifecycleStatus and achievementStatus, as far as the one whose goal it is meets them.
/// Ended: worked on no more, and not reached.
enum class GoalState { Working, Reached, OnHold, Ended };

/// A goal of the patient's: a FHIR R4 Goal (design api row 2b). One that is only proposed, or was given up, is none.
struct PlanGoal {
    QString id;
    QString words; ///< may be empty
    GoalState state = GoalState::Working;
    QList<GoalStep> steps;
    QStringList helpers;
    QDate reviewDate; ///< when it is looked at again; invalid when the clinic does not say
};

/// A step of a plan with the ids of the goals that it is for.
struct PlannedStep {
    QStringList goals;
    GoalStep step;
};

/// A time in one level of care: a FHIR EpisodeOfCare (row 2).
struct CareLevel {
    enum class State { Planned, Running, OnHold, Ended };
    struct Pause {
        QDate from;
        QDate until; ///< invalid: not over
    };
    QString id;
    QString code;  ///< of HR/CodeSystem/program: iop, php, dnt, op, aftercare; empty for any other
    QString title; ///< in the clinic's words; may be empty
    State state = State::Running;
    QDate from;  ///< invalid when unknown
    QDate until; ///< invalid: open
    QList<Pause> pauses;
};

} // namespace handrail
