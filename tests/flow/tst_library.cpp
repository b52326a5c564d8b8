// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "PackPublisher.h"
#include "Stage.h"

#include <QRegularExpression>
#include <QTest>

using namespace handrail;

namespace {

/// A skill and a module of the clinic's own; the module takes the place of one of ours.
texts::MapTexts ownTexts(const QByteArray &moduleTitle = "Our urges")
{
    texts::MapTexts set;
    set.map.insert(QStringLiteral("skills/river-walk/en.md"),
                   texts::skill("river-walk").replace("title: Feet on the floor", "title: Walk by the river"));
    set.map.insert(QStringLiteral("lessons/triggers-and-cravings/en.md"),
                   texts::module("triggers-and-cravings").replace("title: Urges", QByteArray("title: " + moduleTitle)));
    set.map.insert(QStringLiteral("lessons/triggers-and-cravings/by-the-river/en.md"), texts::lesson("by-the-river", "river-walk"));
    return set;
}

} // namespace

/// A clinic publishes skills and lessons of its own, and withdraws one of ours, with the real programs.
class TestLibrary final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;
    test::PackPublisher m_publisher;

    Screen &screen() { return m_stage->screen(); }
    bool has(const char *name) { return screen().has(QString::fromUtf8(name)); }
    bool waitFor(const char *name) { return screen().waitFor(QString::fromUtf8(name)); }
    bool press(const char *name) { return waitFor(name) && screen().press(QString::fromUtf8(name)); }

    bool begin(const QList<QByteArray> &bundles)
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        m_stage->usePackKey(m_publisher.key());
        if (!m_stage->openClinic())
            return false;
        for (const QByteArray &bundle : bundles) {
            if (bundle.isEmpty() || !m_stage->importToClinic(bundle))
                return false;
        }
        return m_stage->openApp() && m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo"))
            && screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }, 30'000);
    }
    /// Whatever is at the clinic now is asked for once more.
    bool publish(const QByteArray &bundle)
    {
        if (bundle.isEmpty() || !m_stage->importToClinic(bundle))
            return false;
        SyncEngine &sync = *m_stage->app().account().sync();
        const bool isQuiet = screen().waitUntil([&] { return sync.state() == SyncEngine::State::Idle; }, 30'000);
        sync.retryNow();
        return isQuiet && screen().waitUntil([&] { return sync.state() == SyncEngine::State::Running; })
            && screen().waitUntil([&] { return sync.state() == SyncEngine::State::Idle; }, 30'000);
    }
    /// On the page with all skills and on Learn.
    bool showsTheClinics(const char *module = "Our urges, *")
    {
        const bool areSkills = press("Skills") && press("See all *") && waitFor("Walk by the river, *") && !has("Ride the urge*");
        return areSkills && press("Learn") && waitFor(module) && !has("Triggers and cravings, *");
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish"))); }
    void cleanup() { m_stage.reset(); }

    void itsOwnAreShownAndABadUpdateChangesNothing()
    {
        QVERIFY2(begin({m_publisher.offer(1, ownTexts()), m_publisher.withdrawal(QStringLiteral("ride-the-urge"))}),
                 m_stage ? qPrintable(screen().spoken()) : "");
        QVERIFY2(showsTheClinics(), qPrintable(screen().spoken()));
        QVERIFY(!has("An update did not arrive."));
        // They run like ours.
        QVERIFY2(press("Our urges, *") && press("The wave, *") && waitFor("It rises") && press("Close. Your place is kept."),
                 qPrintable(screen().spoken()));
        QVERIFY(press("Skills") && press("See all *") && press("Walk by the river, *"));
        QVERIFY2(screen().waitUntil([this] { return m_stage->app().skills().current()->state() == SkillView::Running; }),
                 qPrintable(screen().spoken()));
        QCOMPARE(m_stage->app().skills().current()->title(), QStringLiteral("Walk by the river"));
        QVERIFY(press("Close"));

        // With no network, after a new start.
        m_stage->closeApp();
        m_stage->closeClinic();
        QVERIFY(m_stage->openApp());
        QVERIFY2(showsTheClinics(), qPrintable(screen().spoken()));

        // An update that is signed by somebody else.
        QVERIFY(m_stage->openClinic());
        test::PackPublisher somebody;
        QVERIFY(publish(somebody.offer(2, ownTexts("Not ours"))));
        QVERIFY2(showsTheClinics(), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("An update did not arrive."), qPrintable(screen().spoken()));
        QVERIFY2(press("Skills") && waitFor("An update did not arrive."), qPrintable(screen().spoken()));

        // The next good one.
        QVERIFY(publish(m_publisher.offer(3, ownTexts("Our new urges"))));
        QVERIFY(publish(m_publisher.restoration(QStringLiteral("ride-the-urge"))));
        QVERIFY2(press("See all *") && waitFor("Ride the urge, *"), qPrintable(screen().spoken()));
        QVERIFY2(press("Learn") && waitFor("Our new urges, *") && !has("An update did not arrive."), qPrintable(screen().spoken()));

        // And when the clinic takes its pack back, ours are there again.
        QVERIFY(publish(m_publisher.withdrawal(QStringLiteral("clinic-pack"))));
        QVERIFY2(waitFor("Triggers and cravings, *") && !has("Our new urges, *"), qPrintable(screen().spoken()));
    }

    /// Pages outside the library lead to a skill as long as it is there.
    void whatIsWithdrawnIsOfferedNowhere()
    {
        QVERIFY(begin({}));
        Navigator &navigator = m_stage->app().navigator();
        for (const bool isThere : {true, false}) {
            navigator.home();
            QVERIFY2(press("Help now") && waitFor("Call 988")
                         && screen().waitUntil([&] { return has("Feet and chair, *") == isThere; }),
                     qPrintable(screen().spoken()));
            navigator.home();
            navigator.go(Navigator::AfterUse);
            QVERIFY2(waitFor("Call my person*") && has("What happened, what next*") == isThere, qPrintable(screen().spoken()));
            navigator.home();
            navigator.go(Navigator::NextStep);
            QVERIFY2(waitFor("What stays the same") && has("Plan a free evening*") == isThere, qPrintable(screen().spoken()));
            for (const char *id : {"after-a-slip", "plan-my-day", "feet-and-chair"})
                QVERIFY(!isThere || publish(m_publisher.withdrawal(QString::fromLatin1(id))));
            QVERIFY(screen().waitUntil([this] { return !has("Plan a free evening*"); })); // on the page that shows
        }
    }
};

QTEST_MAIN(TestLibrary)
#include "tst_library.moc"
