// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// Each player in a page of its own, on a clock that the test moves. With HANDRAIL_PICTURES=FOLDER it leaves what it saw there.

#include "PageWalk.h"
#include "fakes/FakeClock.h"
#include "fakes/FakeHaptics.h"
#include "fakes/FakeNotifier.h"
#include "fakes/FakeReadAloud.h"
#include "fakes/FakeScreenAwake.h"
#include "view/MinuteTimer.h"
#include "view/QmlTypes.h"

#include <QAccessible>
#include <QDir>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <memory>

using namespace handrail;
using namespace std::chrono_literals;

namespace {

struct Look {
    const char *name;
    int width;
    int height;
    double textScale = 1;
    bool isDark = false;
    bool isStill = false;
};

constexpr Look looks[] = {{"phone", 390, 844},
                          {"dark", 390, 844, 1, true},
                          {"still", 390, 844, 1, false, true},
                          {"small", 320, 568},
                          {"large", 390, 844, 2},
                          {"small-large", 320, 568, 2},
                          {"landscape", 844, 390},
                          {"landscape-130", 844, 390, 1.3},
                          {"tablet", 820, 1180},
                          {"tablet-wide", 1180, 820, 1},
                          {"laptop", 1024, 768}};

struct Play {
    const char *name;
    const char *file;
    const char *title;
    QByteArray script;
    std::chrono::seconds middle;
};

const QStringList cautions{QStringLiteral("Dizzy or scared? Breathe as you like. Feel your feet."),
                           QStringLiteral("Chest pain, or trouble getting air? Call 911.")};

QList<Play> plays()
{
    return {
        {"breath", "BreathPlayer", "Box breath",
         R"({"kind":"breath","minutes":[3,2,5],"phases":[{"say":"Breathe in","seconds":4,"shape":"grow","haptic":"rise"},
            {"say":"Hold","seconds":4,"shape":"stay","optional":true},{"say":"Breathe out","seconds":6,"shape":"shrink","haptic":"fall"}],
            "lines":["Let the shape lead. You can just follow.","Your mind drifts? Come back to the next breath out."]})",
         67s},
        {"wave", "WavePlayer", "Ride the urge",
         R"({"kind":"wave","minutes":[3,5,10],"ask":"Where in your body is it?","places":["Chest","Belly","Throat","I can’t tell"],
            "phases":[{"say":"Breathe in","seconds":4,"shape":"grow"},{"say":"Breathe out","seconds":6,"shape":"shrink"}],
            "rises":["The urge is rising. You do not have to push it away."],"peaks":["It may be strong now. Waves are strongest near the top."],
            "fades":["Cravings rise, peak and fade. You may be past the top of this one."]})",
         105s},
        {"timer", "TimerPlayer", "Cool down fast",
         R"({"kind":"timer","check":{"say":"Is any of this true for you? A heart or eating problem, pregnant, fainting, heart medicine, a stimulant today. Not sure? Choose yes.","yes":"skip-cold"},
            "steps":[{"say":"Get cool tap water or a wet cloth.","seconds":20,"more":"Cool is enough. It does not have to be cold.","skippedBy":"skip-cold"},
            {"say":"Hold it on your cheeks and around your eyes.","seconds":25,"more":"Keep breathing. Stop when you like.","skippedBy":"skip-cold"},
            {"say":"Now move. March in place or swing your arms.","seconds":40,"more":"You can do it in a chair. Your own pace is right.","haptic":"tick"},
            {"say":"Breathe in.","seconds":4},{"say":"Breathe out, long and slow.","seconds":6}],"bell":true,"rounds":1})",
         55s},
        {"wait", "WaitPlayer", "Wait, do, choose",
         R"({"kind":"wait","minutes":[15,5],"say":"Not right now. If it is near you, move away from it.","choose":"Pick one thing for now",
            "suggestions":["Walk around the block","Take a shower","Eat something small","Call or text someone","Play 3 songs that calm you"],
            "after":{"say":"You waited. What do you want to do now?","answers":[{"say":"Wait once more","next":"again"},
            {"say":"It is still strong: ride the urge","next":"skill:ride-the-urge"},{"say":"I’m okay","next":"end"}]}})",
         200s},
        {"steps", "StepsPlayer", "Stop and step back",
         R"({"kind":"steps","steps":[{"title":"Freeze","say":"Stop. Do not move or speak yet. It is only for a moment.","seconds":5},
            {"title":"Breathe","say":"Take one slow breath. Let your hands go loose.","seconds":12},{"title":"Look","say":"What is going on, in plain facts? What does your body want to do?","seconds":15}]})",
         10s},
        {"count", "CountPlayer", "5-4-3-2-1",
         R"({"kind":"count","rounds":[{"count":5,"say":"things that you see","examples":["a door","your hands","something blue","a bit of light"]},
            {"count":4,"say":"things that you feel on your skin","examples":["your shoes","the chair"]}]})",
         1s}};
}

} // namespace

