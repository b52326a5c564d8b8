// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FixtureDay.h"
#include "care/SkillUse.h"
#include "content/ContentLibrary.h"
#include "content/TextCount.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickItem>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;

/// Skills on a hard day: two taps to a running one, found by feeling and by a misspelled word, kept as a favorite, hidden, rated; and all of
/// it is there after a restart, and nowhere else.
class TestSkills final : public FixtureDay
{
    Q_OBJECT

    SkillView &skill() { return *m_stage->app().skills().current(); }

    [[nodiscard]] QList<SkillUse> uses()
    {
        return skillUses(*account().records(), QDate(2026, 11, 1), QDate(2026, 11, 30)).value_or(QList<SkillUse>());
    }

    /// The first skill of this kind among the texts; empty when there is none.
    [[nodiscard]] static QString ofKind(const QString &kind)
    {
        const ContentLibrary library(QStringLiteral("en"));
        for (const Skill &skill : library.skills()) {
            if (const Result<SkillText> text = library.skill(skill.id); text && kindOf(text->exercise) == kind)
                return skill.title;
        }
        return {};
    }

    /// To the end, whichever player runs: by its steps as text.
    bool readToTheEnd()
    {
        return (has("Read the steps") ? press("Read the steps") : true) && press("Done") && waitFor("Did it help?");
    }

private Q_SLOTS:
    void init()
    {
        FixtureDay::init();
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
    }

    /// What comes with the app adds nothing to the start: it is read when Today has shown for a while, or Skills is opened before.
    void nothingIsReadBeforeTodayShows()
    {
        const int before = textsRead();
        QElapsedTimer since; // the texts are read ahead 2 s after somebody is in
        since.start();
        QVERIFY(openAt(wednesday.addSecs(60)) && waitFor("Start the check-in"));
        QVERIFY(textsRead() == before || since.elapsed() >= 1900);
        screen().settle();
        QTest::qWait(500);
        QVERIFY(textsRead() - before <= 6
                || since.elapsed() >= 1900); // Help now is made ahead, with what calms down: ours, and then as the clinic has it
        QVERIFY(press("Skills") && waitFor("What may help now"));
        QVERIFY(textsRead() - before >= 34);
    }

