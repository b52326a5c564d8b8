// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/SkillUse.h"
#include "content/ContentLibrary.h"
#include "core/Clock.h"
#include "view/DoneReport.h"
#include "view/Preferences.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>
#include <chrono>
#include <optional>

namespace handrail {

/// One skill that is open: its words, its exercise, how it felt before and after. The page gives it to the player of its kind.
///
/// States: Closed, open(): Running | Missing (no such text, or it cannot be read); Running, finish(), goOn() or end(): After; After, again():
/// Running; any, close(): Closed. The lock closes it. A use goes into the history when it ends; what is said afterwards is added at once.
class SkillView final : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(SkillView)
    QML_UNCREATABLE("Given by Skills")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString id READ id NOTIFY opened)
    Q_PROPERTY(QString title READ title NOTIFY opened)
    Q_PROPERTY(QString use READ use NOTIFY opened)
    Q_PROPERTY(QString iconName READ iconName NOTIFY opened)
    Q_PROPERTY(int minutes READ minutes NOTIFY opened)
    Q_PROPERTY(QString modality READ modality NOTIFY opened)
    Q_PROPERTY(bool isRated READ isRated NOTIFY opened)
    Q_PROPERTY(QString about READ about NOTIFY opened)
    Q_PROPERTY(QStringList cautions READ cautions NOTIFY opened)
    Q_PROPERTY(bool isPlayed READ isPlayed NOTIFY opened)
    Q_PROPERTY(bool isCautionDue READ isCautionDue NOTIFY cautionsChanged)
    Q_PROPERTY(QStringList steps READ steps NOTIFY opened)
    Q_PROPERTY(QString kind READ kind NOTIFY opened)
    Q_PROPERTY(QVariantMap script READ script NOTIFY opened)
    Q_PROPERTY(QString afterwards READ afterwards NOTIFY stateChanged)
    Q_PROPERTY(QString next READ next NOTIFY stateChanged)
    Q_PROPERTY(QString nextTitle READ nextTitle NOTIFY stateChanged)
    Q_PROPERTY(QString origin READ origin NOTIFY opened)
    Q_PROPERTY(bool isFavourite READ isFavourite NOTIFY choicesChanged)
    Q_PROPERTY(bool isHidden READ isHidden NOTIFY choicesChanged)
    Q_PROPERTY(int before READ before NOTIFY ratingsChanged)
    Q_PROPERTY(int after READ after NOTIFY ratingsChanged)
    Q_PROPERTY(Help help READ help NOTIFY ratingsChanged)
    Q_PROPERTY(QString changeText READ changeText NOTIFY ratingsChanged)
    Q_PROPERTY(QString problemText READ problemText NOTIFY problemChanged)
    Q_PROPERTY(handrail::DoneReport *report READ report CONSTANT)

