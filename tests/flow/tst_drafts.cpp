// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FixtureDay.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <cstdio>

using namespace handrail;

namespace {

const QString urge = QStringLiteral("What was your strongest urge*");

/// "Okay", and a four for the urge, which is left unfinished.
bool beginCheckIn(Screen &screen)
{
    bool isGood = screen.waitFor(QStringLiteral("Start the check-in")) && screen.press(QStringLiteral("Start the check-in"))
        && screen.waitFor(QStringLiteral("Okay")) && screen.press(QStringLiteral("Okay")) && screen.waitFor(urge);
    for (int i = 0; i < 5; ++i)
        isGood = isGood && screen.increase(urge);
    return isGood;
}

/// Another process with the app in it, which is in the middle of a check-in when it says so, and stays there.
int stayInTheMiddle(const QString &folder, const QString &server)
{
    Stage stage(wednesday, folder);
    const bool isThere = stage.openApp(server) && stage.signIn(QStringLiteral("maya"), {}) && beginCheckIn(stage.screen());
    std::puts(isThere ? "answered" : qPrintable(stage.screen().spoken()));
    std::fflush(stdout);
    return QGuiApplication::exec();
}

} // namespace

/// A check-in that is left in the middle, however that happens.
class TestDrafts final : public FixtureDay
{
    Q_OBJECT

    bool isAtTheUrgeWithAFour()
    {
        if (!screen().waitFor(urge))
            return false;
        QAccessibleInterface *slider = screen().find(urge);
        return slider->valueInterface() && slider->valueInterface()->currentValue().toDouble() == 4;
    }

