// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/DeepLink.h"

#include <QTest>

using namespace handrail;

namespace {

const QString token = QStringLiteral("Zm9ydHktdHdvIGRvdmVzIQ");

QString encoded(const QByteArray &base)
{
    return QString::fromLatin1(base.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString invite(const QByteArray &base)
{
    return QString(u"handrail://invite/" + encoded(base) + u'/' + token);
}

} // namespace

/// The addresses that open the app, and all that look like one (design security 5, row 23).
class TestDeepLink : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anInvitation_data();
    void anInvitation();
    void aSession();
    void anAnswer();
    void nothingElse_data();
    void nothingElse();
    void everySignIsLookedAt();
    void onlyWholeLinksAreMade();
};

void TestDeepLink::anInvitation_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::newRow("a clinic") << QByteArray("https://clinic.example/fhir/R4");
    QTest::newRow("its port") << QByteArray("https://clinic.example:8443/fhir/R4");
    QTest::newRow("no path") << QByteArray("https://clinic.example");
    QTest::newRow("this machine") << QByteArray("http://127.0.0.1:8080/fhir/R4");
    QTest::newRow("this machine, IPv6") << QByteArray("http://[::1]:8080/fhir/R4");
}

void TestDeepLink::anInvitation()
{
    QFETCH(QByteArray, base);
    const QString link = inviteLink(QUrl(QString::fromLatin1(base)), token);
    QCOMPARE(link, invite(base));
    QVERIFY2(!link.contains(QLatin1String("clinic")), "who reads it learns nothing");
    const auto read = readDeepLink(link);
    QVERIFY(read);
    QCOMPARE(read->kind, DeepLink::Kind::Invite);
    QCOMPARE(read->fhirBase.toEncoded(), base);
    QCOMPARE(read->token, token);
}

void TestDeepLink::aSession()
{
    const auto read = readDeepLink(u"handrail://session/a-1.B");
    QVERIFY(read);
    QCOMPARE(read->kind, DeepLink::Kind::Session);
    QCOMPARE(read->appointmentId, QStringLiteral("a-1.B"));
    QVERIFY(readDeepLink(u"HandRail://session/a1"));
}

void TestDeepLink::anAnswer()
{
    const auto read = readDeepLink(u"handrail://signed-in?code=a%2Bb&state=s1&iss=https%3A%2F%2Fclinic.example%2Ffhir%2FR4");
    QVERIFY(read);
    QCOMPARE(read->kind, DeepLink::Kind::SignedIn);
    QCOMPARE(read->answer.queryItemValue(QStringLiteral("code"), QUrl::FullyDecoded), QStringLiteral("a+b"));
    QCOMPARE(read->answer.queryItemValue(QStringLiteral("state"), QUrl::FullyDecoded), QStringLiteral("s1"));
    QCOMPARE(read->answer.queryItemValue(QStringLiteral("iss"), QUrl::FullyDecoded),
             QStringLiteral("https://clinic.example/fhir/R4"));
    const auto refused = readDeepLink(u"handrail://signed-in?error=access_denied&error_description=said+no&state=s1");
    QVERIFY(refused);
    QCOMPARE(refused->answer.queryItemValue(QStringLiteral("error_description"), QUrl::FullyDecoded), QStringLiteral("said no"));
}

