// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/records/SessionMove.h"

#include "clinic/base/FhirTime.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>
#include <algorithm>

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

void noteMove(QJsonObject &appointment, const QJsonObject &before)
{
    const QString start = before.value("start"_L1).toString();
    const auto was = readTime(start, TimeForm::DateTime);
    const auto is = readTime(appointment.value("start"_L1).toString(), TimeForm::DateTime);
    if (!was || !is || was->low == is->low)
        return;
    // What stands in it from an earlier move is no word about this one.
    if (previousStart(appointment).isEmpty() || previousStart(appointment) == previousStart(before)) {
        QJsonArray extensions;
        for (const QJsonValue &each : appointment.value("extension"_L1).toArray()) {
            if (each["url"_L1].toString() != movedUrl())
                extensions.append(each);
        }
        extensions.append(QJsonObject{{u"url"_s, movedUrl()}, {u"valueDateTime"_s, start}});
        appointment.insert("extension"_L1, extensions);
    }
    static const QStringList ahead{u"proposed"_s, u"pending"_s, u"booked"_s, u"waitlist"_s};
    if (!ahead.contains(appointment.value("status"_L1).toString()))
        return;
    const QJsonArray known = before.value("participant"_L1).toArray();
    QJsonArray people = appointment.value("participant"_L1).toArray();
    for (QJsonValueRef each : people) {
        QJsonObject person = each.toObject();
        const QString actor = person.value("actor"_L1)["reference"_L1].toString();
        const bool isAnswer = std::any_of(known.begin(), known.end(), [&](const QJsonValue &other) {
            return other["actor"_L1]["reference"_L1].toString() == actor && other["status"_L1] == person.value("status"_L1);
        });
        if (!isAnswer || !(actor.startsWith("Patient/"_L1) || actor.startsWith("RelatedPerson/"_L1)))
            continue;
        person.insert("status"_L1, u"needs-action"_s);
        each = person;
    }
    appointment.insert("participant"_L1, people);
}

std::optional<qint64> earlierTimeOf(const QJsonObject &response, qint64 arrived, const QJsonObject &appointment, Records &records)
{
    const auto timeOf = [](const QJsonObject &record) {
        const auto range = readTime(record.value("start"_L1).toString(), TimeForm::DateTime);
        return range ? std::optional(range->low) : std::nullopt;
    };
    const std::optional<qint64> is = timeOf(appointment);
    std::optional<qint64> said = timeOf(response);
    if (!said && !previousStart(appointment).isEmpty()) {
        const QString id = appointment.value("id"_L1).toString();
        const RecordPtr now = records.read(u"Appointment"_s, id);
        for (auto version = now ? now->version : 0; version > 0 && !said; --version) {
            const RecordPtr then = records.readVersion(u"Appointment"_s, id, version);
            if (then && !then->isDeleted && then->updated <= arrived)
                said = timeOf(QJsonDocument::fromJson(then->body).object());
        }
    }
    constexpr qint64 second = 1000; // some apps keep no parts of it
    return is && said && *is / second != *said / second ? said : std::nullopt;
}

} // namespace handrail::clinic
