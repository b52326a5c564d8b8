// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FixtureClinic.h"
#include "Stage.h"
#include "core/Ids.h"
#include "fakes/FakeSecretStore.h"
#include "store/Database.h"

#include <QClipboard>
#include <QCoroTask>
#include <QDBusInterface>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDir>
#include <QDirIterator>
#include <QGuiApplication>
#include <QQuickItem>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;

namespace {

FakeReply refusal(int status, const char *issue)
{
    FakeReply reply = FakeReply::json(QByteArray(R"({"resourceType":"OperationOutcome","issue":[{"severity":"error","code":")")
                                          + issue + R"(","diagnostics":"column 7 of table x"}]})",
                                      status);
    reply.headers = {{"Content-Type", "application/fhir+json"}};
    return reply;
}

/// What the system's keychain holds of Handrail.
int entriesInKeychain()
{
    qDBusRegisterMetaType<QMap<QString, QString>>();
    const QMap<QString, QString> ours{{QStringLiteral("server"), QStringLiteral("org.handrail.app")}};
    const QDBusMessage found = QDBusInterface(QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                                              QStringLiteral("org.freedesktop.Secret.Service"))
                                   .call(QStringLiteral("SearchItems"), QVariant::fromValue(ours));
    if (found.type() != QDBusMessage::ReplyMessage)
        return -1;
    return int(qdbus_cast<QList<QDBusObjectPath>>(found.arguments().at(0)).size()
               + qdbus_cast<QList<QDBusObjectPath>>(found.arguments().at(1)).size());
}

} // namespace

/// What people see of sending: the page of what waits, what the clinic refused, and leaving with something unsent.
class TestSending final : public QObject
{
    Q_OBJECT

