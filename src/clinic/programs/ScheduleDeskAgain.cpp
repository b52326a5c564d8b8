// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// A session that comes again.

#include "clinic/programs/ScheduleDesk.h"
#include "clinic/records/SessionMove.h"

#include <QJsonArray>
#include <algorithm>
#include <iterator>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isMarked(const QJsonObject &appointment)
{
    static const QStringList marks{u"arrived"_s, u"checked-in"_s, u"fulfilled"_s, u"noshow"_s};
    return marks.contains(appointment.value("status"_L1).toString());
}

// A place or somebody of the staff, of which the file speaks.
bool isSaidIn(const ScheduleRow &row, const QJsonValue &person)
{
    const QString actor = person["actor"_L1]["reference"_L1].toString();
    return (row.saysPractitioner && actor.startsWith("Practitioner/"_L1)) || (row.saysPlace && actor.startsWith("Location/"_L1));
}

// The list without the items of which `goes` holds, and `come` behind it.
template <typename Test>
QJsonArray replaced(const QJsonArray &list, const QJsonArray &come, Test goes)
{
    QJsonArray made;
    for (const QJsonValue &each : list) {
        if (!goes(each))
            made.append(each);
    }
    for (const QJsonValue &each : come)
        made.append(each);
    return made;
}

} // namespace

// Puts what the file says into an Appointment that is there. False when that changes nothing.
bool ScheduleDesk::mended(QJsonObject &appointment, const QJsonObject &wanted, const ScheduleRow &row, Plan &plan) const
{
    const QJsonObject before = appointment;
    const bool isMoved = sessionStart(before) != sessionStart(wanted);
    if (isMoved || before.value("end"_L1) != wanted.value("end"_L1)) {
        if (isMarked(before)) {
            plan.issues.append({row.line, u"start"_s, u"who came to this session is noted already: its time stays"_s});
            return false;
        }
        for (const QLatin1String name : {"start"_L1, "_start"_L1, "end"_L1})
            appointment.insert(name, wanted.value(name));
    }
    for (const QLatin1String name : {"serviceType"_L1, "description"_L1})
        appointment.insert(name, wanted.value(name));
    if (!row.status.isEmpty() && !isMarked(before))
        appointment.insert("status"_L1, row.status);
    if (before.value("description"_L1) != wanted.value("description"_L1))
        appointment.remove("_description"_L1);
    if (row.saysVideo) {
        const QJsonArray extensions =
            replaced(before.value("extension"_L1).toArray(), wanted.value("extension"_L1).toArray(),
                     [](const QJsonValue &each) { return each["url"_L1].toString().endsWith("Appointment.virtualService"_L1); });
        appointment.remove("extension"_L1);
        if (!extensions.isEmpty())
            appointment.insert("extension"_L1, extensions);
    }
    // The patient and relatives stay as they are, with what they have said of this time.
    const auto isSaid = [&](const QJsonValue &person) { return isSaidIn(row, person); };
    const QJsonArray people = before.value("participant"_L1).toArray();
    QJsonArray theirs;
    const QJsonArray all = wanted.value("participant"_L1).toArray();
    std::copy_if(all.begin(), all.end(), std::back_inserter(theirs), isSaid);
    const auto actorsOf = [&](const QJsonArray &list) {
        QStringList actors;
        for (const QJsonValue &each : list) {
            if (isSaid(each))
                actors << each["actor"_L1]["reference"_L1].toString();
        }
        return actors;
    };
    if (actorsOf(people) != actorsOf(theirs))
        appointment.insert("participant"_L1, replaced(people, theirs, isSaid));
    noteMove(appointment, before, m_records.clock().nowUtc().toMSecsSinceEpoch());
    return appointment != before;
}

} // namespace handrail::clinic
