// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/ExercisePlay.h"
#include "ports/Haptics.h"
#include "ports/Notifier.h"
#include "ports/ReadAloud.h"
#include "ports/ScreenAwake.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <functional>
#include <optional>

namespace handrail {

class Preferences;
class Records;
class SkillView;

/// Plays a `breath`, a `wave` or a `timer`. One timer, to the next second that shows, and only while time passes: paused, hidden or over
/// nothing runs, and the screen may go dark. The bell of a script is a pulse for the hand and a sign on the screen. Where the system has a voice
/// it can say the words: when the person asks for that, and by itself in what is done with the eyes closed or the phone away.
///
/// A timer that goes on (a walk) does so with the phone in a pocket, under the lock and over an end of the app: unseen it wakes with each step
/// alone, for the pulse, is silent, and when it is over a notification in neutral words says so. Who closes its page has ended it.
class TimedPlayer final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY stateChanged)
    Q_PROPERTY(QString say READ say NOTIFY phaseChanged)
    Q_PROPERTY(QString line READ line NOTIFY phaseChanged)
    Q_PROPERTY(int step READ step NOTIFY phaseChanged)
    Q_PROPERTY(int steps READ steps NOTIFY phaseChanged)
    Q_PROPERTY(bool isBell READ isBell NOTIFY ticked)
    Q_PROPERTY(QString cautions READ cautions NOTIFY phaseChanged)
    Q_PROPERTY(QString check READ check NOTIFY begun)
    Q_PROPERTY(qreal level READ level NOTIFY moved)
    Q_PROPERTY(qreal levelAtEnd READ levelAtEnd NOTIFY moved)
    Q_PROPERTY(int phaseLeft READ phaseLeft NOTIFY moved)
    Q_PROPERTY(QString secondsText READ secondsText NOTIFY ticked)
    Q_PROPERTY(int seconds READ seconds NOTIFY ticked)
    Q_PROPERTY(qreal phaseFraction READ phaseFraction NOTIFY ticked)
    Q_PROPERTY(QString leftText READ leftText NOTIFY ticked)
    Q_PROPERTY(QString leftSpoken READ leftSpoken NOTIFY ticked)
    Q_PROPERTY(QString totalText READ totalText NOTIFY ticked)
    Q_PROPERTY(qreal waveAt READ waveAt NOTIFY ticked)
    Q_PROPERTY(Part part READ part NOTIFY ticked)
    Q_PROPERTY(QString ask READ ask NOTIFY begun)
    Q_PROPERTY(QVariantList places READ places NOTIFY begun)
    Q_PROPERTY(QString place READ place NOTIFY placeChanged)
    Q_PROPERTY(bool isQuieter READ isQuieter WRITE setQuieter NOTIFY phaseChanged)
    Q_PROPERTY(bool canSpeak READ canSpeak NOTIFY begun)
    Q_PROPERTY(bool isVoiceOn READ isVoiceOn WRITE setVoiceOn NOTIFY voiceChanged)
    Q_PROPERTY(bool isByEar READ isByEar NOTIFY begun)
    Q_PROPERTY(bool canGoLonger READ canGoLonger NOTIFY ticked)
    Q_PROPERTY(bool hasHolding READ hasHolding NOTIFY begun)
    Q_PROPERTY(bool isWithoutHolding READ isWithoutHolding NOTIFY phaseChanged)
    Q_PROPERTY(QVariantList lengths READ lengths NOTIFY begun)
    Q_PROPERTY(int minutes READ minutes NOTIFY begun)
    Q_PROPERTY(bool goesOn READ goesOn NOTIFY begun)

