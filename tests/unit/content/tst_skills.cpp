// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ContentTexts.h"
#include "content/Lessons.h"
#include "content/Skills.h"

#include <QTest>

using namespace handrail;

/// The files of skills, modules and lessons: what is whole is read, and what is not is refused with its reason.
class TestSkills final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSkillIsRead()
    {
        const auto skill = readSkill(texts::skill("feet-down"));
        QVERIFY2(skill, qPrintable(skill ? QString() : skill.error().detail));
        QCOMPARE(skill->id, QStringLiteral("feet-down"));
        QCOMPARE(skill->title, QStringLiteral("Feet on the floor"));
        QCOMPARE(skill->use, QStringLiteral("Come back to now"));
        QCOMPARE(skill->icon, QStringLiteral("leaf"));
        QCOMPARE(skill->minutes, 2);
        QCOMPARE(skill->modality, Modality::Mindfulness);
        QCOMPARE(skill->needs, (QList<Need>{Need::Anxious, Need::Craving}));
        QCOMPARE(skill->cautions, QStringList{QStringLiteral("Stop if it gets worse.")});
        QVERIFY(skill->isRated);
        QCOMPARE(skill->about.size(), 1);
        QCOMPARE(
            skill->steps,
            (QStringList{QStringLiteral("Sit down."), QStringLiteral("Press your feet down."), QStringLiteral("Look around.")}));
        QCOMPARE(std::get<StepsExercise>(skill->exercise).steps.size(), 2);
        QCOMPARE(skill->afterwards, QStringLiteral("You took a moment. Go on when you like."));
        QCOMPARE(skill->origin.reviewDate, QDate(2026, 11, 26));
        QCOMPARE(skill->origin.sources, QStringList{QStringLiteral("Own wording")});

        const auto head = readSkillHead(texts::skill("feet-down"));
        QVERIFY(head);
        QCOMPARE(head->needs, skill->needs);
        // A head costs no reading of the body.
        QByteArray broken = texts::skill("feet-down");
        broken.replace("## Steps", "## Step");
        QVERIFY(readSkillHead(broken));
    }

    void namesGoBothWays()
    {
        for (int need = 0; need <= int(Need::Bored); ++need)
            QCOMPARE(needNamed(nameOf(Need(need))), Need(need));
        QVERIFY(!needNamed(u"happy"));
        QCOMPARE(nameOf(Modality::Motivational), QStringLiteral("motivational"));
    }

    void mistakesOfSkills_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("what");
        const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const char *what) {
            QTest::newRow(name) << from << to << QString::fromLatin1(what);
        };
        row("no front matter", "---\nid", "id", "front matter");
        row("front matter that never ends", "---\nThe floor", "The floor", "front matter");
        row("other line ends", "\n", "\r\n", "front matter");
        row("a key twice", "icon: leaf", "icon: leaf\nicon: wave", "icon: twice");
        row("a key of its own", "icon: leaf", "icon: leaf\nscript: x", "script");
        row("an item of no list", "icon: leaf\n", "icon: leaf\n- a\n", "an item");
        row("quotes", "title: Feet", "title: \"Feet", "title: plain");
        row("a value that is a list", "icon: leaf", "icon:\n- leaf", "icon: missing");
        row("no title", "title: Feet on the floor\n", "", "title: missing");
        row("no sources", "sources:\n- Own wording\n", "", "sources: missing");
        row("empty sources", "- Own wording\n", "", "sources: no list");
        row("no reviewer", "reviewedBy", "reviewed", "not known");
        row("a date that is none", "2026-11-26", "2026-13-26", "reviewDate");
        row("a date in words", "2026-11-26", "today", "reviewDate");
        row("an id that is none", "id: feet-down", "id: Feet_Down", "id");
        row("negative minutes", "minutes: 2", "minutes: -2", "minutes");
        row("minutes in words", "minutes: 2", "minutes: two", "minutes");
        row("another modality", "mindfulness", "magic", "modality");
        row("rated in other words", "icon: leaf", "icon: leaf\nrated: maybe", "rated");
        row("another need", "- craving", "- happy", "needs");
        row("a need twice", "- craving", "- anxious", "needs");
        row("a title that turns", "title: Feet", "title: \u202eFeet", "not seen");
        row("no steps", "## Steps", "## Stairs", "## Steps");
        row("two steps", "3. Look around.\n", "", "steps");
        row("steps without numbers", "1. Sit down.\n2. Press your feet down.\n3. Look around.", "- a\n- b\n- c", "steps");
        row("steps in steps", "2. Press", "   1. Press", "steps");
        row("no exercise", "```exercise", "```json", "exercise");
        row("a script with a mistake", "\"kind\":\"steps\"", "\"kind\":\"stairs\"", "exercise: kind");
        row("nothing afterwards", "You took a moment. Go on when you like.\n", "", "at the end");
        row("more afterwards", "when you like.\n", "when you like.\n\nMore.\n", "at the end");
        row("an image", "The floor", "![x](https://example.org/x.png) The floor", "image");
        row("a link elsewhere", "The floor", "[The floor](javascript:x)", "link");
        row("a quote", "The floor", "> The floor", "quote");
        row("html", "The floor", "The <b>floor", "html");
        row("a script", "The floor", "<script>alert(1)</script> The floor", "html");
        row("nothing before the steps", "The floor holds you. It helps to feel it.\n", "", "before the steps");
    }

    void mistakesOfSkills()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, what);
        QByteArray text = texts::skill("feet-down");
        QVERIFY(text.contains(from));
        text.replace(from, to);
        const auto skill = readSkill(text);
        QVERIFY(!skill);
        QCOMPARE(skill.error().kind, ProblemKind::BadData);
        QVERIFY2(skill.error().detail.contains(what), qPrintable(skill.error().detail));
    }

    void aSkillThatLeadsToItselfIsRefused()
    {
        const QByteArray script =
            R"({"kind":"choose","ask":"Which?","options":[{"say":"A","do":"B.","next":"skill:feet-down"},{"say":"C","do":"D.","next":"end"}]})";
        QVERIFY(!readSkill(texts::skill("feet-down", script)));
        QVERIFY(readSkill(texts::skill("feet-up", script)));
    }

    void aModuleIsRead()
    {
        const auto module = readModule(texts::module("urges"));
        QVERIFY2(module, qPrintable(module ? QString() : module.error().detail));
        QCOMPARE(module->title, QStringLiteral("Urges"));
        QCOMPARE(module->audience, Audience::Patient);
        QCOMPARE(module->order, 3);
        QCOMPARE(module->quiz.questions.size(), 5);
        QCOMPARE(module->quiz.questions.at(1).ask, QStringLiteral("What do urges do 1?"));
        QCOMPARE(module->quiz.questions.at(1).answers.size(), 3);
        QVERIFY(module->quiz.questions.at(1).answers.at(1).isBest);
        QCOMPARE(plainText(module->quiz.questions.at(1).answers.at(2).say), QStringLiteral("They never come."));
        QCOMPARE(plainText(module->quiz.questions.at(1).answers.at(2).reply), QStringLiteral("It can feel so. Most pass soon."));
        QVERIFY(readModuleHead(texts::module("urges")));
    }

    void aLessonIsRead()
    {
        const auto lesson = readLesson(texts::lesson("the-wave", "feet-down"), QStringLiteral("urges"));
        QVERIFY2(lesson, qPrintable(lesson ? QString() : lesson.error().detail));
        QCOMPARE(lesson->module, QStringLiteral("urges"));
        QCOMPARE(lesson->skills, QStringList{QStringLiteral("feet-down")});
        QCOMPARE(lesson->cards.size(), 4);
        QCOMPARE(lesson->cards.at(0).title, QStringLiteral("It rises"));
        QCOMPARE(std::get<Drawing>(lesson->cards.at(0).blocks.at(1)).name, QStringLiteral("craving-wave"));
        QCOMPARE(std::get<ItemList>(lesson->cards.at(1).blocks.at(1)).items.size(), 2);
        QVERIFY(lesson->cards.at(2).check && !lesson->cards.at(3).check);
        QVERIFY(readLessonHead(texts::lesson("the-wave", "feet-down"), QStringLiteral("urges")));
    }

    void mistakesOfLessons_data()
    {
        QTest::addColumn<bool>("isModule");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("what");
        const auto row = [](const char *name, bool isModule, const QByteArray &from, const QByteArray &to, const char *what) {
            QTest::newRow(name) << isModule << from << to << QString::fromLatin1(what);
        };
        row("another audience", true, "patient", "staff", "audience");
        row("no order", true, "order: 3", "order: 0", "order");
        row("no quiz", true, "## Quiz", "## Test", "## Quiz");
        row("4 questions", true, texts::question("What do urges do 4?", 1), "", "5 questions");
        row("6 questions", true, texts::question("What do urges do 4?", 1), texts::question("a?", 1).repeated(2), "5 questions");
        row("two best answers", true, "- [ ] They last", "- [x] They last", "one best");
        row("no best answer", true, "- [x]", "- [ ]", "one best");
        row("an answer without reply", true, "They never come.\n  It can feel so. Most pass soon.", "They never come.",
            "without a reply");
        row("answers without boxes", true, "- [ ] They never", "- They never", "not allowed: check");
        row("one answer", true,
            "- [ ] They last all day.\n  It can feel so. Most pass soon.\n- [ ] They never come.\n  It can feel so. Most pass "
            "soon.\n",
            "", "2 or 3 answers");
        row("more in the quiz", true, "### What do urges do 0?", "Text.\n\n### What do urges do 0?", "no ### question");
        row("3 cards", false, "## It peaks\n", "", "4 to 6 cards");
        row("7 cards", false, "## It peaks\n", "## a\n\nx\n\n## b\n\nx\n\n## c\n\nx\n\n## It peaks\n", "4 to 6 cards");
        row("words before the first card", false, "## It rises", "Words.\n\n## It rises", "before the first card");
        row("an empty card", false, "## It peaks", "## Nothing\n\n## It peaks", "an empty card");
        row("two drawings", false, "## It peaks\n", "## It peaks\n\n![a](drawing:rail-steps)\n\n", "drawing");
        row("two checks", false, "## One small thing\n", "## One small thing\n\nx\n\n" + texts::question("And?", 0) + "## x\n\n",
            "check");
        row("words after a check", false, "## One small thing\n", "", "after a check");
        row("a list of five", false, "- Breathe out.\n", QByteArray("- Breathe out.\n").repeated(4), "list of at most 4");
        row("a list in a list", false, "- Look", "  - Look", "list of at most 4");
        row("code", false, "- Breathe out.\n", "```\ncode\n```\n", "neither paragraph");
        row("a skill that is no id", false, "skills:\n- feet-down", "skills:\n- Feet down", "skills");
        row("4 skills", false, "skills:\n", "skills:\n- a\n- b\n- c\n", "skills");
        row("an hour", false, "minutes: 2", "minutes: 60", "minutes");
    }

    void mistakesOfLessons()
    {
        QFETCH(bool, isModule);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, what);
        QByteArray text = isModule ? texts::module("urges") : texts::lesson("the-wave", "feet-down");
        QVERIFY(text.contains(from));
        text.replace(from, to);
        const auto read = isModule ? readModule(text).map([](const ModuleText &) {})
                                   : readLesson(text, QStringLiteral("urges")).map([](const LessonText &) {});
        QVERIFY(!read);
        QVERIFY2(read.error().detail.contains(what), qPrintable(read.error().detail));
    }

    void ids()
    {
        for (const char *id : {"a", "five-four-three-two-one", "a1-2b"})
            QVERIFY2(isContentId(QString::fromLatin1(id)), id);
        for (const char *id : {"", "-", "a-", "-a", "a--b", "A", "1a", "a_b", "a/b", "..", "a.b", "a b", "a\n"})
            QVERIFY2(!isContentId(QString::fromLatin1(id)), id);
        QVERIFY(!isContentId(QString(65, u'a')));
    }
};

QTEST_GUILESS_MAIN(TestSkills)
#include "tst_skills.moc"
