// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "account/Account.h"
#include "core/Ids.h"
#include "fakes/FakeClock.h"
#include "fakes/FakeFhirServer.h"
#include "fakes/FakeSecretStore.h"
#include "fakes/FollowingBrowser.h"
#include "net/QtHttpClient.h"

#include <QCoroTask>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace handrail;
using namespace std::chrono_literals;
using State = Account::State;

/// One device with a strict server, over real sockets: what a sign-in, a sign-out and a start leave behind.
class TestAccount final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void signOutDoesNotWaitForTheNetwork_data();
    void signOutDoesNotWaitForTheNetwork();
    void signOutRevokes();

private:
    /// The app is started (again), and the person is where they were.
    void open();
    void signIn();
    [[nodiscard]] QStringList storeFiles() const
    {
        return QDir(m_folder->filePath(QStringLiteral("accounts"))).entryList({QStringLiteral("*.db")}, QDir::Files);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeFhirServer> m_server;
    std::unique_ptr<QtHttpClient> m_http;
    std::unique_ptr<FollowingBrowser> m_browser;
    std::unique_ptr<FakeSecretStore> m_secrets;
    FakeClock m_clock;
    std::unique_ptr<Account> m_account;
};

void TestAccount::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FakeFhirServer>();
    m_server->setNow(m_clock.nowUtc());
    for (const char *type : {"Appointment", "CareTeam", "CarePlan", "EpisodeOfCare", "MedicationRequest", "Organization",
                             "Location", "Questionnaire", "QuestionnaireResponse", "AppointmentResponse", "Patient"})
        m_server->setRecords(QString::fromLatin1(type), {});
    m_http = std::make_unique<QtHttpClient>();
    m_browser = std::make_unique<FollowingBrowser>();
    m_secrets = std::make_unique<FakeSecretStore>();
    open();
}

void TestAccount::cleanup()
{
    m_account.reset();
    m_http.reset();
    m_browser.reset();
    m_server.reset();
}

void TestAccount::open()
{
    m_account.reset();
    AccountFiles files(m_folder->filePath(QStringLiteral("accounts")));
    m_account = std::make_unique<Account>(*m_http, *m_secrets, *m_browser, m_clock, files);
    QCoro::waitFor(m_account->start());
}

void TestAccount::signIn()
{
    QCoro::waitFor(m_account->signIn(m_server->base()));
    QCOMPARE(m_account->state(), State::Active);
}

void TestAccount::signOutDoesNotWaitForTheNetwork_data()
{
    QTest::addColumn<bool>("isUnsent");
    QTest::newRow("everything sent") << false;
    QTest::newRow("something unsent") << true;
}

void TestAccount::signOutDoesNotWaitForTheNetwork()
{
    QFETCH(bool, isUnsent);
    signIn();
    FakeReply silent;
    silent.isSilent = true;
    m_server->route("POST", QStringLiteral("/auth/revoke"), silent);
    if (isUnsent) {
        OutboxItem item;
        item.identifier = urn(newId());
        item.resourceType = QStringLiteral("QuestionnaireResponse");
        item.payload = "{}";
        QVERIFY(m_account->records()->store().outbox().queue(item));
    }
    m_account->signOut(); // and nothing has been waited for
    QCOMPARE(m_account->state(), State::SignedOut);
    QVERIFY(!m_account->records());
    // The app is ended in this moment; the next start is nobody's.
    open();
    QCOMPARE(m_account->state(), State::SignedOut);
    QTRY_COMPARE(storeFiles().size(), isUnsent ? 1 : 0);
}

void TestAccount::signOutRevokes()
{
    signIn();
    QCoro::waitFor(m_account->signOut());
    QTRY_COMPARE(m_server->revoked().size(), 1);
    QVERIFY(storeFiles().isEmpty());
    QVERIFY(m_secrets->entries().isEmpty());
}

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
