// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/family/KeptOut.h"

#include "clinic/base/FhirTime.h"
#include "clinic/family/FamilySessions.h"
#include "clinic/records/RecordWords.h"
#include "clinic/records/SearchIndex.h"
#include "core/Ids.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;
using namespace words;

QString keptOutOf(const QJsonObject &consent)
{
    const QJsonObject provision = consent.value("provision"_L1).toObject();
    const QString target = localReference(provision.value("data"_L1)[0]["reference"_L1]["reference"_L1].toString());
    return provision.value("type"_L1).toString() == "deny"_L1 && target.startsWith("Appointment/"_L1) ? target : QString();
}

QList<KeptOut> keptOutFor(Records &records, const QString &patient)
{
    QStringList ids;
    {
        Statement rows = records.database().statement(
            u"SELECT r.id FROM resource r JOIN compartment c ON c.row = r.row WHERE c.owner = ? AND c.type = 'Consent' ORDER BY r.row"_s);
        for (bool hasRow = rows.run({QString(u"Patient/" + patient)}) && rows.next(); hasRow; hasRow = rows.next())
            ids.append(rows.text(0));
    }
    QList<KeptOut> all;
    for (const QString &id : std::as_const(ids)) {
        const RecordPtr record = records.read(u"Consent"_s, id);
        const QJsonObject json = record && !record->isDeleted ? QJsonDocument::fromJson(record->body).object() : QJsonObject();
        const QString session = keptOutOf(json);
        if (json.value("status"_L1).toString() != "active"_L1 || session.isEmpty())
            continue;
        for (const QJsonValue &actor : json.value("provision"_L1)["actor"_L1].toArray()) {
            if (const QString relative = localReference(actor["reference"_L1]["reference"_L1].toString());
                relative.startsWith("RelatedPerson/"_L1))
                all.append({id, relative, session});
        }
    }
    return all;
}

QStringList inRoomOf(Records &records, const QString &appointment, const QString &patient)
{
    QStringList theirs;
    const RecordPtr known = records.read(u"Appointment"_s, appointment);
    const QJsonObject json = known && !known->isDeleted ? QJsonDocument::fromJson(known->body).object() : QJsonObject();
    for (const QJsonValue &each : json.value("identifier"_L1).toArray()) {
        const QString session = each["value"_L1].toString();
        if (each["system"_L1].toString() != canonical(u"sid/session") || session.isEmpty())
            continue;
        for (const QString &id : appointmentsOf(records, session).mid(1)) { // the first is what was asked for
            const RecordPtr record = records.read(u"Appointment"_s, id);
            if (record && !record->isDeleted && record->owners.contains(QString(u"Patient/" + patient))
                && isFamilySession(QJsonDocument::fromJson(record->body).object()) && !theirs.contains(id))
                theirs.append(id);
        }
    }
    return theirs;
}

namespace {

QJsonObject keepingOut(const QString &id, const QString &patient, const QString &relative, const QString &session,
                       const QJsonObject &clinic, const QString &practitioner, qint64 now)
{
    const QString types = u"http://hl7.org/fhir/resource-types"_s;
    const QJsonObject provision = object(
        {{"type"_L1, u"deny"_s},
         {"actor"_L1,
          list({object({{"role"_L1, codeable(u"http://terminology.hl7.org/CodeSystem/v3-ParticipationType"_s, u"IRCP"_s)},
                        {"reference"_L1, reference("RelatedPerson"_L1, relative)}})})},
         {"class"_L1, list({coding(types, u"Appointment"_s), coding(types, u"AppointmentResponse"_s)})},
         {"data"_L1, list({object({{"meaning"_L1, u"instance"_s}, {"reference"_L1, reference("Appointment"_L1, session)}})})}});
    QJsonObject made =
        object({{"resourceType"_L1, u"Consent"_s},
                {"id"_L1, id},
                {"meta"_L1, guarded()},
                {"status"_L1, u"active"_s},
                {"scope"_L1, codeable(u"http://terminology.hl7.org/CodeSystem/consentscope"_s, u"patient-privacy"_s)},
                {"category"_L1, list({codeable(u"http://loinc.org"_s, u"59284-0"_s)})},
                {"patient"_L1, reference("Patient"_L1, patient)},
                {"dateTime"_L1, QString::fromLatin1(writeInstant(now))},
                {"policyRule"_L1, codeable(u"http://terminology.hl7.org/CodeSystem/v3-ActCode"_s, u"OPTOUT"_s)},
                {"provision"_L1, provision}});
    const QJsonObject who = practitioner.isEmpty() ? clinic : reference("Practitioner"_L1, practitioner);
    if (!who.isEmpty())
        made.insert("performer"_L1, list({who}));
    if (!clinic.isEmpty())
        made.insert("organization"_L1, list({clinic}));
    return made;
}

} // namespace

