// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ClinicProcess.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QUuid>

namespace handrail::test {

// Reading what a FHIR server answers, for tests.

inline QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline QJsonArray entriesOf(const QJsonObject &bundle)
{
    return bundle.value(QLatin1String("entry")).toArray();
}

inline QStringList idsOf(const QJsonObject &bundle)
{
    QStringList ids;
    for (const QJsonValue &entry : entriesOf(bundle))
        ids.append(entry.toObject().value(QLatin1String("resource")).toObject().value(QLatin1String("id")).toString());
    return ids;
}

inline QByteArray linkOf(const QJsonObject &bundle, const char *relation)
{
    for (const QJsonValue &link : bundle.value(QLatin1String("link")).toArray()) {
        if (link.toObject().value(QLatin1String("relation")).toString() == QLatin1String(relation))
            return link.toObject().value(QLatin1String("url")).toString().toLatin1();
    }
    return {};
}

inline QByteArray newUrn()
{
    return "urn:uuid:" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

/// Starts the sample clinic on a Wednesday evening and signs in a patient and a counselor. False when one of these fails.
inline bool startStaffed(ClinicProcess &clinic, QByteArray &maya, QByteArray &dana, const QString &database = {},
                         const QString &patientScope = QStringLiteral(
                             "launch/patient patient/Patient.rs patient/Appointment.rs patient/QuestionnaireResponse.crus "
                             "patient/Task.rus patient/CareTeam.rs patient/MedicationRequest.rs patient/Communication.crs"))
{
    QStringList arguments{QStringLiteral("demo"), QStringLiteral("--now"), QStringLiteral("2026-11-18T22:00:00Z")};
    if (!database.isEmpty())
        arguments << QStringLiteral("--database") << database;
    if (!clinic.start(arguments))
        return false;
    const auto patient = clinic.signIn(QStringLiteral("maya"), QStringLiteral("demo"), patientScope);
    const auto counselor =
        clinic.signIn(QStringLiteral("dana"), QStringLiteral("demo"), QStringLiteral("openid fhirUser user/*.crus"));
    if (!patient || !counselor || patient->patientId != QLatin1String("p101"))
        return false;
    maya = patient->accessToken;
    dana = counselor->accessToken;
    return true;
}

} // namespace handrail::test
