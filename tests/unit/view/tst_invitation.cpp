// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/Pkce.h"
#include "crisis/ClinicContactFile.h"
#include "fakes/FakeDialer.h"
#include "fakes/OneDevice.h"
#include "view/AccountView.h"
#include "view/InvitationView.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QUrlQuery>

using namespace handrail;
using State = Account::State;

namespace {

const QString token = QStringLiteral("Zm9ydHktdHdvIGRvdmVzIQ");
const QString operation = QStringLiteral("RelatedPerson/$open-invitation");

FakeReply right()
{
    return FakeReply::json(R"({"resourceType":"Parameters","parameter":[{"name":"ticket","valueString":"tick.et-1"}]})");
}

FakeReply notOpen(int status = 404)
{
    return FakeReply::json(R"({"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"not-found"}]})", status);
}

} // namespace

/// Accepting an invitation, up to the clinic's page and back from there.
class TestInvitation final : public QObject, OneDevice
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theLinkIsFound_data();
    void theLinkIsFound();
    void theCodeIsRead_data();
    void theCodeIsRead();
    void signsThatNoCodeHasAreSaid();
    void theRightCodeLeadsToTheClinicsPage();
    void whatIsNotOpenHasOnePage_data();
    void whatIsNotOpenHasOnePage();
    void whatCanBeTriedAgainIsSaid_data();
    void whatCanBeTriedAgainIsSaid();
    void whoComesBackFromTheClinicsPageGoesOn();
    void whatFailsAfterTheClinicsPageMayBeUsedUp();
    void whoIsSignedInIsAskedAndLosesNothing();
    void whatWouldBeLostIsNotRisked();
    void aDeviceThatKeepsNothingKeepsNoAddress();
    void aKnownAddressIsNotReplaced();
    void itsServerIsShownAsWhatItIs();
    void whatTheInvitationBroughtGoesWithIt_data();
    void whatTheInvitationBroughtGoesWithIt();
    void whoLeavesLeavesNothing();
    void aLateAnswerIsNobodys();

private:
    void typeRightly();
    [[nodiscard]] QJsonObject asked() const;

    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Navigator> m_navigator;
    FakeDialer m_dialer;
    std::unique_ptr<Crisis> m_crisis;
    std::unique_ptr<CrisisView> m_crisisView;
    std::unique_ptr<AccountView> m_accountView;
    std::unique_ptr<InvitationView> m_view;
};

void TestInvitation::init()
{
    begin();
    m_preferences = std::make_unique<Preferences>(QString());
    m_crisis = std::make_unique<Crisis>(crisisPack(u"us", m_preferences->language()), m_dialer);
    m_crisisView =
        std::make_unique<CrisisView>(*m_crisis, ClinicContactFile(m_folder->filePath(QStringLiteral("contact"))), *m_browser);
    m_navigator = std::make_unique<Navigator>();
    m_accountView = std::make_unique<AccountView>(*m_account, *m_navigator, *m_crisisView, *m_browser, *m_preferences, m_clock);
    m_view = std::make_unique<InvitationView>(*m_account, *m_navigator, *m_preferences);
    // As the app does it.
    connect(m_accountView.get(), &AccountView::serverChosen, m_preferences.get(), &Preferences::setServer);
    connect(m_view.get(), &InvitationView::serverMet, m_accountView.get(), &AccountView::meetServer);
    connect(m_view.get(), &InvitationView::serverLeft, m_accountView.get(), &AccountView::leaveServer);
    Q_EMIT m_account->stateChanged();
    QCOMPARE(m_navigator->route(), Navigator::Welcome);
    m_server->route("POST", FakeFhirServer::at(operation), right());
    m_server->setPerson({QStringLiteral("sub-ana"), QStringLiteral("RelatedPerson/r9"), QStringLiteral("p1")});
}

void TestInvitation::cleanup()
{
    m_view.reset();
    m_accountView.reset();
    end();
    m_crisisView.reset();
    m_crisis.reset();
}

void TestInvitation::typeRightly()
{
    m_view->begin();
    m_view->setLink(inviteLink(m_server->base(), token));
    m_view->goOn();
    m_view->setCode(QStringLiteral("k7m 4p2"));
    QVERIFY(m_view->canSend());
}

QJsonObject TestInvitation::asked() const
{
    QJsonObject found;
    const auto requests = m_server->requestsTo(FakeFhirServer::at(operation));
    for (const QJsonValue &each :
         QJsonDocument::fromJson(requests.last().body).object().value(QLatin1String("parameter")).toArray())
        found.insert(each.toObject().value(QLatin1String("name")).toString(), each.toObject().value(QLatin1String("valueString")));
    return found;
}

