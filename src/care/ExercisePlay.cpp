// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/ExercisePlay.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace handrail {

namespace {

using namespace std::chrono;
using Shape = BreathPhase::Shape;

constexpr milliseconds moreBreaths = minutes(1);
constexpr milliseconds moreOfStep = seconds(15);
// Where the curve of a wave turns: its top is at 0.465, with as much on either side.
constexpr double peaksFrom = 0.37;
constexpr double fadesFrom = 0.56;

/// How long until a countdown from `left` shows another second.
milliseconds untilNextSecond(milliseconds left)
{
    const milliseconds rest = left % seconds(1);
    return rest.count() == 0 ? milliseconds(seconds(1)) : rest;
}

} // namespace

PlayTime::PlayTime(const Clock &clock, milliseconds asleepAfter)
    : m_clock(clock)
    , m_asleepAfter(asleepAfter)
{
}

void PlayTime::start()
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_since = m_seen = m_clock.monotonic();
}

void PlayTime::stop()
{
    if (!m_isRunning)
        return;
    look();
    m_before = elapsed();
    m_isRunning = false;
}

void PlayTime::reset()
{
    m_isRunning = false;
    m_before = {};
}

void PlayTime::setElapsed(milliseconds elapsed)
{
    m_isRunning = false;
    m_before = elapsed;
}

milliseconds PlayTime::elapsed() const
{
    if (!m_isRunning)
        return m_before;
    const milliseconds now = m_clock.monotonic();
    return m_before + (now - m_seen > m_asleepAfter ? m_seen - m_since : now - m_since);
}

void PlayTime::look()
{
    if (!m_isRunning)
        return;
    const milliseconds now = m_clock.monotonic();
    if (now - m_seen > m_asleepAfter)
        m_since += now - m_seen;
    m_seen = now;
}

bool goesOn(const Exercise &exercise)
{
    const auto *timer = std::get_if<TimerExercise>(&exercise);
    return timer && timer->goesOn;
}

TimedPlay::TimedPlay(const Clock &clock)
    : m_time(clock)
{
}

void TimedPlay::begin(const Exercise &exercise, const PlayChoice &choice)
{
    m_exercise = exercise;
    m_choice = choice;
    m_plan = planOf(exercise, choice);
    m_time.reset();
    m_time.setAsleepAfter(goesOn(exercise) ? milliseconds::max() : PlayTime::asleep);
    m_waveFrom = {};
    m_waveFromAt = 0;
    m_seenIndex = -1;
    m_seenState = State::Idle;
    const auto *timer = std::get_if<TimerExercise>(&exercise);
    if (m_plan.isEmpty()) {
        m_state = State::Ended;
        return;
    }
    m_state = timer && timer->check ? State::Asking : State::Running;
    if (m_state == State::Running)
        m_time.start();
}

std::optional<PlayPlace> TimedPlay::place() const
{
    if (m_state != State::Running && m_state != State::Paused && m_state != State::Away)
        return std::nullopt;
    return PlayPlace{m_choice, index(), total(), left()};
}

void TimedPlay::beginAt(const Exercise &exercise, const PlayPlace &place)
{
    begin(exercise, place.choice);
    if (m_plan.isEmpty())
        return;
    m_state = State::Running;
    m_time.setElapsed({});
    while (total() < place.total && !std::holds_alternative<TimerExercise>(exercise) && canGoLonger())
        goLonger();
    int here = std::clamp(place.index, 0, int(m_plan.size()) - 1);
    if (!std::holds_alternative<TimerExercise>(exercise)) {
        m_time.setElapsed(std::clamp(total() - place.left, milliseconds(0), total() - milliseconds(1)));
        here = index();
        while (here > 0 && m_plan.at(here - 1).round == m_plan.at(here).round)
            --here;
    }
    m_time.setElapsed(startOf(here));
    m_time.start();
}

void TimedPlay::beginWithLeft(const Exercise &exercise, const PlayChoice &choice, milliseconds left, bool isPaused)
{
    begin(exercise, choice);
    if (m_plan.isEmpty())
        return;
    m_time.setElapsed(std::clamp(total() - left, milliseconds(0), total() - milliseconds(1)));
    m_state = isPaused ? State::Paused : State::Running;
    if (!isPaused)
        m_time.start();
}

