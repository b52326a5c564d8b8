// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FormBench.h"
#include "care/CheckIn.h"
#include "care/SafetyReport.h"
#include "view/TodayView.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace handrail;
using namespace Qt::StringLiterals;

/// What somebody says of danger is heard, however they say it and wherever they go then; and no more of it goes ahead than that.
class TestHeard final : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FormBench> m_bench;
    int m_version = 0;

    /// The clinic's own form in the place of the check-in, or another; of several the last one put.
    bool put(const QString &url, const QByteArray &items)
    {
        const QByteArray version = QByteArray::number(++m_version);
        return m_bench->putForm(
            "own" + version, "'version':'" + version + "','url':'" + url.toUtf8() + "','status':'active','item':[" + items + ']');
    }
    [[nodiscard]] QList<OutboxEntry> ahead()
    {
        QList<OutboxEntry> all = m_bench->account.records()->outbox().value_or(QList<OutboxEntry>());
        all.removeIf([](const OutboxEntry &entry) { return !entry.form || !isSentAhead(*entry.form); });
        return all;
    }
    [[nodiscard]] std::unique_ptr<CheckInView> anotherCheckIn()
    {
        return std::make_unique<CheckInView>(m_bench->account, m_bench->clock, m_bench->preferences, m_bench->safety);
    }

