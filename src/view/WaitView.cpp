// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/WaitView.h"

#include "core/Log.h"
#include "view/MinuteTimer.h"
#include "view/PlayText.h"
#include "view/ReminderText.h"
#include "view/SkillView.h"

#include <algorithm>
#include <utility>

namespace handrail {

namespace {

using namespace std::chrono_literals;

} // namespace

WaitView::WaitView(const Clock &clock, Notifier &notifier, MinuteTimer &minute, QObject *parent)
    : QObject(parent)
    , m_play(clock)
    , m_clock(clock)
    , m_notifier(notifier)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &WaitView::look);
    connect(&minute, &MinuteTimer::turned, this, &WaitView::look);
}

void WaitView::begin(const QString &skillId, const WaitExercise &exercise)
{
    m_skillId = skillId;
    m_exercise = exercise;
    m_minutes = exercise.minutes.value(0, 15);
    m_picked = -1;
    restart();
}

void WaitView::restart()
{
    withdraw();
    m_play.begin(std::chrono::minutes(m_minutes));
    keep();
    Q_EMIT begun();
    Q_EMIT pickedChanged();
    settle();
}

void WaitView::open(const SkillView *skill)
{
    const auto *wait = skill ? std::get_if<WaitExercise>(&skill->exercise()) : nullptr;
    if (!wait)
        return;
    if (m_play.state() == WaitPlay::State::Idle || m_skillId != skill->id()) {
        if (const auto before = keptBefore(); before && before->skill == skill->id())
            restore(*before, *wait);
        else
            begin(skill->id(), *wait);
        return;
    }
    m_exercise = *wait; // it may have come in another language
    Q_EMIT begun();
    settle();
}

void WaitView::goOn()
{
    const auto before = m_play.state() == WaitPlay::State::Idle ? keptBefore() : std::nullopt;
    if (before && !before->isPaused && before->elapsedAt(m_clock.nowUtc()) < before->total)
        restore(*before, {}); // its words come with its page
}

std::optional<KeptWait> WaitView::keptBefore() const
{
    Records *records = m_records();
    const Result<std::optional<KeptWait>> kept = records ? keptWait(*records) : Result<std::optional<KeptWait>>(std::nullopt);
    if (!kept)
        qCWarning(logApp) << "a wait cannot be read:" << kept.error();
    return kept && *kept && !(*kept)->isStaleAt(m_clock.nowUtc()) ? *kept : std::nullopt;
}

void WaitView::restore(const KeptWait &kept, const WaitExercise &exercise)
{
    withdraw();
    m_skillId = kept.skill;
    m_exercise = exercise;
    m_minutes = kept.minutes;
    m_picked = -1;
    m_play.beginAt(kept.total, kept.elapsedAt(m_clock.nowUtc()), kept.isPaused);
    Q_EMIT begun();
    Q_EMIT pickedChanged();
    settle();
}

void WaitView::keep()
{
    Records *records = m_records();
    if (!records)
        return;
    const KeptWait wait{m_skillId,        m_clock.nowUtc(), m_play.total(),
                        m_play.elapsed(), m_minutes,        m_play.state() == WaitPlay::State::Paused};
    // It runs all the same, as long as the app does.
    if (const Result<void> kept = keepWait(*records, wait); !kept)
        qCWarning(logApp) << "a wait cannot be kept:" << kept.error();
}

void WaitView::drop()
{
    forget();
    Records *records = m_records();
    if (const Result<void> dropped = records ? dropWait(*records) : Result<void>(); !dropped)
        qCWarning(logApp) << "a wait cannot be dropped:" << dropped.error();
}

void WaitView::settle()
{
    m_play.look();
    const WaitPlay::State now = m_play.state();
    const bool isNew = std::exchange(m_seen, now) != now;
    if (now != WaitPlay::State::Running) {
        m_timer.stop();
    } else if (!m_isShown) {
        m_timer.start(std::max(m_play.left(), std::chrono::milliseconds(1ms)));
    } else {
        const auto part = m_play.left() % 1s;
        m_timer.start(part.count() == 0 ? std::chrono::milliseconds(1s) : std::chrono::milliseconds(part));
    }
    if (isNew && now == WaitPlay::State::Over && !m_isShown) {
        const ReminderWords words = noticeWords(Notice::TimerDone);
        m_notifier.show(Notifier::Kind::Wait, words.title, words.text);
        m_isTold = true;
    }
    Q_EMIT ticked();
    if (isNew)
        Q_EMIT stateChanged();
}

void WaitView::look()
{
    if (m_play.state() == WaitPlay::State::Running)
        settle();
}

void WaitView::setShown(bool isShown)
{
    if (std::exchange(m_isShown, isShown) == isShown)
        return;
    if (isShown)
        withdraw();
    settle();
}

void WaitView::withdraw()
{
    if (std::exchange(m_isTold, false))
        m_notifier.withdraw(Notifier::Kind::Wait);
}

void WaitView::pick(int suggestion)
{
    m_picked = suggestion == m_picked ? -1 : suggestion;
    Q_EMIT pickedChanged();
}

void WaitView::pause()
{
    m_play.pause();
    keep();
    settle();
}

void WaitView::resume()
{
    m_play.resume();
    keep();
    settle();
}

void WaitView::goLonger()
{
    m_play.goLonger();
    keep();
    settle();
}

void WaitView::setMinutes(int minutes)
{
    if (!m_exercise.minutes.contains(minutes))
        return;
    m_minutes = minutes;
    restart();
}

void WaitView::answer(int index)
{
    if (m_play.state() != WaitPlay::State::Over || index < 0 || index >= m_exercise.afterAnswers.size())
        return;
    const Next next = m_exercise.afterAnswers.at(index).next;
    switch (next.kind) {
    case Next::Kind::Again: restart(); break;
    case Next::Kind::Skill:
        drop();
        Q_EMIT skillAsked(next.skill);
        break;
    case Next::Kind::End:
        drop();
        Q_EMIT finished();
        break;
    }
}

void WaitView::end()
{
    drop();
    Q_EMIT ended();
}

void WaitView::forget()
{
    withdraw();
    m_play.end();
    m_skillId.clear();
    m_exercise = {};
    m_picked = -1;
    settle();
}

QVariantList WaitView::lengths() const
{
    return PlayText::lengths(m_exercise.minutes);
}

QString WaitView::leftText() const
{
    return PlayText::clock(m_play.left());
}

QString WaitView::leftSpoken() const
{
    return PlayText::spoken(m_play.left());
}

QString WaitView::totalText() const
{
    return PlayText::ofAll(m_play.total());
}

qreal WaitView::fraction() const
{
    const auto total = m_play.total().count();
    return total == 0 ? 0 : qreal(m_play.left().count()) / qreal(total);
}

QStringList WaitView::answers() const
{
    QStringList answers;
    for (const Choice &answer : m_exercise.afterAnswers)
        answers << answer.say;
    return answers;
}

} // namespace handrail
