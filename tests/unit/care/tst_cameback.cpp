// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/CameBack.h"
#include "care/Learning.h"
#include "care/MessageThread.h"
#include "care/MyPeople.h"
#include "care/OwnMarks.h"
#include "care/OwnSheets.h"
#include "care/SkillUse.h"
#include "store/StoreOpening.h"

#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 18), QTime(20, 20), Qt::UTC);

OwnPerson person(const QString &id, const QString &name)
{
    return {id, name, u"2075550142"_s, {}, {}};
}

OwnSheet sheet(const QString &id)
{
    OwnSheet one;
    one.id = id;
    one.title = id;
    one.made = now;
    one.changed = now;
    SheetAnswer answer;
    answer.id = u"words"_s;
    answer.words = QStringList(id);
    one.answers = {answer};
    return one;
}

} // namespace

/// Two halves of what one person made, from before and after a time in which the first could not be opened: no word of either is lost.
class TestCameBack final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;
    std::unique_ptr<Store> m_earlierStore;
    std::unique_ptr<Records> m_earlier;

    /// What takeBack() of the store does with two stores of one name.
    void comeBack()
    {
        QVERIFY(m_store->setValue(cameBackMark, "1"));
        const auto earlier = m_earlierStore->valueNames({});
        for (const QString &name : earlier->names) {
            const auto mine = m_store->value(name).value();
            const bool isHere = mine.has_value();
            if (isHere && *mine == **m_earlierStore->value(name))
                continue;
            QVERIFY(m_store->setValue(isHere ? QString(cameBackPrefix + name) : name, **m_earlierStore->value(name)));
        }
    }

    void putTogether()
    {
        EarlierPlanWords words;
        words.title = u"My safety plan from earlier"_s;
        words.parts = {{PlanPart::Signs, u"My warning signs"_s}, {PlanPart::Reasons, u"Why I go on"_s}};
        words.language = u"en"_s;
        QVERIFY(putCameBackTogether(*m_records, words));
    }

    /// As after a cut: what came is there once more, beside what it was put together with.
    void doItAgain()
    {
        comeBack();
        putTogether();
    }

    [[nodiscard]] QStringList left() const { return m_store->valueNames(cameBackPrefix)->names; }

