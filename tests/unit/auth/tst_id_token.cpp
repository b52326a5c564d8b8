// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/IdToken.h"
#include "fakes/SigningKey.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTest>

#include <functional>

using namespace handrail;

namespace {

using Edit = std::function<void(QJsonObject &header, QJsonObject &claims)>;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace
Q_DECLARE_METATYPE(Edit)

/// Which id_tokens are believed.
class TestIdToken : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void good();
    void claims_data();
    void claims();
    void askedAnew();
    void knownVector();
    void otherKey();
    void unsigned_();
    void hmacWithThePublicKey();
    void flippedBits();
    void keySets_data();
    void keySets();
    void shortKey();
    void rubbish_data();
    void rubbish();

private:
    [[nodiscard]] QByteArray token(const Edit &edit = {}, const SigningKey *signer = nullptr) const;
    [[nodiscard]] Result<IdClaims> verify(const QByteArray &token, const QByteArray &keySet = {}) const;

    SigningKey m_key{"k1"};
    const QDateTime m_now{QDate(2026, 3, 2), QTime(15, 0), Qt::UTC};
};

QByteArray TestIdToken::token(const Edit &edit, const SigningKey *signer) const
{
    const qint64 now = m_now.toSecsSinceEpoch();
    QJsonObject header{{QStringLiteral("alg"), QStringLiteral("RS256")}, {QStringLiteral("kid"), QStringLiteral("k1")}};
    QJsonObject claims{{QStringLiteral("iss"), QStringLiteral("https://clinic.example/fhir")},
                       {QStringLiteral("aud"), QStringLiteral("handrail")},
                       {QStringLiteral("sub"), QStringLiteral("sub-1")},
                       {QStringLiteral("nonce"), QStringLiteral("n-1")},
                       {QStringLiteral("iat"), now},
                       {QStringLiteral("exp"), now + 300},
                       {QStringLiteral("fhirUser"), QStringLiteral("Patient/p1")}};
    if (edit)
        edit(header, claims);
    return (signer ? signer : &m_key)->sign(header, claims);
}

Result<IdClaims> TestIdToken::verify(const QByteArray &token, const QByteArray &keySet) const
{
    return verifyIdToken(token, keySet.isEmpty() ? m_key.jwks() : keySet,
                         {QStringLiteral("https://clinic.example/fhir"), QStringLiteral("handrail"), QStringLiteral("n-1"), m_now});
}

void TestIdToken::good()
{
    const auto claims = verify(token());
    QVERIFY2(claims, qPrintable(claims ? QString() : claims.error().detail));
    QCOMPARE(claims->subject, QStringLiteral("sub-1"));
    QCOMPARE(claims->fhirUser, QStringLiteral("Patient/p1"));
}

