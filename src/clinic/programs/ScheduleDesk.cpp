// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/programs/ScheduleDesk.h"

#include "clinic/programs/ScheduleKey.h"
#include "clinic/programs/SessionRecord.h"
#include "clinic/records/OrganizationCode.h"
#include "clinic/records/PatientStanding.h"
#include "clinic/records/RecordWords.h"
#include "clinic/records/SearchIndex.h"
#include "clinic/records/SessionMove.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <algorithm>
#include <tuple>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;
using namespace words;

namespace {

const QString appointmentType = u"Appointment"_s;

QString kindOf(const QJsonObject &appointment)
{
    return appointment.value("serviceType"_L1)[0]["coding"_L1][0]["code"_L1].toString();
}

bool isOn(const QJsonObject &appointment)
{
    const QString status = appointment.value("status"_L1).toString();
    return !status.isEmpty() && status != "cancelled"_L1 && status != "entered-in-error"_L1;
}

// Why nothing can be planned for a patient; empty when it can.
QString wordsFor(Standing standing)
{
    switch (standing) {
    case Standing::In: break;
    case Standing::Unknown: return u"there is no such patient"_s;
    case Standing::Deceased: return u"a patient has died"_s;
    case Standing::Replaced: return u"a patient's record was replaced by another"_s;
    case Standing::Inactive: return u"a patient is not active"_s;
    }
    return {};
}

// What is wrong for several patients of a line is said once.
void addPatient(QList<ScheduleIssue> &said, qsizetype line, const QString &words, const QString &patient)
{
    if (!said.isEmpty() && said.last().line == line && said.last().text.startsWith(words))
        said.last().text += u' ' + patient;
    else
        said.append({line, {}, words + patient});
}

} // namespace

ScheduleDesk::ScheduleDesk(Records &records, Follow follow)
    : m_records(records)
    , m_validator(records.types())
    , m_follow(std::move(follow))
{
}

std::optional<QString> ScheduleDesk::nameOf(const QString &reference)
{
    auto known = m_names.constFind(reference);
    if (known == m_names.cend()) {
        const QJsonObject record = currentRecord(m_records, reference.section(u'/', 0, 0), reference.section(u'/', 1));
        known = m_names.insert(reference, record.isEmpty() ? std::nullopt : std::optional(shownName(record)));
    }
    return *known;
}

// Everybody who was enrolled like that, or only who is now.
QStringList ScheduleDesk::enrolledIn(const QString &group, bool isEver)
{
    QStringList patients;
    Statement found = m_records.database().statement(
        u"SELECT DISTINCT c.owner FROM index_token t JOIN compartment c ON c.row = t.row JOIN index_token s ON s.row = t.row "
        "WHERE t.parameter = 'EpisodeOfCare.identifier' AND t.system = ? AND t.code = ? AND s.parameter = "
        "'EpisodeOfCare.status' "
        "AND (s.code IN ('planned', 'active') OR ? = 1) AND c.owner LIKE 'Patient/%' ORDER BY c.owner"_s);
    for (bool hasRow = found.run({canonical(u"sid/enrolment"), group, isEver ? 1 : 0}) && found.next(); hasRow;
         hasRow = found.next())
        patients.append(found.text(0).mid(8));
    return patients;
}

// Everybody who comes; those who cannot are noted.
QStringList ScheduleDesk::patientsOf(Plan &plan, const ScheduleRow &row)
{
    const QString column = row.group.isEmpty() ? (row.patients.size() > 1 ? u"patients"_s : u"patient"_s) : u"group"_s;
    const QStringList patients = row.group.isEmpty() ? row.patients : enrolledIn(row.group, false);
    QStringList here;
    for (const QString &id : patients) {
        const QString wrong = wordsFor(standingOf(currentRecord(m_records, u"Patient"_s, id)));
        if (wrong.isEmpty())
            here.append(id);
        else
            plan.issues.append({row.line, column, QString(wrong % u": " % id)}); // of a group, staff see whom to look at
    }
    return here;
}

