// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "InviteBench.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

/// What is signed is what was read, and not long ago: where a session moves meanwhile, or the answer comes late.
class InviteSignedTest final : public QObject, private InviteBench
{
    Q_OBJECT

    int m_version = 0;

    /// A family session of an hour, from 6 pm in New York on.
    void putSession(const QString &day)
    {
        const QJsonObject actor{{u"reference"_s, u"Patient/p1"_s}};
        const QJsonObject session{{u"resourceType"_s, u"Appointment"_s},
                                  {u"id"_s, u"a1"_s},
                                  {u"status"_s, u"booked"_s},
                                  {u"start"_s, QString(day + u"T23:00:00Z")},
                                  {u"end"_s, QString(day + u"T23:50:00Z")},
                                  {u"participant"_s, QJsonArray{QJsonObject{{u"status"_s, u"accepted"_s}, {u"actor"_s, actor}}}}};
        QVERIFY(m_account->records()->store().putRecords(
            {{u"Appointment"_s, u"a1"_s, QString::number(++m_version), m_clock.nowUtc().addSecs(m_version),
              QDate::fromString(day, Qt::ISODate), QJsonDocument(session).toJson(QJsonDocument::Compact)}}));
    }
    QString rows() const
    {
        QStringList values;
        for (const QVariant &row : m_invite->consentRows())
            values << row.toMap().value(u"value"_s).toString();
        return values.join(u'\n');
    }
    /// Signed, and the answer was lost.
    void signAndLose()
    {
        FakeReply reset;
        reset.isReset = true;
        m_server->once("POST", m_path, reset);
        write();
        m_invite->agree(u"Maya Bell"_s);
        QTRY_COMPARE(m_invite->state(), InviteView::Unanswered);
        m_invite->close();
    }

private Q_SLOTS:
    void init() { beginInviting(); }
    void cleanup() { endInviting(); }

    /// While the page is open: its time is read before it is signed, and the day after it is another.
    void aSessionThatMoves()
    {
        m_server->route("POST", m_path, opened());
        putSession(u"2026-11-24"_s);
        write(u"a1"_s);
        QVERIFY2(rows().contains(u"November 24") && rows().contains(u"November 25, 2026"), qPrintable(rows()));
        putSession(u"2026-12-01"_s);
        m_invite->agree(u"Maya Bell"_s);
        QCOMPARE(m_invite->state(), InviteView::Permission);
        QCOMPARE(m_invite->problemText(), u"Something changed. Please read it again."_s);
        QVERIFY2(rows().contains(u"December 1") && rows().contains(u"December 2, 2026"), qPrintable(rows()));
        QVERIFY2(m_invite->ends().constFirst().contains(u"December 2"), qPrintable(m_invite->ends().join(u'\n')));
        QVERIFY(calls().isEmpty());
        m_invite->agree(u"Maya Bell"_s);
        QTRY_COMPARE(m_invite->state(), InviteView::Code);
        QCOMPARE(parameters(calls().first()).value("until"_L1).toString(), u"2026-12-02"_s);
        const QJsonValue attached = parameters(calls().first()).value("consent"_L1);
        const QByteArray text = QByteArray::fromBase64(attached["data"_L1].toString().toLatin1());
        QVERIFY2(text.contains("December 1") && !text.contains("November 24"), text.constData());
    }

    /// Another end that was chosen stays, whenever the session is.
    void anEndOfItsOwn()
    {
        putSession(u"2026-11-24"_s);
        m_invite->open(u"a1"_s);
        m_invite->setName(u"Rosa Bell"_s);
        m_invite->setEnd(1); // 3 months
        m_invite->next();
        putSession(u"2026-12-01"_s);
        m_invite->agree(u"Maya Bell"_s);
        QCOMPARE(m_invite->state(), InviteView::Permission);
        QVERIFY2(rows().contains(u"December 1") && rows().contains(u"February 18, 2027"), qPrintable(rows()));
    }

    /// It never becomes a permission for all of them.
    void aSessionThatGoes()
    {
        putSession(u"2026-11-24"_s);
        write(u"a1"_s);
        QVERIFY(m_account->records()->store().removeRecord(u"Appointment"_s, u"a1"_s));
        m_invite->agree(u"Maya Bell"_s);
        QCOMPARE(m_invite->state(), InviteView::Refused);
        QCOMPARE(m_invite->problemText(), u"That session is not open any more. Please begin again."_s);
        QVERIFY(calls().isEmpty());
    }

    /// The clinic takes what was signed for seven days: whose network was away for longer signs again, and their clock is not blamed.
    void signedLongAgo_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("signature");
        const QString clock = u"Please check this device’s date and time. Then type your name and sign again."_s;
        QTest::newRow("over a week") << 8 << u"You signed this over a week ago. Please read it and sign again."_s << QString();
        QTest::newRow("a day") << 1 << QString() << clock;
    }
    void signedLongAgo()
    {
        QFETCH(int, days);
        signAndLose();
        m_clock.advance(std::chrono::hours(24 * days));
        m_server->once("POST", m_path, refused("signed"));
        m_server->route("POST", m_path, opened());
        m_invite->open({});
        QCOMPARE(m_invite->state(), InviteView::Unanswered);
        m_invite->retry();
        QTRY_COMPARE(m_invite->state(), InviteView::Permission);
        QTEST(m_invite->problemText(), "problem");
        QTEST(m_invite->signatureError(), "signature");
        QVERIFY(!keptInvite(*m_account->records(), m_clock.nowUtc())->isSigned());
        m_invite->agree(u"Maya Bell"_s);
        QTRY_COMPARE(m_invite->state(), InviteView::Code);
        QVERIFY(m_invite->problemText().isEmpty());
        QCOMPARE(QDateTime::fromString(parameters(calls().last()).value("signed"_L1).toString(), Qt::ISODate).toUTC().date(),
                 m_clock.nowUtc().date());
    }

    /// One that the clinic has is not signed a second time.
    void theClinicHasIt()
    {
        signAndLose();
        m_clock.advance(std::chrono::hours(24 * 8));
        m_server->route("POST", m_path, opened());
        m_invite->open({});
        m_invite->retry();
        QTRY_COMPARE(m_invite->state(), InviteView::Code);
        QCOMPARE(calls().size(), 2);
        QCOMPARE(calls().at(1).body, calls().at(0).body);
    }
};

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    InviteSignedTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_invite_signed.moc"
