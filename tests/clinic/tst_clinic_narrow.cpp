// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FamilyClinic.h"

#include <QTest>

using namespace handrail::test;

namespace {

QJsonObject parsed(const QByteArray &text)
{
    return FamilyClinic::parsed(text);
}

} // namespace

/// How narrow a relative's door is: what tells nothing of others or of what changed, how often one may write, and who is told of its end.
class TestClinicNarrow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_family.start()); }
    void cleanupTestCase() { QCOMPARE(m_family.clinic.stop(), 0); }

    // Neither the order of what was found nor a version tells which session staff noted something in.
    void whatChangedLastIsNotTold()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn(), parsed("{'share':[{'valueCode':'busy'}]}")));
        const QByteArray token = m_family.accept(invited, QStringLiteral("last.changed"));
        const QByteArray family = m_family.session("family", 50 * 60, 51 * 60), first = m_family.session("group", 52 * 60, 53 * 60);
        QVERIFY(!m_family.session("group", 54 * 60, 55 * 60).isEmpty());
        const QByteArray later = FamilyClinic::at(60);
        const QByteArrayList searches{"Appointment?_count=200",
                                      "Appointment?_count=200&patient=p101&_sort=_lastUpdated",
                                      "Appointment?_count=200&patient=p101&_sort=-_lastUpdated",
                                      "Appointment?_count=200&patient=p101&_sort=date,-_lastUpdated",
                                      "Appointment?_count=200&_lastUpdated=lt" + later,
                                      "Appointment?_count=2&_sort=-_lastUpdated"};
        const auto seen = [&] {
            QStringList all;
            for (const QByteArray &search : searches) {
                const HttpAnswer found = clinic().send("GET", search, token);
                all << (found.status == 200 ? idsOf(found.json()).join(u' ') : QString::number(found.status));
            }
            for (const QByteArray &path : {family, first}) {
                const HttpAnswer read = clinic().send("GET", path, token);
                all << QString::fromUtf8(read.body + read.header("ETag") + read.header("Last-Modified"));
            }
            return all;
        };
        const QStringList before = seen();
        QVERIFY(before.first().contains(QString::fromLatin1(family.mid(12))));
        QVERIFY(before.at(4).contains(QString::fromLatin1(first.mid(12))));
        setStatus(first, "arrived");
        QCOMPARE(seen(), before);
        setStatus(family, "arrived");
        setStatus(family, "noshow");
        QCOMPARE(seen(), before);
        for (const QByteArray &path : {family, first}) {
            QCOMPARE(clinic().send("GET", path + "/_history", token).status, 404);
            QCOMPARE(clinic().send("GET", path + "/_history/1", token).status, 404);
        }
        QCOMPARE(clinic().send("GET", "Appointment?_lastUpdated=gexx", token).status, 400);
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    // Whoever else is in a session, and however they are named: neither the relative nor the patient learns of it, or finds by it.
    void nobodyElseIsNamed()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray person = FamilyClinic::target(invited, "person");
        const QByteArray token = m_family.accept(invited, QStringLiteral("nobody.else"));
        const QByteArray base = clinic().base().toString().toLatin1();
        QByteArray people =
            "{'actor':{'reference':'Patient/p101','display':'Maya Bell'},'status':'accepted'},{'actor':{'reference':"
            "'Practitioner/s1','display':'Dana Ruiz'},'status':'accepted'}";
        for (const QByteArray &other :
             {QByteArray("'reference':'Patient/p102'"), QByteArray("'reference':'RelatedPerson/r102-2'"),
              QByteArray("'reference':'Patient/p102/_history/1'"), QByteArray("'reference':'" + base + "/Patient/p102'"),
              QByteArray("'reference':'https://other.example/fhir/R4/Patient/p102'"), QByteArray("'identifier':{'value':'p102'}"),
              QByteArray("'type':'Patient'")})
            people += ",{'actor':{" + other + ",'display':'Jordan Hale'},'status':'accepted'}";
        const QByteArray session = m_family.session("family", 60 * 60, 61 * 60, parsed("{'participant':[" + people + "]}"));
        QVERIFY(m_family.isIn(session, person));
        QVERIFY(clinic().send("GET", session, m_family.dana).body.contains("Jordan Hale"));
        for (const QByteArray &who : {token, m_family.maya}) {
            for (const QByteArray &path : {session, QByteArray("Appointment?_count=200&date=2026-11-21")}) {
                const HttpAnswer read = clinic().send("GET", path, who);
                QVERIFY(read.status == 200 && read.body.contains("Dana Ruiz") && read.body.contains(person));
                QVERIFY2(!read.body.contains("Jordan") && !read.body.contains("p102"), read.body.constData());
            }
            const HttpAnswer old = clinic().send("GET", session + "/_history/1", who);
            QVERIFY(!old.body.contains("Jordan") && !old.body.contains("p102"));
            for (const QByteArray &query :
                 {QByteArray("actor=Patient/p102"), QByteArray("actor:Patient=p102"), QByteArray("actor=p102"),
                  QByteArray("patient=p102"), QByteArray("patient=Patient/p102"), QByteArray("actor=RelatedPerson/r102-2"),
                  QByteArray("actor:RelatedPerson=r102-2"), QByteArray("actor=r102-2"),
                  QByteArray("actor=https://other.example/fhir/R4/Patient/p102"), QByteArray("actor=Patient/p103,Patient/p102")}) {
                QCOMPARE(idsOf(clinic().send("GET", "Appointment?" + query, who).json()), QStringList());
                QVERIFY2(clinic().send("GET", "Appointment?_summary=count&" + query, who).body.contains("\"total\":0"),
                         query.constData());
                QCOMPARE(idsOf(clinic()
                                   .send("POST", "Appointment/_search", who, query,
                                         {{"Content-Type", "application/x-www-form-urlencoded"}})
                                   .json()),
                         QStringList());
            }
            for (const char *query : {"actor=Patient/p101", "actor=Practitioner/s1", "patient=p101"})
                QVERIFY(idsOf(clinic().send("GET", QByteArray("Appointment?_count=200&") + query, who).json())
                            .contains(QString::fromLatin1(session.mid(12))));
        }
        QVERIFY(idsOf(clinic().send("GET", "Appointment?_count=200&actor=Patient/p102", m_family.dana).json())
                    .contains(QString::fromLatin1(session.mid(12))));
        QVERIFY(idsOf(clinic().send("GET", "Appointment?_count=200&actor=" + person, m_family.maya).json())
                    .contains(QString::fromLatin1(session.mid(12))));
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    // A device's clock may be some minutes ahead: who is invited is not kept waiting for them.
    void aClockThatIsAheadKeepsNobodyOut()
    {
        const QByteArray session = m_family.session("family", 24 * 60, 25 * 60);
        const HttpAnswer invited = m_family.invite(
            FamilyClinic::invitation(newUrn(), parsed("{'signed':{'valueInstant':'" + FamilyClinic::at(4) + "'}}")));
        QCOMPARE(invited.status, 200);
        QCOMPARE(clinic().send("GET", session, m_family.accept(invited, QStringLiteral("ahead"))).status, 200);
    }

    // Five messages of any kind a day, and ten answers.
    void notWithoutEnd()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray token = m_family.accept(invited, QStringLiteral("often"));
        const QByteArray person = FamilyClinic::target(invited, "person");
        const QByteArray session = m_family.session("family", 24 * 60, 25 * 60);
        const auto send = [&](const QByteArray &type, const QByteArray &members) {
            return clinic()
                .send("POST", type, token,
                      compact(parsed("{'resourceType':'" + type + "','identifier':[{'system':'urn:ietf:rfc:3986','value':'"
                                     + newUrn() + "'}]," + members + '}')))
                .status;
        };
        const QByteArray word =
            "'status':'completed','subject':{'reference':'Patient/p101'},'sender':{'reference':'" + person + "'}";
        for (int i = 0; i < 7; ++i)
            QCOMPARE(send("Communication", word + (i % 2 ? kind("secure-message") : kind("concern"))), i < 5 ? 201 : 429);
        for (int i = 0; i < 12; ++i) {
            QCOMPARE(send("AppointmentResponse",
                          "'appointment':{'reference':'" + session + "'},'actor':{'reference':'" + person
                              + "'},'participantStatus':'accepted'"),
                     i < 10 ? 201 : 429);
        }
    }

    // "Your clinic is told" is true: when the patient ended it, not when staff did; once, and without a reason.
    void theClinicIsToldOfAnEnd()
    {
        const auto told = [&](const QByteArray &consent) {
            QByteArrayList lines;
            for (const QByteArray &line : ClinicProcess::runToEnd({QStringLiteral("inbox"), QStringLiteral("--open"),
                                                                   QStringLiteral("--database"), m_family.database})
                                              .output.split('\n')) {
                if (line.contains("\tsharing-ended\t") && line.contains(consent))
                    lines << line;
            }
            return lines;
        };
        for (const bool isOwn : {true, false}) {
            const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
            const QByteArray consent = FamilyClinic::target(invited, "consent");
            QVERIFY(told(consent).isEmpty());
            QCOMPARE(m_family.setStatus(consent, QStringLiteral("inactive"), isOwn ? m_family.maya : m_family.dana), 200);
            const QByteArrayList lines = told(consent);
            QCOMPARE(lines.size(), isOwn ? 1 : 0);
            if (!isOwn)
                continue;
            QVERIFY2(lines.first().contains(QByteArray("\tPatient/p101\t" + consent + '\t')) && lines.first().endsWith('\t'),
                     lines.first().constData());
            const QString item = QString::fromLatin1(lines.first().split('\t').first());
            const auto command = [&](const QString &what, const QByteArray &input = {}) {
                return ClinicProcess::runToEnd(
                           {QStringLiteral("inbox"), what, item, QStringLiteral("--database"), m_family.database}, input)
                    .code;
            };
            QVERIFY(command(QStringLiteral("--reply"), "x") != 0); // it is no message
            QCOMPARE(command(QStringLiteral("--done")), 0);
            QVERIFY(told(consent).isEmpty());
        }
    }

private:
    [[nodiscard]] ClinicProcess &clinic() { return m_family.clinic; }
    /// A category, as a member that follows others.
    static QByteArray kind(const char *code)
    {
        return QByteArray(",'category':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/message-kind','code':'")
            + code + "'}]}]";
    }
    void setStatus(const QByteArray &path, const char *status)
    {
        QJsonObject json = clinic().send("GET", path, m_family.dana).json();
        json.insert(QStringLiteral("status"), QLatin1String(status));
        QCOMPARE(clinic().send("PUT", path, m_family.dana, compact(json)).status, 200);
    }

    FamilyClinic m_family;
};

QTEST_GUILESS_MAIN(TestClinicNarrow)
#include "tst_clinic_narrow.moc"