private Q_SLOTS:
    void init() { m_bench = std::make_unique<test::FormBench>(); }
    void cleanup() { m_bench.reset(); }

    /// What its form does not allow, or nobody can read, is no "no" either: the page comes, and what can be sent goes.
    void whatIsOutOfItsLimitsIsHeardToo_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<QStringList>("said");
        QTest::addColumn<bool>("isStrict");
        const QByteArray fhir = "'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/";
        const QByteArray number = "'type':'integer'," + fhir + "maxValue','valueInteger':7000}]";
        const QByteArray line = "'type':'string'," + fhir + "regex','valueString':'[0-9]'}]";
        const QByteArray chips = "'type':'choice','repeats':true," + fhir
            + "questionnaire-maxOccurs','valueInteger':1}],'answerOption':[{'valueCoding':{'code':'no'}},"
              "{'valueCoding':{'code':'often'}}]";
        for (const bool isStrict : {false, true}) {
            const auto row = [&](const char *name, const QByteArray &item, const QStringList &said) {
                QTest::addRow("%s, %s", name, isStrict ? "in the check-in" : "in a form") << item << said << isStrict;
            };
            row("too large", number, {u"9000"_s});
            row("no number", number, {u"often"_s});
            row("against its pattern", line, {u"often"_s});
            row("too many", chips, {u"no"_s, u"often"_s});
        }
    }
    void whatIsOutOfItsLimitsIsHeardToo()
    {
        QFETCH(QByteArray, item);
        QFETCH(QStringList, said);
        QFETCH(bool, isStrict);
        const QString url = isStrict ? dailyCheckInUrl() : u"https://x.example/own"_s;
        QVERIFY(put(url,
                    "{'linkId':'a','text':'Do you think of hurting yourself?','code':[{'system':"
                    "'https://handrail.example/fhir/CodeSystem/question','code':'safety'}],"
                        + item + "},{'linkId':'b','type':'string','text':'And else?'}"));
        FillingView *view = isStrict ? static_cast<FillingView *>(&m_bench->checkIn) : &m_bench->form;
        const auto open = [&] { isStrict ? m_bench->checkIn.begin() : m_bench->form.open(url); };
        QSignalSpy pages(&m_bench->safety, &SafetyView::pageDue);
        open();
        FormField *field = view->fields()->fields().constFirst();
        QCOMPARE(field->linkId(), u"a"_s);
        if (field->isTyped())
            field->type(0, u"0"_s);
        field->leaveLine();
        QCOMPARE(pages.size(), 0);
        for (const QString &one : std::as_const(said)) {
            if (field->isTyped())
                field->type(0, one);
            else
                field->toggle(one);
        }
        field->leaveLine();
        QCOMPARE(pages.size(), 1);
        QVERIFY(!view->next()); // it cannot stay so
        m_bench->safety.noteShown();
        QCOMPARE(ahead().size(), 1);
        QVERIFY(!ahead().constFirst().item.payload.contains(said.constLast().toUtf8()));
        // Once, also when it is taken up again.
        view->leave();
        open();
        field = view->fields()->fields().constFirst();
        if (field->isTyped()) {
            QCOMPARE(field->lineText(0), said.constFirst());
            field->type(0, QString(said.constFirst() + u' '));
            field->leaveLine();
            QCOMPARE(pages.size(), 1);
            QCOMPARE(ahead().size(), 1);
        }
        view->leave();
    }

    /// Days later it is another moment: the help comes again when the form stands. Nothing goes to the clinic for it, the draft gets no older and no
    /// younger, and nothing is said of its way that is not so.
    void whoComesBackOnALaterDaySeesTheHelpAgain()
    {
        const QString url = u"https://x.example/later"_s;
        QVERIFY(put(
            url,
            "{'linkId':'a','type':'choice','text':'Do you think of hurting yourself?','code':[{'system':"
            "'https://handrail.example/fhir/CodeSystem/question','code':'safety'}],'answerOption':["
            "{'valueCoding':{'code':'no'}},{'valueCoding':{'code':'yes'}}]},{'linkId':'b','type':'string','text':'And else?'}"));
        m_bench->clock.setZone("America/New_York");
        FormView &form = m_bench->form;
        SafetyView &safety = m_bench->safety;
        Store &store = m_bench->account.records()->store();
        QSignalSpy pages(&safety, &SafetyView::pageDue);
        const auto draft = [&] { return store.value(FormFilling::draftNameOf(url, {})).value().value(); };
        const auto comeBack = [&](int hours) {
            form.leave();
            m_bench->clock.setWallClock(m_bench->clock.nowUtc().addSecs(hours * 3600LL));
            const QByteArray before = draft();
            const qsizetype count = pages.size();
            form.open(url);
            if (pages.size() != count || form.state() != FormView::Editing)
                return QByteArray("in the middle of the page");
            QTest::qWait(20);
            safety.noteShown();
            return draft() == before ? QByteArray::number(pages.size()) : QByteArray("the draft was changed");
        };
        form.open(url);
        form.fields()->fields().constFirst()->choose(0);
        QCOMPARE(comeBack(9 * 24), "0"); // no is no
        form.fields()->fields().constFirst()->choose(1);
        QCOMPARE(pages.size(), 1);
        safety.noteShown();
        QCOMPARE(safety.statusText(), u"Not sent yet. Please call."_s);
        QCOMPARE(comeBack(0), "1");
        QCOMPARE(comeBack(12), "1"); // 3:20 at night: it is still that evening
        QCOMPARE(comeBack(1), "2");
        QVERIFY2(safety.statusText().startsWith(u"You said this on Nov 27. "_s), qPrintable(safety.statusText()));
        QCOMPARE(comeBack(0), "2"); // the same answer, in the same sitting
        QCOMPARE(comeBack(5), "2");
        OutboxItem item = ahead().constFirst().item;
        item.state = OutboxState::Done;
        item.doneAt = m_bench->clock.nowUtc();
        QVERIFY(store.outbox().update(item));
        QCOMPARE(comeBack(9 * 24), "3");
        QVERIFY2(safety.statusText().startsWith(u"You said this on Nov 27. Sent to your care team"_s),
                 qPrintable(safety.statusText()));
        QCOMPARE(ahead().size(), 1);
        {
            // The app was ended since, and another form was told of.
            SafetyView other(m_bench->account, m_bench->clock, m_bench->preferences);
            FormView again(m_bench->account, m_bench->clock, m_bench->preferences, other, m_bench->assignments);
            QSignalSpy shown(&other, &SafetyView::pageDue);
            again.open(url);
            again.leave(); // before it stands
            QTest::qWait(20);
            QCOMPARE(shown.size(), 0);
            again.open(url);
            QTRY_COMPARE(shown.size(), 1);
        }
        // It is said anew: that counts, and is told.
        form.fields()->fields().constFirst()->choose(0);
        form.fields()->fields().constFirst()->choose(1);
        QCOMPARE(pages.size(), 4);
        safety.noteShown();
        QCOMPARE(ahead().size(), 2);
        QVERIFY(!safety.statusText().startsWith(u"You said"_s));
    }

    /// A draft of which nothing went ahead, also where another form was told: that is made up for, once.
    void whatWasNeverToldIsToldThen()
    {
        const QByteArray item = "{'linkId':'a','type':'choice','text':'Do you think of hurting yourself?','code':[{'system':"
                                "'https://handrail.example/fhir/CodeSystem/question','code':'safety'}],'answerOption':["
                                "{'valueCoding':{'code':'no'}},{'valueCoding':{'code':'yes'}}]}";
        QVERIFY(put(u"https://x.example/other"_s, item));
        FormView &form = m_bench->form;
        form.open(u"https://x.example/other"_s);
        form.fields()->fields().constFirst()->choose(1);
        m_bench->safety.noteShown();
        form.leave();
        const QString url = u"https://x.example/asked"_s;
        QVERIFY(put(url, item));
        {
            FormFilling before(*m_bench->account.records(), m_bench->clock, *m_bench->account.records()->form(url));
            before.setAnswer(u"a"_s, u"yes"_s);
        }
        m_bench->clock.setWallClock(m_bench->clock.nowUtc().addDays(2));
        QSignalSpy pages(&m_bench->safety, &SafetyView::pageDue);
        form.open(url);
        QTRY_COMPARE(pages.size(), 1);
        m_bench->safety.noteShown();
        m_bench->safety.lookAgain();
        QVERIFY(m_bench->safety.status() != SafetyView::Sent);
        QCOMPARE(ahead().size(), 2);
        for (const int days : {0, 1}) {
            form.leave();
            m_bench->clock.setWallClock(m_bench->clock.nowUtc().addDays(days));
            form.open(url);
            QTest::qWait(50);
            QCOMPARE(pages.size(), 1 + days);
            QCOMPARE(ahead().size(), 2);
        }
        QVERIFY2(m_bench->safety.statusText().startsWith(u"You said this on Nov 20. "_s), qPrintable(m_bench->safety.statusText()));
    }

    /// HL7's own PHQ-9 says nothing of its ninth item but the words.
    void anItemThatNobodyMarkedIsHeardByItsWords()
    {
        const QByteArray options = "'type':'choice','answerOption':["
                                   "{'valueCoding':{'system':'http://loinc.org','code':'LA6568-5','display':'Not at all'}},"
                                   "{'valueCoding':{'system':'http://loinc.org','code':'LA6571-9','display':'Nearly every day'}}]}";
        const QString url = u"https://x.example/phq9"_s;
        QVERIFY(put(url,
                    "{'linkId':'H1/T1','text':'Over the last two weeks:','type':'group','item':[{'linkId':'H1/T1/Q8',"
                    "'text':'Moving or speaking so slowly?',"
                        + options
                        + ",{'linkId':'H1/T1/Q9','text':'Thoughts that you would be better off dead, or thoughts of hurting "
                          "yourself in some way?',"
                        + options + "]}"));
        FormView &form = m_bench->form;
        QSignalSpy pages(&m_bench->safety, &SafetyView::pageDue);
        form.open(url);
        form.fields()->fields().constFirst()->choose(1);
        QCOMPARE(pages.size(), 0);
        FormField *nine = form.fields()->fields().constLast();
        QCOMPARE(nine->linkId(), u"H1/T1/Q9"_s);
        nine->choose(0);
        QCOMPARE(pages.size(), 0);
        nine->choose(1);
        QCOMPARE(pages.size(), 1);
        m_bench->safety.noteShown();
        QCOMPARE(ahead().size(), 1);
        QCOMPARE(ahead().constFirst().form->answers, (Answers{{u"H1/T1/Q9"_s, u"LA6571-9"_s}}));
    }

    /// What was said in a later copy of a group is the same when a copy before it goes.
    void whatMovesUpIsNotSaidAnew()
    {
        const QString url = u"https://x.example/groups"_s;
        QVERIFY(put(url,
                    "{'linkId':'g','text':'A week','type':'group','repeats':true,'item':[{'linkId':'a','type':'choice',"
                    "'text':'Did you think of hurting yourself?','code':[{'system':"
                    "'https://handrail.example/fhir/CodeSystem/question','code':'safety'}],'answerOption':["
                    "{'valueCoding':{'code':'no'}},{'valueCoding':{'code':'yes'}}]}]}"));
        FormView &form = m_bench->form;
        QSignalSpy pages(&m_bench->safety, &SafetyView::pageDue);
        const auto say = [&](int option) { form.fields()->fields().constFirst()->choose(option); };
        const auto keyOfRow = [&] { return form.copies().constFirst().toMap().value(u"key"_s).toString(); };
        form.open(url);
        say(0);
        form.addCopy(keyOfRow());
        say(1);
        QCOMPARE(pages.size(), 1);
        m_bench->safety.noteShown();
        QCOMPARE(ahead().size(), 1);
        QVERIFY(form.back());
        form.removeCopy(keyOfRow());
        QCOMPARE(pages.size(), 1);
        m_bench->safety.keepNow();
        QCOMPARE(ahead().size(), 1);
        // Who says it of another week is heard.
        form.addCopy(keyOfRow());
        say(1);
        QCOMPARE(pages.size(), 2);
    }

    /// H6, H10: the page after a return to use comes however its screen is left, and once.
    void aReturnToUseIsHeardHoweverItsScreenIsLeft()
    {
        const QByteArray use = "{'linkId':'use','text':'Did you drink?','type':'boolean'}";
        const auto answer = [](CheckInView &view) {
            FormField *field = view.fields()->fields().constFirst();
            QCOMPARE(field->linkId(), u"use"_s);
            field->answer(u"true"_s);
        };
        QVERIFY(put(dailyCheckInUrl(), "{'linkId':'first','type':'text','text':'Anything?'}," + use));
        {
            const auto killed = anotherCheckIn();
            QSignalSpy heard(killed.get(), &CheckInView::useSaid);
            killed->begin();
            QVERIFY(killed->next());
            answer(*killed);
            QCOMPARE(heard.size(), 0);
        }
        {
            const auto resumed = anotherCheckIn();
            QSignalSpy heard(resumed.get(), &CheckInView::useSaid);
            resumed->begin();
            QVERIFY(resumed->back());
            QCOMPARE(heard.size(), 1);
            resumed->leave();
            resumed->begin();
            QVERIFY(resumed->next());
            QCOMPARE(heard.size(), 1);
            resumed->skip(); // the last one
        }
        m_bench->clock.advance(std::chrono::hours(24));
        QVERIFY(put(dailyCheckInUrl(), use));
        CheckInView &last = m_bench->checkIn;
        QSignalSpy heard(&last, &CheckInView::useSaid);
        last.begin();
        answer(last);
        QVERIFY(last.takeUse()); // whoever leaves it is told
        last.leave();
        last.begin();
        QVERIFY(!last.takeUse());
        QVERIFY(last.next());
        QCOMPARE(last.state(), CheckInView::Done);
        QCOMPARE(heard.size(), 0);
        m_bench->clock.advance(std::chrono::hours(24));
        last.begin();
        answer(last);
        QVERIFY(last.next());
        QCOMPARE(last.state(), CheckInView::Done);
        QCOMPARE(heard.size(), 1);
    }

    void aPressThatBringsThePageDoesNothingElse_data()
    {
        QTest::addColumn<QString>("press");
        for (const char *press : {"next", "next, sent again", "back", "finish", "another day's"})
            QTest::newRow(press) << QString::fromLatin1(press);
    }

    /// H6: a press that moves no focus judges what was typed. The page that comes is not left, or covered, by the same press.
    void aPressThatBringsThePageDoesNothingElse()
    {
        QFETCH(QString, press);
        const bool isExtra = press == u"finish";
        QVERIFY(put(dailyCheckInUrl(),
                    isExtra ? QByteArray("{'linkId':'halt','type':'string','text':'In danger?','code':[{'system':"
                                         "'https://handrail.example/fhir/CodeSystem/question','code':'safety'}]},"
                                         "{'linkId':'note','type':'text','text':'And else?'}")
                            : QByteArray("{'linkId':'both','type':'group','text':'Today','item':["
                                         "{'linkId':'use','type':'boolean','text':'Did you drink?'},"
                                         "{'linkId':'safety','type':'string','text':'In danger?'}]}")));
        CheckInView &checkIn = m_bench->checkIn;
        const auto fields = [&] { return checkIn.fields()->fields(); };
        const auto doPress = [&] {
            if (press == u"back")
                return checkIn.back();
            if (press == u"another day's") {
                checkIn.takeOther();
                return checkIn.dayText().isEmpty();
            }
            return isExtra ? checkIn.finish() : checkIn.next();
        };
        checkIn.begin();
        if (press == u"another day's") {
            m_bench->clock.setWallClock(QDateTime(QDate(2026, 11, 19), QTime(4, 0), QTimeZone::utc())); // 11 pm
            fields().constFirst()->answer(u"false"_s);
            checkIn.leave();
            m_bench->clock.advance(std::chrono::hours(9));
            checkIn.begin();
            QVERIFY(!checkIn.dayText().isEmpty());
        } else if (press == u"next, sent again") {
            QSignalSpy done(&checkIn, &CheckInView::finished);
            fields().constFirst()->answer(u"false"_s);
            QVERIFY(checkIn.next());
            const QString identifier = done.constFirst().constFirst().toString();
            Outbox &outbox = m_bench->account.records()->store().outbox();
            OutboxItem item = outbox.find(identifier).value().value();
            item.state = OutboxState::Rejected;
            item.attempts = 1;
            QVERIFY(outbox.update(item));
            m_bench->checkInDone.setShown(true);
            QVERIFY(!m_bench->checkInDone.isShared()); // nobody there has it
            QCOMPARE(m_bench->checkInDone.sharingText(), u"Only you can see this one."_s);
            QVERIFY(checkIn.sendAgain(identifier));
        }
        QSignalSpy pages(&m_bench->safety, &SafetyView::pageDue);
        QSignalSpy used(&checkIn, &CheckInView::useSaid);
        QSignalSpy ended(&checkIn, &CheckInView::finished);
        if (!isExtra)
            fields().constFirst()->answer(u"true"_s);
        const QList<FormField *> shown = fields();
        shown.constLast()->type(0, u"yes"_s);
        QCOMPARE(pages.size(), 0);
        QCOMPARE(doPress(), press == u"back"); // it did all that there is to do
        QCOMPARE(pages.size(), 1);
        QCOMPARE(used.size() + ended.size(), 0);
        QCOMPARE(checkIn.state(), CheckInView::Editing);
        QVERIFY(fields() == shown);
        m_bench->safety.noteShown();
        QCOMPARE(ahead().size(), 1);
        QVERIFY(ahead().constFirst().item.payload.contains("yes"));
        // Then it does what it says.
        QCOMPARE(doPress(), press != u"back"); // the first screen: the page leaves
        QCOMPARE(pages.size(), 1);
        QCOMPARE(used.size(), isExtra || press == u"back" ? 0 : 1);
        QCOMPARE(ended.size(), isExtra || press.startsWith(u"next") ? 1 : 0);
    }

    void whoKeepsACheckInIsToldWhatWentAhead_data()
    {
        QTest::addColumn<int>("minutesUntilItIsGoneOnWith");
        QTest::newRow("in one go") << 0;
        QTest::newRow("across midnight") << 9 * 60; // 20:20 UTC is 3:20 pm there
        QTest::newRow("at the end of its time") << 12 * 60 - 1;
    }

    /// What went ahead of a check-in that is kept is said, and it is no more than that.
    void whoKeepsACheckInIsToldWhatWentAhead()
    {
        QFETCH(int, minutesUntilItIsGoneOnWith);
        CheckInView &checkIn = m_bench->checkIn;
        checkIn.begin();
        while (checkIn.state() == CheckInView::Editing) {
            FormField *first = checkIn.fields()->fields().constFirst();
            if (first->linkId() == QLatin1String("mood")) {
                first->answer(u"low"_s);
            } else if (first->linkId() == QLatin1String("safety")) {
                first->answer(u"yes"_s);
                m_bench->safety.noteShown();
                first->answer(u"no"_s);
                if (minutesUntilItIsGoneOnWith > 0) {
                    checkIn.leave();
                    m_bench->clock.advance(std::chrono::minutes(minutesUntilItIsGoneOnWith));
                    checkIn.begin();
                    QCOMPARE(checkIn.state(), CheckInView::Editing);
                }
            } else {
                checkIn.skip();
                continue;
            }
            QVERIFY(checkIn.next());
        }
        CheckInDoneView &done = m_bench->checkInDone;
        done.setShown(true);
        QVERIFY(done.canKeep());
        done.setShared(false);
        QCOMPARE(done.sharingText(), u"Your answer about safety goes to your care team. Only you can see the rest."_s);
        int ahead = 0;
        const QList<OutboxItem> items = m_bench->account.records()->store().outbox().all().value();
        for (const OutboxItem &item : items) {
            if (item.state == OutboxState::Kept)
                continue;
            ++ahead;
            QVERIFY(item.payload.contains("safety") && !item.payload.contains("mood"));
        }
        QCOMPARE(ahead, 1);
    }

    /// Nobody who keeps a check-in reads that it is about to go.
    void todaySaysOfACheckInThatIsKeptThatItIsNotSent()
    {
        TodayView today(m_bench->account, m_bench->clock, m_bench->preferences, m_bench->minute);
        CheckInView &checkIn = m_bench->checkIn;
        checkIn.begin();
        while (checkIn.state() == CheckInView::Editing)
            checkIn.skip();
        CheckInDoneView &done = m_bench->checkInDone;
        done.setShown(true);
        today.refresh();
        QCOMPARE(today.checkInText(), u"Saved here. Not sent yet."_s);
        done.setShared(false);
        today.refresh();
        QCOMPARE(today.checkInState(), TodayView::Saved);
        QCOMPARE(today.checkInText(), u"Kept on this device. It is not sent."_s);
    }
};

QTEST_MAIN(TestHeard)
#include "tst_heard.moc"