// The wall on which the times of a line are read: that of its patients' clinic.
std::optional<ScheduleDesk::Place> ScheduleDesk::placeOf(Plan &plan, const ScheduleRow &row, const QStringList &patients)
{
    std::optional<Place> place;
    for (const QString &id : patients) {
        auto known = m_places.constFind(id);
        if (known == m_places.cend()) {
            const QString organization = localReference(
                currentRecord(m_records, u"Patient"_s, id).value("managingOrganization"_L1)["reference"_L1].toString());
            std::optional<Place> found;
            if (organization.startsWith("Organization/"_L1)) {
                if (const auto clock =
                        WallClock::of(organizationCode(m_records, organization.mid(13), timeZoneUrl()).value_or(QString())))
                    found = Place{organization.mid(13), *clock};
            }
            known = m_places.insert(id, found);
        }
        if (!*known) {
            plan.issues.append(
                {row.line, u"patient"_s,
                 u"a patient's clinic has no time zone: %1. Set it with handrail-clinic time-zone AREA/CITY"_s.arg(id)});
            return std::nullopt;
        }
        if (place && place->clock.zoneId() != (*known)->clock.zoneId()) {
            plan.issues.append({row.line, u"patients"_s, u"the patients' clinics are in different time zones"_s});
            return std::nullopt;
        }
        place = place ? place : *known;
    }
    return place;
}

// That of a session which comes again for a group in which nobody is now, by who has it from before; nullopt: nobody does.
std::optional<ScheduleDesk::Place> ScheduleDesk::formerPlaceOf(const ScheduleRow &row)
{
    Plan unsaid;
    for (const QString &id : row.id.isEmpty() ? QStringList() : enrolledIn(row.group, true)) {
        const std::optional<Place> place = placeOf(unsaid, row, {id});
        if (place && !currentRecord(m_records, appointmentType, appointmentIdOf(place->organization, keyOf(row), id)).isEmpty())
            return place;
    }
    return std::nullopt;
}

std::optional<qint64> ScheduleDesk::momentOf(Plan &plan, const ScheduleRow &row, const Place &place, bool isStart)
{
    const bool isNextDay = !isStart && row.end == QTime(0, 0); // 24:00
    const WallClock::Moment moment = place.clock.at(row.date.addDays(isNextDay ? 1 : 0), isStart ? row.start : row.end);
    const QString column = isStart ? u"start"_s : u"end"_s;
    const auto wrong = [&](const QString &where, const QString &text) {
        plan.issues.append({row.line, where, text});
        return std::nullopt;
    };
    switch (moment.kind) {
    case WallClock::Kind::Skipped: return wrong(column, u"there is no such time that day: the clocks jump over it"_s);
    case WallClock::Kind::Once:
        if (isStart && row.offset && *row.offset != moment.offset)
            return wrong(u"offset"_s, u"the clinic has another offset then"_s);
        return moment.utc;
    case WallClock::Kind::Doubled:
        if (!row.offset)
            return wrong(column, u"the clocks show this time twice that day: say which in a column offset"_s);
        if (*row.offset != moment.offset && *row.offset != moment.laterOffset)
            return wrong(u"offset"_s, u"the clinic has another offset then"_s);
        return *row.offset == moment.offset ? moment.utc : moment.laterUtc();
    }
    return std::nullopt;
}

QJsonObject ScheduleDesk::made(const ScheduleRow &row, const Place &place, qint64 start, qint64 end)
{
    HeldSession held;
    held.sessionId = sessionIdOf(place.organization, sessionKeyOf(row));
    held.kind = row.kind;
    held.title.words = row.title;
    held.start = start;
    held.end = end;
    held.startOffset = place.clock.offsetAt(start);
    held.endOffset = place.clock.offsetAt(end);
    held.isVideo = row.isVideo;
    held.link = row.link;
    QJsonObject made = sessionRecord(held, place.clock.zoneId());
    if (!row.status.isEmpty())
        made.insert("status"_L1, row.status);
    return made;
}

