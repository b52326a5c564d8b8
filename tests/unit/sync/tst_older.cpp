// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SyncBench.h"

#include "sync/OlderSessions.h"
#include "sync/Records.h"

#include <QTest>

using namespace handrail;

namespace {

const QString type = QStringLiteral("Appointment");
const QDate today(2026, 3, 2);  // the clock's
const QDate asked(2025, 12, 2); // 90 days before
const QDate first(2025, 9, 1);  // of the program

QByteArray sessionOn(const QString &id, const QDate &day)
{
    QJsonObject json = SyncBench::resource(type, id);
    json.insert(QStringLiteral("start"), QString(day.toString(Qt::ISODate) + u"T23:00:00Z"));
    json.insert(QStringLiteral("meta"), QJsonObject{{QStringLiteral("lastUpdated"), QStringLiteral("2026-03-01T10:00:00.000Z")}});
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

ScriptedClinic::Reply page(const QByteArray &session, const char *next = nullptr)
{
    const QByteArray link = next
        ? QByteArray("\"link\":[{\"relation\":\"next\",\"url\":\"https://clinic.example/fhir/R4/Appointment?older=") + next
            + "\"}],"
        : QByteArray();
    return ScriptedClinic::answer(
        200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"," + link + "\"entry\":[{\"resource\":" + session + "}]}");
}

QStringList daysOf(const HttpRequest &request)
{
    return QUrlQuery(request.url).allQueryItemValues(QStringLiteral("date"), QUrl::FullyDecoded);
}

} // namespace

/// A new device: the sessions of this time in care that are older than what a first download asks for.
class SyncOlderTest : public QObject
{
    Q_OBJECT

    std::optional<ScriptedClinic::Reply> m_second; ///< to the second page, once
    bool m_isHeld = false;                         ///< the answer to the second page waits, once

    void begin(SyncBench &bench, const QDate &start = first)
    {
        m_second.reset();
        if (start.isValid()) {
            QJsonObject episode = SyncBench::resource(QStringLiteral("EpisodeOfCare"), QStringLiteral("e1"));
            episode.insert(QStringLiteral("status"), QStringLiteral("active"));
            episode.insert(QStringLiteral("period"), QJsonObject{{QStringLiteral("start"), start.toString(Qt::ISODate)}});
            bench.clinic.put(episode, QStringLiteral("2026-03-01T10:00:00.000Z"));
        }
        bench.clinic.setScript([this, &bench](const HttpRequest &request) -> std::optional<ScriptedClinic::Reply> {
            if (!isAt(request, "/Appointment"))
                return std::nullopt;
            if (parameter(request, "older") == u"2")
                return m_second ? *std::exchange(m_second, std::nullopt) : page(sessionOn(QStringLiteral("a2"), first.addDays(9)));
            if (daysOf(request).size() == 2 && std::exchange(m_isHeld, false))
                bench.clinic.hold();
            return daysOf(request).size() == 2 ? page(sessionOn(QStringLiteral("a1"), first.addDays(2)), "2")
                                               : page(sessionOn(QStringLiteral("a3"), today.addDays(-3)));
        });
    }
    static QList<HttpRequest> older(const SyncBench &bench)
    {
        QList<HttpRequest> requests = bench.clinic.requestsTo("GET", type);
        requests.removeIf([](const HttpRequest &one) { return daysOf(one).size() != 2 && parameter(one, "older").isEmpty(); });
        return requests;
    }
    static QDate since(SyncBench &bench) { return Records(*bench.store, bench.identity).sessionsSince(today); }

private Q_SLOTS:
    void onceAfterTheFirstDownload()
    {
        SyncBench bench;
        begin(bench);
        QVERIFY(bench.run());
        QTRY_COMPARE(bench.count(type), 3);
        QCOMPARE(older(bench).size(), 2);
        QCOMPARE(daysOf(older(bench).first()), QStringList({QStringLiteral("ge2025-09-01"), QStringLiteral("le2025-12-02")}));
        QCOMPARE(parameter(older(bench).first(), "patient"), QStringLiteral("Patient/maya"));
        QTRY_COMPARE(since(bench), QDate()); // all are here
        QVERIFY(bench.run());
        bench.restart();
        QVERIFY(bench.run());
        QTest::qWait(20);
        QCOMPARE(older(bench).size(), 2);
    }

