// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Stage.h"

#include "content/ContentLibrary.h"

#include <QCoroTask>
#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;

namespace {

Pin pin()
{
    Pin pin;
    for (const int digit : {2, 4, 6, 8, 1, 0})
        pin.append(digit);
    return pin;
}

} // namespace

/// All skills on the real app's own pages, each from its start to its end by accessible names alone, with less motion and without; a wait
/// that goes on; a PIN that does not fall on a breath.
class TestPlayers final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    bool press(const QString &name) { return screen().waitFor(name) && screen().press(name); }
    Application &app() { return m_stage->app(); }
    void open(const QString &id)
    {
        app().navigator().go(Navigator::Skill, id);
        if (app().skills().current()->isCautionDue())
            press(QStringLiteral("Begin"));
    }
    void pass(std::chrono::seconds time)
    {
        for (; time > 0s; time -= 1s) {
            m_stage->clock().advance(1s);
            app().timed().look();
            app().wait().look();
        }
        QCoreApplication::processEvents();
    }
    bool isAfter() { return screen().waitFor(QStringLiteral("Did it help?"), 3000); }
    /// What a person does until the end is there.
    bool playToTheEnd(const Exercise &exercise)
    {
        if (const auto *timer = std::get_if<TimerExercise>(&exercise); timer && timer->check && !press(QStringLiteral("No")))
            return false;
        if (const auto *steps = std::get_if<StepsExercise>(&exercise)) {
            for (int i = 1; i < steps->steps.size(); ++i) {
                if (!press(QStringLiteral("Next")))
                    return false;
            }
            return press(QStringLiteral("Done")) && isAfter();
        }
        if (const auto *count = std::get_if<CountExercise>(&exercise)) {
            for (const CountRound &round : count->rounds) {
                for (int i = 0; i < round.count; ++i) {
                    if (!press(QStringLiteral("I found one")))
                        return false;
                }
            }
            return isAfter();
        }
        if (const auto *game = std::get_if<CardsExercise>(&exercise)) {
            for (qsizetype i = 0; i < game->cards.size(); ++i) {
                if (!press(game->cards.at(i).answers.first().say)
                    || !press(i + 1 < game->cards.size() ? QStringLiteral("Next card") : QStringLiteral("Finish")))
                    return false;
            }
            return isAfter();
        }
        if (const auto *choose = std::get_if<ChooseExercise>(&exercise))
            return press(choose->options.first().say) && press(QStringLiteral("Done for now")) && isAfter();
        if (exercise.index() > 5) // what is written, and who is reached
            return press(QStringLiteral("Done")) && isAfter();
        if (!screen().waitFor(QStringLiteral("Pause")))
            return false;
        if (const auto *wait = std::get_if<WaitExercise>(&exercise)) {
            m_stage->clock().advance(1h);
            app().wait().look();
            for (const Choice &answer : wait->afterAnswers) {
                if (answer.next.kind == Next::Kind::End)
                    return press(answer.say) && isAfter();
            }
            return false;
        }
        for (int minute = 0; minute < 61 && app().timed().state() == TimedPlayer::Running; ++minute)
            pass(60s);
        return isAfter();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        QVERIFY(m_stage->openClinic() && m_stage->openApp() && m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo")));
        QVERIFY(screen().waitUntil([this] { return app().account().isFirstSyncDone(); }, 30'000));
    }
    void cleanupTestCase() { m_stage.reset(); }

    void eachReachesItsEnd_data()
    {
        QTest::addColumn<bool>("isStill");
        QTest::newRow("as it is") << false;
        QTest::newRow("with less motion") << true;
    }
    void eachReachesItsEnd()
    {
        QFETCH(const bool, isStill);
        app().preferences().setLessMotion(isStill);
        QVERIFY(press(QStringLiteral("Skills")) && press(QStringLiteral("See all *")));
        const ContentLibrary library(QStringLiteral("en"));
        const QList<Skill> skills = library.skills();
        QCOMPARE(skills.size(), 34);
        for (const Skill &skill : skills) {
            const Result<SkillText> text = library.skill(skill.id);
            QVERIFY2(text, qPrintable(skill.id));
            QVERIFY2(screen().waitFor(QStringLiteral("All skills")) && press(skill.title + QStringLiteral(", *")),
                     qPrintable(skill.id));
            if (app().skills().current()->isCautionDue())
                QVERIFY(press(QStringLiteral("Begin")));
            QVERIFY2(playToTheEnd(text->exercise), qPrintable(skill.id + u": " + screen().spoken()));
            QVERIFY(!app().timed().isTicking() && !m_stage->screenAwake().isHeld());
            QVERIFY2(press(QStringLiteral("Done")), qPrintable(skill.id));
        }
        app().navigator().home();
    }

    void helpNowHoldsABreathAndGivesItBack()
    {
        open(QStringLiteral("long-out-breath"));
        QVERIFY(screen().waitFor(QStringLiteral("Pause")));
        QTRY_VERIFY(m_stage->screenAwake().isHeld());
        QVERIFY(press(QStringLiteral("Help now")));
        QVERIFY(screen().waitFor(QStringLiteral("Call 988")));
        QVERIFY(!m_stage->screenAwake().isHeld() && !app().timed().isTicking());
        pass(300s);
        QVERIFY(press(QStringLiteral("Back")));
        QVERIFY(screen().waitFor(QStringLiteral("Pause")));
        QVERIFY(app().timed().state() == TimedPlayer::Running);
        // Of the 5 minutes none has passed; of the moments before and after, some seconds.
        const QStringList left = app().timed().leftText().split(u':');
        QVERIFY2(left.first().toInt() * 60 + left.last().toInt() > 150, qPrintable(app().timed().leftText()));
        QVERIFY(press(QStringLiteral("End")));
        QVERIFY(isAfter());
        app().navigator().home();
    }

    void theLockFallsBehindAnotherWindowAndThePlaceIsThereAfterThePin()
    {
        QVERIFY(QCoro::waitFor(app().account().setPin(pin())));
        open(QStringLiteral("long-out-breath"));
        QVERIFY(screen().waitFor(QStringLiteral("Pause")));
        pass(100s);
        m_stage->clock().advance(9min); // nobody touches it, and it plays in front: no PIN
        app().timed().look();
        QVERIFY(!screen().waitFor(QStringLiteral("Enter your PIN"), 1500));
        const int minute = app().timed().leftText().section(u':', 0, 0).toInt();
        app().timed().setInFront(false); // a call
        app().autoLock().setInFront(false);
        QCOMPARE(app().timed().state(), TimedPlayer::Away);
        m_stage->clock().advance(2min);
        QVERIFY2(screen().waitFor(QStringLiteral("Enter your PIN")), qPrintable(screen().spoken()));
        app().timed().setInFront(true);
        app().autoLock().setInFront(true);
        for (const int digit : {2, 4, 6, 8, 1, 0})
            QVERIFY(press(QString::number(digit)));
        QVERIFY2(screen().waitFor(QStringLiteral("Go on")), qPrintable(screen().spoken()));
        QCOMPARE(app().timed().state(), TimedPlayer::Paused);
        QCOMPARE(app().timed().leftText().section(u':', 0, 0).toInt(), minute);
        QVERIFY(press(QStringLiteral("Go on")) && press(QStringLiteral("End")) && isAfter());
        app().navigator().home();
    }

    void aWaitGoesOnBehindAnotherPage()
    {
        open(QStringLiteral("wait-do-choose"));
        QVERIFY(screen().waitFor(QStringLiteral("Pause")));
        app().navigator().home();
        QVERIFY(screen().waitUntil([this] { return !app().wait().isShown(); }));
        const auto shown = m_stage->notifier().shown().size();
        m_stage->clock().advance(20min);
        app().wait().look();
        QCOMPARE(m_stage->notifier().shown().size(), shown + 1);
        QCOMPARE(m_stage->notifier().shown().last().second, QStringLiteral("Your timer is done."));
        m_stage->notifier().press(); // leads to it
        QVERIFY(press(QStringLiteral("I’m okay")));
        QVERIFY(isAfter());
        app().navigator().home();
    }
};

QTEST_MAIN(TestPlayers)
#include "tst_players.moc"
