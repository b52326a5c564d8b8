// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FamilyClinic.h"
#include "Stage.h"
#include "core/DeepLink.h"

#include <QDBusConnectionInterface>
#include <QGuiApplication>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;
using namespace handrail::test;

/// A relative accepts an invitation: from the link and the code to their own home, with the account made at the clinic's page.
class TestAccept final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;
    HttpAnswer m_invited;

    Screen &screen() { return m_stage->screen(); }
    [[nodiscard]] QString code() const { return FamilyClinic::text(m_invited, "code"); }
    [[nodiscard]] QString link() const { return inviteLink(m_stage->clinic().base(), FamilyClinic::text(m_invited, "link")); }

    /// Maya invites, as her own app does it.
    void invite()
    {
        const auto maya =
            m_stage->clinic().signIn(QStringLiteral("maya"), QStringLiteral("demo"), QString::fromLatin1(FamilyClinic::mayaScope));
        QVERIFY(maya);
        m_invited =
            m_stage->clinic().send("POST", "Patient/p101/$invite", maya->accessToken, compact(FamilyClinic::invitation(newUrn())));
        QCOMPARE(m_invited.status, 200);
        QCOMPARE(code().size(), InvitationView::codeLength);
        QVERIFY(!link().isEmpty());
    }
    bool typeCode(const QString &typed)
    {
        return screen().waitFor(QStringLiteral("Your code")) && screen().type(QStringLiteral("Your code"), typed)
            && screen().press(QStringLiteral("Continue"));
    }
    /// A code of right signs that is another one.
    [[nodiscard]] QString wrongCode(int which) const
    {
        const QString wrong = QStringLiteral("22222%1").arg(which + 2);
        return wrong == code() ? QStringLiteral("333333") : wrong;
    }
    static Pin pin()
    {
        Pin pin;
        for (const int digit : {2, 4, 6, 8, 1, 0})
            pin.append(digit);
        return pin;
    }
    void saysNothing()
    {
        const QString spoken = screen().spoken();
        for (const char *word : {"Maya", "Bell", "Harbor", "family", "treatment", "program", "recovery"})
            QVERIFY2(!spoken.contains(QLatin1String(word), Qt::CaseInsensitive), qPrintable(spoken));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish")));
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(22, 0), QTimeZone::utc()));
        QVERIFY(m_stage->openClinic());
        invite();
        QVERIFY(m_stage->openApp());
    }
    void cleanup() { m_stage.reset(); }

    void withTheCodeToAHomeOfTheirOwn()
    {
        m_stage->person().become(QStringLiteral("ana.bell"), QStringLiteral("blue lamp 7"));
        QVERIFY(screen().press(QStringLiteral("I have an invitation")));
        QVERIFY2(screen().waitFor(QStringLiteral("The link")), qPrintable(screen().spoken()));
        saysNothing();
        QVERIFY(screen().type(QStringLiteral("The link"), link().chopped(5)));
        QVERIFY(screen().press(QStringLiteral("Continue")));
        QVERIFY2(screen().waitFor(QStringLiteral("*not the whole link*")), qPrintable(screen().spoken()));
        QVERIFY(screen().type(QStringLiteral("The link"),
                              QString(QStringLiteral(" You have an invitation. Open this link ") + link())));
        QVERIFY(screen().press(QStringLiteral("Continue")));
        QVERIFY2(screen().waitFor(QStringLiteral("You have an invitation")), qPrintable(screen().spoken()));
        saysNothing();
        // Whoever has a keyboard types at once.
        QVERIFY(screen().waitUntil([this] {
            QAccessibleInterface *boxes = screen().find(QStringLiteral("Your code"));
            return boxes && boxes->state().focused;
        }));

        // Three wrong ones: each time the same calm page, and the way back.
        for (int i = 0; i < 3; ++i) {
            QVERIFY2(typeCode(wrongCode(i)), qPrintable(screen().spoken()));
            QVERIFY2(screen().waitFor(QStringLiteral("This invitation is closed")), qPrintable(screen().spoken()));
            saysNothing();
            QVERIFY(screen().press(QStringLiteral("Try another code")));
        }
        // The right one, small and with a blank, as people type what they hear.
        QVERIFY2(typeCode(QString(code().left(3).toLower() + u' ' + code().mid(3).toLower())), qPrintable(screen().spoken()));
        QVERIFY2(screen().waitUntil([this] { return m_stage->app().navigator().isSignedIn(); }, 30'000),
                 qPrintable(screen().spoken()));
        QVERIFY(m_stage->app().navigator().isRelative());
        QCOMPARE(m_stage->app().account().identity()->relatedPersonId,
                 QString::fromLatin1(FamilyClinic::target(m_invited, "person")).section(u'/', 1));
        QCOMPARE(m_stage->app().navigator().route(), Navigator::FamilyHome);
        QVERIFY2(screen().waitFor(QStringLiteral("Hi, Ana")), qPrintable(screen().spoken()));

        // The same link again, now that it was used.
        QVERIFY(screen().press(QStringLiteral("You")));
        QVERIFY(screen().waitFor(QStringLiteral("Sign out, Your clinic*"))
                && screen().press(QStringLiteral("Sign out, Your clinic*")));
        QVERIFY(screen().waitFor(QStringLiteral("Stay signed in")) && screen().press(QStringLiteral("Sign out")));
        QVERIFY(screen().waitFor(QStringLiteral("I have an invitation")));
        m_stage->app().open(link());
        QVERIFY2(screen().waitFor(QStringLiteral("You have an invitation")), qPrintable(screen().spoken()));
        QVERIFY(typeCode(code()));
        QVERIFY2(screen().waitFor(QStringLiteral("This invitation is closed")), qPrintable(screen().spoken()));
        saysNothing();
        // And the account is theirs, without any invitation.
        QVERIFY(screen().press(QStringLiteral("Close")));
        QVERIFY(m_stage->signIn(QStringLiteral("ana.bell"), QStringLiteral("blue lamp 7")));
        QVERIFY(m_stage->app().navigator().isRelative());
    }

    void aPatientsDeviceAsksFirst()
    {
        QVERIFY(m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo")));
        QVERIFY(screen().waitFor(QStringLiteral("You and settings*"), 20'000));
        m_stage->app().open(link());
        QVERIFY2(screen().waitFor(QStringLiteral("Accept it on this device?")), qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("Maya Bell is signed in on this device.")));
        QVERIFY(screen().press(QStringLiteral("Not now")));
        QVERIFY(screen().waitFor(QStringLiteral("You and settings*")));
        QCOMPARE(m_stage->app().account().identity()->patientId, QStringLiteral("p101"));
        QVERIFY(m_stage->app().account().identity()->role == Role::Patient);

        m_stage->app().open(link());
        QVERIFY(screen().waitFor(QStringLiteral("Accept it here")) && screen().press(QStringLiteral("Accept it here")));
        m_stage->person().become(QStringLiteral("ana.too"), QStringLiteral("blue lamp 7"));
        QVERIFY2(typeCode(code()), qPrintable(screen().spoken()));
        QVERIFY2(screen().waitUntil([this] { return m_stage->app().navigator().isRelative(); }, 30'000),
                 qPrintable(screen().spoken()));
        // Nothing of the patient came along.
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }));
        Store &store = m_stage->app().account().records()->store();
        for (const char *type : {"QuestionnaireResponse", "CarePlan", "MedicationRequest", "Goal"})
            QVERIFY2(store.records(QString::fromLatin1(type))->isEmpty(), type);
    }

    // What came while the app was locked waits, and is asked about.
    void aLinkWaitsBehindTheLock()
    {
        QVERIFY(m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo")));
        QVERIFY(screen().waitFor(QStringLiteral("You and settings*"), 20'000));
        Account &account = m_stage->app().account();
        const auto sessions = account.records()->sessions(QDate(2026, 11, 18), QDate(2026, 12, 18));
        QVERIFY(sessions && !sessions->isEmpty());
        const QString session = QString(u"handrail://session/" + sessions->first().id);
        QVERIFY(QCoro::waitFor(account.setPin(pin())));
        account.lock();
        QVERIFY(screen().waitFor(QStringLiteral("Enter your PIN")));
        m_stage->app().open(session);
        QTest::qWait(300);
        QCOMPARE(m_stage->app().navigator().route(), Navigator::Locked);
        QVERIFY(!screen().has(QStringLiteral("Open the session?")));
        QCoro::waitFor(account.unlock(pin()));
        QVERIFY2(screen().waitFor(QStringLiteral("Open the session?")), qPrintable(screen().spoken()));
        QVERIFY(m_stage->app().navigator().route() != Navigator::SessionPage);
        QVERIFY(screen().press(QStringLiteral("Not now")));
        QVERIFY(screen().waitUntil([this] { return !screen().has(QStringLiteral("Open the session?")); }));
        QVERIFY(m_stage->app().navigator().route() != Navigator::SessionPage);

        account.lock();
        m_stage->app().open(session);
        QCoro::waitFor(account.unlock(pin()));
        QVERIFY(screen().waitFor(QStringLiteral("Open the session")) && screen().press(QStringLiteral("Open the session")));
        QVERIFY(screen().waitUntil([this] { return m_stage->app().navigator().route() == Navigator::SessionPage; }));
        QCOMPARE(m_stage->app().navigator().argument(), sessions->first().id);
        m_stage->app().open(QStringLiteral("handrail://session/nobodys"));
        QCOMPARE(m_stage->app().navigator().argument(), sessions->first().id);
    }

    // The desktop starts the program for each link; one runs.
    void aSecondHandrailHandsOverAndEnds()
    {
        const QStringList server{QStringLiteral("--server"), m_stage->clinic().base().toString()};
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(name), m_stage->folder() + QStringLiteral("/home"));
        QProcess first;
        first.setProcessEnvironment(environment);
        first.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        first.start(QStringLiteral(HANDRAIL_PROGRAM), server);
        QVERIFY(first.waitForStarted());
        QDBusConnectionInterface *bus = QDBusConnection::sessionBus().interface();
        QVERIFY(bus);
        QTRY_VERIFY_WITH_TIMEOUT(bus->isServiceRegistered(QStringLiteral("org.handrail.app")).value(), 20'000);
        for (const QString &given :
             {link(), QString(QStringLiteral("handrail://session/") + QString(100 * 1024, u'a')), QString()}) {
            QProcess second;
            second.setProcessEnvironment(environment);
            second.start(QStringLiteral(HANDRAIL_PROGRAM), given.isEmpty() ? QStringList() : QStringList{given});
            QVERIFY(second.waitForFinished(20'000));
            QCOMPARE(second.exitStatus(), QProcess::NormalExit);
            QCOMPARE(second.exitCode(), 0);
            QCOMPARE(first.state(), QProcess::Running);
        }
        // Which clinic it is at is not handed over: nobody is to think that it was.
        QProcess elsewhere;
        elsewhere.setProcessEnvironment(environment);
        elsewhere.start(QStringLiteral(HANDRAIL_PROGRAM), server);
        QVERIFY(elsewhere.waitForFinished(20'000));
        QCOMPARE(elsewhere.exitCode(), 1);
        QVERIFY(elsewhere.readAllStandardOutput().contains("Close Handrail first."));
        QCOMPARE(first.state(), QProcess::Running);
        first.terminate();
        QVERIFY(first.waitForFinished(20'000));
        QCOMPARE(first.exitCode(), 0);
    }

    // The person at the clinic's page says "not now", to the promise or to the app: the code is as good as before, and so is the name.
    void whoSaysNotNowMayGoOnLater()
    {
        m_stage->person().become(QStringLiteral("ana.later"), QStringLiteral("blue lamp 7"));
        m_stage->person().setChoice(Person::Choice::Deny);
        m_stage->app().open(link());
        QVERIFY(typeCode(code()));
        QVERIFY2(screen().waitFor(QStringLiteral("You said “not now”"), 30'000), qPrintable(screen().spoken()));
        m_stage->person().setChoice(Person::Choice::DenyApp);
        QVERIFY(screen().press(QStringLiteral("Continue")));
        QVERIFY(screen().waitUntil([this] { return !screen().has(QStringLiteral("You said “not now”")); }));
        QVERIFY2(screen().waitFor(QStringLiteral("You said “not now”"), 30'000), qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("Nothing is used up*")));
        m_stage->person().setChoice(Person::Choice::Allow);
        QVERIFY(screen().press(QStringLiteral("Continue")));
        QVERIFY2(screen().waitUntil([this] { return m_stage->app().navigator().isRelative(); }, 30'000),
                 qPrintable(screen().spoken()));
    }

    // The clinic let them in, and the app was gone: the page of what is closed names the way, and the clinic's address is there.
    void whoMadeASignInFindsTheWayToIt()
    {
        m_stage->closeApp();
        QVERIFY(m_stage->openAppToType());
        // Nobody has been anywhere here yet: which clinic it is has to be typed.
        m_stage->app().open(link());
        QVERIFY(typeCode(wrongCode(0)));
        QVERIFY2(screen().waitFor(QStringLiteral("Did you make a sign-in with it? Close this page, type*")),
                 qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("Close")));
        m_stage->person().become(QStringLiteral("ana.gone"), QStringLiteral("blue lamp 7"));
        m_stage->person().setChoice(Person::Choice::WalkAway);
        m_stage->app().open(link());
        QVERIFY(typeCode(code()));
        QVERIFY(screen().waitUntil([this] { return !m_stage->app().account().signInPage().isEmpty(); }, 30'000));
        const QUrl page = m_stage->app().account().signInPage();
        m_stage->closeApp();
        m_stage->person().setChoice(Person::Choice::Allow);
        QVERIFY(m_stage->person().open(page));
        const auto isIn = [this] {
            const QString id = QString::fromLatin1(FamilyClinic::target(m_invited, "person")).section(u'/', 1);
            const QJsonArray people = m_stage->recordsAtClinic(QStringLiteral("p101"), QStringLiteral("RelatedPerson"));
            return std::any_of(people.begin(), people.end(), [&](const QJsonValue &one) {
                return one[QLatin1String("id")] == id && one[QLatin1String("active")].toBool();
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isIn(), 30'000);
        QVERIFY(m_stage->openAppToType());
        m_stage->app().open(link());
        QVERIFY(typeCode(code()));
        QVERIFY2(screen().waitFor(QStringLiteral("This invitation is closed")), qPrintable(screen().spoken()));
        QVERIFY2(screen().has(QStringLiteral("Did you make a sign-in with it? Close this page and sign in.")),
                 qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("Close")));
        QVERIFY2(screen().waitFor(QStringLiteral("Sign in with your program"))
                     && screen().press(QStringLiteral("Sign in with your program")),
                 qPrintable(screen().spoken()));
        QVERIFY2(screen().waitUntil([this] { return m_stage->app().navigator().isRelative(); }, 30'000),
                 qPrintable(screen().spoken()));
    }

    void offlineIsSaidAndNothingIsUsedUp()
    {
        m_stage->app().open(link());
        QVERIFY(screen().waitFor(QStringLiteral("Your code")));
        m_stage->closeClinic();
        QVERIFY(typeCode(code()));
        QVERIFY2(screen().waitFor(QStringLiteral("You seem to be offline")), qPrintable(screen().spoken()));
        m_stage->person().become(QStringLiteral("ana.offline"), QStringLiteral("blue lamp 7"));
        QVERIFY(m_stage->openClinic());
        QVERIFY(screen().press(QStringLiteral("Continue")));
        QVERIFY2(screen().waitUntil([this] { return m_stage->app().navigator().isRelative(); }, 30'000),
                 qPrintable(screen().spoken()));
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    TestAccept test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_accept.moc"
