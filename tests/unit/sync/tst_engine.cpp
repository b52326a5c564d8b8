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

    /// What the clinic took is forgotten after a week. It need not keep of which time an answer to a session was: that stays here.
    void whatWasSentIsKeptAsLongAsItSaysMore()
    {
        SyncBench bench;
        const QString checkIn = bench.queue();
        const QString past = bench.queue({}, 1, QStringLiteral("AppointmentResponse"));
        const QString ahead = bench.queue({}, 1, QStringLiteral("AppointmentResponse"));
        const auto answer = [&](const QString &identifier, const QDateTime &start) {
            bench.change(identifier, [&](OutboxItem &item) {
                QJsonObject json = QJsonDocument::fromJson(item.payload).object();
                json.insert(QStringLiteral("appointment"),
                            QJsonObject{{QStringLiteral("reference"), QStringLiteral("Appointment/a1")}});
                json.insert(QStringLiteral("participantStatus"), QStringLiteral("declined"));
                json.insert(QStringLiteral("start"), start.toString(Qt::ISODateWithMs));
                item.payload = QJsonDocument(json).toJson(QJsonDocument::Compact);
            });
        };
        answer(past, bench.clock.nowUtc().addDays(-61));
        answer(ahead, bench.clock.nowUtc().addDays(14));
        for (const QString &identifier : {checkIn, past, ahead}) {
            bench.change(identifier, [&](OutboxItem &item) {
                item.state = OutboxState::Done;
                item.doneAt = bench.clock.nowUtc();
            });
        }
        bench.clock.advance(8 * 24h);
        QVERIFY(bench.run());
        QVERIFY(!bench.store->outbox().find(checkIn).value() && !bench.store->outbox().find(past).value());
        QCOMPARE(bench.item(ahead).state, OutboxState::Done);
        bench.clock.advance(67 * 24h);
        QVERIFY(bench.run());
        QVERIFY(!bench.store->outbox().find(ahead).value());
    }

    void tryNowBeginsTheWaitsAnew()
    {
        SyncBench bench;
        bench.random = 1;
        const QString identifier = bench.queue();
        bench.clinic.setScript(creates(ScriptedClinic::answer(500)));
        QVERIFY(!bench.run());
        bench.change(identifier, [&](OutboxItem &item) {
            item.attempts = 9;
            item.retryAt = bench.clock.nowUtc().addSecs(5 * 3600);
        });
        bench.clock.advance(61s);
        bench.engine->retryNow();
        QTRY_COMPARE(bench.item(identifier).attempts, 0); // asked for, and not sent again before it is settled
        QTRY_VERIFY(bench.engine->state() != SyncEngine::State::Running);
        bench.clock.advance(61s);
        (void)bench.run();
        QCOMPARE(bench.item(identifier).attempts, 1);
        QVERIFY(bench.clock.nowUtc().secsTo(bench.item(identifier).retryAt) <= 120);
    }

    void whatBecomesDueWhileTheRestIsReadGoesAtItsEnd()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.change(identifier,
                     [&](OutboxItem &item) { item.retryAt = bench.clock.nowUtc().addSecs(10); }); // it can be undone until then
        bool isSlow = true;
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<ScriptedClinic::Reply> {
            if (isAt(request, "/Appointment") && std::exchange(isSlow, false))
                bench.clock.advance(20s);
            return std::nullopt;
        });
        QVERIFY(bench.run());
        QVERIFY(!isSlow);
        QTRY_COMPARE(bench.item(identifier).state, OutboxState::Done);
        QTRY_COMPARE(bench.engine->state(), SyncEngine::State::Idle);
    }

    void oneRecordIsReadBesideARun()
    {
        SyncBench bench;
        bench.clinic.put(SyncBench::resource(QStringLiteral("Appointment"), QStringLiteral("a1")),
                         QStringLiteral("2026-03-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        QJsonObject moved = SyncBench::resource(QStringLiteral("Appointment"), QStringLiteral("a1"));
        moved.insert(QStringLiteral("start"), QStringLiteral("2026-03-05T23:00:00Z"));
        bench.clinic.put(moved, QStringLiteral("2026-03-01T11:00:00.000Z"), QStringLiteral("2"));
        bench.clinic.forgetRequests();
        const auto read = [&bench](std::chrono::milliseconds limit) {
            return QCoro::waitFor(bench.engine->readAgain(QStringLiteral("Appointment"), QStringLiteral("a1"), limit));
        };
        QVERIFY(read(5s));
        QCOMPARE(bench.clinic.requests().size(), 1);
        QVERIFY(bench.store->record(QStringLiteral("Appointment"), QStringLiteral("a1")).value()->contains("2026-03-05"));

        bench.clinic.hold();
        const auto late = read(50ms);
        QVERIFY(!late);
        QCOMPARE(late.error().kind, ProblemKind::Timeout);
        QCOMPARE(bench.count(QStringLiteral("Appointment")), 1);
        bench.clinic.release();

        bench.clinic.setScript(at("/Appointment/a1", ScriptedClinic::outcome(403, "forbidden")));
        QVERIFY(!read(5s)); // a patient keeps what was shown; the server may let lists be read and not this
        QCOMPARE(bench.count(QStringLiteral("Appointment")), 1);
        bench.clinic.setScript(at("/Appointment/a1", ScriptedClinic::outcome(404, "not-found")));
        QVERIFY(!read(5s));
        QCOMPARE(bench.count(QStringLiteral("Appointment")), 0);
    }

    void aRelativesSessionGoesWithTheConsentWhenItIsReadAgain()
    {
        SyncBench bench(Role::Relative);
        bench.clinic.put(SyncBench::familySession(QStringLiteral("f1")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        bench.clinic.setScript(at("/Appointment/f1", ScriptedClinic::outcome(403, "forbidden")));
        QVERIFY(!QCoro::waitFor(bench.engine->readAgain(QStringLiteral("Appointment"), QStringLiteral("f1"), 5s)));
        QCOMPARE(bench.count(QStringLiteral("Appointment")), 0);
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

    void nudgeGoesBetweenTwoPages()
    {
        SyncBench bench;
        for (int i = 0; i < 6; ++i)
            bench.clinic.put(SyncBench::resource(QStringLiteral("Appointment"), QStringLiteral("a%1").arg(i)),
                             QStringLiteral("2026-03-01T10:00:0%1.000Z").arg(i));
        bench.clinic.setPageSize(2);
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
        QVERIFY(isCreate(bench.clinic.requests().at(1))); // before the second of three pages
        QCOMPARE(bench.count(QStringLiteral("Appointment")), 6);
    }

    void forbiddenIsTriedAgainWithTheNextSignIn()
    {
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.clinic.setScript(creates(ScriptedClinic::outcome(403, "forbidden")));
        QVERIFY(bench.run());
        bench.clinic.setScript({});
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Rejected);
        bench.restart(); // the app's start alone is no new right
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Rejected);
        QCOMPARE(bench.posts(), 1);
        QVERIFY(SyncEngine::noteSignIn(*bench.store));
        bench.restart();
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
    }

    void forbiddenAgainWaitsForTheSignInAfterThat()
    {
        SyncBench bench;
        bench.queue();
        bench.clinic.setScript(creates(ScriptedClinic::outcome(403, "forbidden")));
        QVERIFY(SyncEngine::noteSignIn(*bench.store));
        for (int starts = 0; starts < 3; ++starts) {
            bench.restart();
            QVERIFY(bench.run());
        }
        QCOMPARE(bench.posts(), 1);
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

    void aRunThatHadNoMemoryEndsAndComesAgain_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("while it sends") << QStringLiteral("/QuestionnaireResponse");
        QTest::newRow("while it gets a new token") << QStringLiteral("/token");
    }

    void aRunThatHadNoMemoryEndsAndComesAgain()
    {
        QFETCH(QString, path);
        SyncBench bench;
        const QString identifier = bench.queue();
        bench.clock.advance(std::chrono::hours(24 * 366)); // the token has ended
        bench.clinic.setScript([path](const HttpRequest &request) -> std::optional<ScriptedClinic::Reply> {
            if (request.url.path().endsWith(path))
                throw std::bad_alloc();
            return std::nullopt;
        });
        std::optional<Result<void>> result;
        const auto wait = [&]() -> QCoro::Task<void> { result = co_await bench.engine->run(); };
        wait();
        QTRY_VERIFY(result);
        QVERIFY(!*result && result->error().isRetryable);
        QCOMPARE(bench.engine->state(), SyncEngine::State::Waiting);
        bench.clinic.setScript({});
        bench.clock.advance(61s);
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
