// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "sync/Records.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>
#include <memory>

namespace handrail {

/// Of a test that puts Maya's records into a store by hand, and looks at what the app reads there.
class RecordsBench
{
protected:
    void openAnew()
    {
        m_lastUpdated = QDateTime(QDate(2026, 3, 1), QTime(10, 0), QTimeZone::utc());
        m_store = Store::inMemory().value();
        Identity identity;
        identity.patientId = QStringLiteral("maya");
        m_records = std::make_unique<Records>(*m_store, identity);
    }

    /// Each one newer than those before.
    void put(QJsonObject resource)
    {
        m_lastUpdated = m_lastUpdated.addSecs(60);
        resource.insert(QStringLiteral("meta"),
                        QJsonObject{{QStringLiteral("lastUpdated"), m_lastUpdated.toString(Qt::ISODateWithMs)}});
        StoredRecord record;
        record.type = resource.value(QStringLiteral("resourceType")).toString();
        record.id = resource.value(QStringLiteral("id")).toString();
        record.versionId = QString::number(m_lastUpdated.toSecsSinceEpoch());
        record.lastUpdated = m_lastUpdated;
        record.json = QJsonDocument(resource).toJson(QJsonDocument::Compact);
        QVERIFY(m_store->putRecords({record}));
    }

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;
    QDateTime m_lastUpdated;
};

} // namespace handrail
