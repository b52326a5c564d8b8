// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/Policy.h"

#include "clinic/http/Server.h"
#include "clinic/records/SearchIndex.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
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

// nullopt: what it names decides.
std::optional<bool> isKept(const QString &type, const QJsonObject &record)
{
    const QLatin1String patient("Patient");
    if (type == QLatin1String("Flag") ? ConsentGrants::isShuttingFlag(record)
                                      : Policy::isConcern(type, record) || isFromRelative(record))
        return true;
    if (type == QLatin1String("Communication") && isTo(record.value(QLatin1String("sender")), patient))
        return false;
    if (isToAny(record, QLatin1String("RelatedPerson")) && !isToAny(record, patient) && !Policy::isHowToHelp(type, record))
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

bool Policy::mayBeKept(const QString &type)
{
    static const QStringList types{QStringLiteral("Communication"), QStringLiteral("CommunicationRequest"), QStringLiteral("Flag"),
                                   QStringLiteral("Task")};
    return types.contains(type);
}

// Stored text is as it was sent, and may write any letter of a value as an escape: only what was parsed says what it is.
bool Policy::isKeptFromPatient(const Record &record) const
{
    if (!mayBeKept(record.type))
        return false;
    const QJsonObject json = lastTextOf(m_records, record);
    const std::optional<bool> kept = isKept(record.type, json);
    return kept ? *kept : isNamingKept(json);
}

QString Policy::ownReference(const QString &reference) const
{
    const QString here = m_base + u'/';
    return localReference(!m_base.isEmpty() && reference.startsWith(here) ? reference.mid(here.size()) : reference);
}

// However many lie between, and by whatever element: an answer, a note about it, a task for it. Each is looked at once, for they may go
// round in a circle.
bool Policy::isNamingKept(const QJsonObject &record) const
{
    static const QRegularExpression start(QStringLiteral("\\b(Communication|CommunicationRequest|Flag|Task)/"));
    QSet<QString> seen;
    QList<QJsonObject> open;
    open.append(record);
    while (!open.isEmpty()) {
        const QSet<QString> references = referencesIn(open.takeLast());
        for (const QString &reference : references) {
            // Where the clinic's address is not known, any may be its own.
            const QString target = m_base.isEmpty()
                ? localReference(reference.mid(std::max<qsizetype>(0, reference.lastIndexOf(start))))
                : ownReference(reference);
            const QString type = target.section(u'/', 0, 0);
            if (!mayBeKept(type) || seen.contains(target))
                continue;
            seen.insert(target);
            const RecordPtr named = m_records.read(type, target.section(u'/', 1));
            const QJsonObject json = named ? lastTextOf(m_records, *named) : QJsonObject();
            const std::optional<bool> kept = isKept(type, json);
            if (kept.value_or(false))
                return true;
            if (!kept)
                open.append(json);
        }
    }
    return false;
}

// Nothing that staff write in answer to a relative reaches them (design clinical 7.2: one way): who sends it must not believe that it did. Nor
// does anything that the patient is shown name what a relative wrote; what is for staff alone may, and is kept.
std::optional<Reply> Policy::staffRefusal(const ResourceType &type, const QJsonObject &resource) const
{
    const bool isMessage = type.name == QLatin1String("Communication");
    if (isMessage
        && (isFromRelative(resource) || resource.value(QLatin1String("status")).toString() == QLatin1String("entered-in-error")))
        return std::nullopt;
    const QLatin1String patient("Patient"), relative("RelatedPerson");
    const bool isPatients = isTo(resource.value(QLatin1String("sender")), patient); // staff mark it, and say nothing by that
    const bool isToRelative = isMessage && isToAny(resource, relative);
    const bool isForStaff = isMessage
        ? !isPatients && !isToRelative && !isToAny(resource, patient) && resource.contains(QLatin1String("recipient"))
        : mayBeKept(type.name);
    if (!(isToRelative && !isPatients && !isHowToHelp(type.name, resource)) && (isForStaff || !isNamingKept(resource)))
        return std::nullopt;
    return outcome(
        422, "business-rule",
        "Not stored: a relative reads no answer in the app, and the patient nothing of what a relative wrote. Call them, or "
        "speak with them at the next family session");
}

} // namespace handrail::clinic
