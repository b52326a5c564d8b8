// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FixtureDay.h"
#include "care/CheckIn.h"
#include "care/SafetyPlan.h"
#include "fakes/FakeSecretStore.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <cstdio>
#include <unistd.h>

using namespace handrail;

namespace {

const QString thanks = QStringLiteral("Thank you for telling us.");

bool goToSafetyQuestion(Screen &screen)
{
    bool isGood = screen.waitFor(QStringLiteral("Start the check-in")) && screen.press(QStringLiteral("Start the check-in"));
    while (isGood && !screen.has(QStringLiteral("Are you having thoughts*")))
        isGood = screen.waitFor(QStringLiteral("Skip")) && screen.press(QStringLiteral("Skip"));
    return isGood;
}

/// Another process with the app in it, which has just said "yes" and then does nothing more: with `isShown` its page came to the screen.
int sayYesAndStay(const QString &folder, const QString &server, bool isShown)
{
    Stage stage(wednesday, folder);
    Screen *screen = stage.openApp(server) ? &stage.screen() : nullptr;
    const auto stayWith = [](const char *word) {
        std::puts(word);
        std::fflush(stdout);
        for (;;)
            ::pause();
    };
    const bool isAsked = screen && stage.signIn(QStringLiteral("maya"), {}) && goToSafetyQuestion(*screen);
    QObject::connect(&stage.app().navigator(), &Navigator::routeChanged, [&] {
        if (!isShown && stage.app().navigator().route() == Navigator::Safety)
            stayWith("answered"); // the page was asked for, and nothing was kept
    });
    const bool isKept = isAsked && screen->press(QStringLiteral("Yes")) && screen->waitFor(thanks)
        && screen->waitUntil([&] { return !stage.app().account().records()->store().outbox().all()->isEmpty(); });
    stayWith(isKept ? "answered" : "not");
    return 1;
}

} // namespace

/// From a safety answer on: the page, the answer's way, the lock, a kill at any moment, the next day.
class TestSafetyPage final : public FixtureDay
{
    Q_OBJECT

    bool sayYes() { return goToSafetyQuestion(screen()) && screen().press(QStringLiteral("Yes")); }

    /// That of the clinic, as a JSON text.
    [[nodiscard]] int safetyAnswersAtClinic()
    {
        int found = 0;
        for (const QJsonObject &record : m_server->created())
            found += QJsonDocument(record).toJson(QJsonDocument::Compact).contains("\"safety\"");
        return found;
    }

    static Pin pinOf(const char *digits)
    {
        Pin pin;
        for (; *digits; ++digits)
            (void)pin.append(*digits - '0');
        return pin;
    }

    /// A form of the clinic's with a box for own words and an item about safety, neither with help of its own.
    bool openPlainForm()
    {
        const QByteArray form =
            QByteArray(
                "{'resourceType':'Questionnaire','id':'plain','url':'https://x.example/plain','version':'1','status':'active',"
                "'title':'Plain','item':[{'linkId':'words','type':'text','text':'Your own words?'},"
                "{'linkId':'line','type':'string','text':'In one line?'},"
                "{'linkId':'q9','type':'choice','text':'Better off dead?','code':[{'system':'http://loinc.org','code':'44260-8'}],"
                "'answerOption':[{'valueCoding':{'system':'http://loinc.org','code':'LA6568-5','display':'Not at all'}},"
                "{'valueCoding':{'system':'http://loinc.org','code':'LA6571-9','display':'Nearly every day'}}]}]}")
                .replace('\'', '"');
        const bool isPut = account()
                               .records()
                               ->store()
                               .putRecords({{QStringLiteral("Questionnaire"), QStringLiteral("plain"), QStringLiteral("1"),
                                             m_stage->clock().nowUtc(), QDate(), form}})
                               .has_value();
        m_stage->app().navigator().go(Navigator::Form, QStringLiteral("https://x.example/plain"));
        return isPut && route() == Navigator::Form;
    }

