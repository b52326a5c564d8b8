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
#include "clinic/records/SearchIndex.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <cstdio>

namespace handrail::clinic {

namespace {

void print(const QStringList &fields)
{
    std::puts(fields.join(u'\t').toUtf8().constData());
}

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
        lines.append({id, status, patient, relative, text(json, "provision.period.end"), stateOf(invitations, id, status)});
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

} // namespace handrail::clinic
