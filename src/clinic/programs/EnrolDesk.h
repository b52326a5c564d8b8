// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/programs/Enrolment.h"
#include "clinic/records/PatientStanding.h"
#include "clinic/records/Records.h"
#include "clinic/records/Validator.h"

#include <QMap>
#include <functional>
#include <map>
#include <set>

namespace handrail::clinic {

/// What became of one patient's enrolment.
struct Enrolled {
    enum class State {
        Enrolled,    ///< everything is written, or would be
        There,       ///< the same enrolment was made before: nothing was added
        Begun,       ///< the same; it was planned and has begun with its first day
        Cancelled,   ///< the same; it was cancelled, and its first day has come: `detail`, its EpisodeOfCare
        Ended,       ///< the same; it is over: `detail`, its EpisodeOfCare
        NotAPatient, ///< no such Patient
        Deceased,    ///< of the Patient
        Replaced,    ///< by another Patient
        Inactive,    ///< the Patient is not active
        NoClinic,    ///< the Patient has no managingOrganization that is here
        NoTimeZone,  ///< that says no zone that this system knows
        BadDate,     ///< the first day is not within a year
        NobodyThere, ///< the program names a Practitioner or Location that is not here: `detail`
        Elsewhere,   ///< another enrolment covers some of the same days: `detail`, its EpisodeOfCare
        NotValid,    ///< a record of it would not be valid: `detail`
        NotStored    ///< the database refused it: `detail`
    };
    QString patient; ///< id
    State state = State::Enrolled;
    QString detail;
    QMap<QString, int> counts; ///< records by type
    QString episode;           ///< id
    QDate ahead;               ///< the first day of one that is planned: the same command begins it from then on; else invalid
    [[nodiscard]] bool isRefused() const { return state > State::Begun; }
};

/// Enrols patients in a program, each whole or not at all. For a process of its own, beside a clinic that serves: the write lock is held for
/// some tens of milliseconds at a time.
class EnrolDesk
{
public:
    /// What follows from an enrolment, in its transaction.
    using Follow = std::function<Result<void>(const Enrolled &enrolled)>;

    EnrolDesk(Records &records, const ProgramTemplate &program, const QDate &start, Follow follow = {});

    /// In the order of `patients`, each told to `tell` once it is settled. The same id twice counts once.
    void enrol(const QStringList &patients, const std::function<void(const Enrolled &)> &tell);

    /// What would be written for this patient, and nothing is; empty when it is refused or was made before.
    [[nodiscard]] QList<QJsonObject> wouldBe(const QString &patientId, Enrolled &outcome);

    /// How many sessions of each by video have no address: only links that are made at the tap lead into them.
    [[nodiscard]] int withoutAddress() const { return m_withoutAddress; }

    /// How long the write lock was held at most, without the commit.
    [[nodiscard]] std::chrono::milliseconds longestHold() const { return m_longestHold; }

private:
    struct Prepared {
        Enrolled outcome;
        std::vector<Draft> drafts;
    };
    [[nodiscard]] const Enrolment *enrolmentAt(const QString &organizationId, Enrolled &outcome);
    [[nodiscard]] const Enrolment *checked(const QString &patientId, Enrolled &outcome, Enrolment::Person &person);
    [[nodiscard]] bool isElsewhere(const QString &patientId, const Enrolment &enrolment, Enrolled &outcome);
    [[nodiscard]] QString careTeamOf(const QString &patientId);
    [[nodiscard]] Prepared prepared(const QString &patientId);
    void store(Prepared &one);
    [[nodiscard]] Result<void> begin(Enrolled &outcome);
    void storeSlice(std::vector<Prepared> &slice, const std::function<void(const Enrolled &)> &tell);

    Records &m_records;
    Validator m_validator;
    ProgramTemplate m_program;
    QDate m_start;
    Follow m_follow;
    std::map<QString, Enrolment> m_enrolments;            ///< by Organization
    std::set<std::pair<const Enrolment *, bool>> m_valid; ///< whose records are valid, without and with a care team
    int m_withoutAddress = 0;
    std::chrono::milliseconds m_longestHold{0};
};

} // namespace handrail::clinic