class PlayersOnScreen : public QObject
{
    Q_OBJECT

    FakeClock m_clock;
    FakeHaptics m_haptics;
    FakeScreenAwake m_screen;
    FakeReadAloud m_voice;
    FakeNotifier m_notifier;
    MinuteTimer m_minute{m_clock};
    Navigator m_navigator;
    TimedPlayer m_timed{m_clock, m_haptics, m_screen};
    TurnsView m_turns{m_clock, m_haptics, m_screen, &m_voice};
    WaitView m_wait{m_clock, m_notifier, m_minute};
    QQmlEngine m_engine;
    std::unique_ptr<QObject> m_looks; ///< holds Theme, Type and Motion
    std::unique_ptr<QQuickWindow> m_window;
    QQuickItem *m_page = nullptr;

    void look(const Look &look)
    {
        m_looks->property("theme").value<QObject *>()->setProperty("isDark", look.isDark);
        m_looks->property("type").value<QObject *>()->setProperty("textScale", look.textScale);
        m_looks->property("motion").value<QObject *>()->setProperty("lessMotion", look.isStill);
    }
    void begin(const Play &play)
    {
        const Result<Exercise> exercise = readExercise(play.script);
        QVERIFY2(exercise, play.name);
        if (const auto *wait = std::get_if<WaitExercise>(&*exercise))
            m_wait.begin(QStringLiteral("wait"), *wait);
        else if (std::holds_alternative<StepsExercise>(*exercise) || std::holds_alternative<CountExercise>(*exercise))
            m_turns.begin(*exercise);
        else
            m_timed.begin(*exercise, cautions);
    }
    void open(const Play &play, const Look &how)
    {
        close();
        look(how);
        QQmlComponent component(&m_engine, QUrl(QStringLiteral("qrc:/players/PlayerFrame.qml")));
        m_page = qobject_cast<QQuickItem *>(component.create());
        QVERIFY2(m_page, qPrintable(component.errorString()));
        m_window = std::make_unique<QQuickWindow>();
        m_page->setParent(m_window.get());
        m_page->setParentItem(m_window->contentItem());
        m_window->resize(how.width, how.height);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->resize(how.width, how.height);
        m_page->setSize(QSizeF(how.width, how.height));
        m_page->setProperty("title", QString::fromLatin1(play.title));
        begin(play);
        m_page->setProperty("player", QUrl(QStringLiteral("qrc:/qt/qml/Handrail/Players/%1.qml").arg(QLatin1String(play.file))));
        QVERIFY2(m_page->property("item").value<QQuickItem *>(), play.file);
        QTest::qWait(50);
    }
    void close()
    {
        m_window.reset(); // and the page with it
        m_page = nullptr;
    }
    void pass(std::chrono::milliseconds time)
    {
        for (; time > 0s; time -= 1s) {
            m_clock.advance(1s);
            m_timed.look();
            m_wait.look();
            m_turns.look();
        }
        QTest::qWait(30);
    }
    [[nodiscard]] QQuickItem *find(const QString &name) const
    {
        QQuickItem *found = nullptr;
        walkVisible(m_page, [&](QQuickItem *item) {
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
            if (!found && face && face->text(QAccessible::Name) == name)
                found = item;
            return !found;
        });
        return found;
    }
    bool press(const QString &name)
    {
        QQuickItem *item = find(name);
        return item && QMetaObject::invokeMethod(item, "press");
    }
    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("HANDRAIL_PICTURES");
        if (!folder.isEmpty() && QDir().mkpath(folder))
            m_window->grabWindow().save(folder + u'/' + name + QStringLiteral(".png"));
    }
    /// Whatever a person would stumble over; what has to be within reach is.
    void check(const QString &name, const QStringList &reachable)
    {
        picture(name);
        const QStringList problems = problemsOf(m_page);
        QVERIFY2(problems.isEmpty(), qPrintable(name + u": " + problems.join(QStringLiteral("; "))));
        for (const QString &each : reachable + QStringList{QStringLiteral("Help now")}) {
            QQuickItem *item = find(each);
            QVERIFY2(item, qPrintable(name + u": no " + each));
            QVERIFY2(isWhollyInView(item), qPrintable(name + u": out of view: " + each));
        }
    }
    int framesIn(int milliseconds)
    {
        int frames = 0;
        const auto counting = connect(m_window.get(), &QQuickWindow::frameSwapped, this, [&frames] { ++frames; });
        QTest::qWait(milliseconds);
        disconnect(counting);
        return frames;
    }
    static QList<Play> timedPlays() { return plays().mid(0, 2); }

