// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "TaskDesk.h"

using namespace handrail;
using namespace std::chrono_literals;
using Reply = ScriptedClinic::Reply;

namespace {

const QString morning = QStringLiteral("2026-03-02T08:00:00.000-05:00");

/// The same check-in, said otherwise now.
CompletedForm changed(const SyncBench &bench, const QString &identifier, int craving)
{
    CompletedForm completed;
    completed.identifier = identifier;
    completed.questionnaire = cravingForm().url;
    completed.patientId = QStringLiteral("maya");
    completed.authored = QDateTime::fromString(morning, Qt::ISODateWithMs);
    completed.amended = bench.clock.nowUtc().toOffsetFromUtc(-5 * 3600);
    completed.answers.insert(QStringLiteral("craving"), double(craving));
    return completed;
}

} // namespace

/// Answers that were refused, or that nobody has yet, and what is said under their name after that.
class SyncOutrunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The app saw that others are there before any of these left. The server heeds no conditions.
    void whatWasChosenBeforeItLeftIsNoSecondRecord()
    {
        SyncBench bench;
        bench.clinic.ignoreConditions();
        Records records(*bench.store, bench.identity);
        const QString identifier = bench.queueAnswer(morning, 7);
        QVERIFY(records.setOutrun(identifier));
        QJsonObject theirs = bench.answer(identifier, QStringLiteral("2026-03-02T09:00:00.000-05:00"), 2);
        theirs.insert(QStringLiteral("id"), QStringLiteral("there"));
        bench.clinic.put(theirs, QStringLiteral("2026-03-02T14:00:01.000Z"));
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Rejected);
        QCOMPARE(records.replacedAs(identifier)->form.answers.value(QStringLiteral("craving")).toDouble(), 2.0);
        bench.clock.advance(1h);
        QVERIFY(records.amend(changed(bench, identifier, 6), cravingForm(), bench.clock.nowUtc(), false));

        // It is only asked for: nothing of it has left, and nobody says so.
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            const bool isAsked = request.method == "GET" && !parameter(request, "identifier").isEmpty();
            return isAsked ? std::optional<Reply>(ScriptedClinic::answer(429, {}, {{"Retry-After", "120"}})) : std::nullopt;
        });
        (void)bench.run();
        QVERIFY(bench.item(identifier).isHere());
        QCOMPARE(bench.item(identifier).attempts, 1);
        QCOMPARE(bench.item(identifier).retryAt, bench.clock.nowUtc().addSecs(120)); // as long as the server says

        bench.clinic.setScript({});
        bench.clock.advance(1h);
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QCOMPARE(bench.posts(), 0);
        QCOMPARE(bench.clinic.records(response).size(), 1);
        QCOMPARE(cravingIn(bench.clinic.records(response).first()), 6);
    }

    /// The others are later by a clock that is ahead, and lie here since they were chosen from.
    void whatWentOverLaterAnswersIsShownBeforeTheDownload()
    {
        SyncBench bench;
        Records records(*bench.store, bench.identity);
        const QString identifier = bench.queueAnswer(morning, 7);
        QJsonObject theirs = bench.answer(identifier, QStringLiteral("2026-03-02T23:00:00.000-05:00"), 2);
        theirs.insert(QStringLiteral("id"), QStringLiteral("there"));
        bench.clinic.put(theirs, QStringLiteral("2026-03-02T14:00:01.000Z"));
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).problem, QString(outrunProblem));
        QCOMPARE(bench.count(response), 1);
        bench.clock.advance(1h);
        QVERIFY(records.amend(changed(bench, identifier, 6), cravingForm(), bench.clock.nowUtc(), false));

        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            const bool isDownload =
                request.method == "GET" && isAt(request, "/QuestionnaireResponse") && parameter(request, "identifier").isEmpty();
            return isDownload ? std::optional<Reply>(ScriptedClinic::answer(500)) : std::nullopt;
        });
        const auto shown = [&] { return records.submitted(10).first().form.answers.value(QStringLiteral("craving")).toDouble(); };
        (void)bench.run();
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QCOMPARE(bench.count(response), 1);
        QCOMPARE(shown(), 6.0);
        // What comes after all is in its place.
        bench.clinic.setScript({});
        bench.clock.advance(1h);
        QVERIFY(bench.run());
        QCOMPARE(bench.count(response), 1);
        QCOMPARE(shown(), 6.0);
    }

    void changesBehindWhatIsSentAgainGoIntoIt_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("it never arrived") << false;
        QTest::newRow("it had arrived, and was found late") << true;
    }
    /// They waited behind answers that were refused: of other answers, perhaps from another device, there is no word.
    void changesBehindWhatIsSentAgainGoIntoIt()
    {
        QFETCH(bool, isThere);
        SyncBench bench;
        Records records(*bench.store, bench.identity);
        const QString identifier = bench.queueAnswer(morning, 3);
        bench.clinic.setScript(creates(tl::make_unexpected(Problem{ProblemKind::Timeout, true, {}})));
        QVERIFY(!bench.run());
        for (const int craving : {4, 5}) { // it may have left
            bench.clock.advance(1h);
            QVERIFY(records.amend(changed(bench, identifier, craving), cravingForm(), bench.clock.nowUtc(), false));
        }
        bench.clinic.setScript(creates(ScriptedClinic::outcome(422, "invalid")));
        (void)bench.run();
        QCOMPARE(bench.item(identifier).problem, QStringLiteral("Rejected:invalid"));
        QCOMPARE(bench.store->outbox().unsentCount().value(), 3);

        bench.clinic.setScript({});
        if (isThere) {
            QJsonObject first = bench.answer(identifier, morning, 3);
            first.insert(QStringLiteral("id"), QStringLiteral("late"));
            bench.clinic.put(first, QStringLiteral("2026-03-02T15:00:01.000Z"));
        }
        bench.clock.advance(1h);
        QVERIFY(records.amend(changed(bench, identifier, 6), cravingForm(), bench.clock.nowUtc(), false));
        QCOMPARE(bench.store->outbox().all().value().size(), 1);
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QCOMPARE(bench.store->outbox().unsentCount().value(), 0);
        QCOMPARE(bench.clinic.records(response).size(), 1);
        QCOMPARE(cravingIn(bench.clinic.records(response).first()), 6);
    }

    void whereTheClinicTookItsOwnBackThereAreNoOthers_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("isChanged");
        QTest::newRow("by staff") << QStringLiteral("entered-in-error") << false;
        QTest::newRow("by staff, and it was changed here") << QStringLiteral("entered-in-error") << true;
        QTest::newRow("it is not finished") << QStringLiteral("in-progress") << false;
    }
    /// Nothing is there to look at. What is said anew does not stand in the place of that, which stays as it is.
    void whereTheClinicTookItsOwnBackThereAreNoOthers()
    {
        QFETCH(QString, status);
        QFETCH(bool, isChanged);
        SyncBench bench;
        Records records(*bench.store, bench.identity);
        const QString identifier = bench.queueAnswer(morning, 7);
        if (isChanged) { // of what may have left
            bench.clinic.setScript(creates(tl::make_unexpected(Problem{ProblemKind::Timeout, true, {}})));
            QVERIFY(!bench.run());
            bench.clinic.setScript({});
            bench.clock.advance(1h);
            QVERIFY(records.amend(changed(bench, identifier, 8), cravingForm(), bench.clock.nowUtc(), false));
        }
        QJsonObject theirs = bench.answer(identifier, morning, 2);
        theirs.insert(QStringLiteral("id"), QStringLiteral("there"));
        theirs.insert(QStringLiteral("status"), status);
        bench.clinic.put(theirs, QStringLiteral("2026-03-02T14:00:01.000Z"));
        (void)bench.run();
        QCOMPARE(bench.store->outbox().all().value().size(), 1); // with what was changed
        QCOMPARE(bench.item(identifier).state, OutboxState::Rejected);
        QCOMPARE(bench.item(identifier).problem, QString(takenBackProblem));
        QVERIFY(records.isTakenBack(identifier));
        QCOMPARE(records.replacedAs(identifier)->form.answers.value(QStringLiteral("craving")).toDouble(), isChanged ? 8.0 : 7.0);

        const CompletedForm again = changed(bench, urn(newId()), 6);
        QVERIFY(records.queueAnew(again, cravingForm(), bench.clock.nowUtc(), false, identifier));
        QVERIFY(!records.isTakenBack(identifier));
        QVERIFY(bench.run());
        QCOMPARE(bench.item(again.identifier).state, OutboxState::Done);
        QCOMPARE(bench.store->outbox().unsentCount().value(), 0);
        QCOMPARE(bench.clinic.records(response).size(), 2);
        QCOMPARE(bench.clinic.records(response).first().value(QStringLiteral("status")).toString(), status);
        QVERIFY(bench.clinic.requestsTo("PUT", QStringLiteral("there")).isEmpty());
    }

    /// The word to the task waited behind what was refused. It goes after what is said anew, to no other task of that form.
    void whatIsSaidAnewDoesTheTaskOfWhatWasRefused()
    {
        Desk desk;
        QJsonObject older = taskJson(QStringLiteral("t0"));
        older.insert(QStringLiteral("authoredOn"), QStringLiteral("2026-02-01T10:00:00Z"));
        desk.clinic.put(older, QStringLiteral("2026-03-01T11:00:00.000Z"), QStringLiteral("3"));
        QVERIFY(desk.run());
        const QString identifier = desk.queueAnswers(7);
        desk.change(identifier, [](OutboxItem &item) {
            item.state = OutboxState::Rejected;
            item.problem = takenBackProblem;
        });
        const CompletedForm again = desk.answers(6, urn(newId()));
        const QDateTime now = desk.clock.nowUtc();
        // All of it or nothing: where the word cannot be queued, what was refused stays, and nothing goes beside it.
        OutboxItem inTheWay = desk.updates().first();
        inTheWay.identifier = urn(assignedId(again.identifier, url, QStringLiteral("t1")));
        inTheWay.after.clear();
        QVERIFY(desk.store->outbox().queue(inTheWay));
        QVERIFY(!desk.records.queueAnew(again, desk.form, now, false, identifier));
        QVERIFY(desk.records.isTakenBack(identifier));
        QVERIFY(!desk.store->outbox().find(again.identifier).value());
        QVERIFY(desk.store->outbox().withdraw(inTheWay.identifier));

        QVERIFY(desk.records.queueAnew(again, desk.form, now, false, identifier));
        QVERIFY(!desk.records.isTakenBack(identifier));
        QCOMPARE(desk.store->outbox().unsentCount().value(), 2);
        QCOMPARE(desk.updates().first().after, again.identifier);
        QVERIFY(desk.run());
        QCOMPARE(desk.store->outbox().unsentCount().value(), 0);
        QCOMPARE(statusOf(desk.atClinic()), QStringLiteral("completed"));
        QCOMPARE(statusOf(desk.atClinic(QStringLiteral("t0"))), QStringLiteral("requested"));
        const QJsonObject output = desk.atClinic().value(QStringLiteral("output")).toArray().first().toObject();
        const QJsonObject answers =
            output.value(QStringLiteral("valueReference")).toObject().value(QStringLiteral("identifier")).toObject();
        QCOMPARE(answers.value(QStringLiteral("value")).toString(), again.identifier);
    }
};

QTEST_GUILESS_MAIN(SyncOutrunTest)
#include "tst_outrun.moc"
