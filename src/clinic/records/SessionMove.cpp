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

std::optional<qint64> momentOf(const QString &text)
{
    const auto range = readTime(text, TimeForm::DateTime);
    return range ? std::optional(range->low) : std::nullopt;
}

bool isMoved(qint64 was, qint64 is)
{
    constexpr qint64 second = 1000; // some apps keep no parts of it
    return was / second != is / second;
}

bool isPatientOrRelative(const QString &actor)
{
    return actor.startsWith("Patient/"_L1) || actor.startsWith("RelatedPerson/"_L1);
}

QJsonObject jsonOf(const Record &record)
{
    return QJsonDocument::fromJson(record.body).object();
}

} // namespace

std::optional<qint64> sessionStart(const QJsonObject &appointment)
{
    return momentOf(appointment.value("start"_L1).toString());
}

QString statusIn(const QJsonObject &appointment, const QString &actor)
{
    const QJsonArray people = appointment.value("participant"_L1).toArray();
    const auto found = std::find_if(people.begin(), people.end(),
                                    [&](const QJsonValue &each) { return each["actor"_L1]["reference"_L1].toString() == actor; });
    return found == people.end() ? QString() : (*found)["status"_L1].toString();
}

QString previousStart(const QJsonObject &appointment)
{
    for (const QJsonValue &each : appointment.value("extension"_L1).toArray()) {
        if (each["url"_L1].toString() == movedUrl())
            return each["valueDateTime"_L1].toString();
    }
    return {};
}

void noteMove(QJsonObject &appointment, const QJsonObject &before, qint64 now)
{
    const QString start = before.value("start"_L1).toString();
    const std::optional<qint64> was = sessionStart(before), is = sessionStart(appointment);
    if (!was || !is || !isMoved(*was, *is))
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
    // One that is off may be on again, and then what was said was said of another time.
    static const QStringList ahead{u"proposed"_s, u"pending"_s, u"booked"_s, u"waitlist"_s, u"cancelled"_s};
    if (*is <= now || !ahead.contains(appointment.value("status"_L1).toString()))
        return;
    QJsonArray people = appointment.value("participant"_L1).toArray();
    for (QJsonValueRef each : people) {
        QJsonObject person = each.toObject();
        const QString actor = person.value("actor"_L1)["reference"_L1].toString();
        const QString status = person.value("status"_L1).toString();
        if (!isPatientOrRelative(actor) || status.isEmpty() || status != statusIn(before, actor))
            continue;
        person.insert("status"_L1, u"needs-action"_s);
        each = person;
    }
    appointment.insert("participant"_L1, people);
}

std::optional<Draft> withMoveNoted(Draft draft, const Record &current, qint64 now)
{
    QJsonObject json = draft.json;
    noteMove(json, jsonOf(current), now);
    return json == draft.json ? std::optional(std::move(draft)) : readDraft(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<Moved> movedSince(const QString &said, qint64 arrived, const QJsonObject &appointment, Records &records)
{
    const std::optional<qint64> is = sessionStart(appointment);
    std::optional<qint64> was = momentOf(said);
    if (!was && !previousStart(appointment).isEmpty()) {
        const QString id = appointment.value("id"_L1).toString();
        const RecordPtr now = records.read(u"Appointment"_s, id);
        for (auto version = now ? now->version : 0; version > 0 && !was; --version) {
            const RecordPtr then = records.readVersion(u"Appointment"_s, id, version);
            if (then && !then->isDeleted && then->updated <= arrived)
                was = sessionStart(jsonOf(*then));
        }
    }
    return is && was && isMoved(*was, *is) ? std::optional(Moved{*was, *is}) : std::nullopt;
}

} // namespace handrail::clinic