void TestInvitation::theLinkIsFound_data()
{
    QTest::addColumn<QString>("around");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("alone") << QStringLiteral("%1") << true;
    QTest::newRow("blanks") << QStringLiteral("  %1 \n") << true;
    QTest::newRow("the message") << QStringLiteral("You have an invitation. Open this link: %1\nand use the code.") << true;
    QTest::newRow("a full stop after") << QStringLiteral("Open %1.") << true;
    QTest::newRow("after one that was cut") << QStringLiteral("handrail://invite/aHR0cHM/x %1") << true;
    QTest::newRow("in marks") << QStringLiteral("<%1>") << true;
    QTest::newRow("cut short") << QStringLiteral("%1").arg(QString()) << false;
    QTest::newRow("words after it") << QStringLiteral("%1Zm9y") << false;
    QTest::newRow("100 kB before it") << QString(QString(100 * 1024, u'x') + QStringLiteral(" %1")) << false;
}

void TestInvitation::theLinkIsFound()
{
    QFETCH(QString, around);
    QFETCH(bool, isFound);
    const QString link = inviteLink(m_server->base(), token);
    m_view->begin();
    m_view->setLink(around.contains(QLatin1String("%1")) ? around.arg(link) : link.chopped(1));
    QCOMPARE(m_view->step(), isFound ? InvitationView::Code : InvitationView::Link);
    QCOMPARE(m_view->linkError().isEmpty(), isFound);
}

void TestInvitation::theCodeIsRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("as it is") << QStringLiteral("K7M4P2") << QStringLiteral("K7M4P2");
    QTest::newRow("small, in parts") << QStringLiteral(" k7m-4p2 ") << QStringLiteral("K7M4P2");
    QTest::newRow("a long dash") << QStringLiteral(u"k7m\u20134p2") << QStringLiteral("K7M4P2");
    QTest::newRow("wide") << QStringLiteral(u"\uff2b\uff17\uff2d\uff14\uff30\uff12") << QStringLiteral("K7M4P2");
    QTest::newRow("Cyrillic that looks alike") << QStringLiteral(u"\u043a7\u043c4\u04402") << QStringLiteral("K7M4P2");
    QTest::newRow("Greek that looks alike") << QStringLiteral(u"\u039a7\u039c4\u03a12") << QStringLiteral("K7M4P2");
    QTest::newRow("hidden signs") << QStringLiteral(u"K7\u200bM4\u202eP2") << QStringLiteral("K7M4P2");
    QTest::newRow("too long") << QStringLiteral("K7M4P2X") << QStringLiteral("K7M4P2");
    QTest::newRow("nothing") << QStringLiteral(" - ") << QString();
}

void TestInvitation::theCodeIsRead()
{
    QFETCH(QString, typed);
    QFETCH(QString, code);
    QCOMPARE(InvitationView::readCode(typed), code);
}

void TestInvitation::signsThatNoCodeHasAreSaid()
{
    typeRightly();
    m_view->setCode(QStringLiteral("K7MO"));
    QCOMPARE(m_view->missingText(), QStringLiteral("2 more letter(s) or number(s)"));
    QVERIFY(m_view->codeError().contains(QLatin1String("O")));
    m_view->setCode(QStringLiteral("K7MO4P"));
    QVERIFY(!m_view->canSend());
    m_view->send();
    QVERIFY(m_server->requestsTo(FakeFhirServer::at(operation)).isEmpty());
}

void TestInvitation::theRightCodeLeadsToTheClinicsPage()
{
    typeRightly();
    m_view->send();
    QVERIFY(m_view->isBusy());
    QTRY_COMPARE(m_account->state(), State::Active);
    QCOMPARE(asked().value(QLatin1String("link")).toString(), token);
    QCOMPARE(asked().value(QLatin1String("code")).toString(), QStringLiteral("K7M4P2"));
    const QUrlQuery page(m_browser->opened().first());
    QCOMPARE(page.queryItemValue(QStringLiteral("invitation"), QUrl::FullyDecoded), QStringLiteral("tick.et-1"));
    // The ticket is bound to this sign-in: another's challenge opens nothing with it.
    QCOMPARE(page.queryItemValue(QStringLiteral("code_challenge")), asked().value(QLatin1String("challenge")).toString());
    QVERIFY(m_account->identity()->role == Role::Relative);
    QCOMPARE(m_view->step(), InvitationView::Link); // and nothing of it is left
    QVERIFY(m_view->code().isEmpty());
    // The next sign-in is an ordinary one.
    signIn();
    QVERIFY(!QUrlQuery(m_browser->opened().last()).hasQueryItem(QStringLiteral("invitation")));
}

