// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SyncBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;
using Reply = ScriptedClinic::Reply;

namespace {

const QString appointment = QStringLiteral("Appointment");
const QString carePlan = QStringLiteral("CarePlan");
constexpr auto week = 7 * 24h;

QJsonObject session(const QString &id, const QString &start = QStringLiteral("2026-03-10T23:00:00Z"))
{
    QJsonObject json = SyncBench::resource(appointment, id);
    json.insert(QStringLiteral("start"), start);
    return json;
}

/// Two sessions and a plan, downloaded.
void fill(SyncBench &bench)
{
    bench.clinic.put(session(QStringLiteral("a1")), QStringLiteral("2026-03-01T10:00:00.000Z"));
    bench.clinic.put(session(QStringLiteral("a2")), QStringLiteral("2026-03-01T11:00:00.000Z"));
    bench.clinic.put(SyncBench::resource(carePlan, QStringLiteral("c1")), QStringLiteral("2026-02-01T10:00:00.000Z"));
    if (!bench.run() || bench.count(appointment) != 2)
        qFatal("not filled");
    bench.clinic.forgetRequests();
}

bool isWholeList(const HttpRequest &request, const char *path)
{
    return isAt(request, path) && parameter(request, "_lastUpdated").isEmpty();
}

} // namespace

