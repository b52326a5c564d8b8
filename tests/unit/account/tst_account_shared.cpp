// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/OneDevice.h"

using namespace handrail;
using namespace Qt::StringLiterals;
using State = Account::State;

/// What is shared with a relative, on a device that cannot hear of its end.
class TestAccountShared final : public QObject, OneDevice
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup()
    {
        (void)m_server->takeComplaints(); // tokens that only the test knows
        end();
    }
    void whatIsSharedWithARelativeStaysForADay_data();
    void whatIsSharedWithARelativeStaysForADay();
    void soDoesAPartOfIt();
};

void TestAccountShared::whatIsSharedWithARelativeStaysForADay_data()
{
    QTest::addColumn<bool>("isRelative");
    QTest::addColumn<bool>("isRestarted");
    QTest::addColumn<qint64>("hours");
    QTest::addColumn<bool>("isGone");
    QTest::newRow("a relative, 23 h") << true << false << qint64(23) << false;
    QTest::newRow("a relative, 24 h") << true << false << qint64(24) << true;
    QTest::newRow("a relative, 23 h and a new start") << true << true << qint64(23) << false;
    QTest::newRow("a relative, 24 h and a new start") << true << true << qint64(24) << true;
    QTest::newRow("a relative, and the clock was set back") << true << true << qint64(-2) << true;
    QTest::newRow("the patient") << false << true << qint64(48) << false;
}

void TestAccountShared::whatIsSharedWithARelativeStaysForADay()
{
    QFETCH(bool, isRelative);
    QFETCH(bool, isRestarted);
    QFETCH(qint64, hours);
    QFETCH(bool, isGone);
    if (isRelative)
        m_server->setPerson({u"sub-rosa"_s, u"RelatedPerson/r1"_s, u"p1"_s});
    signIn();
    m_account->settle();
    QTRY_VERIFY(m_account->isFirstSyncDone());
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    StoredRecord session;
    session.type = u"Appointment"_s;
    session.id = u"a1"_s;
    session.versionId = u"1"_s;
    session.lastUpdated = m_clock.nowUtc();
    session.json = R"({"resourceType":"Appointment","id":"a1"})";
    QVERIFY(m_account->records()->store().putRecords({session}));
    QVERIFY(m_account->records()->store().setValue(u"of-sessions/how-it-was"_s, "[]"));
    QVERIFY(m_account->records()->store().setValue(u"learning"_s, "{}"));
    m_server->stop();
    m_clock.setWallClock(m_clock.nowUtc().addSecs(hours * 3600));
    if (isRestarted)
        open();
    else
        m_account->refreshIfOlderThan(std::chrono::hours(100));
    QCOMPARE(m_account->state(), State::Active);
    QCOMPARE(m_account->records()->store().recordCount().value(), isGone ? 0 : 1);
    QCOMPARE(m_account->records()->store().value(u"of-sessions/how-it-was"_s)->has_value(), !isGone);
    QVERIFY(m_account->records()->store().value(u"learning"_s)->has_value());
    QCOMPARE(m_account->isFirstSyncDone(), !isGone); // the page of the first download comes again
}

/// No download was whole, and what came of one is there all the same.
void TestAccountShared::soDoesAPartOfIt()
{
    m_server->setPerson({u"sub-rosa"_s, u"RelatedPerson/r1"_s, u"p1"_s});
    m_server->route("GET", u"/fhir/R4/CareTeam"_s, FakeReply::json("{}", 500));
    signIn();
    m_account->settle();
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Waiting);
    QVERIFY(!m_account->sync()->lastSuccess().isValid());
    StoredRecord session;
    session.type = u"Appointment"_s;
    session.id = u"a1"_s;
    session.versionId = u"1"_s;
    session.lastUpdated = m_clock.nowUtc();
    session.json = R"({"resourceType":"Appointment","id":"a1"})";
    QVERIFY(m_account->records()->store().putRecords({session}));
    m_server->stop();
    for (const int hours : {23, 1}) {
        QCOMPARE(m_account->records()->store().recordCount().value(), 1);
        m_clock.setWallClock(m_clock.nowUtc().addSecs(hours * 3600));
        open();
    }
    QCOMPARE(m_account->records()->store().recordCount().value(), 0);
}

QTEST_GUILESS_MAIN(TestAccountShared)
#include "tst_account_shared.moc"