void TestInvitation::whatIsNotOpenHasOnePage_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 404, 410, 422})
        QTest::addRow("%d", status) << status;
    QTest::newRow("an address that may not be talked to") << 0;
}

void TestInvitation::whatIsNotOpenHasOnePage()
{
    QFETCH(int, status);
    m_server->route("POST", FakeFhirServer::at(operation), notOpen(status));
    typeRightly();
    if (status == 0) {
        m_view->setLink(inviteLink(QUrl(QStringLiteral("http://clinic.example/fhir")), token));
        m_view->setCode(QStringLiteral("K7M4P2"));
    }
    m_view->send();
    QTRY_COMPARE(m_view->step(), InvitationView::Closed);
    QVERIFY(!m_view->hasProblem() && !m_view->isBusy());
    QVERIFY(m_view->code().isEmpty());
    QVERIFY(m_browser->opened().isEmpty());
    m_view->tryAgain();
    QCOMPARE(m_view->step(), InvitationView::Code);
    m_server->route("POST", FakeFhirServer::at(operation), right());
    if (status == 0)
        return;
    m_view->setCode(QStringLiteral("K7M4P2")); // the link is still there
    m_view->send();
    QTRY_COMPARE(m_account->state(), State::Active);
}

void TestInvitation::whatCanBeTriedAgainIsSaid_data()
{
    QTest::addColumn<FakeReply>("reply");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    FakeReply tries = notOpen(429);
    tries.headers = {{"Retry-After", "61"}};
    QTest::newRow("too many tries") << tries << QStringLiteral("Too many tries") << QStringLiteral("Wait 2 minute(s)");
    FakeReply cut;
    cut.isReset = true;
    QTest::newRow("offline") << cut << QStringLiteral("You seem to be offline") << QStringLiteral("Nothing is used up");
    QTest::newRow("broken") << notOpen(500) << QStringLiteral("That did not work") << QStringLiteral("not your fault");
    QTest::newRow("no ticket") << FakeReply::json(R"({"resourceType":"Parameters"})") << QStringLiteral("That did not work")
                               << QStringLiteral("Nothing is used up");
}

void TestInvitation::whatCanBeTriedAgainIsSaid()
{
    QFETCH(FakeReply, reply);
    QFETCH(QString, title);
    QFETCH(QString, text);
    m_server->route("POST", FakeFhirServer::at(operation), reply);
    typeRightly();
    m_view->send();
    QTRY_VERIFY(m_view->hasProblem());
    QCOMPARE(m_view->step(), InvitationView::Code);
    QCOMPARE(m_view->problemTitle(), title);
    QVERIFY2(m_view->problemText().contains(text), qPrintable(m_view->problemText()));
    QCOMPARE(m_view->code(), QStringLiteral("K7M4P2")); // nothing is lost
    QVERIFY(m_view->canSend());
}

void TestInvitation::whoComesBackFromTheClinicsPageGoesOn()
{
    m_browser->setEditor([](const QUrl &) { return QUrl(); });
    typeRightly();
    m_view->send();
    QTRY_COMPARE(m_navigator->route(), Navigator::SigningIn);
    QTRY_VERIFY(!m_account->signInPage().isEmpty());
    m_account->cancelSignIn();
    QTRY_COMPARE(m_navigator->route(), Navigator::Invitation);
    QCOMPARE(m_view->step(), InvitationView::Code);
    QCOMPARE(m_view->code(), QStringLiteral("K7M4P2"));
    // Nor after its time is over; they may have been let in meanwhile.
    m_view->send();
    QTRY_COMPARE(m_navigator->route(), Navigator::SigningIn);
    QTRY_VERIFY(!m_account->signInPage().isEmpty());
    m_clock.advance(std::chrono::minutes(10));
    m_server->setNow(m_clock.nowUtc());
    QTRY_COMPARE(m_view->problemTitle(), QStringLiteral("The page was not finished"));
    QVERIFY2(!m_view->problemText().contains(QStringLiteral("used up")), qPrintable(m_view->problemText()));
    m_browser->setEditor([](const QUrl &url) { return url; });
    m_view->send();
    QTRY_COMPARE(m_account->state(), State::Active);
}

