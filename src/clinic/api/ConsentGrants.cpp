// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/ConsentGrants.h"

#include "clinic/records/OrganizationCode.h"
#include "clinic/records/SearchIndex.h"
#include "core/Ids.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace handrail::clinic {

namespace {

const QString familySessions = QStringLiteral("family-sessions");
const QString busy = QStringLiteral("busy");
const QString attendance = QStringLiteral("attendance");

QStringList codesAt(const QJsonObject &object, const QString &path)
{
    QStringList codes;
    for (const QJsonValue &value : valuesAt(object, path))
        codes.append(value.toObject().value(QLatin1String("code")).toString());
    return codes;
}

// A day, month or year begins and ends where the clinic's clocks say so; UTC when they are not known.
std::optional<TimeRange> timeOf(const QJsonValue &value, const std::optional<WallClock> &clock)
{
    const QString text = value.toString();
    auto time = readTime(text, TimeForm::DateTime);
    if (time && clock && !text.contains(u'T')) {
        const auto midnight = [&](qint64 utc) {
            return clock->at(QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC).date(), QTime(0, 0)).utc;
        };
        time = TimeRange{midnight(time->low), midnight(time->high)};
    }
    return time;
}

// nullopt: there is one, and it cannot be read.
std::optional<TimeRange> periodOf(const QJsonObject &period, const std::optional<WallClock> &clock)
{
    TimeRange range;
    if (period.contains(QLatin1String("start"))) {
        const auto time = timeOf(period.value(QLatin1String("start")), clock);
        if (!time)
            return std::nullopt;
        range.low = time->low;
    }
    if (period.contains(QLatin1String("end"))) {
        const auto time = timeOf(period.value(QLatin1String("end")), clock);
        if (!time)
            return std::nullopt;
        range.high = time->high;
    }
    return range;
}

// A group or team may have the relative in it; so may an actor who is named in another way than by a record of this clinic.
bool mayInclude(const QString &actor, const QString &person)
{
    return actor.isEmpty() || actor == person || actor.startsWith(QLatin1String("Group/"))
        || actor.startsWith(QLatin1String("CareTeam/"));
}

bool isNaming(const QJsonObject &provision, const QString &person, bool isDeny)
{
    const QJsonArray actors = provision.value(QLatin1String("actor")).toArray();
    return std::any_of(actors.begin(), actors.end(), [&](const QJsonValue &actor) {
        const QJsonObject reference = actor.toObject().value(QLatin1String("reference")).toObject();
        const QString named = localReference(reference.value(QLatin1String("reference")).toString());
        return isDeny ? mayInclude(named, person) : named == person;
    });
}

bool hasAny(const QStringList &list, std::initializer_list<const char *> wanted)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](const char *each) { return list.contains(QLatin1String(each)); });
}

bool hasModifier(const QJsonObject &object)
{
    return object.contains(QLatin1String("modifierExtension"));
}

// The provision itself, apart from those inside it, says something that is not looked at below.
bool isBeyondUs(const QJsonObject &provision)
{
    static const QStringList known = QString::fromLatin1("id extension type period actor action securityLabel purpose class code "
                                                         "dataPeriod data provision")
                                         .split(u' ');
    const QStringList names = provision.keys();
    const QJsonArray actors = provision.value(QLatin1String("actor")).toArray();
    return std::any_of(names.begin(), names.end(), [](const QString &name) { return !known.contains(name); })
        || std::any_of(actors.begin(), actors.end(), [](const QJsonValue &actor) { return hasModifier(actor.toObject()); });
}

// The records that a provision is limited to. nullopt: by something else than naming them.
std::optional<QStringList> instancesOf(const QJsonArray &data)
{
    QStringList instances;
    for (const QJsonValue &each : data) {
        const QJsonObject named = each.toObject();
        const QString target =
            localReference(named.value(QLatin1String("reference")).toObject().value(QLatin1String("reference")).toString());
        if (named.value(QLatin1String("meaning")).toString() != QLatin1String("instance") || target.isEmpty() || hasModifier(named))
            return std::nullopt;
        instances.append(target);
    }
    return instances;
}

