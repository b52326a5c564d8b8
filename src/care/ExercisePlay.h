// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/ExercisePlan.h"
#include "core/Clock.h"

#include <optional>

namespace handrail {

/// How long something has run, from the monotonic clock alone: however seldom anybody looks, the time is right.
class PlayTime
{
public:
    static constexpr std::chrono::milliseconds asleep = std::chrono::seconds(10);

    /// Who does not look that often says after how long it was asleep.
    explicit PlayTime(const Clock &clock, std::chrono::milliseconds asleepAfter = asleep);

    /// From now on; milliseconds::max() for what goes on however long nobody looks.
    void setAsleepAfter(std::chrono::milliseconds asleepAfter) { m_asleepAfter = asleepAfter; }
    void start();
    void stop();
    /// From zero, stopped.
    void reset();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] std::chrono::milliseconds elapsed() const;
    /// As if that much had run already; stopped.
    void setElapsed(std::chrono::milliseconds elapsed);
    /// To be called at least every second while it runs. What passed unseen for longer than `asleep` was passed in sleep, by the device or
    /// the whole app, and does not count.
    void look();

private:
    const Clock &m_clock;
    std::chrono::milliseconds m_asleepAfter;
    std::chrono::milliseconds m_before{}; ///< counted before the last start
    std::chrono::milliseconds m_since{};  ///< when it was started
    std::chrono::milliseconds m_seen{};   ///< when it was last looked at
    bool m_isRunning = false;
};

/// Where a play stands, so that it can go on from there: after the lock, or with its words in another language.
struct PlayPlace {
    PlayChoice choice;
    int index = 0; ///< of the phase
    std::chrono::milliseconds total{};
    std::chrono::milliseconds left{};
};

/// Goes on by the clock, whoever looks.
[[nodiscard]] bool goesOn(const Exercise &exercise);

/// A `breath`, `wave` or `timer` that plays: which phase, for how long still. It has no timer of its own: whoever shows it calls look() when
/// untilChange() is over.
///
///     Idle --begin--> Asking (a check, not answered yet) --answer--> Running
///     Idle --begin--> Running <--pause, resume--> Paused
///                     Running <--hide, show--> Away; Away --pause--> Paused
///     any but Idle --the time is over, or end()--> Ended --begin--> ...
class TimedPlay
{
public:
    enum class State {
        Idle,    ///< nothing was begun
        Asking,  ///< the check waits for its answer
        Running, ///< the time passes
        Paused,  ///< the person paused it
        Away,    ///< nobody can see it; goes on when it is seen again
        Ended
    };
    /// Where a wave stands.
    enum class Part { Rises, Peaks, Fades };

    explicit TimedPlay(const Clock &clock);

    /// From the start, seen.
    void begin(const Exercise &exercise, const PlayChoice &choice);
    /// As begin(), but at a place: a breath or a wave at the start of its round with about as much left, a timer at the start of its step.
    /// The check was answered then.
    void beginAt(const Exercise &exercise, const PlayPlace &place);
    /// A timer, with so much of all its time left, wherever that is: at least a moment, so that its end is still to come.
    void beginWithLeft(const Exercise &exercise, const PlayChoice &choice, std::chrono::milliseconds left, bool isPaused);
    /// nullopt when it has no time that passes or could pass.
    [[nodiscard]] std::optional<PlayPlace> place() const;
    void answerCheck(bool isYes);
    void pause();
    void resume();
    void hide(); ///< nothing for what goes on
    void show();
    /// Moves to Ended when the time is over. True when the phase or the state is another than at the last look.
    bool look();
    /// A breath or a wave gets a minute more, as far as whole rounds fit, a timer's step 15 seconds. Nothing where canGoLonger() is false.
    void goLonger();
    [[nodiscard]] bool canGoLonger() const;
    /// Leaves the rest of a timer's step out; after the last one it has ended.
    void next();
    /// From here on with or without holding, over about the same time. A breath that is on its way is not cut, a hold is.
    void setWithoutHolding(bool isWithout);
    void end();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const PlayChoice &choice() const { return m_choice; }
    [[nodiscard]] const QList<PlayPhase> &plan() const { return m_plan; }
    /// The place of the phase in the plan; the last one's at the end, -1 without a plan.
    [[nodiscard]] int index() const;
    [[nodiscard]] PlayPhase phase() const;
    /// The line to show below its words.
    [[nodiscard]] QString line() const;
    [[nodiscard]] std::chrono::milliseconds elapsed() const;
    [[nodiscard]] std::chrono::milliseconds total() const { return lengthOf(m_plan); }
    [[nodiscard]] std::chrono::milliseconds left() const { return total() - elapsed(); }
    [[nodiscard]] std::chrono::milliseconds phaseLeft() const;
    /// How large a breath's shape is now, 0 to 1, as a sine goes, and how large it will be when the phase is over.
    [[nodiscard]] double level() const;
    [[nodiscard]] double levelAtEnd() const;
    /// How far along its curve a wave is, 0 to 1. Going longer never moves it back.
    [[nodiscard]] double waveAt() const;
    /// Of the round: words and picture go on together.
    [[nodiscard]] Part part() const { return partOf(phase().round); }
    /// When something that shows changes next: the phase, or a second of what is left of it or of all. nullopt while no time passes: then
    /// nothing must run.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilChange() const;

private:
    [[nodiscard]] std::chrono::milliseconds startOf(int index) const;
    [[nodiscard]] double levelBefore(int index) const;
    [[nodiscard]] double waveAfter(std::chrono::milliseconds elapsed) const;
    [[nodiscard]] Part partOf(int round) const;
    /// The present phase ends now; what comes after it is dropped. It may end as it begins, and then it never was.
    void cutHere();

    Exercise m_exercise;
    PlayChoice m_choice;
    QList<PlayPhase> m_plan;
    PlayTime m_time;
    State m_state = State::Idle;
    int m_seenIndex = -1;
    State m_seenState = State::Idle;
    // From here the rest of the wave is spread over the rest of the time.
    std::chrono::milliseconds m_waveFrom{};
    double m_waveFromAt = 0;
};

/// A `wait`: goes on while the app is away or the device sleeps. By the monotonic clock alone, so that a corrected wall clock changes nothing.
class WaitPlay
{
public:
    enum class State {
        Idle,
        Running,
        Paused, ///< by the person
        Over    ///< the question what to do now waits
    };

    explicit WaitPlay(const Clock &clock);

    /// `length` is cut to the longest that plays.
    void begin(std::chrono::milliseconds length);
    /// As begin(), but `elapsed` of it has passed.
    void beginAt(std::chrono::milliseconds length, std::chrono::milliseconds elapsed, bool isPaused);
    void pause();
    void resume();
    /// 5 minutes more.
    void goLonger();
    [[nodiscard]] bool canGoLonger() const;
    /// Moves to Over when the time is over; true when it just did.
    bool look();
    void end();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] std::chrono::milliseconds total() const { return m_total; }
    [[nodiscard]] std::chrono::milliseconds elapsed() const;
    [[nodiscard]] std::chrono::milliseconds left() const { return m_total - elapsed(); }

    static constexpr std::chrono::milliseconds more = std::chrono::minutes(5);

private:
    void start();

    const Clock &m_clock;
    std::chrono::milliseconds m_total{};
    std::chrono::milliseconds m_before{};
    std::chrono::milliseconds m_since{};
    State m_state = State::Idle;
};

} // namespace handrail
