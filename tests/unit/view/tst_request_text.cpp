// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeClock.h"
#include "view/RequestText.h"
#include "view/SessionItem.h"

#include <QTest>

using namespace handrail;

namespace {

const QDateTime start(QDate(2026, 11, 18), QTime(23, 0), QTimeZone::utc()); // Wednesday, 6 pm in New York

Session eveningGroup()
{
    Session session;
    session.id = QStringLiteral("s1");
    session.kind = SessionKind::Group;
    session.start = start;
    session.end = start.addSecs(3 * 3600);
    session.zone = QTimeZone("America/New_York");
    return session;
}

QString plain(QString text)
{
    return text.replace(QChar(QChar::Nbsp), u' ');
}

} // namespace

/// What was told and asked of a session, and of which of its times.
class TestRequestText final : public QObject
{
    Q_OBJECT

    const TimeText m_text{QLocale(QStringLiteral("en_US"))};

private Q_SLOTS:
    // What was said of a session can be said again once it was looked at, or is about something else by now.
    void whatCanBeSaidAgain()
    {
        Session session = eveningGroup();
        session.changedAt = start.addDays(1);
        Message said;
        said.sent = start.addDays(2);
        QVERIFY(canSayAgain(nullptr, session));
        for (const OutboxState waits : {OutboxState::Queued, OutboxState::Sending, OutboxState::Done}) {
            said.state = waits;
            QVERIFY(!canSayAgain(&said, session));
        }
        said.seenAt = start.addDays(3); // whatever came of it
        QVERIFY(canSayAgain(&said, session));
        said.seenAt = {};
        session.changedAt = start.addDays(3); // the mark is another one
        QVERIFY(canSayAgain(&said, session));
        said.state = OutboxState::Queued; // it will be sent first
        QVERIFY(!canSayAgain(&said, session));
        said.state = OutboxState::Rejected;
        QVERIFY(canSayAgain(&said, session));
    }

    // A ride to one time is none to another, however far the request came.
    void whatWasAskedForAnotherTime()
    {
        Session session = eveningGroup();
        const FakeClock clock(session.start.addDays(-3));
        Message ride;
        ride.kind = MessageKind::Ride;
        ride.sent = session.start.addDays(-4);
        ride.seenAt = session.start.addDays(-4);
        ride.state = OutboxState::Done;
        const auto said = [&] { return requestLine(ride, session, m_text, clock); };
        // One that names no time goes by what the clinic says of the move, and when.
        QCOMPARE(said().text, QStringLiteral("Your clinic has seen it."));
        session.previousStart = session.start.addDays(-1);
        session.changedAt = ride.sent.addDays(-1); // asked for after the move
        QCOMPARE(said().way, RequestLine::Way::Seen);
        QCOMPARE(said().text, QStringLiteral("Your clinic has seen it."));
        // Or before it: since then the record was changed, by the move or for any other reason.
        session.changedAt = ride.sent.addSecs(1);
        QCOMPARE(said().text,
                 QStringLiteral("Your clinic has seen it. This session was moved. Check that your ride is for the new time."));
        QCOMPARE(said().way, RequestLine::Way::Seen);
        QVERIFY(canSayAgain(&ride, session));
        ride.kind = MessageKind::Swap;
        QCOMPARE(said().text, QStringLiteral("Your clinic has seen it. This session was moved."));
        ride.state = OutboxState::Rejected;
        QCOMPARE(said().text, QStringLiteral("Your clinic could not take it. Please call."));
        ride.kind = MessageKind::Ride;
        ride.state = OutboxState::Done;
        // One that names its time goes by that alone.
        ride.aboutStart = session.start.addMSecs(400);
        QCOMPARE(said().way, RequestLine::Way::Seen);
        ride.aboutStart = session.start.addDays(-1);
        QCOMPARE(
            plain(said().text),
            QStringLiteral("That was for Tuesday, November 17, 6:00 pm. This session has moved. If you still need it, ask again."));
        QCOMPARE(said().title, QStringLiteral("You asked for a ride"));
        // Waiting here still, it keeps nobody from asking for the new time.
        ride.state = OutboxState::Queued;
        ride.seenAt = {};
        QVERIFY(canSayAgain(&ride, session));
        // And that it did not get out stays said, with the call.
        const QString moved =
            QStringLiteral("That was for Tuesday, November 17, 6:00 pm. This session has moved. If you still need it, ask again.");
        QCOMPARE(plain(said().text), QString(QStringLiteral("Saved here. Not sent yet. ") + moved));
        QVERIFY(said().isCallBetter(session.start));
        ride.state = OutboxState::Rejected;
        QCOMPARE(plain(said().text), QString(QStringLiteral("Your clinic could not take it. Please call. ") + moved));
        QVERIFY(said().isCallBetter(session.start));
        ride.state = OutboxState::Done;
        QCOMPARE(plain(said().text), moved);
        QVERIFY(!said().isCallBetter(session.start));
        ride.state = OutboxState::Queued;
        ride.aboutStart = session.start;
        session.changedAt = {};
        QVERIFY(!canSayAgain(&ride, session));
        // Of one that is off there is no new time.
        ride.aboutStart = session.start.addDays(-1);
        session.status = SessionStatus::Cancelled;
        QCOMPARE(said().way, RequestLine::Way::Saved);
    }

    void whatWasSaidOfTheTimeBeforeAMove()
    {
        Session session = eveningGroup();
        session.isAsked = true;
        session.previousStart = start.addDays(-1);
        ComingSaid said;
        said.coming = Coming::Declined;
        said.way = ComingSaid::Way::Saved;
        said.saidAt = start.addDays(-2);
        said.start = session.previousStart;
        session.saidBefore = said;
        const FakeClock clock(start.addDays(-1));
        QVERIFY(sessionItem(session, {}, clock, m_text).isAsked);
        const auto line = comingLine(session, {}, m_text, clock);
        QVERIFY(line);
        QCOMPARE(line->title, QStringLiteral("You told us you can’t come"));
        QCOMPARE(
            plain(line->text),
            QStringLiteral("That was for Tuesday, November 17, 6:00 pm. This session has moved. Can you come at the new time?"));
        QVERIFY(!line->isCallBetter(clock.nowUtc()));
        session.said = said; // and now of the new time
        QVERIFY(comingLine(session, {}, m_text, clock)->text.startsWith(QStringLiteral("Saved here")));
        session.said.reset();
        QVERIFY(!comingLine(session, {}, m_text, FakeClock(start.addDays(1)))); // it is over
    }
};

QTEST_GUILESS_MAIN(TestRequestText)
#include "tst_request_text.moc"
