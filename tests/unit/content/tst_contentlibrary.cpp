// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ContentTexts.h"
#include "content/ContentCheck.h"
#include "content/ContentLibrary.h"

#include <QRegularExpression>
#include <QResource>
#include <QTest>

#include <algorithm>

using namespace handrail;

namespace {

/// Counts what is read of another source.
class CountedTexts final : public TextSource
{
public:
    explicit CountedTexts(texts::MapTexts texts)
        : m_texts(std::move(texts))
    {
    }
    [[nodiscard]] QStringList paths() const override
    {
        ++listed;
        return m_texts.paths();
    }
    [[nodiscard]] QByteArray text(const QString &path) const override
    {
        read << path;
        return m_texts.text(path);
    }
    mutable int listed = 0;
    mutable QStringList read;

private:
    texts::MapTexts m_texts;
};

QStringList named(const QList<ContentFault> &faults)
{
    QStringList names;
    for (const ContentFault &fault : faults)
        names << nameOf(fault.kind) + QStringLiteral(": ") + fault.path + QStringLiteral(": ") + fault.what;
    return names;
}

const QByteArray checklistTo(const QByteArray &skill)
{
    return R"({"kind":"checklist","items":[{"id":"a","say":"A."},{"id":"b","say":"B."}],"then":"skill:)" + skill + R"("})";
}

} // namespace

