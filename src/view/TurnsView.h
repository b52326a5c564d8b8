// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/TurnPlay.h"
#include "ports/Haptics.h"
#include "ports/ReadAloud.h"
#include "ports/ScreenAwake.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class SkillView;

/// Plays what goes at the person's own pace: `steps` (cards that are turned) and `count` (things that are found). While it is
/// seen the screen stays on, and where the system has a voice it can say the words, when the person asks for that. Nothing runs while nobody sees it.
class TurnsView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY changed)
    Q_PROPERTY(int place READ place NOTIFY changed)
    Q_PROPERTY(int places READ places NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString say READ say NOTIFY changed)
    Q_PROPERTY(bool isRested READ isRested NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int found READ found NOTIFY changed)
    Q_PROPERTY(QString examples READ examples NOTIFY changed)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed)
    Q_PROPERTY(bool canSpeak READ canSpeak NOTIFY changed)
    Q_PROPERTY(bool isVoiceOn READ isVoiceOn WRITE setVoiceOn NOTIFY changed)

public:
    /// The clock and the ports must outlive it. `voice` may be null.
    TurnsView(const Clock &clock, Haptics &haptics, ScreenAwake &screen, ReadAloud *voice = nullptr, QObject *parent = nullptr);
    ~TurnsView() override;

    [[nodiscard]] bool isShown() const { return m_isShown; }
    void setShown(bool isShown);
    /// Something else is in front, a call for example: the voice is silent, and the screen may go dark.
    void setInFront(bool isInFront);
    [[nodiscard]] int place() const; ///< of the card or round, from 1
    [[nodiscard]] int places() const;
    [[nodiscard]] QString title() const; ///< steps: of the card
    [[nodiscard]] QString say() const;
    [[nodiscard]] bool isRested() const { return m_isCounting || m_cards.isRested(); } ///< steps: Next can be suggested
    [[nodiscard]] int count() const { return m_count.now().count; }                    ///< count: how many to find
    [[nodiscard]] int found() const { return m_count.found(); }
    [[nodiscard]] QString examples() const { return m_count.now().examples.join(QStringLiteral(", ")); }
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] bool canSpeak() const { return m_voice && m_voice->canSpeak(); }
    /// Each card or round is said aloud as it comes: off until the person turns it on.
    [[nodiscard]] bool isVoiceOn() const { return m_isVoiceOn; }
    void setVoiceOn(bool isOn);

    void begin(const Exercise &exercise);
    /// Begins the exercise of the skill. One that is open stays at its card, in the words that the skill has now; so does one whose place was
    /// kept.
    Q_INVOKABLE void open(const handrail::SkillView *skill);
    Q_INVOKABLE void close();
    /// The lock falls: where it stands is kept in memory for the next open(). Nothing of the person is in it.
    void keepPlace() { m_isKept = m_isOpen; }
    /// Somebody else may come.
    void forgetPlace() { m_isKept = false; }
    /// The next card; the next round, found or not.
    Q_INVOKABLE void next();
    /// The card before; the last thing that was found.
    Q_INVOKABLE void back();
    /// One more is found.
    Q_INVOKABLE void tap();
    void look();
    [[nodiscard]] bool isTicking() const { return m_timer.isActive(); }

Q_SIGNALS:
    void changed();
    void finished();

private:
    void settle();
    void stayAwake();
    void speak();
    void hush();

    StepsPlay m_cards;
    CountPlay m_count;
    Haptics &m_haptics;
    ScreenAwake &m_screen;
    ReadAloud *m_voice;
    QTimer m_timer;
    QTimer m_left;      ///< nobody has touched it for long
    QString m_skillId;  ///< whose exercise it is
    QString m_language; ///< BCP 47, of the words
    int m_said = -1;    ///< the card or round that was said aloud
    bool m_isAwake = false;
    bool m_isVoiceOn = false;
    bool m_isInFront = true;
    bool m_isCounting = false;
    bool m_isOpen = false;
    bool m_isKept = false;
    bool m_isShown = true;
};

} // namespace handrail
