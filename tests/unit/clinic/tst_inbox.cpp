// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/Inbox.h"
#include "fakes/FakeClock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>
#include <memory>

using namespace handrail;
using namespace handrail::clinic;
using namespace Qt::Literals::StringLiterals;

/// What staff note of answers to a session, by the versions that are stored: the app goes by which is the later one.
class TestInbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<Database>(u":memory:"_s);
        QVERIFY(m_database->open());
        m_records = std::make_unique<Records>(*m_database, m_types, m_clock);
        QVERIFY(m_records->open());
        write("{'resourceType':'Appointment','id':'s','status':'booked','start':'2026-12-01T18:00:00Z','end':"
              "'2026-12-01T19:00:00Z','participant':[{'actor':{'reference':'Patient/a'},'status':'accepted'},"
              "{'actor':{'reference':'RelatedPerson/r'},'status':'needs-action'}]}");
    }

    void theSessionIsNotedAfterItsAnswer_data()
    {
        QTest::addColumn<bool>("isSeenFirst");
        QTest::newRow("done at once") << false;
        QTest::newRow("seen, then done") << true;
    }
    void theSessionIsNotedAfterItsAnswer()
    {
        QFETCH(const bool, isSeenFirst);
        say("r1", "Patient/a", "declined");
        Inbox inbox(*m_records);
        if (isSeenFirst)
            QVERIFY(inbox.setSeen(u"r1"_s));
        const auto done = inbox.setDone(u"r1"_s, u"dana"_s);
        QVERIFY(done && done->seen && done->done);
        QCOMPARE(done->doneBy, u"dana"_s);
        QCOMPARE(noted(u"Patient/a"_s), u"declined"_s);
        if (!isSeenFirst) // one version has both marks
            QCOMPARE(m_records->read(u"AppointmentResponse"_s, u"r1"_s)->version, 2);
        // With its mark in place of its version (the app's reader) the session is the later one in both orders.
        QVERIFY(*done->seen < m_records->read(u"Appointment"_s, u"s"_s)->updated);
        if (!isSeenFirst)
            QVERIFY(updatedOf(u"AppointmentResponse"_s, u"r1"_s) < updatedOf(u"Appointment"_s, u"s"_s));
    }

    void anOlderNoteDoesNotOutdoWhatWasSaidSince()
    {
        Inbox inbox(*m_records);
        say("r1", "Patient/a", "declined");
        QVERIFY(inbox.setDone(u"r1"_s, {}));
        say("r2", "Patient/a", "accepted"); // they come after all, and nobody has seen it
        say("r3", "RelatedPerson/r", "accepted");
        QVERIFY(inbox.setSeen(u"r3"_s));
        QCOMPARE(noted(u"RelatedPerson/r"_s), u"accepted"_s);
        QCOMPARE(noted(u"Patient/a"_s), u"needs-action"_s);
        const QList<InboxItem> open = inbox.all(true);
        QVERIFY(std::any_of(open.cbegin(), open.cend(), [](const InboxItem &item) { return item.reference.endsWith("/r2"_L1); }));
        QVERIFY(inbox.setDone(u"r2"_s, {}));
        QCOMPARE(noted(u"Patient/a"_s), u"accepted"_s);
        QCOMPARE(noted(u"RelatedPerson/r"_s), u"accepted"_s);
    }

    /// What the clinic itself noted after an answer stays.
    void theClinicsOwnLaterWordStays()
    {
        Inbox inbox(*m_records);
        say("r1", "Patient/a", "accepted");
        write("{'resourceType':'Appointment','id':'s','status':'booked','start':'2026-12-01T18:00:00Z','end':"
              "'2026-12-01T19:00:00Z','participant':[{'actor':{'reference':'Patient/a'},'status':'declined'},"
              "{'actor':{'reference':'RelatedPerson/r'},'status':'needs-action'}]}");
        say("r2", "RelatedPerson/r", "accepted");
        QVERIFY(inbox.setSeen(u"r2"_s));
        QCOMPARE(noted(u"Patient/a"_s), u"declined"_s);
        QCOMPARE(noted(u"RelatedPerson/r"_s), u"accepted"_s);
    }

private:
    [[nodiscard]] qint64 updatedOf(const QString &type, const QString &id) { return m_records->read(type, id)->updated; }
    [[nodiscard]] QString noted(const QString &actor)
    {
        return statusIn(QJsonDocument::fromJson(m_records->read(u"Appointment"_s, u"s"_s)->body).object(), actor);
    }
    void say(const QByteArray &id, const QByteArray &who, const QByteArray &status)
    {
        write("{'resourceType':'AppointmentResponse','id':'" + id
              + "','appointment':{'reference':'Appointment/s'},'actor':{"
                "'reference':'"
              + who + "'},'participantStatus':'" + status + "'}");
    }
    void write(QByteArray text)
    {
        const auto draft = readDraft(text.replace('\'', '"'));
        QVERIFY(draft);
        Transaction transaction(*m_database);
        QVERIFY(m_records->write(draft->json["resourceType"_L1].toString(), draft->json["id"_L1].toString(), *draft));
        QVERIFY(transaction.commit());
    }

    FakeClock m_clock;
    TypeTable m_types;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Records> m_records;
};

QTEST_GUILESS_MAIN(TestInbox)
#include "tst_inbox.moc"
