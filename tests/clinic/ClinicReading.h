// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QUuid>

namespace handrail::test {

// Reading what a FHIR server answers, for tests.

inline QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline QJsonArray entriesOf(const QJsonObject &bundle)
{
    return bundle.value(QLatin1String("entry")).toArray();
}

inline QStringList idsOf(const QJsonObject &bundle)
{
    QStringList ids;
    for (const QJsonValue &entry : entriesOf(bundle))
        ids.append(entry.toObject().value(QLatin1String("resource")).toObject().value(QLatin1String("id")).toString());
    return ids;
}

inline QByteArray linkOf(const QJsonObject &bundle, const char *relation)
{
    for (const QJsonValue &link : bundle.value(QLatin1String("link")).toArray()) {
        if (link.toObject().value(QLatin1String("relation")).toString() == QLatin1String(relation))
            return link.toObject().value(QLatin1String("url")).toString().toLatin1();
    }
    return {};
}

inline QByteArray newUrn()
{
    return "urn:uuid:" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

} // namespace handrail::test
