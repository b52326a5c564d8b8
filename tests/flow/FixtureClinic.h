// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "fakes/FakeFhirServer.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace handrail {

/// A record of tests/fixtures.
inline QJsonObject fixture(const char *name)
{
    QFile file(QStringLiteral(HANDRAIL_FIXTURES "/%1.json").arg(QLatin1String(name)));
    const QJsonObject record = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    if (record.isEmpty()) // else a page would only never come
        qFatal("no record in %s", qPrintable(file.fileName()));
    return record;
}

/// The clinic of the fixtures, where Maya has a group session today and the daily check-in.
inline void fillWithFixtures(FakeFhirServer &server, const QDateTime &now)
{
    server.setNow(now);
    server.setPerson({QStringLiteral("sub-maya"), QStringLiteral("Patient/maya"), QStringLiteral("maya")});
    for (const char *type :
         {"EpisodeOfCare", "MedicationRequest", "MedicationStatement", "Goal", "Communication", "CommunicationRequest", "Task",
          "QuestionnaireResponse", "AppointmentResponse", "Library", "Consent", "RelatedPerson", "Flag"})
        server.setRecords(QString::fromLatin1(type), {});
    server.setRecords(QStringLiteral("Appointment"), {fixture("appointment-group")});
    server.setRecords(QStringLiteral("CareTeam"), {fixture("careteam")});
    server.setRecords(QStringLiteral("CarePlan"), {fixture("careplan-program")});
    server.setRecords(QStringLiteral("Organization"), {fixture("organization")});
    server.setRecords(QStringLiteral("Location"), {fixture("location")});
    server.setRecords(QStringLiteral("Patient"), {fixture("patient")});
    server.setRecords(QStringLiteral("Questionnaire"), {fixture("questionnaire-daily-checkin")});
}

} // namespace handrail
