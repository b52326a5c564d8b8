// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Held.h"
#include "care/HowItWas.h"
#include "fakes/DamagedStore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail;

namespace {

const QDateTime start(QDate(2026, 11, 20), QTime(22, 30), QTimeZone::utc());
const QString family = QStringLiteral("a1");
const QString group = QStringLiteral("a2");

Session session(int minutes = 50)
{
    Session session;
    session.id = family;
    session.start = start;
    session.end = start.addSecs(60 * minutes);
    session.isVideo = true;
    return session;
}

} // namespace

/// The one question after a session: when it is put, and what is kept of it, sealed and for this person alone.
class TestHowItWas final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    StoreKey m_key = StoreKey::generate();
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("store")); }
    [[nodiscard]] QList<JoinedSession> all() { return joinedSessions(*m_records).value_or(QList<JoinedSession>()); }
    void comeAs(Role role)
    {
        Identity identity;
        identity.role = role;
        identity.patientId = QStringLiteral("p1");
        identity.relatedPersonId = role == Role::Relative ? QStringLiteral("r1") : QString();
        m_records = std::make_unique<Records>(*m_store, identity);
    }
    void openAgain()
    {
        m_records.reset();
        m_store.reset();
        m_store = Store::open(path(), m_key).value();
        comeAs(Role::Patient);
    }
    void put(const QString &id)
    {
        const QByteArray json = "{\"resourceType\":\"Appointment\",\"id\":\"" + id.toLatin1()
            + "\",\"status\":\"booked\",\"start\":\"2026-11-20T22:30:00Z\",\"participant\":[{\"actor\":{\"reference\":\"Patient/"
              "p1\"},"
              "\"status\":\"accepted\"}]}";
        QVERIFY(m_store->putRecords({{QStringLiteral("Appointment"), id, QStringLiteral("1"), start, start.date(), json}}));
    }

