// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ClinicReading.h"

namespace handrail::test {

// Answers to the forms of the sample clinic, as the app sends them, for tests.

/// JSON, written with single quotes.
inline QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

inline const QString formBase = QStringLiteral("https://handrail.example/fhir/Questionnaire/");

inline QJsonObject weighed(int weight)
{
    static const QStringList codes{QStringLiteral("LA6568-5"), QStringLiteral("LA6569-3"), QStringLiteral("LA6570-1"),
                                   QStringLiteral("LA6571-9")};
    return {{QStringLiteral("valueCoding"),
             QJsonObject{{QStringLiteral("extension"),
                          QJsonArray{QJsonObject{
                              {QStringLiteral("url"), QStringLiteral("http://hl7.org/fhir/StructureDefinition/ordinalValue")},
                              {QStringLiteral("valueDecimal"), weight}}}},
                         {QStringLiteral("system"), QStringLiteral("http://loinc.org")},
                         {QStringLiteral("code"), codes.value(weight)}}}};
}

inline QJsonObject answeredItem(const QString &linkId, const QJsonObject &answer)
{
    return {{QStringLiteral("linkId"), linkId}, {QStringLiteral("answer"), QJsonArray{answer}}};
}

/// q1, q2 ... with these weights; -1 is skipped.
inline QJsonArray scale(const QList<int> &weights)
{
    QJsonArray items;
    for (qsizetype i = 0; i < weights.size(); ++i) {
        if (weights.at(i) >= 0)
            items.append(answeredItem(QStringLiteral("q%1").arg(i + 1), weighed(weights.at(i))));
    }
    return items;
}

/// A choice of the daily check-in.
inline QJsonObject chosen(const QString &linkId, const QString &code)
{
    const QString list = linkId == QLatin1String("use") ? QStringLiteral("yes-no")
        : linkId == QLatin1String("meds")               ? QStringLiteral("meds-taken")
                                                        : linkId;
    return answeredItem(
        linkId,
        {{QStringLiteral("valueCoding"),
          QJsonObject{{QStringLiteral("system"), QString(QStringLiteral("https://handrail.example/fhir/CodeSystem/") + list)},
                      {QStringLiteral("code"), code}}}});
}

inline QJsonObject slept(double hours)
{
    return {{QStringLiteral("linkId"), QStringLiteral("sleep")},
            {QStringLiteral("item"),
             QJsonArray{answeredItem(QStringLiteral("sleep-hours"), {{QStringLiteral("valueDecimal"), hours}})}}};
}

/// Maya's finished answers. `form` is an id and a version ("phq-9|1.0.0").
inline QJsonObject answersTo(const QString &form, const QJsonArray &items,
                             const QString &authored = QStringLiteral("2026-11-18T16:00:00-05:00"))
{
    const QJsonObject maya{{QStringLiteral("reference"), QStringLiteral("Patient/p101")}};
    QJsonObject made{{QStringLiteral("resourceType"), QStringLiteral("QuestionnaireResponse")},
                     {QStringLiteral("identifier"),
                      QJsonObject{{QStringLiteral("system"), QStringLiteral("urn:ietf:rfc:3986")},
                                  {QStringLiteral("value"), QString::fromLatin1(newUrn())}}},
                     {QStringLiteral("questionnaire"), QString(formBase + form)},
                     {QStringLiteral("status"), QStringLiteral("completed")},
                     {QStringLiteral("subject"), maya},
                     {QStringLiteral("author"), maya},
                     {QStringLiteral("source"), maya},
                     {QStringLiteral("authored"), authored}};
    if (!items.isEmpty())
        made.insert(QStringLiteral("item"), items);
    return made;
}

inline QByteArray identifierOf(const QJsonObject &response)
{
    return response.value(QLatin1String("identifier")).toObject().value(QLatin1String("value")).toString().toLatin1();
}

inline QList<QJsonObject> resourcesOf(const QJsonObject &bundle)
{
    QList<QJsonObject> resources;
    for (const QJsonValue &entry : entriesOf(bundle))
        resources.append(entry.toObject().value(QLatin1String("resource")).toObject());
    return resources;
}

inline const QString mayaScope =
    QStringLiteral("launch/patient patient/Patient.rs patient/QuestionnaireResponse.crus patient/Observation.rs patient/Flag.rs "
                   "patient/Communication.crs patient/Task.rus user/Questionnaire.rs user/Organization.rs");

} // namespace handrail::test
