// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SyncBench.h"

#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;
using Reply = ScriptedClinic::Reply;

namespace {

const QString response = QStringLiteral("QuestionnaireResponse");

} // namespace

/// What proves that something arrived. What is about somebody else does not.
class SyncPushOthersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherPatientsRecordIsNoProof_data()
    {
        QTest::addColumn<bool>("isInAnswer");
        QTest::addColumn<bool>("isRead");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("in the answer to the create") << true << false << false;
        QTest::newRow("under the id that was answered") << false << true << false;
        QTest::newRow("in what is searched for") << false << false << true;
        QTest::newRow("everywhere") << true << true << true;
    }
    /// It bears our identifier, and is about somebody else.
    void anotherPatientsRecordIsNoProof()
    {
        QFETCH(const bool, isInAnswer);
        QFETCH(const bool, isRead);
        QFETCH(const bool, isFound);
        SyncBench bench;
        const QString identifier = bench.queue();
        QByteArray others = bench.item(identifier).payload;
        others.replace("Patient/maya", "Patient/stranger");
        others.replace("{\"actor\"", "{\"id\":\"strange\",\"actor\"");
        QVERIFY(others.contains("strange"));
        const QByteArray empty = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}";
        const QByteArray found = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[{\"resource\":" + others + "}]}";
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            if (isCreate(request))
                return isInAnswer ? ScriptedClinic::answer(201, others)
                                  : ScriptedClinic::answer(200, {}, {{"Location", "QuestionnaireResponse/strange"}});
            if (isAt(request, "/QuestionnaireResponse/strange"))
                return isRead ? ScriptedClinic::answer(200, others) : ScriptedClinic::outcome(404, "not-found");
            if (isAt(request, "/QuestionnaireResponse") && !parameter(request, "identifier").isEmpty())
                return ScriptedClinic::answer(200, isFound ? found : empty);
            return std::nullopt;
        });
        const Result<void> sent = bench.run();
        QCOMPARE(sent.error().kind, ProblemKind::WrongPatient);
        QCOMPARE(sent.error().detail, QStringLiteral("HR-SUBJ"));
        QCOMPARE(bench.item(identifier).state, OutboxState::Uncertain);
        QCOMPARE(bench.item(identifier).problem, QStringLiteral("WrongPatient"));
        QCOMPARE(bench.count(response), 0);
        // It counts as not there: the next try sends it again.
        bench.clinic.setScript({});
        bench.clock.advance(61s);
        (void)bench.run();
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QCOMPARE(bench.item(identifier).serverId, QStringLiteral("made-1"));
        QCOMPARE(bench.clinic.records(response).size(), 1);
    }

    void aServerThatCannotBeReadIsTakenAtItsWord()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            if (isCreate(request))
                return ScriptedClinic::answer(
                    200, {}, {{"Location", (ScriptedClinic::base() + QStringLiteral("/QuestionnaireResponse/known")).toLatin1()}});
            return ScriptedClinic::outcome(403, "forbidden");
        });
        (void)bench.run();
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QCOMPARE(bench.item(identifier).serverId, QStringLiteral("known"));
    }

    void theSameAnswersAreDoneWhicheverWasFirst()
    {
        SyncBench bench;
        const QString identifier = bench.queueAnswer(QStringLiteral("2026-03-02T20:00:00.000-05:00"), 7);
        QJsonObject theirs = bench.answer(identifier, QStringLiteral("2026-03-02T08:00:00.000-05:00"), 7);
        theirs.insert(QStringLiteral("id"), QStringLiteral("there"));
        bench.clinic.put(theirs, QStringLiteral("2026-03-02T13:00:01.000Z"));
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QVERIFY(bench.clinic.requestsTo("PUT", QStringLiteral("there")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(SyncPushOthersTest)
#include "tst_push_others.moc"
