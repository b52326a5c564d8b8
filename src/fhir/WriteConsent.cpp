// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Write.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace handrail::fhir {

QByteArray writeConsentEnd(const QString &consentId)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("Consent")},
                                     {QStringLiteral("id"), consentId},
                                     {QStringLiteral("status"), QStringLiteral("inactive")}})
        .toJson(QJsonDocument::Compact);
}

QByteArray applyConsentUpdate(const QByteArray &stored, const QByteArray &update)
{
    QJsonObject consent = QJsonDocument::fromJson(stored).object();
    const QString status = QStringLiteral("status");
    consent.insert(status, QJsonDocument::fromJson(update).object().value(status));
    return QJsonDocument(consent).toJson(QJsonDocument::Compact);
}

} // namespace handrail::fhir