/// What is deleted at the clinic goes here too, and a time in the future ends no download.
class SyncWholeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsGoneGoesWithinAWeek()
    {
        SyncBench bench;
        fill(bench);
        bench.clinic.remove(appointment, QStringLiteral("a1"));
        bench.clock.advance(week - 1h);
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 2);
        QCOMPARE(bench.clinic.requestsTo("GET", appointment).size(), 1);

        bench.clock.advance(1h);
        bench.clinic.forgetRequests();
        QSignalSpy records(bench.engine.get(), &SyncEngine::recordsChanged);
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 1);
        QVERIFY(bench.store->record(appointment, QStringLiteral("a2"))->has_value());
        QCOMPARE(bench.count(carePlan), 1);
        QCOMPARE(records.size(), 1);
        QCOMPARE(bench.clinic.requestsTo("GET", appointment).size(), 2);
        // And not again before the next week, also after a new start.
        bench.clinic.forgetRequests();
        bench.restart();
        QVERIFY(bench.run());
        QCOMPARE(bench.clinic.requestsTo("GET", appointment).size(), 1);
        QVERIFY(!parameter(bench.clinic.requestsTo("GET", appointment).first(), "_lastUpdated").isEmpty());
    }

    void theLastOneGoesToo()
    {
        SyncBench bench;
        fill(bench);
        bench.clinic.remove(carePlan, QStringLiteral("c1"));
        bench.clock.advance(week);
        QVERIFY(bench.run());
        QCOMPARE(bench.count(carePlan), 0);
        QCOMPARE(bench.count(appointment), 2);
    }

    void aFirstDownloadIsWholeAlready()
    {
        SyncBench bench;
        fill(bench);
        // As from a version of the app that kept what was deleted: a record, and no cursor.
        bench.clinic.remove(appointment, QStringLiteral("a1"));
        QVERIFY(bench.store->setCursor(appointment, {}));
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 1);
        QCOMPARE(bench.clinic.requestsTo("GET", appointment).size(), 1);
    }

    void aFailedListTakesNothingAway_data()
    {
        QTest::addColumn<Given>("reply");
        QTest::newRow("500") << Given{Reply(ScriptedClinic::answer(500))};
        QTest::newRow("403") << Given{Reply(ScriptedClinic::answer(403))};
        QTest::newRow("404") << Given{Reply(ScriptedClinic::answer(404))};
        QTest::newRow("304") << Given{Reply(ScriptedClinic::answer(304))};
        QTest::newRow("cut") << Given{Reply(ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\""))};
        QTest::newRow("html") << Given{Reply(ScriptedClinic::answer(200, "<html>"))};
        QTest::newRow("offline") << Given{Reply(tl::make_unexpected(Problem{ProblemKind::Offline, true, {}}))};
    }
    void aFailedListTakesNothingAway()
    {
        QFETCH(Given, reply);
        SyncBench bench;
        fill(bench);
        bench.clinic.remove(appointment, QStringLiteral("a1"));
        bench.clock.advance(week);
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<Reply> {
            return isWholeList(request, "/Appointment") ? std::optional(reply.reply) : std::nullopt;
        });
        (void)bench.run();
        QCOMPARE(bench.count(appointment), 2);
        // It is due until it was had.
        bench.clinic.setScript({});
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 1);
    }

    void aSecondPageThatIsMissingTakesNothingAway()
    {
        SyncBench bench;
        fill(bench);
        bench.clock.advance(week);
        bench.clinic.setPageSize(1);
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            return parameter(request, "page") == u"1" ? std::optional<Reply>(ScriptedClinic::answer(500)) : std::nullopt;
        });
        QVERIFY(!bench.run());
        QCOMPARE(bench.count(appointment), 2);
    }

    // Lists come late on some servers, and shift while they are read.
    void whatAListForgetsStays()
    {
        SyncBench bench;
        fill(bench);
        bench.clock.advance(week);
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            if (!isWholeList(request, "/Appointment"))
                return std::nullopt;
            return ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}");
        });
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 2);
    }

    void aReadThatFailsTakesNothingAway()
    {
        SyncBench bench;
        fill(bench);
        bench.clinic.remove(appointment, QStringLiteral("a1"));
        bench.clock.advance(week);
        bench.clinic.setScript(at("/Appointment/a1", ScriptedClinic::answer(500)));
        QVERIFY(!bench.run());
        QCOMPARE(bench.count(appointment), 2);
        bench.clinic.setScript(at("/Appointment/a1", ScriptedClinic::answer(410)));
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 1);
    }

    void whatIsSomebodyElsesNowGoes()
    {
        SyncBench bench;
        fill(bench);
        bench.clinic.remove(appointment, QStringLiteral("a1"));
        bench.clock.advance(week);
        const QJsonObject theirs = SyncBench::resource(appointment, QStringLiteral("a1"), QStringLiteral("other"));
        bench.clinic.setScript(
            at("/Appointment/a1", ScriptedClinic::answer(200, QJsonDocument(theirs).toJson(QJsonDocument::Compact))));
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 1);
        QVERIFY(!bench.store->record(appointment, QStringLiteral("a1"))->has_value());
    }

    void whatTheListDoesNotReachStays()
    {
        SyncBench bench;
        QJsonObject open = session(QStringLiteral("open"));
        open.remove(QStringLiteral("start")); // proposed, without a time
        bench.clinic.put(open, QStringLiteral("2026-03-01T10:00:00.000Z"));
        bench.clinic.put(session(QStringLiteral("old"), QStringLiteral("2025-12-05T23:00:00Z")),
                         QStringLiteral("2026-03-01T10:00:00.000Z"));
        bench.clinic.put(session(QStringLiteral("a1")), QStringLiteral("2026-03-01T11:00:00.000Z"));
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 3);
        bench.clock.advance(week);
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            if (isWholeList(request, "/Appointment"))
                return ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}");
            return request.url.path().contains(QLatin1String("/Appointment/")) ? std::optional<Reply>(ScriptedClinic::answer(404))
                                                                               : std::nullopt;
        });
        QVERIFY(bench.run());
        QVERIFY(bench.store->record(appointment, QStringLiteral("open"))->has_value());
        QVERIFY(bench.store->record(appointment, QStringLiteral("old"))->has_value());
        QVERIFY(!bench.store->record(appointment, QStringLiteral("a1"))->has_value());
    }

    void aRecordFromTheFutureEndsNoDownload()
    {
        SyncBench bench;
        bench.clinic.setDate("Mon, 02 Mar 2026 15:00:00 GMT");
        bench.clinic.put(session(QStringLiteral("a1")), QStringLiteral("2099-01-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        QCOMPARE(*bench.store->cursor(appointment), QDateTime(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC));
        // A new session comes, and so does a later version of that one, with the right time.
        bench.clinic.setDate("Mon, 02 Mar 2026 16:00:00 GMT");
        bench.clock.advance(1h);
        bench.clinic.put(session(QStringLiteral("a2")), QStringLiteral("2026-03-02T15:30:00.000Z"));
        QJsonObject cancelled = session(QStringLiteral("a1"));
        cancelled.insert(QStringLiteral("status"), QStringLiteral("cancelled"));
        bench.clinic.put(cancelled, QStringLiteral("2026-03-02T15:40:00.000Z"), QStringLiteral("2"));
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 2);
        QVERIFY(bench.store->record(appointment, QStringLiteral("a1"))->value().contains("cancelled"));
    }

    void aCursorFromTheFutureIsNotUsed()
    {
        SyncBench bench;
        fill(bench);
        QVERIFY(bench.store->setCursor(appointment, QDateTime(QDate(2099, 1, 1), QTime(10, 0), Qt::UTC)));
        bench.clinic.put(session(QStringLiteral("a3")), QStringLiteral("2026-03-02T15:00:00.000Z"));
        QVERIFY(bench.run());
        QCOMPARE(bench.count(appointment), 3);
    }

    // What staff note is here while it is opened to the patient; what is for staff alone is not, even where a server gives it.
    void whatIsForStaffAloneIsNotKept()
    {
        SyncBench bench;
        const QString type = QStringLiteral("Flag"), opened = QStringLiteral("f1"),
                      then = QStringLiteral("2026-03-01T10:00:00.000Z");
        const auto flag = [&](const QString &id, const char *system) {
            QJsonObject json = SyncBench::resource(type, id);
            const QJsonObject coding{{QStringLiteral("system"), QLatin1String(system)},
                                     {QStringLiteral("code"), QStringLiteral("patient-visible")}};
            json.insert(QStringLiteral("code"), QJsonObject{{QStringLiteral("coding"), QJsonArray{coding}}});
            return json;
        };
        bench.clinic.put(flag(opened, "https://handrail.example/fhir/CodeSystem/flag"), then);
        bench.clinic.put(flag(QStringLiteral("f2"), "urn:other"), then);
        QVERIFY(bench.run());
        QCOMPARE(bench.count(type), 1);
        QVERIFY(bench.store->record(type, opened)->has_value());
        bench.clinic.put(flag(opened, "urn:other"), QStringLiteral("2026-03-01T11:00:00.000Z"), QStringLiteral("2"));
        QVERIFY(bench.run());
        QCOMPARE(bench.count(type), 0);
    }
};

QTEST_GUILESS_MAIN(SyncWholeTest)
#include "tst_whole.moc"
