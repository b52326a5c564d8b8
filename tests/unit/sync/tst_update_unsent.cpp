// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "TaskDesk.h"

#include "store/Database.h"

#include <QTemporaryDir>

using namespace handrail;
using namespace std::chrono_literals;
using Reply = ScriptedClinic::Reply;

/// Changes of which nothing has left, or whose answers are not at the clinic.
class SyncUpdateUnsentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasOnlyAskedAboutHasNotLeft_data()
    {
        QTest::addColumn<Given>("reply");
        QTest::newRow("no network") << Given{tl::make_unexpected(Problem{ProblemKind::Offline, true, {}})};
        QTest::newRow("busy") << Given{ScriptedClinic::answer(503)};
        QTest::newRow("a Wi-Fi page") << Given{ScriptedClinic::answer(200, "<html></html>")};
    }
    /// So that it can be taken back, and is not told as having left.
    void whatWasOnlyAskedAboutHasNotLeft()
    {
        QFETCH(Given, reply);
        Desk desk;
        desk.queueAnswers(3);
        desk.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            const bool isAsked = request.method == "GET" && request.url.path().endsWith(QStringLiteral("/Task/t1"));
            return isAsked ? std::optional(reply.reply) : std::nullopt;
        });
        (void)desk.run();
        QCOMPARE(desk.puts(), 0);
        QVERIFY(desk.updates().first().isHere());
        desk.clinic.setScript({});
        desk.clock.advance(1h);
        QVERIFY(desk.run());
        QCOMPARE(desk.updates().first().state, OutboxState::Done);
    }

    /// Whose id nobody told is searched for, and a search may come late. Where nobody answered, nobody said that it is gone.
    void onlySearchesThatWereAnsweredCount()
    {
        Desk desk;
        const QString identifier = desk.queueAnswers(3);
        QVERIFY(desk.run());
        desk.change(identifier, [](OutboxItem &item) { item.serverId.clear(); });
        desk.clock.advance(1h);
        QVERIFY(desk.records.amend(desk.answers(5), desk.form, desk.clock.nowUtc(), false));
        bool isAnswered = false;
        desk.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            if (request.method != "GET" || parameter(request, "identifier").isEmpty())
                return std::nullopt;
            if (isAnswered)
                return ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}");
            return Reply(tl::make_unexpected(Problem{ProblemKind::Offline, true, {}}));
        });
        const auto amendment = [&] {
            QList<OutboxItem> changes = desk.updates();
            changes.removeIf([](const OutboxItem &item) { return item.resourceType != response; });
            return changes.value(0);
        };
        const auto tryAgain = [&] {
            desk.clock.advance(7h);
            desk.restart(); // which forgets none of it
            (void)desk.run();
        };
        for (int tries = 1; tries <= 5; ++tries) {
            tryAgain();
            QCOMPARE(amendment().attempts, tries);
            QCOMPARE(amendment().state, OutboxState::Queued);
        }
        isAnswered = true;
        for (int searches = 1; searches <= 3; ++searches) {
            tryAgain();
            QCOMPARE(amendment().state, OutboxState::Queued);
        }
        tryAgain();
        QCOMPARE(amendment().state, OutboxState::Rejected);
        QCOMPARE(amendment().problem, QStringLiteral("Conflict:gone"));
    }

    void whatIsTakenBackWhileTheClinicIsAskedDoesNotGo()
    {
        Desk desk;
        QVERIFY(desk.records.queueTaskDone(QStringLiteral("t1"), desk.clock.nowUtc()));
        desk.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            if (request.method == "GET" && isAt(request, "/Task/t1"))
                (void)desk.records.withdraw(desk.updates().first().identifier);
            return std::nullopt;
        });
        QVERIFY(desk.run());
        QCOMPARE(desk.puts(), 0);
        QVERIFY(desk.updates().isEmpty());
    }

    /// The change of answers whose own row cannot be read any more is a change all the same.
    void aChangeBehindADamagedRowGoes()
    {
        Desk desk;
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("device.db"));
        const StoreKey key = StoreKey::generate();
        const CompletedForm completed = desk.answers(3);
        QJsonObject json = QJsonDocument::fromJson(fhir::writeQuestionnaireResponse(completed, desk.form)).object();
        json.insert(QStringLiteral("id"), QStringLiteral("there"));
        desk.clinic.put(json, QStringLiteral("2026-03-01T12:00:00.000Z"));
        {
            const std::unique_ptr<Store> store = Store::create(path, key).value();
            Records records(*store, desk.identity);
            QVERIFY(store->setCredentials(desk.store->credentials().value().value()));
            QVERIFY(records.queue(completed, desk.form, desk.clock.nowUtc(), false));
            OutboxItem sent = store->outbox().find(completed.identifier).value().value();
            sent.state = OutboxState::Done;
            sent.serverId = QStringLiteral("there");
            sent.doneAt = desk.clock.nowUtc();
            QVERIFY(store->outbox().update(sent));
            desk.clock.advance(1h);
            CompletedForm changed = desk.answers(6);
            changed.authored = completed.authored;
            changed.amended = desk.clock.nowUtc().toOffsetFromUtc(-5 * 3600);
            QVERIFY(records.amend(changed, desk.form, desk.clock.nowUtc(), false));
        }
        {
            auto database = Database::open(path, Database::Access::ReadWrite);
            QVERIFY((*database)->once(QStringLiteral("UPDATE outbox SET sealed = zeroblob(length(sealed)) WHERE sequence = 1")));
        }
        desk.engine.reset();
        desk.tokens.reset();
        desk.store = Store::open(path, key).value();
        desk.tokens = std::make_unique<TokenSource>(desk.clinic, *desk.store, desk.clock);
        desk.tokens->setAccessToken(QStringLiteral("t1"), std::chrono::hours(24 * 365));
        desk.restart();
        (void)desk.run();
        QCOMPARE(desk.clinic.requestsTo("PUT", QStringLiteral("there")).size(), 1);
        QVERIFY(desk.clinic.records(response).first().value(QStringLiteral("status")).toString() == QStringLiteral("amended"));
    }

    /// The row that cannot be read any more may have been on its way: the clinic is asked, whether or not it heeds If-None-Exist.
    void aDamagedRowThatIsSentAgainIsAskedForFirst()
    {
        Desk desk;
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("device.db"));
        const StoreKey key = StoreKey::generate();
        const CompletedForm completed = desk.answers(3);
        QJsonObject json = QJsonDocument::fromJson(fhir::writeQuestionnaireResponse(completed, desk.form)).object();
        json.insert(QStringLiteral("id"), QStringLiteral("there"));
        desk.clinic.put(json, QStringLiteral("2026-03-01T12:00:00.000Z"));
        {
            const std::unique_ptr<Store> store = Store::create(path, key).value();
            Records records(*store, desk.identity);
            QVERIFY(store->setCredentials(desk.store->credentials().value().value()));
            QVERIFY(records.queue(completed, desk.form, desk.clock.nowUtc(), false));
        }
        {
            auto database = Database::open(path, Database::Access::ReadWrite);
            QVERIFY((*database)->once(QStringLiteral("UPDATE outbox SET sealed = zeroblob(length(sealed)) WHERE sequence = 1")));
        }
        desk.engine.reset();
        desk.tokens.reset();
        desk.store = Store::open(path, key).value();
        QVERIFY(Records(*desk.store, desk.identity).sendAgain(completed, desk.form, false));
        QVERIFY(desk.item(completed.identifier).mayHaveLeft);
        desk.tokens = std::make_unique<TokenSource>(desk.clinic, *desk.store, desk.clock);
        desk.tokens->setAccessToken(QStringLiteral("t1"), std::chrono::hours(24 * 365));
        desk.restart();
        (void)desk.run();
        QCOMPARE(desk.posts(), 0);
        QCOMPARE(desk.clinic.records(response).size(), 1);
    }

    /// The answers' own row was damaged and is removed, maybe: the clinic must not think that it has them.
    void aTaskIsNotDoneWithoutItsAnswers()
    {
        for (const bool isThere : {false, true}) {
            Desk desk;
            const CompletedForm completed = desk.answers(3);
            if (isThere) {
                QJsonObject json = QJsonDocument::fromJson(fhir::writeQuestionnaireResponse(completed, desk.form)).object();
                json.insert(QStringLiteral("id"), QStringLiteral("there"));
                desk.clinic.put(json, QStringLiteral("2026-03-01T12:00:00.000Z"));
            }
            OutboxItem item;
            item.identifier = urn(newId());
            item.resourceType = task;
            item.payload = fhir::writeTaskCompletion(QStringLiteral("t1"), completed.identifier);
            item.queuedAt = desk.clock.nowUtc();
            item.action = OutboxAction::Update;
            item.after = completed.identifier;
            QVERIFY(desk.store->outbox().queue(item));
            (void)desk.run();
            QCOMPARE(desk.puts(), isThere ? 1 : 0);
            QCOMPARE(desk.updates().first().state, isThere ? OutboxState::Done : OutboxState::Rejected);
        }
    }

    void aRefusedWordOfALessonCanBeSaidAgain()
    {
        Desk desk;
        desk.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            return request.method == "PUT" ? std::optional<Reply>(ScriptedClinic::outcome(422, "invalid")) : std::nullopt;
        });
        QVERIFY(desk.records.queueTaskDone(QStringLiteral("t1"), desk.clock.nowUtc()));
        (void)desk.run();
        QCOMPARE(desk.updates().first().state, OutboxState::Rejected);
        desk.clinic.setScript({});
        QVERIFY(desk.records.queueTaskDone(QStringLiteral("t1"), desk.clock.nowUtc()));
        QVERIFY(desk.run());
        QCOMPARE(desk.updates().size(), 1);
        QCOMPARE(desk.updates().first().state, OutboxState::Done);
    }
};

QTEST_GUILESS_MAIN(SyncUpdateUnsentTest)
#include "tst_update_unsent.moc"
