// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/SmartKey.h"
#include "clinic/SmartThrottle.h"
#include "clinic/SmartTicket.h"

#include <QJsonDocument>
#include <QTest>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <sodium.h>

using namespace handrail::clinic;
using namespace std::chrono_literals;

namespace {

QByteArray unbase(const QByteArray &text)
{
    return QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

// Checks a JWT with nothing but the public JWK.
bool isSignedBy(const QByteArray &jwt, const QJsonObject &jwk)
{
    const QList<QByteArray> parts = jwt.split('.');
    if (parts.size() != 3)
        return false;
    const QByteArray n = unbase(jwk.value(u"n").toString().toLatin1());
    const QByteArray e = unbase(jwk.value(u"e").toString().toLatin1());
    BIGNUM *modulus = BN_bin2bn(reinterpret_cast<const unsigned char *>(n.constData()), static_cast<int>(n.size()), nullptr);
    BIGNUM *exponent = BN_bin2bn(reinterpret_cast<const unsigned char *>(e.constData()), static_cast<int>(e.size()), nullptr);
    OSSL_PARAM_BLD *build = OSSL_PARAM_BLD_new();
    OSSL_PARAM_BLD_push_BN(build, OSSL_PKEY_PARAM_RSA_N, modulus);
    OSSL_PARAM_BLD_push_BN(build, OSSL_PKEY_PARAM_RSA_E, exponent);
    OSSL_PARAM *params = OSSL_PARAM_BLD_to_param(build);
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr);
    EVP_PKEY *key = nullptr;
    EVP_PKEY_fromdata_init(context);
    EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, params);
    const QByteArray input = parts.at(0) + '.' + parts.at(1);
    const QByteArray signature = unbase(parts.at(2));
    EVP_MD_CTX *digest = EVP_MD_CTX_new();
    const bool isGood = EVP_DigestVerifyInit(digest, nullptr, EVP_sha256(), nullptr, key) == 1
        && EVP_DigestVerify(digest, reinterpret_cast<const unsigned char *>(signature.constData()),
                            static_cast<size_t>(signature.size()), reinterpret_cast<const unsigned char *>(input.constData()),
                            static_cast<size_t>(input.size()))
            == 1;
    EVP_MD_CTX_free(digest);
    EVP_PKEY_free(key);
    EVP_PKEY_CTX_free(context);
    OSSL_PARAM_free(params);
    OSSL_PARAM_BLD_free(build);
    BN_free(modulus);
    BN_free(exponent);
    return isGood;
}

} // namespace

