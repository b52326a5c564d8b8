// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/OneDevice.h"

#include <QSignalSpy>

using namespace handrail;
using namespace Qt::StringLiterals;
using State = Account::State;

/// What is shared with a relative, on a device that cannot hear of its end.
class TestAccountShared final : public QObject, OneDevice
{
    Q_OBJECT

    /// With a session that is shared, what the person said of it, and what is theirs alone.
    void signInAndKeep()
    {
        signIn();
        m_account->settle();
        QTRY_VERIFY(m_account->isFirstSyncDone());
        QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
        Store &store = m_account->records()->store();
        QVERIFY(store.putRecords(
            {{u"Appointment"_s, u"a1"_s, u"1"_s, m_clock.nowUtc(), {}, "{\"resourceType\":\"Appointment\",\"id\":\"a1\"}"}}));
        QVERIFY(store.setValue(u"of-sessions/how-it-was"_s, "[]"));
        QVERIFY(store.setValue(u"learning"_s, "{}"));
    }

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
    void aSignInThatIsOverTakesNothingElse_data();
    void aSignInThatIsOverTakesNothingElse();
    void theEndOfTheSharingIsHeardAgain();
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
    signInAndKeep();
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

void TestAccountShared::aSignInThatIsOverTakesNothingElse_data()
{
    QTest::addColumn<bool>("isRefreshable");
    QTest::newRow("the clinic refuses the refresh token") << true;
    QTest::newRow("the clinic gave none") << false;
}

/// The clinic did not say that nothing is shared: that goes until it says what is, and the way back stays.
void TestAccountShared::aSignInThatIsOverTakesNothingElse()
{
    QFETCH(bool, isRefreshable);
    m_server->setPerson({u"sub-rosa"_s, u"RelatedPerson/r1"_s, u"p1"_s});
    signInAndKeep();
    Store &store = m_account->records()->store();
    if (!isRefreshable) {
        Credentials credentials = *store.credentials().value();
        credentials.refreshToken.clear();
        QVERIFY(store.setCredentials(credentials));
    }
    const QString hash = m_account->accountHash();
    QSignalSpy erased(m_account.get(), &Account::erased);
    m_server->endFamily();
    m_account->refreshIfOlderThan(std::chrono::minutes(0));
    QTRY_COMPARE(m_account->state(), State::NeedsSignIn);
    QCOMPARE(m_account->problem()->kind, ProblemKind::SignInNeeded);
    QCOMPARE(m_account->records()->store().recordCount().value(), 0);
    QVERIFY(m_account->records()->store().value(u"of-sessions/how-it-was"_s)->has_value());
    QVERIFY(m_account->records()->store().value(u"learning"_s)->has_value());
    QVERIFY(!m_account->isFirstSyncDone());
    QVERIFY(erased.isEmpty()); // and the clinic's address stays
    open();
    QCOMPARE(m_account->state(), State::Active);
    m_account->settle();
    QTRY_COMPARE(m_account->state(), State::NeedsSignIn);
    signIn();
    QCOMPARE(m_account->accountHash(), hash);
    QTRY_VERIFY(m_account->isFirstSyncDone());
    QVERIFY(m_account->records()->store().value(u"learning"_s)->has_value());
}

/// The app may be ended before it has done what the clinic's word asks for.
void TestAccountShared::theEndOfTheSharingIsHeardAgain()
{
    m_server->setPerson({u"sub-rosa"_s, u"RelatedPerson/r1"_s, u"p1"_s});
    signIn();
    m_account->settle();
    QTRY_VERIFY(m_account->isFirstSyncDone());
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    m_server->endSharing();
    {
        TokenSource tokens(*m_http, m_account->records()->store(), m_clock);
        QCOMPARE(QCoro::waitFor(tokens.accessToken()).error().kind, ProblemKind::SignInNeeded);
        QVERIFY(tokens.isSharingOver());
    }
    open();
    QCOMPARE(m_account->state(), State::Active);
    m_account->settle();
    QTRY_COMPARE(m_account->state(), State::Revoked);
    QTRY_COMPARE(storeFiles().size(), 0);
}

QTEST_GUILESS_MAIN(TestAccountShared)
#include "tst_account_shared.moc"
