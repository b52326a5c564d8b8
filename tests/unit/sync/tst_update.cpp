// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "TaskDesk.h"

using namespace handrail;
using namespace std::chrono_literals;
using Reply = ScriptedClinic::Reply;

class SyncUpdateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatGoesAheadCompletesNoTask()
    {
        Desk desk;
        QVERIFY(desk.records.queueAhead(desk.answers(3, urn(newId())), desk.form, desk.clock.nowUtc()));
        QCOMPARE(int(desk.records.tasks().first().status), int(TaskStatus::Open));
        QVERIFY(desk.run());
        QCOMPARE(desk.puts(), 0);
        QCOMPARE(desk.store->outbox().unsentCount().value(), 0);
    }

    void answersCompleteTheirTask()
    {
        Desk desk;
        QCOMPARE(int(desk.records.tasks().first().status), int(TaskStatus::Open));
        const QString identifier = desk.queueAnswers(3);
        QCOMPARE(int(desk.records.tasks().first().status), int(TaskStatus::Completed)); // at once, here
        QVERIFY(desk.run());
        const QJsonObject now = desk.atClinic();
        QCOMPARE(statusOf(now), QStringLiteral("completed"));
        QVERIFY(now.contains(QStringLiteral("note"))); // what else is there stays
        const QJsonObject output = now.value(QStringLiteral("output")).toArray().first().toObject();
        const QJsonObject value = output.value(QStringLiteral("valueReference")).toObject();
        QCOMPARE(value.value(QStringLiteral("identifier")).toObject().value(QStringLiteral("value")).toString(), identifier);
        QCOMPARE(value.value(QStringLiteral("reference")).toString(), QStringLiteral("QuestionnaireResponse/made-1"));
        QCOMPARE(headerOf(desk.clinic.requestsTo("PUT", QStringLiteral("t1")).first(), "If-Match"), QByteArray("W/\"7\""));
        QVERIFY(desk.run());
        desk.restart();
        QVERIFY(desk.run());
        QCOMPARE(desk.puts(), 1);
        QCOMPARE(desk.store->outbox().unsentCount().value(), 0);
    }

    void theTaskWaitsForItsAnswers()
    {
        Desk desk;
        const QString identifier = desk.queueAnswers(3);
        desk.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            return request.method == "POST" ? std::optional<Reply>(ScriptedClinic::answer(503)) : std::nullopt;
        });
        (void)desk.run();
        QCOMPARE(desk.puts(), 0);
        // Refused for good: the clinic has no answers, so nobody may say that it has.
        desk.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            return request.method == "POST" ? std::optional<Reply>(ScriptedClinic::outcome(422, "invalid")) : std::nullopt;
        });
        desk.clock.advance(1h);
        (void)desk.run();
        QCOMPARE(desk.item(identifier).state, OutboxState::Rejected);
        desk.clock.advance(1h);
        (void)desk.run();
        QCOMPARE(desk.puts(), 0);
        QCOMPARE(statusOf(desk.atClinic()), QStringLiteral("requested"));
        // The person is done with it: what was to follow goes too.
        QVERIFY(desk.store->outbox().forget(desk.item(identifier).sequence));
        QCOMPARE(desk.store->outbox().unsentCount().value(), 0);
        QCOMPARE(int(desk.records.tasks().first().status), int(TaskStatus::Open));
    }

    void refusedAnswersThatAreSentAgainCompleteItToo()
    {
        Desk desk;
        const QString identifier = desk.queueAnswers(3);
        desk.change(identifier, [](OutboxItem &item) {
            item.state = OutboxState::Rejected;
            item.problem = QStringLiteral("Rejected:invalid");
        });
        (void)desk.run();
        QCOMPARE(desk.puts(), 0);
        QVERIFY(desk.records.sendAgain(desk.answers(4), desk.form, false));
        QVERIFY(desk.run());
        QCOMPARE(desk.puts(), 1);
        QCOMPARE(statusOf(desk.atClinic()), QStringLiteral("completed"));
    }

    void aLostAnswerIsNotSaidTwice()
    {
        Desk desk;
        desk.queueAnswers(3);
        desk.clinic.loseReplies("PUT", 1);
        (void)desk.run();
        QCOMPARE(desk.updates().first().state, OutboxState::Uncertain);
        desk.clock.advance(1h);
        QVERIFY(desk.run());
        QCOMPARE(desk.updates().first().state, OutboxState::Done);
        QCOMPARE(desk.puts(), 1);
        QCOMPARE(desk.atClinic().value(QStringLiteral("output")).toArray().size(), 1);
    }

    void whoWasQuickerIsKept()
    {
        Desk desk;
        desk.queueAnswers(3);
        int refusals = 0;
        desk.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            if (request.method != "PUT" || refusals++ > 0)
                return std::nullopt;
            QJsonObject theirs = taskJson(QStringLiteral("t1"), QStringLiteral("in-progress"));
            theirs.insert(QStringLiteral("businessStatus"), QJsonObject{{QStringLiteral("text"), QStringLiteral("called")}});
            desk.clinic.put(theirs, QStringLiteral("2026-03-02T15:30:00.000Z"), QStringLiteral("8"));
            return ScriptedClinic::outcome(412, "conflict");
        });
        QVERIFY(desk.run());
        QCOMPARE(desk.puts(), 2);
        QCOMPARE(headerOf(desk.clinic.requestsTo("PUT", QStringLiteral("t1")).last(), "If-Match"), QByteArray("W/\"8\""));
        QCOMPARE(statusOf(desk.atClinic()), QStringLiteral("completed"));
        QVERIFY(desk.atClinic().contains(QStringLiteral("businessStatus")));
    }

    void whatTheClinicDoesNotTake_data()
    {
        QTest::addColumn<Given>("reply");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("problem");
        QTest::newRow("changed each time") << Given{ScriptedClinic::outcome(412, "conflict")} << int(OutboxState::Rejected)
                                           << QStringLiteral("Conflict:changed");
        QTest::newRow("forbidden") << Given{ScriptedClinic::outcome(403, "forbidden")} << int(OutboxState::Rejected)
                                   << QStringLiteral("Forbidden:forbidden");
        QTest::newRow("invalid") << Given{ScriptedClinic::outcome(422, "invalid")} << int(OutboxState::Rejected)
                                 << QStringLiteral("Rejected:invalid");
        QTest::newRow("server error") << Given{ScriptedClinic::answer(500)} << int(OutboxState::Uncertain) << QString();
        QTest::newRow("busy") << Given{ScriptedClinic::answer(429)} << int(OutboxState::Uncertain) << QString();
        QTest::newRow("a Wi-Fi page") << Given{ScriptedClinic::answer(200, "<html></html>")} << int(OutboxState::Uncertain)
                                      << QString();
    }
    void whatTheClinicDoesNotTake()
    {
        QFETCH(Given, reply);
        QFETCH(int, state);
        QFETCH(QString, problem);
        Desk desk;
        const QString identifier = desk.queueAnswers(3);
        desk.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            return request.method == "PUT" ? std::optional(reply.reply) : std::nullopt;
        });
        (void)desk.run();
        QCOMPARE(desk.item(identifier).state, OutboxState::Done); // the answers are there whatever becomes of the task
        QCOMPARE(int(desk.updates().first().state), state);
        if (!problem.isEmpty())
            QCOMPARE(desk.updates().first().problem, problem);
        desk.clinic.setScript({});
        desk.restart(); // what the clinic refused itself is not tried again by a start
        desk.clock.advance(24h);
        (void)desk.run();
        QCOMPARE(int(desk.updates().first().state), state == int(OutboxState::Rejected) ? state : int(OutboxState::Done));
    }

    void aTaskThatIsGoneOrTakenBackIsLeftAlone_data()
    {
        QTest::addColumn<QString>("status");
        QTest::newRow("gone") << QString();
        QTest::newRow("cancelled") << QStringLiteral("cancelled");
        QTest::newRow("rejected") << QStringLiteral("rejected");
        QTest::newRow("in error") << QStringLiteral("entered-in-error");
    }
    void aTaskThatIsGoneOrTakenBackIsLeftAlone()
    {
        QFETCH(QString, status);
        Desk desk;
        desk.queueAnswers(3);
        if (status.isEmpty())
            desk.clinic.remove(task, QStringLiteral("t1"));
        else
            desk.clinic.put(taskJson(QStringLiteral("t1"), status), QStringLiteral("2026-03-02T15:00:00.000Z"),
                            QStringLiteral("8"));
        QVERIFY(desk.run());
        QCOMPARE(desk.updates().first().state, OutboxState::Done);
        QCOMPARE(desk.puts(), 0);
        QCOMPARE(statusOf(desk.atClinic()), status);
    }

    /// A lesson or a skill that the clinic asks for once more: it is open on the device that told it, too, and is told anew.
    void whatIsAskedForAgainIsOpenAndToldAgain()
    {
        Desk desk;
        const auto put = [&desk](const char *status, const char *version) {
            QJsonObject json = taskJson(QStringLiteral("t2"), QString::fromLatin1(status));
            json.remove(QStringLiteral("input"));
            json.insert(QStringLiteral("focus"), QJsonObject{{QStringLiteral("reference"), QStringLiteral("Library/wave")}});
            desk.clinic.put(json, QStringLiteral("2026-03-02T15:0%1:00.000Z").arg(QLatin1String(version)),
                            QString::fromLatin1(version));
        };
        const auto status = [&desk] {
            for (const CareTask &one : desk.records.tasks()) {
                if (one.id == QLatin1String("t2"))
                    return int(one.status);
            }
            return -1;
        };
        put("requested", "2");
        QVERIFY(desk.run());
        QCOMPARE(status(), int(TaskStatus::Open));
        QVERIFY(desk.records.queueTaskDone(QStringLiteral("t2"), desk.clock.nowUtc()));
        QCOMPARE(status(), int(TaskStatus::Completed));
        // Told, and nothing could be downloaded since.
        desk.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            const bool isList = request.method == "GET" && request.url.path().endsWith(QLatin1String("/Task"));
            return isList ? std::optional(ScriptedClinic::answer(500)) : std::nullopt;
        });
        (void)desk.run();
        QCOMPARE(desk.updates().first().state, OutboxState::Done);
        QCOMPARE(status(), int(TaskStatus::Completed));
        QVERIFY(desk.records.queueTaskDone(QStringLiteral("t2"), desk.clock.nowUtc()));
        QCOMPARE(desk.updates().size(), 1); // once
        desk.clinic.setScript({});
        desk.clock.advance(1h);
        put("requested", "5");
        QVERIFY(desk.run());
        QCOMPARE(status(), int(TaskStatus::Open));
        QVERIFY(desk.records.queueTaskDone(QStringLiteral("t2"), desk.clock.nowUtc()));
        QCOMPARE(status(), int(TaskStatus::Completed));
        QVERIFY(desk.run());
        QCOMPARE(desk.puts(QStringLiteral("t2")), 2);
        QCOMPARE(statusOf(desk.atClinic(QStringLiteral("t2"))), QStringLiteral("completed"));
        QCOMPARE(status(), int(TaskStatus::Completed));
    }

    void aTaskThatStaffClosedGetsItsAnswers()
    {
        Desk desk;
        desk.queueAnswers(3);
        desk.clinic.put(taskJson(QStringLiteral("t1"), QStringLiteral("completed")), QStringLiteral("2026-03-02T15:00:00.000Z"),
                        QStringLiteral("8"));
        QVERIFY(desk.run());
        QCOMPARE(desk.atClinic().value(QStringLiteral("output")).toArray().size(), 1);
    }

    void aFormWithoutATaskOfItsOwnCompletesTheOldestThatAsksForIt()
    {
        Desk desk;
        QJsonObject older = taskJson(QStringLiteral("t0"));
        older.insert(QStringLiteral("authoredOn"), QStringLiteral("2026-02-01T10:00:00Z"));
        QJsonObject later = taskJson(QStringLiteral("t2"));
        later.insert(QStringLiteral("authoredOn"), QStringLiteral("2026-01-01T10:00:00Z"));
        later.insert(QStringLiteral("restriction"),
                     QJsonObject{{QStringLiteral("period"), QJsonObject{{QStringLiteral("start"), QStringLiteral("2026-04-01")}}}});
        desk.clinic.put(older, QStringLiteral("2026-03-02T12:00:00.000Z"));
        desk.clinic.put(later, QStringLiteral("2026-03-02T12:00:00.000Z"));
        QVERIFY(desk.run());
        QVERIFY(desk.records.queue(desk.answers(3, urn(newId())), desk.form, desk.clock.nowUtc(), false));
        QVERIFY(desk.run());
        QCOMPARE(statusOf(desk.atClinic(QStringLiteral("t0"))), QStringLiteral("completed"));
        QCOMPARE(statusOf(desk.atClinic(QStringLiteral("t1"))), QStringLiteral("requested"));
        QCOMPARE(statusOf(desk.atClinic(QStringLiteral("t2"))), QStringLiteral("requested"));
    }

    void answersAreAmendedUnderTheirId()
    {
        Desk desk;
        const QString identifier = desk.queueAnswers(3);
        QVERIFY(desk.run());
        desk.clock.advance(1h);
        QVERIFY(desk.records.amend(desk.answers(5), desk.form, desk.clock.nowUtc(), false));
        QCOMPARE(desk.records.submittedTo({url}).size(), 1);
        QCOMPARE(desk.records.submittedTo({url}).first().form.answers.value(QStringLiteral("craving")).toDouble(), 5.0);
        QCOMPARE(desk.records.submittedTo({url}).first().state, OutboxState::Queued);
        desk.clock.advance(1h);
        QVERIFY(desk.records.amend(desk.answers(6), desk.form, desk.clock.nowUtc(), false)); // and once more, before the first went
        desk.clinic.loseReplies("PUT", 1);
        (void)desk.run();
        desk.clock.advance(1h);
        QVERIFY(desk.run());
        QCOMPARE(desk.clinic.records(response).size(), 1);
        const QJsonObject now = desk.clinic.records(response).first();
        QCOMPARE(now.value(QStringLiteral("id")).toString(), QStringLiteral("made-1"));
        QCOMPARE(statusOf(now), QStringLiteral("amended"));
        const QJsonObject answer = now.value(QStringLiteral("item"))
                                       .toArray()
                                       .first()
                                       .toObject()
                                       .value(QStringLiteral("answer"))
                                       .toArray()
                                       .first()
                                       .toObject();
        QCOMPARE(answer.value(QStringLiteral("valueInteger")).toInt(), 6);
        QCOMPARE(desk.puts(QStringLiteral("made-1")), 2); // in their order, each once
        QCOMPARE(desk.posts(), 1);
        QCOMPARE(desk.item(identifier).state, OutboxState::Done);
        QCOMPARE(desk.store->outbox().unsentCount().value(), 0);
    }

    void whatHasNotLeftIsReplaced()
    {
        Desk desk;
        const QString identifier = desk.queueAnswers(3);
        QVERIFY(desk.records.amend(desk.answers(5), desk.form, desk.clock.nowUtc(), true));
        QCOMPARE(desk.store->outbox().unsentCount().value(), 2); // the answers and their task
        QCOMPARE(desk.item(identifier).priority, 0);
        QVERIFY(desk.run());
        QCOMPARE(desk.posts(), 1);
        QCOMPARE(desk.puts(QStringLiteral("made-1")), 0);
        QCOMPARE(statusOf(desk.clinic.records(response).first()), QStringLiteral("completed"));
        const auto unknown = desk.records.amend(desk.answers(5, urn(newId())), desk.form, desk.clock.nowUtc(), false);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, ProblemKind::NotFound);
    }

    /// Another device of theirs amended the answers in between, and this one had not heard of it when they were changed here.
    void anAmendmentTakesThePlaceOfNoneThatWereNotSeen()
    {
        Desk desk;
        const QString identifier = desk.queueAnswers(3);
        const CompletedForm first = desk.answers(3);
        QVERIFY(desk.run());
        const auto held = [&] {
            return desk.records.submittedAs(identifier)->form.answers.value(QStringLiteral("craving")).toInt();
        };
        const auto listed = [&] {
            return desk.records.submittedTo({url}).constFirst().form.answers.value(QStringLiteral("craving")).toInt();
        };
        const auto atClinic = [&] {
            return QJsonDocument(desk.clinic.records(response).constFirst()).toJson(QJsonDocument::Compact);
        };
        const auto amended = [&](int craving) {
            CompletedForm completed = desk.answers(craving);
            completed.authored = first.authored;
            completed.amended = desk.clock.nowUtc().toOffsetFromUtc(-5 * 3600);
            return completed;
        };
        const auto elsewhere = [&](int craving, const char *time) {
            QJsonObject there = desk.clinic.records(response).constFirst();
            const QJsonObject said =
                QJsonDocument::fromJson(fhir::writeQuestionnaireResponse(amended(craving), desk.form)).object();
            there.insert(QStringLiteral("item"), said.value(QStringLiteral("item")));
            there.insert(QStringLiteral("extension"), said.value(QStringLiteral("extension")));
            desk.clinic.put(there, QLatin1String(time), QString::number(10 + craving));
        };
        desk.clock.advance(30min);
        elsewhere(9, "2026-03-02T18:00:00.000Z");
        desk.clock.advance(30min);
        QVERIFY(desk.records.amend(amended(5), desk.form, desk.clock.nowUtc(), false));
        (void)desk.run();
        QCOMPARE(desk.updates().first().state, OutboxState::Rejected);
        QCOMPARE(desk.updates().first().problem, QStringLiteral("Conflict:other-answers"));
        QVERIFY(atClinic().contains("\"valueInteger\":9"));
        QCOMPARE(held(), 5); // kept, and seen as what was not taken

        // They were told, and send it all the same. What went along to compare stays here.
        desk.clock.advance(1h);
        QVERIFY(desk.records.amend(amended(5), desk.form, desk.clock.nowUtc(), false));
        QVERIFY(desk.run());
        QCOMPARE(desk.updates().first().state, OutboxState::Done);
        QCOMPARE(desk.store->outbox().unsentCount().value(), 0); // and nothing says that it was refused
        QVERIFY(atClinic().contains("\"valueInteger\":5"));
        QVERIFY(!atClinic().contains("contained"));
        QCOMPARE(desk.clinic.records(response).size(), 1);
        QCOMPARE(listed(), 5);

        // What this device sent lies in its outbox for days. What another says after that is seen at once all the same.
        desk.clock.advance(1h);
        elsewhere(8, "2026-03-02T21:00:00.000Z");
        QVERIFY(desk.run());
        QCOMPARE(held(), 8);
        QCOMPARE(listed(), 8);
        desk.clock.advance(1h);
        QVERIFY(desk.records.amend(amended(7), desk.form, desk.clock.nowUtc(), false));
        QCOMPARE(held(), 7);
        QVERIFY(desk.run());
        QVERIFY(atClinic().contains("\"valueInteger\":7"));
        QCOMPARE(held(), 7);
    }

    void anAmendmentOfWhatIsGoneOrWasChangedLaterIsShown()
    {
        Desk desk;
        desk.queueAnswers(3);
        QVERIFY(desk.run());
        desk.clock.advance(1h);
        QVERIFY(desk.records.amend(desk.answers(5), desk.form, desk.clock.nowUtc(), false));
        QJsonObject theirs = desk.clinic.records(response).first();
        QJsonObject other = SyncBench::answer(desk.answers(5).identifier, QStringLiteral("2027-03-02T20:00:00.000-05:00"), 9);
        other.insert(QStringLiteral("id"), theirs.value(QStringLiteral("id")));
        desk.clinic.put(other, QStringLiteral("2026-03-02T18:00:00.000Z"), QStringLiteral("4"));
        (void)desk.run();
        QCOMPARE(desk.updates().first().state, OutboxState::Rejected);
        QCOMPARE(desk.updates().first().problem, QStringLiteral("Conflict:other-answers"));

        Desk second;
        second.queueAnswers(3);
        QVERIFY(second.run());
        second.clock.advance(1h);
        QVERIFY(second.records.amend(second.answers(5), second.form, second.clock.nowUtc(), false));
        second.clinic.remove(response, QStringLiteral("made-1"));
        (void)second.run();
        QCOMPARE(second.updates().first().state, OutboxState::Rejected);
        QCOMPARE(second.updates().first().problem, QStringLiteral("Conflict:gone"));
        QVERIFY(second.clinic.records(response).isEmpty());
    }
};

QTEST_GUILESS_MAIN(SyncUpdateTest)
#include "tst_update.moc"
