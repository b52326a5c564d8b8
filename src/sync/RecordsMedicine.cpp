// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Log.h"
#include "fhir/Read.h"
#include "fhir/Write.h"
#include "sync/PullPlan.h"
#include "sync/Records.h"

#include <QSet>
#include <algorithm>

namespace handrail {

namespace {

const QString statement = QStringLiteral("MedicationStatement");

} // namespace

QList<Medicine> Records::medicines() const
{
    const Result<QList<QByteArray>> stored = m_store.records(QStringLiteral("MedicationRequest"));
    if (!stored) {
        qCWarning(logSync) << "reading records:" << stored.error();
        return {};
    }
    QList<Medicine> medicines;
    for (const QByteArray &json : *stored) {
        const Result<std::optional<Medicine>> read = fhir::readMedicine(json, m_language);
        if (!read || !*read)
            continue;
        Medicine medicine = **read;
        if (medicine.name.isEmpty() && !medicine.medicationId.isEmpty()) {
            const auto medication = m_store.record(QStringLiteral("Medication"), medicine.medicationId);
            if (medication && *medication)
                medicine.name = fhir::readMedicationName(**medication, m_language);
        }
        medicines << medicine;
    }
    std::stable_sort(medicines.begin(), medicines.end(), [](const Medicine &a, const Medicine &b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return medicines;
}

Result<QList<KnownDose>> Records::doses(const QDate &from, const QDate &to) const
{
    const Result<QList<QByteArray>> stored = m_store.recordsByDay(statement, from, to);
    if (!stored)
        return tl::make_unexpected(stored.error());
    QList<KnownDose> known;
    QSet<QString> seen;
    const auto add = [&](const QByteArray &json, OutboxState state, bool isHere) {
        const Result<DoseSaid> said = fhir::readDose(json);
        if (!said || said->day < from || said->day > to || (!said->identifier.isEmpty() && seen.contains(said->identifier)))
            return;
        seen.insert(said->identifier);
        known << KnownDose{*said, state, isHere};
    };
    for (const QByteArray &json : *stored)
        add(json, OutboxState::Done, false);
    const Result<QList<OutboxItem>> items = m_store.outbox().all();
    if (!items)
        return tl::make_unexpected(items.error());
    for (const OutboxItem &item : *items) {
        if (item.resourceType == statement)
            add(item.payload, item.state, item.isHere());
    }
    std::stable_sort(known.begin(), known.end(), [](const KnownDose &a, const KnownDose &b) { return a.dose.said > b.dose.said; });
    return known;
}

Result<void> Records::queueDose(const DoseSaid &said, const QString &name, const QString &note, const QDateTime &until)
{
    OutboxItem item;
    item.identifier = said.identifier;
    item.resourceType = statement;
    // A key of its own for each dose: one that the server cannot take holds up no other.
    item.dependencyKey = QString(u"dose/" % said.medicineId % u'/' % said.day.toString(Qt::ISODate) % u'/' % keyOf(said.time));
    item.payload = fhir::writeDose(said, m_identity.patientId, name, note);
    item.queuedAt = said.said.toUTC();
    item.retryAt = until;
    const Result<qint64> queued = m_store.outbox().queue(item);
    if (!queued)
        return tl::make_unexpected(queued.error());
    return {};
}

bool Records::takesDoses() const
{
    const auto refused = m_store.value(refusedName(statement));
    return refused && !*refused;
}

} // namespace handrail
