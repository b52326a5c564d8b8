// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "../content/ContentTexts.h"
#include "content/Pack.h"
#include "core/Ids.h"
#include "fakes/FakeClock.h"
#include "fakes/FakeFhirServer.h"
#include "fakes/FakeSecretStore.h"
#include "fakes/FollowingBrowser.h"
#include "net/QtHttpClient.h"
#include "view/ClinicTexts.h"
#include "view/SkillsView.h"

#include <QCoroTask>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sodium.h>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

Pin pin()
{
    Pin pin;
    for (const int digit : {2, 4, 6, 8, 1, 0})
        pin.append(digit);
    return pin;
}

} // namespace

/// Whose texts they are, and when they are there.
class TestClinicTexts final : public QObject
{
    Q_OBJECT

    QByteArray m_open = QByteArray(packKeyBytes, '\0');
    QByteArray m_secret = QByteArray(crypto_sign_SECRETKEYBYTES, '\0');
    const QDateTime m_now{QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()};

    static QJsonObject library(const QString &id, const QString &status, const QByteArray &pack = {})
    {
        QJsonObject json{{u"resourceType"_s, u"Library"_s}, {u"id"_s, id}, {u"status"_s, status}};
        if (!pack.isEmpty()) {
            const QByteArray hash = QCryptographicHash::hash(pack, QCryptographicHash::Sha1);
            json.insert(u"content"_s,
                        QJsonArray{QJsonObject{{u"url"_s, u"Binary/b1"_s},
                                               {u"size"_s, pack.size()},
                                               {u"hash"_s, QString::fromLatin1(hash.toBase64())}}});
        }
        return json;
    }

    /// A pack, and the withdrawal of a skill of ours.
    QByteArray publish(FakeFhirServer &server) const
    {
        QByteArray pack = signedPack({u"clinic-pack"_s, 1, {u"en"_s, u"es"_s}, m_now}, texts::aWholeSet().map, m_secret);
        server.setRecords(u"Library"_s, {library(u"clinic-pack"_s, u"active"_s, pack), library(u"ride-the-urge"_s, u"retired"_s)});
        server.setRecords(u"Binary"_s,
                          {{{u"resourceType"_s, u"Binary"_s},
                            {u"id"_s, u"b1"_s},
                            {u"contentType"_s, u"application/octet-stream"_s},
                            {u"data"_s, QString::fromLatin1(pack.toBase64())}}});
        return pack;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(sodium_init() >= 0);
        crypto_sign_keypair(reinterpret_cast<unsigned char *>(m_open.data()), reinterpret_cast<unsigned char *>(m_secret.data()));
    }

