// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Stage.h"
#include "view/TimeText.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;

namespace {

const QString nell = QStringLiteral("p601");

} // namespace

/// After the program: what stays, what comes less often, and the way back.
class TestAftercare final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    Application &app() { return m_stage->app(); }
    bool waitFor(const char *name, int ms = 10'000) { return screen().waitFor(QString::fromUtf8(name), ms); }
    bool has(const char *name) { return screen().has(QString::fromUtf8(name)); }
    bool press(const char *name) { return waitFor(name) && screen().press(QString::fromUtf8(name)); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(
            QStringLiteral("TypeError|Cannot instantiate|ReferenceError|Binding loop|polish|not ready|Unable to assign")));
    }
    void cleanup() { m_stage.reset(); }

    void whatStaysAndTheWayBack()
    {
        m_stage = std::make_unique<Stage>(wednesday);
        QVERIFY(m_stage->openClinic() && m_stage->openApp());
        QVERIFY2(m_stage->signIn(QStringLiteral("nell"), QStringLiteral("demo")), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return app().account().isFirstSyncDone(); }, 20'000));

        // Her program began longer ago than a first download asks for: the rest has come by itself.
        QVERIFY(screen().waitUntil([this] { return !app().account().records()->sessionsSince(QDate(2026, 11, 18)).isValid(); },
                                   20'000));

        // Months, and no end; nothing counts weeks.
        QVERIFY2(waitFor("Aftercare, month 2, No end date") && waitFor("At your pace. Coming back is always okay."),
                 qPrintable(screen().spoken()));
        QVERIFY2(!has("Week * of *"), qPrintable(screen().spoken()));

        // An alumni evening, and whether she comes.
        QVERIFY2(waitFor("Next session: *Alumni evening*") && press("I plan to come"), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil(
            [this] {
                for (const QJsonValue &said : m_stage->recordsAtClinic(nell, QStringLiteral("AppointmentResponse"))) {
                    if (said.toObject().value(QStringLiteral("participantStatus")) == QStringLiteral("accepted"))
                        return true;
                }
                return false;
            },
            60'000));
        QVERIFY2(screen().waitUntil([this] { return !has("I plan to come"); }), qPrintable(screen().spoken()));

        // The check-in is once a week; done, it says from when on the next one is, and it can be answered all the same.
        QVERIFY2(waitFor("Weekly check-in*") && has("Start the check-in"), qPrintable(screen().spoken()));

        // Someone to call, and more support.
        QVERIFY2(press("Choose a person, Someone to call on a hard day"), qPrintable(screen().spoken()));
        QVERIFY(
            app().myPeople().save({}, QStringLiteral("James Tull"), QStringLiteral("207-555-0163"), QStringLiteral("Sponsor"), {}));
        app().navigator().home();
        QVERIFY2(press("Call James Tull"), qPrintable(screen().spoken()));
        QCOMPARE(m_stage->dialer().called().last(), QStringLiteral("2075550163"));
        QVERIFY2(press("Call my clinic"), qPrintable(screen().spoken()));
        QCOMPARE(m_stage->dialer().called().last(), QStringLiteral("+12075550199"));
        QVERIFY2(press("Message my team"), qPrintable(screen().spoken()));
        QVERIFY2(screen().waitUntil(
                     [this] { return app().messages().text() == QStringLiteral("I could use more support. Can we talk?"); }),
                 qPrintable(app().messages().text()));
        QVERIFY2(press("Send") && waitFor("You: I could use more support. Can we talk? Sent *", 60'000),
                 qPrintable(screen().spoken()));
        QVERIFY(press("Back"));

        // What the account had before is all there: skills, the plan, people, the safety plan, Help.
        QVERIFY2(press("See your plan") && waitFor("My goals"), qPrintable(screen().spoken()));
        QVERIFY2(has("*Aftercare*"), qPrintable(screen().spoken()));
        QVERIFY(press("Back") && press("Skills") && waitFor("See all *"));
        app().navigator().go(Navigator::SafetyPlan);
        QVERIFY(waitFor("My safety plan") && press("Back"));
        QVERIFY(press("Help now") && waitFor("Call 988"));
    }

    // As any clinic gets there, by its own commands: enrolled, stepped down, stepped into aftercare. The commands go by the real day.
    void whatTheClinicsCommandsWriteIsAftercare()
    {
        const QDate today = QDate::currentDate();
        const QDate start = today.addDays(-70), stepDown = today.addDays(-14), after = today.addDays(-7);
        m_stage = std::make_unique<Stage>(QDateTime(today, QTime(17, 0), QTimeZone::utc()));
        QVERIFY(m_stage->openClinic());
        const QJsonObject maya = m_stage->recordsAtClinic(QStringLiteral("p101"), QStringLiteral("Patient")).first().toObject();
        QVERIFY(m_stage->importToClinic({QJsonObject{
            {QStringLiteral("resource"),
             QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("Patient")},
                         {QStringLiteral("id"), QStringLiteral("newcomer")},
                         {QStringLiteral("name"),
                          QJsonArray{QJsonObject{{QStringLiteral("text"), QStringLiteral("Lee Park")},
                                                 {QStringLiteral("given"), QJsonArray{QStringLiteral("Lee")}}}}},
                         {QStringLiteral("managingOrganization"), maya.value(QStringLiteral("managingOrganization"))}}}}}));
        const QStringList enrol{QStringLiteral("enrol"), QStringLiteral("--patient"), QStringLiteral("newcomer"),
                                QStringLiteral("--start")};
        const QString next = QStringLiteral("--next-phase");
        QVERIFY(m_stage->command({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("newcomer"),
                                  QStringLiteral("--fhir-user"), QStringLiteral("Patient/newcomer")},
                                 "blue lamp 7"));
        QVERIFY(m_stage->command(
            enrol + QStringList{start.toString(Qt::ISODate), QStringLiteral("--program"), QStringLiteral("evening-iop")}));
        QVERIFY(m_stage->command(enrol + QStringList{stepDown.toString(Qt::ISODate), next}));
        QVERIFY(m_stage->command(enrol + QStringList{after.toString(Qt::ISODate), next}));

        QVERIFY(m_stage->openApp());
        QVERIFY2(m_stage->signIn(QStringLiteral("newcomer"), QStringLiteral("blue lamp 7")), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return app().account().isFirstSyncDone(); }, 20'000));
        QVERIFY2(waitFor("Aftercare, month 1, No end date"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Weekly check-in*") && !has("60-second check-in*"), qPrintable(screen().spoken()));
        // The level of care beside the rail is aftercare's, and the program's is over.
        QVERIFY2(press("See your plan") && waitFor("Levels of care"), qPrintable(screen().spoken()));
        const TimeText text(QLocale(QStringLiteral("en_US")));
        QVERIFY2(screen().waitFor(QStringLiteral("Since ") + text.shortDay(after)), qPrintable(screen().spoken()));
        QVERIFY2(screen().has(QStringLiteral("%1 to %2 · Ended").arg(text.shortDay(start), text.shortDay(after.addDays(-1)))),
                 qPrintable(screen().spoken()));
        QVERIFY2(!has("Week * of *"), qPrintable(screen().spoken()));
    }

    void aWeekLater()
    {
        // Five weeks on she is in her third month, and the week's check-in was answered on another day.
        m_stage = std::make_unique<Stage>(wednesday);
        QVERIFY(m_stage->openClinic() && m_stage->openApp());
        QVERIFY2(m_stage->signIn(QStringLiteral("nell"), QStringLiteral("demo")), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return app().account().isFirstSyncDone(); }, 20'000));
        QVERIFY2(press("Start the check-in") && press("Okay") && press("Close. Your answers are kept."),
                 qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Your answers are kept.") || waitFor("*Go on with the check-in*"), qPrintable(screen().spoken()));
        m_stage->closeApp();
        m_stage->clock().advance(std::chrono::hours(24 * 35));
        QVERIFY(m_stage->openApp());
        QVERIFY2(waitFor("Aftercare, month 3, No end date", 30'000), qPrintable(screen().spoken()));
    }
};

QTEST_MAIN(TestAftercare)
#include "tst_aftercare.moc"