    void killed(bool isShown)
    {
        QProcess other;
        other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        other.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--stay"), m_folder.path(), m_server->base().toString(), QString::number(isShown)});
        // The clinic is in this process, so it has to go on here.
        QTRY_VERIFY_WITH_TIMEOUT(other.bytesAvailable() > 0, 60'000);
        QCOMPARE(other.readAll(), QByteArray("answered\n"));
        other.kill(); // -9
        QTRY_COMPARE(other.state(), QProcess::NotRunning);
    }

private Q_SLOTS:
    void thePageComesFirstThenTheDiskThenTheNetwork()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY(goToSafetyQuestion(screen()));
        const qsizetype requests = m_server->requests().size();
        QSignalSpy frames(&screen().window(), &QQuickWindow::frameSwapped);
        QElapsedTimer timer;
        // When it is asked for, in the turn of the press, nothing was saved or sent; nor when its first frame is on the screen.
        qint64 askedAfter = -1;
        qint64 shownAfter = -1;
        const auto isNothingDone = [&] { return outbox().isEmpty() && m_server->requests().size() == requests; };
        connect(&m_stage->app().navigator(), &Navigator::routeChanged, this, [&] {
            if (route() == Navigator::Safety && isNothingDone())
                askedAfter = timer.elapsed();
        });
        // Before the page's own connection, which gives the answer to the disk.
        connect(
            &screen().window(), &QQuickWindow::afterRendering, this,
            [&] {
                if (askedAfter >= 0 && shownAfter < 0 && isNothingDone())
                    shownAfter = timer.elapsed();
            },
            Qt::DirectConnection);
        timer.start();
        QVERIFY(screen().press(QStringLiteral("Yes")));
        QVERIFY(screen().has(thanks));
        QVERIFY(screen().waitUntil([&] { return frames.count() > 0; }));
        disconnect(&screen().window(), nullptr, this, nullptr);
        disconnect(&m_stage->app().navigator(), nullptr, this, nullptr);
        QVERIFY(askedAfter >= 0);
        QVERIFY2(shownAfter >= 0 && shownAfter <= 200, qPrintable(QString::number(shownAfter)));
        QVERIFY(screen().waitUntil([this] { return outbox().size() == 1; }));
        QCOMPARE(outbox().first().priority, 0);
        QVERIFY2(waitFor("Sent to your care team at 3:2*"), qPrintable(screen().spoken()));
        QCOMPARE(safetyAnswersAtClinic(), 1);
    }

    void itSaysWhomToCallInTheOrderThatHelps()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        SafetyPlan plan;
        plan.words.insert(PlanPart::Signs, QStringLiteral("No sleep"));
        QVERIFY(keepSafetyPlan(*account().records(), plan));
        m_stage->app().safetyPlan().readAgain();
        QVERIFY2(sayYes(), qPrintable(screen().spoken()));
        QVERIFY(waitFor("Sent to your care team at*"));
        QVERIFY(
            isInOrder({"Thank you for telling us.", "You matter, and you can get help right now.", "Call 988", "Text 988",
                       "Call 911", "Call clinic", "Call my person", "My safety plan", "Did you take something or hurt yourself?",
                       "Sent to your care team", "Your team may not see this right away. The app does not watch over you.",
                       "If you are in danger, call 911.", "I called someone", "I am safe for now", "Back"}));
        for (const char *call : {"Call 988", "Call 911", "Call clinic"})
            QVERIFY2(press(call), call);
        QVERIFY(press("Text 988"));
        QCOMPARE(m_stage->dialer().called(),
                 (QStringList{QStringLiteral("988"), QStringLiteral("911"), QStringLiteral("2125550145")}));
        QCOMPARE(m_stage->dialer().texted(), QStringList{QStringLiteral("988")});
        QCOMPARE(route(), Navigator::Safety); // a call leads nowhere else