    bool finish()
    {
        bool isGood = true;
        while (isGood && m_stage->app().navigator().route() == Navigator::CheckIn)
            isGood = press(screen().has(QStringLiteral("Skip"))         ? "Skip"
                               : screen().has(QStringLiteral("Finish")) ? "Finish"
                                                                        : "Next");
        isGood = isGood && press("Send now");
        return isGood && screen().waitUntil([this] { return m_server->created().size() == 1; });
    }

private Q_SLOTS:
    void aProcessThatIsKilledLosesNoAnswer()
    {
        QProcess other;
        other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        other.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--stay"), m_folder.path(), m_server->base().toString()});
        // The clinic is in this process, so it has to go on here.
        QTRY_VERIFY_WITH_TIMEOUT(other.bytesAvailable() > 0, 60'000);
        other.kill(); // -9
        QTRY_COMPARE(other.state(), QProcess::NotRunning);
        QCOMPARE(other.exitStatus(), QProcess::CrashExit);
        QCOMPARE(other.readAll(), QByteArray("answered\n"));

        QVERIFY(openAt(wednesday.addSecs(11 * 3600)));
        QVERIFY2(press("Go on with the check-in"), qPrintable(screen().spoken()));
        QVERIFY2(isAtTheUrgeWithAFour(), qPrintable(screen().spoken()));
        QVERIFY(press("Back") && waitFor("How do you feel right now?"));
        QVERIFY(screen().find(QStringLiteral("Okay"))->state().checked);
        QVERIFY(finish());
    }

    void midnightTakesNothing()
    {
        const QDateTime late(QDate(2026, 11, 19), QTime(4, 52), QTimeZone::utc()); // 11:52 pm in New York
        QVERIFY(openAt(late) && m_stage->signIn(QStringLiteral("maya"), {}));
        QVERIFY2(beginCheckIn(screen()), qPrintable(screen().spoken()));
        m_stage->closeApp();
        QVERIFY(openAt(late.addSecs(20 * 60)));
        QVERIFY2(waitFor("*Your answers from Nov 18 are kept.*"), qPrintable(screen().spoken()));
        QVERIFY2(press("Go on with the check-in"), qPrintable(screen().spoken()));
        QVERIFY2(isAtTheUrgeWithAFour(), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("You began this check-in on Wednesday, November 18. It counts for that day."),
                 qPrintable(screen().spoken()));
        // Today's can be given in its place, and that one is still there.
        QVERIFY(press("Start today’s check-in") && waitFor("How do you feel right now?"));
        QVERIFY2(press("Go on with Wednesday, November 18"), qPrintable(screen().spoken()));
        QVERIFY2(isAtTheUrgeWithAFour(), qPrintable(screen().spoken()));
        QVERIFY(finish());
        const QString authored = m_server->created().first().value(QLatin1String("authored")).toString();
        QVERIFY2(authored.startsWith(QStringLiteral("2026-11-18T23:5")), qPrintable(authored));
        QVERIFY2(waitFor("This check-in counts for Wednesday, November 18."), qPrintable(screen().spoken()));
        QVERIFY(press("Done") && waitFor("Start the check-in"));
    }

    /// In large text the question and its answers come first, and what else there is to say after them.
    void inLargeTextTheQuestionComesFirst()
    {
        const QDateTime late(QDate(2026, 11, 19), QTime(4, 52), QTimeZone::utc()); // 11:52 pm in New York
        QVERIFY(openAt(late) && m_stage->signIn(QStringLiteral("maya"), {}));
        QVERIFY2(beginCheckIn(screen()), qPrintable(screen().spoken()));
        m_stage->closeApp();
        QVERIFY(openAt(late.addSecs(20 * 60)));
        m_stage->app().preferences().setTextScale(2);
        screen().window().resize(320, 568);
        QVERIFY2(press("Go on with the check-in"), qPrintable(screen().spoken()));
        QVERIFY2(isAtTheUrgeWithAFour(), qPrintable(screen().spoken()));
        screen().settle();
        const auto top = [this](const QString &name) { return screen().find(name)->rect().top(); };
        const QString day =
            QStringLiteral("You began this check-in on Wednesday, November 18. It counts for that day."); // as it is said
        QVERIFY2(screen().has(day), qPrintable(screen().spoken()));
        QVERIFY(screen().find(day)->rect().height() < 60); // a line
        QVERIFY(top(QStringLiteral("Start today’s check-in")) > screen().find(urge)->rect().bottom());
    }

    void afterTwelveHoursItIsPutAsideAndSaid()
    {
        QVERIFY(openAt(wednesday) && m_stage->signIn(QStringLiteral("maya"), {}));
        QVERIFY2(beginCheckIn(screen()), qPrintable(screen().spoken()));
        m_stage->closeApp();
        QVERIFY(openAt(wednesday.addSecs(12 * 3600 + 120)));
        QVERIFY2(press("Start the check-in"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("You began a check-in some time ago. It was put aside, and this is a new one."),
                 qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("How do you feel right now?")));
        QVERIFY(!screen().find(QStringLiteral("Okay"))->state().checked);
        QVERIFY(press("Skip") && waitFor("What was your strongest urge*"));
        QVERIFY(!isAtTheUrgeWithAFour());
        // From here on it is a draft of its own.
        QVERIFY(press("Close. Your answers are kept.") && press("Go on with the check-in"));
        QVERIFY(waitFor("What was your strongest urge*"));
        QVERIFY(!screen().spoken().contains(QStringLiteral("put aside")));
    }

    void mendingTheStoreLeavesThePersonWhereTheyAre_data()
    {
        QTest::addColumn<bool>("isOnSafetyPage");
        QTest::addColumn<bool>("isInHelp");
        QTest::newRow("in a check-in") << false << false;
        QTest::newRow("on the safety page") << true << false;
        QTest::newRow("in Help now, over a check-in") << false << true;
    }

    void mendingTheStoreLeavesThePersonWhereTheyAre()
    {
        QFETCH(bool, isOnSafetyPage);
        QFETCH(bool, isInHelp);
        QVERIFY(signIn());
        QVERIFY2(beginCheckIn(screen()), qPrintable(screen().spoken()));
        if (isOnSafetyPage) {
            QVERIFY(press("Next"));
            while (!screen().has(QStringLiteral("Are you having thoughts*")))
                QVERIFY(press("Skip"));
            QVERIFY(press("Yes") && waitFor("Thank you for telling us."));
            QVERIFY(screen().waitUntil([this] { return m_server->created().size() == 1; }));
        }
        QVERIFY(screen().waitUntil([this] { return account().sync()->state() != SyncEngine::State::Running; }));
        if (isInHelp)
            QVERIFY(press("Help now") && waitFor("Call 988"));
        const Store *const damaged = &account().records()->store();
        QList<Account::State> states;
        connect(&account(), &Account::stateChanged, this, [&] { states << account().state(); });
        // An index is gone under the app's feet, as after a damaged page of the schema, and the next sync runs into it.
        QVERIFY(loseIndex());
        m_server->setRecords(QStringLiteral("Appointment"), {fixture("appointment-group"), fixture("appointment-moved")});
        account().refreshIfOlderThan(std::chrono::minutes(0));
        QVERIFY(screen().waitUntil([&] { return states.contains(Account::State::Active); }));
        QCOMPARE(states.first(), Account::State::Starting);
        QVERIFY(&account().records()->store() != damaged);
        if (isInHelp) {
            QCOMPARE(route(), Navigator::Help);
            QVERIFY(press("Back"));
        }
        if (isOnSafetyPage) {
            QCOMPARE(route(), Navigator::Safety);
            QVERIFY2(waitFor("Sent to your care team at 3:2*"), qPrintable(screen().spoken()));
            QVERIFY(press("Back"));
            QVERIFY2(waitFor("Are you having thoughts*"), qPrintable(screen().spoken()));
            QVERIFY(screen().find(QStringLiteral("Yes"))->state().checked);
            QVERIFY(press("Close. Your answers are kept."));
            QCOMPARE(route(), Navigator::Today);
        } else {
            QCOMPARE(route(), Navigator::CheckIn);
            QVERIFY2(isAtTheUrgeWithAFour(), qPrintable(screen().spoken()));
            QVERIFY(finish());
        }
    }

private:
    /// In the store that the app has open: no new record can be put into it.
    static bool loseIndex()
    {
        int done = 0;
        for (const QString &name : QSqlDatabase::connectionNames()) {
            if (name.startsWith(QLatin1String("handrail-store-")))
                done += QSqlQuery(QSqlDatabase::database(name)).exec(QStringLiteral("DROP INDEX record_by_id"));
        }
        return done == 1;
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    if (argc == 4 && qstrcmp(argv[1], "--stay") == 0)
        return stayInTheMiddle(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    TestDrafts test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_drafts.moc"