public:
    enum State { Idle, Asking, Running, Paused, Away, Ended };
    Q_ENUM(State)
    enum Part { Rises, Peaks, Fades };
    Q_ENUM(Part)

    /// The clock, the ports and the preferences must outlive it. `voice` may be null. `preferences`: where the wish for it is kept; without them
    /// that lives in memory alone.
    TimedPlayer(const Clock &clock, Haptics &haptics, ScreenAwake &screen, ReadAloud *voice = nullptr,
                Preferences *preferences = nullptr, QObject *parent = nullptr);
    ~TimedPlayer() override;

    /// For what goes on. `records`: where its place is kept, null while nothing is open; `notifier` must outlive it. Without them it lives in
    /// memory alone, and says nothing.
    void setKeeping(std::function<Records *()> records, Notifier &notifier);

    [[nodiscard]] State state() const { return State(m_play.state()); }
    /// Somebody can see it; when nobody can, it waits.
    [[nodiscard]] bool isShown() const { return m_isShown; }
    void setShown(bool isShown);
    /// Something else is in front, a call for example: it yields, and goes on by itself after that.
    void setInFront(bool isInFront);
    [[nodiscard]] bool isSeen() const { return m_isShown && m_isInFront; }
    [[nodiscard]] QString say() const { return m_play.phase().say; }
    [[nodiscard]] QString line() const { return m_isQuieter ? QString() : m_play.line(); } ///< empty with fewer words
    [[nodiscard]] int step() const { return m_play.index() + 1; }                          ///< of a timer, over all its rounds
    [[nodiscard]] int steps() const { return int(m_play.plan().size()); }
    /// The sign of the bell: for some seconds at the start.
    [[nodiscard]] bool isBell() const;
    /// One a line, while the check waits. Of a skill without one its page says them.
    [[nodiscard]] QString cautions() const;
    [[nodiscard]] QString check() const;
    [[nodiscard]] qreal level() const { return m_play.level(); }
    [[nodiscard]] qreal levelAtEnd() const { return m_play.levelAtEnd(); }
    [[nodiscard]] int phaseLeft() const { return int(m_play.phaseLeft().count()); } ///< in milliseconds
    [[nodiscard]] QString secondsText() const;
    [[nodiscard]] int seconds() const; ///< left of the phase
    [[nodiscard]] qreal phaseFraction() const;
    [[nodiscard]] QString leftText() const;
    [[nodiscard]] QString leftSpoken() const;
    [[nodiscard]] QString totalText() const;
    [[nodiscard]] qreal waveAt() const { return m_play.waveAt(); }
    [[nodiscard]] Part part() const { return Part(m_play.part()); }
    [[nodiscard]] QString ask() const;
    [[nodiscard]] QVariantList places() const; ///< of {code, text}
    [[nodiscard]] QString place() const { return m_place; }
    [[nodiscard]] bool isQuieter() const { return m_isQuieter; }
    void setQuieter(bool isQuieter);
    [[nodiscard]] bool canSpeak() const { return m_voice && m_voice->canSpeak(); }
    /// A timer with a bell, or one that goes on: nobody looks at it all the time.
    [[nodiscard]] bool isByEar() const { return hasBell() || goesOn(); }
    /// Each phase is said aloud as it comes: as the person last wished, and until then in what isByEar(), unless a screen reader says it
    /// already. It is silent while nothing runs.
    [[nodiscard]] bool isVoiceOn() const;
    void setVoiceOn(bool isOn);
    [[nodiscard]] bool canGoLonger() const { return m_play.canGoLonger(); }
    [[nodiscard]] bool hasHolding() const { return handrail::hasHolding(m_exercise); }
    [[nodiscard]] bool isWithoutHolding() const { return m_play.choice().isWithoutHolding; }
    [[nodiscard]] QVariantList lengths() const;
    [[nodiscard]] int minutes() const;                                         ///< which of them was chosen
    [[nodiscard]] bool goesOn() const { return handrail::goesOn(m_exercise); } ///< while nobody looks
    [[nodiscard]] bool isTold() const { return m_isTold; } ///< that it is over, by a notification that may still be there

    void begin(const Exercise &exercise, const QStringList &cautions, bool isWithoutHolding = false);
    /// Begins the exercise of the skill, the first time without holding where the script lets that be; without one of its kinds nothing changes. One that plays goes on where it is, in the words that the
    /// skill has now; one whose place was kept stands there, paused.
    Q_INVOKABLE void open(const handrail::SkillView *skill);
    /// Stops, says nothing, keeps nothing but what keepPlace() asked for.
    Q_INVOKABLE void close();
    /// The lock falls, or the app ends: where it stands is kept in memory for the next open(). Nothing of the person is in it.
    void keepPlace();
    /// Somebody else may come.
    void forgetPlace();
    Q_INVOKABLE void answerCheck(bool isYes);
    Q_INVOKABLE void pause();
    Q_INVOKABLE void resume();
    Q_INVOKABLE void goLonger();
    Q_INVOKABLE void next();
    /// Anew, with this length.
    Q_INVOKABLE void setMinutes(int minutes);
    Q_INVOKABLE void setWithoutHolding(bool isWithout);
    Q_INVOKABLE void setPlace(const QString &place);
    /// The person ends it.
    Q_INVOKABLE void end();
    /// What the time has brought. Its timer calls it; more often does no harm.
    void look();
    /// Something is due to happen by itself.
    [[nodiscard]] bool isTicking() const { return m_timer.isActive(); }

Q_SIGNALS:
    void begun();
    void stateChanged();
    void phaseChanged();
    void moved();  ///< the shape goes another way from here, or stands still
    void ticked(); ///< another second shows
    void placeChanged();
    void finished(); ///< the time is over
    void ended();    ///< the person ended it, or left its last part out
    void voiceChanged();

private:
    void start(const PlayChoice &choice);
    void show();
    void rest();
    enum class By { Itself, Person };
    /// After everything that was done; `by` says who brings the end, if it is one.
    void settle(By by = By::Itself);
    void pulse();
    void speak();
    void hush();
    bool restore(const SkillView &skill);
    void keep();
    void drop();
    void withdraw();
    [[nodiscard]] bool hasBell() const;

    TimedPlay m_play;
    Haptics &m_haptics;
    ScreenAwake &m_screen;
    ReadAloud *m_voice;
    Preferences *m_preferences;
    const Clock &m_clock;
    std::function<Records *()> m_records = [] { return nullptr; };
    Notifier *m_notifier = nullptr;
    QTimer m_timer;
    Exercise m_exercise;
    QStringList m_cautions;
    QString m_skillId; ///< whose exercise it is
    std::optional<PlayPlace> m_kept;
    QString m_place;
    TimedPlay::State m_seen = TimedPlay::State::Idle;
    int m_pulsed = -1;               ///< the phase whose pulse was given
    int m_said = -1;                 ///< the phase that was said aloud
    QString m_saidLine;              ///< not said again with each breath
    QString m_language;              ///< BCP 47, of the words
    std::optional<bool> m_voiceWish; ///< of the person
    bool m_isShown = true;
    bool m_isInFront = true;
    bool m_isQuieter = false;
    bool m_isTold = false;
};

} // namespace handrail
