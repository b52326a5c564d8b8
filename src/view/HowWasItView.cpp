// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/HowWasItView.h"

#include "care/Schedule.h"
#include "core/Log.h"
#include "view/MinuteTimer.h"
#include "view/ProblemText.h"
#include "view/SessionItem.h"

#include <algorithm>

namespace handrail {

HowWasItView::HowWasItView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
                           Navigator &navigator, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_navigator(navigator)
{
    connect(&account, &Account::stateChanged, this, &HowWasItView::refresh);
    connect(&account, &Account::left, this, [this] {
        m_id.clear();
        m_problemText.clear();
        refresh();
    });
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::changed, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &HowWasItView::refresh);
    connect(&minute, &MinuteTimer::turned, &m_refresh, &OncePerTurn::ask);
    connect(&navigator, &Navigator::routeChanged, this, &HowWasItView::follow);
}

/// However the page was left, it has asked. Where a lock took it, it has not: there are no records then, and the card asks later.
void HowWasItView::follow()
{
    if (m_navigator.route() == Navigator::HowWasIt) {
        m_id = m_navigator.argument();
        m_problemText.clear();
        refresh();
        return;
    }
    if (m_id.isEmpty() || m_navigator.has(Navigator::HowWasIt))
        return;
    const QString id = std::exchange(m_id, {});
    if (Records *records = m_account.records())
        settle(noteAsked(*records, id));
}

QStringList HowWasItView::options() const
{
    return {tr("Very hard"), tr("Hard"), tr("Okay"), tr("Good"), tr("Very good")};
}

void HowWasItView::refresh()
{
    m_dueId.clear();
    m_dueText.clear();
    m_title.clear();
    m_whenText.clear();
    m_current = -1;
    m_nextText.clear();
    m_words.clear();
    if (Records *records = m_account.records())
        read(*records);
    Q_EMIT changed();
}

void HowWasItView::read(Records &records)
{
    // Before the first download is through, what is not there may only be still to come.
    if (const Result<void> gone = m_account.isFirstSyncDone() ? forgetUnshared(records) : Result<void>(); !gone)
        qCWarning(logApp) << "removing what was said of sessions:" << gone.error();
    const QList<JoinedSession> joined = joinedSessions(records).value_or(QList<JoinedSession>());
    const TimeText text(m_preferences.locale(), m_preferences.textScale());
    const QDateTime now = m_clock.nowUtc();
    const QStringList words = options();
    for (auto one = joined.crbegin(); one != joined.crend(); ++one) {
        if (one->was)
            m_words.insert(one->id, words.at(int(*one->was)));
        if (!m_dueId.isEmpty() || one->isAsked)
            continue;
        const std::optional<Session> session = records.session(one->id).value_or(std::nullopt);
        if (!session || !isHowItWasDue(*one, *session, now, AskedWhen::Later))
            continue;
        const SessionItem item = sessionItem(*session, {}, m_clock, text, records.identity().role);
        m_dueId = one->id;
        m_dueText = tr("%1 · %2", "a session, and when it was").arg(item.title, item.whenText);
    }
    if (!m_id.isEmpty())
        readPage(records, joined, text, now);
}

void HowWasItView::readPage(const Records &records, const QList<JoinedSession> &joined, const TimeText &text, const QDateTime &now)
{
    const Role role = records.identity().role;
    if (const std::optional<Session> session = records.session(m_id).value_or(std::nullopt)) {
        const SessionItem item = sessionItem(*session, {}, m_clock, text, role);
        m_title = item.title;
        m_whenText = item.whenText;
    }
    const auto one = std::find_if(joined.cbegin(), joined.cend(), [this](const JoinedSession &each) { return each.id == m_id; });
    if (one != joined.cend() && one->was)
        m_current = int(*one->was);
    const QDate today = now.toTimeZone(m_clock.localZone()).date();
    QList<Session> after = records.sessions(today, today.addDays(daysKnown)).value_or(QList<Session>());
    after.removeIf([this](const Session &each) { return each.id == m_id; });
    const std::optional<Session> next = nextSession(after, now);
    const QString when = next ? sessionItem(*next, {}, m_clock, text, role).whenText : QString();
    m_nextText = !next          ? tr("Nothing more is planned yet.")
        : next->isUnconfirmed() ? tr("Next: %1. It is not confirmed yet.").arg(when)
                                : tr("Next: %1").arg(when);
}

void HowWasItView::settle(const Result<void> &kept)
{
    m_problemText = problemIn(kept);
    refresh();
}

void HowWasItView::choose(int step)
{
    Records *records = m_account.records();
    if (records && !m_id.isEmpty() && step < howItWasSteps)
        settle(setHowItWas(*records, m_id, step < 0 ? std::optional<HowItWas>() : HowItWas(step)));
}

void HowWasItView::skip()
{
    if (Records *records = m_account.records(); records && !m_dueId.isEmpty())
        settle(noteAsked(*records, m_dueId));
}

void HowWasItView::remove(const QString &sessionId)
{
    if (Records *records = m_account.records())
        settle(setHowItWas(*records, sessionId, std::nullopt));
}

} // namespace handrail
