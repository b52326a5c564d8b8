// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/Policy.h"

#include "clinic/base/FhirTime.h"
#include "clinic/forms/ClinicNotices.h"
#include "clinic/http/Server.h"
#include "clinic/records/SearchIndex.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace handrail::clinic {

// What patients and relatives may write.

namespace {

/// It says that staff saw it, or dealt with it.
bool isMarkedByStaff(const QJsonObject &resource)
{
    if (resource.value(QLatin1String("resourceType")) == QLatin1String("Communication")
        && resource.contains(QLatin1String("received")))
        return true;
    const QJsonArray extensions = resource.value(QLatin1String("extension")).toArray();
    return std::any_of(extensions.begin(), extensions.end(), [](const QJsonValue &extension) {
        const QString url = extension.toObject().value(QLatin1String("url")).toString();
        return url == canonical(u"StructureDefinition/request-seen") || url == canonical(u"StructureDefinition/request-done");
    });
}

/// In the inbox of its staff nobody else is to speak for the clinic.
bool isSpeakingForClinic(const ResourceType &type, const QJsonObject &resource)
{
    if (type.name != QLatin1String("Communication"))
        return false;
    const QList<QJsonValue> codings = valuesAt(resource, QStringLiteral("category.coding"));
    return std::any_of(codings.begin(), codings.end(), [](const QJsonValue &value) {
        return value.toObject().value(QLatin1String("system")).toString() == canonical(u"CodeSystem/message-kind")
            && isClinicsNotice(value.toObject().value(QLatin1String("code")).toString());
    });
}

// A relative writes to the clinic, a concern or a message, and of no other kind: what is urgent to staff, the clinic's own rules say.
// Nobody else is written to, least of all the patient.
bool isWordToClinic(const QJsonObject &message)
{
    static const QStringList clinics{QStringLiteral("Organization"), QStringLiteral("CareTeam"), QStringLiteral("Practitioner"),
                                     QStringLiteral("PractitionerRole"), QStringLiteral("HealthcareService")};
    const QString priority = message.value(QLatin1String("priority")).toString();
    const QList<QJsonValue> codings = valuesAt(message, QStringLiteral("category.coding"));
    const QJsonArray recipients = message.value(QLatin1String("recipient")).toArray();
    return (priority.isEmpty() || priority == QLatin1String("routine"))
        && std::all_of(codings.begin(), codings.end(),
                       [](const QJsonValue &value) {
                           const QString code = value.toObject().value(QLatin1String("code")).toString();
                           return value.toObject().value(QLatin1String("system")).toString()
                               == canonical(u"CodeSystem/message-kind")
                               && (code == QLatin1String("concern") || code == QLatin1String("secure-message"));
                       })
        && std::all_of(recipients.begin(), recipients.end(), [](const QJsonValue &recipient) {
               const QString target = localReference(recipient.toObject().value(QLatin1String("reference")).toString());
               return clinics.contains(target.section(u'/', 0, 0));
           });
}

bool isLater(const QString &time, const QString &than)
{
    const auto range = readTime(time, TimeForm::DateTime);
    const auto other = readTime(than, TimeForm::DateTime);
    return range && other && range->low >= other->low;
}

} // namespace

