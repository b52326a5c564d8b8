// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/records/PatientStanding.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

Standing standingOf(const QJsonObject &patient)
{
    if (patient.isEmpty())
        return Standing::Unknown;
    if (patient.value("deceasedBoolean"_L1).toBool() || patient.contains("deceasedDateTime"_L1))
        return Standing::Deceased;
    const QJsonArray links = patient.value("link"_L1).toArray();
    if (std::any_of(links.begin(), links.end(),
                    [](const QJsonValue &link) { return link["type"_L1].toString() == "replaced-by"_L1; }))
        return Standing::Replaced;
    return patient.value("active"_L1).toBool(true) ? Standing::In : Standing::Inactive;
}

QJsonObject currentRecord(Records &records, const QString &type, const QString &id)
{
    const RecordPtr record = records.read(type, id);
    return record && !record->isDeleted ? QJsonDocument::fromJson(record->body).object() : QJsonObject();
}

QStringList idsOfPatient(Records &records, const QString &patientId, const QString &type)
{
    QStringList ids;
    Statement rows = records.database().statement(
        u"SELECT r.id FROM compartment c JOIN resource r ON r.row = c.row WHERE c.owner = ? AND c.type = ? ORDER BY r.row"_s);
    for (bool hasRow = rows.run({QString(u"Patient/" + patientId), type}) && rows.next(); hasRow; hasRow = rows.next())
        ids.append(rows.text(0));
    return ids;
}

QString shownName(const QJsonObject &record)
{
    if (record.value("name"_L1).isString())
        return record.value("name"_L1).toString();
    const QJsonValue name = record.value("name"_L1)[0];
    if (record.value("resourceType"_L1).toString() == "Patient"_L1 && name["given"_L1][0].isString())
        return name["given"_L1][0].toString();
    const QString text = name["text"_L1].toString();
    return text.isEmpty() ? QString(name["given"_L1][0].toString() + u' ' + name["family"_L1].toString()).trimmed() : text;
}

} // namespace handrail::clinic
