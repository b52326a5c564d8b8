// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Ids.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>
#include <iterator>

/// Reads the sample clinic's records for its tests: who takes part, when, what kind.
namespace handrail::sampletest {

using namespace Qt::Literals::StringLiterals;

/// The clinic's zone.
inline QTimeZone zone()
{
    return QTimeZone("America/New_York");
}

/// A wall-clock time in the clinic's zone, as UTC.
inline QDateTime local(const QString &text)
{
    return QDateTime(QDateTime::fromString(text, Qt::ISODate).date(), QDateTime::fromString(text, Qt::ISODate).time(), zone())
        .toUTC();
}

inline QList<QJsonObject> ofType(const QList<QJsonObject> &all, QLatin1String type)
{
    QList<QJsonObject> list;
    std::copy_if(all.begin(), all.end(), std::back_inserter(list),
                 [&](const QJsonObject &r) { return r["resourceType"_L1].toString() == type; });
    return list;
}

inline QString key(const QJsonObject &resource)
{
    return resource["resourceType"_L1].toString() + u'/' + resource["id"_L1].toString();
}

/// Every Reference.reference below this value.
inline QStringList references(const QJsonValue &value)
{
    QStringList list;
    if (value.isArray()) {
        for (const QJsonValue &each : value.toArray())
            list << references(each);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key() == u"reference" && it.value().isString())
                list << it.value().toString();
            else
                list << references(it.value());
        }
    }
    return list;
}

inline QStringList participants(const QJsonObject &appointment, QLatin1String type)
{
    QStringList list;
    for (const QJsonValue &value : appointment["participant"_L1].toArray()) {
        const QString reference = value["actor"_L1]["reference"_L1].toString();
        if (reference.startsWith(type + u'/'))
            list << reference;
    }
    return list;
}

inline QString code(const QJsonValue &codeable)
{
    return codeable["coding"_L1][0]["code"_L1].toString();
}

inline QString kind(const QJsonObject &appointment)
{
    return code(appointment["serviceType"_L1][0]);
}

inline QDateTime instant(const QJsonObject &resource, QLatin1String element)
{
    return QDateTime::fromString(resource[element].toString(), Qt::ISODate);
}

inline QString sessionOf(const QJsonObject &appointment)
{
    return appointment["identifier"_L1][0]["value"_L1].toString();
}

inline bool isMoved(const QJsonObject &appointment)
{
    for (const QJsonValue &extension : appointment["extension"_L1].toArray()) {
        if (extension["url"_L1].toString() == canonical(u"StructureDefinition/previous-start"))
            return true;
    }
    return false;
}

/// The Appointments of a patient whose local start lies in the week (Monday to Sunday) of `now`.
inline QList<QJsonObject> weekOf(const QList<QJsonObject> &all, const QString &patient, const QDateTime &now)
{
    const QDate today = now.toTimeZone(zone()).date();
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    QList<QJsonObject> list;
    for (const QJsonObject &appointment : ofType(all, "Appointment"_L1)) {
        if (!participants(appointment, "Patient"_L1).contains(patient))
            continue;
        const QDate date = instant(appointment, "start"_L1).toTimeZone(zone()).date();
        if (date >= monday && date < monday.addDays(7))
            list << appointment;
    }
    return list;
}

} // namespace handrail::sampletest
