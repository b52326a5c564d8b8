// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FormBench.h"
#include "care/CheckIn.h"
#include "core/Ids.h"
#include "view/SentText.h"
#include "view/TodayView.h"

#include <QGuiApplication>
#include <QTest>
#include <algorithm>

using namespace handrail;
using namespace Qt::StringLiterals;

/// A check-in that other answers of its day outran.
class TestFormOutrun final : public QObject, test::FormWeights
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void aCheckInThatOthersOutran_data()
    {
        QTest::addColumn<bool>("isOwnChosen");
        QTest::newRow("mine is sent") << true;
        QTest::newRow("what is there stays") << false;
    }

    /// Another device answered the same day, later: both show, in the form that the app brings along, and the person chooses.
    void aCheckInThatOthersOutran()
    {
        QFETCH(bool, isOwnChosen);
        Records &records = *m_bench->account.records();
        Outbox &outbox = records.store().outbox();
        const Form form = *dailyCheckInForm(records);
        CompletedForm mine;
        mine.identifier = u"urn:uuid:1"_s;
        mine.questionnaire = form.canonicalWithVersion();
        mine.patientId = records.identity().patientId;
        mine.authored = QDateTime(QDate(2026, 11, 17), QTime(8, 0), Qt::OffsetFromUTC, -5 * 3600);
        mine.answers.insert(u"note"_s, u"Mine"_s);
        QVERIFY(records.queue(mine, form, m_bench->clock.nowUtc(), false));
        OutboxItem item = outbox.find(mine.identifier).value().value();
        item.state = OutboxState::Rejected;
        item.problem = u"Conflict:other-answers"_s;
        QVERIFY(outbox.update(item));
        m_view->showAnswers(mine.identifier);
        QVERIFY(!m_view->isOutrun()); // nothing else is known here yet
        QVERIFY(m_bench->putAnswers("1", mine.questionnaire, "{'linkId':'note','answer':[{'valueString':'Theirs'}]}"));

        m_view->showAnswers(mine.identifier);
        QVERIFY(m_view->isOutrun());
        QCOMPARE(m_view->sentText(), outrunText());
        QCOMPARE(m_view->notice(), QString()); // once is enough
        QVERIFY(values().contains(u"Mine"_s));
        QCOMPARE(m_view->keepNewer(), QString()); // not before both were seen
        QVERIFY(m_view->amend());
        QCOMPARE(m_view->state(), FormView::Review);
        QCOMPARE(m_view->missingText(), QString());
        QVERIFY(!m_view->isAmending()); // it was answered afresh, and is nobody's change
        QVERIFY(values().contains(u"Mine"_s));
        const auto isTheirs = [](const QVariant &row) { return row.toMap().value(u"value"_s).toString() == u"Theirs"; };
        const QVariantList newer = m_view->newerParts().value(0).toList();
        QVERIFY(std::any_of(newer.cbegin(), newer.cend(), isTheirs));
        const auto othersIn = [](const QVariantList &rows) {
            QStringList others;
            for (const QVariant &row : rows) {
                if (row.toMap().value(u"isOther"_s).toBool())
                    others << row.toMap().value(u"value"_s).toString();
            }
            return others;
        };
        QCOMPARE(othersIn(m_view->answers()).join(u'|'), u"Mine"_s);
        QCOMPARE(othersIn(newer).join(u'|'), u"Theirs"_s);
        QCOMPARE(outbox.unsentCount().value(), 1); // neither is gone by being looked at

        if (isOwnChosen) {
            m_view->send();
            QCOMPARE(m_view->state(), FormView::Done);
            item = outbox.find(mine.identifier).value().value();
            QCOMPARE(item.state, OutboxState::Queued);
            // In the place of those, and of no others.
            QVERIFY(item.payload.contains("Mine") && item.payload.contains("contained") && item.payload.contains("Theirs"));
            const SubmittedForm sent = *records.submittedAs(mine.identifier);
            QCOMPARE(sent.form.amended.toUTC(), m_bench->clock.nowUtc());
            QCOMPARE(sent.form.authored.date(), mine.authored.date());
            return;
        }
        QCOMPARE(m_view->keepNewer(), mine.identifier);
        QCOMPARE(outbox.unsentCount().value(), 0);
        QVERIFY(values().contains(u"Theirs"_s) && !m_view->isOutrun());
        QCOMPARE(m_view->notice(), QString());
        m_view->showAnswers(mine.identifier);
        QVERIFY(m_view->amend());
        QVERIFY(m_view->newerParts().isEmpty()); // no draft of it is left
    }

    void whatWasBegunBeforeAnotherDeviceEndedTheDay_data()
    {
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<bool>("isGoneOnWith");
        const QByteArray note("{'linkId':'note','answer':[{'valueString':'Theirs'}]}");
        QTest::newRow("otherwise") << note << true;
        QTest::newRow("with all of it, and more")
            << QByteArray("{'linkId':'mood','answer':[{'valueCoding':{'code':'very-low'}}]}," + note) << false;
    }

    /// It is the person's: it can be finished at any question, and then both show. Or it is put away there.
    void whatWasBegunBeforeAnotherDeviceEndedTheDay()
    {
        QFETCH(QByteArray, theirs);
        QFETCH(bool, isGoneOnWith);
        m_bench->clock.setZone("America/New_York");
        TodayView today(m_bench->account, m_bench->clock, m_bench->preferences, m_bench->minute);
        const auto at = [this](int day, int hour, int minute) {
            const QDateTime wall(QDate(2026, 11, day), QTime(hour, minute), QTimeZone("America/New_York"));
            m_bench->clock.setWallClock(wall.toUTC());
        };
        const auto todayText = [&today] {
            today.refresh();
            return today.checkInText();
        };
        CheckInView &view = m_bench->checkIn;
        const auto mood = [&view] { return view.fields()->fields().constFirst()->value().toString(); };
        at(17, 22, 20);
        view.begin();
        view.fields()->fields().constFirst()->answer(u"very-low"_s);
        QVERIFY(view.next());
        view.leave();
        Records &records = *m_bench->account.records();
        const QString identifier =
            urn(scheduledId(records.identity().patientId, dailyCheckInUrl(), QDate(2026, 11, 17), u"daily"_s));
        QVERIFY(m_bench->putAnswers(identifier.section(u':', -1).toLatin1(), dailyCheckInUrl(), theirs));
        if (!isGoneOnWith) {
            QCOMPARE(todayText(), u"Your care team has it."_s);
            view.begin();
            QCOMPARE(view.state(), CheckInView::Done);
            return;
        }
        QCOMPARE(todayText(), u"There is a check-in for today already. What you began here is kept."_s);
        QCOMPARE(today.checkInState(), TodayView::Begun);

        // The next day's beside it, and the other way round.
        at(18, 8, 20);
        QCOMPARE(todayText(), u"Your answers from Nov 17 are kept."_s);
        view.begin();
        QVERIFY2(view.notice().startsWith(u"There is a check-in for this day already"_s), qPrintable(view.notice()));
        view.takeOther();
        QCOMPARE(mood(), QString());
        QVERIFY(!view.canFinish());
        view.takeOther();
        QCOMPARE(view.step(), 1);
        QVERIFY(view.finish());

        QCOMPARE(records.store().outbox().find(identifier).value().value().problem, QString(outrunProblem));
        CheckInDoneView &end = m_bench->checkInDone;
        end.setShown(true);
        QCOMPARE(end.outrun(), identifier);
        m_bench->form.showAnswers(identifier);
        QVERIFY(m_bench->form.amend());
        QCOMPARE(m_bench->form.keepNewer(), identifier);
        QCOMPARE(records.store().outbox().unsentCount().value(), 0);
        QVERIFY(values().contains(u"Theirs"_s));
    }

    void aFormAndItsChangeSayTheSame()
    {
        m_bench->assignments.settle();
        m_view->open(test::weightsUrl);
        field(0)->type(0, u"80"_s);
        m_view->review();
        m_view->send();
        Outbox &outbox = m_bench->account.records()->store().outbox();
        OutboxItem item = outbox.unsent().value().constFirst();
        const QString identifier = item.identifier;
        const auto outrun = [&outbox](OutboxItem one) {
            one.state = OutboxState::Rejected;
            one.problem = outrunProblem;
            return outbox.update(one).has_value();
        };
        const auto note = [this] {
            m_bench->assignments.refresh();
            return m_bench->assignments.done().value(0).toMap().value(u"note"_s).toString();
        };
        item.state = OutboxState::Rejected;
        item.problem = u"Rejected:invalid"_s;
        QVERIFY(outbox.update(item));
        QCOMPARE(note(), u"Today. Your clinic could not take it."_s);
        QVERIFY(outrun(item));
        QCOMPARE(note(), QString(u"Today. "_s + outrunText()));

        // The same of a change of what the clinic has, which is one in the review, too.
        item.state = OutboxState::Done;
        item.problem.clear();
        QVERIFY(outbox.update(item));
        m_view->showAnswers(identifier);
        QVERIFY(m_view->amend());
        m_view->goTo(0);
        field(0)->type(0, u"81"_s);
        m_view->review();
        m_view->send();
        item = outbox.unsent().value().constFirst();
        QCOMPARE(item.after, identifier);
        QVERIFY(outrun(item));
        QCOMPARE(note(), QString(u"Today. "_s + outrunText()));
        m_view->showAnswers(identifier);
        QCOMPARE(m_view->sentText(), outrunText());
        QVERIFY(m_view->amend());
        QVERIFY(m_view->isAmending());
    }
};

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    TestFormOutrun test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_form_outrun.moc"
