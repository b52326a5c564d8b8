// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FormBench.h"
#include "care/CheckIn.h"
#include "care/SkillPicker.h"

#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

/// The fourteen days at the end of the check-in, whatever else was answered in them.
class TestCheckInLine final : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FormBench> m_bench;
    const QDate m_today{2026, 11, 18};
    int m_count = 0;

    CheckInDoneView &view() { return m_bench->checkInDone; }

    /// Answers that the clinic has.
    void put(const QString &questionnaire, int daysAgo, const QByteArray &items)
    {
        const QDate day = m_today.addDays(-daysAgo);
        const QString id = u"r%1"_s.arg(++m_count);
        const QByteArray json = "{'resourceType':'QuestionnaireResponse','id':'" + id.toUtf8()
            + "','status':'completed','questionnaire':'" + questionnaire.toUtf8() + "','authored':'"
            + day.toString(Qt::ISODate).toUtf8() + "T08:00:00-05:00','subject':{'reference':'Patient/"
            + m_bench->account.identity()->patientId.toUtf8() + "'},'item':[" + items + "]}";
        const QDateTime changed(day, QTime(13, 0).addSecs(m_count), QTimeZone::utc());
        QVERIFY(m_bench->account.records()->store().putRecords(
            {{u"QuestionnaireResponse"_s, id, u"1"_s, changed, day, QByteArray(json).replace('\'', '"')}}));
    }
    void checkIn(int daysAgo, int craving, const QByteArray &mood, const QString &version = u"1.0.0"_s)
    {
        put(dailyCheckInUrl() + u'|' + version, daysAgo,
            "{'linkId':'craving','answer':[{'valueInteger':" + QByteArray::number(craving)
                + "}]},{'linkId':'mood','answer':[{'valueCoding':{'code':'" + mood + "'}}]}");
    }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<test::FormBench>();
        m_bench->clock.setZone("America/New_York");
        m_count = 0;
    }

    void lessonsHideNoDay()
    {
        for (int ago = 13; ago >= 0; --ago) {
            checkIn(ago, ago >= 7 ? 8 : 3, "okay");
            for (int i = 0; i < 3; ++i)
                put(moduleDoneUrl() + u"|1.0.0"_s, ago, {});
        }
        view().setShown(true);
        QCOMPARE(view().craving().size(), 14);
        for (int i = 0; i < 14; ++i)
            QCOMPARE(view().craving().at(i), QVariant(i < 7 ? 8.0 : 3.0));
        QCOMPARE(view().trendText(), u"Urges are easing"_s);
    }

    /// A face stands where it stood on the scale that it was chosen from.
    void eachDayHasTheFacesOfItsForm()
    {
        QVERIFY(
            m_bench->putForm("daily",
                             "'url':'" + dailyCheckInUrl().toUtf8()
                                 + "','version':'2.0.0','status':'active','item':[{'linkId':'mood','text':'Mood','type':'choice',"
                                   "'answerOption':[{'valueCoding':{'code':'rough'}},{'valueCoding':{'code':'fine'}},"
                                   "{'valueCoding':{'code':'okay'}}]}]"));
        checkIn(2, 5, "okay");
        checkIn(1, 5, "low");
        checkIn(0, 5, "okay", u"2.0.0"_s);
        view().setShown(true);
        QCOMPARE(view().mood().mid(11), (QVariantList{5.0, 2.5, 10.0}));
    }

    /// The clinic's next version comes on the day on which the one before it was answered.
    void theEndIsOfWhatWasAsked_data()
    {
        QTest::addColumn<QByteArray>("nextId");
        QTest::addColumn<bool>("isHere");
        QTest::newRow("both are here") << QByteArray("next") << true;
        QTest::newRow("the first is gone") << QByteArray("daily") << false;
    }
    void theEndIsOfWhatWasAsked()
    {
        QFETCH(QByteArray, nextId);
        QFETCH(bool, isHere);
        const auto version = [](const QByteArray &number, const QByteArray &items) -> QByteArray {
            return "'url':'" + dailyCheckInUrl().toUtf8() + "','version':'" + number + "','status':'active','item':[" + items + ']';
        };
        QVERIFY(m_bench->putForm(
            "daily",
            version("2.0.0",
                    "{'linkId':'dark','text':'Do dark thoughts come?','type':'choice','code':[{'system':"
                    "'https://handrail.example/fhir/CodeSystem/question','code':'safety'}],'answerOption':[{'valueCoding':"
                    "{'code':'no','display':'No'}},{'valueCoding':{'code':'rather-not-say','display':'Not today'}}]}")));
        put(dailyCheckInUrl() + u"|2.0.0"_s, 0, "{'linkId':'dark','answer':[{'valueCoding':{'code':'rather-not-say'}}]}");
        QVERIFY(m_bench->putForm(nextId, version("3.0.0", "{'linkId':'out','text':'Did you go outside?','type':'string'}")));
        view().setShown(true);
        QStringList said;
        for (const QVariant &row : view().summary())
            said << QString(row.toMap().value(u"label"_s).toString() + u": "_s + row.toMap().value(u"value"_s).toString());
        QCOMPARE(said, isHere ? QStringList{u"Do dark thoughts come?: Not today"_s} : QStringList());
        QCOMPARE(view().summaryNotice().isEmpty(), isHere);
        QCOMPARE(view().isHelpLinked(), isHere);
    }

    /// So are the skills that fit now.
    void whatFitsNowIsOfWhatWasAsked()
    {
        const QByteArray begin = "'url':'" + dailyCheckInUrl().toUtf8() + "','status':'active','version':'";
        QVERIFY(m_bench->putForm("daily",
                                 begin
                                     + "2.0.0','item':[{'linkId':'dark','text':'Do dark thoughts come?','type':'choice','code':[{"
                                       "'system':'https://handrail.example/fhir/CodeSystem/question','code':'safety'}],"
                                       "'answerOption':[{'valueCoding':{'code':'no'}},{'valueCoding':{'code':'yes'}}]}]"));
        put(dailyCheckInUrl() + u"|2.0.0"_s, 0, "{'linkId':'dark','answer':[{'valueCoding':{'code':'yes'}}]}");
        QVERIFY(m_bench->putForm("next", begin + "3.0.0','item':[{'linkId':'out','text':'Did you go outside?','type':'string'}]"));
        const Pick plan{u"my-safety-plan"_s, PickReason::HardMoment};
        QVERIFY(picksNow(*m_bench->account.records(), m_bench->clock, {plan.skill, u"mindful-minute"_s}).contains(plan));
    }
};

QTEST_MAIN(TestCheckInLine)
#include "tst_checkin_line.moc"
