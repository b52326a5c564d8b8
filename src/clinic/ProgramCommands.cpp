// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/ProgramCommands.h"

#include "clinic/CommandText.h"
#include "clinic/StaffLog.h"
#include "clinic/family/FamilySessions.h"
#include "clinic/forms/ShippedForms.h"
#include "clinic/programs/EnrolDesk.h"
#include "clinic/programs/PhaseDesk.h"
#include "clinic/records/OrganizationCode.h"

#include <QFile>
#include <cstdio>
#include <optional>
#include <tuple>

namespace handrail::clinic {

namespace {

constexpr qint64 mostBytes = 4 * 1024 * 1024;

// At most `mostBytes`; nullopt when it cannot be read or is longer.
std::optional<QByteArray> contentOf(const QString &name)
{
    QFile file(name);
    const bool isOpen = name == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    const QByteArray content = isOpen ? allOf(file, mostBytes + 1) : QByteArray();
    return isOpen && content.size() <= mostBytes ? std::optional(content) : std::nullopt;
}

// nullopt, after words, when there is none or something is wrong with it.
std::optional<ProgramTemplate> programOf(const EnrolArguments &arguments)
{
    const auto content =
        arguments.programFile.isEmpty() ? std::optional(builtInProgram(arguments.program)) : contentOf(arguments.programFile);
    if (!content || content->isEmpty()) {
        say(arguments.programFile.isEmpty()
                ? QStringLiteral("handrail-clinic: there is no program of that name. enrol --list says which there are")
                : QStringLiteral("handrail-clinic: the program's file cannot be read, or is too long"));
        return std::nullopt;
    }
    ReadTemplate read = readTemplate(*content);
    if (read.wrong.isEmpty())
        return std::move(read.program);
    say(QStringLiteral("handrail-clinic: the program cannot be used:"));
    for (const QString &each : read.wrong.mid(0, 100))
        say(QStringLiteral("  ") + each);
    return std::nullopt;
}

std::optional<QStringList> patientsOf(const EnrolArguments &arguments)
{
    if (arguments.patientsFile.isEmpty())
        return QStringList{arguments.patient};
    const auto content = contentOf(arguments.patientsFile);
    if (!content)
        return std::nullopt;
    QStringList patients;
    for (const QByteArray &line : content->split('\n')) {
        if (const QByteArray id = line.trimmed(); !id.isEmpty())
            patients << QString::fromUtf8(id.left(200));
    }
    return patients;
}

QString wordsFor(const Enrolled &outcome)
{
    switch (outcome.state) {
    case Enrolled::State::Enrolled: return QStringLiteral("enrolled");
    case Enrolled::State::There: return QStringLiteral("enrolled already, nothing was added");
    case Enrolled::State::Begun: return QStringLiteral("enrolled already, the program has begun");
    case Enrolled::State::Cancelled:
        return QStringLiteral("refused: enrolled before and cancelled, %1. Another first day makes an enrolment of its own")
            .arg(outcome.detail);
    case Enrolled::State::Ended:
        return QStringLiteral("refused: enrolled before and ended, %1. Another first day makes an enrolment of its own")
            .arg(outcome.detail);
    case Enrolled::State::NotAPatient: return QStringLiteral("refused: there is no such patient");
    case Enrolled::State::Deceased: return QStringLiteral("refused: this patient has died");
    case Enrolled::State::Replaced: return QStringLiteral("refused: this patient's record was replaced by another");
    case Enrolled::State::Inactive: return QStringLiteral("refused: this patient is not active");
    case Enrolled::State::NoClinic: return QStringLiteral("refused: the patient's managingOrganization is not here");
    case Enrolled::State::NoTimeZone:
        return QStringLiteral("refused: Organization/%1 has no time zone. Set it with handrail-clinic time-zone AREA/CITY")
            .arg(outcome.detail);
    case Enrolled::State::BadDate: return QStringLiteral("refused: the first day is more than a year away");
    case Enrolled::State::NobodyThere:
        return QStringLiteral("refused: the program names %1, which is not here").arg(outcome.detail);
    case Enrolled::State::Elsewhere: return QStringLiteral("refused: enrolled for some of these days already, ") + outcome.detail;
    case Enrolled::State::NotValid: return QStringLiteral("refused: a record would not be valid. ") + outcome.detail;
    case Enrolled::State::NotStored: return QStringLiteral("not stored: ") + outcome.detail;
    }
    return {};
}

void printOutcome(const Enrolled &outcome)
{
    QStringList counts;
    for (auto it = outcome.counts.begin(); it != outcome.counts.end(); ++it)
        counts << QString::number(it.value()) + u' ' + it.key();
    const QString planned = outcome.ahead.isValid() && !outcome.isRefused()
        ? QStringLiteral(". It is planned: run this again on %1 or later to begin it").arg(outcome.ahead.toString(Qt::ISODate))
        : QString();
    print({outcome.patient, wordsFor(outcome) + planned, outcome.isRefused() ? QString() : counts.join(QStringLiteral(", "))});
}

QString wordsFor(const PhaseStep &step)
{
    const QString day = step.day.toString(Qt::ISODate);
    switch (step.state) {
    case PhaseStep::State::Begun: return QStringLiteral("began");
    case PhaseStep::State::NotAPatient: return QStringLiteral("refused: there is no such patient, or they are not active");
    case PhaseStep::State::NoTimeZone:
        return QStringLiteral("refused: the patient's clinic has no time zone. Set it with handrail-clinic time-zone AREA/CITY");
    case PhaseStep::State::NotEnrolled:
        return QStringLiteral("refused: not enrolled, or the program has not begun. One that is planned begins when the same "
                              "enrol --start is run again on its first day or later");
    case PhaseStep::State::NoPlan: return QStringLiteral("refused: there is no active plan of a program");
    case PhaseStep::State::SeveralPlans:
        return QStringLiteral("refused: several plans are active. End all but one first, with "
                              "enrol --end");
    case PhaseStep::State::NotBegun: return QStringLiteral("refused: no phase of CarePlan/%1 has begun").arg(step.plan);
    case PhaseStep::State::SeveralPhases:
        return QStringLiteral("refused: CarePlan/%1 says that several phases go on").arg(step.plan);
    case PhaseStep::State::LastPhase: return QStringLiteral("refused: no phase comes after this one in CarePlan/%1").arg(step.plan);
    case PhaseStep::State::DayAhead: return QStringLiteral("refused: %1 is not yet there").arg(day);
    case PhaseStep::State::DayTaken:
        return QStringLiteral("refused: the phase before (%1) began on %2. The next one can begin on a later day")
            .arg(step.from, day);
    case PhaseStep::State::NotStored: return QStringLiteral("not stored: ") + step.detail;
    }
    return {};
}

QString wordsFor(const EnrolmentEnd &end)
{
    const QString day = end.day.toString(Qt::ISODate);
    switch (end.state) {
    case EnrolmentEnd::State::Ended: return end.isPlanned ? QStringLiteral("cancelled before it began") : QStringLiteral("ended");
    case EnrolmentEnd::State::NotAPatient: return QStringLiteral("refused: there is no such patient");
    case EnrolmentEnd::State::NoTimeZone:
        return QStringLiteral("refused: the patient's clinic has no time zone. Set it with handrail-clinic time-zone AREA/CITY");
    case EnrolmentEnd::State::NotEnrolled:
        return QStringLiteral("refused: in no program that has begun, so there is none to end")
            + (end.detail.isEmpty() ? QString()
                                    : QStringLiteral(". Planned from %1 on: --end with that first day cancels it").arg(end.detail));
    case EnrolmentEnd::State::Several:
        if (end.isPlanned)
            return QStringLiteral(
                       "refused: several are planned, %1. Each is ended by its records: the EpisodeOfCare cancelled, the "
                       "CarePlan revoked")
                .arg(end.detail);
        return QStringLiteral("refused: several run, %1. With a last day before the others began, it is the oldest. Any other is "
                              "ended by its records: the EpisodeOfCare finished, the CarePlan completed")
            .arg(end.detail);
    case EnrolmentEnd::State::Either:
        return QStringLiteral(
                   "refused: %1 can be the last day of what runs and the first of what is planned, %2. End what runs with another "
                   "day, or with --end alone; then --end %1 cancels what is planned. If what runs is to go on, cancel the other's "
                   "EpisodeOfCare and revoke its CarePlan")
            .arg(day, end.detail);
    case EnrolmentEnd::State::DayAhead: return QStringLiteral("refused: %1 is not yet there").arg(day);
    case EnrolmentEnd::State::TooEarly:
        return QStringLiteral("refused: it, or the phase that goes on, began on %1. The last day can be that one or a later one")
            .arg(day);
    case EnrolmentEnd::State::NotStored: return QStringLiteral("not stored: ") + end.detail;
    }
    return {};
}

// nullopt: not a day as they are written here.
std::optional<QDate> dayFrom(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() && day.toString(Qt::ISODate) == text ? std::optional(day) : std::nullopt;
}

QString timesOf(const QJsonObject &record)
{
    const QJsonObject period = record.contains(QLatin1String("period"))
        ? record.value(QLatin1String("period")).toObject()
        : record.value(QLatin1String("restriction")).toObject().value(QLatin1String("period")).toObject();
    const QJsonObject times = record.contains(QLatin1String("start")) ? record : period;
    return times.value(QLatin1String("start")).toString() + u'\t' + times.value(QLatin1String("end")).toString();
}

// Each would be due all the same, and open to words that it is not there yet.
void sayMissingForms(Records &records, const ProgramTemplate &program)
{
    QStringList missing;
    for (const ProgramPhase &phase : program.phases) {
        for (const ProgramTask &task : phase.tasks) {
            if (!task.questionnaire.isEmpty() && !missing.contains(task.questionnaire) && !isFormHere(records, task.questionnaire))
                missing << task.questionnaire;
        }
    }
    if (!missing.isEmpty())
        say(QStringLiteral(
                "The program asks for forms that this clinic does not have, so nobody can answer them: %1. Those that come with "
                "handrail-clinic are put in by forms add, your own by import.")
                .arg(missing.join(QStringLiteral(", "))));
}

} // namespace

int listPrograms()
{
    for (const QString &id : builtInPrograms()) {
        const ReadTemplate read = readTemplate(builtInProgram(id));
        QStringList phases;
        for (const ProgramPhase &phase : read.program.phases)
            phases << QStringLiteral("%1 %2 weeks").arg(phase.code).arg(phase.weeks);
        print({id, read.program.title.words, phases.join(QStringLiteral(", "))});
    }
    return 0;
}

int enrol(Service &service, const EnrolArguments &arguments)
{
    const std::optional<QDate> start = dayFrom(arguments.start);
    if (!start)
        return misuse(QStringLiteral("--start needs a day such as 2026-12-07"));
    const auto program = programOf(arguments);
    if (!program)
        return 1;
    const auto patients = patientsOf(arguments);
    if (!patients || patients->isEmpty())
        return fail(QStringLiteral("the list of patients cannot be read, is too long, or is empty"));

    StaffLog log(service);
    FamilySessions family(service.records);
    EnrolDesk desk(service.records, *program, *start, [&](const Enrolled &enrolled) -> Result<void> {
        for (auto it = enrolled.counts.begin(); it != enrolled.counts.end(); ++it) {
            const bool isEpisode = it.key() == QLatin1String("EpisodeOfCare");
            const char action = enrolled.state == Enrolled::State::Begun ? 'U' : 'C';
            if (auto noted = log.note(action, it.key(), isEpisode ? enrolled.episode : QString(), enrolled.patient); !noted)
                return noted;
        }
        return family.settlePatient(enrolled.patient);
    });
    if (patients->size() > 1)
        service.database.setCache(64LL * 1024 * 1024);
    int refused = 0, done = 0;
    if (arguments.isDryRun) {
        for (const QString &patient : *patients) {
            Enrolled outcome;
            const QList<QJsonObject> records = desk.wouldBe(patient, outcome);
            printOutcome(outcome);
            for (const QJsonObject &record : records) {
                const QString title =
                    record.value(QLatin1String(record.contains(QLatin1String("title")) ? "title" : "description")).toString();
                print({record.value(QLatin1String("resourceType")).toString(), timesOf(record), title});
            }
            refused += outcome.isRefused() ? 1 : 0;
        }
        sayWithoutAddress(desk.withoutAddress(), patients->size() > 1);
        sayMissingForms(service.records, *program);
        say(QStringLiteral("Nothing was written."));
        return refused > 0 ? 1 : 0;
    }
    desk.enrol(*patients, [&](const Enrolled &outcome) {
        printOutcome(outcome);
        ++(outcome.isRefused() ? refused : done);
    });
    if (patients->size() > 1)
        say(QStringLiteral("%1 enrolled, %2 refused.").arg(done).arg(refused));
    sayWithoutAddress(desk.withoutAddress(), patients->size() > 1);
    sayMissingForms(service.records, *program);
    return refused > 0 ? 1 : 0;
}

int beginNextPhase(Service &service, const QString &patient, const QString &start, bool isDryRun)
{
    const std::optional<QDate> day = start.isEmpty() ? QDate() : dayFrom(start);
    if (!day)
        return misuse(QStringLiteral("--start needs a day such as 2026-12-07"));
    StaffLog log(service);
    FamilySessions family(service.records);
    PhaseDesk desk(service.records, [&](const PhaseStep &step) -> Result<void> {
        Result<void> noted = log.note('U', QStringLiteral("CarePlan"), step.plan, patient);
        if (noted && !step.ended.isEmpty())
            noted = log.note('U', QStringLiteral("EpisodeOfCare"), step.ended, patient);
        if (noted && !step.begun.isEmpty())
            noted = log.note('C', QStringLiteral("EpisodeOfCare"), step.begun, patient);
        if (noted && step.cancelled > 0)
            noted = log.note('U', QStringLiteral("Appointment"), QString(), patient);
        if (noted && step.tasks > 0)
            noted = log.note('U', QStringLiteral("Task"), QString(), patient);
        return noted ? family.settlePatient(patient) : noted;
    });
    const PhaseStep step = desk.next(patient, *day, isDryRun);
    if (step.state != PhaseStep::State::Begun) {
        print({patient, wordsFor(step)});
        return 1;
    }
    print({patient, wordsFor(step), step.to, step.day.toString(Qt::ISODate),
           step.ended.isEmpty() ? QStringLiteral("EpisodeOfCare goes on")
                                : QStringLiteral("EpisodeOfCare/%1 ended, %2 began")
                                      .arg(step.ended, isDryRun ? QStringLiteral("another") : step.begun)});
    // Other sessions stay where they are: the app goes by them, not by the plan's days.
    if (step.cancelled > 0)
        say(QStringLiteral("%1 sessions planned for %2 were cancelled. Those of the new phase stay as planned, from %3 on")
                .arg(QString::number(step.cancelled), step.from, step.planned.toString(Qt::ISODate)));
    if (step.tasks > 0)
        say(QStringLiteral("%1 tasks of %2 that the new phase does not ask for were cancelled")
                .arg(QString::number(step.tasks), step.from));
    if (step.leftOver > 0)
        say(QStringLiteral(
                "%1 sessions to come before %2 were not made by this enrolment, and stay booked. Cancel those that are not held")
                .arg(QString::number(step.leftOver), step.planned.toString(Qt::ISODate)));
    if (step.bareFrom.isValid())
        say(QStringLiteral("No session is booked between %1 and %2.")
                .arg(step.bareFrom.toString(Qt::ISODate), step.planned.toString(Qt::ISODate)));
    if (step.early > 0)
        say(QStringLiteral("%1 sessions planned for %2 are before %3: its week and its end are as they were planned")
                .arg(QString::number(step.early), step.to, step.day.toString(Qt::ISODate)));
    if (isDryRun)
        say(QStringLiteral("Nothing was written."));
    return 0;
}

int endEnrolment(Service &service, const QString &patient, const QString &day, bool isDryRun)
{
    const std::optional<QDate> last = day.isEmpty() ? QDate() : dayFrom(day);
    if (!last)
        return misuse(QStringLiteral("--end needs a day such as 2026-12-07, or none for today"));
    StaffLog log(service);
    FamilySessions family(service.records);
    const auto follow = [&](const EnrolmentEnd &ended) -> Result<void> {
        for (const auto &[type, id, isWritten] :
             {std::tuple("EpisodeOfCare", ended.episode, !ended.episode.isEmpty()),
              std::tuple("CarePlan", ended.plan, !ended.plan.isEmpty()), std::tuple("Appointment", QString(), ended.sessions > 0),
              std::tuple("Task", QString(), ended.tasks > 0)}) {
            const Result<void> noted = isWritten ? log.note('U', QString::fromLatin1(type), id, patient) : Result<void>();
            if (!noted)
                return noted;
        }
        return family.settlePatient(patient);
    };
    const EnrolmentEnd end = PhaseDesk(service.records).end(patient, *last, follow, isDryRun);
    if (end.state != EnrolmentEnd::State::Ended) {
        print({patient, wordsFor(end)});
        return 1;
    }
    QStringList ended;
    if (!end.episode.isEmpty())
        ended << u"EpisodeOfCare/" + end.episode;
    if (!end.plan.isEmpty())
        ended << u"CarePlan/" + end.plan;
    print({patient, wordsFor(end), end.day.toString(Qt::ISODate), ended.join(QStringLiteral(", ")),
           QStringLiteral("cancelled: %1 Appointment, %2 Task").arg(end.sessions).arg(end.tasks)});
    if (end.isPlanned)
        say(QStringLiteral(
                "It was planned from %1 on and had not begun. Everything of it still to come is cancelled, and its plan revoked. "
                "Sessions that have been stay as they are")
                .arg(end.day.toString(Qt::ISODate)));
    if (end.others > 0)
        say(QStringLiteral("%1 sessions to come were not made by this enrolment, and stay booked. Cancel those that are not held")
                .arg(end.others));
    if (isDryRun)
        say(QStringLiteral("Nothing was written."));
    return 0;
}

int sayOrSetTimeZone(Service &service, const QString &organizationId, const QString &zone)
{
    if (!zone.isEmpty()) {
        if (!WallClock::of(zone))
            return misuse(QStringLiteral("time-zone needs a zone that this system knows, such as America/New_York"));
        if (const auto set = setOrganizationCode(service.records, organizationId, timeZoneUrl(), zone); !set)
            return fail(organizationWords(set.error()));
    }
    const auto now = organizationCode(service.records, organizationId, timeZoneUrl());
    if (!now)
        return fail(organizationWords(now.error()));
    print({now->isEmpty() ? QStringLiteral("none") : *now});
    return 0;
}

} // namespace handrail::clinic
