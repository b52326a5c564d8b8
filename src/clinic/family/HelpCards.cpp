// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/family/HelpCards.h"

#include "clinic/api/Policy.h"
#include "clinic/records/SearchIndex.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString communication = u"Communication"_s;

QString personOf(const QJsonValue &recipient)
{
    return localReference(recipient["reference"_L1].toString());
}

// The card that this version is; empty when it is another message, of another patient, or none any more.
QJsonObject cardIn(const RecordPtr &record, const QString &patient)
{
    if (!record || record->isDeleted)
        return {};
    const QJsonObject json = QJsonDocument::fromJson(record->body).object();
    return Policy::isHowToHelp(communication, json) && personOf(json.value("subject"_L1)) == patient ? json : QJsonObject();
}

// Who that person (RelatedPerson/x) is for this patient (an id) now, by the sign-in that is theirs or that took their invitation up.
QStringList alsoKnownAs(Records &records, const QString &person, const QString &patient)
{
    QStringList others = Accounts(records.database(), records.clock()).besides({person, patient});
    Statement rows = records.database().statement(
        u"SELECT DISTINCT b.fhir_user FROM invitation i JOIN account_identity b ON b.account = i.account AND b.patient = i.patient "
        "WHERE i.person = ? AND i.patient = ? AND b.fhir_user <> ? ORDER BY b.fhir_user"_s);
    for (bool hasRow = rows.run({person.section(u'/', 1), patient, person}) && rows.next(); hasRow; hasRow = rows.next()) {
        if (const QString other = rows.text(0); !others.contains(other))
            others.append(other);
    }
    return others;
}

// To `person` too, where it is to one of `same`, under the name that stands there.
Result<void> address(Records &records, QJsonObject card, const QString &person, const QStringList &same)
{
    QJsonArray recipients = card.value("recipient"_L1).toArray();
    qsizetype known = -1;
    for (qsizetype i = 0; i < recipients.size(); ++i) {
        const QString each = personOf(recipients.at(i));
        if (each == person)
            return {};
        if (known < 0 && same.contains(each))
            known = i;
    }
    if (known < 0)
        return {};
    QJsonObject added{{u"reference"_s, person}};
    if (const QJsonValue name = recipients.at(known)["display"_L1]; name.isString())
        added.insert(u"display"_s, name);
    recipients.insert(known, added);
    card.insert(u"recipient"_s, recipients);
    const std::optional<Draft> draft = draftOf(card);
    const Result<RecordPtr> stored = draft ? records.write(communication, card.value("id"_L1).toString(), *draft)
                                           : Result<RecordPtr>(problem(ProblemKind::BadData, u"card"_s));
    return stored ? Result<void>() : tl::unexpected(stored.error());
}

} // namespace

Result<void> addressCards(Records &records, const Identity &identity, const QStringList &same)
{
    if (same.isEmpty())
        return {};
    const QString patient = u"Patient/" + identity.patientId;
    QStringList ids;
    {
        Statement rows = records.database().statement(
            u"SELECT r.id FROM resource r JOIN compartment c ON c.row = r.row WHERE c.owner = ? AND c.type = 'Communication' "
            "AND r.deleted = 0 ORDER BY r.row"_s);
        for (bool hasRow = rows.run({patient}) && rows.next(); hasRow; hasRow = rows.next())
            ids.append(rows.text(0));
    }
    for (const QString &id : std::as_const(ids)) {
        if (auto addressed = address(records, cardIn(records.read(communication, id), patient), identity.fhirUser, same);
            !addressed)
            return addressed;
    }
    return {};
}

Result<void> addressCard(Records &records, const Record &written)
{
    const QJsonObject message = QJsonDocument::fromJson(written.body).object();
    if (!Policy::isHowToHelp(written.type, message))
        return {};
    const QString patient = personOf(message.value("subject"_L1));
    // Whoever was named before got their other names then: one that is there no more was taken out.
    QStringList before;
    const QJsonObject earlier = cardIn(records.readVersion(communication, written.id, written.version - 1), patient);
    for (const QJsonValue &recipient : earlier.value("recipient"_L1).toArray())
        before.append(personOf(recipient));
    for (const QJsonValue &recipient : message.value("recipient"_L1).toArray()) {
        const QString person = personOf(recipient);
        if (!person.startsWith("RelatedPerson/"_L1) || !patient.startsWith("Patient/"_L1) || before.contains(person))
            continue;
        for (const QString &other : alsoKnownAs(records, person, patient.mid(8))) {
            if (auto addressed = address(records, cardIn(records.read(communication, written.id), patient), other, {person});
                !addressed)
                return addressed;
        }
    }
    return {};
}

} // namespace handrail::clinic
