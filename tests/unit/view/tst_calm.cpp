// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "../content/ContentTexts.h"
#include "fakes/FakeClock.h"
#include "fakes/FakeHaptics.h"
#include "fakes/FakeScreenAwake.h"
#include "view/CalmView.h"

#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;

/// What calms down from Help now: with nothing behind it but the texts of the app.
class CalmTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    FakeClock m_clock;
    FakeHaptics m_haptics;
    FakeScreenAwake m_screen;
    Preferences m_preferences{m_folder.filePath(QStringLiteral("preferences.ini"))};

private Q_SLOTS:
    void init() { m_preferences.setLanguage(QStringLiteral("en")); }

    void threeAreOfferedInEachLanguage()
    {
        CalmView calm(m_clock, m_haptics, m_screen, m_preferences);
        const auto titles = [&] {
            QStringList found;
            for (const QVariant &skill : calm.skills())
                found << skill.toMap().value(QStringLiteral("title")).toString();
            return found;
        };
        const QStringList english = titles();
        QCOMPARE(english,
                 (QStringList{QStringLiteral("Long out-breath"), QStringLiteral("Feet and chair"), QStringLiteral("5-4-3-2-1")}));
        m_preferences.setLanguage(QStringLiteral("es"));
        QCOMPARE(titles().size(), 3);
        QVERIFY(titles() != english);
    }

    void eachComesToItsEndAndCanBeDoneAgain()
    {
        CalmView calm(m_clock, m_haptics, m_screen, m_preferences);
        calm.setShown(true);
        for (const QVariant &skill : calm.skills()) {
            calm.open(skill.toMap().value(QStringLiteral("id")).toString());
            QCOMPARE(calm.title(), skill.toMap().value(QStringLiteral("title")).toString());
            for (int time = 0; time < 2; ++time) {
                QCOMPARE(calm.state(), CalmView::Running);
                QVERIFY(!calm.say().isEmpty() && !calm.cautions().isEmpty() && m_screen.isHeld());
                // A pause takes the time that it takes.
                calm.pause();
                QVERIFY(calm.isCounting() || calm.state() == CalmView::Paused);
                const QString left = calm.leftText();
                m_clock.advance(5min);
                QCOMPARE(calm.leftText(), left);
                calm.resume();
                for (int i = 0; i < 600 && calm.state() != CalmView::Over; ++i) {
                    m_clock.advance(1s);
                    calm.isCounting() ? calm.tap() : calm.next();
                    calm.look();
                }
                QVERIFY2(calm.state() == CalmView::Over && !calm.afterwards().isEmpty(), qPrintable(calm.title()));
                QVERIFY(!m_screen.isHeld());
                calm.again();
            }
            calm.close();
            QCOMPARE(calm.state(), CalmView::Closed);
        }
    }

    void whatTheClinicWithdrewOrReplacedIsNotOursAnyMore()
    {
        CalmView calm(m_clock, m_haptics, m_screen, m_preferences);
        const auto ids = [&] {
            QStringList found;
            for (const QVariant &skill : calm.skills())
                found << skill.toMap().value(QStringLiteral("id")).toString();
            return found;
        };
        const QStringList ours = ids();
        const auto theirs = std::make_shared<texts::MapTexts>();
        theirs->map.insert(QStringLiteral("skills/long-out-breath/en.md"),
                           texts::skill("long-out-breath", R"({"kind":"timer","steps":[{"say":"Feel both feet.","seconds":30}]})"));
        // What they put there that does not play here is left out: the steps of this one are turned by hand.
        theirs->map.insert(QStringLiteral("skills/five-four-three-two-one/en.md"), texts::skill("five-four-three-two-one"));
        calm.setTexts([theirs](const QString &language) {
            return ContentLibrary(language, {theirs, builtInTexts()}, {QStringLiteral("feet-and-chair")});
        });
        QCOMPARE(ids(), ours); // in a second
        QTRY_COMPARE(ids(), QStringList{QStringLiteral("long-out-breath")});
        QCOMPARE(calm.skills().constFirst().toMap().value(QStringLiteral("title")).toString(), QStringLiteral("Feet on the floor"));
        calm.open(QStringLiteral("feet-and-chair"));
        QCOMPARE(calm.state(), CalmView::Closed);
        calm.open(QStringLiteral("long-out-breath"));
        QCOMPARE(calm.say(), QStringLiteral("Feel both feet."));
        calm.close();
        // Nobody is in any more: at once.
        calm.setTexts({});
        QCOMPARE(ids(), ours);
        calm.setTexts(builtInLibrary);
        calm.setTexts({});
        QTest::qWait(1200);
        QCOMPARE(ids(), ours);
    }

    void itRestsWhileNobodySeesItAndKnowsNoOther()
    {
        CalmView calm(m_clock, m_haptics, m_screen, m_preferences);
        calm.open(QStringLiteral("feet-and-chair"));
        calm.setShown(false);
        const QString left = calm.leftText();
        m_clock.advance(1min);
        calm.look();
        QCOMPARE(calm.leftText(), left);
        QVERIFY(!m_screen.isHeld());
        calm.setShown(true);
        QVERIFY(m_screen.isHeld());
        calm.open(QStringLiteral("box-breath")); // not one of these
        QCOMPARE(calm.state(), CalmView::Closed);
        QVERIFY(!m_screen.isHeld() && calm.title().isEmpty());
    }
};

QTEST_MAIN(CalmTest)
#include "tst_calm.moc"
