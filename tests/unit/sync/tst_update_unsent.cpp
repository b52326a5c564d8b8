// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "TaskDesk.h"

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
