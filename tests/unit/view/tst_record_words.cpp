// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/HowItWas.h"
#include "fakes/FakeCalendarExport.h"
#include "fakes/FakeDirections.h"
#include "fakes/FakeFileExport.h"
#include "fakes/OneDevice.h"
#include "view/AttendanceView.h"
#include "view/ComingView.h"
#include "view/FamilyView.h"
#include "view/HowWasItView.h"
#include "view/MedicineView.h"
#include "view/MinuteTimer.h"
#include "view/ScheduleView.h"
#include "view/SessionView.h"
#include "view/SyncView.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QDateTime afternoon(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()); // 3:20 pm in New York

QString plain(QString text)
{
    return text.replace(QChar(QChar::Nbsp), u' ');
}

} // namespace

/// What pages say of sessions and medicine, as the clinic wrote them down: each way in words of its own.
class TestRecordWords final : public QObject, private OneDevice
{
    Q_OBJECT

    Preferences m_preferences{QString()};
    std::unique_ptr<MinuteTimer> m_minute;

    void put(const QJsonObject &record, const QDate &day = {})
    {
        QVERIFY(m_account->records()->store().putRecords(
            {{record.value("resourceType"_L1).toString(), record.value("id"_L1).toString(), u"1"_s, m_clock.nowUtc(), day,
              QJsonDocument(record).toJson(QJsonDocument::Compact)}}));
    }
    /// From 6 pm to 9 pm in New York.
    void putSession(const QString &id, const QString &day, const QString &status, const QString &reason = {})
    {
        const QJsonObject actor{{u"reference"_s, QString(u"Patient/" + m_account->identity()->patientId)}};
        QJsonObject session{{u"resourceType"_s, u"Appointment"_s},
                            {u"id"_s, id},
                            {u"status"_s, status},
                            {u"description"_s, u"Evening group"_s},
                            {u"start"_s, QString(day + u"T23:00:00Z")},
                            {u"end"_s, QString(day + u"T23:50:00Z")},
                            {u"participant"_s, QJsonArray{QJsonObject{{u"status"_s, u"declined"_s}, {u"actor"_s, actor}}}}};
        if (!reason.isEmpty()) {
            const QJsonObject coding{{u"system"_s, u"http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason"_s},
                                     {u"code"_s, reason}};
            session.insert(u"cancelationReason"_s, QJsonObject{{u"coding"_s, QJsonArray{coding}}});
        }
        put(session, QDate::fromString(day, Qt::ISODate));
    }
    void putMedicine(const QByteArray &instructions)
    {
        const QByteArray json = "{\"resourceType\":\"MedicationRequest\",\"id\":\"m1\",\"status\":\"active\",\"intent\":\"order\","
                                "\"medicationCodeableConcept\":{\"text\":\"Sertraline\"},\"dosageInstruction\":["
            + QByteArray(instructions).replace('\'', '"') + "]}";
        put(QJsonDocument::fromJson(json).object());
    }

private Q_SLOTS:
    void initTestCase() { m_preferences.setLanguage(u"en"_s); }
    void init()
    {
        begin(FakeClock(afternoon));
        m_minute = std::make_unique<MinuteTimer>(m_clock);
        signIn();
    }
    void cleanup()
    {
        m_minute.reset();
        end();
    }

