// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/FamilyCommands.h"

#include "clinic/CommandText.h"
#include "clinic/StaffLog.h"
#include "clinic/api/ConsentGrants.h"
#include "clinic/base/FhirTime.h"
#include "clinic/family/FamilySessions.h"
#include "clinic/family/FamilySettings.h"
#include "clinic/family/Invitations.h"
#include "clinic/family/JoinLinks.h"
#include "clinic/family/KeptOut.h"
#include "clinic/records/SearchIndex.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace handrail::clinic {

namespace {

QString text(const QJsonObject &json, const char *path)
{
    const auto values = valuesAt(json, QString::fromLatin1(path));
    return values.isEmpty() ? QString() : values.first().toString();
}

// The relative whom it names first, also inside.
QString relativeOf(const QJsonObject &consent)
{
    const auto values = valuesAt(consent, QStringLiteral("provision.actor.reference.reference"));
    for (const QJsonValue &value : values) {
        if (const QString target = localReference(value.toString()); target.startsWith(u"RelatedPerson/"))
            return target;
    }
    return {};
}

QString stateOf(Invitations &invitations, const QString &consent, const QString &status)
{
    const auto invitation = invitations.byConsent(consent);
    return !invitation                        ? QStringLiteral("none")
        : invitation->isUsed                  ? QStringLiteral("used")
        : invitation->isClosed                ? QStringLiteral("ended")
        : status == QLatin1String("proposed") ? QStringLiteral("waits for a signature")
        : invitation->link.isEmpty()          ? QStringLiteral("no link yet")
        : invitations.isOpen(*invitation)     ? QStringLiteral("open")
                                              : QStringLiteral("out of time or tries");
}

QJsonObject jsonOf(Records &records, const QString &type, const QString &id)
{
    const RecordPtr record = records.read(type, id);
    return record && !record->isDeleted ? QJsonDocument::fromJson(record->body).object() : QJsonObject();
}

// A relative's place in a session of a patient.
struct Place {
    QString patient, session; ///< ids
    QStringList relatives;    ///< ids of those who are not kept out: they, and who else they are by the same sign-in
    QStringList keptOutBy;    ///< the Consents in force
};

Place placeOf(Records &records, const QString &patient, const QString &session, const QStringList &same)
{
    Place place{patient, session, same, {}};
    for (const KeptOut &kept : keptOutFor(records, patient)) {
        const QString id = kept.relative.section(u'/', 1);
        if (kept.session != QString(u"Appointment/" + session) || !same.contains(id))
            continue;
        place.relatives.removeAll(id);
        if (!place.keptOutBy.contains(kept.consent))
            place.keptOutBy.append(kept.consent);
    }
    return place;
}

// Theirs in a session of the patient who invited them, and what the same sign-in has in its room by other patients. Empty when there is no such
// place; then `why` says it.
QList<Place> placesOf(Service &service, const QString &session, const QString &relative, QString &why)
{
    Records &records = service.records;
    const QString known = relative.section(u'/', -1);
    const QJsonObject person = jsonOf(records, QStringLiteral("RelatedPerson"), known);
    const QString patient = localReference(text(person, "patient.reference")).mid(8);
    {
        Statement invited =
            service.database.statement(QStringLiteral("SELECT 1 FROM invitation WHERE person = ? AND patient = ? LIMIT 1"));
        if (!invited.run({known, patient}) || !invited.next()) {
            why = person.isEmpty() ? QStringLiteral("there is no such relative")
                                   : QStringLiteral("no patient invited this relative: take them out of the session's own record");
            return {};
        }
    }
    QString place;
    for (const QString &id : appointmentsOf(records, session.section(u'/', -1))) {
        const RecordPtr record = records.read(QStringLiteral("Appointment"), id);
        if (record && record->owners.contains(QString(u"Patient/" + patient)) && isFamilySession(jsonOf(records, record->type, id)))
            place = id;
    }
    if (place.isEmpty()) {
        why = QStringLiteral("the patient of this relative has no such family session");
        return {};
    }
    const Accounts accounts(service.database, records.clock());
    const Identity identity{QString(u"RelatedPerson/" + known), patient};
    QStringList same{known};
    for (const QString &other : accounts.besides(identity))
        same.append(other.section(u'/', 1));
    QList<Place> places{placeOf(records, patient, place, same)};
    for (const Identity &other : accounts.elsewhere(identity)) {
        for (const QString &theirs : inRoomOf(records, place, other.patientId))
            places.append(placeOf(records, other.patientId, theirs, {other.fhirUser.section(u'/', 1)}));
    }
    return places;
}

// Writes a Consent with another status and all that follows; `from`: the status that it must have, empty for any; `signer`: the Practitioner
// (an id) who signed it too, empty for somebody of the clinic.
int change(Service &service, const QString &id, const QString &from, const QString &to, const QString &signer = {})
{
    Transaction transaction(service.database);
    if (!transaction.isOpen())
        return fail(words({ProblemKind::StoreInUse, true, {}, 0, -1}));
    const RecordPtr current = service.records.read(QStringLiteral("Consent"), id);
    QJsonObject json = current && !current->isDeleted ? QJsonDocument::fromJson(current->body).object() : QJsonObject();
    const QString status = text(json, "status");
    if (json.isEmpty() || relativeOf(json).isEmpty())
        return fail(QStringLiteral("there is no such Consent for a relative"));
    if (from.isEmpty() ? status == to : status != from)
        return fail(QStringLiteral("this Consent is %1").arg(status));
    json.insert(QStringLiteral("status"), to);
    if (!signer.isEmpty()) {
        const RecordPtr person = service.records.read(QStringLiteral("Practitioner"), signer);
        if (!person || person->isDeleted)
            return fail(QStringLiteral("--as needs a Practitioner of this clinic"));
        QJsonArray verifications = json.value(QLatin1String("verification")).toArray();
        verifications.append(QJsonObject{
            {QStringLiteral("verified"), true},
            {QStringLiteral("verifiedWith"),
             QJsonObject{{QStringLiteral("reference"), QString(u"Practitioner/" + signer)},
                         {QStringLiteral("display"), text(QJsonDocument::fromJson(person->body).object(), "name.text")}}},
            {QStringLiteral("verificationDate"),
             QString::fromLatin1(writeInstant(service.records.clock().nowUtc().toMSecsSinceEpoch()))}});
        json.insert(QStringLiteral("verification"), verifications);
    }
    const auto draft = readDraft(QJsonDocument(json).toJson(QJsonDocument::Compact));
    if (!draft)
        return fail(words({ProblemKind::StoreBroken, false, {}, 0, -1}));
    const Result<RecordPtr> stored = service.records.write(current->type, id, *draft);
    if (!stored)
        return fail(words(stored.error()));
    if (const auto followed = FamilySessions(service.records).follow(**stored); !followed)
        return fail(words(followed.error()));
    if (!transaction.commit())
        return fail(words({ProblemKind::StoreBroken, false, {}, 0, -1}));
    return 0;
}

} // namespace

