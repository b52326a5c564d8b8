// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/CheckInGaps.h"

#include "clinic/base/WallClock.h"
#include "clinic/forms/ShippedForms.h"
#include "clinic/records/OrganizationCode.h"
#include "clinic/records/PatientStanding.h"
#include "clinic/records/SearchIndex.h"
#include "core/Assignment.h"
#include "core/Ids.h"
#include "fhir/Read.h"
#include "form/Safety.h"

#include <QHash>
#include <algorithm>
#include <limits>
#include <optional>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int gapDays = 3;       ///< where one is asked for each day
constexpr int aftercareDays = 7; ///< where the plan does not say how often

QString checkInUrl()
{
    return canonical(u"Questionnaire/daily-checkin");
}

/// Without the clinic's own address nobody knows whose a full one is: it is of no record here.
QString urlOf(Records &records, const QString &form, const QString &base)
{
    return urlOfForm(records, base.isEmpty() ? form : formByRecord(records, form, base));
}

QList<QByteArray> recordsOf(Records &records, const QString &patient, const QString &type)
{
    QList<QByteArray> found;
    Statement rows = records.database().statement(
        u"SELECT r.body FROM compartment c JOIN resource r ON r.row = c.row WHERE c.owner = ? AND c.type = ? AND r.deleted = 0"_s);
    for (bool hasRow = rows.run({patient, type}) && rows.next(); hasRow; hasRow = rows.next())
        found << rows.bytes(0);
    return found;
}

/// What the clinic says of a patient's program.
struct Course {
    QList<CareLevel> levels;
    QList<Program> programs;
    QHash<QString, QList<PlannedForm>> planned; ///< by id of the program; empty: of plans of none
};

Course courseOf(Records &records, const QString &patient, const QString &base)
{
    Course course;
    for (const QByteArray &json : recordsOf(records, patient, u"EpisodeOfCare"_s)) {
        if (const auto level = fhir::readCareLevel(json); level && *level)
            course.levels << **level;
    }
    for (const QByteArray &json : recordsOf(records, patient, u"CarePlan"_s)) {
        const auto program = fhir::readProgram(json);
        const bool isProgram = program && *program;
        if (isProgram)
            course.programs << **program;
        QList<PlannedForm> planned = fhir::readPlannedForms(json).value_or(QList<PlannedForm>());
        for (PlannedForm &form : planned)
            form.questionnaire = urlOf(records, form.questionnaire, base);
        course.planned[isProgram ? (*program)->id : QString()] += planned;
    }
    return course;
}

QList<Phase> currentPhases(const Program &program)
{
    QList<Phase> current = program.phases;
    current.removeIf([](const Phase &phase) { return phase.status != PhaseStatus::InProgress; });
    return current;
}

/// The last day on which it went on, as far as the clinic says; invalid: that it is over is not said.
QDate lastDayOf(const CareLevel &level)
{
    return level.until.isValid() || level.state != CareLevel::State::Ended ? level.until : level.from;
}

QDate lastDayOf(const Program &program)
{
    if (!program.isOver && !currentPhases(program).isEmpty())
        return {}; // no date ends it
    QDate last = program.end.isValid() || !program.isOver ? program.end : program.start;
    for (const Phase &phase : program.phases) {
        if (last.isValid() && phase.status != PhaseStatus::NotStarted) // an open phase begins behind the plan's own end
            last = std::max({last, phase.start, phase.status == PhaseStatus::Completed ? phase.end : QDate()});
    }
    return last;
}

QDate firstDayOf(const CareLevel &level)
{
    return level.from;
}

QDate firstDayOf(const Program &program)
{
    return program.start;
}

/// Drops what is of another stay than that which runs of the other kind: it was over before that began, or is still to come.
template <typename Item, typename Other>
void dropOtherStays(QList<Item> &items, const QList<Other> &running, const QDate &today)
{
    QDate begun;
    for (const Other &other : running)
        begun = std::max(begun, firstDayOf(other));
    items.removeIf([&](const Item &item) {
        const QDate last = lastDayOf(item);
        return (last.isValid() && last < begun) || firstDayOf(item) > today;
    });
}

/// Leaves what runs on that day. False: nothing does, or of the two kinds one has ended, rests or has not begun.
bool keepRunning(Course &course, const QDate &today)
{
    Course all = course;
    course.levels.removeIf([&](const CareLevel &level) {
        return level.state != CareLevel::State::Running || (level.from.isValid() && level.from > today)
            || (level.until.isValid() && level.until < today);
    });
    // No date ends a plan while a phase of it goes on: the clinic says when.
    course.programs.removeIf([&](const Program &program) {
        return !program.isActive || (program.start.isValid() && program.start > today)
            || (program.end.isValid() && program.end < today && currentPhases(program).isEmpty());
    });
    dropOtherStays(all.levels, course.programs, today);
    dropOtherStays(all.programs, course.levels, today);
    return (!course.levels.isEmpty() || !course.programs.isEmpty()) && all.levels.isEmpty() == course.levels.isEmpty()
        && all.programs.isEmpty() == course.programs.isEmpty();
}

