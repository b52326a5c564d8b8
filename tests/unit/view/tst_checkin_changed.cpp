// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FormBench.h"
#include "care/CheckIn.h"

#include <QSignalSpy>
#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

/// A check-in that was answered, seen again and changed.
class TestCheckInChanged final : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FormBench> m_bench;

    FormView &form() { return m_bench->form; }
    CheckInDoneView &end() { return m_bench->checkInDone; }
    Records &records() { return *m_bench->account.records(); }
    void putMedicine(const QByteArray &status)
    {
        QVERIFY(m_bench->put(u"MedicationRequest"_s, u"m1"_s,
                             "{'resourceType':'MedicationRequest','id':'m1','status':'" + status
                                 + "','intent':'order','subject':{'reference':'Patient/p1'}}"));
    }
    /// Says only this, to the end, which shows.
    void checkIn(const QString &answer, const QString &linkId = u"use"_s)
    {
        CheckInView &view = m_bench->checkIn;
        view.begin();
        while (view.state() == CheckInView::Editing) {
            FormField *field = view.fields()->fields().constFirst();
            if (field->linkId() != linkId) {
                view.skip();
                continue;
            }
            field->answer(answer);
            QVERIFY(view.next());
        }
        QCOMPARE(view.state(), CheckInView::Done);
        end().setShown(true);
    }
    /// From the page of these answers on, and not yet to the end.
    void beginChange(const QString &answer, const QString &linkId = u"use"_s)
    {
        form().showAnswers(end().changeable());
        QVERIFY(form().amend());
        for (const QVariant &row : form().answers()) {
            if (row.toMap().value(u"key"_s).toString() == linkId)
                form().goTo(row.toMap().value(u"step"_s).toInt());
        }
        QCOMPARE(form().state(), FormView::Editing);
        form().fields()->fields().constFirst()->answer(answer);
    }
    void change(const QString &answer, const QString &linkId = u"use"_s)
    {
        beginChange(answer, linkId);
        form().review();
        form().send();
        QCOMPARE(form().state(), FormView::Done);
    }
    QString used() { return todaysCheckIn(records(), m_bench->clock).value().form.answers.value(u"use"_s).toString(); }