private Q_SLOTS:
    void init()
    {
        m_records.reset();
        m_earlier.reset();
        m_store = Store::inMemory().value();
        m_records = std::make_unique<Records>(*m_store, Identity{});
        m_earlierStore = Store::inMemory().value();
        m_earlier = std::make_unique<Records>(*m_earlierStore, Identity{});
    }

    void whatWasMarkedUsedAndReadIsAdded()
    {
        const QDate day(2026, 11, 3);
        QVERIFY(setOwnMark(*m_earlier, day, u"rain"_s));
        QVERIFY(setOwnMark(*m_earlier, day.addDays(1), u"old word"_s));
        QVERIFY(setOwnMark(*m_records, day.addDays(1), u"new word"_s));
        SkillUse first;
        first.skill = u"breathing"_s;
        first.at = now.addDays(-2);
        SkillUse second = first;
        second.at = now;
        QVERIFY(noteSkillUse(*m_earlier, first));
        QVERIFY(noteSkillUse(*m_records, second));
        QVERIFY(setFavourite(*m_earlier, u"walk"_s, true));
        QVERIFY(setFavourite(*m_records, u"breathing"_s, true));
        QVERIFY(keepFinished(*m_earlier, u"sleep-1"_s, now.addDays(-9)));
        QVERIFY(keepCard(*m_earlier, u"sleep-2"_s, 5, 9, now.addDays(-9)));
        QVERIFY(keepAnswer(*m_earlier, u"sleep"_s, 0, 2));
        QVERIFY(keepCard(*m_records, u"sleep-2"_s, 3, 9, now));
        QVERIFY(keepAnswer(*m_records, u"sleep"_s, 0, 1));
        comeBack();
        for (int i = 0; i < 2; ++i) {
            putTogether();
            const OwnMarks marks = ownMarks(*m_records, day, day.addDays(9)).value();
            QCOMPARE(marks, OwnMarks({{day, u"rain"_s}, {day.addDays(1), u"new word"_s}}));
            const QList<SkillUse> uses = skillUses(*m_records, day, day.addDays(60)).value();
            QCOMPARE(uses.size(), 2);
            QCOMPARE(uses.first().at, first.at);
            QCOMPARE(skillChoices(*m_records)->favourites, QStringList({u"walk"_s, u"breathing"_s}));
            const LearningPlaces places = learningPlaces(*m_records).value();
            QVERIFY(places.lessons.value(u"sleep-1"_s).isFinished());
            QCOMPARE(places.lessons.value(u"sleep-2"_s).card, 3);
            QCOMPARE(places.quizzes.value(u"sleep"_s).answers, QList<int>({1})); // not one list behind the other
            QCOMPARE(left(), QStringList());
            QVERIFY(!m_store->value(cameBackMark).value());
            doItAgain();
        }
    }

    void sheetsOfBothAreListed()
    {
        QVERIFY(keepOwnSheet(*m_earlier, sheet(u"old"_s)));
        QVERIFY(keepOwnSheet(*m_records, sheet(u"new"_s)));
        comeBack();
        putTogether();
        QCOMPARE(ownSheets(*m_records)->sheets.size(), 2);
        doItAgain();
        QCOMPARE(ownSheets(*m_records)->sheets.size(), 2);
        QCOMPARE(ownSheets(*m_records)->damaged, 0);
    }

    void peopleAreAddedAsFarAsThereIsRoom()
    {
        QVERIFY(setMyPeople(*m_earlier, {person(u"a"_s, u"Rosa"_s), person(u"b"_s, u"James"_s)}));
        QVERIFY(setMyPeople(*m_records, {person(u"a"_s, u"Nell"_s), person(u"c"_s, u"Rosa"_s)}));
        comeBack();
        putTogether();
        QList<OwnPerson> people = myPeople(*m_records).value();
        QCOMPARE(people.size(), 3);
        QCOMPARE(people.at(0).name, u"Nell"_s); // who is called first stays so
        QCOMPARE(people.at(2).name, u"James"_s);
        QCOMPARE(left(), QStringList());

        people << person(u"d"_s, u"Ash"_s) << person(u"e"_s, u"Birch"_s);
        QVERIFY(setMyPeople(*m_records, people));
        QVERIFY(setMyPeople(*m_earlier, {person(u"f"_s, u"Oak"_s)}));
        doItAgain();
        QCOMPARE(myPeople(*m_records).value(), people);
        QCOMPARE(left(), QStringList(QString(cameBackPrefix + u"my-people"_s))); // it is not thrown away
        people.removeLast();
        QVERIFY(setMyPeople(*m_records, people));
        putTogether();
        QCOMPARE(myPeople(*m_records)->last().name, u"Oak"_s);
        QCOMPARE(left(), QStringList());
        QVERIFY(!m_store->value(cameBackMark).value());
    }

    void theEarlierPlanBecomesASheet()
    {
        SafetyPlan earlier;
        earlier.words = {{PlanPart::Signs, u"No sleep\nPacing"_s}, {PlanPart::Reasons, u"My dog"_s}};
        earlier.made = QDate(2026, 10, 1);
        earlier.changed = QDate(2026, 10, 2);
        SafetyPlan mine;
        mine.words = {{PlanPart::Signs, u"No sleep"_s}};
        mine.lockScreen = {true, {}, {PlanPart::Signs}};
        QVERIFY(keepSafetyPlan(*m_earlier, earlier));
        QVERIFY(keepSafetyPlan(*m_records, mine));
        comeBack();
        for (int i = 0; i < 2; ++i) {
            putTogether();
            // What the lock screen shows, and what may be sent, is what the person wrote last.
            QCOMPARE(safetyPlan(*m_records).value(), mine);
            const QList<OwnSheet> sheets = ownSheets(*m_records)->sheets;
            QCOMPARE(sheets.size(), 1);
            QCOMPARE(sheets.first().title, u"My safety plan from earlier"_s);
            QCOMPARE(sheets.first().answers.size(), 2);
            QCOMPARE(sheets.first().answers.first().label, u"My warning signs"_s);
            QCOMPARE(sheets.first().answers.first().words, QStringList({u"No sleep"_s, u"Pacing"_s}));
            QCOMPARE(sheets.first().answers.last().words, QStringList(u"My dog"_s));
            QVERIFY(m_records->holdsOwnThings());
            QCOMPARE(left(), QStringList());
            doItAgain();
        }
        // One that was only opened here says nothing, and gives way.
        QVERIFY(keepSafetyPlan(*m_records, {}));
        doItAgain();
        QCOMPARE(safetyPlan(*m_records).value(), earlier);
    }

    void aBegunMessageGoesOnBelow()
    {
        QVERIFY(keepBegunMessage(*m_earlier, {MessageKind::Ride, u"Is the group"_s, u"urn:uuid:1"_s}));
        QVERIFY(keepBegunMessage(*m_records, {MessageKind::Concern, u"I am worried"_s, u"urn:uuid:2"_s}));
        QVERIFY(keepBegunAbout(*m_earlier, MessageKind::Ride, u"Appointment/1"_s, u"before"_s));
        QVERIFY(keepBegunAbout(*m_records, MessageKind::Ride, u"Appointment/1"_s, u"after"_s));
        comeBack();
        for (int i = 0; i < 2; ++i) {
            putTogether();
            QVERIFY(begunMessage(*m_records)
                    == BegunMessage({MessageKind::Concern, u"I am worried\n\nIs the group"_s, u"urn:uuid:2"_s}));
            QCOMPARE(begunAbout(*m_records, MessageKind::Ride, u"Appointment/1"_s), u"after\n\nbefore"_s);
            QCOMPARE(left(), QStringList());
            doItAgain();
        }
        QVERIFY(keepBegunMessage(*m_records, {MessageKind::Concern, QString(3995, u'x'), u"urn:uuid:3"_s}));
        doItAgain();
        QCOMPARE(begunMessage(*m_records).text.size(), 3995);
        QCOMPARE(left(), QStringList(QString(cameBackPrefix + u"draft/message"_s)));
    }

    void whatIsOfItsTimeGivesWay()
    {
        for (const QString &name : {u"draft/https://clinic.example/daily"_s, u"access-log"_s, u"reminders.known"_s}) {
            QVERIFY(m_earlierStore->setValue(name, "old"));
            QVERIFY(m_store->setValue(name, "new"));
        }
        QVERIFY(m_earlierStore->setValue(u"of a later version"_s, "old"));
        QVERIFY(m_store->setValue(u"of a later version"_s, "new"));
        comeBack();
        putTogether();
        QCOMPARE(m_store->value(u"access-log"_s).value().value(), QByteArray("new"));
        QCOMPARE(left(), QStringList(QString(cameBackPrefix + u"of a later version"_s))); // nobody here knows what it is
    }
};

QTEST_GUILESS_MAIN(TestCameBack)
#include "tst_cameback.moc"