void TestIdToken::claims_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<int>("kind"); // -1: believed
    const auto claim = [](const char *name, const QJsonValue &value) {
        return Edit([key = QString::fromLatin1(name), value](QJsonObject &, QJsonObject &claims) { claims.insert(key, value); });
    };
    const auto header = [](const char *name, const QJsonValue &value) {
        return Edit([key = QString::fromLatin1(name), value](QJsonObject &head, QJsonObject &) { head.insert(key, value); });
    };
    const QJsonValue gone(QJsonValue::Undefined);
    const int mismatch = int(ProblemKind::SignInMismatch);
    const int bad = int(ProblemKind::BadData);
    const qint64 now = m_now.toSecsSinceEpoch();
    QTest::newRow("issuer") << claim("iss", QStringLiteral("https://evil.example/fhir")) << mismatch;
    QTest::newRow("issuer with slash") << claim("iss", QStringLiteral("https://clinic.example/fhir/")) << mismatch;
    QTest::newRow("no issuer") << claim("iss", gone) << mismatch;
    QTest::newRow("audience") << claim("aud", QStringLiteral("other")) << mismatch;
    QTest::newRow("no audience") << claim("aud", gone) << mismatch;
    QTest::newRow("audience list") << claim("aud", QJsonArray{QStringLiteral("handrail")}) << -1;
    QTest::newRow("audiences without azp") << claim("aud", QJsonArray{QStringLiteral("handrail"), QStringLiteral("other")})
                                           << mismatch;
    QTest::newRow("audiences for other") << Edit([](QJsonObject &, QJsonObject &claims) {
        claims.insert(QStringLiteral("aud"), QJsonArray{QStringLiteral("handrail"), QStringLiteral("other")});
        claims.insert(QStringLiteral("azp"), QStringLiteral("other"));
    }) << mismatch;
    QTest::newRow("audiences for us") << Edit([](QJsonObject &, QJsonObject &claims) {
        claims.insert(QStringLiteral("aud"), QJsonArray{QStringLiteral("handrail"), QStringLiteral("other")});
        claims.insert(QStringLiteral("azp"), QStringLiteral("handrail"));
    }) << -1;
    QTest::newRow("nonce") << claim("nonce", QStringLiteral("n-2")) << mismatch;
    QTest::newRow("no nonce") << claim("nonce", gone) << mismatch;
    QTest::newRow("ended 4 min ago") << claim("exp", now - 240) << -1;
    QTest::newRow("ended 5 min ago") << claim("exp", now - 300) << mismatch;
    QTest::newRow("no end") << claim("exp", gone) << mismatch;
    QTest::newRow("end a text") << claim("exp", QStringLiteral("9999999999")) << mismatch;
    QTest::newRow("good in 4 min") << claim("nbf", now + 240) << -1;
    QTest::newRow("good in 6 min") << claim("nbf", now + 360) << mismatch;
    QTest::newRow("no subject") << claim("sub", gone) << bad;
    QTest::newRow("long subject") << claim("sub", QString(256, u'x')) << bad;
    QTest::newRow("no fhirUser") << claim("fhirUser", gone) << -1;
    QTest::newRow("alg none") << header("alg", QStringLiteral("none")) << bad;
    QTest::newRow("alg HS256") << header("alg", QStringLiteral("HS256")) << bad;
    QTest::newRow("alg rs256") << header("alg", QStringLiteral("rs256")) << bad;
    QTest::newRow("alg RS512") << header("alg", QStringLiteral("RS512")) << bad;
    QTest::newRow("no alg") << header("alg", gone) << bad;
    QTest::newRow("crit") << header("crit", QJsonArray{QStringLiteral("exp")}) << bad;
    QTest::newRow("unknown kid") << header("kid", QStringLiteral("k2")) << bad;
    QTest::newRow("no kid") << header("kid", gone) << -1;
}

void TestIdToken::claims()
{
    QFETCH(Edit, edit);
    QFETCH(int, kind);
    const auto claims = verify(token(edit));
    QCOMPARE(claims.has_value(), kind < 0);
    if (!claims)
        QCOMPARE(int(claims.error().kind), kind);
}

/// Who has to give the password again must have done so since.
void TestIdToken::askedAnew()
{
    enum Taken { Broken, No, Yes, Anew };
    const auto taken = [this](std::optional<qint64> given, const QDateTime &asked) {
        const QByteArray said = token([&](QJsonObject &, QJsonObject &claims) {
            if (given)
                claims.insert(QStringLiteral("auth_time"), m_now.toSecsSinceEpoch() + *given);
        });
        IdExpectation expected{QStringLiteral("https://clinic.example/fhir"), QStringLiteral("handrail"), QStringLiteral("n-1"),
                               m_now};
        expected.askedUtc = asked;
        const auto claims = verifyIdToken(said, m_key.jwks(), expected);
        if (!claims)
            return claims.error().kind == ProblemKind::SignInMismatch ? No : Broken;
        return claims->isAnew ? Anew : Yes;
    };
    QCOMPARE(taken(-30, m_now.addSecs(-60)), Anew);
    QCOMPARE(taken(-300, m_now.addSecs(-60)), Anew); // the clocks may differ
    QCOMPARE(taken(-3600, m_now.addSecs(-60)), No);
    QCOMPARE(taken(-3600, {}), Yes);
    QCOMPARE(taken(0, {}), Yes);
    QCOMPARE(taken(std::nullopt, m_now.addSecs(-60)), Yes);
}

void TestIdToken::knownVector()
{
    // RFC 7515 A.2: another maker's signature over other claims. It must get past the signature and stop at the claims.
    const QByteArray keySet(
        R"({"keys":[{"kty":"RSA","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yR)"
        R"(T-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xs)"
        R"(mtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ","e":"AQAB"}]})");
    const QByteArray vector(
        "eyJhbGciOiJSUzI1NiJ9."
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
        "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjb"
        "KBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZES"
        "c6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw");
    const auto claims = verify(vector, keySet);
    QVERIFY(!claims);
    QCOMPARE(claims.error().kind, ProblemKind::SignInMismatch);
    QCOMPARE(claims.error().detail, QStringLiteral("id_token issuer"));
}

void TestIdToken::otherKey()
{
    const SigningKey other("k1");
    const auto claims = verify(token({}, &other));
    QVERIFY(!claims);
    QCOMPARE(claims.error().kind, ProblemKind::BadData);
}

