// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "JoinAnswers.h"

#include "fakes/FakeBrowser.h"
#include "fakes/OneDevice.h"
#include "view/HowWasItView.h"
#include "view/JoinView.h"
#include "view/MinuteTimer.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace handrail;
using namespace handrail::joining;

namespace {

QStringList told;
QtMessageHandler before = nullptr;
void listen(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    told << text;
    if (before)
        before(type, context, text);
}

} // namespace

/// The tap of Join against a clinic that says what it likes.
class TestJoin final : public QObject, OneDevice
{
    Q_OBJECT

    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MinuteTimer> m_minute;
    std::unique_ptr<Navigator> m_navigator;
    std::unique_ptr<FakeBrowser> m_links;
    std::unique_ptr<JoinView> m_view;
    std::unique_ptr<HowWasItView> m_after;
    const QString m_path = FakeFhirServer::at(QStringLiteral("Appointment/a1/$join"));

    void putSession(bool hasAddress, const QDateTime &at = start, const char *status = "booked")
    {
        const QByteArray body = appointment(hasAddress, at, status);
        const QString version = QLatin1String(status) + at.toString(Qt::ISODate); // the same again is skipped
        m_server->setRecords(QStringLiteral("Appointment"), {QJsonDocument::fromJson(body).object()});
        QVERIFY(m_account->records()->store().putRecords(
            {{QStringLiteral("Appointment"), QStringLiteral("a1"), version, m_clock.nowUtc(), at.date(), body}}));
        m_view->refresh();
    }
    void offer(bool isOffered)
    {
        m_server->route("GET", FakeFhirServer::at(QStringLiteral("metadata")),
                        json(200,
                             isOffered ? "{'resourceType':'CapabilityStatement','rest':[{'resource':[{'type':'Appointment',"
                                         "'operation':[{'name':'join'}]}]}]}"
                                       : "{'resourceType':'CapabilityStatement','rest':[{'resource':[{'type':'Appointment'}]}]}"));
    }
    void answer(const FakeReply &reply) { m_server->route("POST", m_path, reply); }
    /// Into the session, which is known to make links.
    void goIn()
    {
        putSession(false);
        offer(true);
        answer(good());
        tap();
        QCOMPARE(m_view->step(), JoinView::Opened);
    }
    [[nodiscard]] QList<JoinedSession> joined() { return joinedSessions(*m_account->records()).value_or(QList<JoinedSession>()); }
    void tap()
    {
        m_navigator->go(Navigator::WaitingRoom, QStringLiteral("a1"));
        m_view->setSessionId(QStringLiteral("a1"));
        m_view->join();
        QTRY_VERIFY(m_view->step() != JoinView::Asking);
    }

private Q_SLOTS:
    void init()
    {
        told.clear();
        before = qInstallMessageHandler(listen);
        begin(FakeClock(start.addSecs(-300)));
        m_preferences = std::make_unique<Preferences>(QString());
        m_preferences->setLanguage(QStringLiteral("en"));
        m_minute = std::make_unique<MinuteTimer>(m_clock);
        m_navigator = std::make_unique<Navigator>();
        m_links = std::make_unique<FakeBrowser>();
        m_view = std::make_unique<JoinView>(*m_account, m_clock, *m_preferences, *m_minute, *m_navigator, *m_links);
        m_after = std::make_unique<HowWasItView>(*m_account, m_clock, *m_preferences, *m_minute, *m_navigator);
        signIn();
        m_navigator->setEntry(Navigator::Today, true, false);
    }
    void cleanup()
    {
        m_after.reset();
        m_view.reset();
        end();
        qInstallMessageHandler(before);
    }

