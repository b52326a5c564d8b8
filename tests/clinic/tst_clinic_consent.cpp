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
        QCOMPARE(versions(path, m_rosa), (QList<int>{200, 200, 200}));
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
        QCOMPARE(versions(path, m_rosa), (QList<int>{200, 200, 200}));
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

private:
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
    ClinicProcess m_clinic;
    QByteArray m_maya, m_rosa, m_dana;
};

QTEST_GUILESS_MAIN(TestClinicConsent)
#include "tst_clinic_consent.moc"