// A limit to these sessions, and what was answered to them, and to nothing else.
bool isOfSessions(const QStringList &classes, const std::optional<QStringList> &instances)
{
    return instances && !instances->isEmpty() && !classes.isEmpty()
        && std::all_of(instances->begin(), instances->end(),
                       [](const QString &each) { return each.startsWith(QLatin1String("Appointment/")); })
        && std::all_of(classes.begin(), classes.end(), [](const QString &each) {
               return each == QLatin1String("Appointment") || each == QLatin1String("AppointmentResponse");
           });
}

// Whom the provision around another one is about.
struct Reach {
    bool isPermitted = false; // a permit without an actor opens to nobody
    bool isDenied = true;     // a deny without one shuts for everybody
};

struct Reader {
    QString person; // RelatedPerson/x
    std::optional<WallClock> clock;
};

// A permit inside a provision narrows it: its own values, else those of the outer one. A deny is limited by its own values alone.
void collect(QList<Grant> &grants, const QJsonObject &provision, const Reader &reader, const Grant &outer, Reach reach)
{
    if (provision.contains(QLatin1String("actor")))
        reach = {isNaming(provision, reader.person, false), isNaming(provision, reader.person, true)};
    Grant grant = outer;
    if (const QString type = provision.value(QLatin1String("type")).toString(); !type.isEmpty())
        grant.isDeny = type != QLatin1String("permit");
    if (grant.isDeny) {
        grant = Grant{};
        grant.isDeny = true;
        grant.isVoid = outer.isVoid;
        grant.period = outer.period;
    }
    const auto period = periodOf(provision.value(QLatin1String("period")).toObject(), reader.clock);
    if (period) {
        grant.period.low = std::max(grant.period.low, period->low);
        grant.period.high = std::min(grant.period.high, period->high);
    }
    const auto take = [&](QStringList &to, const char *path) {
        if (const QStringList own = codesAt(provision, QString::fromLatin1(path)); !own.isEmpty())
            to = own;
    };
    take(grant.classes, "class");
    take(grant.codes, "code.coding");
    take(grant.labels, "securityLabel");
    const auto data = periodOf(provision.value(QLatin1String("dataPeriod")).toObject(), reader.clock);
    if (provision.contains(QLatin1String("dataPeriod")))
        grant.data = data;
    const bool isOfRecords = provision.contains(QLatin1String("data"));
    const auto instances = instancesOf(provision.value(QLatin1String("data")).toArray());
    if (isOfRecords && !grant.isDeny)
        grant.instances = instances;
    const QStringList actions = codesAt(provision, QStringLiteral("action.coding"));
    const QStringList purposes = codesAt(provision, QStringLiteral("purpose"));
    // What a relative does here is to look, at the family's request (HL7 v3 ActReason; FAMRQT is a kind of PATRQT).
    grant.isVoid = grant.isVoid || !period || !data || isBeyondUs(provision)
        || (provision.contains(QLatin1String("action")) && !hasAny(actions, {"access", "use", "disclose"}))
        || (isOfRecords && !instances && !grant.isDeny)
        || (provision.contains(QLatin1String("code")) && !hasAny(grant.codes, {"family-sessions", "busy", "attendance"}))
        || (provision.contains(QLatin1String("purpose")) && !hasAny(purposes, {"FAMRQT", "PATRQT"}));
    if (grant.isDeny) {
        // A limit in words alone, or in codes of others, cannot be kept.
        const auto classes = valuesAt(provision, QStringLiteral("class"));
        const bool areTypes = std::all_of(classes.begin(), classes.end(), [](const QJsonValue &coding) {
            return coding.toObject().value(QLatin1String("system")).toString()
                == QLatin1String("http://hl7.org/fhir/resource-types");
        });
        if (!areTypes || grant.classes.contains(QString()))
            grant.classes.clear();
        if (grant.labels.contains(QString()))
            grant.labels.clear();
        if (grant.codes != QStringList{familySessions})
            grant.codes.clear();
        // One that names records shuts the others of their type too, rather too much than too little; but for sessions by name.
        if (isOfSessions(grant.classes, instances))
            grant.instances = instances;
    }
    if (grant.period.low != TimeRange().low)
        grant.firstDay = ConsentGrants::dayOf(grant.period.low, reader.clock).low;
    if (provision.contains(QLatin1String("type")) && (grant.isDeny ? reach.isDenied : reach.isPermitted && !grant.isVoid))
        grants.append(grant);
    const QJsonArray inner = provision.value(QLatin1String("provision")).toArray();
    for (const QJsonValue &each : inner)
        collect(grants, each.toObject(), reader, grant, reach);
}

