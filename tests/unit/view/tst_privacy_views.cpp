// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "AccessLogPages.h"
#include "care/HowItWas.h"
#include "care/MyPeople.h"
#include "care/OwnMarks.h"
#include "care/OwnSheets.h"
#include "care/SafetyPlan.h"
#include "fakes/FakeFileExport.h"
#include "fakes/OneDevice.h"
#include "sync/PullPlan.h"
#include "view/AccessLogView.h"
#include "view/DownloadView.h"
#include "view/PrivacyView.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonArray>

using namespace handrail;
using namespace Qt::StringLiterals;
using logged::looked;
using logged::page;

namespace {

const QDateTime wednesday(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()); // 3:20 pm in New York

QString field(const QVariantList &lines, int at, const char *name)
{
    return lines.value(at).toMap().value(QLatin1String(name)).toString().replace(QChar(QChar::Nbsp), u' ');
}

} // namespace

/// Who looked, what is here, and the file of all of it, over a strict server and a sealed store.
class TestPrivacyViews final : public QObject, OneDevice
{
    Q_OBJECT

    std::unique_ptr<Preferences> m_preferences;
    const QString m_path = FakeFhirServer::at(u"AuditEvent"_s);

    bool wait(const std::function<bool()> &isSo) { return QTest::qWaitFor(isSo, 10'000); }

private Q_SLOTS:
    void init()
    {
        begin(FakeClock(wednesday));
        m_preferences = std::make_unique<Preferences>(QString());
        m_preferences->setLanguage(u"en"_s);
        signIn();
    }
    void cleanup()
    {
        m_preferences.reset();
        end();
    }

    void whoLookedIsAskedForOnlyWhenSomebodyWantsToKnow()
    {
        QVERIFY(QCoro::waitFor(m_account->sync()->run()));
        QCOMPARE(m_server->requestsTo(m_path).size(), 0);
        m_server->route("GET", m_path,
                        page({looked(9, u"Practitioner/s1"_s, u"CarePlan"_s, wednesday.addSecs(-60)),
                              looked(8, u"Practitioner/s1"_s, u"CarePlan"_s, wednesday.addSecs(-120)),
                              looked(7, u"Patient/p1"_s, u"CarePlan"_s, wednesday.addSecs(-130)),
                              looked(6, u"RelatedPerson/r"_s, u"Appointment"_s, wednesday.addDays(-1)),
                              looked(5, u"Practitioner/s2"_s, u"Task"_s, wednesday.addDays(-2), u"4"_s),
                              looked(4, u"RelatedPerson/r"_s, u"Communication"_s, wednesday.addDays(-3))}));
        AccessLogView view(*m_account, m_clock, *m_preferences);
        view.look();
        QVERIFY(view.isBusy());
        QVERIFY(wait([&] { return !view.isBusy(); }));
        QCOMPARE(view.lines().size(), 3);
        QCOMPARE(field(view.lines(), 0, "who"), u"Dana Ruiz"_s);
        QCOMPARE(field(view.lines(), 0, "what"), u"Looked at: your plan, 2 times"_s);
        QCOMPARE(field(view.lines(), 0, "when"), u"Today, 3:19 pm"_s);
        QCOMPARE(field(view.lines(), 1, "who"), u"Somebody you share with"_s);
        QCOMPARE(field(view.lines(), 2, "what"), u"Looked at: what is shared with them"_s); // the card: never a message
        QVERIFY(view.isThere() && !view.hasMore() && view.asOfText().isEmpty());
        const FakeRequest asked = m_server->requestsTo(m_path).last();
        QCOMPARE(asked.queryItem(u"patient"_s), u"Patient/p1"_s);
        // At once again: not asked.
        view.look();
        QCOMPARE(m_server->requestsTo(m_path).size(), 1);
    }

    /// What somebody is: said by its code where the clinic has no words for it.
    void whatTheyAreIsSaid()
    {
        QJsonObject staff = looked(9, u"Practitioner/s1"_s, u"Goal"_s, wednesday);
        QJsonObject relative = looked(8, u"RelatedPerson/r"_s, u"Appointment"_s, wednesday.addSecs(-5));
        const auto give = [](QJsonObject &event, const QJsonObject &role) {
            QJsonObject agent = event.value(u"agent"_s).toArray().first().toObject();
            agent.insert(u"role"_s, QJsonArray{role});
            event.insert(u"agent"_s, QJsonArray{agent});
        };
        QJsonObject lead = logged::conceptOf(canonical(u"CodeSystem/team-role"), u"counselor"_s);
        lead.insert(u"text"_s, u"Lead counselor"_s);
        give(staff, lead);
        give(relative, logged::conceptOf(u"http://terminology.hl7.org/CodeSystem/v3-RoleCode"_s, u"SIS"_s));
        m_server->route("GET", m_path, page({staff, relative}));
        AccessLogView view(*m_account, m_clock, *m_preferences);
        view.look();
        QVERIFY(wait([&] { return !view.isBusy(); }));
        QCOMPARE(field(view.lines(), 0, "who"), u"Dana Ruiz, Lead counselor"_s);
        QCOMPARE(field(view.lines(), 1, "who"), u"sister"_s);
    }

    void offlineWhatWasLastSeenIsThere()
    {
        m_server->once("GET", m_path, page({looked(9, u"Practitioner/s1"_s, u"Goal"_s, wednesday)}));
        {
            AccessLogView view(*m_account, m_clock, *m_preferences);
            view.look();
            QVERIFY(wait([&] { return !view.isBusy(); }));
        }
        m_server->stop();
        m_clock.advance(std::chrono::hours(24));
        AccessLogView view(*m_account, m_clock, *m_preferences);
        view.look();
        QCOMPARE(view.lines().size(), 1);
        QVERIFY(wait([&] { return !view.isBusy(); }));
        QCOMPARE(view.problemText(), u"This needs a connection. Try again when you have one."_s); // nothing here waits to be sent
        QCOMPARE(view.lines().size(), 1);
        QVERIFY2(view.asOfText().startsWith(u"As of "), qPrintable(view.asOfText()));
        m_server->resume();
        m_server->once("GET", m_path, page({}));
        view.tryAgain();
        QVERIFY(wait([&] { return !view.isBusy(); }));
        QVERIFY(view.problemTitle().isEmpty() && view.lines().isEmpty() && view.asOfText().isEmpty());
        // Another person's account brings nothing of it.
        QCoro::waitFor(m_account->signOut(Account::Leaving::Erase));
        QVERIFY(view.lines().isEmpty());
    }

    void aServerWithoutALogIsNotThere_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 403, 404, 405, 501})
            QTest::addRow("%d", status) << status;
    }
    void aServerWithoutALogIsNotThere()
    {
        QFETCH(int, status);
        m_server->route("GET", m_path, FakeReply::json("{\"resourceType\":\"OperationOutcome\"}", status));
        {
            AccessLogView view(*m_account, m_clock, *m_preferences);
            view.look();
            QVERIFY(wait([&] { return !view.isBusy(); }));
            QVERIFY(!view.isThere() && view.problemTitle().isEmpty());
        }
        AccessLogView later(*m_account, m_clock, *m_preferences); // known at once the next time
        later.look();
        QVERIFY(!later.isThere());
        QVERIFY(wait([&] { return !later.isBusy(); }));
    }

    void aServerThatKnowsNoRolesIsAskedWithoutThem()
    {
        m_server->route("GET", m_path, [&](const FakeRequest &request) {
            if (!request.queryItem(u"agent-role:not"_s).isEmpty())
                return FakeReply::json("{\"resourceType\":\"OperationOutcome\"}", 400);
            return page({looked(9, u"Practitioner/s1"_s, u"Goal"_s, wednesday)});
        });
        AccessLogView view(*m_account, m_clock, *m_preferences);
        view.look();
        QVERIFY(wait([&] { return !view.isBusy(); }));
        QCOMPARE(view.lines().size(), 1);
    }

    void pagesFollowOneAnotherAndNotElsewhere()
    {
        QList<QJsonObject> mine;
        for (int i = 0; i < 50; ++i)
            mine << looked(1000 + i, u"Patient/p1"_s, u"Goal"_s, wednesday);
        const QString next = QString(m_server->base().toString() + u"/AuditEvent?_page=2");
        m_server->route("GET", m_path, [&](const FakeRequest &request) {
            if (request.queryItem(u"_page"_s).isEmpty())
                return page(mine, next); // a page of one's own visits alone
            return page({looked(3, u"Practitioner/s1"_s, u"Goal"_s, wednesday.addDays(-3))},
                        u"https://elsewhere.example/fhir/AuditEvent?_page=3"_s);
        });
        AccessLogView view(*m_account, m_clock, *m_preferences);
        view.look();
        QVERIFY(wait([&] { return !view.isBusy(); }));
        QCOMPARE(view.lines().size(), 1);
        QVERIFY(view.hasMore());
        view.more();
        QVERIFY(wait([&] { return !view.isBusy(); }));
        QVERIFY(!view.problemTitle().isEmpty());
        QCOMPARE(view.lines().size(), 1);
        for (const FakeRequest &request : m_server->requestsTo(m_path))
            QVERIFY(!request.headers.empty());
    }

    void whatCannotBeReadIsAProblemAndWhatIsAnothersIsLeftOut()
    {
        m_server->once("GET", m_path, FakeReply::html());
        AccessLogView view(*m_account, m_clock, *m_preferences);
        view.look();
        QVERIFY(wait([&] { return !view.isBusy(); }));
        QVERIFY(!view.problemTitle().isEmpty() && view.isThere());
        m_server->once("GET", m_path, FakeReply::json("{}", 503));
        view.tryAgain();
        QVERIFY(wait([&] { return !view.isBusy(); }));
        QCOMPARE(view.problemText(), u"It is not something you did. Try again in a while."_s); // nothing does so by itself
        QJsonObject another = looked(4, u"Practitioner/s1"_s, u"Goal"_s, wednesday);
        another.insert(u"entity"_s, QJsonArray{QJsonObject{{u"what"_s, QJsonObject{{u"reference"_s, u"Patient/p2"_s}}}}});
        m_server->once("GET", m_path, page({another, looked(3, u"Practitioner/s1"_s, u"Goal"_s, wednesday)}));
        view.tryAgain();
        QVERIFY(wait([&] { return !view.isBusy(); }));
        QCOMPARE(view.lines().size(), 1);
    }

    void everyTypeThatIsDownloadedHasAName()
    {
        Identity identity;
        identity.patientId = u"p1"_s;
        PrivacyView view(*m_account, m_clock, *m_preferences);
        QStringList names;
        int number = 0;
        for (const PullStep &step : pullPlan(identity, false)) {
            if (step.type == u"Library")
                continue;
            const QByteArray json = "{\"resourceType\":\"" + step.type.toLatin1() + "\",\"id\":\"x\"}";
            QVERIFY(m_account->records()->store().putRecords({{step.type, u"x"_s, u"1"_s, wednesday, {}, json}}));
            ++number;
        }
        view.setShown(true);
        QCOMPARE(view.kinds().size(), number);
        for (const QVariant &kind : view.kinds()) {
            const QString name = kind.toMap().value(u"title"_s).toString();
            QVERIFY2(!names.contains(name) && name != u"Other records", qPrintable(name));
            names << name;
        }
        QVERIFY(m_account->records()->store().putRecords(
            {{u"Immunization"_s, u"x"_s, u"1"_s, wednesday, {}, "{\"resourceType\":\"Immunization\",\"id\":\"x\"}"}}));
        view.setShown(false);
        view.setShown(true);
        QCOMPARE(view.kinds().last().toMap().value(u"title"_s).toString(), u"Other records"_s);
    }

    void theLockScreenIsNamedWhereItShowsSomething()
    {
        Records &records = *m_account->records();
        QVERIFY(setMyPeople(records, {{u"1"_s, u"Ana"_s, u"2125550101"_s, {}, {}}}));
        SafetyPlan plan;
        plan.words.insert(PlanPart::Reasons, u"My sister"_s);
        plan.lockScreen = {true, {u"1"_s}, {PlanPart::Reasons}};
        QVERIFY(keepSafetyPlan(records, plan));
        PrivacyView view(*m_account, m_clock, *m_preferences);
        view.setShown(true);
        QVERIFY2(!view.peopleText().contains(u"lock screen"), qPrintable(view.peopleText())); // no PIN, no lock screen
        QVERIFY2(!view.planText().contains(u"lock screen"), qPrintable(view.planText()));
        setPin();
        view.setShown(false);
        view.setShown(true);
        QCOMPARE(view.peopleText(), u"Only you see them, and on the lock screen those you chose. They are never sent."_s);
        QCOMPARE(view.planText(), u"Only you see it, unless you share it. The lock screen shows what you chose."_s);
    }

    /// Each kind of record, and each kind of thing of one's own; and nothing of what opens the account.
    void theFileHoldsAllOfIt()
    {
        Records &records = *m_account->records();
        Store &store = records.store();
        Identity identity;
        identity.patientId = u"p1"_s;
        QStringList wanted;
        for (const PullStep &step : pullPlan(identity, false)) {
            if (step.type == u"Library")
                continue;
            const QString word = QString(u"word of " + step.type);
            const QByteArray json = "{\"resourceType\":\"" + step.type.toLatin1() + "\",\"id\":\"x\",\"note\":[{\"text\":\""
                + word.toLatin1() + "\",\"deepDown\":{\"count\":3,\"isSo\":true}}]}";
            QVERIFY(store.putRecords({{step.type, u"x"_s, u"1"_s, wednesday, {}, json}}));
            wanted << word;
        }
        QVERIFY(store.putRecords(
            {{u"Binary"_s, u"b"_s, u"1"_s, wednesday, {}, "{\"resourceType\":\"Binary\",\"id\":\"b\",\"data\":\"bGVzc29u\"}"}}));
        const QByteArray consent =
            "{\"resourceType\":\"Consent\",\"id\":\"c\",\"sourceAttachment\":{\"contentType\":\"text/plain\",\"data\":\""
            + QByteArray("I let Rosa <see> my sessions").toBase64() + "\"}}";
        QVERIFY(store.putRecords({{u"Consent"_s, u"c"_s, u"1"_s, wednesday, {}, consent}}));
        wanted << u"I let Rosa &lt;see&gt; my sessions"_s << u"<b>deep down</b>"_s;

        OwnSheet sheet;
        sheet.id = u"s1"_s;
        sheet.skill = u"if-then-plan"_s;
        sheet.title = u"If-then"_s;
        sheet.made = sheet.changed = wednesday;
        SheetAnswer answer;
        answer.id = u"a"_s;
        answer.label = u"My plan"_s;
        answer.words = QStringList{u"a worksheet word"_s};
        sheet.answers = {answer};
        QVERIFY(keepOwnSheet(records, sheet));
        SafetyPlan plan;
        plan.words.insert(PlanPart::Signs, u"a safety word"_s);
        QVERIFY(keepSafetyPlan(records, plan));
        QVERIFY(setMyPeople(records, {{u"1"_s, u"Ana Person"_s, u"2125550101"_s, {}, {}}}));
        QVERIFY(store.setValue(u"draft/message/0/"_s, "a begun word"));
        QVERIFY(noteJoined(records, u"session-of-mine"_s, wednesday));
        QVERIFY(setHowItWas(records, u"session-of-mine"_s, HowItWas::VeryHard));
        for (const char *name :
             {"learning", "travel", "skill-use/2026-11", "own-marks/2026-11", "messages.read", "reminders", "safety-report"})
            QVERIFY(store.setValue(QString::fromLatin1(name), QByteArray("{\"note\":\"kept in ") + name + "\"}"));
        QVERIFY(store.setValue(u"sync.somewhere"_s, "bookkeeping"));
        wanted << u"a worksheet word"_s << u"a safety word"_s << u"Ana Person"_s << u"2125550101"_s << u"a begun word"_s
               << u"Video sessions I joined, and how they were"_s << u"session-of-mine"_s << u"very-hard"_s << u"kept in learning"_s
               << u"kept in travel"_s << u"kept in skill-use/2026-11"_s << u"kept in own-marks/2026-11"_s
               << u"kept in messages.read"_s << u"kept in reminders"_s << u"kept in safety-report"_s;
        const QString waiting = queue();
        wanted << waiting << u"Not sent yet"_s << u"42 CFR part 2 prohibits unauthorized use or disclosure of these records."_s;
        setPin();

        FakeFileExport files;
        DownloadView view(*m_account, m_clock, *m_preferences, files);
        view.setShown(true);
        QVERIFY(view.parts().size() > 10);
        QVERIFY(files.files().isEmpty()); // not before it is asked for
        view.save();
        QCOMPARE(view.state(), DownloadView::Writing);
        QVERIFY(wait([&] { return view.state() == DownloadView::Saved; }));
        QCOMPARE(files.files().size(), 1);
        QCOMPARE(files.files().first().name, u"page-2026-11-18.html"_s);
        const QString html = QString::fromUtf8(files.files().first().content);
        for (const QString &word : std::as_const(wanted))
            QVERIFY2(html.contains(word), qPrintable(word));
        const auto credentials = store.credentials();
        QVERIFY(credentials && *credentials && !(*credentials)->refreshToken.isEmpty());
        const QByteArray key(reinterpret_cast<const char *>(store.key().key().data()), StoreKey::keyBytes);
        for (const QString &word :
             {(*credentials)->refreshToken, u"246810"_s, u"bGVzc29u"_s, u"bookkeeping"_s, QString::fromLatin1(key.toHex()),
              QString::fromLatin1(key.toBase64()), u"<script"_s, u"http://www"_s})
            QVERIFY2(!html.contains(word), qPrintable(word));
        QVERIFY(html.endsWith(u"</html>\n"));
    }

    void hostileWordsStayWords()
    {
        QVERIFY(m_account->records()->store().putRecords(
            {{u"Goal"_s,
              u"g"_s,
              u"1"_s,
              wednesday,
              {},
              R"({"resourceType":"Goal","id":"g","<img src=x>":"</li><script>alert(1)</script>","n":null,"e":[],"d":1.5,"u":"\u0001\u202e"})"}}));
        FakeFileExport files;
        DownloadView view(*m_account, m_clock, *m_preferences, files);
        view.setShown(true);
        view.save();
        QVERIFY(wait([&] { return view.state() == DownloadView::Saved; }));
        const QByteArray html = files.files().first().content;
        QVERIFY(!html.contains("<script") && !html.contains("<img"));
        QVERIFY(html.contains("&lt;script&gt;alert(1)"));
        QVERIFY(html.contains("1.5"));
    }

    /// What is put aside is named; a record that a sync takes out meanwhile is not damaged; the settings are all of them.
    void whatIsNotInTheFileIsSaid()
    {
        const QString end = u"This is the end of the file."_s, damaged = u"could not be read"_s, aside = u"is put aside"_s;
        Store &store = m_account->records()->store();
        QVERIFY(store.putRecords({{u"Goal"_s, u"g1"_s, u"1"_s, wednesday, {}, R"({"resourceType":"Goal","id":"g1"})"},
                                  {u"Goal"_s, u"g2"_s, u"1"_s, wednesday, {}, R"({"resourceType":"Goal","id":"g2"})"}}));
        FakeFileExport files;
        DownloadView view(*m_account, m_clock, *m_preferences, files);
        view.setShown(true);
        view.save();
        QVERIFY(store.removeRecord(u"Goal"_s, u"g2"_s));
        QVERIFY(wait([&] { return view.state() == DownloadView::Saved; }));
        QString html = QString::fromUtf8(files.files().last().content);
        QVERIFY2(html.contains(end) && !html.contains(damaged) && !html.contains(aside), qPrintable(html.right(300)));
        for (const char *setting : {"quiet from", "quiet to", "news", "daily list at", "locks after minutes"})
            QVERIFY2(html.contains(QLatin1String(setting)), setting);
        m_account->records()->setStoresPutAside(1);
        view.save();
        QVERIFY(wait([&] { return view.state() == DownloadView::Saved; }));
        html = QString::fromUtf8(files.files().last().content);
        QVERIFY2(!html.contains(end) && html.contains(aside), qPrintable(html.right(300)));
    }

    /// The page answers all the while, and no more than a piece is in memory.
    void aLargeStoreDoesNotHoldUpThePage()
    {
        QList<StoredRecord> many;
        for (int i = 0; i < 10'000; ++i) {
            const QString id = QString::number(i);
            const QByteArray json =
                "{\"resourceType\":\"Appointment\",\"id\":\"" + id.toLatin1() + "\",\"comment\":\"" + QByteArray(1200, 'w') + "\"}";
            many << StoredRecord{u"Appointment"_s, id, u"1"_s, wednesday, {}, json};
        }
        QVERIFY(m_account->records()->store().putRecords(many));
        many.clear();
        FakeFileExport files;
        DownloadView view(*m_account, m_clock, *m_preferences, files);
        QElapsedTimer timer;
        timer.start();
        view.setShown(true);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        view.save();
        int turns = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&] { ++turns; });
        beat.start(0);
        int percent = -1;
        bool isRising = true;
        connect(&view, &DownloadView::progressChanged, this, [&] {
            isRising = isRising && view.percent() >= percent;
            percent = view.percent();
        });
        QVERIFY(QTest::qWaitFor([&] { return view.state() == DownloadView::Saved; }, 60'000));
        QVERIFY2(turns > 20, qPrintable(QString::number(turns)));
        QVERIFY(isRising && percent > 50);
        QVERIFY(files.files().first().content.size() > 12'000'000);
        QVERIFY2(files.largestPiece() < 20'000, qPrintable(QString::number(files.largestPiece())));
    }

    void stoppedLockedOrWithoutRoomNothingIsLeft()
    {
        QList<StoredRecord> many;
        for (int i = 0; i < 3000; ++i)
            many << StoredRecord{u"Goal"_s, QString::number(i),
                                 u"1"_s,    wednesday,
                                 {},        "{\"resourceType\":\"Goal\",\"id\":\"" + QByteArray::number(i) + "\"}"};
        QVERIFY(m_account->records()->store().putRecords(many));
        FakeFileExport files;
        DownloadView view(*m_account, m_clock, *m_preferences, files);
        view.setShown(true);
        view.save();
        QVERIFY(view.state() == DownloadView::Writing);
        view.stop();
        QCOMPARE(view.state(), DownloadView::NotAsked);
        files.setRoom(20'000);
        view.save();
        QVERIFY(wait([&] { return view.state() == DownloadView::Failed; }));
        QVERIFY(!view.savedText().isEmpty());
        files.setRoom(std::numeric_limits<qsizetype>::max());
        files.setProblem(Problem{ProblemKind::StoreReadOnly, false, {}});
        view.save();
        QCOMPARE(view.state(), DownloadView::Failed);
        files.setProblem(std::nullopt);
        setPin();
        view.save();
        QVERIFY(view.state() == DownloadView::Writing);
        m_account->lock();
        QCOMPARE(view.state(), DownloadView::NotAsked);
        QTest::qWait(50);
        QVERIFY(files.files().isEmpty());
        unlock();
        view.save();
        QVERIFY(QTest::qWaitFor([&] { return view.state() == DownloadView::Saved; }, 30'000));
        QCOMPARE(files.files().size(), 1);
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    TestPrivacyViews test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_privacy_views.moc"