    void theLinkIsOpenedAndKeptNowhere()
    {
        putSession(false);
        offer(true);
        answer(good());
        tap();
        QCOMPARE(m_view->step(), JoinView::Opened);
        QCOMPARE(m_links->opened().size(), 1);
        QCOMPARE(m_links->opened().first().toString(QUrl::RemoveFragment), madeLink);
        QCOMPARE(m_links->opened().first().fragment(),
                 QStringLiteral("config.startWithAudioMuted=false&config.startWithVideoMuted=true"));
        // Not on a page, not in the log, not in the store, not in its file.
        QVERIFY(!m_view->text().contains(QLatin1String("meet.example")) && !m_view->title().contains(QLatin1String("meet")));
        for (const QString &line : told)
            QVERIFY2(!line.contains(QLatin1String("meet.example")) && !line.contains(QLatin1String("secret.of.one")),
                     qPrintable(line));
        Store &store = m_account->records()->store();
        const QList<QByteArray> records = store.records(QStringLiteral("Appointment")).value_or(QList<QByteArray>());
        QVERIFY(!records.isEmpty());
        for (const QByteArray &record : records)
            QVERIFY(!record.contains("meet.example"));
        for (const QString &name : left()) {
            QFile file(accounts() + u'/' + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains("meet.example") && !bytes.contains("secret.of.one"));
        }
    }

