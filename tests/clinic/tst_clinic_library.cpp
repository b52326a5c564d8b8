// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicReading.h"
#include "PackPublisher.h"
#include "content/Pack.h"

#include <QCryptographicHash>
#include <QTest>

using namespace handrail;
using namespace handrail::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray assets = "Library?type=http://terminology.hl7.org/CodeSystem/library-type%7Casset-collection&_sort=_lastUpdated";

} // namespace

/// Texts that are published by the real programs, and who can read them.
class TestClinicLibrary : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    ClinicProcess m_clinic;
    PackPublisher m_publisher;
    QByteArray m_maya, m_rosa, m_dana;

    [[nodiscard]] int take(const QByteArray &bundle) const
    {
        return bundle.isEmpty()
            ? -1
            : ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_folder.filePath(u"c.db"_s)}, bundle).code;
    }
    [[nodiscard]] QJsonObject library(const QByteArray &id) const { return m_clinic.send("GET", "Library/" + id, m_maya).json(); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_clinic.start({u"demo"_s, u"--now"_s, u"2026-11-18T22:00:00Z"_s, u"--database"_s, m_folder.filePath(u"c.db"_s)}));
        const auto maya = m_clinic.signIn(u"maya"_s, u"demo"_s,
                                          u"openid fhirUser launch/patient patient/Patient.rs user/Library.rs user/Binary.r"_s);
        const auto rosa = m_clinic.signIn(u"rosa"_s, u"demo"_s,
                                          u"openid fhirUser launch/patient patient/Patient.r user/Library.rs user/Binary.r"_s);
        const auto dana = m_clinic.signIn(u"dana"_s, u"demo"_s, u"openid fhirUser user/*.crus"_s);
        QVERIFY(maya && rosa && dana);
        m_maya = maya->accessToken;
        m_rosa = rosa->accessToken;
        m_dana = dana->accessToken;
    }
    void cleanupTestCase() { QCOMPARE(m_clinic.stop(), 0); }

    void itIsSaidThatTheyAreThere()
    {
        QStringList types;
        for (const QJsonValue &rest : m_clinic.send("GET", "metadata").json().value("rest"_L1).toArray()) {
            for (const QJsonValue &one : rest.toObject().value("resource"_L1).toArray())
                types << one.toObject().value("type"_L1).toString();
        }
        QVERIFY(types.contains(u"Library"_s) && types.contains(u"Binary"_s));
    }

    void aPackIsReadWhileTheClinicRuns()
    {
        QCOMPARE(m_clinic.send("GET", "Library/clinic-pack", m_maya).status, 404);
        QCOMPARE(take(m_publisher.offer(1, texts::aWholeSet())), 0);
        QCOMPARE(idsOf(m_clinic.send("GET", assets, m_maya).json()), QStringList{u"clinic-pack"_s});
        const QJsonObject offered = library("clinic-pack");
        QCOMPARE(offered.value("status"_L1).toString(), u"active"_s);
        const QJsonArray content = offered.value("content"_L1).toArray();
        QVERIFY(!content.isEmpty());
        QByteArray pack;
        for (const QJsonValue &each : content) {
            const HttpAnswer answer = m_clinic.send("GET", each.toObject().value("url"_L1).toString().toLatin1(), m_maya);
            QCOMPARE(answer.status, 200);
            const QByteArray piece = QByteArray::fromBase64(answer.json().value("data"_L1).toString().toLatin1());
            QCOMPARE(QCryptographicHash::hash(piece, QCryptographicHash::Sha1).toBase64(),
                     each.toObject().value("hash"_L1).toString().toLatin1());
            pack += piece;
            // What is here already costs no second download.
            QCOMPARE(m_clinic
                         .send("GET", each.toObject().value("url"_L1).toString().toLatin1(), m_maya, {},
                               {{"If-None-Match", answer.header("ETag")}})
                         .status,
                     304);
        }
        QVERIFY(Pack::open(pack, m_publisher.key()));
    }

    void anotherVersionTakesItsPlace()
    {
        QCOMPARE(take(m_publisher.offer(1, texts::aWholeSet())), 0);
        const QJsonValue before = library("clinic-pack").value("content"_L1);
        QCOMPARE(take(m_publisher.offer(2, texts::aWholeSet())), 0);
        const QJsonObject offered = library("clinic-pack");
        QCOMPARE(offered.value("version"_L1).toString(), u"2"_s);
        QVERIFY(offered.value("content"_L1) != before);
        // Who is just downloading the one before is not cut off.
        for (const QJsonValue &each : before.toArray())
            QCOMPARE(m_clinic.send("GET", each.toObject().value("url"_L1).toString().toLatin1(), m_maya).status, 200);
    }

    void aTextOfOursIsWithdrawnAndRestored()
    {
        QCOMPARE(take(m_publisher.withdrawal(u"ride-the-urge"_s)), 0);
        QCOMPARE(library("ride-the-urge").value("status"_L1).toString(), u"retired"_s);
        QVERIFY(idsOf(m_clinic.send("GET", assets, m_maya).json()).contains(u"ride-the-urge"_s)); // its end is to be seen
        QCOMPARE(take(m_publisher.restoration(u"ride-the-urge"_s)), 0);
        QCOMPARE(library("ride-the-urge").value("status"_L1).toString(), u"active"_s);
    }

    /// A counselor may withdraw over HTTP too. A patient publishes nothing, and a relative is not given the bytes.
    void whoMayDoWhat()
    {
        QCOMPARE(take(m_publisher.offer(3, texts::aWholeSet())), 0);
        QCOMPARE(take(m_publisher.restoration(u"ride-the-urge"_s)), 0);
        QJsonObject changed = library("ride-the-urge");
        changed.insert(u"status"_s, u"retired"_s);
        const auto put = [&](const QByteArray &token) {
            return m_clinic
                .send("PUT", "Library/ride-the-urge", token, compact(changed), {{"Content-Type", "application/fhir+json"}})
                .status;
        };
        QCOMPARE(put({}), 401);
        QCOMPARE(put(m_maya), 403);
        QCOMPARE(put(m_rosa), 403);
        QCOMPARE(library("ride-the-urge").value("status"_L1).toString(), u"active"_s);
        QCOMPARE(put(m_dana), 200);
        QCOMPARE(library("ride-the-urge").value("status"_L1).toString(), u"retired"_s);
        const QByteArray piece =
            library("clinic-pack").value("content"_L1).toArray().first().toObject().value("url"_L1).toString().toLatin1();
        QCOMPARE(m_clinic.send("GET", piece, m_maya).status, 200);
        QCOMPARE(m_clinic.send("GET", piece, m_rosa).status, 403);
        QCOMPARE(m_clinic.send("GET", piece).status, 401);
    }
};

QTEST_GUILESS_MAIN(TestClinicLibrary)
#include "tst_clinic_library.moc"
