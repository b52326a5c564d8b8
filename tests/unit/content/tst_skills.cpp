// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/Skills.h"

#include <QRegularExpression>
#include <QTest>

using namespace handrail;

namespace {

QString allWords(const Skill &skill)
{
    return skill.title + QStringLiteral(". ") + skill.use + QStringLiteral(". ") + skill.caution + u' ' + skill.steps.join(u' ');
}

QStringList sentencesOf(const QString &text)
{
    static const QRegularExpression end(QStringLiteral("[.?!:]+\\s*"));
    return text.split(end, Qt::SkipEmptyParts);
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression gap(QStringLiteral("[^\\w’-]+"), QRegularExpression::UseUnicodePropertiesOption);
    return text.split(gap, Qt::SkipEmptyParts);
}

/// Groups of vowels, less a silent e: near enough for short words.
int syllablesOf(const QString &word)
{
    static const QRegularExpression vowels(QStringLiteral("[aeiouy]+"), QRegularExpression::CaseInsensitiveOption);
    int count = int(word.count(vowels));
    if (count > 1 && word.endsWith(u'e') && !word.endsWith(QLatin1String("le")))
        --count;
    return std::max(1, count);
}

double gradeOf(const QString &text)
{
    const QStringList words = wordsOf(text);
    int syllables = 0;
    for (const QString &word : words)
        syllables += syllablesOf(word);
    return 0.39 * double(words.size()) / double(sentencesOf(text).size()) + 11.8 * syllables / double(words.size()) - 15.59;
}

} // namespace

/// The skills that come with the app: whole, short, plain, and the same in each language.
class TestSkills final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsThereInBothLanguages()
    {
        const QList<Skill> english = skills(u"en");
        const QList<Skill> spanish = skills(u"es");
        QVERIFY(english.size() >= 8);
        QCOMPARE(english.size(), spanish.size());
        for (qsizetype i = 0; i < english.size(); ++i) {
            QCOMPARE(english.at(i).id, spanish.at(i).id);
            QCOMPARE(english.at(i).icon, spanish.at(i).icon);
            QCOMPARE(english.at(i).minutes, spanish.at(i).minutes);
            QCOMPARE(english.at(i).steps.size(), spanish.at(i).steps.size());
            QCOMPARE(english.at(i).caution.isEmpty(), spanish.at(i).caution.isEmpty());
            QVERIFY2(english.at(i).title != spanish.at(i).title, qPrintable(english.at(i).title));
        }
        QCOMPARE(skills(u"fr"), english);
    }

    void theWordsAreShortAndPlain()
    {
        for (const QStringView language : {QStringView(u"en"), QStringView(u"es")}) {
            for (const Skill &skill : skills(language)) {
                for (const QString &sentence : sentencesOf(allWords(skill)))
                    QVERIFY2(wordsOf(sentence).size() <= 15, qPrintable(sentence));
            }
        }
        for (const Skill &skill : skills(u"en"))
            QVERIFY2(gradeOf(allWords(skill)) <= 6.0, qPrintable(skill.id + u' ' + QString::number(gradeOf(allWords(skill)))));
    }

    void noWordShamesAndNoneTellsToStopAlone()
    {
        // Design clinical 0.6, 0.8 and 3.4.
        static const QRegularExpression unkind(
            QStringLiteral(
                "addict|abuse|\\bclean\\b|dirty|relapse|fail|streak|just stop|quit now|weak|adict|limpi|reca[ií]|fracas"),
            QRegularExpression::CaseInsensitiveOption);
        for (const QStringView language : {QStringView(u"en"), QStringView(u"es")}) {
            for (const Skill &skill : skills(language))
                QVERIFY2(!allWords(skill).contains(unkind), qPrintable(allWords(skill)));
        }
    }

    void whatIsNotWholeIsRefused()
    {
        const QByteArray whole =
            R"({"format":1,"skills":[{"id":"a","title":"A","for":"For a","icon":"leaf","minutes":1,"steps":["1","2","3"]}]})";
        QVERIFY(readSkills(whole));
        QCOMPARE(readSkills(whole)->size(), 1);
        for (const auto &[from, to] :
             std::initializer_list<std::pair<const char *, const char *>>{{"\"format\":1", "\"format\":2"},
                                                                          {"\"A\"", "\"\""},
                                                                          {"\"minutes\":1", "\"minutes\":0"},
                                                                          {",\"3\"", ""},
                                                                          {"\"3\"", "\"3\",\"4\",\"5\",\"6\",\"7\""},
                                                                          {"\"2\"", "7"}}) {
            QByteArray broken = whole;
            broken.replace(from, to);
            QVERIFY2(!readSkills(broken), broken.constData());
        }
        QByteArray twice = whole;
        twice.replace(
            "}]}",
            "},{\"id\":\"a\",\"title\":\"A\",\"for\":\"For a\",\"icon\":\"leaf\",\"minutes\":1,\"steps\":[\"1\",\"2\",\"3\"]}]}");
        QVERIFY(!readSkills(twice));
        QVERIFY(!readSkills("{"));
    }
};

QTEST_GUILESS_MAIN(TestSkills)
#include "tst_skills.moc"