    void whatIsSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<QString>("title");
        QTest::addColumn<bool>("isAgain"); // trying again is offered
        const auto row = [](const char *reason, const char *title, bool isAgain = false) {
            QTest::newRow(reason) << 409 << QByteArray(reason) << QString::fromUtf8(title) << isAgain;
        };
        row("too-late", "It began over 20 minutes ago", true);
        row("over", "This session is over");
        row("cancelled", "This session was cancelled");
        row("not-booked", "This session is not booked yet");
        row("no-link", "There is no video link");
        row("what no app knows", "This session is not open for you.");
        QTest::newRow("404") << 404 << QByteArray() << QStringLiteral("This session is not open for you.") << false;
        QTest::newRow("403") << 403 << QByteArray() << QStringLiteral("This session is not open for you.") << false;
        QTest::newRow("500") << 500 << QByteArray() << QStringLiteral("Your clinic’s system has trouble") << true;
        QTest::newRow("503") << 503 << QByteArray() << QStringLiteral("Your clinic’s system has trouble") << true;
        QTest::newRow("a page") << 200 << QByteArray() << QStringLiteral("Your clinic’s system has trouble") << true;
    }
    void whatIsSaid()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, reason);
        QFETCH(QString, title);
        QFETCH(bool, isAgain);
        putSession(true); // an address that is known helps nobody whom the clinic refused
        offer(true);
        answer(status == 409 ? refusal(reason) : json(status, "<html>"));
        tap();
        QCOMPARE(m_view->step(), JoinView::Refused);
        QCOMPARE(m_view->title(), title);
        QVERIFY(m_view->text().contains(QLatin1String("all your clinic")));
        QVERIFY(m_view->shouldCall());
        QCOMPARE(m_view->canJoin(), isAgain);
        QVERIFY(m_links->opened().isEmpty());
    }

    void tooEarlySaysWhen()
    {
        putSession(false);
        offer(true);
        answer(tooEarly("2026-11-18T22:35:00.000Z"));
        tap();
        QCOMPARE(m_view->title(), QStringLiteral("Not open yet"));
        QVERIFY2(m_view->text().contains(QStringLiteral("5:35")), qPrintable(m_view->text()));
        QVERIFY(!m_view->shouldCall());
        // When that time comes it opens by itself, on this device's clock.
        m_clock.advance(std::chrono::minutes(11));
        m_view->refresh();
        QCOMPARE(m_view->step(), JoinView::Ready);
    }

    /// What the clinic decides after it said "too early" is said on the page that waits.
    void tooEarlyIsNotTheLastWord_data()
    {
        QTest::addColumn<QDateTime>("movedTo");
        QTest::addColumn<bool>("isOff");
        QTest::addColumn<QString>("title");
        QTest::newRow("as the clinic said") << start.addSecs(1200) << false << QStringLiteral("Not open yet");
        QTest::newRow("back to what it was") << start << false << QStringLiteral("You can join now");
        QTest::newRow("earlier than the clinic said") << start.addSecs(900) << false << QStringLiteral("You’re in the right place");
        QTest::newRow("cancelled") << start << true << QStringLiteral("This session was cancelled");
        QTest::newRow("over") << start.addDays(-1) << false << QStringLiteral("This session is over");
        QTest::newRow("a little later") << start.addSecs(1800) << false << QStringLiteral("You’re in the right place");
    }
    void tooEarlyIsNotTheLastWord()
    {
        QFETCH(QDateTime, movedTo);
        QFETCH(bool, isOff);
        QFETCH(QString, title);
        putSession(false);
        offer(true);
        answer(tooEarly("2026-11-18T22:35:00.000Z"));
        tap();
        putSession(false, start.addSecs(1200)); // what the clinic meant
        QCOMPARE(m_view->title(), QStringLiteral("Not open yet"));
        putSession(false, movedTo, isOff ? "cancelled" : "booked");
        QCOMPARE(m_view->title(), title);
        QCOMPARE(m_view->text().contains(QStringLiteral("5:35")), title == u"Not open yet");
        QCOMPARE(m_view->shouldCall(), isOff || movedTo.date() < start.date());
    }

    void offlineAndSlow()
    {
        putSession(false);
        offer(true);
        answer(good());
        tap();
        QCOMPARE(m_links->opened().size(), 1);
        m_view->join(); // the clinic is known to make links
        QTRY_COMPARE(m_links->opened().size(), 2);
        m_server->stop();
        tap();
        QCOMPARE(m_view->title(), QStringLiteral("You’re offline"));
        QVERIFY(m_view->canJoin());
        QCOMPARE(m_links->opened().size(), 2);
        m_server->resume();
        m_view->join();
        QTRY_COMPARE(m_links->opened().size(), 3);
    }

    void twoTapsAreOneCall()
    {
        putSession(false);
        offer(true);
        answer(good());
        m_navigator->go(Navigator::WaitingRoom, QStringLiteral("a1"));
        m_view->setSessionId(QStringLiteral("a1"));
        m_view->join();
        m_view->join();
        QTRY_COMPARE(m_view->step(), JoinView::Opened);
        QTest::qWait(50);
        QCOMPARE(m_server->requestsTo(m_path).size(), 1);
        QCOMPARE(m_links->opened().size(), 1);
    }

    void lockedMeanwhileNothingOpens()
    {
        setPin();
        putSession(false);
        offer(true);
        answer(good());
        m_navigator->go(Navigator::WaitingRoom, QStringLiteral("a1"));
        m_view->setSessionId(QStringLiteral("a1"));
        m_view->join();
        m_account->lock();
        QTest::qWait(300);
        QVERIFY(m_links->opened().isEmpty());
        QCOMPARE(m_view->step(), JoinView::Nothing);
        unlock();
        QTest::qWait(100);
        QVERIFY(m_links->opened().isEmpty());
    }

    void whoLeftIsNotTakenIn()
    {
        putSession(false);
        offer(true);
        answer(good());
        m_navigator->go(Navigator::WaitingRoom, QStringLiteral("a1"));
        m_view->setSessionId(QStringLiteral("a1"));
        m_view->join();
        m_view->leave();
        QTest::qWait(300);
        QVERIFY(m_links->opened().isEmpty());
        QCOMPARE(m_navigator->route(), Navigator::Today);
    }

    void aServerWithoutItGivesItsAddress()
    {
        putSession(true);
        offer(false);
        tap();
        QCOMPARE(m_links->opened(), QList<QUrl>{QUrl(QStringLiteral("https://video.example/staff"))}); // as it is
        QVERIFY(m_server->requestsTo(m_path).isEmpty());
        QVERIFY(m_view->offText().isEmpty()); // nothing was chosen
        for (const bool isMicOn : {true, false}) {
            m_view->ready(isMicOn, false);
            QTRY_COMPARE(m_links->opened().size(), isMicOn ? 2 : 3);
            QVERIFY(m_view->offText().contains(QLatin1String("your camera")));
            QCOMPARE(m_view->offText().contains(QLatin1String("your microphone")), !isMicOn);
        }
        m_server->setRecords(QStringLiteral("Appointment"), {}); // it is not there any more
        tap();
        QCOMPARE(m_view->title(), QStringLiteral("This session is not open for you."));
        QCOMPARE(m_links->opened().size(), 3);
    }

    void theCheckComesFirstUnlessItIsLeftOut()
    {
        putSession(false);
        offer(true);
        answer(good());
        m_view->begin(QStringLiteral("a1"));
        QCOMPARE(m_navigator->route(), Navigator::BeforeJoin);
        QVERIFY(m_server->requestsTo(m_path).isEmpty()); // nothing is sent until one is ready
        m_view->ready(false, true);
        QCOMPARE(m_navigator->route(), Navigator::WaitingRoom);
        QTRY_COMPARE(m_view->step(), JoinView::Opened);
        QCOMPARE(m_links->opened().first().fragment(),
                 QStringLiteral("config.startWithAudioMuted=true&config.startWithVideoMuted=false"));
        m_view->leave();
        m_preferences->setChecksDevices(false);
        m_view->begin(QStringLiteral("a1"));
        QCOMPARE(m_navigator->route(), Navigator::WaitingRoom);
        QTRY_COMPARE(m_links->opened().size(), 2);
    }

    void whoLeavesBeforeItBeganIsNotAsked()
    {
        goIn();
        QCOMPARE(joined(), (QList<JoinedSession>{{QStringLiteral("a1"), m_clock.nowUtc(), false, {}}}));
        m_view->leave();
        QCOMPARE(m_navigator->route(), Navigator::Today);
        QVERIFY(m_after->dueId().isEmpty());
    }

    void whoLeavesIsAskedOnce()
    {
        goIn();
        m_clock.advance(std::chrono::minutes(30));
        m_view->leave();
        QCOMPARE(m_navigator->route(), Navigator::HowWasIt);
        QCOMPARE(m_navigator->argument(), QStringLiteral("a1"));
        QCOMPARE(m_after->title(), QStringLiteral("Family session"));
        QCOMPARE(m_after->nextText(), QStringLiteral("Nothing more is planned yet."));
        QCOMPARE(m_after->options().size(), 5);
        QCOMPARE(m_after->current(), -1);
        m_after->choose(4);
        QCOMPARE(m_after->current(), 4);
        m_after->choose(3);
        QCOMPARE(joined().first().was, HowItWas::Good); // kept as it is picked
        m_after->choose(5);
        QCOMPARE(m_after->current(), 3);
        m_navigator->back();
        QCOMPARE(m_navigator->route(), Navigator::Today);
        QCOMPARE(m_after->words().value(QStringLiteral("a1")).toString(), QStringLiteral("Good"));
        // Not by the card, nor by leaving once more.
        m_clock.advance(std::chrono::hours(1));
        m_after->refresh();
        QVERIFY(m_after->dueId().isEmpty());
        m_clock.setWallClock(start.addSecs(1800));
        tap();
        m_clock.advance(std::chrono::minutes(20));
        m_view->leave();
        QCOMPARE(m_navigator->route(), Navigator::Today);
        // It can be taken away, and is not asked then either.
        m_after->remove(QStringLiteral("a1"));
        QVERIFY(m_after->words().isEmpty() && m_after->dueId().isEmpty());
        QVERIFY(!joined().first().was && joined().first().isAsked);
        // Nobody heard of any of it.
        for (const FakeRequest &request : m_server->requests())
            QVERIFY2(request.method == "GET" || request.path == m_path || request.path.contains(QLatin1String("/auth/")),
                     qPrintable(request.path));
        QCOMPARE(m_account->records()->unsentCount(), 0);
        for (const QString &line : told)
            QVERIFY2(!line.contains(QLatin1String("good"), Qt::CaseInsensitive), qPrintable(line));
    }

    void whoSkipsIsNotAskedAgain()
    {
        goIn();
        m_clock.advance(std::chrono::minutes(30));
        m_view->leave();
        m_navigator->back();
        m_clock.advance(std::chrono::minutes(60));
        m_after->refresh();
        QVERIFY(m_after->dueId().isEmpty() && m_after->words().isEmpty());
        QVERIFY(!m_account->records()->holdsOwnThings());
    }

    void whoComesBackAfterItsEndFindsTheQuestion()
    {
        goIn();
        m_clock.advance(std::chrono::minutes(60));
        Q_EMIT m_minute->turned();
        QCOMPARE(m_navigator->route(), Navigator::HowWasIt);
        QCOMPARE(m_view->step(), JoinView::Nothing);
        m_navigator->back();
        QCOMPARE(m_navigator->route(), Navigator::Today);
    }

    void whatALockTookIsAskedByTheCard()
    {
        setPin();
        goIn();
        m_clock.advance(std::chrono::minutes(60));
        m_view->refresh();
        QCOMPARE(m_navigator->route(), Navigator::HowWasIt);
        m_account->lock();
        m_navigator->setEntry(Navigator::Locked, false, false);
        QVERIFY(m_after->title().isEmpty() && m_after->dueText().isEmpty());
        unlock();
        m_navigator->setEntry(Navigator::Today, true, false);
        QCOMPARE(m_after->dueId(), QStringLiteral("a1"));
        QVERIFY2(m_after->dueText().startsWith(QStringLiteral("Family session · ")), qPrintable(m_after->dueText()));
        m_navigator->go(Navigator::HowWasIt, m_after->dueId());
        m_navigator->openHelp(); // what lies over the page leaves it open
        QVERIFY(!joined().first().isAsked);
        m_navigator->back();
        m_navigator->back();
        QVERIFY(joined().first().isAsked && m_after->dueId().isEmpty());
    }

    void theCardGoesWithOneTap()
    {
        goIn();
        m_view->leave();
        m_clock.advance(std::chrono::minutes(60));
        m_after->refresh();
        QCOMPARE(m_after->dueId(), QStringLiteral("a1"));
        m_after->skip();
        QVERIFY(m_after->dueId().isEmpty() && joined().first().isAsked);
    }

    void aCancelledSessionIsNotAskedAbout()
    {
        goIn();
        putSession(false, start, "cancelled");
        m_clock.advance(std::chrono::minutes(60));
        m_view->refresh();
        QCOMPARE(m_navigator->route(), Navigator::WaitingRoom);
        m_view->leave();
        QCOMPARE(m_navigator->route(), Navigator::Today);
        m_after->refresh();
        QVERIFY(m_after->dueId().isEmpty());
    }

    void whoWasNotLetInIsNotAsked()
    {
        putSession(false);
        offer(true);
        answer(refusal("too-late"));
        tap();
        m_clock.advance(std::chrono::minutes(60));
        m_view->leave();
        m_after->refresh();
        QVERIFY(joined().isEmpty() && m_after->dueId().isEmpty());
        QCOMPARE(m_navigator->route(), Navigator::Today);
    }

    void erasingTakesTheAnswer()
    {
        goIn();
        m_clock.advance(std::chrono::minutes(60));
        m_view->refresh();
        m_after->choose(0);
        QVERIFY(m_account->records()->holdsOwnThings());
        QCoro::waitFor(m_account->signOut(Account::Leaving::Erase));
        QVERIFY(m_after->words().isEmpty() && m_after->current() < 0 && m_after->dueId().isEmpty());
        QVERIFY2(storeFiles().isEmpty(), qPrintable(left().join(u' ')));
        signIn();
        QVERIFY(joined().isEmpty());
    }

    void aSignOutKeepsAPatientsAnswer()
    {
        goIn();
        m_clock.advance(std::chrono::minutes(60));
        m_view->refresh();
        m_after->choose(0);
        QCoro::waitFor(m_account->signOut(Account::Leaving::KeepUnsent));
        QVERIFY(m_after->words().isEmpty());
        signIn();
        QCOMPARE(m_after->words().value(QStringLiteral("a1")).toString(), QStringLiteral("Very hard"));
    }

    void beforeItOpensOneWaits()
    {
        putSession(false, start.addSecs(3600));
        offer(true);
        m_view->begin(QStringLiteral("a1"));
        m_view->ready(true, false);
        QCOMPARE(m_navigator->route(), Navigator::WaitingRoom);
        QCOMPARE(m_view->step(), JoinView::Early);
        QCOMPARE(m_view->title(), QStringLiteral("You’re in the right place"));
        m_view->join();
        QCOMPARE(m_view->step(), JoinView::Early);
        QVERIFY(m_server->requestsTo(m_path).isEmpty());
    }
};

QTEST_MAIN(TestJoin)
#include "tst_join.moc"
