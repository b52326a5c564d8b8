// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/Policy.h"

#include "clinic/http/Server.h"
#include "clinic/records/SearchIndex.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

// What is kept from the patient.

namespace handrail::clinic {

namespace {

bool isOfKind(const QString &type, const QJsonObject &resource, QLatin1String kind)
{
    if (type != QLatin1String("Communication"))
        return false;
    const QList<QJsonValue> codings = valuesAt(resource, QStringLiteral("category.coding"));
    return std::any_of(codings.begin(), codings.end(), [&](const QJsonValue &value) {
        return value.toObject().value(QLatin1String("code")).toString() == kind
            && value.toObject().value(QLatin1String("system")).toString() == canonical(u"CodeSystem/message-kind");
    });
}

// A reference of any form, also to another server's record or by an identifier alone.
bool isTo(const QJsonValue &reference, QLatin1String type)
{
    const QJsonObject target = reference.toObject();
    return target.value(QLatin1String("reference")).toString().contains(QString(type + u'/'))
        || target.value(QLatin1String("type")).toString() == type;
}

bool isToAny(const QJsonObject &message, QLatin1String type)
{
    const QJsonArray recipients = message.value(QLatin1String("recipient")).toArray();
    return std::any_of(recipients.begin(), recipients.end(), [&](const QJsonValue &each) { return isTo(each, type); });
}

bool isFromRelative(const QJsonObject &message)
{
    return isTo(message.value(QLatin1String("sender")), QLatin1String("RelatedPerson"));
}

// A tombstone has no body any more that would tell: the version before it has.
QJsonObject lastTextOf(Records &records, const Record &record)
{
    if (!record.isDeleted)
        return QJsonDocument::fromJson(record.body).object();
    const RecordPtr last = records.readVersion(record.type, record.id, record.version - 1);
    return last ? QJsonDocument::fromJson(last->body).object() : QJsonObject();
}

// nullopt: what it answers decides.
std::optional<bool> isMessageKept(const QJsonObject &message)
{
    const QString type = QStringLiteral("Communication");
    if (Policy::isConcern(type, message) || isFromRelative(message))
        return true;
    if (Policy::isHowToHelp(type, message) || isTo(message.value(QLatin1String("sender")), QLatin1String("Patient")))
        return false;
    if (isToAny(message, QLatin1String("RelatedPerson")) && !isToAny(message, QLatin1String("Patient")))
        return true;
    return std::nullopt;
}

} // namespace

bool Policy::isConcern(const QString &type, const QJsonObject &resource)
{
    return isOfKind(type, resource, QLatin1String("concern"));
}

bool Policy::isHowToHelp(const QString &type, const QJsonObject &resource)
{
    return isOfKind(type, resource, QLatin1String("how-to-help"));
}

// Stored text is as it was sent, and may write any letter of a value as an escape: only what was parsed says what it is.
bool Policy::isKeptFromPatient(const Record &record) const
{
    const bool isFlag = record.type == QLatin1String("Flag");
    if (!isFlag && record.type != QLatin1String("Communication"))
        return false;
    const QJsonObject json = lastTextOf(m_records, record);
    if (isFlag)
        return ConsentGrants::isShuttingFlag(json);
    const std::optional<bool> isKept = isMessageKept(json);
    return isKept ? *isKept : isAnswerToKept(json);
}

QString Policy::ownReference(const QString &reference) const
{
    const QString here = m_base + u'/';
    return localReference(!m_base.isEmpty() && reference.startsWith(here) ? reference.mid(here.size()) : reference);
}

// However many answers lie between; each is looked at once, for they may go round in a circle.
bool Policy::isAnswerToKept(const QJsonObject &message) const
{
    const QLatin1String communication("Communication/");
    QSet<QString> seen;
    QList<QJsonObject> open;
    open.append(message);
    while (!open.isEmpty()) {
        const QJsonObject answer = open.takeLast();
        const QList<QJsonValue> targets =
            valuesAt(answer, QStringLiteral("inResponseTo.reference")) + valuesAt(answer, QStringLiteral("partOf.reference"));
        for (const QJsonValue &each : targets) {
            const QString reference = each.toString();
            // Where the clinic's address is not known, any may be its own.
            const QString target =
                m_base.isEmpty() ? localReference(reference.mid(reference.lastIndexOf(communication))) : ownReference(reference);
            if (!target.startsWith(communication) || seen.contains(target))
                continue;
            seen.insert(target);
            const RecordPtr answered = m_records.read(QStringLiteral("Communication"), target.section(u'/', 1));
            const QJsonObject json = answered ? lastTextOf(m_records, *answered) : QJsonObject();
            const std::optional<bool> isKept = isMessageKept(json);
            if (isKept.value_or(false))
                return true;
            if (!isKept)
                open.append(json);
        }
    }
    return false;
}

// Nothing that staff write in answer to a relative reaches them (design clinical 7.2: one way): who sends it must not believe that it did.
std::optional<Reply> Policy::staffRefusal(const ResourceType &type, const QJsonObject &resource) const
{
    if (type.name != QLatin1String("Communication") || isHowToHelp(type.name, resource) || isFromRelative(resource)
        || isTo(resource.value(QLatin1String("sender")), QLatin1String("Patient")) // staff mark it, and say nothing by that
        || resource.value(QLatin1String("status")).toString() == QLatin1String("entered-in-error")
        || !(isToAny(resource, QLatin1String("RelatedPerson")) || isAnswerToKept(resource)))
        return std::nullopt;
    return outcome(422, "business-rule",
                   "Not sent: a relative reads no answer in the app. Call them, or speak with them at the next family session");
}

} // namespace handrail::clinic
