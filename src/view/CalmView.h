// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/ContentLibrary.h"
#include "view/Preferences.h"
#include "view/TimedPlayer.h"
#include "view/TurnsView.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <optional>

namespace handrail {

/// What Help now offers to calm down: a few of the skills that come with the app. It knows no account, no store and no network, so it runs signed
/// out, locked, offline and with a store that is broken; it keeps nothing and tells nobody (design clinical 6.1). While somebody is in, what their
/// clinic withdrew is left out, and what it put in the place of ours is taken where it plays by the clock without a question, or counts.
class CalmView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QVariantList skills READ skills NOTIFY wordsChanged)
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY opened)
    Q_PROPERTY(QStringList cautions READ cautions NOTIFY opened)
    Q_PROPERTY(QString afterwards READ afterwards NOTIFY opened)
    Q_PROPERTY(bool isCounting READ isCounting NOTIFY opened)
    Q_PROPERTY(QString say READ say NOTIFY changed)
    Q_PROPERTY(QString line READ line NOTIFY changed)
    Q_PROPERTY(int seconds READ seconds NOTIFY changed)
    Q_PROPERTY(qreal fraction READ fraction NOTIFY changed)
    Q_PROPERTY(QString leftText READ leftText NOTIFY changed)
    Q_PROPERTY(QString leftSpoken READ leftSpoken NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int found READ found NOTIFY changed)

public:
    enum State { Closed, Running, Paused, Over };
    Q_ENUM(State)

    /// All must outlive it.
    CalmView(const Clock &clock, Haptics &haptics, ScreenAwake &screen, const Preferences &preferences, QObject *parent = nullptr);

    /// Where the texts come from while somebody is in; none: ours alone, from now on. Theirs are taken up in a second, for nothing of this may hold
    /// up what comes after a sign-in or a PIN.
    void setTexts(LibraryIn texts);

    /// A list of {id, title, use, iconName}.
    [[nodiscard]] QVariantList skills() const;
    [[nodiscard]] State state() const;
    /// Somebody can see it; when nobody can, it waits.
    [[nodiscard]] bool isShown() const { return m_timed.isShown(); }
    void setShown(bool isShown);
    [[nodiscard]] QString title() const { return m_text.title; }
    [[nodiscard]] QStringList cautions() const { return m_text.cautions; }
    [[nodiscard]] QString afterwards() const { return m_text.afterwards; }
    [[nodiscard]] bool isCounting() const
    {
        return std::holds_alternative<CountExercise>(m_text.exercise);
    } ///< else it goes by the clock
    [[nodiscard]] QString say() const { return isCounting() ? m_turns.say() : m_timed.say(); }
    [[nodiscard]] QString line() const { return isCounting() ? m_turns.examples() : m_timed.line(); }
    [[nodiscard]] int seconds() const { return m_timed.seconds(); } ///< left of the phase
    [[nodiscard]] qreal fraction() const { return m_timed.phaseFraction(); }
    [[nodiscard]] QString leftText() const { return m_timed.leftText(); }
    [[nodiscard]] QString leftSpoken() const { return m_timed.leftSpoken(); }
    [[nodiscard]] int count() const { return m_turns.count(); } ///< how many to find
    [[nodiscard]] int found() const { return m_turns.found(); }

    /// Begins it; an id that is none of skills() closes what is open.
    Q_INVOKABLE void open(const QString &id);
    Q_INVOKABLE void again();
    Q_INVOKABLE void close();
    Q_INVOKABLE void pause() { m_timed.pause(); }
    Q_INVOKABLE void resume() { m_timed.resume(); }
    Q_INVOKABLE void tap() { m_turns.tap(); } ///< one more is found
    Q_INVOKABLE void next();                  ///< leaves this step or round out
    /// What the time has brought.
    void look() { m_timed.look(); }

Q_SIGNALS:
    void wordsChanged();
    void opened();
    void changed();

private:
    [[nodiscard]] std::optional<SkillText> textOf(const QString &id) const;
    void begin();
    void finish();

    const Preferences &m_preferences;
    TimedPlayer m_timed;
    TurnsView m_turns;
    LibraryIn m_texts;
    LibraryIn m_coming; ///< in the place of m_texts, once m_soon is over
    QTimer m_soon;
    SkillText m_text; ///< without an id: none is open
    bool m_isOver = false;
    mutable QVariantList m_skills; ///< read when first asked for
};

} // namespace handrail
