// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/OneDevice.h"
#include "view/AccountView.h"
#include "view/CrisisView.h"
#include "view/LinksView.h"

#include "crisis/ClinicContactFile.h"
#include "fakes/FakeDialer.h"

#include <QSignalSpy>

using namespace handrail;
using namespace std::chrono_literals;
using State = Account::State;

namespace {

const QString session = QStringLiteral("handrail://session/a1");
const QString elses = QStringLiteral("handrail://session/b2");

QString invitation(const QUrl &base)
{
    return inviteLink(base, QStringLiteral("Zm9ydHktdHdvIGRvdmVzIQ"));
}

} // namespace

/// The one way in for addresses from outside: what they may do to somebody who is signed in, locked, away, or in the middle of something
/// (design security 3, row 9, and 5, row 23).
class TestDeepLinkLocked final : public QObject, OneDevice
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aSessionOpens();
    void aSessionOfAnotherChangesNothing();
    void hostileAddressesChangeNothing_data();
    void hostileAddressesChangeNothing();
    void nothingHappensWhileLocked_data();
    void nothingHappensWhileLocked();
    void whoSaysNoIsNotAskedAgain();
    void onlyTheNewestIsHeld();
    void itIsHeldForTenMinutes();
    void itGoesWithASignOut();
    void itIsNotForWhoSignsInNext();
    void itBreaksIntoNothing_data();
    void itBreaksIntoNothing();
    void whoStartsTheAppByALinkIsNotAskedTwice();
    void itWaitsForTheFirstDownload();
    void signedOutAnInvitationOpensItsPage();
    void signedOutASessionLeadsNowhere();
    void helpStaysOpen();
    void anAnswerThatNobodyWaitsForIsDropped();

private:
    void make();
    void putSession();
    void lock()
    {
        m_account->lock();
        QCOMPARE(m_account->state(), State::Locked);
    }
    [[nodiscard]] Navigator::Route route() const { return m_navigator->route(); }

    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Navigator> m_navigator;
    FakeDialer m_dialer;
    std::unique_ptr<Crisis> m_crisis;
    std::unique_ptr<CrisisView> m_crisisView;
    std::unique_ptr<AccountView> m_accountView;
    std::unique_ptr<MinuteTimer> m_minute;
    std::unique_ptr<InvitationView> m_invitation;
    std::unique_ptr<LinksView> m_links;
};

void TestDeepLinkLocked::make()
{
    m_navigator = std::make_unique<Navigator>();
    m_accountView = std::make_unique<AccountView>(*m_account, *m_navigator, *m_crisisView, *m_browser, *m_preferences, m_clock);
    m_minute = std::make_unique<MinuteTimer>(m_clock);
    m_invitation = std::make_unique<InvitationView>(*m_account, *m_navigator, *m_preferences);
    m_links = std::make_unique<LinksView>(*m_account, m_clock, *m_navigator, *m_invitation, *m_preferences, *m_minute);
}

void TestDeepLinkLocked::init()
{
    begin();
    m_preferences = std::make_unique<Preferences>(QString());
    m_crisis = std::make_unique<Crisis>(crisisPack(u"us", m_preferences->language()), m_dialer);
    m_crisisView =
        std::make_unique<CrisisView>(*m_crisis, ClinicContactFile(m_folder->filePath(QStringLiteral("contact"))), *m_browser);
    make();
    signIn();
    putSession();
    m_accountView->explore();
    QCOMPARE(route(), Navigator::Today);
}

void TestDeepLinkLocked::cleanup()
{
    m_links.reset();
    m_invitation.reset();
    m_minute.reset();
    m_accountView.reset();
    end();
    m_crisisView.reset();
    m_crisis.reset();
}

void TestDeepLinkLocked::putSession()
{
    StoredRecord record;
    record.type = QStringLiteral("Appointment");
    record.id = QStringLiteral("a1");
    record.versionId = QStringLiteral("1");
    record.lastUpdated = m_clock.nowUtc();
    record.day = QDate(2026, 3, 3);
    record.json =
        R"({"resourceType":"Appointment","id":"a1","status":"booked","start":"2026-03-03T15:00:00Z","end":"2026-03-03T16:00:00Z",)"
        R"("participant":[{"actor":{"reference":"Patient/p1"},"status":"accepted"}]})";
    QVERIFY(m_account->records()->store().putRecords({record}));
    QVERIFY(m_account->records()->session(QStringLiteral("a1"))->has_value());
}

void TestDeepLinkLocked::aSessionOpens()
{
    m_links->take(session);
    QCOMPARE(route(), Navigator::SessionPage);
    QCOMPARE(m_navigator->argument(), QStringLiteral("a1"));
    QVERIFY(!m_links->isAsking());
}

