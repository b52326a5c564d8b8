// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/records/SessionMove.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
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

/// What becomes of answers when a session moves.
class TestSessionMove : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_GUILESS_MAIN(TestSessionMove)
#include "tst_session_move.moc"
