// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/CheckIn.h"
#include "fakes/OneDevice.h"
#include "view/SafetyView.h"

#include <QGuiApplication>
#include <QSignalSpy>

using namespace handrail;

/// The one question of the day after a safety answer (design clinical 3.3).
class TestFollowUp final : public QObject, OneDevice
{
    Q_OBJECT

    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<SafetyView> m_safety;

    void sayYes()
    {
        SafetyWatch watch;
        const Answers answers{{QStringLiteral("safety"), QStringLiteral("yes")}};
        QVERIFY(m_safety->note(watch, dailyCheckInForm(*m_account->records()).value(), answers, answers));
        m_safety->noteShown();
    }

private Q_SLOTS:
    void init()
    {
        begin(FakeClock(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())));
        m_preferences = std::make_unique<Preferences>(QString());
        m_preferences->setLanguage(QStringLiteral("en"));
        m_safety = std::make_unique<SafetyView>(*m_account, m_clock, *m_preferences);
        signIn();
    }
    void cleanup()
    {
        m_safety.reset();
        end();
    }

    /// Whoever leaves the app open overnight is asked too; whoever did not see it is asked at the next opening.
    void theNextDayIsLookedForAgainAndAgain()
    {
        QSignalSpy changes(m_safety.get(), &SafetyView::followUpChanged);
        sayYes();
        m_safety->lookAgain();
        QVERIFY(!m_safety->isFollowUpDue());
        m_clock.advance(std::chrono::hours(18));
        QVERIFY(!m_safety->isFollowUpDue());
        m_safety->lookAgain(); // the minute turns, or the app comes to the front
        QVERIFY(m_safety->isFollowUpDue());
        QCOMPARE(m_safety->followUpText(), QStringLiteral("Yesterday was hard."));
        const qsizetype count = changes.size();
        m_safety->lookAgain();
        QCOMPARE(changes.size(), count);
        QVERIFY(!lastSafetyReport(m_account->records()->store())->isFollowedUp); // no card was on the screen
        setPin();
        m_account->lock();
        QVERIFY(!m_safety->isFollowUpDue());
        unlock();
        QVERIFY(m_safety->isFollowUpDue());
        m_safety->noteFollowUpShown();
        QVERIFY(lastSafetyReport(m_account->records()->store())->isFollowedUp);
        m_safety->lookAgain();
        QVERIFY(m_safety->isFollowUpDue()); // it stays until it is answered
        m_safety->endFollowUp();
        m_safety->lookAgain();
        QVERIFY(!m_safety->isFollowUpDue());
        // What is said anew is asked about anew.
        sayYes();
        m_clock.advance(std::chrono::hours(2));
        m_safety->lookAgain();
        QVERIFY(m_safety->isFollowUpDue());
        m_safety->noteFollowUpShown();
        m_account->lock();
        unlock();
        QVERIFY(!m_safety->isFollowUpDue()); // seen once
    }

    void afterADayNobodyIsAsked()
    {
        sayYes();
        m_clock.advance(std::chrono::hours(23));
        m_safety->lookAgain();
        QVERIFY(m_safety->isFollowUpDue());
        m_clock.advance(std::chrono::hours(1));
        m_safety->lookAgain();
        QVERIFY(!m_safety->isFollowUpDue());
    }
};

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    TestFollowUp test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_follow_up.moc"
