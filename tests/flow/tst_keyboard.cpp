// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "PageTable.h"
#include "PageWalk.h"
#include "Stage.h"

#include <QGuiApplication>
#include <QQuickItem>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace handrail;

/// The app by keyboard alone: everything that can be pressed is reached by Tab, Escape closes what is on top and no more, and F1 is Help now.
class TestKeyboard final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    bool waitFor(const char *name) { return screen().waitFor(QString::fromUtf8(name)); }
    bool press(const char *name) { return screen().press(QString::fromUtf8(name)); }
    void key(Qt::Key key) { QTest::keyClick(&screen().window(), key); }
    QQuickItem *focused() { return screen().window().activeFocusItem(); }
    QString focusedName()
    {
        QAccessibleInterface *face = focused() ? QAccessible::queryAccessibleInterface(focused()) : nullptr;
        return face ? face->text(QAccessible::Name) : QString();
    }

    /// What Tab reaches, all around.
    QSet<QObject *> round()
    {
        QSet<QObject *> reached;
        for (int i = 0; i < 120; ++i) {
            key(Qt::Key_Tab);
            reached.insert(focused());
        }
        return reached;
    }

    /// Names of the controls that show, can be used, and are not reached by Tab.
    QStringList unreached()
    {
        const QSet<QObject *> reached = round();
        QStringList missing;
        for (QAccessibleInterface *thing : screen().all()) {
            const bool isControl = thing->role() == QAccessible::Button || thing->role() == QAccessible::PageTab
                || thing->role() == QAccessible::RadioButton || thing->role() == QAccessible::CheckBox
                || thing->role() == QAccessible::Slider || thing->role() == QAccessible::EditableText;
            const auto *item = qobject_cast<QQuickItem *>(thing->object());
            if (isControl && item && item->isEnabled() && !reached.contains(thing->object()))
                missing << thing->text(QAccessible::Name);
        }
        return missing;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish")));
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openApp());
        QVERIFY2(m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo")), qPrintable(screen().spoken()));
        QVERIFY(waitFor("Next session: Evening group*"));
    }

    void cleanup() { m_stage.reset(); }

    void everythingIsReached()
    {
        QCOMPARE(unreached().join(u'|'), QString());
        QVERIFY(press("Schedule") && waitFor("Days of this week"));
        QCOMPARE(unreached().join(u'|'), QString());
        QVERIFY(press("Evening group, Today*") && waitFor("What to bring"));
        QCOMPARE(unreached().join(u'|'), QString());
        QVERIFY(press("Help now") && waitFor("Call 988"));
        QCOMPARE(unreached().join(u'|'), QString());
        QVERIFY(press("Today") && press("You and settings*") && waitFor("You and privacy"));
        QCOMPARE(unreached().join(u'|'), QString());
        QVERIFY(press("Your progress") && waitFor("How far back"));
        QCOMPARE(unreached().join(u'|'), QString());
        QVERIFY(press("Show as a list") && waitFor("Today. *"));
        QCOMPARE(unreached().join(u'|'), QString());
        QVERIFY(press("Mark a day") && waitFor("A word of your own, or none"));
        QCOMPARE(unreached().join(u'|'), QString());
        key(Qt::Key_Escape);
        QVERIFY(press("A page for your next visit*") && waitFor("Save as a PDF"));
        QCOMPARE(unreached().join(u'|'), QString());
    }

    void everythingIsReachedOnThePagesOfTheTable_data()
    {
        QTest::addColumn<bool>("isRelative");
        QTest::newRow("patient") << false;
        QTest::newRow("relative") << true;
    }
    void everythingIsReachedOnThePagesOfTheTable()
    {
        QFETCH(bool, isRelative);
        m_stage.reset(); // one at a time
        QVERIFY2(openForTable(m_stage, isRelative), qPrintable(screen().spoken()));
        QVERIFY(fillForTable(*m_stage));
        Navigator &navigator = m_stage->app().navigator();
        const Navigator::Route home = navigator.route();
        QStringList missing;
        for (const TablePage &page : pagesOf(isRelative)) {
            navigator.home();
            navigator.go(page.route, QString::fromLatin1(page.argument));
            QVERIFY2(waitFor(page.mark), page.name);
            QTest::qWait(300); // the page moves in
            for (const QString &name : unreached())
                missing << QStringLiteral("%1: %2").arg(QLatin1String(page.name), name);
            if (!navigator.canGoBack()) // a tab
                continue;
            // From the top on: the first stop of a new page is its way back.
            key(Qt::Key_Escape);
            if (!screen().waitUntil([&] { return navigator.route() == home; }, 2000))
                missing << QStringLiteral("%1: Escape").arg(QLatin1String(page.name));
        }
        QCOMPARE(missing.join(u'|'), QString());
    }

    void aDayIsMarkedWithoutAMouse()
    {
        QVERIFY(press("See your progress") && waitFor("Mark a day"));
        qobject_cast<QQuickItem *>(screen().find(QStringLiteral("Mark a day"))->object())->forceActiveFocus(Qt::TabFocusReason);
        key(Qt::Key_Return);
        QVERIFY(screen().type(QStringLiteral("A word of your own, or none"), QStringLiteral("swam")));
        key(Qt::Key_Return);
        QVERIFY2(waitFor("Today, swam"), qPrintable(screen().spoken()));
        QTRY_COMPARE(focusedName(), QStringLiteral("Mark a day"));
    }

    void helpDuringTheCheckInLeadsBackToTheSameQuestion()
    {
        QVERIFY(press("Start the check-in") && waitFor("Okay") && press("Okay") && waitFor("What was your strongest urge*"));
        key(Qt::Key_F1);
        QVERIFY(waitFor("Call 988"));
        QVERIFY(screen().has(QStringLiteral("Back")));
        key(Qt::Key_Escape);
        QVERIFY2(waitFor("What was your strongest urge*"), qPrintable(screen().spoken()));
        key(Qt::Key_Escape);
        QVERIFY2(waitFor("Go on with the check-in"), qPrintable(screen().spoken()));
        QVERIFY(press("Go on with the check-in") && waitFor("What was your strongest urge*")); // nothing is lost
    }

    void theFocusComesBackWithItsPage()
    {
        QVERIFY(press("Skills") && press("Today") && waitFor("Start the check-in"));
        auto *start = qobject_cast<QQuickItem *>(screen().find(QStringLiteral("Start the check-in"))->object());
        start->forceActiveFocus(Qt::TabFocusReason);
        key(Qt::Key_Return);
        QVERIFY(waitFor("Okay"));
        QTRY_COMPARE(focusedName(), QStringLiteral("Close. Your answers are kept.")); // a new page: its first control
        auto *answer = qobject_cast<QQuickItem *>(screen().find(QStringLiteral("Okay"))->object());
        answer->forceActiveFocus(Qt::TabFocusReason);
        key(Qt::Key_F1);
        QVERIFY(waitFor("Call 988"));
        key(Qt::Key_Tab);
        key(Qt::Key_Escape);
        QTRY_COMPARE(focused(), answer);
        key(Qt::Key_Escape);
        QVERIFY(waitFor("Start the check-in"));
        QTRY_COMPARE(focusedName(), QStringLiteral("Start the check-in"));
    }

    void aSheetKeepsTheFocusAndGivesItBack()
    {
        QVERIFY(press("Details") && waitFor("Can’t make it?*"));
        auto *opener = qobject_cast<QQuickItem *>(screen().find(QStringLiteral("Can’t make it?*"))->object());
        opener->forceActiveFocus(Qt::TabFocusReason);
        key(Qt::Key_Return);
        QVERIFY(waitFor("Tell your clinic I can’t come"));
        const QAccessibleInterface *dialog = nullptr;
        for (QAccessibleInterface *thing : screen().all()) {
            if (thing->role() == QAccessible::Dialog)
                dialog = thing;
        }
        QVERIFY(dialog);
        const auto *sheet = qobject_cast<QQuickItem *>(dialog->object());
        for (QObject *object : round()) {
            const auto *item = qobject_cast<QQuickItem *>(object);
            QVERIFY2(item && (item == sheet || sheet->isAncestorOf(item)), qPrintable(focusedName()));
        }
        key(Qt::Key_Escape);
        QVERIFY(screen().waitUntil([this] { return !screen().has(QStringLiteral("Tell your clinic I can’t come")); }));
        QCOMPARE(m_stage->app().navigator().route(), Navigator::SessionPage);
        QTRY_COMPARE(focused(), opener);
        key(Qt::Key_Escape);
        QCOMPARE(m_stage->app().navigator().route(), Navigator::Today);
    }

    void arrowsMoveAmongDaysAndAnswers()
    {
        QVERIFY(press("Schedule") && waitFor("Monday 16*"));
        qobject_cast<QQuickItem *>(screen().find(QStringLiteral("Monday 16*"))->object())->forceActiveFocus(Qt::TabFocusReason);
        key(Qt::Key_Right);
        QVERIFY2(focusedName().startsWith(QStringLiteral("Tuesday 17")), qPrintable(focusedName()));
        QVERIFY(press("Today") && press("Start the check-in") && waitFor("Okay"));
        qobject_cast<QQuickItem *>(screen().find(QStringLiteral("Low"))->object())->forceActiveFocus(Qt::TabFocusReason);
        key(Qt::Key_Right);
        QCOMPARE(focusedName(), QStringLiteral("Okay"));
        QTest::qWait(600); // looking answers nothing and leads nowhere
        QVERIFY(screen().has(QStringLiteral("Skip")) && screen().has(QStringLiteral("How do you feel right now?")));
        key(Qt::Key_Space);
        QVERIFY(waitFor("What was your strongest urge*"));
        // The same on the rail: whoever steps along it goes on with Next.
        QAccessibleInterface *rail = nullptr;
        for (QAccessibleInterface *thing : screen().all()) {
            if (thing->role() == QAccessible::Slider)
                rail = thing;
        }
        QVERIFY(rail);
        qobject_cast<QQuickItem *>(rail->object())->forceActiveFocus(Qt::TabFocusReason);
        key(Qt::Key_Right);
        key(Qt::Key_4);
        QTest::qWait(600);
        QVERIFY(screen().has(QStringLiteral("Next")) && screen().has(QStringLiteral("What was your strongest urge*")));
    }

    void aNumberIsSeenWhereThereIsNoPhone()
    {
        m_stage->dialer().setCanCall(false);
        QVERIFY(press("Help now") && waitFor("Call 988"));
        auto *line = qobject_cast<QQuickItem *>(screen().find(QStringLiteral("Call 988"))->object());
        const QPointF place = line->mapToScene(QPointF());
        QVERIFY(press("Find treatment*"));
        QVERIFY(waitFor("Call this number on any phone: 1-800-662-4357"));
        auto *card = qobject_cast<QQuickItem *>(screen().find(QStringLiteral("Call this number on any phone*"))->object());
        QTRY_VERIFY(isWhollyInView(card));
        QVERIFY(screen().has(QStringLiteral("A code for a phone’s camera*")));
        // Nothing has moved away under the finger.
        QCOMPARE(line->mapToScene(QPointF()), place);
        // It is gone when Help is opened again.
        QVERIFY(press("Today") && press("Help now") && waitFor("Call 988"));
        QVERIFY(!screen().has(QStringLiteral("Call this number on any phone*")));
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    TestKeyboard test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_keyboard.moc"
