// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FamilyClinic.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace handrail::test;

namespace {

QString heading(const SmartVisitor::Answer &page)
{
    return page.html().section(QStringLiteral("<h1>"), 1).section(QStringLiteral("</h1>"), 0, 0);
}

} // namespace

/// The last page before somebody who was invited is in: what a no, a second press, a long wait and a clinic that cannot write leave behind.
class TestClinicLetIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_family.start()); }
    void cleanupTestCase() { QCOMPARE(clinic().stop(), 0); }

    // Whoever promised and does not let the app in has used up nothing: not the invitation, not the name.
    void whoDoesNotLetTheAppInUsesNothingUp()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray person = FamilyClinic::target(invited, "person");
        const QString name = QStringLiteral("not.yet");
        const auto isActive = [&] {
            return clinic().send("GET", person, m_family.maya).json().value(QLatin1String("active")).toBool();
        };
        {
            SmartVisitor browser(clinic().base());
            const auto page = FamilyClinic::promise(browser, m_family.promisePage(browser, m_family.ticketFor(invited), name));
            QCOMPARE(heading(page), QStringLiteral("Let the Handrail app in?"));
            const auto no = browser.submit(page, {{QStringLiteral("decision"), QStringLiteral("deny")}});
            QCOMPARE(no.redirectQuery().queryItemValue(QStringLiteral("error")), QStringLiteral("access_denied"));
            QVERIFY(!isActive());
            // The promise alone, said once more in place of the last answer, lets nobody in.
            QCOMPARE(heading(FamilyClinic::promise(browser, page)), QStringLiteral("Let the Handrail app in?"));
            // Nor does the last answer in place of the promise.
            const auto early = browser.submit(m_family.promisePage(browser, m_family.ticketFor(invited), name),
                                              {{QStringLiteral("decision"), QStringLiteral("allow")}});
            QCOMPARE(heading(early), QStringLiteral("Please keep it private"));
            QVERIFY(!isActive());
        }
        {
            // Nothing that the app asks for is open to a relative.
            SmartVisitor browser(clinic().base());
            const QString secret = QStringLiteral("blue lamp 7");
            const auto promise = browser.submit(
                browser.authorize({{QStringLiteral("invitation"), m_family.ticketFor(invited)},
                                   {QStringLiteral("scope"), QStringLiteral("patient/MedicationRequest.rs")}}),
                {{QStringLiteral("username"), name}, {QStringLiteral("password"), secret}, {QStringLiteral("again"), secret}});
            const auto no =
                browser.submit(FamilyClinic::promise(browser, promise), {{QStringLiteral("decision"), QStringLiteral("allow")}});
            QCOMPARE(no.redirectQuery().queryItemValue(QStringLiteral("error")), QStringLiteral("invalid_scope"));
            QVERIFY(!isActive());
        }
        QVERIFY(!m_family.accept(invited, name).isEmpty());
        QVERIFY(isActive());
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    // Pressed twice, or the way back was lost and somebody goes back some pages: nobody is told that their own name is taken, that nothing was
    // sent, or that the invitation was used.
    void theLastAnswerTwiceSaysThatTheyMayBeIn()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QString name = QStringLiteral("doubly.ana");
        SmartVisitor browser(clinic().base());
        const QString secret = QStringLiteral("blue lamp 7");
        const SmartVisitor::Fields own{{QStringLiteral("username"), name},
                                       {QStringLiteral("password"), secret},
                                       {QStringLiteral("again"), secret},
                                       {QStringLiteral("way"), QStringLiteral("new")}};
        const auto first = browser.authorize({{QStringLiteral("invitation"), m_family.ticketFor(invited)},
                                              {QStringLiteral("scope"), QString::fromLatin1(FamilyClinic::relativeScope)}});
        const auto promise = browser.submit(first, own);
        const auto page = FamilyClinic::promise(browser, promise);
        const SmartVisitor::Fields allow{{QStringLiteral("decision"), QStringLiteral("allow")}};
        QCOMPARE(browser.submit(page, allow).status, 303);
        for (int i = 0; i < 2; ++i) {
            const auto again = browser.submit(page, allow);
            QCOMPARE(heading(again), QStringLiteral("You may be in already"));
            QVERIFY2(again.body.contains("sign in, or type the code again") && !again.body.contains("<input"),
                     again.body.constData());
        }
        QVERIFY(!m_family.token("doubly.ana", FamilyClinic::relativeScope, "blue lamp 7").isEmpty());
        QCOMPARE(heading(FamilyClinic::promise(browser, promise)), QStringLiteral("You may be in already"));
        QCOMPARE(heading(browser.submit(first, own)), QStringLiteral("You may be in already"));
        QCOMPARE(heading(browser.submit(first, {{QStringLiteral("way"), QStringLiteral("known")}})),
                 QStringLiteral("You may be in already"));
        // Who comes anew with that name is told so by the promise, before they read on.
        const HttpAnswer other = m_family.invite(FamilyClinic::invitation(newUrn()));
        SmartVisitor another(clinic().base());
        QVERIFY(FamilyClinic::promise(another, m_family.promisePage(another, m_family.ticketFor(other), name))
                    .body.contains("Somebody has that name."));
        QCOMPARE(m_family.setStatus(FamilyClinic::target(other, "consent"), QStringLiteral("inactive")), 200);
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    // Nothing was written: the same page lets them in as soon as the clinic can write again.
    void whatTheClinicCouldNotWriteIsSaidAgain()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        SmartVisitor browser(clinic().base());
        const auto page =
            FamilyClinic::promise(browser, m_family.promisePage(browser, m_family.ticketFor(invited), QStringLiteral("once.more")));
        const SmartVisitor::Fields allow{{QStringLiteral("decision"), QStringLiteral("allow")}};
        const auto change = [&](const char *statement) {
            bool isDone = false;
            {
                QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
                other.setDatabaseName(m_family.database);
                isDone = other.open() && QSqlQuery(other).exec(QString::fromLatin1(statement));
            }
            QSqlDatabase::removeDatabase(QStringLiteral("other"));
            return isDone;
        };
        QVERIFY(change("CREATE TRIGGER refused BEFORE INSERT ON token_code BEGIN SELECT RAISE(ABORT, 'refused'); END"));
        const auto busy = browser.submit(page, allow);
        QVERIFY(change("DROP TRIGGER refused"));
        QCOMPARE(busy.status, 503);
        QCOMPARE(heading(busy), QStringLiteral("The clinic is busy"));
        QCOMPARE(browser.submit(page, allow).status, 303);
        QVERIFY(!m_family.token("once.more", FamilyClinic::relativeScope, "blue lamp 7").isEmpty());
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    // Nor is anybody let in by a password that the clinic has replaced meanwhile.
    void aPasswordThatWasReplacedLetsNobodyIn()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()), m_family.jordan, "p102");
        SmartVisitor browser(clinic().base());
        const auto signIn =
            browser.submit(browser.authorize({{QStringLiteral("invitation"), m_family.ticketFor(invited)},
                                              {QStringLiteral("scope"), QString::fromLatin1(FamilyClinic::relativeScope)}}),
                           {{QStringLiteral("way"), QStringLiteral("known")}});
        const auto page = FamilyClinic::promise(browser,
                                                browser.submit(signIn,
                                                               {{QStringLiteral("username"), QStringLiteral("rosa")},
                                                                {QStringLiteral("password"), QStringLiteral("demo")}}));
        QCOMPARE(heading(page), QStringLiteral("Let the Handrail app in?"));
        QCOMPARE(ClinicProcess::runToEnd({QStringLiteral("user"), QStringLiteral("password"), QStringLiteral("rosa"),
                                          QStringLiteral("--database"), m_family.database},
                                         "green lamp 8\n")
                     .code,
                 0);
        const auto late = browser.submit(page, {{QStringLiteral("decision"), QStringLiteral("allow")}});
        QCOMPARE(late.status, 403);
        QCOMPARE(heading(late), QStringLiteral("This page is too old"));
        QCOMPARE(m_family.open(FamilyClinic::text(invited, "link"), FamilyClinic::text(invited, "code")).status, 200);
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive"), m_family.jordan), 200);
    }

    // The app waits ten minutes. Whoever is slower has used up nothing either.
    void whatTheAppNoLongerWaitsForUsesNothingUp()
    {
        FamilyClinic family;
        QVERIFY(family.start());
        const HttpAnswer invited = family.invite(FamilyClinic::invitation(newUrn()));
        SmartVisitor browser(family.clinic.base());
        auto page = family.promisePage(browser, family.ticketFor(invited), QStringLiteral("slow.ana"));
        const QByteArray cookie = browser.cookies().firstKey() + '=' + browser.cookies().first();
        const auto answer = [&](const char *decision) {
            const auto form = PageForm::of(page.html());
            return family.clinic.send("POST", form->action.path().toLatin1(), {},
                                      "decision=" + QByteArray(decision) + "&ticket=" + form->ticket.toLatin1(),
                                      {{"Content-Type", "application/x-www-form-urlencoded"}, {"Cookie", cookie}});
        };
        const auto goTo = [&](const char *now) {
            return family.clinic.stop() == 0 && family.start({QStringLiteral("--now"), QLatin1String(now)});
        };
        QVERIFY(goTo("2026-11-18T22:08:00Z"));
        page.body = answer("promise").body;
        QCOMPARE(heading(page), QStringLiteral("Let the Handrail app in?"));
        QVERIFY(goTo("2026-11-18T22:09:40Z")); // the app may have given up before ten minutes are over here
        for (int i = 0; i < 2; ++i) {
            // They have no sign-in to go on with.
            const HttpAnswer late = answer("allow");
            QCOMPARE(late.status, 403);
            QVERIFY2(late.body.contains("This page is too old") && late.body.contains("type the code again")
                         && !late.body.contains("start to sign in"),
                     late.body.constData());
        }
        QCOMPARE(family.open(FamilyClinic::text(invited, "link"), FamilyClinic::text(invited, "code")).status, 200);
        QVERIFY(goTo("2026-11-18T22:08:20Z"));
        QCOMPARE(answer("allow").status, 303);
        QCOMPARE(family.clinic.stop(), 0);
    }

    // What their app goes by once they are in: it forgets the clinic when nothing is shared, and not when the sign-in alone is over.
    void aRefusedRefreshSaysWhetherAnythingIsShared()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        QVERIFY(!m_family.accept(invited, QStringLiteral("told")).isEmpty());
        SmartVisitor app(clinic().base());
        const auto signIn = [&app] {
            return app
                .tokens(QStringLiteral("told"), QStringLiteral("blue lamp 7"), QString::fromLatin1(FamilyClinic::relativeScope))
                .value(QLatin1String("refresh_token"))
                .toString();
        };
        const auto refused = [&app](const QString &token) {
            const QJsonObject answer = app.refresh(token).json();
            return QString(answer.value(QLatin1String("error")).toString() + u' '
                           + answer.value(QLatin1String("sharing")).toString());
        };
        const QString over = signIn();
        const QString last = signIn();
        QCOMPARE(app.revoke(over).status, 200);
        QCOMPARE(refused(over), QStringLiteral("invalid_grant "));
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
        for (const QString &each : {over, last})
            QCOMPARE(refused(each), QStringLiteral("invalid_grant ended"));
        QCOMPARE(refused(QStringLiteral("unknown")), QStringLiteral("invalid_grant "));
    }

private:
    [[nodiscard]] ClinicProcess &clinic() { return m_family.clinic; }

    FamilyClinic m_family;
};

QTEST_GUILESS_MAIN(TestClinicLetIn)
#include "tst_clinic_let_in.moc"