void TestIdToken::unsigned_()
{
    const QList<QByteArray> parts = token().split('.');
    const QByteArray none = base64Url(R"({"alg":"none"})");
    for (const QByteArray &text : {QByteArray(none + '.' + parts.at(1) + '.'), QByteArray(parts.at(0) + '.' + parts.at(1) + '.'),
                                   QByteArray(parts.at(0) + '.' + parts.at(1))}) {
        const auto claims = verify(text);
        QVERIFY(!claims);
        QCOMPARE(claims.error().kind, ProblemKind::BadData);
    }
}

void TestIdToken::hmacWithThePublicKey()
{
    const QList<QByteArray> parts = token().split('.');
    const QByteArray text = base64Url(R"({"alg":"HS256","kid":"k1"})") + '.' + parts.at(1);
    const QByteArray mac = QMessageAuthenticationCode::hash(text, m_key.jwks(), QCryptographicHash::Sha256);
    QVERIFY(!verify(text + '.' + base64Url(mac)));
}

void TestIdToken::flippedBits()
{
    const QByteArray good = token();
    for (qsizetype at = 0; at < good.size(); ++at) {
        QByteArray bad = good;
        bad[at] = bad.at(at) == 'A' ? 'B' : 'A';
        // The last character of a part holds spare bits that decode alike; the others all count.
        const bool isSpare = at + 1 == good.size() || good.at(at + 1) == '.';
        if (!isSpare)
            QVERIFY2(!verify(bad), qPrintable(QString::number(at)));
    }
}

void TestIdToken::keySets_data()
{
    QTest::addColumn<QByteArray>("keySet");
    QTest::addColumn<bool>("isGood");
    const SigningKey other("k2");
    const auto set = [](std::initializer_list<QJsonValue> keys) { return compact({{QStringLiteral("keys"), QJsonArray(keys)}}); };
    const auto with = [this](const char *name, const QJsonValue &value) {
        QJsonObject jwk = m_key.jwk();
        jwk.insert(QLatin1String(name), value);
        return jwk;
    };
    const QJsonValue gone(QJsonValue::Undefined);
    QTest::newRow("two keys") << set({other.jwk(), m_key.jwk()}) << true;
    QTest::newRow("without use and alg") << set({with("use", gone), with("alg", gone)}) << true;
    QTest::newRow("without kid") << set({with("kid", gone)}) << true;
    QTest::newRow("odd entries") << set({5, QJsonValue(), QStringLiteral("x"), m_key.jwk()}) << true;
    QTest::newRow("other key alone") << set({other.jwk()}) << false;
    QTest::newRow("for encryption") << set({with("use", QStringLiteral("enc"))}) << false;
    QTest::newRow("for PS256") << set({with("alg", QStringLiteral("PS256"))}) << false;
    QTest::newRow("kty oct") << set({with("kty", QStringLiteral("oct"))}) << false;
    QTest::newRow("no modulus") << set({with("n", gone)}) << false;
    QTest::newRow("modulus not base64") << set({with("n", QStringLiteral("!!"))}) << false;
    QTest::newRow("exponent zero") << set({with("e", QStringLiteral("AA"))}) << false;
    QTest::newRow("giant modulus") << set({with("n", QString(200000, u'A').replace(0, 1, u'_'))}) << false;
    QTest::newRow("empty set") << set({}) << false;
    QTest::newRow("HTML") << QByteArray("<html>") << false;
}

void TestIdToken::keySets()
{
    QFETCH(QByteArray, keySet);
    QTEST(verify(token(), keySet).has_value(), "isGood");
}

void TestIdToken::shortKey()
{
    const SigningKey weak("k1", 1024);
    QVERIFY(!verify(token({}, &weak), weak.jwks()));
}

void TestIdToken::rubbish_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("dots") << QByteArray("..");
    QTest::newRow("many dots") << QByteArray(1000, '.');
    QTest::newRow("padding") << token().replace('.', "=.");
    QTest::newRow("five parts") << QByteArray("a.b.c.d.e");
    QTest::newRow("not base64") << QByteArray("\xff.\xff.\xff");
    QTest::newRow("JSON list") << QByteArray(base64Url("[]") + '.' + base64Url("[]") + ".AA");
}

void TestIdToken::rubbish()
{
    QFETCH(QByteArray, text);
    const auto claims = verify(text);
    QVERIFY(!claims);
    QCOMPARE(claims.error().kind, ProblemKind::BadData);
}

QTEST_GUILESS_MAIN(TestIdToken)
#include "tst_id_token.moc"
