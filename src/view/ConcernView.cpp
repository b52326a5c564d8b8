// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/ConcernView.h"

#include "view/OutgoingItem.h"
#include "view/TimeText.h"

namespace handrail {

ConcernView::ConcernView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_begun(account, Role::Relative, MessageKind::Concern, mostConcernCharacters)
{
    connect(&m_begun, &BegunWords::changed, this, &ConcernView::begunChanged);
    connect(&account, &Account::left, this, &ConcernView::forget);
    connect(&account, &Account::stateChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::syncChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, &m_refresh, &OncePerTurn::ask);
}

bool ConcernView::isRelative() const
{
    return m_account.records() && m_account.records()->identity().role == Role::Relative;
}

void ConcernView::forget()
{
    m_said.clear();
    m_isOffered = false;
    Q_EMIT changed();
}

QString ConcernView::stateOf(const SaidConcern &concern) const
{
    if (concern.state == OutboxState::Done)
        return tr("Sent to the clinic");
    if (concern.state == OutboxState::Rejected)
        return tr("The clinic could not take it. Please call.");
    if (concern.isTooMany)
        return tr("Saved. The clinic takes only some at once, so this goes later. If it can’t wait, call.");
    if (concern.state == OutboxState::NeedsAuth)
        return tr("Saved. Sign in to send it.");
    if (wayOf(m_account).isOffline)
        return tr("Saved. Waiting for signal. If it can’t wait, call.");
    return concern.state == OutboxState::Sending ? tr("Sending now") : tr("Saved on this device. Not sent yet.");
}

void ConcernView::refresh()
{
    m_isOffered = isRelative() && m_account.records()->takesMessages();
    m_said.clear();
    if (m_begun.isOpen() && isRelative()) {
        const TimeText text(m_preferences.locale());
        const QDate today = m_clock.today();
        for (const SaidConcern &concern : m_account.records()->concerns()) {
            const QDateTime at = concern.saidAt.toTimeZone(m_clock.localZone());
            m_said << QVariantMap{
                {QStringLiteral("title"), tr("%1, %2").arg(text.relativeDay(at.date(), today), text.time(at.time()))},
                // What the clinic has, or will have, nobody reads here again; what it could not take is nowhere else.
                {QStringLiteral("text"), concern.state == OutboxState::Rejected ? concern.text : QString()},
                {QStringLiteral("state"), stateOf(concern)},
                {QStringLiteral("isSent"), concern.state == OutboxState::Done}};
        }
    }
    Q_EMIT changed();
}

void ConcernView::open()
{
    if (m_begun.open())
        refresh();
}

void ConcernView::leave()
{
    m_begun.leave();
    m_said.clear();
}

bool ConcernView::send()
{
    const bool isSent = m_begun.send([this](Records &records, const BegunMessage &begun) {
        return records.queueConcern(begun.text, begun.identifier, m_clock.nowUtc());
    });
    if (!isSent)
        return false;
    refresh();
    m_account.sendSoon();
    return true;
}

} // namespace handrail
