// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/ConsentPage.h"
#include "clinic/smart/SmartClient.h"
#include "clinic/smart/SmartEndpoints.h"
#include "clinic/smart/SmartForm.h"
#include "clinic/smart/SmartPkce.h"
#include "clinic/smart/SmartScopes.h"

#include <QJsonArray>
#include <QTest>

using namespace handrail::clinic;

/// What an app may ask, read strictly.
class TestSmartProtocol final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redirects_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<bool>("isAllowed");
        const auto row = [](const char *uri, bool isAllowed) { QTest::addRow("%s", uri) << QString::fromUtf8(uri) << isAllowed; };
        row("http://127.0.0.1:8765/callback", true);
        row("http://127.0.0.1:1/callback", true);
        row("http://127.0.0.1:65535/callback", true);
        row("http://[::1]:49215/callback", true);
        row("org.handrail.app:/oauth2/callback", true);
        row("handrail://signed-in", true);
        row("handrail://signed-in/", false);
        row("handrail://signed-in?code=1", false);
        row("handrail://signed-in.evil", false);
        row("handrail:signed-in", false);
        row("HANDRAIL://signed-in", false);
        row("handrail://invite", false);
        row("http://localhost:8765/callback", false);
        row("https://127.0.0.1:8765/callback", false);
        row("http://127.0.0.1/callback", false);
        row("http://127.0.0.1:/callback", false);
        row("http://127.0.0.1:0/callback", false);
        row("http://127.0.0.1:65536/callback", false);
        row("http://127.0.0.1:080/callback", false);
        row("http://127.0.0.1:8765/callback/", false);
        row("http://127.0.0.1:8765/callback?x=1", false);
        row("http://127.0.0.1:8765/callback#x", false);
        row("http://127.0.0.1:8765/x/../callback", false);
        row("http://127.0.0.1:8765@evil.example/callback", false);
        row("http://user@127.0.0.1:8765/callback", false);
        row("http://127.0.0.1.evil.example:8765/callback", false);
        row("http://127.0.0.1:8765/callback\r\nX: y", false);
        row("HTTP://127.0.0.1:8765/callback", false);
        row("org.handrail.app:/oauth2/callback/..", false);
        row("org.handrail.app.evil:/oauth2/callback", false);
        row("https://evil.example/cb", false);
        row("", false);
    }
    void redirects()
    {
        QFETCH(QString, uri);
        QFETCH(bool, isAllowed);
        QCOMPARE(SmartClient::isRedirectAllowed(uri), isAllowed);
    }

    void formActionNamesTheRedirect()
    {
        QCOMPARE(SmartClient::formActionSource(u"http://127.0.0.1:8765/callback"), QByteArray("http://127.0.0.1:8765"));
        QCOMPARE(SmartClient::formActionSource(u"org.handrail.app:/oauth2/callback"), QByteArray("org.handrail.app:"));
        QCOMPARE(SmartClient::formActionSource(u"handrail://signed-in"), QByteArray("handrail:"));
        QCOMPARE(SmartClient::formActionSource(u"http://[::1]:8765/callback"), QByteArray("http:"));
    }

    void pkceOfTheStandard()
    {
        // RFC 7636 appendix B.
        const QString verifier = QStringLiteral("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        const QString challenge = QStringLiteral("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        QVERIFY(SmartPkce::isMatch(verifier, challenge));
        QVERIFY(!SmartPkce::isMatch(QString(verifier.chopped(1) % u'l'), challenge));
        QVERIFY(!SmartPkce::isMatch(verifier.chopped(1), challenge));
        QVERIFY(!SmartPkce::isMatch(challenge, challenge)); // plain
        QVERIFY(!SmartPkce::isMatch(QString(), QString()));
        QVERIFY(!SmartPkce::isVerifier(QString(129, u'a')));
        QVERIFY(!SmartPkce::isVerifier(QString(42, u'a')));
        QVERIFY(!SmartPkce::isVerifier(QString(QString(42, u'a') % u'é')));
        QVERIFY(!SmartPkce::isChallenge(QString(QString(42, u'a') % u'=')));
    }

    void formsAreReadStrictly()
    {
        const auto form = SmartForm::parse("a=1%202+3&b=%C3%A9&c&=x&a=2");
        QVERIFY(form);
        QCOMPARE(form->value(u"a"), QStringLiteral("1 2 3"));
        QCOMPARE(form->value(u"b"), QStringLiteral("é"));
        QVERIFY(form->has(u"c") && form->value(u"c").isEmpty());
        QVERIFY(!form->has(u"d"));
        QVERIFY(form->hasRepeated());
        QVERIFY(!SmartForm::parse("a=1&b=2")->hasRepeated());
        QVERIFY(SmartForm::parse(""));
        for (const char *bad : {"a=%", "a=%4", "a=%zz", "a=%00", "a=%C3", "a=%C0%80"})
            QVERIFY2(!SmartForm::parse(bad), bad);
        QVERIFY(!SmartForm::parse(QByteArray("a=1&").repeated(65)));
    }

    void scopesAreNarrowed_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("granted");
        const auto row = [](const char *name, SmartScopes::Role role, const char *asked, const char *granted) {
            QTest::newRow(name) << QString::fromLatin1(asked) << static_cast<int>(role) << QString::fromLatin1(granted);
        };
        using Role = SmartScopes::Role;
        row("patient", Role::Patient, "openid fhirUser launch/patient offline_access patient/Appointment.rs",
            "openid fhirUser launch/patient offline_access patient/Appointment.rs");
        row("letters", Role::Patient, "patient/QuestionnaireResponse.cruds patient/Appointment.cruds",
            "patient/QuestionnaireResponse.crus patient/Appointment.rs");
        row("letters out of order", Role::Patient, "patient/Appointment.sr patient/Goal.rr openid", "openid");
        row("v1 read", Role::Patient, "patient/Appointment.read", "patient/Appointment.read");
        row("v1 write is less than asked", Role::Patient, "patient/QuestionnaireResponse.write",
            "patient/QuestionnaireResponse.cu");
        row("v1 write on a read-only type", Role::Patient, "patient/Observation.write openid", "openid");
        row("v1 any", Role::Patient, "patient/Consent.*", "patient/Consent.rus");
        row("system and unknown", Role::Patient, "system/Patient.rs patient/Practitioner.rs nonsense user/Patient.rs openid",
            "openid");
        row("with a query", Role::Patient, "patient/Observation.rs?category=vital-signs openid", "openid");
        row("twice", Role::Patient, "patient/Goal.rs patient/Goal.rs", "patient/Goal.rs");
        row("relative", Role::Relative,
            "patient/Patient.rs patient/Appointment.rs patient/QuestionnaireResponse.crus patient/Observation.rs "
            "patient/MedicationRequest.rs patient/Goal.rs patient/RelatedPerson.rs user/Location.rs user/Library.rs",
            "patient/Patient.r patient/Appointment.rs patient/RelatedPerson.r user/Location.rs user/Library.rs");
        row("names of medicine", Role::Patient, "user/Medication.cruds", "user/Medication.rs");
        row("relative, names of medicine", Role::Relative, "openid user/Medication.rs patient/Medication.rs", "openid");
        row("relative, everything", Role::Relative, "patient/*.cruds",
            "patient/Patient.r patient/Appointment.rs patient/AppointmentResponse.crs patient/CareTeam.rs "
            "patient/Communication.crs "
            "patient/RelatedPerson.r");
        row("staff", Role::Staff, "openid user/*.cruds user/Patient.rs patient/Patient.rs launch/patient",
            "openid user/*.crus user/Patient.rs");
    }
    void scopesAreNarrowed()
    {
        QFETCH(QString, asked);
        QFETCH(int, role);
        QFETCH(QString, granted);
        QCOMPARE(SmartScopes::granted(asked, static_cast<SmartScopes::Role>(role)).join(u' '), granted);
    }

    void everyTypeForAWildcard()
    {
        const QStringList all = SmartScopes::granted(u"patient/*.rs", SmartScopes::Role::Patient);
        QVERIFY(all.contains(QStringLiteral("patient/MedicationRequest.rs")));
        QVERIFY(all.size() > 15);
        for (const QString &scope : all)
            QVERIFY2(scope.startsWith(u"patient/") && scope.endsWith(u".rs") && !scope.contains(u'*'), qPrintable(scope));
    }

    void enforcementSpeaksV2()
    {
        QCOMPARE(SmartScopes::inV2Form({QStringLiteral("patient/Appointment.read"), QStringLiteral("openid")}),
                 (QStringList{QStringLiteral("patient/Appointment.rs"), QStringLiteral("openid")}));
    }

    void theConsentPageNamesEachPower_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("scope");
        for (const SmartScopes::Role role : {SmartScopes::Role::Patient, SmartScopes::Role::Relative, SmartScopes::Role::Staff}) {
            const QStringView most = role == SmartScopes::Role::Staff ? u"user/Appointment.cruds" : u"patient/*.cruds user/*.cruds";
            for (const QString &granted : SmartScopes::granted(most, role)) {
                for (const QChar letter : granted.section(u'.', 1)) {
                    const QString scope = granted.section(u'.', 0, 0) % u'.' % letter;
                    if (letter != u'r' && letter != u's')
                        QTest::addRow("%d, %s", int(role), qPrintable(scope)) << int(role) << scope;
                }
            }
        }
    }
    void theConsentPageNamesEachPower()
    {
        QFETCH(int, role);
        QFETCH(QString, scope);
        const SmartOptions options;
        const SmartPage frame(options);
        const auto lines = [&](const QStringList &scopes, const char *language) {
            ConsentPage::Content content;
            content.role = static_cast<SmartScopes::Role>(role);
            content.scopes = scopes;
            content.words = SmartWords(QString::fromLatin1(language));
            QStringList found = QString::fromUtf8(ConsentPage(frame).reply(content).body).split(QStringLiteral("<li"));
            found.removeFirst();
            found.last().truncate(found.last().indexOf(QStringLiteral("</li>")));
            return found;
        };
        const auto power = [&](const char *language) {
            QStringList more = lines({scope}, language);
            if (static_cast<SmartScopes::Role>(role) != SmartScopes::Role::Staff) { // all they may is one line
                for (const QString &always : lines({}, language))
                    more.removeOne(always);
            } else {
                more.resize(1);
            }
            return more.join(u'|');
        };
        QVERIFY(!power("en").isEmpty());
        QVERIFY2(power("es") != power("en"), qPrintable(power("en")));
    }

    void aRefreshNeverWidens()
    {
        const QStringList granted{QStringLiteral("openid"), QStringLiteral("patient/Appointment.rs"),
                                  QStringLiteral("patient/QuestionnaireResponse.crus")};
        QVERIFY(SmartScopes::isWithin(u"openid patient/Appointment.r", granted));
        QVERIFY(SmartScopes::isWithin(u"patient/Appointment.read patient/QuestionnaireResponse.cs", granted));
        QVERIFY(!SmartScopes::isWithin(u"patient/Appointment.rs patient/Goal.rs", granted));
        QVERIFY(!SmartScopes::isWithin(u"patient/Appointment.crs", granted));
        QVERIFY(!SmartScopes::isWithin(u"offline_access", granted));
        QVERIFY(!SmartScopes::isWithin(u"patient/*.rs", granted));
    }

    void endpointsFromTheBase()
    {
        const SmartEndpoints endpoints(QUrl(QStringLiteral("https://clinic.example:8443/handrail/fhir/R4")));
        QCOMPARE(endpoints.authorize(), QStringLiteral("https://clinic.example:8443/handrail/auth/authorize"));
        QCOMPARE(endpoints.origin(), QByteArray("https://clinic.example:8443"));
        QVERIFY(endpoints.isSecure());
        QVERIFY(endpoints.isBase(u"https://clinic.example:8443/handrail/fhir/R4"));
        QVERIFY(endpoints.isBase(u"https://clinic.example:8443/handrail/fhir/R4/"));
        QVERIFY(!endpoints.isBase(u"https://clinic.example:8443/handrail/fhir/R4//"));
        QVERIFY(!endpoints.isBase(u"https://clinic.example:8443/handrail/fhir"));
        QVERIFY(!endpoints.isBase(u""));
        QCOMPARE(endpoints.smartConfiguration().value(u"code_challenge_methods_supported").toArray(),
                 QJsonArray{QStringLiteral("S256")});
    }
};

QTEST_GUILESS_MAIN(TestSmartProtocol)
#include "tst_smart_protocol.moc"