void TestDeepLink::nothingElse_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    const QByteArray base = "https://clinic.example/fhir/R4";
    row("empty", {});
    row("scheme alone", QStringLiteral("handrail://"));
    row("another scheme", QStringLiteral("https://session/a1"));
    row("a scheme that begins so", QStringLiteral("handrails://session/a1"));
    row("no slashes", QStringLiteral("handrail:session/a1"));
    row("three slashes", QStringLiteral("handrail:///session/a1"));
    row("another host", QStringLiteral("handrail://settings/a1"));
    row("no host", QStringLiteral("handrail:///a1"));
    row("a host in capitals", QStringLiteral("handrail://SESSION/a1"));
    row("a user", QStringLiteral("handrail://me@session/a1"));
    row("a port", QStringLiteral("handrail://session:80/a1"));
    row("a blank before", QStringLiteral(" handrail://session/a1"));
    row("a line end after", QStringLiteral("handrail://session/a1\n"));
    row("a tab in the scheme", QStringLiteral("hand\trail://session/a1"));
    row("a 0 byte", QString(QStringLiteral("handrail://session/a1") + QChar(u'\0')));
    row("a written 0 byte", QStringLiteral("handrail://session/a1%00"));
    row("100 kB", QString(QStringLiteral("handrail://session/") + QString(100 * 1024, u'a')));
    row("100 kB of an answer", QString(QStringLiteral("handrail://signed-in?state=s&code=") + QString(100 * 1024, u'a')));
    row("100 kB of an invitation", invite(QByteArray("https://clinic.example/" + QByteArray(100 * 1024, 'a'))));

    row("session: none", QStringLiteral("handrail://session"));
    row("session: empty", QStringLiteral("handrail://session/"));
    row("session: a slash after", QStringLiteral("handrail://session/a1/"));
    row("session: a part more", QStringLiteral("handrail://session/a1/join"));
    row("session: two slashes", QStringLiteral("handrail://session//a1"));
    row("session: up", QStringLiteral("handrail://session/.."));
    row("session: up, written", QStringLiteral("handrail://session/%2e%2e"));
    row("session: a query", QStringLiteral("handrail://session/a1?join=1"));
    row("session: a bare query", QStringLiteral("handrail://session/a1?"));
    row("session: a fragment", QStringLiteral("handrail://session/a1#join"));
    row("session: 65 signs", QString(QStringLiteral("handrail://session/") + QString(65, u'a')));
    row("session: a Cyrillic a",
        QStringLiteral(u"handrail://session/\u0430"
                       "1"));
    row("session: text that turns round", QStringLiteral(u"handrail://session/a\u202e1"));
    row("session: a wide slash", QStringLiteral(u"handrail://session\uff0fa1"));
    row("session: a wide digit", QStringLiteral(u"handrail://session/a\uff11"));
    row("session: half a character", QString(QStringLiteral("handrail://session/a") + QChar(0xd800)));

    const QString wholeInvite = invite(base);
    row("invite: empty", QStringLiteral("handrail://invite/"));
    row("invite: no base", QString(u"handrail://invite/" + token));
    row("invite: an empty base", QString(u"handrail://invite//" + token));
    row("invite: no token", QString(u"handrail://invite/" + encoded(base)));
    row("invite: a short token", wholeInvite.chopped(1));
    row("invite: a long token", QString(wholeInvite + u'A'));
    row("invite: a token with +", QString(wholeInvite.chopped(1) + u'+'));
    row("invite: a slash after", QString(wholeInvite + u'/'));
    row("invite: a query", QString(wholeInvite + u"?code=ABC234"));
    row("invite: the base as it is", QString(u"handrail://invite/https://clinic.example/" + token));
    row("invite: padded",
        QString(u"handrail://invite/" + QString::fromLatin1(QByteArray("https://a.example").toBase64()) + u'/' + token));
    row("invite: bits left over", QString(u"handrail://invite/" + encoded("https://a.example").chopped(1) + u"V/" + token));
    row("invite: javascript", invite("javascript:alert(1)"));
    row("invite: a file", invite("file:///etc/passwd"));
    row("invite: no host", invite("https:///fhir"));
    row("invite: a user", invite("https://clinic.example@evil.example/fhir"));
    row("invite: an empty user", invite("https://@evil.example/fhir"));
    row("invite: a query in the base", invite("https://clinic.example/fhir?a=b"));
    row("invite: a fragment in the base", invite("https://clinic.example/fhir#a"));
    row("invite: a slash at the base's end", invite("https://clinic.example/fhir/"));
    row("invite: a line end in the base", invite("https://clinic.example/fhir\nHost: x"));
    row("invite: a 0 byte in the base", invite(QByteArray("https://clinic.example\0.evil.example", 36)));
    row("invite: a Cyrillic host", invite(QStringLiteral(u"https://clini\u0441.example").toUtf8()));
    row("invite: a host in capitals", invite("https://CLINIC.example"));
    row("invite: a scheme in capitals", invite("HTTPS://clinic.example"));

    row("answer: none", QStringLiteral("handrail://signed-in"));
    row("answer: empty", QStringLiteral("handrail://signed-in?"));
    row("answer: a path", QStringLiteral("handrail://signed-in/x?code=a&state=b"));
    row("answer: no state", QStringLiteral("handrail://signed-in?code=a"));
    row("answer: no code", QStringLiteral("handrail://signed-in?state=a"));
    row("answer: both code and error", QStringLiteral("handrail://signed-in?state=a&code=b&error=c"));
    row("answer: two codes", QStringLiteral("handrail://signed-in?code=a&code=b&state=c"));
    row("answer: two states", QStringLiteral("handrail://signed-in?code=a&state=b&state=c"));
    row("answer: an empty code", QStringLiteral("handrail://signed-in?code=&state=b"));
    row("answer: no value", QStringLiteral("handrail://signed-in?code&state=b"));
    row("answer: one more name", QStringLiteral("handrail://signed-in?code=a&state=b&next=c"));
    row("answer: a name written", QStringLiteral("handrail://signed-in?c%6Fde=a&state=b"));
    row("answer: %00", QStringLiteral("handrail://signed-in?code=a%00&state=b"));
    row("answer: %0A", QStringLiteral("handrail://signed-in?code=a%0Ab&state=b"));
    row("answer: half a sign", QStringLiteral("handrail://signed-in?code=a%2&state=b"));
    row("answer: no sign", QStringLiteral("handrail://signed-in?code=a%zz&state=b"));
    row("answer: not UTF-8", QStringLiteral("handrail://signed-in?code=a%ff&state=b"));
    row("answer: text that turns round", QStringLiteral("handrail://signed-in?code=a%e2%80%ae&state=b"));
    row("answer: a fragment", QStringLiteral("handrail://signed-in?code=a&state=b#c"));
}

void TestDeepLink::nothingElse()
{
    QFETCH(QString, text);
    QVERIFY(!readDeepLink(text));
}

// No sign outside the few may stand anywhere in a session's link.
void TestDeepLink::everySignIsLookedAt()
{
    for (int sign = 0; sign < 0x10000; ++sign) {
        const QChar c{char16_t(sign)};
        const bool isGood = sign < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'.');
        QVERIFY2(readDeepLink(QString(u"handrail://session/a" + QString(c) + u'b')).has_value() == isGood,
                 QByteArray::number(sign, 16).constData());
    }
}

void TestDeepLink::onlyWholeLinksAreMade()
{
    QCOMPARE(inviteLink(QUrl(), token), QString());
    QCOMPARE(inviteLink(QUrl(QStringLiteral("https://clinic.example/")), token), QString());
    QCOMPARE(inviteLink(QUrl(QStringLiteral("https://clinic.example")), QStringLiteral("short")), QString());
    QCOMPARE(inviteLink(QUrl(QString(u"https://clinic.example/" + QString(3000, u'a'))), token), QString());
}

QTEST_APPLESS_MAIN(TestDeepLink)
#include "tst_deeplink.moc"