// Another Appointment of the patient's that is the same session, and of which the file says nothing; empty when there is none.
QString ScheduleDesk::isThereAlready(const Slot &slot, const QSet<QString> &named)
{
    QStringList ids;
    {
        Statement found = m_records.database().statement(
            u"SELECT r.id FROM compartment c JOIN index_date d ON d.row = c.row JOIN resource r ON r.row = c.row WHERE c.owner = ? "
            "AND c.type = 'Appointment' AND d.parameter = 'Appointment.date' AND d.low = ?"_s);
        for (bool hasRow = found.run({QString(u"Patient/" + slot.patient), slot.start}) && found.next(); hasRow;
             hasRow = found.next())
            ids.append(found.text(0));
    }
    for (const QString &id : std::as_const(ids)) {
        if (named.contains(id))
            continue;
        const QJsonObject other = currentRecord(m_records, appointmentType, id);
        if (isOn(other) && kindOf(other) == slot.kind)
            return id;
    }
    return {};
}

// Once all lines are read, so that a session may go to where another one was, in whatever order they stand.
void ScheduleDesk::findClashes(Plan &plan)
{
    const auto keyOf = [](const Slot &slot) {
        return QString(slot.patient % u'|' % QString::number(slot.start) % u'|' % slot.kind);
    };
    // Of a group it is said once, with all whom it is of. Who is in it no more keeps nothing from coming in.
    const auto tell = [&](const Slot &slot, bool isOfOthers, const QString &other) {
        plan.counts.clashes += isOfOthers ? 1 : 0;
        addPatient(isOfOthers ? plan.counts.told : plan.issues, slot.line,
                   QString(u"a patient has such a session at this time (" % other % u"): "), slot.patient);
    };
    QHash<QString, Slot> held; // by key; what stays where it is comes before what is new there
    for (const bool isNew : {false, true}) {
        for (const Slot &slot : std::as_const(plan.taken)) {
            if (slot.isNew != isNew)
                continue;
            const QString key = keyOf(slot);
            const Slot before = held.value(key);
            if (before.line == 0 || (before.isOther && !slot.isOther))
                held.insert(key, slot);
            if (!isNew)
                continue;
            if (before.line > 0)
                tell(slot, slot.isOther || before.isOther, u"line %1"_s.arg(before.line));
            else if (const QString other = isThereAlready(slot, plan.ids); !other.isEmpty())
                tell(slot, slot.isOther, u"Appointment/" + other);
        }
    }
}