void TestDeepLinkLocked::aSessionOfAnotherChangesNothing()
{
    QSignalSpy moved(m_navigator.get(), &Navigator::routeChanged);
    m_links->take(elses);
    QVERIFY(moved.isEmpty());
    QVERIFY(!m_links->isAsking());
}

void TestDeepLinkLocked::hostileAddressesChangeNothing_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("100 kB") << QString(QStringLiteral("handrail://session/") + QString(100 * 1024, u'a'));
    QTest::newRow("%00") << QStringLiteral("handrail://session/a1%00");
    QTest::newRow("a 0 byte") << QString(session + QChar(u'\0'));
    QTest::newRow("a line end") << QString(session + u'\n');
    QTest::newRow("wrong state") << QStringLiteral("handrail://signed-in?code=stolen&state=guessed");
    QTest::newRow("a page of ours") << QStringLiteral("handrail://sign-out");
    QTest::newRow("a query") << QString(session + u"?join=1");
    QTest::newRow("another scheme") << QStringLiteral("https://clinic.example/session/a1");
    QTest::newRow("empty") << QString();
}

void TestDeepLinkLocked::hostileAddressesChangeNothing()
{
    QFETCH(QString, address);
    QSignalSpy moved(m_navigator.get(), &Navigator::routeChanged);
    QSignalSpy changed(m_links.get(), &LinksView::changed);
    m_links->take(address);
    QVERIFY(moved.isEmpty());
    QVERIFY(changed.isEmpty());
    QCOMPARE(m_account->state(), State::Active);
}

void TestDeepLinkLocked::nothingHappensWhileLocked_data()
{
    QTest::addColumn<bool>("isInvitation");
    QTest::newRow("a session") << false;
    QTest::newRow("an invitation") << true;
}

void TestDeepLinkLocked::nothingHappensWhileLocked()
{
    QFETCH(bool, isInvitation);
    setPin();
    lock();
    const qsizetype requests = m_server->requests().size();
    QSignalSpy moved(m_navigator.get(), &Navigator::routeChanged);
    m_links->take(isInvitation ? invitation(m_server->base()) : session);
    QTest::qWait(50);
    QVERIFY(moved.isEmpty());
    QCOMPARE(route(), Navigator::Locked);
    QVERIFY(!m_links->isAsking());
    QCOMPARE(m_server->requests().size(), requests);

    unlock();
    QCOMPARE(m_account->state(), State::Active);
    QVERIFY(route() != Navigator::SessionPage && route() != Navigator::Invitation); // asked about, and not acted on
    QVERIFY(m_links->isAsking());
    QCOMPARE(m_links->title(), isInvitation ? QStringLiteral("Open the invitation?") : QStringLiteral("Open the session?"));
    m_links->accept();
    QVERIFY(!m_links->isAsking());
    QCOMPARE(route(), isInvitation ? Navigator::Invitation : Navigator::SessionPage);
    if (isInvitation)
        QCOMPARE(m_invitation->step(), InvitationView::Question); // asks first, too
}

void TestDeepLinkLocked::whoSaysNoIsNotAskedAgain()
{
    setPin();
    lock();
    m_links->take(session);
    unlock();
    QVERIFY(m_links->isAsking());
    m_links->decline();
    QVERIFY(!m_links->isAsking());
    lock();
    unlock();
    QVERIFY(!m_links->isAsking());
    QVERIFY(route() != Navigator::SessionPage);
}

void TestDeepLinkLocked::onlyTheNewestIsHeld()
{
    setPin();
    lock();
    m_links->take(session);
    m_links->take(invitation(m_server->base()));
    unlock();
    QCOMPARE(m_links->acceptText(), QStringLiteral("Open the invitation"));
    m_links->accept();
    QCOMPARE(route(), Navigator::Invitation);
    m_navigator->home();
    QVERIFY(!m_links->isAsking()); // the first one is gone
}

void TestDeepLinkLocked::itIsHeldForTenMinutes()
{
    setPin();
    lock();
    m_links->take(session);
    m_clock.advance(10min - 1s);
    unlock();
    QVERIFY(m_links->isAsking());
    m_clock.advance(1s);
    QVERIFY(!m_links->isAsking());
    m_links->accept();
    QVERIFY(route() != Navigator::SessionPage);
    lock();
    m_links->take(session);
    m_clock.advance(10min);
    unlock();
    QVERIFY(!m_links->isAsking());
}

void TestDeepLinkLocked::itGoesWithASignOut()
{
    setPin();
    lock();
    m_links->take(invitation(m_server->base()));
    unlock();
    QVERIFY(m_links->isAsking());
    QCoro::waitFor(m_account->signOut());
    QCOMPARE(route(), Navigator::Welcome);
    signIn();
    QVERIFY(!m_links->isAsking());
}

