// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "../content/ContentTexts.h"
#include "fakes/FakeBrowser.h"
#include "fakes/FakeClock.h"
#include "fakes/FakeDialer.h"
#include "view/CommunityView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail;

namespace {

QStringList titlesOf(const CommunityView &view)
{
    QStringList titles;
    for (const QVariant &row : view.rows())
        titles << row.toMap().value(QStringLiteral("title")).toString();
    return titles;
}

/// So many places of the clinic's, and nothing of ours.
LibraryIn townOf(int places)
{
    const auto set = std::make_shared<texts::MapTexts>();
    for (int i = 0; i < places; ++i) {
        const QByteArray id = "p" + QByteArray::number(i);
        set->map.insert(QStringLiteral("places/%1/en.md").arg(QLatin1String(id)),
                        texts::place(id).replace("Harbor Food Pantry", QByteArray("Pantry number " + QByteArray::number(i))));
    }
    return [set](const QString &language) { return ContentLibrary(language, {set}); };
}

} // namespace

/// The list of help outside the clinic as pages see it.
class TestCommunityView final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    FakeClock m_clock{QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())};
    Preferences m_preferences{QString()};
    FakeDialer m_dialer;
    FakeBrowser m_browser;
    Crisis m_crisis{builtInCrisisPack(u"us"), m_dialer};
    CrisisView m_crisisView{m_crisis, ClinicContactFile(m_folder.filePath(QStringLiteral("contact"))), m_browser};