void ScheduleDesk::planFor(Plan &plan, const ScheduleRow &row, const QString &patientId, const Place &place, const QString &key)
{
    const QString mark = QString(key % u'\n' % patientId);
    if (const qsizetype line = plan.places.value(mark); line > 0) {
        plan.issues.append({row.line, {}, u"the same session for the same patient as line %1"_s.arg(line)});
        return;
    }
    plan.places.insert(mark, row.line);
    const std::optional<qint64> start = momentOf(plan, row, place, true),
                                end = start ? momentOf(plan, row, place, false) : std::nullopt;
    if (!start || !end)
        return;
    QJsonObject wanted = made(row, place, *start, *end);
    const QString id = appointmentIdOf(place.organization, key, patientId);
    QJsonArray people{participant(reference("Patient"_L1, patientId, nameOf(u"Patient/" + patientId).value_or(QString())))};
    for (const QString &each : row.practitioners)
        people.append(participant(reference("Practitioner"_L1, each, nameOf(u"Practitioner/" + each).value_or(QString()))));
    if (!row.place.isEmpty())
        people.append(participant(reference("Location"_L1, row.place, nameOf(u"Location/" + row.place).value_or(QString()))));
    wanted.insert("participant"_L1, people);
    wanted.insert("id"_L1, id);

    const QJsonObject before = currentRecord(m_records, appointmentType, id);
    const bool isNew = before.isEmpty();
    if (!isNew && row.id.isEmpty()) {
        plan.issues.append({row.line, {}, u"this session was imported before: give it an id, or take the line out"_s});
        return;
    }
    if (!isNew)
        plan.held.insert(key);
    QJsonObject appointment = isNew ? wanted : before;
    const bool isChanged = isNew || mended(appointment, wanted, row, plan);
    plan.ids.insert(id);
    if (row.status.isEmpty() && before.value("status"_L1).toString() == "cancelled"_L1)
        addPatient(plan.counts.told, row.line, u"cancelled here, and stays so without the status booked: "_s, patientId);
    if (isOn(appointment)) {
        const qint64 then = sessionStart(appointment).value_or(0);
        const QString kind = kindOf(appointment);
        const bool isNewThere = !isOn(before) || sessionStart(before) != then || kindOf(before) != kind;
        plan.taken.append({row.line, id, patientId, then, kind, isNewThere, false});
    }
    if (!isChanged) {
        ++plan.counts.same;
        return;
    }
    if (const QList<Issue> issues = m_validator.check(appointment); !issues.isEmpty()) {
        plan.issues.append({row.line, {}, QString(issues.first().expression % u": " % QLatin1String(issues.first().text))});
        return;
    }
    if (auto draft = draftOf(appointment)) {
        plan.writes.push_back({id, std::move(*draft)});
        ++(isNew ? plan.counts.added : plan.counts.changed);
    }
}

void ScheduleDesk::planRow(Plan &plan, const ScheduleRow &row)
{
    for (const auto &[column, type, ids] : {std::tuple("practitioner", u"Practitioner/"_s, row.practitioners),
                                            std::tuple("place", u"Location/"_s, QStringList{row.place})}) {
        for (const QString &id : ids) {
            if (!id.isEmpty() && !nameOf(type + id))
                plan.issues.append({row.line, QLatin1String(column), u"there is no such one here"_s});
        }
    }
    const qsizetype before = plan.issues.size();
    const QStringList patients = patientsOf(plan, row);
    const bool isNobodyIn = patients.isEmpty() && plan.issues.size() == before;
    const std::optional<Place> place = isNobodyIn ? formerPlaceOf(row) : placeOf(plan, row, patients);
    if (isNobodyIn && !place)
        plan.issues.append({row.line, u"group"_s, u"nobody is enrolled like that"_s});
    if (!place)
        return;
    const QString key = keyOf(row);
    const ScheduleRow *known = plan.sessions.value(key);
    if (known && !areSame(*known, row)) {
        plan.issues.append({row.line, u"id"_s, u"line %1 says other things of the session with this id"_s.arg(known->line)});
        return;
    }
    plan.sessions.insert(key, known ? known : &row);
    if (!known && !row.id.isEmpty())
        plan.comingAgain.append({&row, *place});
    planForAll(plan, row, patients, *place);
}

void ScheduleDesk::planForAll(Plan &plan, const ScheduleRow &row, const QStringList &patients, const Place &place)
{
    for (const QString &patient : patients) {
        const qsizetype before = plan.issues.size();
        planFor(plan, row, patient, place, keyOf(row));
        if (plan.issues.size() > before && plan.issues.last().column != QString())
            break; // of a time that is wrong it is enough to hear once
    }
}

