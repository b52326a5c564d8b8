// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Ids.h"
#include "fakes/FakeNotifier.h"
#include "fakes/OneDevice.h"
#include "view/MinuteTimer.h"
#include "view/ReminderText.h"
#include "view/RemindersView.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QRegularExpression>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QDateTime wednesday(QDate(2026, 11, 18), QTime(15, 0), QTimeZone::utc()); // 10 am in New York

QJsonObject appointment(const QString &id, const QDateTime &start, const QString &status = u"booked"_s, bool isVideo = false)
{
    QJsonObject one{
        {u"resourceType"_s, u"Appointment"_s},
        {u"id"_s, id},
        {u"status"_s, status},
        {u"description"_s, u"Evening group at Harbor Street"_s},
        {u"start"_s, start.toString(Qt::ISODate)},
        {u"end"_s, start.addSecs(3600).toString(Qt::ISODate)},
        {u"participant"_s,
         QJsonArray{QJsonObject{{u"actor"_s, QJsonObject{{u"reference"_s, u"Patient/p1"_s}}}, {u"status"_s, u"accepted"_s}}}}};
    if (isVideo) {
        const QJsonObject address{{u"url"_s, u"address"_s}, {u"valueUrl"_s, u"https://meet.harbor.example/room"_s}};
        const QJsonObject service{{u"url"_s, u"http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService"_s},
                                  {u"extension"_s, QJsonArray{address}}};
        one.insert(u"extension"_s, QJsonArray{service});
    }
    return one;
}

QJsonObject request(bool isSeen)
{
    const auto kind = [](const char *code) {
        return QJsonObject{{u"coding"_s,
                            QJsonArray{QJsonObject{{u"system"_s, canonical(u"CodeSystem/message-kind")},
                                                   {u"code"_s, QString::fromLatin1(code)}}}}};
    };
    QJsonObject one{{u"resourceType"_s, u"Communication"_s},
                    {u"id"_s, u"m1"_s},
                    {u"status"_s, u"completed"_s},
                    {u"category"_s, QJsonArray{kind("secure-message"), kind("ride")}},
                    {u"subject"_s, QJsonObject{{u"reference"_s, u"Patient/p1"_s}}},
                    {u"sender"_s, QJsonObject{{u"reference"_s, u"Patient/p1"_s}}},
                    {u"sent"_s, u"2026-11-17T15:00:00Z"_s},
                    {u"payload"_s, QJsonArray{QJsonObject{{u"contentString"_s, u"A ride please"_s}}}}};
    if (isSeen)
        one.insert(u"received"_s, u"2026-11-18T14:00:00Z"_s);
    return one;
}

/// One of the list, with any day and time in the places for them.
bool isOfTheList(const std::pair<QString, QString> &shown)
{
    for (const Notice notice : notices) {
        const ReminderWords words = noticeWords(notice);
        QString pattern = QRegularExpression::escape(words.text);
        pattern.replace(u"%1"_s, u"[\\w ,:]+"_s).replace(u"\\%1"_s, u"%1"_s).replace(u"%2"_s, u"[\\w ,:]+"_s);
        pattern.replace(u"\\[\\w ,:]+"_s, u"[\\w ,:\\x{a0}]+"_s).replace(u"[\\w ,:]+"_s, u"[\\w ,:\\x{a0}]+"_s);
        const QRegularExpression text(QRegularExpression::anchoredPattern(pattern), QRegularExpression::UseUnicodePropertiesOption);
        if (shown.first == words.title && text.match(shown.second).hasMatch())
            return true;
    }
    return false;
}

} // namespace

/// What a device shows to whoever holds it, and when: asked of the view that shows it, with the clinic's records coming by the real sync.
class TestNotices final : public QObject, OneDevice
{
    Q_OBJECT

    FakeNotifier m_notifier;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MinuteTimer> m_minute;
    std::unique_ptr<RemindersView> m_view;

