// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Stage.h"

#include "core/Ids.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;

namespace {

const QString maya = QStringLiteral("p101");
const QString formUrl = QStringLiteral("https://handrail.example/fhir/Questionnaire/sleep-week");

QDateTime newYork(const QTime &time)
{
    return QDateTime(QDate(2026, 11, 18), time, QTimeZone("America/New_York")).toUTC();
}

QJsonObject entry(const QJsonObject &resource)
{
    return {{QStringLiteral("resource"), resource}};
}

QJsonObject coded(const QString &system, const QString &code)
{
    const QJsonObject coding{{QStringLiteral("system"), system}, {QStringLiteral("code"), code}};
    return {{QStringLiteral("coding"), QJsonArray{coding}}};
}

QJsonObject form()
{
    const QJsonObject item{{QStringLiteral("linkId"), QStringLiteral("hours")},
                           {QStringLiteral("type"), QStringLiteral("integer")},
                           {QStringLiteral("text"), QStringLiteral("How many hours did you sleep?")}};
    return {{QStringLiteral("resourceType"), QStringLiteral("Questionnaire")},
            {QStringLiteral("id"), QStringLiteral("sleep-week")},
            {QStringLiteral("url"), formUrl},
            {QStringLiteral("version"), QStringLiteral("1.0.0")},
            {QStringLiteral("title"), QStringLiteral("Sleep, this week")},
            {QStringLiteral("status"), QStringLiteral("active")},
            {QStringLiteral("item"), QJsonArray{item}}};
}

QJsonObject task()
{
    const QString sdc = QStringLiteral("http://hl7.org/fhir/uv/sdc/CodeSystem/temp");
    const QJsonObject patient{{QStringLiteral("reference"), QStringLiteral("Patient/p101")}};
    const QJsonObject input{{QStringLiteral("type"), coded(sdc, QStringLiteral("questionnaire"))},
                            {QStringLiteral("valueCanonical"), QString(formUrl + QStringLiteral("|1.0.0"))}};
    return {{QStringLiteral("resourceType"), QStringLiteral("Task")},
            {QStringLiteral("id"), QStringLiteral("task-sleep")},
            {QStringLiteral("status"), QStringLiteral("requested")},
            {QStringLiteral("intent"), QStringLiteral("order")},
            {QStringLiteral("code"), coded(sdc, QStringLiteral("complete-questionnaire"))},
            {QStringLiteral("for"), patient},
            {QStringLiteral("owner"), patient},
            {QStringLiteral("authoredOn"), QStringLiteral("2026-11-17T15:00:00Z")},
            {QStringLiteral("restriction"),
             QJsonObject{{QStringLiteral("period"), QJsonObject{{QStringLiteral("end"), QStringLiteral("2026-11-20")}}}}},
            {QStringLiteral("input"), QJsonArray{input}}};
}

Pin pin()
{
    Pin pin;
    for (const int digit : {2, 4, 6, 8, 1, 0})
        pin.append(digit);
    return pin;
}

} // namespace

