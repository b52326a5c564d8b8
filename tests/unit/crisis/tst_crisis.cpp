// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "crisis/Crisis.h"
#include "fakes/FakeDialer.h"

#include <QTest>

using namespace handrail;

namespace {

ClinicContact clinic()
{
    return {QStringLiteral("Harbor Street Clinic"), QStringLiteral("+12075550142"), QStringLiteral("On call 24 hours")};
}

} // namespace

class CrisisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsAndTexts();
    void unknownLinesAreRefused();
    void badNumbersNeverReachThePhone();
    void clinicLine();
    void unusableClinicIsHidden_data();
    void unusableClinicIsHidden();
    void deviceWithoutPhone();
    void plainLines();
    void plainLinesElsewhere();
    void linksNothingThatCanFail();
};

void CrisisTest::callsAndTexts()
{
    FakeDialer dialer;
    Crisis crisis(crisisPack(), dialer);
    QVERIFY(crisis.call(u"lifeline"));
    QVERIFY(crisis.call(u"emergency"));
    QVERIFY(crisis.text(u"lifeline"));
    QCOMPARE(dialer.called(), QStringList({QStringLiteral("988"), QStringLiteral("911")}));
    QCOMPARE(dialer.texted(), QStringList{QStringLiteral("988")});
}

void CrisisTest::unknownLinesAreRefused()
{
    FakeDialer dialer;
    Crisis crisis(crisisPack(), dialer);
    QVERIFY(!crisis.call(u"nobody"));
    QVERIFY(!crisis.call(u""));
    QVERIFY(!crisis.call(Crisis::clinicId));
    QVERIFY(!crisis.text(u"emergency"));
    QVERIFY(!crisis.text(Crisis::clinicId));
    QVERIFY(dialer.called().isEmpty() && dialer.texted().isEmpty() && dialer.refused().isEmpty());
}

void CrisisTest::badNumbersNeverReachThePhone()
{
    CrisisPack pack = crisisPack();
    pack.numbers[0].call = QStringLiteral("*21*988#");
    pack.numbers[0].text = QStringLiteral("988?body=x");
    FakeDialer dialer;
    Crisis crisis(pack, dialer);
    QVERIFY(!crisis.call(pack.numbers[0].id));
    QVERIFY(!crisis.text(pack.numbers[0].id));
    // Not even asked: the phone port's own check is the second one, not the only one.
    QVERIFY(dialer.refused().isEmpty());
}

void CrisisTest::clinicLine()
{
    FakeDialer dialer;
    Crisis crisis(crisisPack(), dialer);
    crisis.setClinic(clinic());
    QVERIFY(crisis.clinic());
    QVERIFY(crisis.call(Crisis::clinicId));
    QCOMPARE(dialer.called(), QStringList{QStringLiteral("+12075550142")});
    crisis.setClinic(std::nullopt);
    QVERIFY(!crisis.call(Crisis::clinicId));
    QCOMPARE(dialer.called().size(), 1);
}

void CrisisTest::unusableClinicIsHidden_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("hours");
    QTest::newRow("no phone") << QStringLiteral("Clinic") << QString() << QString();
    QTest::newRow("service code") << QStringLiteral("Clinic") << QStringLiteral("*#06#") << QString();
    QTest::newRow("no name") << QStringLiteral("  ") << QStringLiteral("+12075550142") << QString();
    QTest::newRow("endless name") << QString(201, u'a') << QStringLiteral("+12075550142") << QString();
    QTest::newRow("line breaks") << QStringLiteral("Clinic") << QStringLiteral("+12075550142") << QStringLiteral("a\nb");
}

void CrisisTest::unusableClinicIsHidden()
{
    QFETCH(QString, name);
    QFETCH(QString, phone);
    QFETCH(QString, hours);
    FakeDialer dialer;
    Crisis crisis(crisisPack(), dialer);
    crisis.setClinic(clinic());
    crisis.setClinic(ClinicContact{name, phone, hours});
    QVERIFY(!crisis.clinic());
    QVERIFY(!crisis.call(Crisis::clinicId));
}

