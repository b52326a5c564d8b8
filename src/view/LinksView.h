// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "core/Clock.h"
#include "core/DeepLink.h"
#include "view/InvitationView.h"
#include "view/MinuteTimer.h"
#include "view/Navigator.h"
#include "view/Preferences.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>
#include <chrono>
#include <optional>

namespace handrail {

/// The one way in for addresses of the app, whoever brings them. Any program can bring one, so nothing happens that the person cannot see
/// and leave, and nothing at all while the app is locked (design security 3, row 9).
///
/// An answer of the clinic's sign-in page goes to the sign-in that waits for just that, or nowhere. Of the others the newest one is held,
/// for 10 minutes at most and in memory alone:
///   nobody is signed in               an invitation opens its page; a session leads nowhere
///   signed in, on a page of rest      it opens, a session only where it is one of this person's
///   signed in, in the middle of something, or it came while locked, starting or signing in:
///                                     asked about, once there is room: accept() | decline()
/// It goes with a sign-out, and when somebody else than it came for signs in.
class LinksView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isAsking READ isAsking NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString acceptText READ acceptText NOTIFY changed)

public:
    static constexpr std::chrono::minutes heldFor{10};

    LinksView(Account &account, const Clock &clock, Navigator &navigator, InvitationView &invitation,
              const Preferences &preferences, MinuteTimer &minute, QObject *parent = nullptr);

    /// An address from outside, as it came. What is none of ours changes nothing.
    void take(const QString &address);

    /// The person who is signed in is to be asked whether to open what is held.
    [[nodiscard]] bool isAsking() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString acceptText() const;
    Q_INVOKABLE void accept();
    Q_INVOKABLE void decline();

Q_SIGNALS:
    void changed();

private:
    void onStateChanged();
    void onRouteChanged();
    void drop();
    void open();
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool isTooOld() const;
    [[nodiscard]] bool isOfThisPerson() const; ///< of a session

    Account &m_account;
    const Clock &m_clock;
    Navigator &m_navigator;
    InvitationView &m_invitation;
    std::optional<DeepLink> m_held;
    std::chrono::milliseconds m_heldAt{}; ///< monotonic
    QString m_heldFor;                    ///< Account::accountHash(); empty: it came before anybody was there
    bool m_mustAsk = false;
};

} // namespace handrail