    FakeSecretStore m_secrets;
    std::unique_ptr<FakeFhirServer> m_server;
    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    bool waitFor(const char *name, int ms = 10'000) { return screen().waitFor(QString::fromUtf8(name), ms); }
    bool press(const char *name) { return waitFor(name) && screen().press(QString::fromUtf8(name)); }
    bool has(const char *name) { return screen().has(QString::fromUtf8(name)); }
    bool isDisabled(const char *name)
    {
        QAccessibleInterface *thing = screen().find(QString::fromUtf8(name));
        const auto *item = thing ? qobject_cast<QQuickItem *>(thing->object()) : nullptr;
        return item && !item->isEnabled();
    }

    bool signIn()
    {
        return m_stage->openApp(m_server->base().toString()) && m_stage->signIn(QStringLiteral("maya"), {})
            && screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone() && isIdle(); });
    }

    bool isIdle() { return m_stage->app().account().sync()->state() != SyncEngine::State::Running; }

    /// Goes through the rest of the check-in that is open.
    bool finishCheckIn()
    {
        bool isGood = true;
        while (isGood && m_stage->app().navigator().route() == Navigator::CheckIn)
            isGood = press(has("Skip") ? "Skip" : has("Finish") ? "Finish" : "Next");
        return isGood;
    }

    bool answerCheckIn()
    {
        return press("Start the check-in") && press("Okay") && waitFor("What was your strongest urge*") && finishCheckIn();
    }

    bool openOutboxFromMe() { return press("Done") && press("You and settings*") && press("Sent and waiting*"); }

    [[nodiscard]] int unsent() const { return m_stage->app().account().records()->unsentCount(); }
    [[nodiscard]] QString device() const { return m_stage->folder() + QStringLiteral("/device"); }
    [[nodiscard]] QList<FakeRequest> posts(const char *type) const
    {
        QList<FakeRequest> posts = m_server->requestsTo(FakeFhirServer::at(QString::fromLatin1(type)));
        posts.removeIf([](const FakeRequest &request) { return request.method != "POST"; });
        return posts;
    }

    /// The end of the check-in waits for the person; what is not sent yet is let go there.
    bool sendNow() { return screen().waitFor(QStringLiteral("Send now")) && screen().press(QStringLiteral("Send now")); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish")));
        m_secrets.entries().clear();
        m_stage = std::make_unique<Stage>(wednesday);
        m_stage->useSecrets(m_secrets);
        m_server = std::make_unique<FakeFhirServer>();
        fillWithFixtures(*m_server, wednesday);
    }

    void cleanup()
    {
        m_stage.reset();
        m_server.reset();
    }

    void whatWaitsIsOneTapFromTheBannerAndGoesWhileOneLooks()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        m_server->stop();
        QVERIFY2(answerCheckIn(), qPrintable(screen().spoken()));
        QVERIFY(press("Done"));
        QVERIFY2(press("You’re offline. That’s okay."), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("1 thing waiting"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Today’s check-in, Saved. Waiting for signal., Just now"), qPrintable(screen().spoken()));
        QVERIFY(has("Safe on this device. It sends by itself."));
        QVERIFY(!screen().spoken().contains(QStringLiteral("Sent")));
        m_server->resume();
        QVERIFY2(press("Try now"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Today’s check-in, Sent: 3:2*", 20'000), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Nothing waits"), qPrintable(screen().spoken()));
        QVERIFY(has("Sent today"));
        QVERIFY(!has("Try now"));
        QCOMPARE(m_server->created().size(), 1);
        QVERIFY(press("Back") && waitFor("See today’s answers"));
    }

    void whatIsDoneOfflineAfterAStartIsSeenAtOnce()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        m_stage->closeApp();
        m_server->stop();
        QVERIFY(m_stage->openApp(m_server->base().toString())); // without a token that is good for anything
        QVERIFY2(waitFor("You’re offline. That’s okay."), qPrintable(screen().spoken()));
        QVERIFY2(answerCheckIn(), qPrintable(screen().spoken()));
        QVERIFY2(press("Done") && waitFor("See today’s answers"), qPrintable(screen().spoken()));
        QVERIFY(press("You’re offline. That’s okay."));
        QVERIFY2(waitFor("Today’s check-in, Saved. Waiting for signal., Just now"), qPrintable(screen().spoken()));
    }

    void withNothingDoneThePageSaysWhatItIsFor()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY2(press("You and settings*") && press("Sent and waiting, Everything is sent"), qPrintable(screen().spoken()));
        QVERIFY(waitFor("Nothing waits"));
        QVERIFY(has("What you send to your clinic shows here*"));
        QVERIFY(press("Back") && waitFor("You and privacy"));
    }

    void whatTheClinicRefusedIsChangedAndGoesAgainAsTheSame()
    {
        m_server->once("POST", FakeFhirServer::at(QStringLiteral("QuestionnaireResponse")), refusal(422, "invalid"));
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY2(answerCheckIn(), qPrintable(screen().spoken()));
        QVERIFY2(sendNow() && waitFor("Your clinic could not take it. It is kept here."), qPrintable(screen().spoken()));
        QVERIFY(press("Done"));
        QVERIFY2(waitFor("Your clinic could not take it. It needs you."), qPrintable(screen().spoken()));
        QVERIFY(!has("Saved here. Not sent yet.") && !screen().spoken().contains(QStringLiteral("waiting to send")));
        QVERIFY(press("You and settings*") && waitFor("Sent and waiting, 1 thing needs you") && press("Back"));
        QVERIFY(press("See what to do about today’s check-in"));
        QVERIFY2(waitFor("Needs you: Today’s check-in, Your clinic could not take it.*"), qPrintable(screen().spoken()));
        QVERIFY2(has("1 thing needs you"), qPrintable(screen().spoken())); // the banner, on every page
        QVERIFY(!has("Try now"));                                          // it would not help
        QVERIFY(press("Why? Today’s check-in"));
        QVERIFY2(waitFor("The clinic’s server could not take it as it is.*"), qPrintable(screen().spoken()));
        QVERIFY(!screen().spoken().contains(QStringLiteral("422")));
        QVERIFY(!screen().spoken().contains(QStringLiteral("column")));
        QVERIFY(press("Go back"));

        QVERIFY2(press("Change it: Today’s check-in"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Your clinic could not take these answers.*"), qPrintable(screen().spoken()));
        QVERIFY(waitFor("Okay") && screen().find(QStringLiteral("Okay"))->state().checked);
        QVERIFY(press("Good"));
        QVERIFY2(waitFor("What was your strongest urge*") && finishCheckIn(), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Today’s check-in, Sent:*", 20'000), qPrintable(screen().spoken()));
        QVERIFY(!has("1 thing needs you"));
        QCOMPARE(m_server->created().size(), 1);
        const QList<FakeRequest> sent = posts("QuestionnaireResponse");
        QCOMPARE(sent.size(), 2);
        QVERIFY(sent.first().body != sent.last().body);
        QCOMPARE(sent.first().header("If-None-Exist"), sent.last().header("If-None-Exist"));
        const auto authored = [](const FakeRequest &request) {
            return QJsonDocument::fromJson(request.body).object().value(QLatin1String("authored")).toString();
        };
        QCOMPARE(authored(sent.first()).left(19), authored(sent.last()).left(19));
    }

    /// H10: whom the lock meets on a return to use in it comes back to that, and is told of the danger.
    void theLockOverWhatGoesAgainTakesNoPageAway()
    {
        m_server->once("POST", FakeFhirServer::at(QStringLiteral("QuestionnaireResponse")), refusal(422, "invalid"));
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY2(answerCheckIn(), qPrintable(screen().spoken()));
        QVERIFY2(sendNow() && waitFor("Your clinic could not take it. It is kept here."), qPrintable(screen().spoken()));
        Account &account = m_stage->app().account();
        Navigator &navigator = m_stage->app().navigator();
        const auto pin = [] {
            Pin digits;
            for (int digit : {1, 3, 5, 7, 9, 2})
                (void)digits.append(digit);
            return digits;
        };
        QVERIFY(QCoro::waitFor(account.setPin(pin())));
        m_stage->app().preferences().setGoesOn(false); // it stays on the answer
        QVERIFY2(press("Done") && press("See what to do about today’s check-in") && press("Change it: Today’s check-in"),
                 qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Your clinic could not take these answers.*"), qPrintable(screen().spoken()));
        const QString identifier = navigator.argument();
        while (!has("Did you drink or use*"))
            QVERIFY2(press(has("Skip") ? "Skip" : "Next"), qPrintable(screen().spoken()));
        QVERIFY(press("Yes"));
        QCOMPARE(navigator.route(), Navigator::CheckIn);
        account.lock();
        QVERIFY(waitFor("Enter your PIN"));
        QCoro::waitFor(account.unlock(pin()));
        QTRY_COMPARE(navigator.route(), Navigator::CheckIn);
        QCOMPARE(navigator.argument(), identifier);
        QVERIFY2(waitFor("Did you drink or use*") && screen().find(QStringLiteral("Yes"))->state().checked,
                 qPrintable(screen().spoken()));
        QVERIFY(press("Close*"));
        QTRY_COMPARE(navigator.route(), Navigator::AfterUse);
        QVERIFY(press("Go on"));
        QTRY_COMPARE(navigator.route(), Navigator::Today);
    }

    void refusedAnswersToAFormAreLookedAt()
    {
        const QString url = QStringLiteral("https://handrail.example/fhir/Questionnaire/evening");
        QJsonObject evening = fixture("questionnaire-daily-checkin");
        evening.insert(QStringLiteral("id"), QStringLiteral("evening"));
        evening.insert(QStringLiteral("url"), url);
        m_server->setRecords(QStringLiteral("Questionnaire"), {fixture("questionnaire-daily-checkin"), evening});
        m_server->once("POST", FakeFhirServer::at(QStringLiteral("QuestionnaireResponse")), refusal(422, "invalid"));
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        Account &account = m_stage->app().account();
        const std::optional<Form> form = account.records()->form(url);
        QVERIFY(form);
        CompletedForm completed;
        completed.identifier = urn(newId());
        completed.questionnaire = form->canonicalWithVersion();
        completed.patientId = account.identity()->patientId;
        completed.authored = wednesday.toOffsetFromUtc(-5 * 3600);
        completed.answers.insert(QStringLiteral("craving"), 4.0);
        QVERIFY(account.records()->queue(completed, *form, wednesday, false));
        account.sendSoon();
        QVERIFY2(press("1 thing needs you"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Needs you: Answers to a form, Your clinic could not take it.*"), qPrintable(screen().spoken()));
        QVERIFY(press("Why? Answers to a form"));
        QVERIFY2(waitFor("The clinic’s server could not take it as it is.*"), qPrintable(screen().spoken()));
        QVERIFY(screen().spoken().contains(QStringLiteral("You can send it again")) && has("Look at it"));
        QVERIFY(press("Go back"));
        QVERIFY2(press("Look at it: Answers to a form") && waitFor("Change my answers"), qPrintable(screen().spoken()));
    }

    void aCopyIsMadeOnlyWhenThePersonAsks()
    {
        m_server->once("POST", FakeFhirServer::at(QStringLiteral("QuestionnaireResponse")), refusal(422, "invalid"));
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY2(answerCheckIn(), qPrintable(screen().spoken()));
        QVERIFY2(sendNow() && press("See what to do") && press("Why? Today’s check-in"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("The copy is a plain text file in your Downloads.*"), qPrintable(screen().spoken()));
        QVERIFY(m_stage->files().files().isEmpty());
        m_stage->files().setProblem(Problem{ProblemKind::StoreFull, true, {}});
        QVERIFY(press("Save a copy for your clinic"));
        QVERIFY2(waitFor("No copy was made.*"), qPrintable(screen().spoken()));
        m_stage->files().setProblem(std::nullopt);
        QVERIFY(press("Save a copy for your clinic"));
        QVERIFY2(waitFor("Saved as Downloads/handrail-2026-11-18.txt"), qPrintable(screen().spoken()));
        QCOMPARE(m_stage->files().files().size(), 1);
        const QByteArray content = m_stage->files().files().first().content;
        for (const char *line : {"Today’s check-in\n", "Wednesday, November 18, 3:2", "Maya Ines Bell\n",
                                 "How do you feel right now?\n    Okay\n", "Anything you want to note?\n    Skipped\n"})
            QVERIFY2(content.contains(line), content.constData());
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        QCOMPARE(unsent(), 1); // and it stays here
    }

    void aRefusedNoteAboutASessionIsKept()
    {
        m_server->once("POST", FakeFhirServer::at(QStringLiteral("AppointmentResponse")), refusal(403, "forbidden"));
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY(press("Details") && press("Can’t make it?*") && press("No ride") && press("Tell your clinic I can’t come"));
        QVERIFY2(press("1 thing needs you"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Needs you: Can’t make it: Evening group, Your clinic could not take it.*"),
                 qPrintable(screen().spoken()));
        QVERIFY(!has("Change it*"));
        QVERIFY2(press("See what to do: Can’t make it: Evening group"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Your clinic does not allow this from the app right now.*"), qPrintable(screen().spoken()));
        QVERIFY(press("Save a copy for your clinic") && waitFor("Saved as *"));
        const QByteArray content = m_stage->files().files().first().content;
        QVERIFY2(content.contains("Can’t make it: Evening group\n") && content.contains("No ride\n"), content.constData());
        QVERIFY(press("Call *"));
        QCOMPARE(m_stage->dialer().called().size(), 1);
        // When the clinic has heard of it, the person is done with it. They are asked first.
        QVERIFY(press("Remove it from this device") && waitFor("Your clinic does not have it from here.*"));
        QCOMPARE(unsent(), 1);
        QVERIFY(press("Remove it now"));
        QVERIFY2(waitFor("Nothing waits"), qPrintable(screen().spoken()));
        QCOMPARE(unsent(), 0);
        QVERIFY(screen().waitUntil([this] { return !has("1 thing needs you"); }));
    }

    void aServerIsAskedAtMostOnceAMinute()
    {
        FakeReply busy = refusal(503, "transient");
        busy.headers.emplaceBack("Retry-After", "600");
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        m_server->route("POST", FakeFhirServer::at(QStringLiteral("QuestionnaireResponse")), busy);
        QVERIFY2(answerCheckIn(), qPrintable(screen().spoken()));
        QVERIFY2(openOutboxFromMe(), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Today’s check-in, Saved. Next try: 3:3*"), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return isIdle(); }));
        const auto asked = m_server->requests().size();
        QVERIFY2(press("Try now"), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([&] { return m_server->requests().size() > asked && isIdle(); }));
        QVERIFY2(waitFor("Try now") && isDisabled("Try now"), qPrintable(screen().spoken()));
        const auto askedTwice = m_server->requests().size();
        screen().press(QStringLiteral("Try now"));
        QTest::qWait(300);
        QCOMPARE(m_server->requests().size(), askedTwice);
    }

    void whatIsDamagedIsShownAndKept()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        m_server->stop();
        QVERIFY2(answerCheckIn(), qPrintable(screen().spoken()));
        m_stage->closeApp();
        const QDir accounts(Places::in(device()).accounts);
        {
            const auto database = Database::open(accounts.filePath(accounts.entryList({QStringLiteral("*.db")}).value(0)),
                                                 Database::Access::ReadWrite);
            QVERIFY(database);
            QVERIFY((*database)->run("UPDATE outbox SET sealed = sealed || x'00'"));
        }
        m_server->resume();
        QVERIFY(m_stage->openApp(m_server->base().toString()));
        QVERIFY2(press("1 thing needs you"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Needs you: Something that was saved, It can’t be read any more."), qPrintable(screen().spoken()));
        QVERIFY(press("See what to do: Something that was saved"));
        QVERIFY2(waitFor("The place on this device that held it is damaged.*"), qPrintable(screen().spoken()));
        QVERIFY(!has("Save a copy for your clinic"));
        QCOMPARE(unsent(), 1);
    }

    void signingOutOfflineSaysWhatIsNotSentAndKeepsIt()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        m_server->stop();
        QVERIFY2(answerCheckIn(), qPrintable(screen().spoken()));
        QVERIFY(press("Done") && press("You and settings*") && press("Sign out, Your clinic*"));
        QVERIFY2(waitFor("Not sent yet") && has("1 check-in"), qPrintable(screen().spoken()));
        QVERIFY(has("What is not sent stays locked on this device.*"));
        QVERIFY(press("Send it now"));
        QVERIFY2(waitFor("Not sent: you’re offline. It is still safe here.", 20'000), qPrintable(screen().spoken()));
        QCOMPARE(unsent(), 1);
        QVERIFY(press("Sign out") && waitFor("Sign in with your program"));
        m_server->resume();
        QVERIFY(m_stage->signIn(QStringLiteral("maya"), {}));
        QVERIFY(
            screen().waitUntil([this] { return m_server->created().size() == 1; }, 90'000)); // it may have left, and has to settle
    }

    void sendingFirstIsReportedAsItWent()
    {
        m_server->once("POST", FakeFhirServer::at(QStringLiteral("QuestionnaireResponse")), refusal(422, "invalid"));
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY2(answerCheckIn() && sendNow() && waitFor("Your clinic could not take it. It is kept here."),
                 qPrintable(screen().spoken()));
        m_server->stop();
        QVERIFY(press("Done") && press("Details") && press("Can’t make it?*") && press("Tell your clinic I can’t come"));
        QVERIFY(screen().waitUntil([this] { return unsent() == 2; }));
        QVERIFY(press("Back") && press("Today") && press("You and settings*") && press("Sign out, Your clinic*"));
        QVERIFY2(waitFor("1 check-in and 1 note that you can’t come"), qPrintable(screen().spoken()));
        m_server->resume();
        QVERIFY(press("Send it now"));
        QVERIFY2(waitFor("1 thing sent. 1 thing can’t be sent as it is. Open what waits to see why.", 20'000),
                 qPrintable(screen().spoken()));
        QVERIFY(has("1 check-in"));
        QVERIFY(press("See what waits") && waitFor("Needs you: Today’s check-in*"));
    }

    void erasingAsksAgainAndLeavesNothing_data()
    {
        QTest::addColumn<bool>("isUnsent");
        QTest::newRow("something unsent, offline") << true;
        QTest::newRow("everything sent") << false;
    }

    void erasingAsksAgainAndLeavesNothing()
    {
        QFETCH(bool, isUnsent);
        m_stage = std::make_unique<Stage>(wednesday); // with the system's own keychain
        const int before = entriesInKeychain();
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([before] { return entriesInKeychain() == before + 1; }));
        if (isUnsent)
            m_server->stop();
        QVERIFY2(answerCheckIn(), qPrintable(screen().spoken()));
        if (!isUnsent)
            QVERIFY2(sendNow() && waitFor("Sent to your care team*"), qPrintable(screen().spoken()));
        QVERIFY(QFile::exists(device() + QStringLiteral("/clinic.json")));
        QVERIFY(press("Done") && press("You and settings*") && press("Sign out, Your clinic*"));
        QVERIFY2(press("Sign out and erase"), qPrintable(screen().spoken()));
        if (isUnsent) {
            QVERIFY2(waitFor("Not sent yet: 1 check-in. Your clinic does not have it.*"), qPrintable(screen().spoken()));
            QVERIFY(press("Go back") && waitFor("Stay signed in"));
            QCOMPARE(unsent(), 1);
            QVERIFY(press("Sign out and erase") && press("Erase it unsent"));
        }
        QVERIFY2(waitFor("Sign in with your program"), qPrintable(screen().spoken()));
        // Offline the clinic has not ended the sign-in yet: what that takes stays sealed, and its key (store/ToRevoke.h).
        QVERIFY(screen().waitUntil([=] { return entriesInKeychain() == before + (isUnsent ? 1 : 0); }));
        QVERIFY(screen().waitUntil([this] { return !QFile::exists(device() + QStringLiteral("/clinic.json")); }));
        QStringList left;
        QDirIterator files(device(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            left << QDir(device()).relativeFilePath(file.fileName());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            for (const char *trace : {"Maya", "Harbor", "127.0.0.1", "http"})
                QVERIFY2(!content.contains(trace), qPrintable(left.last() + QStringLiteral(": ") + QString::fromUtf8(content)));
        }
        left.sort();
        QCOMPARE(left.removeIf([](const QString &name) { return name.startsWith(QLatin1String("accounts/revoke-")); }),
                 isUnsent ? 1 : 0);
        QCOMPARE(left, (QStringList{QStringLiteral("accounts/last"), QStringLiteral("preferences.ini")}));
        QVERIFY(m_stage->calendar().events().isEmpty());
        QVERIFY(press("Help now") && waitFor("Call 988") && !has("Call clinic"));
        m_stage->closeApp();
        QVERIFY(m_stage->openApp(m_server->base().toString()));
        QVERIFY(waitFor("Sign in with your program"));
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    TestSending test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sending.moc"
