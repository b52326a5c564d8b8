// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SheetFilling.h"
#include "fakes/FakeClock.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>

using namespace handrail;
using namespace Qt::StringLiterals;
using Type = WorksheetField::Type;

namespace {

const QDateTime evening(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc());

StoreKey testKey()
{
    return StoreKey::fromKeychain(QByteArray(1, 1) + QByteArray(48, 'k')).value();
}

Identity maya()
{
    Identity identity;
    identity.patientId = u"maya"_s;
    return identity;
}

WorksheetField field(const char *id, Type type = Type::Text)
{
    WorksheetField field;
    field.id = QString::fromLatin1(id);
    field.label = field.id.toUpper();
    field.type = type;
    return field;
}

SkillText worksheet(const QList<WorksheetField> &fields, const char *id = "thought-check")
{
    SkillText skill;
    skill.id = QString::fromLatin1(id);
    skill.title = u"Thought check"_s;
    skill.language = u"en"_s;
    skill.exercise = WorksheetExercise{fields, fields.constFirst().id};
    return skill;
}

SkillText thoughtCheck()
{
    WorksheetField feeling = field("feeling", Type::Choice);
    feeling.options = {u"Sad"_s, u"Angry"_s};
    return worksheet({field("happened"), field("strength", Type::Scale), feeling});
}

SheetAnswer said(const char *id, const QStringList &words)
{
    SheetAnswer answer;
    answer.id = QString::fromLatin1(id);
    answer.words = words;
    return answer;
}

/// The other process of the test below: writes letter by letter for ever, and says each one once it is durable.
int writeForEver(const QString &path)
{
    auto store = Store::open(path, testKey());
    if (!store)
        return 3;
    Records records(**store, maya());
    FakeClock clock(evening);
    SheetFilling filling(records, clock, thoughtCheck());
    filling.begin();
    for (int i = filling.answer(u"happened"_s).words.value(0).size() + 1;; ++i) {
        if (!filling.setAnswer(said("happened", {QString(i, u'x')})))
            return 4;
        std::printf("OK %d\n", i);
        std::fflush(stdout);
    }
}

} // namespace

/// Worksheets, lists and logs of a person's own: kept at each word, read again whatever became of the script, deleted and had back.
class TestOwnSheets final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;
    FakeClock m_clock{evening};

    SheetFilling filling(const SkillText &skill = thoughtCheck()) { return SheetFilling(*m_records, m_clock, skill); }
    QList<OwnSheet> all() { return ownSheets(*m_records).value().sheets; }

    QString written(const QString &happened)
    {
        SheetFilling one = filling();
        one.beginAnew();
        [&] { QVERIFY(one.setAnswer(said("happened", {happened}))); }();
        return one.sheet().id;
    }

