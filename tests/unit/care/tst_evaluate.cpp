// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SaidLine.h"
#include "care/Evaluate.h"
#include "content/Questionnaires.h"
#include "content/ContentLibrary.h"
#include "fhir/Read.h"
#include "form/FormState.h"

#include <QRandomGenerator>
#include <QTest>

using namespace handrail;
using test::said;

namespace {

const QDate today(2026, 11, 18);

Form dailyForm()
{
    return fhir::readQuestionnaire(dailyCheckInQuestionnaire()).value_or(Form());
}

FormItem choice(const QString &linkId, const QStringList &codes, const QList<double> &weights = {})
{
    FormItem item;
    item.linkId = linkId;
    item.control = Control::Choice;
    item.type = ItemType::Choice;
    for (qsizetype i = 0; i < codes.size(); ++i) {
        Option option;
        option.code = codes.at(i);
        option.hasWeight = i < weights.size();
        option.weight = option.hasWeight ? weights.at(i) : 0;
        item.options << option;
    }
    return item;
}

/// The last two items of a PHQ-9, in a group, with the LOINC codes as linkIds.
Form phq9()
{
    FormItem group;
    group.linkId = QStringLiteral("/44249-1");
    group.control = Control::Group;
    group.type = ItemType::Group;
    const QStringList codes{QStringLiteral("LA6568-5"), QStringLiteral("LA6569-3"), QStringLiteral("LA6570-1"),
                            QStringLiteral("LA6571-9")};
    group.children = {choice(QStringLiteral("/44249-1/44253-3"), codes, {0, 1, 2, 3}),
                      choice(QStringLiteral("/44249-1/44260-8"), codes, {0, 1, 2, 3})};
    Form form;
    form.items = {group};
    return form;
}

/// "1: mood=low; 2: mood=low": days ago, newest first.
QList<AnsweredDay> before(const QString &lines)
{
    QList<AnsweredDay> days;
    for (const QString &line : lines.split(u';', Qt::SkipEmptyParts))
        days << AnsweredDay{today.addDays(-line.section(u':', 0, 0).toInt()), said(line.section(u':', 1))};
    return days;
}

QString named(const Action &action)
{
    static const QMap<ActionKind, QString> names{
        {ActionKind::SafetyPage, QStringLiteral("page")},
        {ActionKind::HelpOffered, QStringLiteral("offer-help")},
        {ActionKind::HelpLink, QStringLiteral("help")},
        {ActionKind::AfterUse, QStringLiteral("after-use")},
        {ActionKind::Skill, QString()},
        {ActionKind::AskTeamForCall, QStringLiteral("ask-team")},
        {ActionKind::TellTeam, QStringLiteral("tell-team")},
        {ActionKind::TalkBeforeChange, QStringLiteral("talk-first")},
        {ActionKind::ScreenEarly, QStringLiteral("phq2")},
        {ActionKind::Module, QStringLiteral("module:")},
        {ActionKind::NextSession, QStringLiteral("next-session")},
        {ActionKind::Affirm, QStringLiteral("affirm")},
    };
    return names.value(action.kind) + action.id;
}

QString named(const Outcome &outcome)
{
    QStringList names;
    for (const Action &action : outcome.actions)
        names << named(action);
    return names.join(u' ');
}

} // namespace

