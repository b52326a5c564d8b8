// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/sample/SampleClinicTimetable.h"

#include <array>

namespace handrail::clinic {

namespace {

using Words = QStringView;

constexpr int stepDownWeek = 9;
constexpr int aftercareWeek = 13;
constexpr int lastWeek = 20;

/// Two topics a week: Monday's, and one that takes Wednesday and Thursday. In the current week the second is about weekends.
constexpr std::array<Words, 24> groupTopics{u"Getting to know your program",
                                            u"What sets off an urge",
                                            u"A day with a plan",
                                            u"Riding out an urge",
                                            u"Thoughts, feelings, acts",
                                            u"Who is in my corner",
                                            u"Early signs to notice",
                                            u"Saying no, your way",
                                            u"Sleep, food and rest",
                                            u"Getting through weekends",
                                            u"When anger comes",
                                            u"Being honest, step by step",
                                            u"Feeling low, and what helps",
                                            u"Holidays and parties",
                                            u"Worry and the body",
                                            u"Mending trust",
                                            u"Work, money and stress",
                                            u"Time on my own",
                                            u"Old places, new plans",
                                            u"What I like to do now",
                                            u"After a hard day",
                                            u"Helping without carrying",
                                            u"My plan for the next months",
                                            u"Looking back, looking on"};

constexpr std::array<Words, 8> fridayClasses{u"How your program works", u"How the brain heals", u"Triggers and urges",
                                             u"Medicine that helps",    u"Sleep and healing",   u"Food and moving",
                                             u"Mood and mind",          u"Talking and trust"};
constexpr std::array<Words, 8> tuesdayTopics{u"Five senses", u"Slow breathing",  u"Delay and decide", u"A kind voice",
                                             u"Worry time",  u"Play it forward", u"Ask for help",     u"Plan for a hard day"};
constexpr std::array<Words, 3> saturdays{u"Gentle yoga", u"Quiet sitting", u"Drawing hour"};

struct Slot {
    Qt::DayOfWeek day;
    QTime start;
};

QTime at(int hour, int minute = 0)
{
    return QTime(hour, minute);
}

/// When a counselor sees each of the eight members alone.
Slot individualSlot(int member)
{
    switch (member) {
    case 0: return {Qt::Friday, at(11)};
    case 1: return {Qt::Tuesday, at(10)};
    case 2: return {Qt::Tuesday, at(11)};
    case 3: return {Qt::Tuesday, at(14)};
    case 4: return {Qt::Wednesday, at(10)};
    case 5: return {Qt::Wednesday, at(11)};
    case 6: return {Qt::Thursday, at(14)};
    default: return {Qt::Friday, at(9)};
    }
}

/// The family sessions: two members share a slot, one in the odd weeks, one in the even ones.
Slot familySlot(int member)
{
    switch (member / 2) {
    case 0: return {Qt::Friday, at(17)};
    case 1: return {Qt::Friday, at(15)};
    case 2: return {Qt::Tuesday, at(17)};
    default: return {Qt::Tuesday, at(16)};
    }
}

/// Dr. Okafor's Thursday: one patient at noon, the others in steps of 20 minutes from 8:40, half of them in the odd weeks.
QTime medicationStart(int position)
{
    return position == 0 ? at(12) : at(8, 40).addSecs(20 * 60 * (position / 2));
}

class Timetable
{
public:
    Timetable(const SampleClinicCalendar &calendar, const QList<SamplePatient> &patients)
        : m_calendar(calendar)
        , m_patients(patients)
    {
    }

    QList<SampleSession> all()
    {
        for (int week = 1; week <= lastWeek; ++week) {
            for (int group = 0; group < sampleGroups; ++group)
                addGroups(week, group);
            if (week < stepDownWeek)
                addClasses(week);
            if (week < aftercareWeek)
                addMindAndBody(week);
            for (const SamplePatient &patient : m_patients)
                addOwn(week, patient);
        }
        return m_sessions;
    }

private:
    /// `key` tells sessions of one day apart.
    SampleSession session(int week, const Slot &slot, int minutes, Words kind, const QString &key) const
    {
        SampleSession made;
        made.week = week;
        made.date = m_calendar.day(week, slot.day);
        made.start = slot.start;
        made.end = slot.start.addSecs(60 * minutes);
        made.kind = kind.toString();
        made.key = key + u'-' + SampleClinicCalendar::digits(made.date);
        return made;
    }

    QList<int> members(std::initializer_list<int> which) const
    {
        QList<int> list;
        for (const SamplePatient &patient : m_patients) {
            for (const int member : which) {
                if (patient.member == member)
                    list << patient.index;
            }
        }
        return list;
    }