// The clinic gave its yes, and the app never heard of it: nothing says that the invitation is unused, and the way to sign in is there.
void TestInvitation::whatFailsAfterTheClinicsPageMayBeUsedUp()
{
    QSignalSpy met(m_view.get(), &InvitationView::serverMet);
    FakeReply cut;
    cut.isReset = true;
    m_server->route("POST", QStringLiteral("/auth/token"), cut);
    typeRightly();
    m_view->send();
    QTRY_VERIFY(m_view->hasProblem());
    QCOMPARE(m_view->problemTitle(), QStringLiteral("You seem to be offline"));
    QCOMPARE(m_view->problemText(), QStringLiteral("Try again when you have a connection."));
    QCOMPARE(met.size(), 1);
    QCOMPARE(met.at(0).at(0).toString(), m_server->base().toString());
    m_server->route("POST", QStringLiteral("/auth/token"), FakeReply::html(500));
    m_view->send();
    QTRY_COMPARE(m_view->problemTitle(), QStringLiteral("That did not work"));
    QVERIFY2(!m_view->problemText().contains(QStringLiteral("used up")), qPrintable(m_view->problemText()));
}

void TestInvitation::whoIsSignedInIsAskedAndLosesNothing()
{
    QSignalSpy met(m_view.get(), &InvitationView::serverMet);
    m_server->setPerson({});
    m_server->route("POST", FakeFhirServer::at(QStringLiteral("QuestionnaireResponse")), FakeReply::html(500));
    signIn();
    m_accountView->explore();
    const QString mine = queue();
    m_server->setPerson({QStringLiteral("sub-ana"), QStringLiteral("RelatedPerson/r9"), QStringLiteral("p1")});
    const auto link = readDeepLink(inviteLink(m_server->base(), token));
    m_view->take(*link);
    QCOMPARE(m_navigator->route(), Navigator::Invitation);
    QCOMPARE(m_view->step(), InvitationView::Question);
    QVERIFY(!m_view->whoText().isEmpty());
    m_view->setCode(QStringLiteral("K7M4P2"));
    m_view->send(); // not before the answer
    QVERIFY(m_server->requestsTo(FakeFhirServer::at(operation)).isEmpty());
    m_view->goOn();
    m_view->send();
    QTRY_VERIFY(m_account->identity() && m_account->identity()->role == Role::Relative);
    QCOMPARE(unsent(), 0); // a store of their own
    QCOMPARE(storeFiles().size(), 2);
    QVERIFY(met.isEmpty()); // the address that the first one sees stays theirs until then
    // And the first one finds everything as it was.
    m_server->setPerson({});
    signIn();
    QVERIFY(m_account->records()->store().outbox().find(mine)->has_value());
}

void TestInvitation::whatWouldBeLostIsNotRisked()
{
    m_secrets->setMode(FakeSecretStore::Mode::Missing);
    m_server->setPerson({});
    m_server->route("POST", FakeFhirServer::at(QStringLiteral("QuestionnaireResponse")), FakeReply::html(500));
    signIn();
    queue();
    typeRightly();
    m_view->send();
    QTRY_VERIFY(m_view->hasProblem());
    QVERIFY(m_server->requestsTo(FakeFhirServer::at(operation)).isEmpty()); // the invitation stays unused
    QCOMPARE(m_account->state(), State::Active);
}

void TestInvitation::aDeviceThatKeepsNothingKeepsNoAddress()
{
    m_secrets->setMode(FakeSecretStore::Mode::Missing);
    QString meanwhile;
    m_browser->setEditor([&](const QUrl &url) {
        meanwhile = m_preferences->server();
        return url;
    });
    typeRightly();
    m_view->send();
    QTRY_COMPARE(m_account->state(), State::Active);
    QCOMPARE(meanwhile, m_server->base().toString());
    QVERIFY(m_account->isSessionOnly());
    QVERIFY(m_preferences->server().isEmpty());
    QVERIFY(!m_accountView->hasServer());
    QCoro::waitFor(m_account->signOut());
    // Who has an account on the disk still finds the way to it.
    m_preferences->setServer(QStringLiteral("https://clinic.example/fhir"));
    m_accountView->setServer(m_preferences->server());
    typeRightly();
    m_view->send();
    QTRY_COMPARE(m_account->state(), State::Active);
    QCOMPARE(m_preferences->server(), QStringLiteral("https://clinic.example/fhir"));
}

