// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "CheckIns.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace handrail {

QList<PastCheckIn> pastCheckIns(int count, const QByteArray &patientId)
{
    QFile file(QStringLiteral(HANDRAIL_FIXTURES "/written-checkin.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture");
    QJsonObject record = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject patient{{QStringLiteral("reference"), QString(u"Patient/" + QString::fromLatin1(patientId))}};
    for (const char *who : {"subject", "author", "source"})
        record.insert(QLatin1String(who), patient);
    const QDateTime first(QDate(2025, 9, 1), QTime(12, 0), Qt::UTC);
    QList<PastCheckIn> checkIns;
    for (int i = 0; i < count; ++i) {
        const QString id = QStringLiteral("bench-%1").arg(i);
        const QDateTime updated = first.addSecs(3600LL * i);
        record.insert(QLatin1String("id"), id);
        record.insert(QLatin1String("authored"), updated.toString(Qt::ISODate));
        record.insert(QLatin1String("meta"),
                      QJsonObject{{QStringLiteral("versionId"), QStringLiteral("1")},
                                  {QStringLiteral("lastUpdated"), updated.toString(Qt::ISODateWithMs)}});
        checkIns << PastCheckIn{id.toLatin1(), updated, QJsonDocument(record).toJson(QJsonDocument::Compact)};
    }
    return checkIns;
}

} // namespace handrail
