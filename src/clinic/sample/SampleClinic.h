// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace handrail::clinic {

/// Somebody who can sign in at the sample clinic.
struct SampleUser {
    QString name; ///< user name, "maya"
    QString password;
    QString role;         ///< patient, relative or staff
    QString fhirUser;     ///< Patient/<id>, RelatedPerson/<id> or Practitioner/<id>
    QStringList patients; ///< ids of the patients whom this person may open; none for staff
    QString words;        ///< for the sign-in page: "Maya Bell, patient"
    QString spanish;      ///< the same: "Maya Bell, paciente"
};

/// All records of the invented Harbor Street Clinic around this moment: 5 groups of 8 patients in week 5 of a 12-week evening
/// program, two relatives each, sessions from week 1 to 8 weeks after the program, past check-ins with gaps. The same `nowUtc`
/// gives the same records; within one week only what has happened since differs. Times are wall-clock times in America/New_York.
/// References point only at records of the list, and a record comes after those that it points at.
[[nodiscard]] QList<QJsonObject> sampleResources(const QDateTime &nowUtc);

/// Who can sign in, with the password "demo".
[[nodiscard]] QList<SampleUser> sampleUsers();

} // namespace handrail::clinic