private Q_SLOTS:
    void init()
    {
        QFile::remove(path());
        m_store = Store::create(path(), m_key).value();
        comeAs(Role::Patient);
    }
    void cleanup()
    {
        m_records.reset();
        m_store.reset();
    }

    void itOutlivesARestart()
    {
        QVERIFY(noteJoined(*m_records, family, start.addSecs(-60)));
        QVERIFY(noteJoined(*m_records, group, start.addDays(1)));
        QVERIFY(!m_records->holdsOwnThings()); // that somebody joined is no reason to keep a store after a sign-out
        QVERIFY(setHowItWas(*m_records, family, HowItWas::Good));
        QVERIFY(noteAsked(*m_records, group));
        openAgain();
        QCOMPARE(all(),
                 (QList<JoinedSession>{{family, start.addSecs(-60), true, HowItWas::Good}, {group, start.addDays(1), true, {}}}));
        QVERIFY(m_records->holdsOwnThings());
        QCOMPARE(m_records->unsentCount(), 0); // nobody else hears of it
        QCOMPARE(held(*m_records)->sessionsTold, 1);
    }

    void whatWasSaidCanBeTakenBackAndIsNotAskedAgain()
    {
        QVERIFY(noteJoined(*m_records, family, start));
        QVERIFY(setHowItWas(*m_records, family, HowItWas::VeryHard));
        QVERIFY(setHowItWas(*m_records, family, std::nullopt));
        QCOMPARE(all(), (QList<JoinedSession>{{family, start, true, {}}}));
        QVERIFY(noteJoined(*m_records, family, start.addSecs(300))); // once more in
        QCOMPARE(all(), (QList<JoinedSession>{{family, start.addSecs(300), true, {}}}));
        QCOMPARE(held(*m_records)->sessionsTold, 0);
    }

    void aSessionThatWasNotJoinedIsNotKept()
    {
        QVERIFY(noteAsked(*m_records, family));
        QVERIFY(setHowItWas(*m_records, family, HowItWas::Good));
        QVERIFY(all().isEmpty());
        QVERIFY(!noteJoined(*m_records, QString(), start));
        QVERIFY(!noteJoined(*m_records, family, QDateTime()));
        QVERIFY(all().isEmpty());
    }

    void aRelativesGoesWithTheSession()
    {
        comeAs(Role::Relative);
        put(family);
        QVERIFY(noteJoined(*m_records, family, start));
        QVERIFY(noteJoined(*m_records, group, start)); // it is not shared any more
        QVERIFY(setHowItWas(*m_records, family, HowItWas::Hard));
        QVERIFY(setHowItWas(*m_records, group, HowItWas::Good));
        QVERIFY(!m_records->holdsOwnThings());
        QVERIFY(forgetUnshared(*m_records));
        QCOMPARE(all(), (QList<JoinedSession>{{family, start, true, HowItWas::Hard}}));
        QVERIFY(m_store->removeRecord(QStringLiteral("Appointment"), family));
        QVERIFY(forgetUnshared(*m_records));
        QVERIFY(all().isEmpty());
        QVERIFY(m_store->valueNames(QStringLiteral("of-sessions/"))->names.isEmpty());
    }

    void aPatientsOutlivesTheSession()
    {
        QVERIFY(noteJoined(*m_records, family, start));
        QVERIFY(setHowItWas(*m_records, family, HowItWas::Hard));
        QVERIFY(forgetUnshared(*m_records));
        QCOMPARE(all().size(), 1);
    }

    void whatIsNotOursIsLeftOut()
    {
        QVERIFY(m_store->setValue(QStringLiteral("of-sessions/how-it-was"),
                                  "[5,{\"session\":\"\",\"joined\":\"2026-11-20T22:30:00Z\"},{\"session\":\"a1\",\"joined\":\"x\"},"
                                  "{\"session\":\"a2\",\"joined\":\"2026-11-20T22:30:00Z\",\"howItWas\":\"awful\"}]"));
        QCOMPARE(all(), (QList<JoinedSession>{{group, start, false, {}}}));
    }

    void whatFailsItsSealIsBegunAnew()
    {
        QVERIFY(noteJoined(*m_records, family, start));
        m_records.reset();
        m_store.reset();
        {
            DamagedStore file(path());
            QVERIFY(file.flip(file.values().constLast()));
        }
        m_store = Store::open(path(), m_key).value();
        comeAs(Role::Patient);
        QVERIFY(joinedSessions(*m_records) && all().isEmpty());
        QVERIFY(noteJoined(*m_records, group, start));
        QCOMPARE(all().size(), 1);
    }

    void theOldestGoFirst()
    {
        QByteArray many;
        for (int i = 0; i < 1002; ++i)
            many += (many.isEmpty() ? "[" : ",") + QByteArray("{\"session\":\"") + QByteArray::number(i)
                + "\",\"joined\":\"2026-11-20T22:30:00Z\"}";
        QVERIFY(m_store->setValue(QStringLiteral("of-sessions/how-it-was"), QByteArray(many + "]")));
        QVERIFY(noteJoined(*m_records, family, start));
        QCOMPARE(all().size(), 1000);
        QCOMPARE(all().first().id, QStringLiteral("3"));
        QCOMPARE(all().last().id, family);
    }

    void whenItIsAsked_data()
    {
        QTest::addColumn<int>("joined"); // minutes after the start, as the next
        QTest::addColumn<int>("now");
        QTest::addColumn<bool>("isLeavingAsked");
        QTest::addColumn<bool>("isLaterAsked");
        QTest::newRow("before the start") << -9 << -1 << false << false;
        QTest::newRow("nine minutes in") << -9 << 9 << false << false;
        QTest::newRow("ten minutes in") << -9 << 10 << true << false;
        QTest::newRow("late, and out at once") << 30 << 39 << false << false;
        QTest::newRow("late, and out after a while") << 30 << 40 << true << false;
        QTest::newRow("late, and it ends") << 45 << 50 << true << true;
        QTest::newRow("at its end") << -9 << 50 << true << true;
        QTest::newRow("the next day, just") << -9 << 50 + 24 * 60 - 1 << true << true;
        QTest::newRow("a day later") << -9 << 50 + 24 * 60 << false << false;
        QTest::newRow("it was moved after they were in") << -61 << 60 << false << false;
        QTest::newRow("they came after its end") << 50 << 60 << false << false;
    }
    void whenItIsAsked()
    {
        QFETCH(int, joined);
        QFETCH(int, now);
        QFETCH(bool, isLeavingAsked);
        QFETCH(bool, isLaterAsked);
        const JoinedSession one{family, start.addSecs(60 * joined), false, {}};
        const QDateTime then = start.addSecs(60 * now);
        QCOMPARE(isHowItWasDue(one, session(), then, AskedWhen::Leaving), isLeavingAsked);
        QCOMPARE(isHowItWasDue(one, session(), then, AskedWhen::Later), isLaterAsked);
    }

    void neverTwiceAndNotOfWhatDidNotHappen()
    {
        const QDateTime after = start.addSecs(3600);
        JoinedSession one{family, start, false, {}};
        QVERIFY(isHowItWasDue(one, session(), after, AskedWhen::Later));
        Session other = session();
        other.status = SessionStatus::Cancelled;
        QVERIFY(!isHowItWasDue(one, other, after, AskedWhen::Later));
        other.status = SessionStatus::NotAttended;
        QVERIFY(!isHowItWasDue(one, other, after, AskedWhen::Later));
        other.status = SessionStatus::Attended;
        QVERIFY(isHowItWasDue(one, other, after, AskedWhen::Later));
        other.id = group;
        QVERIFY(!isHowItWasDue(one, other, after, AskedWhen::Later));
        other = session();
        other.start = {};
        QVERIFY(!isHowItWasDue(one, other, after, AskedWhen::Later));
        one.isAsked = true;
        QVERIFY(!isHowItWasDue(one, session(), after, AskedWhen::Later));
        one.isAsked = false;
        one.was = HowItWas::Okay;
        QVERIFY(!isHowItWasDue(one, session(), after, AskedWhen::Leaving));
    }
};

QTEST_GUILESS_MAIN(TestHowItWas)
#include "tst_how_it_was.moc"
