// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/TurnsView.h"

#include "view/SkillView.h"

#include <algorithm>
#include <utility>

namespace handrail {

TurnsView::TurnsView(const Clock &clock, Haptics &haptics, QObject *parent)
    : QObject(parent)
    , m_cards(clock)
    , m_haptics(haptics)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TurnsView::look);
}

void TurnsView::begin(const Exercise &exercise)
{
    m_isCounting = std::holds_alternative<CountExercise>(exercise);
    m_isOpen = true;
    if (const auto *count = std::get_if<CountExercise>(&exercise))
        m_count.begin(*count);
    else if (const auto *steps = std::get_if<StepsExercise>(&exercise))
        m_cards.begin(*steps);
    if (!m_isShown)
        m_cards.hide();
    settle();
}

void TurnsView::open(const SkillView *skill)
{
    const auto *steps = skill ? std::get_if<StepsExercise>(&skill->exercise()) : nullptr;
    const auto *count = skill ? std::get_if<CountExercise>(&skill->exercise()) : nullptr;
    if (!steps && !count)
        return;
    const bool isSame = std::exchange(m_skillId, skill->id()) == skill->id();
    const bool isThere = std::exchange(m_isKept, false) || m_isOpen;
    if (!isThere || !isSame) {
        begin(skill->exercise());
        return;
    }
    m_isOpen = true;
    if (steps)
        m_cards.reword(*steps);
    else
        m_count.reword(*count);
    if (!m_isShown)
        m_cards.hide();
    settle();
}

void TurnsView::close()
{
    m_isOpen = false;
    if (!m_isKept)
        m_skillId.clear();
    settle();
}

void TurnsView::settle()
{
    const auto until = m_isOpen && !m_isCounting ? m_cards.untilRested() : std::nullopt;
    if (until)
        m_timer.start(std::max(*until, std::chrono::milliseconds(1)));
    else
        m_timer.stop();
    Q_EMIT changed();
    if (m_isOpen && (m_isCounting ? m_count.isEnded() : m_cards.isEnded())) {
        m_isOpen = false;
        Q_EMIT finished();
    }
}

void TurnsView::look()
{
    settle();
}

void TurnsView::setShown(bool isShown)
{
    if (std::exchange(m_isShown, isShown) == isShown)
        return;
    if (isShown)
        m_cards.show();
    else
        m_cards.hide();
    settle();
}

void TurnsView::next()
{
    if (m_isCounting)
        m_count.skip();
    else
        m_cards.next();
    settle();
}

void TurnsView::back()
{
    if (m_isCounting)
        m_count.back();
    else
        m_cards.back();
    settle();
}

void TurnsView::tap()
{
    m_count.tap();
    m_haptics.play(Haptics::Pulse::Tick);
    settle();
}

bool TurnsView::canGoBack() const
{
    return m_isCounting ? m_count.round() > 0 || m_count.found() > 0 : m_cards.index() > 0;
}

int TurnsView::place() const
{
    return std::min(m_isCounting ? m_count.round() : m_cards.index(), places() - 1) + 1;
}

int TurnsView::places() const
{
    return m_isCounting ? m_count.rounds() : m_cards.count();
}

QString TurnsView::title() const
{
    return m_isCounting ? QString() : m_cards.card().title;
}

QString TurnsView::say() const
{
    return m_isCounting ? m_count.now().say : m_cards.card().say;
}

} // namespace handrail
