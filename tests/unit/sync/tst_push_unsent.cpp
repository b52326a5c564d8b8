// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SyncBench.h"

#include "sync/Records.h"

#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;
using Reply = ScriptedClinic::Reply;

/// What was tried and certainly never left is still the person's to keep; what may have left once is not, whatever became of it later.
class SyncPushUnsentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatNeverLeftCanBeKept_data()
    {
        QTest::addColumn<QString>("tries"); // a run each; what is in one run is joined by "+"
        QTest::addColumn<bool>("canKeep");
        QTest::newRow("no connection") << QStringLiteral("refused") << true;
        QTest::newRow("no connection, again and again") << QStringLiteral("refused refused hurry refused") << true;
        QTest::newRow("an address that is not safe") << QStringLiteral("insecure") << true;
        QTest::newRow("no answer came") << QStringLiteral("timeout refused") << false;
        QTest::newRow("the connection broke") << QStringLiteral("broken refused") << false;
        QTest::newRow("in between") << QStringLiteral("refused timeout refused refused") << false;
        QTest::newRow("long ago") << QStringLiteral("timeout refused refused hurry refused") << false;
        QTest::newRow("told to hurry") << QStringLiteral("timeout hurry refused") << false;
        QTest::newRow("the app died while it was sending") << QStringLiteral("died refused") << false;
        QTest::newRow("died after no connection") << QStringLiteral("refused died refused") << false;
        QTest::newRow("the server did not take the token") << QStringLiteral("401+refused") << true;
        QTest::newRow("nor the next time") << QStringLiteral("401+refused 401+refused") << true;
        QTest::newRow("it did not take the token, then no answer came") << QStringLiteral("401+timeout refused") << false;
        QTest::newRow("it did not take the token, then the app died") << QStringLiteral("401+died refused") << false;
        QTest::newRow("no answer came, then it did not take the token") << QStringLiteral("timeout 401+refused") << false;
        QTest::newRow("the server did not take the condition") << QStringLiteral("condition+refused") << false;
        QTest::newRow("the server was busy") << QStringLiteral("busy refused") << false;
    }
    void onlyWhatNeverLeftCanBeKept()
    {
        QFETCH(QString, tries);
        QFETCH(bool, canKeep);
        SyncBench bench;
        const QString identifier = bench.queue();
        QStringList next;
        std::optional<OutboxItem> dying;
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            if (!isCreate(request))
                return std::nullopt;
            const QString what = next.isEmpty() ? QString() : next.takeFirst();
            Problem problem{what == u"timeout" ? ProblemKind::Timeout : ProblemKind::Offline, true, {}};
            problem.isUnsent = what == u"refused";
            if (what == u"insecure")
                problem = Problem{ProblemKind::Insecure, false, {}};
            if (what == u"401")
                return ScriptedClinic::answer(401);
            if (what == u"busy")
                return ScriptedClinic::answer(503);
            if (what == u"condition")
                return ScriptedClinic::outcome(400, "invalid", "If-None-Exist: bad value");
            if (what == u"died")
                dying = bench.item(identifier); // as it is on the disk by then
            return Reply(tl::make_unexpected(problem));
        });
        const QStringList runs = tries.split(u' ');
        for (const QString &run : runs) {
            if (run == u"hurry") {
                next = {QStringLiteral("refused")};
                bench.engine->retryNow();
                QTRY_VERIFY(next.isEmpty());
                QTRY_VERIFY(bench.engine->state() != SyncEngine::State::Running);
            } else {
                next = run.split(u'+');
                (void)bench.run();
            }
            if (dying) {
                QVERIFY(bench.store->outbox().update(*std::exchange(dying, std::nullopt)));
                bench.restart();
            }
            bench.clock.advance(16min); // the longest wait for a network
        }
        QCOMPARE(bench.item(identifier).state, OutboxState::Queued);
        QVERIFY(bench.item(identifier).attempts > 0);
        QCOMPARE(bench.item(identifier).mayHaveLeft, !canKeep);

        Records records(*bench.store, bench.identity);
        QCOMPARE(records.setKept(identifier, true).has_value(), canKeep);
        bench.clinic.setScript({});
        (void)bench.run();
        QCOMPARE(bench.item(identifier).state, canKeep ? OutboxState::Kept : OutboxState::Done);
        QCOMPARE(bench.clinic.records(QStringLiteral("QuestionnaireResponse")).size(), canKeep ? 0 : 1);
        if (!canKeep)
            return;
        QVERIFY(records.setKept(identifier, false)); // and shared after all
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QVERIFY(!records.setKept(identifier, true));
    }

    void whatWasRefusedIsStillHere_data()
    {
        QTest::addColumn<bool>("isLostBefore");
        QTest::newRow("at the first try") << false;
        QTest::newRow("after a try of which nobody knows") << true;
    }
    /// The clinic did not allow it. With the rights of a new sign-in it is sent again, and until then it can be taken back.
    void whatWasRefusedIsStillHere()
    {
        QFETCH(bool, isLostBefore);
        SyncBench bench;
        const QString identifier = bench.queue();
        Problem problem{ProblemKind::Timeout, true, {}};
        QList<Reply> replies{Reply(ScriptedClinic::outcome(403, "forbidden"))};
        if (isLostBefore)
            replies.prepend(Reply(tl::make_unexpected(problem)));
        problem.kind = ProblemKind::Offline;
        problem.isUnsent = true;
        replies << Reply(tl::make_unexpected(problem));
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            return isCreate(request) && !replies.isEmpty() ? std::optional<Reply>(replies.takeFirst()) : std::nullopt;
        });
        for (int runs = isLostBefore ? 2 : 1; runs > 0; --runs) {
            (void)bench.run();
            bench.clock.advance(61s);
        }
        QCOMPARE(bench.item(identifier).state, OutboxState::Rejected);
        QVERIFY(SyncEngine::noteSignIn(*bench.store));
        bench.restart();
        (void)bench.run();
        QCOMPARE(bench.item(identifier).state, OutboxState::Queued);
        const Result<bool> withdrawn = bench.store->outbox().withdraw(identifier);
        QCOMPARE(withdrawn.has_value(), !isLostBefore);
    }

    void whatMayHaveArrivedIsLookedForBeforeEachTry_data()
    {
        QTest::addColumn<bool>("isTokenRefused");
        QTest::addColumn<OutboxState>("waitsAs");
        QTest::newRow("then there was no connection") << false << OutboxState::Queued;
        QTest::newRow("then the server did not take the token") << true << OutboxState::NeedsAuth;
    }
    /// It arrived and the answer was lost; the search finds it late; the next try certainly does not leave.
    void whatMayHaveArrivedIsLookedForBeforeEachTry()
    {
        QFETCH(bool, isTokenRefused);
        QFETCH(OutboxState, waitsAs);
        SyncBench bench;
        bench.clinic.ignoreConditions();
        const QString identifier = bench.queue();
        bench.clinic.loseReplies("POST", 1);
        QVERIFY(!bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Uncertain);
        QCOMPARE(bench.clinic.records(QStringLiteral("QuestionnaireResponse")).size(), 1);
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            if (!parameter(request, "identifier").isEmpty())
                return ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}");
            if (!isCreate(request))
                return std::nullopt;
            if (isTokenRefused)
                return ScriptedClinic::answer(401);
            Problem problem{ProblemKind::Offline, true, {}};
            problem.isUnsent = true;
            return Reply(tl::make_unexpected(problem));
        });
        bench.clock.advance(61s);
        (void)bench.run();
        QCOMPARE(bench.item(identifier).state, waitsAs);
        bench.clinic.setScript({});
        bench.clock.advance(16min);
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QCOMPARE(bench.item(identifier).serverId, QStringLiteral("made-1"));
        QCOMPARE(bench.clinic.records(QStringLiteral("QuestionnaireResponse")).size(), 1);
    }

    /// It never arrived, and was looked for when that was sure. What waits for the network since does not wait for that once more.
    void whatIsSettledGoesWhenToldToHurry()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        QList<bool> isUnsent{false, true};
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            if (!isCreate(request) || isUnsent.isEmpty())
                return std::nullopt;
            Problem problem{ProblemKind::Offline, true, {}};
            problem.isUnsent = isUnsent.takeFirst();
            return Reply(tl::make_unexpected(problem));
        });
        (void)bench.run();
        bench.clock.advance(61s);
        (void)bench.run();
        QCOMPARE(bench.item(identifier).state, OutboxState::Queued);
        QVERIFY(bench.item(identifier).retryAt > bench.clock.nowUtc());
        bench.engine->retryNow();
        QTRY_COMPARE(bench.item(identifier).state, OutboxState::Done);
    }

    /// Each time that there is a network again, also where the clinic gave no word the last time.
    void whatMayHaveArrivedIsAskedForWheneverToldToHurry()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.clinic.loseReplies("POST", 1);
        (void)bench.run();
        QCOMPARE(bench.item(identifier).state, OutboxState::Uncertain);
        int asked = 0;
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            if (parameter(request, "identifier").isEmpty())
                return std::nullopt;
            ++asked;
            return ScriptedClinic::answer(500);
        });
        bench.engine->retryNow();
        QTRY_COMPARE(asked, 1);
        QTRY_VERIFY(bench.engine->state() != SyncEngine::State::Running);
        bench.clinic.setScript({});
        bench.engine->retryNow();
        QTRY_COMPARE(bench.item(identifier).state, OutboxState::Done);
        QCOMPARE(bench.posts(), 1);
    }
};

QTEST_GUILESS_MAIN(SyncPushUnsentTest)
#include "tst_push_unsent.moc"
