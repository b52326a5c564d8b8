// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/CutRecords.h"
#include "clinic/api/Policy.h"
#include "clinic/records/SearchIndex.h"

#include <QJsonDocument>
#include <algorithm>

// What belongs to no patient, and is not everybody's for that.

namespace handrail::clinic {

namespace {

// Of what is open to everybody: a room's lasting address is staff's.
QByteArray openBody(const Record &record)
{
    if (record.type != QLatin1String("Location"))
        return record.body;
    const QJsonObject whole = QJsonDocument::fromJson(record.body).object(), cut = withoutAddress(whole);
    return cut == whole ? record.body : QJsonDocument(cut).toJson(QJsonDocument::Compact);
}

} // namespace

std::optional<QByteArray> Policy::shownOpen(const Access &access, const Record &record)
{
    if ((record.type == QLatin1String("Binary") && !isOpenBinary(access, record))
        || (record.type == QLatin1String("Location") && access.isRelative() && !isPlaceOfTheirs(access, record.id))
        || (record.type == QLatin1String("Medication") && !isMedicineOfTheirs(access, record.id)))
        return std::nullopt;
    return openBody(record);
}

bool Policy::isOpenBinary(const Access &access, const Record &record)
{
    const QJsonObject json = QJsonDocument::fromJson(record.body).object();
    const QString context =
        localReference(json.value(QLatin1String("securityContext")).toObject().value(QLatin1String("reference")).toString());
    if (!json.contains(QLatin1String("securityContext")))
        return true; // a picture of a lesson: nobody's record
    const qsizetype slash = context.indexOf(u'/');
    const RecordPtr owner = slash > 0 ? m_records.read(context.left(slash), context.mid(slash + 1)) : nullptr;
    return owner && owner->type != QLatin1String("Binary") && !owner->isDeleted && shown(access, *owner).has_value();
}

// A relative is told where the sessions are that are open to them: where else the clinic has rooms is not theirs to know.
bool Policy::isPlaceOfTheirs(const Access &access, const QString &location)
{
    QStringList sessions;
    {
        Statement found = m_records.database().statement(QStringLiteral(
            "SELECT DISTINCT r.id FROM index_reference i JOIN compartment c ON c.row = i.row JOIN resource r ON r.row = "
            "i.row WHERE i.parameter = 'Appointment.actor' AND i.target = ? AND c.owner = ? AND r.deleted = 0"));
        for (bool hasRow = found.run({QString(u"Location/" + location), access.fhirUser}) && found.next(); hasRow;
             hasRow = found.next())
            sessions.append(found.text(0));
    }
    return std::any_of(sessions.cbegin(), sessions.cend(), [&](const QString &id) {
        const RecordPtr session = m_records.read(QStringLiteral("Appointment"), id);
        return session && isShownWhole(access, *session);
    });
}

// A patient is told what their own orders are of; what else the clinic orders, and for whom, is not theirs to know.
bool Policy::isMedicineOfTheirs(const Access &access, const QString &medication)
{
    if (access.isRelative())
        return false;
    Statement orders = m_records.database().statement(
        QStringLiteral("SELECT r.id FROM index_reference i JOIN compartment c ON c.row = i.row JOIN resource r ON r.row = i.row "
                       "WHERE i.parameter = 'MedicationRequest.medication' AND i.target = ? AND c.owner = ? AND r.deleted = 0 "
                       "LIMIT 1"));
    return orders.run({QString(u"Medication/" + medication), QString(u"Patient/" + access.patientId)}) && orders.next();
}

} // namespace handrail::clinic
