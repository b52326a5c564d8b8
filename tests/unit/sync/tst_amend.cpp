// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SyncBench.h"
#include "fhir/Read.h"
#include "fhir/Write.h"
#include "sync/Records.h"

#include <QTest>
#include <algorithm>

using namespace handrail;
using namespace std::chrono_literals;
using Reply = ScriptedClinic::Reply;

namespace {

const QString response = QStringLiteral("QuestionnaireResponse");

/// JSON, written with single quotes.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

/// The person saw these, and sends theirs all the same.
void noteSeen(SyncBench &bench, const QString &identifier, const QJsonObject &theirs)
{
    bench.change(identifier, [&](OutboxItem &item) {
        item.payload = fhir::writeChange(item.payload, QJsonDocument(theirs).toJson(QJsonDocument::Compact));
    });
}

} // namespace

/// What the clinic has already under the identifier of a check-in: two devices, or an app that was removed, give one day's check-in the same.
class SyncAmendTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherAnswersAtTheClinicAreAmendedWhenTheyWereSeen_data()
    {
        QTest::addColumn<bool>("isReplyLost");
        QTest::addColumn<bool>("isSeen");
        QTest::newRow("told by the answer") << false << true;
        QTest::newRow("found by asking") << true << true;
        QTest::newRow("unseen, told by the answer") << false << false;
        QTest::newRow("unseen, found by asking") << true << false;
    }
    /// They are older. Those that nobody saw here stay, and the person hears of it.
    void otherAnswersAtTheClinicAreAmendedWhenTheyWereSeen()
    {
        QFETCH(bool, isReplyLost);
        QFETCH(bool, isSeen);
        SyncBench bench;
        const QString identifier = bench.queueAnswer(QStringLiteral("2026-03-02T20:00:00.000-05:00"), 7);
        QJsonObject theirs = bench.answer(identifier, QStringLiteral("2026-03-02T08:00:00.000-05:00"), 2);
        theirs.insert(QStringLiteral("id"), QStringLiteral("there"));
        theirs.insert(QStringLiteral("language"), QStringLiteral("en"));
        bench.clinic.put(theirs, QStringLiteral("2026-03-02T13:00:01.000Z"), QStringLiteral("4"));
        if (isSeen)
            noteSeen(bench, identifier, theirs);
        if (isReplyLost) {
            bench.clinic.loseReplies("POST", 1);
            QCOMPARE(bench.run().has_value(), isSeen); // what takes the place of others is looked for before it goes
            bench.clock.advance(61s);
        }
        QVERIFY(bench.run());
        const OutboxItem item = bench.item(identifier);
        if (!isSeen) {
            QCOMPARE(item.state, OutboxState::Rejected);
            QCOMPARE(item.problem, QString(outrunProblem));
            QVERIFY(bench.clinic.requestsTo("PUT", QStringLiteral("there")).isEmpty());
            QCOMPARE(cravingIn(bench.clinic.records(response).first()), 2);
            QCOMPARE(cravingIn(QJsonDocument::fromJson(item.payload).object()), 7); // kept
            return;
        }
        QCOMPARE(item.state, OutboxState::Done);
        QCOMPARE(item.serverId, QStringLiteral("there"));
        QCOMPARE(bench.clinic.records(response).size(), 1);
        const QJsonObject now = bench.clinic.records(response).first();
        const QJsonObject sent = QJsonDocument::fromJson(item.payload).object();
        QCOMPARE(now.value(QStringLiteral("item")), sent.value(QStringLiteral("item")));
        QCOMPARE(now.value(QStringLiteral("authored")), sent.value(QStringLiteral("authored")));
        QCOMPARE(now.value(QStringLiteral("status")).toString(), QStringLiteral("amended"));
        QCOMPARE(now.value(QStringLiteral("language")).toString(), QStringLiteral("en")); // what else is there stays
        const QList<HttpRequest> puts = bench.clinic.requestsTo("PUT", QStringLiteral("there"));
        QCOMPARE(puts.size(), 1);
        QCOMPARE(headerOf(puts.first(), "If-Match"), QByteArray("W/\"4\""));
        QVERIFY(bench.run());
        QCOMPARE(bench.clinic.requestsTo("PUT", QStringLiteral("there")).size(), 1);
    }

    /// Which answers are the same is told without their form (tst_write).
    void whatDiffersWithinAnItemIsSent_data()
    {
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<bool>("isSent");
        const auto row = [](const char *name, const char *theirs, bool isSent) { QTest::newRow(name) << json(theirs) << isSent; };
        row("as a server writes it",
            "{'valueQuantity':{'value':5.0,'unit':'Kilo','code':'kg'}},{'valueQuantity':{'value':7,'unit':'Kilo','code':'kg'}}",
            false);
        row("the second quantity", "{'valueQuantity':{'value':5,'code':'kg'}},{'valueQuantity':{'value':6,'code':'kg'}}", true);
        row("its unit", "{'valueQuantity':{'value':5,'code':'kg'}},{'valueQuantity':{'value':7,'code':'[lb_av]'}}", true);
    }
    void whatDiffersWithinAnItemIsSent()
    {
        QFETCH(QByteArray, theirs);
        QFETCH(bool, isSent);
        SyncBench bench;
        const QString identifier = bench.queueAnswer(QStringLiteral("2026-03-02T20:00:00.000-05:00"), 7);
        const auto withAnswers = [](QJsonObject response, const QByteArray &answers) {
            const QJsonArray items = QJsonDocument::fromJson(json("[{'linkId':'a','answer':[") + answers + "]}]").array();
            response.insert(QStringLiteral("item"), items);
            return response;
        };
        const QJsonObject sent =
            withAnswers(QJsonDocument::fromJson(bench.item(identifier).payload).object(),
                        json("{'valueQuantity':{'value':5,'code':'kg'}},{'valueQuantity':{'value':7,'code':'kg'}}"));
        QVERIFY(!sent.value(QStringLiteral("item")).toArray().isEmpty());
        bench.change(identifier, [&](OutboxItem &item) { item.payload = QJsonDocument(sent).toJson(QJsonDocument::Compact); });
        QJsonObject there = withAnswers(bench.answer(identifier, QStringLiteral("2026-03-02T08:00:00.000-05:00"), 2), theirs);
        there.insert(QStringLiteral("id"), QStringLiteral("there"));
        bench.clinic.put(there, QStringLiteral("2026-03-02T13:00:01.000Z"));
        noteSeen(bench, identifier, there);
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QCOMPARE(bench.clinic.requestsTo("PUT", QStringLiteral("there")).size(), isSent ? 1 : 0);
        QCOMPARE(bench.clinic.records(response).size(), 1);
        const QJsonObject &told = isSent ? sent : there;
        QCOMPARE(bench.clinic.records(response).first().value(QStringLiteral("item")), told.value(QStringLiteral("item")));
    }

    /// It arrived, and the reply was lost: what the server made of it is no other answer, and is not told as one.
    void ownAnswersThatTheServerRewroteAreDone()
    {
        SyncBench bench;
        const QString identifier = bench.queueAnswer(QStringLiteral("2026-03-02T20:00:00.000-05:00"), 7);
        bench.change(identifier, [](OutboxItem &item) {
            QJsonObject sent = QJsonDocument::fromJson(item.payload).object();
            sent.insert(QStringLiteral("item"),
                        QJsonDocument::fromJson(json("[{'linkId':'a','answer':[{'valueString':' so so '}]}]")).array());
            item.payload = QJsonDocument(sent).toJson(QJsonDocument::Compact);
        });
        bench.clinic.loseReplies("POST", 1);
        QVERIFY(!bench.run());
        QJsonObject there = bench.clinic.records(response).first();
        const QJsonArray rewritten =
            QJsonDocument::fromJson(json("[{'linkId':'b'},{'linkId':'a','text':'How?','answer':[{'valueString':'so so'}]}]"))
                .array();
        QVERIFY(there.value(QStringLiteral("item")) != rewritten);
        there.insert(QStringLiteral("item"), rewritten);
        bench.clinic.put(there, QStringLiteral("2026-03-03T01:00:01.000Z"));
        bench.clock.advance(61s);
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QCOMPARE(bench.clinic.records(response).size(), 1);
        QCOMPARE(bench.clinic.records(response).first().value(QStringLiteral("item")).toArray(), rewritten);
    }

    void otherAnswersAtTheClinicThatAreNewerStay()
    {
        SyncBench bench;
        const QString identifier = bench.queueAnswer(QStringLiteral("2026-03-02T08:00:00.000-05:00"), 7);
        QJsonObject theirs = bench.answer(identifier, QStringLiteral("2026-03-02T20:00:00.000-05:00"), 2);
        theirs.insert(QStringLiteral("id"), QStringLiteral("there"));
        bench.clinic.put(theirs, QStringLiteral("2026-03-03T01:00:01.000Z"));
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Rejected); // the person hears that these are not there
        QVERIFY(bench.item(identifier).problem.startsWith(QStringLiteral("Conflict:")));
        QVERIFY(bench.clinic.requestsTo("PUT", QStringLiteral("there")).isEmpty());
        bench.restart();
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Rejected);
    }

    void whatThePersonChoseGoesInThePlaceOfWhatTheySaw_data()
    {
        QTest::addColumn<QString>("meanwhile");
        QTest::newRow("nothing happened") << QString();
        QTest::newRow("nothing, and theirs are older") << QStringLiteral("older");
        QTest::newRow("nothing, and their clock is ahead") << QStringLiteral("ahead");
        QTest::newRow("a third device answered") << QStringLiteral("changed");
        QTest::newRow("it is gone") << QStringLiteral("gone");
    }
    /// Ours were refused for others. What the clinic has is here at once, to be looked at.
    void whatThePersonChoseGoesInThePlaceOfWhatTheySaw()
    {
        QFETCH(QString, meanwhile);
        SyncBench bench;
        const QString identifier = bench.queueAnswer(QStringLiteral("2026-03-02T08:00:00.000-05:00"), 7);
        const auto put = [&](const QString &authored, int craving, const QString &version) {
            QJsonObject theirs = bench.answer(identifier, authored, craving);
            theirs.insert(QStringLiteral("id"), QStringLiteral("there"));
            bench.clinic.put(theirs, QStringLiteral("2026-03-03T01:00:0%1.000Z").arg(version), version);
        };
        put(meanwhile == QLatin1String("older")       ? QStringLiteral("2026-03-02T07:00:00.000-05:00")
                : meanwhile == QLatin1String("ahead") ? QStringLiteral("2026-03-09T09:00:00.000-05:00")
                                                      : QStringLiteral("2026-03-02T09:00:00.000-05:00"),
            2, QStringLiteral("1"));
        // No download brings it.
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            const bool isSearch = request.method == "GET" && request.url.path().endsWith(QLatin1String("/QuestionnaireResponse"))
                && parameter(request, "identifier").isEmpty();
            return isSearch ? std::optional<Reply>(ScriptedClinic::answer(500)) : std::nullopt;
        });
        (void)bench.run();
        QCOMPARE(bench.item(identifier).state, OutboxState::Rejected);
        Records records(*bench.store, bench.identity);
        const std::optional<SubmittedForm> there = records.replacedAs(identifier);
        QVERIFY(there);
        QCOMPARE(there->state, OutboxState::Done);
        QCOMPARE(there->form.answers.value(QStringLiteral("craving")).toDouble(), 2.0);

        const Form form = cravingForm();
        CompletedForm mine;
        mine.identifier = identifier;
        mine.questionnaire = form.url;
        mine.patientId = QStringLiteral("maya");
        mine.authored = there->form.authored;
        mine.amended = QDateTime(QDate(2026, 3, 2), QTime(22, 0), Qt::OffsetFromUTC, -5 * 3600);
        for (const double craving : {6.0, 7.0}) { // and once more before it goes
            mine.answers.insert(QStringLiteral("craving"), craving);
            mine.amended = mine.amended.addSecs(60);
            QVERIFY(records.amend(mine, form, bench.clock.nowUtc(), false));
        }
        if (meanwhile == QLatin1String("changed"))
            put(QStringLiteral("2026-03-02T10:00:00.000-05:00"), 9, QStringLiteral("2"));
        else if (meanwhile == QLatin1String("gone"))
            bench.clinic.remove(response, QStringLiteral("there"));
        bench.clinic.setScript({});
        bench.clinic.ignoreConditions(); // what is there is looked for
        for (int i = 0; i < 2; ++i) {    // the last word after the one before it
            bench.clock.advance(1h);
            (void)bench.run();
        }
        const bool isTaken = meanwhile != QLatin1String("changed");
        QCOMPARE(bench.item(identifier).state, isTaken ? OutboxState::Done : OutboxState::Rejected);
        QCOMPARE(bench.clinic.records(response).size(), 1);
        const QJsonObject now = bench.clinic.records(response).first();
        QCOMPARE(cravingIn(now), isTaken ? 7 : 9);
        QVERIFY(!now.contains(QStringLiteral("contained"))); // also where it is sent anew
    }

    void aChangeOfWhatMayHaveArrivedIsNoOther_data()
    {
        QTest::addColumn<bool>("isOutrun");
        QTest::newRow("it had arrived") << false;
        QTest::newRow("those of another device are there") << true;
    }
    /// It arrived, and nobody here knows: what is changed then is a change of that, and nobody else's answers are in its way.
    void aChangeOfWhatMayHaveArrivedIsNoOther()
    {
        QFETCH(bool, isOutrun);
        SyncBench bench;
        const QString authored = QStringLiteral("2026-03-02T08:00:00.000-05:00");
        const QString identifier = bench.queueAnswer(authored, 3);
        bench.clinic.loseReplies("POST", 1);
        QVERIFY(!bench.run());
        bench.change(identifier, [](OutboxItem &item) { // the token was refused when it was sent again
            item.state = OutboxState::NeedsAuth;
            item.retryAt = {};
        });
        QVERIFY(bench.item(identifier).mayHaveLeft);
        if (isOutrun) {
            QJsonObject theirs = bench.answer(identifier, QStringLiteral("2026-03-02T08:10:00.000-05:00"), 9);
            theirs.insert(QStringLiteral("id"), bench.clinic.records(response).first().value(QStringLiteral("id")));
            bench.clinic.put(theirs, QStringLiteral("2026-03-02T18:00:00.000Z"), QStringLiteral("9"));
        }
        Records records(*bench.store, bench.identity);
        CompletedForm changed;
        changed.identifier = identifier;
        changed.questionnaire = cravingForm().url;
        changed.patientId = QStringLiteral("maya");
        changed.authored = QDateTime::fromString(authored, Qt::ISODateWithMs);
        for (const double craving : {4.0, 5.0}) {
            bench.clock.advance(1h);
            changed.amended = bench.clock.nowUtc().toOffsetFromUtc(-5 * 3600);
            changed.answers.insert(QStringLiteral("craving"), craving);
            QVERIFY(records.amend(changed, cravingForm(), bench.clock.nowUtc(), false));
        }
        QVERIFY(bench.run());
        if (isOutrun) { // both are there to choose from, and the person chooses their own
            QCOMPARE(bench.store->outbox().all().value().size(), 1);
            QCOMPARE(bench.item(identifier).state, OutboxState::Rejected);
            QCOMPARE(bench.item(identifier).problem, QString(outrunProblem));
            QCOMPARE(records.submittedAs(identifier)->form.answers.value(QStringLiteral("craving")).toDouble(), 5.0);
            QCOMPARE(records.replacedAs(identifier)->form.answers.value(QStringLiteral("craving")).toDouble(), 9.0);
            QVERIFY(records.amend(changed, cravingForm(), bench.clock.nowUtc(), false));
            QVERIFY(bench.run());
        }
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QCOMPARE(bench.store->outbox().unsentCount().value(), 0);
        QCOMPARE(bench.clinic.records(response).size(), 1);
        QCOMPARE(cravingIn(bench.clinic.records(response).first()), 5);
    }

    /// Too deep to be compared: that other answers are there does not say that these are.
    void ownAnswersThatCannotBeReadAreNotTold()
    {
        SyncBench bench;
        const QString identifier = bench.queueAnswer(QStringLiteral("2026-03-02T20:00:00.000-05:00"), 7);
        bench.change(identifier, [](OutboxItem &item) {
            const QByteArray deep = QByteArray("[").repeated(99) + QByteArray("]").repeated(99);
            QVERIFY(item.payload.contains("\"item\":[{"));
            item.payload.replace("\"item\":[{", QByteArray("\"item\":[" + deep + ",{"));
        });
        QJsonObject theirs = bench.answer(identifier, QStringLiteral("2026-03-02T08:00:00.000-05:00"), 2);
        theirs.insert(QStringLiteral("id"), QStringLiteral("there"));
        bench.clinic.put(theirs, QStringLiteral("2026-03-02T13:00:01.000Z"));
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Rejected);
        QVERIFY(bench.clinic.requestsTo("PUT", QStringLiteral("there")).isEmpty());
    }

    /// What is amended stays where it was in time; which of two amendments is the later one is told by when each was made.
    void anAmendmentKeepsItsDay_data()
    {
        QTest::addColumn<QString>("theirs"); // when the one at the clinic was made
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("never amended") << QString() << true;
        QTest::newRow("amended before") << QStringLiteral("2026-03-10T08:00:00-05:00") << true;
        QTest::newRow("amended later, elsewhere") << QStringLiteral("2026-03-12T08:00:00-05:00") << false;
    }
    void anAmendmentKeepsItsDay()
    {
        QFETCH(QString, theirs);
        QFETCH(bool, isTaken);
        SyncBench bench;
        const QString authored = QStringLiteral("2026-03-02T08:00:00-05:00");
        const auto amendedAt = [](QJsonObject response, const QString &time) {
            const QString url = QStringLiteral("https://handrail.example/fhir/StructureDefinition/amended");
            QJsonArray extensions{QJsonObject{{QStringLiteral("url"), QStringLiteral("https://x.example/own")},
                                              {QStringLiteral("valueString"), QStringLiteral("theirs")}}};
            if (!time.isEmpty())
                extensions << QJsonObject{{QStringLiteral("url"), url}, {QStringLiteral("valueDateTime"), time}};
            response.insert(QStringLiteral("extension"), extensions);
            return response;
        };
        const QString identifier = urn(newId());
        QJsonObject there = amendedAt(SyncBench::answer(identifier, authored, 2), theirs);
        there.insert(QStringLiteral("id"), QStringLiteral("there"));
        bench.clinic.put(there, QStringLiteral("2026-03-12T13:00:01.000Z"));
        CompletedForm completed;
        completed.identifier = identifier;
        completed.patientId = QStringLiteral("maya");
        completed.authored = QDateTime::fromString(authored, Qt::ISODate);
        completed.amended = QDateTime::fromString(QStringLiteral("2026-03-11T08:00:00-05:00"), Qt::ISODate);
        OutboxItem item;
        item.identifier = urn(newId());
        item.resourceType = response;
        item.action = OutboxAction::Update;
        item.after = identifier;
        item.queuedAt = bench.clock.nowUtc();
        item.payload = fhir::writeQuestionnaireResponse(completed, {});
        QVERIFY(bench.store->outbox().queue(item));
        QVERIFY(bench.run());
        QCOMPARE(bench.item(item.identifier).state, isTaken ? OutboxState::Done : OutboxState::Rejected);
        const QJsonObject now = bench.clinic.records(response).first();
        QCOMPARE(QDateTime::fromString(now.value(QStringLiteral("authored")).toString(), Qt::ISODate), completed.authored);
        if (!isTaken)
            return;
        const auto read = fhir::readQuestionnaireResponse(QJsonDocument(now).toJson());
        QVERIFY(read);
        QCOMPARE(read->amended, completed.amended);
        QCOMPARE(now.value(QStringLiteral("extension")).toArray().size(), 2); // theirs stays, and ours is there once
    }

    void anAmendmentThatIsNotTakenIsNotSent_data()
    {
        QTest::addColumn<Given>("reply");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("problem"); // only other answers are told as such
        const auto row = [](const char *name, const Reply &reply, OutboxState state, const char *problem) {
            QTest::newRow(name) << Given{reply} << int(state) << QString::fromLatin1(problem);
        };
        row("forbidden", ScriptedClinic::outcome(403, "forbidden"), OutboxState::Rejected, "Forbidden:forbidden");
        row("not supported", ScriptedClinic::outcome(405, "not-supported"), OutboxState::Rejected, "Rejected:not-supported");
        row("invalid", ScriptedClinic::outcome(422, "invalid"), OutboxState::Rejected, "Rejected:invalid");
        row("changed each time", ScriptedClinic::outcome(412, "conflict"), OutboxState::Rejected, "Conflict:changed");
        row("server error", ScriptedClinic::answer(500), OutboxState::Uncertain, "ServerError");
        row("no answer", tl::make_unexpected(Problem{ProblemKind::Timeout, true, {}}), OutboxState::Uncertain, "Timeout");
    }
    void anAmendmentThatIsNotTakenIsNotSent()
    {
        QFETCH(Given, reply);
        QFETCH(int, state);
        SyncBench bench;
        const QString identifier = bench.queueAnswer(QStringLiteral("2026-03-02T20:00:00.000-05:00"), 7);
        QJsonObject theirs = bench.answer(identifier, QStringLiteral("2026-03-02T08:00:00.000-05:00"), 2);
        theirs.insert(QStringLiteral("id"), QStringLiteral("there"));
        bench.clinic.put(theirs, QStringLiteral("2026-03-02T13:00:01.000Z"));
        noteSeen(bench, identifier, theirs);
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            return request.method == "PUT" ? std::optional(reply.reply) : std::nullopt;
        });
        (void)bench.run();
        QCOMPARE(int(bench.item(identifier).state), state);
        QTEST(bench.item(identifier).problem, "problem");
        if (state != int(OutboxState::Uncertain))
            return;
        bench.clinic.setScript({});
        bench.clock.advance(std::chrono::hours(1));
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        QCOMPARE(bench.clinic.records(response).first().value(QStringLiteral("status")).toString(), QStringLiteral("amended"));
    }

    /// It is the server that cannot take it safely. Nothing is said of newer answers: those there are the earlier ones.
    void aServerThatTellsNoVersionIsNotOverwritten()
    {
        SyncBench bench;
        const QString identifier = bench.queueAnswer(QStringLiteral("2026-03-02T20:00:00.000-05:00"), 7);
        QJsonObject theirs = bench.answer(identifier, QStringLiteral("2026-03-02T08:00:00.000-05:00"), 2);
        theirs.insert(QStringLiteral("id"), QStringLiteral("there"));
        bench.clinic.put(theirs, QStringLiteral("2026-03-02T13:00:01.000Z"), QString());
        noteSeen(bench, identifier, theirs);
        (void)bench.run();
        QCOMPARE(bench.item(identifier).state, OutboxState::Rejected);
        QCOMPARE(bench.item(identifier).problem, QStringLiteral("Conflict:no-version"));
        QVERIFY(bench.clinic.requestsTo("PUT", QStringLiteral("there")).isEmpty());
    }

    void aChangeBehindOneThatWasRefusedStands_data()
    {
        QTest::addColumn<bool>("isOther");
        QTest::addColumn<int>("atClinic");
        QTest::newRow("nobody else changed them") << false << 6;
        QTest::newRow("newer ones are there") << true << 9;
    }
    /// Changed twice with no network. The first is refused for what it says: that makes no newer answers at the clinic.
    void aChangeBehindOneThatWasRefusedStands()
    {
        QFETCH(bool, isOther);
        SyncBench bench;
        const QString authored = QStringLiteral("2026-03-02T08:00:00.000-05:00");
        const QString identifier = bench.queueAnswer(authored, 3);
        QVERIFY(bench.run());
        QCOMPARE(bench.item(identifier).state, OutboxState::Done);
        const Form form = cravingForm();
        Records records(*bench.store, bench.identity);
        const auto change = [&](int craving) {
            bench.clock.advance(1h);
            CompletedForm completed;
            completed.identifier = identifier;
            completed.questionnaire = form.url;
            completed.patientId = QStringLiteral("maya");
            completed.authored = QDateTime::fromString(authored, Qt::ISODateWithMs);
            completed.amended = bench.clock.nowUtc().toOffsetFromUtc(-5 * 3600);
            completed.answers.insert(QStringLiteral("craving"), double(craving));
            return records.amend(completed, form, bench.clock.nowUtc(), false);
        };
        QVERIFY(change(5));
        QVERIFY(change(6));
        if (isOther) {
            QJsonObject theirs = bench.answer(identifier, QStringLiteral("2026-03-02T08:30:00.000-05:00"), 9);
            theirs.insert(QStringLiteral("id"), bench.clinic.records(response).first().value(QStringLiteral("id")));
            bench.clinic.put(theirs, QStringLiteral("2026-03-02T18:00:00.000Z"), QStringLiteral("9"));
        }
        int puts = 0;
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            const bool isFirst = request.method == "PUT" && puts++ == 0;
            return isFirst ? std::optional<Reply>(ScriptedClinic::outcome(422, "invalid")) : std::nullopt;
        });
        QVERIFY(bench.run());
        QList<OutboxItem> all = bench.store->outbox().all().value();
        std::sort(all.begin(), all.end(), [](const OutboxItem &a, const OutboxItem &b) { return a.sequence < b.sequence; });
        QCOMPARE(all.size(), 3);
        const QString conflict = QStringLiteral("Conflict:other-answers");
        QCOMPARE(all.at(1).problem, isOther ? conflict : QStringLiteral("Rejected:invalid"));
        QCOMPARE(all.at(2).problem, isOther ? conflict : QString());
        QCOMPARE(all.at(2).state, isOther ? OutboxState::Rejected : OutboxState::Done);
        const QJsonObject now = bench.clinic.records(response).first();
        QTEST(cravingIn(now), "atClinic");
        QVERIFY(!now.contains(QStringLiteral("contained")));
    }
};

QTEST_GUILESS_MAIN(SyncAmendTest)
#include "tst_amend.moc"
