// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FamilyClinic.h"

#include <QTest>
#include <algorithm>
#include <functional>

using namespace handrail::test;

namespace {

QJsonObject parsed(const QByteArray &text)
{
    return FamilyClinic::parsed(text);
}

QString heading(const SmartVisitor::Answer &page)
{
    return page.html().section(QStringLiteral("<h1>"), 1).section(QStringLiteral("</h1>"), 0, 0);
}

} // namespace

/// The pages that somebody meets who was invited (security row 57): what is typed, whose browser it is, which language.
class TestClinicInvited : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_family.start()); }
    void cleanupTestCase() { QCOMPARE(clinic().stop(), 0); }

    void whoHasASignInTakesThat()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()), m_family.jordan, "p102");
        SmartVisitor browser(clinic().base());
        const auto page = browser.authorize({{QStringLiteral("invitation"), m_family.ticketFor(invited)},
                                             {QStringLiteral("scope"), QString::fromLatin1(FamilyClinic::relativeScope)}});
        const SmartVisitor::Fields known{{QStringLiteral("way"), QStringLiteral("known")}};
        auto signIn = browser.submit(page, known);
        QCOMPARE(heading(signIn), QStringLiteral("Sign in"));
        const auto as = [&](const char *name) {
            return browser.submit(
                signIn, {{QStringLiteral("username"), QLatin1String(name)}, {QStringLiteral("password"), QStringLiteral("demo")}});
        };
        // A patient's own sign-in is never a relative's.
        QVERIFY(as("maya").body.contains("not a family member"));
        const auto promise = as("rosa");
        QCOMPARE(heading(promise), QStringLiteral("Please keep it private"));
        const QByteArray token = FamilyClinic::allowed(browser, FamilyClinic::promise(browser, promise));
        QCOMPARE(clinic().send("GET", "Patient/p102", token).status, 200); // Jordan's, who invited
        QCOMPARE(clinic().send("GET", "Patient/p101", token).status, 404);
        QCOMPARE(heading(FamilyClinic::promise(browser, promise)), QStringLiteral("You may be in already"));
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive"), m_family.jordan), 200);
    }

    // "Sign again" makes a second permission while the first still holds. The same patient is named twice for as long as both do, each with its
    // last day; then once.
    void theSamePatientIsNamedOnce()
    {
        const QString name = QStringLiteral("twice.ana"), secret = QStringLiteral("blue lamp 7");
        const HttpAnswer first =
            m_family.invite(FamilyClinic::invitation(newUrn(), parsed("{'until':{'valueDate':'2026-12-12'}}")));
        QVERIFY(!m_family.accept(first, name).isEmpty());
        const HttpAnswer second = m_family.invite(FamilyClinic::invitation(newUrn()));
        {
            SmartVisitor browser(clinic().base());
            const auto page = browser.submit(browser.authorize({{QStringLiteral("invitation"), m_family.ticketFor(second)}}),
                                             {{QStringLiteral("way"), QStringLiteral("known")}});
            const auto promise = browser.submit(page, {{QStringLiteral("username"), name}, {QStringLiteral("password"), secret}});
            QVERIFY(!FamilyClinic::allowed(browser, FamilyClinic::promise(browser, promise)).isEmpty());
        }
        const auto signIn = [&](SmartVisitor &browser, const char *language = "en") {
            return browser.submit(browser.authorize({{QStringLiteral("ui_locales"), QLatin1String(language)},
                                                     {QStringLiteral("scope"), QString::fromLatin1(FamilyClinic::relativeScope)}}),
                                  {{QStringLiteral("username"), name}, {QStringLiteral("password"), secret}});
        };
        SmartVisitor both(clinic().base());
        const auto choice = signIn(both);
        QCOMPARE(heading(choice), QStringLiteral("Who are you here for?"));
        QVERIFY2(choice.body.contains(">Maya Bell, until December 12, 2026<")
                     && choice.body.contains(">Maya Bell, until January 31, 2027<"),
                 choice.body.constData());
        {
            SmartVisitor spanish(clinic().base());
            QVERIFY(signIn(spanish, "es").body.contains(">Maya Bell, hasta el 12 de diciembre de 2026<"));
        }
        // The second, by its place; the app is told the same day.
        const auto chosen = both.submit(choice, {{QStringLiteral("person"), QStringLiteral("1")}});
        const QByteArray token = FamilyClinic::allowed(both, chosen), person = FamilyClinic::target(second, "person");
        const HttpAnswer self = clinic().send("GET", person, token);
        QCOMPARE(self.status, 200);
        QCOMPARE(self.json().value(QLatin1String("period")).toObject(), parsed("{'end':'2027-01-31'}"));

        // The first is over: nobody is asked, and it is the second that opens.
        QCOMPARE(m_family.setStatus(FamilyClinic::target(first, "consent"), QStringLiteral("inactive")), 200);
        SmartVisitor one(clinic().base());
        const auto consent = signIn(one);
        QCOMPARE(heading(consent), QStringLiteral("Let the Handrail app in?"));
        QVERIFY(consent.body.contains("Maya Bell") && !consent.body.contains("Maya Bell, until"));
        QCOMPARE(clinic().send("GET", person, FamilyClinic::allowed(one, consent)).status, 200);
        // So is the second: one is left, and nobody is named.
        QCOMPARE(m_family.setStatus(FamilyClinic::target(second, "consent"), QStringLiteral("inactive")), 200);
        SmartVisitor none(clinic().base());
        const auto over = signIn(none);
        QCOMPARE(heading(over), QStringLiteral("Let the Handrail app in?"));
        QVERIFY(!over.body.contains("Maya"));
    }

    // The card "How I can help" was agreed with a person: invited anew they have it as whom they are now. Nobody else comes by it.
    void theCardIsTheirsAfterAnInvitationAnew()
    {
        const QString name = QStringLiteral("card.ana");
        const HttpAnswer first = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray before = m_family.accept(first, name), earlier = FamilyClinic::target(first, "person");
        // By the name on the invitation they are one; by the sign-in they are not.
        const HttpAnswer besides = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray other = m_family.accept(besides, QStringLiteral("card.other"));
        const QByteArray escaped = "how\\u002dto\\u002dhelp", card = howToHelp(earlier, escaped); // JSON may write it so
        QVERIFY(hasCard(card, before) && !hasCard(card, other));
        QCOMPARE(m_family.setStatus(FamilyClinic::target(first, "consent"), QStringLiteral("inactive")), 200);
        QVERIFY(!hasCard(card, before));

        const HttpAnswer second = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray person = FamilyClinic::target(second, "person"), token = acceptedAgain(second, name);
        QVERIFY(hasCard(card, token));
        const HttpAnswer seen = clinic().send("GET", card, token);
        QVERIFY2(seen.body.contains(person) && !seen.body.contains(earlier), seen.body.constData());
        QVERIFY(!hasCard(card, before) && !hasCard(card, other));
        // Whom the patient and staff read first is who they are now, under the name that stood there.
        const QJsonArray to = clinic().send("GET", card, m_family.maya).json().value(QLatin1String("recipient")).toArray();
        QCOMPARE(to.size(), 3);
        QCOMPARE(to.at(1).toObject(), parsed("{'reference':'" + person + "','display':'Ana'}"));
        QCOMPARE(to.at(2).toObject(), parsed("{'reference':'" + earlier + "','display':'Ana'}"));

        // Staff name the earlier one once more, whom nobody signs in as.
        const QByteArray mistaken = howToHelp(earlier, escaped);
        QVERIFY(hasCard(mistaken, token) && !hasCard(mistaken, before) && !hasCard(mistaken, other));

        // Both permissions hold, and staff name the earlier relative afterwards: it is the same person all the same.
        const HttpAnswer third = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray both = acceptedAgain(third, name), later = howToHelp(person);
        QVERIFY(hasCard(later, token) && hasCard(later, both) && hasCard(card, both) && !hasCard(later, other));
        // A sign-in of one's own is somebody new.
        const HttpAnswer fourth = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QByteArray unknown = m_family.accept(fourth, QStringLiteral("card.new"));
        QVERIFY(!unknown.isEmpty() && !hasCard(card, unknown) && !hasCard(later, unknown));

        // Staff take it back from one of the two, and the other name in it does not put that one back.
        const QByteArray last = FamilyClinic::target(third, "person");
        const auto withRecipients = [&](const std::function<void(QJsonArray &)> &change) {
            const HttpAnswer now = clinic().send("GET", later, m_family.dana);
            QJsonObject json = now.json();
            QJsonArray people = json.value(QLatin1String("recipient")).toArray();
            change(people);
            json.insert(QStringLiteral("recipient"), people);
            return clinic().send("PUT", later, m_family.dana, compact(json), {{"If-Match", now.header("ETag")}}).status;
        };
        const auto isLast = [&](const QJsonValue &each) {
            return each[QLatin1String("reference")].toString() == QLatin1String(last);
        };
        QCOMPARE(withRecipients([&](QJsonArray &people) { people.erase(std::find_if(people.begin(), people.end(), isLast)); }),
                 200);
        QVERIFY(!hasCard(later, both) && hasCard(later, token));
        // What changes nothing of to whom it is gives it nobody; whoever is named anew has it under each name.
        QCOMPARE(withRecipients([](QJsonArray &) {}), 200);
        QVERIFY(!hasCard(later, both) && hasCard(later, token));
        QCOMPARE(withRecipients([](QJsonArray &people) { people = QJsonArray{people.first()}; }), 200);
        QVERIFY(!hasCard(later, both) && !hasCard(later, token));
        QCOMPARE(withRecipients([&](QJsonArray &people) {
                     people.append(QJsonObject{{QStringLiteral("reference"), QString::fromLatin1(person)}});
                 }),
                 200);
        QVERIFY(hasCard(later, both) && hasCard(later, token));
        for (const HttpAnswer &invited : {besides, second, third, fourth})
            QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
        QVERIFY(!hasCard(card, token) && !hasCard(card, both));
    }

    // Their own record says until when, and no version of it changes when the clinic moves that: what is shown is another one all the same.
    void whenTheEndMovesTheirRecordIsAnother()
    {
        const HttpAnswer invited =
            m_family.invite(FamilyClinic::invitation(newUrn(), parsed("{'until':{'valueDate':'2026-12-12'}}")));
        const QByteArray token = m_family.accept(invited, QStringLiteral("moved.ana"));
        const QByteArray person = FamilyClinic::target(invited, "person"), consent = FamilyClinic::target(invited, "consent");
        const HttpAnswer before = clinic().send("GET", person, token);
        QCOMPARE(before.status, 200);
        const auto versionIn = [](const HttpAnswer &answer) {
            return answer.json().value(QLatin1String("meta"))[QLatin1String("versionId")].toString();
        };
        QVERIFY(versionIn(before).endsWith(QLatin1String("-20261212")));
        QCOMPARE(before.header("ETag"), QByteArray("W/\"" + versionIn(before).toLatin1() + '"'));
        const ClinicProcess::Headers known{{"If-None-Match", before.header("ETag")}};
        QCOMPARE(clinic().send("GET", person, token, {}, known).status, 304);

        const HttpAnswer now = clinic().send("GET", consent, m_family.dana);
        QJsonObject json = now.json(), provision = json.value(QLatin1String("provision")).toObject();
        QJsonObject period = provision.value(QLatin1String("period")).toObject();
        period.insert(QStringLiteral("end"), QStringLiteral("2027-03-31"));
        provision.insert(QStringLiteral("period"), period);
        json.insert(QStringLiteral("provision"), provision);
        QCOMPARE(clinic().send("PUT", consent, m_family.dana, compact(json), {{"If-Match", now.header("ETag")}}).status, 200);

        const HttpAnswer after = clinic().send("GET", person, token, {}, known);
        QCOMPARE(after.status, 200);
        QCOMPARE(after.json().value(QLatin1String("period")).toObject(), parsed("{'end':'2027-03-31'}"));
        QVERIFY(versionIn(after) != versionIn(before) && after.header("ETag") != before.header("ETag"));
        QCOMPARE(after.header("ETag"), QByteArray("W/\"" + versionIn(after).toLatin1() + '"'));
        QCOMPARE(clinic().send("GET", person, token, {}, {{"If-None-Match", after.header("ETag")}}).status, 304);
        // To staff it is the record's own version.
        QVERIFY(!versionIn(clinic().send("GET", person, m_family.dana)).contains(u'-'));
        QCOMPARE(m_family.setStatus(consent, QStringLiteral("inactive")), 200);
    }

    // One permission tells when she is busy, another one does not and goes on: the day of the first is said beside that of both.
    void busyTimesHaveALastDayOfTheirOwn()
    {
        const HttpAnswer invited = m_family.invite(
            FamilyClinic::invitation(newUrn(), parsed("{'until':{'valueDate':'2026-12-12'},'share':[{'valueCode':'busy'}]}")));
        const QByteArray token = m_family.accept(invited, QStringLiteral("busy.ana"));
        const QByteArray person = FamilyClinic::target(invited, "person"), consent = FamilyClinic::target(invited, "consent");
        const auto shown = [&] {
            const QJsonObject json = clinic().send("GET", person, token).json();
            QString days = json.value(QLatin1String("period"))[QLatin1String("end")].toString();
            for (const QJsonValue &each : json.value(QLatin1String("extension")).toArray()) {
                if (each[QLatin1String("url")].toString().endsWith(QLatin1String("/busy-until")))
                    days += u' ' + each[QLatin1String("valueDate")].toString();
            }
            return QString(days + u' ' + json.value(QLatin1String("meta"))[QLatin1String("versionId")].toString().section(u'-', 1));
        };
        QCOMPARE(shown(), QStringLiteral("2026-12-12 20261212"));
        const auto with = [](QJsonObject json, const QJsonObject &period, const QStringList &scopes) {
            QJsonArray codes;
            for (const QString &scope : scopes)
                codes.append(parsed("{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/share-scope','code':'"
                                    + scope.toLatin1() + "'}]}"));
            QJsonObject provision = json.value(QLatin1String("provision")).toObject();
            provision.insert(QStringLiteral("period"), period);
            provision.insert(QStringLiteral("code"), codes);
            json.insert(QStringLiteral("provision"), provision);
            return json;
        };
        const HttpAnswer first = clinic().send("GET", consent, m_family.dana);
        QJsonObject second =
            with(first.json(), parsed("{'start':'2026-11-01','end':'2027-03-31'}"), {QStringLiteral("family-sessions")});
        for (const char *name : {"id", "meta", "identifier"})
            second.remove(QLatin1String(name));
        const HttpAnswer made = clinic().send("POST", "Consent", m_family.dana, compact(second));
        QVERIFY2(made.status == 201, made.body.constData());
        QCOMPARE(shown(), QStringLiteral("2027-03-31 2026-12-12 20270331-b20261212"));
        const QJsonObject longer = with(first.json(), parsed("{'start':'2026-11-01','end':'2027-01-15'}"),
                                        {QStringLiteral("family-sessions"), QStringLiteral("busy")});
        QCOMPARE(clinic().send("PUT", consent, m_family.dana, compact(longer), {{"If-Match", first.header("ETag")}}).status, 200);
        QCOMPARE(shown(), QStringLiteral("2027-03-31 2027-01-15 20270331-b20270115"));
        const QByteArray other = "Consent/" + made.json().value(QLatin1String("id")).toString().toLatin1();
        QJsonObject endless = with(made.json(), parsed("{'start':'2026-11-01'}"), {QStringLiteral("family-sessions")});
        QCOMPARE(clinic().send("PUT", other, m_family.dana, compact(endless), {{"If-Match", made.header("ETag")}}).status, 200);
        QCOMPARE(shown(), QStringLiteral(" 2027-01-15 b20270115"));
        for (const QByteArray &each : {consent, other})
            QCOMPARE(m_family.setStatus(each, QStringLiteral("inactive")), 200);
    }

    void mistakesAreNamedBesideTheField_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("again");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("no name") << QString() << QStringLiteral("blue lamp 7") << QStringLiteral("blue lamp 7")
                                 << QByteArray("Type a user name.");
        QTest::newRow("signs") << QStringLiteral("a b!") << QStringLiteral("blue lamp 7") << QStringLiteral("blue lamp 7")
                               << QByteArray("Use letters, numbers");
        QTest::newRow("short") << QStringLiteral("someone") << QStringLiteral("lamp") << QStringLiteral("lamp")
                               << QByteArray("Use 8 signs or more.");
        QTest::newRow("the name") << QStringLiteral("someone") << QStringLiteral("someone1") << QStringLiteral("someone1")
                                  << QByteArray("Leave your user name out of it.");
        QTest::newRow("two") << QStringLiteral("someone") << QStringLiteral("blue lamp 7") << QStringLiteral("blue lamp 8")
                             << QByteArray("The two are not the same.");
        QTest::newRow("long") << QStringLiteral("someone") << QString(600, u'x') << QString(600, u'x')
                              << QByteArray("That is too long.");
    }
    void mistakesAreNamedBesideTheField()
    {
        QFETCH(QString, name);
        QFETCH(QString, password);
        QFETCH(QString, again);
        QFETCH(QByteArray, words);
        if (m_formTicket.isEmpty())
            m_formTicket = m_family.ticketFor(m_family.invite(FamilyClinic::invitation(newUrn())));
        SmartVisitor browser(clinic().base());
        const auto page = browser.submit(browser.authorize({{QStringLiteral("invitation"), m_formTicket}}),
                                         {{QStringLiteral("username"), name},
                                          {QStringLiteral("password"), password},
                                          {QStringLiteral("again"), again},
                                          {QStringLiteral("way"), QStringLiteral("new")}});
        QCOMPARE(page.status, 400);
        QVERIFY2(page.body.contains(words), page.body.constData());
        QVERIFY(page.body.contains("aria-invalid"));
        QVERIFY(password.isEmpty() || !page.body.contains(QByteArray("value=\"" + password.toUtf8() + char(34))));
    }

    // Which names are taken is told by the promise alone, and one invitation has ten tries.
    void namesAreNotTriedOutInRows()
    {
        const QString ticket = m_family.ticketFor(m_family.invite(FamilyClinic::invitation(newUrn())));
        SmartVisitor browser(clinic().base());
        const auto page = m_family.promisePage(browser, ticket, QStringLiteral("maya"));
        QCOMPARE(heading(page), QStringLiteral("Please keep it private"));
        const auto taken = FamilyClinic::promise(browser, page);
        QCOMPARE(taken.status, 400);
        QVERIFY(taken.body.contains("Somebody has that name."));
        for (int i = 2; i <= 10; ++i)
            QCOMPARE(heading(m_family.promisePage(browser, ticket, QStringLiteral("maya"))),
                     QStringLiteral("Please keep it private"));
        QCOMPARE(m_family.promisePage(browser, ticket, QStringLiteral("nobody.yet")).status, 410);
    }

    // Not even a hash for what was taken up, or has ended.
    void whatIsOverIsNotTried()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        const QString ticket = m_family.ticketFor(invited);
        SmartVisitor first(clinic().base()), second(clinic().base());
        const auto early = second.authorize({{QStringLiteral("invitation"), ticket}});
        QVERIFY(!FamilyClinic::allowed(
                     first, FamilyClinic::promise(first, m_family.promisePage(first, ticket, QStringLiteral("is.first"))))
                     .isEmpty());
        const QString secret = QStringLiteral("blue lamp 7");
        QCOMPARE(second
                     .submit(early,
                             {{QStringLiteral("username"), QStringLiteral("is.second")},
                              {QStringLiteral("password"), secret},
                              {QStringLiteral("again"), secret},
                              {QStringLiteral("way"), QStringLiteral("new")}})
                     .status,
                 410);
        QCOMPARE(second.authorize({{QStringLiteral("invitation"), ticket}}).status, 400);
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    // The app says with which challenge it will sign in; with another one the ticket opens nothing.
    void aTicketIsForTheAppThatAskedForIt()
    {
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        SmartVisitor app(clinic().base()), thief(clinic().base());
        const QString challenge = QUrlQuery(app.authorizeUrl()).queryItemValue(QStringLiteral("code_challenge"));
        QCOMPARE(challenge.size(), 43);
        const QString ticket = FamilyClinic::text(
            m_family.open(FamilyClinic::text(invited, "link"), FamilyClinic::text(invited, "code"), challenge), "ticket");
        QVERIFY(!ticket.isEmpty());
        const auto with = [&](SmartVisitor &browser, const QString &own) {
            return browser.authorize({{QStringLiteral("invitation"), ticket}, {QStringLiteral("code_challenge"), own}});
        };
        QCOMPARE(with(thief, QString(43, u'A')).status, 400);
        QCOMPARE(heading(with(thief, QString(43, u'A'))), QStringLiteral("This invitation is not open"));
        QCOMPARE(heading(with(app, challenge)), QStringLiteral("Make your own sign-in"));
        QCOMPARE(m_family.setStatus(FamilyClinic::target(invited, "consent"), QStringLiteral("inactive")), 200);
    }

    void aPageOfAnotherBrowserIsNoUse()
    {
        SmartVisitor browser(clinic().base()), thief(clinic().base());
        const auto page = m_family.promisePage(browser, m_formTicket, QStringLiteral("csrf"));
        QCOMPARE(heading(page), QStringLiteral("Please keep it private"));
        const auto stolen = FamilyClinic::promise(thief, page);
        QCOMPARE(stolen.status, 403);
        QVERIFY(stolen.body.contains("type the code again"));
        QCOMPARE(
            browser.submit(page, {{QStringLiteral("decision"), QStringLiteral("promise")}}, {{"Origin", "https://evil.example"}})
                .status,
            403);
        QCOMPARE(browser.authorize({{QStringLiteral("invitation"), QStringLiteral("nonsense")}}).status, 400);
        const auto no = browser.submit(page, {{QStringLiteral("decision"), QStringLiteral("deny")}});
        QCOMPARE(no.redirectQuery().queryItemValue(QStringLiteral("error")), QStringLiteral("access_denied"));
        QCOMPARE(m_family.token("csrf", FamilyClinic::relativeScope, "blue lamp 7"), QByteArray());
    }

    void inSpanish()
    {
        SmartVisitor browser(clinic().base());
        const auto page =
            browser.authorize({{QStringLiteral("invitation"), m_formTicket}, {QStringLiteral("ui_locales"), QStringLiteral("es")}});
        QCOMPARE(heading(page), QStringLiteral("Crea tu propio acceso"));
        const auto promise = browser.submit(page,
                                            {{QStringLiteral("username"), QStringLiteral("lola")},
                                             {QStringLiteral("password"), QStringLiteral("blue lamp 7")},
                                             {QStringLiteral("again"), QStringLiteral("blue lamp 7")}});
        QCOMPARE(heading(promise), QStringLiteral("Por favor, guárdalo en privado"));
        for (const char *english : {"You were invited", "The same password", "I already have", "Please keep", "Somebody lets",
                                    "What you see", "They can stop", "The clinic notes", "keep it private", "Not now", "prohibits"})
            QVERIFY2(!page.body.contains(english) && !promise.body.contains(english), english);
    }

    // What was signed until a day ends with it: an invitation that is younger than its 72 hours opens nothing then, and is not made anew.
    void itEndsWithTheDayThatWasSigned()
    {
        FamilyClinic family;
        QVERIFY(family.start());
        const QJsonObject today = FamilyClinic::invitation(newUrn(), parsed("{'until':{'valueDate':'2026-11-18'}}"));
        const QJsonObject later = FamilyClinic::invitation(newUrn());
        const HttpAnswer ends = family.invite(today), goesOn = family.invite(later);
        // The day of the clinic in New York.
        QCOMPARE(FamilyClinic::text(ends, "until"), QStringLiteral("2026-11-19T05:00:00.000Z"));
        QVERIFY(FamilyClinic::text(goesOn, "until") > QStringLiteral("2026-11-21T22"));
        const QString ticket = family.ticketFor(ends);
        QVERIFY(!ticket.isEmpty());
        for (const auto &[now, isOpen] : {std::pair("2026-11-19T04:58:00Z", true), std::pair("2026-11-19T05:01:00Z", false)}) {
            QCOMPARE(family.clinic.stop(), 0);
            QVERIFY(family.start({QStringLiteral("--now"), QLatin1String(now)}));
            QCOMPARE(family.open(FamilyClinic::text(ends, "link"), FamilyClinic::text(ends, "code")).status, isOpen ? 200 : 404);
            QCOMPARE(family.open(FamilyClinic::text(goesOn, "link"), FamilyClinic::text(goesOn, "code")).status, 200);
        }
        const HttpAnswer again = family.invite(today);
        QCOMPARE(again.status, 409);
        QCOMPARE(FamilyClinic::reason(again), QStringLiteral("ended"));
        const HttpAnswer anew = family.invite(later);
        QCOMPARE(anew.status, 200);
        // The clinic makes the days fewer: what is out opens nothing from then on.
        const QByteArray consent = FamilyClinic::target(anew, "consent");
        const HttpAnswer now = family.clinic.send("GET", consent, family.dana);
        QJsonObject json = now.json(), provision = json.value(QLatin1String("provision")).toObject();
        provision.insert(QStringLiteral("period"), parsed("{'start':'2026-11-01','end':'2026-11-18'}"));
        json.insert(QStringLiteral("provision"), provision);
        QCOMPARE(family.clinic.send("PUT", consent, family.dana, compact(json), {{"If-Match", now.header("ETag")}}).status, 200);
        QCOMPARE(family.open(FamilyClinic::text(anew, "link"), FamilyClinic::text(anew, "code")).status, 404);
        QCOMPARE(family.clinic.stop(), 0);
    }

    // Five that the clinic never signed shut nobody out once their days are over.
    void fiveThatWereNeverSignedAreOver()
    {
        FamilyClinic family;
        QVERIFY(family.start());
        QCOMPARE(family.command({QStringLiteral("--countersign"), QStringLiteral("on")}).code, 0);
        const auto ask = [&](const char *until) {
            return family.invite(
                FamilyClinic::invitation(newUrn(), FamilyClinic::parsed("{'until':{'valueDate':'" + QByteArray(until) + "'}}")));
        };
        for (int i = 0; i < 6; ++i) {
            const HttpAnswer answer = ask("2026-11-20");
            QCOMPARE(answer.status, i < 5 ? 200 : 422);
            QCOMPARE(i < 5 ? FamilyClinic::text(answer, "status") : FamilyClinic::reason(answer),
                     i < 5 ? QStringLiteral("waiting") : QStringLiteral("too-many"));
        }
        QCOMPARE(family.clinic.stop(), 0);
        QVERIFY(family.start({QStringLiteral("--now"), QStringLiteral("2026-11-25T15:00:00Z")}));
        for (int i = 0; i < 6; ++i) // five are counted from here on, as before
            QCOMPARE(ask("2027-01-31").status, i < 5 ? 200 : 422);
        QCOMPARE(family.clinic.stop(), 0);
    }

