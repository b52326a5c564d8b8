// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/programs/Enrolment.h"

#include "clinic/programs/SessionRecord.h"
#include "clinic/records/RecordWords.h"
#include "core/Ids.h"

#include <QJsonDocument>
#include <QUuid>
#include <algorithm>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;
using namespace words;

namespace {

const QString sdcCodes = u"http://hl7.org/fhir/uv/sdc/CodeSystem/temp"_s;

QUuid named(const QString &text)
{
    static const QUuid space = QUuid::createUuidV5(
        QUuid(0x6ba7b811, 0x9dad, 0x11d1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8), canonical(u"sid/enrolment"));
    return QUuid::createUuidV5(space, text);
}

QJsonObject period(const QDate &start, const QDate &end)
{
    QJsonObject made = object({{"start"_L1, start.toString(Qt::ISODate)}});
    if (end.isValid())
        made.insert("end"_L1, end.toString(Qt::ISODate));
    return made;
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject whole(QJsonObject stub, const QJsonObject &own)
{
    for (auto it = own.begin(); it != own.end(); ++it)
        stub.insert(it.key(), it.value());
    return stub;
}

QJsonObject ofProgram(const QString &code, const SaidText &title)
{
    QJsonObject made = ours("program"_L1, code);
    made.insert("text"_L1, title.words);
    return made;
}

} // namespace

Enrolment::Enrolment(const ProgramTemplate &program, const QDate &start, const QDate &today, Clinic clinic)
    : m_program(program)
    , m_start(start)
    , m_isBegun(start <= today)
    , m_clinic(std::move(clinic))
    , m_identifier(list({identifier(canonical(u"sid/enrolment"), QString(program.id % u'/' % start.toString(Qt::ISODate)))}))
{
    QDate first = start;
    for (const ProgramPhase &phase : m_program.phases) {
        addSessions(phase, first);
        addTasks(phase, first);
        first = first.addDays(7LL * phase.weeks);
        if (!phase.isOpen)
            m_end = first.addDays(-1);
    }
    m_episode.json = episode();
    m_plan = {u"-plan"_s, plan(today), {}, false, {}};
    for (Stub *stub : {&m_episode, &m_plan})
        stub->text = compact(stub->json);
    for (QList<Stub> *stubs : {&m_sessions, &m_tasks}) {
        for (Stub &stub : *stubs)
            stub.text = compact(stub.json);
    }
}

QString Enrolment::episodeId(const QString &patientId) const
{
    return named(QString(patientId % u'|' % m_program.id % u'|' % m_start.toString(Qt::ISODate))).toString(QUuid::Id128);
}

QStringList Enrolment::namedIn(const ProgramTemplate &program)
{
    QStringList all;
    for (const ProgramPhase &phase : program.phases) {
        for (const ProgramSession &session : phase.sessions) {
            for (const QString &id : session.practitioners)
                all << QString(u"Practitioner/" + id);
            if (!session.location.isEmpty())
                all << QString(u"Location/" + session.location);
        }
    }
    all.removeDuplicates();
    return all;
}

void Enrolment::addSessions(const ProgramPhase &phase, const QDate &first)
{
    for (const ProgramSession &session : phase.sessions) {
        int time = 0;
        for (int week = session.from; week <= phase.weeks; week += session.every) {
            const QDate weekStart = first.addDays(7LL * (week - 1));
            QList<QDate> days;
            for (const int day : session.days)
                days << weekStart.addDays((day - weekStart.dayOfWeek() + 7) % 7);
            std::sort(days.begin(), days.end());
            for (const QDate &day : std::as_const(days)) {
                if (!m_program.closed.contains(day))
                    addSession(phase, session, day, time++);
            }
        }
    }
}

void Enrolment::addSession(const ProgramPhase &phase, const ProgramSession &session, const QDate &day, int time)
{
    const WallClock::Moment start = m_clinic.clock.at(day, session.start);
    // As long as it is said to be, whatever the clocks do meanwhile.
    const qint64 end = start.utc + 60'000LL * session.minutes;
    HeldSession held;
    held.sessionId = named(QString(m_clinic.id % u'|' % m_program.id % u'|' % session.id % u'|' % WallClock::digits(day)
                                   % session.start.toString(u"HHmm"_s)))
                         .toString(QUuid::WithoutBraces);
    held.kind = session.kind;
    held.program = phase.program;
    held.title = session.title;
    held.topic = session.topics.value(time);
    held.bring = session.bring;
    held.start = start.utc;
    held.end = end;
    held.startOffset = start.offset;
    held.endOffset = m_clinic.clock.offsetAt(end);
    held.isVideo = session.isVideo;
    held.link = session.link;
    Stub stub;
    // An id stands in links and logs: it says the time in the program, not which session it is.
    stub.suffix = QString(u'-' % WallClock::digits(day) % u'-' % session.start.toString(u"HHmm"_s));
    if (const int nth = ++m_times[stub.suffix]; nth > 1)
        stub.suffix += u'-' + QString::number(nth);
    stub.json = sessionRecord(held, m_clinic.clock.zoneId());
    stub.isAlone = session.isAlone;
    if (stub.isAlone)
        stub.json.remove("identifier"_L1); // each has one of their own
    for (const QString &id : session.practitioners)
        stub.others.append(participant(reference("Practitioner"_L1, id, m_clinic.names.value(u"Practitioner/" + id))));
    if (!session.location.isEmpty())
        stub.others.append(
            participant(reference("Location"_L1, session.location, m_clinic.names.value(u"Location/" + session.location))));
    m_sessions << stub;
}

void Enrolment::addTasks(const ProgramPhase &phase, const QDate &first)
{
    for (const ProgramTask &task : phase.tasks) {
        for (int week = task.from; week <= phase.weeks; week += task.every) {
            const QDate weekStart = first.addDays(7LL * (week - 1));
            QJsonObject made = object({{"resourceType"_L1, u"Task"_s},
                                       {"meta"_L1, guarded()},
                                       {"identifier"_L1, m_identifier},
                                       {"status"_L1, u"requested"_s},
                                       {"intent"_L1, u"order"_s},
                                       {"requester"_L1, reference("Organization"_L1, m_clinic.id, m_clinic.name)},
                                       {"restriction"_L1, object({{"period"_L1, period(weekStart, weekStart.addDays(6))}})}});
            say(made, "description"_L1, task.title);
            if (task.library.isEmpty()) {
                const QJsonObject code = codeable(sdcCodes, u"complete-questionnaire"_s);
                made.insert("code"_L1, code);
                made.insert("input"_L1,
                            list({object({{"type"_L1, codeable(sdcCodes, u"questionnaire"_s)},
                                          {"valueCanonical"_L1, task.questionnaire}})}));
            } else {
                made.insert("code"_L1, ours("task-kind"_L1, u"module"_s));
                made.insert("instantiatesCanonical"_L1, task.library);
            }
            m_tasks << Stub{QString(u'-' % task.id % u"-w" % WallClock::digits(weekStart)), made, {}, false, {}};
            if (task.every == 0)
                break;
        }
    }
}

QJsonObject Enrolment::episode() const
{
    const QString status = m_isBegun ? u"active"_s : u"planned"_s;
    QJsonObject made = object({{"resourceType"_L1, u"EpisodeOfCare"_s},
                               {"meta"_L1, guarded()},
                               {"identifier"_L1, m_identifier},
                               {"status"_L1, status},
                               {"type"_L1, list({ofProgram(m_program.code, m_program.title)})},
                               {"managingOrganization"_L1, reference("Organization"_L1, m_clinic.id, m_clinic.name)},
                               {"period"_L1, period(m_start, m_program.phases.last().isOpen ? QDate() : m_end)}});
    if (m_isBegun)
        made.insert("statusHistory"_L1, list({object({{"status"_L1, status}, {"period"_L1, period(m_start, {})}})}));
    return made;
}

QJsonObject Enrolment::plan(const QDate &today) const
{
    QJsonArray activities;
    QDate first = m_start;
    for (const ProgramPhase &phase : m_program.phases) {
        const QDate next = first.addDays(7LL * phase.weeks);
        // What has been said to begin today has begun; later phases begin when the clinic says so.
        const bool isFirst = activities.isEmpty();
        // With the level of care that the phase is in: where that changes, the episode of care does (PhaseDesk).
        QJsonObject code = ours("program-phase"_L1, phase.code);
        code.insert("coding"_L1, QJsonArray{code["coding"_L1][0], ours("program"_L1, phase.program)["coding"_L1][0]});
        QJsonObject detail = object({{"code"_L1, code},
                                     {"status"_L1, isFirst && m_isBegun ? u"in-progress"_s : u"not-started"_s},
                                     {"scheduledPeriod"_L1, period(first, phase.isOpen ? QDate() : next.addDays(-1))}});
        say(detail, "description"_L1, phase.title);
        activities.append(object({{"detail"_L1, detail}}));
        first = next;
    }
    QJsonObject made = object({{"resourceType"_L1, u"CarePlan"_s},
                               {"meta"_L1, guarded()},
                               {"identifier"_L1, m_identifier},
                               {"status"_L1, u"active"_s},
                               {"intent"_L1, u"plan"_s},
                               {"category"_L1, list({ours("careplan-kind"_L1, u"program"_s)})},
                               {"period"_L1, period(m_start, m_end)},
                               {"created"_L1, today.toString(Qt::ISODate)},
                               {"author"_L1, reference("Organization"_L1, m_clinic.id, m_clinic.name)},
                               {"activity"_L1, activities}});
    say(made, "title"_L1, m_program.title);
    return made;
}

/// Each record's stub, and what of it is this person's: members that the stub does not have.
std::vector<std::pair<const Enrolment::Stub *, QJsonObject>> Enrolment::partsFor(const Person &person) const
{
    const QString id = episodeId(person.id);
    const QJsonObject self = reference("Patient"_L1, person.id, person.name);
    const QJsonObject bare = reference("Patient"_L1, person.id);
    std::vector<std::pair<const Stub *, QJsonObject>> parts;
    parts.reserve(std::size_t(2 + m_sessions.size() + m_tasks.size()));
    const auto add = [&](const Stub &stub, words::Members own) {
        parts.emplace_back(&stub, object(own));
        parts.back().second.insert("id"_L1, QString(id + stub.suffix));
    };
    add(m_episode, {{"patient"_L1, bare}});
    add(m_plan, {{"subject"_L1, bare}});
    if (!person.careTeam.isEmpty()) {
        const QJsonArray team = list({reference("CareTeam"_L1, person.careTeam)});
        parts.at(0).second.insert("team"_L1, team);
        parts.at(1).second.insert("careTeam"_L1, team);
    }
    const QJsonObject comes = participant(self);
    for (const Stub &stub : m_sessions) {
        QJsonArray people{comes};
        for (const QJsonValue &other : stub.others)
            people.append(other);
        add(stub, {{"participant"_L1, people}});
        if (stub.isAlone) {
            QJsonObject &own = parts.back().second;
            own.insert("identifier"_L1, list({identifier(canonical(u"sid/session"), own.value("id"_L1).toString())}));
        }
    }
    for (const Stub &stub : m_tasks)
        add(stub, {{"for"_L1, bare}, {"owner"_L1, bare}});
    return parts;
}

QList<QJsonObject> Enrolment::recordsFor(const Person &person) const
{
    QList<QJsonObject> records;
    for (const auto &[stub, own] : partsFor(person))
        records << whole(stub->json, own);
    return records;
}

std::optional<std::vector<Draft>> Enrolment::draftsFor(const Person &person) const
{
    std::vector<Draft> drafts;
    for (const auto &[stub, own] : partsFor(person)) {
        // To write down what everybody has again for each person costs more than all the rest of making it.
        std::optional<Draft> draft = draftOf(whole(stub->json, own), stub->text.chopped(1) + ',' + compact(own).sliced(1));
        if (!draft)
            return std::nullopt;
        drafts.push_back(std::move(*draft));
    }
    return drafts;
}

} // namespace handrail::clinic