/// What the clinic asks for: on Today, in the list, done, and told to the clinic. And what the device reminds of, and the turn of the day.
class TestAssigned final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }

    bool begin(const QTime &time)
    {
        m_stage = std::make_unique<Stage>(newYork(time));
        return m_stage->openClinic() && m_stage->importToClinic({entry(form()), entry(task())}) && m_stage->openApp()
            && m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo"))
            && screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }, 30'000);
    }

    QJsonObject taskAtClinic()
    {
        for (const QJsonValue &one : m_stage->recordsAtClinic(maya, QStringLiteral("Task"))) {
            if (one.toObject().value(QLatin1String("id")) == QLatin1String("task-sleep"))
                return one.toObject();
        }
        return {};
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish"))); }
    void cleanup() { m_stage.reset(); }

    void aFormIsDueIsDoneAndTheClinicHears()
    {
        QVERIFY2(begin(QTime(15, 20)), m_stage ? qPrintable(screen().spoken()) : "");
        Application &app = m_stage->app();
        QVERIFY2(screen().waitFor(QStringLiteral("Start Sleep, this week")), qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("By Friday")));

        QVERIFY(screen().press(QStringLiteral("You and settings*")));
        QVERIFY2(screen().waitFor(QStringLiteral("Forms, 3 forms due")), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("Forms, 3 forms due")));
        QVERIFY2(screen().waitFor(QStringLiteral("Sleep, this week, By Friday")), qPrintable(screen().spoken()));
        QCOMPARE(app.navigator().route(), Navigator::Forms);
        QVERIFY(screen().press(QStringLiteral("Sleep, this week, By Friday")));
        QCOMPARE(app.navigator().route(), Navigator::Form);
        QCOMPARE(app.navigator().argument(), QStringLiteral("task/task-sleep"));

        // Answered as the form's page does it.
        const std::optional<Assignment> asked = app.assignments().named(app.navigator().argument());
        QVERIFY(asked);
        const std::optional<Form> shown = app.account().records()->form(formUrl);
        QVERIFY(shown);
        CompletedForm answers;
        answers.identifier = asked->identifier;
        answers.questionnaire = shown->canonicalWithVersion();
        answers.patientId = maya;
        const QDateTime now = m_stage->clock().nowUtc();
        answers.authored = now.toOffsetFromUtc(-5 * 3600);
        answers.answers.insert(QStringLiteral("hours"), 7.0);
        QVERIFY(app.account().records()->queue(answers, *shown, now, false));
        app.account().sendSoon();
        app.navigator().go(Navigator::Forms);
        QVERIFY2(screen().waitFor(QStringLiteral("Answered")), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([&] { return app.account().records()->unsentCount() == 0; }, 30'000));
        QVERIFY2(screen().waitFor(QStringLiteral("Sleep, this week, Today")), qPrintable(screen().spoken()));
        QVERIFY(!screen().has(QStringLiteral("Sleep, this week, By Friday")));

        const QJsonObject told = taskAtClinic();
        QCOMPARE(told.value(QLatin1String("status")).toString(), QStringLiteral("completed"));
        const QJsonObject output = told.value(QLatin1String("output")).toArray().first().toObject();
        const QString named = output.value(QLatin1String("valueReference")).toObject().value(QLatin1String("reference")).toString();
        int found = 0;
        for (const QJsonValue &one : m_stage->recordsAtClinic(maya, QStringLiteral("QuestionnaireResponse")))
            found += QString(u"QuestionnaireResponse/" % one.toObject().value(QLatin1String("id")).toString()) == named;
        QCOMPARE(found, 1);
        app.navigator().home();
        QVERIFY(screen().waitFor(QStringLiteral("Start the check-in")));
        QVERIFY(!screen().has(QStringLiteral("Start Sleep, this week")));
    }

    void aReminderLeadsToToday()
    {
        QVERIFY(begin(QTime(16, 5))); // tonight's group begins at 6 pm
        Application &app = m_stage->app();
        FakeNotifier &notifier = m_stage->notifier();
        app.reminders().look();
        QCOMPARE(notifier.shown().size(), 1);
        QCOMPARE(notifier.shown().first().first, QStringLiteral("Reminder"));
        QVERIFY2(notifier.shown().first().second.startsWith(QStringLiteral("You have something at 6:00")),
                 qPrintable(notifier.shown().first().second));
        app.reminders().look();
        QCOMPARE(notifier.shown().size(), 1);
        app.navigator().go(Navigator::Schedule);
        notifier.press();
        QCOMPARE(app.navigator().route(), Navigator::Today);

        // After a restart it is not shown again.
        m_stage->closeApp();
        QVERIFY(m_stage->openApp());
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().records() != nullptr; }));
        m_stage->app().reminders().look();
        QCOMPARE(notifier.shown().size(), 1);
        // The evening's list, and after two no more today.
        m_stage->clock().advance(std::chrono::hours(3));
        m_stage->app().reminders().look();
        QCOMPARE(notifier.shown().size(), 2);
        QCOMPARE(notifier.shown().last().second, QStringLiteral("Your daily list is ready."));
        m_stage->clock().advance(std::chrono::minutes(30));
        m_stage->app().reminders().look();
        QCOMPARE(notifier.shown().size(), 2);
    }

    void lockedItStaysLocked()
    {
        QVERIFY(begin(QTime(15, 55)));
        Application &app = m_stage->app();
        QVERIFY(QCoro::waitFor(app.account().setPin(pin())));
        app.account().lock();
        QCOMPARE(app.account().state(), Account::State::Locked);
        m_stage->clock().advance(std::chrono::minutes(10));
        app.reminders().look();
        QCOMPARE(m_stage->notifier().shown().size(), 1);
        m_stage->notifier().press();
        QCOMPARE(app.navigator().route(), Navigator::Locked);
        QCOMPARE(app.account().state(), Account::State::Locked);
        QCoro::waitFor(app.account().unlock(pin()));
        QCOMPARE(app.account().state(), Account::State::Active);
        app.reminders().look();
        QCOMPARE(m_stage->notifier().shown().size(), 1);
    }

    void offIsOffAndSignedOutIsSilent()
    {
        QVERIFY(begin(QTime(16, 5)));
        Application &app = m_stage->app();
        app.preferences().setHasReminders(false);
        app.reminders().look();
        QVERIFY(m_stage->notifier().shown().isEmpty());
        app.preferences().setHasReminders(true);
        app.reminders().look();
        QCOMPARE(m_stage->notifier().shown().size(), 1);
        QVERIFY(m_stage->notifier().isVisible());
        QCoro::waitFor(app.account().signOut(Account::Leaving::Erase));
        QVERIFY(!m_stage->notifier().isVisible());
        m_stage->clock().advance(std::chrono::hours(3)); // to that of the evening
        app.reminders().look();
        QCOMPARE(m_stage->notifier().shown().size(), 1);
        QVERIFY(!m_stage->notifier().isVisible());
    }

    void theDayTurnsByItself()
    {
        QVERIFY(begin(QTime(23, 59, 30)));
        QVERIFY2(screen().waitFor(QStringLiteral("Wednesday, November 18"))
                     || screen().has(QStringLiteral("Thursday, November 19")),
                 qPrintable(screen().spoken()));
        QVERIFY2(screen().waitFor(QStringLiteral("Thursday, November 19"), 60'000), qPrintable(screen().spoken()));
    }
};

QTEST_MAIN(TestAssigned)
#include "tst_assigned.moc"