    void oneThatIsCutOffIsGoneOnWith()
    {
        SyncBench bench;
        begin(bench);
        m_second = tl::make_unexpected(Problem{ProblemKind::Timeout, true, {}});
        QVERIFY(bench.run()); // nobody is told that it failed: the download itself is whole
        QTRY_COMPARE(bench.count(type), 2);
        QTRY_VERIFY(!m_second);
        QCOMPARE(since(bench), asked);
        bench.restart();
        bench.clock.advance(std::chrono::hours(24 * 40));
        bench.clinic.forgetRequests();
        QCOMPARE(since(bench), asked); // it stays where the first download ended
        QVERIFY(bench.run());
        QTRY_COMPARE(bench.count(type), 3);
        QCOMPARE(older(bench).size(), 1);
        QCOMPARE(parameter(older(bench).first(), "older"), QStringLiteral("2"));
        QTRY_COMPARE(since(bench), QDate());
    }

    void aPlaceThatLeadsNowhere()
    {
        SyncBench bench;
        begin(bench);
        m_second = ScriptedClinic::answer(410);
        QVERIFY(bench.run());
        QTRY_VERIFY(!m_second);
        QTest::qWait(0);
        QVERIFY(bench.run()); // from the first page
        QTRY_COMPARE(bench.count(type), 3);
        QCOMPARE(older(bench).size(), 4);
    }

    /// Its pages are for the sign-in that asked: a later one begins anew, and once.
    void aKeptPlaceThatIsRefused_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 403, 404, 405, 501})
            QTest::addRow("%d", status) << status;
    }
    void aKeptPlaceThatIsRefused()
    {
        QFETCH(int, status);
        SyncBench bench;
        begin(bench);
        m_second = tl::make_unexpected(Problem{ProblemKind::Timeout, true, {}});
        QVERIFY(bench.run());
        QTRY_VERIFY(!m_second);
        bench.restart();
        m_second = ScriptedClinic::answer(status);
        QVERIFY(bench.run());
        QTRY_VERIFY(!m_second);
        QTest::qWait(0);
        QVERIFY(bench.run());
        QTRY_COMPARE(bench.count(type), 3);
        QTRY_COMPARE(since(bench), QDate());
    }

    void aServerThatDoesNotGiveThem()
    {
        SyncBench bench;
        begin(bench);
        const auto script = [](const HttpRequest &request) {
            return isAt(request, "/Appointment") && daysOf(request).size() == 2
                ? std::optional<ScriptedClinic::Reply>(ScriptedClinic::answer(400))
                : std::nullopt;
        };
        bench.clinic.setScript(script);
        QVERIFY(bench.run());
        QTRY_COMPARE(older(bench).size(), 1);
        QTest::qWait(20);
        QVERIFY(bench.run());
        QTest::qWait(20);
        QCOMPARE(older(bench).size(), 1);
        QCOMPARE(since(bench), asked);
    }

    void whereNothingIsMissing_data()
    {
        QTest::addColumn<QDate>("start");
        QTest::addColumn<QDate>("since");
        QTest::newRow("care began later") << today.addDays(-20) << QDate();
        QTest::newRow("nobody says when care began") << QDate() << asked;
    }
    void whereNothingIsMissing()
    {
        QFETCH(QDate, start);
        QFETCH(QDate, since);
        SyncBench bench;
        begin(bench, start);
        QVERIFY(bench.run());
        QTest::qWait(20);
        QVERIFY(older(bench).isEmpty());
        QCOMPARE(SyncOlderTest::since(bench), since);
    }

    void aRelativeAsksForNone()
    {
        SyncBench bench(Role::Relative);
        begin(bench);
        (void)bench.run();
        QTest::qWait(20);
        QVERIFY(older(bench).isEmpty());
    }

    void theAppThatEndsMeanwhile()
    {
        SyncBench bench;
        begin(bench);
        m_isHeld = true;
        QVERIFY(bench.run());
        QTRY_COMPARE(bench.count(type), 2);
        bench.engine.reset();
        bench.clinic.release();
        QTest::qWait(20);
        QCOMPARE(bench.count(type), 2); // what comes in after that is nobody's
        QCOMPARE(since(bench), asked);
        bench.restart();
        bench.clinic.forgetRequests();
        QVERIFY(bench.run());
        QTRY_COMPARE(bench.count(type), 3);
        QCOMPARE(older(bench).size(), 1); // from where it was
    }
};

QTEST_GUILESS_MAIN(SyncOlderTest)
#include "tst_older.moc"
