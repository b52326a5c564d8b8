// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/sample/SampleClinic.h"

#include "clinic/forms/ShippedForms.h"
#include "clinic/sample/SampleClinicAftercare.h"
#include "clinic/sample/SampleClinicRecords.h"

#include <QJsonDocument>

namespace handrail::clinic {

namespace {

/// By their ids.
QMap<QString, QJsonObject> questionnaires()
{
    QMap<QString, QJsonObject> forms;
    for (const QString &id : QStringList{QStringLiteral("daily-checkin")} + shippedInstruments())
        forms.insert(id, QJsonDocument::fromJson(shippedForm(id)).object());
    return forms;
}

} // namespace

QList<QJsonObject> sampleResources(const QDateTime &nowUtc)
{
    const SampleClinicCalendar calendar(nowUtc);
    const QList<SamplePatient> patients = samplePatients();
    const QMap<QString, QJsonObject> forms = questionnaires();

    QList<QJsonObject> resources = sampleClinicRecords();
    resources << forms.values();
    for (const SamplePatient &patient : patients)
        resources << samplePatientRecords(patient, calendar);
    resources << sampleAppointments(sampleSessions(calendar, patients), patients, calendar);
    for (const SamplePatient &patient : patients)
        resources << sampleCheckIns(patient, calendar, forms.value(QStringLiteral("daily-checkin")));
    resources << sampleForms(patients.at(0), calendar, forms);
    resources << sampleMessages(patients.at(0), calendar);
    resources << sampleAftercare(calendar, forms.value(QStringLiteral("daily-checkin")));
    return resources;
}

QList<SampleUser> sampleUsers()
{
    const QString password = QStringLiteral("demo");
    const QList<SamplePatient> patients = samplePatients();
    const SamplePatient &maya = patients.at(0);
    const SamplePatient &jordan = patients.at(1);
    const SampleStaff dana = sampleStaff().at(0);

    const auto patient = [&](const QString &name, const SamplePatient &who) {
        return SampleUser{name,
                          password,
                          QStringLiteral("patient"),
                          QStringLiteral("Patient/") + who.id,
                          {who.id},
                          who.given + u' ' + who.family + QStringLiteral(", patient"),
                          who.given + u' ' + who.family + QStringLiteral(", paciente")};
    };
    const auto relative = [&](const QString &name, const SamplePatient &of, const QString &relation) {
        const SampleRelative &who = of.relatives.at(0);
        return SampleUser{name,
                          password,
                          QStringLiteral("relative"),
                          QStringLiteral("RelatedPerson/") + who.id,
                          {of.id},
                          who.given + u' ' + who.family + QStringLiteral(", ") + who.relation + QStringLiteral(" of ") + of.given,
                          who.given + u' ' + who.family + QStringLiteral(", ") + relation + QStringLiteral(" de ") + of.given};
    };
    return {patient(QStringLiteral("maya"), maya),
            relative(QStringLiteral("rosa"), maya, QStringLiteral("hermana")),
            patient(QStringLiteral("jordan"), jordan),
            relative(QStringLiteral("lee"), jordan, QStringLiteral("hermano")),
            patient(QStringLiteral("nell"), sampleAftercarePatient()),
            SampleUser{QStringLiteral("dana"),
                       password,
                       QStringLiteral("staff"),
                       QStringLiteral("Practitioner/") + dana.id,
                       {},
                       dana.shown + QStringLiteral(", counselor"),
                       dana.shown + QStringLiteral(", consejera")}};
}

} // namespace handrail::clinic
