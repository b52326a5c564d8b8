// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/CutRecords.h"

#include "clinic/base/FhirTime.h"
#include "clinic/records/SearchIndex.h"
#include "core/Ids.h"

#include <QJsonArray>

namespace handrail::clinic {

namespace {

// What remains of a record for a relative, by type; other types are shown whole once a Consent lists them.
QStringList keptForRelative(const QString &type)
{
    const auto list = [](const char *names) { return QString::fromLatin1(names).split(u' '); };
    if (type == QLatin1String("Patient"))
        return list("resourceType id meta active name");
    if (type == QLatin1String("CareTeam"))
        return list("resourceType id meta status name subject managingOrganization telecom");
    if (type == QLatin1String("Appointment"))
        return list("resourceType id meta extension identifier status serviceCategory serviceType appointmentType "
                    "start _start end _end minutesDuration created participant");
    return {};
}

QString sessionSystem()
{
    return canonical(u"sid/session");
}

// Takes the items out of a list of which `isUnwanted` holds; the list goes when nothing is left.
template <typename Test>
void prune(QJsonObject &object, QLatin1String name, Test isUnwanted)
{
    if (!object.contains(name))
        return;
    QJsonArray kept;
    const QJsonArray items = object.value(name).toArray();
    for (const QJsonValue &item : items) {
        if (!isUnwanted(item.toObject()))
            kept.append(item);
    }
    if (kept.isEmpty())
        object.remove(name);
    else
        object.insert(name, kept);
}

} // namespace

QJsonObject cutForRelative(QJsonObject resource, const QString &type, const Access &access)
{
    if (const QStringList kept = keptForRelative(type); !kept.isEmpty()) {
        const QStringList present = resource.keys();
        for (const QString &key : present) {
            if (!kept.contains(key))
                resource.remove(key);
        }
    }
    prune(resource, QLatin1String("identifier"),
          [](const QJsonObject &identifier) { return identifier.value(QLatin1String("system")).toString() == sessionSystem(); });
    return withoutOthers(resource, [&](const QString &person) {
        return person == access.fhirUser || (person.startsWith(QLatin1String("Patient/")) && person.mid(8) == access.patientId);
    });
}

QJsonObject withoutOthers(QJsonObject record, const std::function<bool(const QString &reference)> &isNamed)
{
    static const QStringList clinics = QString::fromLatin1("Practitioner PractitionerRole Organization CareTeam HealthcareService "
                                                           "Location Device Group")
                                           .split(u' ');
    const auto isOther = [&](const QJsonValue &reference) {
        const QString target = localReference(reference.toObject().value(QLatin1String("reference")).toString());
        return !clinics.contains(target.section(u'/', 0, 0)) && !isNamed(target);
    };
    prune(record, QLatin1String("participant"),
          [&](const QJsonObject &participant) { return isOther(participant.value(QLatin1String("actor"))); });
    prune(record, QLatin1String("recipient"), isOther);
    return record;
}

QJsonObject withoutAttendance(QJsonObject session, const Access &access, bool hasAttendance, qint64 now)
{
    static const QStringList marks{QStringLiteral("arrived"), QStringLiteral("checked-in"), QStringLiteral("fulfilled"),
                                   QStringLiteral("noshow")};
    const QString status = session.value(QLatin1String("status")).toString();
    const auto end = readTime(session.value(QLatin1String("end")).toString(), TimeForm::DateTime);
    const bool isTold = hasAttendance && (!end || end->low <= now) && marks.indexOf(status) >= 2;
    if (marks.contains(status) && !isTold)
        session.insert(QStringLiteral("status"), QStringLiteral("booked"));
    QJsonArray participants = session.value(QLatin1String("participant")).toArray();
    for (QJsonValueRef each : participants) {
        QJsonObject participant = each.toObject();
        const QString actor = participant.value(QLatin1String("actor")).toObject().value(QLatin1String("reference")).toString();
        if (localReference(actor) == access.fhirUser)
            continue;
        participant.insert(QStringLiteral("status"), QStringLiteral("accepted"));
        each = participant;
    }
    if (!participants.isEmpty())
        session.insert(QStringLiteral("participant"), participants);
    return session;
}

std::optional<QJsonObject> cutToBusy(const QJsonObject &session, const Opening &open, qint64 now)
{
    const QString status = session.value(QLatin1String("status")).toString();
    const auto end = readTime(session.value(QLatin1String("end")).toString(), TimeForm::DateTime);
    const bool isOver = !end || end->low <= now;
    QString told;
    if (open.hasAttendance && isOver && (status == QLatin1String("fulfilled") || status == QLatin1String("noshow")))
        told = status;
    else if (open.hasBusy && !isOver && status == QLatin1String("cancelled"))
        told = status;
    else if (open.hasBusy && !isOver
             && QStringList{QStringLiteral("booked"), QStringLiteral("arrived"), QStringLiteral("checked-in"),
                            QStringLiteral("fulfilled"), QStringLiteral("noshow")}
                    .contains(status))
        told = QStringLiteral("booked");
    if (told.isEmpty())
        return std::nullopt;
    QJsonObject cut{{QStringLiteral("status"), told}};
    for (const char *name : {"resourceType", "id", "start", "end"}) {
        if (session.contains(QLatin1String(name)))
            cut.insert(QLatin1String(name), session.value(QLatin1String(name)));
    }
    QJsonObject meta;
    const QJsonObject whole = session.value(QLatin1String("meta")).toObject();
    for (const char *name : {"versionId", "lastUpdated", "security"}) {
        if (whole.contains(QLatin1String(name)))
            meta.insert(QLatin1String(name), whole.value(QLatin1String(name)));
    }
    cut.insert(QStringLiteral("meta"), meta);
    return cut;
}

QJsonObject withoutWhoDidIt(QJsonObject record)
{
    QJsonArray extensions = record.value(QLatin1String("extension")).toArray();
    for (QJsonValueRef each : extensions) {
        QJsonObject extension = each.toObject();
        if (extension.value(QLatin1String("url")).toString() != canonical(u"StructureDefinition/request-done"))
            continue;
        prune(extension, QLatin1String("extension"),
              [](const QJsonObject &part) { return part.value(QLatin1String("url")).toString() == QLatin1String("who"); });
        each = extension;
    }
    if (!extensions.isEmpty())
        record.insert(QStringLiteral("extension"), extensions);
    return record;
}

namespace {

const QLatin1String service("http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService");

bool isWebAddress(const QJsonObject &contact)
{
    return contact.value(QLatin1String("system")).toString() == QLatin1String("url");
}

// The same without the addresses, in whatever text they stand; a text that was nothing else is gone.
QJsonValue withoutAddresses(const QJsonValue &value, const QStringList &addresses)
{
    if (value.isString()) {
        QString text = value.toString();
        for (const QString &address : addresses)
            text.remove(address, Qt::CaseInsensitive);
        if (text.size() == value.toString().size())
            return value;
        return text.trimmed().isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text.trimmed());
    }
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &each : value.toArray()) {
            if (const QJsonValue left = withoutAddresses(each, addresses); !left.isUndefined())
                list.append(left);
        }
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject whole = value.toObject();
    for (auto member = whole.begin(); member != whole.end(); ++member)
        object.insert(member.key(), withoutAddresses(member.value(), addresses)); // Undefined is left out
    return object;
}

