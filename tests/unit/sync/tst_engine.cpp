// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SyncBench.h"

#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;
using Reply = ScriptedClinic::Reply;

namespace {

const QString response = QStringLiteral("QuestionnaireResponse");

bool isCreate(const HttpRequest &request)
{
    return request.method == "POST" && request.url.path().startsWith(QLatin1String("/fhir/"));
}

/// Every create gets this reply; the clinic does not see it.
ScriptedClinic::Script creates(const Reply &reply)
{
    return [reply](const HttpRequest &request) { return isCreate(request) ? std::optional(reply) : std::nullopt; };
}

} // namespace

class SyncEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tryNowAsksButDoesNotResendTooEarly()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.clinic.setScript(creates(ScriptedClinic::answer(500)));
        QVERIFY(!bench.run());
        bench.change(identifier, [&](OutboxItem &item) { item.retryAt = bench.clock.nowUtc().addSecs(5 * 3600); });
        bench.clinic.setScript({});
        bench.clinic.forgetRequests();
        bench.engine->retryNow();
        QTRY_VERIFY(!bench.clinic.requestsTo("GET", response).isEmpty());
        QTRY_COMPARE(bench.engine->state(), SyncEngine::State::Idle);
        QCOMPARE(bench.posts(), 0);
        QCOMPARE(bench.item(identifier).retryAt, bench.clock.nowUtc().addSecs(60));
        bench.clock.advance(61s);
        QVERIFY(bench.run());
        QCOMPARE(bench.posts(), 1);
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
    }

    void nudgeSendsAndFetchesOnlyThat()
    {
        SyncBench bench;
        QVERIFY(bench.run());
        bench.clinic.forgetRequests();
        const QString identifier = bench.queue();
        bench.engine->nudge();
        QTRY_COMPARE(bench.item(identifier).state, OutboxState::Done);
        QTRY_COMPARE(bench.engine->state(), SyncEngine::State::Idle);
        QCOMPARE(bench.clinic.requests().size(), 2);
        QCOMPARE(bench.count(response), 1);
    }

    void nudgeDoesNotWaitForALongDownload()
    {
        SyncBench bench;
        QString identifier;
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            if (identifier.isEmpty() && request.url.path().endsWith(QLatin1String("/Appointment"))) {
                identifier = bench.queue();
                bench.engine->nudge();
            }
            return std::nullopt;
        });
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        qsizetype sentAt = 0;
        while (!isCreate(bench.clinic.requests().at(sentAt)))
            ++sentAt;
        QCOMPARE(sentAt, 1);
    }

    void twoRunsAreOne()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.clinic.hold();
        int done = 0;
        const auto wait = [&]() -> QCoro::Task<void> {
            const Result<void> result = co_await bench.engine->run();
            done += result ? 1 : 100;
        };
        wait();
        wait();
        QCOMPARE(bench.engine->state(), SyncEngine::State::Running);
        bench.clinic.release();
        QTRY_COMPARE(done, 2);
        QCOMPARE(bench.posts(), 1);
        QCOMPARE(bench.clinic.requestsTo("GET", QStringLiteral("Appointment")).size(), 1);
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
    }

    void aRunThatBringsNothingNewWritesNothing()
    {
        SyncBench bench;
        const auto kept = [&](const char *name) { return *bench.store->value(QLatin1String(name)); };
        QVERIFY(bench.run());
        const auto refreshed = kept("sync.refreshed.Questionnaire");
        const auto success = kept("sync.lastSuccess");
        QVERIFY(refreshed && success);
        QVERIFY(!kept("sync.whole.CarePlan")); // there is none to compare
        bench.clock.advance(std::chrono::minutes(5));
        QVERIFY(bench.run());
        QCOMPARE(bench.engine->lastSuccess(), bench.clock.nowUtc());
        QCOMPARE(kept("sync.refreshed.Questionnaire"), refreshed);
        QCOMPARE(kept("sync.lastSuccess"), success);
        bench.clock.advance(std::chrono::minutes(6)); // but this, once in a while
        QVERIFY(bench.run());
        QVERIFY(kept("sync.lastSuccess") != success);
    }

    void anEngineThatGoesEndsItsRun()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.clinic.hold();
        std::optional<Result<void>> result;
        const auto wait = [&]() -> QCoro::Task<void> { result = co_await bench.engine->run(); };
        wait();
        bench.engine.reset();
        QVERIFY(result && !*result);
        QCOMPARE(result->error().kind, ProblemKind::Cancelled);
        bench.clinic.release();
        QCOMPARE(bench.clinic.requests().size(), 1);
        QCOMPARE(bench.item(identifier).state, OutboxState::Sending);
        // The next start finds what the server took.
        bench.clock.advance(61s);
        bench.restart();
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QCOMPARE(bench.clinic.records(response).size(), 1);
    }

    void aListenerMayEndTheEngine()
    {
        SyncBench bench;
        bench.queue();
        connect(bench.engine.get(), &SyncEngine::outboxChanged, this, [&] { bench.engine.reset(); });
        QCOMPARE(bench.run().error().kind, ProblemKind::Cancelled);
        QVERIFY(bench.clinic.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(SyncEngineTest)
#include "tst_engine.moc"