void TimedPlay::answerCheck(bool isYes)
{
    if (m_state != State::Asking)
        return;
    m_choice.isCheckYes = isYes;
    m_plan = planOf(m_exercise, m_choice);
    m_state = State::Running;
    m_time.start();
}

void TimedPlay::pause()
{
    if (m_state != State::Running && m_state != State::Away)
        return;
    m_time.stop();
    m_state = State::Paused;
}

void TimedPlay::resume()
{
    if (m_state != State::Paused)
        return;
    m_time.start();
    m_state = State::Running;
}

void TimedPlay::hide()
{
    if (m_state != State::Running || goesOn(m_exercise))
        return;
    m_time.stop();
    m_state = State::Away;
}

void TimedPlay::show()
{
    if (m_state != State::Away)
        return;
    m_time.start();
    m_state = State::Running;
}

bool TimedPlay::look()
{
    m_time.look();
    if (m_state == State::Running && m_time.elapsed() >= total())
        end();
    const int now = index();
    const bool isOther = now != m_seenIndex || m_state != m_seenState;
    m_seenIndex = now;
    m_seenState = m_state;
    return isOther;
}

void TimedPlay::end()
{
    if (m_state == State::Idle)
        return;
    m_time.stop();
    m_state = State::Ended;
}

bool TimedPlay::canGoLonger() const
{
    if (m_state != State::Running && m_state != State::Paused && m_state != State::Away)
        return false;
    if (std::holds_alternative<TimerExercise>(m_exercise))
        return total() + moreOfStep <= longestPlay;
    return total() + lengthOf(breathRounds(m_exercise, m_choice, moreBreaths, 0)) <= longestPlay;
}

void TimedPlay::goLonger()
{
    if (!canGoLonger())
        return;
    if (std::holds_alternative<TimerExercise>(m_exercise)) {
        m_plan[index()].length += moreOfStep;
        return;
    }
    m_waveFromAt = waveAt();
    m_waveFrom = elapsed();
    m_plan << breathRounds(m_exercise, m_choice, moreBreaths, m_plan.constLast().round + 1);
}

void TimedPlay::cutHere()
{
    const int here = index();
    const milliseconds into = elapsed() - startOf(here);
    m_plan.resize(here + 1);
    m_plan.last().length = into;
    if (into.count() == 0)
        m_plan.removeLast();
}

void TimedPlay::next()
{
    const bool isGoing = m_state == State::Running || m_state == State::Paused || m_state == State::Away;
    if (!isGoing || !std::holds_alternative<TimerExercise>(m_exercise))
        return;
    const QList<PlayPhase> rest = m_plan.mid(index() + 1);
    cutHere();
    m_plan << rest;
    if (rest.isEmpty())
        end();
}

void TimedPlay::setWithoutHolding(bool isWithout)
{
    if (m_choice.isWithoutHolding == isWithout || m_state == State::Ended || !hasHolding(m_exercise))
        return;
    m_waveFromAt = waveAt();
    m_waveFrom = elapsed();
    m_choice.isWithoutHolding = isWithout;
    const milliseconds before = total();
    const int here = index();
    const int round = phase().round;
    QList<PlayPhase> kept = m_plan.mid(here + 1);
    kept.removeIf([&](const PlayPhase &each) { return each.round != round || (isWithout && each.isOptional); });
    if (isWithout && phase().isOptional)
        cutHere();
    else
        m_plan.resize(here + 1);
    m_plan << kept;
    const milliseconds rest = before - total();
    if (rest >= lengthOf(breathRounds(m_exercise, m_choice, milliseconds(0), 0)))
        m_plan << breathRounds(m_exercise, m_choice, rest, round + 1);
}

milliseconds TimedPlay::elapsed() const
{
    return m_state == State::Ended ? total() : std::min(m_time.elapsed(), total());
}

int TimedPlay::index() const
{
    milliseconds end{};
    const milliseconds now = elapsed();
    for (int i = 0; i < m_plan.size(); ++i) {
        end += m_plan.at(i).length;
        if (now < end)
            return i;
    }
    return int(m_plan.size()) - 1;
}

milliseconds TimedPlay::startOf(int index) const
{
    return lengthOf(m_plan.mid(0, index));
}

PlayPhase TimedPlay::phase() const
{
    return m_plan.value(index());
}

