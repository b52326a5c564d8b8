// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Wording.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace handrail::lint {

namespace {

QRegularExpression expression(const char *pattern)
{
    return QRegularExpression(QString::fromUtf8(pattern),
                              QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

/// QString::count takes matches that overlap.
int countOf(const QRegularExpression &part, const QString &word)
{
    int count = 0;
    for (auto matches = part.globalMatch(word); matches.hasNext(); matches.next())
        ++count;
    return count;
}

bool isMedicine(const QString &word)
{
    static const QRegularExpression names(
        expression("^(buprenor[fp]h?in[ae]|metad?h?adon[ae]|methadone|naltrexon[ae]|naloxon[ae]|acamprosat[eo]|disulfiram"
                   "|suboxone|sublocade|vivitrol|narcan|antabuse|fentan[yi]lo?|xanax|benzo[a-z]*|medicaid|medicare)s?$"));
    return names.match(word).hasMatch();
}

int englishSyllables(QString word)
{
    word.remove(expression("[^a-z]"));
    if (word.size() <= 3)
        return word.isEmpty() ? 0 : 1;
    static const QRegularExpression silent(expression("(?:([^laeiouy])es|([^td])ed|([^l])e)$"));
    if (const auto match = silent.match(word); match.hasMatch())
        word = word.left(match.capturedStart() + 1);
    if (word.startsWith(u'y'))
        word.remove(0, 1);
    static const QRegularExpression vowels(expression("[aeiouy]{1,2}"));
    return std::max(1, countOf(vowels, word));
}

/// Strong vowels and stressed weak ones are a syllable each; weak ones go with their neighbour.
int spanishSyllables(QString word)
{
    static const QRegularExpression mute(expression("(?<=q)u|(?<=g)u(?=[eiéí])|y(?=[aeiouáéíóú])"));
    word.replace(mute, QStringLiteral("k"));
    static const QRegularExpression nuclei(expression("[iuüy]*(?:[aeoáéó]|[íú])[iuüy]*|[iuüy]+"));
    return std::max(word.isEmpty() ? 0 : 1, countOf(nuclei, word));
}

} // namespace

QStringList wordsIn(const QStringList &lines)
{
    static const QRegularExpression word(expression("\\w[\\w’'-]*"));
    QStringList found;
    for (const QString &line : lines) {
        for (auto matches = word.globalMatch(line); matches.hasNext();)
            found << matches.next().captured();
    }
    return found;
}

QStringList sentencesIn(const QStringList &lines)
{
    static const QRegularExpression end(expression("(?<=[.?!:…])[”\"’)]*\\s+"));
    static const QRegularExpression something(expression("\\w"));
    QStringList found;
    for (const QString &line : lines) {
        for (const QString &sentence : line.split(end)) {
            if (sentence.contains(something))
                found << sentence.trimmed();
        }
    }
    return found;
}

int syllablesIn(const QString &word, const QString &locale)
{
    const QString lower = word.toLower();
    if (isMedicine(lower))
        return 2;
    return locale == QLatin1String("es") ? spanishSyllables(lower) : englishSyllables(lower);
}

Ease easeOf(const QStringList &lines, const QString &locale)
{
    Ease ease;
    const QStringList words = wordsIn(lines);
    const QStringList sentences = sentencesIn(lines);
    ease.words = words.size();
    if (words.isEmpty() || sentences.isEmpty())
        return ease;
    // The field's own word, and one that is spoken with 3.
    static const QStringList excused{QStringLiteral("recovery"), QStringLiteral("everything")};
    double syllables = 0;
    for (const QString &word : words) {
        const int count = syllablesIn(word, locale);
        syllables += count;
        if (count >= 4 && !excused.contains(word.toLower()) && !ease.heavy.contains(word.toLower()))
            ease.heavy << word.toLower();
    }
    const double aSentence = double(words.size()) / double(sentences.size());
    const double aWord = syllables / double(words.size());
    ease.figure = locale == QLatin1String("es") ? 206.835 - 62.3 * aWord - aSentence : 0.39 * aSentence + 11.8 * aWord - 15.59;
    for (const QString &sentence : sentences) {
        if (wordsIn({sentence}).size() > longestSentence)
            ease.longest << sentence;
    }
    return ease;
}

const QList<WordingRule> &wordingRules()
{
    static const QList<WordingRule> rules{
        {"", "\\d\\s?(?:mg|mcg|µg|ml|milligrams?|micrograms?|miligramos?|mililitros?)\\b", "a dose", "Put 4 mg in.", "Call 911."},
        {"en", "\\b(?:take|swallow|use)\\s+(?:\\d+|an?|one|two|three|half an?)\\s+(?:pills?|tablets?|doses?|patch(?:es)?)\\b",
         "a dose", "Take 2 pills.", "Take it as told by your prescriber."},
        {"es", "\\b(?:toma|tome|tomar|usa)\\s+(?:\\d+|una?|dos|tres|media)\\s+(?:pastillas?|tabletas?|dosis|parches?)\\b", "a dose",
         "Toma 2 pastillas.", "Tómala como te dijo tu médico."},
        {"", "https?://", "an address in the words", "See https://example.org now.", "See the link."},
        {"", "[A-Za-z]'[A-Za-z]|\"", "a straight apostrophe or quote", "It's here.", "It’s here."},
        {"", "\\b(?:(?-i:TIPP|DEAR MAN|ACCEPTS|IMPROVE|MBRP|WRAP|DISARM)|SMART Recovery|Seeking Safety|Matrix Model)\\b",
         "a name that is owned", "Use TIPP now.", "It will improve."},
        {"en", "\\baddict(?:s|ed)?\\b|\\balcoholics?\\b|\\bjunk(?:ie|y)s?\\b|\\bdruggies?\\b|\\babusers?\\b",
         "not the person first", "An addict can call.", "A person with addiction can call."},
        {"en",
         "\\bdirty\\b|\\b(?:be|get|getting|got|is|am|are|stay|stayed|staying|being|been|feel|test(?:ed)?|keep|keeping) "
         "clean\\b|\\bclean (?:time|days?|test|and sober)\\b",
         "speaks of people as clean or dirty", "Stay clean today.", "Keep your room tidy."},
        {"en", "\\brelaps(?:ed|ing|es)\\b|\\b(?:to|will|you|might|may|could|can|not|I|we|they) relapse\\b", "relapse as a verb",
         "If you relapse, call.", "Relapse prevention"},
        {"en", "\\b(?:substance|drug|alcohol) abuse\\b|\\babus(?:e|es|ed|ing) (?:drugs|alcohol|substances)\\b", "say use",
         "Drug abuse hurts.", "Drug use hurts."},
        {"en", "\\bsubstitut\\w*", "medicine is no substitute", "A substitute drug.", "A medicine for addiction."},
        {"en", "\\bcommit\\w* suicide\\b|\\b(?:failed|successful|unsuccessful) (?:attempt|suicide)\\b|\\bcry for help\\b",
         "safe messaging", "He wanted to commit suicide.", "Thoughts of suicide"},
        {"en", "\\bfail(?:s|ed|ing|ures?)?\\b|\\bnon-?complian\\w+|\\bblame yourself\\b|\\bshame on\\b", "shames", "You failed.",
         "It was hard."},
        {"en", "\\b(?:drug|drinking|kick (?:the|your)|coke|pill) habit\\b", "habit as a name of addiction", "Kick the habit.",
         "A habit loop"},
        {"en", "\\bshould(?:n’t)?\\b|\\bought to\\b", "orders about; say what helps", "You should call.", "You can call."},
        {"en", "\\bjust (?:stop|quit|say no)\\b|\\b(?:stop|quit) cold turkey\\b", "stopping alone can be dangerous", "Just stop.",
         "Talk to your team before you stop."},
        {"en", "\\bstreaks?\\b", "no streaks", "Keep your streak.", "One day is enough."},
        {"en",
         "\\b(?:we|someone|your (?:team|care team)) (?:is|are) (?:always )?watching\\b|\\bwatch(?:es|ing)? over you\\b|\\byou are "
         "never alone\\b",
         "promises that someone watches", "Your team is watching.", "Your team may not see this right away."},
        {"es",
         "\\badict[oa]s?\\b|\\bdrogadict\\w*|\\balcohólic[oa]s?\\b(?<!bebidas alcohólicas)(?<!bebida alcohólica)|\\byonquis?\\b",
         "not the person first", "Un adicto llama.", "Una persona con adicción llama."},
        {"es", "\\b(?:estar|estoy|estás|está|sigue|sigues|mantente|quédate|quedarte|mantenerte) limpi[oa]s?\\b|\\bsuci[oa]s?\\b",
         "speaks of people as clean or dirty", "Estoy limpio.", "No consumo."},
        {"es", "\\breca(?:er|es|e|í|íste|iste|yó|yeron|igo|ído|yendo)\\b", "relapse as a verb", "Si recaes, llama.",
         "Prevención de recaídas"},
        {"es",
         "\\babus(?:o|ar|a|as) de "
         "(?:drogas|alcohol|sustancias)\\b|\\bsustitut\\w+|\\bfracas\\w*|\\bincumpl\\w*|\\bculpables?\\b",
         "shames", "Es un fracaso.", "Fue difícil."},
        {"es", "\\bdeber(?:ías?|íamos|ían)\\b", "orders about; say what helps", "Deberías llamar.",
         "Puedes llamar. No tienes que hacerlo."},
        {"es", "\\busted\\b", "tú, not usted", "Usted puede llamar.", "Puedes llamar."},
        {"es",
         "\\bcomet\\w+ suicidio\\b|\\bsimplemente (?:para|deja)\\b|\\bte (?:están|estamos) (?:viendo|vigilando)\\b|\\bracha\\b",
         "safe messaging", "Quiso cometer suicidio.", "Pensar en el suicidio"},
    };
    return rules;
}

QStringList forbiddenIn(const QString &line, const QString &locale)
{
    static const auto compiled = [] {
        QList<QRegularExpression> list;
        for (const WordingRule &rule : wordingRules())
            list << expression(rule.pattern);
        return list;
    }();
    QStringList found;
    for (qsizetype i = 0; i < compiled.size(); ++i) {
        const WordingRule &rule = wordingRules().at(i);
        const auto match =
            *rule.locale && locale != QLatin1String(rule.locale) ? QRegularExpressionMatch() : compiled.at(i).match(line);
        if (match.hasMatch())
            found << QStringLiteral("“%1”: %2").arg(match.captured(), QString::fromUtf8(rule.why));
    }
    static const QSet<QString> allowed{QStringLiteral("1-800-662-4357")};
    static const QRegularExpression number(
        expression("(?<![\\w-])(?:\\d[-. ])?\\(?\\d{3}\\)?[-. ]\\d{3}[-. ]\\d{4}\\b|(?<![\\w-])\\d{3}[-.]\\d{4}\\b|\\b\\d{5,}\\b"));
    for (auto numbers = number.globalMatch(line); numbers.hasNext();) {
        if (const QString one = numbers.next().captured(); !allowed.contains(one))
            found << QStringLiteral("“%1”: a number to call that is not ours to give").arg(one);
    }
    return found;
}

} // namespace handrail::lint
