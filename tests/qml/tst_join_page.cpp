// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// The page before a video session, with devices that the test plugs in, and the question after it. With HANDRAIL_PICTURES=FOLDER it leaves what it saw there.

#include "PageScreen.h"
#include "fakes/FakeBrowser.h"
#include "fakes/FakeCallDevices.h"
#include "fakes/OneDevice.h"
#include "view/MinuteTimer.h"
#include "view/QmlTypes.h"

#include <QGuiApplication>
#include <QImage>

using namespace handrail;

class JoinOnScreen final : public QObject, OneDevice, test::PageScreen
{
    Q_OBJECT

    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MinuteTimer> m_minute;
    std::unique_ptr<Navigator> m_navigator;
    FakeBrowser m_links;
    std::unique_ptr<FakeCallDevices> m_devices;
    std::unique_ptr<JoinView> m_join;
    std::unique_ptr<DeviceCheckView> m_check;
    std::unique_ptr<HowWasItView> m_after;

    void open(const char *page = "BeforeJoinPage") { PageScreen::open(page, "Join"); }
    void tap(const char *name)
    {
        QQuickItem *item = find(name);
        QVERIFY2(item, name);
        PageScreen::tap(item);
        QTest::qWait(30);
    }
    void setScale(double scale)
    {
        QQmlComponent component(m_engine.get());
        component.setData("import QtQml\nimport Handrail.Theme\nQtObject { readonly property QtObject it: Type }", {});
        const std::unique_ptr<QObject> holder(component.create());
        QVERIFY2(holder, qPrintable(component.errorString()));
        holder->property("it").value<QObject *>()->setProperty("textScale", scale);
    }

    /// They were in, and it is over.
    void comeBack()
    {
        QVERIFY(noteJoined(*m_account->records(), QStringLiteral("a1"), m_clock.nowUtc()));
        m_navigator->home();
        m_clock.advance(std::chrono::hours(1));
        m_after->refresh();
        QCOMPARE(m_after->dueId(), QStringLiteral("a1"));
    }
    /// Of the only session that was joined.
    [[nodiscard]] JoinedSession joined() { return joinedSessions(*m_account->records())->first(); }

private Q_SLOTS:
    void init()
    {
        const QDateTime start(QDate(2026, 11, 18), QTime(22, 30), QTimeZone::utc());
        begin(FakeClock(start.addSecs(-360)));
        m_preferences = std::make_unique<Preferences>(QString());
        m_preferences->setLanguage(QStringLiteral("en"));
        m_minute = std::make_unique<MinuteTimer>(m_clock);
        m_navigator = std::make_unique<Navigator>();
        m_devices = std::make_unique<FakeCallDevices>();
        m_join = std::make_unique<JoinView>(*m_account, m_clock, *m_preferences, *m_minute, *m_navigator, m_links);
        m_check = std::make_unique<DeviceCheckView>(*m_devices);
        m_after = std::make_unique<HowWasItView>(*m_account, m_clock, *m_preferences, *m_minute, *m_navigator);
        signIn();
        m_navigator->setEntry(Navigator::Today, true, false);
        const QByteArray body =
            QByteArray(
                "{'resourceType':'Appointment','id':'a1','status':'booked','start':'2026-11-18T22:30:00Z','end':"
                "'2026-11-18T23:20:00Z','description':'Family session','extension':[{'url':'http://hl7.org/fhir/5.0/"
                "StructureDefinition/extension-Appointment.virtualService','extension':[{'url':'channelType',"
                "'valueCoding':{'code':'video'}}]}],'participant':[{'actor':{'reference':'Patient/p1'},'status':'accepted'}]}")
                .replace('\'', '"');
        QVERIFY(m_account->records()->store().putRecords(
            {{QStringLiteral("Appointment"), QStringLiteral("a1"), QStringLiteral("1"), m_clock.nowUtc(), start.date(), body}}));
        NavigatorSingleton::instance = m_navigator.get();
        PreferencesSingleton::instance = m_preferences.get();
        JoiningSingleton::instance = m_join.get();
        DeviceCheckSingleton::instance = m_check.get();
        HowWasItSingleton::instance = m_after.get();
        openEngine();
        m_join->begin(QStringLiteral("a1"));
        QCOMPARE(m_navigator->route(), Navigator::BeforeJoin);
        QCOMPARE(m_devices->looks, 0); // not before the page
    }
    void cleanup()
    {
        closeEngine();
        m_check.reset();
        m_after.reset();
        m_join.reset();
        end();
    }