private Q_SLOTS:
    void init()
    {
        m_clock = FakeClock(evening);
        m_store = Store::inMemory().value();
        m_records = std::make_unique<Records>(*m_store, maya());
    }

    void lookingMakesNothing()
    {
        SheetFilling one = filling();
        QCOMPARE(one.begin(), SheetFilling::Begun::New);
        QVERIFY(one.setAnswer(said("happened", {u" "_s})));
        QVERIFY(all().isEmpty());
        QVERIFY(!m_records->holdsOwnThings());
    }

    void eachWordIsKept()
    {
        SheetFilling one = filling();
        one.begin();
        QVERIFY(one.setAnswer(said("strength", {u"7"_s})));
        QVERIFY(one.setAnswer(said("happened", {u"My cousin asked me to her party 🎉"_s})));
        QVERIFY(one.setAnswer(said("feeling", {u"Sad"_s})));
        QVERIFY(m_records->holdsOwnThings()); // a sign-out leaves them here
        const OwnSheet kept = all().value(0);
        QCOMPARE(kept, one.sheet());
        QCOMPARE(kept.heading(), u"My cousin asked me to her party 🎉"_s);
        QCOMPARE(kept.answers.size(), 3);
        QCOMPARE(kept.answers.constFirst().id, u"happened"_s); // as they are asked, not as they were answered
        QCOMPARE(kept.made.toUTC(), evening);
    }

    void aProcessThatIsKilledLosesNoWordItCalledSaved()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.db"_s);
        QVERIFY(Store::create(path, testKey()));
        int saved = 0;
        for (int round = 0; round < 6; ++round) {
            QProcess other;
            other.start(QCoreApplication::applicationFilePath(), {u"--write-for-ever"_s, path});
            QVERIFY(other.waitForStarted());
            const int enough = saved + 4 + round * 3;
            while (saved < enough) {
                QVERIFY2(other.waitForReadyRead(10000), "the other process says nothing");
                while (other.canReadLine())
                    QCOMPARE(other.readLine(), "OK " + QByteArray::number(++saved) + '\n');
            }
            other.kill();
            QVERIFY(other.waitForFinished());
            QCOMPARE(other.exitStatus(), QProcess::CrashExit);
            while (other.canReadLine())
                QCOMPARE(other.readLine(), "OK " + QByteArray::number(++saved) + '\n');
            auto store = Store::open(path, testKey());
            QVERIFY(store);
            Records records(**store, maya());
            const OwnSheets sheets = ownSheets(records).value();
            QCOMPARE(sheets.sheets.size(), 1); // the same one goes on
            QCOMPARE(sheets.damaged, 0);
            const int letters = int(sheets.sheets.constFirst().heading().size());
            QVERIFY2(letters == saved || letters == saved + 1, "one may be durable and not yet told");
            saved = letters;
        }
    }

    void whatWasNotDoneGoesOnForADay()
    {
        const QString id = written(u"Party"_s);
        m_clock.advance(std::chrono::hours(23));
        SheetFilling one = filling();
        QCOMPARE(one.begin(), SheetFilling::Begun::Resumed);
        QCOMPARE(one.sheet().id, id);
        m_clock.advance(std::chrono::hours(2));
        SheetFilling other = filling();
        QCOMPARE(other.begin(), SheetFilling::Begun::New);
        QVERIFY(other.setAnswer(said("happened", {u"Payday"_s})));
        QCOMPARE(all().size(), 2);
        QCOMPARE(all().constFirst().heading(), u"Payday"_s); // the last changed first
        QVERIFY(other.setDone(true));
        QCOMPARE(filling().begin(), SheetFilling::Begun::New);
    }

    void thereIsOnePlanAndOneOfEachList()
    {
        const SkillText plan = worksheet({field("signs")}, "my-safety-plan");
        SheetFilling one = filling(plan);
        one.begin();
        QVERIFY(safetyPlanId(*m_records).isEmpty());
        QVERIFY(one.setAnswer(said("signs", {u"No sleep"_s})) && one.setDone(true));
        QCOMPARE(safetyPlanId(*m_records), one.sheet().id);
        m_clock.advance(std::chrono::hours(24 * 90));
        SheetFilling later = filling(plan);
        QCOMPARE(later.begin(), SheetFilling::Begun::Resumed);
        QVERIFY(later.setAnswer(said("signs", {QString()})));
        QVERIFY(safetyPlanId(*m_records).isEmpty()); // an empty plan is no plan
        QVERIFY(later.setAnswer(said("signs", {u"Pacing"_s})));
        QVERIFY(deleteOwnSheet(*m_records, later.sheet().id, m_clock.nowUtc()));
        QVERIFY(safetyPlanId(*m_records).isEmpty());
        QVERIFY(undeleteOwnSheet(*m_records, later.sheet().id));
        QCOMPARE(safetyPlanId(*m_records), later.sheet().id);

        SkillText reasons = plan;
        reasons.id = u"my-reasons"_s;
        reasons.exercise = ListExercise{u"reasons"_s, u"Why?"_s, {}, {}, false};
        SheetFilling list = filling(reasons);
        list.begin();
        QVERIFY(list.setWords(u"own"_s, u"Why?"_s, {u"My daughter"_s}) && list.setDone(true));
        m_clock.advance(std::chrono::hours(24 * 90));
        SheetFilling again = filling(reasons);
        QCOMPARE(again.begin(), SheetFilling::Begun::Resumed);
        QCOMPARE(again.answer(u"own"_s).words, QStringList{u"My daughter"_s});
    }

    // A script that changed under a half-filled sheet.

    void whatStillFitsIsKeptAndTheRestIsText()
    {
        SheetFilling one = filling();
        one.begin();
        QVERIFY(one.setAnswer(said("happened", {u"Party"_s})) && one.setAnswer(said("strength", {u"7"_s}))
                && one.setAnswer(said("feeling", {u"Angry"_s})));
        WorksheetField feeling = field("feeling", Type::Choice);
        feeling.options = {u"Low"_s, u"Tense"_s};
        const SkillText changed = worksheet({field("thought"), feeling, field("happened")}); // "strength" is gone
        SheetFilling two = filling(changed);
        QCOMPARE(two.begin(), SheetFilling::Begun::Resumed);
        QCOMPARE(two.answer(u"happened"_s).words, QStringList{u"Party"_s});
        QVERIFY(two.answer(u"feeling"_s).isBlank());
        const auto left = [&] {
            QStringList texts;
            for (const SheetAnswer &answer : two.leftOver())
                texts << answer.label + u": "_s + answer.words.join(u' ');
            texts.sort();
            return texts;
        };
        const QStringList both{u"FEELING: Angry"_s, u"STRENGTH: 7"_s};
        QCOMPARE(left(), both);
        // Answered anew, it still stays.
        QVERIFY(two.setAnswer(said("feeling", {u"Tense"_s})));
        QCOMPARE(two.answer(u"feeling"_s).words, QStringList{u"Tense"_s});
        QCOMPARE(left(), both);
        SheetFilling three = filling(changed);
        QVERIFY(three.take(two.sheet().id));
        QCOMPARE(three.leftOver().size(), 2);
        // The old script comes back: so do its answers.
        SheetFilling four = filling();
        QVERIFY(four.take(two.sheet().id));
        QCOMPARE(four.answer(u"strength"_s).words, QStringList{u"7"_s});
    }

    void fits_data()
    {
        QTest::addColumn<int>("was");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("is");
        QTest::addColumn<bool>("does");
        const auto row = [](const char *name, Type was, const QStringList &words, Type is, bool does) {
            QTest::newRow(name) << int(was) << words << int(is) << does;
        };
        row("text in text", Type::Text, {u"a"_s}, Type::Text, true);
        row("a name in text", Type::Person, {u"Rosa"_s}, Type::Text, true);
        row("a long text is no name", Type::Text, {QString(400, u'a')}, Type::Person, false);
        row("a number in text", Type::Scale, {u"7"_s}, Type::Text, false);
        row("eleven of ten", Type::Scale, {u"11"_s}, Type::Scale, false);
        row("one chosen where many can be", Type::Choice, {u"Sad"_s}, Type::Choices, true);
        row("two chosen where one can be", Type::Choices, {u"Sad"_s, u"Angry"_s}, Type::Choice, false);
        row("a longer list", Type::List, {u"a"_s, u"b"_s, u"c"_s, u"d"_s}, Type::List, true);
        row("nothing", Type::Scale, {}, Type::Text, true);
    }

    void fits()
    {
        QFETCH(int, was);
        QFETCH(QStringList, words);
        QFETCH(int, is);
        QFETCH(bool, does);
        WorksheetField now = field("f", Type(is));
        now.options = {u"Sad"_s, u"Angry"_s};
        now.count = 3;
        SheetAnswer kept = said("f", words);
        kept.type = Type(was);
        kept.options = now.options;
        kept.language = u"en"_s;
        const auto fit = fitted(kept, now, u"en"_s);
        QCOMPARE(fit.has_value(), does);
        QVERIFY(!does || fit->words == words);
    }

    void aPlannersHoursStayAtTheirHours()
    {
        WorksheetField day = field("day", Type::Planner);
        day.from = 7;
        day.to = 10;
        day.marks = {u"Risky time"_s, u"Support"_s};
        SheetAnswer kept = said("day", {QString(), u"Work"_s, QString(), QString()});
        kept.type = Type::Planner;
        kept.from = 7;
        kept.options = day.marks;
        kept.marks = {QString(), QString(), u"Support"_s, QString()};
        kept.language = u"en"_s;
        day.from = 8;
        day.to = 12;
        auto fit = fitted(kept, day, u"en"_s);
        QVERIFY(fit);
        QCOMPARE(fit->words.value(0), u"Work"_s);
        QCOMPARE(fit->marks.value(1), u"Support"_s);
        day.from = 9; // work at eight has no place
        QVERIFY(!fitted(kept, day, u"en"_s));
        // In Spanish the marks have other names.
        day.from = 7;
        day.marks = {u"Hora difícil"_s, u"Apoyo"_s};
        QVERIFY(!fitted(kept, day, u"en"_s));
        fit = fitted(kept, day, u"es"_s);
        QVERIFY(fit);
        QCOMPARE(fit->marks.value(2), u"Apoyo"_s);
    }

    void hugeAndOddTextIsTakenAsFarAsItGoes()
    {
        SheetFilling one = filling();
        one.begin();
        QVERIFY(one.setAnswer(said("happened", {u"🎉"_s.repeated(500'000)}))); // 1,000,000 letters
        const QString kept = one.answer(u"happened"_s).words.value(0);
        QCOMPARE(kept, u"🎉"_s.repeated(longestSheetText / 2));
        QVERIFY(one.setAnswer(said("happened", {u"a"_s + u"🎉"_s.repeated(longestSheetText)})));
        QVERIFY(!one.answer(u"happened"_s).words.value(0).back().isHighSurrogate());
        const QString mixed = u"\u202Bمرحبا\u202C 👩‍👧 ¿qué?\nline\0zero\x07"_s;
        QVERIFY(one.setAnswer(said("happened", {mixed})));
        QCOMPARE(all().constFirst().answer(u"happened"_s)->words.value(0),
                 u"\u202Bمرحبا\u202C 👩‍👧 ¿qué?\nlinezero"_s);
    }

    void deletedIsOutOfSightAndCanBeHadBack()
    {
        const QString id = written(u"Party"_s);
        QVERIFY(deleteOwnSheet(*m_records, id, m_clock.nowUtc()));
        QVERIFY(all().isEmpty());
        QVERIFY(!ownSheet(*m_records, id).value());
        QCOMPARE(filling().begin(), SheetFilling::Begun::New);
        m_clock.advance(std::chrono::seconds(9));
        QVERIFY(purgeOwnSheets(*m_records, m_clock.nowUtc()));
        QVERIFY(undeleteOwnSheet(*m_records, id));
        QCOMPARE(all().value(0).heading(), u"Party"_s);
        QVERIFY(purgeOwnSheets(*m_records, m_clock.nowUtc().addDays(1)));
        QCOMPARE(all().size(), 1);

        QVERIFY(deleteOwnSheet(*m_records, id, m_clock.nowUtc()));
        m_clock.advance(std::chrono::seconds(10));
        QVERIFY(purgeOwnSheets(*m_records, m_clock.nowUtc()));
        QCOMPARE(undeleteOwnSheet(*m_records, id).error().kind, ProblemKind::NotFound);
        QVERIFY(!m_store->value(u"own-sheet/"_s + id).value()); // nothing of it is left
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == u"--write-for-ever")
        return writeForEver(arguments.at(2));
    TestOwnSheets test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_own_sheets.moc"
