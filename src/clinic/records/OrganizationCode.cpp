// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/records/OrganizationCode.h"

#include "core/Ids.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString organizationType = u"Organization"_s;

QJsonObject organization(Records &records, const QString &organizationId)
{
    QStringList ids{organizationId};
    if (organizationId.isEmpty()) {
        ids.clear();
        Statement found =
            records.database().statement(u"SELECT id FROM resource WHERE type = 'Organization' AND deleted = 0 LIMIT 1000"_s);
        for (bool hasRow = found.run() && found.next(); hasRow; hasRow = found.next())
            ids.append(found.text(0));
    }
    QList<QJsonObject> roots;
    for (const QString &id : std::as_const(ids)) {
        const RecordPtr record = records.read(organizationType, id);
        const QJsonObject json = record && !record->isDeleted ? QJsonDocument::fromJson(record->body).object() : QJsonObject();
        if (!json.isEmpty() && (!organizationId.isEmpty() || !json.contains("partOf"_L1)))
            roots.append(json);
    }
    return roots.size() == 1 ? roots.first() : QJsonObject();
}

} // namespace

QString timeZoneUrl()
{
    return canonical(u"StructureDefinition/time-zone");
}

Result<QString> organizationCode(Records &records, const QString &organizationId, const QString &url)
{
    const QJsonObject clinic = organization(records, organizationId);
    if (clinic.isEmpty())
        return problem(ProblemKind::NotFound, u"organization"_s);
    for (const QJsonValue &extension : clinic.value("extension"_L1).toArray()) {
        if (extension["url"_L1].toString() == url)
            return extension["valueCode"_L1].toString();
    }
    return QString();
}

Result<void> setOrganizationCode(Records &records, const QString &organizationId, const QString &url, const QString &code)
{
    Transaction transaction(records.database());
    if (!transaction.isOpen())
        return problem(ProblemKind::StoreInUse, u"organization"_s);
    records.noticeChanges();
    QJsonObject clinic = organization(records, organizationId);
    if (clinic.isEmpty())
        return problem(ProblemKind::NotFound, u"organization"_s);
    QJsonArray extensions;
    for (const QJsonValue &extension : clinic.value("extension"_L1).toArray()) {
        if (extension["url"_L1].toString() != url)
            extensions.append(extension);
    }
    extensions.append(QJsonObject{{u"url"_s, url}, {u"valueCode"_s, code}});
    clinic.insert(u"extension"_s, extensions);
    const std::optional<Draft> draft = draftOf(clinic);
    const Result<RecordPtr> stored = draft ? records.write(organizationType, clinic.value("id"_L1).toString(), *draft)
                                           : Result<RecordPtr>(problem(ProblemKind::BadData, u"organization"_s));
    if (!stored || !transaction.commit()) {
        records.forget();
        return stored ? problem(ProblemKind::StoreBroken, u"organization"_s) : tl::unexpected(stored.error());
    }
    return {};
}

} // namespace handrail::clinic