milliseconds TimedPlay::phaseLeft() const
{
    const int here = index();
    return here < 0 ? milliseconds(0) : startOf(here) + m_plan.at(here).length - elapsed();
}

QString TimedPlay::line() const
{
    const auto *wave = std::get_if<WaveExercise>(&m_exercise);
    if (!wave || m_plan.isEmpty())
        return phase().more;
    const int round = phase().round;
    const Part now = partOf(round);
    int first = round;
    while (first > 0 && partOf(first - 1) == now)
        --first;
    const QStringList &lines = now == Part::Rises ? wave->rises : now == Part::Peaks ? wave->peaks : wave->fades;
    return lines.at((round - first) % lines.size());
}

double TimedPlay::levelBefore(int index) const
{
    for (int i = index - 1; i >= 0; --i) {
        if (m_plan.at(i).shape != Shape::Stay)
            return m_plan.at(i).shape == Shape::Grow ? 1 : 0;
    }
    return 0;
}

double TimedPlay::levelAtEnd() const
{
    return levelBefore(index() + 1);
}

double TimedPlay::level() const
{
    const int here = index();
    if (here < 0)
        return 0;
    const milliseconds length = m_plan.at(here).length;
    const double along = length.count() == 0 ? 1 : 1 - double(phaseLeft().count()) / double(length.count());
    const double eased = (1 - std::cos(along * std::numbers::pi)) / 2;
    const double from = levelBefore(here);
    return from + (levelAtEnd() - from) * eased;
}

double TimedPlay::waveAfter(milliseconds elapsed) const
{
    const milliseconds all = total();
    if (elapsed <= m_waveFrom) // before the time was changed: as if it had gone evenly until then
        return m_waveFrom.count() == 0 ? 0 : m_waveFromAt * double(elapsed.count()) / double(m_waveFrom.count());
    return m_waveFromAt + (1 - m_waveFromAt) * double((elapsed - m_waveFrom).count()) / double((all - m_waveFrom).count());
}

double TimedPlay::waveAt() const
{
    return waveAfter(elapsed());
}

TimedPlay::Part TimedPlay::partOf(int round) const
{
    milliseconds start{};
    milliseconds length{};
    for (const PlayPhase &each : m_plan) {
        if (each.round < round)
            start += each.length;
        else if (each.round == round)
            length += each.length;
    }
    const double middle = waveAfter(start + length / 2);
    return middle < peaksFrom ? Part::Rises : middle < fadesFrom ? Part::Peaks : Part::Fades;
}

std::optional<milliseconds> TimedPlay::untilChange() const
{
    if (m_state != State::Running)
        return std::nullopt;
    return std::min(untilNextSecond(phaseLeft()), untilNextSecond(left()));
}

WaitPlay::WaitPlay(const Clock &clock)
    : m_clock(clock)
{
}

void WaitPlay::start()
{
    m_since = m_clock.monotonic();
    m_state = State::Running;
}

void WaitPlay::begin(milliseconds length)
{
    m_total = std::clamp<milliseconds>(length, seconds(1), longestPlay);
    m_before = {};
    start();
}

void WaitPlay::beginAt(milliseconds length, milliseconds elapsed, bool isPaused)
{
    begin(length);
    m_before = std::clamp<milliseconds>(elapsed, milliseconds(0), m_total);
    if (isPaused)
        m_state = State::Paused;
}

milliseconds WaitPlay::elapsed() const
{
    if (m_state == State::Over)
        return m_total;
    if (m_state != State::Running)
        return std::min(m_before, m_total);
    return std::min(m_before + m_clock.monotonic() - m_since, m_total);
}

void WaitPlay::pause()
{
    look();
    if (m_state != State::Running)
        return;
    m_before = elapsed();
    m_state = State::Paused;
}

void WaitPlay::resume()
{
    if (m_state == State::Paused)
        start();
}

bool WaitPlay::canGoLonger() const
{
    return (m_state == State::Running || m_state == State::Paused) && m_total + more <= longestPlay;
}

void WaitPlay::goLonger()
{
    if (canGoLonger())
        m_total += more;
}

bool WaitPlay::look()
{
    if (m_state != State::Running || elapsed() < m_total)
        return false;
    m_state = State::Over;
    return true;
}

void WaitPlay::end()
{
    m_state = State::Idle;
    m_total = m_before = {};
}

} // namespace handrail
