// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SyncBench.h"
#include "sync/Records.h"

#include <QTest>
#include <algorithm>

using namespace handrail;

namespace {

const QDateTime now(QDate(2026, 11, 20), QTime(15, 0), Qt::UTC);
const QString communication = QStringLiteral("Communication");

QJsonObject reference(const QString &target)
{
    return {{QStringLiteral("reference"), target}};
}

QJsonObject message(const QString &id, const QString &text, const QString &sent,
                    const QString &sender = QStringLiteral("Practitioner/dana"))
{
    const QJsonObject coding{{QStringLiteral("system"), canonical(u"CodeSystem/message-kind")},
                             {QStringLiteral("code"), QStringLiteral("secure-message")}};
    return {{QStringLiteral("resourceType"), communication},
            {QStringLiteral("id"), id},
            {QStringLiteral("status"), QStringLiteral("completed")},
            {QStringLiteral("category"), QJsonArray{QJsonObject{{QStringLiteral("coding"), QJsonArray{coding}}}}},
            {QStringLiteral("subject"), reference(QStringLiteral("Patient/maya"))},
            {QStringLiteral("sender"), reference(sender)},
            {QStringLiteral("sent"), sent},
            {QStringLiteral("payload"), QJsonArray{QJsonObject{{QStringLiteral("contentString"), text}}}}};
}

QJsonObject team(const QString &id, const QString &status = QStringLiteral("active"))
{
    QJsonObject json = SyncBench::resource(QStringLiteral("CareTeam"), id);
    json.insert(QStringLiteral("status"), status);
    return json;
}

QJsonObject payloadOf(Store &store, const QString &identifier)
{
    return QJsonDocument::fromJson(store.outbox().find(identifier).value().value().payload).object();
}

} // namespace