QJsonObject videoChannel()
{
    return {{QStringLiteral("url"), QStringLiteral("channelType")},
            {QStringLiteral("valueCoding"),
             QJsonObject{{QStringLiteral("system"), canonical(u"CodeSystem/channel")},
                         {QStringLiteral("code"), QStringLiteral("video")}}}};
}

} // namespace

QString roomAddress(const QJsonObject &location)
{
    const QJsonArray contacts = location.value(QLatin1String("telecom")).toArray();
    for (const QJsonValue &each : contacts) {
        const QJsonObject contact = each.toObject();
        const QString address = contact.value(QLatin1String("value")).toString();
        if (isWebAddress(contact) && address.startsWith(QLatin1String("https://"), Qt::CaseInsensitive))
            return address;
    }
    return {};
}

QJsonObject withoutAddress(QJsonObject location)
{
    prune(location, QLatin1String("telecom"), isWebAddress);
    return location;
}

QJsonObject withoutLinks(QJsonObject session, const QStringList &rooms)
{
    QJsonArray kept;
    QStringList addresses = rooms;
    bool isByVideo = false;
    const QJsonArray extensions = session.value(QLatin1String("extension")).toArray();
    for (const QJsonValue &each : extensions) {
        QJsonObject extension = each.toObject();
        if (extension.value(QLatin1String("url")).toString() == service) {
            isByVideo = true;
            prune(extension, QLatin1String("extension"), [&](const QJsonObject &part) {
                const QString name = part.value(QLatin1String("url")).toString();
                if (name == QLatin1String("address"))
                    addresses << part.value(QLatin1String("valueUrl")).toString();
                return name != QLatin1String("channelType") && name != QLatin1String("maxParticipants");
            });
            if (!extension.contains(QLatin1String("extension"))) // that it is by video is still to be said
                extension.insert(QStringLiteral("extension"), QJsonArray{videoChannel()});
        }
        kept.append(extension);
    }
    if (!isByVideo && !rooms.isEmpty())
        kept.append(QJsonObject{{QStringLiteral("url"), service}, {QStringLiteral("extension"), QJsonArray{videoChannel()}}});
    if (kept.isEmpty())
        session.remove(QLatin1String("extension"));
    else
        session.insert(QLatin1String("extension"), kept);
    QJsonArray contained = session.value(QLatin1String("contained")).toArray();
    for (QJsonValueRef each : contained) {
        if (each.toObject().value(QLatin1String("resourceType")).toString() == QLatin1String("Location"))
            each = withoutAddress(each.toObject());
    }
    if (!contained.isEmpty())
        session.insert(QLatin1String("contained"), contained);
    addresses.removeAll(QString());
    return addresses.isEmpty() ? session : withoutAddresses(session, addresses).toObject();
}

} // namespace handrail::clinic
