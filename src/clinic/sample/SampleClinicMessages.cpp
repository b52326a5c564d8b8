// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/sample/SampleClinicJson.h"
#include "clinic/sample/SampleClinicRecords.h"
#include "core/Ids.h"

#include <QJsonArray>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;
using namespace sample;

QList<QJsonObject> sampleMessages(const SamplePatient &patient, const SampleClinicCalendar &calendar)
{
    const QString number = patient.id.mid(1);
    const SampleStaff counselor = sampleStaff().at(patient.group);
    const QJsonObject self = reference("Patient"_L1, patient.id, patient.given);
    const QJsonObject dana = reference("Practitioner"_L1, counselor.id, counselor.shown);
    const QJsonObject team = reference("CareTeam"_L1, u't' + number);
    const auto id = [&](int place) { return QString(u'm' % number % u'-' % QString::number(place)); };
    const auto message = [&](int place, bool isMine, const QString &sent, const QString &words) {
        QJsonObject made = object({{"resourceType"_L1, u"Communication"_s},
                                   {"id"_L1, id(place)},
                                   {"meta"_L1, guarded()},
                                   {"status"_L1, u"completed"_s},
                                   {"category"_L1, list({ours("message-kind"_L1, u"secure-message"_s)})},
                                   {"subject"_L1, self},
                                   {"sender"_L1, isMine ? self : dana},
                                   {"recipient"_L1, list({isMine ? team : self})},
                                   {"sent"_L1, sent}});
        QJsonObject text;
        say(text, "contentString"_L1, words);
        made.insert("payload"_L1, list({text}));
        if (place > 1)
            made.insert("partOf"_L1, list({reference("Communication"_L1, id(1))}));
        return made;
    };
    // Of last week, so that a clinic that runs on for some days has the same thread.
    const QDate before = calendar.day(SampleClinicCalendar::currentWeek - 1, Qt::Tuesday);
    const QDate after = before.addDays(1);
    // What Maya and Rosa agreed on in their family session.
    const SampleRelative &sister = patient.relatives.at(0);
    const QJsonObject rosa = reference("RelatedPerson"_L1, sister.id, sister.given);
    const auto agreed = [&](const QDate &day) {
        QJsonArray lines;
        for (const QString &words :
             {u"Text me before you call. I pick up when I can."_s, u"If I go quiet, ask “Do you want company?” and stay with me."_s,
              u"Drive me home on Thursday nights."_s}) {
            QJsonObject line;
            say(line, "contentString"_L1, words);
            lines << line;
        }
        return object({{"resourceType"_L1, u"Communication"_s},
                       {"id"_L1, QString(u'k' % number)},
                       {"meta"_L1, guarded()},
                       {"status"_L1, u"completed"_s},
                       {"category"_L1, list({ours("message-kind"_L1, u"how-to-help"_s)})},
                       {"subject"_L1, self},
                       {"sender"_L1, dana},
                       {"recipient"_L1, list({self, rosa})},
                       {"sent"_L1, calendar.instant(day, QTime(18, 20))},
                       {"payload"_L1, lines}});
    };
    QJsonObject answer =
        message(2, true, calendar.instant(before, QTime(13, 22)), u"Okay. Can we talk about my cousin’s party too?"_s);
    answer.insert("received"_L1, calendar.instant(before, QTime(14, 10)));
    answer.insert("inResponseTo"_L1, list({reference("Communication"_L1, id(1))}));

    QJsonObject words;
    say(words, "contentString"_L1, u"New: a quiet room is open before each evening group, from 5:30 pm."_s);
    const QJsonObject announcement = object({{"resourceType"_L1, u"CommunicationRequest"_s},
                                             {"id"_L1, QString(u'n' % number)},
                                             {"meta"_L1, guarded()},
                                             {"status"_L1, u"active"_s},
                                             {"category"_L1, list({ours("message-kind"_L1, u"announcement"_s)})},
                                             {"priority"_L1, u"routine"_s},
                                             {"subject"_L1, self},
                                             {"recipient"_L1, list({self})},
                                             {"authoredOn"_L1, calendar.instant(before, QTime(9, 0))},
                                             {"occurrencePeriod"_L1,
                                              object({{"start"_L1, calendar.instant(before, QTime(9, 0))},
                                                      {"end"_L1, calendar.instant(before.addDays(21), QTime(21, 0))}})},
                                             {"sender"_L1, reference("Organization"_L1, u"o1"_s, u"Harbor Street Clinic"_s)},
                                             {"payload"_L1, list({words})}});
    return {message(1, false, calendar.instant(before, QTime(13, 5)),
                    u"Hi Maya. Thursday’s topic is weekends. Bring one plan you like."_s),
            answer,
            message(3, false, calendar.instant(after, QTime(16, 40)), u"Yes. Let’s plan for the party together on Friday."_s),
            agreed(before.addDays(-4)), announcement};
}

} // namespace handrail::clinic