/// What answers lead to: the table of design clinical 3.2.
class TestEvaluate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTable_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("earlier");
        QTest::addColumn<QString>("actions");
        QTest::addColumn<int>("flag");
        const auto row = [](const char *name, const char *now, const char *earlier, const char *actions, Flag flag = Flag::None) {
            QTest::newRow(name) << QString::fromLatin1(now) << QString::fromLatin1(earlier) << QString::fromLatin1(actions)
                                << int(flag);
        };
        row("nothing", "", "", "");
        row("safety yes", "safety=yes", "", "page help", Flag::Urgent);
        row("safety not sure", "safety=not-sure", "", "page help", Flag::Urgent);
        row("safety no", "safety=no", "", "affirm next-session");
        row("safety unsaid", "safety=rather-not-say", "", "offer-help help", Flag::Info);
        row("safety yes once is not safety yes today", "safety=no", "1:safety=yes", "affirm next-session");
        row("used", "use=yes", "", "after-use ask-team", Flag::Review);
        row("used, a boolean", "use=true", "", "after-use ask-team", Flag::Review);
        row("used, in a clinic's own code", "use=a-little", "", "after-use ask-team", Flag::Review);
        row("used, in a number", "use=2", "", "after-use ask-team", Flag::Review);
        row("did not use, a boolean", "use=false", "", "affirm next-session");
        row("use unsaid", "use=rather-not-say", "", "affirm next-session");
        row("did not use", "use=no", "", "affirm next-session");
        row("urge 3", "craving=3", "", "affirm next-session");
        row("urge 4", "craving=4", "", "wait-do-choose play-it-forward");
        row("urge 6", "craving=6", "", "wait-do-choose play-it-forward");
        row("urge 7", "craving=7", "", "ride-the-urge");
        row("urge 8", "craving=8", "", "ride-the-urge");
        row("urge 9", "craving=9", "", "ride-the-urge help");
        row("urge 10", "craving=10", "", "ride-the-urge help");
        row("mood very low", "mood=very-low", "", "opposite-action kind-voice");
        row("mood low", "mood=low", "", "opposite-action kind-voice");
        row("mood okay", "mood=okay", "1:mood=low;2:mood=low", "affirm next-session");
        row("mood low two days", "mood=low", "1:mood=low", "opposite-action kind-voice");
        row("mood low three days", "mood=low", "1:mood=very-low;2:mood=low", "opposite-action kind-voice ask-team phq2");
        row("mood low, with a day between", "mood=low", "1:mood=low;3:mood=low", "opposite-action kind-voice");
        row("mood low, a day unsaid", "mood=low", "1:craving=1;2:mood=low;3:mood=low", "opposite-action kind-voice");
        row("confidence 4", "confidence=4", "", "if-then-plan next-session");
        row("confidence 0", "confidence=0", "", "if-then-plan next-session");
        row("confidence 5", "confidence=5", "", "affirm next-session");
        row("hungry", "halt=hungry", "", "body-check");
        row("angry", "halt=angry", "", "stop-and-step-back");
        row("lonely", "halt=lonely", "", "reach-out");
        row("tired", "halt=tired", "", "wind-down");
        row("bored", "halt=bored", "", "move-a-little");
        row("pain", "halt=pain", "", "muscle-let-go");
        row("stressed", "halt=stressed", "", "long-out-breath");
        row("none of these", "halt=none", "", "affirm next-session");
        row("two of them", "halt=hungry+lonely", "", "body-check reach-out");
        row("medicine no", "meds=no", "", "affirm next-session");
        row("medicine no twice", "meds=no", "1:meds=no", "talk-first", Flag::Review);
        row("medicine no twice, a day unsaid", "meds=no", "1:mood=okay;2:meds=no", "talk-first", Flag::Review);
        row("medicine no, yes, no", "meds=no", "1:meds=yes;2:meds=no", "affirm next-session");
        row("medicine some twice", "meds=some", "1:meds=no", "affirm next-session");
        row("one short night", "sleep-hours=4", "", "affirm next-session");
        row("short nights on 3 of 7 days", "sleep-hours=4.5", "2:sleep-hours=4;6:sleep-hours=3",
            "wind-down tell-team module:sleep-and-stress");
        row("short nights, one too long ago", "sleep-hours=4", "2:sleep-hours=4;7:sleep-hours=3", "affirm next-session");
        row("three short nights, tonight was better", "sleep-hours=6", "1:sleep-hours=4;2:sleep-hours=4;3:sleep-hours=4",
            "affirm next-session");
        row("5 hours are no short night", "sleep-hours=4", "1:sleep-hours=5;2:sleep-hours=5", "affirm next-session");
        row("all fine", "mood=good craving=0 use=no sleep-hours=8 halt=none confidence=9 safety=no", "", "affirm next-session");
        row("a hard day", "mood=low craving=8 use=yes safety=yes", "",
            "page help after-use ask-team ride-the-urge opposite-action kind-voice", Flag::Urgent);
    }

    void theTable()
    {
        QFETCH(QString, now);
        QFETCH(QString, earlier);
        const Said saying{dailyForm(), said(now), today};
        const Outcome outcome = evaluate(saying, before(earlier), CareConfiguration::standard());
        QTEST(named(outcome), "actions");
        QTEST(int(outcome.flag), "flag");
        QVERIFY(outcome.skills().size() <= 2);
        QCOMPARE(named(evaluate(saying, before(earlier), CareConfiguration::standard())), named(outcome));
    }

    /// H7: the item counts by itself, however small the sum. tst_safety has every way in which forms write it.
    void item9CountsByItself()
    {
        const QString item = QStringLiteral("/44249-1/44260-8");
        const QString other = QStringLiteral("/44249-1/44253-3");
        const auto outcome = [](const Answers &answers) {
            return evaluate({phq9(), answers, today}, {}, CareConfiguration::standard());
        };
        QVERIFY(!outcome({{item, QStringLiteral("LA6568-5")}}).has(ActionKind::SafetyPage));
        QVERIFY(!outcome({{other, QStringLiteral("LA6571-9")}}).has(ActionKind::SafetyPage));
        const Outcome alone = outcome({{other, QStringLiteral("LA6568-5")}, {item, QStringLiteral("LA6569-3")}});
        QVERIFY(alone.has(ActionKind::SafetyPage));
        QCOMPARE(int(alone.flag), int(Flag::Urgent));
        SafetyWatch watch;
        QVERIFY(!watch.isDue(phq9(), {{item, QStringLiteral("LA6568-5")}}));
        QVERIFY(watch.isDue(phq9(), {{item, QStringLiteral("LA6569-3")}}));
    }

    void eachSkillThatIsNamedIsThere()
    {
        QStringList there;
        for (const Skill &skill : ContentLibrary(QStringLiteral("en")).skills())
            there << skill.id;
        for (const Rule &rule : CareConfiguration::standard().rules) {
            for (const Action &action : rule.actions)
                QVERIFY2(action.kind != ActionKind::Skill || there.contains(action.id), qPrintable(action.id));
        }
    }

    /// A clinic's own scale: no skill for what is only a like number, and nothing that leads to help is taken away.
    void anotherScaleBringsNoSkillByMistake_data()
    {
        QTest::addColumn<QString>("linkId");
        QTest::addColumn<FormItem>("item");
        QTest::addColumn<QVariant>("said");
        QTest::addColumn<QString>("actions");
        const auto number = [](double least, double most, bool hasLimits = true) {
            FormItem item;
            item.type = ItemType::Integer;
            item.control = Control::Number;
            item.hasMinimum = item.hasMaximum = hasLimits;
            item.minimum = least;
            item.maximum = most;
            return item;
        };
        const QString skills = QStringLiteral("opposite-action kind-voice");
        QTest::newRow("ours") << QStringLiteral("craving") << number(0, 10) << QVariant(8) << QStringLiteral("ride-the-urge");
        QTest::newRow("a little of 100") << QStringLiteral("craving") << number(0, 100) << QVariant(8) << QString();
        QTest::newRow("much of 100") << QStringLiteral("craving") << number(0, 100) << QVariant(80) << QStringLiteral("help");
        QTest::newRow("most of 5") << QStringLiteral("craving") << number(1, 5) << QVariant(5) << QString();
        QStringList steps;
        QList<double> weights;
        for (int i = 0; i <= 10; ++i) {
            steps << QString::number(i);
            weights << i;
        }
        QTest::newRow("eleven options") << QStringLiteral("craving") << choice({}, steps, weights) << QVariant(steps.at(8))
                                        << QStringLiteral("ride-the-urge");
        weights[5] = 4;
        QTest::newRow("eleven options, and two weigh the same")
            << QStringLiteral("craving") << choice({}, steps, weights) << QVariant(steps.at(8)) << QString();
        const QStringList noAndYes{QStringLiteral("no"), QStringLiteral("yes")};
        QTest::newRow("no and yes with the same ends")
            << QStringLiteral("craving") << choice({}, noAndYes, {0, 10}) << QVariant(noAndYes.last()) << QStringLiteral("help");
        QTest::newRow("without weights") << QStringLiteral("craving") << choice({}, steps) << QVariant(steps.at(8)) << QString();
        QTest::newRow("confidence of 4") << QStringLiteral("confidence") << number(0, 4) << QVariant(4) << QString();
        QTest::newRow("no limits") << QStringLiteral("confidence") << number(0, 0, false) << QVariant(4) << QString();
        QTest::newRow("mood, a number") << QStringLiteral("mood") << number(1, 10) << QVariant(1) << QString();
        const QStringList faces{QStringLiteral("great"), QStringLiteral("fair"), QStringLiteral("poor")};
        QTest::newRow("faces, the best first")
            << QStringLiteral("mood") << choice({}, faces) << QVariant(faces.first()) << QString();
        QTest::newRow("weighed to 4") << QStringLiteral("mood") << choice({}, faces, {4, 1, 0}) << QVariant(faces.last()) << skills;
        QTest::newRow("weighed to 2") << QStringLiteral("mood") << choice({}, faces, {2, 1, 0}) << QVariant(faces.at(1))
                                      << QString();
        QTest::newRow("another question") << QStringLiteral("own") << number(0, 100) << QVariant(8)
                                          << QStringLiteral("affirm next-session");
    }
    void anotherScaleBringsNoSkillByMistake()
    {
        QFETCH(QString, linkId);
        QFETCH(FormItem, item);
        QFETCH(QVariant, said);
        QFETCH(QString, actions);
        item.linkId = linkId;
        Said saying{dailyForm(), {{linkId, said}}, today};
        saying.form.items.removeIf([&](const FormItem &one) { return one.linkId == linkId; });
        saying.form.items << item;
        QCOMPARE(named(evaluate(saying, {}, CareConfiguration::standard())), actions);
        // Whatever else is asked: danger and use are heard, and so is a low mood for days, as it was.
        saying.answers.insert(QStringLiteral("safety"), QStringLiteral("yes"));
        saying.answers.insert(QStringLiteral("use"), QStringLiteral("yes"));
        const Outcome grave = evaluate(saying, {}, CareConfiguration::standard());
        QVERIFY(grave.has(ActionKind::SafetyPage) && grave.has(ActionKind::HelpLink) && grave.has(ActionKind::AfterUse));
        QCOMPARE(int(grave.flag), int(Flag::Urgent));
    }

    /// A low mood for days asks whether somebody shall call: of nobody who is well, whichever way options without weights go.
    void aLowMoodForDaysIsHeardWithoutWeights()
    {
        for (const char *scale : {"*very-low *low okay good very-good", "great fair *poor", "*bad good", "fine *not-so-good",
                                  "muy-bien bien normal *mal *muy-mal", "*a *b *c d e f g h i j k"}) {
            Form form;
            form.items << choice(QStringLiteral("mood"), QString::fromLatin1(scale).remove(u'*').split(u' '));
            for (const QString &option : QString::fromLatin1(scale).split(u' ')) {
                const QString line = QStringLiteral("mood=") + QString(option).remove(u'*');
                const Said now{form, said(line), today};
                const QString asked = named(evaluate(now, before(u"1:" + line + u";2:" + line), CareConfiguration::standard()));
                QVERIFY2(asked.contains(QStringLiteral("ask-team")) == option.startsWith(u'*'), qPrintable(option));
            }
        }
    }

    void noConfigurationTakesTheSafetyPageAway()
    {
        const Outcome outcome = evaluate({dailyForm(), said(QStringLiteral("safety=yes")), today}, {}, CareConfiguration());
        QVERIFY(outcome.has(ActionKind::SafetyPage));
        QCOMPARE(int(outcome.flag), int(Flag::Urgent));
    }

    /// H22: only safety answers are urgent. 200 people for 90 days, with answers drawn evenly, which is far worse than life.
    void onlySafetyAnswersAreUrgent()
    {
        QRandomGenerator random(22);
        const Form form = dailyForm();
        const CareConfiguration configuration = CareConfiguration::standard();
        int urgent = 0;
        for (int person = 0; person < 200; ++person) {
            QList<AnsweredDay> history;
            for (int day = 0; day < 90; ++day) {
                const auto pick = [&random](const QStringList &codes) { return codes.at(random.bounded(codes.size())); };
                Answers answers{
                    {QStringLiteral("mood"), pick({QStringLiteral("very-low"), QStringLiteral("low"), QStringLiteral("good")})},
                    {QStringLiteral("craving"), double(random.bounded(11))},
                    {QStringLiteral("use"), pick({QStringLiteral("no"), QStringLiteral("yes")})},
                    {QStringLiteral("meds"), pick({QStringLiteral("no"), QStringLiteral("yes")})},
                    {QStringLiteral("sleep-hours"), double(random.bounded(10))},
                    {QStringLiteral("confidence"), double(random.bounded(11))}};
                if (random.bounded(50) == 0)
                    answers.insert(QStringLiteral("safety"),
                                   pick({QStringLiteral("no"), QStringLiteral("yes"), QStringLiteral("not-sure"),
                                         QStringLiteral("rather-not-say")}));
                const QDate date = today.addDays(day);
                const Outcome outcome = evaluate({form, answers, date}, history, configuration);
                const QString safety = answers.value(QStringLiteral("safety")).toString();
                const bool isSafety = safety == QLatin1String("yes") || safety == QLatin1String("not-sure");
                QCOMPARE(outcome.flag == Flag::Urgent, isSafety);
                urgent += isSafety;
                history.prepend({date, answers});
                while (history.size() > 14)
                    history.removeLast();
            }
        }
        QVERIFY2(urgent > 50 && urgent < 400, qPrintable(QString::number(urgent)));
    }

    /// Once for each graver step, and again only when it was taken back meanwhile.
    void whatIsSaidAnewIsHeardAnew()
    {
        const QString item = QStringLiteral("/44249-1/44260-8");
        SafetyWatch watch;
        const auto isDue = [&](const char *code) { return watch.isDue(phq9(), {{item, QString::fromLatin1(code)}}); };
        QVERIFY(isDue("LA6569-3"));
        QVERIFY(!isDue("LA6569-3"));
        QVERIFY(isDue("LA6571-9"));  // graver, past a step between
        QVERIFY(!isDue("LA6570-1")); // less
        QVERIFY(!isDue("LA6569-3"));
        QVERIFY(!isDue("LA6571-9")); // as grave as it was
        QVERIFY(!isDue("LA6568-5")); // no
        QVERIFY(isDue("LA6569-3"));
        QVERIFY(isDue("LA6570-1"));
        QVERIFY(!watch.isDue(phq9(), {})); // taken back, or not asked any more
        QVERIFY(isDue("LA6569-3"));
        watch = SafetyWatch(gravityOf(phq9(), {{item, QStringLiteral("LA6569-3")}})); // taken up again
        QVERIFY(!isDue("LA6569-3"));
        QVERIFY(isDue("LA6571-9"));
        QVERIFY(!isDue("LA6568-5"));
        QVERIFY(isDue("LA6569-3"));
    }

    /// Without weights, too: "not sure" and then "yes"; and each of several questions by itself.
    void graverWithoutWeights()
    {
        SafetyWatch watch;
        const auto isDue = [&](const char *code) {
            return watch.isDue(dailyForm(), {{QStringLiteral("safety"), QString::fromLatin1(code)}});
        };
        QVERIFY(!isDue("rather-not-say"));
        QVERIFY(isDue("not-sure"));
        QVERIFY(!isDue("rather-not-say")); // taken back
        QVERIFY(isDue("not-sure"));
        QVERIFY(isDue("yes"));
        QVERIFY(!isDue("not-sure"));
        QVERIFY(!isDue("yes"));
        Form two;
        FormItem item;
        item.type = ItemType::Boolean;
        item.control = Control::YesNo;
        for (const char *linkId : {"93246-7", "93247-5"}) {
            item.linkId = QString::fromLatin1(linkId);
            two.items << item;
        }
        SafetyWatch screener;
        QVERIFY(screener.isDue(two, {{QStringLiteral("93246-7"), true}}));
        QVERIFY(!screener.isDue(two, {{QStringLiteral("93246-7"), true}, {QStringLiteral("93247-5"), false}}));
        QVERIFY(screener.isDue(two, {{QStringLiteral("93246-7"), true}, {QStringLiteral("93247-5"), true}}));
        QVERIFY(!screener.isDue(two, {{QStringLiteral("93247-5"), true}}));
    }

    /// How many days ago: 0 is graver than 30, and 30 says nothing new after 0.
    void whatIsLessLongAgoIsHeardAnew()
    {
        FormItem item;
        item.linkId = QStringLiteral("x");
        item.type = ItemType::Integer;
        item.control = Control::Number;
        item.text = QStringLiteral("How many days ago did you last hurt yourself?");
        Form form;
        form.items = {item};
        SafetyWatch watch(gravityOf(form, {{item.linkId, 30.0}})); // sent, and taken up again to change it
        const auto isDue = [&](double days) { return watch.isDue(form, {{item.linkId, days}}); };
        QVERIFY(!isDue(30));
        QVERIFY(isDue(0));
        QVERIFY(!isDue(30));
        QVERIFY(!isDue(0));
    }

    /// H10: after a return to use the naloxone card comes unless nothing but alcohol was named.
    void theCardsAfterUse()
    {
        const auto cards = [](const QList<Substance> &named) -> QString {
            const UseCards due = useCards(named);
            return QString(due.isNaloxone ? QStringLiteral("n") : QString()) + (due.isWithdrawal ? QStringLiteral("w") : QString());
        };
        QCOMPARE(cards({}), QStringLiteral("n"));
        QCOMPARE(cards({Substance::Unsaid}), QStringLiteral("n"));
        QCOMPARE(cards({Substance::Opioids}), QStringLiteral("n"));
        QCOMPARE(cards({Substance::Stimulants}), QStringLiteral("n"));
        QCOMPARE(cards({Substance::Other}), QStringLiteral("n"));
        QCOMPARE(cards({Substance::Pills}), QStringLiteral("nw"));
        QCOMPARE(cards({Substance::Alcohol}), QStringLiteral("w"));
        QCOMPARE(cards({Substance::Alcohol, Substance::Opioids}), QStringLiteral("nw"));
    }
};

QTEST_GUILESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"
