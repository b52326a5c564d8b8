// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Stage.h"
#include "fakes/FakeSecretStore.h"
#include "patient/CrisisWindow.h"
#include "store/Erasing.h"
#include "store/StoreOpening.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>
#include <csignal>

using namespace handrail;

/// Help now: signed out, offline, without keychain, with no folder to write to, and with broken pages.
class TestHelp final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;
    FakeSecretStore m_secrets;

    Screen &screen() { return m_stage->screen(); }

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        m_secrets.setMode(FakeSecretStore::Mode::Missing);
        m_stage->useSecrets(m_secrets);
    }

    void cleanup() { m_stage.reset(); }

    void itOpensInOnePressAndTwoFrames()
    {
        QVERIFY(m_stage->openApp(QStringLiteral("http://127.0.0.1:9/fhir")));
        QVERIFY(!screen().picture().isNull());
        QSignalSpy frames(&screen().window(), &QQuickWindow::frameSwapped);
        QVERIFY(screen().press(QStringLiteral("Help now")));
        QVERIFY(screen().waitUntil([this] { return screen().has(QStringLiteral("Call 988")); }, 2000));
        QVERIFY2(frames.count() <= 2, qPrintable(QString::number(frames.count())));
        for (const char *line : {"Call 988", "Text 988", "Call 911", "See steps"})
            QVERIFY2(screen().has(QString::fromLatin1(line)), line);
        QVERIFY(screen().press(QStringLiteral("Text 988")));
        QCOMPARE(m_stage->dialer().texted(), QStringList{QStringLiteral("988")});
        QVERIFY(screen().press(QStringLiteral("See steps")));
        QVERIFY(screen().waitFor(QStringLiteral("2. Give naloxone*")));
        QVERIFY(screen().press(QStringLiteral("Back")));
        QVERIFY(screen().press(QStringLiteral("Back")));
        QVERIFY(screen().waitFor(QStringLiteral("Sign in with your program")));
    }

    void aDeviceWithoutAPhoneShowsTheNumberLarge()
    {
        m_stage->dialer().setCanCall(false);
        QVERIFY(m_stage->openApp(QStringLiteral("http://127.0.0.1:9/fhir")));
        QVERIFY(screen().press(QStringLiteral("Help now")));
        QVERIFY(screen().press(QStringLiteral("Call 988")));
        QVERIFY(screen().waitFor(QStringLiteral("Call this number on any phone: 988")));
    }

    void everyTextOfThePackIsShown()
    {
        m_stage->dialer().setCanCall(false);
        QVERIFY(m_stage->openApp(QStringLiteral("http://127.0.0.1:9/fhir")));
        CrisisView &view = m_stage->app().crisisView();
        view.keepClinic(
            {{QStringLiteral("Harbor Street Clinic"), QStringLiteral("+12075550142"), QStringLiteral("On call 24 hours")}, {}},
            false);
        QString said;
        const auto look = [&] {
            for (QAccessibleInterface *thing : screen().all())
                said += thing->text(QAccessible::Name) + u'\n' + thing->text(QAccessible::Description) + u'\n';
        };
        QVERIFY(screen().press(QStringLiteral("Help now")) && screen().waitFor(QStringLiteral("Call 988")));
        look();
        // The 988 line's own facts stand with it, above what is about 911.
        QVERIFY(said.indexOf(QStringLiteral("988: also for drugs")) < said.indexOf(QStringLiteral("Overdose, or someone")));
        QVERIFY(said.indexOf(QStringLiteral("Text 988")) < said.indexOf(QStringLiteral("988: also for drugs")));
        QVERIFY(screen().press(QStringLiteral("See steps")) && screen().waitFor(QStringLiteral("2. Give naloxone*")));
        look();

        const CrisisPack pack = crisisPack();
        const CrisisPage &page = pack.page;
        const OverdoseCard &card = pack.overdose;
        QStringList texts{page.title, page.lead,  page.clinicLabel, page.dangerTitle,  page.dangerNote, page.anyPhone,  page.footer,
                          card.title, card.first, card.firstNote,   card.lookForLabel, card.lookFor,    pack.withdrawal};
        for (const CrisisNumber &number : pack.numbers)
            texts << number.shown << number.callLabel << number.callNote << number.textLabel << number.textNote << number.webLabel
                  << number.webNote << number.more;
        for (const OverdoseStep &step : card.steps)
            texts << step.title << step.detail;
        texts << card.notes;
        texts.removeAll(QStringLiteral("I am in danger or hurt")); // on the safety page alone (tst_safety_page)
        for (const QString &text : std::as_const(texts))
            QVERIFY2(said.contains(text), qPrintable(text));
    }

    void chattingOpensTheBrowser()
    {
        QVERIFY(m_stage->openApp(QStringLiteral("http://127.0.0.1:9/fhir")));
        QVERIFY(screen().press(QStringLiteral("Help now")) && screen().waitFor(QStringLiteral("Call 988")));
        QVERIFY2(screen().press(QStringLiteral("Chat with 988, Needs internet")), qPrintable(screen().spoken()));
        QCOMPARE(m_stage->person().visited(), QList<QUrl>{QUrl(QStringLiteral("https://988lifeline.org/chat"))});
    }

    /// Two taps to something that runs, with no account, no network, no keychain and no folder to write to; the numbers come first.
    void calmMeRunsWithNothingBehindIt()
    {
        QFile file(m_stage->folder() + QStringLiteral("/device"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(m_stage->openApp(QStringLiteral("http://127.0.0.1:9/fhir")));
        QVERIFY(screen().press(QStringLiteral("Help now")) && screen().waitFor(QStringLiteral("Call 988")));
        const QString spoken = screen().spoken();
        QVERIFY2(spoken.indexOf(QStringLiteral("Call 911")) < spoken.indexOf(QStringLiteral("Calm me")), qPrintable(spoken));
        CalmView &calm = m_stage->app().calm();
        const auto press = [this](const QString &name) { return screen().waitFor(name) && screen().press(name); };
        for (const QString &skill : {QStringLiteral("Long out-breath, *"), QStringLiteral("Feet and chair, *")}) {
            QVERIFY2(press(skill) && screen().waitFor(QStringLiteral("Pause")), qPrintable(screen().spoken()));
            QCOMPARE(calm.state(), CalmView::Running);
            QVERIFY(m_stage->screenAwake().isHeld());
            QVERIFY2(screen().has(QStringLiteral("*911*")), qPrintable(screen().spoken())); // what to look out for
            QVERIFY(press(QStringLiteral("Pause")) && screen().waitFor(QStringLiteral("Go on")));
            QVERIFY(!m_stage->screenAwake().isHeld() && press(QStringLiteral("Go on")));
            QVERIFY(press(QStringLiteral("Help now")) && screen().waitFor(QStringLiteral("Call 988")));
            QVERIFY(screen().waitUntil([&] { return calm.state() == CalmView::Closed; }));
        }
        QVERIFY(press(QStringLiteral("5-4-3-2-1, *")));
        for (int i = 0; i < 15; ++i)
            QVERIFY2(press(QStringLiteral("I found one")), qPrintable(screen().spoken()));
        QVERIFY2(screen().waitFor(QStringLiteral("That was it")) && press(QStringLiteral("Do it again")),
                 qPrintable(screen().spoken()));
        QVERIFY(press(QStringLiteral("I found one")) && press(QStringLiteral("End")));
        QVERIFY(screen().waitFor(QStringLiteral("Call 988")) && press(QStringLiteral("Back")));
        QVERIFY(screen().waitFor(QStringLiteral("Sign in with your program")));
    }

    void itOpensWhenTheFolderIsAFile()
    {
        QFile file(m_stage->folder() + QStringLiteral("/device"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(m_stage->openApp(QStringLiteral("http://127.0.0.1:9/fhir")));
        QVERIFY(screen().press(QStringLiteral("Help now")));
        QVERIFY(screen().waitFor(QStringLiteral("Call 988")));
    }

    void aServerThatIsNotThereGetsOnePlainSentence()
    {
        QVERIFY(m_stage->openApp(QStringLiteral("http://127.0.0.1:9/fhir")));
        QVERIFY(screen().press(QStringLiteral("Sign in with your program")));
        QVERIFY2(screen().waitFor(QStringLiteral("Your clinic can’t be reached")), qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("Help now")));
    }

    void aDeniedSignInLeadsBack()
    {
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openApp());
        m_stage->person().setChoice(Person::Choice::Deny);
        QVERIFY(screen().press(QStringLiteral("Sign in with your program")));
        QVERIFY2(screen().waitFor(QStringLiteral("You were not signed in")), qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("Sign in with your program")));
    }

    void anAbandonedSignInCanBeLeft()
    {
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openApp());
        m_stage->person().setChoice(Person::Choice::WalkAway);
        QVERIFY(screen().press(QStringLiteral("Sign in with your program")));
        QVERIFY(screen().waitFor(QStringLiteral("Go back")));
        QVERIFY(screen().has(QStringLiteral("Help now")));
        // The clinic's page is asked for in the app's language.
        QVERIFY(screen().waitUntil([this] { return !m_stage->app().account().signInPage().isEmpty(); }));
        QCOMPARE(QUrlQuery(m_stage->app().account().signInPage()).queryItemValue(QStringLiteral("ui_locales")),
                 QStringLiteral("en"));
        QVERIFY(screen().press(QStringLiteral("Go back")));
        QVERIFY(screen().waitFor(QStringLiteral("Sign in with your program")));
    }

    void withoutAKeychainThisSessionIsInMemoryOnlyAndSaidSo()
    {
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openApp());
        QVERIFY2(m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo")), qPrintable(screen().spoken()));
        QVERIFY2(screen().waitFor(QStringLiteral("Nothing is kept after you close Handrail")), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().sync()->lastSuccess().isValid(); }));
        QVERIFY(screen().waitFor(QStringLiteral("Start the check-in")));
        QVERIFY2(!screen().spoken().contains(QStringLiteral("Works offline")), qPrintable(screen().spoken()));
        m_stage->closeApp();
        // Not the clinic's number and not its address: who opens this device next learns nothing.
        QVERIFY(!QFile::exists(m_stage->folder() + QStringLiteral("/device/clinic.json")));
        QFile preferences(m_stage->folder() + QStringLiteral("/device/preferences.ini"));
        QVERIFY(!preferences.open(QIODevice::ReadOnly) || !preferences.readAll().contains("127.0.0.1"));
        QVERIFY(m_stage->openApp());
        QVERIFY(screen().waitFor(QStringLiteral("Sign in with your program")));
    }

    void aDemoLeavesNothingHoweverItEnds()
    {
        const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
        const auto demos = [&data] { return data.entryList({QStringLiteral("demo-*")}, QDir::Dirs); };
        // One that was killed: its folder and its key are here still.
        const Ports ports = makePorts();
        const QString hash(32, u'd');
        {
            const AccountFiles files(Places::in(data.filePath(QStringLiteral("demo-killed"))).accounts);
            QVERIFY(QCoro::waitFor(openOrCreate(*ports.secrets, files, hash)));
        }
        QVERIFY(QCoro::waitFor(ports.secrets->read(storeKeyName(hash)))->has_value());

        for (const int signal : {SIGINT, SIGTERM}) {
            QProcess app;
            app.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            app.start(QStringLiteral(HANDRAIL_PROGRAM), {QStringLiteral("--demo")});
            QVERIFY(app.waitForStarted());
            QTRY_VERIFY_WITH_TIMEOUT(demos().size() == 1 && !demos().contains(QStringLiteral("demo-killed")), 20'000);
            QCOMPARE(::kill(pid_t(app.processId()), signal), 0);
            QVERIFY(app.waitForFinished(20'000));
            QCOMPARE(app.exitStatus(), QProcess::NormalExit);
            QCOMPARE(app.exitCode(), 0);
            QCOMPARE(demos(), QStringList());
        }
        QVERIFY(!QCoro::waitFor(ports.secrets->read(storeKeyName(hash)))->has_value());
    }

    void aDemoWithoutItsClinicSaysWhyAndEnds_data()
    {
        QTest::addColumn<QByteArray>("clinic");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("not there") << QByteArray() << QByteArray("was not found");
        QTest::newRow("ends") << QByteArray("#!/bin/sh\nexit 3\n") << QByteArray("ended by itself");
        QTest::newRow("another program") << QByteArray("#!/bin/sh\necho hello\n") << QByteArray("ended by itself");
    }

    void aDemoWithoutItsClinicSaysWhyAndEnds()
    {
        QFETCH(QByteArray, clinic);
        QFETCH(QByteArray, said);
        const QTemporaryDir folder;
        const QString program = folder.filePath(QStringLiteral("handrail")),
                      beside = folder.filePath(QStringLiteral("handrail-clinic"));
        QVERIFY(QFile::copy(QStringLiteral(HANDRAIL_PROGRAM), program));
        if (!clinic.isEmpty()) {
            QFile file(beside);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(clinic) > 0);
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
        QProcess app;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PATH"), folder.path()); // not one that is installed
        app.setProcessEnvironment(environment);
        app.setProcessChannelMode(QProcess::MergedChannels);
        app.start(program, {QStringLiteral("--demo")});
        QVERIFY(app.waitForFinished(30'000));
        const QByteArray output = app.readAll();
        QVERIFY2(output.contains(said), output.constData());
        QCOMPARE(app.exitStatus(), QProcess::NormalExit);
        QCOMPARE(app.exitCode(), 1);
        const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
        QCOMPARE(data.entryList({QStringLiteral("demo-*")}, QDir::Dirs), QStringList());
    }

    void erasingNeedsHandrailToBeClosed_data()
    {
        QTest::addColumn<bool>("isStoreOpen");
        QTest::newRow("one runs, locked maybe") << false;
        QTest::newRow("one has the store open, and does not answer") << true;
    }

    void erasingNeedsHandrailToBeClosed()
    {
        QFETCH(bool, isStoreOpen);
        Ports ports = makePorts();
        const QString hash(32, u'e');
        const AccountFiles files(Places::onThisDevice().accounts);
        OpenedStore store = QCoro::waitFor(openOrCreate(*ports.secrets, files, hash));
        QVERIFY(store);
        if (!isStoreOpen) {
            store->reset(); // as behind the PIN
            ports.links->open([](const QString &) {});
        }
        const auto reset = [](QByteArray &said) {
            QProcess app;
            app.setProcessChannelMode(QProcess::MergedChannels);
            app.start(QStringLiteral(HANDRAIL_PROGRAM), {QStringLiteral("--reset"), QStringLiteral("--yes")});
            while (app.state() != QProcess::NotRunning)
                QTest::qWait(10); // who runs answers meanwhile
            said = app.readAll();
            return app.exitCode();
        };
        QByteArray said;
        QCOMPARE(reset(said), 1);
        QVERIFY2(said.contains("Close Handrail first. Nothing was erased."), said.constData());
        QVERIFY(files.hasStore(hash) && accountsToErase(files).isEmpty());
        QVERIFY(QCoro::waitFor(ports.secrets->read(storeKeyName(hash)))->has_value());
        if (isStoreOpen)
            QVERIFY((*store)->setValue(QStringLiteral("written"), "after that")); // and what is written is kept
        store->reset();
        ports.links.reset();
        QCOMPARE(reset(said), 0);
        QVERIFY2(said.contains("Everything is erased."), said.constData());
        QVERIFY(!files.hasStore(hash));
        QVERIFY(!QCoro::waitFor(ports.secrets->read(storeKeyName(hash)))->has_value());
    }

    void brokenPagesStillShowTheNumbers()
    {
        QVERIFY(!m_stage->openApp(QStringLiteral("http://127.0.0.1:9/fhir"), QUrl(QStringLiteral("qrc:/broken.qml"))));
        CrisisWindow window(m_stage->app().crisis().plainLines());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.title().contains(QStringLiteral("988")));
        QVERIFY(window.title().contains(QStringLiteral("911")));
    }

    void theCommandLineDoesWhatItSays_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("help") << QStringList{QStringLiteral("--help")} << 0 << QByteArray("--server <url>");
        QTest::newRow("version") << QStringList{QStringLiteral("--version")} << 0 << QByteArray("handrail 0.");
        QTest::newRow("plain http elsewhere")
            << QStringList{QStringLiteral("--server"), QStringLiteral("http://clinic.example/fhir")} << 2 << QByteArray("https");
        QTest::newRow("no address") << QStringList{QStringLiteral("--server"), QStringLiteral("clinic")} << 2
                                    << QByteArray("not a clinic's address");
        QTest::newRow("unknown") << QStringList{QStringLiteral("--nonsense")} << 2 << QByteArray("nonsense");
        QTest::newRow("reset of what keeps nothing")
            << QStringList{QStringLiteral("--reset"), QStringLiteral("--demo"), QStringLiteral("--yes")} << 2
            << QByteArray("the sample clinic keeps nothing");
        const QString clinic = QStringLiteral("https://clinic.example/fhir");
        QTest::newRow("reset and a server") << QStringList{QStringLiteral("--reset"), QStringLiteral("--yes"),
                                                           QStringLiteral("--server"), clinic}
                                            << 2 << QByteArray("takes no server and no link");
        QTest::newRow("reset and a link") << QStringList{QStringLiteral("--reset"), QStringLiteral("--yes"),
                                                         QStringLiteral("handrail://session/s1")}
                                          << 2 << QByteArray("takes no server and no link");
        QTest::newRow("yes to nothing") << QStringList{QStringLiteral("--yes")} << 2 << QByteArray("--yes goes with --reset");
        QTest::newRow("two servers") << QStringList{QStringLiteral("--server"), clinic, QStringLiteral("--server"), clinic} << 2
                                     << QByteArray("give --server once");
        QTest::newRow("reset, nobody to ask") << QStringList{QStringLiteral("--reset")} << 1 << QByteArray("Nothing was erased");
    }

    void theCommandLineDoesWhatItSays()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, said);
        QProcess app;
        app.setProcessChannelMode(QProcess::MergedChannels);
        app.setStandardInputFile(QProcess::nullDevice());
        // As in a terminal without a display.
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
            environment.remove(QLatin1String(name));
        app.setProcessEnvironment(environment);
        app.start(QStringLiteral(HANDRAIL_PROGRAM), arguments);
        QVERIFY(app.waitForFinished(20'000));
        QCOMPARE(app.exitCode(), code);
        const QByteArray output = app.readAll();
        QVERIFY2(output.contains(said), output.constData());
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    TestHelp test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_help.moc"
