// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/programs/EnrolDesk.h"

#include "clinic/programs/ProgramPlan.h"
#include "clinic/programs/SessionRecord.h"
#include "clinic/records/OrganizationCode.h"
#include "clinic/records/SearchIndex.h"
#include "clinic/records/StoreWords.h"

#include <QJsonDocument>
#include <QSet>
#include <algorithm>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

// A clinic that serves waits 100 ms for the lock before it asks an app to come again.
constexpr std::chrono::milliseconds longestWrite{40};
constexpr std::size_t mostPrepared = 600; // records that are made before the lock is taken
constexpr int farthest = 366;             // days

QString organizationOf(const QJsonObject &patient)
{
    const QString target = localReference(patient.value("managingOrganization"_L1)["reference"_L1].toString());
    return target.startsWith("Organization/"_L1) ? target.mid(13) : QString();
}

Enrolled::State stateOf(Standing standing)
{
    switch (standing) {
    case Standing::In: return Enrolled::State::Enrolled;
    case Standing::Unknown: return Enrolled::State::NotAPatient;
    case Standing::Deceased: return Enrolled::State::Deceased;
    case Standing::Replaced: return Enrolled::State::Replaced;
    case Standing::Inactive: return Enrolled::State::Inactive;
    }
    return Enrolled::State::NotAPatient;
}

// Not while a later phase of it runs in another level of care.
bool hasEnded(Records &records, const QString &patientId, const QJsonObject &episode)
{
    const QString status = episode.value("status"_L1).toString();
    if (status != "finished"_L1 && status != "entered-in-error"_L1)
        return false;
    const QStringList ids = idsOfPatient(records, patientId, u"EpisodeOfCare"_s);
    return std::none_of(ids.begin(), ids.end(), [&](const QString &id) {
        const QJsonObject other = currentRecord(records, u"EpisodeOfCare"_s, id);
        return isRunning(other) && areOfOne(other, episode);
    });
}

} // namespace

EnrolDesk::EnrolDesk(Records &records, const ProgramTemplate &program, const QDate &start, Follow follow)
    : m_records(records)
    , m_validator(records.types())
    , m_program(program)
    , m_start(start)
    , m_follow(std::move(follow))
{
}

const Enrolment *EnrolDesk::enrolmentAt(const QString &organizationId, Enrolled &outcome)
{
    if (const auto known = m_enrolments.find(organizationId); known != m_enrolments.end())
        return &known->second;
    const auto refuse = [&](Enrolled::State state, const QString &detail = {}) -> const Enrolment * {
        outcome.state = state;
        outcome.detail = detail;
        return nullptr;
    };
    const QJsonObject clinic = currentRecord(m_records, u"Organization"_s, organizationId);
    if (organizationId.isEmpty() || clinic.isEmpty())
        return refuse(Enrolled::State::NoClinic, organizationId);
    const auto clock = WallClock::of(organizationCode(m_records, organizationId, timeZoneUrl()).value_or(QString()));
    if (!clock)
        return refuse(Enrolled::State::NoTimeZone, organizationId);
    const QDate today = clock->dateOf(m_records.clock().nowUtc().toMSecsSinceEpoch());
    if (!m_start.isValid() || std::abs(today.daysTo(m_start)) > farthest)
        return refuse(Enrolled::State::BadDate);
    Enrolment::Clinic place{organizationId, shownName(clinic), *clock, {}};
    for (const QString &reference : Enrolment::namedIn(m_program)) {
        const QJsonObject named = currentRecord(m_records, reference.section(u'/', 0, 0), reference.section(u'/', 1));
        if (named.isEmpty())
            return refuse(Enrolled::State::NobodyThere, reference);
        place.names.insert(reference, shownName(named));
    }
    return &m_enrolments.emplace(organizationId, Enrolment(m_program, m_start, today, std::move(place))).first->second;
}

QString EnrolDesk::careTeamOf(const QString &patientId)
{
    for (const QString &id : idsOfPatient(m_records, patientId, u"CareTeam"_s)) {
        if (currentRecord(m_records, u"CareTeam"_s, id).value("status"_L1).toString() == "active"_L1)
            return id;
    }
    return {};
}

