// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// Groups that repeat, and the keys of what is in them.

#include "MadeForm.h"

#include "form/FormState.h"

#include <QTest>

using namespace handrail;

namespace {

/// Medicines, each with its doses: a group that repeats in a group that repeats, and a question beside them.
Form medicines()
{
    FormItem dose = madeGroup("dose",
                              {madeItem("when", ItemType::Time),
                               asked(madeItem("why", ItemType::String), {when("when", Operator::Exists, ItemType::Boolean, true)})},
                              true);
    FormItem medicine =
        madeGroup("medicine",
                  {madeItem("name", ItemType::String), dose,
                   asked(madeItem("more", ItemType::String), {when("name", Operator::Exists, ItemType::Boolean, true)})},
                  true);
    return madeForm({madeItem("any", ItemType::Boolean), medicine,
                     asked(madeItem("after", ItemType::String), {when("name", Operator::Equal, ItemType::String, qs("last"))})});
}

QString key(const char *linkId, const QList<int> &path)
{
    return answerKey(qs(linkId), path);
}

QStringList keysOf(const FormState &state)
{
    QStringList keys;
    for (const FormEntry &entry : state.entries())
        keys << entry.key;
    return keys;
}

} // namespace

class FormCopiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys()
    {
        QCOMPARE(answerKey(qs("a")), qs("a"));
        QCOMPARE(key("a", {0, 0, 0}), qs("a"));
        const QString second = key("a", {0, 1, 0});
        QCOMPARE(linkIdOf(second), qs("a"));
        QCOMPARE(pathOf(second), (QList<int>{0, 1}));
        QVERIFY(second != key("a", {1}) && second != key("a", {0, 0, 1}));
        // A linkId may look like anything but a key.
        QCOMPARE(linkIdOf(qs("a.1/2#3")), qs("a.1/2#3"));
        QCOMPARE(pathOf(qs("a.1")), QList<int>());
        for (const char *broken : {"a\x1f", "a\x1fx", "a\x1f-1",
                                   "a\x1f"
                                   "1..2",
                                   "a\x1f"
                                   "99999999999"})
            QCOMPARE(pathOf(qs(broken)), QList<int>());
        QCOMPARE(pathOf(qs("a\x1f") + QStringList(100, qs("1")).join(u'.')), QList<int>());
    }

    void aGroupCanAskForSeveralCopies()
    {
        FormItem person = madeGroup("person", {madeItem("name", ItemType::String)}, true);
        person.minimumAnswers = 2;
        FormState state(madeForm({person}));
        QVERIFY(state.problems().empty()); // it may be left out
        state.setAnswer(qs("name"), qs("Ann"));
        QCOMPARE(state.problems(), std::vector<int>{0});
        QCOMPARE(state.validity(0), Validity::TooFew);
        QVERIFY(state.addCopy(qs("person")) > 0);
        QCOMPARE(state.problems(), std::vector<int>{0}); // it is empty
        state.setAnswer(key("name", {1}), qs("Bo"));
        QVERIFY(state.problems().empty());
        person.isRequired = true;
        FormState needed(madeForm({person}));
        QCOMPARE(needed.validity(0), Validity::Missing);
    }

    void theFirstCopyHasPlainKeys()
    {
        FormState state(medicines());
        QCOMPARE(keysOf(state).join(u' '), qs("any medicine name dose when why more after"));
        QCOMPARE(state.find(qs("medicine"))->copies, 1);
    }

    void copiesAreAddedAndTakenAway()
    {
        FormState state(medicines());
        state.setAnswer(qs("name"), qs("A"));
        const int second = state.addCopy(qs("medicine"));
        QCOMPARE(state.entries()[std::size_t(second)].copy, 1);
        QCOMPARE(state.entries()[std::size_t(second)].copies, 2);
        QCOMPARE(state.answer(qs("name")).toString(), qs("A"));
        QCOMPARE(state.setAnswer(key("name", {1}), qs("B")), Validity::Fine);
        QVERIFY(state.addCopy(key("dose", {1})) > 0);
        QCOMPARE(state.setAnswer(key("when", {1, 1}), qs("08:00:00")), Validity::Fine);
        QVERIFY(state.addCopy(key("medicine", {1})) > 0); // behind the last, whichever is asked
        state.setAnswer(key("name", {2}), qs("C"));
        const Answers three = state.answers();
        QCOMPARE(three.size(), 4);

        FormState again(medicines());
        QCOMPARE(again.takeUp(three).leftOut, 0);
        QCOMPARE(again.answers(), three);
        QCOMPARE(again.find(qs("medicine"))->copies, 3);

        QVERIFY(state.removeCopy(qs("medicine"))); // the first: the others move up
        QCOMPARE(state.find(qs("medicine"))->copies, 2);
        QCOMPARE(state.answer(qs("name")).toString(), qs("B"));
        QCOMPARE(state.answer(key("when", {0, 1})).toString(), qs("08:00:00"));
        QCOMPARE(state.answer(key("name", {1})).toString(), qs("C"));
        QVERIFY(state.removeCopy(key("dose", {0, 0})));
        QCOMPARE(state.answer(qs("when")).toString(), qs("08:00:00"));
        QVERIFY(!state.removeCopy(qs("dose"))); // the only one stays
        QVERIFY(!state.removeCopy(qs("name")));
        QCOMPARE(state.addCopy(qs("any")), -1);
        QCOMPARE(state.addCopy(qs("nobody")), -1);
    }

    void aConditionMeansItsOwnCopy()
    {
        FormState state(medicines());
        state.addCopy(qs("medicine"));
        state.setAnswer(key("name", {1}), qs("B"));
        QVERIFY(!isAsked(state, "more"));
        QVERIFY(state.find(key("more", {1}))->isAsked());
        state.addCopy(key("dose", {1}));
        state.setAnswer(key("when", {1, 1}), qs("08:00:00"));
        QVERIFY(state.find(key("why", {1, 1}))->isAsked());
        QVERIFY(!state.find(key("why", {1, 0}))->isAsked());
        QVERIFY(!isAsked(state, "why"));
        // From outside it means the last copy before.
        QVERIFY(!isAsked(state, "after"));
        state.setAnswer(qs("name"), qs("last"));
        QVERIFY(!isAsked(state, "after"));
        state.setAnswer(key("name", {1}), qs("last"));
        QVERIFY(isAsked(state, "after"));
    }

    void thereIsAnEnd()
    {
        FormState state(medicines());
        int count = 1;
        while (state.addCopy(qs("medicine")) >= 0)
            ++count;
        QCOMPARE(count, mostCopiesOfGroup);
        // Nor does an answer that claims to be the 100,000th make so many.
        FormState far(medicines());
        QCOMPARE(far.takeUp({{key("name", {100000}), qs("x")}, {key("when", {40, 40}), qs("08:00:00")}}).taken, 1);
        QVERIFY(far.entries().size() <= 5000);
        Form few = medicines();
        few.items[1].maximumAnswers = 2;
        FormState limited(few);
        QVERIFY(limited.addCopy(qs("medicine")) > 0);
        QCOMPARE(limited.addCopy(qs("medicine")), -1);
    }

    void scoresTakeAllCopies()
    {
        Form form =
            madeForm({madeGroup("day", {madeItem("drinks", ItemType::Integer)}, true), scored("sum", sumOf({qs("drinks")}, ""))});
        FormState state(form);
        state.setAnswer(qs("drinks"), 2.0);
        QCOMPARE(state.find(qs("sum"))->score.value, 2.0);
        state.addCopy(qs("day"));
        QVERIFY(!state.find(qs("sum"))->score.isScored());
        state.setAnswer(key("drinks", {1}), 3.0);
        QCOMPARE(state.find(qs("sum"))->score.value, 5.0);
    }
};

QTEST_GUILESS_MAIN(FormCopiesTest)
#include "tst_copies.moc"
