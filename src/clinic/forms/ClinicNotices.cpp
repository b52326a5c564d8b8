// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/ClinicNotices.h"

#include "clinic/base/FhirTime.h"
#include "clinic/forms/DerivedRecord.h"
#include "core/Ids.h"

#include <QJsonArray>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> writeNotice(Records &records, QLatin1String kind, const QString &from, const QString &patient,
                         const QStringList &about)
{
    const auto reference = [](const QString &target) { return QJsonObject{{u"reference"_s, target}}; };
    const QString type = u"Communication"_s, id = newId().toString(QUuid::WithoutBraces);
    QJsonObject told = derivedRecord(type, id, u"message"_s);
    told.insert(u"status"_s, u"completed"_s);
    told.insert(u"category"_s, QJsonArray{codeable(canonical(u"CodeSystem/message-kind"), kind)});
    told.insert(u"subject"_s, reference(patient));
    told.insert(u"sender"_s, reference(from));
    QJsonArray things;
    for (const QString &each : about)
        things.append(reference(each));
    told.insert(u"about"_s, things);
    told.insert(u"sent"_s, QString::fromLatin1(writeInstant(records.clock().nowUtc().toMSecsSinceEpoch())));
    return writeDerived(records, type, id, told);
}

} // namespace

bool isClinicsNotice(const QString &kind)
{
    return kind == sharingEnded || kind == joinedLate || kind == sharingTooShort || kind == newRelative;
}

Result<void> writeSharingEnded(Records &records, const QString &consentId, const QString &patient)
{
    return writeNotice(records, sharingEnded, patient, patient, {u"Consent/" + consentId});
}

Result<void> writeJoinedLate(Records &records, const QString &appointmentId, const QString &patient, const QString &who)
{
    return writeNotice(records, joinedLate, who, patient, {u"Appointment/" + appointmentId});
}

Result<void> writeSharingTooShort(Records &records, const QString &appointmentId, const QString &patient, const QString &relative)
{
    return writeNotice(records, sharingTooShort, patient, patient, {u"Appointment/" + appointmentId, relative});
}

Result<void> writeNewRelative(Records &records, const QString &appointmentId, const QString &patient, const QString &relative)
{
    return writeNotice(records, newRelative, patient, patient, {u"Appointment/" + appointmentId, relative});
}

} // namespace handrail::clinic
