// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/programs/PhaseDesk.h"

#include "clinic/base/FhirTime.h"
#include "clinic/programs/ProgramPlan.h"
#include "clinic/records/PatientStanding.h"
#include "clinic/records/SearchIndex.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

// The phase that goes on ends with it, and those behind it will not be.
QJsonObject completedOn(QJsonObject plan, const QDate &day)
{
    if (plan.isEmpty())
        return plan;
    const QString last = day.toString(Qt::ISODate);
    QJsonArray activities = plan.value("activity"_L1).toArray();
    for (qsizetype i = 0; i < activities.size(); ++i) {
        QJsonObject activity = activities.at(i).toObject(), detail = activity.value("detail"_L1).toObject();
        if (isPhase(detail) && isCurrent(detail)) {
            QJsonObject time = detail.value("scheduledPeriod"_L1).toObject();
            time.insert(u"end"_s, last);
            changePhase(activities, i, u"completed"_s, time);
        } else if (isPhase(detail) && isToCome(detail)) {
            detail.insert(u"status"_s, u"cancelled"_s);
            activity.insert(u"detail"_s, detail);
            activities.replace(i, activity);
        }
    }
    QJsonObject time = plan.value("period"_L1).toObject();
    time.insert(u"end"_s, last);
    if (!activities.isEmpty())
        plan.insert(u"activity"_s, activities);
    plan.insert(u"period"_s, time);
    plan.insert(u"status"_s, u"completed"_s);
    return plan;
}

// None of it will be: its days stay as they were planned.
QJsonObject revoked(QJsonObject plan)
{
    if (plan.isEmpty())
        return plan;
    QJsonArray activities = plan.value("activity"_L1).toArray();
    for (qsizetype i = 0; i < activities.size(); ++i) {
        QJsonObject activity = activities.at(i).toObject(), detail = activity.value("detail"_L1).toObject();
        if (!isPhase(detail) || !isToCome(detail))
            continue;
        detail.insert(u"status"_s, u"cancelled"_s);
        activity.insert(u"detail"_s, detail);
        activities.replace(i, activity);
    }
    if (!activities.isEmpty())
        plan.insert(u"activity"_s, activities);
    plan.insert(u"status"_s, u"revoked"_s);
    return plan;
}

QJsonObject cancelled(QJsonObject record)
{
    record.insert(u"status"_s, u"cancelled"_s);
    return record;
}

bool isPlanned(const QJsonObject &episode)
{
    return episode.value("status"_L1).toString() == u"planned";
}

bool hasPhases(const QJsonObject &plan)
{
    const QJsonArray activities = plan.value("activity"_L1).toArray();
    return std::any_of(activities.begin(), activities.end(), [](const QJsonValue &each) { return isPhase(each["detail"_L1]); });
}

/// What runs for somebody: an EpisodeOfCare with its CarePlan, or one of them alone.
struct Stay {
    QJsonObject episode, plan;
};

QList<Stay> staysOf(const QList<QJsonObject> &episodes, QList<QJsonObject> plans, const QDate &today)
{
    QList<Stay> stays;
    for (const QJsonObject &episode : episodes) {
        if (isRunning(episode))
            stays << Stay{episode, {}};
    }
    std::stable_partition(plans.begin(), plans.end(), hasBegun);
    for (const QJsonObject &plan : std::as_const(plans)) {
        if (!isProgram(plan))
            continue;
        // A plan without phases runs from its first day on, one with phases from its first phase on; what is of one with an episode, with that.
        const QDate first = dayOf(plan.value("period"_L1), "start"_L1);
        const bool isAhead = std::any_of(episodes.begin(), episodes.end(),
                                         [&](const QJsonObject &episode) { return isPlanned(episode) && areOfOne(plan, episode); });
        const bool isRunningAlone = hasBegun(plan) || (!hasPhases(plan) && !isAhead && (!first.isValid() || first <= today));
        const auto own = std::find_if(stays.begin(), stays.end(),
                                      [&](const Stay &stay) { return stay.plan.isEmpty() && areOfOne(plan, stay.episode); });
        if (own != stays.end())
            own->plan = plan;
        else if (isRunningAlone)
            stays << Stay{{}, plan};
    }
    // As episodeOf: one of each kind are of one another, where an identifier does not say otherwise.
    if (stays.size() == 2 && stays.first().plan.isEmpty() && stays.last().episode.isEmpty()
        && (stays.first().episode.value("identifier"_L1).isUndefined() || stays.last().plan.value("identifier"_L1).isUndefined()))
        return {Stay{stays.first().episode, stays.last().plan}};
    return stays;
}

