// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeHaptics.h"
#include "fakes/FakeNotifier.h"
#include "fakes/FakeScreenAwake.h"
#include "fakes/OneDevice.h"
#include "view/SkillView.h"
#include "view/SkillsView.h"
#include "view/TimedPlayer.h"
#include "view/TurnsView.h"

#include <QGuiApplication>
#include <QSignalSpy>

using namespace handrail;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// One skill that is open, without its page: what is said after it, what is kept of it, and who hears of it.
class TestSkillView final : public QObject, OneDevice
{
    Q_OBJECT

    FakeHaptics m_haptics;
    FakeScreenAwake m_screen;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<SkillView> m_skill;

    /// The clinic asks for this skill.
    void putTask(const QByteArray &skill)
    {
        const QByteArray json = QByteArray("{'resourceType':'Task','id':'t1','status':'requested','intent':'order',"
                                           "'focus':{'reference':'Library/"
                                           + skill + "'}}")
                                    .replace('\'', '"');
        QVERIFY(m_account->records()->store().putRecords({{u"Task"_s, u"t1"_s, u"1"_s, m_clock.nowUtc(), {}, json}}));
    }
    int told() { return m_account->records()->unsentCount(); }

private Q_SLOTS:
    void init()
    {
        begin(FakeClock(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())));
        m_preferences = std::make_unique<Preferences>(QString());
        m_preferences->setLanguage(u"en"_s);
        m_skill = std::make_unique<SkillView>(*m_account, m_clock, *m_preferences);
        signIn();
    }

    void cleanup()
    {
        m_skill.reset();
        end();
    }

    void whoCameToTheEndIsToldOnceItsPageIsLeft()
    {
        putTask("long-out-breath");
        m_skill->open(u"long-out-breath"_s);
        QVERIFY(!m_skill->report()->isAsked()); // before the end there is nothing to tell
        m_skill->finish();
        QVERIFY(!m_skill->afterwards().isEmpty());
        QVERIFY(m_skill->report()->isAsked() && m_skill->report()->isOn());
        m_skill->setAfter(3);
        m_skill->setHelp(SkillView::Helped);
        QCOMPARE(told(), 0);
        m_skill->close();
        QCOMPARE(told(), 1);
    }

    void whoEndedItAtOnceIsNot()
    {
        putTask("long-out-breath");
        m_skill->open(u"long-out-breath"_s);
        m_skill->end();
        QCOMPARE(m_skill->afterwards(), QString()); // "You stayed with it" is not true then
        QVERIFY(m_skill->report()->isAsked() && !m_skill->report()->isOn());
        m_skill->again();
        QCOMPARE(told(), 0);
        m_skill->end();
        m_skill->report()->setOn(true); // they say that they did it
        m_skill->close();
        QCOMPARE(told(), 1);
    }

    void noIsNo()
    {
        putTask("long-out-breath");
        m_skill->open(u"long-out-breath"_s);
        m_skill->finish();
        m_skill->report()->setOn(false);
        m_skill->close();
        QCOMPARE(told(), 0);
    }

    void doneOfASheetIsNoWordOfItself()
    {
        putTask("thought-check"); // a worksheet: Done can be pressed on an empty one
        m_skill->open(u"thought-check"_s);
        m_skill->finish();
        QVERIFY(m_skill->report()->isAsked() && !m_skill->report()->isOn());
    }

    void theLockTellsWhatIsOn()
    {
        setPin();
        putTask("long-out-breath");
        m_skill->open(u"long-out-breath"_s);
        m_skill->finish();
        m_account->lock();
        QCOMPARE(m_skill->state(), SkillView::Closed);
        QCoro::waitFor(m_account->unlock(pin()));
        QCOMPARE(m_account->state(), Account::State::Active);
        QCOMPARE(told(), 1);
    }

    void anotherLanguageKeepsThePlace()
    {
        TimedPlayer player(m_clock, m_haptics, m_screen);
        connect(m_skill.get(), &SkillView::opened, &player, [&] { player.open(m_skill.get()); });
        m_skill->open(u"long-out-breath"_s);
        player.setMinutes(5);
        for (int second = 0; second < 60; ++second) {
            m_clock.advance(1s);
            player.look();
        }
        const QString said = player.say();
        const QString left = player.leftText();
        m_preferences->setLanguage(u"es"_s);
        QCOMPARE(player.state(), TimedPlayer::Running);
        QVERIFY(player.say() != said);
        QCOMPARE(player.minutes(), 5);
        QCOMPARE(player.leftText().section(u':', 0, 0), left.section(u':', 0, 0));
        player.pause();
        m_preferences->setLanguage(u"en"_s);
        QCOMPARE(player.state(), TimedPlayer::Paused);
    }

    void cardsStayWhereTheyAreInAnotherLanguage()
    {
        TurnsView turns(m_clock, m_haptics);
        connect(m_skill.get(), &SkillView::opened, &turns, [&] { turns.open(m_skill.get()); });
        m_skill->open(u"stop-and-step-back"_s);
        turns.next();
        const QString said = turns.say();
        m_preferences->setLanguage(u"es"_s);
        QCOMPARE(turns.place(), 2);
        QVERIFY(turns.say() != said);
        m_skill->open(u"five-four-three-two-one"_s); // another one begins anew
        turns.tap();
        m_preferences->setLanguage(u"en"_s);
        QCOMPARE(turns.found(), 1);
        turns.back();
        QCOMPARE(turns.found(), 0);
    }

    void thePlaceThatIsKeptIsForTheSameSkillAndOnce()
    {
        TimedPlayer player(m_clock, m_haptics, m_screen);
        TurnsView turns(m_clock, m_haptics);
        const auto play = [&](const QString &skill) {
            m_skill->open(skill);
            player.open(m_skill.get());
            turns.open(m_skill.get());
        };
        const auto pass = [&] {
            for (int second = 0; second < 100; ++second) {
                m_clock.advance(1s);
                player.look();
            }
        };
        const auto lock = [&](bool isSomebodyElse = false) {
            player.keepPlace();
            turns.keepPlace();
            player.close();
            turns.close();
            if (isSomebodyElse) {
                player.forgetPlace();
                turns.forgetPlace();
            }
        };
        play(u"long-out-breath"_s);
        const QString whole = player.leftText();
        pass();
        lock();
        play(u"long-out-breath"_s);
        QCOMPARE(player.state(), TimedPlayer::Paused); // until the person goes on
        QVERIFY(player.leftText() != whole);
        player.close();
        play(u"long-out-breath"_s); // begun anew
        QCOMPARE(player.state(), TimedPlayer::Running);
        QCOMPARE(player.leftText(), whole);
        pass();
        lock();
        play(u"box-breath"_s);
        QCOMPARE(player.state(), TimedPlayer::Running);
        pass();
        lock(true);
        play(u"box-breath"_s);
        QCOMPARE(player.state(), TimedPlayer::Running);
        play(u"stop-and-step-back"_s);
        turns.next();
        lock();
        play(u"stop-and-step-back"_s);
        QCOMPARE(turns.place(), 2);
        lock(true);
        play(u"stop-and-step-back"_s);
        QCOMPARE(turns.place(), 1);
    }

    /// A walk of 10 minutes, with the phone in a pocket: it neither stops nor is silent, and it outlives the app.
    void aWalkGoesOnUnseen()
    {
        FakeNotifier notifier;
        const auto records = [this] { return m_account->records(); };
        const auto open = [&](TimedPlayer &player) {
            player.setKeeping(records, notifier);
            m_skill->open(u"move-a-little"_s);
            player.open(m_skill.get());
        };
        {
            TimedPlayer player(m_clock, m_haptics, m_screen);
            open(player);
            QCOMPARE(player.state(), TimedPlayer::Asking);
            player.answerCheck(true); // without the brisk part: 8:30
            QVERIFY(m_screen.isHeld());
            QCOMPARE(player.leftText(), u"8:30"_s);
            player.setInFront(false);
            QCOMPARE(player.state(), TimedPlayer::Running);
            QVERIFY(!m_screen.isHeld());
            QSignalSpy ticks(&player, &TimedPlayer::ticked);
            QTest::qWait(1200);
            QCOMPARE(ticks.size(), 0); // no second is counted where nobody sees it
            m_clock.advance(5min);
            player.look();
            QCOMPARE(player.leftText(), u"3:30"_s);
            player.keepPlace();
            player.close(); // the app ends
        }
        QVERIFY(notifier.shown().isEmpty());
        m_clock.advance(2min);
        TimedPlayer player(m_clock, m_haptics, m_screen);
        QSignalSpy finished(&player, &TimedPlayer::finished);
        open(player);
        QCOMPARE(player.state(), TimedPlayer::Running);
        QCOMPARE(player.leftText(), u"1:30"_s);
        player.pause();
        m_clock.advance(9min);
        player.look();
        QCOMPARE(player.leftText(), u"1:30"_s);
        player.resume();
        player.setInFront(false);
        m_clock.advance(90s);
        player.look();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(notifier.shown().size(), 1);
        QCOMPARE(notifier.shown().first().second, u"Your timer is done."_s);
        player.setInFront(true);
        QVERIFY(!notifier.isVisible());
        player.close();
        open(player); // it is over for good: the next one is new
        QCOMPARE(player.state(), TimedPlayer::Asking);
        // Who closes the page has ended it.
        player.answerCheck(false);
        QCOMPARE(player.leftText(), u"10:00"_s);
        player.close();
        m_clock.advance(10min);
        player.look();
        QCOMPARE(notifier.shown().size(), 1);
        open(player);
        QCOMPARE(player.state(), TimedPlayer::Asking);
        // Under the lock it comes to its end and says so.
        player.answerCheck(false);
        player.keepPlace();
        player.close();
        m_clock.advance(10min);
        player.look();
        QCOMPARE(notifier.shown().size(), 2);
        finished.clear();
        player.setShown(true);
        player.open(m_skill.get());
        QCOMPARE(player.leftText(), u"0:01"_s); // its page is there, and the end comes now
        m_clock.advance(1ms);
        player.look();
        QCOMPARE(finished.size(), 1);
    }

    /// What people call it, in their language, in the texts that come with the app.
    void wordsThatPeopleSayFindIt()
    {
        struct Row {
            const char *language;
            const char *typed;
            const char *found;
        };
        static constexpr Row rows[] = {
            {"en", "exercise", "move-a-little"},      {"en", "music", "five-senses"},
            {"en", "shower", "five-senses"},          {"en", "meditate", "mindful-minute"},
            {"en", "gratitude", "thanks-list"},       {"en", "flashback", "five-four-three-two-one"},
            {"en", "relax", "muscle-let-go"},         {"en", "nightmare", "wind-down"},
            {"en", "hungry", "body-check"},           {"en", "halt", "body-check"},
            {"en", "shaking", "alcohol-medicines"},   {"en", "withdrawal", "alcohol-medicines"},
            {"en", "ejercicio", "move-a-little"}, // in the other language, too
            {"en", "thought check", "thought-check"}, {"es", "ejercicio", "move-a-little"},
            {"es", "musica", "five-senses"},          {"es", "meditar", "mindful-minute"},
            {"es", "gratitud", "thanks-list"},        {"es", "relajar", "muscle-let-go"},
            {"es", "pesadilla", "wind-down"},         {"es", "hambre", "body-check"},
            {"es", "temblor", "healing-takes-time"},  {"es", "abstinencia", "alcohol-medicines"},
        };
        SkillsView skills(*m_account, m_clock, *m_preferences);
        skills.setShown(true);
        for (const Row &row : rows) {
            m_preferences->setLanguage(QString::fromLatin1(row.language));
            skills.prepareSearch();
            skills.setQuery(QString::fromUtf8(row.typed));
            QStringList ids;
            for (const QVariantList &some : {skills.foundSkills(), skills.foundLessons(), skills.foundWorksheets()}) {
                for (const QVariant &each : some)
                    ids << each.toMap().value(u"id"_s).toString();
            }
            QVERIFY2(ids.contains(QLatin1String(row.found)), qPrintable(QLatin1String(row.typed) + u": "_s + ids.join(u' ')));
            QVERIFY2(ids.size() < 12, row.typed); // and not everything
        }
        // A worksheet is one without its text being read.
        skills.setQuery(u"thought-check"_s);
        m_preferences->setLanguage(u"en"_s);
        const auto isSheet = [](const QVariant &row) { return row.toMap().value(u"id"_s).toString() == u"thought-check"_s; };
        const QVariantList sheets = skills.foundWorksheets();
        const QVariantList others = skills.foundSkills();
        QVERIFY(std::any_of(sheets.cbegin(), sheets.cend(), isSheet) && std::none_of(others.cbegin(), others.cend(), isSheet));
    }

    /// A press on a feeling starts what the check-in offers for it.
    void aTileAndThePickerAgree()
    {
        static constexpr std::pair<const char *, const char *> bests[] = {
            {"craving", "ride-the-urge"}, {"anxious", "long-out-breath"}, {"sleep", "wind-down"}, {"angry", "stop-and-step-back"},
            {"lonely", "reach-out"},      {"low", "opposite-action"},     {"pain", "muscle-let-go"}, {"bored", "move-a-little"},
        };
        SkillsView skills(*m_account, m_clock, *m_preferences);
        skills.setShown(true);
        for (const char *language : {"en", "es"}) {
            m_preferences->setLanguage(QString::fromLatin1(language));
            for (const auto &[need, best] : bests) {
                QStringList ids;
                for (const QVariant &row : skills.rowsFor(QString::fromLatin1(need)))
                    ids << row.toMap().value(u"id"_s).toString();
                const QStringList picked = picksFor(*needNamed(QString::fromLatin1(need)));
                QVERIFY(picked.size() > 1 && ids.size() >= picked.size());
                QCOMPARE(ids.first(picked.size()), picked);
                QCOMPARE(ids.constFirst(), QLatin1String(best));
            }
        }
        QCOMPARE(skills.needs().size(), 8);
    }

    /// Somebody in danger is not sent away by a search: Help now stands above what is found, and what fits best is found first.
    void whoIsInDangerFindsHelp()
    {
        struct Row {
            const char *typed;
            const char *first; ///< of all that is found, or of the lessons; empty: whatever it is
        };
        static constexpr Row danger[] = {
            {"suicide", "my-safety-plan"},     {"suicidal", "my-safety-plan"},
            {"suici", "my-safety-plan"},       {"sucide", "my-safety-plan"},
            {"die", "my-safety-plan"},         {"want to die", "my-safety-plan"},
            {"I want to die", "my-safety-plan"}, {"end my life", "my-safety-plan"},
            {"Kill myself", "my-safety-plan"}, {"hurt myself", "my-safety-plan"},
            {"cutting", "my-safety-plan"},     {"i don’t want to live", "my-safety-plan"},
            {"988", "my-safety-plan"},         {"no reason to live", "my-safety-plan"},
            {"suicidio", "my-safety-plan"},    {"matarme", "my-safety-plan"},
            {"quiero morir", "my-safety-plan"}, {"no quiero vivir", "my-safety-plan"},
            {"hacerme daño", "my-safety-plan"}, {"hacerme dano", "my-safety-plan"},
            {"narcan", "naloxone-step-by-step"}, {"naloxona", "naloxone-step-by-step"},
            {"overdose", "overdose-signs"},    {"sobredosis", "overdose-signs"},
            {"not breathing", "overdose-signs"}, {"fentanyl", "fentanyl"},
        };
        static constexpr Row other[] = {
            {"relapse", "after-a-slip"}, {"recaída", "after-a-slip"}, {"sleep", ""}, {"diet", ""},    {"dice", ""},
            {"hungry", "body-check"},    {"quitting", ""},            {"prison", ""}, {"lying", ""}, {"", ""},
        };
        SkillsView skills(*m_account, m_clock, *m_preferences);
        skills.setShown(true);
        const auto look = [&skills](const Row &row) {
            skills.setQuery(QString::fromUtf8(row.typed));
            const auto idOf = [](const QVariantList &rows) { return rows.value(0).toMap().value(u"id"_s).toString(); };
            const QString wanted = QString::fromLatin1(row.first);
            return wanted.isEmpty() || wanted == idOf(skills.foundSkills()) || wanted == idOf(skills.foundLessons())
                || wanted == idOf(skills.foundWorksheets());
        };
        for (const char *language : {"en", "es"}) {
            m_preferences->setLanguage(QString::fromLatin1(language));
            for (const Row &row : danger)
                QVERIFY2(look(row) && skills.isHelpDue(), row.typed);
            for (const Row &row : other)
                QVERIFY2(look(row) && !skills.isHelpDue(), row.typed);
        }
        // Whoever hid the plan finds Help now all the same.
        skills.setHidden(u"my-safety-plan"_s, true);
        skills.setQuery(u"want to die"_s);
        QVERIFY(skills.isHelpDue());
    }

    void whoReviewedItIsSaidInWords()
    {
        m_skill->open(u"move-a-little"_s);
        QVERIFY2(m_skill->origin().contains(u"A clinician has not reviewed it yet. As of"_s), qPrintable(m_skill->origin()));
        QVERIFY(!m_skill->origin().contains(u"translator"_s) && !m_skill->origin().contains(u"; a clinician"_s));
        m_preferences->setLanguage(u"es"_s);
        QVERIFY2(m_skill->origin().contains(u"A clinical translator has not checked it yet."_s), qPrintable(m_skill->origin()));
        QVERIFY(!m_skill->origin().contains(u"Handrail authors;"_s) && !m_skill->origin().contains(u"awaiting"_s));
    }

    void aMessageOutlivesItsPageAndNotTheLock()
    {
        setPin();
        m_skill->open(u"reach-out"_s);
        m_skill->keepMessage(u"Can you come by at 6?"_s);
        m_skill->close();
        QCOMPARE(m_skill->message(), QString());
        m_skill->open(u"long-out-breath"_s);
        QCOMPARE(m_skill->message(), QString());
        m_skill->close();
        m_skill->open(u"reach-out"_s);
        QCOMPARE(m_skill->message(), u"Can you come by at 6?"_s);
        m_skill->close();
        m_account->lock(); // with no page open
        QCoro::waitFor(m_account->unlock(pin()));
        m_skill->open(u"reach-out"_s);
        QCOMPARE(m_skill->message(), QString());
    }

    void aMessageIsNotForWhoSignsInNext()
    {
        m_skill->open(u"reach-out"_s);
        m_skill->keepMessage(u"Can you come by at 6?"_s);
        m_server->setPerson({u"sub-other"_s, u"Patient/p2"_s, u"p2"_s});
        signIn(); // over a sign-in that ended, without a sign-out
        m_skill->open(u"reach-out"_s);
        QCOMPARE(m_skill->message(), QString());
    }

    void aReadyMessageChangesItsLanguage()
    {
        m_skill->open(u"reach-out"_s);
        const auto ready = [this] { return m_skill->script().value(u"messages"_s).toStringList(); };
        m_skill->keepMessage(ready().at(1));
        m_preferences->setLanguage(u"es"_s);
        QCOMPARE(m_skill->message(), ready().at(1));
        m_skill->keepMessage(u"mine"_s);
        m_preferences->setLanguage(u"en"_s);
        QCOMPARE(m_skill->message(), u"mine"_s);
        m_skill->finish();
        QCOMPARE(m_skill->message(), QString());
    }
};

QTEST_MAIN(TestSkillView)
#include "tst_skill.moc"