    void addGroups(int week, int group)
    {
        const bool isAftercare = week >= aftercareWeek;
        QList<Qt::DayOfWeek> evenings{Qt::Monday, Qt::Wednesday, Qt::Thursday};
        if (isAftercare)
            evenings = {Qt::Wednesday};
        else if (week >= stepDownWeek)
            evenings = {Qt::Monday, Qt::Thursday};
        for (const Qt::DayOfWeek evening : evenings) {
            SampleSession made =
                session(week, {evening, at(18)}, isAftercare ? 90 : 180, u"group", u'g' + QString::number(group + 1));
            made.title = isAftercare ? QStringLiteral("Aftercare group") : QStringLiteral("Evening group");
            if (!isAftercare) {
                made.topic = groupTopics[std::size_t(2 * (week - 1) + (evening == Qt::Monday ? 0 : 1))].toString();
                const int page = 3 * (week - 1);
                made.bring << QStringLiteral("Your workbook, pages %1–%2").arg(page == 0 ? 1 : page).arg(page + 2);
            }
            made.bring << QStringLiteral("Water or a snack, if you like") << QStringLiteral("Just you. You don’t have to talk.");
            made.room = group;
            made.staff = {group, sampleGuides + group};
            for (const SamplePatient &patient : m_patients) {
                if (patient.group == group)
                    made.patients << patient.index;
            }
            m_sessions << made;
        }
    }

    void addClasses(int week)
    {
        SampleSession skills = session(week, {Qt::Tuesday, at(12)}, 50, u"education", QStringLiteral("c-tue"));
        skills.title = QStringLiteral("Coping skills class");
        skills.topic = tuesdayTopics[std::size_t(week - 1)].toString();
        skills.isVideo = true;
        skills.staff = {sampleTeacher};
        skills.patients = members({0, 4, 5, 6, 7});
        m_sessions << skills;

        SampleSession lesson = session(week, {Qt::Friday, at(13)}, 60, u"education", QStringLiteral("c-fri"));
        lesson.title = fridayClasses[std::size_t(week - 1)].toString();
        lesson.isCancelled = week == SampleClinicCalendar::currentWeek;
        lesson.room = sampleClassroom;
        lesson.staff = {sampleTeacher};
        lesson.patients = members({0, 1, 2, 3});
        m_sessions << lesson;
    }

    void addMindAndBody(int week)
    {
        SampleSession made = session(week, {Qt::Saturday, at(10)}, 45, u"mind-body", QStringLiteral("m-sat"));
        // The current week has the first of the three.
        made.title = saturdays[std::size_t(week + 1) % saturdays.size()].toString();
        made.bring << QStringLiteral("Clothes you can move in");
        made.room = sampleStudio;
        made.staff = {sampleYogaTeacher};
        made.patients = members({0, 1, 2});
        m_sessions << made;
    }

    /// The sessions that a patient has alone.
    void addOwn(int week, const SamplePatient &patient)
    {
        const int counselor = patient.group;
        const auto add = [&](SampleSession made, int leader) {
            made.staff = {leader};
            made.patients = {patient.index};
            m_sessions << made;
        };

        // After the program once in four weeks; half of the medication visits lie two weeks apart from the others.
        const bool isAftercare = week >= aftercareWeek;
        if (!isAftercare || week % 4 == 0) {
            SampleSession made = session(week, individualSlot(patient.member), 50, u"individual", u'i' + patient.id);
            made.title = QStringLiteral("One-on-one with ") + m_staff.at(counselor).given;
            made.room = sampleOffices + patient.group;
            add(made, counselor);
        }
        if (!isAftercare && week % 2 == (patient.member % 2 == 0 ? 1 : 0)) {
            SampleSession made = session(week, familySlot(patient.member), 50, u"family", u'f' + patient.id);
            made.title = QStringLiteral("Family session");
            made.isVideo = true;
            made.withRelatives = true;
            if (patient.index == 0 && week == SampleClinicCalendar::currentWeek) {
                made.previousStart = made.start;
                made.start = made.start.addSecs(30 * 60);
                made.end = made.end.addSecs(30 * 60);
            }
            add(made, counselor);
        }
        const int position = patient.index / 2;
        const bool isEarly = position % 2 == 0;
        if (patient.hasMedicine && (isAftercare ? week % 4 == (isEarly ? 0 : 2) : week % 2 == (isEarly ? 1 : 0))) {
            SampleSession made = session(week, {Qt::Thursday, medicationStart(position)}, 20, u"medication", u'v' + patient.id);
            made.title = QStringLiteral("Medication visit");
            made.isVideo = true;
            add(made, samplePrescriber);
        }
    }

    const SampleClinicCalendar &m_calendar;
    const QList<SamplePatient> &m_patients;
    const QList<SampleStaff> m_staff = sampleStaff();
    QList<SampleSession> m_sessions;
};

} // namespace

QList<SampleSession> sampleSessions(const SampleClinicCalendar &calendar, const QList<SamplePatient> &patients)
{
    return Timetable(calendar, patients).all();
}

} // namespace handrail::clinic
