// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/sample/SampleClinicJson.h"
#include "clinic/sample/SampleClinicRecords.h"
#include "core/Ids.h"

#include <QJsonArray>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;
using namespace sample;

namespace {

constexpr quint64 attendance = 1;
constexpr quint64 room = 2;

/// A link that nobody can guess from another one.
QString videoLink(const SampleSession &session)
{
    static constexpr QStringView letters = u"abcdefghjkmnpqrstuvwxyz23456789";
    quint64 key = 0;
    for (const QChar c : session.key)
        key = key * 257 + c.unicode();
    quint64 number = sampleNumber(room, key, 0);
    QString name;
    for (int i = 0; i < 12; ++i) {
        if (i == 4 || i == 8)
            name += u'-';
        name += letters[qsizetype(number % quint64(letters.size()))];
        number /= quint64(letters.size());
    }
    return u"https://video.harbor.example/room/"_s + name;
}

QJsonObject videoService(const SampleSession &session)
{
    return object(
        {{"url"_L1, u"http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService"_s},
         {"extension"_L1,
          list({object({{"url"_L1, u"channelType"_s}, {"valueCoding"_L1, coding(canonical(u"CodeSystem/channel"), u"video"_s)}}),
                object({{"url"_L1, u"address"_s}, {"valueUrl"_L1, videoLink(session)}})})}});
}

QJsonObject participant(const QJsonObject &actor, const QString &status, const QString &role = {})
{
    QJsonObject made = object({{"actor"_L1, actor}, {"status"_L1, status}});
    if (!role.isEmpty()) {
        QJsonObject words;
        say(words, "text"_L1, role);
        made.insert("type"_L1, list({words}));
    }
    return made;
}

/// What the Appointments of all patients of a session have in common.
QJsonObject common(const SampleSession &session, const SampleClinicCalendar &calendar)
{
    static const QJsonArray program = list({ours("program"_L1, u"iop"_s)});
    static const QJsonArray aftercare = list({ours("program"_L1, u"op"_s)});
    static const QJsonObject zone = object(
        {{"extension"_L1,
          list({object({{"url"_L1, u"http://hl7.org/fhir/StructureDefinition/tz-code"_s}, {"valueCode"_L1, sampleZoneId()}})})}});
    static const QString sessionIds = canonical(u"sid/session");
    QJsonObject made = object({{"resourceType"_L1, u"Appointment"_s},
                               {"meta"_L1, guarded()},
                               {"identifier"_L1, list({identifier(sessionIds, session.key)})},
                               {"serviceCategory"_L1, session.week <= SampleClinicCalendar::programWeeks ? program : aftercare},
                               {"serviceType"_L1, list({ours("session-kind"_L1, session.kind)})},
                               {"start"_L1, calendar.instant(session.date, session.start)},
                               {"_start"_L1, zone},
                               {"end"_L1, calendar.instant(session.date, session.end)}});
    say(made, "description"_L1, session.title);
    if (!session.topic.isEmpty())
        say(made, "comment"_L1, session.topic);
    if (!session.bring.isEmpty())
        say(made, "patientInstruction"_L1, session.bring.join(u'\n'));
    QJsonArray extensions;
    if (session.isVideo)
        extensions << videoService(session);
    if (session.previousStart.isValid()) {
        extensions << object({{"url"_L1, canonical(u"StructureDefinition/previous-start")},
                              {"valueDateTime"_L1, calendar.instant(session.date, session.previousStart)}});
    }
    if (!extensions.isEmpty())
        made.insert("extension"_L1, extensions);
    if (session.isCancelled) {
        QJsonObject reason =
            codeable(u"http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason"_s, u"prov"_s, u"Provider"_s);
        reason.insert("text"_L1, u"The teacher is away"_s);
        made.insert("cancelationReason"_L1, reason);
    }
    return made;
}

QString status(const SampleSession &session, const SamplePatient &patient, const SampleClinicCalendar &calendar)
{
    if (session.isCancelled)
        return u"cancelled"_s;
    if (!calendar.isPast(session.date, session.end))
        return u"booked"_s;
    // Maya was away twice, on days that are always behind the current week; the others now and then.
    const bool isMayaAway = (session.week == 2 && session.date.dayOfWeek() == Qt::Thursday && session.kind == u"group")
        || (session.week == 4 && session.kind == u"mind-body");
    const quint64 number =
        sampleNumber(attendance, quint64(patient.index),
                     quint64(session.week * 1000) + quint64(session.date.dayOfWeek() * 100 + session.start.hour()));
    const bool isAway = patient.index == 0 ? isMayaAway : number % 17 == 0;
    return isAway ? u"noshow"_s : u"fulfilled"_s;
}

} // namespace

QList<QJsonObject> sampleAppointments(const QList<SampleSession> &sessions, const QList<SamplePatient> &patients,
                                      const SampleClinicCalendar &calendar)
{
    // Each person and room is written once and shared by all sessions.
    QList<QJsonObject> selves;
    QList<QList<QJsonObject>> relatives;
    for (const SamplePatient &patient : patients) {
        selves << participant(reference("Patient"_L1, patient.id, patient.given), u"accepted"_s);
        QList<QJsonObject> family;
        for (const SampleRelative &relative : patient.relatives) {
            // Whose consent was taken back is still on the list as someone who does not come: the list alone opens nothing.
            if (relative.joinsFamily)
                family << participant(reference("RelatedPerson"_L1, relative.id, relative.given),
                                      relative.isRevoked ? u"declined"_s : u"accepted"_s);
        }
        relatives << family;
    }
    QList<QJsonObject> leaders;
    for (const SampleStaff &person : sampleStaff())
        leaders << participant(reference("Practitioner"_L1, person.id, person.shown), u"accepted"_s, person.role);
    QList<QJsonObject> rooms;
    for (const SampleRoom &place : sampleRooms())
        rooms << participant(reference("Location"_L1, place.id, place.name + u", Harbor Street Clinic"), u"accepted"_s);

    QList<QJsonObject> records;
    for (const SampleSession &session : sessions) {
        const QJsonObject base = common(session, calendar);
        // The time, and not the kind: who may know no more than that somebody is busy then sees the id.
        const QString dated = u'-' + SampleClinicCalendar::digits(session.date) + u'-' + session.start.toString(u"HHmm"_s);
        for (const int index : session.patients) {
            const SamplePatient &patient = patients.at(index);
            QJsonArray people{selves.at(index)};
            if (session.withRelatives) {
                for (const QJsonObject &relative : relatives.at(index))
                    people << relative;
            }
            for (const int leader : session.staff)
                people << leaders.at(leader);
            if (session.room >= 0)
                people << rooms.at(session.room);
            QJsonObject made = base;
            made.insert("id"_L1, QString(u'a' % patient.id.mid(1) % dated));
            made.insert("status"_L1, status(session, patient, calendar));
            made.insert("participant"_L1, people);
            records << made;
        }
    }
    return records;
}

} // namespace handrail::clinic