/// Keys, sealed tickets, and the brake on guessing.
class TestSmartSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }

    void jwtIsSigned()
    {
        const auto key = SmartKey::generated();
        QVERIFY(key);
        const QByteArray jwt = key->signedJwt({{QStringLiteral("sub"), QStringLiteral("x")}});
        QVERIFY(isSignedBy(jwt, key->publicJwk()));
        const QJsonObject header = QJsonDocument::fromJson(unbase(jwt.split('.').constFirst())).object();
        QCOMPARE(header.value(u"alg").toString(), QStringLiteral("RS256"));
        QCOMPARE(header.value(u"kid").toString(), key->id());
        QCOMPARE(unbase(key->publicJwk().value(u"n").toString().toLatin1()).size(), 256);

        QByteArray altered = jwt;
        altered[altered.indexOf('.') + 5] = altered.at(altered.indexOf('.') + 5) == 'A' ? 'B' : 'A';
        QVERIFY(!isSignedBy(altered, key->publicJwk()));
        QVERIFY(!isSignedBy(jwt, SmartKey::generated()->publicJwk()));
    }

    void keySurvivesStorage()
    {
        const auto key = SmartKey::generated();
        const auto again = SmartKey::fromPem(key->toPem());
        QVERIFY(again);
        QCOMPARE(again->id(), key->id());
        QVERIFY(isSignedBy(again->signedJwt({}), key->publicJwk()));
        QVERIFY(!SmartKey::fromPem("no key"));
        QVERIFY(!SmartKey::fromPem(QByteArray()));
    }

    void ticketOpensForItsBrowserOnly()
    {
        const SmartTicket tickets(QByteArray(32, 'k'));
        const QJsonObject content{{QStringLiteral("state"), QStringLiteral("abc")}};
        const auto at = 1'000'000ms;
        const QString ticket = tickets.sealed(content, QStringLiteral("sign-in"), QStringLiteral("cookie"), at);
        const auto open = [&](const QString &text, const char *stage, const char *cookie, std::chrono::milliseconds now) {
            return tickets.opened(text, QString::fromLatin1(stage), QString::fromLatin1(cookie), now);
        };
        QCOMPARE(open(ticket, "sign-in", "cookie", at + 14min), content);
        QVERIFY(!open(ticket, "sign-in", "other", at));
        QVERIFY(!open(ticket, "sign-in", "", at));
        QVERIFY(!open(ticket, "consent", "cookie", at));
        QVERIFY(!open(ticket, "sign-in", "cookie", at + 16min));
        QVERIFY(!open(ticket, "sign-in", "cookie", at - 2min));
        QVERIFY(!open(QString(), "sign-in", "cookie", at));
        QVERIFY(!open(QStringLiteral("***"), "sign-in", "cookie", at));
        QVERIFY(!open(ticket.chopped(4), "sign-in", "cookie", at));
        const QChar other = ticket.at(40) == u'A' ? u'B' : u'A';
        QVERIFY(!open(ticket.left(40) % other % ticket.mid(41), "sign-in", "cookie", at));
        QVERIFY(!SmartTicket(QByteArray(32, 'l')).opened(ticket, QStringLiteral("sign-in"), QStringLiteral("cookie"), at));
    }

    void theWaitGrowsAndFades()
    {
        SmartThrottle throttle;
        const QString maya = QStringLiteral("maya");
        auto now = SmartThrottle::Time(1h);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(throttle.waitFor(maya, "a", now), 0ms);
            throttle.noteAttempt(maya, "a", now);
        }
        QCOMPARE(throttle.waitFor(maya, "a", now), 5s);
        QCOMPARE(throttle.waitFor(maya, "b", now), 0ms); // the person at home is not held up
        QCOMPARE(throttle.waitFor(QStringLiteral("rosa"), "a", now), 0ms);
        now += 5s;
        QCOMPARE(throttle.waitFor(maya, "a", now), 0ms);
        throttle.noteAttempt(maya, "a", now);
        QCOMPARE(throttle.waitFor(maya, "a", now), 10s);
        for (int i = 0; i < 30; ++i) {
            now += throttle.waitFor(maya, "a", now);
            throttle.noteAttempt(maya, "a", now);
        }
        QCOMPARE(throttle.waitFor(maya, "a", now), 15min); // the ceiling: never for ever
        now += 31min;
        throttle.noteAttempt(maya, "a", now);
        QCOMPARE(throttle.waitFor(maya, "a", now), 0ms); // faded: five free ones again
    }

    void aSuccessClearsTheCount()
    {
        SmartThrottle throttle;
        const QString maya = QStringLiteral("maya");
        for (int i = 0; i < 5; ++i)
            throttle.noteAttempt(maya, "a", 1h);
        throttle.noteSuccess(maya, "a");
        QCOMPARE(throttle.waitFor(maya, "a", 1h), 0ms);
    }

    void manyAddressesTogetherAreSlowedButNotTheKnownOne()
    {
        SmartThrottle throttle;
        const QString maya = QStringLiteral("maya");
        throttle.noteAttempt(maya, "home", 1h);
        throttle.noteSuccess(maya, "home");
        for (int i = 0; i < 400; ++i)
            throttle.noteAttempt(maya, QByteArray::number(i), 1h);
        QCOMPARE(throttle.waitFor(maya, "new", 1h), 1min);
        QCOMPARE(throttle.waitFor(maya, "home", 1h), 0ms);
    }

    void manyNamesFromOneAddressAreSlowed()
    {
        SmartThrottle throttle;
        for (int i = 0; i < 40; ++i)
            throttle.noteAttempt(QString::number(i), "a", 1h);
        QCOMPARE(throttle.waitFor(QStringLiteral("next"), "a", 1h), 5s);
        // A clinic's own address, where everybody signs in at the first try, is never slowed.
        SmartThrottle busy;
        for (int i = 0; i < 400; ++i) {
            busy.noteAttempt(QString::number(i), "clinic", 1h);
            busy.noteSuccess(QString::number(i), "clinic");
        }
        QCOMPARE(busy.waitFor(QStringLiteral("next"), "clinic", 1h), 0ms);
    }
};

QTEST_GUILESS_MAIN(TestSmartSecrets)
#include "tst_smart_secrets.moc"