// Who is on hold, or in none of its groups any more, or named in no line of it, and still has the session: it is moved and cancelled for them
// too, or they would come to where it was. Once all lines are read, since several may be of one session.
void ScheduleDesk::planOthers(Plan &plan, const ScheduleRow &row, const Place &place)
{
    const QString key = keyOf(row); // of one with an id it is the session's key too
    QStringList having;
    {
        Statement found = m_records.database().statement(
            u"SELECT DISTINCT c.owner FROM index_token t JOIN compartment c ON c.row = t.row WHERE t.parameter = "
            "'Appointment.identifier' AND t.system = ? AND t.code = ? AND c.owner LIKE 'Patient/%' ORDER BY c.owner"_s);
        for (bool hasRow = found.run({canonical(u"sid/session"), sessionIdOf(place.organization, key)}) && found.next(); hasRow;
             hasRow = found.next())
            having.append(found.text(0).mid(8));
    }
    having.removeIf([&](const QString &patient) {
        return plan.places.contains(QString(key % u'\n' % patient))
            || standingOf(currentRecord(m_records, u"Patient"_s, patient)) != Standing::In
            || !isOn(currentRecord(m_records, appointmentType, appointmentIdOf(place.organization, key, patient)));
    });
    if (row.group.isEmpty() && !having.isEmpty()) {
        // What was somebody's own hour, and is another's now, is not shown to who had it.
        const bool isOfOthers = !plan.held.contains(key);
        for (const QString &patient : std::as_const(having))
            addPatient(isOfOthers ? plan.issues : plan.counts.told, row.line,
                       isOfOthers ? u"this id is the session of others here: give it another one, or name them: "_s
                                  : u"named in no line any more, and goes along: "_s,
                       patient);
        if (isOfOthers)
            return;
    }
    const qsizetype first = plan.taken.size();
    planForAll(plan, row, having, place);
    for (qsizetype i = first; i < plan.taken.size(); ++i)
        plan.taken[i].isOther = true;
}

ScheduleDesk::Plan ScheduleDesk::planned(const ScheduleFile &file)
{
    m_places.clear();
    m_names.clear();
    Plan plan;
    QSet<qsizetype> unread;
    for (const ScheduleIssue &issue : file.issues)
        unread.insert(issue.line);
    for (const ScheduleRow &row : file.rows) {
        if (!unread.contains(row.line))
            planRow(plan, row);
    }
    for (const auto &[row, place] : std::as_const(plan.comingAgain))
        planOthers(plan, *row, place);
    findClashes(plan);
    plan.counts.withoutAddress = int(std::count_if(plan.sessions.cbegin(), plan.sessions.cend(), [](const ScheduleRow *row) {
        return row->isVideo && row->link.isEmpty() && row->status != "cancelled"_L1;
    }));
    plan.issues = file.issues + plan.issues;
    std::stable_sort(plan.issues.begin(), plan.issues.end(),
                     [](const ScheduleIssue &a, const ScheduleIssue &b) { return a.line < b.line; });
    return plan;
}

Result<ScheduleCounts> ScheduleDesk::import(const ScheduleFile &file, bool isDryRun, QList<ScheduleIssue> &issues)
{
    // Before the lock, so that a clinic that serves waits for the writing alone.
    static_cast<void>(m_records.database().wasChangedElsewhere());
    m_records.forget();
    Plan plan = planned(file);
    issues = plan.issues;
    if (!issues.isEmpty() || isDryRun || plan.writes.empty())
        return plan.counts;
    Transaction transaction(m_records.database());
    if (!transaction.isOpen())
        return problem(ProblemKind::StoreInUse, u"schedule"_s);
    if (m_records.database().wasChangedElsewhere()) {
        m_records.forget();
        plan = planned(file);
        issues = plan.issues;
        if (!issues.isEmpty())
            return plan.counts;
    }
    for (const Planned &each : plan.writes) {
        Result<RecordPtr> stored = m_records.write(appointmentType, each.id, each.draft);
        const Result<void> followed = stored && m_follow ? m_follow(**stored) : Result<void>();
        if (!stored || !followed) {
            m_records.forget();
            return tl::unexpected(stored ? followed.error() : stored.error());
        }
    }
    if (!transaction.commit()) {
        m_records.forget();
        return problem(ProblemKind::StoreBroken, u"schedule"_s);
    }
    return plan.counts;
}

} // namespace handrail::clinic