    /// Then no page of them waits for a text.
    void theTextsAreReadAhead()
    {
        const int before = textsRead();
        QVERIFY(openAt(wednesday.addSecs(60)) && waitFor("Start the check-in"));
        QVERIFY(screen().waitUntil([before] { return textsRead() - before > 34 + 58; }, 20'000));
        QTest::qWait(100);
        const int ahead = textsRead();
        QVERIFY(press("Skills") && waitFor("What may help now") && press("See all *") && waitFor("All skills"));
        QVERIFY(press("Back") && press("Learn") && waitFor("All lessons"));
        QCOMPARE(textsRead(), ahead);
    }

    void twoTapsAndItRuns()
    {
        QVERIFY(press("Skills") && waitFor("What may help now"));
        // In the afternoon, with nothing said: each with its reason.
        QVERIFY2(has("Long out-breath, Good at any time, *"), qPrintable(screen().spoken()));
        QVERIFY(press("Long out-breath, *"));
        QCOMPARE(route(), Navigator::Skill);
        QCOMPARE(skill().state(), SkillView::Running);
        QCOMPARE(m_stage->app().navigator().tab(), Navigator::Skills);
        // Help lies over it and takes nothing away.
        QVERIFY(press("Help now") && waitFor("Call 988*") && press("Back"));
        QCOMPARE(skill().state(), SkillView::Running);
        QVERIFY(press("Close") && waitFor("What may help now"));
        QCOMPARE(skill().state(), SkillView::Closed);
        QVERIFY(uses().isEmpty()); // who looked and left has not used it
    }

    /// With a finger: nothing lies over the star and the way out.
    void thePageAfterItLeavesItsBarFree()
    {
        QVERIFY2(press("Skills") && press("Long out-breath, *") && readToTheEnd(), qPrintable(screen().spoken()));
        const auto item = [this](const char *name) {
            QAccessibleInterface *found = screen().find(QString::fromUtf8(name));
            return found ? qobject_cast<QQuickItem *>(found->object()) : nullptr;
        };
        const auto tap = [&](const char *name) {
            const QQuickItem *target = item(name);
            const QPointF middle = target ? target->mapToScene({target->width() / 2, target->height() / 2}) : QPointF();
            QTest::mouseClick(&screen().window(), Qt::LeftButton, {}, middle.toPoint());
        };
        const QQuickItem *page = item("Did it help?");
        while (page && !page->inherits("QQuickFlickable"))
            page = page->parentItem();
        QVERIFY(page && item("Close"));
        QVERIFY(page->mapToScene({}).y() >= item("Close")->mapToScene({0, item("Close")->height()}).y());
        tap("Save as a favorite");
        QVERIFY(screen().waitUntil([this] { return skill().isFavourite(); }));
        tap("Close");
        QVERIFY(waitFor("What may help now"));
        QCOMPARE(skill().state(), SkillView::Closed);
    }

    /// By each feeling: Skills, the feeling, the first time as well. What asks for the body first asks, and nothing else does.
    void twoTapsByEachFeeling()
    {
        const QStringList needs{QStringLiteral("Craving now"), QStringLiteral("Anxious"), QStringLiteral("Can’t sleep"),
                                QStringLiteral("Angry"),       QStringLiteral("Lonely"),  QStringLiteral("Feeling low"),
                                QStringLiteral("In pain"),     QStringLiteral("Bored")};
        const TimedPlayer &timed = m_stage->app().timed();
        for (const QString &need : needs) {
            m_stage->app().navigator().home();
            QVERIFY(press("Skills") && waitFor("Craving now, start *"));
            QVERIFY2(press(need + QStringLiteral(", start *")), qPrintable(need + u": " + screen().spoken()));
            QCOMPARE(route(), Navigator::Skill);
            QCOMPARE(skill().state(), SkillView::Running);
            QVERIFY(skill().id() != QLatin1String("after-a-slip")); // nobody said that
            const bool isOnTheClock =
                QStringList{QStringLiteral("breath"), QStringLiteral("wave"), QStringLiteral("timer")}.contains(skill().kind());
            // Cold water is not for every heart, nor a brisk walk.
            const bool asksFirst =
                skill().id() == QLatin1String("cool-down-fast") || skill().id() == QLatin1String("move-a-little");
            const TimedPlayer::State begun = asksFirst ? TimedPlayer::Asking : TimedPlayer::Running;
            if (isOnTheClock)
                QVERIFY2(screen().waitUntil([&] { return timed.state() == begun; }), qPrintable(skill().id()));
            QVERIFY(press("Close"));
        }
    }

    /// Where there is no bar: Help now, and there what calms down. What was being done stays as it was.
    void twoTapsFromPagesWithoutABar()
    {
        struct Whole {
            Navigator::Route route;
            const char *argument;
        };
        static constexpr Whole pages[] = {{Navigator::CheckIn, ""},
                                          {Navigator::AfterUse, ""},
                                          {Navigator::Lesson, "the-urge-wave"},
                                          {Navigator::Pin, ""},
                                          {Navigator::Skill, "thought-check"},
                                          {Navigator::Quiz, "triggers-and-cravings"},
                                          {Navigator::MyPerson, ""},
                                          {Navigator::SafetyPlanStep, "signs"},
                                          {Navigator::OwnSheet, "gone"},
                                          {Navigator::Invite, ""},
                                          {Navigator::WaitingRoom, "gone"},
                                          {Navigator::BeforeJoin, "gone"},
                                          {Navigator::Form, "gone"}};
        Navigator &navigator = m_stage->app().navigator();
        for (const Whole &page : pages) {
            const QString argument = QString::fromLatin1(page.argument);
            navigator.go(page.route, argument);
            QVERIFY2(navigator.route() == page.route && !navigator.hasBar(), page.argument);
            QVERIFY2(press("Help now") && waitFor("Call 988"), qPrintable(screen().spoken()));
            QVERIFY2(press("Feet and chair, *") && waitFor("Pause"), qPrintable(screen().spoken()));
            QCOMPARE(m_stage->app().calm().state(), CalmView::Running);
            QVERIFY(press("End") && waitFor("Call 988") && press("Back"));
            QCOMPARE(navigator.route(), page.route);
            QCOMPARE(navigator.argument(), argument);
            navigator.home();
        }
    }

    /// The gravest words of caution stand beside what runs the first time, with a way to all of them, and all are at hand after that.
    void cautionsHoldNothingUpAndStayAtHand()
    {
        // Asked anew each time: the app is opened again on the way.
        const auto timed = [this] { return m_stage->app().timed().state(); };
        QVERIFY(press("Skills") && press("Craving now, start Ride the urge") && waitFor("Pause"));
        QVERIFY2(has("Stopped alcohol or pills*") && !has("*New chest pain*") && has("Read all*"), qPrintable(screen().spoken()));
        QCOMPARE(timed(), TimedPlayer::Running);
        QVERIFY(press("I have read what is good to know")
                && screen().waitUntil([this] { return !has("Stopped alcohol or pills*"); }));
        QCOMPARE(timed(), TimedPlayer::Running);
        QVERIFY(press("Good to know") && waitFor("Stopped alcohol or pills*Call 911.*New chest pain*look around*"));
        QCOMPARE(timed(), TimedPlayer::Away); // it rests meanwhile
        QVERIFY(press("Go back") && screen().waitUntil([&] { return timed() == TimedPlayer::Running; }));
        QVERIFY(press("End") && waitFor("Did it help?") && press("Done"));
        QVERIFY(openAt(wednesday.addSecs(7200))); // used here: not said again
        QVERIFY(press("Skills") && press("Craving now, start Ride the urge") && waitFor("Pause")
                && !has("Stopped alcohol or pills*"));
        QVERIFY(press("Close"));
        // Large words leave room for the gravest alone.
        m_stage->app().preferences().setTextScale(2);
        QVERIFY(press("See all *") && press("Box breath, *"));
        QVERIFY2(press("Read all that is good to know") && waitFor("*Heart or lung trouble*"), qPrintable(screen().spoken()));
        QVERIFY(press("Go back") && screen().waitUntil([&] { return timed() == TimedPlayer::Running && !has("Read all*"); }));
        m_stage->app().preferences().setTextScale(1);
    }

    /// Holding the breath can harm: it is never what begins by itself before somebody has done it here.
    void theFirstTimeOfABreathIsWithoutHolding()
    {
        const TimedPlayer &timed = m_stage->app().timed();
        QVERIFY(press("Skills") && press("See all *") && press("Box breath, *") && waitFor("Without holding"));
        QVERIFY(timed.isWithoutHolding());
        QVERIFY(press("Without holding") && screen().waitUntil([&] { return !timed.isWithoutHolding(); }));
        QVERIFY(press("End") && press("Done") && press("Box breath, *") && waitFor("Without holding"));
        QVERIFY(!timed.isWithoutHolding());
    }

    void itsStepsSayOfWhatKindItIs()
    {
        QVERIFY(press("Skills") && press("See all *") && press("Mindful minute, *") && press("Read the steps"));
        QVERIFY2(waitFor("Mindfulness") && has("Sources: *A clinician has not reviewed it yet.*"), qPrintable(screen().spoken()));
        QVERIFY(press("Close"));
    }

    void itIsRatedAndTheHistoryOutlivesARestart()
    {
        QVERIFY(press("Skills") && press("Long out-breath, *") && waitFor("Close"));
        skill().setBefore(7);
        m_stage->clock().advance(std::chrono::minutes(3));
        QVERIFY2(readToTheEnd(), qPrintable(screen().spoken()));
        QCOMPARE(uses().size(), 1); // kept before anything is said of it
        QVERIFY(screen().increase(QStringLiteral("How strong is it now?")));
        QVERIFY(screen().waitUntil([this] { return skill().after() == 0; }));
        QVERIFY(waitFor("7 before, 0 now") && press("Yes"));
        QVERIFY(press("Again") && screen().waitUntil([this] { return skill().state() == SkillView::Running; }));
        QVERIFY(readToTheEnd() && press("Not this time") && press("Done") && waitFor("What may help now"));
        m_stage->clock().advance(std::chrono::minutes(60));
        QVERIFY(openAt(wednesday.addSecs(7200)));
        QVERIFY(waitFor("Skills"));
        const QList<SkillUse> kept = uses();
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept.first().skill, QStringLiteral("long-out-breath"));
        QCOMPARE(kept.first().before, std::optional(7));
        QCOMPARE(kept.first().after, std::optional(0));
        QCOMPARE(kept.first().minutes, 3);
        QCOMPARE(didHelp(kept.first()), std::optional(true));
        QCOMPARE(didHelp(kept.last()), std::optional(false));
        QCOMPARE(m_server->created().size(), 0); // nothing of it is sent
        QVERIFY2(press("See your progress") && waitFor("You used a skill 2 times."), qPrintable(screen().spoken()));
    }

    void aFavouriteStandsOnTheFirstPage()
    {
        QVERIFY(press("Skills") && press("See all *") && waitFor("All skills"));
        QVERIFY(press("Save Wind down as a favorite") && waitFor("Wind down is a favorite. Take it away"));
        QVERIFY(press("Back") && waitFor("Your favorites") && has("Wind down, *") && has("What may help now"));
        QVERIFY(openAt(wednesday.addSecs(60)));
        QVERIFY(press("Skills") && waitFor("Your favorites") && press("Wind down is a favorite. Take it away"));
        QVERIFY(screen().waitUntil([this] { return !has("Your favorites"); }) && has("What may help now"));
    }

    void whatIsHiddenIsNotOffered()
    {
        QVERIFY(press("Skills") && press("Long out-breath, *") && waitFor("Close"));
        QVERIFY2(readToTheEnd() && press("Hide this skill"), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return skill().isHidden(); }));
        QVERIFY(press("Done") && waitFor("What may help now") && !has("Long out-breath*"));
        QVERIFY(press("Others for: Anxious") && waitFor("Back") && !has("Long out-breath*") && press("Back"));
        // After a restart, too; and it comes back when they want it.
        QVERIFY(openAt(wednesday.addSecs(60)));
        QVERIFY(press("Skills") && press("See all *") && waitFor("All skills") && !has("Long out-breath*"));
        QVERIFY(press("Show hidden (1)") && waitFor("Hidden skills") && press("Show Long out-breath again"));
        QVERIFY(waitFor("No skill is hidden") && press("Back") && waitFor("Long out-breath, *") && !has("Show hidden*"));
    }

    void itIsFoundByAMisspelledWord()
    {
        QVERIFY(press("Skills") && press("Search skills"));
        QCOMPARE(route(), Navigator::SkillSearch);
        QVERIFY(waitFor("How *") || waitFor("Craving now, *"));
        QVERIFY(screen().type(QStringLiteral("Search skills"), QStringLiteral("slepe")));
        QVERIFY2(waitFor("Wind down, *"), qPrintable(screen().spoken()));
        QVERIFY(screen().spoken().contains(QStringLiteral(" found")));
        // What was typed stays while a skill is looked at.
        QVERIFY(press("Wind down, *") && waitFor("Close") && press("Close") && waitFor("Wind down, *"));
        QVERIFY(press("Clear") && waitFor("Craving now, *"));
        QVERIFY(screen().type(QStringLiteral("Search skills"), QStringLiteral("zzzz")));
        QVERIFY2(waitFor("Nothing found for “zzzz”") && press("Open Help now*") && waitFor("Call 988"),
                 qPrintable(screen().spoken()));
        m_stage->app().navigator().back();
        QVERIFY(screen().type(QStringLiteral("Search skills"), QStringLiteral(" want to die, shaking")));
        QVERIFY2(waitFor("My safety plan, *") && isInOrder({"Open Help now, ", "These signs"}), "both");
        QVERIFY(press("Clear") && waitFor("Craving now, *") && !has("Open Help now*"));
        QVERIFY(screen().type(QStringLiteral("Search skills"), QStringLiteral("seizure")));
        QVERIFY(waitFor("These signs need medical help now") && isInOrder({"Open Help now, ", "These signs"}) && press("Clear")
                && waitFor("Craving now, *"));
        QVERIFY(screen().type(QStringLiteral("Search skills"), QStringLiteral("zzzz")));
        QVERIFY2(waitFor("Nothing found for “zzzz”") && press("See all skills") && waitFor("All skills"),
                 qPrintable(screen().spoken()));
    }

    void aNeedLeadsToItsSkills()
    {
        QVERIFY(press("Skills") && waitFor("Craving now, *") && has("Angry, *") && has("Bored, *") && has("In pain, *"));
        QVERIFY(press("Others for: Craving now") && waitFor("Ride the urge, *"));
        QCOMPARE(route(), Navigator::SkillList);
        QVERIFY(press("Ride the urge, *"));
        QCOMPARE(skill().id(), QStringLiteral("ride-the-urge"));
        QVERIFY(press("Close") && waitFor("Ride the urge, *"));
        QVERIFY(press("Back") && press("Others for: In pain") && waitFor("These signs need medical help now") && has("Call 911"));
    }

    void aStrongUrgeInTheCheckInLeadsToTheWave()
    {
        QVERIFY(press("Start the check-in"));
        while (!has("What was your strongest urge*"))
            QVERIFY(press("Skip"));
        for (int i = 0; i < 9; ++i) // the first picks 0
            QVERIFY(screen().increase(QStringLiteral("What was your strongest urge*")));
        QVERIFY(press("Next"));
        while (route() == Navigator::CheckIn)
            QVERIFY(press("Skip"));
        QVERIFY2(waitFor("Ride the urge, You said the urge is strong, *"), qPrintable(screen().spoken()));
        QVERIFY(press("Ride the urge, *"));
        QCOMPARE(route(), Navigator::Skill);
        QCOMPARE(skill().id(), QStringLiteral("ride-the-urge"));
        QCOMPARE(skill().state(), SkillView::Running);
        QVERIFY(press("Close") && waitFor("Who can see it"));
    }

    void whatDidNotHelpTwiceIsOfferedLess()
    {
        for (int i = 0; i < 2; ++i) {
            const SkillUse use{QStringLiteral("ride-the-urge"), wednesday.addDays(i - 3), 6, 7, 3, SkillUse::Help::Unsaid};
            QVERIFY(noteSkillUse(*account().records(), use));
        }
        QVERIFY(press("Skills") && waitFor("Craving now, start Reach out") && press("Others for: Craving now"));
        QVERIFY(waitFor("Ride the urge, *"));
        const QString spoken = screen().spoken();
        QVERIFY2(spoken.indexOf(QStringLiteral("Wait, do, choose")) < spoken.indexOf(QStringLiteral("Ride the urge")),
                 qPrintable(spoken));
    }

    void beside900TheListStandsBesideTheSkill()
    {
        screen().window().resize(1180, 820);
        QVERIFY(press("Skills") && waitFor("Pick a skill") && press("Long out-breath, *") && waitFor("Close"));
        QCOMPARE(route(), Navigator::Skills);
        QCOMPARE(skill().state(), SkillView::Running);
        QVERIFY(has("What may help now") && !has("Pick a skill"));
        // What runs there is there to be seen: a player, or the steps.
        QVERIFY2(has("Read the steps") || has("1. *"), qPrintable(screen().spoken()));
        QVERIFY(press("Move a little, *") && screen().waitUntil([this] { return skill().id() == QLatin1String("move-a-little"); }));
        QVERIFY(press("Close") && waitFor("Pick a skill"));
        QCOMPARE(skill().state(), SkillView::Closed);
        screen().window().resize(390, 844);
    }

    void oneLeadsOnToAnother()
    {
        const QString choose = ofKind(QStringLiteral("choose"));
        QVERIFY(!choose.isEmpty());
        QVERIFY(press("Skills") && press("See all *") && press(choose + QStringLiteral(", *")));
        const QString first = skill().id();
        const QVariantList options = skill().script().value(QStringLiteral("options")).toList();
        QVariantMap leading;
        for (const QVariant &option : options)
            leading = leading.isEmpty() && option.toMap().contains(QStringLiteral("skill")) ? option.toMap() : leading;
        QVERIFY(!leading.isEmpty());
        QVERIFY(press(leading.value(QStringLiteral("say")).toString()));
        QVERIFY(screen().waitFor(leading.value(QStringLiteral("act")).toString()));
        QVERIFY(press(QStringLiteral("Next: %1").arg(leading.value(QStringLiteral("skillTitle")).toString())));
        QCOMPARE(skill().id(), leading.value(QStringLiteral("skill")).toString());
        QCOMPARE(skill().state(), SkillView::Running);
        QCOMPARE(uses().size(), 1);
        QCOMPARE(uses().first().skill, first);
        QVERIFY(press("Close") && waitFor("All skills"));
    }

    /// What the clinic asked for is told although it leads on: its page comes first, and the way on is there.
    void whatLeadsOnIsToldFirst()
    {
        const QByteArray task = R"({"resourceType":"Task","id":"ask","status":"requested","intent":"order",
            "focus":{"reference":"Library/wind-down"}})";
        Store &store = account().records()->store();
        QVERIFY(store.putRecords({{QStringLiteral("Task"), QStringLiteral("ask"), QStringLiteral("1"), wednesday, {}, task}}));
        m_stage->app().navigator().go(Navigator::Skill, QStringLiteral("wind-down"));
        QVERIFY2(press("Turn the lights low.*") && press("Go on: Long out-breath"), qPrintable(screen().spoken()));
        QVERIFY2(press("Tell my clinic that I did this") && has("Did it help?"), qPrintable(screen().spoken()));
        const qsizetype before = store.outbox().all().value().size();
        QVERIFY2(press("Go on: Long out-breath"), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return skill().id() == QLatin1String("long-out-breath"); }));
        QCOMPARE(skill().state(), SkillView::Running);
        QCOMPARE(store.outbox().all().value().size(), before + 1);
    }

    void somebodyIsReached()
    {
        const QString reach = ofKind(QStringLiteral("reach-out"));
        QVERIFY(!reach.isEmpty());
        QVERIFY(press("Skills") && press("See all *") && press(reach + QStringLiteral(", *")));
        QVERIFY2(press("Choose a person*") && screen().type(QStringLiteral("Name"), QStringLiteral("Rosa")),
                 qPrintable(screen().spoken()));
        QVERIFY(screen().type(QStringLiteral("Phone number"), QStringLiteral("207-555-0142")) && press("Save"));
        const QStringList messages = skill().script().value(QStringLiteral("messages")).toStringList();
        QVERIFY(press(messages.at(1)) && press("Text Rosa"));
        QCOMPARE(m_stage->dialer().texted(), QStringList{QStringLiteral("2075550142")});
        QCOMPARE(m_stage->dialer().messages(), QStringList{messages.at(1)});
        QVERIFY(press("Call Rosa*"));
        QCOMPARE(m_stage->dialer().called(), QStringList{QStringLiteral("2075550142")});
        m_stage->dialer().setCanCall(false);
        QVERIFY(press("Call Rosa*") && waitFor("Call this number on any phone*"));
        QVERIFY(press("Done") && waitFor("Did it help?"));
    }

    /// Of several people each can be called and written to: the first may not answer.
    void anotherOneIsReached()
    {
        MyPeopleView &people = m_stage->app().myPeople();
        QVERIFY(people.save({}, QStringLiteral("Rosa"), QStringLiteral("207-555-0142"), QStringLiteral("Sister"), {}));
        QVERIFY(people.save({}, QStringLiteral("James"), QStringLiteral("207-555-0177"), {}, QStringLiteral("Call me, please")));
        QVERIFY(press("Skills") && press("See all *") && press(ofKind(QStringLiteral("reach-out")) + QStringLiteral(", *")));
        QVERIFY2(press("Call James*") && screen().has(QStringLiteral("Call Rosa*")), qPrintable(screen().spoken()));
        QCOMPARE(m_stage->dialer().called(), QStringList{QStringLiteral("2075550177")});
        const QStringList messages = skill().script().value(QStringLiteral("messages")).toStringList();
        QVERIFY(press(messages.at(1)) && waitFor("Text Rosa") && press("James") && press("Text James"));
        QCOMPARE(m_stage->dialer().texted(), QStringList{QStringLiteral("2075550177")});
        QCOMPARE(m_stage->dialer().messages(), QStringList{messages.at(1)}); // and not what is ready for James
        QVERIFY(press("Done") && waitFor("Did it help?"));
    }

    void whatWasWrittenStandsThereAfterChoosingWhoGetsIt()
    {
        QVERIFY(press("Skills") && press("See all *") && press(ofKind(QStringLiteral("reach-out")) + QStringLiteral(", *")));
        QVERIFY2(screen().type(QStringLiteral("Your message"), QStringLiteral("Can you come by at 6?")),
                 qPrintable(screen().spoken()));
        QVERIFY(press("Choose who gets it") && screen().type(QStringLiteral("Name"), QStringLiteral("Rosa")));
        QVERIFY(press("Back") && press("Choose a person*") && waitFor("Add a person") && press("Back")); // looked, and not chosen
        QVERIFY2(press("Choose who gets it") && screen().type(QStringLiteral("Name"), QStringLiteral("Rosa")),
                 qPrintable(screen().spoken()));
        QVERIFY(screen().type(QStringLiteral("Phone number"), QStringLiteral("207-555-0142")) && press("Save"));
        QVERIFY(press("Text Rosa"));
        QVERIFY2(m_stage->dialer().messages().value(0).startsWith(QStringLiteral("Can you come by at 6?")),
                 qPrintable(m_stage->dialer().messages().join(u'|')));
        // Once it is over, nothing of it is left.
        QVERIFY(press("Done") && waitFor("Did it help?"));
        QCOMPARE(skill().message(), QString());
    }

    void eachCardHasAReply()
    {
        const QString game = ofKind(QStringLiteral("cards"));
        QVERIFY(!game.isEmpty());
        QVERIFY(press("Skills") && press("See all *") && press(game + QStringLiteral(", *")));
        const QVariantList cards = skill().script().value(QStringLiteral("cards")).toList();
        QVERIFY(cards.size() >= 6);
        // Nobody reads what they type: the reply must be true of all of it.
        QVERIFY(screen().type(QStringLiteral("Or in your own words"), QStringLiteral("I will use anyway")));
        QVERIFY2(waitFor("These are your own words. Do they help you hold on to what you want?"), qPrintable(screen().spoken()));
        for (qsizetype i = 0; i < cards.size(); ++i) {
            const QVariantMap answer = cards.at(i).toMap().value(QStringLiteral("answers")).toList().at(i % 2).toMap();
            QVERIFY2(press(answer.value(QStringLiteral("say")).toString()), qPrintable(screen().spoken()));
            QVERIFY(screen().waitFor(answer.value(QStringLiteral("reply")).toString()));
            QVERIFY(press(i + 1 < cards.size() ? "Next card" : "Finish"));
        }
        QVERIFY(waitFor("Did it help?"));
        QCOMPARE(uses().size(), 1);
    }

    void inSpanishAndAfterAnUpdateOfTheWords()
    {
        QVERIFY(press("Skills") && press("Long out-breath, *") && waitFor("Close"));
        const QString english = skill().title();
        m_stage->app().preferences().setLanguage(QStringLiteral("es"));
        QVERIFY(screen().waitUntil([&] { return skill().title() != english; }));
        QCOMPARE(skill().state(), SkillView::Running); // it goes on
        QCOMPARE(skill().id(), QStringLiteral("long-out-breath"));
        // Who reviewed it, too.
        QVERIFY2(skill().origin().contains(QStringLiteral("Un profesional clínico todavía no lo ha revisado"))
                     && !skill().origin().contains(QStringLiteral("clinician")),
                 qPrintable(skill().origin()));
        m_stage->app().preferences().setLanguage(QStringLiteral("en"));
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    TestSkills test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_skills.moc"
