// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Write.h"

#include "fhir/Names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace handrail::fhir {

namespace {

QJsonObject parameter(const char *name, const char *choice, const QJsonValue &value)
{
    return {{QStringLiteral("name"), QString::fromLatin1(name)}, {QString::fromLatin1(choice), value}};
}

QByteArray parameters(const QJsonArray &list)
{
    return QJsonDocument(
               QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("Parameters")}, {QStringLiteral("parameter"), list}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

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

QByteArray writeInvite(const SignedInvite &invite)
{
    QJsonArray list{parameter("identifier", "valueUri", invite.identifier),
                    parameter("name", "valueHumanName", QJsonObject{{QStringLiteral("text"), invite.name}})};
    QJsonObject relationship{{QStringLiteral("system"), QString::fromLatin1(names::roleCodes)},
                             {QStringLiteral("code"), invite.relationshipCode}};
    if (!invite.relationshipWords.isEmpty())
        relationship.insert(QStringLiteral("display"), invite.relationshipWords);
    list << parameter("relationship", "valueCoding", relationship);
    if (!invite.sessionId.isEmpty())
        list << parameter("appointment", "valueReference",
                          QJsonObject{{QStringLiteral("reference"), QString(u"Appointment/" % invite.sessionId)}});
    list << parameter("share", "valueCode", QStringLiteral("family-sessions"));
    if (invite.isBusyShared)
        list << parameter("share", "valueCode", QStringLiteral("busy"));
    if (invite.isAttendanceShared)
        list << parameter("share", "valueCode", QStringLiteral("attendance"));
    list << parameter("until", "valueDate", invite.until.toString(Qt::ISODate));
    list << parameter("consent", "valueAttachment",
                      QJsonObject{{QStringLiteral("contentType"), QStringLiteral("text/plain;charset=utf-8")},
                                  {QStringLiteral("language"), invite.language},
                                  {QStringLiteral("data"), QString::fromLatin1(invite.consentText.toUtf8().toBase64())}});
    list << parameter("signature", "valueString", invite.signature);
    list << parameter("signed", "valueInstant", invite.signedAt.toString(Qt::ISODateWithMs));
    return parameters(list);
}

QByteArray writeInviteAgain(const QString &identifier)
{
    return parameters({parameter("identifier", "valueUri", identifier)});
}

} // namespace handrail::fhir
