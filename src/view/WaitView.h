// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/ExercisePlay.h"
#include "care/KeptWait.h"
#include "ports/Notifier.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <functional>

namespace handrail {

class MinuteTimer;
class SkillView;

/// Plays a `wait`. It goes on while its page is closed, the app is away, locked or ended, or the device sleeps; when it is over and nobody sees
/// it, a notification in neutral words says so, unless the app has ended. While it is seen a timer shows each second; unseen, one timer waits for the end, and the turn of
/// a minute notices a device that slept.
class WaitView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY stateChanged)
    Q_PROPERTY(QString say READ say NOTIFY begun)
    Q_PROPERTY(QString choose READ choose NOTIFY begun)
    Q_PROPERTY(QStringList suggestions READ suggestions NOTIFY begun)
    Q_PROPERTY(int picked READ picked NOTIFY pickedChanged)
    Q_PROPERTY(QVariantList lengths READ lengths NOTIFY begun)
    Q_PROPERTY(int minutes READ minutes NOTIFY begun)
    Q_PROPERTY(QString leftText READ leftText NOTIFY ticked)
    Q_PROPERTY(QString leftSpoken READ leftSpoken NOTIFY ticked)
    Q_PROPERTY(QString totalText READ totalText NOTIFY ticked)
    Q_PROPERTY(qreal fraction READ fraction NOTIFY ticked)
    Q_PROPERTY(bool canGoLonger READ canGoLonger NOTIFY ticked)
    Q_PROPERTY(QString afterSay READ afterSay NOTIFY begun)
    Q_PROPERTY(QStringList answers READ answers NOTIFY begun)

public:
    enum State { Idle, Running, Paused, Over };
    Q_ENUM(State)

    WaitView(const Clock &clock, Notifier &notifier, MinuteTimer &minute, QObject *parent = nullptr);

    /// Where it is kept, so that it outlives the app; null while nothing is open. Without it a wait lives in memory alone.
    void setRecords(std::function<Records *()> records) { m_records = std::move(records); }

    [[nodiscard]] State state() const { return State(m_play.state()); }
    /// Somebody looks at its page.
    [[nodiscard]] bool isShown() const { return m_isShown; }
    void setShown(bool isShown);
    [[nodiscard]] QString skillId() const { return m_skillId; } ///< whose wait it is; empty: none
    [[nodiscard]] QString say() const { return m_exercise.say; }
    [[nodiscard]] QString choose() const { return m_exercise.choose; }
    [[nodiscard]] QStringList suggestions() const { return m_exercise.suggestions; }
    [[nodiscard]] int picked() const { return m_picked; } ///< of the suggestions; -1: none
    [[nodiscard]] QVariantList lengths() const;
    [[nodiscard]] int minutes() const { return m_minutes; }
    [[nodiscard]] QString leftText() const;
    [[nodiscard]] QString leftSpoken() const;
    [[nodiscard]] QString totalText() const;
    [[nodiscard]] qreal fraction() const; ///< what is left, 1 to 0
    [[nodiscard]] bool canGoLonger() const { return m_play.canGoLonger(); }
    [[nodiscard]] QString afterSay() const { return m_exercise.afterSay; }
    [[nodiscard]] QStringList answers() const;

    void begin(const QString &skillId, const WaitExercise &exercise);
    /// Begins the wait of the skill, or finds it as far as it is, also one that an earlier run of the app began. Without a skill nothing changes.
    Q_INVOKABLE void open(const handrail::SkillView *skill);
    /// A wait that an earlier run of the app began and that is not over tells its end in this one, too, though nobody opens its page.
    void goOn();
    Q_INVOKABLE void pick(int suggestion); ///< what was picked: takes it back
    Q_INVOKABLE void pause();
    Q_INVOKABLE void resume();
    Q_INVOKABLE void goLonger();
    /// Anew, with this length.
    Q_INVOKABLE void setMinutes(int minutes);
    /// The answer to the question at the end, by its place.
    Q_INVOKABLE void answer(int index);
    /// The person ends it.
    Q_INVOKABLE void end();
    /// Nothing of it stays in memory, nothing is said: somebody else may come.
    void forget();
    /// What the time has brought.
    void look();
    [[nodiscard]] bool isTicking() const { return m_timer.isActive(); }

Q_SIGNALS:
    void begun();
    void stateChanged();
    void pickedChanged();
    void ticked();
    void finished();                    ///< the time was over, and an answer ends it
    void ended();                       ///< the person ended it before
    void skillAsked(const QString &id); ///< the answer leads on to another skill

private:
    void restart();
    [[nodiscard]] std::optional<KeptWait> keptBefore() const;
    void restore(const KeptWait &kept, const WaitExercise &exercise);
    void keep();
    /// It is over for good: nothing of it stays on the disk, either.
    void drop();
    void settle();
    void withdraw();

    WaitPlay m_play;
    const Clock &m_clock;
    std::function<Records *()> m_records = [] { return nullptr; };
    Notifier &m_notifier;
    QTimer m_timer;
    QString m_skillId;
    WaitExercise m_exercise;
    WaitPlay::State m_seen = WaitPlay::State::Idle;
    int m_minutes = 0;
    int m_picked = -1;
    bool m_isShown = false;
    bool m_isTold = false; ///< a notification of it may still be there
};

} // namespace handrail