/// That of the plan: an episode may be of one phase alone.
QDate begunOf(const Course &course)
{
    QDate begun;
    const auto take = [&](const QDate &day) {
        if (day.isValid() && (!begun.isValid() || day < begun))
            begun = day;
    };
    for (const Program &program : course.programs)
        take(program.start);
    if (!begun.isValid()) {
        for (const CareLevel &level : course.levels)
            take(level.from);
    }
    return begun;
}

/// As the app asks for it (care, checkInEvery); of several programs that run, the most often.
int everyDaysOf(const Course &course, const QDate &today)
{
    const bool isAftercare = std::all_of(course.programs.begin(), course.programs.end(), [](const Program &program) {
        const QList<Phase> current = currentPhases(program);
        return current.size() == 1 && current.first().code == u"aftercare";
    });
    if (!isAftercare || course.programs.isEmpty())
        return 1;
    // 0: it says nothing.
    const auto everyDaysIn = [&](const QString &program) { return askedEvery(course.planned.value(program), checkInUrl(), today); };
    const int besides = everyDaysIn({});
    int every = besides > 0 ? besides : std::numeric_limits<int>::max();
    for (const Program &program : course.programs) {
        if (const int own = everyDaysIn(program.id); own > 0 || besides == 0)
            every = std::min(every, own > 0 ? own : aftercareDays);
    }
    return every;
}

QDate lastCheckIn(Records &records, const QString &patient, const WallClock &clock, const QString &base)
{
    Statement rows = records.database().statement(
        u"SELECT r.body, r.updated FROM compartment c JOIN index_date d ON d.row = c.row AND d.parameter = "
        "'QuestionnaireResponse.authored' JOIN resource r ON r.row = c.row WHERE c.owner = ? AND c.type = "
        "'QuestionnaireResponse' AND r.deleted = 0 ORDER BY min(d.low, r.updated) DESC"_s);
    for (bool hasRow = rows.run({patient}) && rows.next(); hasRow; hasRow = rows.next()) {
        const auto read = fhir::readQuestionnaireResponse(rows.bytes(0));
        const bool isIt = read
            && (read->questionnaire.section(u'|', 0, 0) == checkInUrl()
                || urlOf(records, read->questionnaire, base) == checkInUrl());
        if (!isIt || !read->authored.isValid() || isSentAhead(*read))
            continue;
        // A device's clock may be ahead: nobody answered later than it came.
        const QDate came = clock.dateOf(rows.number(1));
        const QDate said = read->isDayOnly ? read->authored.date() : clock.dateOf(read->authored.toMSecsSinceEpoch());
        return std::min(said, came);
    }
    return {};
}

} // namespace

CheckInGaps checkInGaps(Records &records, const QString &base)
{
    QStringList ids;
    {
        Statement rows = records.database().statement(u"SELECT id FROM resource WHERE type = 'Patient' AND deleted = 0"_s);
        for (bool hasRow = rows.run() && rows.next(); hasRow; hasRow = rows.next())
            ids << rows.text(0);
    }
    CheckInGaps found;
    QHash<QString, std::optional<WallClock>> clocks; // by Organization
    const qint64 now = records.clock().nowUtc().toMSecsSinceEpoch();
    for (const QString &id : std::as_const(ids)) {
        const QJsonObject person = currentRecord(records, u"Patient"_s, id);
        const QString patient = u"Patient/" + id;
        Course course = standingOf(person) == Standing::In ? courseOf(records, patient, base) : Course();
        if (course.levels.isEmpty() && course.programs.isEmpty())
            continue;
        const QString clinic = localReference(person.value("managingOrganization"_L1)["reference"_L1].toString()).section(u'/', 1);
        if (!clocks.contains(clinic))
            clocks.insert(clinic, WallClock::of(organizationCode(records, clinic, timeZoneUrl()).value_or(QString())));
        const std::optional<WallClock> &clock = *clocks.constFind(clinic);
        if (!clock) {
            if (!found.zoneless.contains(clinic))
                found.zoneless << clinic;
            continue;
        }
        const QDate today = clock->dateOf(now);
        if (!keepRunning(course, today))
            continue;
        CheckInGap gap{patient, lastCheckIn(records, patient, *clock, base), begunOf(course), -1};
        if (gap.begun.isValid() && gap.last.isValid() && gap.last < gap.begun)
            gap.last = {};
        if (const QDate since = gap.last.isValid() ? gap.last : gap.begun; since.isValid())
            gap.days = since.daysTo(today);
        if (gap.days < 0 || gap.days >= gapDays - 1 + everyDaysOf(course, today))
            found.gaps << gap;
    }
    std::sort(found.gaps.begin(), found.gaps.end(), [](const CheckInGap &a, const CheckInGap &b) {
        return std::tuple(a.days >= 0, -a.days, a.patient) < std::tuple(b.days >= 0, -b.days, b.patient);
    });
    return found;
}

} // namespace handrail::clinic
