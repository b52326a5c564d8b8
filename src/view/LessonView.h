// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "content/Lessons.h"
#include "core/Clock.h"
#include "ports/Browser.h"
#include "ports/ReadAloud.h"
#include "view/DoneReport.h"
#include "view/LearnView.h"
#include "view/Preferences.h"

#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// One lesson, or the quiz of a module, a card at a time. The place is kept at each card, so that it can be left anywhere; of whoever is not
/// signed in nothing is kept.
///
///   Closed   nothing is open
///   Missing  there is no such text, or not for this person
///   Reading  a card shows; next() after the last one leads to the end, whatever was answered
///   End      what it leads to, its sources and who reviewed it
///
/// open(): Reading | Missing. When the texts change, it goes on at the same card, or at the last one that there is. The lock closes it.
class LessonView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY cardChanged)
    Q_PROPERTY(bool isQuiz READ isQuiz NOTIFY cardChanged)
    Q_PROPERTY(QString title READ title NOTIFY cardChanged)
    Q_PROPERTY(QString languageNote READ languageNote NOTIFY cardChanged)
    Q_PROPERTY(int card READ card NOTIFY cardChanged)
    Q_PROPERTY(int cardCount READ cardCount NOTIFY cardChanged)
    Q_PROPERTY(QString cardTitle READ cardTitle NOTIFY cardChanged)
    Q_PROPERTY(QVariantList blocks READ blocks NOTIFY cardChanged)
    Q_PROPERTY(QString ask READ ask NOTIFY cardChanged)
    Q_PROPERTY(QStringList answers READ answers NOTIFY cardChanged)
    Q_PROPERTY(int chosen READ chosen NOTIFY answered)
    Q_PROPERTY(QString reply READ reply NOTIFY answered)
    Q_PROPERTY(bool isBest READ isBest NOTIFY answered)
    Q_PROPERTY(QVariantList ahead READ ahead NOTIFY cardChanged)
    Q_PROPERTY(QStringList sources READ sources NOTIFY cardChanged)
    Q_PROPERTY(QString reviewText READ reviewText NOTIFY cardChanged)
    Q_PROPERTY(bool canReadAloud READ canReadAloud NOTIFY cardChanged)
    Q_PROPERTY(bool isSpeaking READ isSpeaking NOTIFY speakingChanged)
    Q_PROPERTY(QString problemText READ problemText NOTIFY problemChanged)
    Q_PROPERTY(handrail::DoneReport *report READ report CONSTANT)

public:
    enum State { Closed, Missing, Reading, End };
    Q_ENUM(State)

    /// `voice` may be null.
    LessonView(Account &account, const Clock &clock, const Preferences &preferences, LearnView &learn, Browser &browser,
               ReadAloud *voice, QObject *parent = nullptr);
    ~LessonView() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isQuiz() const { return m_isQuiz; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString languageNote() const { return m_languageNote; }
    [[nodiscard]] int card() const { return m_card; } ///< from 0
    [[nodiscard]] int cardCount() const { return int(m_cards.size()); }
    [[nodiscard]] QString cardTitle() const;
    /// Of maps: kind "words" {text, bold}, "list" {items of {mark, text, bold, depth}}, "drawing" {name, says}, "links" {links of {kind, id, text,
    /// host}}. `bold` is a flat list: where it begins, how long, and so on.
    [[nodiscard]] QVariantList blocks() const { return m_blocks; }
    [[nodiscard]] QString ask() const; ///< the quick check of this card; empty: it has none
    [[nodiscard]] QStringList answers() const;
    [[nodiscard]] int chosen() const { return m_chosen; } ///< -1: none
    [[nodiscard]] QString reply() const;
    [[nodiscard]] bool isBest() const;
    /// At the end: {kind "lesson" | "quiz" | "skill", id, title, note}.
    [[nodiscard]] QVariantList ahead() const { return m_ahead; }
    [[nodiscard]] QStringList sources() const { return m_origin.sources; }
    [[nodiscard]] QString reviewText() const;
    [[nodiscard]] bool canReadAloud() const;
    [[nodiscard]] bool isSpeaking() const { return m_isSpeaking; }
    [[nodiscard]] QString problemText() const { return m_problemText; } ///< the place could not be kept; reading goes on
    [[nodiscard]] DoneReport *report() { return &m_report; }            ///< at the end of a lesson: whether the clinic hears of it

    // What is open already stays as it is: its page may have been away for a while.
    Q_INVOKABLE void openLesson(const QString &id);
    Q_INVOKABLE void openQuiz(const QString &module);
    Q_INVOKABLE void close();
    Q_INVOKABLE void next(); ///< nothing at the end
    Q_INVOKABLE bool back(); ///< false on the first card
    Q_INVOKABLE void restart();
    Q_INVOKABLE void choose(int answer); ///< as often as one likes
    Q_INVOKABLE void readAloud();        ///< or stops
    /// Opens an https address of this very card; nothing else.
    Q_INVOKABLE bool openWeb(const QString &address);

    /// Stops reading aloud: something else shows, or is in front.
    void hush();

Q_SIGNALS:
    void cardChanged();
    void answered();
    void speakingChanged();
    void problemChanged();

private:
    void open(const QString &id, bool isQuiz);
    [[nodiscard]] bool read();
    [[nodiscard]] bool readLesson();
    [[nodiscard]] bool readQuiz();
    void show(int card);
    void finish();
    void makeBlocks();
    void makeAhead();
    void addAheadSkills(const QStringList &ids);
    void keep(const Result<void> &kept);
    [[nodiscard]] const Question *question() const;
    [[nodiscard]] QVariantList linksOf(const Runs &runs) const;
    [[nodiscard]] QString spoken() const;

    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    LearnView &m_learn;
    Browser &m_browser;
    ReadAloud *m_voice;
    DoneReport m_report;
    State m_state = Closed;
    bool m_isQuiz = false;
    bool m_isKept = false; ///< somebody is signed in, whose place it is
    QString m_id;
    QString m_module;
    QString m_title;
    QString m_language;
    QString m_languageNote;
    QList<Card> m_cards;
    QStringList m_skills;
    Origin m_origin;
    int m_card = 0;
    int m_chosen = -1;
    QVariantList m_blocks;
    QVariantList m_ahead;
    bool m_isSpeaking = false;
    int m_speaking = 0; ///< which speaking it is; an end of an earlier one says nothing
    QString m_problemText;
};

} // namespace handrail
