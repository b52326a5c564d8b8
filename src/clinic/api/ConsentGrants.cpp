// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/ConsentGrants.h"

#include "clinic/records/SearchIndex.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace handrail::clinic {

namespace {

QStringList codesAt(const QJsonObject &object, const QString &path)
{
    QStringList codes;
    for (const QJsonValue &value : valuesAt(object, path))
        codes.append(value.toObject().value(QLatin1String("code")).toString());
    return codes;
}

TimeRange periodOf(const QJsonObject &period)
{
    TimeRange range;
    if (const QString start = period.value(QLatin1String("start")).toString(); !start.isEmpty()) {
        const auto time = readTime(start, TimeForm::DateTime);
        range.low = time ? time->low : std::numeric_limits<qint64>::max(); // unreadable: never
    }
    if (const QString end = period.value(QLatin1String("end")).toString(); !end.isEmpty()) {
        const auto time = readTime(end, TimeForm::DateTime);
        range.high = time ? time->high : std::numeric_limits<qint64>::min();
    }
    return range;
}

bool isNaming(const QJsonObject &provision, const QString &person)
{
    const auto actors = valuesAt(provision, QStringLiteral("actor.reference.reference"));
    return std::any_of(actors.begin(), actors.end(),
                       [&](const QJsonValue &actor) { return localReference(actor.toString()) == person; });
}

// A provision inside another narrows it: its own values, else those of the outer one.
void collect(QList<Grant> &grants, const QJsonObject &provision, const QString &person, const Grant &outer, bool isNamed)
{
    const bool hasActor = provision.contains(QLatin1String("actor"));
    const bool isMine = hasActor ? isNaming(provision, person) : isNamed;
    Grant grant = outer;
    if (const QString type = provision.value(QLatin1String("type")).toString(); !type.isEmpty())
        grant.isDeny = type != QLatin1String("permit");
    const TimeRange period = periodOf(provision.value(QLatin1String("period")).toObject());
    grant.period.low = std::max(grant.period.low, period.low);
    grant.period.high = std::min(grant.period.high, period.high);
    const auto take = [&](QStringList &to, const char *path) {
        if (const QStringList own = codesAt(provision, QString::fromLatin1(path)); !own.isEmpty())
            to = own;
    };
    take(grant.classes, "class");
    take(grant.codes, "code.coding");
    take(grant.labels, "securityLabel");
    if (provision.contains(QLatin1String("dataPeriod")))
        grant.data = periodOf(provision.value(QLatin1String("dataPeriod")).toObject());
    const QStringList actions = codesAt(provision, QStringLiteral("action.coding"));
    const bool isAccess = actions.isEmpty() || actions.contains(QLatin1String("access")) || actions.contains(QLatin1String("use"))
        || actions.contains(QLatin1String("disclose"));
    if (isMine && (isAccess || grant.isDeny) && provision.contains(QLatin1String("type")))
        grants.append(grant);
    const QJsonArray inner = provision.value(QLatin1String("provision")).toArray();
    for (const QJsonValue &each : inner)
        collect(grants, each.toObject(), person, grant, isMine);
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
    return grant.codes.contains(QLatin1String("family-sessions")) && kinds.contains(QLatin1String("family"));
}

bool isWithinData(const Grant &grant, const QJsonObject &resource)
{
    if (!grant.data)
        return true;
    const auto start = readTime(resource.value(QLatin1String("start")).toString(), TimeForm::DateTime);
    return start && start->low >= grant.data->low && start->low < grant.data->high;
}

} // namespace

QList<Grant> ConsentGrants::holding(const QString &relatedPersonId, const QString &patientId)
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
        if (person && !person->isDeleted && person->owners.contains(patient)
            && QJsonDocument::fromJson(person->body).object().value(QLatin1String("active")).toBool(true)) {
            QStringList ids;
            {
                Statement consents = m_records.database().statement(QStringLiteral(
                    "SELECT r.id FROM resource r JOIN compartment c ON c.row = r.row WHERE c.owner = ? AND c.type = 'Consent'"));
                for (bool hasRow = consents.run({patient}) && consents.next(); hasRow; hasRow = consents.next())
                    ids.append(consents.text(0));
            }
            for (const QString &id : ids) {
                const RecordPtr consent = m_records.read(QStringLiteral("Consent"), id);
                const QJsonObject json = consent ? QJsonDocument::fromJson(consent->body).object() : QJsonObject();
                if (json.value(QLatin1String("status")).toString() == QLatin1String("active"))
                    collect(grants, json.value(QLatin1String("provision")).toObject(), u"RelatedPerson/" + relatedPersonId, Grant{},
                            false);
            }
        }
        found = m_cache.insert(key, grants);
    }
    const qint64 now = m_records.clock().nowUtc().toMSecsSinceEpoch();
    QList<Grant> holding;
    bool hasPermit = false;
    for (const Grant &grant : *found) {
        if (now >= grant.period.low && now < grant.period.high) {
            holding.append(grant);
            hasPermit = hasPermit || !grant.isDeny;
        }
    }
    return hasPermit ? holding : QList<Grant>();
}

bool ConsentGrants::areListing(const QList<Grant> &grants, const QString &type)
{
    return std::any_of(grants.begin(), grants.end(),
                       [&](const Grant &grant) { return !grant.isDeny && grant.classes.contains(type); });
}

bool ConsentGrants::areOpening(const QList<Grant> &grants, const QString &type, const QJsonObject &resource)
{
    const QStringList labels = codesAt(resource, QStringLiteral("meta.security"));
    bool isOpen = false;
    for (const Grant &grant : grants) {
        if (grant.isDeny) {
            const bool hasLabel =
                std::any_of(grant.labels.begin(), grant.labels.end(), [&](const QString &label) { return labels.contains(label); });
            if ((grant.classes.isEmpty() || grant.classes.contains(type)) && (grant.labels.isEmpty() || hasLabel)
                && isWithinCodes(grant, type, resource) && isWithinData(grant, resource))
                return false;
            continue;
        }
        const bool isLabelled = std::all_of(
            labels.begin(), labels.end(), [&](const QString &label) { return isOrdinary(label) || grant.labels.contains(label); });
        isOpen = isOpen
            || (grant.classes.contains(type) && isLabelled && isWithinCodes(grant, type, resource)
                && isWithinData(grant, resource));
    }
    return isOpen;
}

} // namespace handrail::clinic
