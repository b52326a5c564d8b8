// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/Exercise.h"

#include <QMap>
#include <QTest>

using namespace handrail;

namespace {

const QMap<QString, QByteArray> &scripts()
{
    static const QMap<QString, QByteArray> all{
        {QStringLiteral("breath"),
         R"({"kind":"breath","minutes":[3,2,5],"phases":[{"say":"Breathe in","seconds":4,"shape":"grow","haptic":"rise"},
            {"say":"Hold","seconds":4,"shape":"stay","optional":true},{"say":"Breathe out","seconds":6,"shape":"shrink","haptic":"fall"}],
            "lines":["One line a round.","And the next."]})"},
        {QStringLiteral("wave"), R"({"kind":"wave","minutes":[3],"ask":"Where is it?","places":["Chest","Belly"],
            "phases":[{"say":"In","seconds":4,"shape":"grow"},{"say":"Out","seconds":6,"shape":"shrink"}],
            "rises":["It rises."],"peaks":["It peaks."],"fades":["It fades."]})"},
        {QStringLiteral("timer"), R"({"kind":"timer","check":{"say":"A heart problem?","yes":"skip-cold"},
            "steps":[{"id":"cold","say":"Cold water.","seconds":25,"more":"On your face.","skippedBy":"skip-cold"},
                     {"say":"Move.","seconds":60,"haptic":"tick"}],"bell":true,"rounds":2})"},
        {QStringLiteral("wait"), R"({"kind":"wait","minutes":[15,5],"say":"Wait.","choose":"Pick one","suggestions":["Walk"],
            "after":{"say":"And now?","answers":[{"say":"Wait more","next":"again"},{"say":"Call","next":"skill:reach-out"},{"say":"Okay","next":"end"}]}})"},
        {QStringLiteral("steps"),
         R"({"kind":"steps","steps":[{"title":"Freeze","say":"Stand still."},{"title":"Look","say":"Around.","seconds":5}]})"},
        {QStringLiteral("count"),
         R"({"kind":"count","rounds":[{"count":5,"say":"things that you see","examples":["a door"]},{"count":4,"say":"to touch"}]})"},
        {QStringLiteral("worksheet"),
         R"({"kind":"worksheet","fields":[{"id":"happened","label":"What happened?","type":"text","hint":"Facts."},
            {"id":"strength","label":"How strong?","type":"scale","low":"Not","high":"Very"},{"id":"choice","label":"Which?","type":"choice","options":["A","B"],"help":[2]},
            {"id":"more","label":"Which?","type":"choices","options":["A","B"]},{"id":"ideas","label":"3 ideas","type":"list","count":3},
            {"id":"who","label":"Who?","type":"person"},{"id":"when","label":"When?","type":"time"},
            {"id":"both","label":"Sides","type":"grid","columns":["For","Against"],"rows":["Acting","Waiting"]},
            {"id":"day","label":"Day","type":"planner","from":7,"to":22,"marks":["Risky"]}],"summary":"happened"})"},
        {QStringLiteral("cards"),
         QByteArray(R"({"kind":"cards","cards":[)")
             + QByteArray(
                   R"({"front":"Just one.","hint":"Answer","answers":[{"say":"No.","reply":"Good.","best":true},{"say":"Hm.","reply":"It pulls."}],"own":true},)")
                   .repeated(5)
             + R"({"front":"Last.","answers":[{"say":"No.","reply":"Good.","best":true},{"say":"Hm.","reply":"It pulls."}]}]})"},
        {QStringLiteral("list"), R"({"kind":"list","id":"reasons","ask":"Why?","suggestions":["My kids"],
            "groups":[{"id":"low","label":"Little energy","suggestions":["Tea"]}],"pick":true})"},
        {QStringLiteral("checklist"),
         R"({"kind":"checklist","items":[{"id":"lights","say":"Lights low.","minutes":1},{"id":"phone","say":"Phone away."}],
            "then":"skill:long-out-breath"})"},
        {QStringLiteral("choose"),
         R"({"kind":"choose","ask":"Which fits?","options":[{"say":"Hungry","do":"Eat.","next":"end","help":true},
            {"say":"Angry","do":"Step back.","next":"skill:stop-and-step-back"}]})"},
        {QStringLiteral("reach-out"),
         R"({"kind":"reach-out","ask":"Who?","messages":["Hi, can you talk?"],"calling":["I have a hard time."]})"},
    };
    return all;
}

} // namespace