void TestDeepLinkLocked::itIsNotForWhoSignsInNext()
{
    setPin();
    lock();
    m_links->take(invitation(m_server->base()));
    m_server->setPerson({QStringLiteral("sub-jordan"), QStringLiteral("Patient/p2"), QStringLiteral("p2")});
    signIn();
    QCOMPARE(m_account->identity()->patientId, QStringLiteral("p2"));
    QVERIFY(!m_links->isAsking());
    QVERIFY(route() != Navigator::Invitation);
}

void TestDeepLinkLocked::itBreaksIntoNothing_data()
{
    QTest::addColumn<int>("busy");
    QTest::newRow("the safety page") << int(Navigator::Safety);
    QTest::newRow("a check-in") << int(Navigator::CheckIn);
    QTest::newRow("help") << int(Navigator::Help);
    QTest::newRow("a skill") << int(Navigator::Skill);
    QTest::newRow("a message") << int(Navigator::Messages);
    QTest::newRow("an invitation that is made") << int(Navigator::Invite);
    QTest::newRow("microphone and camera") << int(Navigator::BeforeJoin);
    QTest::newRow("a waiting room") << int(Navigator::WaitingRoom);
}

void TestDeepLinkLocked::itBreaksIntoNothing()
{
    QFETCH(int, busy);
    m_navigator->go(Navigator::Route(busy));
    QCOMPARE(route(), Navigator::Route(busy));
    m_links->take(session);
    QCOMPARE(route(), Navigator::Route(busy));
    m_navigator->back();
    QCOMPARE(route(), Navigator::Today);
    QVERIFY(m_links->isAsking());
    m_links->accept();
    QCOMPARE(route(), Navigator::SessionPage);
}

void TestDeepLinkLocked::whoStartsTheAppByALinkIsNotAskedTwice()
{
    m_links.reset();
    m_invitation.reset();
    m_minute.reset();
    m_accountView.reset();
    makeAccount();
    make();
    m_links->take(session);
    QCOMPARE(route(), Navigator::Starting);
    QCoro::waitFor(m_account->start());
    QCOMPARE(m_account->state(), State::Active);
    QCOMPARE(route(), Navigator::SessionPage);
}

// Until the first download is done there is no page to open it on.
void TestDeepLinkLocked::itWaitsForTheFirstDownload()
{
    QCoro::waitFor(m_account->signOut());
    signIn();
    QCOMPARE(route(), Navigator::FirstSync);
    m_links->take(invitation(m_server->base()));
    QCOMPARE(route(), Navigator::FirstSync);
    m_accountView->explore();
    QVERIFY(m_links->isAsking());
    m_links->accept();
    QCOMPARE(route(), Navigator::Invitation);
}

void TestDeepLinkLocked::signedOutAnInvitationOpensItsPage()
{
    QCoro::waitFor(m_account->signOut());
    QTRY_COMPARE(m_server->revoked().size(), 1);
    const qsizetype requests = m_server->requests().size();
    m_links->take(invitation(m_server->base()));
    QCOMPARE(route(), Navigator::Invitation);
    QCOMPARE(m_invitation->step(), InvitationView::Code);
    QTest::qWait(50);
    QCOMPARE(m_server->requests().size(), requests); // it asks for the code, and asks nobody else
}

void TestDeepLinkLocked::signedOutASessionLeadsNowhere()
{
    QCoro::waitFor(m_account->signOut());
    m_links->take(session);
    QCOMPARE(route(), Navigator::Welcome);
    signIn();
    QVERIFY(!m_links->isAsking());
    QVERIFY(route() != Navigator::SessionPage);
}

void TestDeepLinkLocked::helpStaysOpen()
{
    QCoro::waitFor(m_account->signOut());
    m_navigator->openHelp();
    m_links->take(invitation(m_server->base()));
    QCOMPARE(route(), Navigator::Help);
    m_navigator->back();
    QCOMPARE(route(), Navigator::Invitation);
}

void TestDeepLinkLocked::anAnswerThatNobodyWaitsForIsDropped()
{
    QCoro::waitFor(m_account->signOut());
    QUrl back;
    m_browser->setEditor([&back](const QUrl &url) {
        back = url; // the person stays at the page
        return QUrl();
    });
    auto signingIn = m_account->signIn(m_server->base());
    QTRY_VERIFY(!back.isEmpty());
    m_links->take(QStringLiteral("handrail://signed-in?code=stolen&state=guessed"));
    QTest::qWait(50);
    QCOMPARE(m_account->state(), State::SigningIn); // nor does it end the sign-in
    m_links->take(QString(u"handrail://signed-in?" + back.query(QUrl::FullyEncoded)));
    QCoro::waitFor(signingIn);
    QCOMPARE(m_account->state(), State::Active);
}

QTEST_MAIN(TestDeepLinkLocked)
#include "tst_deeplink_locked.moc"
