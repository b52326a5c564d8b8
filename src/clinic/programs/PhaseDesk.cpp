// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/programs/PhaseDesk.h"

#include "clinic/base/FhirTime.h"
#include "clinic/programs/ProgramPlan.h"
#include "clinic/records/OrganizationCode.h"
#include "clinic/records/PatientStanding.h"
#include "clinic/records/RecordWords.h"
#include "clinic/records/SearchIndex.h"
#include "clinic/records/StoreWords.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

// The code of this system among codings; empty when none is named.
QString codeIn(const QJsonValue &words, QStringView system)
{
    const QJsonArray codings = words["coding"_L1].toArray();
    const auto found = std::find_if(codings.begin(), codings.end(),
                                    [&](const QJsonValue &each) { return each["system"_L1].toString() == canonical(system); });
    return found == codings.end() ? QString() : (*found)["code"_L1].toString();
}

QString programIn(const QJsonValue &words)
{
    return codeIn(words, u"CodeSystem/program");
}

// The level of care of a phase. Plans that do not say it are read as the templates have it: a phase of a level's own name is of that
// level, aftercare is outpatient care, and any other is of the program's.
QString levelOf(const QJsonValue &phase, const QJsonObject &episode)
{
    const QString said = programIn(phase["code"_L1]), code = codeIn(phase["code"_L1], u"CodeSystem/program-phase");
    if (!said.isEmpty())
        return said;
    if (code == u"aftercare")
        return u"op"_s;
    return code == u"php" || code == u"iop" ? code : programIn(episode.value("type"_L1)[0]);
}

// That of the plan: who was enrolled has both under one identifier. Else the only one; of several nobody knows which.
QJsonObject episodeOf(const QJsonObject &plan, const QList<QJsonObject> &episodes)
{
    for (const QJsonObject &episode : episodes) {
        if (areOfOne(plan, episode))
            return episode;
    }
    return episodes.size() == 1 ? episodes.first() : QJsonObject();
}

// As the one before: with whom, where, who was enrolled together. In the level of the phase, by its words.
QJsonObject begunOn(QJsonObject episode, const QDate &day, const QJsonValue &phase, const QString &level)
{
    const QJsonObject since{{u"start"_s, day.toString(Qt::ISODate)}};
    QJsonObject type = words::ours("program"_L1, level);
    type.insert("text"_L1, phase["description"_L1]);
    type.insert("_text"_L1, phase["_description"_L1]); // left out when there is none
    episode.insert("id"_L1, newId().toString(QUuid::WithoutBraces));
    episode.insert("meta"_L1, words::guarded());
    episode.insert("type"_L1, QJsonArray{type});
    episode.insert("statusHistory"_L1, QJsonArray{QJsonObject{{u"status"_s, u"active"_s}, {u"period"_s, since}}});
    episode.insert("status"_L1, u"active"_s); // also after one that was on hold
    episode.insert("period"_L1, since);
    return episode;
}

} // namespace

PhaseDesk::PhaseDesk(Records &records, Follow follow)
    : m_records(records)
    , m_validator(records.types())
    , m_follow(std::move(follow))
{
}

QList<QJsonObject> PhaseDesk::recordsOf(const QString &patientId, const QString &type)
{
    QList<QJsonObject> found;
    for (const QString &id : idsOfPatient(m_records, patientId, type))
        found << currentRecord(m_records, type, id);
    return found;
}

std::optional<WallClock> PhaseDesk::clockOf(const QJsonObject &patient)
{
    const QString clinic = localReference(patient.value("managingOrganization"_L1)["reference"_L1].toString());
    return clinic.startsWith("Organization/"_L1)
        ? WallClock::of(organizationCode(m_records, clinic.section(u'/', 1), timeZoneUrl()).value_or(QString()))
        : std::nullopt;
}