/// The thread with the care team: what waits here and what the clinic has, as one.
class TestMessages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageGoesAndIsThereOnce()
    {
        SyncBench bench;
        Records records(*bench.store, bench.identity);
        bench.clinic.put(team(QStringLiteral("t1")), QStringLiteral("2026-11-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        const MessageDraft draft{MessageKind::Refill, QStringLiteral(" I have five days left. "),
                                 QStringLiteral("MedicationRequest/m1")};
        const Result<QString> identifier = records.queueMessage(draft, now);
        QVERIFY(identifier);
        QCOMPARE(records.messages(50).size(), 1);
        QCOMPARE(int(records.messages(50).first().state), int(OutboxState::Queued));
        const QJsonObject payload = payloadOf(*bench.store, *identifier);
        QCOMPARE(payload.value(QStringLiteral("recipient")).toArray().first().toObject(), reference(QStringLiteral("CareTeam/t1")));
        QVERIFY(!payload.contains(QStringLiteral("partOf")));

        QVERIFY(bench.run());
        QCOMPARE(bench.clinic.records(communication).size(), 1);
        QList<Message> messages = records.messages(50);
        QCOMPARE(messages.size(), 1);
        QCOMPARE(messages.first().identifier, *identifier);
        QCOMPARE(messages.first().text, QStringLiteral("I have five days left."));
        QCOMPARE(int(messages.first().kind), int(MessageKind::Refill));
        QCOMPARE(messages.first().about, draft.about);
        QCOMPARE(int(messages.first().state), int(OutboxState::Done));
        QVERIFY(messages.first().isMine);
        QVERIFY(!messages.first().seenAt.isValid());

        // Staff note that they saw it.
        QJsonObject seen = bench.clinic.records(communication).first();
        seen.insert(QStringLiteral("received"), QStringLiteral("2026-11-20T16:00:00Z"));
        bench.clinic.put(seen, QStringLiteral("2026-11-20T16:00:00.000Z"), QStringLiteral("2"));
        QVERIFY(bench.run());
        QCOMPARE(records.messages(50).first().seenAt, now.addSecs(3600));
    }

    /// Whatever became of a team last: to the one that is shown, and to nobody when none is active any more.
    void whatIsSentGoesToATeamThatIsActive()
    {
        SyncBench bench;
        Records records(*bench.store, bench.identity);
        const auto recipients = [&](const Result<QString> &identifier) -> QJsonArray {
            return payloadOf(*bench.store, identifier.value()).value(QStringLiteral("recipient")).toArray();
        };
        const MessageDraft draft{MessageKind::Message, QStringLiteral("Hello"), {}};
        bench.clinic.put(team(QStringLiteral("t1")), QStringLiteral("2026-11-01T10:00:00.000Z"));
        bench.clinic.put(team(QStringLiteral("t0"), QStringLiteral("inactive")), QStringLiteral("2026-11-02T10:00:00.000Z"));
        bench.clinic.put(team(QStringLiteral("t2"), QStringLiteral("proposed")), QStringLiteral("2026-11-03T10:00:00.000Z"));
        QVERIFY(bench.run());
        QCOMPARE(records.replyingTeam().id, QStringLiteral("t1"));
        const QJsonArray toTheTeam{reference(QStringLiteral("CareTeam/t1"))};
        QCOMPARE(recipients(records.queueMessage(draft, now)), toTheTeam);
        QCOMPARE(recipients(records.queueSheetMessage(QStringLiteral("A sheet"), {QStringLiteral("Rain")}, now)), toTheTeam);

        bench.clinic.put(team(QStringLiteral("t1"), QStringLiteral("inactive")), QStringLiteral("2026-11-04T10:00:00.000Z"),
                         QStringLiteral("2"));
        QVERIFY(bench.run());
        QVERIFY(recipients(records.queueMessage(draft, now)).isEmpty());
    }

    void aReplyIsInTheThread()
    {
        SyncBench bench;
        Records records(*bench.store, bench.identity);
        QJsonObject second = message(QStringLiteral("c2"), QStringLiteral("Yes"), QStringLiteral("2026-11-20T12:00:00Z"));
        second.insert(QStringLiteral("partOf"), QJsonArray{reference(QStringLiteral("Communication/c1"))});
        bench.clinic.put(message(QStringLiteral("c1"), QStringLiteral("Hello"), QStringLiteral("2026-11-20T11:00:00Z")),
                         QStringLiteral("2026-11-20T11:00:00.000Z"));
        bench.clinic.put(second, QStringLiteral("2026-11-20T12:00:00.000Z"));
        QVERIFY(bench.run());
        QCOMPARE(records.messages(50).first().text, QStringLiteral("Yes"));
        const Result<QString> answer = records.queueMessage({MessageKind::Message, QStringLiteral("Thanks"), {}}, now);
        QCOMPARE(payloadOf(*bench.store, *answer).value(QStringLiteral("partOf")).toArray().first().toObject(),
                 reference(QStringLiteral("Communication/c1")));
        QCOMPARE(payloadOf(*bench.store, *answer).value(QStringLiteral("inResponseTo")).toArray().first().toObject(),
                 reference(QStringLiteral("Communication/c2")));
        const Result<QString> request = records.queueMessage({MessageKind::Ride, QStringLiteral("A ride on Monday"), {}}, now);
        QVERIFY(!payloadOf(*bench.store, *request).contains(QStringLiteral("inResponseTo")));
    }

    void whatWasAskedAboutASessionIsFoundBehindALongThread()
    {
        SyncBench bench;
        Records records(*bench.store, bench.identity);
        const QString ride = QStringLiteral("Appointment/a1");
        for (const QString &about : {ride, QStringLiteral("Appointment/a12")}) {
            QJsonObject asked = message(about.mid(12), QStringLiteral("A ride"), QStringLiteral("2026-11-09T11:00:00Z"),
                                        QStringLiteral("Patient/maya"));
            asked.insert(QStringLiteral("about"), QJsonArray{reference(about)});
            bench.clinic.put(asked, QStringLiteral("2026-11-09T11:00:00.000Z"));
        }
        for (int i = 0; i < 60; ++i)
            bench.clinic.put(message(QStringLiteral("c%1").arg(i), QStringLiteral("Hello"), QStringLiteral("2026-11-20T11:00:00Z")),
                             QStringLiteral("2026-11-20T11:00:00.000Z"));
        QVERIFY(bench.run());
        const QList<Message> newest = records.messages(50);
        QVERIFY(std::none_of(newest.cbegin(), newest.cend(), [&](const Message &one) { return one.about == ride; }));
        const QList<Message> found = records.messagesAbout({ride, QStringLiteral("Appointment/a3")});
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().about, ride);
        QVERIFY(found.first().isMine);
        QVERIFY(records.messagesAbout({}).isEmpty());
    }

    void oneIdentifierIsOneMessage()
    {
        SyncBench bench;
        Records records(*bench.store, bench.identity);
        const QJsonArray identifier{
            QJsonObject{{QStringLiteral("system"), uriSystem.toString()}, {QStringLiteral("value"), QStringLiteral("urn:uuid:7")}}};
        for (const QString &id : {QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}) {
            QJsonObject twin = message(id, id, QStringLiteral("2026-11-20T12:00:00Z"), QStringLiteral("Patient/maya"));
            twin.insert(QStringLiteral("identifier"), identifier);
            bench.clinic.put(twin,
                             id == u"c" ? QStringLiteral("2026-11-20T12:30:00.000Z") : QStringLiteral("2026-11-20T12:00:00.000Z"));
        }
        QVERIFY(bench.run());
        QCOMPARE(bench.count(communication), 3);
        QCOMPARE(records.messages(50).size(), 1);
        QCOMPARE(records.messages(50).first().id, QStringLiteral("a"));
    }

    void whatSaysNothingHereIsCountedAsVisited()
    {
        SyncBench bench;
        Records records(*bench.store, bench.identity);
        QJsonObject foreign = message(QStringLiteral("c2"), QStringLiteral("Not said"), QStringLiteral("2026-11-19T15:00:00Z"));
        foreign.insert(QStringLiteral("status"), QStringLiteral("not-done"));
        bench.clinic.put(message(QStringLiteral("c1"), QStringLiteral("Hi"), QStringLiteral("2026-11-19T14:00:00Z")),
                         QStringLiteral("2026-11-19T14:00:00.000Z"));
        bench.clinic.put(foreign, QStringLiteral("2026-11-19T15:00:00.000Z"));
        QVERIFY(bench.run());
        int visited = 0;
        QCOMPARE(records.messages(5, &visited).size(), 1);
        QCOMPARE(visited, 2);
    }

    void whatIsTooLongOrBlankIsNotQueued()
    {
        SyncBench bench;
        Records records(*bench.store, bench.identity);
        QCOMPARE(int(records.queueMessage({MessageKind::Message, QStringLiteral(" \n"), {}}, now).error().kind),
                 int(ProblemKind::BadData));
        const QString longest(mostMessageCharacters, u'a');
        QVERIFY(!records.queueMessage({MessageKind::Message, longest + u'a', {}}, now));
        QVERIFY(records.messages(50).isEmpty());
        QVERIFY(records.queueMessage({MessageKind::Message, longest, {}}, now));
        QCOMPARE(records.messages(50).first().text, longest);
    }

    void aClinicWithoutMessagesTakesNone()
    {
        SyncBench bench;
        Records records(*bench.store, bench.identity);
        QVERIFY(records.takesMessages());
        for (const int status : {404, 400, 403}) {
            bench.clinic.setScript(at("/Communication", ScriptedClinic::outcome(status, "not-supported")));
            QVERIFY(bench.run());
            QVERIFY(!records.takesMessages());
            bench.clinic.setScript({});
            QVERIFY(bench.run());
            QVERIFY(records.takesMessages());
        }
    }

    void announcementsHoldForATime()
    {
        SyncBench bench;
        Records records(*bench.store, bench.identity);
        QJsonObject word{{QStringLiteral("resourceType"), QStringLiteral("CommunicationRequest")},
                         {QStringLiteral("id"), QStringLiteral("r1")},
                         {QStringLiteral("status"), QStringLiteral("active")},
                         {QStringLiteral("subject"), reference(QStringLiteral("Patient/maya"))},
                         {QStringLiteral("recipient"), QJsonArray{reference(QStringLiteral("Patient/maya"))}},
                         {QStringLiteral("occurrencePeriod"),
                          QJsonObject{{QStringLiteral("start"), QStringLiteral("2026-11-20T14:00:00Z")},
                                      {QStringLiteral("end"), QStringLiteral("2026-11-20T16:00:00Z")}}},
                         {QStringLiteral("payload"),
                          QJsonArray{QJsonObject{{QStringLiteral("contentString"), QStringLiteral("Closed today")}}}}};
        bench.clinic.put(word, QStringLiteral("2026-11-20T12:00:00.000Z"));
        QVERIFY(bench.run());
        QCOMPARE(records.announcements(now).size(), 1);
        QCOMPARE(records.announcements(now.addSecs(3600)).size(), 0);
        QCOMPARE(records.announcements(now.addSecs(-3601)).size(), 0);
        word.insert(QStringLiteral("status"), QStringLiteral("revoked"));
        bench.clinic.put(word, QStringLiteral("2026-11-20T13:00:00.000Z"), QStringLiteral("2"));
        QVERIFY(bench.run());
        QCOMPARE(records.announcements(now).size(), 0);
    }

    void aWorksheetIsAMessage()
    {
        SyncBench bench;
        Records records(*bench.store, bench.identity);
        const Result<QString> sent =
            records.queueSheetMessage(QStringLiteral("A thought record"), {QStringLiteral("What happened: rain")}, now);
        QVERIFY(sent);
        const Message first = records.messages(50).first();
        QCOMPARE(int(first.kind), int(MessageKind::Worksheet));
        QCOMPARE(first.title, QStringLiteral("A thought record"));
        QVERIFY(!records.queueSheetMessage(QStringLiteral("Blank"), {}, now));
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
