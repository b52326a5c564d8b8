// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/SmartKey.h"
#include "clinic/smart/SmartThrottle.h"
#include "clinic/smart/SmartTicket.h"
#include "fakes/SigningKey.h"

#include <QJsonDocument>
#include <QTest>
#include <sodium.h>

using namespace handrail;
using namespace handrail::clinic;
using namespace std::chrono_literals;

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
        const QJsonObject header = QJsonDocument::fromJson(fromBase64Url(jwt.split('.').constFirst())).object();
        QCOMPARE(header.value(u"alg").toString(), QStringLiteral("RS256"));
        QCOMPARE(header.value(u"kid").toString(), key->id());
        QCOMPARE(fromBase64Url(key->publicJwk().value(u"n").toString().toLatin1()).size(), 256);

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
        SmartThrottle::Attempt last;
        for (int i = 0; i < 5; ++i)
            last = throttle.noteAttempt(maya, "a", 1h);
        throttle.noteSuccess(last);
        QCOMPARE(throttle.waitFor(maya, "a", 1h), 0ms);
    }

    void oneNetworkOfIPv6IsOneAddress()
    {
        SmartThrottle throttle;
        const QString maya = QStringLiteral("maya");
        for (int i = 1; i <= 5; ++i)
            throttle.noteAttempt(maya, "2001:db8:1:2::" + QByteArray::number(i), 1h);
        QCOMPARE(throttle.waitFor(maya, "2001:db8:1:2:ffff::1", 1h), 5s);
        QCOMPARE(throttle.waitFor(maya, "2001:db8:1:3::1", 1h), 0ms);
        // IPv4 in the form of IPv6 is not one network.
        for (int i = 1; i <= 5; ++i)
            throttle.noteAttempt(QStringLiteral("rosa"), "::ffff:192.0.2." + QByteArray::number(i), 1h);
        QCOMPARE(throttle.waitFor(QStringLiteral("rosa"), "::ffff:192.0.2.9", 1h), 0ms);
    }

    void manyAddressesTogetherAreSlowedButNotTheKnownOne()
    {
        SmartThrottle throttle;
        const QString maya = QStringLiteral("maya");
        throttle.noteSuccess(throttle.noteAttempt(maya, "home", 1h));
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
            busy.noteSuccess(busy.noteAttempt(QString::number(i), "clinic", 1h));
        }
        QCOMPARE(busy.waitFor(QStringLiteral("next"), "clinic", 1h), 0ms);
    }

    /// Behind one address with many mistyped passwords, as a clinic's Wi-Fi may have.
    void aRightPasswordHoldsUpNobodyElse()
    {
        SmartThrottle throttle;
        const QString maya = QStringLiteral("maya");
        const QString rosa = QStringLiteral("rosa");
        auto now = SmartThrottle::Time(1h);
        for (int i = 0; i < 40; ++i)
            throttle.noteAttempt(QString::number(i), "clinic", now);
        for (int i = 0; i < 20; ++i)
            throttle.noteAttempt(maya, QByteArray::number(i), now);
        now += throttle.waitFor(maya, "clinic", now);
        QCOMPARE(now, SmartThrottle::Time(1h) + 5s);
        throttle.noteSuccess(throttle.noteAttempt(maya, "clinic", now));
        QCOMPARE(throttle.waitFor(rosa, "clinic", now), 0ms);
        QCOMPARE(throttle.waitFor(maya, "elsewhere", now), 0ms);
        // Nor does it undo what somebody else failed at meanwhile.
        const auto mine = throttle.noteAttempt(maya, "clinic", now);
        throttle.noteAttempt(QStringLiteral("guess"), "clinic", now);
        throttle.noteSuccess(mine);
        QVERIFY(throttle.waitFor(rosa, "clinic", now) > 0ms);
    }
};

QTEST_GUILESS_MAIN(TestSmartSecrets)
#include "tst_smart_secrets.moc"