// A link leads to anybody's server, and no sign-in was made there: the clinic of who was here before stays theirs.
void TestInvitation::aKnownAddressIsNotReplaced()
{
    const QString clinic = QStringLiteral("https://clinic.example/fhir");
    m_preferences->setServer(clinic);
    m_accountView->setServer(clinic);
    m_browser->setEditor([](const QUrl &) { return QUrl(); });
    typeRightly();
    m_view->send();
    QTRY_VERIFY(!m_account->signInPage().isEmpty());
    QCOMPARE(m_preferences->server(), clinic);
    m_account->cancelSignIn();
    QTRY_COMPARE(m_navigator->route(), Navigator::Invitation);
    QCOMPARE(m_preferences->server(), clinic);
    QCOMPARE(m_accountView->server(), clinic);
    QVERIFY(!m_accountView->leadsTo(m_view->server())); // and is no way to sign in with what was made there
    // Whoever signs in has another.
    m_browser->setEditor([](const QUrl &url) { return url; });
    m_view->send();
    QTRY_COMPARE(m_account->state(), State::Active);
    QCOMPARE(m_preferences->server(), m_server->base().toString());
    QCOMPARE(m_accountView->server(), m_server->base().toString());
    typeRightly();
    QVERIFY(m_accountView->leadsTo(m_view->server()));
    m_accountView->setServer(QStringLiteral(" %1/ ").arg(m_server->base().toString())); // as people type it
    QVERIFY(m_accountView->leadsTo(m_view->server()));
    QVERIFY(!m_accountView->leadsTo({}));
    m_accountView->setServer({});
    QVERIFY(!m_accountView->leadsTo({}));
}

void TestInvitation::itsServerIsShownAsWhatItIs()
{
    Q_EMIT m_view->serverMet(QUrl(QStringLiteral("https://xn--clnic-o2e.org/fhir")).toString());
    QCOMPARE(m_accountView->server(), QStringLiteral("https://xn--clnic-o2e.org/fhir"));
    QCOMPARE(m_preferences->server(), m_accountView->server());
}

void TestInvitation::whatTheInvitationBroughtGoesWithIt_data()
{
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("refused") << true;
    QTest::newRow("given up") << false;
}

void TestInvitation::whatTheInvitationBroughtGoesWithIt()
{
    QFETCH(bool, isRefused);
    m_browser->setEditor([isRefused](const QUrl &url) {
        if (!isRefused)
            return QUrl();
        QUrl back = url;
        QUrlQuery query(url);
        query.removeQueryItem(QStringLiteral("code"));
        query.addQueryItem(QStringLiteral("error"), QStringLiteral("access_denied"));
        back.setQuery(query);
        return back;
    });
    for (int i = 0; i < 2; ++i) { // also the second time
        typeRightly();
        m_view->send();
        if (!isRefused) {
            QTRY_COMPARE(m_navigator->route(), Navigator::SigningIn);
            QTRY_VERIFY(!m_account->signInPage().isEmpty());
            QCOMPARE(m_preferences->server(), m_server->base().toString());
            m_account->cancelSignIn();
        }
        QTRY_COMPARE(m_view->hasProblem(), isRefused);
        QTRY_COMPARE(m_account->state(), State::SignedOut);
        QVERIFY2(m_preferences->server().isEmpty(), "the next start knows it");
        QCOMPARE(m_accountView->hasServer(), !isRefused); // it may be used up: the way is there as long as the app is
    }
    // What a sign-in brought is no invitation's any more.
    m_browser->setEditor([](const QUrl &url) { return url; });
    signIn();
    QCoro::waitFor(m_account->signOut());
    m_browser->setEditor([](const QUrl &) { return QUrl(); });
    typeRightly();
    m_view->send();
    QTRY_COMPARE(m_navigator->route(), Navigator::SigningIn);
    QTRY_VERIFY(!m_account->signInPage().isEmpty());
    m_account->cancelSignIn();
    QTRY_COMPARE(m_navigator->route(), Navigator::Invitation);
    QCOMPARE(m_preferences->server(), m_server->base().toString());
}

void TestInvitation::whoLeavesLeavesNothing()
{
    typeRightly();
    m_navigator->openHelp();
    QCOMPARE(m_view->code(), QStringLiteral("K7M4P2")); // Help lies over it
    m_navigator->back();
    m_navigator->back();
    QCOMPARE(m_navigator->route(), Navigator::Welcome);
    QVERIFY(m_view->code().isEmpty());
    QCOMPARE(m_view->step(), InvitationView::Link);
}

void TestInvitation::aLateAnswerIsNobodys()
{
    FakeReply slow = right();
    slow.delay = std::chrono::milliseconds(200);
    m_server->route("POST", FakeFhirServer::at(operation), slow);
    typeRightly();
    m_view->send();
    m_navigator->back();
    QTest::qWait(400);
    QCOMPARE(m_account->state(), State::SignedOut);
    QVERIFY(m_browser->opened().isEmpty());
}

QTEST_MAIN(TestInvitation)
#include "tst_invitation.moc"
