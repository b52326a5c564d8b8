// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/TurnsView.h"

#include "view/SkillView.h"

#include <QGuiApplication>
#include <QStringBuilder>

#include <algorithm>
#include <utility>

namespace handrail {

namespace {

using namespace std::chrono_literals;

/// How long the screen stays on after the last touch, and after a card has rested: somebody looks for things to find, or has their eyes closed.
constexpr std::chrono::milliseconds stillThere = 2min;

} // namespace

TurnsView::TurnsView(const Clock &clock, Haptics &haptics, ScreenAwake &screen, ReadAloud *voice, QObject *parent)
    : QObject(parent)
    , m_cards(clock)
    , m_haptics(haptics)
    , m_screen(screen)
    , m_voice(voice)
{
    m_timer.setSingleShot(true);
    m_left.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TurnsView::look);
    connect(&m_left, &QTimer::timeout, this, [this] {
        if (std::exchange(m_isAwake, false))
            m_screen.release();
    });
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            [this](Qt::ApplicationState state) { setInFront(state == Qt::ApplicationActive); });
}

TurnsView::~TurnsView()
{
    hush();
    if (m_isAwake)
        m_screen.release();
}

void TurnsView::begin(const Exercise &exercise)
{
    m_isCounting = std::holds_alternative<CountExercise>(exercise);
    m_isOpen = true;
    m_said = -1;
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
    m_language = skill->language();
    const bool isSame = std::exchange(m_skillId, skill->id()) == skill->id();
    const bool isThere = std::exchange(m_isKept, false) || m_isOpen;
    if (!isThere || !isSame) {
        begin(skill->exercise());
        return;
    }
    m_isOpen = true;
    m_said = -1;
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
    const bool isOver = m_isOpen && (m_isCounting ? m_count.isEnded() : m_cards.isEnded());
    m_isOpen = m_isOpen && !isOver;
    stayAwake();
    speak();
    Q_EMIT changed();
    if (isOver)
        Q_EMIT finished();
}

/// While something of it goes on; a phone that was laid aside may go dark.
void TurnsView::stayAwake()
{
    if (m_isOpen && m_isShown && m_isInFront) {
        m_isAwake = true;
        m_screen.hold();
        m_left.start(stillThere + (m_isCounting ? 0ms : m_cards.untilRested().value_or(0ms)));
    } else {
        m_left.stop();
        if (std::exchange(m_isAwake, false))
            m_screen.release();
    }
}

/// The words of what has just come, once.
void TurnsView::speak()
{
    if (!m_isOpen || !m_isShown || !m_isInFront) { // nobody has these words read to a bus, or into a call
        hush();
        return;
    }
    if (!m_isVoiceOn || !canSpeak() || std::exchange(m_said, place()) == place())
        return;
    const QString words = m_isCounting ? QString(QString::number(count()) % u' ' % say()) : QString(title() % u". " % say());
    m_voice->speak(words, m_language, [] {});
}

void TurnsView::hush()
{
    if (std::exchange(m_said, -1) >= 0)
        m_voice->stop();
}

void TurnsView::setVoiceOn(bool isOn)
{
    if (std::exchange(m_isVoiceOn, isOn) == isOn)
        return;
    if (!isOn)
        hush();
    settle();
}

void TurnsView::setInFront(bool isInFront)
{
    if (std::exchange(m_isInFront, isInFront) != isInFront)
        settle();
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