private Q_SLOTS:
    void init()
    {
        m_preferences.setLanguage(QStringLiteral("en"));
        m_dialer.setCanCall(true);
    }

    void whoIsInDangerIsShownHelpNow()
    {
        CommunityView view(m_clock, m_preferences, m_crisisView);
        view.come({});
        QVERIFY(!view.isHelpDue());
        for (const char *typed : {"suicide", "want to die", "narcan", "me quiero matar", "quiero morirme"}) {
            view.setQuery(QString::fromLatin1(typed));
            QVERIFY2(view.isHelpDue(), typed);
        }
        view.setQuery(QStringLiteral("food"));
        QVERIFY(!view.isHelpDue());
    }

    void nothingIsReadUntilAPageShows()
    {
        CommunityView view(m_clock, m_preferences, m_crisisView);
        int reads = 0;
        view.setTexts([&](const QString &language) {
            ++reads;
            return ContentLibrary(language);
        });
        view.setQuery(QStringLiteral("food"));
        QCOMPARE(reads, 0);
        view.come({});
        QCOMPARE(reads, 1);
        QVERIFY(view.foundCount() > 0);
        view.setQuery(QStringLiteral("foo"));
        view.setKind(QStringLiteral("food"));
        QCOMPARE(reads, 1);
        view.go();
        QCOMPARE(view.foundCount(), 0);
    }

    void fewRowsAtATime()
    {
        CommunityView view(m_clock, m_preferences, m_crisisView);
        view.setTexts(townOf(45));
        view.come({});
        QCOMPARE(view.foundCount(), 45);
        QCOMPARE(view.countText(), QStringLiteral("45 place(s)"));
        QCOMPARE(view.rows().size(), 20);
        view.more();
        QCOMPARE(view.rows().size(), 40);
        view.more();
        QCOMPARE(view.rows().size(), 45);
        view.setQuery(QStringLiteral("number 7"));
        QVERIFY(titlesOf(view).contains(QStringLiteral("Pantry number 7")));
        view.setQuery({});
        QCOMPARE(view.rows().size(), 20);
    }

    void theKindItWasOpenedWithIsChosenOnce()
    {
        CommunityView view(m_clock, m_preferences, m_crisisView);
        view.setQuery(QStringLiteral("something"));
        view.come(QStringLiteral("naloxone"));
        QCOMPARE(view.kind(), QStringLiteral("naloxone"));
        QVERIFY(view.query().isEmpty() && titlesOf(view).contains(QStringLiteral("Naloxone at a store")));
        view.setKind({});
        view.go();
        view.come(QStringLiteral("naloxone")); // back from one place
        QVERIFY(view.kind().isEmpty());
        view.go();
        view.forget();
        view.come(QStringLiteral("naloxone"));
        QCOMPARE(view.kind(), QStringLiteral("naloxone"));
        view.go();
        view.forget();
        view.come(QStringLiteral("no such kind"));
        QVERIFY(view.kind().isEmpty() && view.foundCount() > 0);
    }

    void whoCanGoIsSaidWhereItIsKnown()
    {
        CommunityView view(m_clock, m_preferences, m_crisisView);
        const auto set = std::make_shared<texts::MapTexts>();
        set->map.insert(QStringLiteral("places/some/en.md"), texts::place("some"));
        set->map.insert(QStringLiteral("places/all/en.md"),
                        texts::place("all").replace("who: People who live in Harbor Town\n", ""));
        view.setTexts([set](const QString &language) { return ContentLibrary(language, {set}); });
        view.come({});
        const auto who = [&](const char *id) {
            QStringList said;
            for (const QVariant &fact : view.place(QString::fromLatin1(id)).value(QStringLiteral("facts")).toList()) {
                if (fact.toMap().value(QStringLiteral("label")).toString() == QStringLiteral("Who can go"))
                    said << fact.toMap().value(QStringLiteral("text")).toString();
            }
            return said;
        };
        QCOMPARE(who("some"), QStringList{QStringLiteral("People who live in Harbor Town")});
        QVERIFY(who("all").isEmpty());
        view.setQuery(QStringLiteral("live in harbor"));
        QCOMPARE(view.rows().first().toMap().value(QStringLiteral("id")).toString(), QStringLiteral("some"));
    }

    void whenItWasChecked()
    {
        CommunityView view(m_clock, m_preferences, m_crisisView);
        const auto set = std::make_shared<texts::MapTexts>();
        set->map.insert(QStringLiteral("places/new/en.md"), texts::place("new"));
        set->map.insert(QStringLiteral("places/old/en.md"), texts::place("old").replace("2026-11-03", "2025-11-17"));
        view.setTexts([set](const QString &language) { return ContentLibrary(language, {set}); });
        view.come({});
        QCOMPARE(view.place(QStringLiteral("new")).value(QStringLiteral("checkedText")).toString(),
                 QStringLiteral("Checked Nov 3"));
        QCOMPARE(view.place(QStringLiteral("old")).value(QStringLiteral("checkedText")).toString(),
                 QStringLiteral("Checked November 2025. It may be out of date."));
        QVERIFY(view.place(QStringLiteral("old")).value(QStringLiteral("isOld")).toBool());
        QVERIFY(view.place(QStringLiteral("none")).isEmpty());
    }

    void callsPagesAndCopies()
    {
        CommunityView view(m_clock, m_preferences, m_crisisView);
        view.setTexts(townOf(1));
        view.come({});
        view.call(QStringLiteral("p0"));
        QCOMPARE(m_dialer.called(), QStringList{QStringLiteral("2075550151")});
        view.call(QStringLiteral("none"));
        QCOMPARE(m_dialer.called().size(), 1);
        view.callNationwide();
        QCOMPARE(m_dialer.called().last(), QStringLiteral("211"));
        view.copy(QStringLiteral("p0"));
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("Pantry number 0\n(207) 555-0151\n12 Pier Road\nhttps://pantry.example"));
        QCOMPARE(view.noteText(), QStringLiteral("Copied. You can paste it anywhere."));
        QCOMPARE(view.askText(QStringLiteral("p0")),
                 QStringLiteral("I would like help with this: Pantry number 0 (Free food to take home.)"));
        QVERIFY(view.askText(QStringLiteral("none")).isEmpty());
        // A device that cannot call shows the number.
        m_dialer.setCanCall(false);
        view.call(QStringLiteral("p0"));
        QVERIFY2(m_crisisView.shownNumber().contains(QStringLiteral("555")), qPrintable(m_crisisView.shownNumber()));
        m_crisisView.hideNumber();
    }

    void nothingFoundSaysSo()
    {
        CommunityView view(m_clock, m_preferences, m_crisisView);
        view.setTexts(townOf(3));
        view.come({});
        view.setQuery(QStringLiteral("qqqq"));
        QCOMPARE(view.foundCount(), 0);
        QCOMPARE(view.emptyTitle(), QStringLiteral("Nothing found for “qqqq”"));
        view.setQuery(QStringLiteral("pantey number"));
        QCOMPARE(view.foundCount(), 3);
    }

    void theLanguageFollows()
    {
        CommunityView view(m_clock, m_preferences, m_crisisView);
        view.come({});
        QVERIFY(titlesOf(view).contains(QStringLiteral("Legal aid")));
        m_preferences.setLanguage(QStringLiteral("es"));
        QVERIFY(titlesOf(view).contains(QStringLiteral("Ayuda legal")));
    }
};

QTEST_MAIN(TestCommunityView)
#include "tst_community.moc"
