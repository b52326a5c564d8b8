// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/StaffLog.h"

#include "clinic/CommandText.h"

#include <QHash>
#include <utility>

namespace handrail::clinic {

StaffLog::StaffLog(Service &service, const QString &practitionerId)
    : m_service(service)
{
    m_access.userId = userOfTheSystem();
    if (!practitionerId.isEmpty())
        m_access.fhirUser = u"Practitioner/" + practitionerId;
}

void StaffLog::watch(Detail detail)
{
    m_service.records.onWritten = [this, detail, noted = QHash<QString, bool>()](const Record &record) mutable -> Result<void> {
        const char action = record.isDeleted ? 'D' : record.wasCreatedNow ? 'C' : 'U';
        // As of any other access: what a patient may not know of tells nothing in the log either.
        const bool isKept = Policy(m_service.records).isKeptFromPatient(record);
        QStringList patients;
        for (const QString &owner : record.owners) {
            if (!isKept && owner.startsWith(QLatin1String("Patient/")))
                patients.append(owner.mid(8));
        }
        if (patients.isEmpty())
            patients.append(QString());
        for (const QString &patient : std::as_const(patients)) {
            const bool isEach = detail == Detail::EachRecord;
            const QString seen = QString(QLatin1Char(action) % u' ' % record.type % u' ' % patient);
            if (!isEach && std::exchange(noted[seen], true))
                continue;
            if (auto written = note(action, record.type, isEach ? record.id : QString(), patient); !written)
                return written;
        }
        return {};
    };
}

Result<void> StaffLog::note(char action, const QString &type, const QString &id, const QString &patient)
{
    m_service.audit.add(m_access, action, type, id, patient, action == 'C' ? 201 : 200);
    const bool isWritten = m_service.audit.flushInside();
    m_service.audit.settle();
    return isWritten ? Result<void>() : problem(ProblemKind::StoreBroken, QStringLiteral("audit"));
}

Result<void> StaffLog::noteAll(char action, const QString &type, const QStringList &patients)
{
    Transaction transaction(m_service.database);
    if (!transaction.isOpen())
        return problem(ProblemKind::StoreInUse, QStringLiteral("audit"));
    for (const QString &patient : patients) {
        if (auto noted = note(action, type, {}, patient); !noted)
            return noted;
    }
    return transaction.commit() ? Result<void>() : problem(ProblemKind::StoreBroken, QStringLiteral("audit"));
}

Result<void> StaffLog::noteEverybody(char action, const QString &type)
{
    QStringList patients;
    {
        Statement found =
            m_service.database.statement(QStringLiteral("SELECT id FROM resource WHERE type = 'Patient' AND deleted = 0"));
        for (bool hasRow = found.run() && found.next(); hasRow; hasRow = found.next())
            patients.append(found.text(0));
    }
    return noteAll(action, type, patients);
}

} // namespace handrail::clinic