void CrisisTest::deviceWithoutPhone()
{
    FakeDialer dialer;
    dialer.setCanCall(false);
    Crisis crisis(crisisPack(), dialer);
    QVERIFY(!crisis.canCall());
    QVERIFY(!crisis.call(u"lifeline"));
    QVERIFY(crisis.plainLines().contains(QStringLiteral("Use any phone.")));
    dialer.setCanCall(true);
    QVERIFY(crisis.canCall());
    QVERIFY(!crisis.plainLines().contains(QStringLiteral("Use any phone.")));
}

void CrisisTest::plainLines()
{
    FakeDialer dialer;
    Crisis crisis(crisisPack(), dialer);
    crisis.setClinic(clinic());
    const QStringList lines = crisis.plainLines();
    const auto at = [&](const char *line) { return lines.indexOf(QString::fromUtf8(line)); };
    QCOMPARE(at("You are not alone"), 0);
    const QList<qsizetype> order{
        at("Call 988. Crisis line. Free, day and night."),
        at("Text 988. If talking is hard."),
        at("Chat with 988: 988lifeline.org/chat. Needs internet."),
        at("988: also for drugs, alcohol, or worry about someone."),
        at("Call clinic: +12075550142. Harbor Street Clinic. On call 24 hours."),
        at("Call 911. I am in danger or hurt."),
        at("You can ask for a crisis-trained officer."),
        at("Call 911. Put the phone on speaker."),
        at("Look for: can’t wake up, slow or no breath, blue or gray lips."),
        at("1. Try to wake them. Shout. Rub the chest bone hard."),
        at("5. Lay them on their side. Stay until help comes. Naloxone can wear off."),
        at("Seizure, seeing things, fever, or confusion after you stop drinking or using? Shaking or sweating since you stopped "
           "alcohol or pills? Call 911."),
        at("Call Poison Help: 1-800-222-1222. Free, day and night."),
        at("Find treatment: 1-800-662-4357. SAMHSA helpline. Day and night, English and Spanish."),
        at("They tell you where to get care. It is not a crisis line."),
    };
    for (qsizetype i = 0; i < order.size(); ++i) {
        QVERIFY2(order[i] > 0, qPrintable(QString::number(i) + u' ' + lines.join(u'|')));
        QVERIFY(i == 0 || order[i] > order[i - 1]);
    }
    for (const QString &line : lines)
        QVERIFY(!line.trimmed().isEmpty() && !line.contains(u'\n'));
}

void CrisisTest::plainLinesElsewhere()
{
    FakeDialer dialer;
    const QString all = Crisis(crisisPack(u"de"), dialer).plainLines().join(u'\n');
    QVERIFY(all.contains(QStringLiteral("Call 112")));
    QVERIFY(all.contains(QStringLiteral("Or call your local emergency number.")));
    QVERIFY(all.contains(QStringLiteral("Find a crisis line near you: findahelpline.com")));
    QVERIFY(!all.contains(QStringLiteral("988")) && !all.contains(QStringLiteral("911")));
}

void CrisisTest::linksNothingThatCanFail()
{
    const QStringList links = QStringLiteral(CRISIS_LINKS).split(u' ');
    QVERIFY(links.contains(QStringLiteral("handrail_content")));
    QVERIFY(links.contains(QStringLiteral("handrail_core")));
    for (const QString &link : links) {
        for (const char *never :
             {"handrail_net", "handrail_auth", "handrail_store", "handrail_sync", "handrail_fhir", "handrail_care", "handrail_view",
              "Qt6::Network", "Qt6::Sql", "Qt6::DBus", "Qt6::Qml", "Qt6::Quick"})
            QVERIFY2(link != QLatin1String(never), never);
        QVERIFY2(!link.contains(QStringLiteral("keychain"), Qt::CaseInsensitive), qPrintable(link));
    }
}

QTEST_GUILESS_MAIN(CrisisTest)
#include "tst_crisis.moc"
