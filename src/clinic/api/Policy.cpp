// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/Policy.h"

#include "clinic/api/CutRecords.h"
#include "clinic/base/FhirTime.h"
#include "clinic/records/SearchIndex.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <algorithm>
#include <limits>
#include <sodium.h>

namespace handrail::clinic {

namespace {

const QLatin1String busyPrefix("busy-");

// Of messages a relative has those they wrote, and the card that is agreed with them (design clinical 7.2): nothing else that names them.
bool isForRelative(const QJsonObject &message, const Access &access)
{
    const auto refersTo = [](const QJsonValue &reference) {
        return localReference(reference.toObject().value(QLatin1String("reference")).toString());
    };
    if (refersTo(message.value(QLatin1String("sender"))) == access.fhirUser)
        return true;
    const QString status = message.value(QLatin1String("status")).toString();
    const QJsonArray recipients = message.value(QLatin1String("recipient")).toArray();
    return Policy::isHowToHelp(QStringLiteral("Communication"), message)
        && (status == QLatin1String("completed") || status == QLatin1String("in-progress"))
        && refersTo(message.value(QLatin1String("subject"))) == QString(u"Patient/" + access.patientId)
        && std::any_of(recipients.begin(), recipients.end(),
                       [&](const QJsonValue &each) { return refersTo(each) == access.fhirUser; });
}

// A search that sees nothing of a session but when it is.
bool isByTimeAlone(const SearchQuery &search)
{
    static const QStringList plain{QStringLiteral("patient"), QStringLiteral("date"), QStringLiteral("_id"),
                                   QStringLiteral("_lastUpdated")};
    return std::all_of(search.clauses.begin(), search.clauses.end(),
                       [](const Clause &clause) { return plain.contains(clause.name); })
        && std::all_of(search.sort.begin(), search.sort.end(), [](const SortKey &key) { return plain.contains(key.name); });
}

} // namespace

bool Policy::hasScope(const Access &access, QStringView type, Verb verb)
{
    const QChar letter = QLatin1Char(char(verb));
    for (const QString &scope : access.scopes) {
        const QStringView text(scope);
        const qsizetype slash = text.indexOf(u'/');
        const qsizetype dot = text.indexOf(u'.', slash + 1);
        if (slash < 0 || dot < 0 || text.contains(u'?'))
            continue;
        const QStringView context = text.first(slash);
        if (context != u"patient" && context != u"user")
            continue;
        // A patient/ scope needs a launch patient, and is never staff's.
        if (context == u"patient" && access.patientId.isEmpty())
            continue;
        const QStringView named = text.sliced(slash + 1, dot - slash - 1);
        if (named != type && named != u"*")
            continue;
        const QStringView rights = text.sliced(dot + 1);
        if (rights == u"read"        ? verb == Verb::Read || verb == Verb::Search
                : rights == u"write" ? verb == Verb::Create || verb == Verb::Update
                                     : rights == u"*" || rights.contains(letter))
            return true;
    }
    return false;
}

bool Policy::areTimesTold(const Access &access, const ResourceType &type)
{
    return access.isRelative() && isCutForRelative(type.name);
}

bool Policy::mayFind(const Access &access, const ResourceType &type, const QString &parameter)
{
    return !access.isRelative() || type.isOpen || parameter.startsWith(u'_') || type.relativeFind.contains(parameter);
}

std::optional<SearchScope> Policy::searchScope(const Access &access, const SearchQuery &search)
{
    const ResourceType &type = *search.type;
    SearchScope scope;
    bool isBusyOpen = false;
    if (isStaff(access))
        return scope;
    scope.hiddenSystems = QStringList{canonical(u"sid/session")};
    scope.onlyPatient = u"Patient/" + access.patientId;
    if (access.isRelative()) {
        scope.onlyRelated = access.fhirUser;
        const QList<Grant> grants = m_grants.holding(access.relatedPersonId(), access.patientId);
        if (grants.isEmpty())
            return std::nullopt;
        // Nobody finds by what is not shown to them.
        const auto isStatus = [](const auto &each) { return each.name == QLatin1String("status"); };
        if (type.name == QLatin1String("Appointment")
            && (std::any_of(search.clauses.begin(), search.clauses.end(), isStatus)
                || std::any_of(search.sort.begin(), search.sort.end(), isStatus)))
            return std::nullopt;
        isBusyOpen = type.name == QLatin1String("Appointment") && isByTimeAlone(search)
            && std::any_of(grants.begin(), grants.end(),
                           [](const Grant &grant) { return grant.isTelling("busy") || grant.isTelling("attendance"); });
    }
    if (type.isOpen)
        return type.name == QLatin1String("Binary") ? std::nullopt : std::optional(scope);
    const QString patient = u"Patient/" + access.patientId;
    if (!access.isRelative()) {
        if (type.patientPaths.isEmpty())
            return std::nullopt;
        scope.owners = QStringList{patient};
    } else if (!isBusyOpen && !type.relatedPaths.isEmpty() && type.name != QLatin1String("CareTeam")) {
        scope.owners = QStringList{access.fhirUser};
    } else {
        scope.owners = QStringList{patient};
    }
    return scope;
}

bool Policy::isHidden(const Access &access, const ResourceType &type, const QJsonObject &resource, bool isOwn)
{
    return std::any_of(type.hidings.begin(), type.hidings.end(), [&](const Hiding &hiding) {
        if (!access.isRelative() && !hiding.isFromPatient)
            return false;
        if (hiding.when == Hiding::When::NotOwn)
            return !isOwn;
        const QList<QJsonValue> codings = valuesAt(resource, hiding.path + QLatin1String(".coding"));
        const bool has = std::any_of(codings.begin(), codings.end(), [&](const QJsonValue &value) {
            const QJsonObject coding = value.toObject();
            return coding.value(QLatin1String("system")).toString() == hiding.system
                && coding.value(QLatin1String("code")).toString() == hiding.code;
        });
        return has == (hiding.when == Hiding::When::Has);
    });
}

bool Policy::isHidden(const Access &access, const Record &record) const
{
    const ResourceType *type = m_records.types().type(record.type);
    return (!access.isRelative() && isKeptFromPatient(record))
        || (!type->hidings.isEmpty()
            && isHidden(access, *type, QJsonDocument::fromJson(record.body).object(), record.owners.contains(access.fhirUser)));
}

std::optional<QByteArray> Policy::shown(const Access &access, const Record &record)
{
    if (record.isDeleted)
        return std::nullopt;
    if (isStaff(access))
        return record.body;
    if (access.patientId.isEmpty())
        return std::nullopt;
    if (access.isRelative())
        return shownToRelative(access, record);
    const ResourceType *type = m_records.types().type(record.type);
    if (type->isOpen)
        return shownOpen(access, record);
    const bool isOwn = std::any_of(record.owners.begin(), record.owners.end(), [&](const QString &owner) {
        return owner.size() == access.patientId.size() + 8 && owner.startsWith(QLatin1String("Patient/"))
            && owner.endsWith(access.patientId);
    });
    if (!isOwn || isHidden(access, record))
        return std::nullopt;
    const bool isSession = record.type == QLatin1String("Appointment");
    const bool hasOthers = isSession || record.type.startsWith(QLatin1String("Communication"));
    // Of members alone the name can be looked for in the text: it is stored without escapes (readMembers).
    if (!hasOthers && !record.body.contains("\"extension\""))
        return record.body;
    const QJsonObject whole = QJsonDocument::fromJson(record.body).object();
    QJsonObject cut = withoutWhoDidIt(whole);
    if (hasOthers)
        cut = withoutOthers(cut, [&](const QString &person) { return isOfPatient(access, person); });
    if (isSession)
        cut = withoutLinks(cut, roomAddresses(whole));
    return cut == whole ? record.body : QJsonDocument(cut).toJson(QJsonDocument::Compact);
}

QStringList Policy::roomAddresses(const QJsonObject &session) const
{
    QStringList addresses;
    const auto add = [&](const QJsonObject &location) {
        if (const QString address = roomAddress(location);
            location.value(QLatin1String("resourceType")).toString() == QLatin1String("Location") && !address.isEmpty())
            addresses << address;
    };
    for (const QJsonValue &each : session.value(QLatin1String("contained")).toArray())
        add(each.toObject());
    for (const QJsonValue &each : session.value(QLatin1String("participant")).toArray()) {
        const QString place =
            localReference(each.toObject().value(QLatin1String("actor")).toObject().value(QLatin1String("reference")).toString());
        if (!place.startsWith(QLatin1String("Location/")))
            continue;
        if (const RecordPtr record = m_records.read(QStringLiteral("Location"), place.mid(9)); record && !record->isDeleted)
            add(QJsonDocument::fromJson(record->body).object());
    }
    return addresses;
}

// Themselves, and the relatives whom they invited.
bool Policy::isOfPatient(const Access &access, const QString &person) const
{
    const QString patient = u"Patient/" + access.patientId;
    if (person == patient || !person.startsWith(QLatin1String("RelatedPerson/")))
        return person == patient;
    const RecordPtr relative = m_records.read(QStringLiteral("RelatedPerson"), person.section(u'/', 1));
    return relative && relative->owners.contains(patient);
}

bool Policy::isShownWhole(const Access &access, const Record &record)
{
    if (!access.isRelative() || record.type != QLatin1String("Appointment"))
        return shown(access, record).has_value();
    return !record.isDeleted && record.owners.contains(access.fhirUser)
        && record.owners.contains(QString(u"Patient/" + access.patientId))
        && ConsentGrants::areOpening(m_grants.holding(access.relatedPersonId(), access.patientId), record.type,
                                     QJsonDocument::fromJson(record.body).object());
}

bool Policy::mayReadVersions(const Access &access, const Record &current)
{
    if (access.isRelative() && isCutForRelative(current.type))
        return false;
    return access.isRelative() ? isShownWhole(access, current) : isThere(access, current);
}

RecordPtr Policy::toldBy(const Access &access, const RecordPtr &record)
{
    if (!access.isRelative() || !isCutForRelative(record->type))
        return record;
    const auto looks = [&](const Record &version) -> std::optional<QJsonObject> {
        const auto body = shown(access, version);
        if (!body)
            return std::nullopt;
        QJsonObject json = QJsonDocument::fromJson(*body).object();
        QJsonObject meta = json.value(QLatin1String("meta")).toObject();
        meta.remove(QLatin1String("versionId"));
        meta.remove(QLatin1String("lastUpdated"));
        json.insert(QStringLiteral("meta"), meta);
        return json;
    };
    const auto now = looks(*record);
    RecordPtr told = record;
    for (qint64 version = record->version - 1; now && version > 0; --version) {
        const RecordPtr earlier = m_records.readVersion(record->type, record->id, version);
        if (!earlier || earlier->isDeleted || looks(*earlier) != now)
            break;
        told = earlier;
    }
    return told;
}

std::optional<QByteArray> Policy::shownToRelative(const Access &access, const Record &record)
{
    const QList<Grant> grants = m_grants.holding(access.relatedPersonId(), access.patientId);
    if (grants.isEmpty())
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(record.body).object();
    const ResourceType *type = m_records.types().type(record.type);
    if (ConsentGrants::areDenying(grants, record.type, json)
        || isHidden(access, *type, json, record.owners.contains(access.fhirUser)))
        return std::nullopt;
    if (type->isOpen)
        return shownOpen(access, record);
    const bool isAboutPatient = record.owners.contains(QString(u"Patient/" + access.patientId));
    const bool isMine = record.owners.contains(access.fhirUser);
    const qint64 now = m_records.clock().nowUtc().toMSecsSinceEpoch();
    bool isOpen = false;
    bool hasAttendance = false;
    if (record.type == QLatin1String("Patient")) {
        isOpen = record.id == access.patientId;
    } else if (record.type == QLatin1String("RelatedPerson")) {
        isOpen = record.id == access.relatedPersonId();
    } else if (record.type == QLatin1String("AppointmentResponse")) {
        isOpen = isMine
            && (ConsentGrants::areOpening(grants, record.type, json)
                || ConsentGrants::areListing(grants, QStringLiteral("Appointment")));
    } else if (record.type == QLatin1String("Communication")) {
        const QString subject =
            localReference(json.value(QLatin1String("subject")).toObject().value(QLatin1String("reference")).toString());
        isOpen = isMine && (subject.isEmpty() || subject == QString(u"Patient/" + access.patientId)) && isForRelative(json, access)
            && ConsentGrants::areOpening(grants, record.type, json);
    } else if (record.type == QLatin1String("Appointment")) {
        const Opening open = ConsentGrants::opening(grants, record.type, json);
        isOpen = isMine && isAboutPatient && open.isWhole;
        hasAttendance = open.hasAttendance;
        if (!isOpen && isAboutPatient && (open.hasBusy || open.hasAttendance)) {
            auto cut = cutToBusy(json, u"Patient/" + access.patientId, open, now);
            const QString id = cut ? busyId(record.id) : QString();
            if (id.isEmpty())
                return std::nullopt;
            cut->insert(QStringLiteral("id"), id);
            return QJsonDocument(*cut).toJson(QJsonDocument::Compact);
        }
    } else {
        isOpen = isAboutPatient && ConsentGrants::areOpening(grants, record.type, json);
    }
    if (!isOpen)
        return std::nullopt;
    QJsonObject cut = withoutWhoDidIt(cutForRelative(json, record.type, access));
    // Nor does a card name a session by an id that is not told.
    if (record.type == QLatin1String("Communication") && cut.contains(QLatin1String("about"))) {
        QJsonArray known;
        const QJsonArray about = cut.value(QLatin1String("about")).toArray();
        for (const QJsonValue &each : about) {
            const QString session = localReference(each.toObject().value(QLatin1String("reference")).toString());
            const RecordPtr named = m_records.read(QStringLiteral("Appointment"), session.mid(12));
            if (named && isShownWhole(access, *named))
                known.append(each);
        }
        if (known.isEmpty())
            cut.remove(QLatin1String("about"));
        else
            cut.insert(QStringLiteral("about"), known);
    }
    // Until when, as the permission says now: who has two of the same patient tells them apart by it.
    if (record.type == QLatin1String("RelatedPerson"))
        setLastDays(cut, m_grants.lastDay(access.relatedPersonId(), access.patientId).value_or(QDate()),
                    m_grants.lastDay(access.relatedPersonId(), access.patientId, "busy").value_or(QDate()));
    if (record.type == QLatin1String("Appointment"))
        cut = withoutLinks(withoutAttendance(cut, access, hasAttendance, now), roomAddresses(json));
    return QJsonDocument(cut).toJson(QJsonDocument::Compact);
}

QString Policy::busyId(const QString &id) const
{
    Statement stored = m_records.database().statement(QStringLiteral("SELECT key FROM busy_key"));
    const QByteArray key = stored.run() && stored.next() ? stored.bytes(0) : QByteArray();
    if (key.size() != crypto_generichash_KEYBYTES)
        return {};
    const QByteArray text = id.toUtf8();
    QByteArray hash(crypto_generichash_BYTES_MIN, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), std::size_t(hash.size()),
                       reinterpret_cast<const unsigned char *>(text.constData()), std::size_t(text.size()),
                       reinterpret_cast<const unsigned char *>(key.constData()), std::size_t(key.size()));
    return busyPrefix + QString::fromLatin1(hash.toHex());
}

