// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Assignment.h"
#include "core/Clock.h"
#include "core/Program.h"
#include "sync/Records.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>
#include <optional>

namespace handrail {

/// One form that is to be answered, or was: by whom it was asked, from when to when, and what became of it.
struct Assignment {
    /// Who asks: the clinic by a Task, by the plan of care (design api rows 4, 4a), or the usual rhythm of clinical 2.
    enum class Source { Task, Plan, Rhythm };
    /// Due: it can be answered now. A day that has passed does not end it, so nothing is ever "missed"; the next one of its form does.
    enum class State { Later, Due, Done };

    QString id;            ///< stays the same for the same asking: what Navigator's Form takes
    QString questionnaire; ///< canonical, with its version where the clinic names one
    QString title;         ///< what the clinic calls this asking; empty: the form's name holds
    Source source = Source::Rhythm;
    State state = State::Due;
    QDate from;              ///< the first day; valid
    QDate until;             ///< the last day on which it is expected; invalid: none
    QString identifier;      ///< urn:uuid under which its answers go: two devices make the same
    QString answered;        ///< identifier of the answers, when they were given
    QDateTime answeredAt;    ///< with the offset of the place where it was; valid with `answered`
    bool isUnderWay = false; ///< Done here, and the clinic has not heard of it yet

    [[nodiscard]] QString url() const { return questionnaire.section(u'|', 0, 0); }
};

/// What there is to know for assignments().
struct AssignmentFacts {
    QString patientId;
    QList<CareTask> tasks;
    QList<PlannedForm> planned;
    QList<FormName> forms;          ///< that the clinic serves
    QList<SubmittedForm> submitted; ///< newest first
    std::optional<Program> program;
    QDate screenEarly; ///< since when check-ins make the PHQ-2 due early (screenEarlySince()); invalid: they do not
};

/// Every form that is asked for: what is due, first what the clinic asked for itself, and of that what is expected soonest; then what comes
/// later; then what was done, the newest first. Pure. `now` is UTC; days are those of `zone`.
///
/// A Task is done when it says so, or when answers lie under its identifier. One whose last day has passed is left out when a later one of the
/// same form has begun. A form of the plan is done when answers to it were given in its
/// time. While nothing of the clinic's in these two ways is open, comes later or comes again, and it serves the forms, their usual rhythm
/// holds: PHQ-2 and GAD-2 once in each calendar week, PHQ-9 and GAD-7 at the beginning, in weeks 4 and 8 and at the end of the program; in
/// those weeks, and while they are due, they stand in the place of the short ones. Without a program that has dates the long ones are asked
/// once. The daily check-in is not among these: it has its own place.
///
/// After three low days the PHQ-2 is due early, for seven days, whoever asks for what else (clinical 3.2): unless it or the PHQ-9 is due now
/// anyway, or was answered since, or the program has not begun or is over.
///
/// No form is due twice at a time; the clinic's own asking goes first.
[[nodiscard]] QList<Assignment> assignments(const AssignmentFacts &facts, const QDateTime &now, const QTimeZone &zone);

/// The one that Navigator's Form means: by Assignment::id, else the due one of this canonical or of the form that an asking which is over was
/// about, else what to know of a form that nobody asked for and that is served here. nullopt when there is no such form.
[[nodiscard]] std::optional<Assignment> assignmentNamed(const QString &argument, const QList<Assignment> &list,
                                                        const AssignmentFacts &facts, const QDate &today);

/// The facts from what is stored here. `today` is a day of this device's zone. Before all is here, in the first download, answers that
/// lie behind very many others are not looked for: with each part of it that would be done again.
[[nodiscard]] AssignmentFacts assignmentFacts(const Records &records, const QDate &today, bool isAllHere);

} // namespace handrail