    void beginAt(const QDateTime &now, const QList<QJsonObject> &sessions, const QString &fhirUser = u"Patient/p1"_s)
    {
        begin(FakeClock(now));
        m_server->setPerson({u"sub-rosa"_s, fhirUser, u"p1"_s});
        m_server->setRecords(u"Appointment"_s, sessions);
        m_preferences = std::make_unique<Preferences>(QString());
        m_preferences->setLanguage(u"en"_s);
        m_minute = std::make_unique<MinuteTimer>(m_clock);
        m_view = std::make_unique<RemindersView>(*m_account, m_clock, *m_preferences, *m_minute, m_notifier);
        signIn();
        sync();
        m_view->look();
    }
    void sync()
    {
        m_server->setNow(m_clock.nowUtc());
        QVERIFY(QCoro::waitFor(m_account->sync()->run()));
    }
    void comeIn(const QList<QJsonObject> &sessions)
    {
        QList<QJsonObject> changed = sessions;
        for (QJsonObject &one : changed)
            one.insert(u"meta"_s,
                       QJsonObject{{u"versionId"_s, QString::number(++m_version)},
                                   {u"lastUpdated"_s, m_clock.nowUtc().toString(Qt::ISODateWithMs)}});
        m_server->setRecords(u"Appointment"_s, changed);
        sync();
        m_view->look();
    }
    void at(const QTime &local, const QDate &day = QDate(2026, 11, 18))
    {
        m_clock.setWallClock(QDateTime(day, local, QTimeZone("America/New_York")).toUTC());
        m_server->setNow(m_clock.nowUtc());
        m_view->look();
    }
    [[nodiscard]] QStringList texts() const
    {
        QStringList texts;
        for (const auto &[title, text] : m_notifier.shown())
            texts << QString(title + u": " + QString(text).replace(QChar(QChar::Nbsp), u' '));
        return texts;
    }
    int m_version = 1;

private Q_SLOTS:
    void init() { m_notifier = FakeNotifier(); }
    void cleanup()
    {
        // Whatever a test did: every notification is of the list.
        for (const auto &shown : m_notifier.shown())
            QVERIFY2(isOfTheList(shown), qPrintable(shown.first + u": " + shown.second));
        m_view.reset();
        m_minute.reset();
        m_preferences.reset();
        end();
    }

    void theListIsHeldClosed()
    {
        beginAt(wednesday, {});
        QVERIFY(isOfTheList({u"Reminder"_s, u"You have something at 6:00\u00a0pm."_s}));
        QVERIFY(isOfTheList({u"A time has changed"_s, u"Friday is now 5:30\u00a0pm."_s}));
        QVERIFY(!isOfTheList({u"Reminder"_s, u"Evening group at Harbor Street"_s}));
        QVERIFY(!isOfTheList({u"Dana Ruiz"_s, u"Open to read it."_s}));
    }

    void aTimeThatChanged()
    {
        const QDateTime friday(QDate(2026, 11, 20), QTime(23, 0), QTimeZone::utc());
        beginAt(wednesday, {appointment(u"a"_s, friday)});
        QCOMPARE(texts(), QStringList());
        comeIn({appointment(u"a"_s, friday.addSecs(-1800))});
        QCOMPARE(texts(), QStringList{u"A time has changed: Friday is now 5:30 pm."_s});
        // Once, also after a restart of the app.
        m_view->look();
        m_view = std::make_unique<RemindersView>(*m_account, m_clock, *m_preferences, *m_minute, m_notifier);
        m_view->look();
        QCOMPARE(texts().size(), 1);
        comeIn({appointment(u"a"_s, friday.addSecs(-1800), u"cancelled"_s)});
        QCOMPARE(texts().last(), u"Your schedule has changed: Open to see it."_s);
        QCOMPARE(texts().size(), 2);
    }