void PhaseDesk::settleSessions(const QString &patientId, const QString &made, const WallClock &clock, PhaseStep &step,
                               QList<QJsonObject> &writing)
{
    const QDate planned = step.planned;
    if (!planned.isValid() || planned == step.day)
        return;
    settleTasks(patientId, made, step, writing);
    const qint64 now = m_records.clock().nowUtc().toMSecsSinceEpoch();
    if (const QDate from = std::max(step.day, clock.dateOf(now)); from < planned)
        step.bareFrom = from;
    for (QJsonObject session : recordsOf(patientId, u"Appointment"_s)) {
        const QString status = session.value("status"_L1).toString(), id = session.value("id"_L1).toString();
        const auto start = readTime(session.value("start"_L1).toString(), TimeForm::DateTime);
        if (!start || status.isEmpty() || status == u"cancelled" || status == u"entered-in-error")
            continue;
        const QDate on = clock.dateOf(start->low);
        // Its id says for which day it was made (Enrolment), wherever staff moved it since.
        const bool isOfIt = !made.isEmpty() && id.startsWith(made);
        const QDate madeFor = isOfIt ? QDate::fromString(id.mid(made.size(), 8), u"yyyyMMdd"_s) : QDate();
        const bool isAhead = start->low > now && on >= step.day; // what has been stays as staff noted it, or did not
        if (step.day < planned && isAhead && madeFor.isValid() && madeFor < planned && isOpenSession(session)) {
            session.insert(u"status"_s, u"cancelled"_s);
            writing << session;
            ++step.cancelled;
            continue;
        }
        if (status == u"booked" && isAhead && on < planned)
            step.bareFrom = {};
        step.leftOver += status == u"booked" && isAhead && on < planned && !madeFor.isValid();
        step.early += on >= planned && on < step.day;
    }
}

void PhaseDesk::settleTasks(const QString &patientId, const QString &made, PhaseStep &step, QList<QJsonObject> &writing)
{
    if (made.isEmpty()) // every id begins with that
        return;
    // Each id says what it asks for, and the week (Enrolment).
    const auto nameOf = [&](const QJsonObject &task) -> QString {
        const QString id = task.value("id"_L1).toString(), rest = id.startsWith(made) ? id.mid(made.size()) : QString();
        const qsizetype week = rest.lastIndexOf("-w"_L1);
        return week > 0 && week == rest.size() - 10 ? rest.left(week) : QString();
    };
    const auto firstOf = [](const QJsonObject &task) { return dayOf(task.value("restriction"_L1)["period"_L1], "start"_L1); };
    const QList<QJsonObject> tasks = recordsOf(patientId, u"Task"_s);
    QStringList kept;
    for (const QJsonObject &task : tasks) {
        if (const QDate first = firstOf(task); first >= step.planned && (!step.until.isValid() || first <= step.until))
            kept << nameOf(task);
    }
    // What was due in the week before the phase began is so until that week is over.
    for (QJsonObject task : tasks) {
        const QString name = nameOf(task);
        const QDate first = firstOf(task);
        if (name.isEmpty() || kept.contains(name) || !isOpenTask(task) || !first.isValid() || first < step.day
            || first >= step.planned)
            continue;
        task.insert(u"status"_s, u"cancelled"_s);
        writing << task;
        ++step.tasks;
    }
}

