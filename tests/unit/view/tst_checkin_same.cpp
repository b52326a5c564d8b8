// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FormBench.h"
#include "care/CheckIn.h"
#include "core/Ids.h"

#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

/// Another device ended the day of a check-in that lies here: with the same answers, or with others.
class TestCheckInSame final : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FormBench> m_bench;

    CheckInView &view() { return m_bench->checkIn; }
    FormField *field() { return view().fields()->fields().constFirst(); }
    Records &records() { return *m_bench->account.records(); }
    QString identifier()
    {
        return urn(scheduledId(records().identity().patientId, dailyCheckInUrl(), QDate(2026, 11, 17), u"daily"_s));
    }
    bool putTheirs(const QString &form, const QByteArray &items)
    {
        return m_bench->putAnswers(identifier().section(u':', -1).toLatin1(), form, items);
    }
    bool hasBegun() { return !begunCheckIns(records(), m_bench->clock, *dailyCheckInForm(records())).isEmpty(); }
    /// The person is to choose between both.
    bool isOutrun() { return records().store().outbox().find(identifier()).value().value().state == OutboxState::Rejected; }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<test::FormBench>();
        m_bench->clock.setZone("America/New_York");
        m_bench->clock.setWallClock(QDateTime(QDate(2026, 11, 17), QTime(22, 20), QTimeZone("America/New_York")).toUTC());
    }
    void cleanup() { m_bench.reset(); }

    void theSameChoicesAreNoOtherAnswers_data()
    {
        QTest::addColumn<QByteArray>("theirs"); // codes
        QTest::addColumn<QStringList>("here");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("one") << QByteArray("tired") << QStringList{u"tired"_s} << true;
        QTest::newRow("another one") << QByteArray("lonely") << QStringList{u"tired"_s} << false;
        QTest::newRow("two in another order") << QByteArray("lonely tired") << QStringList{u"tired"_s, u"lonely"_s} << true;
        QTest::newRow("one more here") << QByteArray("tired") << QStringList{u"tired"_s, u"lonely"_s} << false;
    }

    /// A list of one reads as a text without its form, and nobody chooses in an order.
    void theSameChoicesAreNoOtherAnswers()
    {
        QFETCH(QByteArray, theirs);
        QFETCH(QStringList, here);
        QFETCH(bool, isSame);
        view().begin();
        while (field()->linkId() != u"halt"_s)
            view().skip();
        for (const QString &code : here)
            field()->toggle(code);
        QVERIFY(view().next());
        QByteArray chosen;
        for (const QByteArray &code : theirs.split(' '))
            chosen += (chosen.isEmpty() ? "{'valueCoding':{'code':'" : ",{'valueCoding':{'code':'") + code + "'}}";
        QVERIFY(putTheirs(dailyCheckInUrl(), "{'linkId':'halt','answer':[" + chosen + "]}"));
        QCOMPARE(hasBegun(), !isSame);
        while (view().state() == CheckInView::Editing)
            view().skip();
        QCOMPARE(view().state(), CheckInView::Done);
        QCOMPARE(isOutrun(), !isSame);
    }

    void theSameOwnWordsAreNoOtherAnswers_data()
    {
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("the same") << QByteArray("My dog") << true;
        QTest::newRow("others") << QByteArray("My cat") << false;
    }

    /// Own words are none of the options, and read without these they do not say so.
    void theSameOwnWordsAreNoOtherAnswers()
    {
        QFETCH(QByteArray, theirs);
        QFETCH(bool, isSame);
        QVERIFY(m_bench->putForm("daily",
                                 "'url':'" + dailyCheckInUrl().toUtf8()
                                     + "','version':'7','title':'Today','status':'active','item':["
                                       "{'linkId':'helped','text':'What helped?','type':'open-choice',"
                                       "'answerOption':[{'valueString':'A walk'}]},"
                                       "{'linkId':'note','text':'A note','type':'text'}]"));
        view().begin();
        QCOMPARE(field()->linkId(), u"helped"_s);
        field()->writeOwn(u"My dog"_s);
        QVERIFY(view().next());
        QVERIFY(putTheirs(dailyCheckInUrl() + u"|7"_s, "{'linkId':'helped','answer':[{'valueString':'" + theirs + "'}]}"));
        QCOMPARE(hasBegun(), !isSame);
        view().skip();
        QCOMPARE(view().state(), CheckInView::Done);
        QCOMPARE(isOutrun(), !isSame);
    }
};

QTEST_MAIN(TestCheckInSame)
#include "tst_checkin_same.moc"
