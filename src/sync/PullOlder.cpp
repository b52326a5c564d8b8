// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Log.h"
#include "sync/OlderSessions.h"
#include "sync/Pull.h"

#include <algorithm>

namespace handrail {

namespace {

constexpr int mostPages = 200;

} // namespace

/// Where the first download ended, by the server's clock then; it goes on from the page that is kept.
std::optional<OlderSessions> Pull::olderWanted()
{
    OlderSessions older = olderSessions(m_store).value_or(OlderSessions{});
    const bool isNew = !older.held.isValid();
    if (isNew)
        older.held = sessionsHeld(m_store, m_client.serverNow().date());
    const QDate first = firstDayOfCare(m_store);
    const bool isWanted = first.isValid() && first < older.held;
    if (isWanted && older.from != first) {
        older.from = first;
        older.place.clear();
    }
    if (isNew && !setOlderSessions(m_store, older))
        return std::nullopt;
    return isWanted ? std::optional(older) : std::nullopt;
}

QUrl Pull::olderPage(const OlderSessions &older) const
{
    const auto step =
        std::find_if(m_plan.cbegin(), m_plan.cend(), [](const PullStep &one) { return one.daysBack == sessionDaysBack; });
    const auto day = [](const char *prefix, const QDate &date) {
        return QString(QLatin1String(prefix) + date.toString(Qt::ISODate));
    };
    QUrlQuery query;
    query.addQueryItem(step->parameter, step->value);
    query.addQueryItem(step->dayParameter, day("ge", older.from));
    query.addQueryItem(step->dayParameter, day("le", older.held)); // that day again: the zones
    query.addQueryItem(QStringLiteral("_count"), QString::number(m_pageSize));
    return m_client.address(step->type, query);
}

QCoro::Task<Result<void>> Pull::readOlder()
{
    if (m_identity.role != Role::Patient || m_isOlderSettled || m_isReadingOlder)
        co_return Result<void>();
    std::optional<OlderSessions> older = olderWanted();
    if (!older) {
        m_isOlderSettled = true;
        co_return Result<void>();
    }
    m_isReadingOlder = true;
    auto wanted = std::make_shared<OlderSessions>(*older);
    Result<void> read = co_await readOlderPages(wanted);
    m_isReadingOlder = false;
    m_isOlderSettled = read || !read.error().isRetryable; // else not again before the app is next opened
    if (!m_life->isOver)
        tellUntold();
    co_return read;
}

QCoro::Task<Result<void>> Pull::readOlderPages(std::shared_ptr<OlderSessions> older)
{
    const PullStep step =
        *std::find_if(m_plan.cbegin(), m_plan.cend(), [](const PullStep &one) { return one.daysBack == sessionDaysBack; });
    const std::optional<QUrl> kept =
        older->place.isEmpty() ? std::nullopt : m_client.resolved(QString::fromLatin1(older->place.toEncoded()));
    QUrl url = kept.value_or(olderPage(*older));
    QSet<QUrl> visited;
    for (int pages = 0; pages < mostPages; ++pages) {
        if (visited.contains(url))
            co_return problem(ProblemKind::BadData, QStringLiteral("the next links run in a circle"));
        visited.insert(url);
        Result<HttpResponse> response = co_await m_client.get(url);
        if (m_life->isOver)
            co_return cancelled();
        if (!response)
            co_return tl::make_unexpected(response.error());
        if (response->status != 200) {
            Problem refused = problemFor(*response);
            // The server forgot its list, or keeps it for another sign-in: from the first page next time.
            const bool isForgotten =
                response->status == 410 || (kept && pages == 0 && (response->status == 400 || isRefusal(response->status)));
            if (!older->place.isEmpty() && isForgotten) {
                older->place.clear();
                (void)setOlderSessions(m_store, *older);
                refused.isRetryable = true;
            }
            co_return tl::make_unexpected(refused);
        }
        Result<fhir::Page> page = fhir::readPage(response->body);
        if (!page)
            co_return tl::make_unexpected(page.error());
        const QString nextLink = page->next;
        if (Result<void> stored = store(sifted(step, std::move(*page))); !stored || m_life->isOver)
            co_return stored;
        if (nextLink.isEmpty()) {
            older->held = older->from;
            older->place.clear();
            Result<void> done = setOlderSessions(m_store, *older);
            if (done)
                tellRecordsChangedSoon();
            co_return done;
        }
        const std::optional<QUrl> next = m_client.resolved(nextLink);
        if (!next)
            co_return problem(ProblemKind::BadData, QStringLiteral("a next link to another origin"));
        url = *next;
        older->place = url;
        (void)setOlderSessions(m_store, *older); // only a memory: without it the list is read from its first page again
    }
    co_return problem(ProblemKind::BadData, QStringLiteral("more than 200 pages"));
}

} // namespace handrail
