// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SaidLine.h"
#include "care/SkillPicker.h"
#include "content/ContentLibrary.h"
#include "content/Questionnaires.h"
#include "fhir/Read.h"

#include <QFile>
#include <QHash>
#include <QTest>

using namespace handrail;
using test::said;

namespace {

const QDate today(2026, 11, 18);

const Form &daily()
{
    static const Form form = fhir::readQuestionnaire(dailyCheckInQuestionnaire()).value();
    return form;
}

/// All that the table names: what is missing among the texts is another test's.
QSet<QString> allNamed()
{
    QSet<QString> ids;
    for (const PickRule &rule : standardPicks())
        ids += QSet<QString>(rule.skills.cbegin(), rule.skills.cend());
    return ids;
}

SkillUse use(const QString &skill, int before, int after, int day = 1)
{
    return {skill, QDateTime(QDate(2026, 11, day), QTime(9, 0), Qt::UTC), before, after, 3, SkillUse::Help::Unsaid};
}

PickInput input(const QString &line, int hour = 12)
{
    PickInput in;
    in.said = Said{daily(), said(line), today};
    in.asked = evaluate(*in.said, {}, CareConfiguration::standard()).skills();
    in.hour = hour;
    in.available = allNamed();
    return in;
}

QString text(const QList<Pick> &picks)
{
    QStringList ids;
    for (const Pick &pick : picks)
        ids << pick.skill;
    return ids.join(u' ');
}

/// "ride-the-urge=8>3 box-breath=6>6": how strong it was before and after, a day apart.
QList<SkillUse> usesIn(const QString &line)
{
    QList<SkillUse> uses;
    for (const QString &part : line.split(u' ', Qt::SkipEmptyParts)) {
        const QString strength = part.section(u'=', 1);
        uses << use(part.section(u'=', 0, 0), strength.section(u'>', 0, 0).toInt(), strength.section(u'>', 1).toInt(),
                    int(uses.size()) + 1);
    }
    return uses;
}

/// By the words of the table.
QHash<QString, PickReason> reasons()
{
    return {{QStringLiteral("HardMoment"), PickReason::HardMoment},
            {QStringLiteral("StrongCraving"), PickReason::StrongCraving},
            {QStringLiteral("Craving"), PickReason::Craving},
            {QStringLiteral("AnyTime"), PickReason::AnyTime},
            {QStringLiteral("Used"), PickReason::Used},
            {QStringLiteral("LowMood"), PickReason::LowMood},
            {QStringLiteral("LowConfidence"), PickReason::LowConfidence},
            {QStringLiteral("ShortNight"), PickReason::ShortNight},
            {QStringLiteral("PoorSleep"), PickReason::PoorSleep},
            {QStringLiteral("Hungry"), PickReason::Hungry},
            {QStringLiteral("Angry"), PickReason::Angry},
            {QStringLiteral("Lonely"), PickReason::Lonely},
            {QStringLiteral("Tired"), PickReason::Tired},
            {QStringLiteral("Bored"), PickReason::Bored},
            {QStringLiteral("Pain"), PickReason::Pain},
            {QStringLiteral("Stressed"), PickReason::Stressed},
            {QStringLiteral("Favorite"), PickReason::Favourite},
            {QStringLiteral("Helped"), PickReason::Helped},
            {QStringLiteral("Night"), PickReason::Night},
            {QStringLiteral("Evening"), PickReason::Evening}};
}

} // namespace

