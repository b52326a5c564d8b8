// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ContentLint.h"
#include "ContentTexts.h"
#include "Wording.h"

#include <QTest>

#include <algorithm>

using namespace handrail;

namespace {

QString findings(const texts::MapTexts &set, const QDate &today = {})
{
    QStringList lines;
    for (const lint::Finding &finding : lint::look(set, lint::Whose::Ours, today).findings)
        lines << finding.path + QStringLiteral(": ") + finding.what;
    return lines.join(u'\n');
}

double ease(const char *text, const char *locale)
{
    return lint::easeOf({QString::fromUtf8(text)}, QString::fromLatin1(locale)).figure;
}

} // namespace

/// The linter itself: each of its rules is broken once.
class TestContentLint final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeSetIsInOrder()
    {
        QCOMPARE(findings(texts::aWholeSet(), QDate(2026, 12, 1)), QString());
        QCOMPARE(lint::look(texts::aWholeSet(), lint::Whose::Ours).rows.size(), 6);
    }

    void eachWordingRuleCanBeBrokenAndKept()
    {
        for (const lint::WordingRule &rule : lint::wordingRules()) {
            const QString locale = *rule.locale ? QLatin1String(rule.locale) : QStringLiteral("en");
            const QStringList found = lint::forbiddenIn(QString::fromUtf8(rule.breaks), locale);
            QVERIFY2(!found.isEmpty() && found.join(u' ').contains(QString::fromUtf8(rule.why)), rule.breaks);
            QVERIFY2(lint::forbiddenIn(QString::fromUtf8(rule.keeps), locale).isEmpty(), rule.keeps);
        }
    }

    void numbersToCall()
    {
        for (const char *line : {"Call 988.", "Call 911 or 211.", "Call 1-800-662-4357.", "In 2026, or 10,000 times."})
            QVERIFY2(lint::forbiddenIn(QString::fromUtf8(line), QStringLiteral("en")).isEmpty(), line);
        for (const char *line : {"Call 1-800-222-1222.", "Call (212) 555-0101.", "Call 555-0101.", "Text 741741."})
            QVERIFY2(!lint::forbiddenIn(QString::fromUtf8(line), QStringLiteral("en")).isEmpty(), line);
    }

    void syllables_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("count");
        const auto row = [](const char *locale, const char *word, int count) {
            QTest::newRow(word) << QString::fromLatin1(locale) << QString::fromUtf8(word) << count;
        };
        row("en", "urge", 1);
        row("en", "wave", 1);
        row("en", "water", 2);
        row("en", "already", 3);
        row("en", "emergency", 4);
        row("en", "breathed", 1);
        row("en", "988", 0);
        row("en", "Buprenorphine", 2);
        row("es", "naloxona", 2);
        row("es", "ola", 2);
        row("es", "respira", 3);
        row("es", "quieres", 2);
        row("es", "guerra", 2);
        row("es", "adicción", 3);
        row("es", "ahora", 3);
        row("es", "día", 2);
        row("es", "muy", 1);
        row("es", "ayuda", 3);
    }

    void syllables()
    {
        QFETCH(QString, locale);
        QFETCH(QString, word);
        QTEST(lint::syllablesIn(word, locale), "count");
    }

    void grades()
    {
        // 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 * 1 - 15.59
        QVERIFY(qAbs(ease("The cat sat on the mat.", "en") - -1.45) < 0.01);
        QVERIFY(ease("Comprehensive rehabilitation necessitates considerable interdisciplinary collaboration.", "en") > 20);
        QVERIFY(ease("Respira. Mira la ola. Deja que pase.", "es") > 80);
        QVERIFY(ease("La rehabilitación interdisciplinaria necesita considerable colaboración institucional.", "es") < 40);
        QCOMPARE(lint::sentencesIn({QStringLiteral("One. Two? “Three!” Four: five"), QStringLiteral("six")}).size(), 6);
    }

    void rules_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("what");
        const auto row = [](const char *name, const char *path, const QByteArray &from, const QByteArray &to, const char *what) {
            QTest::newRow(name) << QString::fromLatin1(path) << from << to << QString::fromUtf8(what);
        };
        const char *skill = "skills/feet-down/en.md";
        const char *module = "lessons/urges/en.md";
        const char *lesson = "lessons/urges/the-wave/en.md";
        row("a long title", skill, "Feet on the floor", "Feet on the floor of the house", "characters of the title");
        row("a long use", skill, "Come back to now", "Come back to now and then and to the day", "characters of use");
        row("an icon that is none", skill, "icon: leaf", "icon: skull", "no such icon: skull");
        row("much before the steps", skill, "It helps to feel it.", QByteArray("It helps to feel it. ").repeated(10),
            "words before the steps");
        row("much afterwards", skill, "You took a moment.", QByteArray("You took a moment. ").repeated(6), "words afterwards");
        row("a long sentence", skill, "Sit down.", "Sit down on a chair or on the floor or on a bed that you like to sit on.",
            "words in a sentence");
        row("a hard text", module, "It can feel so. Most pass soon.", "Physiological considerations predominate.", "grade");
        row("heavy words", skill, "Look around.", "Emergency education. Responsibility. Particularly available communication.",
            "words of 4 syllables");
        row("a word that shames", skill, "Sit down.", "An addict sits down.", "not the person first");
        row("in the exercise, too", skill, "Feel both feet.", "You should feel both feet.", "orders about");
        row("in a caution, too", skill, "Stop if it gets worse.", "Take 2 pills.", "a dose");
        row("in a reply, too", module, "Most pass soon.", "Just stop.", "stopping alone");
        row("a straight apostrophe", skill, "Sit down.", "It's fine.", "straight apostrophe");
        row("markup that shows", skill, "Sit down.", "Sit ** down.", "markup");
        row("HTML", skill, "Sit down.", "<b>Sit</b> down.", "not allowed: html");
        const QByteArray held =
            R"({"kind":"breath","minutes":[2],"phases":[{"say":"In","seconds":4,"shape":"grow"},{"say":"Hold","seconds":4,"shape":"stay"},{"say":"Out","seconds":4,"shape":"shrink"}]})";
        row("a held breath", skill, texts::stepsScript, held, "held breath");
        row("cold water", skill, texts::stepsScript,
            R"({"kind":"timer","steps":[{"say":"Put cold water on your face.","seconds":20}]})", "cold without a question");
        row("danger without help", skill, texts::stepsScript,
            R"({"kind":"choose","ask":"Which?","options":[{"say":"Shaky","do":"Call 911.","next":"end"},{"say":"No","do":"Rest.","next":"end"}]})",
            "danger without help: Shaky");
        row("another reviewer", skill, "a clinician has not reviewed it yet", "a clinician has reviewed it", "reviewedBy");
        row("a source without https", skill, "- Own wording", "- Own, http://example.org", "without https");
        row("an address elsewhere", skill, "The floor", "[The floor](https://example.org/x)", "no public health source");
        row("a long introduction", module, "Here is why.", QByteArray("Here is why. ").repeated(14), "words of the introduction");
        row("a reply that says no", module, "They never come.\n  It can feel so.", "They never come.\n  No, that is not so.",
            "begins with no");
        row("a long reply", module, "Most pass soon.", "Most pass soon. Yes. And so on.", "sentences of a reply");
        row("a drawing that is none", lesson, "drawing:craving-wave", "drawing:pie-chart", "a drawing");
        row("a long lesson", lesson, "It comes up,", QByteArray("It comes up. ").repeated(20) + "It comes up,", "at most 250");
        row("a short lesson", lesson, "An urge is like a wave. It comes up, it peaks, and it goes down.", "", "at least 120");
        row("a skill that is not there", lesson, "skills:\n- feet-down", "skills:\n- gone", "link to nowhere");
        row("a text that cannot be read", lesson, "## It peaks\n", "", "cannot be read");
    }

    void rules()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, what);
        auto set = texts::aWholeSet();
        QVERIFY(set.map.value(path).contains(from));
        set.map[path].replace(from, to);
        const QString found = findings(set);
        QVERIFY2(found.contains(path + QStringLiteral(": ")) && found.contains(what), qPrintable(found));
    }

    void theBestAnswerIsNotAlwaysTheFirst()
    {
        auto set = texts::aWholeSet();
        for (const QByteArray &locale : {QByteArrayLiteral("en"), QByteArrayLiteral("es")}) {
            QByteArray &module = set.map[QStringLiteral("lessons/urges/%1.md").arg(QLatin1String(locale))];
            for (int i = 0; i < 5; ++i) {
                const QByteArray ask = "What do urges do " + QByteArray::number(i) + "?";
                module.replace(texts::question(ask, i % 3), texts::question(ask, 0));
            }
        }
        QVERIFY(findings(set).contains(QStringLiteral("always in the same place")));
    }

    void reviewsGetOld()
    {
        QVERIFY(findings(texts::aWholeSet(), QDate(2027, 11, 28)).contains(QStringLiteral("reviewDate")));
        QVERIFY(findings(texts::aWholeSet(), QDate(2026, 11, 25)).contains(QStringLiteral("reviewDate")));
    }

    /// A clinic's texts: the words count, who reviewed them and what they link to is its own.
    void aClinicsOwnTexts()
    {
        auto set = texts::aWholeSet();
        QByteArray &skill = set.map[QStringLiteral("skills/feet-down/en.md")];
        skill.replace("The Handrail authors; a clinician has not reviewed it yet", "Harbor House");
        skill.replace("The floor", "[The floor](https://harbor.example/x)");
        set.map.remove(QStringLiteral("skills/feet-down/es.md"));
        QCOMPARE(lint::look(set, lint::Whose::AClinics).findings.size(), 0);
        QCOMPARE(lint::look(set, lint::Whose::Ours).findings.size(), 3);
        skill.replace("Sit down.", "An addict sits down.");
        const QList<lint::Finding> found = lint::look(set, lint::Whose::AClinics).findings;
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.constFirst().what.contains(QStringLiteral("not the person first")), qPrintable(found.constFirst().what));
    }

    void whatCanCostALifeHasAnAddress()
    {
        auto set = texts::aWholeSet();
        for (const QByteArray &locale : {QByteArrayLiteral("en"), QByteArrayLiteral("es")}) {
            const QString name = QLatin1String(locale) + QStringLiteral(".md");
            set.map.insert(QStringLiteral("lessons/overdose-and-safety/") + name, texts::module("overdose-and-safety", locale));
            set.map.insert(QStringLiteral("lessons/overdose-and-safety/signs/") + name,
                           texts::lesson("signs", "feet-down", locale));
        }
        QCOMPARE(findings(set).count(QStringLiteral("no source with an address")), 4);
        for (QByteArray &text : set.map)
            text.replace("- Own wording", "- CDC, https://www.cdc.gov/overdose-prevention");
        QCOMPARE(findings(set).count(QStringLiteral("no source with an address")), 0);
    }

    void theQuickCheckIsReadButNotCounted()
    {
        const lint::Report report = lint::look(texts::aWholeSet(), lint::Whose::Ours);
        for (const lint::Row &row : report.rows)
            QCOMPARE(row.counted > 0 && row.counted + 30 < row.words, textPlaceOf(row.path)->kind == TextPlace::Kind::Lesson);
    }

    void whatIsNotTranslatedIsSaid()
    {
        auto set = texts::aWholeSet();
        set.map.remove(QStringLiteral("lessons/urges/es.md"));
        set.map.remove(QStringLiteral("lessons/urges/the-wave/es.md"));
        QCOMPARE(findings(set), QString()); // not one of the six
        set.map.remove(QStringLiteral("skills/feet-down/es.md"));
        set.map.insert(QStringLiteral("lessons/for-families/en.md"), texts::module("for-families"));
        set.map.insert(QStringLiteral("lessons/for-families/theirs/en.md"), texts::lesson("theirs", "feet-down"));
        set.map[QStringLiteral("lessons/for-families/en.md")].replace("- Own wording", "- Own wording, https://example.org");
        set.map[QStringLiteral("lessons/for-families/theirs/en.md")].replace("- Own wording", "- Own wording, https://example.org");
        QCOMPARE(findings(set),
                 QStringLiteral("lessons/for-families/en.md: not in Spanish\nlessons/for-families/theirs/en.md: not in Spanish\n"
                                "skills/feet-down/en.md: not in Spanish"));
    }
};

QTEST_GUILESS_MAIN(TestContentLint)
#include "tst_contentlint.moc"
