// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDate>
#include <QList>
#include <QString>

namespace handrail {

/// FHIR CarePlan.activity.detail.status, as far as a phase needs it.
enum class PhaseStatus { NotStarted, InProgress, Completed };

/// One phase of the program (code system HR/CodeSystem/program-phase).
struct Phase {
    QString code;  ///< iop, step-down, aftercare ...
    QString title; ///< in the clinic's words
    PhaseStatus status = PhaseStatus::NotStarted;
    QDate start; ///< invalid when the plan has no dates
    QDate end;   ///< last day; invalid when open
};

/// The patient's program: a FHIR CarePlan of category program. Phases are in the plan's order; the current one is the one the
/// clinic marks in progress, never one inferred from dates (design api 1.2).
struct Program {
    QString id;
    QString title;
    QString madeBy;   ///< in the clinic's words; may be empty
    QDate made;       ///< invalid when unknown
    QDate reviewDate; ///< when it is looked at again; invalid when the clinic does not say
    QDate start;
    QDate end;            ///< invalid when open-ended: then no weeks are counted
    bool isActive = true; ///< the clinic has it running (FHIR CarePlan.status)
    bool isOver = false;  ///< completed; one that rests is neither
    QList<Phase> phases;
};

/// When somebody at the clinic looks at what was sent: what the clinic says of itself, and the app never promises more
/// (extension HR/StructureDefinition/monitoring on the Organization).
enum class Monitoring { None, BusinessHours, AroundTheClock };

/// A phone number of the clinic, as data for the Help page. Not secret and kept outside the sealed store.
struct ClinicContact {
    QString name;  ///< the clinic's name
    QString phone; ///< ^\+?[0-9]{2,15}$
    QString hours; ///< plain words; may be empty
    Monitoring monitoring = Monitoring::None;

    bool operator==(const ClinicContact &) const = default;
};

} // namespace handrail
