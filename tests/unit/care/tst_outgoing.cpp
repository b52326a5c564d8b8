// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/CheckIn.h"
#include "care/Outgoing.h"
#include "content/Questionnaires.h"
#include "core/Ids.h"
#include "fakes/FakeClock.h"

#include <QTest>

using namespace handrail;
using Kind = Outgoing::Kind;
using State = Outgoing::State;

/// What is said to be where, from what the outbox holds.
class TestOutgoing final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;
    FakeClock m_clock{QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())};

    /// A finished check-in of this day, as it lies in the outbox.
    OutboxItem checkIn(int daysAgo = 0)
    {
        m_clock.setWallClock(m_clock.nowUtc().addDays(-daysAgo));
        CheckIn checkIn(*m_records, m_clock, *dailyCheckInForm(*m_records));
        checkIn.setAnswer(QStringLiteral("craving"), 4.0);
        const QString identifier = checkIn.finish()->identifier;
        m_clock.setWallClock(m_clock.nowUtc().addDays(daysAgo));
        return **m_store->outbox().find(identifier);
    }

    void set(OutboxItem item, OutboxState state, const char *problem = "")
    {
        item.state = state;
        item.problem = QString::fromLatin1(problem);
        item.doneAt = state == OutboxState::Done ? m_clock.nowUtc() : QDateTime();
        QVERIFY(m_store->outbox().update(item));
    }

    QList<Outgoing> things(const Way &way = {}) { return outgoing(*m_records, way).value(); }

