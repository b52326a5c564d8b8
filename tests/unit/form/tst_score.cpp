// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "MadeForm.h"

#include "form/CutOff.h"
#include "form/Judging.h"
#include "form/Safety.h"
#include "form/Score.h"

#include <QTest>

using namespace handrail;
using Outcome = Score::Outcome;

namespace {

const QStringList frequencies = {QStringLiteral("LA6568-5"), QStringLiteral("LA6569-3"), QStringLiteral("LA6570-1"),
                                 QStringLiteral("LA6571-9")};

/// A form of items with weights 0 to `highest` and their sum, as the clinic writes PHQ-9, GAD-7 and AUDIT-C.
Form instrument(int count, int highest = 3, const QString &expression = {})
{
    QList<FormItem> items;
    QStringList linkIds;
    for (int i = 0; i < count; ++i) {
        QList<Option> options;
        for (int weight = 0; weight <= highest; ++weight)
            options << madeOption(highest == 3 ? qPrintable(frequencies.at(weight)) : qPrintable(QString::number(weight)), weight);
        items << madeItem(qPrintable(QStringLiteral("q%1").arg(i + 1)), ItemType::Choice, options);
        linkIds << items.constLast().linkId;
    }
    if (count == 9)
        items[8].codes << Code{QStringLiteral("http://loinc.org"), QStringLiteral("44260-8")};
    items << scored("total", expression.isEmpty() ? sumOf(linkIds) : expression);
    return madeForm(items);
}

Answers answersOf(const Form &form, const QList<int> &weights)
{
    Answers answers;
    for (qsizetype i = 0; i < weights.size(); ++i) {
        if (weights.at(i) >= 0)
            answers.insert(form.items.at(i).linkId, form.items.at(i).options.at(weights.at(i)).code);
    }
    return answers;
}

Score totalOf(const Form &form, const Answers &answers)
{
    const QList<ItemScore> scores = scoresOf(form, answers);
    return scores.size() == 1 ? scores.constFirst().score : Score{};
}

} // namespace

class FormScoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Design clinical 2.
    void vectors_data()
    {
        QTest::addColumn<int>("items");
        QTest::addColumn<QList<int>>("weights");
        QTest::addColumn<int>("total"); // -1: none
        QTest::addColumn<bool>("isSafety");
        QTest::newRow("PHQ-9, all 3") << 9 << QList<int>{3, 3, 3, 3, 3, 3, 3, 3, 3} << 27 << true;
        QTest::newRow("PHQ-9, mild") << 9 << QList<int>{1, 1, 1, 1, 1, 0, 0, 0, 0} << 5 << false;
        QTest::newRow("PHQ-9, item 9 alone") << 9 << QList<int>{0, 0, 0, 0, 0, 0, 0, 0, 1} << 1 << true;
        QTest::newRow("PHQ-9, all 0") << 9 << QList<int>{0, 0, 0, 0, 0, 0, 0, 0, 0} << 0 << false;
        QTest::newRow("GAD-7") << 7 << QList<int>{2, 2, 2, 2, 1, 1, 0} << 10 << false;
        QTest::newRow("one blank") << 9 << QList<int>{3, 3, 3, 3, -1, 3, 3, 3, 0} << -1 << false;
        QTest::newRow("item 9 alone is answered") << 9 << QList<int>{-1, -1, -1, -1, -1, -1, -1, -1, 2} << -1 << true;
        QTest::newRow("all blank") << 9 << QList<int>{} << -1 << false;
    }
    void vectors()
    {
        QFETCH(int, items);
        QFETCH(QList<int>, weights);
        QFETCH(int, total);
        QFETCH(bool, isSafety);
        const Form form = instrument(items);
        const Answers answers = answersOf(form, weights);
        const Score score = totalOf(form, answers);
        QCOMPARE(score.isScored(), total >= 0);
        if (total >= 0)
            QCOMPARE(score.value, double(total));
        QCOMPARE(safetyOf(form, answers) == SafetyAnswer::Positive, isSafety);
    }

    /// AUDIT-C sums 0 to 4 three times; BAM-IOP's Risk takes six Likert items 0 to 4, so 24 at most.
    void otherRanges()
    {
        const Form audit = instrument(3, 4);
        QCOMPARE(totalOf(audit, answersOf(audit, {1, 1, 1})).value, 3.0);
        QCOMPARE(totalOf(audit, answersOf(audit, {4, 4, 4})).value, 12.0);
        const Form risk = instrument(6, 4);
        QCOMPARE(totalOf(risk, answersOf(risk, {4, 4, 4, 4, 4, 4})).value, 24.0);
    }

    void whyThereIsNone()
    {
        const Form form = instrument(9);
        QCOMPARE(totalOf(form, {}).outcome, Outcome::NothingTouched);
        QCOMPARE(totalOf(form, answersOf(form, {1})).outcome, Outcome::Unanswered);
        // The trap of design api 1.3: an expression that looks at the outermost items alone, whose answers sit in a group.
        Form grouped = instrument(2, 3, qs("%resource.item.where(linkId='q1' or linkId='q2').answer.value.ordinal().sum()"));
        QCOMPARE(totalOf(grouped, answersOf(grouped, {1, 2})).value, 3.0);
        const Answers answers = answersOf(grouped, {1, 2});
        Form half = grouped;
        half.items = {grouped.items.at(0), madeGroup("g", {grouped.items.at(1)}), grouped.items.at(2)};
        QCOMPARE(totalOf(half, answers).outcome, Outcome::Unanswered);
        grouped.items = {madeGroup("g", {grouped.items.at(0), grouped.items.at(1)}), grouped.items.at(2)};
        QCOMPARE(totalOf(grouped, answers).outcome, Outcome::NothingTouched);
        // An answer without a weight cannot be added up.
        Form unweighted = instrument(2);
        unweighted.items[0].options[1].hasWeight = false;
        QCOMPARE(totalOf(unweighted, answersOf(unweighted, {1, 1})).outcome, Outcome::Unanswered);
        QCOMPARE(totalOf(unweighted, answersOf(unweighted, {0, 1})).value, 1.0);
        // What is not asked is not answered, whatever was said before.
        Form conditional = instrument(2);
        conditional.items.insert(0, madeItem("more", ItemType::Boolean));
        conditional.items[2].conditions = {whenYes("more")};
        Answers both = answersOf(instrument(2), {1, 2});
        both.insert(qs("more"), qs("true"));
        QCOMPARE(totalOf(conditional, both).value, 3.0);
        both.insert(qs("more"), qs("false"));
        QCOMPARE(totalOf(conditional, both).outcome, Outcome::Unanswered);
    }

    void grammar_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<double>("value");
        const auto row = [](const char *name, const QString &expression, double value) {
            QTest::newRow(name) << expression << int(Outcome::Scored) << value;
        };
        const auto none = [](const char *name, const QString &expression, Outcome outcome = Outcome::NotOurs) {
            QTest::newRow(name) << expression << int(outcome) << 0.0;
        };
        // q1 has weight 1, q2 weight 2.
        const QString a = qs("%resource.descendants().where(linkId='q1').answer.value.ordinal()");
        const QString b = qs("%resource.descendants().where(linkId = 'q2') . answer . value . weight ( ) . sum ( )");
        row("ordinal", a, 1);
        row("weight with blanks", b, 2);
        row("extension", sumOf({qs("q1"), qs("q2")}, ".extension('http://hl7.org/fhir/StructureDefinition/ordinalValue').value"),
            3);
        row("R5's extension", sumOf({qs("q1"), qs("q2")}, ".extension('http://hl7.org/fhir/StructureDefinition/itemWeight').value"),
            3);
        row("outermost items", qs("%resource.item.where(linkId='q1' or linkId='q2').answer.value.ordinal().sum()"), 3);
        row("one twice is one", sumOf({qs("q1"), qs("q1")}), 1);
        row("plus", a + qs(" + ") + b, 3);
        row("minus", a + qs("-") + b, -1);
        row("times before plus", qs("1 + ") + a + qs(" * 10"), 11);
        row("brackets", qs("(1 + ") + a + qs(") * 10"), 20);
        row("from the left", qs("8 / 2 / ") + b, 2);
        row("minus from the left", qs("8 - 2 - ") + b, 4);
        row("negative", qs("-") + a, -1);
        row("negative twice", qs("--") + a, 1);
        row("decimals", qs("0.1 + 0.1 * ") + b, 0.3);
        // Nobody can answer it, and a missing answer means no total (design clinical 2): a total without it would be a wrong one.
        none("an item that is not there", sumOf({qs("q1"), qs("q99")}), Outcome::Unanswered);
        none("nothing but an item that is not there", sumOf({qs("q99")}), Outcome::NothingTouched);
        none("one part not there", a + qs(" + ") + sumOf({qs("q99")}), Outcome::Unanswered);
        none("a number alone touches nothing", qs("5"), Outcome::NothingTouched);
        none("a value that is no number", sumOf({qs("q1")}, ""), Outcome::Unanswered);
        none("several without a sum", qs("%resource.descendants().where(linkId='q1' or linkId='q2').answer.value.ordinal()"));
        none("division by 0", a + qs(" / (1 - 1)"));
        none("empty", {});
        none("unequal", qs("%resource.item.where(linkId!='q1').answer.value.ordinal().sum()"));
        none("a function beyond the grammar", qs("iif(true, 1, 2)"));
        none("another path", qs("%resource.item.answer.value.ordinal().sum()"));
        none("a variable", qs("%phq + 1"));
        none("another extension", sumOf({qs("q1")}, ".extension('http://x.example/weight').value"));
        none("weight of a weight", sumOf({qs("q1")}, ".ordinal().ordinal()"));
        none("more behind it", a + qs(" and true"));
        none("open bracket", qs("(") + a);
        none("open quote", qs("%resource.item.where(linkId='q1).answer.value.ordinal()"));
        none("an escape", qs("%resource.item.where(linkId='q\\1').answer.value.ordinal()"));
        none("bare dot", a + qs(" + 1."));
        none("two dots", a + qs(" + 1.2.3"));
        none("sign at the end", a + qs(" +"));
        none("deep", QString(10000, u'(') + a + QString(10000, u')'));
        none("deep minus", QString(3000, u'-') + a);
        none("deep within its length", QString(40, u'(') + a + QString(40, u')'));
    }
    /// Nobody is asked to work out a score, but for one that the form cannot do without.
    void whatIsNotWorkedOutIsAskedWhereItIsRequired()
    {
        Form form = instrument(2, 3, qs("iif(true, 1, 2)"));
        FormItem &total = form.items.last();
        const auto isQuestion = [&] { return isAnswerable(*FormState(form).find(qs("total"))->item); };
        total.isReadOnly = false;
        QVERIFY(!isQuestion());
        total.isRequired = true;
        QVERIFY(isQuestion());
        FormState state(form);
        QVERIFY(!state.problems().empty());
        QCOMPARE(int(state.setAnswer(qs("total"), 7.0)), int(Validity::Fine));
        QCOMPARE(state.submitted().value(qs("total")), QVariant(7.0));
        QVERIFY(state.form().items.last().isResultAsked && !state.form().items.last().needsMoreThanWeCanDo);
        total.isHidden = true;
        QVERIFY(!isQuestion());
        total.isHidden = false;
        total.isReadOnly = true;
        QVERIFY(!isQuestion());
        total.isReadOnly = false;
        total.scoreExpression = sumOf({qs("q1"), qs("q2")}); // this one is worked out
        QVERIFY(!isQuestion());
    }

    void grammar()
    {
        QFETCH(QString, expression);
        QFETCH(int, outcome);
        QFETCH(double, value);
        Form form = instrument(2, 3, expression.isEmpty() ? qs(" ") : expression);
        const Score score = totalOf(form, answersOf(form, {1, 2}));
        QCOMPARE(int(score.outcome), outcome);
        QCOMPARE(score.value, value);
    }

    void numbersScoreByTheirValue()
    {
        FormItem weight = madeItem("kg", ItemType::Quantity);
        weight.units = {{{}, qs("kg"), qs("kg")}};
        const Form form = madeForm({madeItem("days", ItemType::Integer), weight, scored("n", sumOf({qs("days"), qs("kg")}, ""))});
        QCOMPARE(totalOf(form, {{qs("days"), 3.0}, {qs("kg"), quantity(70.5, qs("kg"))}}).value, 73.5);
        // Of several options all weights count.
        FormItem many = madeItem("halt", ItemType::Choice, {madeOption("a", 1), madeOption("b", 2), madeOption("c")});
        many.control = Control::Chips;
        many.repeats = true;
        const Form chips = madeForm({many, scored("n", sumOf({qs("halt")}))});
        QCOMPARE(totalOf(chips, {{qs("halt"), QStringList{qs("a"), qs("b")}}}).value, 3.0);
        QCOMPARE(totalOf(chips, {{qs("halt"), QStringList{qs("a"), qs("c")}}}).outcome, Outcome::Unanswered);
    }

    /// PHQ-2 grows into PHQ-9 by the form's own conditions on its score.
    void aScoreOpensTheRest()
    {
        Form form = instrument(9);
        form.items[9].linkId = qs("phq9");
        form.items << scored("phq2", sumOf({qs("q1"), qs("q2")}));
        for (int i = 2; i < 9; ++i)
            form.items[i].conditions = {when("phq2", Operator::GreaterOrEqual, ItemType::Decimal, 3.0)};
        FormState state(form);
        const auto answer = [&](int item, int weight) {
            QCOMPARE(state.setAnswer(form.items.at(item).linkId, frequencies.at(weight)), Validity::Fine);
        };
        QVERIFY(!isAsked(state, "q3"));
        answer(0, 1);
        QVERIFY(!isAsked(state, "q3"));
        answer(1, 1);
        QVERIFY(!isAsked(state, "q9")); // 2 of 6
        answer(1, 2);
        QVERIFY(isAsked(state, "q3") && isAsked(state, "q9"));
        QVERIFY(!state.find(qs("phq9"))->score.isScored());
        for (int i = 2; i < 9; ++i)
            answer(i, 1);
        QCOMPARE(state.find(qs("phq9"))->score.value, 10.0);
        QCOMPARE(state.submitted().value(qs("phq9")).toDouble(), 10.0);
        // Back below: the rest is not sent, and there when it is asked again.
        answer(1, 0);
        QVERIFY(!isAsked(state, "q9"));
        QVERIFY(!state.submitted().contains(qs("q9")));
        QVERIFY(!state.submitted().contains(qs("phq9")));
        QCOMPARE(state.submitted().value(qs("phq2")).toDouble(), 1.0);
        answer(1, 3);
        QCOMPARE(state.submitted().value(qs("phq9")).toDouble(), 11.0);
    }

    /// The vectors of design clinical 2, and each cut-off with the number below it.
    void cutOffsOfTheAuditC()
    {
        QVERIFY(!isAuditCPositive(3, Sex::Male) && isAuditCPositive(4, Sex::Male));
        QVERIFY(!isAuditCPositive(2, Sex::Female) && isAuditCPositive(3, Sex::Female));
        QVERIFY(!isAuditCPositive(2, Sex::Unknown) && isAuditCPositive(3, Sex::Unknown));
        // From three answers as the form has them.
        const Form form = instrument(3, 4);
        FormState state(form);
        for (int i = 1; i <= 3; ++i)
            state.setAnswer(QStringLiteral("q%1").arg(i), QStringLiteral("1"));
        const Score score = state.find(qs("total"))->score;
        QVERIFY(score.isScored());
        QCOMPARE(score.value, 3.0);
        QVERIFY(!isAuditCPositive(score.value, Sex::Male) && isAuditCPositive(score.value, Sex::Female));
    }

    void scoresOfScores()
    {
        const Form form =
            madeForm({scored("c", sumOf({qs("a"), qs("b")}, "")), scored("b", sumOf({qs("a")}, "") + qs(" * 2")),
                      madeItem("a", ItemType::Integer), scored("x", sumOf({qs("y")}, "")), scored("y", sumOf({qs("x")}, ""))});
        FormState state(form);
        state.setAnswer(qs("a"), 2.0);
        QCOMPARE(state.find(qs("b"))->score.value, 4.0);
        QCOMPARE(state.find(qs("c"))->score.value, 6.0);
        QVERIFY(!state.find(qs("x"))->score.isScored()); // each waits for the other
        QVERIFY(!state.find(qs("y"))->score.isScored());
    }

    /// What an option stands for on a line from 0 to 10, in whatever order a form lists them.
    void whereAnOptionStands_data()
    {
        QTest::addColumn<QList<double>>("weights"); // of three options, as listed; -1: none
        QTest::addColumn<QList<double>>("places");
        QTest::newRow("the best first") << QList<double>{4, 2, 0} << QList<double>{10, 5, 0};
        QTest::newRow("the least first") << QList<double>{1, 2, 3} << QList<double>{0, 5, 10};
        QTest::newRow("not evenly") << QList<double>{11, 2, 1} << QList<double>{10, 1, 0};
        QTest::newRow("without weights") << QList<double>{-1, -1, -1} << QList<double>{0, 5, 10};
        QTest::newRow("one without") << QList<double>{4, 2, -1} << QList<double>{0, 5, 10};
        QTest::newRow("all the same") << QList<double>{1, 1, 1} << QList<double>{0, 5, 10};
    }
    void whereAnOptionStands()
    {
        QFETCH(QList<double>, weights);
        QFETCH(QList<double>, places);
        const QList<Option> options{madeOption("a", weights.at(0)), madeOption("b", weights.at(1)), madeOption("c", weights.at(2))};
        for (qsizetype i = 0; i < options.size(); ++i)
            QCOMPARE(onTen(options, options.at(i).code), std::optional(places.at(i)));
        QVERIFY(!onTen(options, qs("d")) && !onTen({options.first()}, qs("a")) && !rankOf(options, {}));
    }
};

QTEST_GUILESS_MAIN(FormScoreTest)
#include "tst_score.moc"
