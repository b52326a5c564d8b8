// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// Conditions that depend on each other in a circle, and forms at random: no form loops, and what is asked follows from the answers alone.

#include "MadeForm.h"

#include "form/Dependencies.h"
#include "form/FormState.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace handrail;

namespace {

Condition whenUnanswered(const char *linkId)
{
    return when(linkId, Operator::Exists, ItemType::Boolean, false);
}

Condition whenAnswered(const char *linkId)
{
    return when(linkId, Operator::Exists, ItemType::Boolean, true);
}

QString name(int i)
{
    return QStringLiteral("i%1").arg(i);
}

/// A form of any shape: groups in groups, questions below questions, scores, and conditions on anything, in circles too.
class RandomForm
{
public:
    explicit RandomForm(quint32 seed)
        : m_random(seed)
    {
    }

    Form make()
    {
        QList<FormItem> items;
        while (m_count < 25)
            items << item(0);
        return madeForm(items);
    }

    QVariant answerFor(const FormItem &item)
    {
        if (below(5) == 0)
            return {};
        return item.type == ItemType::Boolean ? QVariant(below(2) == 0 ? qs("true") : qs("false")) : QVariant(double(below(5)));
    }

    int below(int bound) { return int(m_random.bounded(quint32(bound))); }

private:
    FormItem item(int level)
    {
        const QString linkId = name(m_count++);
        const int kind = below(10);
        FormItem made = kind < 2 && level < 3 ? madeGroup(qPrintable(linkId), {})
            : kind == 2                       ? scored(qPrintable(linkId), sumOf({name(below(30)), name(below(30))}, ""))
            : kind < 7                        ? madeItem(qPrintable(linkId), ItemType::Boolean)
                                              : madeItem(qPrintable(linkId), ItemType::Integer);
        made.isHidden = below(20) == 0;
        const int conditions = below(3);
        for (int i = 0; i < conditions; ++i) {
            const QString on = name(below(30)); // some are not there
            made.conditions << (below(2) == 0 ? whenYes(qPrintable(on))
                                              : when(qPrintable(on), Operator(1 + below(7)),
                                                     below(2) == 0 ? ItemType::Integer : ItemType::Boolean,
                                                     below(2) == 0 ? QVariant(true) : QVariant(double(below(5)))));
        }
        made.behavior = below(2) == 0 ? EnableBehavior::All : EnableBehavior::Any;
        const int children = made.type == ItemType::Group ? 1 + below(3) : level < 3 && below(6) == 0 ? 1 : 0;
        for (int i = 0; i < children; ++i)
            made.children << item(level + 1);
        return made;
    }

    QRandomGenerator m_random;
    int m_count = 0;
};

QStringList stateOf(const FormState &state)
{
    QStringList lines;
    for (const FormEntry &entry : state.entries())
        lines << QStringLiteral("%1 %2 %3").arg(entry.key).arg(int(entry.visibility)).arg(entry.value.toString());
    return lines;
}

} // namespace

class FormRingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoThatShutEachOtherOut()
    {
        FormState state(madeForm({asked(madeItem("a", ItemType::String), {whenUnanswered("b")}),
                                  asked(madeItem("b", ItemType::String), {whenUnanswered("a")})}));
        QVERIFY(isAsked(state, "a") && isAsked(state, "b"));
        state.setAnswer(qs("b"), qs("x"));
        QVERIFY(!isAsked(state, "a") && isAsked(state, "b"));
        state.setAnswer(qs("b"), {});
        QVERIFY(isAsked(state, "a") && isAsked(state, "b"));
        state.setAnswer(qs("a"), qs("x"));
        QVERIFY(isAsked(state, "a") && !isAsked(state, "b"));
        // Both answered, as a draft of another version may have it: both can be seen, so that one can be taken back.
        state.takeUp({{qs("a"), qs("x")}, {qs("b"), qs("y")}});
        QVERIFY(isAsked(state, "a") && isAsked(state, "b"));
        QCOMPARE(state.submitted().size(), 2);
    }

    void twoThatWaitForEachOther()
    {
        FormState state(madeForm({asked(madeItem("a", ItemType::String), {whenAnswered("b")}),
                                  asked(madeItem("b", ItemType::String), {whenAnswered("a")})}));
        QVERIFY(isAsked(state, "a") && isAsked(state, "b")); // else nobody could ever begin
        state.setAnswer(qs("a"), qs("x"));
        QVERIFY(isAsked(state, "a") && isAsked(state, "b"));
        QCOMPARE(state.submitted().size(), 1);
    }

    /// "A when B says no, B when A says yes": nothing settles, so nothing may flicker and no answer may hide itself.
    void aParadox()
    {
        FormState state(madeForm({asked(madeItem("a", ItemType::Boolean), {when("b", Operator::Equal, ItemType::Boolean, false)}),
                                  asked(madeItem("b", ItemType::Boolean), {whenYes("a")})}));
        QVERIFY(isAsked(state, "a") && isAsked(state, "b"));
        state.setAnswer(qs("a"), qs("true"));
        QVERIFY(isAsked(state, "a") && isAsked(state, "b"));
        state.setAnswer(qs("b"), qs("true"));
        QVERIFY(isAsked(state, "a") && isAsked(state, "b"));
        state.setAnswer(qs("a"), qs("false"));
        QVERIFY(isAsked(state, "a") && isAsked(state, "b"));
    }

    /// A group that its own question hides would take the question along, and nobody could change the answer.
    void aGroupThatDependsOnWhatIsInside()
    {
        FormState state(
            madeForm({asked(madeGroup("g", {madeItem("x", ItemType::Boolean), madeItem("y", ItemType::String)}), {whenYes("x")})}));
        QVERIFY(isAsked(state, "x"));
        state.setAnswer(qs("x"), qs("false"));
        QVERIFY(isAsked(state, "x"));
    }

    void aCircleStillObeysWhatIsOutside()
    {
        FormState state(madeForm({madeItem("use", ItemType::Boolean),
                                  asked(madeItem("a", ItemType::String), {whenUnanswered("b"), whenYes("use")}),
                                  asked(madeItem("b", ItemType::String), {whenUnanswered("a")})}));
        QVERIFY(!isAsked(state, "a") && isAsked(state, "b"));
        state.setAnswer(qs("use"), qs("true"));
        QVERIFY(isAsked(state, "a") && isAsked(state, "b"));
        state.setAnswer(qs("a"), qs("x"));
        QVERIFY(!isAsked(state, "b"));
        state.setAnswer(qs("use"), qs("false"));
        QVERIFY(!isAsked(state, "a") && isAsked(state, "b")); // its answer counts as none now
    }

    /// The rest of a questionnaire behind its own total: it is asked, since it could never be scored else.
    void aScoreThatWaitsForItself()
    {
        const QList<Option> options = {madeOption("0", 0), madeOption("3", 3)};
        FormState state(
            madeForm({madeItem("q1", ItemType::Choice, options),
                      asked(madeItem("q2", ItemType::Choice, options), {when("total", Operator::Greater, ItemType::Decimal, 2.0)}),
                      asked(madeItem("q3", ItemType::Choice, options), {when("total", Operator::Greater, ItemType::Decimal, 2.0)}),
                      scored("total", sumOf({qs("q1"), qs("q2"), qs("q3")}))}));
        QVERIFY(isAsked(state, "q2") && isAsked(state, "q3"));
        state.setAnswer(qs("q2"), qs("3"));
        QVERIFY(isAsked(state, "q2") && isAsked(state, "q3"));
        state.setAnswer(qs("q1"), qs("0"));
        state.setAnswer(qs("q3"), qs("3"));
        QCOMPARE(state.find(qs("total"))->score.value, 6.0);
    }

    /// 2000 questions in one circle, and 2000 in one chain.
    void longOnesSettleInTime()
    {
        for (const bool isCircle : {true, false}) {
            QList<FormItem> items;
            constexpr int count = 2000;
            for (int i = 0; i < count; ++i) {
                FormItem item = madeItem(qPrintable(name(i)), ItemType::Boolean);
                if (i > 0 || isCircle)
                    item.conditions = {whenYes(qPrintable(name((i + count - 1) % count)))};
                items << item;
            }
            QElapsedTimer timer;
            timer.start();
            FormState state(madeForm(items));
            for (int i = 0; i < 20; ++i)
                state.setAnswer(name(i), i % 2 == 0 ? qs("true") : qs("false"));
            QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        }
    }

    /// Forms at random: settling after each answer comes to the same as opening the form with all of them, in any order.
    void whatIsAskedFollowsFromTheAnswersAlone()
    {
        int circles = 0;
        for (quint32 seed = 1; seed <= 600; ++seed) {
            RandomForm random(seed);
            const Form form = random.make();
            FormState stepwise(form);
            const int count = int(stepwise.entries().size());
            for (int step = 0; step < 60; ++step) {
                const FormEntry &entry = stepwise.entries()[std::size_t(random.below(count))];
                const bool wasAsked = entry.isAsked();
                const QStringList before = stateOf(stepwise);
                stepwise.setAnswer(entry.key, random.answerFor(*entry.item));
                // What is told is what changed, and an answer never hides its own question.
                const QStringList after = stateOf(stepwise);
                for (int i = 0; i < count; ++i) {
                    const bool isTold =
                        std::find(stepwise.changed().begin(), stepwise.changed().end(), i) != stepwise.changed().end();
                    QVERIFY2(isTold || before.at(i) == after.at(i),
                             qPrintable(QStringLiteral("seed %1 step %2").arg(seed).arg(step)));
                }
                QVERIFY2(!wasAsked || entry.isAsked() || !entry.value.isValid(),
                         qPrintable(QStringLiteral("seed %1 step %2").arg(seed).arg(step)));
            }
            FormState whole(form);
            whole.takeUp(stepwise.answers());
            QVERIFY2(stateOf(whole) == stateOf(stepwise), qPrintable(QStringLiteral("seed %1").arg(seed)));
            FormState backwards(form);
            const QStringList keys = stepwise.answers().keys();
            for (auto key = keys.rbegin(); key != keys.rend(); ++key)
                backwards.setAnswer(*key, stepwise.answer(*key));
            QVERIFY2(stateOf(backwards) == stateOf(stepwise), qPrintable(QStringLiteral("seed %1").arg(seed)));
            // Whatever is not asked with no answer at all waits for one that can be given.
            FormState empty(form);
            circles += stateOf(empty) == stateOf(whole) ? 0 : 1;
        }
        QVERIFY(circles > 300); // the forms do depend on their answers
    }

    void ringsComeInOrder()
    {
        Dependencies dependencies(6);
        // 0 waits for 1, 1 for 2, 2 for 1; 3 stands alone; 5 waits for 4, and 4 for 0.
        dependencies.add(0, 1);
        dependencies.add(1, 2);
        dependencies.add(2, 1);
        dependencies.add(5, 4);
        dependencies.add(4, 0);
        dependencies.settle();
        QCOMPARE(dependencies.ringOf(1), dependencies.ringOf(2));
        QVERIFY(dependencies.ringOf(1) < dependencies.ringOf(0));
        QVERIFY(dependencies.ringOf(0) < dependencies.ringOf(4));
        QVERIFY(dependencies.ringOf(4) < dependencies.ringOf(5));
        QCOMPARE(dependencies.rings().size(), std::size_t(5));
        QCOMPARE(dependencies.dependents(1), (std::vector<int>{0, 2}));
    }
};

QTEST_GUILESS_MAIN(FormRingsTest)
#include "tst_rings.moc"
