// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Progress.h"
#include "care/SkillUse.h"
#include "fakes/DamagedStore.h"
#include "fakes/FakeClock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace handrail;

namespace {

QDateTime at(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate);
}

SkillUse use(const QString &skill, const QString &iso, std::optional<int> before = {}, std::optional<int> after = {},
             int minutes = 3)
{
    return {skill, at(iso), before, after, minutes, SkillUse::Help::Unsaid};
}

const QDate first(2026, 1, 1);
const QDate last(2026, 12, 31);

} // namespace

/// What was used, when, and whether it helped: sealed, durable, and theirs to leave unsaid.
class TestSkillUse final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    StoreKey m_key = StoreKey::generate();
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("store")); }
    [[nodiscard]] QList<SkillUse> all() { return skillUses(*m_records, first, last).value_or(QList<SkillUse>()); }

private Q_SLOTS:
    void init()
    {
        QFile::remove(path());
        m_store = Store::create(path(), m_key).value();
        m_records = std::make_unique<Records>(*m_store, Identity());
    }

    void cleanup()
    {
        m_records.reset();
        m_store.reset();
    }

    void itOutlivesARestart()
    {
        const SkillUse october = use(QStringLiteral("box-breath"), QStringLiteral("2026-10-31T23:59:00-04:00"), 7, 4);
        const SkillUse november = use(QStringLiteral("ride-the-urge"), QStringLiteral("2026-11-01T00:05:00-04:00"));
        QVERIFY(noteSkillUse(*m_records, november));
        QVERIFY(noteSkillUse(*m_records, october));
        QVERIFY(setFavourite(*m_records, QStringLiteral("box-breath"), true));
        QVERIFY(setHidden(*m_records, QStringLiteral("say-no"), true));
        m_records.reset();
        m_store.reset();
        m_store = Store::open(path(), m_key).value();
        m_records = std::make_unique<Records>(*m_store, Identity());
        QCOMPARE(all(), (QList<SkillUse>{october, november}));
        QCOMPARE(skillUses(*m_records, QDate(2026, 11, 1), last).value(), QList<SkillUse>{november});
        const SkillChoices choices = skillChoices(*m_records).value();
        QCOMPARE(choices.favourites, QStringList{QStringLiteral("box-breath")});
        QCOMPARE(choices.hidden, QSet<QString>{QStringLiteral("say-no")});
        QVERIFY(m_records->holdsOwnThings()); // a sign-out keeps it sealed
    }

    void nothingOfItIsReadableOnTheDisk()
    {
        QVERIFY(noteSkillUse(*m_records, use(QStringLiteral("after-a-slip"), QStringLiteral("2026-11-01T08:00:00Z"))));
        QVERIFY(setHidden(*m_records, QStringLiteral("after-a-slip"), true));
        cleanup();
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.isEmpty());
        QVERIFY(!bytes.contains("after-a-slip"));
        QVERIFY(!bytes.contains("skill-use"));
        m_store = Store::open(path(), m_key).value();
    }

    void aDamagedRowIsNoDeadEnd()
    {
        QVERIFY(setFavourite(*m_records, QStringLiteral("a"), true));
        QVERIFY(noteSkillUse(*m_records, use(QStringLiteral("a"), QStringLiteral("2026-10-20T08:00:00Z"))));
        QVERIFY(noteSkillUse(*m_records, use(QStringLiteral("a"), QStringLiteral("2026-11-20T08:00:00Z"))));
        cleanup();
        {
            DamagedStore file(path());
            const QList<int> rows = file.values();
            QVERIFY(file.flip(rows.constLast()) && file.flip(rows.at(rows.size() - 3))); // November, and what was chosen
        }
        m_store = Store::open(path(), m_key).value();
        m_records = std::make_unique<Records>(*m_store, Identity());
        QVERIFY(skillChoices(*m_records).value().isBegunAnew);
        QCOMPARE(all().size(), 1); // October
        QVERIFY(setHidden(*m_records, QStringLiteral("b"), true));
        QCOMPARE(skillChoices(*m_records).value(), (SkillChoices{{}, {QStringLiteral("b")}}));
        QVERIFY(noteSkillUse(*m_records, use(QStringLiteral("b"), QStringLiteral("2026-11-21T08:00:00Z"))));
        QCOMPARE(all().size(), 2);
    }

    void whatIsSaidAfterwardsReplaces()
    {
        SkillUse one = use(QStringLiteral("box-breath"), QStringLiteral("2026-11-01T08:00:00Z"), 6);
        QVERIFY(noteSkillUse(*m_records, one));
        one.after = 3;
        one.help = SkillUse::Help::Yes;
        QVERIFY(noteSkillUse(*m_records, one));
        QCOMPARE(all(), QList<SkillUse>{one});
    }

    void whatMakesNoSenseIsNotKept()
    {
        QVERIFY(!noteSkillUse(*m_records, use(QString(), QStringLiteral("2026-11-01T08:00:00Z"))));
        QVERIFY(!noteSkillUse(*m_records, use(QStringLiteral("box-breath"), QString())));
        QVERIFY(!noteSkillUse(*m_records, use(QStringLiteral("box-breath"), QStringLiteral("2026-11-01T08:00:00Z"), 11)));
        QVERIFY(all().isEmpty());
        QVERIFY(m_store->setValue(
            QStringLiteral("skill-use/2026-11"),
            "[{\"skill\":7},{\"skill\":\"a\"},5,{\"skill\":\"a\",\"at\":\"2026-11-01T08:00:00.000Z\",\"before\":99}]"));
        QCOMPARE(all().size(), 1);
        QVERIFY(!all().constFirst().before);
        QVERIFY(m_store->setValue(QStringLiteral("skill-choices"), "{\"favourites\":[1,\"a\",\"a\"],\"hidden\":5}"));
        QCOMPARE(skillChoices(*m_records).value(), (SkillChoices{{QStringLiteral("a")}, {}}));
    }

    void whetherItHelped_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::addColumn<int>("help");
        QTest::addColumn<int>("expected"); // -1 nothing known
        QTest::newRow("lower") << 7 << 4 << 0 << 1;
        QTest::newRow("same") << 7 << 7 << 0 << 0;
        QTest::newRow("higher") << 3 << 5 << 0 << 0;
        QTest::newRow("no after") << 7 << -1 << 0 << -1;
        QTest::newRow("nothing said") << -1 << -1 << 0 << -1;
        QTest::newRow("not there, before and after") << 0 << 0 << 0 << -1;
        QTest::newRow("said so") << -1 << -1 << 2 << 0;
        QTest::newRow("their word counts, not the number") << 5 << 5 << 1 << 1;
        QTest::newRow("lower, and no help") << 5 << 4 << 2 << 0;
    }

    void whetherItHelped()
    {
        QFETCH(int, before);
        QFETCH(int, after);
        QFETCH(int, help);
        QFETCH(int, expected);
        SkillUse one;
        if (before >= 0)
            one.before = before;
        if (after >= 0)
            one.after = after;
        one.help = SkillUse::Help(help);
        QCOMPARE(didHelp(one), expected < 0 ? std::optional<bool>() : std::optional(expected == 1));
    }

    void twiceWithoutHelp()
    {
        const QString id = QStringLiteral("box-breath");
        const SkillUse none = use(id, QStringLiteral("2026-11-01T08:00:00Z"), 5, 5);
        const SkillUse unsaid = use(id, QStringLiteral("2026-11-02T08:00:00Z"));
        const SkillUse better = use(id, QStringLiteral("2026-11-03T08:00:00Z"), 5, 2);
        QVERIFY(unhelpfulSkills({none}).isEmpty());
        QCOMPARE(unhelpfulSkills({none, unsaid, none}), QSet<QString>{id});
        QVERIFY(unhelpfulSkills({none, better, none}).isEmpty());
        QVERIFY(unhelpfulSkills({none, none, better}).isEmpty());
        QCOMPARE(timesUsed({none, unsaid, better}).value(id), 3);
    }

    void progressCountsThemByDay()
    {
        const QDate today(2026, 11, 18);
        const FakeClock clock(QDateTime(today, QTime(20, 20), QTimeZone::utc()));
        for (const char *iso : {"2026-11-18T09:00:00-05:00", "2026-11-18T23:00:00-05:00", "2026-11-05T00:10:00-05:00",
                                "2026-11-04T23:00:00-05:00"}) // the last is before the two weeks
            QVERIFY(noteSkillUse(*m_records, use(QStringLiteral("box-breath"), QLatin1String(iso))));
        const Progress found = progress(*m_records, clock, ProgressRange::TwoWeeks).value();
        QCOMPARE(found.skillUses.size(), found.steps.size());
        QCOMPARE(found.skillUses.constFirst(), 1);
        QCOMPARE(found.skillUses.constLast(), 2);
        QCOMPARE(std::accumulate(found.skillUses.cbegin(), found.skillUses.cend(), 0), 3);
        QCOMPARE(progress(*m_records, clock, ProgressRange::Whole)->from, QDate(2026, 11, 4));
    }

    void favouritesComeAndGo()
    {
        const QString a = QStringLiteral("a");
        const QString b = QStringLiteral("b");
        QVERIFY(setFavourite(*m_records, a, true));
        QVERIFY(setFavourite(*m_records, b, true));
        QVERIFY(setFavourite(*m_records, a, true));
        QCOMPARE(skillChoices(*m_records).value().favourites, (QStringList{b, a}));
        QVERIFY(setFavourite(*m_records, b, false));
        QVERIFY(setHidden(*m_records, a, true));
        QVERIFY(setHidden(*m_records, a, false));
        QCOMPARE(skillChoices(*m_records).value(), (SkillChoices{{a}, {}}));
    }
};

QTEST_GUILESS_MAIN(TestSkillUse)
#include "tst_skilluse.moc"