/// All texts together: what there is in a language, and that they fit one another.
class TestContentLibrary final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsReadBeforeItIsAskedFor()
    {
        const auto source = std::make_shared<CountedTexts>(texts::aWholeSet());
        const ContentLibrary library(QStringLiteral("es-US"), {source});
        QCOMPARE(library.language(), QStringLiteral("es"));
        QCOMPARE(source->listed, 0);
        QVERIFY(library.skill(QStringLiteral("feet-down")));
        QCOMPARE(source->read, QStringList{QStringLiteral("skills/feet-down/es.md")});
        QCOMPARE(library.skills().size(), 1);
        QCOMPARE(library.skills().size(), 1);
        QCOMPARE(source->read.size(), 2);
        QCOMPARE(library.modules().size(), 1);
        QCOMPARE(library.lessons(QStringLiteral("urges")).size(), 1);
        QCOMPARE(library.lessons(QStringLiteral("nothing")).size(), 0);
        QCOMPARE(source->read.size(), 4);
        QCOMPARE(source->listed, 1);
    }

    void englishStandsInTextByText()
    {
        auto set = texts::aWholeSet();
        set.map.insert(QStringLiteral("skills/only-english/en.md"), texts::skill("only-english"));
        set.map.insert(QStringLiteral("skills/broken-spanish/en.md"), texts::skill("broken-spanish"));
        set.map.insert(QStringLiteral("skills/broken-spanish/es.md"), "---\n");
        set.map.insert(QStringLiteral("skills/broken/en.md"), "---\n");
        const ContentLibrary library(QStringLiteral("es"), {std::make_shared<texts::MapTexts>(set)});
        QStringList found;
        for (const Skill &skill : library.skills())
            found << skill.id + u' ' + skill.language;
        QCOMPARE(
            found,
            (QStringList{QStringLiteral("broken-spanish en"), QStringLiteral("feet-down es"), QStringLiteral("only-english en")}));
        QCOMPARE(library.skill(QStringLiteral("only-english"))->language, QStringLiteral("en"));
        QCOMPARE(library.skill(QStringLiteral("broken")).error().kind, ProblemKind::BadData);
        QCOMPARE(library.skill(QStringLiteral("nothing")).error().kind, ProblemKind::NotFound);
        QCOMPARE(library.module(QStringLiteral("urges"))->language, QStringLiteral("es"));
        QCOMPARE(library.lesson(QStringLiteral("the-wave"))->module, QStringLiteral("urges"));
        QCOMPARE(ContentLibrary(QStringLiteral("fr"), {std::make_shared<texts::MapTexts>(set)})
                     .skill(QStringLiteral("feet-down"))
                     ->language,
                 QStringLiteral("en"));
    }

    void modulesAndLessonsHaveAnOrder()
    {
        auto set = texts::aWholeSet();
        QByteArray first = texts::module("zero");
        first.replace("order: 3", "order: 1").replace("patient", "family");
        set.map.insert(QStringLiteral("lessons/zero/en.md"), first);
        QByteArray second = texts::lesson("a-later-one", "feet-down");
        second.replace("order: 1", "order: 2");
        set.map.insert(QStringLiteral("lessons/urges/a-later-one/en.md"), second);
        const ContentLibrary library(QStringLiteral("en"), {std::make_shared<texts::MapTexts>(set)});
        QCOMPARE(library.modules().constFirst().id, QStringLiteral("zero"));
        QCOMPARE(library.modules(Audience::Family).size(), 1);
        QCOMPARE(library.modules(Audience::Patient).constFirst().id, QStringLiteral("urges"));
        QCOMPARE(library.lessons(QStringLiteral("urges")).constLast().id, QStringLiteral("a-later-one"));
    }

    void anEarlierSourceWinsWithAllItsLanguages()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); // no text is looked for in a source that does not have it
        texts::MapTexts clinic;
        QByteArray own = texts::skill("feet-down");
        own.replace("Feet on the floor", "Our feet");
        clinic.map.insert(QStringLiteral("skills/feet-down/en.md"), own);
        const ContentLibrary library(
            QStringLiteral("es"),
            {std::make_shared<texts::MapTexts>(clinic), std::make_shared<texts::MapTexts>(texts::aWholeSet())});
        QCOMPARE(library.skill(QStringLiteral("feet-down"))->title, QStringLiteral("Our feet"));
        QCOMPARE(library.skills().size(), 1);
        QCOMPARE(library.modules().size(), 1);
    }

    /// The clinic's module is the clinic's as a whole, and what it withdraws is gone, whoever has it.
    void aModuleIsReplacedAsAWholeAndWhatIsWithdrawnIsGone()
    {
        const auto ours = std::make_shared<texts::MapTexts>(texts::aWholeSet());
        ours->map.insert(QStringLiteral("lessons/urges/the-map/en.md"), texts::lesson("the-map", "feet-down"));
        ours->map.insert(QStringLiteral("lessons/other/en.md"), texts::module("other"));
        ours->map.insert(QStringLiteral("lessons/other/more/en.md"), texts::lesson("more", "feet-down"));
        const auto clinics = std::make_shared<texts::MapTexts>();
        clinics->map.insert(QStringLiteral("lessons/urges/en.md"),
                            texts::module("urges").replace("title: Urges", "title: Our urges"));
        clinics->map.insert(QStringLiteral("lessons/urges/our-wave/en.md"), texts::lesson("our-wave", "feet-down"));
        clinics->map.insert(QStringLiteral("lessons/other/one-more/en.md"), texts::lesson("one-more", "feet-down"));
        const auto idsIn = [](const ContentLibrary &library, const char *module) {
            QStringList ids;
            for (const Lesson &lesson : library.lessons(QString::fromLatin1(module)))
                ids << lesson.id;
            ids.sort();
            return ids.join(u' ');
        };
        const ContentLibrary library(QStringLiteral("en"), {clinics, ours});
        QCOMPARE(library.module(QStringLiteral("urges"))->title, QStringLiteral("Our urges"));
        QCOMPARE(idsIn(library, "urges"), QStringLiteral("our-wave"));
        QVERIFY(!library.lesson(QStringLiteral("the-map")));
        QCOMPARE(idsIn(library, "other"), QStringLiteral("more one-more")); // a lesson more for a module of ours

        const ContentLibrary fewer(QStringLiteral("en"), {clinics, ours},
                                   {QStringLiteral("urges"), QStringLiteral("feet-down"), QStringLiteral("more")});
        QCOMPARE(fewer.modules().size(), 1);
        QVERIFY(!fewer.module(QStringLiteral("urges")) && !fewer.lesson(QStringLiteral("our-wave")));
        QVERIFY(fewer.skills().isEmpty() && !fewer.skill(QStringLiteral("feet-down")));
        QCOMPARE(idsIn(fewer, "other"), QStringLiteral("one-more"));
    }

    void theAppsOwnTextsAreThere()
    {
        const ContentLibrary english(QStringLiteral("en"));
        const ContentLibrary spanish(QStringLiteral("es"));
        QCOMPARE(english.skills().size(), 34);
        QCOMPARE(english.skills().size(), spanish.skills().size());
        for (const Skill &skill : spanish.skills()) {
            QCOMPARE(skill.language, QStringLiteral("es"));
            QVERIFY2(english.skill(skill.id), qPrintable(skill.id));
            QVERIFY2(spanish.skill(skill.id), qPrintable(skill.id));
        }
        for (const Module &module : english.modules()) {
            QVERIFY2(english.module(module.id), qPrintable(module.id));
            for (const Lesson &lesson : english.lessons(module.id))
                QVERIFY2(english.lesson(lesson.id), qPrintable(lesson.id));
        }
        QCOMPARE(named(faultsOf(*builtInTexts())), QStringList());
    }

    /// The list that the build makes of them leaves none out.
    void theAppsOwnTextsAreListed()
    {
        const QStringList there = FolderTexts(QStringLiteral(":/handrail/content")).paths();
        QVERIFY(there.size() > 100);
        QCOMPARE(builtInTexts()->paths(), there);
    }

    /// At most 1 MB of the program, as they lie in it.
    void theAppsOwnTextsAreSmall()
    {
        qint64 bytes = 0;
        for (const QString &path : builtInTexts()->paths()) {
            const QResource resource(QStringLiteral(":/handrail/content/") + path);
            QVERIFY2(resource.compressionAlgorithm() != QResource::NoCompression, qPrintable(path));
            bytes += resource.size();
        }
        QVERIFY(bytes > 0);
        QVERIFY2(bytes <= 1000 * 1000, qPrintable(QString::number(bytes)));
    }

    void places()
    {
        QCOMPARE(textPlaceOf(QStringLiteral("skills/a-b/en.md")),
                 (TextPlace{TextPlace::Kind::Skill, QStringLiteral("a-b"), {}, QStringLiteral("en")}));
        QCOMPARE(textPlaceOf(QStringLiteral("lessons/a/es.md")),
                 (TextPlace{TextPlace::Kind::Module, QStringLiteral("a"), {}, QStringLiteral("es")}));
        QCOMPARE(textPlaceOf(QStringLiteral("lessons/a/b/es.md")),
                 (TextPlace{TextPlace::Kind::Lesson, QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("es")}));
        for (const char *path :
             {"", "skills/en.md", "skills/a/b/en.md", "skills/../en.md", "skills/a/EN.md", "skills/a/eng.md", "skills/a/en.txt",
              "/skills/a/en.md", "other/a/en.md", "lessons/a/b/c/en.md", "lessons/a//en.md", "skills/a/../../x/en.md"})
            QVERIFY2(!textPlaceOf(QString::fromLatin1(path)), path);
    }

    void aWholeSetHasNoFaults() { QCOMPARE(named(faultsOf(texts::aWholeSet())), QStringList()); }

    void faultsOfASet_data()
    {
        using Kind = ContentFault::Kind;
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("text"); // empty: it goes
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const char *path, const QByteArray &text, Kind kind, const char *where) {
            QTest::newRow(name) << QString::fromLatin1(path) << text << int(kind) << QString::fromLatin1(where);
        };
        row("cannot be read", "skills/feet-down/en.md", "---\n", Kind::BadText, "skills/feet-down/en.md");
        row("another id than its folder", "skills/feet-down/en.md", texts::skill("feet-up"), Kind::BadText,
            "skills/feet-down/en.md");
        row("no text's path", "skills/feet-down.md", "x", Kind::BadText, "skills/feet-down.md");
        row("a skill named as a lesson", "skills/the-wave/en.md", texts::skill("the-wave"), Kind::TwoOfOneId,
            "skills/the-wave/en.md");
        row("a lesson in two modules", "lessons/other/the-wave/en.md", texts::lesson("the-wave", "feet-down"), Kind::TwoOfOneId,
            "lessons/urges/the-wave/en.md");
        row("a lesson without module", "lessons/other/lonely/en.md", texts::lesson("lonely", "feet-down"), Kind::MissingText,
            "lessons/other/lonely/en.md");
        row("a module without lessons", "lessons/other/en.md", texts::module("other"), Kind::MissingText, "lessons/other/en.md");
        row("a translation of nothing", "skills/feet-down/en.md", "", Kind::MissingText, "skills/feet-down/es.md");
        row("a skill that is not there", "lessons/urges/the-wave/en.md", texts::lesson("the-wave", "gone"), Kind::LinkNowhere,
            "lessons/urges/the-wave/en.md");
        row("a script that leads nowhere", "skills/more/en.md", texts::skill("more", checklistTo("gone")), Kind::LinkNowhere,
            "skills/more/en.md");
        QByteArray toLesson = texts::skill("more");
        toLesson.replace("The floor", "[The floor](lesson:gone)");
        row("a lesson that is not there", "skills/more/en.md", toLesson, Kind::LinkNowhere, "skills/more/en.md");
        QByteArray other = texts::skill("feet-down", texts::stepsScript, "es");
        row("other minutes", "skills/feet-down/es.md", QByteArray(other).replace("minutes: 2", "minutes: 3"), Kind::NotTheSame,
            "skills/feet-down/es.md");
        row("another step", "skills/feet-down/es.md", QByteArray(other).replace("3. Look", "3. Wait.\n4. Look"), Kind::NotTheSame,
            "skills/feet-down/es.md");
        row("no caution", "skills/feet-down/es.md", QByteArray(other).replace("cautions:\n- Stop if it gets worse.\n", ""),
            Kind::NotTheSame, "skills/feet-down/es.md");
        row("another script", "skills/feet-down/es.md",
            QByteArray(other).replace(",{\"title\":\"Look\"", ",{\"title\":\"Look\",\"say\":\"Here.\"},{\"title\":\"Look\""),
            Kind::NotTheSame, "skills/feet-down/es.md");
        row("another best answer", "lessons/urges/es.md",
            QByteArray(texts::module("urges", "es"))
                .replace(texts::question("What do urges do 0?", 0), texts::question("What do urges do 0?", 1)),
            Kind::NotTheSame, "lessons/urges/es.md");
        row("no check", "lessons/urges/the-wave/es.md",
            QByteArray(texts::lesson("the-wave", "feet-down", "es")).replace(texts::question("What do most urges do?", 1), ""),
            Kind::NotTheSame, "lessons/urges/the-wave/es.md");
        row("a breath that has to be held", "skills/more/en.md",
            texts::skill(
                "more",
                R"({"kind":"breath","minutes":[2],"phases":[{"say":"In","seconds":4,"shape":"grow"},{"say":"Hold","seconds":60,"shape":"stay"},{"say":"Out","seconds":4,"shape":"shrink"}]})"),
            Kind::CanHarm, "skills/more/en.md");
        const QByteArray coldWater =
            R"({"kind":"timer","check":{"say":"Is your heart weak?","yes":"no-cold"},"steps":[{"say":"Sit.","seconds":5},{"say":"Now your face.","more":"Cold water.","seconds":20,"skippedBy":"no-cold"}]})";
        row("cold without a question before", "skills/more/en.md",
            texts::skill(
                "more",
                QByteArray(coldWater)
                    .replace(",\"skippedBy\":\"no-cold\"", "")
                    .replace("{\"say\":\"Sit.\",\"seconds\":5}", "{\"say\":\"Sit.\",\"seconds\":5,\"skippedBy\":\"no-cold\"}")),
            Kind::CanHarm, "skills/more/en.md");
        row("cold without caution", "skills/more/en.md",
            texts::skill("more", coldWater).replace("cautions:\n- Stop if it gets worse.\n", ""), Kind::CanHarm,
            "skills/more/en.md");
        row("cold that a question leaves out is no fault", "skills/more/en.md", texts::skill("more", coldWater), Kind::CanHarm, "");
        row("a skill with a way out is no fault", "skills/more/en.md",
            texts::skill(
                "more",
                R"({"kind":"choose","ask":"Which?","options":[{"say":"A","do":"B.","next":"again"},{"say":"C","do":"D.","next":"skill:feet-down"}]})"),
            Kind::EndlessLoop, "");
    }

    void faultsOfASet()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        QFETCH(QString, where);
        auto set = texts::aWholeSet();
        if (text.isEmpty())
            set.map.remove(path);
        else
            set.map.insert(path, text);
        const QList<ContentFault> faults = faultsOf(set);
        if (where.isEmpty()) { // that skill leads on to one that ends
            QCOMPARE(named(faults), QStringList());
            return;
        }
        const bool isFound = std::any_of(faults.begin(), faults.end(),
                                         [&](const ContentFault &fault) { return int(fault.kind) == kind && fault.path == where; });
        QVERIFY2(isFound, qPrintable(named(faults).join(u'\n')));
    }

    void skillsThatLeadInACircleAreFound()
    {
        auto set = texts::aWholeSet();
        set.map.insert(QStringLiteral("skills/one/en.md"), texts::skill("one", checklistTo("two")));
        set.map.insert(QStringLiteral("skills/two/en.md"), texts::skill("two", checklistTo("three")));
        set.map.insert(QStringLiteral("skills/three/en.md"), texts::skill("three", checklistTo("feet-down")));
        QCOMPARE(named(faultsOf(set)), QStringList());
        set.map.insert(QStringLiteral("skills/three/en.md"), texts::skill("three", checklistTo("one")));
        const QList<ContentFault> faults = faultsOf(set);
        QCOMPARE(faults.size(), 3);
        QVERIFY(std::all_of(faults.begin(), faults.end(),
                            [](const ContentFault &fault) { return fault.kind == ContentFault::Kind::EndlessLoop; }));
    }

    /// A timer with a bell, or one that goes on, says its words aloud by itself, maybe among others: no use and no treatment is in them.
    void whatIsSaidAloudByItselfTellsNothingOfThePerson()
    {
        const QRegularExpression telling(
            QStringLiteral("\\b(?:use[ds]?|using|drink\\w*|drank|drugs?|alcohol|sober\\w*|recovery|relaps\\w*|crav\\w*|urges?|"
                           "treatment|therap\\w*|clinic|rehab|detox|cocaine|meth|opioids?|pills?|"
                           "consum\\w*|us(?:ar|as|abas|aste)|beb(?:er|es|ías|iste)|drogas?|sobri\\w*|recuperación|reca[íe]\\w*|"
                           "ansias?|ganas|tratamiento|terap\\w*|clínica|cocaína|pastillas?)\\b"),
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("es")}) {
            const ContentLibrary library(language);
            int spoken = 0;
            for (const Skill &skill : library.skills()) {
                const Result<SkillText> text = library.skill(skill.id);
                QVERIFY2(text, qPrintable(skill.id));
                const auto *timer = std::get_if<TimerExercise>(&text->exercise);
                if (!timer || !(timer->hasBell || timer->goesOn))
                    continue;
                for (const TimerStep &step : timer->steps) {
                    const QString words = step.say + u' ' + step.more;
                    QVERIFY2(!words.contains(telling), qPrintable(skill.id + QStringLiteral(": ") + words));
                    ++spoken;
                }
            }
            QVERIFY(spoken > 0);
        }
    }

    void whatIsElsewhereCounts()
    {
        auto set = texts::aWholeSet();
        set.map.remove(QStringLiteral("skills/feet-down/en.md"));
        set.map.remove(QStringLiteral("skills/feet-down/es.md"));
        QVERIFY(!faultsOf(set).isEmpty());
        QCOMPARE(named(faultsOf(set, {{QStringLiteral("feet-down")}, {}, {}, {}})), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestContentLibrary)
#include "tst_contentlibrary.moc"
