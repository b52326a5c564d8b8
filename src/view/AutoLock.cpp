// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/AutoLock.h"

#include <QEvent>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace handrail {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds untouched = 5min;
constexpr std::chrono::milliseconds forSync = 20s;

} // namespace

AutoLock::AutoLock(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_state(account.state())
{
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, &AutoLock::look);
    connect(&account, &Account::stateChanged, this, &AutoLock::onAccountChanged);
    connect(&account, &Account::pinChanged, this, [this] {
        if (isArmed() && !m_timer.isActive())
            begin(); // a PIN was set just now
        arm();
    });
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            [this](Qt::ApplicationState state) { setInFront(state == Qt::ApplicationActive); });
    // A screen reader moves the focus and presses without a key or a touch.
    connect(qGuiApp, &QGuiApplication::focusObjectChanged, this, &AutoLock::note);
}

bool AutoLock::isArmed() const
{
    return m_account.hasPin() && (m_account.state() == Account::State::Active || m_account.state() == Account::State::NeedsSignIn);
}

std::chrono::milliseconds AutoLock::away() const
{
    const std::chrono::milliseconds wall(m_lastWall.msecsTo(m_clock.nowUtc()));
    return std::max(m_clock.monotonic() - m_lastMonotonic, wall);
}

std::chrono::milliseconds AutoLock::allowed() const
{
    return m_isInFront ? untouched : std::chrono::minutes(m_preferences.lockMinutes());
}

void AutoLock::note()
{
    if (isArmed() && m_isInFront)
        begin();
}

void AutoLock::begin()
{
    m_lastMonotonic = m_clock.monotonic();
    m_lastWall = m_clock.nowUtc();
}

void AutoLock::setInFront(bool isInFront)
{
    if (isInFront == m_isInFront)
        return;
    const bool isSigningIn = m_account.hasPin() && m_account.state() == Account::State::SigningIn;
    if (isInFront) {
        // Before anything is drawn: the time away counts by the rule of away.
        if (isArmed() && away() >= allowed())
            m_account.lock();
        if (isSigningIn && away() >= allowed())
            m_wasAwayTooLong = true;
        m_isInFront = true;
        note();
        return;
    }
    note();
    if (isSigningIn && away() < untouched)
        begin();
    m_isInFront = false;
    look();
}

void AutoLock::onAccountChanged()
{
    const Account::State state = m_account.state();
    const Account::State before = std::exchange(m_state, state);
    if (state == before)
        return;
    arm();
    if (state == Account::State::SigningIn) {
        m_stateBeforeSignIn = before;
        m_wasAwayTooLong = false;
    } else if (before == Account::State::SigningIn && state == m_stateBeforeSignIn) { // it ended without a sign-in
        if (isArmed() && m_wasAwayTooLong)
            m_account.lock();
        else
            look();
    } else if (state == Account::State::Active) {
        begin();
    }
}

void AutoLock::arm()
{
    if (isArmed() == m_timer.isActive())
        return;
    if (isArmed()) {
        m_timer.start();
        qGuiApp->installEventFilter(this);
    } else {
        m_timer.stop();
        qGuiApp->removeEventFilter(this);
    }
}

void AutoLock::look()
{
    if (!isArmed() || away() < allowed())
        return;
    const SyncEngine *sync = m_account.sync();
    if (sync && sync->isAtWork() && away() < allowed() + forSync)
        return;
    m_account.lock();
}

bool AutoLock::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress: note(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace handrail
