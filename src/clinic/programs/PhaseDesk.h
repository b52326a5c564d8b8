// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/WallClock.h"
#include "clinic/records/Records.h"
#include "clinic/records/Validator.h"

#include <QDate>
#include <QString>
#include <functional>

namespace handrail::clinic {

/// What became of saying that a patient's next phase began.
struct PhaseStep {
    enum class State {
        Begun,       ///< the plan is written
        NotAPatient, ///< nobody who can be in a program; as for an enrolment
        NoTimeZone,  ///< of the patient's clinic: what day it is there is not known
        NotEnrolled, ///< no EpisodeOfCare is active or on hold
        NoPlan,      ///< no CarePlan of a program is active
        SeveralPlans,
        NotBegun,      ///< no phase of the plan is current
        SeveralPhases, ///< more than one is
        LastPhase,     ///< none comes after the current one
        DayAhead,      ///< later than today on the clinic's wall
        DayTaken,      ///< the current phase began on that day, or later: `day`
        NotStored      ///< the plan would not be valid, or the database refused it: `detail`
    };
    State state = State::Begun;
    QString plan;     ///< id of the CarePlan
    QString from;     ///< title of the phase that ended
    QString to;       ///< of the one that began
    QDate day;        ///< the first of it
    QString ended;    ///< id of the EpisodeOfCare that ended with the phase; empty: it goes on
    QString begun;    ///< of the one that began
    int leftOver = 0; ///< sessions planned for the phase before that stay booked from `day` on: it ended earlier than planned
    int early = 0;    ///< sessions planned for the new phase that are before `day`: it began later
    QString detail;
};

/// Says in a patient's plan that the current phase has ended and the next one has begun, as the app reads it (design api 2a): the one is completed
/// the day before, the other in progress from that day on. Where that one is in another level of care, the EpisodeOfCare that was enrolled with the
/// plan (else the only one) ends with the one phase and the next begins with the other; else it stays, as the sessions do.
class PhaseDesk
{
public:
    /// Called when the plan was written, in the transaction.
    using Follow = std::function<Result<void>(const PhaseStep &step)>;

    explicit PhaseDesk(Records &records, Follow follow = {});

    /// `day`: on the clinic's wall; invalid: today.
    [[nodiscard]] PhaseStep next(const QString &patientId, const QDate &day);

private:
    struct Writing {
        QJsonObject plan, ended, begun; ///< the episodes are empty where one goes on
    };
    [[nodiscard]] PhaseStep planned(const QString &patientId, QDate day, Writing &writing);
    /// `planned`: the day on which the new phase was to begin.
    void countMisplaced(const QString &patientId, const QDate &planned, const WallClock &clock, PhaseStep &step);
    [[nodiscard]] QList<QJsonObject> recordsOf(const QString &patientId, const QString &type);

    Records &m_records;
    Validator m_validator;
    Follow m_follow;
};

} // namespace handrail::clinic
