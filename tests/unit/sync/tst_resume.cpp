// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SyncBench.h"

#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;
using Reply = ScriptedClinic::Reply;

namespace {

const QString type = QStringLiteral("Appointment");

/// This page of the sessions gets this reply.
ScriptedClinic::Script page(const char *number, const Reply &reply)
{
    return [number, reply](const HttpRequest &request) {
        return isAt(request, "/Appointment") && parameter(request, "page") == QLatin1String(number) ? std::optional(reply)
                                                                                                    : std::nullopt;
    };
}

void putSessions(SyncBench &bench, int count)
{
    for (int i = 1; i <= count; ++i)
        bench.clinic.put(SyncBench::resource(type, QStringLiteral("a%1").arg(i)),
                         QStringLiteral("2026-03-01T10:00:0%1.000Z").arg(i));
    bench.clinic.setPageSize(1);
}

} // namespace

/// A download that is cut off, and goes on where it was.
class SyncResumeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListThatWasCutOffIsGoneOnWith_data()
    {
        QTest::addColumn<Given>("reply");
        QTest::newRow("no answer") << Given{tl::make_unexpected(Problem{ProblemKind::Timeout, true, {}})};
        QTest::newRow("server error") << Given{ScriptedClinic::answer(500)};
        QTest::newRow("cut short") << Given{ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\"")};
    }
    void aListThatWasCutOffIsGoneOnWith()
    {
        QFETCH(Given, reply);
        SyncBench bench;
        putSessions(bench, 4);
        bench.clinic.setScript(page("2", reply.reply));
        QVERIFY(!bench.run());
        QCOMPARE(bench.count(type), 2);
        QVERIFY(!bench.store->cursor(type)->isValid()); // only after the last page
        bench.clinic.setScript({});
        bench.clinic.forgetRequests();
        bench.restart(); // the app was started again
        QVERIFY(bench.run());
        QCOMPARE(bench.count(type), 4);
        const QList<HttpRequest> asked = bench.clinic.requestsTo("GET", type);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(parameter(asked.first(), "page"), QStringLiteral("2"));
        QCOMPARE(*bench.store->cursor(type), QDateTime(QDate(2026, 3, 1), QTime(10, 0, 4), QTimeZone::utc()));
        bench.clinic.forgetRequests();
        QVERIFY(bench.run());
        QVERIFY(parameter(bench.clinic.requestsTo("GET", type).first(), "page").isEmpty());
    }

    void whatChangedAfterTheFirstPageIsAskedForAgain()
    {
        SyncBench bench;
        putSessions(bench, 2);
        bench.clinic.setScript(page("1", ScriptedClinic::answer(500)));
        const QDateTime began = bench.clock.nowUtc();
        QVERIFY(!bench.run());
        bench.clinic.setScript({});
        bench.clock.advance(std::chrono::hours(2));
        bench.clinic.put(SyncBench::resource(type, QStringLiteral("a2")),
                         began.addSecs(3600).toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'")), QStringLiteral("2"));
        QVERIFY(bench.run());
        QCOMPARE(*bench.store->cursor(type), began);
    }

    void aPlaceThatLeadsNowhereIsForgotten_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 404, 410})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }
    void aPlaceThatLeadsNowhereIsForgotten()
    {
        QFETCH(int, status);
        SyncBench bench;
        putSessions(bench, 3);
        bench.clinic.setScript(page("1", ScriptedClinic::answer(500)));
        QVERIFY(!bench.run());
        int refusals = 0;
        bench.clinic.setScript([&](const HttpRequest &request) {
            return refusals++ == 0 && parameter(request, "page") == u"1" ? std::optional<Reply>(ScriptedClinic::answer(status))
                                                                         : std::nullopt;
        });
        QVERIFY(bench.run());
        QCOMPARE(bench.count(type), 3);
        QVERIFY(bench.store->cursor(type)->isValid());
    }

    void aPlaceOfAnotherOriginIsNotTaken()
    {
        SyncBench bench;
        putSessions(bench, 2);
        bench.clinic.setScript(page("1", ScriptedClinic::answer(500)));
        QVERIFY(!bench.run());
        const QString name = QStringLiteral("sync.place.Appointment");
        QByteArray place = bench.store->value(name).value().value();
        QVERIFY(place.contains("https://clinic.example/"));
        QVERIFY(bench.store->setValue(name, place.replace("https://clinic.example/", "https://evil.example/")));
        bench.clinic.setScript({});
        bench.clinic.forgetRequests();
        QVERIFY(bench.run());
        for (const HttpRequest &request : bench.clinic.requests())
            QCOMPARE(request.url.host(), QStringLiteral("clinic.example"));
        QCOMPARE(bench.count(type), 2);
    }

    void moreThanTwoHundredPagesTakeTwoRuns()
    {
        SyncBench bench;
        const QString episode = QStringLiteral("EpisodeOfCare");
        for (int i = 0; i < 205; ++i)
            bench.clinic.put(SyncBench::resource(episode, QStringLiteral("e%1").arg(i)),
                             QStringLiteral("2026-03-01T10:%1:%2.000Z")
                                 .arg(i / 60, 2, 10, QLatin1Char('0'))
                                 .arg(i % 60, 2, 10, QLatin1Char('0')));
        bench.clinic.setPageSize(1);
        QCOMPARE(bench.run().error().kind, ProblemKind::BadData);
        QCOMPARE(bench.count(episode), 200);
        QVERIFY(!bench.engine->lastSuccess().isValid()); // not everything is here yet
        QVERIFY(!bench.store->cursor(episode)->isValid());
        QVERIFY(bench.run());
        QCOMPARE(bench.count(episode), 205);
        QVERIFY(bench.engine->lastSuccess().isValid());
        QVERIFY(bench.store->cursor(episode)->isValid());
    }
};

QTEST_GUILESS_MAIN(SyncResumeTest)
#include "tst_resume.moc"
