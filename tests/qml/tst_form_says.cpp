// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// What the pages of a form and of the check-in say beside their questions, on the screen and to a screen reader.

#include "FormScreen.h"
#include "care/CheckIn.h"

using namespace handrail;

class FormSays final : public QObject, test::FormScreen
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    /// "Over the last 2 weeks ..." asks every question after it: it is said before the first, and is read with each.
    void whatAsksAQuestionIsSaidWithIt()
    {
        const QByteArray choice = "'type':'choice','answerOption':[{'valueString':'Not at all'},{'valueString':'Several days'}]}";
        QVERIFY(m_bench->putForm("p",
                                 "'url':'https://x.example/phq','title':'Mood check','status':'active','item':["
                                 "{'linkId':'stem','type':'display','text':'Over the last 2 weeks, how often:'},"
                                 "{'linkId':'a','text':'Little interest',"
                                     + choice + ",{'linkId':'b','text':'Feeling down'," + choice
                                     + ",{'linkId':'end','type':'display','text':'Those were all.'}]"));
        m_navigator.go(Navigator::Form, QStringLiteral("https://x.example/phq"));
        const std::unique_ptr<QSignalSpy> spy = listen();
        const auto said = [&spy] {
            QTest::qWait(50);
            QStringList words;
            while (!spy->isEmpty())
                words << spy->takeFirst().first().toString();
            return words.join(QStringLiteral(" | "));
        };
        const auto focused = [this](QAccessible::Text what) {
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(m_window->activeFocusItem());
            return face ? face->text(what) : QString();
        };
        open("FormPage");
        const QString stem = QStringLiteral("Over the last 2 weeks, how often:");
        QCOMPARE(said(), stem + QStringLiteral(" | Little interest"));
        QCOMPARE(focused(QAccessible::Name), QStringLiteral("Little interest"));
        QCOMPARE(focused(QAccessible::Description), stem);
        m_bench->form.skip();
        QCOMPARE(said(), QStringLiteral("Feeling down")); // the stem stands there as before
        QCOMPARE(focused(QAccessible::Description), stem);
        m_bench->form.skip();
        QCOMPARE(said(), QStringLiteral("Those were all.")); // a screen of words alone
        QCOMPARE(focused(QAccessible::Name), QStringLiteral("Those were all."));
        QVERIFY(m_bench->form.back());
        QCOMPARE(said(), stem + QStringLiteral(" | Feeling down"));
    }

    /// Wherever it opens, and beside the answers: last week's would go out as this week's else.
    void whatIsSaidOfAFormThatIsGoneOnWithShows()
    {
        m_bench->clock.setZone("America/New_York");
        QVERIFY(m_bench->putForm("phq",
                                 "'url':'" + phq2Url().toUtf8()
                                     + "','version':'1','status':'active','item':[{'linkId':'a','text':'A','type':'string'},"
                                       "{'linkId':'b','text':'B','type':'string'},{'linkId':'c','text':'C','type':'string'}]"));
        const auto asking = [this](int day, int hour) {
            m_bench->clock.setWallClock(QDateTime(QDate(2026, 11, day), QTime(hour, 20), QTimeZone("America/New_York")).toUTC());
            m_bench->assignments.settle();
            return m_bench->assignments.firstId();
        };
        m_bench->form.open(asking(22, 20));
        m_bench->form.fields()->fields().constFirst()->type(0, QStringLiteral("one"));
        QVERIFY(m_bench->form.next());
        m_bench->form.leave();
        m_navigator.go(Navigator::Form, asking(23, 8));
        const std::unique_ptr<QSignalSpy> told = listen();
        open("FormPage");
        const char *words = "Your answers from before are here.\nThese answers are from Nov 22. Change what is different now.";
        QCOMPARE(m_bench->form.step(), 1);
        QVERIFY(find("B") && find(words));
        QCOMPARE(told->count({QString::fromUtf8(words)}), 1);
        picture("a-form-gone-on-with");
        QTRY_COMPARE(problemsOf(m_page), QStringList());
        QVERIFY(m_bench->form.next());
        QTest::qWait(50);
        QVERIFY(find("C") && !find(words));
        QVERIFY(m_bench->form.next());
        QTest::qWait(50);
        QVERIFY(find("Look before you send") && find(words));
        QCOMPARE(told->count({QString::fromUtf8(words)}), 2);
        // Not once more for each answer that is looked at.
        m_bench->form.goTo(0);
        QTest::qWait(50);
        QVERIFY(find("A") && !find("Look before you send"));
        QVERIFY(m_bench->form.next());
        QTest::qWait(50);
        QVERIFY(find("Look before you send") && find(words));
        QCOMPARE(told->count({QString::fromUtf8(words)}), 2);
        picture("a-look-at-a-form-gone-on-with");
        QTRY_COMPARE(problemsOf(m_page), QStringList());
    }

    void whatIsSaidOfACheckInThatIsGoneOnWithShows()
    {
        QVERIFY(m_bench->putForm("daily-checkin",
                                 "'url':'" + dailyCheckInUrl().toUtf8()
                                     + "','status':'active','item':[{'linkId':'a','text':'A','type':'string'},"
                                       "{'linkId':'b','text':'B','type':'string'},{'linkId':'b','text':'X','type':'string'}]"));
        m_bench->checkIn.begin();
        m_bench->checkIn.fields()->fields().constFirst()->type(0, QStringLiteral("one"));
        QVERIFY(m_bench->checkIn.next());
        m_bench->checkIn.leave();
        m_bench->checkIn.begin();
        QCOMPARE(m_bench->checkIn.step(), 1);
        const std::unique_ptr<QSignalSpy> told = listen();
        open("QuestionPage", "CheckIn");
        const char *words = "Some questions of your clinic can’t be shown here.";
        QVERIFY(find("B") && find(words));
        QCOMPARE(told->count({QString::fromUtf8(words)}), 1);
        QVERIFY(m_bench->checkIn.back());
        QTest::qWait(50);
        QVERIFY(find("A") && !find(words));
    }

    void aChangeThatWasLeftIsGoneOnWithFromItsAnswers()
    {
        QVERIFY(
            m_bench->putForm("one",
                             "'url':'https://x.example/one','version':'1','title':'One','status':'active','item':[{'linkId':'a',"
                             "'text':'Your day','type':'string'}]"));
        const QString id = QStringLiteral("urn:uuid:1");
        QVERIFY(m_bench->putAnswers("1", QStringLiteral("https://x.example/one|1"),
                                    "{'linkId':'a','answer':[{'valueString':'Long'}]}"));
        m_bench->form.showAnswers(id);
        QVERIFY(m_bench->form.amend());
        m_bench->form.goTo(0);
        m_bench->form.fields()->fields().constFirst()->type(0, QStringLiteral("Short"));
        m_bench->form.leave();
        m_navigator.go(Navigator::FormAnswers, id);
        open("FormAnswersPage");
        QTRY_VERIFY(find("Go on with your change"));
        QVERIFY(find("You began a change. It is not sent.") && !find("Change my answers"));
        QTRY_COMPARE(problemsOf(m_page), QStringList());
        picture("a-change-that-was-left");
        QVERIFY(QMetaObject::invokeMethod(find("Go on with your change"), "clicked"));
        QCOMPARE(m_navigator.route(), Navigator::Form);
        QCOMPARE(test::valuesOf(m_bench->form), QStringList{QStringLiteral("Short")});
    }

    /// Where it is seen again, on any day.
    void whatWasKeptIsSharedByItsSwitch()
    {
        QVERIFY(m_bench->putForm("daily-checkin",
                                 "'url':'" + dailyCheckInUrl().toUtf8()
                                     + "','title':'Daily','status':'active','item':[{'linkId':'a','text':'A','type':'string'}]"));
        m_bench->checkIn.begin();
        m_bench->checkIn.fields()->fields().constFirst()->type(0, QStringLiteral("one"));
        QVERIFY(m_bench->checkIn.next());
        m_bench->checkInDone.setShown(true);
        const QString identifier = m_bench->checkInDone.changeable();
        m_bench->checkInDone.setShared(false);
        m_navigator.go(Navigator::FormAnswers, identifier);
        open("FormAnswersPage");
        const char *name = "My care team can see this check-in";
        QTRY_VERIFY(find(name, QAccessible::CheckBox));
        QVERIFY(!find(name, QAccessible::CheckBox)->property("isOn").toBool());
        QVERIFY(!find("Change my answers"));
        QTRY_COMPARE(problemsOf(m_page), QStringList());
        picture("kept-to-oneself");
        QVERIFY(QMetaObject::invokeMethod(find(name, QAccessible::CheckBox), "clicked"));
        QVERIFY(m_bench->form.isShared());
        QTRY_VERIFY(find("Change my answers"));
        QQuickItem *after = find(name, QAccessible::CheckBox);
        QVERIFY(after && after->property("isOn").toBool()); // it stays where it was pressed
        QTRY_COMPARE(problemsOf(m_page), QStringList());
        picture("shared-after-all");
    }
};

QTEST_MAIN(FormSays)
#include "tst_form_says.moc"
