// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/CutRecords.h"

#include "clinic/base/FhirTime.h"
#include "clinic/records/SearchIndex.h"
#include "core/Ids.h"

#include <QHash>
#include <QJsonArray>
#include <QUrl>
#include <algorithm>

namespace handrail::clinic {

namespace {

const QLatin1String serviceUrl("http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService");

/// What may be seen of a value: of a structure the parts that are named, of anything plain itself. Extensions are named by their URL.
struct Kept {
    QHash<QString, Kept> parts;
};

// `name` for something plain, `name(parts)` for a structure or a list of them; blanks between.
Kept keptFrom(QStringView &text)
{
    Kept kept;
    while (!text.isEmpty() && text.front() != u')') {
        const auto end = std::find_if(text.begin(), text.end(), [](QChar c) { return c == u' ' || c == u'(' || c == u')'; });
        const QString name = text.first(end - text.begin()).toString();
        text = text.sliced(name.size());
        Kept part;
        if (text.startsWith(u'(')) {
            text = text.sliced(1);
            part = keptFrom(text);
            text = text.sliced(1); // the bracket behind it
        }
        if (!name.isEmpty())
            kept.parts.insert(name, part);
        else
            text = text.sliced(1);
    }
    return kept;
}

// What remains for a relative of a record, by type and all the way down: what their app shows, or names somebody by, and nothing that staff
// or another system note beside it. A type that is not here is none that a relative's sign-in may ask for (SmartScopes), or nobody's.
const QHash<QString, Kept> &keptForRelative()
{
    static const QHash<QString, Kept> all = [] {
        const QString meta = QStringLiteral("resourceType id meta(versionId lastUpdated security(system code)) ");
        const QString said =
            QStringLiteral("(extension(http://hl7.org/fhir/StructureDefinition/translation(extension(lang(valueCode) "
                           "content(valueString valueMarkdown)))))");
        const QString code = QStringLiteral("(coding(system code))");
        const QString who = QStringLiteral("(reference type display _display%1)").arg(said);
        const QString zone = QStringLiteral("(extension(http://hl7.org/fhir/StructureDefinition/tz-code(valueCode) "
                                            "http://hl7.org/fhir/StructureDefinition/timezone(valueCode)))");
        const QString words = QStringLiteral("(valueString _valueString%1)").arg(said);
        const QList<std::pair<const char *, QString>> types{
            {"Patient", QStringLiteral("active name(use text family given prefix suffix)")},
            {"RelatedPerson",
             QStringLiteral(
                 "active patient%1 name(use text family given prefix suffix) relationship(coding(system code display) text)")
                 .arg(who)},
            {"CareTeam",
             QStringLiteral("status name subject%1 managingOrganization%1 telecom(system value use rank "
                            "extension(%3%2 http://hl7.org/fhir/StructureDefinition/contactpoint-comment%2))")
                 .arg(who, words, canonical(u"StructureDefinition/hours"))},
            {"Appointment",
             QStringLiteral(
                 "status serviceType%1 start _start%2 end minutesDuration participant(type(text _text%3) actor%4 status) "
                 "extension(%5(extension(channelType(valueCoding(system code)))) %6(valueDateTime))")
                 .arg(code, zone, said, who, serviceUrl, canonical(u"StructureDefinition/previous-start"))},
            {"AppointmentResponse",
             QStringLiteral("identifier(system value) appointment(reference) start end actor%1 participantStatus").arg(who)},
            {"Communication",
             QStringLiteral("identifier(system value) status category%1 subject%2 sender%2 recipient%2 about(reference) "
                            "inResponseTo(reference) sent received payload(contentString _contentString%3)")
                 .arg(code, who, said)},
        };
        QHash<QString, Kept> byType;
        for (const auto &[type, parts] : types) {
            const QString text = meta + parts;
            QStringView rest(text);
            byType.insert(QLatin1String(type), keptFrom(rest));
        }
        return byType;
    }();
    return all;
}

// Undefined when nothing remains.
QJsonValue keptOf(const QJsonValue &value, const Kept &kept, bool isExtension)
{
    if (value.isArray()) {
        QJsonArray list;
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items) {
            if (const QJsonValue part = keptOf(item, kept, isExtension); !part.isUndefined() && !part.isNull())
                list.append(part);
        }
        return list.isEmpty() ? QJsonValue(QJsonValue::Undefined) : list;
    }
    if (!value.isObject())
        return kept.parts.isEmpty() ? value : QJsonValue(QJsonValue::Undefined);
    const QJsonObject whole = value.toObject();
    QJsonObject object;
    if (isExtension) {
        const QString url = whole.value(QLatin1String("url")).toString();
        const auto known = kept.parts.constFind(url);
        if (known == kept.parts.cend())
            return QJsonValue::Undefined;
        object = keptOf(whole, *known, false).toObject();
        object.insert(QStringLiteral("url"), url);
        return object;
    }
    for (auto part = kept.parts.begin(); part != kept.parts.end(); ++part) {
        const QJsonValue found = whole.value(part.key());
        const QJsonValue remains =
            found.isUndefined() ? found : keptOf(found, part.value(), part.key() == QLatin1String("extension"));
        if (!remains.isUndefined())
            object.insert(part.key(), remains);
    }
    return object.isEmpty() ? QJsonValue(QJsonValue::Undefined) : object;
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

bool isCutForRelative(const QString &type)
{
    return keptForRelative().contains(type);
}

QJsonObject cutForRelative(QJsonObject resource, const QString &type, const Access &access)
{
    if (type == QLatin1String("Patient")) { // not how they were called once, or elsewhere
        prune(resource, QLatin1String("name"), [](const QJsonObject &name) {
            const QString use = name.value(QLatin1String("use")).toString();
            return (!use.isEmpty() && use != QLatin1String("official") && use != QLatin1String("usual"))
                || name.value(QLatin1String("period")).toObject().contains(QLatin1String("end"));
        });
    }
    if (const auto kept = keptForRelative().constFind(type); kept != keptForRelative().cend())
        resource = keptOf(resource, *kept, false).toObject();
    // Of numbers that a record has, a relative gets the one that an app gave it.
    prune(resource, QLatin1String("identifier"),
          [](const QJsonObject &identifier) { return identifier.value(QLatin1String("system")).toString() != uriSystem; });
    prune(resource, QLatin1String("about"), [](const QJsonObject &reference) {
        return !localReference(reference.value(QLatin1String("reference")).toString()).startsWith(QLatin1String("Appointment/"));
    });
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

namespace {

// R4 meta.tag (v3-ObservationValue): this is not the whole of it. R4 Appointment.participant is 1..*.
void markCut(QJsonObject &cut, const QString &patient)
{
    QJsonObject meta = cut.value(QLatin1String("meta")).toObject();
    meta.insert(QStringLiteral("tag"),
                QJsonArray{QJsonObject{
                    {QStringLiteral("system"), QStringLiteral("http://terminology.hl7.org/CodeSystem/v3-ObservationValue")},
                    {QStringLiteral("code"), QStringLiteral("SUBSETTED")}}});
    cut.insert(QStringLiteral("meta"), meta);
    cut.insert(QStringLiteral("participant"),
               QJsonArray{QJsonObject{{QStringLiteral("actor"), QJsonObject{{QStringLiteral("reference"), patient}}},
                                      {QStringLiteral("status"), QStringLiteral("accepted")}}});
}

} // namespace

std::optional<QJsonObject> cutToBusy(const QJsonObject &session, const QString &patient, const Opening &open, qint64 now)
{
    const QString status = session.value(QLatin1String("status")).toString();
    const auto end = readTime(session.value(QLatin1String("end")).toString(), TimeForm::DateTime);
    const bool isOver = !end || end->low <= now;
    QString told;
    if (open.hasBusy && open.hasAttendance && isOver && (status == QLatin1String("fulfilled") || status == QLatin1String("noshow")))
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
    for (const char *name : {"resourceType", "start", "end"}) {
        if (session.contains(QLatin1String(name)))
            cut.insert(QLatin1String(name), session.value(QLatin1String(name)));
    }
    const Kept known = keptForRelative().value(QStringLiteral("Appointment")).parts.value(QStringLiteral("meta"));
    cut.insert(QStringLiteral("meta"), keptOf(session.value(QLatin1String("meta")), known, false).toObject());
    markCut(cut, patient);
    return cut;
}

QJsonObject cutToDay(const QJsonObject &session, const QString &patient, const TimeRange &day, const WallClock &clock, bool isCame)
{
    const auto instant = [&](qint64 moment) { return WallClock::instant(moment, clock.offsetAt(moment)); };
    // A version and a time that follow from what is shown alone: those of the session would tell when staff wrote it down.
    QJsonObject meta{{QStringLiteral("versionId"), isCame ? QStringLiteral("2") : QStringLiteral("1")},
                     {QStringLiteral("lastUpdated"), QString::fromLatin1(writeInstant(day.high))}};
    const Kept known = keptForRelative().value(QStringLiteral("Appointment")).parts.value(QStringLiteral("meta"));
    const QJsonValue labels =
        keptOf(session.value(QLatin1String("meta")), known, false).toObject().value(QLatin1String("security"));
    if (labels.isArray())
        meta.insert(QStringLiteral("security"), labels);
    QJsonObject cut{{QStringLiteral("resourceType"), QStringLiteral("Appointment")},
                    {QStringLiteral("id"), QString(u"day-" + instant(day.low).left(10))},
                    {QStringLiteral("meta"), meta},
                    {QStringLiteral("status"), isCame ? QStringLiteral("fulfilled") : QStringLiteral("noshow")},
                    {QStringLiteral("start"), instant(day.low)},
                    {QStringLiteral("end"), instant(day.high)}};
    markCut(cut, patient);
    return cut;
}

void setLastDays(QJsonObject &relative, const QDate &day, const QDate &busy)
{
    QJsonObject meta = relative.value(QLatin1String("meta")).toObject();
    QString version = meta.value(QLatin1String("versionId")).toString();
    if (day.isValid()) {
        version += day.toString(QStringLiteral("'-'yyyyMMdd"));
        relative.insert(QStringLiteral("period"), QJsonObject{{QStringLiteral("end"), day.toString(Qt::ISODate)}});
    }
    if (busy.isValid() && busy != day) {
        version += busy.toString(QStringLiteral("'-b'yyyyMMdd"));
        QJsonArray extensions = relative.value(QLatin1String("extension")).toArray();
        extensions.append(QJsonObject{{QStringLiteral("url"), canonical(u"StructureDefinition/busy-until")},
                                      {QStringLiteral("valueDate"), busy.toString(Qt::ISODate)}});
        relative.insert(QStringLiteral("extension"), extensions);
    }
    meta.insert(QStringLiteral("versionId"), version);
    relative.insert(QStringLiteral("meta"), meta);
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
    if (location.contains(QLatin1String("address")) || location.contains(QLatin1String("position")))
        return {}; // a place that people go to: what it names is its website
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
    if (!roomAddress(location).isEmpty())
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
        if (extension.value(QLatin1String("url")).toString() == serviceUrl) {
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
        kept.append(QJsonObject{{QStringLiteral("url"), serviceUrl}, {QStringLiteral("extension"), QJsonArray{videoChannel()}}});
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
    // What is no address would be cut out of other words; a longer one goes before one that it begins with.
    addresses.removeIf([](const QString &address) { return QUrl(address).host().isEmpty(); });
    std::sort(addresses.begin(), addresses.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return addresses.isEmpty() ? session : withoutAddresses(session, addresses).toObject();
}

} // namespace handrail::clinic
