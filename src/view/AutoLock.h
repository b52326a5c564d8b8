// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "view/Preferences.h"

#include <QObject>
#include <QTimer>

namespace handrail {

/// Locks when the person is away: the chosen 0 to 5 minutes after the app was left, and 5 minutes after the last touch, key or step while it is in
/// front. Time is the longer of what the monotonic and the wall clock say: neither a device that slept nor a clock set back wins time.
///
/// A sync that runs is given 20 s, so that a check-in finished just before is sent; who comes back in these meets the lock. While the
/// clinic's sign-in page is open nothing of the person is on the screen, and the app must not lock itself out; if that ends
/// without a sign-in, the whole time counts, and the time that the app was left in it counts by the rule of away.
class AutoLock final : public QObject
{
    Q_OBJECT
public:
    AutoLock(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent = nullptr);

    /// The app is what the person sees and uses.
    void setInFront(bool isInFront);
    /// The person did something, by whatever means.
    void note();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void onAccountChanged();
    void arm();
    void begin();
    void look();
    [[nodiscard]] bool isArmed() const;
    [[nodiscard]] std::chrono::milliseconds away() const;
    [[nodiscard]] std::chrono::milliseconds allowed() const;

    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    QTimer m_timer;
    bool m_isInFront = true;
    bool m_wasAwayTooLong = false; ///< during this sign-in
    Account::State m_state;
    Account::State m_stateBeforeSignIn = Account::State::SignedOut;
    std::chrono::milliseconds m_lastMonotonic{};
    QDateTime m_lastWall;
};

} // namespace handrail
