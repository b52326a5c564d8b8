// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/WallClock.h"
#include "clinic/programs/ProgramTemplate.h"
#include "clinic/records/Records.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <optional>
#include <utility>
#include <vector>

namespace handrail::clinic {

/// Everything that a program makes of one first day at one clinic, and for each patient the records of it: EpisodeOfCare, CarePlan with phases,
/// an Appointment for each session, a Task for each week. Pure.
///
/// Weeks are counted from the first day. A session stays at its time on the wall; one that the clocks skip is as much later as they jump, of
/// one that they show twice the first is taken. Ids are made of patient, program and first day: the same enrolment has the same.
class Enrolment
{
public:
    struct Clinic {
        QString id; ///< of its Organization
        QString name;
        WallClock clock;
        QHash<QString, QString> names; ///< by reference: of Practitioners and Locations of the program
    };
    struct Person {
        QString id;
        QString name;
        QString careTeam; ///< id; may be empty
    };
    /// `today`: on the clinic's wall; a program that starts later is planned and not yet begun.
    Enrolment(const ProgramTemplate &program, const QDate &start, const QDate &today, Clinic clinic);

    /// The EpisodeOfCare first. nullopt when one of them cannot be written down (draftOf).
    [[nodiscard]] std::optional<std::vector<Draft>> draftsFor(const Person &person) const;
    /// The same, as they are read.
    [[nodiscard]] QList<QJsonObject> recordsFor(const Person &person) const;
    [[nodiscard]] QString episodeId(const QString &patientId) const;

    [[nodiscard]] QDate start() const { return m_start; }
    [[nodiscard]] bool isBegun() const { return m_isBegun; }
    /// The last day of the phases that have an end; invalid when the only one is open.
    [[nodiscard]] QDate end() const { return m_end; }
    [[nodiscard]] const ProgramTemplate &program() const { return m_program; }

    /// Practitioner/x and Location/x of a program.
    [[nodiscard]] static QStringList namedIn(const ProgramTemplate &program);

private:
    /// What a record says of everybody.
    struct Stub {
        QString suffix; ///< of the id
        QJsonObject json;
        QJsonArray others; ///< who comes beside the patient
        bool isAlone = false;
        QByteArray text; ///< `json`, written once for all
    };
    [[nodiscard]] std::vector<std::pair<const Stub *, QJsonObject>> partsFor(const Person &person) const;
    void addSessions(const ProgramPhase &phase, const QDate &first);
    void addSession(const ProgramPhase &phase, const ProgramSession &session, const QDate &day, int time);
    void addTasks(const ProgramPhase &phase, const QDate &first);
    [[nodiscard]] QJsonObject episode() const;
    [[nodiscard]] QJsonObject plan(const QDate &today) const;

    ProgramTemplate m_program;
    QDate m_start;
    QDate m_end;
    bool m_isBegun;
    Clinic m_clinic;
    QJsonArray m_identifier; ///< of the program and first day; the same for all
    Stub m_episode, m_plan;
    QList<Stub> m_sessions, m_tasks;
    QHash<QString, int> m_times; ///< how many sessions begin at one time, by suffix
};

} // namespace handrail::clinic
