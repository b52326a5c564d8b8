// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "MadeForm.h"

#include "form/FormState.h"

#include <QTest>

using namespace handrail;

namespace {

constexpr auto snomed = "http://snomed.info/sct";

/// A source of each type, and a question that one condition on it lets be asked.
FormItem sourceOf(ItemType type)
{
    FormItem source = madeItem("s", type, {madeOption("a", -1, snomed), madeOption("b", -1, snomed)});
    if (type == ItemType::Quantity)
        source.units = {{{}, qs("kg"), qs("kg")}, {{}, qs("[lb_av]"), qs("lb")}};
    return source;
}

} // namespace

class FormConditionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void operators_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("relation");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("system");
        QTest::addColumn<QVariant>("answer");
        QTest::addColumn<bool>("isFulfilled");
        const auto row = [](const char *name, ItemType type, Operator relation, const QVariant &value, const QVariant &answer,
                            bool isFulfilled, const char *system = "") {
            QTest::newRow(name) << int(type) << int(relation) << value << qs(system) << answer << isFulfilled;
        };
        const QVariant none;
        row("exists", ItemType::String, Operator::Exists, true, qs("x"), true);
        row("exists, unanswered", ItemType::String, Operator::Exists, true, none, false);
        row("exists not", ItemType::String, Operator::Exists, false, none, true);
        row("exists not, answered", ItemType::String, Operator::Exists, false, qs("x"), false);
        row("yes", ItemType::Boolean, Operator::Equal, true, qs("true"), true);
        row("no", ItemType::Boolean, Operator::Equal, true, qs("false"), false);
        row("not yes", ItemType::Boolean, Operator::NotEqual, true, qs("false"), true);
        row("not yes, unanswered", ItemType::Boolean, Operator::NotEqual, true, none, false);
        row("integer =", ItemType::Integer, Operator::Equal, 5.0, 5.0, true);
        row("integer = other", ItemType::Integer, Operator::Equal, 5.0, 6.0, false);
        row("integer !=", ItemType::Integer, Operator::NotEqual, 5.0, 6.0, true);
        row("integer >", ItemType::Integer, Operator::Greater, 5.0, 6.0, true);
        row("integer > same", ItemType::Integer, Operator::Greater, 5.0, 5.0, false);
        row("integer >=", ItemType::Integer, Operator::GreaterOrEqual, 5.0, 5.0, true);
        row("integer >= less", ItemType::Integer, Operator::GreaterOrEqual, 5.0, 4.0, false);
        row("decimal <", ItemType::Decimal, Operator::Less, 5.5, 5.25, true);
        row("decimal < same", ItemType::Decimal, Operator::Less, 5.5, 5.5, false);
        row("decimal <=", ItemType::Decimal, Operator::LessOrEqual, 5.5, 5.5, true);
        row("decimal <= more", ItemType::Decimal, Operator::LessOrEqual, 5.5, 5.75, false);
        row("negative", ItemType::Decimal, Operator::Less, 0.0, -1.0, true);
        row("unanswered is not less", ItemType::Decimal, Operator::Less, 5.5, none, false);
        row("date =", ItemType::Date, Operator::Equal, qs("2026-03-02"), qs("2026-03-02"), true);
        row("date <", ItemType::Date, Operator::Less, qs("2026-03-02"), qs("2026-03-01"), true);
        row("date > across the year", ItemType::Date, Operator::Greater, qs("2025-12-31"), qs("2026-01-01"), true);
        row("a month and a day in it", ItemType::Date, Operator::Equal, qs("2026-03"), qs("2026-03-02"), false);
        row("a month and a day in it are not unequal either", ItemType::Date, Operator::NotEqual, qs("2026-03"), qs("2026-03-02"),
            false);
        row("a year before", ItemType::Date, Operator::Greater, qs("2025"), qs("2026-03-02"), true);
        row("the same instant elsewhere", ItemType::DateTime, Operator::Equal, qs("2026-03-02T10:00:00Z"),
            qs("2026-03-02T05:00:00-05:00"), true);
        row("a later instant on an earlier day", ItemType::DateTime, Operator::Greater, qs("2026-03-02T01:00:00Z"),
            qs("2026-03-01T23:00:00-05:00"), true);
        row("a day without its time", ItemType::DateTime, Operator::Equal, qs("2026-03-02"), qs("2026-03-02T10:00:00Z"), false);
        row("time", ItemType::Time, Operator::GreaterOrEqual, qs("09:30:00"), qs("09:30:00"), true);
        row("time <", ItemType::Time, Operator::Less, qs("09:30:00"), qs("10:00:00"), false);
        row("string =", ItemType::String, Operator::Equal, qs("Blue"), qs("Blue"), true);
        row("string case", ItemType::String, Operator::Equal, qs("Blue"), qs("blue"), false);
        row("string >", ItemType::String, Operator::Greater, qs("a"), qs("b"), true);
        row("coding =", ItemType::Choice, Operator::Equal, qs("a"), qs("a"), true, snomed);
        row("coding = other", ItemType::Choice, Operator::Equal, qs("a"), qs("b"), false, snomed);
        row("coding of another system", ItemType::Choice, Operator::Equal, qs("a"), qs("a"), false, "http://loinc.org");
        row("coding of another system differs", ItemType::Choice, Operator::NotEqual, qs("a"), qs("a"), true, "http://loinc.org");
        row("coding without a system", ItemType::Choice, Operator::Equal, qs("a"), qs("a"), true);
        row("coding !=", ItemType::Choice, Operator::NotEqual, qs("a"), qs("b"), true, snomed);
        row("coding !=, unanswered", ItemType::Choice, Operator::NotEqual, qs("a"), none, false, snomed);
        row("own words are no code", ItemType::OpenChoice, Operator::NotEqual, qs("a"), ownWords(qs("a")), true, snomed);
        row("quantity =", ItemType::Quantity, Operator::Equal, quantity(70, qs("kg")), quantity(70, qs("kg")), true);
        row("quantity >", ItemType::Quantity, Operator::Greater, quantity(70, qs("kg")), quantity(70.5, qs("kg")), true);
        row("quantity of another unit", ItemType::Quantity, Operator::Greater, quantity(70, qs("kg")), quantity(200, qs("[lb_av]")),
            false);
        row("quantity without a unit", ItemType::Quantity, Operator::Less, quantity(70, {}), quantity(60, qs("kg")), true);
    }
    void operators()
    {
        QFETCH(int, type);
        QFETCH(int, relation);
        QFETCH(QVariant, value);
        QFETCH(QString, system);
        QFETCH(QVariant, answer);
        QFETCH(bool, isFulfilled);
        const ItemType conditionType = ItemType(type) == ItemType::OpenChoice ? ItemType::Choice : ItemType(type);
        Condition condition{qs("s"), Operator(relation), Operator(relation) == Operator::Exists ? ItemType::Boolean : conditionType,
                            value, system};
        FormState state(madeForm({sourceOf(ItemType(type)), asked(madeItem("x", ItemType::String), {condition})}));
        if (answer.isValid())
            QCOMPARE(state.setAnswer(qs("s"), answer), Validity::Fine);
        QCOMPARE(isAsked(state, "x"), isFulfilled);
    }

    /// But for "not equal", which is so of all of them (FHIR R4 questionnaire-enable-operator).
    void ofSeveralAnswersOneIsEnough()
    {
        FormItem many = madeItem("s", ItemType::Choice, {madeOption("a"), madeOption("b"), madeOption("c")});
        many.control = Control::Chips;
        many.repeats = true;
        const auto form = [&](Operator relation) {
            return madeForm({many, asked(madeItem("x", ItemType::String), {when("s", relation, ItemType::Choice, qs("a"))})});
        };
        FormState equal(form(Operator::Equal));
        equal.setAnswer(qs("s"), QStringList{qs("b"), qs("a")});
        QVERIFY(isAsked(equal, "x"));
        equal.setAnswer(qs("s"), QStringList{qs("b")});
        QVERIFY(!isAsked(equal, "x"));
        FormState unequal(form(Operator::NotEqual));
        QVERIFY(!isAsked(unequal, "x")); // without an answer nothing is said
        unequal.setAnswer(qs("s"), QStringList{qs("b"), qs("c")});
        QVERIFY(isAsked(unequal, "x"));
        unequal.setAnswer(qs("s"), QStringList{qs("b"), qs("a")});
        QVERIFY(!isAsked(unequal, "x"));
        unequal.setAnswer(qs("s"), QStringList{qs("a")});
        QVERIFY(!isAsked(unequal, "x"));
    }

    void allAndAny()
    {
        const QList<Condition> both = {whenYes("a"), whenYes("b")};
        FormState state(madeForm({madeItem("a", ItemType::Boolean), madeItem("b", ItemType::Boolean),
                                  asked(madeItem("all", ItemType::String), both),
                                  asked(madeItem("any", ItemType::String), both, EnableBehavior::Any)}));
        const auto say = [&](const char *a, const char *b) {
            state.setAnswer(qs("a"), qs(a));
            state.setAnswer(qs("b"), qs(b));
            return std::pair(isAsked(state, "all"), isAsked(state, "any"));
        };
        QCOMPARE(say("false", "false"), std::pair(false, false));
        QCOMPARE(say("true", "false"), std::pair(false, true));
        QCOMPARE(say("false", "true"), std::pair(false, true));
        QCOMPARE(say("true", "true"), std::pair(true, true));
    }

    /// Whatever cannot be judged keeps its question (design api 1.3): rather one too many than one lost.
    void whatCannotBeJudgedIsAsked()
    {
        FormItem hidden = madeItem("hidden", ItemType::Boolean);
        hidden.isHidden = true;
        FormItem readOnly = madeItem("read-only", ItemType::Boolean);
        readOnly.isReadOnly = true;
        const auto x = [](const char *linkId, Condition condition) {
            return asked(madeItem(linkId, ItemType::String), {std::move(condition)});
        };
        FormState state(madeForm({
            madeItem("yes", ItemType::Boolean),
            hidden,
            readOnly,
            madeItem("scan", ItemType::Unsupported),
            madeItem("choice", ItemType::Choice, {madeOption("a")}),
            scored("beyond", qs("iif(true, 1, 2)")),
            x("dangling", whenYes("nobody")),
            x("itself", whenYes("itself")),
            x("on-hidden", whenYes("hidden")),
            x("on-read-only", whenYes("read-only")),
            x("on-scan", when("scan", Operator::Exists, ItemType::Boolean, true)),
            x("order-of-codes", when("choice", Operator::Greater, ItemType::Choice, qs("a"))),
            x("yes-of-a-code", whenYes("choice")),
            x("on-beyond", when("beyond", Operator::Greater, ItemType::Decimal, 1.0)),
            x("unknown-operator", when("yes", Operator::Always, ItemType::Boolean, true)),
            asked(madeItem("both", ItemType::String), {whenYes("nobody"), whenYes("yes")}),
        }));
        for (const char *linkId : {"dangling", "itself", "on-hidden", "on-read-only", "on-scan", "order-of-codes", "yes-of-a-code",
                                   "on-beyond", "unknown-operator"})
            QVERIFY2(isAsked(state, linkId), linkId);
        QVERIFY(!isAsked(state, "both")); // the condition that can be judged still counts
        state.setAnswer(qs("yes"), qs("true"));
        QVERIFY(isAsked(state, "both"));
    }

    void aHiddenItemThatIsFilledInIsJudged()
    {
        FormItem hidden = madeItem("program", ItemType::Choice, {madeOption("iop"), madeOption("php")});
        hidden.isHidden = true;
        hidden.initial = qs("iop");
        const FormState state(madeForm(
            {hidden, asked(madeItem("iop-only", ItemType::String), {when("program", Operator::Equal, ItemType::Choice, qs("iop"))}),
             asked(madeItem("php-only", ItemType::String), {when("program", Operator::Equal, ItemType::Choice, qs("php"))})}));
        QVERIFY(isAsked(state, "iop-only"));
        QVERIFY(!isAsked(state, "php-only"));
        QVERIFY(!isAsked(state, "program"));
        QCOMPARE(state.submitted().value(qs("program")).toString(), qs("iop"));
    }

    void disabledAnswersAreLeftOutAndComeBack()
    {
        FormState state(madeForm(
            {madeItem("use", ItemType::Boolean),
             asked(madeGroup("g",
                             {madeItem("what", ItemType::String),
                              asked(madeItem("why", ItemType::String), {when("what", Operator::Exists, ItemType::Boolean, true)})}),
                   {whenYes("use")})}));
        QVERIFY(!isAsked(state, "what"));
        state.setAnswer(qs("use"), qs("true"));
        state.setAnswer(qs("what"), qs("beer"));
        state.setAnswer(qs("why"), qs("a party"));
        QCOMPARE(state.submitted().size(), 3);
        state.setAnswer(qs("use"), qs("false"));
        QVERIFY(!isAsked(state, "what") && !isAsked(state, "why") && !isAsked(state, "g"));
        QCOMPARE(state.submitted().keys(), QStringList{qs("use")});
        QCOMPARE(state.answers().size(), 3); // the draft keeps them
        state.setAnswer(qs("use"), qs("true"));
        QCOMPARE(state.answer(qs("why")).toString(), qs("a party"));
        QCOMPARE(state.submitted().size(), 3);
    }

    /// An answer in a question that is not asked now lets nothing else be asked.
    void aDisabledAnswerCountsAsNone()
    {
        FormState state(
            madeForm({madeItem("a", ItemType::Boolean), asked(madeItem("b", ItemType::Boolean), {whenYes("a")}),
                      asked(madeItem("c", ItemType::Boolean), {whenYes("b")}),
                      asked(madeItem("d", ItemType::String), {when("b", Operator::Exists, ItemType::Boolean, false)})}));
        state.setAnswer(qs("a"), qs("true"));
        state.setAnswer(qs("b"), qs("true"));
        QVERIFY(isAsked(state, "c") && !isAsked(state, "d"));
        state.setAnswer(qs("a"), qs("false"));
        QVERIFY(!isAsked(state, "b") && !isAsked(state, "c") && isAsked(state, "d"));
    }

    void whatChangedIsTold()
    {
        FormState state(madeForm({madeItem("a", ItemType::Boolean), asked(madeItem("b", ItemType::Boolean), {whenYes("a")}),
                                  madeItem("c", ItemType::String)}));
        QCOMPARE(state.changed().size(), std::size_t(3));
        state.setAnswer(qs("a"), qs("true"));
        QCOMPARE(state.changed(), (std::vector<int>{0, 1}));
        state.setAnswer(qs("c"), qs("x"));
        QCOMPARE(state.changed(), (std::vector<int>{2}));
        state.setAnswer(qs("c"), qs("x"));
        QVERIFY(state.changed().empty());
    }

    void medicineIsAskedOnlyOfThoseWhoHaveOne()
    {
        FormItem meds = madeItem("meds", ItemType::Boolean);
        meds.isMedicineOnly = true;
        FormState::Setting without;
        without.isMedicineOnPlan = false;
        QVERIFY(!isAsked(FormState(madeForm({meds}), without), "meds"));
        QVERIFY(isAsked(FormState(madeForm({meds})), "meds"));
    }

    /// Their medicine may have ended since they were asked.
    void whatWasSaidOfMedicineStays()
    {
        FormItem meds = madeItem("meds", ItemType::Boolean);
        meds.isMedicineOnly = true;
        FormItem about = madeItem("about", ItemType::Group);
        about.isMedicineOnly = true;
        about.children = {madeItem("dose", ItemType::String)};
        const FormState::Setting without{.isMedicineOnPlan = false};
        FormState state(madeForm({meds, about, madeItem("note", ItemType::String)}), without);
        QCOMPARE(state.takeUp({{qs("note"), qs("x")}}).leftOut, 0);
        QVERIFY(!isAsked(state, "meds"));
        const Answers said{{qs("meds"), qs("false")}};
        QVERIFY(!state.saysSameAs(said));
        QCOMPARE(state.takeUp(said).leftOut, 0);
        QVERIFY(isAsked(state, "meds"));
        QCOMPARE(state.submitted(), said);
        QVERIFY(state.saysSameAs(said));
        state.setAnswer(qs("meds"), {});
        QVERIFY(isAsked(state, "meds")); // and can be answered again
        FormState inside(madeForm({about}), without);
        QCOMPARE(inside.takeUp({{qs("dose"), qs("10 mg")}}).taken, 1);
        QCOMPARE(inside.submitted().size(), 1);
    }
};

QTEST_GUILESS_MAIN(FormConditionsTest)
#include "tst_conditions.moc"
