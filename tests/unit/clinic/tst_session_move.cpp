// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/records/Importer.h"
#include "clinic/records/PatientStanding.h"
#include "clinic/records/SessionMove.h"
#include "fakes/FakeClock.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace handrail;
using namespace handrail::clinic;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString monday = u"2026-03-09T18:00:00Z"_s;
const QString tuesday = u"2026-03-10T18:00:00Z"_s;

/// What one patient and one who leads said of it.
QJsonObject session(const QString &start, const QString &patient, const QString &status = u"booked"_s)
{
    const auto person = [](const QString &who, const QString &said) {
        return QJsonObject{{u"actor"_s, QJsonObject{{u"reference"_s, who}}}, {u"status"_s, said}};
    };
    const QString end = QDateTime::fromString(start, Qt::ISODate).addSecs(3600).toUTC().toString(Qt::ISODate);
    return {{u"resourceType"_s, u"Appointment"_s},
            {u"id"_s, u"s"_s},
            {u"status"_s, status},
            {u"start"_s, start},
            {u"end"_s, end},
            {u"participant"_s, QJsonArray{person(u"Patient/a"_s, patient), person(u"Practitioner/d"_s, u"accepted"_s)}}};
}

QString said(const QJsonObject &appointment)
{
    return appointment["participant"_L1][0]["status"_L1].toString();
}

} // namespace

/// What becomes of answers when a session moves, by whichever way.
class TestSessionMove : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock.setWallClock(QDateTime(QDate(2026, 3, 8), QTime(12, 0), Qt::UTC));
        m_database = std::make_unique<Database>(u":memory:"_s);
        m_records = std::make_unique<Records>(*m_database, m_types, m_clock);
        QVERIFY(m_database->open() && m_records->open());
        QVERIFY(import({{u"resourceType"_s, u"Patient"_s}, {u"id"_s, u"a"_s}}));
        QVERIFY(import({{u"resourceType"_s, u"Practitioner"_s}, {u"id"_s, u"d"_s}}));
    }

    void whoIsAskedAnew_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("now"); ///< the day before, unless it says another
        QTest::addColumn<QString>("patient");
        QTest::addColumn<QString>("noted");
        const QString none, before = u"2026-03-08T12:00:00Z"_s, declined = u"declined"_s, asked = u"needs-action"_s;
        QTest::newRow("ahead") << tuesday << u"booked"_s << before << asked << monday;
        QTest::newRow("cancelled, and may be booked again") << tuesday << u"cancelled"_s << before << asked << monday;
        QTest::newRow("over by its status") << tuesday << u"fulfilled"_s << before << declined << monday;
        QTest::newRow("over by its start") << tuesday << u"booked"_s << u"2026-03-10T18:00:00Z"_s << declined << monday;
        QTest::newRow("not by a part of a second") << u"2026-03-09T18:00:00.500Z"_s << u"booked"_s << before << declined << none;
        QTest::newRow("nor by another way to say it")
            << u"2026-03-09T14:00:00-04:00"_s << u"booked"_s << before << declined << none;
    }
    void whoIsAskedAnew()
    {
        QFETCH(const QString, start);
        QFETCH(const QString, status);
        QFETCH(const QString, now);
        QFETCH(const QString, patient);
        QFETCH(const QString, noted);
        QJsonObject moved = session(start, u"declined"_s, status);
        noteMove(moved, session(monday, u"declined"_s), QDateTime::fromString(now, Qt::ISODate).toMSecsSinceEpoch());
        QCOMPARE(said(moved), patient);
        QCOMPARE(moved["participant"_L1][1]["status"_L1].toString(), u"accepted"_s);
        QCOMPARE(previousStart(moved), noted);
    }

    // A file of sessions is one way to move them; and it can come each night.
    void anImportMovesASession()
    {
        QVERIFY(import(session(monday, u"declined"_s)));
        QVERIFY(import(session(monday, u"declined"_s)));
        QCOMPARE(version(), 1);
        QVERIFY(import(session(tuesday, u"declined"_s)));
        QCOMPARE(said(stored()), u"needs-action"_s);
        QCOMPARE(previousStart(stored()), monday);
        QCOMPARE(version(), 2);
        // What it says of before the move is no answer to it.
        QVERIFY(import(session(tuesday, u"declined"_s)));
        QCOMPARE(version(), 2);
        // What is given out can be taken in again.
        QBuffer out;
        QVERIFY(out.open(QIODevice::ReadWrite) && Importer(*m_records).exportTo(out, {}, "https://clinic.example/fhir/R4"));
        QVERIFY(out.seek(0) && Importer(*m_records).importFrom(out));
        QCOMPARE(version(), 2);
        // Another word is one.
        QVERIFY(import(session(tuesday, u"accepted"_s)));
        QCOMPARE(said(stored()), u"accepted"_s);
        QCOMPARE(previousStart(stored()), monday);
        QVERIFY(import(session(tuesday, u"declined"_s)));
        QCOMPARE(said(stored()), u"declined"_s);
    }

private:
    bool import(const QJsonObject &json)
    {
        return Importer(*m_records).importResources({QJsonDocument(json).toJson(QJsonDocument::Compact)}).has_value();
    }
    QJsonObject stored() { return currentRecord(*m_records, u"Appointment"_s, u"s"_s); }
    int version() { return int(m_records->read(u"Appointment"_s, u"s"_s)->version); }

    TypeTable m_types;
    FakeClock m_clock;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Records> m_records;
};

QTEST_GUILESS_MAIN(TestSessionMove)
#include "tst_session_move.moc"
