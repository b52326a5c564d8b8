// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Stage.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;

/// Two people with one device, at the real clinic and with the system's keychain: neither sees, keeps back or sends what is the other's.
class TestTwoPeople final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    bool waitFor(const char *name) { return screen().waitFor(QString::fromUtf8(name), 20'000); }
    bool press(const char *name) { return waitFor(name) && screen().press(QString::fromUtf8(name)); }

    bool signIn(const char *name)
    {
        return m_stage->signIn(QString::fromLatin1(name), QStringLiteral("demo"))
            && screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone() && isIdle(); }, 20'000);
    }

    bool isIdle() { return m_stage->app().account().sync()->state() != SyncEngine::State::Running; }

    bool answerCheckIn(const char *mood)
    {
        bool isGood =
            press("Start the check-in") && press(mood) && screen().waitFor(QStringLiteral("What was your strongest urge*"));
        while (isGood && m_stage->app().navigator().route() == Navigator::CheckIn)
            isGood = press("Skip");
        return isGood;
    }

    QString patient() { return m_stage->app().account().identity()->patientId; }

    /// The moods of today's check-ins that the clinic has of this patient.
    QStringList moodsAtClinic(const QString &patientId)
    {
        QStringList moods;
        for (const QJsonValue &response : m_stage->recordsAtClinic(patientId, QStringLiteral("QuestionnaireResponse"))) {
            if (!response[QLatin1String("authored")].toString().startsWith(QStringLiteral("2026-11-18")))
                continue;
            for (const QJsonValue &item : response[QLatin1String("item")].toArray()) {
                if (item[QLatin1String("linkId")] == QLatin1String("mood"))
                    moods << item[QLatin1String("answer")][0][QLatin1String("valueCoding")][QLatin1String("display")].toString();
            }
        }
        return moods;
    }

    /// The end of the check-in waits for the person; what is not sent yet is let go there.
    bool sendNow() { return screen().waitFor(QStringLiteral("Send now")) && screen().press(QStringLiteral("Send now")); }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish"))); }
    void cleanup() { m_stage.reset(); }

    void whatIsUnsentWaitsForItsOwnPerson()
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openApp());
        QVERIFY2(signIn("maya"), qPrintable(screen().spoken()));
        const QString maya = patient();
        m_stage->closeClinic();
        QVERIFY2(answerCheckIn("Low"), qPrintable(screen().spoken()));
        QVERIFY2(sendNow() && waitFor("Saved on this device. Not sent yet."), qPrintable(screen().spoken()));
        QVERIFY(press("Done"));
        QVERIFY2(m_stage->signOut(), qPrintable(screen().spoken()));

        QVERIFY(m_stage->openClinic());
        QVERIFY2(signIn("jordan"), qPrintable(screen().spoken()));
        const QString jordan = patient();
        QVERIFY(jordan != maya);
        QVERIFY2(waitFor("Hi, Jordan"), qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("Start the check-in")));
        QVERIFY2(!screen().spoken().contains(QStringLiteral("Maya")), qPrintable(screen().spoken()));
        QVERIFY(press("You and settings*") && press("Sent and waiting, Everything is sent"));
        QVERIFY2(waitFor("Nothing waits"), qPrintable(screen().spoken()));
        QVERIFY(press("Back") && press("Today"));
        QVERIFY2(answerCheckIn("Good") && sendNow() && waitFor("Sent to your care team*"), qPrintable(screen().spoken()));
        m_stage->app().account().sync()->retryNow();
        QVERIFY(screen().waitUntil([this] { return isIdle(); }));
        QCOMPARE(moodsAtClinic(jordan), QStringList{QStringLiteral("Good")});
        QCOMPARE(moodsAtClinic(maya), QStringList());
        QVERIFY(press("Done"));
        QVERIFY2(m_stage->signOut(), qPrintable(screen().spoken()));

        QVERIFY2(signIn("maya"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Hi, Maya"), qPrintable(screen().spoken()));
        QVERIFY2(!screen().spoken().contains(QStringLiteral("Jordan")), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([&] { return !moodsAtClinic(maya).isEmpty(); }, 20'000));
        m_stage->app().account().sync()->retryNow();
        QVERIFY(screen().waitUntil([this] { return isIdle(); }));
        QCOMPARE(moodsAtClinic(maya), QStringList{QStringLiteral("Low")});
        QCOMPARE(moodsAtClinic(jordan), QStringList{QStringLiteral("Good")});
    }

    // Whoever forgot their password is the same person with another one: what is kept here and what waits are theirs still.
    void aNewPasswordFindsWhatWasKept()
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openApp());
        QVERIFY2(signIn("maya"), qPrintable(screen().spoken()));
        const QString maya = patient(), name = QStringLiteral("maya"), kept = QStringLiteral("kept-here");
        QVERIFY(m_stage->app().account().records()->store().setValue(kept, "hers"));
        m_stage->closeClinic();
        QVERIFY2(answerCheckIn("Low") && sendNow() && waitFor("Saved on this device. Not sent yet."),
                 qPrintable(screen().spoken()));
        QVERIFY(press("Done"));
        m_stage->closeApp();

        QVERIFY(m_stage->command({QStringLiteral("user"), QStringLiteral("password"), name}, "blue lamp 7\n"));
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openApp());
        QVERIFY2(waitFor("Please sign in again*"), qPrintable(screen().spoken()));
        QCOMPARE(moodsAtClinic(maya), QStringList());
        m_stage->person().become(name, QStringLiteral("blue lamp 7"));
        QVERIFY(press("Please sign in again*"));
        QVERIFY(screen().waitUntil([&] { return moodsAtClinic(maya) == QStringList{QStringLiteral("Low")}; }, 20'000));
        QCOMPARE(patient(), maya);
        const auto still = m_stage->app().account().records()->store().value(kept);
        QVERIFY(still && *still);
        QCOMPARE(**still, QByteArray("hers"));
    }

    void whoErasesLeavesTheOthersThings()
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openApp());
        QVERIFY2(signIn("maya"), qPrintable(screen().spoken()));
        const QString maya = patient();
        m_stage->closeClinic();
        QVERIFY2(answerCheckIn("Low") && sendNow() && waitFor("Saved on this device. Not sent yet."),
                 qPrintable(screen().spoken()));
        QVERIFY(press("Done"));
        QVERIFY2(m_stage->signOut(), qPrintable(screen().spoken()));

        QVERIFY(m_stage->openClinic());
        QVERIFY2(signIn("jordan"), qPrintable(screen().spoken()));
        QVERIFY(press("You and settings*") && press("Sign out, Your clinic*") && press("Sign out and erase"));
        QVERIFY2(waitFor("Sign in with your program"), qPrintable(screen().spoken()));
        QVERIFY2(signIn("maya"), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([&] { return moodsAtClinic(maya) == QStringList{QStringLiteral("Low")}; }, 20'000));
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    TestTwoPeople test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_two_people.moc"