    void whatBecameOfASession_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("note");
        QTest::addColumn<QString>("rest");
        QTest::addColumn<QString>("closed");
        const QString over = u"This session is over."_s;
        QTest::newRow("came") << u"fulfilled"_s << QString() << u"You were there"_s << QString() << over;
        QTest::newRow("did not") << u"noshow"_s << QString() << u"Marked as missed"_s << QString() << over;
        QTest::newRow("not marked") << u"booked"_s << QString() << u"Not marked yet"_s << u"Not marked by your clinic yet: 1"_s
                                    << over;
        QTest::newRow("by the patient") << u"cancelled"_s << u"pat"_s << u"Called off by you"_s << u"Called off by you: 1"_s
                                        << u"You called this session off. Nothing you need to do."_s;
        QTest::newRow("by the clinic") << u"cancelled"_s << u"prov"_s << u"Cancelled by the clinic"_s
                                       << u"Cancelled by the clinic: 1"_s
                                       << u"Your clinic cancelled this session. Nothing you need to do."_s;
        for (const QString &reason : {QString(), u"oth-weath"_s})
            QTest::newRow(qPrintable(u"cancelled, " + reason)) << u"cancelled"_s << reason << u"Cancelled"_s << u"Cancelled: 1"_s
                                                               << u"This session was cancelled. Nothing you need to do."_s;
    }
    void whatBecameOfASession()
    {
        QFETCH(QString, status);
        QFETCH(QString, reason);
        putSession(u"a1"_s, u"2026-11-16"_s, status, reason);
        putSession(u"a2"_s, u"2026-11-17"_s, u"proposed"_s); // nobody confirmed it: it is no session that was
        AttendanceView attendance(*m_account, m_clock, m_preferences, *m_minute);
        attendance.setOpen(true);
        QCOMPARE(attendance.sessions().size(), 1);
        QTEST(attendance.sessions().first().toMap().value(u"note"_s).toString(), "note");
        QTEST(attendance.restText(), "rest");
        ComingView coming(*m_account, m_clock, m_preferences, *m_minute);
        coming.setSessionId(u"a1"_s);
        QTEST(coming.closedText(), "closed");
    }

    /// The oldest too, some at a time.
    void allThatWereCanBeSeen()
    {
        for (int i = 0; i < 120; ++i)
            putSession(QStringLiteral("a%1").arg(i), QDate(2026, 11, 16).addDays(-i).toString(Qt::ISODate), u"fulfilled"_s);
        AttendanceView attendance(*m_account, m_clock, m_preferences, *m_minute);
        attendance.setOpen(true);
        QCOMPARE(attendance.sessions().size(), 50);
        QCOMPARE(attendance.hiddenSessions(), 70);
        attendance.showMore();
        attendance.showMore();
        QCOMPARE(attendance.hiddenSessions(), 0);
        QCOMPARE(attendance.sessions().size(), 120);
        QCOMPARE(attendance.sessions().last().toMap().value(u"id"_s).toString(), u"a119"_s);
        QVERIFY(attendance.contest(u"a119"_s));
        attendance.setOpen(false);
        attendance.setOpen(true);
        QCOMPARE(attendance.sessions().size(), 50);
    }

    /// What is planned and what was attended, once all of it; with nothing planned there is nothing to say.
    void theHoursOfThisWeek()
    {
        AttendanceView attendance(*m_account, m_clock, m_preferences, *m_minute);
        attendance.setOpen(true);
        QVERIFY(attendance.weekText().isEmpty() && attendance.weekPercent() == -1);
        putSession(u"a1"_s, u"2026-11-20"_s, u"booked"_s); // to come
        attendance.refresh();
        QCOMPARE(attendance.weekText(), u"Hours planned this week: 0.8."_s);
        QCOMPARE(attendance.weekPercent(), 0);
        putSession(u"a2"_s, u"2026-11-16"_s, u"fulfilled"_s);
        putSession(u"a3"_s, u"2026-11-17"_s, u"noshow"_s);
        putSession(u"a4"_s, u"2026-11-15"_s, u"fulfilled"_s); // the Sunday before
        attendance.refresh();
        QCOMPARE(attendance.weekText(), u"Hours planned this week: 2.5. You were there for 0.8 so far."_s);
        QCOMPARE(attendance.weekPercent(), 33);
        QCOMPARE(attendance.weekSpoken(), u"0.8 of 2.5 planned hours this week"_s);
        attendance.setOpen(false);
        QVERIFY(attendance.weekText().isEmpty() && attendance.weekPercent() == -1 && attendance.weekSpoken().isEmpty());
    }

    /// Without the day on which care began nobody knows whether there are older ones.
    void sinceWhenItIsCounted()
    {
        putSession(u"a1"_s, u"2026-11-16"_s, u"fulfilled"_s);
        AttendanceView attendance(*m_account, m_clock, m_preferences, *m_minute);
        attendance.setOpen(true);
        QCOMPARE(plain(attendance.sinceText()), u"Since August 20, 2026"_s);
        put({{u"resourceType"_s, u"EpisodeOfCare"_s},
             {u"id"_s, u"e1"_s},
             {u"status"_s, u"active"_s},
             {u"patient"_s, QJsonObject{{u"reference"_s, QString(u"Patient/" + m_account->identity()->patientId)}}},
             {u"period"_s, QJsonObject{{u"start"_s, u"2026-09-01"_s}}}});
        attendance.refresh();
        QCOMPARE(attendance.sinceText(), QString());
    }

    void theNextOneThatNobodyConfirmed_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("isConfirmed");
        QTest::newRow("booked") << u"booked"_s << true;
        QTest::newRow("waitlist") << u"waitlist"_s << false;
    }
    void theNextOneThatNobodyConfirmed()
    {
        QFETCH(QString, status);
        QFETCH(bool, isConfirmed);
        const QString unconfirmed = isConfirmed ? QString() : u" It is not confirmed yet."_s;
        putSession(u"a1"_s, u"2026-11-30"_s, status);
        // The participant's word is "declined" in this test; whoever could not come has no next one.
        QJsonObject session =
            QJsonDocument::fromJson(*m_account->records()->store().record(u"Appointment"_s, u"a1"_s).value()).object();
        session.insert(u"id"_s, u"a2"_s);
        QJsonObject participant = session.value("participant"_L1).toArray().first().toObject();
        participant.insert(u"status"_s, u"accepted"_s);
        session.insert(u"participant"_s, QJsonArray{participant});
        put(session, QDate(2026, 11, 30));

        ScheduleView schedule(*m_account, m_clock, m_preferences, *m_minute);
        Q_EMIT m_minute->turned();
        QTRY_VERIFY(!schedule.emptyText().isEmpty());
        QCOMPARE(plain(schedule.emptyText()), QString(u"Your next one is Monday, November 30, at 6:00 pm." + unconfirmed));
        Navigator navigator;
        navigator.setEntry(Navigator::Today, true, false);
        HowWasItView after(*m_account, m_clock, m_preferences, *m_minute, navigator);
        QVERIFY(noteJoined(*m_account->records(), u"a0"_s, afternoon.addSecs(-3600)));
        navigator.go(Navigator::HowWasIt, u"a0"_s);
        QCOMPARE(plain(after.nextText()), QString(u"Next: Mon, Nov 30, 6:00–6:50 pm." + unconfirmed).left(isConfirmed ? 31 : -1));
        ComingView coming(*m_account, m_clock, m_preferences, *m_minute);
        coming.setSessionId(u"a2"_s);
        QCOMPARE(coming.canAskRide(), isConfirmed);
    }

    void aRideIsForWhereOneCanGo_data()
    {
        QTest::addColumn<bool>("isVideo");
        QTest::addColumn<bool>("isInARoom");
        QTest::addColumn<bool>("canAskRide");
        QTest::newRow("in a room") << false << true << true;
        QTest::newRow("by video") << true << false << false;
        QTest::newRow("in a room, or by video") << true << true << true;
    }
    void aRideIsForWhereOneCanGo()
    {
        QFETCH(bool, isVideo);
        QFETCH(bool, isInARoom);
        const auto reference = [](const QString &target) -> QJsonObject {
            return {{u"actor"_s, QJsonObject{{u"reference"_s, target}, {u"display"_s, u"Room 2"_s}}}, {u"status"_s, u"accepted"_s}};
        };
        QJsonArray people{reference(u"Patient/"_s + m_account->identity()->patientId)};
        if (isInARoom)
            people << reference(u"Location/l1"_s);
        QJsonObject session{{u"resourceType"_s, u"Appointment"_s},
                            {u"id"_s, u"a1"_s},
                            {u"status"_s, u"booked"_s},
                            {u"start"_s, u"2026-11-30T23:00:00Z"_s},
                            {u"end"_s, u"2026-11-30T23:50:00Z"_s},
                            {u"participant"_s, people}};
        if (isVideo)
            session.insert(u"extension"_s,
                           QJsonArray{QJsonObject{
                               {u"url"_s, u"http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService"_s},
                               {u"extension"_s,
                                QJsonArray{QJsonObject{{u"url"_s, u"address"_s}, {u"valueUrl"_s, u"https://meet.example/a"_s}}}}}});
        put(session, QDate(2026, 11, 30));
        ComingView coming(*m_account, m_clock, m_preferences, *m_minute);
        coming.setSessionId(u"a1"_s);
        QTEST(coming.canAskRide(), "canAskRide");
    }

    void whyTheCalendarGotNothing_data()
    {
        QTest::addColumn<ProblemKind>("kind");
        QTest::addColumn<QString>("message");
        QTest::newRow("no program") << ProblemKind::NotFound << u"No calendar opened on this device."_s;
        QTest::newRow("full") << ProblemKind::StoreFull << u"This device is full. Free some space, then try again."_s;
        QTest::newRow("read-only") << ProblemKind::StoreReadOnly << u"This device can’t save right now. Please try again."_s;
    }
    void whyTheCalendarGotNothing()
    {
        QFETCH(ProblemKind, kind);
        putSession(u"a1"_s, u"2026-11-30"_s, u"booked"_s);
        FakeCalendarExport calendar;
        FakeDirections directions;
        FakeFileExport files;
        SessionView view(*m_account, m_clock, m_preferences, *m_minute, calendar, directions, files);
        view.setSessionId(u"a1"_s);
        calendar.setProblem(Problem{kind, true, {}});
        view.addToCalendar();
        QTEST(view.message(), "message");
        view.addAllToCalendar();
        QTEST(view.message(), "message");
        // Where no calendar is there it can be saved, and only when the person asks for it.
        QCOMPARE(view.canSaveFile(), kind == ProblemKind::NotFound);
        QVERIFY(files.files().isEmpty());
        files.setRoom(0);
        view.saveFile();
        QVERIFY(!view.canSaveFile() && files.files().isEmpty());
        files.setRoom(100'000);
        view.addToCalendar();
        view.saveFile();
        QCOMPARE(files.files().size(), kind == ProblemKind::NotFound ? 1 : 0);
        if (kind == ProblemKind::NotFound) {
            QVERIFY(files.files().first().content.startsWith("BEGIN:VCALENDAR"));
            QCOMPARE(view.message(), u"Saved as Downloads/appointment.ics. Whoever opens your files can read it."_s);
        }
        calendar.setProblem(std::nullopt);
        view.addToCalendar();
        QCOMPARE(calendar.events().size(), 1);
        QVERIFY(view.message().startsWith(u"Given to your calendar."));
    }

    /// The clinic has not said that nothing is shared.
    void aRelativeIsAskedToSignInAgain()
    {
        m_server->setPerson({u"sub-rosa"_s, u"RelatedPerson/r1"_s, u"p1"_s});
        signIn();
        QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
        FamilyView family(*m_account, m_clock, m_preferences, *m_minute);
        family.refresh();
        QCOMPARE(family.emptyTitle(), u"Nothing is shared right now"_s);
        SyncView sync(*m_account, m_clock, m_preferences);
        m_server->endFamily();
        m_account->refreshIfOlderThan(std::chrono::minutes(0));
        QTRY_COMPARE(m_account->state(), Account::State::NeedsSignIn);
        QCOMPARE(family.emptyTitle(), u"What is shared shows after you sign in"_s);
        sync.refresh();
        QCOMPARE(sync.bannerTitle(), u"Please sign in again"_s);
        QCOMPARE(sync.bannerText(), u"Sign in to see what is shared with you."_s);
    }

    /// Their first page goes on to another session or to none; what they said stays on it, with its way back.
    void whatARelativeSaidOfALaterSession_data()
    {
        QTest::addColumn<bool>("isRefused");
        QTest::addColumn<QString>("became");
        QTest::newRow("saved") << false << u"Saved here. Not sent yet."_s;
        QTest::newRow("refused") << true << u"Your clinic could not take it. Please call."_s;
    }
    void whatARelativeSaidOfALaterSession()
    {
        QFETCH(bool, isRefused);
        QFETCH(QString, became);
        m_server->setPerson({u"sub-rosa"_s, u"RelatedPerson/r1"_s, u"p1"_s});
        signIn();
        const auto invited = [](const QString &reference) -> QJsonObject {
            return {{u"status"_s, u"needs-action"_s}, {u"actor"_s, QJsonObject{{u"reference"_s, reference}}}};
        };
        put({{u"resourceType"_s, u"Appointment"_s},
             {u"id"_s, u"f1"_s},
             {u"status"_s, u"booked"_s},
             {u"description"_s, u"Family session"_s},
             {u"start"_s, u"2026-12-08T23:00:00Z"_s},
             {u"end"_s, u"2026-12-08T23:50:00Z"_s},
             {u"participant"_s, QJsonArray{invited(u"Patient/p1"_s), invited(u"RelatedPerson/r1"_s)}}},
            QDate(2026, 12, 8)); // in 20 days
        FamilyView family(*m_account, m_clock, m_preferences, *m_minute);
        family.refresh();
        QCOMPARE(family.session().id, u"f1"_s);
        ComingView coming(*m_account, m_clock, m_preferences, *m_minute);
        coming.settle();
        QVERIFY(coming.soonLines().isEmpty());
        coming.setSessionId(u"f1"_s);
        QVERIFY(coming.tell(ComingView::CannotCome));
        family.refresh();
        QVERIFY(!family.session().isValid);
        if (isRefused) {
            Outbox &outbox = m_account->records()->store().outbox();
            OutboxItem said = outbox.all()->first();
            said.state = OutboxState::Rejected;
            QVERIFY(outbox.update(said));
        }
        coming.setSessionId(u"another"_s);
        QVERIFY(coming.lines().isEmpty());
        QCOMPARE(coming.soonLines().size(), 1);
        const QVariantMap line = coming.soonLines().first().toMap();
        QCOMPARE(line.value(u"sessionId"_s).toString(), u"f1"_s);
        QCOMPARE(line.value(u"title"_s).toString(), u"You told us you can’t come"_s);
        QCOMPARE(line.value(u"text"_s).toString().section(u'\n', 1), became);
    }

    /// A patient's first page tells of it, unless it arrived: then only when the session is near.
    void whatDidNotArriveIsToldHoweverFarAhead_data()
    {
        QTest::addColumn<OutboxState>("state");
        QTest::addColumn<QString>("became");
        QTest::newRow("saved") << OutboxState::Queued << u"Saved here. Not sent yet."_s;
        QTest::newRow("refused") << OutboxState::Rejected << u"Your clinic could not take it. Please call."_s;
        QTest::newRow("sent") << OutboxState::Done << QString();
    }
    void whatDidNotArriveIsToldHoweverFarAhead()
    {
        QFETCH(OutboxState, state);
        QFETCH(QString, became);
        putSession(u"a1"_s, u"2026-12-08"_s, u"booked"_s); // in 20 days
        ComingView coming(*m_account, m_clock, m_preferences, *m_minute);
        coming.settle();
        QVERIFY(coming.soonLines().isEmpty());
        coming.setSessionId(u"a1"_s);
        QVERIFY(coming.tell(ComingView::CannotCome));
        Outbox &outbox = m_account->records()->store().outbox();
        OutboxItem said = outbox.all()->first();
        said.state = state;
        QVERIFY(outbox.update(said));
        coming.refresh();
        QStringList told;
        for (const QVariant &line : coming.soonLines())
            told << line.toMap().value(u"text"_s).toString().section(u'\n', 1);
        QCOMPARE(told, became.isEmpty() ? QStringList() : QStringList{became});
    }

    void whatIsOpenOfTheNightBefore_data()
    {
        QTest::addColumn<QByteArray>("repeat");
        QTest::addColumn<QStringList>("times");
        QTest::newRow("night") << QByteArray("'when':['NIGHT']") << QStringList{u"Last night"_s, u"Night"_s};
        QTest::newRow("evening") << QByteArray("'when':['EVE']") << QStringList{u"Last evening"_s, u"Evening"_s};
        QTest::newRow("by the clock") << QByteArray("'timeOfDay':['21:30:00']")
                                      << QStringList{u"Yesterday, 9:30 pm"_s, u"9:30 pm"_s};
        QTest::newRow("morning") << QByteArray("'when':['MORN']") << QStringList{u"Morning"_s};
    }
    void whatIsOpenOfTheNightBefore()
    {
        QFETCH(QByteArray, repeat);
        m_clock.setWallClock(QDateTime(QDate(2026, 11, 18), QTime(6, 0), QTimeZone::utc())); // 1 am
        putMedicine("{'timing':{'repeat':{" + repeat + "}}}");
        MedicineView medicine(*m_account, m_clock, m_preferences, *m_minute);
        medicine.settle();
        QStringList times;
        for (const QVariant &dose : medicine.today())
            times << plain(dose.toMap().value(u"timeText"_s).toString());
        QTEST(times, "times");
    }

    void whatNobodyCanTell_data()
    {
        QTest::addColumn<QByteArray>("instructions");
        QTest::addColumn<QString>("untold");
        const QByteArray rare = "'timing':{'repeat':{'period':2,'periodUnit':'wk','when':['MORN']}}";
        QTest::newRow("each morning") << QByteArray("{'timing':{'repeat':{'when':['MORN']}}}") << QString();
        QTest::newRow("without words") << QByteArray("{" + rare + "}")
                                       << u"It is not asked about here. Ask your team when to take it."_s;
        QTest::newRow("with words") << QByteArray("{'patientInstruction':'Each second Monday'," + rare + "}")
                                    << u"It is not asked about here. Go by what your clinic wrote."_s;
        QTest::newRow("in words alone") << QByteArray("{'text':'77 mg twice daily'}")
                                        << u"It is not asked about here. Ask your team when to take it."_s;
        QTest::newRow("or when needed") << QByteArray("{" + rare + "},{'asNeededBoolean':true}")
                                        << u"It is not asked about here. Ask your team when to take it."_s;
        const QByteArray some = "{'timing':{'repeat':{'when':['EVE']}}},";
        QTest::newRow("some days") << QByteArray(some + "{" + rare + "}")
                                   << u"Not all of its days are asked about here. Ask your team when to take it."_s;
        QTest::newRow("some days, with words") << QByteArray(some + "{'patientInstruction':'Each second Monday'," + rare + "}")
                                               << u"Not all of its days are asked about here. Go by what your clinic wrote."_s;
    }
    void whatNobodyCanTell()
    {
        QFETCH(QByteArray, instructions);
        putMedicine(instructions);
        MedicineView medicine(*m_account, m_clock, m_preferences, *m_minute);
        medicine.settle();
        QCOMPARE(medicine.medicines().size(), 1);
        QTEST(medicine.medicines().first().toMap().value(u"untoldText"_s).toString(), "untold");
    }

    void whichNobodyCanTell()
    {
        const auto order = [&](const QString &id) {
            put({{u"resourceType"_s, u"MedicationRequest"_s},
                 {u"id"_s, id},
                 {u"status"_s, u"active"_s},
                 {u"intent"_s, u"order"_s},
                 {u"medicationReference"_s, QJsonObject{{u"reference"_s, QString(u"Medication/" + id)}}}});
        };
        order(u"m1"_s);
        MedicineView medicine(*m_account, m_clock, m_preferences, *m_minute);
        medicine.settle();
        QCOMPARE(medicine.today().size(), 1);
        QVERIFY(medicine.medicines().first().toMap().value(u"untoldText"_s).toString().isEmpty());
        order(u"m2"_s);
        medicine.settle();
        QVERIFY(medicine.today().isEmpty());
        QCOMPARE(medicine.medicines().size(), 2);
        for (const QVariant &one : medicine.medicines())
            QCOMPARE(one.toMap().value(u"untoldText"_s).toString(),
                     u"Your clinic sent no name for it, so it is not asked about here. Ask your team what it is."_s);
    }
};

QTEST_MAIN(TestRecordWords)
#include "tst_record_words.moc"