    /// Weeks away, to where nobody looks yet, or from there; for who comes to it, and for who comes along.
    void howeverFarItMoves_data()
    {
        QTest::addColumn<QString>("fhirUser");
        QTest::addColumn<int>("from"); // days from now
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("told");
        for (const auto &[who, user] : {std::pair("patient", u"Patient/p1"_s), std::pair("relative", u"RelatedPerson/r1"_s)}) {
            const auto row = [&](const char *name, int from, int to, const QString &status, const QString &told) {
                QTest::addRow("%s: %s", who, name) << user << from << to << status << told;
            };
            row("by 20 days", 2, 22, u"booked"_s, u"A time has changed: Thu, Dec 10 is now 6:00 pm."_s);
            row("by half a year", 2, 184, u"booked"_s, u"A time has changed: Fri, May 21 is now 7:00 pm."_s);
            row("from far to near", 30, 1, u"booked"_s, u"A time has changed: Tomorrow is now 6:00 pm."_s);
            row("far away", 30, 40, u"booked"_s, u"A time has changed: Mon, Dec 28 is now 6:00 pm."_s);
            row("cancelled far away", 30, 30, u"cancelled"_s, u"Your schedule has changed: Open to see it."_s);
            row("taken back", 2, 2, u"entered-in-error"_s, u"Your schedule has changed: Open to see it."_s);
        }
    }
    void howeverFarItMoves()
    {
        QFETCH(QString, fhirUser);
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QString, status);
        QFETCH(QString, told);
        const QDateTime today(QDate(2026, 11, 18), QTime(23, 0), QTimeZone::utc()); // 6 pm
        const auto family = [](const QString &id, const QDateTime &start, const QString &state = u"booked"_s) {
            QJsonObject one = appointment(id, start, state);
            QJsonArray both = one.value(u"participant"_s).toArray();
            both.append(
                QJsonObject{{u"actor"_s, QJsonObject{{u"reference"_s, u"RelatedPerson/r1"_s}}}, {u"status"_s, u"accepted"_s}});
            one.insert(u"participant"_s, both);
            return one;
        };
        const QJsonObject other = family(u"b"_s, today.addDays(5));
        beginAt(wednesday, {family(u"a"_s, today.addDays(from)), other}, fhirUser);
        QCOMPARE(texts(), QStringList());
        comeIn({family(u"a"_s, today.addDays(to), status), other});
        QCOMPARE(texts(), QStringList{told});
        m_view->look();
        QCOMPARE(texts().size(), 1);
        (void)m_server->takeComplaints();
    }

    /// That nothing is shared any more is no time that changed.
    void nothingIsSharedAnyMore()
    {
        QJsonObject friday = appointment(u"a"_s, QDateTime(QDate(2026, 11, 20), QTime(23, 0), QTimeZone::utc()));
        friday.insert(u"participant"_s,
                      QJsonArray{QJsonObject{{u"actor"_s, QJsonObject{{u"reference"_s, u"RelatedPerson/r1"_s}}},
                                             {u"status"_s, u"accepted"_s}}});
        beginAt(wednesday, {friday}, u"RelatedPerson/r1"_s);
        QVERIFY(m_account->records()->isAnythingShared());
        comeIn({});
        QVERIFY(!m_account->records()->isAnythingShared());
        QCOMPARE(texts(), QStringList());
        (void)m_server->takeComplaints();
    }

    void manyAtOnceAreOne()
    {
        QList<QJsonObject> before, after;
        for (int i = 0; i < 5; ++i) {
            const QDateTime start = wednesday.addDays(2 + i);
            before << appointment(QString::number(i), start);
            after << appointment(QString::number(i), start.addSecs(1800));
        }
        beginAt(wednesday, before);
        comeIn(after);
        QCOMPARE(texts(), QStringList{u"Your schedule has changed: Open to see it."_s});
        m_view->look();
        QCOMPARE(texts().size(), 1);
        comeIn(after + QList<QJsonObject>{appointment(u"new"_s, wednesday.addDays(3))}); // a new one is no change
        QCOMPARE(texts().size(), 1);
    }

    void inTheQuietHoursItWaits()
    {
        const QDateTime friday(QDate(2026, 11, 20), QTime(23, 0), QTimeZone::utc());
        beginAt(wednesday, {appointment(u"a"_s, friday)});
        at(QTime(22, 30));
        comeIn({appointment(u"a"_s, friday.addSecs(3600))});
        QVERIFY(!texts().join(u' ').contains(u"changed"));
        at(QTime(7, 59), QDate(2026, 11, 19));
        QVERIFY(!texts().join(u' ').contains(u"changed"));
        at(QTime(8, 0), QDate(2026, 11, 19));
        QCOMPARE(texts().last(), u"A time has changed: Tomorrow is now 7:00 pm."_s);
    }

    void aChangeIsToldAfterTwoNudgesAndAMessageIsNot()
    {
        const QDateTime today(QDate(2026, 11, 18), QTime(23, 0), QTimeZone::utc()); // 6 pm
        beginAt(wednesday, {appointment(u"a"_s, today), appointment(u"b"_s, today.addDays(1))});
        at(QTime(16, 0)); // two hours before
        at(QTime(19, 0)); // the day's list
        QCOMPARE(texts(), (QStringList{u"Reminder: You have something at 6:00 pm."_s, u"Hello: Your daily list is ready."_s}));
        m_view->setMessageWaiting(true);
        m_view->look();
        QCOMPARE(texts().size(), 2);
        comeIn({appointment(u"b"_s, today.addDays(1), u"cancelled"_s)});
        QCOMPARE(texts().size(), 3);
        QCOMPARE(texts().last(), u"Your schedule has changed: Open to see it."_s);
        at(QTime(8, 1), QDate(2026, 11, 19));
        QCOMPARE(texts().last(), u"New message: Open to read it."_s);
    }

    void anAnswer()
    {
        begin(FakeClock(wednesday));
        m_server->setRecords(u"Communication"_s, {request(false)});
        m_preferences = std::make_unique<Preferences>(QString());
        m_preferences->setLanguage(u"en"_s);
        m_minute = std::make_unique<MinuteTimer>(m_clock);
        m_view = std::make_unique<RemindersView>(*m_account, m_clock, *m_preferences, *m_minute, m_notifier);
        signIn();
        sync();
        m_view->look();
        QCOMPARE(texts(), QStringList());
        QJsonObject seen = request(true);
        seen.insert(u"meta"_s, QJsonObject{{u"versionId"_s, u"2"_s}, {u"lastUpdated"_s, u"2026-11-18T14:59:00Z"_s}});
        m_server->setRecords(u"Communication"_s, {seen});
        sync();
        m_view->look();
        QCOMPARE(texts(), QStringList{u"News for you: Open to see it."_s});
        m_view->look();
        QCOMPARE(texts().size(), 1);
    }

    void aRoomThatOpensWithoutItsLink()
    {
        const QDateTime at6(QDate(2026, 11, 18), QTime(23, 0), QTimeZone::utc());
        beginAt(wednesday, {appointment(u"v"_s, at6, u"booked"_s, true)});
        at(QTime(16, 0));
        at(QTime(17, 44));
        QCOMPARE(texts().size(), 1);
        at(QTime(17, 45));
        QCOMPARE(texts().last(), u"Reminder: It is almost time. You can come in."_s);
        at(QTime(17, 55));
        QCOMPARE(texts().size(), 2);
        for (const auto &[title, text] : m_notifier.shown())
            QVERIFY(!text.contains(u"meet") && !text.contains(u"http") && !text.contains(u"group"));
    }

    /// Under the lock nobody hears that sharing has ended: what a relative goes by is over a day after the clinic's last word.
    void underTheLockARelativeIsToldOfADayAlone_data()
    {
        QTest::addColumn<QString>("fhirUser");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("patient") << u"Patient/p1"_s << true;
        QTest::newRow("relative") << u"RelatedPerson/r1"_s << false;
    }
    void underTheLockARelativeIsToldOfADayAlone()
    {
        QFETCH(QString, fhirUser);
        QJsonObject thursday = appointment(u"a"_s, QDateTime(QDate(2026, 11, 19), QTime(23, 0), QTimeZone::utc()));
        QJsonArray both = thursday.value(u"participant"_s).toArray();
        both.append(QJsonObject{{u"actor"_s, QJsonObject{{u"reference"_s, u"RelatedPerson/r1"_s}}}, {u"status"_s, u"accepted"_s}});
        thursday.insert(u"participant"_s, both);
        beginAt(wednesday, {thursday}, fhirUser);
        setPin();
        m_account->lock();
        for (int hour = 10; hour < 20; ++hour)
            at(QTime(hour, 0));
        const qsizetype within = texts().size();
        QVERIFY(within > 0); // the day before, as ever
        for (int hour = 10; hour < 18; ++hour)
            at(QTime(hour, 0), QDate(2026, 11, 19));
        QTEST(texts().size() > within, "isTold");
        (void)m_server->takeComplaints();
    }

    void nothingNewIsToldWhileLockedOrSwitchedOff()
    {
        const QDateTime friday(QDate(2026, 11, 20), QTime(23, 0), QTimeZone::utc());
        beginAt(wednesday, {appointment(u"a"_s, friday)});
        m_preferences->setHasNewsReminder(false);
        comeIn({appointment(u"a"_s, friday.addSecs(1800))});
        m_view->setMessageWaiting(true);
        m_view->look();
        QCOMPARE(texts(), QStringList());
        // What was not wanted is not told later either.
        m_view->setMessageWaiting(false);
        m_preferences->setHasNewsReminder(true);
        m_view->look();
        QCOMPARE(texts(), QStringList());
        at(QTime(22, 0));
        comeIn({appointment(u"a"_s, friday)});
        setPin();
        m_account->lock();
        at(QTime(9, 0), QDate(2026, 11, 19));
        QVERIFY(!texts().join(u' ').contains(u"changed"));
        unlock();
        m_view->look();
        QCOMPARE(texts().last(), u"A time has changed: Tomorrow is now 6:00 pm."_s);
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    TestNotices test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_notices.moc"
