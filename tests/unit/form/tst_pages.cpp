// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "MadeForm.h"

#include "form/FormPages.h"

#include <QTest>

using namespace handrail;

namespace {

FormItem text(const char *linkId)
{
    return madeItem(linkId, ItemType::String);
}

/// "g: a b | c": screens by |, the group before the colon.
QString pagesIn(const FormState &state)
{
    QStringList pages;
    for (const FormPage &page : pagesOf(state))
        pages << (page.heading.isEmpty() ? QString() : page.heading + qs(": ")) + page.keys.join(u' ');
    return pages.join(qs(" | "));
}

} // namespace

class FormPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneQuestionAScreen()
    {
        QCOMPARE(pagesIn(FormState(madeForm({text("a"), text("b")}))), qs("a | b"));
        QCOMPARE(pagesIn(FormState(madeForm({}))), QString());
    }

    void smallGroupsTogether()
    {
        QCOMPARE(pagesIn(FormState(madeForm({text("a"), madeGroup("g", {text("b"), text("c"), text("d")})}))), qs("a | g: b c d"));
        QCOMPARE(pagesIn(FormState(madeForm({madeGroup("g", {text("b"), text("c"), text("d"), text("e")})}))),
                 qs("g: b | g: c | g: d | g: e"));
        QCOMPARE(pagesIn(FormState(madeForm({madeGroup("g", {text("a"), madeGroup("h", {text("b"), text("c")})})}))),
                 qs("g: a | h: b c"));
    }

    void displaysStandBeforeTheirQuestion()
    {
        const FormItem words = madeItem("words", ItemType::Display);
        const FormItem end = madeItem("end", ItemType::Display);
        QCOMPARE(pagesIn(FormState(madeForm({words, text("a"), text("b"), end}))), qs("words a | b | end"));
        QCOMPARE(pagesIn(FormState(madeForm({words, madeGroup("g", {text("a"), end})}))), qs("g: words a end"));
    }

    void whatIsBelowAQuestionStaysWithIt()
    {
        FormItem use = madeItem("use", ItemType::Boolean);
        use.children = {asked(text("what"), {whenYes("use")})};
        FormState state(madeForm({use, text("b")}));
        QCOMPARE(pagesIn(state), qs("use | b"));
        state.setAnswer(qs("use"), qs("true"));
        QCOMPARE(pagesIn(state), qs("use what | b"));
    }

    void aGroupBelowAQuestionHasItsOwn()
    {
        FormItem use = madeItem("use", ItemType::Boolean);
        use.children = {asked(text("what"), {whenYes("use")}),
                        asked(madeGroup("each", {text("name"), text("dose")}, true), {whenYes("use")}), text("why"),
                        madeGroup("more", {text("c"), text("d"), text("e"), text("f")})};
        FormState state(madeForm({madeGroup("g", {use, text("b")})}));
        QCOMPARE(pagesIn(state), qs("g: use | g: why | more: c | more: d | more: e | more: f | g: b"));
        state.setAnswer(qs("use"), qs("true"));
        QCOMPARE(pagesIn(state), qs("g: use what | each: name dose | g: why | more: c | more: d | more: e | more: f | g: b"));
        QVERIFY(state.addCopy(qs("each")) >= 0);
        QCOMPARE(pagesOf(state).at(2).heading, answerKey(qs("each"), {0, 0, 1}));
        // One that is never drawn parts nothing.
        FormItem hidden = madeGroup("hidden", {madeGroup("within", {text("c")})});
        hidden.isHidden = true;
        FormItem before = text("before");
        before.children = {hidden, text("behind")};
        QCOMPARE(pagesIn(FormState(madeForm({before}))), qs("before behind"));
        // A question does not go to the end without its group.
        FormItem parent = text("parent");
        parent.children = {madeGroup("h", {text("a")})};
        const QList<FormPage> pages = pagesOf(FormState(madeForm({parent, text("z")})), {qs("parent")});
        QCOMPARE(pages.size(), 3);
        QCOMPARE(pages.at(0).keys, QStringList{qs("parent")});
        QVERIFY(!pages.at(0).isExtra && !pages.at(2).isExtra);
    }

    void whatCanBeLeftOutComesLast()
    {
        FormItem needed = text("needed");
        needed.isRequired = true;
        FormItem parent = text("parent");
        parent.children = {text("child")};
        const FormState state(madeForm({text("a"), text("b"), needed, parent, madeGroup("g", {text("c")}), text("d"), text("e")}));
        const auto atTheEnd = [&state](const QStringList &linkIds) {
            QStringList pages;
            for (const FormPage &page : pagesOf(state, linkIds))
                pages << (page.isExtra ? u"+" : u"") + page.keys.join(u' ');
            return pages.join(qs(" | "));
        };
        QCOMPARE(atTheEnd({qs("e"), qs("a"), qs("nobody")}), qs("b | needed | parent child | c | d | +e | +a"));
        // What is needed, has something below it or belongs to a group stays where it is.
        QCOMPARE(atTheEnd({qs("needed"), qs("parent"), qs("child"), qs("c")}), pagesIn(state).remove(qs("g: ")));
    }

    void whatNobodySees()
    {
        FormItem hidden = text("hidden");
        hidden.isHidden = true;
        FormItem readOnly = text("read-only");
        readOnly.isReadOnly = true;
        FormItem given = readOnly;
        given.linkId = qs("given");
        given.initial = qs("x");
        QCOMPARE(
            pagesIn(FormState(madeForm({hidden, readOnly, given, scored("total", qs("1")), madeItem("scan", ItemType::Unsupported),
                                        asked(text("b"), {whenYes("nobody")}), madeGroup("empty", {})}))),
            qs("given | scan | b"));
    }

    void copiesHaveTheirOwn()
    {
        FormState state(madeForm({madeGroup("g", {text("a"), text("b")}, true)}));
        state.addCopy(qs("g"));
        const QList<FormPage> pages = pagesOf(state);
        QCOMPARE(pages.size(), 2);
        QCOMPARE(pages.at(1).heading, answerKey(qs("g"), {1}));
        QCOMPARE(pages.at(1).keys.constFirst(), answerKey(qs("a"), {1}));
    }
};

QTEST_GUILESS_MAIN(FormPagesTest)
#include "tst_pages.moc"