        QVERIFY(press("Yes, I took something or hurt myself") && waitFor("Please call now."));
        QVERIFY(
            isInOrder({"Please call now.", "Stay on this page. You matter.", "Call 911", "Call Poison Help", "Could it be opioids?",
                       "More people who can help", "Call 988", "Text 988", "Call clinic", "Call my person", "My safety plan"}));
        QVERIFY(press("Could it be opioids?*") && waitFor("2. Give naloxone*") && press("Back"));
        QVERIFY(waitFor("Please call now."));
        QVERIFY(press("Help now") && waitFor("You are not alone") && press("Back") && waitFor("Please call now."));
    }

    void everyWayOutIsOpenAndTheRestIsOptional_data()
    {
        QTest::addColumn<QString>("way");
        for (const char *way : {"I called someone", "I am safe for now", "Back"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }

    void everyWayOutIsOpenAndTheRestIsOptional()
    {
        QFETCH(QString, way);
        QVERIFY2(signIn() && sayYes() && screen().waitFor(way), qPrintable(screen().spoken()));
        QVERIFY(screen().press(way));
        QVERIFY(waitFor("Are you having thoughts*"));
        QVERIFY(screen().find(QStringLiteral("Yes"))->state().checked);
        // Another word to it does not bring the page again.
        QVERIFY(press("Not sure") && press("Yes"));
        QTest::qWait(600); // and goes nowhere by itself
        QCOMPARE(route(), Navigator::CheckIn);
        QVERIFY(has("Are you having thoughts*"));
        QVERIFY(press("Close. Your answers are kept.*") || press("Next"));
        QVERIFY(screen().waitUntil([this] { return safetyAnswersAtClinic() == 1; }));
        // How it was left is nobody's business.
        for (const QJsonObject &record : m_server->created())
            QVERIFY(!QJsonDocument(record).toJson().contains("refused"));
    }

    void thePressThatBringsItDoesNotTakeItAway_data()
    {
        QTest::addColumn<Navigator::Route>("asks");
        QTest::addColumn<QString>("way");
        QTest::addColumn<Navigator::Route>("leadsTo");
        const QString close = QStringLiteral("Close. Your answers are kept.");
        QTest::newRow("the check-in is finished") << Navigator::CheckIn << QStringLiteral("Finish") << Navigator::CheckInDone;
        QTest::newRow("a form is closed") << Navigator::Form << QStringLiteral("Close") << Navigator::Today;
        // The screen is gone, and the page for a return to use is due as well: this one lies over it.
        QTest::newRow("the check-in is left") << Navigator::CheckIn << close << Navigator::AfterUse;
    }

    /// H6: by a screen reader, a voice or a switch, which press without moving the focus.
    void thePressThatBringsItDoesNotTakeItAway()
    {
        QFETCH(Navigator::Route, asks);
        QFETCH(QString, way);
        QFETCH(Navigator::Route, leadsTo);
        const bool isLeft = leadsTo == Navigator::AfterUse;
        const QString url = asks == Navigator::CheckIn ? dailyCheckInUrl() : QStringLiteral("https://x.example/typed");
        const QString danger = QStringLiteral("Are you in danger?");
        const QByteArray use = isLeft ? "{'linkId':'use','type':'boolean','text':'Did you use?'}," : "";
        const QByteArray form = "{'resourceType':'Questionnaire','id':'typed','version':'9','status':'active','url':'"
            + url.toUtf8() + "','item':[{'linkId':'group','type':'group','item':[" + use
            + "{'linkId':'safety','type':'string','text':'Are you in danger?'}]}]}";
        m_server->setRecords(QStringLiteral("Questionnaire"),
                             {QJsonDocument::fromJson(QByteArray(form).replace('\'', '"')).object()});
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        m_stage->app().navigator().go(asks, asks == Navigator::CheckIn ? QString() : url);
        QVERIFY2(screen().waitFor(danger), qPrintable(screen().spoken()));
        screen().settle(); // the page has put the focus where it belongs
        QVERIFY(!isLeft || press("Yes"));
        QVERIFY2(screen().type(danger, QStringLiteral("yes")), qPrintable(screen().spoken()));
        QCOMPARE(route(), asks);
        QVERIFY2(screen().press(way), qPrintable(screen().spoken()));
        QCOMPARE(route(), Navigator::Safety);
        QVERIFY2(screen().waitFor(thanks) && waitFor("Sent to your care team at 3:2*"), qPrintable(screen().spoken()));
        QCOMPARE(safetyAnswersAtClinic(), 1);
        QVERIFY(press("I am safe for now"));
        if (!isLeft) {
            QVERIFY(screen().waitFor(danger));
            QCOMPARE(route(), asks);
            QVERIFY(press(way));
        }
        QCOMPARE(route(), leadsTo);
    }

    void withoutASignalItSaysSoAndNeverSent()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY(goToSafetyQuestion(screen()));
        m_server->stop();
        QVERIFY(screen().press(QStringLiteral("Yes")) && screen().has(thanks));
        QVERIFY2(waitFor("Not sent yet – no signal. Please call."), qPrintable(screen().spoken()));
        QVERIFY(!screen().spoken().contains(QStringLiteral("Sent to")));
        QVERIFY(has("Your team may not see this right away. The app does not watch over you."));
        m_server->resume();
        m_stage->connectivity().regain();
        QVERIFY2(waitFor("Sent to your care team at 3:2*", 60'000), qPrintable(screen().spoken()));
        QCOMPARE(safetyAnswersAtClinic(), 1);
        QVERIFY(has("Your team may not see this right away. The app does not watch over you."));
    }

    void itIsSentOnlyOnTheClinicsWord()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY(goToSafetyQuestion(screen()));
        // The clinic is there and answers, but takes nothing.
        m_server->route("POST", FakeFhirServer::at(QStringLiteral("QuestionnaireResponse")), FakeReply::json("{}", 503));
        const qsizetype requests = m_server->requests().size();
        QVERIFY(screen().press(QStringLiteral("Yes")));
        QVERIFY(screen().waitUntil([&] { return m_server->requests().size() > requests; }));
        QTest::qWait(1500);
        QVERIFY2(!screen().spoken().contains(QStringLiteral("Sent to")), qPrintable(screen().spoken()));
        QVERIFY2(screen().spoken().contains(QStringLiteral("Not sent yet")), qPrintable(screen().spoken()));
    }

    void theLockNeverComesBetweenAPersonAndHelp()
    {
        m_stage.reset();
        FakeSecretStore secrets;
        m_stage = std::make_unique<Stage>(wednesday, m_folder.path());
        m_stage->useSecrets(secrets);
        QVERIFY(m_stage->openApp(m_server->base().toString()) && m_stage->signIn(QStringLiteral("maya"), {}));
        QVERIFY(screen().waitUntil([this] { return account().isFirstSyncDone(); }));
        QVERIFY(QCoro::waitFor(account().setPin(pinOf("246813"))));
        QVERIFY(goToSafetyQuestion(screen()));
        m_server->stop();
        QVERIFY(screen().press(QStringLiteral("Yes")) && screen().has(thanks));
        account().lock(); // before the page was even drawn
        QCOMPARE(account().state(), Account::State::Locked);
        QCOMPARE(route(), Navigator::Help);
        QVERIFY2(waitFor("Call 988") && has("Call 911"), qPrintable(screen().spoken()));
        QVERIFY(press("Back") && waitFor("Enter your PIN") && has("Help now"));
        QCoro::waitFor(account().unlock(pinOf("246813")));
        QCOMPARE(account().state(), Account::State::Active);
        QCOMPARE(route(), Navigator::Safety);
        QVERIFY2(waitFor("Not sent yet*"), qPrintable(screen().spoken()));
        QCOMPARE(outbox().size(), 1);
        m_server->resume();
        m_stage->connectivity().regain(); // acts at most once a minute, and something may have been tried just now
        QVERIFY2(waitFor("Sent to your care team at 3:2*", 90'000), qPrintable(screen().spoken()));
        QVERIFY(press("Back") && waitFor("Are you having thoughts*"));
        QVERIFY(screen().find(QStringLiteral("Yes"))->state().checked);
        m_stage.reset();
    }

    void killedBeforeItIsSavedNothingWasClaimed()
    {
        killed(false);
        QVERIFY(openAt(wednesday.addSecs(60)));
        QCOMPARE(outbox().size(), 0);
        QVERIFY2(press("Go on with the check-in"), qPrintable(screen().spoken()));
        QVERIFY(waitFor("Are you having thoughts*"));
        QVERIFY(!screen().find(QStringLiteral("Yes"))->state().checked);
        QVERIFY(press("Yes") && screen().has(thanks));
        QVERIFY2(waitFor("Sent to your care team at 3:2*"), qPrintable(screen().spoken()));
    }

    void killedWithItsPageOnTheScreenItIsThereAndGoes()
    {
        killed(true);
        QVERIFY(openAt(wednesday.addSecs(60)));
        // It may have been under way when the process was killed: then it is tried again within a second of the device's clock.
        const auto isThere = [this] {
            m_stage->clock().advance(std::chrono::milliseconds(50));
            return safetyAnswersAtClinic() == 1;
        };
        QVERIFY2(screen().waitUntil(isThere, 60'000), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Go on with the check-in"), qPrintable(screen().spoken()));
        QVERIFY(!has("Yesterday was hard.")); // a minute ago is no other day
    }

    void theNextDayAsksOnce()
    {
        QVERIFY2(signIn() && sayYes(), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Sent to your care team at*"), qPrintable(screen().spoken()));
        QVERIFY(openAt(wednesday.addSecs(18 * 3600)));
        QVERIFY2(waitFor("Yesterday was hard."), qPrintable(screen().spoken()));
        QVERIFY(has("How are you now?"));
        QVERIFY(press("I’d like help") && waitFor("Call 988") && press("Today"));
        QVERIFY(waitFor("Hi, Maya") && !has("Yesterday was hard."));
        QVERIFY(openAt(wednesday.addSecs(19 * 3600)));
        QVERIFY(waitFor("Hi, Maya"));
        QVERIFY(!has("Yesterday was hard."));
    }

    void afterADayItIsNotAsked()
    {
        QVERIFY2(signIn() && sayYes(), qPrintable(screen().spoken()));
        QVERIFY(waitFor("Sent to your care team at*"));
        QVERIFY(openAt(wednesday.addSecs(25 * 3600)));
        QVERIFY(waitFor("Hi, Maya"));
        QVERIFY(!has("Yesterday was hard."));
    }

    void aFormThatLiesOpenOverTheNightShowsItAgain()
    {
        QVERIFY(signIn() && openPlainForm());
        QVERIFY(waitFor("Your own words?") && press("Skip") && waitFor("In one line?") && press("Skip"));
        QVERIFY(waitFor("Better off dead?") && press("Nearly every day") && screen().waitFor(thanks));
        QVERIFY(press("Back") && waitFor("Better off dead?"));
        m_stage->clock().advance(std::chrono::hours(18));
        // Whoever reads the steps of Help goes on with them.
        m_stage->app().navigator().go(Navigator::Overdose);
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationActive);
        QTest::qWait(100);
        QCOMPARE(route(), Navigator::Overdose);
        m_stage->app().navigator().back();
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationActive);
        QVERIFY2(waitFor("You said this on Nov 18.*"), qPrintable(screen().spoken()));
    }

    void theClinicsWordAddsALineAndTakesNoneAway()
    {
        QJsonObject organization = fixture("organization");
        organization[QLatin1String("extension")] = QJsonArray{
            QJsonObject{{QStringLiteral("url"), QStringLiteral("https://handrail.example/fhir/StructureDefinition/monitoring")},
                        {QStringLiteral("valueCode"), QStringLiteral("business-hours")}}};
        m_server->setRecords(QStringLiteral("Organization"), {organization});
        QVERIFY2(signIn() && sayYes(), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Your clinic says it reads these answers in its office hours."), qPrintable(screen().spoken()));
        QVERIFY(has("Your team may not see this right away. The app does not watch over you."));
        QVERIFY(has("If you are in danger, call 911."));
        // It stands at the end of what was answered, too.
        const char *said = "Your clinic says it reads these answers in its office hours.";
        QVERIFY(press("I am safe for now") && waitFor("Are you having thoughts*"));
        while (route() == Navigator::CheckIn)
            QVERIFY(press(has("Next") ? "Next" : "Skip"));
        QVERIFY2(waitFor("Your care team does not watch this app live.") && has(said), qPrintable(screen().spoken()));
        QVERIFY(openPlainForm());
        while (!has("Send"))
            QVERIFY(press("Skip"));
        QVERIFY(press("Send") && waitFor("Your team may not see this right away.*"));
        QVERIFY2(has(said), qPrintable(screen().spoken()));
    }

    void aPersonIsChosenOnThePageAndCalled()
    {
        QVERIFY2(signIn() && sayYes(), qPrintable(screen().spoken()));
        QVERIFY(press("Call my person*") && waitFor("It stays on this device. Nobody is told, and it is not sent."));
        QVERIFY(press("Save") && waitFor("Write a name, so that you find it fast."));
        QVERIFY(screen().type(QStringLiteral("Name"), QStringLiteral("Rosa")));
        QVERIFY(screen().type(QStringLiteral("Phone number"), QStringLiteral("207-555-01x")));
        QVERIFY(press("Save") && waitFor("Write a phone number, like 207-555-0142."));
        QTest::keyClick(&screen().window(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(screen().type(QStringLiteral("Phone number"), QStringLiteral("(207) 555-0142")));
        QVERIFY(press("Save"));
        QVERIFY2(waitFor("Call Rosa*") && has("Thank you for telling us."), qPrintable(screen().spoken()));
        QVERIFY(press("Call Rosa*"));
        QCOMPARE(m_stage->dialer().called(), QStringList{QStringLiteral("2075550142")});
        m_stage->closeApp();
        QVERIFY(m_stage->openApp(m_server->base().toString()));
        QVERIFY(press("You and settings*") && waitFor("My people, Rosa"));
    }

    /// H1: wherever something can be said that somebody might have to act on.
    void thatNobodyWatchesIsSaidWhereItMatters_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("said"); // to use, to safety, to the note; on the safety page; at the end, of a form too
        QTest::newRow("en") << QStringLiteral("en")
                            << QStringList{QStringLiteral("Your care team can see this, but not right away."),
                                           QStringLiteral("Your care team can see this, but not right away."),
                                           QStringLiteral("Your care team may not read this right away."),
                                           QStringLiteral("The app does not watch over you."),
                                           QStringLiteral("Your care team does not watch this app live."),
                                           QStringLiteral("Your team may not see this right away.")};
        QTest::newRow("es") << QStringLiteral("es")
                            << QStringList{QStringLiteral("puede ver esto, pero no enseguida."),
                                           QStringLiteral("puede ver esto, pero no enseguida."),
                                           QStringLiteral("no lea esto enseguida."),
                                           QStringLiteral("La app no te vigila ni te cuida."),
                                           QStringLiteral("no mira esta app en tiempo real"),
                                           QStringLiteral("no vea esto enseguida")};
    }

    void thatNobodyWatchesIsSaidWhereItMatters()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, said);
        m_server->setRecords(QStringLiteral("Questionnaire"), {}); // the form that comes with the app
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        m_stage->app().preferences().setLanguage(language);
        m_stage->app().navigator().go(Navigator::CheckIn);
        QStringList pages;
        while (route() == Navigator::CheckIn) {
            pages << screen().spoken();
            QVERIFY(screen().press(language == QLatin1String("es") ? QStringLiteral("Saltar") : QStringLiteral("Skip")));
        }
        const auto isOn = [&pages](const char *question, const QString &line) {
            return std::any_of(pages.cbegin(), pages.cend(), [&](const QString &page) {
                return page.contains(QString::fromUtf8(question)) && page.contains(line);
            });
        };
        const bool isSpanish = language == QLatin1String("es");
        QVERIFY2(isOn(isSpanish ? "consumiste" : "Did you drink or use", said.at(0)), qPrintable(pages.join(u'\n')));
        QVERIFY2(isOn(isSpanish ? "hacerte daño" : "Are you having thoughts", said.at(1)), qPrintable(pages.join(u'\n')));
        QVERIFY2(isOn(isSpanish ? "anotar" : "Anything you want to note", said.at(2)), qPrintable(pages.join(u'\n')));
        QVERIFY2(screen().spoken().contains(said.at(4)), qPrintable(screen().spoken()));
        m_stage->app().navigator().go(Navigator::Safety);
        QVERIFY2(screen().spoken().contains(said.at(3)), qPrintable(screen().spoken()));
        // A form of the clinic's, in which nobody thought of it.
        QVERIFY(openPlainForm());
        pages.clear();
        const QString send = isSpanish ? QStringLiteral("Enviar") : QStringLiteral("Send");
        while (!screen().has(send)) {
            QVERIFY(screen().waitFor(isSpanish ? QStringLiteral("Saltar") : QStringLiteral("Skip")));
            pages << screen().spoken();
            QVERIFY(screen().press(isSpanish ? QStringLiteral("Saltar") : QStringLiteral("Skip")));
        }
        QVERIFY2(isOn("Your own words?", said.at(2)), qPrintable(pages.join(u'\n')));
        QVERIFY2(isOn("In one line?", said.at(2)), qPrintable(pages.join(u'\n')));
        QVERIFY2(isOn("Better off dead?", said.at(1)), qPrintable(pages.join(u'\n')));
        QVERIFY(screen().press(send));
        QVERIFY(screen().waitFor(isSpanish ? QStringLiteral("Gracias") : QStringLiteral("Thank you")));
        QVERIFY2(screen().spoken().contains(said.at(5)), qPrintable(screen().spoken()));
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    if (argc == 5 && qstrcmp(argv[1], "--stay") == 0)
        return sayYesAndStay(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]), argv[4][0] == '1');
    TestSafetyPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_safety_page.moc"