/// Three skills for what somebody said, each with its reason (design clinical 3.2 and 4): the same answers lead to the same skills.
class TestSkillPicker final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTable_data()
    {
        QTest::addColumn<QString>("answers");
        QTest::addColumn<int>("hour");
        QTest::addColumn<QString>("history");
        QTest::addColumn<QString>("favourites");
        QTest::addColumn<QString>("skills");
        QTest::addColumn<int>("reason"); // of the first
        // A table of its own, which "make texts" prints.
        QFile file(QStringLiteral(HANDRAIL_PICKS));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        lines.removeIf([](const QString &line) { return line.startsWith(u'#'); });
        QCOMPARE(lines.takeFirst(), QStringLiteral("answers\thour\thistory\tfavorites\tskills\treason"));
        QVERIFY(lines.size() > 20);
        for (const QString &line : std::as_const(lines)) {
            const QStringList cells = line.split(u'\t');
            QCOMPARE(cells.size(), 6);
            QVERIFY2(reasons().contains(cells.at(5)), qPrintable(line));
            QTest::newRow(qPrintable(QStringLiteral("%1 at %2 %3 %4").arg(cells.at(0), cells.at(1), cells.at(2), cells.at(3))))
                << cells.at(0) << cells.at(1).toInt() << cells.at(2) << cells.at(3) << cells.at(4)
                << int(reasons().value(cells.at(5)));
        }
    }

    void theTable()
    {
        QFETCH(QString, answers);
        QFETCH(int, hour);
        QFETCH(QString, skills);
        QFETCH(int, reason);
        QFETCH(QString, history);
        QFETCH(QString, favourites);
        PickInput in = input(answers, hour);
        in.uses = usesIn(history);
        in.choices.favourites = favourites.split(u' ', Qt::SkipEmptyParts);
        const QList<Pick> picks = pickSkills(in);
        QCOMPARE(text(picks), skills);
        QCOMPARE(int(picks.constFirst().reason), reason);
        QCOMPARE(pickSkills(in), picks); // the same again
    }

    void hardEveningsAreSaid()
    {
        PickInput in = input(QString(), 18);
        QCOMPARE(pickSkills(in).constFirst().reason, PickReason::AnyTime);
        in.hardEvenings = 1;
        QCOMPARE(pickSkills(in).constFirst().reason, PickReason::AnyTime);
        in.hardEvenings = 2;
        QCOMPARE(pickSkills(in).constFirst(), (Pick{QStringLiteral("wind-down"), PickReason::HardEvenings}));
        in.hour = 9;
        QCOMPARE(pickSkills(in).constFirst().reason, PickReason::AnyTime);
    }

    void whatDidNotHelpTwiceIsOfferedLess()
    {
        PickInput in = input(QStringLiteral("craving=8"));
        in.uses = {use(QStringLiteral("ride-the-urge"), 8, 8, 1)};
        QCOMPARE(text(pickSkills(in)), QStringLiteral("ride-the-urge reach-out cool-down-fast"));
        in.uses << use(QStringLiteral("ride-the-urge"), 8, 9, 2);
        QCOMPARE(text(pickSkills(in)), QStringLiteral("reach-out cool-down-fast wait-do-choose"));
        in.uses << use(QStringLiteral("ride-the-urge"), 8, 3, 3);
        QCOMPARE(pickSkills(in).constFirst().skill, QStringLiteral("ride-the-urge"));
        // Where there is nothing else it still comes.
        in.uses = {use(QStringLiteral("ride-the-urge"), 8, 8, 1), use(QStringLiteral("ride-the-urge"), 8, 8, 2)};
        in.available = {QStringLiteral("ride-the-urge")};
        QCOMPARE(text(pickSkills(in)), QStringLiteral("ride-the-urge"));
    }

    void whatIsHiddenNeverComes()
    {
        PickInput in = input(QStringLiteral("craving=8"));
        in.choices.hidden = {QStringLiteral("ride-the-urge")};
        in.choices.favourites = {QStringLiteral("ride-the-urge")};
        QVERIFY(!text(pickSkills(in)).contains(QStringLiteral("ride-the-urge")));
        in.available = {QStringLiteral("ride-the-urge")};
        QVERIFY(pickSkills(in).isEmpty());
    }

    void oneIsAFavourite()
    {
        PickInput in = input(QStringLiteral("craving=5"));
        in.available.insert(QStringLiteral("my-own"));
        in.choices.favourites = {QStringLiteral("thanks-list"), QStringLiteral("my-own")};
        QCOMPARE(text(pickSkills(in)), QStringLiteral("wait-do-choose play-it-forward thanks-list"));
        QCOMPARE(pickSkills(in).constLast().reason, PickReason::Favourite);
        in.uses = {use(QStringLiteral("my-own"), 0, 0, 1)};
        QCOMPARE(text(pickSkills(in)), QStringLiteral("wait-do-choose play-it-forward my-own"));
        // One that fits comes before one that does not; one that is there already needs no place.
        in.choices.favourites << QStringLiteral("my-reasons");
        QCOMPARE(text(pickSkills(in)), QStringLiteral("wait-do-choose play-it-forward my-reasons"));
        in.choices.favourites << QStringLiteral("play-it-forward");
        QCOMPARE(text(pickSkills(in)), QStringLiteral("wait-do-choose play-it-forward good-and-bad-list"));
        in.choices.favourites = {QStringLiteral("gone")};
        QCOMPARE(text(pickSkills(in)), QStringLiteral("wait-do-choose play-it-forward good-and-bad-list"));
    }

    /// Where there is room for two, as after the check-in, too.
    void noFavouritePushesOutAPerson()
    {
        PickInput in = input(QStringLiteral("safety=yes"));
        in.choices.favourites = {QStringLiteral("thanks-list")};
        QCOMPARE(text(pickSkills(in, standardPicks(), 2)), QStringLiteral("my-safety-plan reach-out"));
        in.uses = {use(QStringLiteral("reach-out"), 8, 8, 1), use(QStringLiteral("reach-out"), 8, 8, 2)};
        QCOMPARE(text(pickSkills(in, standardPicks(), 2)), QStringLiteral("my-safety-plan reach-out"));
        in.choices.hidden = {QStringLiteral("reach-out")}; // their own word
        QCOMPARE(text(pickSkills(in, standardPicks(), 2)), QStringLiteral("my-safety-plan five-four-three-two-one"));
        in.available = {QStringLiteral("reach-out"), QStringLiteral("thanks-list")};
        in.choices.hidden.clear();
        QCOMPARE(text(pickSkills(in)), QStringLiteral("reach-out thanks-list"));
    }

    void whatHelpedComesBeforeAnyOther()
    {
        PickInput in = input(QString());
        in.uses = {use(QStringLiteral("box-breath"), 6, 2)};
        QCOMPARE(pickSkills(in).constFirst(), (Pick{QStringLiteral("box-breath"), PickReason::Helped}));
        in.uses << use(QStringLiteral("box-breath"), 6, 6, 2);
        QCOMPARE(pickSkills(in).constFirst().reason, PickReason::AnyTime);
    }

    void theClinicsOwnTableGoesFirst()
    {
        PickInput in = input(QStringLiteral("craving=8"));
        in.available.insert(QStringLiteral("clinic-skill"));
        in.asked = {QStringLiteral("clinic-skill"), QStringLiteral("not-there")};
        const QList<Pick> picks = pickSkills(in);
        QCOMPARE(text(picks), QStringLiteral("clinic-skill ride-the-urge reach-out"));
        QCOMPARE(picks.constFirst().reason, PickReason::YourAnswers);
    }

    void nothingThereIsNothing()
    {
        PickInput in;
        QVERIFY(pickSkills(in).isEmpty());
        in = input(QStringLiteral("craving=8"));
        QVERIFY(pickSkills(in, standardPicks(), 0).isEmpty());
        QCOMPARE(pickSkills(in, {}, 3).size(), 1); // the clinic's
    }
};

QTEST_GUILESS_MAIN(TestSkillPicker)
#include "tst_skillpicker.moc"
