// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/ConcernView.h"

#include "core/Ids.h"
#include "view/OutgoingItem.h"
#include "view/ProblemText.h"
#include "view/TimeText.h"

namespace handrail {

namespace {

constexpr std::chrono::milliseconds keepAfter{400};
constexpr qsizetype lettersTold = 200;
constexpr qsizetype mostBegun = 10 * mostConcernCharacters; ///< what is far longer cannot be laid out while somebody waits

} // namespace

ConcernView::ConcernView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    m_keepTimer.setSingleShot(true);
    connect(&m_keepTimer, &QTimer::timeout, this, &ConcernView::keepBegun);
    connect(&account, &Account::aboutToLock, this, &ConcernView::keepBegun);
    connect(&account, &Account::left, this, &ConcernView::forget);
    connect(&account, &Account::stateChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::syncChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, &m_refresh, &OncePerTurn::ask);
}

ConcernView::~ConcernView()
{
    keepBegun();
}

bool ConcernView::isRelative() const
{
    return m_account.records() && m_account.records()->identity().role == Role::Relative;
}

void ConcernView::forget()
{
    m_keepTimer.stop();
    m_begun = {};
    m_problemText.clear();
    m_said.clear();
    m_isOpen = false;
    m_isOffered = false;
    Q_EMIT begunChanged();
    Q_EMIT changed();
}

QString ConcernView::stateOf(const SaidConcern &concern) const
{
    if (concern.state == OutboxState::Done)
        return tr("Sent to the clinic");
    if (concern.state == OutboxState::Rejected)
        return tr("The clinic could not take it. Please call.");
    if (concern.isTooMany)
        return tr("Saved. The clinic takes five a day, so this goes later. If it can’t wait, call.");
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
    if (m_isOpen && isRelative()) {
        const TimeText text(m_preferences.locale());
        const QDate today = m_clock.nowUtc().toTimeZone(m_clock.localZone()).date();
        for (const SaidConcern &concern : m_account.records()->concerns()) {
            const QDateTime at = concern.saidAt.toTimeZone(m_clock.localZone());
            m_said << QVariantMap{
                {QStringLiteral("title"), tr("%1, %2").arg(text.relativeDay(at.date(), today), text.time(at.time()))},
                {QStringLiteral("state"), stateOf(concern)},
                {QStringLiteral("isSent"), concern.state == OutboxState::Done}};
        }
    }
    Q_EMIT changed();
}

void ConcernView::setText(const QString &text)
{
    const QString kept = text.left(mostBegun);
    if (kept == m_begun.text) {
        if (kept != text)
            Q_EMIT begunChanged();
        return;
    }
    m_begun.text = kept;
    m_begun.kind = MessageKind::Concern;
    m_begun.identifier.clear(); // other words are another concern
    m_problemText.clear();
    if (!m_keepTimer.isActive())
        m_keepTimer.start(keepAfter);
    Q_EMIT begunChanged();
}

bool ConcernView::canSend() const
{
    const qsizetype letters = m_begun.text.trimmed().size();
    return letters > 0 && letters <= mostConcernCharacters;
}

QString ConcernView::lengthText() const
{
    const qsizetype left = mostConcernCharacters - m_begun.text.trimmed().size();
    if (m_begun.text.size() >= mostBegun)
        return tr("This is too long to send. Only its beginning fits here.");
    if (left < 0)
        return tr("This is too long to send. Make it shorter by %n letter(s). All of it is kept here.", nullptr, int(-left));
    return left <= lettersTold ? tr("%n letter(s) left", nullptr, int(left)) : QString();
}

void ConcernView::keepBegun()
{
    m_keepTimer.stop();
    if (!m_isOpen || !isRelative())
        return;
    const BegunMessage kept = m_begun.text.isEmpty() ? BegunMessage() : m_begun;
    if (const Result<void> done = keepBegunMessage(*m_account.records(), kept); !done) {
        m_problemText = handrail::problemText(done.error()).inOne();
        Q_EMIT begunChanged();
    }
}

void ConcernView::open()
{
    if (!isRelative())
        return;
    m_isOpen = true;
    m_problemText.clear();
    m_begun = begunMessage(*m_account.records());
    refresh();
    Q_EMIT begunChanged();
}

void ConcernView::leave()
{
    keepBegun();
    m_isOpen = false;
    m_said.clear();
}

bool ConcernView::send()
{
    if (!isRelative() || !canSend())
        return false;
    Records &records = *m_account.records();
    // Kept with its identifier first: whenever the app ends in between, it is sent once.
    if (m_begun.identifier.isEmpty())
        m_begun.identifier = urn(newId());
    const Result<QString> queued = keepBegunMessage(records, m_begun).and_then([&] {
        return records.queueConcern(m_begun.text, m_begun.identifier, m_clock.nowUtc());
    });
    if (!queued) {
        m_problemText = handrail::problemText(queued.error()).inOne();
        Q_EMIT begunChanged();
        return false;
    }
    m_begun = {};
    m_problemText.clear();
    keepBegun();
    Q_EMIT begunChanged();
    refresh();
    m_account.sendSoon();
    return true;
}

} // namespace handrail
