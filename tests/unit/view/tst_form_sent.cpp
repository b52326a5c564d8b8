// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FormBench.h"
#include "care/CheckIn.h"

#include <QGuiApplication>
#include <QTest>

using namespace handrail;
using test::weights, test::weightsUrl;
using namespace Qt::StringLiterals;

/// Answers that were sent, seen again and changed.
class TestFormSent final : public QObject, test::FormWeights
{
    Q_OBJECT

    /// The first answer as it is by now, where a change of it shows both.
    static QString newerIn(const FormView &view)
    {
        const QVariantList parts = view.newerParts();
        return parts.isEmpty() ? QString() : parts.constFirst().toList().constFirst().toMap().value(u"value"_s).toString();
    }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void oldAnswersAreReadWithTheirOwnForm()
    {
        const QByteArray answers = "{'linkId':'weight','answer':[{'valueInteger':80}]},"
                                   "{'linkId':'mood','answer':[{'valueCoding':{'system':'s','code':'ok'}}]}";
        QVERIFY(m_bench->putAnswers("1", weightsUrl + u"|0"_s, answers));
        // Today's form alone: it has no such question, and says that.
        m_view->showAnswers(u"urn:uuid:1"_s);
        QCOMPARE(values(), (QStringList{u"80"_s, u"Skipped"_s}));
        QVERIFY(m_view->notice().contains(u"can’t be shown"_s));
        QVERIFY(m_view->amend());
        QVERIFY(m_view->notice().contains(u"If you send again, they are left out."_s));
        m_view->leave();

        // Only the words are others.
        QVERIFY(m_bench->putAnswers("2", weightsUrl + u"|0"_s, "{'linkId':'weight','answer':[{'valueInteger':80}]}"));
        m_view->showAnswers(u"urn:uuid:2"_s);
        QVERIFY(m_view->notice().contains(u"Some words"_s));
        QVERIFY(m_view->amend());
        QCOMPARE(m_view->notice(), QString());
        m_view->leave();

        // The form that was answered is here, though it is retired.
        QByteArray old = weights("0",
                                 ",{'linkId':'mood','text':'How are you?','type':'choice','answerOption':[{'valueCoding':"
                                 "{'system':'s','code':'ok','display':'Okay then'}}]}");
        QVERIFY(m_bench->putForm("w0", old.replace("active", "retired")));
        QVERIFY(m_bench->putAnswers("3", weightsUrl + u"|0"_s, answers));
        m_view->showAnswers(u"urn:uuid:3"_s);
        QCOMPARE(values(), (QStringList{u"80"_s, u"Skipped"_s, u"Okay then"_s}));
        QCOMPARE(m_view->notice(), QString());
        QVERIFY(m_view->amend());
        QCOMPARE(m_view->notice(), QString());
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Done);
        const SubmittedForm sent = m_bench->account.records()->submittedTo({weightsUrl}).constFirst();
        QCOMPARE(sent.form.questionnaire, QString(weightsUrl + u"|0"_s));
        // It stays the answer of its own day, on the line of all others too.
        QCOMPARE(sent.form.authored, QDateTime(QDate(2026, 11, 17), QTime(20, 0), Qt::OffsetFromUTC, -5 * 3600));
        QCOMPARE(sent.form.amended.toUTC(), m_bench->clock.nowUtc());
        QCOMPARE(sent.form.answers.value(u"mood"_s).toString(), u"ok"_s);
        m_view->open(weightsUrl); // a new one is the new form
        QCOMPARE(m_view->stepCount(), 2);
    }

    /// A reference has no version: whether these answers are to the form of now, its last change says.
    void whatNamesItsFormByTheRecordIsNotTakenForTheFormOfNow_data()
    {
        QTest::addColumn<QByteArray>("changed");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<bool>("isOfNow");
        QTest::newRow("changed before") << QByteArray("2026-11-17T10:00:00Z") << QByteArray("active") << true;
        QTest::newRow("changed since") << QByteArray("2026-11-18T10:00:00Z") << QByteArray("active") << false;
        QTest::newRow("retired since") << QByteArray("2026-11-18T10:00:00Z") << QByteArray("retired") << false;
        QTest::newRow("nobody knows when") << QByteArray() << QByteArray("active") << false;
    }
    void whatNamesItsFormByTheRecordIsNotTakenForTheFormOfNow()
    {
        QFETCH(QByteArray, changed);
        QFETCH(QByteArray, status);
        QFETCH(bool, isOfNow);
        const QByteArray meta = changed.isEmpty() ? QByteArray() : QByteArray(",'meta':{'lastUpdated':'" + changed + "'}");
        QVERIFY(m_bench->putForm("w1", weights("2").replace("active", status) + meta));
        QVERIFY(m_bench->putAnswers("r", u"Questionnaire/w1"_s, "{'linkId':'weight','answer':[{'valueInteger':80}]}"));
        m_view->showAnswers(u"urn:uuid:r"_s);
        QCOMPARE(values().value(0), u"80"_s);
        QCOMPARE(m_view->notice().contains(u"Your clinic changed this form since then."_s), !isOfNow);
        const SubmittedForm sent = m_bench->account.records()->submittedTo({weightsUrl}).constFirst();
        QCOMPARE(sent.form.questionnaire, isOfNow ? QString(weightsUrl + u"|2"_s) : weightsUrl);
    }

    /// What an answer is depends on its question: own words beside options, options that are numbers, two systems with one code.
    void whatWasSentIsReadByItsQuestions()
    {
        QVERIFY(m_bench->putForm(
            "kinds",
            "'url':'https://x.example/kinds','version':'1','title':'Kinds','status':'active','item':["
            "{'linkId':'way','text':'How do you get here?','type':'open-choice','answerOption':[{'valueString':'By bus'}]},"
            "{'linkId':'like','text':'What do you "
            "like?','type':'open-choice','repeats':true,'answerOption':[{'valueString':'Cook'}]},"
            "{'linkId':'cups','text':'How many cups?','type':'choice','answerOption':[{'valueInteger':1},{'valueInteger':2}]},"
            "{'linkId':'code','text':'Which one?','type':'choice','answerOption':["
            "{'valueCoding':{'system':'a','code':'1','display':'First'}},"
            "{'valueCoding':{'system':'b','code':'1','display':'Second'}}]}]"));
        QVERIFY(m_bench->putAnswers("kinds", u"https://x.example/kinds|1"_s,
                                    "{'linkId':'way','answer':[{'valueString':'My sister drives me'}]},"
                                    "{'linkId':'like','answer':[{'valueString':'Cook'},{'valueString':'Build ships'}]},"
                                    "{'linkId':'cups','answer':[{'valueInteger':2}]},"
                                    "{'linkId':'code','answer':[{'valueCoding':{'system':'b','code':'1'}}]}"));
        const QStringList said{u"My sister drives me"_s, u"Cook, Build ships"_s, u"2"_s, u"Second"_s};
        m_view->showAnswers(u"urn:uuid:kinds"_s);
        QCOMPARE(values(), said);
        QCOMPARE(m_view->notice(), QString());
        QVERIFY(m_view->amend());
        QCOMPARE(values(), said);
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Done);
        QCOMPARE(values(), said);
        QCOMPARE(m_view->notice(), QString());
    }

    /// The clinic's own check-in may ask in other ways than ours.
    void ownWordsOfACheckInStandAtItsEnd()
    {
        QVERIFY(m_bench->putForm("daily",
                                 "'url':'https://handrail.example/fhir/Questionnaire/daily-checkin','version':'7','title':'Today',"
                                 "'status':'active','item':[{'linkId':'helped','text':'What helped?','type':'open-choice',"
                                 "'answerOption':[{'valueString':'A walk'}]}]"));
        CheckInView &checkIn = m_bench->checkIn;
        checkIn.begin();
        QCOMPARE(checkIn.title(), u"What helped?"_s);
        checkIn.fields()->fields().value(0)->writeOwn(u"My dog"_s);
        QVERIFY(checkIn.next());
        QCOMPARE(checkIn.state(), CheckInView::Done);
        m_bench->checkInDone.setShown(true);
        const QVariantMap row = m_bench->checkInDone.summary().value(0).toMap();
        QCOMPARE(row.value(u"value"_s).toString(), u"My dog"_s);
        QVERIFY(!row.value(u"isSkipped"_s).toBool());
    }

    void aChangeThatWasLeft_data()
    {
        QTest::addColumn<int>("now"); // what the clinic has by then
        QTest::addColumn<int>("days");
        QTest::addColumn<QStringList>("shown");
        QTest::addColumn<QString>("said");
        const QString begun = u"You began to change these answers before. Here is how you left them."_s;
        const QString putAside = u"These are your answers as they are now. A change that you began before was put aside."_s;
        const QStringList own{u"95"_s, u"Skipped"_s};
        QTest::newRow("nobody changed them") << 90 << 24 << own << begun;
        QTest::newRow("changed elsewhere since") << 80 << 0 << own << u"Other answers"_s;
        QTest::newRow("and weeks later") << 80 << 24 << own << u"Other answers"_s;
        QTest::newRow("to the same") << 95 << 0 << own << begun;
        QTest::newRow("too old") << 90 << 31 << QStringList{u"90"_s, u"Skipped"_s} << putAside;
    }

    /// What was begun from older answers never takes the place of newer ones unseen.
    void aChangeThatWasLeft()
    {
        QFETCH(int, now);
        QFETCH(int, days);
        const auto put = [&](int weight) {
            return m_bench->putAnswers("1", weightsUrl + u"|1"_s,
                                       "{'linkId':'weight','answer':[{'valueInteger':" + QByteArray::number(weight) + "}]}");
        };
        QVERIFY(put(90));
        m_view->showAnswers(u"urn:uuid:1"_s);
        QVERIFY(m_view->amend());
        QCOMPARE(m_view->notice(), QString());
        m_view->goTo(0);
        field(0)->type(0, u"95"_s);
        m_view->leave();

        m_bench->clock.setWallClock(m_bench->clock.nowUtc().addDays(days));
        QVERIFY(put(now));
        m_view->showAnswers(u"urn:uuid:1"_s);
        QCOMPARE(values(), (QStringList{QString::number(now), u"Skipped"_s}));
        QVERIFY(m_view->amend());
        QTEST(values(), "shown");
        QFETCH(QString, said);
        QVERIFY2(m_view->notice().startsWith(said), qPrintable(m_view->notice()));
        QCOMPARE(newerIn(*m_view), said.startsWith(u"Other"_s) ? QString::number(now) : QString());
        // However often it is left and looked through, and whatever came in by then.
        QFETCH(QStringList, shown);
        m_view->goTo(0);
        m_view->leave();
        QVERIFY(put(60));
        m_view->showAnswers(u"urn:uuid:1"_s);
        QVERIFY(m_view->amend());
        QCOMPARE(values(), shown);
        QCOMPARE(newerIn(*m_view), u"60"_s);
    }

    /// Another device of theirs, or the clinic, changes the answers while a change of them is open here.
    void newerAnswersThatComeWhileAChangeIsOpen()
    {
        const auto put = [&](int weight) {
            return m_bench->putAnswers("1", weightsUrl + u"|1"_s,
                                       "{'linkId':'weight','answer':[{'valueInteger':" + QByteArray::number(weight) + "}]}");
        };
        Records &records = *m_bench->account.records();
        const auto held = [&] { return records.submittedAs(u"urn:uuid:1"_s)->form.answers.value(u"weight"_s).toInt(); };
        const QStringList own{u"95"_s, u"Skipped"_s};
        QVERIFY(put(90));
        m_view->showAnswers(u"urn:uuid:1"_s);
        QVERIFY(m_view->amend());
        m_view->goTo(0);
        field(0)->type(0, u"95"_s);
        QVERIFY(m_view->next());

        QVERIFY(put(80));
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Review);
        QCOMPARE(values(), own);
        QCOMPARE(newerIn(*m_view), u"80"_s);
        QVERIFY2(m_view->notice().startsWith(u"Other answers"_s), qPrintable(m_view->notice()));
        QCOMPARE(records.store().outbox().unsentCount().value(), 0);
        QCOMPARE(held(), 80);

        { // the app is killed, or it is left for later: both are still there
            FormView again(m_bench->account, m_bench->clock, m_bench->preferences, m_bench->safety, m_bench->assignments);
            again.showAnswers(u"urn:uuid:1"_s);
            QCOMPARE(test::valuesOf(again), (QStringList{u"80"_s, u"Skipped"_s}));
            QVERIFY(again.amend());
            QCOMPARE(test::valuesOf(again), own);
            QCOMPARE(newerIn(again), u"80"_s);
            QVERIFY(again.notice().startsWith(u"Other answers"_s));
        }
        QVERIFY(put(70)); // and once more
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Review);
        QCOMPARE(newerIn(*m_view), u"70"_s);
        QVERIFY(put(70)); // the same again
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Done);
        QCOMPARE(held(), 95);
        QVERIFY(m_view->newerParts().isEmpty());
        QCOMPARE(records.store().outbox().unsentCount().value(), 1);
    }

    void aChangeThatTheClinicRefused_data()
    {
        QTest::addColumn<int>("now"); // what the clinic has
        QTest::addColumn<QString>("newer");
        QTest::newRow("for what it says") << 90 << QString();
        QTest::newRow("for other answers") << 80 << u"80"_s;
    }

    /// Before it goes once more: the answers that the clinic has are seen, where it was not made from these.
    void aChangeThatTheClinicRefused()
    {
        QFETCH(int, now);
        QFETCH(QString, newer);
        const auto put = [&](int weight) {
            return m_bench->putAnswers("1", weightsUrl + u"|1"_s,
                                       "{'linkId':'weight','answer':[{'valueInteger':" + QByteArray::number(weight) + "}]}");
        };
        const QStringList own{u"95"_s, u"Skipped"_s};
        QVERIFY(put(90));
        m_view->showAnswers(u"urn:uuid:1"_s);
        QVERIFY(m_view->amend());
        m_view->goTo(0);
        field(0)->type(0, u"95"_s);
        QVERIFY(m_view->next());
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Done);
        Outbox &outbox = m_bench->account.records()->store().outbox();
        OutboxItem item = outbox.unsent().value().constFirst();
        item.state = OutboxState::Rejected;
        item.problem = u"Conflict:other-answers"_s;
        QVERIFY(outbox.update(item));
        QVERIFY(put(now));
        for (int i = 0; i < 2; ++i) { // also when it is left and taken up again
            m_view->showAnswers(u"urn:uuid:1"_s);
            QCOMPARE(values(), own);
            QVERIFY(m_view->amend());
            QCOMPARE(values(), own);
            QCOMPARE(newerIn(*m_view), newer);
            QCOMPARE(m_view->notice().startsWith(u"Other answers"_s), !newer.isEmpty());
            m_view->goTo(0);
            m_view->leave();
        }
        m_view->showAnswers(u"urn:uuid:1"_s);
        QVERIFY(m_view->amend());
        if (newer.isEmpty()) { // and now others come
            QVERIFY(put(70));
            m_view->send();
            QCOMPARE(m_view->state(), FormView::Review);
            QCOMPARE(newerIn(*m_view), u"70"_s);
        }
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Done);
        QCOMPARE(values(), own);
        QCOMPARE(outbox.unsent().value().size(), 1); // the refused one is not told beside it
        QCOMPARE(outbox.unsent().value().constFirst().state, OutboxState::Queued);
    }

    /// However much somebody wrote: a change of another answer sends it back whole.
    void aLongAnswerIsWholeWhenAnotherIsChanged()
    {
        const QString page = u"It was a long week, and I want to tell all of it. "_s;
        const QString all = page.repeated(400).trimmed();
        QVERIFY(m_bench->putForm("long",
                                 "'url':'https://x.example/long','version':'1','title':'Long','status':'active','item':["
                                 "{'linkId':'week','text':'How was your week?','type':'text'},"
                                 "{'linkId':'way','text':'How do you get here?','type':'open-choice','answerOption':["
                                 "{'valueString':'By bus'}]},{'linkId':'sleep','text':'Hours of sleep?','type':'integer'}]"));
        QVERIFY(m_bench->putAnswers("long", u"https://x.example/long|1"_s,
                                    "{'linkId':'week','answer':[{'valueString':'" + all.toUtf8()
                                        + "'}]},{'linkId':'way','answer':[{'valueString':'" + all.toUtf8() + "'}]}"));
        m_view->showAnswers(u"urn:uuid:long"_s);
        QVERIFY(m_view->amend());
        m_view->goTo(2);
        field(0)->type(0, u"6"_s);
        QVERIFY(m_view->next());
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Done);
        const Answers sent = m_bench->account.records()->submittedAs(u"urn:uuid:long"_s)->form.answers;
        QCOMPARE(sent.value(u"sleep"_s).toDouble(), 6.0);
        QVERIFY(sent.value(u"week"_s).toString() == all);
        QVERIFY(sent.value(u"way"_s).toString() == ownWords(all));
    }

    /// Records of the clinic, of another system or from paper: each is one's own to read, and what the clinic would not take is not offered.
    void answersOfOtherSystemsAreReadAndNotChanged()
    {
        const QByteArray patient = "{'reference':'Patient/" + m_bench->account.identity()->patientId.toUtf8() + "'}";
        const QByteArray uris = "'identifier':{'system':'urn:ietf:rfc:3986','value':'urn:uuid:";
        const QByteArray time = "2026-11-17T20:00:00-05:00";
        const auto put = [&](const QByteArray &id, const QByteArray &authored, const QByteArray &author, const QByteArray &rest) {
            QVERIFY(m_bench->put(u"QuestionnaireResponse"_s, QString::fromLatin1(id),
                                 "{'resourceType':'QuestionnaireResponse','id':'" + id
                                     + "','status':'completed',"
                                       "'questionnaire':'"
                                     + weightsUrl.toUtf8() + "|1','authored':'" + authored + "','subject':" + patient + author
                                     + rest + ",'item':[{'linkId':'weight','answer':[{'valueInteger':80}]}]}"));
        };
        const QByteArray own = ",'author':" + patient;
        put("paper", "2026-11-17", own, {});
        put("phq", time, own, ",'identifier':{'system':'https://c.example/phq','value':'1'}");
        put("gad", time, own, ",'identifier':{'system':'https://c.example/gad','value':'1'}");
        put("staff", time, ",'author':{'reference':'Practitioner/9'}", ',' + uris + "staff'}");
        put("day", "2026-11-17", own, ',' + uris + "day'}");
        put("mine", time, own, ',' + uris + "mine'}");
        m_bench->assignments.settle();
        m_bench->assignments.refresh();
        QStringList ids, amendable;
        for (const QVariant &row : m_bench->assignments.done()) {
            const QString id = row.toMap().value(u"id"_s).toString();
            QVERIFY2(row.toMap().value(u"note"_s).toString().contains(u"Nov 17"_s),
                     qPrintable(row.toMap().value(u"note"_s).toString()));
            m_view->showAnswers(id);
            QCOMPARE(values(), (QStringList{u"80"_s, u"Skipped"_s}));
            QVERIFY2(m_view->dayText().contains(u"November 17"_s), qPrintable(m_view->dayText()));
            ids << id;
            if (m_view->canAmend())
                amendable << id;
        }
        ids.sort();
        QCOMPARE(ids,
                 (QStringList{u"QuestionnaireResponse/paper"_s, u"https://c.example/gad|1"_s, u"https://c.example/phq|1"_s,
                              u"urn:uuid:day"_s, u"urn:uuid:mine"_s, u"urn:uuid:staff"_s}));
        QCOMPARE(amendable, QStringList{u"urn:uuid:mine"_s});
    }

    /// The questions change with the words of the page; what was typed stays, also what is no answer yet.
    void aChangeIsInTheLanguageOfThePage()
    {
        const auto label = [&] { return m_view->answers().value(0).toMap().value(u"label"_s).toString(); };
        const QString two = u"https://x.example/two"_s;
        QVERIFY(m_bench->putForm(
            "two",
            "'url':'https://x.example/two','version':'1','title':'Two','status':'active','item':[{'linkId':'weight',"
            "'text':'Your weight','_text':{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/translation','extension':["
            "{'url':'lang','valueCode':'es'},{'url':'content','valueString':'Su peso'}]}]},'type':'integer'},"
            "{'linkId':'note','text':'A note','type':'string'}]"));
        QVERIFY(m_bench->putAnswers("two", two + u"|1"_s, "{'linkId':'weight','answer':[{'valueInteger':80}]}"));
        m_view->showAnswers(u"urn:uuid:two"_s);
        QVERIFY(m_view->amend());
        QCOMPARE(label(), u"Your weight"_s);
        m_bench->preferences.setLanguage(u"es"_s);
        QCOMPARE(m_view->state(), FormView::Review);
        QVERIFY(m_view->isAmending());
        QCOMPARE(label(), u"Su peso"_s);
        QCOMPARE(values().constFirst(), u"80"_s);
        QCOMPARE(m_view->notice(), QString());

        m_view->goTo(1);
        field(0)->type(0, u"By hand"_s);
        m_view->review();
        m_view->goTo(0);
        QCOMPARE(field(0)->text(), u"Su peso"_s);
        field(0)->type(0, u"8x"_s);
        m_bench->preferences.setLanguage(u"en"_s);
        QCOMPARE(m_view->state(), FormView::Editing);
        QCOMPARE(field(0)->text(), u"Your weight"_s);
        QCOMPARE(field(0)->lineText(0), u"8x"_s);
        field(0)->type(0, u"81"_s);
        QVERIFY(m_view->next()); // it was to be looked through
        QCOMPARE(m_view->state(), FormView::Review);
        m_bench->preferences.setLanguage(u"es"_s);
        QCOMPARE(values(), (QStringList{u"81"_s, u"By hand"_s}));
        QCOMPARE(m_view->notice(), QString());
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Done);
        const SubmittedForm sent = m_bench->account.records()->submittedTo({two}).constFirst();
        QCOMPARE(sent.form.identifier, u"urn:uuid:two"_s);
        QCOMPARE(sent.form.answers.value(u"weight"_s).toInt(), 81);
    }

    /// The clinic took it away, or it has not come yet: when the answers were given and what became of them is said all the same.
    void answersWithoutTheirFormSaySo()
    {
        QVERIFY(m_bench->putAnswers("9", u"https://x.example/gone|1"_s, "{'linkId':'weight','answer':[{'valueInteger':80}]}"));
        m_view->showAnswers(u"urn:uuid:9"_s);
        QCOMPARE(m_view->title(), u"A form from your clinic"_s);
        QVERIFY2(m_view->notice().contains(u"not on this device"_s), qPrintable(m_view->notice()));
        QVERIFY(m_view->dayText().contains(u"November 17"_s));
        QVERIFY(!m_view->sentText().isEmpty());
        QVERIFY(!m_view->canAmend());
        QVERIFY(!m_view->amend());
        QVERIFY(m_view->answers().isEmpty());
        // It comes.
        QVERIFY(m_bench->putForm("gone", weights("1").replace("weights'", "gone'")));
        m_view->showAnswers(u"urn:uuid:9"_s);
        QCOMPARE(m_view->notice(), QString());
        QCOMPARE(values(), (QStringList{u"80"_s, u"Skipped"_s}));
        QVERIFY(m_view->canAmend());
    }

    /// A daily check-in of that day a year ago is another one.
    void answersOfAnotherYearSayIt()
    {
        QVERIFY(m_bench->putAnswers("9", weightsUrl + u"|1"_s, "{'linkId':'weight','answer':[{'valueInteger':80}]}"));
        const auto said = [&](const QDateTime &now) {
            m_bench->clock.setWallClock(now);
            m_bench->assignments.settle();
            m_view->showAnswers(u"urn:uuid:9"_s);
            const QVariantList done = m_bench->assignments.done();
            return QStringList{done.value(0).toMap().value(u"note"_s).toString(), m_view->dayText()};
        };
        const QDateTime now = m_bench->clock.nowUtc();
        QCOMPARE(said(now), (QStringList{u"Nov 17"_s, u"Tuesday, November 17"_s}));
        QCOMPARE(said(now.addYears(1)), (QStringList{u"November 17, 2026"_s, u"November 17, 2026"_s}));
    }

    /// What waited for days was not there at that time of the day on which it was answered.
    void theDayOnWhichItWasSentIsSaid()
    {
        m_bench->clock.setZone("America/New_York");
        m_view->open(weightsUrl);
        field(0)->type(0, u"80"_s);
        m_view->review();
        m_view->send();
        QCOMPARE(m_view->sentText(), u"Saved on this device. Not sent yet."_s);
        Outbox &outbox = m_bench->account.records()->store().outbox();
        OutboxItem item = outbox.unsent().value().constFirst();
        item.state = OutboxState::Done;
        item.doneAt = m_bench->clock.nowUtc().addDays(2);
        QVERIFY(outbox.update(item));
        const QString identifier = item.identifier;
        const auto said = [&](int days) {
            m_bench->clock.setWallClock(item.doneAt.addDays(days));
            m_view->showAnswers(identifier);
            return m_view->sentText();
        };
        QCOMPARE(said(0), u"Sent to your care team at 3:20\u00A0pm."_s);
        QVERIFY(m_view->dayText().contains(u"November 18"_s));
        QCOMPARE(said(1), u"Sent to your care team on Nov 20."_s);
    }
};

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    TestFormSent test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_form_sent.moc"