// Labels that say "ordinary" need no mention in a Consent.
bool isOrdinary(const QString &label)
{
    return label == QLatin1String("N") || label == QLatin1String("L") || label == QLatin1String("M") || label == QLatin1String("U");
}

bool isWithinCodes(const Grant &grant, const QString &type, const QJsonObject &resource)
{
    // A share-scope narrows the class that it speaks of, and no other.
    if (type != QLatin1String("Appointment") || grant.codes.isEmpty())
        return true;
    const QStringList kinds = codesAt(resource, QStringLiteral("serviceType.coding"));
    return grant.codes.contains(familySessions) && kinds.contains(QLatin1String("family"));
}

bool isWithinData(const Grant &grant, const QJsonObject &resource)
{
    if (!grant.data)
        return true;
    const auto start = readTime(resource.value(QLatin1String("start")).toString(), TimeForm::DateTime);
    if (!start)
        return grant.isDeny; // no time to compare
    return start->low >= grant.data->low && start->low < grant.data->high;
}

bool isFromItsFirstDayOn(const Grant &grant, const QJsonObject &session)
{
    const auto start = readTime(session.value(QLatin1String("start")).toString(), TimeForm::DateTime);
    return start && start->low >= grant.firstDay;
}

// Who is told of times until a day is told of none after it, as they are given no place in one then (FamilySessions).
bool isUntilItsEnd(const Grant &grant, const QJsonObject &session)
{
    const auto start = readTime(session.value(QLatin1String("start")).toString(), TimeForm::DateTime);
    return grant.period.high == TimeRange().high || (start && start->low < grant.period.high);
}

// A session that is named, and what is said about it; a record of another kind only when it is named itself.
bool isWithinInstances(const Grant &grant, const QString &type, const QJsonObject &resource)
{
    if (!grant.instances)
        return true;
    const QString target = type == QLatin1String("AppointmentResponse")
        ? localReference(resource.value(QLatin1String("appointment")).toObject().value(QLatin1String("reference")).toString())
        : QString(type + u'/' + resource.value(QLatin1String("id")).toString());
    return grant.instances->contains(target);
}

bool isLabelOpen(const Grant &grant, const QStringList &labels)
{
    return std::all_of(labels.begin(), labels.end(),
                       [&](const QString &label) { return isOrdinary(label) || grant.labels.contains(label); });
}

bool hasCoding(const QJsonObject &object, const QString &path, const char *system, std::initializer_list<const char *> codes)
{
    const auto codings = valuesAt(object, path);
    return std::any_of(codings.begin(), codings.end(), [&](const QJsonValue &coding) {
        return coding.toObject().value(QLatin1String("system")).toString() == QLatin1String(system)
            && hasAny({coding.toObject().value(QLatin1String("code")).toString()}, codes);
    });
}

// A Consent to share, and one by which nothing is shared that is not named (design api, row 7a). Any other, for treatment or research,
// opens nothing to relatives.
bool isToShare(const QJsonObject &consent)
{
    return hasCoding(consent, QStringLiteral("scope.coding"), "http://terminology.hl7.org/CodeSystem/consentscope",
                     {"patient-privacy"})
        && hasCoding(consent, QStringLiteral("category.coding"), "http://loinc.org", {"59284-0"})
        && hasCoding(consent, QStringLiteral("policyRule.coding"), "http://terminology.hl7.org/CodeSystem/v3-ActCode",
                     {"OPTIN", "OPTINR"});
}

} // namespace