    void theyComeWithTheSignInAndGoWithTheLock()
    {
        FakeClock clock(m_now);
        const QTemporaryDir folder;
        FakeFhirServer server;
        server.setNow(m_now);
        server.setNoRecords();
        const QByteArray pack = publish(server);
        FakeSecretStore secrets;
        FollowingBrowser browser;
        Preferences preferences{QString()};
        preferences.setLanguage(u"en"_s);
        QtHttpClient http;
        Account account(http, secrets, browser, clock, AccountFiles(folder.filePath(u"accounts"_s)));
        ClinicTexts texts(account, preferences, m_open);
        QSignalSpy changed(&texts, &ClinicTexts::changed);
        const auto has = [&](const char *id) { return texts.library().skill(QString::fromLatin1(id)).has_value(); };
        const auto isTheClinics = [&] { return has("feet-down") && !has("ride-the-urge"); };
        const auto isOurs = [&] { return !has("feet-down") && has("ride-the-urge"); };

        QCoro::waitFor(account.start());
        QVERIFY(isOurs()); // signed out, and the answer is not kept for who comes
        QCoro::waitFor(account.signIn(server.base()));
        account.settle();
        QTRY_VERIFY(account.isFirstSyncDone());
        QTRY_VERIFY(isTheClinics());
        QVERIFY(changed.size() >= 2);
        QVERIFY(texts.updateText().isEmpty());

        QVERIFY(QCoro::waitFor(account.setPin(pin())));
        changed.clear();
        account.lock();
        QCOMPARE(account.state(), Account::State::Locked);
        QCOMPARE(changed.size(), 1); // whoever shows something of it lets go
        QVERIFY(isOurs());
        QCoro::waitFor(account.unlock(pin()));
        QCOMPARE(account.state(), Account::State::Active);
        QCOMPARE(changed.size(), 2);
        QVERIFY(isTheClinics());

        // Something newer that is not in order: said, and nothing else.
        const QByteArray broken =
            signedPack({u"clinic-pack"_s, 2, {u"en"_s, u"es"_s}, m_now}, texts::aWholeSet().map, m_secret).chopped(3);
        server.setRecords(u"Library"_s, {library(u"clinic-pack"_s, u"active"_s, broken)});
        QTRY_COMPARE(account.sync()->state(), SyncEngine::State::Idle);
        account.sync()->retryNow();
        QTRY_COMPARE(texts.updateText(), u"An update did not arrive."_s);
        QVERIFY(has("feet-down"));

        // Another text of ours is withdrawn, and no pack has changed.
        QVERIFY(has("wind-down"));
        server.setRecords(u"Library"_s, {library(u"clinic-pack"_s, u"active"_s, pack), library(u"wind-down"_s, u"retired"_s)});
        QTRY_COMPARE(account.sync()->state(), SyncEngine::State::Idle);
        account.sync()->retryNow();
        QTRY_VERIFY(!has("wind-down"));
        QVERIFY(has("feet-down"));

        // Signed out nobody is told of it, and nothing is left of the clinic's.
        QCoro::waitFor(account.signOut());
        QVERIFY(texts.updateText().isEmpty());
        QVERIFY(isOurs());
        QTest::qWait(20); // what is still asked of the keychain
    }

    /// Another person signs in where a sign-in has ended, with no lock and no sign-out between them.
    void aRelativeIsNotShownThoseOfThePatientBefore()
    {
        FakeClock clock(m_now);
        const QTemporaryDir folder;
        FakeFhirServer server;
        server.setNow(m_now);
        server.setNoRecords();
        // With no withdrawal: a download that hears of another one would look anew by itself.
        server.setRecords(u"Library"_s, {library(u"clinic-pack"_s, u"active"_s, publish(server))});
        FakeSecretStore secrets;
        FollowingBrowser browser;
        Preferences preferences{QString()};
        preferences.setLanguage(u"en"_s);
        QtHttpClient http;
        Account account(http, secrets, browser, clock, AccountFiles(folder.filePath(u"accounts"_s)));
        ClinicTexts texts(account, preferences, m_open);
        const auto has = [&](const char *id) { return texts.library().skill(QString::fromLatin1(id)).has_value(); };

        QCoro::waitFor(account.start());
        QCoro::waitFor(account.signIn(server.base()));
        account.settle();
        QTRY_VERIFY(account.isFirstSyncDone());
        QTRY_VERIFY(has("feet-down"));
        QTRY_COMPARE(account.sync()->state(), SyncEngine::State::Idle);

        server.endFamily();
        clock.advance(std::chrono::hours(2));
        account.refreshIfOlderThan(std::chrono::minutes(0));
        QTRY_COMPARE(account.state(), Account::State::NeedsSignIn);
        QVERIFY(has("feet-down")); // theirs as long as it is they

        server.setNow(clock.nowUtc());
        server.setPerson({u"sub-rosa"_s, u"RelatedPerson/r1"_s, u"p1"_s});
        QCoro::waitFor(account.signIn(server.base()));
        QCOMPARE(account.state(), Account::State::Active);
        QCOMPARE(account.identity()->role, Role::Relative);
        QVERIFY(!has("feet-down"));
        QTRY_VERIFY(account.isFirstSyncDone());
        QTRY_COMPARE(account.sync()->state(), SyncEngine::State::Idle);
        QVERIFY(!has("feet-down"));
        QTest::qWait(20); // what is still asked of the keychain
    }
};

QTEST_MAIN(TestClinicTexts)
#include "tst_clinic_texts.moc"