bool EnrolDesk::isElsewhere(const QString &patientId, const Enrolment &enrolment, Enrolled &outcome)
{
    const QDate last = m_program.phases.last().isOpen ? QDate() : enrolment.end();
    for (const QString &id : idsOfPatient(m_records, patientId, u"EpisodeOfCare"_s)) {
        const QJsonObject episode = currentRecord(m_records, u"EpisodeOfCare"_s, id);
        const QString status = episode.value("status"_L1).toString();
        if (id == outcome.episode || episode.isEmpty() || status == "finished"_L1 || status == "cancelled"_L1
            || status == "entered-in-error"_L1)
            continue;
        const QJsonValue period = episode.value("period"_L1);
        const QDate from = QDate::fromString(period["start"_L1].toString().left(10), Qt::ISODate);
        const QDate to = QDate::fromString(period["end"_L1].toString().left(10), Qt::ISODate);
        if ((last.isValid() && from.isValid() && from > last) || (to.isValid() && to < m_start))
            continue;
        outcome.state = Enrolled::State::Elsewhere;
        outcome.detail = u"EpisodeOfCare/" + id;
        if (isRunning(episode))
            outcome.detail += u". End that first, with enrol --end"_s;
        else if (status == "planned"_L1 && from.isValid())
            outcome.detail += u". It has not begun: cancel it first, with enrol --end "_s + from.toString(Qt::ISODate);
        else
            outcome.detail += u". It has not begun: cancel that EpisodeOfCare and its CarePlan first"_s;
        return true;
    }
    return false;
}

/// Null, with the outcome's state: refused, or made before.
const Enrolment *EnrolDesk::checked(const QString &patientId, Enrolled &outcome, Enrolment::Person &person)
{
    outcome.patient = patientId;
    const QJsonObject patient = isId(patientId) ? currentRecord(m_records, u"Patient"_s, patientId) : QJsonObject();
    outcome.state = stateOf(standingOf(patient));
    if (outcome.isRefused())
        return nullptr;
    const Enrolment *enrolment = enrolmentAt(organizationOf(patient), outcome);
    if (!enrolment)
        return nullptr;
    outcome.episode = enrolment->episodeId(patientId);
    const QJsonObject before = currentRecord(m_records, u"EpisodeOfCare"_s, outcome.episode);
    const bool isCancelled = before.value("status"_L1).toString() == "cancelled"_L1;
    if (hasEnded(m_records, patientId, before) || (isCancelled && enrolment->isBegun())) {
        outcome.state = isCancelled ? Enrolled::State::Cancelled : Enrolled::State::Ended;
        outcome.detail = u"EpisodeOfCare/" + outcome.episode;
        return nullptr;
    }
    // One that was cancelled by mistake before its first day is made anew: its records have the same ids.
    const bool isThere = !before.isEmpty() && !isCancelled;
    if (!isThere && isElsewhere(patientId, *enrolment, outcome))
        return nullptr;
    const bool isPlanned = !isThere || before.value("status"_L1).toString() == "planned"_L1;
    if (isPlanned && !enrolment->isBegun())
        outcome.ahead = m_start;
    if (isThere) {
        outcome.state = isPlanned && enrolment->isBegun() ? Enrolled::State::Begun : Enrolled::State::There;
        return nullptr;
    }
    person = {patientId, shownName(patient), careTeamOf(patientId)};
    return enrolment;
}

EnrolDesk::Prepared EnrolDesk::prepared(const QString &patientId)
{
    Prepared one;
    Enrolled &outcome = one.outcome;
    Enrolment::Person person;
    const Enrolment *enrolment = checked(patientId, outcome, person);
    if (!enrolment)
        return one;
    std::optional<std::vector<Draft>> drafts = enrolment->draftsFor(person);
    if (!drafts) {
        outcome.state = Enrolled::State::NotValid;
        return one;
    }
    // What differs between people are ids of one length, and a name and references that were checked when they came in: what is valid for
    // the first is for the next.
    const std::pair kind(enrolment, !person.careTeam.isEmpty());
    const bool isKnown = m_valid.contains(kind);
    int unaddressed = 0;
    for (const Draft &draft : *drafts) {
        unaddressed += !isKnown && lacksAddress(draft.json) ? 1 : 0;
        ++outcome.counts[draft.json.value("resourceType"_L1).toString()];
        const QList<Issue> issues = isKnown ? QList<Issue>() : m_validator.check(draft.json);
        if (issues.isEmpty())
            continue;
        outcome.state = Enrolled::State::NotValid;
        outcome.detail = issues.first().expression + u": " + QLatin1String(issues.first().text);
        return one;
    }
    m_withoutAddress = std::max(m_withoutAddress, unaddressed);
    m_valid.insert(kind);
    one.drafts = std::move(*drafts);
    return one;
}

QList<QJsonObject> EnrolDesk::wouldBe(const QString &patientId, Enrolled &outcome)
{
    const Prepared one = prepared(patientId);
    outcome = one.outcome;
    QList<QJsonObject> records;
    for (const Draft &draft : one.drafts)
        records << draft.json;
    return records;
}