Result<RecordPtr> writeKeptOut(Records &records, const QString &patient, const QString &relative, const QString &session,
                               const QString &practitioner)
{
    const RecordPtr record = records.read(u"Patient"_s, patient);
    const QJsonObject clinic =
        record ? QJsonDocument::fromJson(record->body).object().value("managingOrganization"_L1).toObject() : QJsonObject();
    const QString id = newId().toString(QUuid::WithoutBraces);
    const auto draft =
        draftOf(keepingOut(id, patient, relative, session, clinic, practitioner, records.clock().nowUtc().toMSecsSinceEpoch()));
    return draft ? records.write(u"Consent"_s, id, *draft) : Result<RecordPtr>(problem(ProblemKind::StoreBroken, u"consent"_s));
}

Result<void> keepOutAsAll(Records &records, const Identity &identity, const QStringList &same)
{
    QList<Identity> all{identity};
    for (const QString &each : same)
        all.append({each, identity.patientId});
    all += Accounts(records.database(), records.clock()).elsewhere(identity);
    QHash<QString, QList<KeptOut>> before; // by patient
    QSet<QString> done;
    for (const Identity &each : std::as_const(all)) {
        if (before.contains(each.patientId))
            continue;
        before.insert(each.patientId, keptOutFor(records, each.patientId));
        for (const KeptOut &kept : std::as_const(before[each.patientId]))
            done.insert(QString(kept.session + kept.relative));
    }
    QStringList changed; // patients
    const auto keepOut = [&](const Identity &who, const QString &session) -> Result<void> {
        const QString place = u"Appointment/" + session + who.fhirUser;
        if (done.contains(place))
            return {};
        done.insert(place);
        // What is noted as held does not come again. One that stays booked may yet be moved, and one that is off be booked again.
        const RecordPtr record = records.read(u"Appointment"_s, session);
        if (record && QJsonDocument::fromJson(record->body).object().value("status"_L1).toString() == "fulfilled"_L1)
            return {};
        if (!changed.contains(who.patientId))
            changed.append(who.patientId);
        const auto stored = writeKeptOut(records, who.patientId, who.fhirUser.section(u'/', 1), session);
        return stored ? Result<void>() : tl::unexpected(stored.error());
    };
    for (const Identity &one : std::as_const(all)) {
        for (const KeptOut &kept : before.value(one.patientId)) {
            if (kept.relative != one.fhirUser)
                continue;
            const QString session = kept.session.section(u'/', 1);
            for (const Identity &other : std::as_const(all)) {
                const bool isTheirs = other.patientId == one.patientId;
                for (const QString &each : isTheirs ? QStringList{session} : inRoomOf(records, session, other.patientId)) {
                    if (auto written = keepOut(other, each); !written)
                        return written;
                }
            }
        }
    }
    FamilySessions sessions(records);
    for (const QString &patient : std::as_const(changed)) {
        if (auto settled = sessions.settlePatient(patient); !settled)
            return settled;
    }
    return {};
}

} // namespace handrail::clinic
