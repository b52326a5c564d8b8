// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "RecordsBench.h"
#include "core/Ids.h"
#include "fakes/FakeClock.h"

#include <QJsonArray>
#include <QTest>

using namespace handrail;

namespace {

QJsonObject plan(const QString &title, const QString &status, const QString &intent = QStringLiteral("plan"))
{
    const QJsonObject kind{{QStringLiteral("system"), QStringLiteral("https://handrail.example/fhir/CodeSystem/careplan-kind")},
                           {QStringLiteral("code"), QStringLiteral("program")}};
    return {{QStringLiteral("resourceType"), QStringLiteral("CarePlan")},
            {QStringLiteral("id"), QString(title + status)},
            {QStringLiteral("title"), title},
            {QStringLiteral("status"), status},
            {QStringLiteral("intent"), intent},
            {QStringLiteral("category"), QJsonArray{QJsonObject{{QStringLiteral("coding"), QJsonArray{kind}}}}}};
}

/// An active plan from this day to that one, with one phase.
QJsonObject planOf(const QString &title, const QString &from, const QString &to, const QString &phaseStatus)
{
    const QJsonObject phase{{QStringLiteral("system"), canonical(u"CodeSystem/program-phase")},
                            {QStringLiteral("code"), QStringLiteral("iop")}};
    const QJsonObject detail{{QStringLiteral("code"), QJsonObject{{QStringLiteral("coding"), QJsonArray{phase}}}},
                             {QStringLiteral("status"), phaseStatus}};
    QJsonObject made = plan(title, QStringLiteral("active"));
    made.insert(QStringLiteral("period"), QJsonObject{{QStringLiteral("start"), from}, {QStringLiteral("end"), to}});
    made.insert(QStringLiteral("activity"), QJsonArray{QJsonObject{{QStringLiteral("detail"), detail}}});
    return made;
}

} // namespace

/// Which of several plans is the program that Today shows.
class TestProgram final : public QObject, private RecordsBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openAnew(); }

    void theActivePlanIsTheProgram()
    {
        put(plan(QStringLiteral("now"), QStringLiteral("active")));
        put(plan(QStringLiteral("thought of"), QStringLiteral("draft")));
        put(plan(QStringLiteral("taken back"), QStringLiteral("revoked")));
        put(plan(QStringLiteral("proposed"), QStringLiteral("active"), QStringLiteral("proposal")));
        put(plan(QStringLiteral("before"), QStringLiteral("completed")));
        QCOMPARE(m_records->program()->title, QStringLiteral("now"));
    }

    void theNextProgramDoesNotHideTheOneThatRuns_data()
    {
        QTest::addColumn<QString>("statusNow"); // of the phases
        QTest::addColumn<QString>("statusNext");
        QTest::addColumn<QDateTime>("at");
        QTest::addColumn<QString>("title");
        const QString running = QStringLiteral("in-progress"), waiting = QStringLiteral("not-started");
        const auto at = [](int month, int day, int hour) {
            return QDateTime(QDate(2026, month, day), QTime(hour, 0), QTimeZone::utc());
        };
        QTest::newRow("its phase runs") << running << waiting << at(11, 18, 20) << QStringLiteral("now");
        QTest::newRow("its phase runs on") << running << waiting << at(12, 20, 20) << QStringLiteral("now");
        QTest::newRow("the phase of the next runs") << waiting << running << at(11, 18, 20) << QStringLiteral("next");
        QTest::newRow("both run") << running << running << at(11, 18, 20) << QStringLiteral("now");
        QTest::newRow("by its days") << waiting << waiting << at(11, 18, 20) << QStringLiteral("now");
        QTest::newRow("to the last evening there") << waiting << waiting << at(12, 12, 4) << QStringLiteral("now");
        QTest::newRow("by the days of the next") << waiting << waiting << at(12, 14, 20) << QStringLiteral("next");
        QTest::newRow("nobody knows the day") << waiting << waiting << QDateTime() << QStringLiteral("next");
    }
    void theNextProgramDoesNotHideTheOneThatRuns()
    {
        QFETCH(QString, statusNow);
        QFETCH(QString, statusNext);
        QFETCH(QDateTime, at);
        const FakeClock clock(at); // in New York
        if (at.isValid())
            m_records->setClock(clock);
        put(planOf(QStringLiteral("now"), QStringLiteral("2026-11-02"), QStringLiteral("2026-12-11"), statusNow));
        put(planOf(QStringLiteral("next"), QStringLiteral("2026-12-12"), QStringLiteral("2027-01-22"), statusNext));
        QTEST(m_records->program()->title, "title");
    }

    void aProgramThatEndedShowsWhenNoneRuns()
    {
        put(plan(QStringLiteral("thought of"), QStringLiteral("draft")));
        QVERIFY(!m_records->program());
        put(plan(QStringLiteral("before"), QStringLiteral("completed")));
        QCOMPARE(m_records->program()->title, QStringLiteral("before"));
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