/// The scripts that players run: each kind is read whole, and each mistake is named with its place.
class TestExercise final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindIsRead()
    {
        QCOMPARE(std::size_t(scripts().size()), std::variant_size_v<Exercise>);
        for (auto script = scripts().begin(); script != scripts().end(); ++script) {
            const auto read = readExercise(*script);
            QVERIFY2(read, qPrintable(script.key() + u' ' + (read ? QString() : read.error().detail)));
            QCOMPARE(kindOf(*read), script.key());
            QVERIFY(!wordsOf(*read).isEmpty());
            QVERIFY(!wordsOf(*read).contains(QString()));
        }
    }

    void whatIsReadIsWhatIsWritten()
    {
        const auto breath = std::get<BreathExercise>(*readExercise(scripts().value(QStringLiteral("breath"))));
        QCOMPARE(breath.minutes, (QList<int>{3, 2, 5}));
        QCOMPARE(breath.phases.at(1), (BreathPhase{QStringLiteral("Hold"), 4, BreathPhase::Shape::Stay, Haptic::None, true}));
        QCOMPARE(breath.phases.at(2),
                 (BreathPhase{QStringLiteral("Breathe out"), 6, BreathPhase::Shape::Shrink, Haptic::Fall, false}));
        const auto timer = std::get<TimerExercise>(*readExercise(scripts().value(QStringLiteral("timer"))));
        QCOMPARE(timer.check->yes, timer.steps.at(0).skippedBy);
        QCOMPARE(timer.steps.at(1).haptic, Haptic::Tick);
        QCOMPARE(timer.rounds, 2);
        QVERIFY(timer.hasBell);
        const auto sheet = std::get<WorksheetExercise>(*readExercise(scripts().value(QStringLiteral("worksheet"))));
        for (qsizetype i = 0; i < sheet.fields.size(); ++i)
            QCOMPARE(int(sheet.fields.at(i).type), int(i)); // in the order of Type
        QCOMPARE(sheet.fields.at(8).to, 22);
        QCOMPARE(sheet.fields.at(2).helps, QStringList{QStringLiteral("B")});
        QCOMPARE(sheet.fields.at(3).helps, QStringList());
        const auto cards = std::get<CardsExercise>(*readExercise(scripts().value(QStringLiteral("cards"))));
        QVERIFY(cards.cards.at(0).canAnswerOwn && !cards.cards.at(5).canAnswerOwn);
        QVERIFY(cards.cards.at(0).answers.at(0).isBest && !cards.cards.at(0).answers.at(1).isBest);
        const auto choose = std::get<ChooseExercise>(*readExercise(scripts().value(QStringLiteral("choose"))));
        QVERIFY(choose.options.at(0).isHelp && !choose.options.at(1).isHelp);
        const auto wait = *readExercise(scripts().value(QStringLiteral("wait")));
        QCOMPARE(exitsOf(wait), (QList<Next>{{Next::Kind::Again, {}}, {Next::Kind::Skill, QStringLiteral("reach-out")}, {}}));
        QCOMPARE(
            wordsOf(wait),
            (QStringList{QStringLiteral("Wait."), QStringLiteral("Pick one"), QStringLiteral("Walk"), QStringLiteral("And now?"),
                         QStringLiteral("Wait more"), QStringLiteral("Call"), QStringLiteral("Okay")}));
        QCOMPARE(exitsOf(*readExercise(scripts().value(QStringLiteral("steps")))), QList<Next>());
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *kind, const QByteArray &from, const QByteArray &to, const char *place) {
            QTest::newRow(name) << QString::fromLatin1(kind) << from << to << QString::fromLatin1(place);
        };
        row("cut short", "breath", "]}", "", "no JSON object");
        row("a kind of its own", "breath", "\"breath\"", "\"game\"", "kind");
        row("no kind", "breath", "\"kind\"", "\"kin\"", "kind");
        row("a negative time", "breath", "\"seconds\":4", "\"seconds\":-4", "phases[0].seconds");
        row("no time", "breath", "\"seconds\":6", "\"seconds\":0", "phases[2].seconds");
        row("a huge time", "timer", "\"seconds\":25", "\"seconds\":3601", "steps[0].seconds");
        row("an endless time", "timer", "\"seconds\":25", "\"seconds\":1e300", "steps[0].seconds");
        row("a breath of an hour", "breath", "\"seconds\":4", "\"seconds\":61", "phases[0].seconds");
        row("half a second", "timer", "\"seconds\":25", "\"seconds\":2.5", "steps[0].seconds");
        row("a time in words", "timer", "\"seconds\":25", "\"seconds\":\"25\"", "steps[0].seconds");
        row("over an hour in all", "timer", "\"seconds\":60", "\"seconds\":1790", "steps");
        row("rounds without number", "timer", "\"rounds\":2", "\"rounds\":1000000", "rounds");
        row("negative minutes", "breath", "[3,2,5]", "[3,-2]", "minutes");
        row("a day of minutes", "wait", "[15,5]", "[1440]", "minutes");
        row("no minutes", "wait", "[15,5]", "[]", "minutes");
        row("a length twice", "wait", "[15,5]", "[15,15]", "minutes");
        row("a key that is not known", "steps", "\"title\"", "\"url\":\"x\",\"title\"", "steps[0].url");
        row("a text missing", "steps", "\"say\":\"Around.\",", "", "steps[1].say");
        row("an empty text", "steps", "\"Around.\"", "\"  \"", "steps[1].say");
        row("a long text", "steps", "\"Around.\"", "\"" + QByteArray(401, 'x') + "\"", "steps[1].say");
        row("a text that turns", "steps", "\"Around.\"", "\"\\u202eAround\"", "steps[1].say");
        row("a text with a zero", "steps", "\"Around.\"", "\"\\u0000\"", "steps[1].say");
        row("a number for a text", "steps", "\"Around.\"", "7", "steps[1].say");
        row("one step", "steps", ",{\"title\":\"Look\",\"say\":\"Around.\",\"seconds\":5}", "", "steps");
        row("1,000 steps", "steps", "\"steps\":[", "\"steps\":[" + QByteArray("{\"title\":\"a\",\"say\":\"b\"},").repeated(1000),
            "steps");
        row("steps that are no list", "steps", "\"steps\":[", "\"more\":1,\"steps\":{},\"x\":[", "more");
        row("a shape that is none", "breath", "\"grow\"", "\"spin\"", "phases[0].shape");
        row("a haptic that is none", "breath", "\"rise\"", "\"shock\"", "phases[0].haptic");
        row("optional in words", "breath", "\"optional\":true", "\"optional\":\"yes\"", "phases[1].optional");
        row("nothing left without holding", "breath", "\"seconds\":6,", "\"seconds\":6,\"optional\":true,", "phases");
        row("skips nothing", "timer", "\"skippedBy\":\"skip-cold\"", "\"more\":\"\"", "steps[0]");
        row("skipped by another word", "timer", "\"skippedBy\":\"skip-cold\"", "\"skippedBy\":\"cold\"", "steps[0].skippedBy");
        row("skips all", "timer", "\"haptic\":\"tick\"", "\"skippedBy\":\"skip-cold\"", "check");
        row("a next of its own", "wait", "\"next\":\"end\"", "\"next\":\"home\"", "answers[2].next");
        row("a next elsewhere", "wait", "skill:reach-out", "https://example.org", "answers[1].next");
        row("a next outside", "wait", "skill:reach-out", "skill:../x", "answers[1].next");
        row("a list that begins again for ever", "checklist", "skill:long-out-breath", "again", "a loop");
        row("a field id twice", "worksheet", "\"id\":\"who\"", "\"id\":\"when\"", "fields[6].id: used twice");
        row("no field id", "worksheet", "\"id\":\"who\"", "\"id\":\"Who is it\"", "fields[5].id");
        row("a type that is none", "worksheet", "\"type\":\"person\"", "\"type\":\"photo\"", "fields[5].type");
        row("a scale without ends", "worksheet", "\"low\":\"Not\",", "", "fields[1].low");
        row("options for a text", "worksheet", "\"type\":\"text\"", "\"type\":\"text\",\"options\":[\"a\",\"b\"]",
            "fields[0].options");
        row("an option twice", "worksheet", "[\"A\",\"B\"]", "[\"A\",\"A\"]", "fields[2].options");
        row("help at an option that is not there", "worksheet", "\"help\":[2]", "\"help\":[3]", "fields[2].help");
        row("help at no option", "worksheet", "\"help\":[2]", "\"help\":[]", "fields[2].help");
        row("help at a word", "worksheet", "\"help\":[2]", "\"help\":[\"B\"]", "fields[2].help");
        row("help that is no yes or no", "choose", "\"help\":true", "\"help\":[1]", "options[0].help");
        row("help for a text", "worksheet", "\"type\":\"text\"", "\"type\":\"text\",\"help\":[1]", "fields[0].help");
        row("a day that ends before", "worksheet", "\"from\":7", "\"from\":22", "fields[8].to");
        row("25 hours", "worksheet", "\"to\":22", "\"to\":25", "fields[8].to");
        row("a summary that is no field", "worksheet", "\"summary\":\"happened\"", "\"summary\":\"x\"", "summary");
        row("two best answers", "cards", "\"It pulls.\"", "\"It pulls.\",\"best\":true", "cards[0].answers");
        row("no best answer", "cards", ",\"best\":true", "", "cards[0].answers");
        row("an answer without reply", "cards", "\"reply\":\"Good.\",", "", "cards[0].answers[0].reply");
        row("count nothing", "count", "\"count\":5", "\"count\":0", "rounds[0].count");
        row("a group id twice", "list", "\"id\":\"low\"", "\"id\":\"reasons\"", "groups[0].id: used twice");
        row("a list of nothing", "reach-out", "[\"Hi, can you talk?\"]", "[]", "messages");
        row("a list of one thing to do", "choose",
            ",\n            {\"say\":\"Angry\",\"do\":\"Step back.\",\"next\":\"skill:stop-and-step-back\"}", "", "options");
    }

    void mistakesAreNamed()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, place);
        QByteArray script = scripts().value(kind);
        QVERIFY2(script.contains(from), script.constData());
        script.replace(from, to);
        const auto read = readExercise(script);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ProblemKind::BadData);
        QVERIFY2(read.error().detail.contains(place), qPrintable(read.error().detail));
    }

    void whatIsNoScriptIsRefused()
    {
        for (const QByteArray &json : {QByteArray(), QByteArray("[]"), QByteArray("7"), QByteArray("{}"),
                                       QByteArray("[").repeated(100000), QByteArray("{\"a\":").repeated(20000),
                                       QByteArray(QByteArray(65 * 1024, ' ') + scripts().value(QStringLiteral("steps")))})
            QVERIFY(!readExercise(json));
    }
};

QTEST_GUILESS_MAIN(TestExercise)
#include "tst_exercise.moc"