/// In the caller's transaction: the first day of what was planned has come.
Result<void> EnrolDesk::begin(Enrolled &outcome)
{
    const auto put = [&](const QString &type, const QString &id, const QJsonObject &json) -> Result<void> {
        const std::optional<Draft> draft = draftOf(json);
        const Result<RecordPtr> stored =
            draft ? m_records.write(type, id, *draft) : Result<RecordPtr>(problem(ProblemKind::BadData, u"enrolment"_s));
        if (!stored)
            return tl::unexpected(stored.error());
        ++outcome.counts[type];
        return {};
    };
    QJsonObject episode = currentRecord(m_records, u"EpisodeOfCare"_s, outcome.episode);
    QJsonObject now{{u"start"_s, m_start.toString(Qt::ISODate)}};
    episode.insert(u"status"_s, u"active"_s);
    episode.insert(u"statusHistory"_s, QJsonArray{QJsonObject{{u"status"_s, u"active"_s}, {u"period"_s, now}}});
    if (auto written = put(u"EpisodeOfCare"_s, outcome.episode, episode); !written)
        return written;
    const QString planId = outcome.episode + u"-plan";
    QJsonObject plan = currentRecord(m_records, u"CarePlan"_s, planId);
    QJsonArray activities = plan.value("activity"_L1).toArray();
    QJsonObject first = activities.at(0).toObject(), detail = first.value("detail"_L1).toObject();
    if (plan.isEmpty() || detail.value("status"_L1).toString() != "not-started"_L1)
        return {}; // the clinic has changed it since
    detail.insert(u"status"_s, u"in-progress"_s);
    first.insert(u"detail"_s, detail);
    activities.replace(0, first);
    plan.insert(u"activity"_s, activities);
    return put(u"CarePlan"_s, planId, plan);
}

void EnrolDesk::store(Prepared &one)
{
    const auto refuse = [&](const QString &detail) {
        one.outcome.state = Enrolled::State::NotStored;
        one.outcome.detail = detail;
    };
    // What was looked at before the lock may have changed.
    Enrolled again;
    Enrolment::Person person;
    const Enrolment *enrolment = checked(one.outcome.patient, again, person);
    if (again.state == Enrolled::State::Begun) {
        if (const auto begun = begin(again); !begun)
            return refuse(storeWords(begun.error().kind));
        one.outcome = again;
    } else if (!enrolment) {
        one.outcome = again;
        return;
    }
    for (const Draft &draft : one.drafts) {
        const Result<RecordPtr> stored =
            m_records.write(draft.json.value("resourceType"_L1).toString(), draft.json.value("id"_L1).toString(), draft);
        if (!stored)
            return refuse(storeWords(stored.error().kind));
    }
    if (const Result<void> followed = m_follow ? m_follow(one.outcome) : Result<void>(); !followed)
        refuse(storeWords(followed.error().kind));
}

/// In as many transactions as it takes to let others in between: each patient is whole in one of them.
void EnrolDesk::storeSlice(std::vector<Prepared> &slice, const std::function<void(const Enrolled &)> &tell)
{
    for (std::size_t done = 0; done < slice.size();) {
        const std::size_t from = done;
        const auto started = m_records.clock().monotonic();
        QString failure;
        {
            Transaction transaction(m_records.database());
            if (!transaction.isOpen())
                failure = storeWords(ProblemKind::StoreInUse);
            else
                m_records.noticeChanges();
            for (; failure.isEmpty() && done < slice.size(); ++done) {
                if (done > from && m_records.clock().monotonic() - started >= longestWrite)
                    break;
                Prepared &one = slice.at(done);
                if (one.outcome.isRefused() || one.outcome.state == Enrolled::State::There)
                    continue;
                store(one);
                if (one.outcome.state == Enrolled::State::NotStored)
                    failure = one.outcome.detail;
            }
            if (failure.isEmpty()) {
                m_longestHold = std::max(m_longestHold, m_records.clock().monotonic() - started);
                if (!transaction.commit())
                    failure = storeWords(ProblemKind::StoreReadOnly);
            }
        }
        if (!failure.isEmpty()) {
            // Of this transaction nothing is there. The one that could not be written may not be the fault of those before it.
            m_records.forget();
            done = std::max(done, from + 1);
            for (std::size_t i = from; i < done; ++i) {
                Enrolled &outcome = slice.at(i).outcome;
                if (outcome.state == Enrolled::State::Enrolled || outcome.state == Enrolled::State::Begun) {
                    outcome.state = Enrolled::State::NotStored;
                    outcome.detail = failure;
                }
            }
        }
        for (std::size_t i = from; i < done; ++i)
            tell(slice.at(i).outcome);
    }
    slice.clear();
}

void EnrolDesk::enrol(const QStringList &patients, const std::function<void(const Enrolled &)> &tell)
{
    std::vector<Prepared> slice;
    std::size_t records = 0;
    QSet<QString> seen;
    for (const QString &patient : patients) {
        if (seen.contains(patient))
            continue;
        seen.insert(patient);
        slice.push_back(prepared(patient));
        records += slice.back().drafts.size();
        if (records < mostPrepared)
            continue;
        storeSlice(slice, tell);
        records = 0;
    }
    storeSlice(slice, tell);
}

} // namespace handrail::clinic
