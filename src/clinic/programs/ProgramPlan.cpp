// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/programs/ProgramPlan.h"

#include "core/Ids.h"

#include <algorithm>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isIn(const QJsonValue &words, const QString &system)
{
    const QJsonArray codings = words["coding"_L1].toArray();
    return std::any_of(codings.begin(), codings.end(),
                       [&](const QJsonValue &each) { return each["system"_L1].toString() == system; });
}

} // namespace

bool areOfOne(const QJsonObject &record, const QJsonObject &other)
{
    const QJsonArray own = record.value("identifier"_L1).toArray(), identifiers = other.value("identifier"_L1).toArray();
    return std::any_of(identifiers.begin(), identifiers.end(), [&](const QJsonValue &each) { return own.contains(each); });
}

bool isProgram(const QJsonObject &plan)
{
    const QJsonArray categories = plan.value("category"_L1).toArray();
    const bool isKind = std::any_of(categories.begin(), categories.end(), [](const QJsonValue &category) {
        const QJsonArray codings = category["coding"_L1].toArray();
        return std::any_of(codings.begin(), codings.end(), [](const QJsonValue &each) {
            return each["system"_L1].toString() == canonical(u"CodeSystem/careplan-kind")
                && each["code"_L1].toString() == u"program";
        });
    });
    const QString intent = plan.value("intent"_L1).toString();
    return isKind && plan.value("status"_L1).toString() == u"active" && intent != u"proposal" && intent != u"option";
}

bool isRunning(const QJsonObject &episode)
{
    const QString status = episode.value("status"_L1).toString();
    return status == u"active" || status == u"onhold";
}

bool isOpenSession(const QJsonObject &appointment)
{
    static const QStringList open{u"proposed"_s, u"pending"_s, u"booked"_s, u"waitlist"_s};
    return open.contains(appointment.value("status"_L1).toString());
}

bool isOpenTask(const QJsonObject &task)
{
    static const QStringList open{u"draft"_s, u"requested"_s, u"received"_s, u"accepted"_s, u"ready"_s, u"on-hold"_s};
    return open.contains(task.value("status"_L1).toString());
}

QString madeBy(const QString &episode, const QString &plan)
{
    const QString first = plan.endsWith("-plan"_L1) ? plan.chopped(5) : episode;
    return first.isEmpty() ? QString() : QString(first + u'-');
}

bool isPhase(const QJsonValue &detail)
{
    return isIn(detail["code"_L1], canonical(u"CodeSystem/program-phase"));
}

bool isCurrent(const QJsonValue &phase)
{
    const QString status = phase["status"_L1].toString();
    return status == u"in-progress" || status == u"on-hold";
}

bool isToCome(const QJsonValue &phase)
{
    const QString status = phase["status"_L1].toString();
    return status == u"not-started" || status == u"scheduled";
}

bool hasBegun(const QJsonObject &plan)
{
    const QJsonArray activities = plan.value("activity"_L1).toArray();
    return std::any_of(activities.begin(), activities.end(), [](const QJsonValue &each) {
        const QJsonValue detail = each["detail"_L1];
        return isPhase(detail) && (isCurrent(detail) || detail["status"_L1].toString() == u"completed");
    });
}

QDate dayOf(const QJsonValue &period, QLatin1String name)
{
    return QDate::fromString(period[name].toString().left(10), Qt::ISODate);
}

void changePhase(QJsonArray &activities, qsizetype index, const QString &status, const QJsonObject &period)
{
    QJsonObject activity = activities.at(index).toObject(), detail = activity.value("detail"_L1).toObject();
    detail.insert(u"status"_s, status);
    for (const QLatin1String other : {"scheduledTiming"_L1, "scheduledString"_L1, "_scheduledString"_L1})
        detail.remove(other); // it has one of them
    detail.insert(u"scheduledPeriod"_s, period);
    activity.insert(u"detail"_s, detail);
    activities.replace(index, activity);
}

QJsonObject endedBefore(QJsonObject episode, const QDate &day)
{
    const QString last = day.addDays(-1).toString(Qt::ISODate);
    QJsonArray history;
    for (const QJsonValue &each : episode.value("statusHistory"_L1).toArray()) {
        QJsonObject one = each.toObject(), time = one.value("period"_L1).toObject();
        if (dayOf(time, "start"_L1) >= day)
            continue; // of the next one, if of any
        if (const QDate end = dayOf(time, "end"_L1); !end.isValid() || end >= day)
            time.insert("end"_L1, last);
        one.insert("period"_L1, time);
        history.append(one);
    }
    episode.remove("statusHistory"_L1);
    if (!history.isEmpty())
        episode.insert("statusHistory"_L1, history);
    QJsonObject time = episode.value("period"_L1).toObject();
    time.insert("end"_L1, last);
    episode.insert("period"_L1, time);
    episode.insert("status"_L1, u"finished"_s);
    return episode;
}

} // namespace handrail::clinic