private Q_SLOTS:
    void init()
    {
        m_store = Store::inMemory().value();
        Identity identity;
        identity.patientId = QStringLiteral("p1");
        m_records = std::make_unique<Records>(*m_store, identity);
    }

    void eachStateIsWhatItIsForAPerson_data()
    {
        QTest::addColumn<OutboxState>("is");
        QTest::addColumn<bool>("isInFlight");
        QTest::addColumn<bool>("isSignInNeeded");
        QTest::addColumn<State>("said");
        QTest::newRow("queued") << OutboxState::Queued << false << false << State::Saved;
        QTest::newRow("on its way") << OutboxState::Sending << true << false << State::Sending;
        QTest::newRow("cut off on its way, while another one goes") << OutboxState::Sending << false << false << State::Unsure;
        QTest::newRow("no answer") << OutboxState::Uncertain << false << false << State::Unsure;
        QTest::newRow("no answer, a run") << OutboxState::Uncertain << true << false << State::Unsure;
        QTest::newRow("token refused") << OutboxState::NeedsAuth << true << false << State::Saved;
        QTest::newRow("signed out by the clinic") << OutboxState::Queued << false << true << State::NeedsSignIn;
        QTest::newRow("refused") << OutboxState::Rejected << false << false << State::Refused;
        QTest::newRow("refused, then signed out") << OutboxState::Rejected << false << true << State::Refused;
        QTest::newRow("sent") << OutboxState::Done << true << true << State::Sent;
    }

    void eachStateIsWhatItIsForAPerson()
    {
        QFETCH(OutboxState, is);
        QFETCH(bool, isInFlight);
        QFETCH(bool, isSignInNeeded);
        QFETCH(State, said);
        const OutboxItem item = checkIn();
        set(item, is);
        const qint64 other = item.sequence + 1;
        const QList<Outgoing> all = things({isInFlight ? item.sequence : other, isSignInNeeded, false});
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().state, said);
        QCOMPARE(all.first().kind, Kind::CheckIn);
        QCOMPARE(all.first().answered.date(), QDate(2026, 11, 18));
        QCOMPARE(all.first().savedAt, m_clock.nowUtc());
    }

    void whatNeedsThePersonComesFirstAndWhatWentLast()
    {
        set(checkIn(1), OutboxState::Done);
        checkIn(2);
        set(checkIn(3), OutboxState::Rejected);
        const OutboxItem going = checkIn(4);
        set(going, OutboxState::Sending);
        m_records->setStoresPutAside(1);
        QList<State> states;
        for (const Outgoing &thing : things({going.sequence, false, false}))
            states << thing.state;
        QCOMPARE(states, (QList<State>{State::Refused, State::Sending, State::Saved, State::Locked, State::Sent}));
        QCOMPARE(m_records->unsent().count, 4);
        QCOMPARE(m_records->unsent().refused, 1);
    }

    void aDeclineNamesItsSession()
    {
        StoredRecord record;
        record.type = QStringLiteral("Appointment");
        record.id = QStringLiteral("a1");
        record.versionId = QStringLiteral("1");
        record.lastUpdated = m_clock.nowUtc();
        record.json = R"({"resourceType":"Appointment","id":"a1","status":"booked","description":"Evening group",
                          "start":"2026-11-18T23:00:00Z","end":"2026-11-19T02:00:00Z",
                          "participant":[{"actor":{"reference":"Patient/p1"},"status":"accepted"}]})";
        QVERIFY(m_store->putRecords({record}));
        const std::optional<Session> session = m_records->session(QStringLiteral("a1")).value();
        QVERIFY(session);
        QVERIFY(m_records->queueRsvp(*session, Coming::Declined, QStringLiteral("No ride"), m_clock.nowUtc()));
        const Outgoing thing = things().first();
        QCOMPARE(thing.kind, Kind::Decline);
        QVERIFY(thing.said.session);
        QCOMPARE(thing.said.session->title, QStringLiteral("Evening group"));
        QCOMPARE(thing.said.comment, QStringLiteral("No ride"));
    }

    /// It would read "Saved", and the person would wait for something that does not go; and removing the one removes both.
    void whatIsBehindARefusedOneSaysSo()
    {
        const OutboxItem first = checkIn(1);
        const OutboxItem other = checkIn();
        set(first, OutboxState::Uncertain);
        const Form form = *dailyCheckInForm(*m_records);
        CompletedForm newer;
        newer.identifier = first.identifier;
        newer.questionnaire = form.canonicalWithVersion();
        newer.patientId = QStringLiteral("p1");
        newer.authored = m_clock.nowUtc();
        newer.answers = {{QStringLiteral("craving"), 2.0}};
        QVERIFY(m_records->amend(newer, form, m_clock.nowUtc(), false));
        for (const Outgoing &thing : things()) { // as long as it can go
            QVERIFY(thing.state != State::Behind);
            QVERIFY(thing.goesAlong.isEmpty());
        }
        OutboxItem now = **m_store->outbox().find(first.identifier);
        set(now, OutboxState::Rejected, "Rejected:invalid");
        QList<Outgoing> all = things({{}, true, false});
        QCOMPARE(all.size(), 3);
        QCOMPARE(all.at(0).state, State::Refused);
        QCOMPARE(all.at(1).kind, Kind::Change);
        QCOMPARE(all.at(1).state, State::Behind); // no sign-in makes it go
        QVERIFY(!all.at(1).needsPerson());
        QCOMPARE(all.at(2).identifier, other.identifier);
        QCOMPARE(all.at(0).goesAlong, QList<qint64>{all.at(1).number});
        QVERIFY(m_store->outbox().forget(all.at(0).number));
        all = things();
        QCOMPARE(all.size(), 1); // that is why it is said first
        QCOMPARE(all.at(0).identifier, other.identifier);
        QVERIFY(all.at(0).goesAlong.isEmpty());
    }

    void refusedAnswersToAFormThatIsHereCanBeSentAgain()
    {
        const QString url = QStringLiteral("https://clinic.example/evening");
        QByteArray json = dailyCheckInQuestionnaire();
        json.replace(dailyCheckInUrl().toUtf8(), url.toUtf8());
        QVERIFY(m_store->putRecords(
            {{QStringLiteral("Questionnaire"), QStringLiteral("evening"), QStringLiteral("1"), m_clock.nowUtc(), QDate(), json}}));
        const std::optional<Form> form = m_records->form(url);
        QVERIFY(form);
        CompletedForm completed;
        completed.identifier = urn(newId());
        completed.questionnaire = form->canonicalWithVersion();
        completed.patientId = QStringLiteral("p1");
        completed.authored = m_clock.nowUtc();
        completed.answers = {{QStringLiteral("craving"), 4.0}};
        QVERIFY(m_records->queue(completed, *form, m_clock.nowUtc(), false));
        QVERIFY(things().constFirst().answers.isEmpty());
        set(**m_store->outbox().find(completed.identifier), OutboxState::Rejected, "Rejected:invalid");
        QCOMPARE(things().constFirst().kind, Kind::Form);
        QCOMPARE(things().constFirst().answers, completed.identifier);
        // A change of what arrived is looked at under the name of what it changes.
        set(**m_store->outbox().find(completed.identifier), OutboxState::Done);
        completed.answers = {{QStringLiteral("craving"), 6.0}};
        QVERIFY(m_records->amend(completed, *form, m_clock.nowUtc(), false));
        set(things().constFirst().said.item, OutboxState::Rejected, "Rejected:invalid");
        QCOMPARE(things().constFirst().kind, Kind::Change);
        QCOMPARE(things().constFirst().answers, completed.identifier);
        // Without its questions there is nothing to change.
        QVERIFY(m_store->removeRecord(QStringLiteral("Questionnaire"), QStringLiteral("evening")));
        QVERIFY(things().constFirst().answers.isEmpty());
        // A check-in has a page of its own.
        set(checkIn(), OutboxState::Rejected, "Rejected:invalid");
        for (const Outgoing &thing : things())
            QVERIFY(thing.answers.isEmpty());
    }

    void aRefusedCheckInGoesAgainAsTheSame()
    {
        const OutboxItem before = checkIn(2);
        const Form form = *dailyCheckInForm(*m_records);
        CheckIn tooEarly(*m_records, m_clock, form);
        QVERIFY(!tooEarly.takeUp(before.identifier)); // it waits, and nobody refused it
        set(before, OutboxState::Rejected, "Rejected:invalid");

        CheckIn again(*m_records, m_clock, form);
        QVERIFY(again.takeUp(before.identifier));
        QVERIFY(again.isSentAgain());
        QCOMPARE(again.answers().value(QStringLiteral("craving")).toDouble(), 4.0);
        QCOMPARE(again.setAnswer(QStringLiteral("craving"), 7.0), Validity::Fine);
        const Result<CompletedForm> sent = again.finish();
        QVERIFY(sent);
        QCOMPARE(sent->identifier, before.identifier);
        QCOMPARE(sent->authored.date(), QDate(2026, 11, 16)); // still the check-in of that day
        QVERIFY(!todaysCheckIn(*m_records, m_clock));

        const OutboxItem after = **m_store->outbox().find(before.identifier);
        QCOMPARE(after.state, OutboxState::Queued);
        QCOMPARE(after.sequence, before.sequence);
        QCOMPARE(after.queuedAt, before.queuedAt);
        QVERIFY(after.problem.isEmpty());
        QVERIFY(after.payload != before.payload);
        QCOMPARE(m_records->submittedTo({dailyCheckInUrl()}).first().form.answers.value(QStringLiteral("craving")).toDouble(), 7.0);
        QVERIFY(!m_store->value(QStringLiteral("draft/") + before.identifier).value());
    }

    void whatTheClinicTookBackIsSaidUnderAnotherName_data()
    {
        QTest::addColumn<bool>("isChanged");
        QTest::newRow("sent again") << false;
        QTest::newRow("changed, as any answers are") << true;
    }
    /// Under its own name it would be refused for ever.
    void whatTheClinicTookBackIsSaidUnderAnotherName()
    {
        QFETCH(bool, isChanged);
        const OutboxItem before = checkIn();
        set(before, OutboxState::Rejected, "Conflict:taken-back");
        const Form form = *dailyCheckInForm(*m_records);
        FillingRule rule;
        rule.isStrict = true;
        rule.identifier = before.identifier;
        rule.amends = m_records->replacedAs(before.identifier)->form;
        FormFilling change(*m_records, m_clock, form, rule);
        CheckIn refused(*m_records, m_clock, form);
        FormFilling &again = isChanged ? change : refused;
        if (isChanged)
            again.startFrom(rule.amends.answers);
        else
            QVERIFY(again.takeUp(before.identifier));
        QCOMPARE(again.setAnswer(QStringLiteral("craving"), 7.0), Validity::Fine);
        const Result<CompletedForm> sent = again.finish();
        QVERIFY(sent);
        QVERIFY(sent->identifier != before.identifier);
        const QList<OutboxItem> all = m_store->outbox().all().value(); // once, and nothing is refused any more
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().identifier, sent->identifier);
        QCOMPARE(all.first().state, OutboxState::Queued);
        QCOMPARE(todaysCheckIn(*m_records, m_clock)->form.identifier, sent->identifier);
        QCOMPARE(todaysCheckIn(*m_records, m_clock)->form.answers.value(QStringLiteral("craving")).toDouble(), 7.0);
    }

    void answersThatStayAsTheyWereGoAgainToo()
    {
        const OutboxItem before = checkIn();
        set(before, OutboxState::Rejected, "Rejected:invalid");
        CheckIn again(*m_records, m_clock, *dailyCheckInForm(*m_records));
        QVERIFY(again.takeUp(before.identifier));
        QVERIFY(again.finish());
        QCOMPARE((**m_store->outbox().find(before.identifier)).state, OutboxState::Queued);
        QCOMPARE((**m_store->outbox().find(before.identifier)).payload, before.payload);
    }

    void whatWasSentMeanwhileIsNotSentAgain()
    {
        const OutboxItem before = checkIn();
        set(before, OutboxState::Rejected, "Forbidden:forbidden");
        CheckIn again(*m_records, m_clock, *dailyCheckInForm(*m_records));
        QVERIFY(again.takeUp(before.identifier));
        set(before, OutboxState::Done); // its right came back, and it went
        QCOMPARE(again.setAnswer(QStringLiteral("craving"), 7.0), Validity::Fine);
        const Result<CompletedForm> sent = again.finish();
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ProblemKind::Conflict);
        QCOMPARE((**m_store->outbox().find(before.identifier)).state, OutboxState::Done);
    }

    void answersBegunAgainAreKeptApartFromTodaysDraft()
    {
        const Form form = *dailyCheckInForm(*m_records);
        const OutboxItem before = checkIn(1);
        set(before, OutboxState::Rejected, "Rejected:invalid");
        {
            CheckIn today(*m_records, m_clock, form);
            today.setAnswer(QStringLiteral("craving"), 1.0);
            CheckIn again(*m_records, m_clock, form);
            QVERIFY(again.takeUp(before.identifier));
            again.setAnswer(QStringLiteral("craving"), 8.0);
            again.next();
        }
        CheckIn today(*m_records, m_clock, form);
        QCOMPARE(today.resume(), FormFilling::Resumed::AsLeft);
        QCOMPARE(today.answers().value(QStringLiteral("craving")).toDouble(), 1.0);
        QCOMPARE(today.step(), 0);
        CheckIn again(*m_records, m_clock, form);
        QVERIFY(again.takeUp(before.identifier));
        QCOMPARE(again.answers().value(QStringLiteral("craving")).toDouble(), 8.0);
        QCOMPARE(again.step(), 1);
    }

    void aChipAloneComesBackAsAChip()
    {
        const Form form = *dailyCheckInForm(*m_records);
        CheckIn first(*m_records, m_clock, form);
        QCOMPARE(first.setAnswer(QStringLiteral("halt"), QStringList{QStringLiteral("tired")}), Validity::Fine);
        const QString identifier = first.finish()->identifier;
        set(**m_store->outbox().find(identifier), OutboxState::Rejected, "Rejected:invalid");
        CheckIn again(*m_records, m_clock, form);
        QVERIFY(again.takeUp(identifier));
        QCOMPARE(again.answers().value(QStringLiteral("halt")), QVariant(QStringList{QStringLiteral("tired")}));
    }
};

QTEST_GUILESS_MAIN(TestOutgoing)
#include "tst_outgoing.moc"