public:
    enum State { Closed, Missing, Running, After };
    Q_ENUM(State)
    enum Help { Unsaid, Helped, DidNotHelp };
    Q_ENUM(Help)

    SkillView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent = nullptr);

    /// The texts from the next open() on; ours alone until then.
    void setTexts(LibraryIn texts) { m_texts = std::move(texts); }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString id() const { return m_id; }
    [[nodiscard]] QString title() const { return m_text.title; }
    [[nodiscard]] QString use() const { return m_text.use; }
    [[nodiscard]] QString iconName() const { return m_text.icon; }
    [[nodiscard]] int minutes() const { return m_text.minutes; }
    [[nodiscard]] QString modality() const;                       ///< in words: "Mindfulness"
    [[nodiscard]] bool isRated() const { return m_text.isRated; } ///< how strong it feels is asked; some are of no feeling
    [[nodiscard]] QString about() const;                          ///< plain text, paragraphs with an empty line between them
    [[nodiscard]] QStringList cautions() const { return m_text.cautions; }
    /// It plays, on a clock or in turns: its cautions have no place of their own in it.
    [[nodiscard]] bool isPlayed() const;
    /// They stand beside it, and it begins without holding: of a skill that plays and was never used here nor read of. A timer with a check
    /// says them there, before it begins.
    [[nodiscard]] bool isCautionDue() const;
    [[nodiscard]] QStringList steps() const { return m_text.steps; }
    [[nodiscard]] QString language() const { return m_text.language; } ///< BCP 47, of its words
    [[nodiscard]] QString kind() const; ///< "breath", "wave" ... as scripts name it; empty when none is open
    /// A kind word for after it; empty when it was ended before its end, for then not each of them is true.
    [[nodiscard]] QString afterwards() const { return m_isWhole ? m_text.afterwards : QString(); }
    [[nodiscard]] QString next() const { return m_next; } ///< the skill that After leads on to; empty: none
    [[nodiscard]] QString nextTitle() const;
    [[nodiscard]] QString origin() const; ///< who reviewed it and when, and its sources
    /// What its player runs. It stays until opened() comes: with another skill, or with the same one in another language.
    [[nodiscard]] const Exercise &exercise() const { return m_text.exercise; }
    /// The exercise as pages take it, of the kinds whose player needs no more: choose {ask, options: {say, act, isHelp, skill, skillTitle}},
    /// cards {cards: {front, hint, canAnswerOwn, answers: {say, reply, isBest}}}, reach-out {ask, messages, calling}. `skill` is empty where it ends.
    [[nodiscard]] QVariantMap script() const { return m_script; }
    [[nodiscard]] bool isFavourite() const { return m_choices.favourites.contains(m_id); }
    [[nodiscard]] bool isHidden() const { return m_choices.hidden.contains(m_id); }
    [[nodiscard]] int before() const { return m_use.before.value_or(-1); } ///< 0 to 10; -1: not said
    [[nodiscard]] int after() const { return m_use.after.value_or(-1); }
    [[nodiscard]] Help help() const;
    [[nodiscard]] QString changeText() const;                           ///< "6 before, 3 now"; empty unless both were said
    [[nodiscard]] QString problemText() const { return m_problemText; } ///< why the last thing could not be kept
    [[nodiscard]] DoneReport *report() { return &m_report; }            ///< after it: whether the clinic hears of it

    /// The skill as it is now; one that runs begins anew.
    Q_INVOKABLE void open(const QString &id);
    Q_INVOKABLE void close();
    Q_INVOKABLE void noteRead(); ///< the cautions
    Q_INVOKABLE void finish();   ///< its end was reached
    /// Its end was reached, and it leads on to the skill `next`. False where the clinic asked for this one and has not heard of it: then the
    /// page after it comes first, which has the switch, and the way on.
    [[nodiscard]] Q_INVOKABLE bool goOn(const QString &next);
    Q_INVOKABLE void end(); ///< the person ended it before
    Q_INVOKABLE void again();
    Q_INVOKABLE void setBefore(int value); ///< 0 to 10; anything else takes it back
    Q_INVOKABLE void setAfter(int value);
    Q_INVOKABLE void setHelp(handrail::SkillView::Help help);
    Q_INVOKABLE void setFavourite(bool isFavourite);
    Q_INVOKABLE void setHidden(bool isHidden);
    /// What is written to somebody but not sent yet. It outlives the page, for who gets it may be chosen on another; it goes when the skill
    /// ends, with the lock and with a sign-out, and is never kept on the disk.
    Q_INVOKABLE void keepMessage(const QString &text);
    [[nodiscard]] Q_INVOKABLE QString message() const { return m_message.value(m_id); }

Q_SIGNALS:
    void opened();
    void cautionsChanged();
    void stateChanged();
    void ratingsChanged();
    void choicesChanged();
    void problemChanged();
    void used(); ///< the history has changed

private:
    void read();
    [[nodiscard]] bool wasUsed() const;
    void setState(State state);
    void readChoices();
    void stop(bool isWhole, const QString &next = {});
    void keepUse();
    bool settle(const Result<void> &kept);

    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    LibraryIn m_texts = builtInLibrary;
    DoneReport m_report;
    State m_state = Closed;
    QString m_id;
    SkillText m_text;
    QVariantMap m_script;
    SkillChoices m_choices;
    SkillUse m_use;        ///< `at` is valid once it ended
    QSet<QString> m_known; ///< whose cautions were read, or that were used, by m_knower
    Identity m_knower;
    bool m_isWhole = false; ///< it came to its end
    QString m_next;
    std::chrono::milliseconds m_began{};
    QString m_problemText;
    QHash<QString, QString> m_message; ///< by skill
};

} // namespace handrail