QString Policy::keptId(const Access &access, const QString &type, const QString &id) const
{
    if (!access.isRelative() || type != QLatin1String("Appointment") || !id.startsWith(busyPrefix))
        return id;
    Statement sessions = m_records.database().statement(QStringLiteral(
        "SELECT r.id FROM compartment c JOIN resource r ON r.row = c.row WHERE c.owner = ? AND c.type = 'Appointment'"));
    for (bool hasRow = sessions.run({QString(u"Patient/" + access.patientId)}) && sessions.next(); hasRow;
         hasRow = sessions.next()) {
        if (busyId(sessions.text(0)) == id)
            return sessions.text(0);
    }
    return id;
}

bool Policy::isOwnAloneShown(const Access &access, const ResourceType &type)
{
    if (!access.isRelative() || type.name != QLatin1String("Appointment"))
        return false;
    const QList<Grant> grants = m_grants.holding(access.relatedPersonId(), access.patientId);
    return std::none_of(grants.begin(), grants.end(), [](const Grant &grant) { return grant.isTelling("busy"); });
}

QHash<QString, RecordPtr> Policy::attendedDays(const Access &access, const SearchQuery &search)
{
    QHash<QString, RecordPtr> days;
    const bool isByPatient = search.sort.isEmpty()
        && std::all_of(search.clauses.begin(), search.clauses.end(),
                       [](const Clause &clause) { return clause.name == QLatin1String("patient"); });
    if (!access.isRelative() || search.type->name != QLatin1String("Appointment") || !isByPatient)
        return days;
    const QList<Grant> grants = m_grants.holding(access.relatedPersonId(), access.patientId);
    bool isTold = false;
    qint64 since = std::numeric_limits<qint64>::max();
    for (const Grant &grant : grants) {
        if (!grant.isTelling("attendance") || grant.isTelling("busy"))
            continue;
        isTold = true;
        since = std::min(since, grant.firstDay);
    }
    // Where nobody knows when a day of the clinic's begins, a session late in it would count for another one.
    const std::optional<WallClock> clock = isTold ? ConsentGrants::clockOf(m_records, access.patientId) : std::nullopt;
    if (!clock)
        return days;
    const qint64 now = m_records.clock().nowUtc().toMSecsSinceEpoch();
    QStringList ids;
    {
        Statement sessions = m_records.database().statement(
            QStringLiteral("SELECT r.id FROM compartment c JOIN index_date d ON d.row = c.row JOIN resource r ON r.row = c.row "
                           "WHERE c.owner = ? AND c.type = 'Appointment' AND d.parameter = 'Appointment.date' AND d.low >= ? AND "
                           "d.low < ? AND r.deleted = 0 ORDER BY r.id"));
        for (bool hasRow = sessions.run({QString(u"Patient/" + access.patientId), since, now}) && sessions.next(); hasRow;
             hasRow = sessions.next())
            ids.append(sessions.text(0));
    }
    struct Day {
        RecordPtr first;
        QJsonObject session;
        TimeRange time;
        bool isCame = false;
    };
    QMap<qint64, Day> byMidnight;
    for (const QString &id : std::as_const(ids)) {
        const RecordPtr record = m_records.read(search.type->name, id);
        const QJsonObject json = record ? QJsonDocument::fromJson(record->body).object() : QJsonObject();
        const QString status = json.value(QLatin1String("status")).toString();
        const auto start = readTime(json.value(QLatin1String("start")).toString(), TimeForm::DateTime);
        if (!start || (status != QLatin1String("fulfilled") && status != QLatin1String("noshow")))
            continue;
        const Opening open = ConsentGrants::opening(grants, record->type, json);
        const bool isMine = record->owners.contains(access.fhirUser);
        const TimeRange time = ConsentGrants::dayOf(start->low, clock);
        // Not before the day is over: the moment at which it comes to be there would tell when a session ended.
        if (!open.hasAttendance || open.hasBusy || (open.isWhole && isMine) || time.high > now
            || isHidden(access, *search.type, json, isMine))
            continue;
        Day &day = byMidnight[time.low];
        if (!day.first)
            day = {record, json, time};
        day.isCame = day.isCame || status == QLatin1String("fulfilled");
    }
    for (const Day &day : std::as_const(byMidnight)) {
        const QJsonObject cut = cutToDay(day.session, u"Patient/" + access.patientId, day.time, *clock, day.isCame);
        auto told = std::make_shared<Record>(*day.first);
        told->id = cut.value(QLatin1String("id")).toString();
        told->version = day.isCame ? 2 : 1;
        told->updated = day.time.high;
        told->body = QJsonDocument(cut).toJson(QJsonDocument::Compact);
        days.insert(day.first->id, told);
    }
    return days;
}

bool Policy::isInReach(const Access &access, const Record &record)
{
    if (isStaff(access))
        return true;
    const ResourceType *type = m_records.types().type(record.type);
    // What only some of it is for, has no body any more that would tell.
    const bool isHidingMost = std::any_of(type->hidings.begin(), type->hidings.end(), [](const Hiding &hiding) {
        return hiding.isFromPatient && hiding.when == Hiding::When::Lacks;
    });
    return !access.isRelative() && !isHidingMost && !isKeptFromPatient(record)
        && (type->isOpen || record.owners.contains(QString(u"Patient/" + access.patientId)));
}

bool Policy::isThere(const Access &access, const Record &current)
{
    return current.isDeleted ? isInReach(access, current) : shown(access, current).has_value();
}

} // namespace handrail::clinic