private:
    /// A card that staff write to this relative; its path.
    [[nodiscard]] QByteArray howToHelp(const QByteArray &person, const QByteArray &code = "how-to-help")
    {
        const HttpAnswer made = clinic().send(
            "POST", "Communication", m_family.dana,
            compact(parsed("{'resourceType':'Communication','status':'completed','category':[{'coding':[{'system':'https://"
                           "handrail.example/fhir/CodeSystem/message-kind','code':'how-to-help'}]}],'subject':{'reference':"
                           "'Patient/p101'},'sender':{'reference':'Practitioner/s1'},'recipient':[{'reference':'Patient/p101'},"
                           "{'reference':'"
                           + person + "','display':'Ana'}],'payload':[{'contentString':'Text me first'}]}"))
                .replace("how-to-help", code));
        return "Communication/" + made.json().value(QLatin1String("id")).toString().toLatin1();
    }
    /// However it is asked for, or the test fails.
    [[nodiscard]] bool hasCard(const QByteArray &card, const QByteArray &token)
    {
        const bool isRead = clinic().send("GET", card, token).status == 200;
        const HttpAnswer found = clinic().send("GET", "Communication?_count=200&patient=p101", token);
        if (found.body.contains(QByteArray('"' + card.mid(14) + '"')) != isRead)
            QTest::qFail("found otherwise than read", __FILE__, __LINE__);
        return isRead;
    }
    /// By the sign-in that they have from an invitation before.
    [[nodiscard]] QByteArray acceptedAgain(const HttpAnswer &invited, const QString &name)
    {
        SmartVisitor browser(clinic().base());
        const auto page =
            browser.submit(browser.authorize({{QStringLiteral("invitation"), m_family.ticketFor(invited)},
                                              {QStringLiteral("scope"), QString::fromLatin1(FamilyClinic::relativeScope)}}),
                           {{QStringLiteral("way"), QStringLiteral("known")}});
        const auto promise =
            browser.submit(page, {{QStringLiteral("username"), name}, {QStringLiteral("password"), QStringLiteral("blue lamp 7")}});
        return FamilyClinic::allowed(browser, FamilyClinic::promise(browser, promise));
    }
    [[nodiscard]] ClinicProcess &clinic() { return m_family.clinic; }

    FamilyClinic m_family;
    QString m_formTicket;
};

QTEST_GUILESS_MAIN(TestClinicInvited)
#include "tst_clinic_invited.moc"
