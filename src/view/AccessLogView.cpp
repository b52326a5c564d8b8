// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/AccessLogView.h"

#include "core/Log.h"
#include "view/HeldText.h"
#include "view/ProblemText.h"
#include "view/TimeText.h"

#include <QCoroTask>
#include <QPointer>
#include <algorithm>
#include <iterator>

namespace handrail {

namespace {

constexpr qsizetype linesAtOnce = 30;
constexpr qsizetype mostHours = 10;    ///< of one person; the whole log has the others
constexpr qsizetype mostEvents = 2000; ///< of which a page shows; nobody reads on
constexpr int mostPages = 5;           ///< without a line that counts, before the person is asked
constexpr qint64 freshSeconds = 60;

} // namespace

AccessLogView::AccessLogView(Account &account, const Clock &clock, const Preferences &preferences, Of of, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_of(of)
{
    connect(&account, &Account::left, this, &AccessLogView::forget);
    connect(&preferences, &Preferences::languageChanged, this, [this] {
        m_isCurrent = false; // the clinic's own words come in it with the next look
        show();
    });
}

void AccessLogView::forget()
{
    ++m_turn;
    m_events.clear();
    m_next.clear();
    m_at = {};
    m_isThere = true;
    m_isBusy = m_isRead = m_isCurrent = false;
    m_shown = 0;
    m_who.clear();
    m_problemTitle.clear();
    m_problemText.clear();
    show();
}

void AccessLogView::setWho(const QString &who)
{
    if (who == m_who)
        return;
    forget();
    m_who = who;
    look();
}

void AccessLogView::look()
{
    Records *records = m_account.records();
    if (!records || (m_of == Of::OnePerson && m_who.isEmpty()))
        return;
    if (!std::exchange(m_isRead, true)) {
        const SeenLog seen = seenLog(*records, m_who);
        m_events = seen.events;
        m_at = seen.at;
        m_isThere = seen.isThere;
        m_shown = linesAtOnce;
    }
    const bool isFresh = m_isCurrent && std::abs(m_at.secsTo(m_clock.nowUtc())) < freshSeconds;
    show();
    if (!isFresh)
        fetch(m_who);
}

void AccessLogView::tryAgain()
{
    fetch(m_who);
}

void AccessLogView::more()
{
    m_shown += linesAtOnce;
    if (m_shown > m_lineCount && !m_next.isEmpty())
        fetch(m_next);
    show();
}

bool AccessLogView::hasMore() const
{
    return m_lineCount > m_shown || (m_isCurrent && !m_next.isEmpty() && m_events.size() < mostEvents);
}

QCoro::Task<void> AccessLogView::fetch(QString next)
{
    if (m_isBusy || !m_account.sync())
        co_return;
    const QPointer<AccessLogView> self(this);
    const int turn = m_turn;
    const bool isFirst = next == m_who;
    m_isBusy = true;
    Q_EMIT changed();
    QList<AccessEvent> found;
    Result<AccessPage> page;
    for (int pages = 0; pages < mostPages; ++pages) {
        page = co_await m_account.sync()->readAccessLog(next, m_preferences.language());
        if (!self || turn != m_turn)
            co_return;
        if (!page)
            break;
        // A server that cannot tell people apart sends everybody's.
        std::copy_if(page->events.cbegin(), page->events.cend(), std::back_inserter(found),
                     [this](const AccessEvent &event) { return m_who.isEmpty() || event.who == m_who; });
        next = page->next;
        if (next.isEmpty() || !accessLines(found, m_clock.localZone()).isEmpty() || !m_account.sync())
            break;
    }
    m_isBusy = false;
    take(page, found, isFirst);
}

void AccessLogView::take(const Result<AccessPage> &page, const QList<AccessEvent> &found, bool isFirst)
{
    m_problemTitle.clear();
    m_problemText.clear();
    const bool isMissing = !page && page.error().kind == ProblemKind::NotFound && isFirst;
    if (page || isMissing) {
        m_isThere = !isMissing;
        m_isCurrent = true;
        m_events = isFirst ? found : m_events + found;
        m_next = page ? page->next : QString();
        if (isFirst)
            m_at = m_clock.nowUtc();
        m_shown = std::max(m_shown, linesAtOnce);
        Records *records = m_account.records();
        if (records) {
            if (const Result<void> kept = keepSeenLog(*records, {m_at, m_events, m_isThere}, m_who); !kept)
                qCWarning(logApp) << "keeping what was seen of the log:" << kept.error();
        }
    } else {
        const ProblemWords words = problemTextOfAsking(page.error());
        m_problemTitle = words.title;
        m_problemText = words.text;
    }
    show();
}

QString AccessLogView::whenText(const QDateTime &at) const
{
    const TimeText text(m_preferences.locale());
    const QDateTime local = at.toTimeZone(m_clock.localZone());
    const QDate today = m_clock.today();
    return tr("%1, %2", "a day and a time").arg(text.relativeDay(local.date(), today), text.time(local.time()));
}

void AccessLogView::show()
{
    m_lines.clear();
    m_leadText.clear();
    m_asOfText.clear();
    const QList<AccessLine> lines = accessLines(m_events, m_clock.localZone());
    m_lineCount = lines.size();
    const auto add = [this](const AccessEvent &newest, const QString &what) {
        m_lines << QVariantMap{{QStringLiteral("who"), lookerText(newest)},
                               {QStringLiteral("what"), what},
                               {QStringLiteral("when"), whenText(newest.at)}};
    };
    if (m_of == Of::OnePerson) {
        for (const QList<AccessLine> &hour : byHour(lines, m_clock.localZone()).mid(0, mostHours)) {
            QStringList what;
            for (const AccessLine &line : hour)
                what << accessText(line.event, line.count);
            add(hour.first().event, what.join(u'\n'));
        }
    } else {
        for (const AccessLine &line : lines.mid(0, m_shown))
            add(line.event, accessText(line.event, line.count));
    }
    if (!lines.isEmpty())
        m_leadText =
            tr("Last: %1. %2", "who looked last, and when").arg(lookerText(lines.first().event), whenText(lines.first().event.at));
    else if (m_isCurrent)
        m_leadText = tr("Nobody so far");
    const bool isNow = m_isCurrent && m_problemTitle.isEmpty();
    if (m_at.isValid() && m_isThere && !isNow)
        m_asOfText = tr("As of %1").arg(whenText(m_at));
    Q_EMIT changed();
}

} // namespace handrail
