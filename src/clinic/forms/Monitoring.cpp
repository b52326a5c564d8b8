// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/Monitoring.h"

#include "clinic/forms/DerivedRecord.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString organizationType = u"Organization"_s;

QString url()
{
    return canonical(u"StructureDefinition/monitoring");
}

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

bool isMonitoring(const QString &value)
{
    return value == "none"_L1 || value == "business-hours"_L1 || value == "24x7"_L1;
}

Result<QString> monitoringOf(Records &records, const QString &organizationId)
{
    const QJsonObject clinic = organization(records, organizationId);
    if (clinic.isEmpty())
        return problem(ProblemKind::NotFound, u"organization"_s);
    for (const QJsonValue &extension : clinic.value("extension"_L1).toArray()) {
        if (extension["url"_L1].toString() == url() && isMonitoring(extension["valueCode"_L1].toString()))
            return extension["valueCode"_L1].toString();
    }
    return u"none"_s;
}

Result<void> setMonitoring(Records &records, const QString &organizationId, const QString &value)
{
    Transaction transaction(records.database());
    if (!transaction.isOpen())
        return problem(ProblemKind::StoreInUse, u"monitoring"_s);
    records.noticeChanges();
    QJsonObject clinic = organization(records, organizationId);
    if (clinic.isEmpty())
        return problem(ProblemKind::NotFound, u"organization"_s);
    QJsonArray extensions;
    for (const QJsonValue &extension : clinic.value("extension"_L1).toArray()) {
        if (extension["url"_L1].toString() != url())
            extensions.append(extension);
    }
    extensions.append(QJsonObject{{u"url"_s, url()}, {u"valueCode"_s, value}});
    clinic.insert(u"extension"_s, extensions);
    if (auto written = writeDerived(records, organizationType, clinic.value("id"_L1).toString(), clinic); !written)
        return written;
    if (!transaction.commit()) {
        records.forget();
        return problem(ProblemKind::StoreBroken, u"monitoring"_s);
    }
    return {};
}

} // namespace handrail::clinic