TimeRange ConsentGrants::dayOf(qint64 moment, const std::optional<WallClock> &clock)
{
    const QDate day = clock ? clock->dateOf(moment) : QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC).date();
    const auto midnight = [&](const QDate &date) {
        return clock ? clock->at(date, QTime(0, 0)).utc : QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    };
    return {midnight(day), midnight(day.addDays(1))};
}

std::optional<TimeRange> ConsentGrants::time(Records &records, const QString &patientId, const QJsonObject &consent)
{
    return periodOf(consent.value(QLatin1String("provision")).toObject().value(QLatin1String("period")).toObject(),
                    clockOf(records, patientId));
}

QList<Grant> ConsentGrants::holding(const QString &relatedPersonId, const QString &patientId)
{
    return holding(relatedPersonId, patientId, m_records.clock().nowUtc().toMSecsSinceEpoch());
}

QList<Grant> ConsentGrants::holding(const QString &relatedPersonId, const QString &patientId, qint64 at)
{
    if (m_generation != m_records.consentGeneration()) {
        m_cache.clear();
        m_generation = m_records.consentGeneration();
    }
    const QString key = relatedPersonId + u' ' + patientId;
    auto found = m_cache.constFind(key);
    if (found == m_cache.cend()) {
        QList<Grant> grants;
        const RecordPtr person = m_records.read(QStringLiteral("RelatedPerson"), relatedPersonId);
        const QString patient = u"Patient/" + patientId;
        if (person && !person->isDeleted && person->owners.contains(patient) && !areShut(m_records, patientId)
            && QJsonDocument::fromJson(person->body).object().value(QLatin1String("active")).toBool(true)) {
            QStringList ids;
            {
                Statement consents = m_records.database().statement(QStringLiteral(
                    "SELECT r.id FROM resource r JOIN compartment c ON c.row = r.row WHERE c.owner = ? AND c.type = 'Consent'"));
                for (bool hasRow = consents.run({patient}) && consents.next(); hasRow; hasRow = consents.next())
                    ids.append(consents.text(0));
            }
            const Reader reader{u"RelatedPerson/" + relatedPersonId, clockOf(m_records, patientId)};
            for (const QString &id : ids) {
                const RecordPtr consent = m_records.read(QStringLiteral("Consent"), id);
                const QJsonObject json = consent ? QJsonDocument::fromJson(consent->body).object() : QJsonObject();
                if (json.value(QLatin1String("status")).toString() != QLatin1String("active"))
                    continue;
                Grant whole;
                whole.isVoid = !isToShare(json) || hasModifier(json) || json.contains(QLatin1String("implicitRules"));
                collect(grants, json.value(QLatin1String("provision")).toObject(), reader, whole, {});
            }
        }
        found = m_cache.insert(key, grants);
    }
    QList<Grant> holding;
    bool hasPermit = false;
    for (const Grant &grant : *found) {
        if (at < grant.period.low || at >= grant.period.high)
            continue;
        if (grant.isDeny && grant.classes.isEmpty() && grant.codes.isEmpty() && grant.labels.isEmpty() && !grant.data)
            return {};
        holding.append(grant);
        hasPermit = hasPermit || !grant.isDeny;
    }
    return hasPermit ? holding : QList<Grant>();
}

std::optional<QDate> ConsentGrants::lastDay(const QString &relatedPersonId, const QString &patientId, const char *scope)
{
    std::optional<qint64> high;
    for (const Grant &grant : holding(relatedPersonId, patientId)) {
        if (!grant.isDeny && (!scope || grant.isTelling(scope)))
            high = std::max(high.value_or(grant.period.high), grant.period.high);
    }
    if (!high || *high == TimeRange().high)
        return high ? std::optional(QDate()) : std::nullopt;
    const auto clock = clockOf(m_records, patientId);
    return clock ? clock->dateOf(*high - 1) : QDateTime::fromMSecsSinceEpoch(*high - 1, Qt::UTC).date();
}

