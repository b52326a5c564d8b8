// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "RelativesSide.h"
#include "Stage.h"
#include "care/HowItWas.h"

#include <QDir>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;

/// The relative sees the family session and nothing else, and loses it when consent ends.
class TestRelative final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }

    void comeAt(const QTime &utc)
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 20), utc, QTimeZone::utc()));
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openApp());
        QVERIFY2(m_stage->signIn(QStringLiteral("rosa"), QStringLiteral("demo")), qPrintable(screen().spoken()));
    }

    bool waitFor(const char *name) { return screen().waitFor(QString::fromUtf8(name)); }

    /// What stands in this box.
    QString box(const QString &name = QStringLiteral("What should the clinic know?"))
    {
        QAccessibleInterface *found = screen().find(name);
        return found ? found->text(QAccessible::Value) : QStringLiteral("no box");
    }

    /// From the first page to the look at microphone and camera.
    bool goToJoin() { return waitFor("Join") && screen().press(QStringLiteral("Join")) && waitFor("I’m ready"); }

    void later(int minutes)
    {
        m_stage->clock().advance(std::chrono::minutes(minutes));
        Q_EMIT m_stage->app().account().recordsChanged(); // as the minute would, which nobody waits for here
    }

    void refresh()
    {
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().sync()->state() == SyncEngine::State::Idle; }));
        m_stage->app().account().refreshIfOlderThan(std::chrono::minutes(0));
    }

    bool shareMore(const QStringList &scopes)
    {
        for (const QJsonValue &value : m_stage->recordsAtClinic(QStringLiteral("p101"), QStringLiteral("Consent"))) {
            QJsonObject consent = value.toObject();
            if (!QJsonDocument(consent).toJson().contains("RelatedPerson/r101-1"))
                continue;
            QJsonObject provision = consent[QLatin1String("provision")].toObject();
            QJsonArray codes = provision[QLatin1String("code")].toArray();
            for (const QString &scope : scopes) {
                QJsonObject code = codes.first().toObject();
                QJsonArray codings = code[QLatin1String("coding")].toArray();
                QJsonObject coding = codings.first().toObject();
                coding[QLatin1String("code")] = scope;
                codings[0] = coding;
                code[QLatin1String("coding")] = codings;
                codes << code;
            }
            provision[QLatin1String("code")] = codes;
            consent[QLatin1String("provision")] = provision;
            return m_stage->importToClinic({QJsonObject{{QStringLiteral("resource"), consent}}});
        }
        return false;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish"))); }
    void cleanup() { m_stage.reset(); }

    void joinIsShutUntilTenMinutesBefore()
    {
        comeAt(QTime(22, 15)); // 5:15 pm; the session begins at 5:30
        QVERIFY2(screen().waitFor(QStringLiteral("Join opens at 5:20 pm")), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("Join opens at 5:20 pm"))); // to get ready
        QVERIFY2(screen().waitFor(QStringLiteral("I’m ready")), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("I’m ready")));
        QVERIFY2(screen().waitFor(QStringLiteral("You’re in the right place")), qPrintable(screen().spoken()));
        QVERIFY(!screen().has(QStringLiteral("Join")));
        QVERIFY(m_stage->person().visited().isEmpty());
    }

    void joinOpensTheLinkInTheBrowser()
    {
        comeAt(QTime(22, 21));
        QVERIFY(screen().waitFor(QStringLiteral("What stays with Maya")));
        QVERIFY2(goToJoin(), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("I’m ready")));
        QVERIFY(screen().waitUntil([this] { return !m_stage->person().visited().isEmpty(); }));
        QCOMPARE(m_stage->person().visited().first().scheme(), QStringLiteral("https"));
        QVERIFY(screen().press(QStringLiteral("Leave")));
        QVERIFY(screen().waitFor(QStringLiteral("Hi, Rosa")));
        QVERIFY(screen().has(QStringLiteral("What stays with Maya")));
    }

    // The question comes by itself to who comes back; the answer is hers alone, and goes with what was shared.
    void howItWasIsHersAndGoesWithTheSharing()
    {
        comeAt(QTime(22, 21));
        QVERIFY2(goToJoin(), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("I’m ready")));
        QVERIFY2(screen().waitFor(QStringLiteral("Your session opened"), 20'000), qPrintable(screen().spoken()));
        later(70);
        QVERIFY2(waitFor("How was it?") && screen().has(QStringLiteral("Only on this device. Nobody else sees it.")),
                 qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("Leave quickly")));
        QVERIFY(screen().press(QStringLiteral("Hard")) && waitFor("Done") && screen().press(QStringLiteral("Done")));
        QVERIFY(waitFor("Hi, Rosa"));
        QVERIFY2(!screen().has(QStringLiteral("How was it?")), qPrintable(screen().spoken()));
        QString id;
        for (const JoinedSession &one : joinedSessions(*m_stage->app().account().records()).value_or(QList<JoinedSession>()))
            id = one.id;
        m_stage->app().navigator().go(Navigator::SessionPage, id);
        QVERIFY2(waitFor("How it was: Hard") && screen().has(QStringLiteral("Remove what I said")), qPrintable(screen().spoken()));
        QVERIFY(!m_stage->app().account().records()->holdsOwnThings()); // a sign-out leaves nothing of it
        QVERIFY(m_stage->endConsent(QStringLiteral("r101-1")));
        refresh();
        QVERIFY2(screen().waitUntil(
                     [this] {
                         Records *records = m_stage->app().account().records();
                         return !records || joinedSessions(*records).value_or(QList<JoinedSession>()).isEmpty();
                     },
                     20'000),
                 qPrintable(screen().spoken()));
        QVERIFY2(!screen().spoken().contains(QStringLiteral("How it was")), qPrintable(screen().spoken()));
        if (!m_stage->app().account().records())
            QVERIFY(screen().waitUntil([this] {
                return QDir(m_stage->folder() + QStringLiteral("/device/accounts")).entryList({QStringLiteral("*.db")}).isEmpty();
            }));
    }

    // Every state of the evening in words; the clock is moved as if the device lay there.
    void theEveningIsSaidInWords()
    {
        comeAt(QTime(22, 15)); // 5:15 pm
        QVERIFY2(waitFor("Join opens 10 minutes before. Find a quiet spot."), qPrintable(screen().spoken()));
        later(6); // 5:21
        QVERIFY2(waitFor("You can join now. It starts at 5:30 pm."), qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("Join")));
        later(10); // 5:31
        QVERIFY2(waitFor("It has started. You can come in."), qPrintable(screen().spoken()));
        later(10); // 5:41
        QVERIFY2(waitFor("It has started. You can still join."), qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("Join")));
        later(10); // 5:51
        QVERIFY2(waitFor("It is late to come in now. Please call the clinic."), qPrintable(screen().spoken()));
        QVERIFY(!screen().has(QStringLiteral("Join")));
        QVERIFY(screen().press(QStringLiteral("Call your clinic")));
        QVERIFY(m_stage->dialer().called().last().contains(QStringLiteral("555")));
        // Who was in before, and lost the page, comes in by this.
        QVERIFY2(screen().press(QStringLiteral("Details")) && waitFor("Join"), qPrintable(screen().spoken()));
    }

    void aCancelledSessionIsSaid()
    {
        comeAt(QTime(22, 15));
        QVERIFY(waitFor("Join opens 10 minutes before. Find a quiet spot."));
        QVERIFY(changeFamilySession(*m_stage,
                                    [](QJsonObject &session) { session[QLatin1String("status")] = QStringLiteral("cancelled"); }));
        refresh();
        QVERIFY2(waitFor("Cancelled: Today, 5:30*"), qPrintable(screen().spoken()));
    }

    // Staff write down when the patient is busy only where that is shared: nothing but the time comes, and it is no session.
    void busyTimesAreTimesAlone()
    {
        comeAt(QTime(22, 15));
        QVERIFY(waitFor("Join opens 10 minutes before. Find a quiet spot."));
        QVERIFY(!screen().has(QStringLiteral("When Maya is busy, until*")));
        QVERIFY(screen().has(QStringLiteral("Times and links of family sessions for you")));
        QVERIFY(!screen().has(QStringLiteral("When Maya is busy, not with what")));
        QVERIFY(screen().has(QStringLiteral("Other sessions and health records")));
        QVERIFY(shareMore({QStringLiteral("busy"), QStringLiteral("attendance")}));
        refresh();
        QVERIFY2(waitFor("When Maya is busy, until*"), qPrintable(screen().spoken()));
        QVERIFY2(screen().has(QStringLiteral("Maya was there")), qPrintable(screen().spoken()));
        QVERIFY2(screen().has(QStringLiteral("When Maya is busy, not with what")), qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("If Maya came to sessions")));
        const QString home = screen().spoken(); // each day once
        const QStringList came = home.split(QStringLiteral(" | ")).filter(QRegularExpression(QStringLiteral(": (yes|no)$")));
        QVERIFY2(!came.isEmpty() && QSet<QString>(came.cbegin(), came.cend()).size() == came.size(), qPrintable(home));
        m_stage->app().preferences().setTextScale(2); // from when to when, also where that takes two lines
        QVERIFY2(screen().waitUntil(
                     [this] { return screen().spoken().contains(QRegularExpression(QStringLiteral("\\d (am|pm) to \\d"))); }),
                 qPrintable(screen().spoken()));
        m_stage->app().preferences().setTextScale(1);
        QVERIFY(screen().has(QStringLiteral("What other sessions are about, and health records")));
        QVERIFY(!screen().has(QStringLiteral("Other sessions and health records")));
        QVERIFY(!screen().spoken().contains(QStringLiteral("group"), Qt::CaseInsensitive));
        QVERIFY(screen().press(QStringLiteral("Sessions")));
        QVERIFY(waitFor("Family session*"));
        QVERIFY(!screen().spoken().contains(QStringLiteral("group"), Qt::CaseInsensitive));
    }

    void aConcernReachesStaffOnce()
    {
        comeAt(QTime(22, 15));
        QVERIFY2(waitFor("Tell the clinic something*") && screen().press(QStringLiteral("Tell the clinic something*")),
                 qPrintable(screen().spoken()));
        QVERIFY2(waitFor("We can listen; we may not be able to answer or say if someone is a patient."),
                 qPrintable(screen().spoken()));
        QVERIFY2(screen().has(QStringLiteral("Call 911*")) && screen().has(QStringLiteral("Call 988*")),
                 qPrintable(screen().spoken()));
        QVERIFY(screen().type(QStringLiteral("What should the clinic know?"), QStringLiteral("She did not come home")));
        // What is in the box is there again.
        QVERIFY(screen().press(QStringLiteral("Back")) && waitFor("Tell the clinic something*")
                && screen().press(QStringLiteral("Tell the clinic something*")) && waitFor("Send to the clinic"));
        QVERIFY(screen().press(QStringLiteral("Send to the clinic")));
        QVERIFY2(screen().waitFor(QStringLiteral("Sent to the clinic"), 20'000), qPrintable(screen().spoken()));
        QVERIFY2(m_stage->inbox().contains("She did not come home"), m_stage->inbox().constData());
        QVERIFY(!screen().spoken().contains(QStringLiteral("come home"))); // for who looks over a shoulder
        // Without the clinic it waits, and goes by itself, once.
        m_stage->closeClinic();
        QVERIFY(screen().type(QStringLiteral("What should the clinic know?"), QStringLiteral("Still not here")));
        QVERIFY(screen().press(QStringLiteral("Send to the clinic")));
        QVERIFY2(waitFor("Saved*"), qPrintable(screen().spoken()));
        QVERIFY(m_stage->openClinic());
        m_stage->clock().advance(std::chrono::minutes(2));
        m_stage->app().account().tryNow();
        QVERIFY2(screen().waitUntil([this] { return m_stage->inbox().contains("Still not here"); }, 30'000),
                 qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().records()->unsentCount() == 0; }, 20'000));
        QCOMPARE(m_stage->inbox().count("Still not here"), 1);
    }

    // One tap for each word, and what became of it. Without the clinic it waits, and goes by itself, once.
    void whetherTheyComeReachesStaffOnce()
    {
        comeAt(QTime(22, 15));
        const auto rowsOf = [this](const QByteArray &word) {
            QByteArrayList rows = m_stage->inbox().split('\n');
            rows.removeIf([&](const QByteArray &row) {
                return !row.contains(QByteArray('\t' + word + '\t')) || !row.contains("\tRelatedPerson/r101-1\t");
            });
            return rows;
        };
        QVERIFY2(waitFor("I plan to come*") && waitFor("I can’t come*"), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("I can’t come*")));
        QVERIFY2(screen().waitFor(QStringLiteral("You told us you can’t come,*Request sent at*"), soon),
                 qPrintable(screen().spoken()));
        const QByteArrayList declined = rowsOf("declined");
        QCOMPARE(declined.size(), 1);
        QVERIFY(m_stage->command(
            {QStringLiteral("inbox"), QStringLiteral("--seen"), QString::fromLatin1(declined.first().split('\t').first())}));
        refresh();
        QVERIFY2(screen().waitFor(QStringLiteral("You told us you can’t come,*Your clinic has seen it."), soon),
                 qPrintable(screen().spoken()));
        m_stage->closeClinic();
        QVERIFY(screen().press(QStringLiteral("You told us you can’t come,*")));
        QVERIFY2(waitFor("I can come after all") && screen().press(QStringLiteral("I can come after all")),
                 qPrintable(screen().spoken()));
        // On the session's page what was said and what became of it are a line each.
        QVERIFY2(waitFor("You told us you plan to come*") && waitFor("Saved here. Not sent yet."), qPrintable(screen().spoken()));
        QVERIFY(m_stage->openClinic());
        m_stage->clock().advance(std::chrono::minutes(2));
        m_stage->app().account().tryNow();
        QVERIFY2(screen().waitUntil([&] { return !rowsOf("accepted").isEmpty(); }, soon), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().records()->unsentCount() == 0; }, 20'000));
        QCOMPARE(rowsOf("accepted").size(), 1);
        QVERIFY2(waitFor("Request sent at*"), qPrintable(screen().spoken()));
    }

    // The next session is not called off by a second tap: what was answered can be taken back where it was said.
    void theRowsStayWithTheSessionThatWasAnswered()
    {
        comeAt(QTime(22, 15));
        QVERIFY2(waitFor("I can’t come*") && screen().press(QStringLiteral("I can’t come*")), qPrintable(screen().spoken()));
        QVERIFY2(screen().waitFor(QStringLiteral("*You told us you can’t come*"), soon), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("I can come after all*") && !screen().has(QStringLiteral("I can’t come*")), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("I can come after all*")));
        QVERIFY2(screen().waitFor(QStringLiteral("*You told us you plan to come*"), soon) && waitFor("*Request sent at*"),
                 qPrintable(screen().spoken()));
        QVERIFY2(waitFor("I can’t come*"), qPrintable(screen().spoken()));
    }

    // One clinic, two devices: what was agreed is on both, and goes from the relative's with the consent.
    void theCardIsOnBothDevices()
    {
        comeAt(QTime(22, 15));
        QVERIFY2(waitFor("How I can help") && screen().has(QStringLiteral("Text me before you call. I pick up when I can.")),
                 qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("You and Maya agreed on this on *")));
        m_stage->closeApp();
        {
            Stage patient(QDateTime(QDate(2026, 11, 20), QTime(22, 15), QTimeZone::utc()));
            QVERIFY(patient.openApp(m_stage->clinic().base().toString()));
            QVERIFY(patient.signIn(QStringLiteral("maya"), QStringLiteral("demo")));
            QVERIFY(patient.screen().waitFor(QStringLiteral("See your plan"), 20'000)
                    && patient.screen().press(QStringLiteral("See your plan")));
            QVERIFY2(patient.screen().waitFor(QStringLiteral("How Rosa can help"))
                         && patient.screen().has(QStringLiteral("Text me before you call. I pick up when I can."))
                         && patient.screen().waitFor(QStringLiteral("*Both of you see it."), 20'000),
                     qPrintable(patient.screen().spoken()));
        }
        QVERIFY(m_stage->openApp());
        QVERIFY(waitFor("How I can help"));
    }

    // Rosa is here for Maya, and for Jordan: one store each, and nothing of one on the other's pages.
    void twoPatientsAreTwoStores()
    {
        comeAt(QTime(22, 15));
        QVERIFY(waitFor("Here for Maya"));
        QVERIFY(!screen().has(QStringLiteral("Who are you here for?*")));
        QVERIFY(m_stage->addIdentity(QStringLiteral("rosa"), QStringLiteral("r102-2"), QStringLiteral("p102")));
        QVERIFY(screen().press(QStringLiteral("You")) && waitFor("Add another person*"));
        m_stage->person().setPatient(1);
        QVERIFY(screen().press(QStringLiteral("Add another person*")));
        QVERIFY2(screen().waitFor(QStringLiteral("Here for Jordan"), 30'000), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }, 20'000));
        // A name in the picker is all that shows.
        const auto shows = [this](const char *words) { return screen().spoken().contains(QString::fromUtf8(words)); };
        QVERIFY2(!shows("Maya") && !shows("Text me before you call") && !shows("5:30"), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("Sessions")));
        QTest::qWait(300);
        QVERIFY2(!shows("Maya") && !shows("5:30"), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("Home")) && waitFor("Who are you here for?*"));
        QVERIFY(screen().press(QStringLiteral("Who are you here for?*")));
        // What was begun for one is not there for the other.
        QVERIFY(screen().press(QStringLiteral("Home")) && waitFor("Tell the clinic something*")
                && screen().press(QStringLiteral("Tell the clinic something*")));
        QVERIFY(screen().type(QStringLiteral("What should the clinic know?"), QStringLiteral("about Jordan")));
        QCOMPARE(box(), QStringLiteral("about Jordan"));
        QVERIFY(screen().press(QStringLiteral("You")) && waitFor("Maya"));
        QVERIFY(screen().press(QStringLiteral("Maya")));
        QVERIFY2(screen().waitFor(QStringLiteral("Here for Maya"), 30'000), qPrintable(screen().spoken()));
        QVERIFY2(!shows("Jordan"), qPrintable(screen().spoken()));
        QVERIFY(waitFor("How I can help"));
        QVERIFY(!m_stage->app().navigator().canGoBack());
        QVERIFY(waitFor("Tell the clinic something*") && screen().press(QStringLiteral("Tell the clinic something*"))
                && waitFor("Send to the clinic"));
        QVERIFY2(!box().contains(QStringLiteral("Jordan")), qPrintable(box()));
        // And the app that is started again is where she was.
        m_stage->closeApp();
        QVERIFY(m_stage->openApp());
        QVERIFY(waitFor("Here for Maya"));
        QVERIFY(screen().press(QStringLiteral("You")) && waitFor("Jordan") && screen().press(QStringLiteral("Jordan")));
        QVERIFY2(screen().waitFor(QStringLiteral("Here for Jordan"), 30'000), qPrintable(screen().spoken()));
        QVERIFY(waitFor("Tell the clinic something*") && screen().press(QStringLiteral("Tell the clinic something*"))
                && waitFor("Send to the clinic"));
        QCOMPARE(box(), QStringLiteral("about Jordan"));
    }

    void leavingQuicklyShowsNothing()
    {
        comeAt(QTime(22, 15));
        QVERIFY(waitFor("Here for Maya"));
        for (const char *place : {"Home", "Sessions", "Lessons", "You"}) {
            QVERIFY(screen().press(QString::fromLatin1(place)));
            QVERIFY2(waitFor("Leave quickly"), place);
        }
        QVERIFY(screen().press(QStringLiteral("Leave quickly")));
        QVERIFY(waitFor("Notes"));
        QVERIFY2(!screen().spoken().contains(QStringLiteral("Rosa")) && !screen().has(QStringLiteral("Home"))
                     && !screen().spoken().contains(QStringLiteral("clinic"), Qt::CaseInsensitive),
                 qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("Back")));
        QVERIFY(waitFor("You and privacy"));
        QCOMPARE(m_stage->app().navigator().route(), Navigator::Me);
    }

    void theLeaderIsNotCalledHers()
    {
        comeAt(QTime(22, 15));
        QVERIFY(screen().press(QStringLiteral("Sessions")));
        QVERIFY(screen().waitFor(QStringLiteral("Family session*")));
        QVERIFY(screen().press(QStringLiteral("Family session*")));
        QVERIFY2(screen().waitFor(QStringLiteral("Counselor")) && screen().has(QStringLiteral("Dana Ruiz")),
                 qPrintable(screen().spoken()));
    }

    void theBarMarksYou()
    {
        comeAt(QTime(22, 15));
        QVERIFY(screen().press(QStringLiteral("Lessons")));
        QVERIFY(screen().press(QStringLiteral("You")));
        QVERIFY(screen().waitFor(QStringLiteral("You and privacy")));
        QCOMPARE(m_stage->app().navigator().tab(), Navigator::Me);
        QVERIFY(screen().press(QStringLiteral("Sign out, Your clinic*")));
        QVERIFY(screen().waitFor(QStringLiteral("Stay signed in")));
        QCOMPARE(m_stage->app().navigator().tab(), Navigator::Me);
    }

    /// Not by video: the address, and the way there.
    void aSessionAtTheClinicSaysWhere()
    {
        comeAt(QTime(21, 0));
        QVERIFY(changeFamilySession(*m_stage, [](QJsonObject &session) {
            session.remove(QStringLiteral("extension"));
            QJsonArray people = session[QLatin1String("participant")].toArray();
            const QJsonObject room{{QStringLiteral("reference"), QStringLiteral("Location/l2")},
                                   {QStringLiteral("display"), QStringLiteral("Room 2, Harbor Street Clinic")}};
            people << QJsonObject{{QStringLiteral("actor"), room}, {QStringLiteral("status"), QStringLiteral("accepted")}};
            session[QLatin1String("participant")] = people;
        }));
        QVERIFY2(downloadAnew(*m_stage), qPrintable(screen().spoken()));
        m_stage->app().navigator().go(Navigator::SessionPage, QStringLiteral("a101-20261120-1730"));
        QVERIFY2(waitFor("*214 Harbor Street*") && waitFor("Directions"), qPrintable(screen().spoken()));
        QVERIFY(!screen().has(QStringLiteral("Join opens*")));
        QCOMPARE(m_stage->app().account().records()->store().records(QStringLiteral("Location"))->size(), 1);
    }

    void nothingElseOfThePatientIsOnTheDevice()
    {
        comeAt(QTime(22, 15));
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }));
        Store &store = m_stage->app().account().records()->store();
        for (const char *type : {"QuestionnaireResponse", "CarePlan", "MedicationRequest", "Goal", "EpisodeOfCare"})
            QVERIFY2(store.records(QString::fromLatin1(type))->isEmpty(), type);
        QCOMPARE(store.records(QStringLiteral("Communication"))->size(), 1); // the card that was agreed with her
        const Result<QList<Session>> sessions = m_stage->app().account().records()->sessions(QDate(2026, 8, 1), QDate(2027, 3, 1));
        QVERIFY(!sessions->isEmpty());
        for (const Session &session : *sessions)
            QCOMPARE(session.kind, SessionKind::Family);
    }

    void whenConsentEndsNothingStays()
    {
        comeAt(QTime(22, 21));
        QVERIFY(screen().waitFor(QStringLiteral("Join")));
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }));
        QVERIFY2(goToJoin(), qPrintable(screen().spoken()));
        QVERIFY(m_stage->endConsent(QStringLiteral("r101-1")));
        QVERIFY(screen().press(QStringLiteral("I’m ready")));
        QVERIFY2(screen().waitFor(QStringLiteral("This session is not open for you.")), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("Leave")));
        if (m_stage->app().navigator().isSignedIn())
            QVERIFY(screen().press(QStringLiteral("Home")));
        QVERIFY2(screen().waitFor(QStringLiteral("Nothing is shared right now"), 20'000), qPrintable(screen().spoken()));
        QVERIFY2(screen().waitUntil([this] { return !screen().spoken().contains(QStringLiteral("Maya")); }, 20'000),
                 qPrintable(screen().spoken()));
        QVERIFY(m_stage->person().visited().isEmpty());
        QVERIFY2(!screen().spoken().contains(QStringLiteral("Maya")), qPrintable(screen().spoken()));
        QVERIFY2(!screen().has(QStringLiteral("What you can see")), qPrintable(screen().spoken()));
        // Nothing of it is on the disk: the store is gone, or holds no record any more.
        if (!m_stage->app().account().records())
            QVERIFY(screen().waitUntil([this] {
                return QDir(m_stage->folder() + QStringLiteral("/device/accounts")).entryList({QStringLiteral("*.db")}).isEmpty();
            }));
        else
            QCOMPARE(m_stage->app().account().records()->helpCards().size(), 0);
    }

    /// Nothing here tells any more at which clinic it was. With its address the person can sign in again.
    void whenConsentEndsTheClinicsAddressGoes()
    {
        const QString field = QStringLiteral("Your clinic’s address");
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 20), QTime(22, 15), QTimeZone::utc()));
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openAppToType());
        const QString address = m_stage->clinic().base().toString();
        QVERIFY(screen().waitFor(field) && screen().type(field, address));
        QVERIFY2(m_stage->signIn(QStringLiteral("rosa"), QStringLiteral("demo")), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }));
        QVERIFY(!m_stage->app().preferences().server().isEmpty());
        QString consent;
        for (const QJsonValue &one : m_stage->recordsAtClinic(QStringLiteral("p101"), QStringLiteral("Consent"))) {
            if (QJsonDocument(one.toObject()).toJson().contains("RelatedPerson/r101-1"))
                consent = one[QLatin1String("id")].toString();
        }
        QVERIFY(m_stage->command({QStringLiteral("family"), QStringLiteral("--end"), consent})); // and the sign-in with it
        refresh();
        QVERIFY2(screen().waitFor(field, 20'000), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return m_stage->app().preferences().server().isEmpty(); }));
        QVERIFY2(screen().has(QStringLiteral("Nothing is shared right now")), qPrintable(screen().spoken()));
        QCOMPARE(box(field), QString());
        QVERIFY(screen().type(field, address));
        QVERIFY(m_stage->app().preferences().server().isEmpty()); // not before somebody is in by it
        QCOMPARE(box(field), address);
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    TestRelative test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_relative.moc"
