// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FixtureClinic.h"
#include "Stage.h"
#include "care/BringUp.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;

namespace {

/// What no page may show: an address, a code, the name of a field.
const QRegularExpression raw(QStringLiteral("http|urn:|Goal/|CarePlan|Practitioner|lifecycle|160903007|in-progress|not-started"));

} // namespace

/// The plan in plain words, what is said about it, and the list for the next one-on-one.
class TestPlan final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    Navigator &navigator() { return m_stage->app().navigator(); }
    Records &records() { return *m_stage->app().account().records(); }
    bool waitFor(const char *name, int ms = 10'000) { return screen().waitFor(QString::fromUtf8(name), ms); }
    bool has(const char *name) { return screen().has(QString::fromUtf8(name)); }
    bool press(const char *name) { return waitFor(name) && screen().press(QString::fromUtf8(name)); }
    bool type(const char *name, const char *text) { return screen().type(QString::fromUtf8(name), QString::fromUtf8(text)); }

    bool signIn()
    {
        m_stage = std::make_unique<Stage>(wednesday);
        return m_stage->openClinic() && m_stage->openApp() && m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo"))
            && screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }, 20'000);
    }
    bool signInTo(FakeFhirServer &server)
    {
        m_stage = std::make_unique<Stage>(wednesday);
        return m_stage->openApp(server.base().toString()) && m_stage->signIn(QStringLiteral("maya"), {});
    }
    /// What the person said about something; the sample’s own thread is about nothing in particular.
    QJsonArray atClinic()
    {
        QJsonArray told;
        for (const QJsonValue &one :
             m_stage->recordsAtClinic(m_stage->app().account().identity()->patientId, QStringLiteral("Communication"))) {
            if (one.toObject().contains(QStringLiteral("about")))
                told << one;
        }
        return told;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish|Unable to assign")));
    }
    void cleanup() { m_stage.reset(); }

    void theGoalsAndWhatIsSaidOfThem()
    {
        QVERIFY(signIn());
        QVERIFY2(press("See your plan") && waitFor("My goals"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Done: Phone stays in the kitchen") && has("To do: Tea, no coffee after noon"),
                 qPrintable(screen().spoken()));
        QVERIFY2(has("Who helps: Dana Ruiz") && has("Made with Dana Ruiz on Oct 19. We look at it again on Dec 10."),
                 qPrintable(screen().spoken()));
        QVERIFY2(has("IOP phase") && has("Week 5 of 12*"), qPrintable(screen().spoken()));
        QVERIFY2(!raw.match(screen().spoken()).hasMatch(), qPrintable(screen().spoken()));

        QVERIFY(press("I don’t understand: Sleep through most nights"));
        QVERIFY2(waitFor("In my own words, if you like") && type("In my own words, if you like", "What is most?"),
                 qPrintable(screen().spoken()));
        QVERIFY(press("Send"));
        QVERIFY2(waitFor("You told your team. Request sent at *", 30'000), qPrintable(screen().spoken()));
        const QJsonArray there = atClinic();
        QCOMPARE(there.size(), 1);
        const QJsonObject message = there.at(0).toObject();
        QVERIFY(message[QStringLiteral("about")][0][QStringLiteral("reference")].toString().startsWith(QStringLiteral("Goal/")));
        QCOMPARE(message[QStringLiteral("payload")][0][QStringLiteral("contentString")].toString(),
                 QStringLiteral("I don’t understand this goal: “Sleep through most nights”.\nWhat is most?"));
        // An empty suggestion is nothing to send.
        QVERIFY(press("Suggest") && press("Send") && waitFor("Write something first."));
        QVERIFY(press("Go back"));
        QCOMPARE(records().unsentCount(), 0);
    }

    void theNextStep()
    {
        QVERIFY(signIn());
        navigator().go(Navigator::Plan);
        QVERIFY2(press("Your next step: *"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Your next step: Monday, December 14") && waitFor("From IOP phase to Step-down"),
                 qPrintable(screen().spoken()));
        QVERIFY2(has("The week before: *") && has("From Dec 14: *") && has("Help now"), qPrintable(screen().spoken()));
        QVERIFY2(!raw.match(screen().spoken()).hasMatch(), qPrintable(screen().spoken()));
        QVERIFY(press("Tell Dana Ruiz") && press("Send"));
        QVERIFY2(waitFor("You told your team. Request sent at *", 30'000), qPrintable(screen().spoken()));
        QCOMPARE(atClinic().at(0)[QStringLiteral("payload")][0][QStringLiteral("contentString")].toString(),
                 QStringLiteral("The next step feels too soon."));
    }

    void theListGoesOnlyByItsSwitch()
    {
        QVERIFY(signIn());
        const QDateTime now = m_stage->clock().nowUtc();
        QVERIFY(noteSkillUse(records(), {QStringLiteral("ride-the-urge"), now.addSecs(-60), 8, 3}));
        navigator().go(Navigator::BringUp);
        QVERIFY2(waitFor("Something to bring up") && type("Something to bring up", "Nights are long"),
                 qPrintable(screen().spoken()));
        QVERIFY(press("Add to my list") && waitFor("Take off: Nights are long"));
        QVERIFY(type("Something to bring up", "half a thou"));
        m_stage->closeApp(); // in the middle of a line
        QVERIFY(m_stage->openApp());
        navigator().go(Navigator::BringUp);
        QVERIFY2(waitFor("Take off: Nights are long"), qPrintable(screen().spoken()));
        QCOMPARE(bringUpList(records()).value()->answers.first().typed, QStringLiteral("half a thou"));
        QTest::qWait(1500);
        QVERIFY(atClinic().isEmpty() && records().unsentCount() == 0);
        QVERIFY(press("Add to my list") && waitFor("Take off: half a thou"));
        QVERIFY2(press("Bring to my session, Off*") && waitFor("Bring to my session, On*"), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return atClinic().size() == 1; }, 40'000));
        const QJsonObject message = atClinic().at(0).toObject();
        QVERIFY(
            message[QStringLiteral("about")][0][QStringLiteral("reference")].toString().startsWith(QStringLiteral("Appointment/")));
        QCOMPARE(message[QStringLiteral("payload")][0][QStringLiteral("contentString")].toString(),
                 QStringLiteral("I want to bring up\nNights are long\nhalf a thou"));
        // What was tried is offered, and is on the list once it is chosen.
        QVERIFY2(has("Skills you tried") && has("Add: *, skill: Ride the urge"), qPrintable(screen().spoken()));
        QVERIFY2(press("Begin a new list") && screen().waitUntil([this] { return !has("Take off: Nights are long"); }),
                 qPrintable(screen().spoken()));
        QVERIFY2(press("Add: *, skill: Ride the urge") && waitFor("Take off: *, skill: Ride the urge") && !has("Skills you tried"),
                 qPrintable(screen().spoken()));
    }

    void plansThatAreNotAsTheyShouldBe()
    {
        // Two current phases without dates, a goal of a code alone, a thousand goals.
        FakeFhirServer server;
        fillWithFixtures(server, wednesday);
        QJsonObject plan = fixture("careplan-program");
        QByteArray json = QJsonDocument(plan).toJson(QJsonDocument::Compact);
        const qsizetype aftercare = json.lastIndexOf("not-started");
        json.replace("not-started", "in-progress").replace(aftercare, 11, "not-started");
        plan = QJsonDocument::fromJson(json).object();
        plan.remove(QStringLiteral("period"));
        server.setRecords(QStringLiteral("CarePlan"), {plan});
        QList<QJsonObject> goals;
        for (int i = 0; i < 1000; ++i) {
            const QJsonObject coding{{QStringLiteral("system"), QStringLiteral("http://snomed.info/sct")},
                                     {QStringLiteral("code"), QStringLiteral("160903007")}};
            goals << QJsonObject{
                {QStringLiteral("resourceType"), QStringLiteral("Goal")},
                {QStringLiteral("id"), QStringLiteral("g%1").arg(i, 4, 10, QLatin1Char('0'))},
                {QStringLiteral("lifecycleStatus"), QStringLiteral("active")},
                {QStringLiteral("subject"), QJsonObject{{QStringLiteral("reference"), QStringLiteral("Patient/maya")}}},
                {QStringLiteral("description"), QJsonObject{{QStringLiteral("coding"), QJsonArray{coding}}}}};
        }
        server.setRecords(QStringLiteral("Goal"), goals);
        QVERIFY(signInTo(server));
        QVERIFY(screen().waitUntil([this] { return records().goals().size() == 1000; }, 60'000));
        navigator().go(Navigator::Plan);
        QVERIFY2(waitFor("Your plan names more than one phase for now: IOP phase and Step-down*"), qPrintable(screen().spoken()));
        QVERIFY2(!has("Your next step*"), qPrintable(screen().spoken())); // from which of them?
        QVERIFY2(has("A goal that has no words yet") && has("Show more (980 left)"), qPrintable(screen().spoken()));
        QVERIFY2(!has("Week *") && !raw.match(screen().spoken()).hasMatch(), qPrintable(screen().spoken()));
        QVERIFY(press("Show more (980 left)") && waitFor("Show more (960 left)"));
    }

    void withoutAPlan()
    {
        FakeFhirServer server;
        fillWithFixtures(server, wednesday);
        server.setRecords(QStringLiteral("CarePlan"), {});
        QVERIFY(signInTo(server));
        navigator().go(Navigator::Plan);
        QVERIFY2(waitFor("Your program has not set this yet."), qPrintable(screen().spoken()));
        navigator().go(Navigator::NextStep);
        QVERIFY2(waitFor("No next step yet"), qPrintable(screen().spoken()));
    }

    /// A note of the clinic's is something: nothing says beside it that there is nothing.
    void aNoteWithoutAPlan()
    {
        FakeFhirServer server;
        fillWithFixtures(server, wednesday);
        server.setRecords(QStringLiteral("CarePlan"), {});
        const QJsonObject coding{{QStringLiteral("system"), QStringLiteral("https://handrail.example/fhir/CodeSystem/flag")},
                                 {QStringLiteral("code"), QStringLiteral("patient-visible")}};
        server.setRecords(
            QStringLiteral("Flag"),
            {QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("Flag")},
                         {QStringLiteral("id"), QStringLiteral("note")},
                         {QStringLiteral("status"), QStringLiteral("active")},
                         {QStringLiteral("subject"), QJsonObject{{QStringLiteral("reference"), QStringLiteral("Patient/maya")}}},
                         {QStringLiteral("code"),
                          QJsonObject{{QStringLiteral("text"), QStringLiteral("Latex allergy")},
                                      {QStringLiteral("coding"), QJsonArray{coding}}}}}});
        QVERIFY(signInTo(server));
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }, 20'000));
        navigator().go(Navigator::Plan);
        QVERIFY2(waitFor("Notes from your clinic"), qPrintable(screen().spoken()));
        QVERIFY2(!has("No plan here yet") && !has("Your program has not set this yet."), qPrintable(screen().spoken()));
    }

    void aftercareCountsNothingDown()
    {
        FakeFhirServer server;
        fillWithFixtures(server, wednesday);
        QByteArray json = QJsonDocument(fixture("careplan-program")).toJson(QJsonDocument::Compact);
        json.replace("in-progress", "completed");
        json.replace(json.lastIndexOf("not-started"), 11, "in-progress");
        json.replace("not-started", "completed");
        server.setRecords(QStringLiteral("CarePlan"), {QJsonDocument::fromJson(json).object()});
        QVERIFY(signInTo(server));
        QVERIFY2(waitFor("Aftercare, No end date") && waitFor("At your pace. Coming back is always okay."),
                 qPrintable(screen().spoken()));
        QVERIFY2(!has("Week * of *"), qPrintable(screen().spoken()));
        QVERIFY2(has("60-second check-in*") || has("Start the check-in"), qPrintable(screen().spoken()));
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    TestPlan test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_plan.moc"
