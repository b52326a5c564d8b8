// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Community.h"
#include "care/ProgramWeek.h"
#include "content/ContentLibrary.h"

#include <QTest>

using namespace handrail;

namespace {

Place place(const char *id, const char *title, const char *use, const QList<PlaceKind> &kinds, const char *address = "")
{
    Place place;
    place.id = QString::fromLatin1(id);
    place.title = QString::fromUtf8(title);
    place.use = QString::fromUtf8(use);
    place.kinds = kinds;
    place.address = QString::fromLatin1(address);
    place.phone = QStringLiteral("207-555-0100");
    place.checked = QDate(2026, 11, 1);
    return place;
}

CommunityDirectory town()
{
    return CommunityDirectory(
        {place("211", "211", "A person helps you look for help near you.", {PlaceKind::Food, PlaceKind::Housing}),
         place("law", "Legal aid", "Free help with law.", {PlaceKind::Legal}),
         place("pantry", "Harbor Food Pantry", "Food to take home.", {PlaceKind::Food}, "12 Pier Road"),
         place("jose", "Comedor José", "Comida caliente.", {PlaceKind::Food}, "4 Hill Street")});
}

QStringList found(const CommunityDirectory &directory, const QString &typed, std::optional<PlaceKind> kind = {})
{
    QStringList ids;
    for (const int index : directory.find(typed, kind))
        ids << directory.places().at(index).id;
    return ids;
}

} // namespace

/// Finding help outside the clinic.
class TestCommunity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNearComesFirst()
    {
        QCOMPARE(found(town(), QString()),
                 (QStringList{QStringLiteral("pantry"), QStringLiteral("jose"), QStringLiteral("211"), QStringLiteral("law")}));
        QCOMPARE(found(town(), QStringLiteral("   ")).size(), 4);
    }

    void byWordsWithoutCapitalsAccentsAndNearness()
    {
        QCOMPARE(found(town(), QStringLiteral("JOSE")), QStringList{QStringLiteral("jose")});
        QCOMPARE(found(town(), QStringLiteral("josé")), QStringList{QStringLiteral("jose")});
        // The word for where somebody is finds nothing by itself, and 211 does not win by having it.
        QCOMPARE(found(town(), QStringLiteral("food near me")).first(), QStringLiteral("pantry"));
        QVERIFY(found(town(), QStringLiteral("hambre")).contains(QStringLiteral("pantry")));
        QCOMPARE(found(town(), QStringLiteral("pier")).first(), QStringLiteral("pantry"));
        QCOMPARE(found(town(), QStringLiteral("pantri")).first(), QStringLiteral("pantry"));
        QVERIFY(found(town(), QStringLiteral("xyzzy")).isEmpty());
        QVERIFY(found(CommunityDirectory(), QStringLiteral("food")).isEmpty());
        Place home = place("home", "Harbor House", "A sober home.", {PlaceKind::Housing});
        home.who = QStringLiteral("Veterans and their families");
        QCOMPARE(found(CommunityDirectory({home}), QStringLiteral("veteran")), QStringList{QStringLiteral("home")});
    }

    void byKind()
    {
        QCOMPARE(found(town(), {}, PlaceKind::Legal), QStringList{QStringLiteral("law")});
        QCOMPARE(found(town(), QStringLiteral("pantry"), PlaceKind::Legal), QStringList());
        QCOMPARE(found(town(), QStringLiteral("help"), PlaceKind::Food), QStringList{QStringLiteral("211")});
        QCOMPARE(town().kinds(), (QList<PlaceKind>{PlaceKind::Food, PlaceKind::Housing, PlaceKind::Legal}));
        QVERIFY(found(town(), {}, PlaceKind::Naloxone).isEmpty());
    }

    void whatWasCheckedLongAgo()
    {
        Place one = place("a", "A", "B", {PlaceKind::Food});
        QVERIFY(!isMaybeOld(one, QDate(2026, 11, 1)));
        QVERIFY(!isMaybeOld(one, QDate(2027, 11, 1)));
        QVERIFY(isMaybeOld(one, QDate(2027, 11, 2)));
        one.checked = {};
        QVERIFY(isMaybeOld(one, QDate(2026, 11, 1))); // nobody has checked it
        one.checked = QDate(2026, 11, 1);
        QVERIFY(!isMaybeOld(one, QDate(2026, 10, 31))); // the clock of the device is behind
    }

    void eachKindOfOursIsFoundByTheWordsOfBothLanguages()
    {
        for (const char *language : {"en", "es"}) {
            const CommunityDirectory ours(ContentLibrary(QString::fromLatin1(language)).places());
            for (const auto &[typed, id] :
                 {std::pair{"narcan", "naloxone-store"}, std::pair{"abogado", "legal-aid"}, std::pair{"lawyer", "legal-aid"},
                  std::pair{"guarderia", "child-care"}, std::pair{"comida", "snap-wic"}, std::pair{"rides", "medicaid-rides"}})
                QVERIFY2(found(ours, QString::fromLatin1(typed)).contains(QLatin1String(id)), typed);
        }
    }

    void monthsOfAftercare_data()
    {
        QTest::addColumn<QDate>("start");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("month"); // 0: none
        QTest::newRow("its first day") << QDate(2026, 10, 5) << QDate(2026, 10, 5) << 1;
        QTest::newRow("the day before the second") << QDate(2026, 10, 5) << QDate(2026, 11, 4) << 1;
        QTest::newRow("the second") << QDate(2026, 10, 5) << QDate(2026, 11, 5) << 2;
        QTest::newRow("over a new year") << QDate(2026, 10, 5) << QDate(2027, 2, 4) << 4;
        QTest::newRow("from the 31st") << QDate(2027, 1, 31) << QDate(2027, 2, 28) << 2;
        QTest::newRow("from the 31st, a day before") << QDate(2027, 1, 31) << QDate(2027, 2, 27) << 1;
        QTest::newRow("years") << QDate(2024, 10, 5) << QDate(2026, 10, 5) << 25;
        QTest::newRow("not begun") << QDate(2026, 10, 5) << QDate(2026, 10, 4) << 0;
        QTest::newRow("no first day") << QDate() << QDate(2026, 10, 4) << 0;
    }

    void monthsOfAftercare()
    {
        QFETCH(QDate, start);
        QFETCH(QDate, day);
        QFETCH(int, month);
        QCOMPARE(monthOf({QStringLiteral("aftercare"), {}, PhaseStatus::InProgress, start, {}}, day).value_or(0), month);
    }

    void theRailOfMonthsGoesOnWithoutAnEnd()
    {
        Program program;
        program.phases = {{QStringLiteral("iop"), {}, PhaseStatus::Completed, QDate(2026, 7, 13), QDate(2026, 9, 6)},
                          {QStringLiteral("step-down"), {}, PhaseStatus::Completed, QDate(2026, 9, 7), QDate(2026, 10, 4)},
                          {QStringLiteral("aftercare"), {}, PhaseStatus::InProgress, QDate(2026, 10, 5), {}}};
        QList<int> months;
        for (const RailRun &run : railMonths(program, QDate(2026, 11, 18)))
            months << run.weeks;
        QCOMPARE(months, (QList<int>{2, 1, 5}));
        program.phases[2].end = QDate(2027, 4, 4);
        QCOMPARE(railMonths(program, QDate(2026, 11, 18)).at(2).weeks, 6);
        // Past an end that the clinic named, the month is still on the rail.
        QCOMPARE(railMonths(program, QDate(2027, 6, 18)).at(2).weeks, 9);
    }
};

QTEST_GUILESS_MAIN(TestCommunity)
#include "tst_community.moc"