// What was enrolled ahead and has not begun.
QList<Stay> plannedOf(const QList<QJsonObject> &episodes, const QList<QJsonObject> &plans)
{
    QList<Stay> stays;
    for (const QJsonObject &episode : episodes) {
        if (!isPlanned(episode))
            continue;
        const auto own = std::find_if(plans.begin(), plans.end(), [&](const QJsonObject &plan) {
            return isProgram(plan) && !hasBegun(plan) && areOfOne(plan, episode);
        });
        stays << Stay{episode, own == plans.end() ? QJsonObject() : *own};
    }
    return stays;
}

// The first day of all of it; invalid when none is known.
QDate firstOf(const Stay &stay)
{
    const QDate planned = dayOf(stay.plan.value("period"_L1), "start"_L1);
    return planned.isValid() ? planned : dayOf(stay.episode.value("period"_L1), "start"_L1);
}

QString namesOf(const QList<Stay> &stays)
{
    QStringList names;
    for (const Stay &stay : stays) {
        const QJsonObject &record = stay.episode.isEmpty() ? stay.plan : stay.episode;
        names << QString(record.value("resourceType"_L1).toString() % u'/' % record.value("id"_L1).toString() % u" since "
                         % firstOf(stay).toString(Qt::ISODate));
    }
    return names.join(u", ");
}

// The last of the days on which it, or what goes on of it, began; invalid when none is known.
QDate sinceOf(const Stay &stay)
{
    QDate since = std::max(dayOf(stay.episode.value("period"_L1), "start"_L1), dayOf(stay.plan.value("period"_L1), "start"_L1));
    for (const QJsonValue &each : stay.plan.value("activity"_L1).toArray()) {
        if (const QJsonValue detail = each["detail"_L1]; isPhase(detail) && isCurrent(detail))
            since = std::max(since, dayOf(detail["scheduledPeriod"_L1], "start"_L1));
    }
    return since;
}

} // namespace

void PhaseDesk::cancelLater(const QString &patientId, const QList<QJsonObject> &enrolment, const WallClock &clock,
                            EnrolmentEnd &end, QList<QJsonObject> &writing)
{
    const QString made = madeBy(end.episode, end.plan);
    // Of what goes on or is planned beside it: nobody has to cancel those.
    QStringList elsewhere;
    for (const QJsonObject &episode : recordsOf(patientId, u"EpisodeOfCare"_s)) {
        if (const QString id = episode.value("id"_L1).toString(); id != end.episode && (isRunning(episode) || isPlanned(episode)))
            elsewhere << madeBy(id, {});
    }
    for (const QJsonObject &plan : recordsOf(patientId, u"CarePlan"_s)) {
        if (const QString id = plan.value("id"_L1).toString(); id != end.plan && isProgram(plan))
            elsewhere << madeBy({}, id);
    }
    elsewhere.removeIf([](const QString &each) { return each.isEmpty(); });
    const qint64 now = m_records.clock().nowUtc().toMSecsSinceEpoch();
    for (const QJsonObject &session : recordsOf(patientId, u"Appointment"_s)) {
        const auto start = readTime(session.value("start"_L1).toString(), TimeForm::DateTime);
        // What has been stays as staff noted it, or did not.
        if (!start || start->low <= now || clock.dateOf(start->low) <= end.day || !isOpenSession(session))
            continue;
        const QString id = session.value("id"_L1).toString();
        if (made.isEmpty() || !id.startsWith(made)) {
            end.others +=
                std::none_of(elsewhere.cbegin(), elsewhere.cend(), [&](const QString &each) { return id.startsWith(each); });
            continue;
        }
        writing << cancelled(session);
        ++end.sessions;
    }
    // What was due in the week of the last day is so until that week is over.
    for (const QJsonObject &task : recordsOf(patientId, u"Task"_s)) {
        const bool isOfIt =
            std::any_of(enrolment.begin(), enrolment.end(), [&](const QJsonObject &record) { return areOfOne(task, record); });
        if (!isOfIt || !isOpenTask(task) || dayOf(task.value("restriction"_L1)["period"_L1], "start"_L1) <= end.day)
            continue;
        writing << cancelled(task);
        ++end.tasks;
    }
}