PhaseStep PhaseDesk::planned(const QString &patientId, QDate day, QList<QJsonObject> &writing)
{
    PhaseStep step;
    const auto refuse = [&](PhaseStep::State state) {
        step.state = state;
        return step;
    };
    const QJsonObject patient = isId(patientId) ? currentRecord(m_records, u"Patient"_s, patientId) : QJsonObject();
    if (standingOf(patient) != Standing::In)
        return refuse(PhaseStep::State::NotAPatient);
    const std::optional<WallClock> clock = clockOf(patient);
    if (!clock)
        return refuse(PhaseStep::State::NoTimeZone);
    const QDate today = clock->dateOf(m_records.clock().nowUtc().toMSecsSinceEpoch());
    step.day = day.isValid() ? day : today;
    QList<QJsonObject> episodes = recordsOf(patientId, u"EpisodeOfCare"_s);
    episodes.removeIf([](const QJsonObject &episode) { return !isRunning(episode); });
    if (episodes.isEmpty())
        return refuse(PhaseStep::State::NotEnrolled);
    QList<QJsonObject> plans = recordsOf(patientId, u"CarePlan"_s);
    plans.removeIf([](const QJsonObject &each) { return !isProgram(each); });
    if (std::any_of(plans.begin(), plans.end(), hasBegun))
        plans.removeIf([](const QJsonObject &each) { return !hasBegun(each); });
    if (plans.size() != 1)
        return refuse(plans.isEmpty() ? PhaseStep::State::NoPlan : PhaseStep::State::SeveralPlans);
    QJsonObject plan = plans.first();
    step.plan = plan.value("id"_L1).toString();

    // The current phase, and the first behind it that has not begun: as the app finds them.
    QJsonArray activities = plan.value("activity"_L1).toArray();
    qsizetype current = -1, next = -1;
    for (qsizetype i = 0; i < activities.size(); ++i) {
        const QJsonValue detail = activities.at(i)["detail"_L1];
        if (!isPhase(detail))
            continue;
        if (isCurrent(detail) && current >= 0)
            return refuse(PhaseStep::State::SeveralPhases);
        if (isCurrent(detail))
            current = i;
        else if (current >= 0 && next < 0 && isToCome(detail))
            next = i;
    }
    if (current < 0 || next < 0)
        return refuse(current < 0 ? PhaseStep::State::NotBegun : PhaseStep::State::LastPhase);
    const QJsonValue before = activities.at(current)["detail"_L1], after = activities.at(next)["detail"_L1];
    step.from = before["description"_L1].toString();
    step.to = after["description"_L1].toString();
    if (step.day > today)
        return refuse(PhaseStep::State::DayAhead);
    QJsonObject old = before["scheduledPeriod"_L1].toObject(), begun = after["scheduledPeriod"_L1].toObject();
    if (const QDate since = dayOf(old, "start"_L1); since.isValid() && since >= step.day) {
        step.day = since;
        return refuse(PhaseStep::State::DayTaken);
    }
    old.insert(u"end"_s, step.day.addDays(-1).toString(Qt::ISODate));
    begun.insert(u"start"_s, step.day.toString(Qt::ISODate));
    if (dayOf(begun, "end"_L1) < step.day)
        begun.remove("end"_L1); // it was to be over by then: when it will be, the clinic says
    step.until = dayOf(begun, "end"_L1);
    changePhase(activities, current, u"completed"_s, old);
    changePhase(activities, next, u"in-progress"_s, begun);
    plan.insert(u"activity"_s, activities);
    writing << plan;
    const QJsonObject episode = episodeOf(plan, episodes);
    const QString level = levelOf(before, episode), nextLevel = levelOf(after, episode);
    const bool isThere =
        programIn(episode.value("type"_L1)[0]) == nextLevel || dayOf(episode.value("period"_L1), "start"_L1) >= step.day;
    if (!episode.isEmpty() && !level.isEmpty() && !nextLevel.isEmpty() && level != nextLevel && !isThere) {
        const QJsonObject left = endedBefore(episode, step.day), entered = begunOn(episode, step.day, after, nextLevel);
        writing << left << entered;
        step.ended = left.value("id"_L1).toString();
        step.begun = entered.value("id"_L1).toString();
    }
    step.planned = dayOf(after["scheduledPeriod"_L1], "start"_L1);
    settleSessions(patientId, madeBy(episode.value("id"_L1).toString(), step.plan), *clock, step, writing);
    return step;
}

QString PhaseDesk::stored(const QList<QJsonObject> &writing)
{
    for (const QJsonObject &json : writing) {
        if (json.isEmpty())
            continue;
        if (const QList<Issue> issues = m_validator.check(json); !issues.isEmpty())
            return QString(issues.first().expression % u": " % QLatin1String(issues.first().text));
        const std::optional<Draft> draft = draftOf(json);
        const Result<RecordPtr> stored = draft
            ? m_records.write(json.value("resourceType"_L1).toString(), json.value("id"_L1).toString(), *draft)
            : Result<RecordPtr>(problem(ProblemKind::BadData, u"phase"_s));
        if (!stored)
            return storeWords(stored.error().kind);
    }
    return {};
}

QString PhaseDesk::written(const std::function<void(QList<QJsonObject> &writing)> &plan,
                           const std::function<Result<void>()> &follow, bool isDryRun)
{
    const auto unstored = [this](const QString &why) {
        m_records.forget();
        return why;
    };
    Transaction transaction(m_records.database());
    if (!transaction.isOpen())
        return unstored(storeWords(ProblemKind::StoreInUse));
    m_records.noticeChanges();
    QList<QJsonObject> writing;
    plan(writing);
    if (writing.isEmpty())
        return {};
    if (const QString wrong = stored(writing); !wrong.isEmpty())
        return unstored(wrong);
    if (isDryRun) // the transaction goes with all that it has
        return unstored({});
    if (const Result<void> followed = follow(); !followed)
        return unstored(storeWords(followed.error().kind));
    return transaction.commit() ? QString() : unstored(storeWords(ProblemKind::StoreReadOnly));
}

PhaseStep PhaseDesk::next(const QString &patientId, const QDate &day, bool isDryRun)
{
    PhaseStep step;
    const QString wrong = written([&](QList<QJsonObject> &writing) { step = planned(patientId, day, writing); },
                                  [&] { return m_follow ? m_follow(step) : Result<void>(); }, isDryRun);
    if (isDryRun)
        step.begun.clear(); // an id that nothing has
    if (!wrong.isEmpty()) {
        step.state = PhaseStep::State::NotStored;
        step.detail = wrong;
    }
    return step;
}

} // namespace handrail::clinic
