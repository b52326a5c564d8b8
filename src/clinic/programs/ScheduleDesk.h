// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/WallClock.h"
#include "clinic/programs/ScheduleFile.h"
#include "clinic/records/Records.h"
#include "clinic/records/Validator.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <functional>
#include <optional>
#include <utility>

namespace handrail::clinic {

/// What a schedule comes to: an Appointment for each patient of each session, none of which names another patient.
struct ScheduleCounts {
    int added = 0;
    int changed = 0;
    int same = 0;              ///< are there already, as the file has them
    int withoutAddress = 0;    ///< sessions by video without an address: only links that are made at the tap lead into them
    int clashes = 0;           ///< two of one kind at one time for somebody who is not in one of them by the file, and has it still
    QList<ScheduleIssue> told; ///< these, and what stays cancelled: said, and keeps nothing out
};

/// Brings a clinic's schedule in, all of it or nothing. A session with an id of the clinic's own can come again: its time, its status and the rest
/// of what the file says are changed, and everything else in its Appointments stays, also what the file has no column for. Sessions that the file
/// does not name stay as they are. Without an id the same session twice is wrong; so are two of one kind for one patient at one time, as they are when the whole file is in, but
/// for a patient who is no more in the group that one of them is of.
class ScheduleDesk
{
public:
    /// Called with each Appointment that was written, in the transaction.
    using Follow = std::function<Result<void>(const Record &record)>;

    explicit ScheduleDesk(Records &records, Follow follow = {});

    /// What is wrong with the file and beside what is stored is added to `issues`, in the order of lines; then nothing is written. `isDryRun`: nor
    /// otherwise. The problems of Records::write.
    [[nodiscard]] Result<ScheduleCounts> import(const ScheduleFile &file, bool isDryRun, QList<ScheduleIssue> &issues);

private:
    struct Place {
        QString organization;
        WallClock clock;
    };
    struct Planned {
        QString id;
        Draft draft;
    };
    /// When a patient will be in a session, once the whole file is in.
    struct Slot {
        qsizetype line = 0;
        QString id; ///< of the Appointment
        QString patient;
        qint64 start = 0;
        QString kind;
        bool isNew = false;   ///< was not there, or then, or not of this kind
        bool isOther = false; ///< has it still, and is on hold, out of the group or not named
    };
    struct Plan {
        std::vector<Planned> writes;
        QList<Slot> taken; ///< of sessions that take place
        QSet<QString> ids; ///< of all Appointments that the file names
        ScheduleCounts counts;
        QList<ScheduleIssue> issues;
        QHash<QString, const ScheduleRow *> sessions;             ///< by key
        QHash<QString, qsizetype> places;                         ///< line by session and patient
        QSet<QString> held;                                       ///< keys of sessions that somebody whom the file names had before
        QList<std::pair<const ScheduleRow *, Place>> comingAgain; ///< sessions with an id
    };
    [[nodiscard]] Plan planned(const ScheduleFile &file);
    void planRow(Plan &plan, const ScheduleRow &row);
    void planForAll(Plan &plan, const ScheduleRow &row, const QStringList &patients, const Place &place);
    void planOthers(Plan &plan, const ScheduleRow &row, const Place &place);
    void planFor(Plan &plan, const ScheduleRow &row, const QString &patientId, const Place &place, const QString &key);
    [[nodiscard]] QJsonObject made(const ScheduleRow &row, const Place &place, qint64 start, qint64 end);
    [[nodiscard]] bool mended(QJsonObject &appointment, const QJsonObject &wanted, const ScheduleRow &row, Plan &plan) const;
    [[nodiscard]] std::optional<Place> placeOf(Plan &plan, const ScheduleRow &row, const QStringList &patients);
    [[nodiscard]] std::optional<Place> formerPlaceOf(const ScheduleRow &row);
    [[nodiscard]] QStringList enrolledIn(const QString &group, bool isEver);
    [[nodiscard]] QStringList patientsOf(Plan &plan, const ScheduleRow &row);
    [[nodiscard]] std::optional<qint64> momentOf(Plan &plan, const ScheduleRow &row, const Place &place, bool isStart);
    void findClashes(Plan &plan);
    [[nodiscard]] QString isThereAlready(const Slot &slot, const QSet<QString> &named);
    [[nodiscard]] std::optional<QString> nameOf(const QString &reference);

    Records &m_records;
    Validator m_validator;
    Follow m_follow;
    QHash<QString, std::optional<Place>> m_places;  ///< by patient
    QHash<QString, std::optional<QString>> m_names; ///< by reference; nullopt: it is not here
};

} // namespace handrail::clinic
