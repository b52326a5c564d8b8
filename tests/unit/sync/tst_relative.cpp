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
        QCOMPARE(order.join(u' '), QStringLiteral("Appointment RelatedPerson/rosa CareTeam Organization"));
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

    void anEndedSignInTakesARelativesSessionsAway()
    {
        SyncBench bench(Role::Relative);
        bench.clinic.put(SyncBench::familySession(QStringLiteral("f1")), QStringLiteral("2026-03-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<Reply> {
            return request.url.path() == u"/token"
                ? std::optional<Reply>(ScriptedClinic::answer(400, "{\"error\":\"invalid_grant\"}"))
                : std::optional<Reply>(ScriptedClinic::answer(401));
        });
        QSignalSpy needed(bench.engine.get(), &SyncEngine::signInNeeded);
        QCOMPARE(bench.run().error().kind, ProblemKind::SignInNeeded);
        QCOMPARE(needed.size(), 1);
        QCOMPARE(bench.count(appointment), 0);
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
