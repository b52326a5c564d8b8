// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Ids.h"
#include "fakes/FakeFhirServer.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

namespace handrail::logged {

// Lines and pages of a clinic's log about Patient/p1, as a server gives them.

inline QJsonObject conceptOf(const QString &system, const QString &code)
{
    return {
        {QStringLiteral("coding"), QJsonArray{QJsonObject{{QStringLiteral("system"), system}, {QStringLiteral("code"), code}}}}};
}

/// Somebody read a record of that type. Staff s1 has a name; a relative has the role of one.
inline QJsonObject looked(int id, const QString &who, const QString &type, const QDateTime &at,
                          const QString &outcome = QStringLiteral("0"))
{
    const auto reference = [](const QString &to) { return QJsonObject{{QStringLiteral("reference"), to}}; };
    QJsonObject agent{{QStringLiteral("who"), reference(who)}};
    if (who == QLatin1String("Practitioner/s1"))
        agent.insert(QStringLiteral("name"), QStringLiteral("Dana Ruiz"));
    if (who.startsWith(QLatin1String("RelatedPerson/")))
        agent.insert(QStringLiteral("role"),
                     QJsonArray{conceptOf(canonical(u"CodeSystem/audit-role"), QStringLiteral("relative"))});
    const auto what = [&](const QString &record) { return QJsonObject{{QStringLiteral("what"), reference(record)}}; };
    return {{QStringLiteral("resourceType"), QStringLiteral("AuditEvent")},
            {QStringLiteral("id"), QString::number(id)},
            {QStringLiteral("recorded"), at.toString(Qt::ISODateWithMs)},
            {QStringLiteral("action"), QStringLiteral("R")},
            {QStringLiteral("outcome"), outcome},
            {QStringLiteral("agent"), QJsonArray{agent}},
            {QStringLiteral("entity"), QJsonArray{what(QString(type + QStringLiteral("/1"))), what(QStringLiteral("Patient/p1"))}}};
}

inline FakeReply page(const QList<QJsonObject> &events, const QString &next = {})
{
    QJsonArray entries;
    for (const QJsonObject &one : events)
        entries << QJsonObject{{QStringLiteral("resource"), one}};
    QJsonObject bundle{{QStringLiteral("resourceType"), QStringLiteral("Bundle")},
                       {QStringLiteral("type"), QStringLiteral("searchset")},
                       {QStringLiteral("entry"), entries}};
    if (!next.isEmpty())
        bundle.insert(QStringLiteral("link"),
                      QJsonArray{QJsonObject{{QStringLiteral("relation"), QStringLiteral("next")}, {QStringLiteral("url"), next}}});
    return FakeReply::json(QJsonDocument(bundle).toJson(QJsonDocument::Compact));
}

} // namespace handrail::logged
