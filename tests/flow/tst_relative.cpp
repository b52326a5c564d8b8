// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Stage.h"

#include <QGuiApplication>
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
        QVERIFY2(screen().waitFor(QStringLiteral("Join")), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("Join")));
        QVERIFY(screen().waitFor(QStringLiteral("I’m ready")) && screen().press(QStringLiteral("I’m ready")));
        QVERIFY(screen().waitUntil([this] { return !m_stage->person().visited().isEmpty(); }));
        QCOMPARE(m_stage->person().visited().first().scheme(), QStringLiteral("https"));
        QVERIFY(screen().press(QStringLiteral("Leave")));
        QVERIFY(screen().waitFor(QStringLiteral("Hi, Rosa")));
        QVERIFY(screen().has(QStringLiteral("What stays with Maya")));
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

    void nothingElseOfThePatientIsOnTheDevice()
    {
        comeAt(QTime(22, 15));
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }));
        Store &store = m_stage->app().account().records()->store();
        for (const char *type :
             {"QuestionnaireResponse", "CarePlan", "MedicationRequest", "Goal", "EpisodeOfCare", "Communication"})
            QVERIFY2(store.records(QString::fromLatin1(type))->isEmpty(), type);
        const Result<QList<Session>> sessions = m_stage->app().account().records()->sessions(QDate(2026, 8, 1), QDate(2027, 3, 1));
        QVERIFY(!sessions->isEmpty());
        for (const Session &session : *sessions)
            QCOMPARE(session.kind, SessionKind::Family);
    }

    void whenConsentEndsNothingStays()
    {
        comeAt(QTime(22, 21));
        QVERIFY(screen().waitFor(QStringLiteral("Join")));
        QVERIFY(m_stage->endConsent(QStringLiteral("r101-1")));
        QVERIFY(screen().press(QStringLiteral("Join")));
        QVERIFY(screen().waitFor(QStringLiteral("I’m ready")) && screen().press(QStringLiteral("I’m ready")));
        QVERIFY2(screen().waitFor(QStringLiteral("This session is not open for you.")), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("Leave")));
        QVERIFY2(screen().waitFor(QStringLiteral("Nothing is shared right now"))
                     || screen().waitFor(QStringLiteral("The clinic ended your sign-in")),
                 qPrintable(screen().spoken()));
        QVERIFY(m_stage->person().visited().isEmpty());
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
