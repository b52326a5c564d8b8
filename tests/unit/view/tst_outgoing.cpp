// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeClock.h"
#include "view/OutgoingModel.h"
#include "view/ProblemText.h"
#include "view/SentText.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace handrail;
using Kind = Outgoing::Kind;
using State = Outgoing::State;

namespace {

const QDateTime now(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()); // 3:20 pm in New York

Outgoing checkIn(State state)
{
    Outgoing thing;
    thing.number = 1;
    thing.identifier = QStringLiteral("urn:uuid:1");
    thing.kind = Kind::CheckIn;
    thing.state = state;
    thing.answered = now.toOffsetFromUtc(-5 * 3600);
    thing.savedAt = now.addSecs(-2 * 3600);
    return thing;
}

OutgoingItem item(qint64 number, const char *state = "")
{
    OutgoingItem made;
    made.number = number;
    made.stateText = QString::fromLatin1(state);
    return made;
}

} // namespace

/// What waits, in words.
class TestOutgoingWords final : public QObject
{
    Q_OBJECT
    const TimeText m_text{QLocale(QStringLiteral("en_US"))};
    const FakeClock m_clock{now};

    OutgoingItem say(const Outgoing &thing, const Way &way = {}) const { return outgoingItem(thing, way, m_clock, m_text); }

private Q_SLOTS:
    void eachStateHasItsWordsAndChoices_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<bool>("isOffline");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("stage");
        QTest::addColumn<bool>("needsYou");
        QTest::addColumn<bool>("hasWhy");
        QTest::newRow("saved") << State::Saved << false << QStringLiteral("Saved on this device.") << 0 << false << false;
        QTest::newRow("offline") << State::Saved << true << QStringLiteral("Saved. Waiting for signal.") << 0 << false << false;
        QTest::newRow("sending") << State::Sending << false << QStringLiteral("Sending now") << 1 << false << false;
        QTest::newRow("unsure") << State::Unsure << false << QStringLiteral("Saved. Checking if it arrived.") << 0 << false << true;
        QTest::newRow("sign in") << State::NeedsSignIn << false << QStringLiteral("Sign in to send it.") << 0 << true << true;
        QTest::newRow("refused") << State::Refused << true << QStringLiteral("Your clinic could not take it.") << 0 << true << true;
        QTest::newRow("damaged") << State::Damaged << false << QStringLiteral("It can’t be read any more.") << 0 << true << true;
        QTest::newRow("behind") << State::Behind << true << QStringLiteral("Waits for the one above.") << 0 << false << true;
        QTest::newRow("locked") << State::Locked << false << QStringLiteral("Locked on this device.") << 0 << false << true;
    }

    void eachStateHasItsWordsAndChoices()
    {
        QFETCH(State, state);
        QFETCH(bool, isOffline);
        QFETCH(QString, text);
        QFETCH(int, stage);
        QFETCH(bool, needsYou);
        QFETCH(bool, hasWhy);
        const OutgoingItem said = say(checkIn(state), {false, false, isOffline});
        QCOMPARE(said.title, QStringLiteral("Today’s check-in"));
        QCOMPARE(said.stateText, text);
        QCOMPARE(said.ageText, QStringLiteral("2 h ago"));
        QCOMPARE(said.stage, stage);
        QCOMPARE(said.needsYou, needsYou);
        QCOMPARE(!said.why.isEmpty(), hasWhy);
        QCOMPARE(said.canChange, state == State::Refused);
        QCOMPARE(said.canSave, state == State::Refused || state == State::Behind);
        QCOMPARE(said.canRemove, state == State::Refused || state == State::Damaged);
        QCOMPARE(said.canSignIn, state == State::NeedsSignIn);
    }

    void whatWouldBeRefusedAgainIsNotOffered()
    {
        Outgoing thing = checkIn(State::Refused);
        thing.problem = QStringLiteral("Conflict:other-answers");
        QVERIFY(!say(thing).canChange && say(thing).canSave && !say(thing).why.contains(QStringLiteral("send")));
        // Both are looked at instead, under the name of the answers.
        QCOMPARE(say(thing).outrun, thing.identifier);
        QCOMPARE(say(thing).stateText, outrunText()); // nothing was wrong with them
        // What is there does not stand in the way of these: they can be said otherwise.
        Outgoing refused = thing;
        refused.problem = QStringLiteral("Conflict:no-version");
        QVERIFY(say(refused).canChange && say(refused).outrun.isEmpty());
        QCOMPARE(say(refused).stateText, QStringLiteral("Your clinic could not take it."));
        refused.problem = QStringLiteral("Rejected:other-answers"); // a server's own word
        QVERIFY(say(refused).canChange && say(refused).outrun.isEmpty());
        thing.kind = Kind::Change;
        thing.said.item.after = QStringLiteral("urn:uuid:first");
        QCOMPARE(say(thing).outrun, QStringLiteral("urn:uuid:first"));
        thing.problem = QStringLiteral("Rejected:invalid");
        QVERIFY(say(thing).outrun.isEmpty());
        // There is nothing to look at beside these, and they go under another name.
        refused.problem = QStringLiteral("Conflict:taken-back");
        QVERIFY(say(refused).canChange && say(refused).outrun.isEmpty());
    }

    void sendingAgainIsSaidOnlyWhereThereIsAWay()
    {
        const QString again = QStringLiteral("You can send it again");
        Outgoing thing = checkIn(State::Refused);
        thing.problem = QStringLiteral("Rejected:invalid");
        QVERIFY(say(thing).why.contains(again) && say(thing).answers.isEmpty()); // it has a page of its own
        for (const Kind kind : {Kind::Form, Kind::Change, Kind::Message, Kind::Sheet, Kind::Dose, Kind::Coming, Kind::Unshare}) {
            thing.kind = kind;
            QVERIFY(!say(thing).why.contains(again) && say(thing).answers.isEmpty());
        }
        thing.kind = Kind::Form;
        thing.answers = thing.identifier;
        QVERIFY(say(thing).why.contains(again));
        QCOMPARE(say(thing).answers, thing.identifier);
        thing.problem = QStringLiteral("Conflict:other-answers"); // that has another way
        QVERIFY(say(thing).answers.isEmpty());
        QCOMPARE(say(thing).outrun, thing.identifier);
    }

    void sentIsSaidOnlyOfWhatWasSentAndWhen()
    {
        for (const State state : {State::Refused, State::Damaged, State::Behind, State::NeedsSignIn, State::Sending, State::Saved,
                                  State::Unsure, State::Locked})
            QVERIFY(!say(checkIn(state)).stateText.contains(QStringLiteral("Sent")));
        Outgoing thing = checkIn(State::Sent);
        thing.sentAt = now.addSecs(-6 * 60);
        QCOMPARE(say(thing).stateText, QStringLiteral("Sent: 3:14\u00a0pm"));
        QVERIFY(say(thing).ageText.isEmpty());
        thing.sentAt = now.addDays(-1);
        QCOMPARE(say(thing).stateText, QStringLiteral("Sent: Yesterday, 3:20\u00a0pm"));
    }

    void theNextTryIsSaidWithItsReason()
    {
        Outgoing thing = checkIn(State::Saved);
        thing.retryAt = now.addSecs(5 * 60);
        thing.problem = QStringLiteral("ServerBusy");
        const OutgoingItem said = say(thing);
        QCOMPARE(said.stateText, QStringLiteral("Saved. Next try: 3:25\u00a0pm"));
        QVERIFY(said.why.startsWith(QStringLiteral("Your clinic’s server is slow.")));
        QVERIFY(!said.why.contains(QRegularExpression(QStringLiteral("[0-9]{3}")))); // no code
    }

    void whatItIsFollowsTheDayAndTheKind()
    {
        Outgoing thing = checkIn(State::Saved);
        thing.answered = thing.answered.addDays(-1);
        QCOMPARE(say(thing).title, QStringLiteral("Yesterday’s check-in"));
        thing.answered = thing.answered.addDays(-3);
        QCOMPARE(say(thing).title, QStringLiteral("Check-in of Nov 14"));
        thing.kind = Kind::Decline;
        QCOMPARE(say(thing).title, QStringLiteral("Note to the clinic"));
        thing.said.session = Session();
        thing.said.session->title = QStringLiteral("Evening group");
        QCOMPARE(say(thing).title, QStringLiteral("Can’t make it: Evening group"));
        QVERIFY(!say(thing).canChange);
    }

    void aClockSetBackMakesNoAge()
    {
        Outgoing thing = checkIn(State::Saved);
        thing.savedAt = now.addDays(3);
        QCOMPARE(say(thing).ageText, QStringLiteral("Just now"));
        thing.savedAt = {};
        QVERIFY(say(thing).ageText.isEmpty());
    }

    void aTaskWhoseAnswersAreNotThereDoesNotSayThatTheyArrived()
    {
        Outgoing thing = checkIn(State::Refused);
        thing.kind = Kind::Mark;
        thing.problem = QStringLiteral("Rejected:invalid");
        QVERIFY(say(thing).why.startsWith(QStringLiteral("Your answers arrived.")));
        thing.problem = QStringLiteral("Conflict:gone");
        QVERIFY(say(thing).why.startsWith(QStringLiteral("Your clinic does not have these answers")));
    }

    void everyRefusalHasAPlainReason_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("begin");
        QTest::newRow("invalid") << QStringLiteral("Rejected:invalid") << QStringLiteral("The clinic’s server could not take it");
        QTest::newRow("unknown") << QStringLiteral("Rejected:whatever") << QStringLiteral("The clinic’s server could not take it");
        QTest::newRow("none") << QString() << QStringLiteral("The clinic’s server could not take it");
        QTest::newRow("too long") << QStringLiteral("Rejected:too-long") << QStringLiteral("It is too long");
        QTest::newRow("others") << QStringLiteral("Conflict:other-answers") << QStringLiteral("Other answers");
        QTest::newRow("no version") << QStringLiteral("Conflict:no-version")
                                    << QStringLiteral("The clinic’s server could not take it");
        QTest::newRow("taken back") << QStringLiteral("Conflict:taken-back") << QStringLiteral("Your clinic may have taken back");
        QTest::newRow("forbidden") << QStringLiteral("Forbidden:forbidden") << QStringLiteral("Your clinic does not allow this");
    }

    void everyRefusalHasAPlainReason()
    {
        QFETCH(QString, code);
        QFETCH(QString, begin);
        for (const bool canSendAgain : {true, false}) {
            const QString said = refusalText(code, canSendAgain);
            QVERIFY2(said.startsWith(begin), qPrintable(said));
            QVERIFY(said.contains(QStringLiteral("kept here")) && said.contains(QStringLiteral("save a copy for your clinic")));
            const bool isOffered = said.contains(QStringLiteral("again, ")) || said.contains(QStringLiteral("shorter"));
            const bool canBe = begin.startsWith(QStringLiteral("The clinic")) || begin.endsWith(QStringLiteral("too long"))
                || begin.endsWith(QStringLiteral("taken back"));
            QCOMPARE(isOffered, canSendAgain && canBe);
        }
    }

    void kindsHaveTheirNames()
    {
        for (int kind = 0; kind <= int(ProblemKind::Cancelled); ++kind)
            QCOMPARE(kindNamed(nameOf(ProblemKind(kind))), std::optional(ProblemKind(kind)));
        QVERIFY(!kindNamed(u"seal"));
        QVERIFY(!kindNamed(u""));
    }

    void whatIsUnsentIsCountedByKind()
    {
        Outgoing decline = checkIn(State::Saved);
        decline.kind = Kind::Decline;
        QString said = unsentText({checkIn(State::Saved), checkIn(State::Refused), checkIn(State::Sent), decline}, m_text.locale());
        // Without a translation Qt leaves the plural marks as they are.
        QCOMPARE(said, QStringLiteral("2 check-in(s) and 1 note(s) that you can’t come"));
        QVERIFY(unsentText({checkIn(State::Sent)}, m_text.locale()).isEmpty());
    }

    void aRowStaysTheSameRow()
    {
        OutgoingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setItems({item(1), item(2), item(3)});
        QCOMPARE(model.rowCount(), 3);
        inserted.clear();
        model.setItems({item(1), item(2, "Sending now"), item(3)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
        model.setItems({item(3), item(1), item(2, "Sending now")}); // it needs the person now
        QCOMPARE(model.items().first().number, 3);
        model.setItems({item(3), item(2, "Sending now")});
        QCOMPARE(removed.count(), 1);
        model.setItems({item(4), item(3), item(2, "Sending now")});
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(changed.count(), 1);
        model.setItems({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(reset.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestOutgoingWords)
#include "tst_outgoing.moc"
