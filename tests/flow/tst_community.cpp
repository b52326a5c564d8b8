// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "HarborTown.h"
#include "PackPublisher.h"
#include "Stage.h"
#include "core/DeepLink.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;

namespace {

const QString maya = QStringLiteral("p101");
const QString communication = QStringLiteral("Communication");

} // namespace

/// Help outside the clinic: without a sign-in and without a network, then with the clinic's own places; and what such a program is.
class TestCommunity final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;
    test::PackPublisher m_publisher;

    Screen &screen() { return m_stage->screen(); }
    Application &app() { return m_stage->app(); }
    bool waitFor(const char *name, int ms = 10'000) { return screen().waitFor(QString::fromUtf8(name), ms); }
    bool has(const char *name) { return screen().has(QString::fromUtf8(name)); }
    bool press(const char *name) { return waitFor(name) && screen().press(QString::fromUtf8(name)); }
    bool search(const char *words)
    {
        return press("Clear") && screen().type(QStringLiteral("Search community help"), QString::fromUtf8(words));
    }

    bool begin(const QByteArray &bundle)
    {
        m_stage = std::make_unique<Stage>(wednesday);
        m_stage->usePackKey(m_publisher.key());
        return m_stage->openClinic() && !bundle.isEmpty() && m_stage->importToClinic(bundle) && m_stage->openApp()
            && m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo"))
            && screen().waitUntil([this] { return app().account().isFirstSyncDone(); }, 30'000);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(
            QStringLiteral("TypeError|Cannot instantiate|ReferenceError|Binding loop|polish|not ready|Unable to assign")));
    }
    void cleanup() { m_stage.reset(); }

    void signedOutAndOffline()
    {
        // No clinic runs, and nothing answers.
        m_stage = std::make_unique<Stage>(wednesday);
        QVERIFY(m_stage->openApp(QStringLiteral("http://127.0.0.1:9/fhir/R4")));
        QVERIFY2(press("Community help"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Search community help") && has("Works offline"), qPrintable(screen().spoken()));
        QVERIFY2(has("Help now, No sign-in needed") || has("Help now*"), qPrintable(screen().spoken()));
        QVERIFY(!has("Today") && !has("Ask for help with this"));

        // By what is typed: capitals, accents and a wrong letter do not matter, and where one is cannot be asked.
        QVERIFY(screen().type(QStringLiteral("Search community help"), QStringLiteral("FOOD near me")));
        QVERIFY2(waitFor("SNAP and WIC. *") && !has("Legal aid. *"), qPrintable(screen().spoken()));
        QVERIFY2(search("lawyr") && waitFor("Legal aid. *"), qPrintable(screen().spoken()));
        QVERIFY2(search("vivienda") && waitFor("HUD housing counselors. *"), qPrintable(screen().spoken()));

        // Nothing found: it says what else helps, and calls it.
        QVERIFY2(search("xyzzyq") && waitFor("Nothing found for “xyzzyq”") && has("Call 211. A person helps you look."),
                 qPrintable(screen().spoken()));
        QVERIFY(press("Call 211, A person helps you look. Free."));
        QVERIFY(screen().waitUntil([this] { return m_stage->dialer().called().contains(QStringLiteral("211")); }));

        // By kind; a place; its number, its website, and a copy.
        QVERIFY2(press("Clear") && press("Meetings") && waitFor("Al-Anon Family Groups. *") && !has("Legal aid. *"),
                 qPrintable(screen().spoken()));
        QVERIFY2(press("Al-Anon Family Groups. *") && press("Call 1-888-425-2666"), qPrintable(screen().spoken()));
        QCOMPARE(m_stage->dialer().called().last(), QStringLiteral("18884252666"));
        QVERIFY2(has("Nobody has checked this yet. *"), qPrintable(screen().spoken()));
        QVERIFY(press("Open website"));
        QCOMPARE(m_stage->person().visited().last(), QUrl(QStringLiteral("https://al-anon.org")));
        QVERIFY(press("Copy name and number") && waitFor("Copied. You can paste it anywhere."));
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("Al-Anon Family Groups\n1-888-425-2666\nhttps://al-anon.org"));
        QVERIFY(!has("Ask for help with this"));

        // Back on the list the choice is kept; once it is left, it is forgotten.
        QVERIFY2(press("Back") && waitFor("Al-Anon Family Groups. *") && !has("Legal aid. *"), qPrintable(screen().spoken()));
        QVERIFY(press("Back") && press("Community help") && waitFor("Legal aid. *"));
    }

    // The clinic has closed the invitation; its page leads to what anybody may read, and reading needs no clinic.
    void aClosedInvitationLeadsToTheFamilysLessons()
    {
        m_stage = std::make_unique<Stage>(wednesday);
        QVERIFY(m_stage->openClinic() && m_stage->openApp());
        app().open(inviteLink(m_stage->clinic().base(), QStringLiteral("Zm9ydHktdHdvIGRvdmVzIQ"))); // one that was never made
        QVERIFY(waitFor("Your code") && screen().type(QStringLiteral("Your code"), QStringLiteral("K7M4P2")) && press("Continue"));
        QVERIFY2(waitFor("This invitation is closed", 20'000), qPrintable(screen().spoken()));
        m_stage->closeClinic();
        QVERIFY2(press("Read: how families can help") && waitFor("For families") && has("Help now*"),
                 qPrintable(screen().spoken()));
        QVERIFY(!has("Community help*") && !app().navigator().isSignedIn());
        QVERIFY2(press("Addiction is an illness, *") && waitFor("Next") && has("Close") && !has("Close. Your place is kept."),
                 qPrintable(screen().spoken()));
        while (has("Next"))
            QVERIFY(press("Next"));
        QVERIFY2(press("Finish") && waitFor("You read it all"), qPrintable(screen().spoken()));
        QVERIFY2(press("Done") && waitFor("For families"), qPrintable(screen().spoken()));
        QVERIFY2(press("Quiz, *") && waitFor("Your brother used again*"), qPrintable(screen().spoken()));
        QVERIFY(press("Close") && press("Back") && waitFor("This invitation is closed"));
        // The lessons of a patient are none of theirs.
        app().navigator().go(Navigator::Lesson, QStringLiteral("the-urge-wave"));
        QVERIFY2(waitFor("This lesson is not here now") && !has("See all lessons"), qPrintable(screen().spoken()));
    }

    void whatAProgramIs()
    {
        m_stage = std::make_unique<Stage>(wednesday);
        QVERIFY(m_stage->openApp(QStringLiteral("http://127.0.0.1:9/fhir/R4")));
        QVERIFY2(press("What is IOP?") && waitFor("Four levels of care, from the most to the least. IOP is the third."),
                 qPrintable(screen().spoken()));
        QVERIFY2(has("IOP: 9 to 19 hours a week, often 3 days a week. *") && has("Live-in care: 24 hours a day, 7 days a week. *")
                     && has("Day program: 20 hours a week or more, often 5 days a week. *")
                     && has("Weekly care: under 9 hours a week, often 1 day a week. *"),
                 qPrintable(screen().spoken()));
        QVERIFY2(has("*Your clinic may differ.*") && has("*A clinician helps you choose. This page can’t."),
                 qPrintable(screen().spoken()));
        // It asks nothing: there is no question to answer and no result.
        for (QAccessibleInterface *thing : screen().all()) {
            const QAccessible::Role role = thing->role();
            QVERIFY2(role != QAccessible::RadioButton && role != QAccessible::CheckBox && role != QAccessible::Slider
                         && role != QAccessible::EditableText,
                     qPrintable(thing->text(QAccessible::Name)));
        }
        QVERIFY(press("Ask SAMHSA: 1-800-662-4357"));
        QCOMPARE(m_stage->dialer().called().last(), QStringLiteral("18006624357"));
        QVERIFY(press("Ask about health plans"));
        QCOMPARE(m_stage->dialer().called().last(), QStringLiteral("18003182596"));
        QVERIFY(press("Copy the questions") && waitFor("Copied. You can paste it anywhere."));
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Do you take my insurance or Medicaid?")));
        QVERIFY2(press("Find care") && waitFor("SAMHSA National Helpline. *") && !has("Legal aid. *"),
                 qPrintable(screen().spoken()));
        app().preferences().setLanguage(QStringLiteral("es"));
        QVERIFY2(waitFor("Línea Nacional de SAMHSA. *"), qPrintable(screen().spoken()));
    }

    void theClinicsOwnAndAskingForHelp()
    {
        QVERIFY2(begin(m_publisher.offer(1, harborTown())), m_stage ? qPrintable(screen().spoken()) : "");
        QVERIFY2(press("Learn") && press("Community help, *") && press("Food"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Harbor Food Pantry. Free food to take home. Weekdays until 6 pm. Checked Nov 3"),
                 qPrintable(screen().spoken()));
        QVERIFY(has("Mobile market. *") && has("St. Anne’s Table. *") && has("WIC office. *") && !has("Harbor House. *"));
        QVERIFY2(press("Call Harbor Food Pantry"), qPrintable(screen().spoken()));
        QCOMPARE(m_stage->dialer().called().last(), QStringLiteral("2075550151"));
        QVERIFY2(press("Housing") && waitFor("Harbor House. *Checked September 2025. It may be out of date."),
                 qPrintable(screen().spoken()));

        // Asking for help with it: the words stand in the box, below what was begun before; the person sends them.
        QVERIFY2(press("Harbor House. *") && waitFor("Who can go: Adults who finished a program"), qPrintable(screen().spoken()));
        QVERIFY2(press("Ask for help with this, *"), qPrintable(screen().spoken()));
        const QString asked = QStringLiteral("I would like help with this: Harbor House (A sober home with a shared kitchen.)");
        QVERIFY2(screen().waitUntil([&] { return app().messages().text() == asked; }), qPrintable(app().messages().text()));
        QCOMPARE(m_stage->recordsAtClinic(maya, communication).size(), 4);
        QVERIFY2(press("Send") && waitFor("You: I would like help with this: Harbor House*Sent *", 60'000),
                 qPrintable(screen().spoken()));
        QJsonObject sent;
        for (const QJsonValue &one : m_stage->recordsAtClinic(maya, communication)) {
            if (one.toObject().value(QStringLiteral("payload")).toArray().first().toObject().value(QStringLiteral("contentString"))
                == asked)
                sent = one.toObject();
        }
        QVERIFY(!sent.isEmpty());
        QVERIFY2(press("Back") && waitFor("Ask for help with this, *") && press("Back") && waitFor("Harbor House. *"),
                 qPrintable(screen().spoken()));

        // With no network, after a new start, all of it is here.
        m_stage->closeApp();
        m_stage->closeClinic();
        QVERIFY(m_stage->openApp());
        QVERIFY2(press("Learn") && press("Community help, *") && waitFor("Harbor Food Pantry. *"), qPrintable(screen().spoken()));

        // What was begun is not lost to what is asked.
        QVERIFY(press("Rides") && press("Town Ride. *"));
        app().navigator().go(Navigator::Messages);
        QVERIFY(waitFor("Write to Dana") && screen().type(QStringLiteral("Write to Dana"), QStringLiteral("About Friday.")));
        QVERIFY(press("Back") && press("Ask for help with this, *"));
        QVERIFY2(screen().waitUntil([&] {
            return app().messages().text().startsWith(QStringLiteral("About Friday.\n\nI would like help with this: Town Ride"));
        }),
                 qPrintable(app().messages().text()));

        // And after a sign-out the clinic's own are gone.
        QVERIFY(m_stage->openClinic());
        m_stage->connectivity().regain();
        app().navigator().home();
        QVERIFY2(m_stage->signOut() && press("Community help") && waitFor("Legal aid. *"), qPrintable(screen().spoken()));
        QVERIFY(!has("Harbor Food Pantry. *"));
    }
};

QTEST_MAIN(TestCommunity)
#include "tst_community.moc"
