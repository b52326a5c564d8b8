// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SyncBench.h"
#include "core/Ids.h"
#include "sync/Records.h"

#include <QSignalSpy>
#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;
using Reply = ScriptedClinic::Reply;

namespace {

const QString appointment = QStringLiteral("Appointment");

} // namespace

class SyncRelativeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRelativeGetsTheirOwnAlone()
    {
        SyncBench bench(Role::Relative);
        bench.clinic.put(SyncBench::familySession(QStringLiteral("f1")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        QStringList order;
        for (const HttpRequest &request : bench.clinic.requests())
            order << request.url.path().section(QStringLiteral("/R4/"), 1);
        QCOMPARE(
            order.join(u' '),
            QStringLiteral("Appointment CareTeam RelatedPerson/rosa Organization Communication AppointmentResponse Appointment"));
        QCOMPARE(parameter(bench.clinic.requests().first(), "actor"), QStringLiteral("RelatedPerson/rosa"));
        QCOMPARE(bench.count(appointment), 1);

        // The whole list each time, so that nothing stays once it is not listed.
        bench.clinic.put(SyncBench::familySession(QStringLiteral("f2")), QStringLiteral("2026-02-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 2);
        bench.clinic.remove(appointment, QStringLiteral("f1"));
        QSignalSpy records(bench.engine.get(), &SyncEngine::recordsChanged);
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 1);
        QVERIFY(bench.store->record(appointment, QStringLiteral("f2"))->has_value());
        QCOMPARE(records.size(), 1);
        bench.clinic.remove(appointment, QStringLiteral("f2"));
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 0);
    }

    void aSessionWithoutTheRelativeIsNotKept()
    {
        SyncBench bench(Role::Relative);
        bench.clinic.put(SyncBench::familySession(QStringLiteral("f1"), QStringLiteral("somebody")),
                         QStringLiteral("2026-03-01T10:00:00.000Z"));
        QCOMPARE(bench.run().error().kind, ProblemKind::WrongPatient);
        QCOMPARE(bench.count(appointment), 0);
    }

    // The clinic moves the end of the permission: the record is of the same time as before, and shown as another version. The next download has it.
    void theEndThatMovedIsTaken()
    {
        SyncBench bench(Role::Relative);
        const QString type = QStringLiteral("RelatedPerson"), rosa = QStringLiteral("rosa");
        bench.clinic.put(SyncBench::resource(QStringLiteral("CareTeam"), QStringLiteral("team")),
                         QStringLiteral("2026-02-01T10:00:00.000Z")); // something is shared all along
        for (const char *day : {"2026-12-12", "2027-03-31"}) {
            const QString end = QString::fromLatin1(day);
            bench.clinic.put(
                {{QStringLiteral("resourceType"), type},
                 {QStringLiteral("id"), rosa},
                 {QStringLiteral("patient"), QJsonObject{{QStringLiteral("reference"), QStringLiteral("Patient/maya")}}},
                 {QStringLiteral("period"), QJsonObject{{QStringLiteral("end"), end}}}},
                QStringLiteral("2026-02-01T10:00:00.000Z"), QString(u"1-" + QString(end).remove(u'-')));
            QVERIFY(bench.run());
            const auto kept = bench.store->record(type, rosa);
            QVERIFY(kept && *kept);
            QVERIFY2((*kept)->contains(day), (*kept)->constData());
        }
    }

    void aSessionThatNamesTheRelativeNoMoreGoes()
    {
        SyncBench bench(Role::Relative);
        bench.clinic.put(SyncBench::familySession(QStringLiteral("f1")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        bench.clinic.put(SyncBench::familySession(QStringLiteral("f2")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        bench.clinic.put(SyncBench::familySession(QStringLiteral("f1"), QStringLiteral("somebody")),
                         QStringLiteral("2026-03-01T11:00:00.000Z"), QStringLiteral("2"));
        QCOMPARE(bench.run().error().kind, ProblemKind::WrongPatient);
        QCOMPARE(bench.count(appointment), 1);
        QVERIFY(bench.store->record(appointment, QStringLiteral("f2"))->has_value());
    }

    void endedConsentTakesTheSessionsAway()
    {
        SyncBench bench(Role::Relative);
        bench.clinic.put(SyncBench::familySession(QStringLiteral("f1")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        bench.clinic.setScript(at("/Appointment", ScriptedClinic::answer(403)));
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 0);
        QCOMPARE(partOf(bench, appointment).state, SyncPart::State::Unavailable);
    }

    // Its last day is over, or the family feature was ended: the lists are empty, and the sign-in is as good as before.
    void sharingThatIsOverTakesPlaceAndClinicAway()
    {
        SyncBench bench(Role::Relative);
        const QString then = QStringLiteral("2026-03-01T10:00:00.000Z"), location = QStringLiteral("Location");
        const auto sessionAt = [](const QString &id, const char *place) {
            QJsonObject json = SyncBench::familySession(id);
            QJsonArray people = json.value(QStringLiteral("participant")).toArray();
            people << QJsonObject{{QStringLiteral("actor"),
                                   QJsonObject{{QStringLiteral("reference"), QString(u"Location/" + QLatin1String(place))}}}};
            json.insert(QStringLiteral("participant"), people);
            return json;
        };
        const auto alone = [](const char *type, const char *id) {
            return QJsonObject{{QStringLiteral("resourceType"), QLatin1String(type)}, {QStringLiteral("id"), QLatin1String(id)}};
        };
        bench.clinic.put(sessionAt(QStringLiteral("f1"), "l1"), then);
        bench.clinic.put(sessionAt(QStringLiteral("f2"), "l2"), then);
        for (const QJsonObject &json : {alone("Location", "l1"), alone("Location", "l2"), alone("Organization", "o1")})
            bench.clinic.put(json, then);
        QJsonObject rosa = SyncBench::resource(QStringLiteral("RelatedPerson"), QStringLiteral("rosa"));
        rosa.insert(QStringLiteral("patient"), rosa.take(QStringLiteral("subject")));
        bench.clinic.put(rosa, then);
        QVERIFY(bench.run());
        QCOMPARE(bench.count(location), 2);
        QCOMPARE(bench.count(QStringLiteral("Organization")), 1);

        // A session goes, and with it the place that no other one names.
        bench.clinic.remove(appointment, QStringLiteral("f2"));
        QVERIFY(bench.run());
        QVERIFY(bench.store->record(location, QStringLiteral("l1"))->has_value());
        QVERIFY(!bench.store->record(location, QStringLiteral("l2"))->has_value());
        // No session is left, but they may know of the next one: the clinic stays.
        bench.clinic.remove(appointment, QStringLiteral("f1"));
        QVERIFY(bench.run());
        QCOMPARE(bench.count(location), 0);
        QCOMPARE(bench.count(QStringLiteral("Organization")), 1);

        bench.clinic.remove(QStringLiteral("RelatedPerson"), QStringLiteral("rosa"));
        for (int run = 0; run < 2; ++run) { // nor does it come back by itself
            bench.clock.advance(25h);
            QVERIFY(bench.run());
            QCOMPARE(bench.store->recordCount().value(), 0);
        }
    }

    void aFailedListTakesNothingAway_data()
    {
        QTest::addColumn<Given>("reply");
        QTest::newRow("500") << Given{Reply(ScriptedClinic::answer(500))};
        QTest::newRow("404") << Given{Reply(ScriptedClinic::answer(404))};
        QTest::newRow("304") << Given{Reply(ScriptedClinic::answer(304))};
        QTest::newRow("cut") << Given{Reply(ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\""))};
        QTest::newRow("another type") << Given{Reply(ScriptedClinic::answer(
            200, "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"maya\"}}]}"))};
        QTest::newRow("html") << Given{Reply(ScriptedClinic::answer(200, "<html>"))};
        QTest::newRow("offline") << Given{Reply(tl::make_unexpected(Problem{ProblemKind::Offline, true, {}}))};
    }
    void aFailedListTakesNothingAway()
    {
        QFETCH(Given, reply);
        SyncBench bench(Role::Relative);
        bench.clinic.put(SyncBench::familySession(QStringLiteral("f1")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        bench.clinic.setScript(at("/Appointment", reply.reply));
        (void)bench.run();
        QCOMPARE(bench.count(appointment), 1);
    }

    static QJsonObject busy(const QString &id, const char *status = "booked")
    {
        return {{QStringLiteral("resourceType"), QStringLiteral("Appointment")},
                {QStringLiteral("id"), id},
                {QStringLiteral("status"), QString::fromLatin1(status)},
                {QStringLiteral("start"), QStringLiteral("2026-03-05T23:00:00Z")},
                {QStringLiteral("end"), QStringLiteral("2026-03-06T02:00:00Z")}};
    }
    /// As our clinic writes it: R4 wants a participant.
    static QJsonObject busyOf(const QString &id, const char *patient)
    {
        QJsonObject json = busy(id);
        const QJsonObject cut{{QStringLiteral("code"), QStringLiteral("SUBSETTED")}};
        json.insert(QStringLiteral("meta"), QJsonObject{{QStringLiteral("tag"), QJsonArray{cut}}});
        json.insert(
            QStringLiteral("participant"),
            QJsonArray{QJsonObject{{QStringLiteral("actor"), QJsonObject{{QStringLiteral("reference"), QLatin1String(patient)}}},
                                   {QStringLiteral("status"), QStringLiteral("accepted")}}});
        return json;
    }
    static QJsonObject card(const QString &id, const QString &relative, const char *kind = "how-to-help")
    {
        const auto to = [](const QString &reference) { return QJsonObject{{QStringLiteral("reference"), reference}}; };
        QJsonObject json = SyncBench::resource(QStringLiteral("Communication"), id);
        json.insert(QStringLiteral("status"), QStringLiteral("completed"));
        json.insert(QStringLiteral("sender"), to(QStringLiteral("Practitioner/s1")));
        json.insert(QStringLiteral("recipient"), QJsonArray{to(QStringLiteral("Patient/maya")), to(relative)});
        const QJsonObject coding{{QStringLiteral("system"), canonical(u"CodeSystem/message-kind")},
                                 {QStringLiteral("code"), QString::fromLatin1(kind)}};
        json.insert(QStringLiteral("category"), QJsonArray{QJsonObject{{QStringLiteral("coding"), QJsonArray{coding}}}});
        json.insert(QStringLiteral("payload"),
                    QJsonArray{QJsonObject{{QStringLiteral("contentString"), QStringLiteral("Text me first")}}});
        return json;
    }

    // Times that are shared are no sessions, come and go apart from them, and are all that is kept of what else the search finds.
    void busyTimesAreNoSessions()
    {
        const QString then = QStringLiteral("2026-03-01T10:00:00.000Z");
        SyncBench bench(Role::Relative);
        bench.clinic.put(SyncBench::familySession(QStringLiteral("f1")), then);
        bench.clinic.put(busy(QStringLiteral("b1")), then);
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            // The clinic finds by the relative what names them, and by the patient that and the times.
            if (!request.url.path().endsWith(u"/Appointment") || parameter(request, "patient").isEmpty())
                return std::nullopt;
            QJsonArray entries;
            QJsonObject foreign = SyncBench::resource(QStringLiteral("Appointment"), QStringLiteral("g1"));
            for (const QJsonObject &json :
                 {SyncBench::familySession(QStringLiteral("f1")), busy(QStringLiteral("b1")), busy(QStringLiteral("b2"), "noshow"),
                  foreign, busyOf(QStringLiteral("b3"), "Patient/maya"), busyOf(QStringLiteral("b4"), "Patient/other")})
                entries << QJsonObject{{QStringLiteral("resource"), json}};
            return ScriptedClinic::answer(200,
                                          QJsonDocument(QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("Bundle")},
                                                                    {QStringLiteral("type"), QStringLiteral("searchset")},
                                                                    {QStringLiteral("entry"), entries}})
                                              .toJson());
        });
        (void)bench.run();
        Records records(*bench.store, bench.identity);
        const QDate from(2026, 3, 1), to(2026, 3, 31);
        QVERIFY(!bench.store->record(appointment, QStringLiteral("g1"))->has_value());
        QCOMPARE(records.sessions(from, to)->size(), 1);
        QCOMPARE(records.sessions(from, to)->first().id, QStringLiteral("f1"));
        QVERIFY(!records.session(QStringLiteral("b1"))->has_value());
        int alone = 0, missed = 0;
        for (const BusyTime &time : records.busyTimes(from, to)) {
            alone += time.isTimeAlone ? 1 : 0;
            missed += time.presence == BusyTime::Presence::Missed ? 1 : 0;
        }
        QCOMPARE(alone, 3);
        QCOMPARE(missed, 1);
        QVERIFY(!bench.store->record(appointment, QStringLiteral("b4"))->has_value());
        QVERIFY(!records.session(QStringLiteral("b3"))->has_value());
        // Shared no more: the times go, the session stays.
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            return request.url.path().endsWith(u"/Appointment") && !parameter(request, "patient").isEmpty()
                ? std::optional<Reply>(ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}"))
                : std::nullopt;
        });
        bench.clinic.remove(appointment, QStringLiteral("b1"));
        (void)bench.run();
        QCOMPARE(bench.count(appointment), 1);
        QVERIFY(bench.store->record(appointment, QStringLiteral("f1"))->has_value());
    }

    void theCardComesAndGoes()
    {
        SyncBench bench(Role::Relative);
        const QString then = QStringLiteral("2026-03-01T10:00:00.000Z");
        bench.clinic.put(card(QStringLiteral("k1"), QStringLiteral("RelatedPerson/rosa")), then);
        QVERIFY(bench.run());
        Records records(*bench.store, bench.identity);
        QCOMPARE(records.helpCards().size(), 1);
        QCOMPARE(records.helpCards().first().lines, QStringList{QStringLiteral("Text me first")});
        bench.clinic.put(card(QStringLiteral("k2"), QStringLiteral("RelatedPerson/luis")), then);
        QCOMPARE(bench.run().error().kind, ProblemKind::WrongPatient);
        QCOMPARE(records.helpCards().size(), 1);
        bench.clinic.remove(QStringLiteral("Communication"), QStringLiteral("k1"));
        bench.clinic.remove(QStringLiteral("Communication"), QStringLiteral("k2"));
        QVERIFY(bench.run());
        QVERIFY(records.helpCards().isEmpty());
    }

    // No message of the thread, whoever reads it.
    void theCardIsNoMessage()
    {
        SyncBench bench(Role::Patient);
        bench.clinic.put(card(QStringLiteral("k1"), QStringLiteral("RelatedPerson/rosa")),
                         QStringLiteral("2026-03-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        Records records(*bench.store, bench.identity);
        QVERIFY(records.messages(100).isEmpty());
        QCOMPARE(records.helpCards().size(), 1);
    }

    // Whether they come: in their own name, as long as the clinic has not heard it, then until it says that somebody saw it.
    void theySayWhetherTheyCome()
    {
        SyncBench bench(Role::Relative);
        const QString id = QStringLiteral("f1"), type = QStringLiteral("AppointmentResponse");
        const auto put = [&](const char *status, const char *at, const char *version) {
            QJsonObject json = SyncBench::familySession(id);
            QJsonArray people = json.value(QStringLiteral("participant")).toArray();
            QJsonObject rosa = people.last().toObject();
            rosa.insert(QStringLiteral("status"), QLatin1String(status));
            people[people.size() - 1] = rosa;
            json.insert(QStringLiteral("participant"), people);
            bench.clinic.put(json, QString::fromLatin1(at), QString::fromLatin1(version));
        };
        put("needs-action", "2026-03-01T10:00:00.000Z", "1");
        QVERIFY(bench.run());
        Records records(*bench.store, bench.identity);
        const auto session = [&] { return records.session(id).value().value(); };
        QVERIFY(session().isAsked && !session().isDeclinedByMe && !session().said);
        QVERIFY(records.queueRsvp(session(), Coming::Declined, {}, bench.clock.nowUtc()));
        QVERIFY(session().isDeclinedByMe);
        QCOMPARE(session().said->way, ComingSaid::Way::Saved);
        QVERIFY(records.queueRsvp(session(), Coming::Declined, {}, bench.clock.nowUtc())); // twice is once
        QVERIFY(bench.run());
        const QList<HttpRequest> posts = bench.clinic.requestsTo("POST", type);
        QCOMPARE(posts.size(), 1);
        const QJsonObject sent = QJsonDocument::fromJson(posts.first().body).object();
        QCOMPARE(sent.value(QStringLiteral("actor")).toObject().value(QStringLiteral("reference")).toString(),
                 QStringLiteral("RelatedPerson/rosa"));
        QCOMPARE(sent.value(QStringLiteral("participantStatus")).toString(), QStringLiteral("declined"));
        QVERIFY(!sent.contains(QStringLiteral("comment")) && !posts.first().body.contains("Patient/"));
        QCOMPARE(session().said->way, ComingSaid::Way::Sent);
        put("declined", "2026-03-03T10:00:00.000Z", "2");
        QVERIFY(bench.run());
        QCOMPARE(session().said->way, ComingSaid::Way::Seen);
        // Nothing that somebody else would have said goes out.
        Identity other = bench.identity;
        other.relatedPersonId = QStringLiteral("luis");
        QVERIFY(Records(*bench.store, other).queueRsvp(session(), Coming::Accepted, {}, bench.clock.nowUtc()));
        QVERIFY(bench.run());
        QCOMPARE(bench.clinic.requestsTo("POST", type).size(), 1);
    }

    // The permission ended meanwhile: it is refused, kept as such, and no session is left to say it of.
    void whatTheySaidTooLateIsRefused()
    {
        SyncBench bench(Role::Relative);
        const QString id = QStringLiteral("f1");
        bench.clinic.put(SyncBench::familySession(id), QStringLiteral("2026-03-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        Records records(*bench.store, bench.identity);
        QVERIFY(records.queueRsvp(records.session(id).value().value(), Coming::Declined, {}, bench.clock.nowUtc()));
        bench.clinic.remove(appointment, id);
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            if (request.method != "POST" || !request.url.path().endsWith(u"/AppointmentResponse"))
                return std::nullopt;
            return ScriptedClinic::answer(
                403, "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"forbidden\"}]}");
        });
        (void)bench.run();
        QCOMPARE(bench.store->outbox().all()->first().state, OutboxState::Rejected);
        QVERIFY(!records.session(id).value());
    }

    void aConcernAndAnAnswerAreAllThatARelativeSends()
    {
        SyncBench bench(Role::Relative);
        const QString other = bench.queueAnswer(QStringLiteral("2026-03-04T12:00:00Z"), 3);
        Records records(*bench.store, bench.identity);
        const Result<QString> said = records.queueConcern(QStringLiteral("  She did not come home "), {}, bench.clock.nowUtc());
        QVERIFY(said);
        (void)bench.run();
        const QList<HttpRequest> posts = bench.clinic.requestsTo("POST", QStringLiteral("Communication"));
        QCOMPARE(posts.size(), 1);
        const QJsonObject sent = QJsonDocument::fromJson(posts.first().body).object();
        QCOMPARE(sent.value(QStringLiteral("sender")).toObject().value(QStringLiteral("reference")).toString(),
                 QStringLiteral("RelatedPerson/rosa"));
        QVERIFY(!sent.contains(QStringLiteral("recipient")) && posts.first().body.contains("\"concern\""));
        QCOMPARE(bench.item(*said).state, OutboxState::Done);
        QCOMPARE(bench.item(other).state, OutboxState::Queued);
        QCOMPARE(bench.posts(), 0);
        QVERIFY(!records.queueConcern(QString(2001, u'x'), {}, bench.clock.nowUtc()));
        QVERIFY(!records.queueConcern(QStringLiteral(" "), {}, bench.clock.nowUtc()));
    }

    void concernsThatAreTooManyHoldUpNoDownload()
    {
        SyncBench bench(Role::Relative);
        Records records(*bench.store, bench.identity);
        for (int i = 0; i < 3; ++i)
            QVERIFY(records.queueConcern(QStringLiteral("x"), {}, bench.clock.nowUtc()));
        bench.clinic.put(SyncBench::familySession(QStringLiteral("f1")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            if (request.method != "POST")
                return std::nullopt;
            return ScriptedClinic::answer(429, {}, {{"Retry-After", "21600"}});
        });
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 1);
        QCOMPARE(bench.clinic.requestsTo("POST", QStringLiteral("Communication")).size(),
                 2); // the second says that it is the account
        QCOMPARE(bench.engine->state(), SyncEngine::State::Idle);
        QCOMPARE(bench.store->outbox().unsentCount().value(), 3);
        bench.clinic.setScript({});
        bench.clock.advance(std::chrono::hours(1));
        QVERIFY(bench.run());
        QCOMPARE(bench.store->outbox().unsentCount().value(), 0);
    }

    // The answer got lost. Nobody but staff can read it: that it is there already is the word that it arrived.
    void aConcernThatIsThereIsSent()
    {
        SyncBench bench(Role::Relative);
        Records records(*bench.store, bench.identity);
        const QString said = records.queueConcern(QStringLiteral("x"), {}, bench.clock.nowUtc()).value();
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            return request.url.path().endsWith(u"/Communication") && !request.body.isEmpty()
                ? std::optional<Reply>(ScriptedClinic::answer(
                    409, "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"duplicate\"}]}"))
                : std::nullopt;
        });
        (void)bench.run();
        QCOMPARE(bench.item(said).state, OutboxState::Done);
    }

    void anEndedSignInTakesARelativesSessionsAway()
    {
        SyncBench bench(Role::Relative);
        bench.clinic.put(SyncBench::familySession(QStringLiteral("f1")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        QJsonObject rosa = SyncBench::resource(QStringLiteral("RelatedPerson"), QStringLiteral("rosa"));
        rosa.insert(QStringLiteral("patient"), rosa.take(QStringLiteral("subject"))); // with the patient's name
        bench.clinic.put(rosa, QStringLiteral("2026-03-01T10:00:00.000Z"));
        for (const char *type : {"Organization", "Location"}) {
            const QString name = QString::fromLatin1(type);
            const QByteArray json = QByteArray("{\"resourceType\":\"" + QByteArray(type) + "\",\"id\":\"o1\"}");
            QVERIFY(bench.store->putRecords({{name, QStringLiteral("o1"), {}, bench.clock.nowUtc(), {}, json}}));
        }
        QVERIFY(bench.run());
        QCOMPARE(bench.count(QStringLiteral("RelatedPerson")), 1);
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            return request.url.path() == u"/token"
                ? std::optional<Reply>(ScriptedClinic::answer(400, "{\"error\":\"invalid_grant\"}"))
                : std::optional<Reply>(ScriptedClinic::answer(401));
        });
        QSignalSpy needed(bench.engine.get(), &SyncEngine::signInNeeded);
        QCOMPARE(bench.run().error().kind, ProblemKind::SignInNeeded);
        QCOMPARE(needed.size(), 1);
        QCOMPARE(bench.count(appointment), 0);
        QCOMPARE(bench.store->recordCount().value(), 0); // nor the patient's name, the clinic and the place
    }

    void noTimeOfASessionStaysInAnAnswer()
    {
        SyncBench bench(Role::Relative);
        bench.clinic.put(SyncBench::familySession(QStringLiteral("f1")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        Records records(*bench.store, bench.identity);
        const Session session = records.session(QStringLiteral("f1")).value().value();
        QVERIFY(records.queueRsvp(session, Coming::Accepted, {}, bench.clock.nowUtc()));
        QVERIFY(bench.run());
        QCOMPARE(bench.store->outbox().all()->size(), 1); // as long as it is shared
        bench.clinic.setScript(at("/Appointment", ScriptedClinic::answer(403)));
        QVERIFY(bench.run());
        QVERIFY(bench.store->outbox().all()->isEmpty());
        // What has not left is theirs to send or to take back.
        QVERIFY(records.queueRsvp(session, Coming::Declined, {}, bench.clock.nowUtc()));
        QVERIFY(bench.engine->forgetShared());
        QCOMPARE(bench.store->outbox().unsentCount().value(), 1);
    }

    void aPatientsRecordsOutliveTheSignIn()
    {
        SyncBench bench;
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("a1")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            return request.url.path() == u"/token"
                ? std::optional<Reply>(ScriptedClinic::answer(400, "{\"error\":\"invalid_grant\"}"))
                : std::optional<Reply>(ScriptedClinic::answer(401));
        });
        QCOMPARE(bench.run().error().kind, ProblemKind::SignInNeeded);
        QCOMPARE(bench.count(appointment), 1);
    }

    void aListenerMayEndTheEngine_data()
    {
        QTest::addColumn<bool>("isByRecords");
        QTest::newRow("records") << true;
        QTest::newRow("parts") << false;
    }
    void aListenerMayEndTheEngine()
    {
        QFETCH(bool, isByRecords);
        SyncBench bench;
        bench.clinic.put(SyncBench::resource(appointment, QStringLiteral("a1")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        const auto signal = isByRecords ? &SyncEngine::recordsChanged : &SyncEngine::partsChanged;
        connect(bench.engine.get(), signal, this, [&] { bench.engine.reset(); });
        QCOMPARE(bench.run().error().kind, ProblemKind::Cancelled);
        QCOMPARE(bench.clinic.requests().size(), isByRecords ? 1 : 0);
    }
};

QTEST_GUILESS_MAIN(SyncRelativeTest)
#include "tst_relative.moc"
