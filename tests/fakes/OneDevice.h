// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "core/Ids.h"
#include "fakes/FakeClock.h"
#include "fakes/FakeDeviceAuth.h"
#include "fakes/FakeFhirServer.h"
#include "fakes/FakeSecretStore.h"
#include "fakes/FollowingBrowser.h"
#include "net/QtHttpClient.h"

#include <QCoroTask>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

namespace handrail {

/// One device with a strict server, over real sockets, made anew for each test.
class OneDevice
{
protected:
    void begin(const FakeClock &clock = FakeClock())
    {
        m_clock = clock;
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<FakeFhirServer>();
        m_server->setNow(m_clock.nowUtc());
        m_server->setNoRecords();
        m_http = std::make_unique<QtHttpClient>();
        m_browser = std::make_unique<FollowingBrowser>();
        m_secrets = std::make_unique<FakeSecretStore>();
        m_device = std::make_unique<FakeDeviceAuth>();
        open();
    }

    void end()
    {
        m_account.reset();
        QTest::qWait(20); // what is still asked of the keychain
        m_http.reset();
        m_browser.reset();
        m_server.reset();
    }

    /// The app is started (again), and the person is where they were.
    void open()
    {
        makeAccount();
        QCoro::waitFor(m_account->start());
    }
    /// Not started yet: the pages are there before anybody is in.
    void makeAccount()
    {
        m_account.reset();
        QTest::qWait(20);
        m_account = std::make_unique<Account>(*m_http, *m_secrets, *m_browser, m_clock, AccountFiles(accounts()), m_device.get());
    }

    void signIn(Account::State after = Account::State::Active)
    {
        QCoro::waitFor(m_account->signIn(m_server->base()));
        QCOMPARE(m_account->state(), after);
    }

    [[nodiscard]] static Pin pin(const char *digits = "246810")
    {
        Pin pin;
        for (; *digits; ++digits)
            pin.append(*digits - '0');
        return pin;
    }
    void setPin(const char *digits = "246810")
    {
        QVERIFY(QCoro::waitFor(m_account->setPin(pin(digits))));
        QVERIFY(m_account->hasPin());
    }
    void unlock(const char *digits = "246810") { QCoro::waitFor(m_account->unlock(pin(digits))); }

    /// Something that waits to be sent. Gives its identifier.
    QString queue()
    {
        OutboxItem item;
        item.identifier = urn(newId());
        item.resourceType = QStringLiteral("QuestionnaireResponse");
        item.payload = "{\"resourceType\":\"QuestionnaireResponse\",\"identifier\":{\"system\":\"urn:ietf:rfc:3986\",\"value\":\""
            + item.identifier.toLatin1() + "\"},\"status\":\"completed\",\"subject\":{\"reference\":\"Patient/p1\"}}";
        item.queuedAt = m_clock.nowUtc();
        if (!m_account->records()->store().outbox().queue(item))
            qFatal("not queued");
        return item.identifier;
    }
    [[nodiscard]] int unsent() const { return m_account->records()->unsentCount(); }

    [[nodiscard]] QString accounts() const { return m_folder->filePath(QStringLiteral("accounts")); }
    [[nodiscard]] QStringList left(const QString &pattern = QStringLiteral("*")) const
    {
        return QDir(accounts()).entryList({pattern}, QDir::Files);
    }
    [[nodiscard]] QStringList storeFiles() const { return left(QStringLiteral("*.db")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeFhirServer> m_server;
    std::unique_ptr<QtHttpClient> m_http;
    std::unique_ptr<FollowingBrowser> m_browser;
    std::unique_ptr<FakeSecretStore> m_secrets;
    std::unique_ptr<FakeDeviceAuth> m_device;
    FakeClock m_clock;
    std::unique_ptr<Account> m_account;
};

} // namespace handrail
