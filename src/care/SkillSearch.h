// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/Skills.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace handrail {

/// Something that can be found.
struct SearchEntry {
    QString id;
    QString title;
    QString note;           ///< shown below the title, and searched
    QStringList words;      ///< searched as well: the same in another language, what people call it
    QStringList alike = {}; ///< and what it has in common with others; it counts least
};

struct SearchHit {
    int entry = 0;
    bool hasMost = false; ///< none has more of the words, like ones counted
};

/// Finds entries by what somebody typed, without a network. Forgiving: accents and capitals do not matter, the start of a word is enough, and
/// a word of 4 letters may have one wrong, one of 8 two; two that changed places count as one. Of 5 letters on they may also be the middle of a
/// word, and a word may go on: "breathing" finds "breath". Made once for a list; each question costs one look at every different word of it.
class SkillSearch
{
public:
    SkillSearch() = default;
    explicit SkillSearch(QList<SearchEntry> entries);

    [[nodiscard]] const QList<SearchEntry> &entries() const { return m_entries; }
    /// What was found, the best first: what has most of the words, then what has fewer. For a word that is nowhere, like ones count, of as like
    /// ones first those that entries have in common; what has only such is last. Small words ("I", "the", "no") count only when there are no
    /// others. Of those that fit as well, what comes after a slip is the last. Empty for nothing typed.
    [[nodiscard]] QList<SearchHit> find(const QString &typed) const;
    /// What may have been meant by one word, small ones aside, where nothing is found: a word of the entries, as it is written there; empty when
    /// none is near.
    [[nodiscard]] QString nearest(const QString &typed) const;

private:
    struct Place {
        int entry = 0;
        int field = 0; ///< 0 title, 1 note, 2 words, 3 alike
    };
    struct Word {
        QString folded;
        QString written;
        QList<Place> places;
        bool isShared = false; ///< somewhere it is what an entry has in common with others: what people call a need
    };

    QList<SearchEntry> m_entries;
    QList<Word> m_words; ///< each once, in the order in which they come
};

/// Lower case without accents, in words.
[[nodiscard]] QStringList searchWords(const QString &text);
/// What people call this, in English and Spanish, besides its name. Searched, never shown.
[[nodiscard]] QStringList searchWordsOf(Need need);
/// Each phrase in its words, for saysOneOf().
[[nodiscard]] QList<QStringList> wordsOfEach(const QStringList &phrases);
/// Whether one of `phrases` is in what was typed, its words one after the other. A word of 3 letters may have an s at its end; of one
/// of 5 the first 5 are enough; one of 7 may have one wrong, but for the first.
[[nodiscard]] bool saysOneOf(const QList<QStringList> &phrases, const QString &typed);
/// Who types this may be in danger: one of crisisWords() is in it.
[[nodiscard]] bool saysDanger(const QString &typed);
/// Who types this may be in withdrawal, of which some signs need a doctor at once.
[[nodiscard]] bool saysWithdrawal(const QString &typed);
/// Letters to add, take away, change or swap with the next, up to `most`; most + 1 when it is more.
[[nodiscard]] int lettersApart(QStringView a, QStringView b, int most);

} // namespace handrail
