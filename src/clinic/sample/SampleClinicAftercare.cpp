// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/sample/SampleClinicAftercare.h"

#include "clinic/sample/SampleClinicJson.h"
#include "clinic/sample/SampleClinicRecords.h"
#include "clinic/sample/SampleClinicTimetable.h"

#include <QJsonArray>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;
using namespace sample;

namespace {

// Weeks of the clinic's calendar, in which the current one is the fifth: six weeks and some days are the second month in any season.
constexpr int aftercareWeek = -1;
constexpr int stepDownWeek = aftercareWeek - 4;
constexpr int firstWeek = stepDownWeek - 8;
constexpr int lastWeek = SampleClinicCalendar::programWeeks + 1;

QJsonObject period(const QDate &from, const QDate &until = {})
{
    QJsonObject made = object({{"start"_L1, from.toString(Qt::ISODate)}});
    if (until.isValid())
        made.insert("end"_L1, until.toString(Qt::ISODate));
    return made;
}

/// The program is over, and what comes after it runs.
QList<QJsonObject> episodes(const QJsonObject &episode, const SampleClinicCalendar &calendar)
{
    const QDate from = calendar.day(firstWeek, Qt::Monday);
    const QDate after = calendar.day(aftercareWeek, Qt::Monday);
    QJsonObject program = episode;
    program.insert("status"_L1, u"finished"_s);
    program.insert("statusHistory"_L1,
                   list({object({{"status"_L1, u"active"_s}, {"period"_L1, period(from, after.addDays(-1))}})}));
    program.insert("period"_L1, period(from, after.addDays(-1)));
    QJsonObject aftercare = episode;
    aftercare.insert("id"_L1, QString(episode["id"_L1].toString() + u"-2"));
    aftercare.insert("type"_L1, list({ours("program"_L1, u"aftercare"_s, u"Aftercare"_s)}));
    aftercare.insert("statusHistory"_L1, list({object({{"status"_L1, u"active"_s}, {"period"_L1, period(after)}})}));
    aftercare.insert("period"_L1, period(after));
    return {program, aftercare};
}

/// The same phases, further on, and the check-in once a week.
QJsonObject planOf(QJsonObject plan, const SampleClinicCalendar &calendar, const QJsonObject &checkIn)
{
    const auto put = [](QJsonArray &activities, int index, const QString &status, const QJsonObject &time) {
        QJsonObject detail = activities[index]["detail"_L1].toObject();
        detail.insert("status"_L1, status);
        detail.insert("scheduledPeriod"_L1, time);
        activities[index] = object({{"detail"_L1, detail}});
    };
    const QDate stepDown = calendar.day(stepDownWeek, Qt::Monday);
    const QDate after = calendar.day(aftercareWeek, Qt::Monday);
    QJsonArray activities = plan["activity"_L1].toArray();
    put(activities, 0, u"completed"_s, period(calendar.day(firstWeek, Qt::Monday), stepDown.addDays(-1)));
    put(activities, 1, u"completed"_s, period(stepDown, after.addDays(-1)));
    put(activities, 2, u"in-progress"_s, period(after));
    const QJsonObject repeat =
        object({{"boundsPeriod"_L1, period(after)}, {"frequency"_L1, 1}, {"period"_L1, 1}, {"periodUnit"_L1, u"wk"_s}});
    QJsonObject weekly = object({{"status"_L1, u"in-progress"_s},
                                 {"instantiatesCanonical"_L1, list({checkIn["url"_L1].toString()})},
                                 {"scheduledTiming"_L1, object({{"repeat"_L1, repeat}})}});
    say(weekly, "description"_L1, u"Weekly check-in"_s);
    plan.insert("activity"_L1, activities << object({{"detail"_L1, weekly}}));
    plan.insert("period"_L1, period(calendar.day(firstWeek, Qt::Monday)));
    plan.insert("created"_L1, calendar.day(firstWeek, Qt::Monday).toString(Qt::ISODate));
    return plan;
}

/// In any season some session lies behind a change of the clocks: in summer the program ends before the next one, and these evenings go on to it.
int lastEvening(const SampleClinicCalendar &calendar)
{
    const auto offset = [&](int week) { return calendar.instant(calendar.day(week, Qt::Thursday), QTime(18, 30)).right(6); };
    int week = 1;
    while (week <= 52 && offset(week) == offset(1))
        ++week;
    const bool isInProgram = week <= SampleClinicCalendar::programWeeks + 8;
    return isInProgram || week > 52 ? lastWeek : week;
}

QList<QJsonObject> alumniEvenings(const SamplePatient &patient, const SampleClinicCalendar &calendar)
{
    QList<SampleSession> sessions;
    const int last = lastEvening(calendar);
    for (int week = aftercareWeek; week <= last; ++week) {
        SampleSession session;
        session.week = week;
        session.date = calendar.day(week, Qt::Thursday);
        session.key = u"alumni-" + SampleClinicCalendar::digits(session.date);
        session.kind = u"aftercare-group"_s;
        session.title = u"Alumni evening"_s;
        session.start = QTime(18, 30);
        session.end = QTime(19, 30);
        session.room = sampleStudio;
        session.staff = {sampleYogaTeacher};
        session.patients = {0};
        sessions << session;
    }
    QList<QJsonObject> records = sampleAppointments(sessions, {patient}, calendar);
    for (qsizetype i = 0; i < records.size(); ++i) {
        records[i].insert("serviceCategory"_L1, list({ours("program"_L1, u"aftercare"_s)}));
        if (sessions.at(i).week < SampleClinicCalendar::currentWeek)
            continue;
        QJsonArray people = records[i]["participant"_L1].toArray();
        QJsonObject self = people[0].toObject();
        self.insert("status"_L1, u"needs-action"_s);
        people[0] = self;
        records[i].insert("participant"_L1, people);
    }
    return records;
}

} // namespace

SamplePatient sampleAftercarePatient()
{
    SamplePatient patient;
    patient.index = sampleGroups * sampleGroupSize;
    patient.id = u"p601"_s;
    patient.given = u"Nell"_s;
    patient.family = u"Harbrook"_s;
    patient.birth = QDate(1988, 4, 9);
    return patient;
}

QList<QJsonObject> sampleAftercare(const SampleClinicCalendar &calendar, const QJsonObject &checkIn)
{
    const SamplePatient patient = sampleAftercarePatient();
    QList<QJsonObject> records;
    for (const QJsonObject &record : samplePatientRecords(patient, calendar)) {
        const QString type = record["resourceType"_L1].toString();
        if (type == u"EpisodeOfCare")
            records << episodes(record, calendar);
        else
            records << (type == u"CarePlan" ? planOf(record, calendar, checkIn) : record);
    }
    records << sampleWeeklyCheckIns(patient, calendar, checkIn, calendar.day(firstWeek, Qt::Monday),
                                    calendar.day(aftercareWeek, Qt::Wednesday));
    return records << alumniEvenings(patient, calendar);
}

} // namespace handrail::clinic