// Enough for who worries, too few to wear somebody down; who has more to say waits for minutes. One that is here already is none more: what it
// is, the write says. They count from when they came, whatever staff note in them later.
std::chrono::milliseconds Policy::waitFor(const Access &access, const ResourceType &type, const Draft &draft,
                                          const Allowance &allowance) const
{
    constexpr qint64 day = 24 * 60 * 60 * 1000; // longer than it takes until all may be sent at once again
    const qint64 oneMore = std::chrono::milliseconds(allowance.oneMore).count();
    for (const auto &[system, value] : indexRows(type, draft.json).identities) {
        Statement same = m_records.database().statement(
            QStringLiteral("SELECT 1 FROM identity i JOIN compartment c ON c.row = i.row WHERE i.type = ? AND "
                           "i.system = ? AND i.value = ? AND c.owner = ?"));
        if (same.run({type.name, system, value, access.fhirUser}) && same.next())
            return {};
    }
    Statement times = m_records.database().statement(QStringLiteral(
        "SELECT DISTINCT r.row, coalesce(h.updated, r.updated) AS came FROM compartment c JOIN resource r ON r.row = c.row JOIN "
        "index_reference i ON i.row = r.row LEFT JOIN history h ON h.type = r.type AND h.id = r.id AND h.version = 1 "
        "WHERE c.owner = ? AND c.type = ? AND i.parameter = ? AND i.target = ? AND came > ? AND NOT EXISTS (SELECT 1 FROM "
        "index_token t "
        "WHERE t.row = r.row AND t.parameter = 'Communication.category' AND t.code = ?) " // the clinic's own word
        "ORDER BY came"));
    const qint64 now = m_records.clock().nowUtc().toMSecsSinceEpoch();
    if (!times.run({access.fhirUser, type.name, QString(type.name + u'.' + type.authorNames.value(0)), access.fhirUser, now - day,
                    QString(joinedLate)}))
        return allowance.oneMore;
    // What is used up, in time; it runs out by itself.
    qint64 used = 0, last = now - day;
    while (times.next()) {
        const qint64 came = std::min(times.number(1), now); // a clock that was ahead lends nobody time
        used = std::max<qint64>(0, used - (came - last)) + oneMore;
        last = came;
    }
    used = std::max<qint64>(0, used - (now - last));
    return std::chrono::milliseconds(std::max<qint64>(0, used - (allowance.atOnce - 1) * oneMore));
}

// What a patient or relative points at is nobody's, or there for them. Whether there is more they do not learn.
bool Policy::mayPointAt(const Access &access, const QString &reference, const QSet<QString> &comingWithIt)
{
    if (reference.startsWith(u'#')) // inside the record
        return true;
    const QString target = localReference(reference);
    if (target.isEmpty())
        return false; // records of other servers are the clinic's to add, and so is a URN that nothing here was found for
    if (target == access.fhirUser || target == QString(u"Patient/" + access.patientId) || comingWithIt.contains(target))
        return true;
    const qsizetype slash = target.indexOf(u'/');
    const ResourceType *type = m_records.types().type(target.left(slash));
    if (type && type->isOpen && type->name != QLatin1String("Binary"))
        return true;
    const RecordPtr record = type ? m_records.read(type->name, target.mid(slash + 1)) : nullptr;
    return record && isShownWhole(access, *record);
}

