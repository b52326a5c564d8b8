// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicReading.h"

#include <QTemporaryDir>
#include <QTest>

using namespace handrail::test;

namespace {

const QString patientScope = QStringLiteral("launch/patient patient/Patient.rs patient/Appointment.rs patient/Observation.rs");
const QString relativeScope = QStringLiteral(
    "launch/patient offline_access patient/Patient.r patient/Appointment.rs patient/CareTeam.rs patient/Communication.crs "
    "patient/RelatedPerson.r user/Organization.rs");

// JSON with ' in place of ", to be read here with ease.
QJsonObject parsed(QByteArray text)
{
    return QJsonDocument::fromJson(text.replace('\'', '"')).object();
}

} // namespace

/// What stays shut for a relative when a Consent says so, and what happens to old versions (design api 2.3, 2.4), asked of the running
/// clinic with real sign-ins.
class TestClinicConsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = m_directory.filePath(QStringLiteral("clinic.db"));
        QVERIFY(m_clinic.start({QStringLiteral("demo"), QStringLiteral("--now"), QStringLiteral("2026-11-18T22:00:00Z"),
                                QStringLiteral("--database"), m_database}));
        const auto maya = m_clinic.signIn(QStringLiteral("maya"), QStringLiteral("demo"), patientScope);
        const auto rosa = m_clinic.signIn(QStringLiteral("rosa"), QStringLiteral("demo"), relativeScope);
        const auto dana =
            m_clinic.signIn(QStringLiteral("dana"), QStringLiteral("demo"), QStringLiteral("openid fhirUser user/*.crus"));
        QVERIFY(maya && rosa && dana);
        m_maya = maya->accessToken;
        m_rosa = rosa->accessToken;
        m_dana = dana->accessToken;
        QCOMPARE(rosa->patientId, QStringLiteral("p101"));
    }

    void cleanupTestCase() { QCOMPARE(m_clinic.stop(), 0); }

    void oldVersionsGoWhenTheRelativeIsTakenOut()
    {
        const QByteArray path = newSession();
        QCOMPARE(versions(path, m_rosa), (QList<int>{200, 404, 404})); // each version would tell of a change
        QJsonObject session = m_clinic.send("GET", path, m_dana).json();
        QJsonArray participants = session.value(QLatin1String("participant")).toArray();
        participants.removeLast();
        session.insert(QStringLiteral("participant"), participants);
        QCOMPARE(m_clinic.send("PUT", path, m_dana, compact(session)).status, 200);
        QCOMPARE(versions(path, m_rosa), (QList<int>{404, 404, 404}));
        QCOMPARE(versions(path, m_maya), (QList<int>{200, 200, 200}));
    }

    void oldVersionsGoWhenALabelIsPutOn()
    {
        const QByteArray path = newSession();
        QJsonObject session = m_clinic.send("GET", path, m_dana).json();
        session.insert(QStringLiteral("meta"),
                       parsed("{'security':[{'system':'http://terminology.hl7.org/CodeSystem/v3-Confidentiality','code':'V'}]}"));
        QCOMPARE(m_clinic.send("PUT", path, m_dana, compact(session)).status, 200);
        QCOMPARE(versions(path, m_rosa), (QList<int>{404, 404, 404}));
        QCOMPARE(versions(path, m_maya), (QList<int>{200, 200, 200}));
        // Off again: the version that had it stays shut.
        session.remove(QStringLiteral("meta"));
        QCOMPARE(m_clinic.send("PUT", path, m_dana, compact(session)).status, 200);
        QCOMPARE(versions(path, m_rosa), (QList<int>{200, 404, 404})); // each version would tell of a change
        QCOMPARE(m_clinic.send("GET", path + "/_history/2", m_rosa).status, 404);
    }

    void oldVersionsGoWhenTheRecordWasAnothers()
    {
        QJsonObject weight = parsed(
            "{'resourceType':'Observation','status':'final','code':{'text':'Weight'},'subject':{'reference':'Patient/p101'}}");
        const HttpAnswer created = m_clinic.send("POST", "Observation", m_dana, compact(weight));
        QCOMPARE(created.status, 201);
        weight = created.json();
        const QByteArray path = "Observation/" + weight.value(QLatin1String("id")).toString().toLatin1();
        QCOMPARE(versions(path, m_maya), (QList<int>{200, 200, 200}));
        weight.insert(QStringLiteral("subject"), parsed("{'reference':'Patient/p102'}"));
        QCOMPARE(m_clinic.send("PUT", path, m_dana, compact(weight)).status, 200);
        QCOMPARE(versions(path, m_maya), (QList<int>{404, 404, 404}));
        QCOMPARE(versions(path, m_dana), (QList<int>{200, 200, 200}));
    }

    void oldVersionsOfADeletedRecordAreThePatientsAlone()
    {
        const QByteArray path = newSession();
        const QJsonObject deletion =
            parsed("{'resourceType':'Bundle','type':'transaction','entry':[{'request':{'method':'DELETE','url':'" + path + "'}}]}");
        QCOMPARE(ClinicProcess::runToEnd({QStringLiteral("import"), QStringLiteral("-"), QStringLiteral("--database"), m_database},
                                         compact(deletion))
                     .code,
                 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_clinic.send("GET", path, m_maya).status, 410, 2000);
        QCOMPARE(versions(path, m_maya), (QList<int>{410, 200, 200}));
        QCOMPARE(versions(path, m_rosa), (QList<int>{404, 404, 404}));
    }

    void whatADenyTakesAway_data()
    {
        QTest::addColumn<QString>("provision");
        QTest::addColumn<QString>("open"); // what Rosa still finds
        const QString all = QStringLiteral("Appointment CareTeam Organization Patient RelatedPerson");
        const QString rosa = QStringLiteral("'actor':[{'role':{'text':'who'},'reference':{'reference':'RelatedPerson/r101-1'}}]");
        const QString other = QString(rosa).replace(QLatin1String("r101-1"), QLatin1String("r101-2"));
        const QString types = QStringLiteral("'system':'http://hl7.org/fhir/resource-types'");
        const auto row = [](const char *name, const QString &provision, const QString &open) {
            QTest::newRow(name) << QString(QStringLiteral("{'type':'deny'") + provision + u'}') << open;
        };
        row("everything, to everybody", {}, {});
        row("everything, to her", u',' + rosa, {});
        row("everything, to another relative", u',' + other, all);
        row("everything, to a group",
            u',' + QString(rosa).replace(QLatin1String("RelatedPerson/r101-1"), QLatin1String("Group/g1")), {});
        row("everything, to a person of staff",
            u',' + QString(rosa).replace(QLatin1String("RelatedPerson/r101-1"), QLatin1String("Practitioner/p1")), all);
        row("one type, to everybody", QStringLiteral(",'class':[{%1,'code':'CareTeam'}]").arg(types),
            QStringLiteral("Appointment Organization Patient RelatedPerson"));
        row("the patient's name", QStringLiteral(",%1,'class':[{%2,'code':'Patient'}]").arg(rosa, types),
            QStringLiteral("Appointment CareTeam Organization RelatedPerson"));
        row("an open type", QStringLiteral(",%1,'class':[{%2,'code':'Organization'}]").arg(rosa, types),
            QStringLiteral("Appointment CareTeam Patient RelatedPerson"));
        row("a label that no record here has", QStringLiteral(",%1,'securityLabel':[{'code':'HIV'}]").arg(rosa), all);
        row("over", QStringLiteral(",%1,'period':{'end':'2026-11-01'}").arg(rosa), all);
        // Limits that the clinic does not know do not limit.
        row("a class of another system",
            QStringLiteral(",%1,'class':[{'system':'urn:ietf:bcp:13','code':'application/pdf'}]").arg(rosa), {});
        row("one record", QStringLiteral(",%1,'data':[{'meaning':'instance','reference':{'reference':'CareTeam/t101'}}]").arg(rosa),
            {});
        const auto sessions = [&](const char *type, const char *second) {
            const QString named = QStringLiteral("{'meaning':'instance','reference':{'reference':'%1'}}");
            return QStringLiteral(",%1,'class':[{%2,'code':'%3'}],'data':[%4,%5]")
                .arg(rosa, types, QLatin1String(type), named.arg(QLatin1String("Appointment/none")),
                     named.arg(QLatin1String(second)));
        };
        row("sessions by name", sessions("Appointment", "Appointment/neither"), all);
        row("a session and another record", sessions("Appointment", "CareTeam/t101"),
            QStringLiteral("CareTeam Organization Patient RelatedPerson"));
        row("a session, of another type", sessions("CareTeam", "Appointment/neither"),
            QStringLiteral("Appointment Organization Patient RelatedPerson"));
        row("for a purpose", QStringLiteral(",%1,'purpose':[{'code':'HRESCH'}]").arg(rosa), {});
        row("with words", QStringLiteral(",%1,'code':[{'text':'the hard parts'}]").arg(rosa), {});
        QTest::newRow("inside a permit")
            << QStringLiteral("{'type':'permit',%1,'class':[{%2,'code':'Goal'}],'provision':[{'type':'deny'}]}").arg(rosa, types)
            << QString();
        QTest::newRow("inside a permit to another")
            << QStringLiteral("{'type':'permit',%1,'class':[{%2,'code':'Goal'}],'provision':[{'type':'deny'}]}").arg(other, types)
            << all;
    }
    void whatADenyTakesAway()
    {
        QFETCH(QString, provision);
        QFETCH(QString, open);
        const QByteArray path = newConsent(parsed(provision.toUtf8()));
        QCOMPARE(openTo(m_rosa), open);
        end(path);
        QCOMPARE(openTo(m_rosa), QStringLiteral("Appointment CareTeam Organization Patient RelatedPerson"));
    }

    void aPermitWithAnUnknownNarrowingOpensNothing_data()
    {
        QTest::addColumn<QString>("narrowing");
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("none") << QString() << true;
        QTest::newRow("for the family") << QStringLiteral("'purpose':[{'code':'FAMRQT'}]") << true;
        QTest::newRow("for research") << QStringLiteral("'purpose':[{'code':'HRESCH'}]") << false;
        // Patient and RelatedPerson come with any permit that holds.
        QTest::newRow("one record") << QStringLiteral(
            "'data':[{'meaning':'instance','reference':{'reference':'Appointment/none'}}]")
                                    << true;
        QTest::newRow("what belongs to one") << QStringLiteral(
            "'data':[{'meaning':'dependents','reference':{'reference':'Appointment/none'}}]")
                                             << false;
        QTest::newRow("modifier") << QStringLiteral("'modifierExtension':[{'url':'https://e.example/x','valueBoolean':true}]")
                                  << false;
        QTest::newRow("extension") << QStringLiteral("'extension':[{'url':'https://e.example/x','valueBoolean':true}]") << true;
        QTest::newRow("a scope in words") << QStringLiteral("'code':[{'text':'Tuesdays'}]") << false;
        QTest::newRow("another action") << QStringLiteral("'action':[{'coding':[{'code':'correct'}]}]") << false;
        QTest::newRow("inside") << QStringLiteral("'purpose':[{'code':'HRESCH'}],'provision':[{'type':'permit'}]") << false;
    }
    void aPermitWithAnUnknownNarrowingOpensNothing()
    {
        QFETCH(QString, narrowing);
        QFETCH(bool, isOpen);
        // In place of her own Consent; whatever it permits opens the name of the patient too.
        QJsonObject provision =
            parsed("{'type':'permit','class':[{'system':'http://hl7.org/fhir/resource-types','code':'RelatedPerson'},"
                   "{'system':'http://hl7.org/fhir/resource-types','code':'Patient'}],"
                   "'actor':[{'role':{'text':'who'},'reference':{'reference':'RelatedPerson/r101-1'}}]}");
        const QJsonObject more = parsed('{' + narrowing.toUtf8() + '}');
        for (auto it = more.begin(); it != more.end(); ++it)
            provision.insert(it.key(), it.value());
        setOwnConsent(QStringLiteral("inactive"));
        const QByteArray path = newConsent(provision);
        const QByteArray token = signedInRosa();
        QCOMPARE(openTo(token), isOpen ? QStringLiteral("Organization Patient RelatedPerson") : QString());
        end(path);
        setOwnConsent(QStringLiteral("active"));
        m_rosa = signedInRosa();
    }

    void onlyAConsentToSharePermits_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<bool>("isOpen");
        const auto coded = [](const char *name, const char *system, const char *code) {
            return QStringLiteral("'%1':{'coding':[{'system':'http://%2','code':'%3'}]}")
                .arg(QLatin1String(name), QLatin1String(system), QLatin1String(code));
        };
        const auto category = [](const char *system, const char *code) {
            return QStringLiteral("'category':[{'coding':[{'system':'http://%1','code':'%2'}]}]")
                .arg(QLatin1String(system), QLatin1String(code));
        };
        const char *scopes = "terminology.hl7.org/CodeSystem/consentscope";
        const char *acts = "terminology.hl7.org/CodeSystem/v3-ActCode";
        QTest::newRow("to share") << QString() << true;
        QTest::newRow("with restrictions") << coded("policyRule", acts, "OPTINR") << true;
        QTest::newRow("for research") << coded("scope", scopes, "research") << false;
        QTest::newRow("scope of others") << coded("scope", "other.example", "patient-privacy") << false;
        QTest::newRow("scope in words") << QStringLiteral("'scope':{'text':'patient-privacy'}") << false;
        QTest::newRow("to take part in a study") << category("loinc.org", "57016-8") << false;
        QTest::newRow("category of others") << category("other.example", "59284-0") << false;
        QTest::newRow("by opt-out") << coded("policyRule", acts, "OPTOUT") << false;
        QTest::newRow("by a policy elsewhere")
            << QStringLiteral("'policyRule':null,'policy':[{'uri':'https://e.example/opt-in'}]") << false;
    }
    void onlyAConsentToSharePermits()
    {
        QFETCH(QString, change);
        QFETCH(bool, isOpen);
        setOwnConsent(QStringLiteral("inactive"));
        const QByteArray path =
            newConsent(parsed("{'type':'permit','class':[{'system':'http://hl7.org/fhir/resource-types','code':'Appointment'}],"
                              "'actor':[{'role':{'text':'who'},'reference':{'reference':'RelatedPerson/r101-1'}}],"
                              "'securityLabel':[{'code':'42CFRPart2'}]}"),
                       parsed('{' + change.toUtf8() + '}'));
        QCOMPARE(openTo(signedInRosa()), isOpen ? QStringLiteral("Appointment Organization Patient RelatedPerson") : QString());
        end(path);
        setOwnConsent(QStringLiteral("active"));
        m_rosa = signedInRosa();
    }

    void aSignInEndsWithTheConsentThatNamedHerInside()
    {
        setOwnConsent(QStringLiteral("inactive"));
        const QByteArray path =
            newConsent(parsed("{'provision':[{'type':'permit','class':[{'system':'http://hl7.org/fhir/"
                              "resource-types','code':'CareTeam'}],"
                              "'securityLabel':[{'code':'42CFRPart2'}],"
                              "'actor':[{'role':{'text':'who'},'reference':{'reference':'RelatedPerson/r101-1'}}]}]}"));
        const QByteArray token = signedInRosa();
        QCOMPARE(openTo(token), QStringLiteral("CareTeam Organization Patient RelatedPerson"));
        end(path);
        QCOMPARE(m_clinic.send("GET", "CareTeam", token).status, 401);
        setOwnConsent(QStringLiteral("active"));
        m_rosa = signedInRosa();
    }