EnrolmentEnd PhaseDesk::plannedEnd(const QString &patientId, const QDate &day, QList<QJsonObject> &writing)
{
    EnrolmentEnd end;
    const auto refuse = [&](EnrolmentEnd::State state) {
        end.state = state;
        return end;
    };
    const QJsonObject patient = isId(patientId) ? currentRecord(m_records, u"Patient"_s, patientId) : QJsonObject();
    if (patient.isEmpty())
        return refuse(EnrolmentEnd::State::NotAPatient);
    const std::optional<WallClock> clock = clockOf(patient);
    if (!clock)
        return refuse(EnrolmentEnd::State::NoTimeZone);
    const QDate today = clock->dateOf(m_records.clock().nowUtc().toMSecsSinceEpoch());
    end.day = day.isValid() ? day : today;
    const QList<QJsonObject> episodes = recordsOf(patientId, u"EpisodeOfCare"_s), plans = recordsOf(patientId, u"CarePlan"_s);
    QList<Stay> stays = staysOf(episodes, plans, today), planned = plannedOf(episodes, plans);
    // What has not begun has no last day: it is named by its first, so that to end what runs twice ends nothing more.
    const QList<Stay> ahead = planned;
    planned.removeIf([&](const Stay &stay) { return !day.isValid() || firstOf(stay) != day; });
    QList<Stay> either = stays;
    either.removeIf([&](const Stay &stay) { return day > today || firstOf(stay) > day; }); // which cannot end on that day
    if (!planned.isEmpty() && !either.isEmpty()) {
        end.detail = namesOf(either + planned);
        return refuse(EnrolmentEnd::State::Either);
    }
    if (!planned.isEmpty()) {
        end.isPlanned = true;
        end.detail = planned.size() > 1 ? namesOf(planned) : QString();
        if (planned.size() > 1)
            return refuse(EnrolmentEnd::State::Several);
        const Stay &stay = planned.first();
        end.episode = stay.episode.value("id"_L1).toString();
        end.plan = stay.plan.value("id"_L1).toString();
        writing = {cancelled(stay.episode), revoked(stay.plan)};
        end.day = day.addDays(-1);
        cancelLater(patientId, {stay.episode, stay.plan}, *clock, end, writing);
        end.day = day;
        return end;
    }
    if (end.day > today)
        return refuse(EnrolmentEnd::State::DayAhead);
    if (stays.isEmpty()) {
        QStringList days;
        for (const Stay &stay : ahead)
            days << firstOf(stay).toString(Qt::ISODate);
        days.removeAll(QString());
        end.detail = days.join(u", ");
        return refuse(EnrolmentEnd::State::NotEnrolled);
    }
    std::sort(stays.begin(), stays.end(), [](const Stay &a, const Stay &b) { return firstOf(a) < firstOf(b); });
    while (stays.size() > 1 && firstOf(stays.last()) > end.day)
        stays.removeLast();
    if (stays.size() > 1) {
        end.detail = namesOf(stays);
        return refuse(EnrolmentEnd::State::Several);
    }
    const Stay stay = stays.first();
    if (const QDate since = sinceOf(stay); since > end.day) {
        end.day = since;
        return refuse(EnrolmentEnd::State::TooEarly);
    }
    end.episode = stay.episode.value("id"_L1).toString();
    end.plan = stay.plan.value("id"_L1).toString();
    const QDate last = dayOf(stay.episode.value("period"_L1), "end"_L1);
    if (!day.isValid() && last.isValid() && last < end.day && last >= sinceOf(stay))
        end.day = last;
    writing = {stay.episode.isEmpty() ? QJsonObject() : endedBefore(stay.episode, end.day.addDays(1)),
               completedOn(stay.plan, end.day)};
    cancelLater(patientId, {stay.episode, stay.plan}, *clock, end, writing);
    return end;
}

EnrolmentEnd PhaseDesk::end(const QString &patientId, const QDate &day,
                            const std::function<Result<void>(const EnrolmentEnd &)> &follow, bool isDryRun)
{
    EnrolmentEnd end;
    const QString wrong = written([&](QList<QJsonObject> &writing) { end = plannedEnd(patientId, day, writing); },
                                  [&] { return follow ? follow(end) : Result<void>(); }, isDryRun);
    if (!wrong.isEmpty()) {
        end.state = EnrolmentEnd::State::NotStored;
        end.detail = wrong;
    }
    return end;
}

} // namespace handrail::clinic