private Q_SLOTS:
    void init() { m_bench = std::make_unique<test::FormBench>(); }
    void cleanup() { m_bench.reset(); }

    void aMistakenYesIsPutRight_data()
    {
        QTest::addColumn<bool>("isSent");
        QTest::newRow("while it waits") << false;
        QTest::newRow("after the clinic has it") << true;
    }
    void aMistakenYesIsPutRight()
    {
        QFETCH(bool, isSent);
        checkIn(u"yes"_s);
        QVERIFY(end().isAfterUse());
        const QString identifier = end().changeable();
        QVERIFY(!identifier.isEmpty());
        Outbox &outbox = records().store().outbox();
        if (isSent) {
            OutboxItem item = outbox.find(identifier).value().value();
            item.state = OutboxState::Done;
            item.doneAt = m_bench->clock.nowUtc();
            item.mayHaveLeft = true;
            QVERIFY(outbox.update(item));
        }
        const QSignalSpy useSaid(&form(), &FormView::useSaid);
        m_bench->clock.advance(std::chrono::seconds(5));
        form().showAnswers(identifier);
        QCOMPARE(form().isAtClinic(), isSent); // else it never sees the first
        change(u"no"_s);
        QCOMPARE(useSaid.count(), 0);
        QCOMPARE(used(), u"no"_s);
        QCOMPARE(todaysCheckIn(records(), m_bench->clock)->form.identifier, identifier); // still the one of its day
        const QList<OutboxItem> unsent = outbox.unsent().value();
        QCOMPARE(unsent.size(), 1);
        QCOMPARE(unsent.constFirst().action == OutboxAction::Update, isSent);
        end().setShown(true);
        QVERIFY(!end().isAfterUse());
        QCOMPARE(end().changeable(), identifier);

        // And the other way round: what is to be told of the danger is told.
        m_bench->clock.advance(std::chrono::seconds(5));
        change(u"yes"_s);
        QCOMPARE(useSaid.count(), 1);
        QCOMPARE(used(), u"yes"_s);
        m_bench->clock.advance(std::chrono::seconds(5));
        change(u"yes"_s);
        QCOMPARE(useSaid.count(), 1);
    }

    /// Who says so in a change and leaves it there is told of the danger all the same, and once.
    void whoLeavesAChangeIsTold()
    {
        checkIn(u"no"_s);
        beginChange(u"no"_s);
        QVERIFY(!form().takeUse());
        form().fields()->fields().constFirst()->answer(u"yes"_s);
        QVERIFY(form().takeUse());
        QVERIFY(!form().takeUse());
        const QSignalSpy useSaid(&form(), &FormView::useSaid);
        form().review();
        form().send();
        QCOMPARE(form().state(), FormView::Done);
        QCOMPARE(useSaid.count(), 0);
    }

    void whoSaysSoInWhatGoesAgainIsTold_data()
    {
        QTest::addColumn<QString>("refused");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("it is new") << u"no"_s << true;
        QTest::newRow("the one that was refused said so") << u"yes"_s << false;
    }
    /// H10: also when the app ends before the screen is left.
    void whoSaysSoInWhatGoesAgainIsTold()
    {
        QFETCH(QString, refused);
        QFETCH(bool, isTold);
        checkIn(refused);
        const QString identifier = end().changeable();
        Outbox &outbox = records().store().outbox();
        OutboxItem item = outbox.find(identifier).value().value();
        item.state = OutboxState::Rejected;
        QVERIFY(outbox.update(item));
        CheckInView &ended = m_bench->checkIn;
        QVERIFY(ended.sendAgain(identifier));
        QCOMPARE(ended.sentAgain(), identifier);
        while (ended.fields()->fields().constFirst()->linkId() != u"use"_s)
            QVERIFY(ended.next());
        ended.fields()->fields().constFirst()->answer(u"yes"_s);
        CheckInView view(m_bench->account, m_bench->clock, m_bench->preferences, m_bench->safety);
        QVERIFY(view.sendAgain(identifier));
        QCOMPARE(view.fields()->fields().constFirst()->value().toString(), u"yes"_s);
        QCOMPARE(view.takeUse(), isTold);
        QVERIFY(!view.takeUse());
        view.leave();
        QVERIFY(view.sentAgain().isEmpty());
    }

    void theAnswerAboutMedicineOutlivesItsOrder_data()
    {
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("changed after it was sent") << false;
        QTest::newRow("sent again after it was refused") << true;
    }
    /// The order ended since. What was said of it is not taken back by a change of something else.
    void theAnswerAboutMedicineOutlivesItsOrder()
    {
        QFETCH(bool, isRefused);
        putMedicine("active");
        checkIn(u"no"_s, u"meds"_s);
        const QString identifier = end().changeable();
        QVERIFY(!identifier.isEmpty());
        Outbox &outbox = records().store().outbox();
        OutboxItem item = outbox.find(identifier).value().value();
        item.state = isRefused ? OutboxState::Rejected : OutboxState::Done;
        item.doneAt = m_bench->clock.nowUtc();
        item.mayHaveLeft = true;
        QVERIFY(outbox.update(item));
        putMedicine("stopped");
        QVERIFY(!records().isMedicineOnPlan());
        m_bench->clock.advance(std::chrono::seconds(5));
        if (isRefused) {
            CheckInView &view = m_bench->checkIn;
            QVERIFY(view.sendAgain(identifier));
            QCOMPARE(view.fields()->fields().constFirst()->linkId(), u"mood"_s);
            view.fields()->fields().constFirst()->answer(u"good"_s);
            for (int i = view.stepCount(); i > 0 && view.state() == CheckInView::Editing; --i)
                QVERIFY(view.next());
        } else {
            change(u"good"_s, u"mood"_s);
        }
        const Answers said = todaysCheckIn(records(), m_bench->clock).value().form.answers;
        QCOMPARE(said.value(u"mood"_s).toString(), u"good"_s);
        QCOMPARE(said.value(u"meds"_s).toString(), u"no"_s);
    }

    void whatIsSentAgainSaysWhatItLeavesOut_data()
    {
        QTest::addColumn<QByteArray>("items"); // of the clinic's form by then
        const QByteArray note = "{'linkId':'note','text':'A note','type':'string'}";
        const QByteArray use = "{'linkId':'use','text':'Did you drink or use?','type':'choice','answerOption':["
                               "{'valueCoding':{'code':'no'}},{'valueCoding':{'code':'a-little'}}]}";
        QTest::newRow("an option went") << QByteArray(use + ',' + note);
        QTest::newRow("a question went") << QByteArray(note + ",{'linkId':'more','text':'And?','type':'string'}");
    }
    /// What has no place in the clinic's form by now is told of each time, also when the answers were begun again before.
    void whatIsSentAgainSaysWhatItLeavesOut()
    {
        QFETCH(QByteArray, items);
        const auto putForm = [this](const QByteArray &version, const QByteArray &asked) {
            QVERIFY(m_bench->putForm("daily" + version,
                                     "'url':'" + dailyCheckInUrl().toUtf8() + "','version':'" + version
                                         + "','title':'Today','status':'active','item':[" + asked + ']'));
        };
        putForm("7",
                "{'linkId':'use','text':'Did you drink or use?','type':'choice','answerOption':[{'valueCoding':{'code':'no'}},"
                "{'valueCoding':{'code':'once'}}]},{'linkId':'note','text':'A note','type':'string'}");
        checkIn(u"once"_s);
        const QString identifier = end().changeable();
        Outbox &outbox = records().store().outbox();
        OutboxItem item = outbox.find(identifier).value().value();
        item.state = OutboxState::Rejected;
        QVERIFY(outbox.update(item));
        CheckInView &view = m_bench->checkIn;
        const QString leftOut = u"If you send again, they are left out."_s;
        QVERIFY(view.sendAgain(identifier));
        QVERIFY2(view.notice().startsWith(u"Your clinic could not take these answers."_s), qPrintable(view.notice()));
        QVERIFY2(!view.notice().contains(leftOut), qPrintable(view.notice()));
        view.leave();
        putForm("8", items);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(view.sendAgain(identifier));
            QVERIFY2(view.notice().startsWith(u"Your clinic could not take these answers."_s), qPrintable(view.notice()));
            QVERIFY2(view.notice().endsWith(leftOut), qPrintable(view.notice()));
            if (i == 0)
                QVERIFY(view.next());
            view.leave();
        }
    }

    void whatWasNeverAskedWasNotSkipped_data()
    {
        QTest::addColumn<bool>("hasMedicine");
        QTest::newRow("without a medicine") << false;
        QTest::newRow("with one") << true;
    }
    void whatWasNeverAskedWasNotSkipped()
    {
        QFETCH(bool, hasMedicine);
        if (hasMedicine)
            putMedicine("active");
        checkIn(hasMedicine ? u"some"_s : u"no"_s, hasMedicine ? u"meds"_s : u"use"_s);
        form().showAnswers(end().changeable());
        const auto skipped = [this] {
            QHash<QString, bool> rows;
            for (const QVariant &row : form().answers())
                rows.insert(row.toMap().value(u"key"_s).toString(), row.toMap().value(u"isSkipped"_s).toBool());
            return rows;
        };
        QVERIFY(skipped().value(u"mood"_s));
        QCOMPARE(skipped().contains(u"meds"_s), hasMedicine);
        QVERIFY(!skipped().value(u"meds"_s));
        // Before it is sent it is asked, and can be answered.
        putMedicine("active");
        QVERIFY(form().amend());
        QCOMPARE(skipped().value(u"meds"_s), !hasMedicine);
    }

    /// A change is sent, and this one is not to be.
    void whatIsKeptIsNotChanged()
    {
        checkIn(u"yes"_s);
        const QString identifier = end().changeable();
        end().setShared(false);
        QCOMPARE(end().changeable(), QString());
        form().showAnswers(identifier);
        QVERIFY(!form().answers().isEmpty());
        QVERIFY(!form().canAmend() && !form().amend());
        QCOMPARE(records().store().outbox().find(identifier).value().value().state, OutboxState::Kept);
        m_bench->assignments.settle();
        QVERIFY(m_bench->assignments.done().isEmpty());
        QCOMPARE(m_bench->assignments.checkIns().size(), 1);
        const QVariantMap row = m_bench->assignments.checkIns().constFirst().toMap();
        QCOMPARE(row.value(u"id"_s).toString(), identifier);
        QCOMPARE(row.value(u"note"_s).toString(), u"Today. Kept on this device. It is not sent."_s);
        end().setShared(true);
        QCOMPARE(end().changeable(), identifier);
    }

    /// Also when its day is over. What was shared can be taken back as long as it has not left.
    void whatIsKeptCanBeSharedAfterItsDay()
    {
        checkIn(u"yes"_s);
        const QString identifier = end().changeable();
        Outbox &outbox = records().store().outbox();
        const auto item = [&] { return outbox.find(identifier).value().value(); };
        form().showAnswers(identifier);
        QCOMPARE(form().sharingText(), QString()); // what waits goes
        form().setShared(false);
        QCOMPARE(item().state, OutboxState::Queued);
        end().setShared(false);
        m_bench->clock.advance(std::chrono::hours(72));
        QVERIFY(!todaysCheckIn(records(), m_bench->clock));

        form().showAnswers(identifier);
        QCOMPARE(form().sharingText(), u"Only you can see this one."_s);
        QVERIFY(!form().isShared() && form().canShare() && !form().canAmend());
        form().setShared(true);
        QCOMPARE(item().state, OutboxState::Queued);
        QCOMPARE(form().sharingText(), u"Your care team can see this. Your family can’t."_s);
        QCOMPARE(form().sentText(), u"Saved on this device. Not sent yet."_s);
        QVERIFY(form().isShared() && form().canShare() && form().canAmend());
        form().setShared(false);
        QCOMPARE(item().state, OutboxState::Kept);
        form().setShared(true);

        OutboxItem sent = item();
        sent.state = OutboxState::Done;
        sent.doneAt = m_bench->clock.nowUtc();
        sent.mayHaveLeft = true;
        QVERIFY(outbox.update(sent));
        form().setShared(false); // before the page knows
        QCOMPARE(item().state, OutboxState::Done);
        QVERIFY(form().isShared() && !form().canShare() && !form().sharingText().isEmpty());
        form().showAnswers(identifier);
        QCOMPARE(form().sharingText(), QString());
    }

    /// The check-in asks for nothing, whatever the clinic's form requires, and neither does its change.
    void aChangeAsksForNothingMore()
    {
        QVERIFY(m_bench->putForm("daily",
                                 "'url':'" + dailyCheckInUrl().toUtf8()
                                     + "','version':'7','title':'Today','status':'active','item':["
                                       "{'linkId':'use','text':'Did you drink or use?','type':'choice','answerOption':["
                                       "{'valueCoding':{'code':'no'}},{'valueCoding':{'code':'yes'}}]},"
                                       "{'linkId':'note','text':'A note','type':'text','required':true}]"));
        checkIn(u"yes"_s);
        change(u"no"_s);
        QCOMPARE(form().missingText(), QString());
        QCOMPARE(used(), u"no"_s);
    }
};

QTEST_MAIN(TestCheckInChanged)
#include "tst_checkin_changed.moc"
