// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/LinksView.h"

#include "core/Log.h"

namespace handrail {

LinksView::LinksView(Account &account, const Clock &clock, Navigator &navigator, InvitationView &invitation,
                     const Preferences &preferences, MinuteTimer &minute, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_navigator(navigator)
    , m_invitation(invitation)
{
    connect(&account, &Account::stateChanged, this, &LinksView::onStateChanged);
    connect(&account, &Account::recordsChanged, this, [this] {
        if (m_held)
            Q_EMIT changed();
    });
    connect(&navigator, &Navigator::routeChanged, this, &LinksView::onRouteChanged);
    connect(&preferences, &Preferences::languageChanged, this, &LinksView::changed);
    connect(&minute, &MinuteTimer::turned, this, [this] {
        if (isTooOld())
            drop();
    });
}

void LinksView::take(const QString &address)
{
    const std::optional<DeepLink> link = readDeepLink(address);
    if (!link) {
        qCInfo(logApp) << "an address that is none of ours";
        return;
    }
    if (link->kind == DeepLink::Kind::SignedIn) {
        if (!m_account.bringSignIn(link->answer))
            qCInfo(logApp) << "no sign-in waits for this";
        return;
    }
    m_held = *link;
    m_heldAt = m_clock.monotonic();
    m_heldFor = m_account.accountHash();
    m_mustAsk = isBusy();
    onStateChanged();
}

void LinksView::onStateChanged()
{
    if (!m_held)
        return;
    switch (m_account.state()) {
    case Account::State::Starting: break; // who starts the app by a link is asked no second time
    case Account::State::Locked:
        if (m_heldFor.isEmpty())
            m_heldFor = m_account.accountHash();
        [[fallthrough]];
    case Account::State::SigningIn:
    case Account::State::KeyUnavailable: m_mustAsk = true; break;
    case Account::State::SignedOut:
    case Account::State::Revoked:
        if (!m_heldFor.isEmpty() || m_held->kind == DeepLink::Kind::Session)
            drop();
        else
            onRouteChanged();
        break;
    case Account::State::Active:
    case Account::State::NeedsSignIn:
        if (isTooOld() || (!m_heldFor.isEmpty() && m_heldFor != m_account.accountHash()))
            drop();
        else if (m_mustAsk || isBusy())
            m_mustAsk = true;
        else
            open();
        break;
    }
    Q_EMIT changed();
}

/// Signed out an invitation waits for nothing but the end of Help.
void LinksView::onRouteChanged()
{
    const bool isNobodyIn = m_account.state() == Account::State::SignedOut || m_account.state() == Account::State::Revoked;
    const bool isAtDoor = m_navigator.route() == Navigator::Welcome || m_navigator.route() == Navigator::Invitation;
    if (m_held && isNobodyIn && isAtDoor && m_heldFor.isEmpty() && !isTooOld())
        open();
}

bool LinksView::isBusy() const
{
    return m_account.records() && m_navigator.isBusy();
}

bool LinksView::isTooOld() const
{
    return m_held && m_clock.monotonic() - m_heldAt >= heldFor;
}

bool LinksView::isOfThisPerson() const
{
    const Records *records = m_account.records();
    if (!records)
        return false;
    const Result<std::optional<Session>> session = records->session(m_held->appointmentId);
    return session && session->has_value();
}

bool LinksView::isAsking() const
{
    return m_held && m_account.records() && m_mustAsk && !isTooOld()
        && (m_held->kind == DeepLink::Kind::Invite || isOfThisPerson());
}

QString LinksView::title() const
{
    if (!m_held)
        return {};
    return m_held->kind == DeepLink::Kind::Invite ? tr("Open the invitation?") : tr("Open the session?");
}

QString LinksView::acceptText() const
{
    if (!m_held)
        return {};
    return m_held->kind == DeepLink::Kind::Invite ? tr("Open the invitation") : tr("Open the session");
}

void LinksView::accept()
{
    if (isAsking())
        open();
}

void LinksView::decline()
{
    drop();
}

void LinksView::drop()
{
    m_held.reset();
    m_heldFor.clear();
    m_mustAsk = false;
    Q_EMIT changed();
}

void LinksView::open()
{
    const bool isInvitation = m_held->kind == DeepLink::Kind::Invite;
    const bool isOpen = isInvitation || isOfThisPerson();
    const DeepLink link = *m_held;
    drop();
    if (isInvitation)
        m_invitation.take(link);
    else if (isOpen)
        m_navigator.go(Navigator::SessionPage, link.appointmentId);
}

} // namespace handrail
