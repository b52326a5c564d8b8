// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/sample/SampleClinicPeople.h"
#include "clinic/sample/SampleClinicTimetable.h"

#include <QJsonObject>
#include <QList>
#include <QMap>

namespace handrail::clinic {

// The sample clinic's FHIR R4 records, shaped as design api 1 says.

/// Organization, Locations, Practitioners.
[[nodiscard]] QList<QJsonObject> sampleClinicRecords();
/// Patient, RelatedPersons, care team, program, goals, medicine, consents: everything about a person but sessions and check-ins.
[[nodiscard]] QList<QJsonObject> samplePatientRecords(const SamplePatient &patient, const SampleClinicCalendar &calendar);
/// One Appointment for each patient of each session, none of which names another patient.
[[nodiscard]] QList<QJsonObject> sampleAppointments(const QList<SampleSession> &sessions, const QList<SamplePatient> &patients,
                                                    const SampleClinicCalendar &calendar);
/// The check-ins from the first day of the program to yesterday, with gaps. `questionnaire` is the daily check-in's form.
[[nodiscard]] QList<QJsonObject> sampleCheckIns(const SamplePatient &patient, const SampleClinicCalendar &calendar,
                                                const QJsonObject &questionnaire);
/// The same of somebody whose program began on `begun`: one each week from `first` on, and none left out.
[[nodiscard]] QList<QJsonObject> sampleWeeklyCheckIns(const SamplePatient &patient, const SampleClinicCalendar &calendar,
                                                      const QJsonObject &questionnaire, const QDate &begun, const QDate &first);

/// A thread between the patient and the counselor, of which the last is new, and one announcement.
[[nodiscard]] QList<QJsonObject> sampleMessages(const SamplePatient &patient, const SampleClinicCalendar &calendar);
/// PHQ-9 and GAD-7 as the patient filled them in once a week, with their scores, and the Tasks of the current week. The forms by their ids.
[[nodiscard]] QList<QJsonObject> sampleForms(const SamplePatient &patient, const SampleClinicCalendar &calendar,
                                             const QMap<QString, QJsonObject> &questionnaires);

} // namespace handrail::clinic
