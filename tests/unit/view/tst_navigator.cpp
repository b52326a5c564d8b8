// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/AgendaModel.h"
#include "view/Navigator.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace handrail;

class TestNavigator final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // To tell the clinic something is a relative's, to leave quickly anybody's; the page that was left is as it was.
    void leavingQuicklyLeadsBack()
    {
        for (const bool isRelative : {false, true}) {
            Navigator navigator;
            navigator.setEntry(isRelative ? Navigator::FamilyHome : Navigator::Today, true, isRelative);
            navigator.go(Navigator::SessionPage, QStringLiteral("s1"));
            navigator.go(Navigator::TellClinic);
            QCOMPARE(navigator.route(), isRelative ? Navigator::TellClinic : Navigator::SessionPage);
            const Navigator::Route before = navigator.route();
            navigator.go(Navigator::Blank);
            QCOMPARE(navigator.route(), Navigator::Blank);
            QVERIFY(!navigator.hasBar());
            navigator.back();
            QCOMPARE(navigator.route(), before);
        }
    }

    void helpOpensFromEveryEntryAndLeadsBack()
    {
        for (const auto entry :
             {Navigator::Starting, Navigator::Welcome, Navigator::SigningIn, Navigator::FirstSync, Navigator::KeyUnavailable}) {
            Navigator navigator;
            navigator.setEntry(entry, false, false);
            navigator.openHelp();
            QCOMPARE(navigator.route(), Navigator::Help);
            navigator.go(Navigator::Overdose);
            QCOMPARE(navigator.route(), Navigator::Overdose);
            navigator.back();
            navigator.back();
            QCOMPARE(navigator.route(), entry);
            QVERIFY(!navigator.canGoBack());
        }
    }

    /// What Help now offers is open to everybody, stays when the sign-in ends, and leads back to the numbers.
    void calmingDownIsAPartOfHelp()
    {
        for (const bool isSignedIn : {false, true}) {
            Navigator navigator;
            navigator.setEntry(isSignedIn ? Navigator::Today : Navigator::Locked, isSignedIn, false);
            navigator.openHelp();
            navigator.go(Navigator::Calm, QStringLiteral("long-out-breath"));
            QCOMPARE(navigator.route(), Navigator::Calm);
            QCOMPARE(navigator.tab(), Navigator::Help);
            QVERIFY(navigator.isBusy());
            navigator.setEntry(Navigator::Welcome, false, false);
            QCOMPARE(navigator.route(), Navigator::Calm);
            QCOMPARE(navigator.argument(), QStringLiteral("long-out-breath"));
            navigator.openHelp();
            QCOMPARE(navigator.route(), Navigator::Help);
            navigator.back();
            QCOMPARE(navigator.route(), Navigator::Welcome);
        }
    }

    void pagesOfThePatientAreShutWithoutASignIn()
    {
        Navigator navigator;
        navigator.setEntry(Navigator::Welcome, false, false);
        for (const auto route : {Navigator::Today, Navigator::Schedule, Navigator::CheckIn, Navigator::Progress, Navigator::Me,
                                 Navigator::Outbox, Navigator::FamilyHome, Navigator::TellClinic, Navigator::Blank}) {
            navigator.go(route);
            QCOMPARE(navigator.route(), Navigator::Welcome);
        }
    }

    void whatIsAroundTreatmentIsOpenToAnybodyButNotBehindTheLock()
    {
        // Which module and lesson it may be, the lessons' own view says.
        for (const auto route :
             {Navigator::Community, Navigator::Place, Navigator::AboutIop, Navigator::Module, Navigator::Lesson, Navigator::Quiz}) {
            Navigator navigator;
            navigator.setEntry(Navigator::Welcome, false, false);
            navigator.go(route, QStringLiteral("a"));
            QCOMPARE(navigator.route(), route);
            navigator.back();
            QCOMPARE(navigator.route(), Navigator::Welcome);
            for (const auto entry : {Navigator::Starting, Navigator::Locked, Navigator::KeyUnavailable, Navigator::FirstSync}) {
                navigator.setEntry(entry, false, false);
                navigator.go(route);
                QCOMPARE(navigator.route(), entry);
            }
            for (const bool isRelative : {false, true}) {
                navigator.setEntry(isRelative ? Navigator::FamilyHome : Navigator::Today, true, isRelative);
                navigator.go(route);
                QCOMPARE(navigator.route(), route);
                QCOMPARE(navigator.tab(), isRelative ? Navigator::FamilyLessons : Navigator::Learn);
            }
            // Whoever reads it while the lock falls has the lock before them.
            navigator.setEntry(Navigator::Locked, false, false);
            QCOMPARE(navigator.route(), Navigator::Locked);
        }
    }

    void lessonsBelongToTheTabOfTheirReader()
    {
        for (const bool isRelative : {false, true}) {
            Navigator navigator;
            const auto lessons = isRelative ? Navigator::FamilyLessons : Navigator::Learn;
            navigator.setEntry(isRelative ? Navigator::FamilyHome : Navigator::Today, true, isRelative);
            navigator.go(isRelative ? Navigator::Learn : Navigator::FamilyLessons);
            QVERIFY(!navigator.canGoBack());
            navigator.go(lessons);
            for (const auto route : {Navigator::Module, Navigator::Lesson, Navigator::Quiz}) {
                navigator.go(route, QStringLiteral("a"));
                QCOMPARE(navigator.route(), route);
                QCOMPARE(navigator.tab(), lessons);
            }
            navigator.back();
            QCOMPARE(navigator.route(), Navigator::Lesson);
        }
        Navigator out;
        out.setEntry(Navigator::Welcome, false, false);
        for (const auto route : {Navigator::Learn, Navigator::FamilyLessons}) {
            out.go(route);
            QCOMPARE(out.route(), Navigator::Welcome);
        }
        // Whoever read about an invitation comes back to it.
        out.go(Navigator::Invitation);
        out.go(Navigator::Module, QStringLiteral("a"));
        QVERIFY(!out.hasBar() && out.has(Navigator::Invitation));
        out.back();
        QCOMPARE(out.route(), Navigator::Invitation);
    }

    void aRelativeNeverReachesThePatientsPages()
    {
        Navigator navigator;
        navigator.setEntry(Navigator::FamilyHome, true, true);
        for (const auto route :
             {Navigator::Today, Navigator::Schedule, Navigator::CheckIn, Navigator::Progress, Navigator::VisitSummary,
              Navigator::CheckInDone, Navigator::Skills, Navigator::Skill, Navigator::SkillList, Navigator::SkillSearch}) {
            navigator.go(route);
            QCOMPARE(navigator.route(), Navigator::FamilyHome);
        }
        navigator.go(Navigator::SessionPage, QStringLiteral("s1"));
        QCOMPARE(navigator.argument(), QStringLiteral("s1"));
        QCOMPARE(navigator.tab(), Navigator::FamilySessions);
        // The question after a session is theirs too.
        navigator.go(Navigator::HowWasIt, QStringLiteral("s1"));
        QCOMPARE(navigator.route(), Navigator::HowWasIt);
        QCOMPARE(navigator.tab(), Navigator::FamilySessions);
        QVERIFY(!navigator.hasBar() && navigator.isBusy());
    }

    void aSkillBelongsToItsTabAndLeadsBack()
    {
        Navigator navigator;
        navigator.setEntry(Navigator::Today, true, false);
        navigator.go(Navigator::CheckInDone);
        navigator.go(Navigator::Skill, QStringLiteral("ride-the-urge"));
        QCOMPARE(navigator.tab(), Navigator::Skills);
        navigator.replace(Navigator::Skill, QStringLiteral("reach-out"));
        navigator.back();
        QCOMPARE(navigator.route(), Navigator::CheckInDone);
        navigator.go(Navigator::Skills);
        navigator.go(Navigator::SkillSearch);
        navigator.go(Navigator::Skill, QStringLiteral("ride-the-urge"));
        navigator.back();
        QCOMPARE(navigator.route(), Navigator::SkillSearch);
        QCOMPARE(navigator.tab(), Navigator::Skills);
    }

    void whatWaitsBelongsToThePersonsOwnPage()
    {
        Navigator navigator;
        navigator.setEntry(Navigator::Today, true, false);
        navigator.go(Navigator::Schedule);
        navigator.go(Navigator::Outbox); // by the banner
        QCOMPARE(navigator.tab(), Navigator::Me);
        navigator.back();
        QCOMPARE(navigator.tab(), Navigator::Schedule);
    }

    void tabsBeginAnewAndOthersPile()
    {
        Navigator navigator;
        navigator.setEntry(Navigator::Today, true, false);
        navigator.go(Navigator::Schedule);
        navigator.go(Navigator::SessionPage, QStringLiteral("s1"));
        QVERIFY(navigator.canGoBack());
        navigator.back();
        QCOMPARE(navigator.route(), Navigator::Schedule);
        QVERIFY(!navigator.canGoBack());
        navigator.go(Navigator::CheckIn);
        navigator.replace(Navigator::CheckInDone);
        QCOMPARE(navigator.route(), Navigator::CheckInDone);
        navigator.home();
        QCOMPARE(navigator.route(), Navigator::Today);
    }

    void aRelativesOwnPageIsATabOfTheirs()
    {
        Navigator navigator;
        navigator.setEntry(Navigator::FamilyHome, true, true);
        navigator.go(Navigator::FamilyLessons);
        navigator.go(Navigator::Me);
        QCOMPARE(navigator.tab(), Navigator::Me);
        QVERIFY(!navigator.canGoBack());
        navigator.go(Navigator::SignOut);
        QCOMPARE(navigator.tab(), Navigator::Me);
        // The patient's bar has no place for it: what lies under it stays marked.
        navigator.setEntry(Navigator::Today, true, false);
        navigator.go(Navigator::Schedule);
        navigator.go(Navigator::Me);
        QCOMPARE(navigator.tab(), Navigator::Schedule);
        QVERIFY(navigator.canGoBack());
    }

    void helpStaysOpenWhenTheSignInEnds()
    {
        Navigator navigator;
        navigator.setEntry(Navigator::Today, true, false);
        navigator.go(Navigator::CheckIn);
        navigator.openHelp();
        navigator.setEntry(Navigator::Welcome, false, false);
        QCOMPARE(navigator.route(), Navigator::Help);
        navigator.back();
        QCOMPARE(navigator.route(), Navigator::Welcome);
    }

    void rowsThatStayAreNotMadeAnew()
    {
        AgendaModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto agenda = [](const QList<QPair<int, const char *>> &sessions) {
            QList<AgendaModel::Day> days;
            for (const auto &[day, id] : sessions) {
                SessionItem item;
                item.id = QString::fromLatin1(id);
                addSession(days, QDate(2026, 11, day), {}, item);
            }
            return days;
        };
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setDays(agenda({{18, "a"}, {18, "b"}, {19, "c"}}));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.days().first().sessions.size(), 2);
        model.setDays(agenda({{18, "a"}, {18, "b"}, {19, "x"}}));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
        model.setDays(agenda({{18, "a"}}));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(reset.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestNavigator)
#include "tst_navigator.moc"
