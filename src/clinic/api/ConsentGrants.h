// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/FhirTime.h"
#include "clinic/base/WallClock.h"
#include "clinic/records/Records.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <limits>

namespace handrail::clinic {

/// One provision of an active Consent that speaks of a relative: what it opens, or what it takes away again. A narrowing that the clinic
/// does not know makes a permit void and a deny wider, so that nothing is shown that somebody meant to keep back.
struct Grant {
    bool isDeny = false;
    bool isVoid = false; ///< narrowed in a way that the clinic cannot follow, here or further out; a permit then opens nothing
    TimeRange period;    ///< when it holds
    qint64 firstDay = std::numeric_limits<qint64>::min(); ///< the start of the day from which it holds, by the clinic's clocks
    QStringList classes;                  ///< resource types; a permit without any opens nothing, a deny without any shuts all
    QStringList codes;                    ///< HR/CodeSystem/share-scope: family-sessions, busy, attendance
    QStringList labels;                   ///< security labels that a permit extends to, or that a deny is limited to
    std::optional<TimeRange> data;        ///< only sessions in this time
    std::optional<QStringList> instances; ///< only these records (provision.data, meaning instance), as Type/id; a deny: sessions

    /// It is a permit of this share-scope.
    [[nodiscard]] bool isTelling(const char *scope) const { return !isDeny && codes.contains(QLatin1String(scope)); }
};

/// How far a resource is open to a relative (design clinical 7.2).
struct Opening {
    bool isWhole = false; ///< a family session, or a record of another listed type
    bool hasBusy =
        false; ///< else, of an Appointment: that there is one, from when to when (share-scope `busy`); of none after the permission
    bool hasAttendance =
        false; ///< whether the patient was there, once it is over (share-scope `attendance`); of no earlier day than that on
               ///< which the permission begins
};

/// What patients' Consents open to relatives (design api 2.4, row 7a; FHIR R4 Consent.provision). Only a Consent to share permits: scope
/// patient-privacy, category 59284-0, by opt-in. A permit must name the relative; a deny counts in any active Consent, and without an actor
/// it is meant for everybody; a deny wins over every permit, also over one inside it. Read anew after each write of a
/// Consent, RelatedPerson or Flag, so that a revocation bites on the next request.
class ConsentGrants
{
public:
    explicit ConsentGrants(Records &records)
        : m_records(records)
    {
    }

    /// The provisions that hold now between this relative and this patient. Empty when the RelatedPerson is unknown, not active or of
    /// another patient, when there is no active Consent, when one denies everything, or when the clinic shut it for the patient: then
    /// nothing at all may be seen.
    [[nodiscard]] QList<Grant> holding(const QString &relatedPersonId, const QString &patientId);
    /// The same at another time (milliseconds since 1970 UTC), as the Consents are now.
    [[nodiscard]] QList<Grant> holding(const QString &relatedPersonId, const QString &patientId, qint64 at);

    /// The last day on which the permits that hold now hold, by the clinic's clocks; of those of a share-scope alone, where one is named.
    /// nullopt: there is none; an invalid day: they have no end.
    [[nodiscard]] std::optional<QDate> lastDay(const QString &relatedPersonId, const QString &patientId,
                                               const char *scope = nullptr);

    /// When this Consent of the patient's holds as a whole, by the clinic's clocks. nullopt: that cannot be read, and nothing holds.
    [[nodiscard]] static std::optional<TimeRange> time(Records &records, const QString &patientId, const QJsonObject &consent);

    /// The clinic put the flag `no-joint` on the patient, as it fears for them: nothing is shared with relatives, and nothing tells so.
    [[nodiscard]] static bool areShut(Records &records, const QString &patientId);
    /// That flag, whether it holds or has ended.
    [[nodiscard]] static bool isShuttingFlag(const QJsonObject &flag);

    /// Of the clinic that treats the patient, whose days those of a Consent are. nullopt: it says no zone that this system knows.
    [[nodiscard]] static std::optional<WallClock> clockOf(Records &records, const QString &patientId);

    /// The day on which a moment is (milliseconds since 1970 UTC), from midnight to midnight by this clock; UTC without one.
    [[nodiscard]] static TimeRange dayOf(qint64 moment, const std::optional<WallClock> &clock);

    /// How far the grants open this resource; a deny shuts it.
    [[nodiscard]] static Opening opening(const QList<Grant> &grants, const QString &type, const QJsonObject &resource);

    /// The grants open this resource as a whole: its type, its share-scope, its labels, its time; and no deny takes it away.
    [[nodiscard]] static bool areOpening(const QList<Grant> &grants, const QString &type, const QJsonObject &resource);
    /// A deny takes this resource away, whatever else would open it.
    [[nodiscard]] static bool areDenying(const QList<Grant> &grants, const QString &type, const QJsonObject &resource);
    /// Some grant lists the type.
    [[nodiscard]] static bool areListing(const QList<Grant> &grants, const QString &type);

private:
    Records &m_records;
    QHash<QString, QList<Grant>> m_cache;
    quint64 m_generation = 0;
};

} // namespace handrail::clinic
