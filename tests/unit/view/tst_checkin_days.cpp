// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FormBench.h"
#include "care/CheckIn.h"
#include "core/Ids.h"
#include "view/SentText.h"
#include "view/TodayView.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

/// Design clinical 3.5, H14: a check-in is of the day on which it was begun, whenever it is finished, and each day can have its own.
class TestCheckInDays final : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FormBench> m_bench;
    std::unique_ptr<TodayView> m_today;

    CheckInView &view() { return m_bench->checkIn; }
    void at(int day, int hour, int minute)
    {
        m_bench->clock.setWallClock(QDateTime(QDate(2026, 11, day), QTime(hour, minute), QTimeZone("America/New_York")).toUTC());
    }
    QString linkId() { return view().fields()->fields().constFirst()->linkId(); }
    QString mood() { return view().fields()->fields().constFirst()->value().toString(); }
    /// The mood, and on to the next question.
    void begin(const QString &mood)
    {
        view().begin();
        QCOMPARE(linkId(), u"mood"_s);
        view().fields()->fields().constFirst()->answer(mood);
        QVERIFY(view().next());
    }
    void finish()
    {
        while (view().state() == CheckInView::Editing)
            view().skip();
        QCOMPARE(view().state(), CheckInView::Done);
    }
    /// The first question of each screen, by name.
    QStringList skipAll()
    {
        QStringList asked;
        while (view().state() == CheckInView::Editing) {
            asked << linkId();
            view().skip();
        }
        asked.sort();
        return asked;
    }
    QString todayText()
    {
        m_today->refresh();
        return m_today->checkInText();
    }
    /// "18 low" of each, in order of time.
    QStringList done()
    {
        QStringList days;
        const QList<SubmittedForm> all =
            checkInsBetween(*m_bench->account.records(), QDate(2026, 11, 1), QDate(2026, 11, 30)).value();
        for (const SubmittedForm &one : all) {
            const QDate day = one.form.authored.date();
            const QString expected = urn(scheduledId(m_bench->account.identity()->patientId, dailyCheckInUrl(), day, u"daily"_s));
            if (one.form.identifier == expected)
                days.prepend(u"%1 %2"_s.arg(day.day()).arg(one.form.answers.value(u"mood"_s).toString()));
        }
        return days;
    }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<test::FormBench>();
        m_bench->clock.setZone("America/New_York");
        m_today = std::make_unique<TodayView>(m_bench->account, m_bench->clock, m_bench->preferences, m_bench->minute);
        at(18, 22, 20);
    }
    void cleanup()
    {
        m_today.reset();
        m_bench.reset();
    }

    void lastNightsIsFinishedForLastNight()
    {
        begin(u"very-low"_s);
        QCOMPARE(view().dayText(), QString());
        QCOMPARE(view().otherText(), QString());
        view().leave();
        QCOMPARE(todayText(), u"Your answers are kept."_s);

        at(19, 8, 20);
        QCOMPARE(todayText(), u"Your answers from Nov 18 are kept."_s);
        view().begin();
        QCOMPARE(view().step(), 1);
        QCOMPARE(view().dayText(), u"You began this check-in on Wednesday, November 18. It counts for that day."_s);
        QCOMPARE(view().shortDayText(), u"For Wednesday, November 18"_s);
        m_bench->preferences.setTextScale(2);
        QCOMPARE(view().shortDayText(), u"For Wed, Nov 18"_s);
        QCOMPARE(view().otherText(), u"Start today’s check-in"_s);
        finish();
        QCOMPARE(done(), QStringList{u"18 very-low"_s});
        const SubmittedForm sent = m_bench->account.records()->submittedTo({dailyCheckInUrl()}).constFirst();
        QCOMPARE(sent.form.authored.time().hour(), 22); // the time of an answer of that day
        QCOMPARE(sent.form.amended.toUTC(), m_bench->clock.nowUtc());
        m_bench->checkInDone.setShown(true);
        QCOMPARE(m_bench->checkInDone.dayText(), u"This check-in counts for Wednesday, November 18."_s);
        QVERIFY(m_bench->checkInDone.canKeep());
        QVERIFY(m_bench->checkInDone.isHeld());
        m_bench->checkInDone.setShown(false);

        // Today has its own.
        m_today->refresh();
        QCOMPARE(m_today->checkInState(), TodayView::Ready);
        begin(u"okay"_s);
        QCOMPARE(view().dayText(), QString());
        finish();
        QCOMPARE(done(), (QStringList{u"18 very-low"_s, u"19 okay"_s}));
        m_bench->checkInDone.setShown(true);
        QCOMPARE(m_bench->checkInDone.dayText(), QString());
        QCOMPARE(m_bench->checkInDone.mood().constLast().toDouble() > m_bench->checkInDone.mood().at(12).toDouble(), true);
    }

    /// A clinic's own may ask with the words of an instrument, whose notice goes with them.
    void theEndSaysWhoseWordsTheFormIsMadeOf()
    {
        QVERIFY(m_bench->putForm("own",
                                 "'url':'" + dailyCheckInUrl().toUtf8()
                                     + "','version':'9','status':'active','copyright':'By A and B.\\nNo permission required.',"
                                       "'item':[{'linkId':'mood','type':'string','text':'How are you?'}]"));
        view().begin();
        finish();
        QCOMPARE(m_bench->checkInDone.copyright(), QString());
        m_bench->checkInDone.setShown(true);
        QCOMPARE(m_bench->checkInDone.copyright(), u"By A and B.\nNo permission required."_s);
        m_bench->checkInDone.setShown(false);
        QCOMPARE(m_bench->checkInDone.copyright(), QString());
    }

    void whoStartsTodaysLosesNothingOfLastNights()
    {
        begin(u"very-low"_s);
        view().leave();
        at(19, 8, 20);
        view().begin();
        view().takeOther();
        QCOMPARE(view().step(), 0);
        QCOMPARE(mood(), QString());
        QCOMPARE(view().dayText(), QString());
        QCOMPARE(view().otherText(), u"Go on with Wednesday, November 18"_s);
        // A wrong tap is taken back, at once and later.
        view().leave();
        QCOMPARE(todayText(), u"Your answers from Nov 18 are kept."_s);
        view().begin();
        QCOMPARE(view().step(), 1);
        view().takeOther();
        view().fields()->fields().constFirst()->answer(u"okay"_s);
        QVERIFY(view().next());
        view().leave();
        QCOMPARE(todayText(), u"Your answers are kept."_s);
        view().begin();
        QCOMPARE(view().dayText(), QString());
        view().takeOther();
        QVERIFY(view().dayText().contains(u"November 18"_s));
        m_bench->preferences.setLanguage(u"es"_s); // stays where it is
        QVERIFY2(view().dayText().contains(u" miércoles"_s), qPrintable(view().dayText()));
        m_bench->preferences.setLanguage(u"en"_s);
        QVERIFY(view().dayText().contains(u"November 18"_s));
        view().leave(); // as for the lock
        view().begin();
        QVERIFY(view().dayText().contains(u"November 18"_s));
        finish();
        QCOMPARE(done(), QStringList{u"18 very-low"_s});
        view().begin();
        QCOMPARE(view().otherText(), QString());
        QVERIFY(view().back());
        QCOMPARE(mood(), u"okay"_s);
        QVERIFY(view().next());
        finish();
        QCOMPARE(done(), (QStringList{u"18 very-low"_s, u"19 okay"_s}));
    }

    void whoFinishesTodaysCanStillFinishLastNights()
    {
        begin(u"very-low"_s);
        view().leave();
        at(19, 8, 20);
        view().begin();
        view().takeOther();
        view().fields()->fields().constFirst()->answer(u"okay"_s);
        QVERIFY(view().next());
        finish();
        QCOMPARE(done(), QStringList{u"19 okay"_s});
        QCOMPARE(todayText(), u"Your answers from Nov 18 are kept."_s);
        view().begin();
        QVERIFY(view().dayText().contains(u"November 18"_s));
        QCOMPARE(view().otherText(), QString()); // today has its own
        finish();
        QCOMPARE(done(), (QStringList{u"18 very-low"_s, u"19 okay"_s}));
        m_today->refresh();
        QCOMPARE(m_today->checkInState(), TodayView::Saved);
        view().begin();
        QCOMPARE(view().state(), CheckInView::Done);
    }

    void theMorningIsOfItsOwnDay_data()
    {
        QTest::addColumn<QString>("leftAt"); // empty: left open
        QTest::addColumn<int>("hour");
        QTest::addColumn<QStringList>("asked");
        const QStringList ofAnyDay{u"craving"_s, u"note"_s, u"safety"_s, u"use"_s};
        QTest::newRow("still up") << u"craving"_s << 0 << QStringList{u"confidence"_s, u"craving"_s, u"halt"_s,        u"meds"_s,
                                                                      u"note"_s,       u"safety"_s,  u"sleep-hours"_s, u"use"_s};
        QTest::newRow("in the morning") << u"craving"_s << 8 << ofAnyDay;
        QTest::newRow("left at the sleep question") << u"sleep-hours"_s << 8 << QStringList{u"note"_s, u"safety"_s};
        QTest::newRow("left open over the night") << QString() << 8 << ofAnyDay;
    }

    /// H14: one night is told once, and so is what was taken in the morning. Danger, urges and use are heard for any day.
    void theMorningIsOfItsOwnDay()
    {
        QFETCH(QString, leftAt);
        QFETCH(int, hour);
        QVERIFY(m_bench->put(u"MedicationRequest"_s, u"m1"_s,
                             "{'resourceType':'MedicationRequest','id':'m1','status':'active','intent':'order',"
                             "'medicationCodeableConcept':{'text':'Naltrexone'}}"));
        begin(u"very-low"_s);
        while (!leftAt.isEmpty() && linkId() != leftAt)
            view().skip();
        if (!leftAt.isEmpty())
            view().leave();
        at(19, hour, 20);
        if (!leftAt.isEmpty())
            view().begin();
        QTEST(skipAll(), "asked");
        QCOMPARE(done(), QStringList{u"18 very-low"_s});
        view().begin();
        QVERIFY(skipAll().contains(u"sleep-hours"_s));
    }

    void whatWasAnsweredStaysInTheMorning()
    {
        begin(u"very-low"_s);
        while (linkId() != u"sleep-hours")
            view().skip();
        view().fields()->fields().constFirst()->answer(7);
        view().leave();
        at(19, 8, 20);
        view().begin();
        QCOMPARE(linkId(), u"sleep-hours"_s);
        QCOMPARE(view().fields()->fields().size(), 1); // how the night was, if it was not said, is the new one's
        QVERIFY(view().next());
        QCOMPARE(linkId(), u"safety"_s);
        QVERIFY(view().back());
        QCOMPARE(view().fields()->fields().constFirst()->value().toInt(), 7);
        view().clearAnswers();
        QCOMPARE(linkId(), u"sleep-hours"_s); // nothing comes under the finger
        view().skip();
        QCOMPARE(linkId(), u"safety"_s);
        QVERIFY(view().back());
        QCOMPARE(linkId(), u"use"_s);
        finish();
        QCOMPARE(done(), QStringList{u"18 very-low"_s});
    }

    /// It lay open at the sleep question over the night, and the phone is taken up in the morning.
    void whatIsOpenGoesOnInTheMorning()
    {
        begin(u"very-low"_s);
        while (linkId() != u"sleep-hours")
            view().skip();
        Store &store = m_bench->account.records()->store();
        const QString name = FormFilling::draftNameOf(dailyCheckInUrl(), {});
        const QByteArray draft = store.value(name).value().value();
        for (const auto &[day, hour] : {std::pair(18, 23), std::pair(19, 3)}) { // still up
            at(day, hour, 59);
            view().lookAgain();
            QCOMPARE(linkId(), u"sleep-hours"_s);
        }
        at(19, 4, 0);
        view().lookAgain();
        QCOMPARE(linkId(), u"safety"_s);
        QVERIFY(view().hasGoneOn());
        QCOMPARE(view().dayText(), u"You began this check-in on Wednesday, November 18. It counts for that day."_s);
        QCOMPARE(store.value(name).value().value(), draft); // and it lasts no longer than before
        at(19, 8, 20);
        QCOMPARE(skipAll(), (QStringList{u"note"_s, u"safety"_s}));
        QCOMPARE(done(), QStringList{u"18 very-low"_s});
    }

    void whatIsAnsweredStaysOpenInTheMorning()
    {
        begin(u"very-low"_s);
        while (linkId() != u"sleep-hours")
            view().skip();
        view().fields()->fields().constFirst()->answer(7);
        at(19, 8, 20);
        view().lookAgain();
        QCOMPARE(linkId(), u"sleep-hours"_s);
        QCOMPARE(view().fields()->fields().size(), 1);
        QCOMPARE(view().fields()->fields().constFirst()->value().toInt(), 7);
        view().clearAnswers();
        at(19, 8, 21);
        view().lookAgain();
        QCOMPARE(linkId(), u"sleep-hours"_s); // nothing comes under the finger
        view().skip();
        QCOMPARE(linkId(), u"safety"_s);
    }

    /// A clinic's check-in that asks nothing else can still be finished.
    void whereNothingElseIsAskedItIsAsked()
    {
        QVERIFY(m_bench->putForm("own",
                                 "'version':'9','url':'" + dailyCheckInUrl().toUtf8()
                                     + "','status':'active','item':[{'linkId':'sleep-hours','type':'integer','text':'Hours?'}]"));
        view().begin();
        view().fields()->fields().constFirst()->type(0, u"6"_s);
        view().clearAnswers();
        view().leave();
        at(19, 8, 20);
        view().begin();
        QCOMPARE(view().state(), CheckInView::Editing);
        QCOMPARE(linkId(), u"sleep-hours"_s);
    }

    /// H10: whoever used is told of the danger, however they leave.
    void whoUsedIsToldBeforeTodaysIsStarted()
    {
        begin(u"low"_s);
        while (linkId() != u"use")
            view().skip();
        view().leave();
        at(19, 8, 20);
        view().begin();
        view().fields()->fields().constFirst()->choose(1);
        QSignalSpy heard(&view(), &CheckInView::useSaid);
        view().takeOther();
        QCOMPARE(mood(), QString());
        QCOMPARE(heard.size(), 1);
        view().takeOther();
        QVERIFY(view().next());
        QCOMPARE(heard.size(), 1);
    }

    void twelveHoursEndIt()
    {
        begin(u"very-low"_s);
        view().leave();
        at(19, 8, 20);
        view().begin();
        view().takeOther();
        view().leave();
        at(19, 10, 30);
        QCOMPARE(todayText(), u"8 question(s). Skip any."_s);
        view().begin();
        QCOMPARE(view().otherText(), QString());
        QCOMPARE(mood(), QString());
    }

    /// By a draft that was left behind.
    void aDayThatHasOneIsNotGoneOnWith()
    {
        begin(u"very-low"_s);
        view().leave();
        Store &store = m_bench->account.records()->store();
        const QString name = QString(draftPrefix + dailyCheckInUrl());
        const QByteArray draft = store.value(name).value().value();
        view().begin();
        finish();
        QVERIFY(store.setValue(name, draft));
        at(19, 8, 20);
        QCOMPARE(todayText(), u"8 question(s). Skip any."_s);
        view().begin();
        QCOMPARE(view().dayText(), QString());
        QCOMPARE(mood(), QString());
        finish();
        QCOMPARE(done(), (QStringList{u"18 very-low"_s, u"19 "_s}));
    }

    void anotherDeviceEndedTheSameDay_data()
    {
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("otherwise") << QByteArray("{'linkId':'note','answer':[{'valueString':'Theirs'}]}") << false;
        QTest::newRow("they say the same") << QByteArray("{'linkId':'mood','answer':[{'valueCoding':{'code':'very-low'}}]}")
                                           << true;
    }

    /// It lay half answered here. Nothing takes the place of the other unseen, and the last page shows the way to both.
    void anotherDeviceEndedTheSameDay()
    {
        QFETCH(QByteArray, theirs);
        QFETCH(bool, isSame);
        at(17, 22, 20);
        begin(u"very-low"_s);
        Records &records = *m_bench->account.records();
        const QString identifier =
            urn(scheduledId(records.identity().patientId, dailyCheckInUrl(), QDate(2026, 11, 17), u"daily"_s));
        QVERIFY(m_bench->putAnswers(identifier.section(u':', -1).toLatin1(), dailyCheckInUrl(), theirs));
        if (!isSame) { // also where it was never left
            view().begin();
            QVERIFY2(view().canFinish() && view().notice().startsWith(u"There is a check-in for this day already"_s),
                     qPrintable(view().notice()));
        }
        const QString question = view().title();
        m_bench->preferences.setLanguage(u"es"_s);
        QCOMPARE(view().state(), CheckInView::Editing); // what is open stays
        QCOMPARE(view().title() == question, isSame);   // and is read anew where that loses nothing
        QCOMPARE(view().canFinish(), !isSame);
        m_bench->preferences.setLanguage(u"en"_s);
        QCOMPARE(view().state(), CheckInView::Editing);
        QCOMPARE(view().title(), question);
        finish();
        OutboxItem item = records.store().outbox().find(identifier).value().value();
        CheckInDoneView &end = m_bench->checkInDone;
        end.setShown(true);
        if (isSame) {
            QVERIFY(item.state != OutboxState::Rejected);
            QVERIFY(end.outrun().isEmpty());
            return;
        }
        QCOMPARE(item.state, OutboxState::Rejected);
        QCOMPARE(item.problem, QString(outrunProblem));
        QCOMPARE(end.outrun(), identifier);
        QVERIFY(!end.isShared() && !end.canKeep() && !end.isHeld());
        QCOMPARE(end.sentText(), outrunText());

        FormView &form = m_bench->form;
        form.showAnswers(end.outrun());
        QVERIFY(form.isOutrun());
        QVERIFY(form.amend());
        QVERIFY(!form.newerParts().isEmpty());
        form.send();
        QCOMPARE(form.state(), FormView::Done);
        item = records.store().outbox().find(identifier).value().value();
        QCOMPARE(item.state, OutboxState::Queued);
        QVERIFY(item.payload.contains("very-low") && item.payload.contains("contained") && item.payload.contains("Theirs"));
        end.setShown(true);
        QVERIFY(end.outrun().isEmpty() && end.isShared());
    }

    void midnightPassesWhileItIsOpen()
    {
        at(18, 23, 58);
        begin(u"low"_s);
        at(19, 0, 2);
        view().skip();
        QVERIFY(view().dayText().contains(u"November 18"_s));
        finish();
        QCOMPARE(done(), QStringList{u"18 low"_s});
        at(19, 9, 0);
        view().begin();
        QCOMPARE(view().state(), CheckInView::Editing);
    }

    /// What an earlier version of the app left says no day.
    void anOldDraftIsOfTheDayOnWhichItWasLeft()
    {
        begin(u"low"_s);
        view().leave();
        Store &store = m_bench->account.records()->store();
        const QString name = QString(draftPrefix + dailyCheckInUrl());
        QJsonObject draft = QJsonDocument::fromJson(store.value(name).value().value()).object();
        QVERIFY(!draft.take(u"saidAt"_s).isUndefined());
        QVERIFY(store.setValue(name, QJsonDocument(draft).toJson()));
        at(19, 8, 20);
        view().begin();
        QVERIFY(view().dayText().contains(u"November 18"_s));
        finish();
        QCOMPARE(done(), QStringList{u"18 low"_s});
    }
};

QTEST_MAIN(TestCheckInDays)
#include "tst_checkin_days.moc"