    void itHearsAndLetsGo()
    {
        open();
        QVERIFY(find("Say something to test it"));
        QVERIFY(!m_devices->isCameraOn && find("Your camera is off"));
        m_devices->speak(0.2);
        QTest::qWait(30);
        QVERIFY(find("We can hear you"));
        picture("join-heard");
        // Help lies over it: nobody is heard or seen any more.
        m_page->setVisible(false);
        QVERIFY(m_devices->isLetGo());
        m_page->setVisible(true);
        QVERIFY(m_devices->isListening && !m_devices->isCameraOn);
        close();
        QVERIFY(m_devices->isLetGo());
    }

    void theSwitchesSwitch()
    {
        open();
        tap("Camera off");
        QVERIFY(m_devices->isCameraOn);
        QImage face(240, 180, QImage::Format_RGB32);
        face.fill(Qt::darkCyan);
        m_devices->smile(face);
        QTest::qWait(50);
        QVERIFY(find("Your camera is on"));
        picture("join-camera");
        tap("Camera on");
        QVERIFY(!m_devices->isCameraOn);
        tap("Mic on");
        QVERIFY(!m_devices->isListening && find("Your microphone is off"));
        tap("Mic off");
        QVERIFY(m_devices->isListening);
        tap("I’ll type instead");
        QVERIFY(!m_devices->isListening);
        QVERIFY(find("Mic off"));
    }

    void nothingThereNeverBlocks()
    {
        m_devices->found = {};
        open();
        QVERIFY(find("We can’t check your microphone here. You can still join."));
        m_devices->plug({true, false, false, false});
        QTest::qWait(30);
        QVERIFY(find("No microphone found. You can still join."));
        tap("Camera off");
        QVERIFY(find("No camera found. You can still join."));
        picture("join-nothing");
        QTest::qWait(600); // what has just come takes no tap
        tap("I’m ready");
        QCOMPARE(m_navigator->route(), Navigator::WaitingRoom);
    }

    // The page behind a link of the session's own knows nothing of what was chosen here, and lies over the app as soon as it opens.
    void whatABareLinkDoesNotTakeAlongIsSaidBefore()
    {
        open();
        QVERIFY(!find("Turn your camera off in the browser, too.")); // the clinic makes it
        const QByteArray body =
            QByteArray(
                "{'resourceType':'Appointment','id':'a1','status':'booked','start':'2026-11-18T23:30:00Z','end':"
                "'2026-11-18T23:59:00Z','extension':[{'url':'http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment."
                "virtualService','extension':[{'url':'channelType','valueCoding':{'code':'video'}},{'url':'address','valueUrl':"
                "'https://video.example/staff'}]}],'participant':[{'actor':{'reference':'Patient/p1'},'status':'accepted'}]}")
                .replace('\'', '"');
        QVERIFY(m_account->records()->store().putRecords({{QStringLiteral("Appointment"), QStringLiteral("a1"), QStringLiteral("2"),
                                                           m_clock.nowUtc(), QDate(2026, 11, 18), body}}));
        m_join->refresh();
        QTest::qWait(30);
        QVERIFY(find("Turn your camera off in the browser, too."));
        tap("Mic on");
        QVERIFY(find("Turn your microphone and your camera off in the browser, too."));
        tap("Camera off");
        QVERIFY(find("Turn your microphone off in the browser, too."));
        picture("join-bare");
        tap("Mic off");
        QVERIFY(!find("Turn your microphone off in the browser, too."));
        tap("Mic on");
        QTest::qWait(600); // what has just come takes no tap
        tap("I’m ready");
        QCOMPARE(m_navigator->route(), Navigator::WaitingRoom);
        QCOMPARE(m_join->step(), JoinView::Early);
        QCOMPARE(m_join->offText(), QStringLiteral("Turn your microphone off in the browser, too."));
        m_clock.advance(std::chrono::minutes(65));
        m_join->refresh();
        QCOMPARE(m_join->step(), JoinView::Ready);
        QCOMPARE(m_join->offText(), QStringLiteral("Turn your microphone off in the browser, too."));
    }

