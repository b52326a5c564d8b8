// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// The page of a form with real keys and touches.

#include "FormScreen.h"
#include "care/CheckIn.h"
#include "core/Ids.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPointer>

using namespace handrail;

class FormOnScreen final : public QObject, test::FormScreen
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    /// A question that comes while somebody types takes neither the keys from them nor the taps that follow.
    void whoTypesGoesOnTyping()
    {
        QVERIFY(m_bench->putForm(
            "g",
            "'url':'https://x.example/group','title':'Two days','status':'active','item':[{'linkId':'g','text':'About today',"
            "'type':'group','item':[{'linkId':'drinks','text':'Drinks','type':'integer'},{'linkId':'where','text':'Where was it?',"
            "'type':'string','enableWhen':[{'question':'drinks','operator':'>','answerInteger':0}]},"
            "{'linkId':'alone','text':'Alone?','type':'boolean'}]}]"));
        m_bench->form.open(QStringLiteral("https://x.example/group"));
        open("FormQuestions");
        QTest::qWait(700); // what has just come takes no tap
        const QPointer<QQuickItem> drinks = find("Drinks", QAccessible::EditableText);
        QVERIFY(drinks);
        drinks->forceActiveFocus();
        QVERIFY(!find("Where was it?"));
        QTest::keyClick(m_window.get(), Qt::Key_1);
        QVERIFY(find("Where was it?"));
        QTest::keyClick(m_window.get(), Qt::Key_2);
        QTest::keyClick(m_window.get(), Qt::Key_Left);
        QTest::keyClick(m_window.get(), Qt::Key_Backspace); // "2"
        QTest::keyClick(m_window.get(), Qt::Key_3);
        QVERIFY(drinks && find("Drinks", QAccessible::EditableText) == drinks);
        QVERIFY(drinks->hasActiveFocus());
        QCOMPARE(drinks->property("text").toString(), QStringLiteral("32"));
        QCOMPARE(drinks->property("cursorPosition").toInt(), 1);
        QCOMPARE(m_bench->form.fields()->fields().constFirst()->value().toInt(), 32);
        picture("a-question-that-came");

        // Away with it, and a tap at once on what was there all the time.
        QTest::keyClick(m_window.get(), Qt::Key_End);
        QTest::keyClick(m_window.get(), Qt::Key_Backspace);
        QTest::keyClick(m_window.get(), Qt::Key_Backspace);
        QVERIFY(!find("Where was it?"));
        QVERIFY(drinks->hasActiveFocus());
        QTest::keyClick(m_window.get(), Qt::Key_4);
        QTest::qWait(30); // it is laid out
        QQuickItem *no = find("No");
        QVERIFY(no);
        tap(no);
        QCOMPARE(m_bench->form.fields()->fields().at(2)->value().toString(), QStringLiteral("false"));
    }

    /// The first rows of a review do not wait for the others, and these come.
    void freeTextCanBeSeveralAnswers()
    {
        QVERIFY(m_bench->putForm("t",
                                 "'url':'https://x.example/texts','title':'Texts','status':'active','item':[{'linkId':'t','text':"
                                 "'What went well?','type':'text','repeats':true}]"));
        m_bench->form.open(QStringLiteral("https://x.example/texts"));
        open("FormQuestions");
        QTest::qWait(700);
        const auto type = [this](const char *name, const char *letters) {
            QQuickItem *note = find(name, QAccessible::EditableText);
            if (!note)
                return QString();
            note->forceActiveFocus();
            for (const char *letter = letters; *letter; ++letter)
                QTest::keyClick(m_window.get(), *letter);
            return note->property("text").toString();
        };
        QCOMPARE(type("What went well?", "abc"), QStringLiteral("abc"));
        QVERIFY(find("Add another answer"));
        tap(find("Add another answer"));
        QTRY_VERIFY(find("What went well?, answer 2", QAccessible::EditableText));
        QCOMPARE(type("What went well?, answer 2", "de"), QStringLiteral("de"));
        QCOMPARE(m_bench->form.fields()->fields().constFirst()->value().toList(),
                 (QVariantList{QStringLiteral("abc"), QStringLiteral("de")}));
        picture("free-text-many");
        QVERIFY(m_bench->form.next());
        QCOMPARE(m_bench->form.answers().constFirst().toMap().value(QStringLiteral("value")).toString(), QStringLiteral("abc\nde"));
    }

    /// Where the form gives no limit, or gave none when it was written.
    void whatWasWrittenIsNotCut()
    {
        const auto put = [this](const QByteArray &version, const QByteArray &limit) {
            return m_bench->putForm(
                "t" + version,
                "'version':'" + version
                    + "','url':'https://x.example/texts','title':'Texts','status':'active','item':[{'linkId':'g',"
                      "'text':'Words','type':'group','item':[{'linkId':'t','text':'What happened?','type':'text'"
                    + limit + "},{'linkId':'s','text':'In short','type':'string'" + limit + "}]}]");
        };
        const QString url = QStringLiteral("https://x.example/texts");
        const QString longText = QString(2100, u'x');
        QVERIFY(put("1", {}));
        m_bench->form.open(url);
        for (FormField *field : m_bench->form.fields()->fields())
            field->type(0, longText);
        m_bench->form.leave();
        qsizetype length = longText.size();
        for (const QByteArray &limit : {QByteArray(), QByteArray(",'maxLength':20")}) {
            QVERIFY(put(limit.isEmpty() ? "1" : "2", limit));
            m_bench->form.open(url);
            open("FormQuestions");
            QTest::qWait(700);
            for (const char *name : {"What happened?", "In short"}) {
                QQuickItem *note = find(name, QAccessible::EditableText);
                QVERIFY(note);
                note->forceActiveFocus();
                QTest::keyClick(m_window.get(), Qt::Key_End, Qt::ControlModifier);
                QTest::keyClick(m_window.get(), limit.isEmpty() ? Qt::Key_Y : Qt::Key_Backspace);
            }
            length += limit.isEmpty() ? 1 : -1;
            for (const FormField *field : m_bench->form.fields()->fields())
                QCOMPARE(field->value().toString().size(), length);
            close();
            m_bench->form.leave();
        }
        m_bench->form.open(url);
        QVERIFY(!m_bench->form.next()); // and that it is too long for the form now is said
    }

    void aLongReviewIsThereAtOnce()
    {
        QByteArray items;
        for (int i = 0; i < 1200; ++i)
            items += "{'linkId':'q" + QByteArray::number(i) + "','text':'Question " + QByteArray::number(i) + "','type':'string'},";
        QVERIFY(m_bench->putForm("l", "'url':'https://x.example/long','status':'active','item':[" + items.chopped(1) + ']'));
        QVERIFY(m_bench->putForm("s",
                                 "'url':'https://x.example/short','status':'active','item':["
                                     + items.left(items.indexOf("{'linkId':'q40'") - 1) + ']'));
        const auto opened = [this](const char *url) {
            m_bench->form.open(QString::fromLatin1(url));
            m_bench->form.review();
            QElapsedTimer timer;
            timer.start();
            open("FormReviewPage");
            return double(timer.elapsed());
        };
        const double first = opened("https://x.example/short"); // the parts are compiled
        const double brief = opened("https://x.example/short");
        const double lengthy = opened("https://x.example/long");
        QVERIFY2(lengthy < 3 * brief + first, qPrintable(QStringLiteral("%1 ms, %2 ms for the short one").arg(lengthy).arg(brief)));
        QCOMPARE(m_bench->form.answers().size(), 1200);
        QTRY_VERIFY_WITH_TIMEOUT(find("Question 1199"), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->property("contentHeight").toDouble() > 1200 * 48, 60'000);
    }

    void whatIsLeftOutIsSaidBeforeItIsSentAgain()
    {
        QVERIFY(m_bench->putForm("f",
                                 "'url':'https://x.example/f','version':'2','title':'How you sleep','status':'active',"
                                 "'item':[{'linkId':'a','text':'Hours of sleep','type':'integer'}]"));
        QVERIFY(m_bench->putAnswers("1", QStringLiteral("https://x.example/f|1"),
                                    "{'linkId':'a','answer':[{'valueInteger':7}]},{'linkId':'b','answer':[{'valueString':'x'}]}"));
        m_navigator.go(Navigator::FormAnswers, QStringLiteral("urn:uuid:1"));
        open("FormAnswersPage");
        picture("answers-of-another-version");
        QVERIFY(find("Your clinic changed this form since then. Some of your answers can’t be shown here."));
        QTRY_COMPARE(problemsOf(m_page), QStringList());
        QVERIFY(m_bench->form.amend());
        m_navigator.replace(Navigator::Form, QStringLiteral("urn:uuid:1"));
        open("FormPage");
        QTest::qWait(50);
        picture("change-of-another-version");
        QVERIFY(find("Send again"));
        QVERIFY(
            find("Your clinic changed this form since then. Some of your answers can’t be shown here. If you send again, they are "
                 "left out."));
        QTRY_COMPARE(problemsOf(m_page), QStringList());
    }

    /// At the foot of a long page: what came in is seen from the top, and the second half of a double press sends nothing.
    void newerAnswersAreSeenBeforeTheChangeGoes()
    {
        QByteArray items;
        for (int i = 0; i < 12; ++i)
            items += ",{'linkId':'q" + QByteArray::number(i) + "','text':'Question " + QByteArray::number(i) + "','type':'string'}";
        QVERIFY(m_bench->putForm("f",
                                 "'url':'https://x.example/f','version':'1','title':'How you sleep','status':'active',"
                                 "'item':[{'linkId':'a','text':'Hours of sleep','type':'integer'}"
                                     + items + ']'));
        const auto put = [this](const QByteArray &hours) {
            return m_bench->putAnswers("1", QStringLiteral("https://x.example/f|1"),
                                       "{'linkId':'a','answer':[{'valueInteger':" + hours + "}]}");
        };
        QVERIFY(put("7"));
        m_navigator.go(Navigator::FormAnswers, QStringLiteral("urn:uuid:1"));
        m_bench->form.showAnswers(QStringLiteral("urn:uuid:1"));
        QVERIFY(m_bench->form.amend());
        m_navigator.replace(Navigator::Form, QStringLiteral("urn:uuid:1"));
        open("FormPage");
        QTest::qWait(700);
        QQuickItem *scroll = find("Look before you send");
        while (scroll && !scroll->inherits("QQuickFlickable"))
            scroll = scroll->parentItem();
        QVERIFY(scroll);
        scroll->setProperty("contentY", 300);
        QVERIFY(put("5"));
        QQuickItem *next = find("Send again");
        QVERIFY(next);
        tap(next);
        tap(next);
        QCOMPARE(m_bench->form.state(), FormView::Review);
        QTRY_VERIFY(find("Send my change"));
        QVERIFY(find("With your change"));
        QTRY_COMPARE(scroll->property("contentY").toDouble(), 0.0);
        QTest::qWait(50);
        picture("newer-answers");
        QTRY_COMPARE(problemsOf(m_page), QStringList());
        QTest::qWait(700);
        tap(find("Send my change"));
        QCOMPARE(m_bench->form.state(), FormView::Done);
    }

    /// What was asked was answered on another device while it was open here: both show, and what is there can stay.
    void whatIsThereAlreadyCanStay()
    {
        QVERIFY(m_bench->putForm("phq",
                                 "'url':'" + phq2Url().toUtf8()
                                     + "','version':'1','title':'Mood','status':'active','item':[{'linkId':'a','text':'Your mood',"
                                       "'type':'string'}]"));
        m_bench->assignments.settle();
        const QString asking = m_bench->assignments.firstId();
        const QString identifier =
            urn(scheduledId(m_bench->account.identity()->patientId, phq2Url(), QDate(2026, 11, 16), QStringLiteral("rhythm")));
        m_bench->form.open(asking);
        m_bench->form.fields()->fields().constFirst()->type(0, QStringLiteral("Mine"));
        QVERIFY(m_bench->form.next());
        m_navigator.go(Navigator::Form, asking);
        open("FormPage");
        QTest::qWait(700);
        QVERIFY(m_bench->putAnswers(identifier.section(u':', -1).toLatin1(), phq2Url(),
                                    "{'linkId':'a','answer':[{'valueString':'Theirs'}]}"));
        m_bench->assignments.refresh();
        QVERIFY(find("Send"));
        tap(find("Send"));
        QCOMPARE(m_bench->form.state(), FormView::Review);
        QTRY_VERIFY(find("Send mine"));
        for (const char *set : {"Your answers as they are now", "What you answered here"}) { // a heading, and a name of the list
            QVERIFY2(find(set, QAccessible::Heading) && find(set, QAccessible::Grouping), set);
            QVERIFY(find("Your mood", QAccessible::StaticText));
        }
        const QAccessibleInterface *mood = QAccessible::queryAccessibleInterface(find("Your mood", QAccessible::Button));
        QVERIFY(mood);
        QCOMPARE(mood->text(QAccessible::Description), QStringLiteral("Mine. Not the same in both"));
        QTRY_COMPARE(problemsOf(m_page), QStringList());
        picture("other-answers");
        QVERIFY(find("Keep them as they are now"));
        QVERIFY(QMetaObject::invokeMethod(find("Keep them as they are now", QAccessible::Button), "clicked"));
        QTRY_VERIFY(find("Remove what I answered"));
        QVERIFY(QMetaObject::invokeMethod(find("Remove what I answered", QAccessible::Button), "clicked"));
        QCOMPARE(m_navigator.route(), Navigator::Form); // the second half of a double press removes nothing
        QVERIFY(find("Your answers stay as they are now. What you answered here was not sent. Removed, it can’t come back."));
        QTRY_COMPARE(problemsOf(m_page), QStringList());
        QCOMPARE(m_bench->form.state(), FormView::Review); // it is asked first
        QTest::qWait(700);
        QVERIFY(QMetaObject::invokeMethod(find("Remove what I answered", QAccessible::Button), "clicked"));
        QCOMPARE(m_navigator.route(), Navigator::FormAnswers);
        QCOMPARE(m_navigator.argument(), identifier);
        QCOMPARE(test::valuesOf(m_bench->form), QStringList{QStringLiteral("Theirs")});
    }

    /// What still waits is written over, and the clinic never sees it.
    void whatTheClinicSeesOfAChangeIsSaidAsItIs()
    {
        QVERIFY(
            m_bench->putForm("one",
                             "'url':'https://x.example/one','version':'1','title':'One','status':'active','item':[{'linkId':'a',"
                             "'text':'Your day','type':'string'}]"));
        m_bench->form.open(QStringLiteral("https://x.example/one"));
        m_bench->form.fields()->fields().constFirst()->type(0, QStringLiteral("Long"));
        QVERIFY(m_bench->form.next());
        m_bench->form.send();
        Outbox &outbox = m_bench->account.records()->store().outbox();
        OutboxItem item = outbox.unsent().value().constFirst();
        QTRY_COMPARE(outbox.find(item.identifier).value()->state, OutboxState::Done);
        QVERIFY(outbox.update(item)); // as it was before
        m_navigator.go(Navigator::FormAnswers, item.identifier);
        open("FormAnswersPage");
        QTRY_VERIFY(find("Change my answers"));
        const char *both = "Did something change? Your clinic sees both, the first answers and the new ones.";
        QVERIFY(find("Did something change?") && !find(both));
        item.state = OutboxState::Done;
        item.doneAt = m_bench->clock.nowUtc();
        QVERIFY(outbox.update(item));
        m_bench->form.showAnswers(item.identifier);
        QTRY_VERIFY(find(both));
        QVERIFY(find("Change my answers"));
    }

    /// Whoever wants to look at both does not see one alone first.
    void bothShowAtOnce()
    {
        const QString url = QStringLiteral("https://x.example/two");
        QVERIFY(
            m_bench->putForm("two",
                             "'url':'https://x.example/two','version':'1','title':'Two','status':'active','item':[{'linkId':'a',"
                             "'text':'Your day','type':'string'}]"));
        m_bench->form.open(url);
        m_bench->form.fields()->fields().constFirst()->type(0, QStringLiteral("Mine"));
        QVERIFY(m_bench->form.next());
        m_bench->form.send();
        Outbox &outbox = m_bench->account.records()->store().outbox();
        OutboxItem item = outbox.unsent().value().constFirst();
        item.state = OutboxState::Rejected;
        item.problem = outrunProblem;
        QVERIFY(outbox.update(item));
        QVERIFY(m_bench->putAnswers(item.identifier.section(u':', -1).toLatin1(), url + QStringLiteral("|1"),
                                    "{'linkId':'a','answer':[{'valueString':'Theirs'}]}"));
        m_navigator.go(Navigator::FormAnswers, item.identifier);
        open("FormAnswersPage");
        QTRY_COMPARE(m_navigator.route(), Navigator::Form);
        open("FormPage");
        QTRY_VERIFY(find("What you answered here") && find("Send mine"));
        QTRY_COMPARE(problemsOf(m_page), QStringList());
    }

    /// The clinic's own questions, also in the daily check-in: what each of a group asks, its help, and why it does not go on.
    void aScreenOfTheCheckInSaysAllOfIt()
    {
        QVERIFY(m_bench->putForm(
            "daily-checkin",
            "'url':'" + dailyCheckInUrl().toUtf8()
                + "','title':'Daily','status':'active','item':[{'linkId':'g','text':'Your body','type':'group','item':["
                  "{'linkId':'pain','text':'Where is the pain?','type':'string','extension':[{'url':"
                  "'http://hl7.org/fhir/StructureDefinition/regex','valueString':'[a-z]+'}],'item':[{'linkId':'h','type':'display',"
                  "'text':'One word.','extension':[{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',"
                  "'valueCodeableConcept':{'coding':[{'system':'http://hl7.org/fhir/"
                  "questionnaire-item-control','code':'help'}]}}]}]},"
                  "{'linkId':'other','text':'What else?','type':'choice','repeats':true,'required':true,'extension':[{'url':"
                  "'http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs','valueInteger':1}],'answerOption':["
                  "{'valueString':'Cough'},{'valueString':'Fever'}]}]},{'linkId':'b','text':'And then?','type':'string'}]"));
        m_bench->checkIn.begin();
        QCOMPARE(m_bench->checkIn.state(), CheckInView::Editing);
        open("QuestionPage", "CheckIn");
        QTest::qWait(700); // what has just come takes no tap
        for (const char *words : {"Your body", "Where is the pain?", "One word.", "What else?"})
            QVERIFY2(find(words), words);
        QVERIFY(!find("Your clinic needs an answer here.")); // a check-in asks for none
        tap(find("Cough"));
        tap(find("Fever"));
        const QString tooMany = QStringLiteral("Please give 1 answer(s) at most.");
        QVERIFY(!find(qPrintable(tooMany)));
        QVERIFY(!m_bench->checkIn.next());
        QTest::qWait(50);
        picture("a-screen-of-the-check-in");
        QVERIFY(find(qPrintable(tooMany)));
        tap(find("Fever"));
        QVERIFY(m_bench->checkIn.next());
        QTest::qWait(50);
        QCOMPARE(m_bench->checkIn.title(), QStringLiteral("And then?"));
        int asked = 0; // once, in the title
        walkVisible(m_page, [&](QQuickItem *item) {
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
            asked += face && face->role() == QAccessible::Heading && face->text(QAccessible::Name) == QLatin1String("And then?");
            return true;
        });
        QCOMPARE(asked, 1);
        QTRY_COMPARE(problemsOf(m_page), QStringList());
    }

    void aFormThatCantBeShownIsNotToBeWaitedFor_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<bool>("isHere");
        const QByteArray asks = "'item':[{'linkId':'a','text':'A','type':'string'";
        QTest::newRow("not here") << QByteArray() << false;
        QTest::newRow("of a type that cannot be")
            << QByteArray("'status':'active','item':[{'linkId':'a','text':'A','type':'question'}]") << true;
        QByteArray deep = "'status':'active','item':[";
        for (int i = 0; i < 100; ++i)
            deep += "{'linkId':'g" + QByteArray::number(i) + "','type':'group','item':[";
        QTest::newRow("too deep") << QByteArray(deep + asks.mid(8) + '}' + QByteArray("]}").repeated(100) + ']') << true;
        QTest::newRow("all hidden") << QByteArray("'status':'active'," + asks
                                                  + ",'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/"
                                                    "questionnaire-hidden','valueBoolean':true}]}]")
                                    << true;
        QTest::newRow("taken back") << QByteArray("'status':'retired'," + asks + "}]") << true;
    }

    void aFormThatCantBeShownIsNotToBeWaitedFor()
    {
        QFETCH(QByteArray, form);
        QFETCH(bool, isHere);
        if (!form.isEmpty())
            QVERIFY(m_bench->putForm("u", "'url':'https://x.example/unshown','title':'Unshown'," + form));
        m_navigator.go(Navigator::Form, QStringLiteral("https://x.example/unshown"));
        open("FormPage");
        if (isHere)
            picture("a-form-that-cannot-be-shown");
        QCOMPARE(find("This form can’t be shown here") != nullptr, isHere);
        QCOMPARE(find("This form is not here yet") != nullptr, !isHere);
        QCOMPARE(m_bench->form.problemText().contains(QStringLiteral("try again later")), !isHere);
        QTRY_COMPARE(problemsOf(m_page), QStringList());
    }

    /// Design clinical 3.2: so it is in every form, and not in the daily check-in alone.
    void whoWouldRatherNotSayIsToldThatHelpIsHere()
    {
        QVERIFY(m_bench->putForm(
            "s",
            "'url':'https://x.example/safe','title':'Safe','status':'active','item':[{'linkId':'q','text':'Any thoughts of dying?',"
            "'code':[{'system':'https://handrail.example/fhir/CodeSystem/"
            "question','code':'safety'}],'type':'choice','answerOption':["
            "{'valueCoding':{'code':'no','display':'No'}},{'valueCoding':{'code':'rather-not-say','display':'I’d rather not "
            "say'}}]},"
            "{'linkId':'b','text':'B','type':'string'}]"));
        m_navigator.go(Navigator::Form, QStringLiteral("https://x.example/safe"));
        open("FormPage");
        QTest::qWait(700);
        const char *words = "You do not have to say. Help is here any time.";
        QVERIFY(find("Any thoughts of dying?") && !find(words) && !find("Open Help now"));
        tap(find("I’d rather not say"));
        QTest::qWait(500);
        QVERIFY(find("Any thoughts of dying?") && find(words)); // it stays to be read
        picture("who-would-rather-not-say");
        QTRY_COMPARE(problemsOf(m_page), QStringList());
        QVERIFY(QMetaObject::invokeMethod(find("Open Help now"), "press"));
        QCOMPARE(m_navigator.route(), Navigator::Help);
        m_navigator.back();
        tap(find("No"));
        QTest::qWait(50);
        QVERIFY(!find(words));
    }

    /// No page shows the answers to one form under the name of another.
    void aFormThatIsHeldIsSaid()
    {
        m_bench = std::make_unique<test::FormBench>(1024);
        if (!m_bench->disk->isThere())
            QSKIP("no right to mount a disk here");
        FormSingleton::instance = &m_bench->form;
        QVERIFY(m_bench->putForm("h",
                                 "'url':'https://x.example/held','title':'Held','status':'active','item':[{'linkId':'a',"
                                 "'text':'The question','type':'string'}]"));
        QVERIFY(m_bench->putForm("o",
                                 "'url':'https://x.example/other','title':'Other','status':'active','item':[{'linkId':'o',"
                                 "'text':'Another question','type':'string'}]"));
        m_bench->form.open(QStringLiteral("https://x.example/held"));
        m_bench->disk->fill();
        for (int i = 0; i < 300 && m_bench->form.isKept(); ++i)
            m_bench->form.fields()->fields().constFirst()->type(0, QString::number(i));
        QVERIFY(!m_bench->form.isKept());
        m_navigator.go(Navigator::Form, QStringLiteral("https://x.example/other"));
        open("FormPage");
        picture("another-form-is-held");
        QVERIFY(find("Another form is still open"));
        QVERIFY(!find("The question") && !find("Another question"));
        QTRY_COMPARE(problemsOf(m_page), QStringList());
        QVERIFY(QMetaObject::invokeMethod(find("Open that form"), "press"));
        QCOMPARE(m_navigator.argument(), QStringLiteral("https://x.example/held"));
        open("FormPage");
        QVERIFY(find("The question"));
        QVERIFY(!find("Another form is still open"));
    }
};

int main(int argc, char *argv[])
{
    SmallDisk::prepare();
    QGuiApplication app(argc, argv);
    FormOnScreen test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_form_page.moc"