int listFamily(Service &service)
{
    FamilySettings settings(service.database);
    Invitations invitations(service.records);
    const auto onOff = [&](FamilySettings::Choice choice) {
        return settings.isOn(choice) ? QStringLiteral("on") : QStringLiteral("off");
    };
    print({QStringLiteral("countersign"), onOff(FamilySettings::Choice::Countersign)});
    print({QStringLiteral("minors"), onOff(FamilySettings::Choice::Minors)});
    QStringList ids;
    {
        Statement rows = service.database.statement(
            QStringLiteral("SELECT id FROM resource WHERE type = 'Consent' AND deleted = 0 ORDER BY updated"));
        for (bool hasRow = rows.run() && rows.next(); hasRow; hasRow = rows.next())
            ids.append(rows.text(0));
    }
    QList<QStringList> lines;
    QStringList patients;
    for (const QString &id : std::as_const(ids)) {
        const QJsonObject json = QJsonDocument::fromJson(service.records.read(QStringLiteral("Consent"), id)->body).object();
        const QString relative = relativeOf(json), status = text(json, "status"), patient = text(json, "patient.reference");
        if (relative.isEmpty())
            continue;
        const QString session = keptOutOf(json);
        lines.append({id, status, patient, relative, text(json, "provision.period.end"),
                      session.isEmpty() ? stateOf(invitations, id, status) : QString(u"kept out of " + session)});
        if (const QString known = localReference(patient).mid(8); !known.isEmpty() && !patients.contains(known))
            patients.append(known);
    }
    if (!StaffLog(service).noteAll('E', QStringLiteral("Consent"), patients)) // first: what is not in the log is not shown
        return fail(QStringLiteral("the log of accesses cannot be written"));
    for (const QStringList &line : std::as_const(lines))
        print(line);
    return 0;
}

