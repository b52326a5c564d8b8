// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/News.h"

#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 18), QTime(15, 0), QTimeZone::utc());

Session session(const QString &id, const QDateTime &start, SessionStatus status = SessionStatus::Booked)
{
    Session one;
    one.id = id;
    one.start = start;
    one.status = status;
    one.zone = QTimeZone("America/New_York");
    return one;
}

WrittenMessage request(MessageKind kind, bool isSeen)
{
    WrittenMessage one;
    one.id = u"m"_s;
    one.kind = kind;
    one.isMine = true;
    one.seenAt = isSeen ? now : QDateTime();
    return one;
}

} // namespace

/// What the clinic changed since somebody was told.
class TestNews final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTimeThatChanged()
    {
        const QDateTime at = now.addDays(2);
        const KnownThings known = knownThings({session(u"a"_s, at), session(u"b"_s, at)}, {}, now);
        QVERIFY(newsSince(known, {session(u"a"_s, at), session(u"b"_s, at)}, {}, now).isEmpty());
        const QList<News> moved = newsSince(known, {session(u"a"_s, at.addSecs(1800)), session(u"b"_s, at)}, {}, now);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved.first().start, at.addSecs(1800));
        QCOMPARE(moved.first().zone, QTimeZone("America/New_York"));
        const QList<News> gone = newsSince(known, {session(u"a"_s, at, SessionStatus::Cancelled)}, {}, now);
        QVERIFY(gone.size() == 1 && !gone.first().start.isValid());
        const QList<News> both = newsSince(known, {session(u"a"_s, at.addSecs(60)), session(u"b"_s, at.addSecs(60))}, {}, now);
        QVERIFY(both.size() == 1 && !both.first().start.isValid());
    }

    void whatIsNoChange()
    {
        const QDateTime at = now.addDays(2);
        const KnownThings known = knownThings({session(u"a"_s, at), session(u"past"_s, now.addSecs(-60))}, {}, now);
        QVERIFY(newsSince(known, {session(u"a"_s, at), session(u"new"_s, at)}, {}, now).isEmpty());
        QVERIFY(newsSince(known, {session(u"a"_s, at), session(u"past"_s, now.addSecs(600))}, {}, now).isEmpty());
        QVERIFY(newsSince(known, {session(u"a"_s, at, SessionStatus::Attended)}, {}, now).isEmpty());
        QVERIFY(newsSince(known, {session(u"a"_s, QDateTime())}, {}, now).isEmpty());
        // Both times are over: it is of no use to anybody.
        QVERIFY(newsSince(known, {session(u"a"_s, at.addSecs(60))}, {}, at.addDays(1)).isEmpty());
        // Forward to yesterday would be missed: that is told.
        QCOMPARE(newsSince(known, {session(u"a"_s, now.addSecs(-3600))}, {}, now).size(), 1);
    }

    void whatIsNotThereAnyMore()
    {
        const QDateTime at = now.addDays(2);
        const KnownThings known = knownThings({session(u"a"_s, at), session(u"x"_s, at, SessionStatus::Cancelled)}, {}, now);
        const QList<News> gone = newsSince(known, {}, {}, now);
        QVERIFY(gone.size() == 1 && gone.first().kind == News::Kind::Changed && !gone.first().start.isValid());
        QVERIFY(newsSince(known, {}, {}, at.addSecs(60)).isEmpty()); // it would be over
    }

    void anAnswer()
    {
        const KnownThings known = knownThings({}, {request(MessageKind::Ride, false)}, now);
        QCOMPARE(newsSince(known, {}, {request(MessageKind::Ride, true)}, now).size(), 1);
        QVERIFY(newsSince(known, {}, {request(MessageKind::Message, true)}, now).isEmpty());
        QVERIFY(newsSince(known, {}, {request(MessageKind::Worksheet, true)}, now).isEmpty());
        QVERIFY(newsSince(knownThings({}, {request(MessageKind::Ride, true)}, now), {}, {request(MessageKind::Ride, true)}, now)
                    .isEmpty());
    }

    void whatIsKeptNamesNothing()
    {
        const KnownThings known =
            knownThings({session(u"family-session-1"_s, now.addDays(1))}, {request(MessageKind::Ride, true)}, now);
        const QByteArray kept = writeKnownThings(known);
        QVERIFY(!kept.contains("family"));
        QCOMPARE(readKnownThings(kept), known);
        for (const char *bad : {"", "[]", "7", "<html>"})
            QVERIFY(!readKnownThings(bad));
        QCOMPARE(readKnownThings("{\"sessions\":7,\"answered\":{}}"), KnownThings());
    }
};

QTEST_GUILESS_MAIN(TestNews)
#include "tst_news.moc"
