// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SkillSearch.h"

#include "care/OwnSheets.h"
#include "content/CrisisWords.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

namespace handrail {

namespace {

constexpr int longestTyped = 100;
constexpr int longestWord = 32;
constexpr int mostAdded = 4; ///< "ing", "ness"
constexpr int likeWord = 4;  ///< what a word costs at least that is only like what was typed
constexpr int noMatch = std::numeric_limits<int>::max();

/// Words that say little: they count only when nothing else was typed.
bool isSmall(const QString &word)
{
    static const QSet<QString> small = [] {
        const QStringList words =
            QStringLiteral("a an the i im my me you your it is am are to of for and or in on at with do dont cant can not no "
                           "so feel feeling now how what when where which who why that this un una el la los las yo mi me tu tus "
                           "es soy estoy de del para por y o en con "
                           "no puedo se siento ahora muy como cuando donde porque que")
                .split(u' ');
        return QSet<QString>(words.cbegin(), words.cend());
    }();
    return small.contains(word);
}

QStringList termsOf(const QString &typed)
{
    QStringList terms = searchWords(typed.left(longestTyped));
    if (std::any_of(terms.cbegin(), terms.cend(), [](const QString &term) { return !isSmall(term); }))
        terms.removeIf(isSmall);
    terms.removeDuplicates();
    return terms;
}

int mistakesAllowed(qsizetype letters)
{
    return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

bool isPlural(QStringView typed, QStringView word)
{
    return word.size() >= 3 && typed.size() == word.size() + 1 && typed.endsWith(u's') && typed.startsWith(word);
}

/// How well a word answers what was typed, the lower the better.
int costOf(QStringView typed, QStringView word)
{
    if (word == typed)
        return 0;
    if (word.startsWith(typed))
        return 1;
    const qsizetype added = typed.size() - word.size();
    if (isPlural(typed, word) || (typed.startsWith(word) && word.size() >= 5 && added <= mostAdded))
        return 2;
    if (typed.size() >= 5 && word.contains(typed))
        return 3;
    const int most = mistakesAllowed(typed.size());
    if (most == 0 || word.size() < 4) // who types "diet" means no shorter word
        return noMatch;
    int apart = lettersApart(typed, word, most);
    // The start of a longer word, with mistakes: as long as what was typed, or one letter more or less.
    for (qsizetype size = typed.size() - 1; apart > most && size <= typed.size() + 1; ++size) {
        if (size < word.size())
            apart = lettersApart(typed, word.first(size), most);
    }
    return apart <= most ? likeWord + apart : noMatch;
}

bool isWordOrStart(const QString &typed, const QString &word)
{
    return typed == word || isPlural(typed, word)
        || (std::min(typed.size(), word.size()) >= 5 && (word.startsWith(typed) || typed.startsWith(word)));
}

bool isThisWord(const QString &typed, const QString &word)
{
    return isWordOrStart(typed, word)
        || (typed.size() >= 5 && word.size() >= 7 && typed.front() == word.front() && lettersApart(typed, word, 1) <= 1);
}

bool saysOneOf(const QList<QStringList> &phrases, const QString &typed, bool (*isSame)(const QString &, const QString &))
{
    const QStringList said = searchWords(typed.left(longestTyped));
    return std::any_of(phrases.cbegin(), phrases.cend(), [&](const QStringList &words) {
        return !words.isEmpty() && std::search(said.cbegin(), said.cend(), words.cbegin(), words.cend(), isSame) != said.cend();
    });
}

} // namespace

QStringList searchWords(const QString &text)
{
    QStringList words;
    QString word;
    const QString decomposed = text.normalized(QString::NormalizationForm_D);
    for (const QChar c : decomposed) {
        if (c.isMark() || c == u'\'' || c == u'’')
            continue; // can't is one word
        if (c.isLetterOrNumber()) {
            word += c.toLower();
        } else if (!word.isEmpty()) {
            words << word;
            word.clear();
        }
    }
    if (!word.isEmpty())
        words << word;
    return words;
}

QList<QStringList> wordsOfEach(const QStringList &phrases)
{
    QList<QStringList> each;
    each.reserve(phrases.size());
    for (const QString &phrase : phrases)
        each << searchWords(phrase);
    return each;
}

bool saysOneOf(const QList<QStringList> &phrases, const QString &typed)
{
    return saysOneOf(phrases, typed, isThisWord);
}

bool saysDanger(const QString &typed)
{
    static const QList<QStringList> phrases = wordsOfEach(crisisWords());
    // Who “OD’d” is not odd.
    static const QRegularExpression past(QStringLiteral("\\bod['’]d\\b"), QRegularExpression::CaseInsensitiveOption);
    return saysOneOf(phrases, typed.left(longestTyped).replace(past, QStringLiteral("od")));
}

bool saysWithdrawal(const QString &typed)
{
    // No clinician has reviewed them yet, and no clinical translator.
    static const QList<QStringList> phrases = wordsOfEach(
        QStringLiteral("withdrawal,withdrawl,withdrawing,detox,cold turkey,dope sick,dopesick,shaking,shaky,the shakes,tremor,"
                       "trembling,sweating,sweats,seeing things,hallucinating,hallucination,seizure,delirium,dts,abstinencia,"
                       "desintoxicación,tiemblo,temblando,temblar,temblores,sudando,sudores,veo cosas,alucino,alucinando,"
                       "alucinaciones,convulsión,convulsiones,delirio")
            .split(u','));
    return saysOneOf(phrases, typed, isWordOrStart); // with one letter changed, "shaking" is "sharing"
}

int lettersApart(QStringView a, QStringView b, int most)
{
    const qsizetype rows = a.size();
    const qsizetype columns = b.size();
    if (std::abs(rows - columns) > most || rows > longestWord || columns > longestWord)
        return most + 1;
    std::array<int, longestWord + 1> before{};
    std::array<int, longestWord + 1> above{};
    std::array<int, longestWord + 1> row{};
    for (qsizetype j = 0; j <= columns; ++j)
        above[size_t(j)] = int(j);
    for (qsizetype i = 1; i <= rows; ++i) {
        row[0] = int(i);
        int least = row[0];
        for (qsizetype j = 1; j <= columns; ++j) {
            const size_t at = size_t(j);
            const bool isSame = a[i - 1] == b[j - 1];
            row[at] = std::min({above[at] + 1, row[at - 1] + 1, above[at - 1] + (isSame ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[at] = std::min(row[at], before[at - 2] + 1);
            least = std::min(least, row[at]);
        }
        if (least > most)
            return most + 1;
        before = above;
        above = row;
    }
    return std::min(above[size_t(columns)], most + 1);
}

SkillSearch::SkillSearch(QList<SearchEntry> entries)
    : m_entries(std::move(entries))
{
    QHash<QString, qsizetype> known;
    const auto add = [&](const QString &text, int entry, int field) {
        for (const QString &written : text.split(u' ', Qt::SkipEmptyParts)) {
            for (const QString &folded : searchWords(written)) {
                const auto found = known.constFind(folded);
                const qsizetype at = found != known.cend() ? *found : m_words.size();
                if (found == known.cend()) {
                    known.insert(folded, at);
                    m_words << Word{folded, searchWords(written).size() == 1 ? written : folded, {}, false};
                }
                m_words[at].isShared = m_words.at(at).isShared || field == 3;
                QList<Place> &places = m_words[at].places;
                if (places.isEmpty() || places.constLast().entry != entry) // the title comes first and counts most
                    places << Place{entry, field};
            }
        }
    };
    for (int i = 0; i < m_entries.size(); ++i) {
        add(m_entries.at(i).title, i, 0);
        add(m_entries.at(i).note, i, 1);
        for (const QString &words : m_entries.at(i).words)
            add(words, i, 2);
        for (const QString &words : m_entries.at(i).alike)
            add(words, i, 3);
    }
}

QList<SearchHit> SkillSearch::find(const QString &typed) const
{
    const QStringList terms = termsOf(typed);
    if (terms.isEmpty() || m_entries.isEmpty())
        return {};

    struct Tally {
        int count = 0;
        int cost = 0;
    };
    const size_t count = size_t(m_entries.size());
    std::vector<Tally> same(count);
    std::vector<Tally> like(count);
    std::vector<int> best(count);
    for (const QString &term : terms) {
        std::fill(best.begin(), best.end(), noMatch);
        for (const Word &word : m_words) {
            const int cost = costOf(term, word.folded);
            if (cost == noMatch)
                continue;
            // Who types "slep" means no "step", though that is in a title.
            const int unlikely = (cost < likeWord || word.isShared) ? 0 : 4;
            for (const Place &place : word.places)
                best[size_t(place.entry)] = std::min(best[size_t(place.entry)], cost * 8 + unlikely + place.field);
        }
        const bool isThere = *std::min_element(best.cbegin(), best.cend()) < likeWord * 8;
        for (size_t i = 0; i < count; ++i) {
            if (best[i] == noMatch || (isThere && best[i] >= likeWord * 8)) // "homeless" is not "hopeless"
                continue;
            Tally &tally = (isThere ? same : like)[i];
            tally.cost += best[i];
            ++tally.count;
        }
    }
    int most = 0;
    for (size_t i = 0; i < count; ++i)
        most = std::max(most, same[i].count + like[i].count);
    QList<SearchHit> found;
    for (size_t i = 0; most > 0 && i < count; ++i) {
        if (const int has = same[i].count + like[i].count; has > 0)
            found << SearchHit{int(i), has == most};
    }
    // Beside a word that is there, one that is only like another says nothing: "wife" is not "wise".
    const auto placeOf = [&](const SearchHit &hit) {
        const size_t i = size_t(hit.entry);
        const bool isLike = same[i].count == 0;
        return std::tuple(-same[i].count, isLike ? -like[i].count : 0, isLike ? like[i].cost : same[i].cost,
                          m_entries.at(hit.entry).id == afterSlipSkill);
    };
    std::stable_sort(found.begin(), found.end(), [&](const SearchHit &a, const SearchHit &b) { return placeOf(a) < placeOf(b); });
    return found;
}

QString SkillSearch::nearest(const QString &typed) const
{
    const QStringList terms = termsOf(typed);
    if (terms.size() != 1 || terms.constFirst().size() < 4)
        return {};
    const QString &term = terms.constFirst();
    const int most = mistakesAllowed(term.size()) + 1;
    QString nearest;
    std::pair least{most + 1, false}; // how far it is, and of as near ones first what people call a need
    for (const Word &word : m_words) {
        if (word.folded.size() < 4)
            continue;
        const std::pair apart{lettersApart(term, word.folded, most), !word.isShared};
        if (apart < least) {
            least = apart;
            nearest = word.written;
        }
    }
    return nearest;
}

QStringList searchWordsOf(Need need)
{
    switch (need) {
    case Need::Craving:
        return {QStringLiteral("craving urge crave want drink drinking use using trigger ansia ganas antojo beber consumir deseo")};
    case Need::Anxious:
        return {QStringLiteral("anxious anxiety worry worried panic stress stressed nervous scared fear ansiedad ansioso ansiosa "
                               "nervios miedo panico estres preocupado preocupada asustado asustada")};
    case Need::Sleep:
        return {QStringLiteral(
            "sleep asleep insomnia night awake bed tired rest dormir sueno insomnio noche cama cansado cansada descansar")};
    case Need::Angry:
        return {QStringLiteral("angry anger mad rage fight upset enojo enojado enojada ira rabia furioso furiosa pelea")};
    case Need::Lonely: return {QStringLiteral("lonely alone lonesome miss friends people soledad solo sola amigos gente")};
    case Need::Low:
        return {QStringLiteral("low sad depressed down blue hopeless mood shame guilt triste tristeza deprimido deprimida bajo "
                               "baja animo verguenza avergonzado avergonzada culpa")};
    case Need::Pain: return {QStringLiteral("pain hurt hurts ache sore body dolor duele cuerpo")};
    case Need::Bored:
        return {QStringLiteral("bored boring boredom restless nothing aburrido aburrida aburrimiento nada inquieto inquieta")};
    }
    return {};
}

} // namespace handrail
