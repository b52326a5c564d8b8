// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/WallClock.h"
#include "clinic/records/Records.h"
#include "clinic/records/Validator.h"

#include <QDate>
#include <QList>
#include <QString>
#include <functional>
#include <optional>

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
    QString plan;      ///< id of the CarePlan
    QString from;      ///< title of the phase that ended
    QString to;        ///< of the one that began
    QDate day;         ///< the first of it
    QString ended;     ///< id of the EpisodeOfCare that ended with the phase; empty: it goes on
    QString begun;     ///< of the one that began
    QDate planned;     ///< the day on which it was to begin; invalid: not said
    int cancelled = 0; ///< sessions to come that the enrolment made for the phase before, which ended earlier than planned
    int leftOver = 0;  ///< others to come before `planned`: they stay booked
    int early = 0;     ///< sessions planned for the new phase that are before `day`: it began later
    int tasks = 0; ///< tasks before `planned` that the enrolment made for the phase before and the new one does not have: cancelled
    QDate until;   ///< the last day that is planned for the new phase; invalid: not said
    QDate bareFrom; ///< from then until `planned` no session is booked; invalid: one is
    QString detail;
};

/// What became of saying that a patient's enrolment is over.
struct EnrolmentEnd {
    enum class State {
        Ended,       ///< everything is written
        NotAPatient, ///< no such Patient; who has died or is not active can be ended
        NoTimeZone,  ///< as above
        NotEnrolled, ///< no EpisodeOfCare and no CarePlan of a program runs; `detail`: the first days of what is planned
        Several,     ///< more than one ran on that day, or is planned from it on: `detail`
        Either,      ///< it can be the last day of what runs or the first of what is planned: `detail`
        DayAhead,    ///< later than today on the clinic's wall
        TooEarly,    ///< it, or its current phase, began later: `day`
        NotStored    ///< a record would not be valid, or the database refused it: `detail`
    };
    State state = State::Ended;
    QString episode;        ///< id of the EpisodeOfCare; empty: there is none, or it had ended before
    QString plan;           ///< id of the CarePlan; empty: there is none, or it had ended before
    QDate day;              ///< the last one; the first of what had not begun
    bool isPlanned = false; ///< it had not begun: cancelled, and its plan revoked
    int sessions = 0;       ///< of the enrolment and still to come: cancelled
    int tasks = 0;          ///< of the enrolment, due from a later day on: cancelled
    int others = 0;         ///< sessions to come that no enrolment which goes on or is planned made: they stay booked
    QString detail;
};

/// Says in a patient's plan that the current phase has ended and the next one has begun, as the app reads it (design api 2a): the one is completed
/// the day before, the other in progress from that day on. Where that one is in another level of care, the EpisodeOfCare that was enrolled with the
/// plan (else the only one) ends with the one phase and the next begins with the other; else it stays. What the enrolment made for the phase that ended
/// early is cancelled; all other sessions stay. A plan of which no phase has begun is passed over beside one that goes on. Says, too, that an enrolment
/// is over.
class PhaseDesk
{
public:
    /// Called when the plan was written, in the transaction.
    using Follow = std::function<Result<void>(const PhaseStep &step)>;

    explicit PhaseDesk(Records &records, Follow follow = {});

    /// `day`: on the clinic's wall; invalid: today. A dry run says what would become of it, and nothing is written or follows; `begun` is then
    /// empty, too.
    [[nodiscard]] PhaseStep next(const QString &patientId, const QDate &day, bool isDryRun = false);

    /// Ends what runs: the EpisodeOfCare is finished, its CarePlan completed with the phase that goes on, later phases are cancelled, and so is what the
    /// enrolment has planned for later days. Of several, the one that had begun by that day. `day`: the last one; invalid: today, or the day on which the
    /// episode was to end, if that is past. What is planned is ended by its first day as `day`: cancelled with all of it, unless `day` may be the last of what runs. `follow`: called when all is written, in the transaction; not in a dry run, which writes nothing.
    [[nodiscard]] EnrolmentEnd end(const QString &patientId, const QDate &day,
                                   const std::function<Result<void>(const EnrolmentEnd &)> &follow = {}, bool isDryRun = false);

private:
    /// `writing` stays empty where nothing is to be written.
    [[nodiscard]] PhaseStep planned(const QString &patientId, QDate day, QList<QJsonObject> &writing);
    [[nodiscard]] EnrolmentEnd plannedEnd(const QString &patientId, const QDate &day, QList<QJsonObject> &writing);
    /// Cancels what the enrolment has planned for later.
    void cancelLater(const QString &patientId, const QList<QJsonObject> &enrolment, const WallClock &clock, EnrolmentEnd &end,
                     QList<QJsonObject> &writing);
    /// Plans, stores and follows in one transaction, or nothing; a dry run takes back what it stored. Says why not; empty, too, when nothing is to
    /// be written.
    [[nodiscard]] QString written(const std::function<void(QList<QJsonObject> &writing)> &plan,
                                  const std::function<Result<void>()> &follow, bool isDryRun);
    /// Why they cannot be stored; empty when they are.
    [[nodiscard]] QString stored(const QList<QJsonObject> &writing);
    [[nodiscard]] std::optional<WallClock> clockOf(const QJsonObject &patient);
    /// Cancels what is left of the phase before, and counts what else is on the wrong side of the day. `made`: as the ids of the enrolment's
    /// sessions begin.
    void settleSessions(const QString &patientId, const QString &made, const WallClock &clock, PhaseStep &step,
                        QList<QJsonObject> &writing);
    /// Cancels what the phase before alone asks for until the day on which the new one was to begin.
    void settleTasks(const QString &patientId, const QString &made, PhaseStep &step, QList<QJsonObject> &writing);
    [[nodiscard]] QList<QJsonObject> recordsOf(const QString &patientId, const QString &type);

    Records &m_records;
    Validator m_validator;
    Follow m_follow;
};

} // namespace handrail::clinic
