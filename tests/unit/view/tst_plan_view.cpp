// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/OneDevice.h"
#include "view/MinuteTimer.h"
#include "view/PlanView.h"

#include <QFile>
#include <QGuiApplication>
#include <QTest>

using namespace handrail;

/// What the plan says of the next step as its day comes and goes (the step-down of the fixture is planned for December 21).
class TestPlanView final : public QObject, OneDevice
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { end(); }

    void theDayOfTheNextStep_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("lead");
        const QString fromTo = QStringLiteral("From IOP phase to Step-down");
        const QString late = QStringLiteral("Planned for Monday, December 21. Your team has not said yet that it began.");
        QTest::newRow("far") << QDate(2026, 12, 1) << QStringLiteral("Your next step: Monday, December 21") << fromTo;
        QTest::newRow("its day") << QDate(2026, 12, 21) << QStringLiteral("Your next step: today") << fromTo;
        QTest::newRow("the day after") << QDate(2026, 12, 22) << QStringLiteral("Your next step: Step-down") << late;
        QTest::newRow("long after") << QDate(2027, 2, 1) << QStringLiteral("Your next step: Step-down") << late;
    }
    void theDayOfTheNextStep()
    {
        QFETCH(QDate, today);
        QFETCH(QString, title);
        QFETCH(QString, lead);
        begin(FakeClock(QDateTime(today, QTime(17, 0), QTimeZone::utc())));
        Preferences preferences{QString()};
        preferences.setLanguage(QStringLiteral("en"));
        MinuteTimer minute(m_clock);
        signIn();
        QFile file(QStringLiteral(HANDRAIL_FIXTURES "/careplan-program.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(m_account->records()->store().putRecords({{QStringLiteral("CarePlan"), QStringLiteral("plan"), QStringLiteral("3"),
                                                           m_clock.nowUtc(), QDate(), file.readAll()}}));
        PlanView plan(*m_account, m_clock, preferences, minute);
        plan.setShown(true);
        QCOMPARE(plan.stepTitle().toLower(), title.toLower());
        QCOMPARE(plan.stepLead(), lead);
    }

    // Of what staff note, that alone which is opened to the patient, as long as it holds.
    void whatStaffOpenedToThePatient()
    {
        begin(FakeClock(QDateTime(QDate(2026, 12, 1), QTime(17, 0), QTimeZone::utc())));
        Preferences preferences{QString()};
        preferences.setLanguage(QStringLiteral("en"));
        MinuteTimer minute(m_clock);
        signIn();
        int number = 0;
        const auto put = [&](const char *codings, const char *words, const char *more = "") {
            const QString id = QStringLiteral("f%1").arg(++number);
            const QByteArray json = "{\"resourceType\":\"Flag\",\"id\":\"" + id.toLatin1()
                + "\",\"subject\":{\"reference\":\"Patient/p1\"},\"code\":{\"text\":\"" + words + "\",\"coding\":[" + codings + "]}"
                + more + '}';
            QVERIFY(m_account->records()->store().putRecords(
                {{QStringLiteral("Flag"), id, QString::number(number), m_clock.nowUtc().addSecs(number), QDate(), json}}));
        };
        const char *const opened = "{\"system\":\"https://handrail.example/fhir/CodeSystem/flag\",\"code\":\"patient-visible\"}";
        const char *const active = ",\"status\":\"active\"";
        put(opened, "Latex allergy", active);
        put(opened, "Until today", ",\"status\":\"active\",\"period\":{\"start\":\"2026-11-01\",\"end\":\"2026-12-01\"}");
        put("{\"system\":\"urn:x\",\"code\":\"patient-visible\"}", "For staff", active);
        put("{\"system\":\"https://handrail.example/fhir/CodeSystem/flag\",\"code\":\"patient-visible\"},{\"system\":\"https://"
            "handrail.example/fhir/CodeSystem/flag\",\"code\":\"no-joint\"}",
            "Hidden", active);
        put(opened, "Ended", ",\"status\":\"inactive\"");
        put(opened, "Over", ",\"status\":\"active\",\"period\":{\"end\":\"2026-11-30\"}");
        put(opened, "To come", ",\"status\":\"active\",\"period\":{\"start\":\"2026-12-02\"}");
        put(opened, "", active);
        PlanView plan(*m_account, m_clock, preferences, minute);
        plan.setShown(true);
        QStringList notes = plan.clinicNotes();
        notes.sort();
        QCOMPARE(notes, (QStringList{QStringLiteral("Latex allergy"), QStringLiteral("Until today")}));
    }
};

int main(int argc, char *argv[])
{
    const QGuiApplication app(argc, argv);
    TestPlanView test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_plan_view.moc"