int signConsent(Service &service, const QString &id, const QString &signer)
{
    return change(service, id, QStringLiteral("proposed"), QStringLiteral("active"), signer);
}

int endConsent(Service &service, const QString &id)
{
    if (const int code = change(service, id, {}, QStringLiteral("inactive")); code != 0)
        return code;
    const QJsonObject json = QJsonDocument::fromJson(service.records.read(QStringLiteral("Consent"), id)->body).object();
    const QString relative = relativeOf(json).mid(14), patient = localReference(text(json, "patient.reference")).mid(8);
    if (ConsentGrants(service.records).holding(relative, patient).isEmpty())
        service.smart->consentEnded(relative, patient);
    return 0;
}

int keepOut(Service &service, const QString &session, const QString &relative, const QString &signer)
{
    Transaction transaction(service.database);
    if (!transaction.isOpen())
        return fail(words({ProblemKind::StoreInUse, true, {}, 0, -1}));
    QString why;
    const QList<Place> places = placesOf(service, session, relative, why);
    if (places.isEmpty())
        return fail(why);
    if (!signer.isEmpty() && jsonOf(service.records, QStringLiteral("Practitioner"), signer).isEmpty())
        return fail(QStringLiteral("--as needs a Practitioner of this clinic"));
    if (std::all_of(places.cbegin(), places.cend(), [](const Place &place) { return place.relatives.isEmpty(); }))
        return fail(QStringLiteral("this relative is kept out of this session already"));
    for (const Place &place : places) {
        for (const QString &each : place.relatives) {
            // Of another patient's relative nobody said it.
            const bool isNamed = place.patient == places.first().patient;
            const auto stored = writeKeptOut(service.records, place.patient, each, place.session, isNamed ? signer : QString());
            if (!stored)
                return fail(words(stored.error()));
            if (const auto followed = FamilySessions(service.records).follow(**stored); !followed)
                return fail(words(followed.error()));
        }
    }
    if (!transaction.commit())
        return fail(words({ProblemKind::StoreBroken, false, {}, 0, -1}));
    const Policy policy(service.records);
    if (std::any_of(places.cbegin(), places.cend(), [&](const Place &place) {
            const QJsonObject known = jsonOf(service.records, QStringLiteral("Appointment"), place.session);
            return !givenAddress(known, policy.roomAddresses(known)).isEmpty();
        }))
        say(QStringLiteral("This session has a lasting address. Unless serve makes the links (--jitsi-url), whoever joined in that "
                           "room before knows it: change it."));
    return 0;
}

int letIn(Service &service, const QString &session, const QString &relative)
{
    QString why;
    const QList<Place> places = placesOf(service, session, relative, why);
    if (places.isEmpty())
        return fail(why);
    QStringList keptOutBy;
    for (const Place &place : places)
        keptOutBy += place.keptOutBy;
    if (keptOutBy.isEmpty())
        return fail(QStringLiteral("this relative is not kept out of this session"));
    for (const QString &id : std::as_const(keptOutBy)) {
        if (const int code = change(service, id, QStringLiteral("active"), QStringLiteral("inactive")); code != 0)
            return code;
    }
    return 0;
}

} // namespace handrail::clinic
