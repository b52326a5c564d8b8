// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "InboxClinic.h"

using namespace handrail::test;
using namespace Qt::Literals::StringLiterals;

/// What was asked for and is done, and what staff tell all, by the real program and its commands.
class TestClinicAsked : public InboxClinic
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_clinic.stop(); }

    /// "I did it. Tell my clinic": somebody at the clinic can see it.
    void whatWasAskedForIsDoneAndSeen()
    {
        const auto ask = [&](const QString &address) {
            const QJsonObject task{{u"resourceType"_s, u"Task"_s},
                                   {u"status"_s, u"requested"_s},
                                   {u"intent"_s, u"order"_s},
                                   {u"for"_s, reference(u"Patient/p101"_s)},
                                   {u"owner"_s, reference(u"Patient/p101"_s)},
                                   {u"description"_s, u"Why sleep is hard"_s},
                                   {u"instantiatesCanonical"_s, address}};
            return m_clinic.send("POST", "Task", m_dana, compact(task)).json()["id"_L1].toString();
        };
        const auto finish = [&](const QString &task) {
            const HttpAnswer asked = m_clinic.send("GET", task.toLatin1(), m_maya);
            QJsonObject done = asked.json();
            done.insert(u"status"_s, u"completed"_s);
            return m_clinic.send("PUT", task.toLatin1(), m_maya, compact(done), {{"If-Match", asked.header("ETag")}}).status;
        };
        const qsizetype before = inbox({u"--open"_s}).size();
        const QString lesson = u"Task/"_s + ask(u"https://handrail.example/fhir/Library/why-sleep-is-hard"_s);
        QCOMPARE(inbox({u"--open"_s}).size(), before); // it is not done
        QCOMPARE(finish(lesson), 200);
        const QList<Line> open = inbox({u"--open"_s});
        QCOMPARE(open.size(), before + 1);
        const Line line = open.last();
        QCOMPARE(line.reference, lesson);
        QCOMPARE(line.kind, u"task-done"_s);
        QCOMPARE(line.state, u"open"_s);
        QCOMPARE(line.from, u"Patient/p101"_s);
        QCOMPARE(line.about, u"Library/why-sleep-is-hard"_s);
        QCOMPARE(line.words, u"Why sleep is hard"_s);
        QCOMPARE(run({u"inbox"_s, u"--reply"_s, lesson}, "x").code, 1);
        QCOMPARE(run({u"inbox"_s, u"--seen"_s, lesson}).code, 0);
        QCOMPARE(inbox({u"--open"_s}).size(), before);
        QVERIFY(inbox().last().state.startsWith(u"done "_s));
        QCOMPARE(inbox().last().sent, line.sent); // a mark of staff's is no later word of hers
        QCOMPARE(read(lesson, m_maya)["status"_L1].toString(), u"completed"_s);
        // What an import brings done is no news.
        QCOMPARE(
            run({u"import"_s, u"-"_s},
                "{\"resourceType\":\"Task\",\"id\":\"old\",\"status\":\"completed\",\"intent\":\"order\",\"for\":{\"reference\":"
                "\"Patient/p101\"},\"instantiatesCanonical\":\"https://handrail.example/fhir/Library/why-sleep-is-hard\"}\n")
                .code,
            0);
        QCOMPARE(inbox({u"--open"_s}).size(), before);
        // A form that was asked for is done with its answers, which are to be read.
        QCOMPARE(finish(u"Task/"_s + ask(u"https://handrail.example/fhir/Questionnaire/phq-9"_s)), 200);
        QCOMPARE(inbox({u"--open"_s}).size(), before);
    }

    /// Where the plan asks for it, an answer says so. Whatever address stands in it leads nowhere.
    void whatAPlanAskedForIsDoneAndSeen()
    {
        const QJsonObject session =
            entriesOf(read(u"Appointment?patient=Patient/p101&date=ge2026-11-25&_sort=date&_count=1"_s, m_maya))
                .first()["resource"_L1]
                .toObject();
        const QString place = u"Appointment/"_s + session["id"_L1].toString();
        for (const QString &address : {u"https://c.example/Library/wave"_s, place}) {
            const qsizetype before = inbox({u"--open"_s}).size();
            const QByteArray answers =
                compact(answersTo(u"module-done|1.0.0"_s, {answeredItem(u"library"_s, {{u"valueUri"_s, address}})}));
            const HttpAnswer told = m_clinic.send("POST", "QuestionnaireResponse", m_maya, answers);
            QCOMPARE(told.status, 201);
            const QList<Line> open = inbox({u"--open"_s});
            QCOMPARE(open.size(), before + 1);
            QCOMPARE(open.last().reference, QString(u"QuestionnaireResponse/"_s + told.json()["id"_L1].toString()));
            QCOMPARE(open.last().kind, u"task-done"_s);
            QCOMPARE(open.last().about, address);
            QCOMPARE(run({u"inbox"_s, u"--seen"_s, open.last().reference}).code, 0);
            QCOMPARE(inbox({u"--open"_s}).size(), before);
        }
        QCOMPARE(read(place, m_dana)["meta"_L1]["versionId"_L1].toString(), session["meta"_L1]["versionId"_L1].toString());
    }

    void anAnnouncement()
    {
        QCOMPARE(run({u"announce"_s}, "x").code, 2);
        QCOMPARE(run({u"announce"_s, u"--all"_s, u"--patient"_s, u"p101"_s}, "x").code, 2);
        QCOMPARE(run({u"announce"_s, u"--patient"_s, u"nobody"_s}, "x").code, 1);
        QCOMPARE(run({u"announce"_s, u"--all"_s}, "").code, 1);
        QCOMPARE(run({u"announce"_s, u"--patient"_s, u"p101"_s, u"--days"_s, u"3"_s}, "Closed on Thursday.").code, 0);
        // Nothing is said to who has died, was merged or has left; to one who has left and is named it is.
        const QByteArray gone =
            "{\"resourceType\":\"Patient\",\"id\":\"died\",\"deceasedBoolean\":true}\n"
            "{\"resourceType\":\"Patient\",\"id\":\"dated\",\"deceasedDateTime\":\"2026-01\"}\n"
            "{\"resourceType\":\"Patient\",\"id\":\"merged\",\"link\":[{\"other\":{\"reference\":\"Patient/p101\"},"
            "\"type\":\"replaced-by\"}]}\n{\"resourceType\":\"Patient\",\"id\":\"left\",\"active\":false}\n";
        QCOMPARE(run({u"import"_s, u"-"_s}, gone).code, 0);
        const QByteArray told = run({u"announce"_s, u"--all"_s}, "Closed on Friday.").errors;
        QVERIFY2(told.contains("announced to 41; 4 left out"), told.constData());
        QCOMPARE(run({u"announce"_s, u"--patient"_s, u"died"_s}, "x").code, 1);
        QCOMPARE(run({u"announce"_s, u"--patient"_s, u"merged"_s}, "x").code, 1);
        QCOMPARE(run({u"announce"_s, u"--patient"_s, u"left"_s}, "x").code, 0);
        const auto maya = m_clinic.signIn(u"maya"_s, u"demo"_s, u"launch/patient patient/CommunicationRequest.rs"_s);
        const QJsonArray all =
            entriesOf(read(u"CommunicationRequest?patient=Patient/p101&_sort=-_lastUpdated"_s, maya->accessToken));
        QCOMPARE(all.size(), 3); // with that of the sample
        QCOMPARE(all.first()["resource"_L1]["payload"_L1][0]["contentString"_L1].toString(), u"Closed on Friday."_s);
        QCOMPARE(all.at(1)["resource"_L1]["payload"_L1][0]["contentString"_L1].toString(), u"Closed on Thursday."_s);
    }
};

QTEST_GUILESS_MAIN(TestClinicAsked)
#include "tst_clinic_asked.moc"