std::optional<WallClock> ConsentGrants::clockOf(Records &records, const QString &patientId)
{
    const RecordPtr patient = records.read(QStringLiteral("Patient"), patientId);
    const QString clinic = patient ? localReference(QJsonDocument::fromJson(patient->body)
                                                        .object()
                                                        .value(QLatin1String("managingOrganization"))
                                                        .toObject()
                                                        .value(QLatin1String("reference"))
                                                        .toString())
                                   : QString();
    return WallClock::of(organizationCode(records, clinic.section(u'/', 1), timeZoneUrl()).value_or(QString()));
}

bool ConsentGrants::areShut(Records &records, const QString &patientId)
{
    QStringList ids;
    {
        Statement flags = records.database().statement(
            QStringLiteral("SELECT r.id FROM resource r JOIN compartment c ON c.row = r.row WHERE c.owner = ? AND c.type = 'Flag' "
                           "AND r.deleted = 0"));
        for (bool hasRow = flags.run({QString(u"Patient/" + patientId)}) && flags.next(); hasRow; hasRow = flags.next())
            ids.append(flags.text(0));
    }
    return std::any_of(ids.begin(), ids.end(), [&](const QString &id) {
        const RecordPtr flag = records.read(QStringLiteral("Flag"), id);
        const QJsonObject json = flag ? QJsonDocument::fromJson(flag->body).object() : QJsonObject();
        return json.value(QLatin1String("status")).toString() == QLatin1String("active") && isShuttingFlag(json);
    });
}

bool ConsentGrants::isShuttingFlag(const QJsonObject &flag)
{
    const auto codings = valuesAt(flag, QStringLiteral("code.coding"));
    return std::any_of(codings.begin(), codings.end(), [](const QJsonValue &coding) {
        return coding.toObject().value(QLatin1String("code")).toString() == QLatin1String("no-joint")
            && coding.toObject().value(QLatin1String("system")).toString() == canonical(u"CodeSystem/flag");
    });
}

bool ConsentGrants::areListing(const QList<Grant> &grants, const QString &type)
{
    return std::any_of(grants.begin(), grants.end(),
                       [&](const Grant &grant) { return !grant.isDeny && grant.classes.contains(type); });
}

bool ConsentGrants::areDenying(const QList<Grant> &grants, const QString &type, const QJsonObject &resource)
{
    const QStringList labels = codesAt(resource, QStringLiteral("meta.security"));
    return std::any_of(grants.begin(), grants.end(), [&](const Grant &grant) {
        const bool hasLabel = grant.labels.isEmpty()
            || std::any_of(grant.labels.begin(), grant.labels.end(), [&](const QString &label) { return labels.contains(label); });
        return grant.isDeny && hasLabel && (grant.classes.isEmpty() || grant.classes.contains(type))
            && isWithinCodes(grant, type, resource) && isWithinData(grant, resource) && isWithinInstances(grant, type, resource);
    });
}

bool ConsentGrants::areOpening(const QList<Grant> &grants, const QString &type, const QJsonObject &resource)
{
    return opening(grants, type, resource).isWhole;
}

Opening ConsentGrants::opening(const QList<Grant> &grants, const QString &type, const QJsonObject &resource)
{
    Opening open;
    if (areDenying(grants, type, resource))
        return open;
    const QStringList labels = codesAt(resource, QStringLiteral("meta.security"));
    for (const Grant &grant : grants) {
        if (grant.isDeny || !grant.classes.contains(type) || !isLabelOpen(grant, labels) || !isWithinData(grant, resource)
            || !isWithinInstances(grant, type, resource))
            continue;
        open.isWhole = open.isWhole || isWithinCodes(grant, type, resource);
        if (type == QLatin1String("Appointment")) {
            open.hasBusy = open.hasBusy || (grant.codes.contains(busy) && isUntilItsEnd(grant, resource));
            open.hasAttendance = open.hasAttendance || (grant.codes.contains(attendance) && isFromItsFirstDayOn(grant, resource));
        }
    }
    return open;
}

} // namespace handrail::clinic
