// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "RecordsBench.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <QTest>

using namespace handrail;

/// Which number "Call my clinic" has, and under whose name (design api row 6).
class TestContact final : public QObject, private RecordsBench
{
    Q_OBJECT

    void put(const QString &type, const QString &id, QJsonObject json, const QString &phone = {})
    {
        json.insert(QStringLiteral("resourceType"), type);
        json.insert(QStringLiteral("id"), id);
        if (!phone.isEmpty())
            json.insert(
                QStringLiteral("telecom"),
                QJsonArray{QJsonObject{{QStringLiteral("system"), QStringLiteral("phone")}, {QStringLiteral("value"), phone}}});
        RecordsBench::put(json);
    }
    void putOrganization(const QString &id, const QString &name, const QString &phone = {}, const QString &monitoring = {})
    {
        QJsonObject json;
        if (!name.isEmpty())
            json.insert(QStringLiteral("name"), name);
        if (!monitoring.isEmpty())
            json.insert(QStringLiteral("extension"),
                        QJsonArray{QJsonObject{{QStringLiteral("url"), canonical(u"StructureDefinition/monitoring")},
                                               {QStringLiteral("valueCode"), monitoring}}});
        put(QStringLiteral("Organization"), id, json, phone);
    }
    void putTeam(const QString &phone, const QString &status = QStringLiteral("active"))
    {
        put(QStringLiteral("CareTeam"), QStringLiteral("t1"),
            {{QStringLiteral("status"), status}, {QStringLiteral("name"), QStringLiteral("Your care team")}}, phone);
    }
    void putPlace(const QString &phone, const QString &id = QStringLiteral("l1"), const QString &organization = {})
    {
        QJsonObject json{{QStringLiteral("name"), QStringLiteral("Room 2")}};
        if (!organization.isEmpty())
            json.insert(QStringLiteral("managingOrganization"),
                        QJsonObject{{QStringLiteral("reference"), QString(QStringLiteral("Organization/") + organization)}});
        put(QStringLiteral("Location"), id, json, phone);
    }
    [[nodiscard]] QString phone() const { return m_records->clinicContact().value_or(ClinicContact()).phone; }
    [[nodiscard]] QString name() const { return m_records->clinicContact().value_or(ClinicContact()).name; }
    [[nodiscard]] int monitoring() const { return int(m_records->clinicContact().value_or(ClinicContact()).monitoring); }

private Q_SLOTS:
    void init() { openAnew(); }

    void theTeamsNumberIsTheClinics()
    {
        putTeam(QStringLiteral("5550101"));
        QCOMPARE(name(), QStringLiteral("Your care team"));
        putOrganization(QStringLiteral("o1"), QStringLiteral("Harbor Street Clinic"), {}, QStringLiteral("business-hours"));
        putPlace(QStringLiteral("5550103"));
        QCOMPARE(phone(), QStringLiteral("5550101"));
        QCOMPARE(name(), QStringLiteral("Harbor Street Clinic"));
        QCOMPARE(monitoring(), int(Monitoring::BusinessHours));
        putOrganization(QStringLiteral("o1"), QStringLiteral("Harbor Street Clinic"), QStringLiteral("5550102"));
        QCOMPARE(phone(), QStringLiteral("5550101"));
    }

    void aTeamThatIsOverHasNone()
    {
        putOrganization(QStringLiteral("o1"), QStringLiteral("Harbor Street Clinic"), QStringLiteral("5550102"));
        putTeam(QStringLiteral("5550101"), QStringLiteral("inactive"));
        QCOMPARE(phone(), QStringLiteral("5550102"));
        putTeam({});
        QCOMPARE(phone(), QStringLiteral("5550102"));
    }

    void ofTwoClinicsTheOneWithANumberCounts_data()
    {
        QTest::addColumn<bool>("isParentNewer");
        QTest::newRow("the parent changed last") << true;
        QTest::newRow("the clinic changed last") << false;
    }
    void ofTwoClinicsTheOneWithANumberCounts()
    {
        QFETCH(bool, isParentNewer);
        const auto putParent = [this] {
            putOrganization(QStringLiteral("o2"), QStringLiteral("Harbor Health"), {}, QStringLiteral("24x7"));
        };
        if (!isParentNewer)
            putParent();
        putOrganization(QStringLiteral("o1"), QStringLiteral("Harbor Street Clinic"), QStringLiteral("5550102"));
        if (isParentNewer)
            putParent();
        QCOMPARE(phone(), QStringLiteral("5550102"));
        QCOMPARE(name(), QStringLiteral("Harbor Street Clinic"));
        QCOMPARE(monitoring(), int(Monitoring::None)); // what the parent promises is not the clinic's promise
    }

    void thePlacesNumberIsTheLast()
    {
        putPlace({});
        QVERIFY(!m_records->clinicContact());
        putPlace(QStringLiteral("call us"));
        QVERIFY(!m_records->clinicContact());
        putPlace(QStringLiteral("5550103"));
        QCOMPARE(name(), QStringLiteral("Room 2"));
        putOrganization(QStringLiteral("o1"), {});
        QCOMPARE(name(), QStringLiteral("Room 2"));
        putOrganization(QStringLiteral("o1"), QStringLiteral("Harbor Street Clinic"), QStringLiteral("*#06#"));
        putPlace(QStringLiteral("5550103"), QStringLiteral("l1"), QStringLiteral("o1"));
        putPlace({}, QStringLiteral("l2"));
        QCOMPARE(phone(), QStringLiteral("5550103"));
        QCOMPARE(name(), QStringLiteral("Harbor Street Clinic"));
        putOrganization(QStringLiteral("o1"), QStringLiteral("Harbor Street Clinic"), QStringLiteral("5550102"));
        QCOMPARE(phone(), QStringLiteral("5550102"));
    }

    void aPlaceThatMayBeAnybodysIsNotTheClinics()
    {
        const QString clinic = QStringLiteral("Harbor Street Clinic"), hall = QStringLiteral("hall"), room = QStringLiteral("l1");
        putOrganization(QStringLiteral("o1"), clinic);
        putPlace(QStringLiteral("5550103"), hall, QStringLiteral("town"));
        QVERIFY(phone().isEmpty());
        putPlace(QStringLiteral("5550104"), hall); // it does not say, and no other place is known
        QCOMPARE(phone(), QStringLiteral("5550104"));
        putPlace({}, room, QStringLiteral("o1"));
        QVERIFY(phone().isEmpty());
        QCOMPARE(name(), clinic);
        putPlace(QStringLiteral("5550105"), room, QStringLiteral("o1"));
        putPlace(QStringLiteral("5550106"), hall); // the newest
        QCOMPARE(phone(), QStringLiteral("5550105"));
        QCOMPARE(name(), clinic);
    }

    void aClinicWithoutANumberHasAName()
    {
        QVERIFY(!m_records->clinicContact());
        putOrganization(QStringLiteral("o1"), QStringLiteral("Harbor Street Clinic"));
        putPlace({});
        QCOMPARE(name(), QStringLiteral("Harbor Street Clinic"));
        QVERIFY(phone().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestContact)
#include "tst_contact.moc"