    void theQuestionIsAnsweredAndTakenBack()
    {
        comeBack();
        m_navigator->go(Navigator::HowWasIt, m_after->dueId());
        open("HowWasItPage");
        QVERIFY(find("How was it?") && find("Only on this device. Nobody else sees it.") && find("Nothing more is planned yet."));
        QVERIFY(!find("Done") && !find("Clear my answer"));
        tap("Good");
        QCOMPARE(joined().was, HowItWas::Good);
        QVERIFY(find("Done") && !find("Skip"));
        tap("Clear my answer");
        QVERIFY(!joined().was && find("Skip") && !find("Clear my answer"));
        tap("Very hard");
        for (const double scale : {1.0, 2.0}) {
            setScale(scale);
            QTest::qWait(100);
            picture(scale > 1 ? "how-was-it-large" : "how-was-it");
            const QStringList problems = problemsOf(m_window->contentItem());
            QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
        }
        setScale(1);
        QTest::qWait(600); // what has just come takes no tap
        tap("Done");
        QCOMPARE(m_navigator->route(), Navigator::Today);
        QCOMPARE(joined().was, HowItWas::VeryHard);
    }

    void oneTapSkipsIt()
    {
        comeBack();
        m_navigator->go(Navigator::HowWasIt, m_after->dueId());
        open("HowWasItPage");
        tap("Skip");
        QCOMPARE(m_navigator->route(), Navigator::Today);
        QVERIFY(joined().isAsked && !joined().was && m_after->dueId().isEmpty());
    }

    void theCardLeadsThereOrGoes()
    {
        comeBack();
        open("HowWasItCard");
        QVERIFY(find("How was it?") && find("Only on this device. Nobody else sees it."));
        tap("Say how it was");
        QCOMPARE(m_navigator->route(), Navigator::HowWasIt);
        QVERIFY(!joined().isAsked); // not before they were done with it
        close();
        m_navigator->back();
        QVERIFY(joined().isAsked);
    }

    void theCardIsSkippedWithOneTap()
    {
        comeBack();
        open("HowWasItCard");
        tap("Skip");
        QVERIFY(joined().isAsked && m_after->dueId().isEmpty());
        QCOMPARE(m_navigator->route(), Navigator::Today);
    }

    void whatWasSaidIsRemoved()
    {
        comeBack();
        QVERIFY(setHowItWas(*m_account->records(), QStringLiteral("a1"), HowItWas::Okay));
        m_after->refresh();
        open("HowItWas");
        QVERIFY(!find("How it was: Okay"));
        m_page->setProperty("sessionId", QStringLiteral("a1"));
        m_page->setProperty("about", QStringLiteral("Family session"));
        QTest::qWait(50);
        QVERIFY(find("How it was: Okay"));
        tap("Remove what I said of Family session");
        QVERIFY(!joined().was && joined().isAsked);
        QVERIFY(!m_page->isVisible());
    }

    void nothingIsCutOrSmall()
    {
        open();
        for (const double scale : {1.0, 2.0}) {
            setScale(scale);
            QTest::qWait(100);
            picture(scale > 1 ? "join-large" : "join");
            const QStringList problems = problemsOf(m_window->contentItem());
            QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
        }
        setScale(1);
    }
};

QTEST_MAIN(JoinOnScreen)
#include "tst_join_page.moc"