private:
    /// One more Consent of Maya's to share, with members in place of its own (null: none); its path.
    QByteArray newConsent(const QJsonObject &provision, const QJsonObject &change = {})
    {
        QJsonObject consent =
            parsed("{'resourceType':'Consent','status':'active','patient':{'reference':'Patient/p101'},"
                   "'scope':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/consentscope','code':'patient-privacy'}]},"
                   "'category':[{'coding':[{'system':'http://loinc.org','code':'59284-0'}]}],"
                   "'policyRule':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'OPTIN'}]}}");
        for (auto it = change.begin(); it != change.end(); ++it) {
            if (it.value().isNull())
                consent.remove(it.key());
            else
                consent.insert(it.key(), it.value());
        }
        consent.insert(QStringLiteral("provision"), provision);
        const HttpAnswer made = m_clinic.send("POST", "Consent", m_dana, compact(consent));
        if (made.status != 201)
            qWarning("%s", made.body.constData());
        return "Consent/" + made.json().value(QLatin1String("id")).toString().toLatin1();
    }

    void setStatus(const QByteArray &path, const QString &status)
    {
        const HttpAnswer now = m_clinic.send("GET", path, m_dana);
        QJsonObject consent = now.json();
        consent.insert(QStringLiteral("status"), status);
        QCOMPARE(m_clinic.send("PUT", path, m_dana, compact(consent), {{"If-Match", now.header("ETag")}}).status, 200);
    }
    void end(const QByteArray &path) { setStatus(path, QStringLiteral("inactive")); }

    void setOwnConsent(const QString &status)
    {
        const QByteArray search = "Consent?patient=p101&actor=RelatedPerson/r101-1&_sort=_lastUpdated";
        if (m_ownConsent.isEmpty())
            m_ownConsent = "Consent/" + idsOf(m_clinic.send("GET", search, m_dana).json()).value(0).toLatin1();
        setStatus(m_ownConsent, status);
    }

    QByteArray signedInRosa() const
    {
        const auto rosa = m_clinic.signIn(QStringLiteral("rosa"), QStringLiteral("demo"), relativeScope);
        return rosa ? rosa->accessToken : QByteArray();
    }

    /// The types of which this relative finds something.
    QString openTo(const QByteArray &token) const
    {
        QStringList open;
        for (const char *type : {"Appointment", "CareTeam", "Organization"}) {
            if (!entriesOf(m_clinic.send("GET", type, token).json()).isEmpty())
                open.append(QLatin1String(type));
        }
        for (const char *path : {"Patient/p101", "RelatedPerson/r101-1"}) {
            if (m_clinic.send("GET", path, token).status == 200)
                open.append(QString::fromLatin1(path).section(u'/', 0, 0));
        }
        return open.join(u' ');
    }

    /// A family session of Maya's with Rosa; its path.
    QByteArray newSession()
    {
        const HttpAnswer made = m_clinic.send(
            "POST", "Appointment", m_dana,
            compact(parsed(
                "{'resourceType':'Appointment','status':'booked','start':'2026-11-20T10:00:00Z','end':'2026-11-20T11:00:00Z',"
                "'serviceType':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/session-kind','code':'family'}]}],"
                "'participant':[{'actor':{'reference':'Patient/p101'},'status':'accepted'},"
                "{'actor':{'reference':'RelatedPerson/r101-1'},'status':'accepted'}]}")));
        return "Appointment/" + made.json().value(QLatin1String("id")).toString().toLatin1();
    }

    /// How the record, its first version and its history answer.
    QList<int> versions(const QByteArray &path, const QByteArray &token)
    {
        return {m_clinic.send("GET", path, token).status, m_clinic.send("GET", path + "/_history/1", token).status,
                m_clinic.send("GET", path + "/_history", token).status};
    }

    QTemporaryDir m_directory;
    QString m_database;
    QByteArray m_ownConsent;
    ClinicProcess m_clinic;
    QByteArray m_maya, m_rosa, m_dana;
};

QTEST_GUILESS_MAIN(TestClinicConsent)
#include "tst_clinic_consent.moc"
