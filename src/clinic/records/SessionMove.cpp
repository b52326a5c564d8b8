// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/records/SessionMove.h"

#include "clinic/base/FhirTime.h"
#include "core/Ids.h"

#include <QJsonArray>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

QString movedUrl()
{
    return canonical(u"StructureDefinition/previous-start");
}

} // namespace

QString previousStart(const QJsonObject &appointment)
{
    for (const QJsonValue &each : appointment.value("extension"_L1).toArray()) {
        if (each["url"_L1].toString() == movedUrl())
            return each["valueDateTime"_L1].toString();
    }
    return {};
}

void notePreviousStart(QJsonObject &appointment, const QJsonObject &before)
{
    const QString start = before.value("start"_L1).toString();
    const auto was = readTime(start, TimeForm::DateTime);
    const auto is = readTime(appointment.value("start"_L1).toString(), TimeForm::DateTime);
    if (!was || !is || was->low == is->low)
        return;
    QJsonArray extensions;
    for (const QJsonValue &each : appointment.value("extension"_L1).toArray()) {
        if (each["url"_L1].toString() != movedUrl())
            extensions.append(each);
    }
    extensions.append(QJsonObject{{u"url"_s, movedUrl()}, {u"valueDateTime"_s, start}});
    appointment.insert("extension"_L1, extensions);
}

} // namespace handrail::clinic
