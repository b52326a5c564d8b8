// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/MessageThread.h"

#include <QTest>

using namespace handrail;

namespace {

const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

Message message(const QString &id, const QDateTime &sent, bool isMine = false)
{
    Message made;
    made.id = id;
    made.sent = sent;
    made.isMine = isMine;
    return made;
}

} // namespace

/// What was read, and what stands in the box.
class TestMessageThread final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;

private Q_SLOTS:
    void init()
    {
        m_store = Store::inMemory().value();
        Identity identity;
        identity.patientId = QStringLiteral("maya");
        m_records = std::make_unique<Records>(*m_store, identity);
    }

    void onANewDeviceWhatWasAnsweredIsRead()
    {
        const QList<Message> thread{message(QStringLiteral("c3"), noon), message(QStringLiteral("c2"), noon.addSecs(-60), true),
                                    message(QStringLiteral("c1"), noon.addSecs(-120))};
        const ReadMarks marks(*m_records, thread, noon);
        QVERIFY(!marks.isRead(thread.at(0)));
        QVERIFY(marks.isRead(thread.at(1)));
        QVERIFY(marks.isRead(thread.at(2)));
        QVERIFY(!ReadMarks(*m_records, {thread.at(0)}, noon).isRead(thread.at(0)));
    }

    void aRequestOfMineIsNoAnswer()
    {
        QList<Message> thread{message(QStringLiteral("c2"), noon, true), message(QStringLiteral("c1"), noon.addSecs(-60))};
        for (const MessageKind kind : {MessageKind::Ride, MessageKind::Refill, MessageKind::Swap, MessageKind::Plan}) {
            thread.first().kind = kind;
            QVERIFY(!ReadMarks(*m_records, thread, noon).isRead(thread.at(1))); // sent from Today, the thread was never open
        }
        thread.first().kind = MessageKind::Message;
        QVERIFY(ReadMarks(*m_records, thread, noon).isRead(thread.at(1)));
    }

    void aDateThatIsStillToComeSilencesNothing()
    {
        const QList<Message> wrong{message(QStringLiteral("c1"), noon.addYears(1))};
        QVERIFY(ReadMarks(*m_records, wrong, noon).setRead(wrong, {}));
        const QDateTime tomorrow = noon.addDays(1);
        const Message next = message(QStringLiteral("c2"), tomorrow);
        QVERIFY(!ReadMarks(*m_records, {next}, tomorrow).isRead(next));
        QVERIFY(ReadMarks(*m_records, wrong, tomorrow).isRead(wrong.first()));
        // What an earlier Handrail kept is mended as it is read.
        QVERIFY(m_store->setValue(QStringLiteral("messages.read"), R"({"upTo":"2028-11-20T12:00:00.000Z","ids":["c1"]})"));
        QVERIFY(!ReadMarks(*m_records, {next}, tomorrow).isRead(next));
    }

    void whatComesLateIsUnread()
    {
        const QList<Message> first{message(QStringLiteral("c2"), noon)};
        QVERIFY(ReadMarks(*m_records, first, noon).setRead(first, {}));
        const Message late = message(QStringLiteral("c1"), noon.addDays(-2)); // written before, arrived after
        const ReadMarks marks(*m_records, {first.first(), late}, noon);
        QVERIFY(marks.isRead(first.first()));
        QVERIFY(!marks.isRead(late));
        QVERIFY(marks.isRead(message(QStringLiteral("c0"), noon.addDays(-61)))); // nothing is on its way that long
    }

    void announcementsToo()
    {
        Announcement word;
        word.id = QStringLiteral("n1");
        QVERIFY(!ReadMarks(*m_records, {}, noon).isRead(word));
        QVERIFY(ReadMarks(*m_records, {}, noon).setRead({}, {word}));
        QVERIFY(ReadMarks(*m_records, {}, noon).isRead(word));
    }

    void whatStandsInTheBoxIsKept()
    {
        QCOMPARE(begunMessage(*m_records), BegunMessage());
        const BegunMessage much{MessageKind::Letter, QString(1'000'000, u'a'), {}};
        QVERIFY(keepBegunMessage(*m_records, much));
        QCOMPARE(begunMessage(*m_records), much);
        QVERIFY(
            keepBegunAbout(*m_records, MessageKind::Medicine, QStringLiteral("MedicationRequest/a"), QStringLiteral("About A")));
        QCOMPARE(begunAbout(*m_records, MessageKind::Medicine, QStringLiteral("MedicationRequest/a")), QStringLiteral("About A"));
        QVERIFY(begunAbout(*m_records, MessageKind::Medicine, QStringLiteral("MedicationRequest/b")).isEmpty());
        QVERIFY(begunAbout(*m_records, MessageKind::Plan, QStringLiteral("MedicationRequest/a")).isEmpty());
        QVERIFY(keepBegunAbout(*m_records, MessageKind::Medicine, QStringLiteral("MedicationRequest/a"), {}));
        QVERIFY(begunAbout(*m_records, MessageKind::Medicine, QStringLiteral("MedicationRequest/a")).isEmpty());
        QCOMPARE(begunMessage(*m_records), much);
        QVERIFY(keepBegunMessage(*m_records, {}));
        QCOMPARE(begunMessage(*m_records), BegunMessage());
        QVERIFY(m_store->setValue(QStringLiteral("draft/message"), "no json"));
        QCOMPARE(begunMessage(*m_records), BegunMessage());
    }

    void whatIsOnItsWayStandsInTheBoxNoMore()
    {
        const BegunMessage begun{MessageKind::Ride, QStringLiteral("A ride on Monday"), QStringLiteral("urn:uuid:r1")};
        QVERIFY(keepBegunMessage(*m_records, begun));
        QCOMPARE(begunMessage(*m_records), begun);
        const Result<QString> queued = m_records->queueMessage({begun.kind, begun.text, {}, begun.identifier}, noon);
        QVERIFY(queued);
        QCOMPARE(*queued, begun.identifier);
        QCOMPARE(begunMessage(*m_records), BegunMessage()); // the app ended here
        QCOMPARE(m_records->messages(10).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestMessageThread)
#include "tst_message_thread.moc"