private Q_SLOTS:
    void initTestCase()
    {
        QAccessible::setActive(true);
        NavigatorSingleton::instance = &m_navigator;
        TimedSingleton::instance = &m_timed;
        TurnsSingleton::instance = &m_turns;
        WaitSingleton::instance = &m_wait;
        m_engine.addImportPath(QStringLiteral(":/qt/qml"));
        QQmlComponent component(&m_engine);
        component.setData(
            "import QtQuick\nimport Handrail.Theme\nItem { readonly property QtObject theme: Theme; readonly property "
            "QtObject type: Type; readonly property QtObject motion: Motion }",
            QUrl());
        m_looks.reset(component.create());
        QVERIFY2(m_looks, qPrintable(component.errorString()));
    }
    void cleanup()
    {
        close();
        m_timed.setQuieter(false);
    }

    void eachFitsEverywhere_data()
    {
        QTest::addColumn<int>("play");
        QTest::addColumn<int>("look");
        for (int play = 0; play < plays().size(); ++play) {
            for (int look = 0; look < int(std::size(looks)); ++look)
                QTest::addRow("%s, %s", plays().at(play).name, looks[look].name) << play << look;
        }
    }
    void eachFitsEverywhere()
    {
        QFETCH(const int, play);
        QFETCH(const int, look);
        const Play what = plays().at(play);
        const Look &how = looks[look];
        const QString name = QLatin1String(what.name) + u'-' + QLatin1String(how.name);
        open(what, how);
        const bool isTurned = what.file == QByteArray("StepsPlayer") || what.file == QByteArray("CountPlayer");
        const QStringList controls =
            isTurned ? QStringList{QStringLiteral("End")} : QStringList{QStringLiteral("Pause"), QStringLiteral("End")};
        if (what.name == QByteArray("timer")) {
            check(name + QStringLiteral("-0"), {});
            QVERIFY(press(QStringLiteral("No")));
            QTest::qWait(30);
            QVERIFY(find(QStringLiteral("There is no sound here: look now and then.")));
        }
        check(name + QStringLiteral("-1"), controls);
        if (how.name == QByteArray("large") && m_timed.isTicking()) // with large words, too
            check(name + QStringLiteral("-tools"), {QStringLiteral("Longer"), QStringLiteral("Fewer words")});
        if (what.name == QByteArray("wave") && how.textScale == 1 && how.height >= 768) {
            QQuickItem *wave = find(QStringLiteral("The wave rises"));
            QVERIFY(wave && isWhollyInView(wave)); // as design visual 08 has it, from the first moment
        }
        pass(what.middle);
        if (what.name == QByteArray("count")) {
            m_turns.tap();
            m_turns.tap();
        } else if (what.name == QByteArray("steps")) {
            m_turns.next();
        }
        QTest::qWait(30);
        check(name + QStringLiteral("-2"), isTurned ? QStringList{QStringLiteral("Back")} : controls);
        if (what.name == QByteArray("wait")) {
            pass(900s);
            check(name + QStringLiteral("-3"), {});
        }
    }

    void aPausedOrHiddenOneDrawsNothing()
    {
        for (const Play &play : timedPlays()) {
            open(play, looks[0]);
            QVERIFY(framesIn(400) > 8); // it moves
            QVERIFY(press(QStringLiteral("Pause")));
            QTest::qWait(200); // the press itself fades
            QCOMPARE(framesIn(600), 0);
            QVERIFY(!m_timed.isTicking());
            QVERIFY(press(QStringLiteral("Go on")));
            QTest::qWait(200);
            QVERIFY(framesIn(400) > 8);
            m_page->setVisible(false); // Help now lies over it
            QTest::qWait(100);
            QCOMPARE(m_timed.state(), TimedPlayer::Away);
            QCOMPARE(framesIn(600), 0);
            m_page->setVisible(true);
            QCOMPARE(m_timed.state(), TimedPlayer::Running);
            m_page->setEnabled(false); // a sheet lies over it
            QCOMPARE(m_timed.state(), TimedPlayer::Away);
            m_page->setEnabled(true);
            m_window->hide();
            QCOMPARE(m_timed.state(), TimedPlayer::Away);
            QVERIFY(!m_timed.isTicking() && !m_screen.isHeld());
            m_window->show();
            QTRY_COMPARE(m_timed.state(), TimedPlayer::Running);
            close(); // the page is left
            QVERIFY(!m_timed.isTicking() && !m_screen.isHeld());
        }
    }

    void withLessMotionNothingMoves()
    {
        open(plays().first(), looks[2]);
        QTest::qWait(200);
        QVERIFY(framesIn(500) <= 2); // words change, once a second at most
        QCOMPARE(m_timed.state(), TimedPlayer::Running);
    }

    /// A reader hears each phase once, and no seconds.
    void eachPhaseIsSaidOnce()
    {
        for (const Look &how : {looks[0], looks[5]}) {
            open(plays().first(), how);
            QTest::qWait(50);
            QQmlComponent component(&m_engine);
            component.setData("import QtQuick\nimport Handrail.Controls\nItem { readonly property QtObject announcer: Announcer }",
                              QUrl());
            const std::unique_ptr<QObject> holder(component.create());
            QObject *announcer = holder->property("announcer").value<QObject *>();
            QVERIFY(announcer);
            m_said.clear();
            connect(announcer, SIGNAL(said(QString)), this, SLOT(hear(QString)));
            for (int second = 0; second < 28; ++second)
                pass(1s);
            disconnect(announcer, SIGNAL(said(QString)), this, SLOT(hear(QString)));
            QCOMPARE(m_said,
                     (QStringList{QStringLiteral("Hold"), QStringLiteral("Breathe out"), QStringLiteral("Breathe in"),
                                  QStringLiteral("Hold"), QStringLiteral("Breathe out"), QStringLiteral("Breathe in")}));
        }
    }

    void byNamesAloneToTheEnd()
    {
        open(plays().at(0), looks[0]);
        QVERIFY(press(QStringLiteral("Longer")));
        QVERIFY(press(QStringLiteral("Fewer words")));
        QVERIFY(m_timed.line().isEmpty());
        QVERIFY(press(QStringLiteral("Fewer words")));
        QVERIFY(!m_timed.line().isEmpty());
        QVERIFY(press(QStringLiteral("Without holding")));
        pass(400s);
        QVERIFY(m_page->property("isFinished").toBool());
        open(plays().at(2), looks[0]);
        QVERIFY(press(QStringLiteral("Yes")));
        QTest::qWait(30);
        QVERIFY(
            find(QStringLiteral("Now move. March in place or swing your arms. You can do it in a chair. Your own pace is right.")));
        QVERIFY(press(QStringLiteral("Skip this part")));
        QVERIFY(press(QStringLiteral("End")));
        QVERIFY(m_page->property("isEnded").toBool() && !m_page->property("isFinished").toBool());
        open(plays().at(3), looks[0]);
        QVERIFY(press(QStringLiteral("Take a shower")));
        QCOMPARE(m_wait.picked(), 1);
        pass(900s);
        QVERIFY(press(QStringLiteral("It is still strong: ride the urge")));
        QCOMPARE(m_page->property("asked").toString(), QStringLiteral("ride-the-urge"));
        open(plays().at(4), looks[0]);
        QVERIFY(press(QStringLiteral("Next")));
        QVERIFY(press(QStringLiteral("Back")));
        QVERIFY(press(QStringLiteral("Next")));
        QVERIFY(press(QStringLiteral("Next")));
        QVERIFY(press(QStringLiteral("Done")));
        QVERIFY(m_page->property("isFinished").toBool());
        open(plays().at(5), looks[0]);
        for (int i = 0; i < 5; ++i)
            QVERIFY(press(QStringLiteral("I found one")));
        QVERIFY(find(QStringLiteral("4 things that you feel on your skin")));
        QVERIFY(press(QStringLiteral("Skip this one")));
        QVERIFY(m_page->property("isFinished").toBool());
    }

    /// A wait goes on when its page is left, and is found again.
    void aWaitIsFoundAgain()
    {
        open(plays().at(3), looks[0]);
        pass(60s);
        close();
        pass(60s);
        QCOMPARE(m_wait.leftText(), QStringLiteral("13:00"));
        pass(800s);
        QCOMPARE(m_wait.state(), WaitView::Over);
        QVERIFY(m_notifier.isVisible());
        m_wait.forget();
    }

public Q_SLOTS:
    void hear(const QString &words) { m_said << words; }

private:
    QStringList m_said;
};

QTEST_MAIN(PlayersOnScreen)
#include "tst_players.moc"