std::optional<Reply> Policy::refusal(const Access &access, const ResourceType &type, Verb verb, const Draft &draft,
                                     const Record *current, const QSet<QString> &comingWithIt)
{
    if (isStaff(access))
        return staffRefusal(type, draft.json);
    const auto forbidden = [] { return outcome(403, "forbidden", "This sign-in may not write that"); };
    // Staff would be told of somebody whom they cannot find.
    if (const RecordPtr whose = m_records.read(QStringLiteral("Patient"), access.patientId); !whose || whose->isDeleted)
        return forbidden();
    const QString &may = access.isRelative() ? type.relativeMay : type.patientMay;
    if (!may.contains(QLatin1Char(char(verb))) || isHowToHelp(type.name, draft.json)) // that is staff's to write
        return forbidden();
    if (isSpeakingForClinic(type, draft.json))
        return forbidden();
    const bool isOwnConcern = access.isRelative() && isConcern(type.name, draft.json);
    const bool isMessage = type.name == QLatin1String("Communication");
    if (access.isRelative() && isMessage && !isWordToClinic(draft.json))
        return forbidden();
    if (access.isRelative()) {
        const auto wait = std::chrono::ceil<std::chrono::seconds>(waitFor(access, type, draft, isMessage ? messages : answers));
        if (wait.count() > 0) {
            Reply reply = outcome(429, "throttled", "The clinic has what you sent; in danger call 911 or 988");
            setHeader(reply, "Retry-After", QByteArray::number(qint64(wait.count())));
            return reply;
        }
    }
    if (access.isRelative() && !isOwnConcern) {
        const QList<Grant> grants = m_grants.holding(access.relatedPersonId(), access.patientId);
        const bool isResponse = type.name == QLatin1String("AppointmentResponse");
        const bool isListed = ConsentGrants::areListing(grants, type.name)
            || (isResponse && ConsentGrants::areListing(grants, QStringLiteral("Appointment")));
        if (!isListed || ConsentGrants::areDenying(grants, type.name, draft.json))
            return forbidden();
    }
    const QString writer = access.fhirUser;
    QSet<QString> references = referencesIn(draft.json);
    if (current)
        references -= referencesIn(QJsonDocument::fromJson(current->body).object()); // those are the clinic's
    if (!std::all_of(references.begin(), references.end(),
                     [&](const QString &reference) { return mayPointAt(access, reference, comingWithIt); }))
        return forbidden();
    if (isMarkedByStaff(draft.json) && (!current || !isMarkedByStaff(QJsonDocument::fromJson(current->body).object())))
        return forbidden();
    // The record is in the writer's compartment, and says who wrote it. Nobody writes what they may not read.
    QJsonObject json = draft.json;
    const IndexRows rows = indexRows(type, json);
    const QStringList &owners = rows.owners;
    if (!isOwnConcern && isHidden(access, type, json, owners.contains(access.fhirUser)))
        return forbidden();
    const QString patient = u"Patient/" + access.patientId;
    if (!owners.contains(access.isRelative() ? writer : patient))
        return forbidden();
    // What is to be done about a patient by somebody else is not the patient's to close.
    const QLatin1String owner("owner");
    const QString toDo = json.value(owner).toObject().value(QLatin1String("reference")).toString();
    if (type.name == QLatin1String("Task") && json.contains(owner) && ownReference(toDo) != patient)
        return forbidden();
    const QString subject =
        localReference(json.value(QLatin1String("subject")).toObject().value(QLatin1String("reference")).toString());
    if ((json.contains(QLatin1String("subject")) || type.patientPaths.contains(QLatin1String("subject"))) && subject != patient)
        return forbidden();
    bool isSigned = type.authorNames.isEmpty();
    for (const QString &name : type.authorNames) {
        if (!json.contains(name))
            continue;
        if (localReference(json.value(name).toObject().value(QLatin1String("reference")).toString()) != writer)
            return forbidden();
        isSigned = true;
    }
    if (!isSigned)
        return forbidden();
    if (type.name == QLatin1String("AppointmentResponse")
        && !json.value(QLatin1String("appointment")).toObject().contains(QLatin1String("reference")))
        return forbidden(); // to no session
    if (current)
        return changeRefusal(type, draft, *current);
    // With it a second try is known for what it is (design api 0.1).
    if (std::none_of(rows.identities.begin(), rows.identities.end(),
                     [](const auto &identity) { return isUuidUrn(identity.second); }))
        return outcome(422, "required", "An identifier is needed: system urn:ietf:rfc:3986, value urn:uuid:...");
    return std::nullopt;
}

namespace {

// Those that say when answers were amended are the app's own; the clinic's, or another system's, stay as they are.
QJsonArray otherExtensions(const QJsonObject &record)
{
    QJsonArray others;
    const QJsonArray all = record.value(QLatin1String("extension")).toArray();
    for (const QJsonValue &each : all) {
        if (each.toObject().value(QLatin1String("url")).toString() != canonical(u"StructureDefinition/amended"))
            others.append(each);
    }
    return others;
}

} // namespace

std::optional<Reply> Policy::changeRefusal(const ResourceType &type, const Draft &draft, const Record &current) const
{
    const QJsonObject before = QJsonDocument::fromJson(current.body).object();
    const QJsonObject after = draft.json;
    const auto refuse = [] { return outcome(422, "business-rule", "This part of the record cannot be changed here"); };
    // A patient ends what they permit. What is kept shut opens again by the clinic's word alone.
    if (type.name == QLatin1String("Consent")
        && before.value(QLatin1String("provision")).toObject().value(QLatin1String("type")) == QLatin1String("deny"))
        return refuse();
    QStringList names = before.keys() + after.keys();
    names.removeDuplicates();
    if (otherExtensions(before) != otherExtensions(after))
        return refuse();
    for (const QString &name : names) {
        if (name == QLatin1String("id") || name == QLatin1String("resourceType") || type.changeable.contains(name)
            || (name.startsWith(u'_') && type.changeable.contains(name.mid(1))))
            continue;
        if (name == QLatin1String("meta")) {
            const QJsonValue old = before.value(name).toObject().value(QLatin1String("security"));
            if (old != after.value(name).toObject().value(QLatin1String("security")))
                return refuse();
            continue;
        }
        if (before.value(name) != after.value(name)
            && !(type.changeableToLater.contains(name) && isLater(after.value(name).toString(), before.value(name).toString())))
            return refuse();
    }
    const QLatin1String status("status");
    return type.mayBecome(before.value(status).toString(), after.value(status).toString()) ? std::nullopt : std::optional(refuse());
}

} // namespace handrail::clinic
