// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/OneDevice.h"
#include "view/FamilyView.h"
#include "view/HowWasItView.h"
#include "view/MinuteTimer.h"
#include "view/ScheduleView.h"
#include "view/TodayView.h"

#include <QGuiApplication>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()); // 3:20 pm in New York

QString plain(QString text)
{
    return text.replace(QChar(QChar::Nbsp), u' ');
}

} // namespace

/// What is said of the next session, and of the days to come, is true however far away they are.
class TestNextKnown final : public QObject, OneDevice
{
    Q_OBJECT

    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MinuteTimer> m_minute;
    int m_version = 0;

    void comeIn(const QString &fhirUser)
    {
        m_server->setPerson({u"sub-1"_s, fhirUser, u"p1"_s});
        m_preferences = std::make_unique<Preferences>(QString());
        m_preferences->setLanguage(u"en"_s);
        m_minute = std::make_unique<MinuteTimer>(m_clock);
        signIn();
        (void)m_server->takeComplaints();
    }
    void put(const QString &type, const QString &id, const QDate &day, QByteArray json)
    {
        QVERIFY(m_account->records()->store().putRecords(
            {{type, id, QString::number(++m_version), m_clock.nowUtc(), day, json.replace('\'', '"')}}));
    }
    void putSession(const QByteArray &id, const QDateTime &start, const QByteArray &more)
    {
        put(u"Appointment"_s, QString::fromLatin1(id), start.date(),
            "{'resourceType':'Appointment','id':'" + id + "','status':'booked','start':'" + start.toString(Qt::ISODate).toLatin1()
                + "','end':'" + start.addSecs(3600).toString(Qt::ISODate).toLatin1() + "'," + more + '}');
    }
    void putNamed(const QByteArray &id, const QDateTime &start)
    {
        putSession(id, start,
                   "'description':'Family session','serviceType':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/"
                   "session-kind','code':'family'}]}],'participant':[{'actor':{'reference':'Patient/p1'},'status':'accepted'},"
                   "{'actor':{'reference':'RelatedPerson/r1'},'status':'accepted'}]");
    }
    void putBusy(const QByteArray &id, const QDateTime &start)
    {
        putSession(id, start,
                   "'meta':{'tag':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ObservationValue','code':'SUBSETTED'}]},"
                   "'participant':[{'actor':{'reference':'Patient/p1'},'status':'accepted'}]");
    }

private Q_SLOTS:
    void init() { begin(FakeClock(now)); }
    void cleanup()
    {
        m_minute.reset();
        m_preferences.reset();
        end();
    }

    void howeverFarTheNextOneIs_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("said");
        QTest::newRow("14 days") << 14 << u"Wednesday, December 2"_s;
        QTest::newRow("17 days, over the holidays") << 17 << u"Saturday, December 5"_s;
        QTest::newRow("70 days") << 70 << u"January 27, 2027"_s;
        QTest::newRow("a year") << 366 << u"November 19, 2027"_s;
        QTest::newRow("none") << 0 << QString();
    }
    void howeverFarTheNextOneIs()
    {
        QFETCH(int, days);
        QFETCH(QString, said);
        comeIn(u"Patient/p1"_s);
        if (days > 0)
            putNamed("a1", now.addDays(days));
        const bool isKnown = days > 0;
        TodayView today(*m_account, m_clock, *m_preferences, *m_minute);
        today.refresh();
        QCOMPARE(today.next().isValid, isKnown);
        ScheduleView schedule(*m_account, m_clock, *m_preferences, *m_minute);
        schedule.showToday();
        QCOMPARE(plain(schedule.emptyText()),
                 isKnown ? QString(u"Your next one is " + said + u", at 3:20 pm.")
                         : u"Your clinic has not planned the next one yet."_s);
        Navigator navigator;
        navigator.setEntry(Navigator::Today, true, false);
        HowWasItView after(*m_account, m_clock, *m_preferences, *m_minute, navigator);
        QVERIFY(noteJoined(*m_account->records(), u"a0"_s, now.addSecs(-3600)));
        navigator.go(Navigator::HowWasIt, u"a0"_s);
        QVERIFY2(after.nextText().startsWith(isKnown ? u"Next: "_s : u"Nothing more is planned yet."_s),
                 qPrintable(after.nextText()));
    }

    void aFamilySessionThatMovesFarAway()
    {
        comeIn(u"RelatedPerson/r1"_s);
        putNamed("a1", now.addDays(20));
        FamilyView family(*m_account, m_clock, *m_preferences, *m_minute);
        family.refresh();
        QVERIFY(family.session().isValid);
        putNamed("a1", now.addDays(70));
        family.refresh();
        QCOMPARE(family.newsTitle(), QString());
        QVERIFY(family.session().isValid);
        QVERIFY2(plain(family.session().whenText).contains(u"Jan 27"), qPrintable(family.session().whenText));
        // It is not open any more.
        putBusy("a2", now.addDays(1));
        QVERIFY(m_account->records()->store().removeRecord(u"Appointment"_s, u"a1"_s));
        family.refresh();
        QCOMPARE(family.newsTitle(), u"A session is not open for you any more"_s);
        QVERIFY(!family.session().isValid);
    }

    /// Who minds the children goes by it: all of the days that are named, and none that are not known.
    void allBusyTimesAndHowFarTheyGo()
    {
        comeIn(u"RelatedPerson/r1"_s);
        for (int i = 0; i < 15; ++i)
            putBusy("b" + QByteArray::number(i), now.addDays(i).addSecs(60));
        FamilyView family(*m_account, m_clock, *m_preferences, *m_minute);
        family.refresh();
        QCOMPARE(family.busy().size(), 15);
        QCOMPARE(family.busyTitle(), u"Busy times until Dec 2"_s);
        const auto putShared = [this](const QByteArray &more) {
            put(u"RelatedPerson"_s, u"r1"_s, {},
                "{'resourceType':'RelatedPerson','id':'r1','patient':{'reference':'Patient/p1','display':'Maya Bell'}" + more
                    + '}');
        };
        putShared({});
        family.refresh();
        QCOMPARE(family.busyTitle(), u"When Maya is busy, until Dec 2"_s);
        // The permission ends before: of what comes after it nothing is known.
        putShared(",'period':{'end':'2026-11-20'}");
        family.refresh();
        QCOMPARE(family.busyTitle(), u"When Maya is busy, until Nov 20"_s);
        // Or that which tells of busy times does, and another one goes on.
        for (const char *end : {"", ",'period':{'end':'2027-01-31'}"}) {
            putShared(
                ",'extension':[{'url':'https://handrail.example/fhir/StructureDefinition/busy-until','valueDate':'2026-11-24'}]"
                + QByteArray(end));
            family.refresh();
            QCOMPARE(family.busyTitle(), u"When Maya is busy, until Nov 24"_s);
        }
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    TestNextKnown test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_next_known.moc"
