// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/FhirClient.h"

#include "core/Wipe.h"
#include "net/RetryAfter.h"

#include <utility>

namespace handrail {

FhirClient::FhirClient(HttpClient &http, TokenSource &tokens, const Clock &clock, QUrl base, SyncLifePointer life)
    : m_http(http)
    , m_tokens(tokens)
    , m_clock(clock)
    , m_base(std::move(base))
    , m_life(std::move(life))
{
}

QUrl FhirClient::address(const QString &path, const QUrlQuery &query) const
{
    QUrl url = m_base;
    url.setPath(m_base.path() + u'/' + path);
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

std::optional<QUrl> FhirClient::resolved(const QString &link) const
{
    QUrl base = m_base;
    base.setPath(m_base.path() + u'/');
    const QUrl url = base.resolved(QUrl(link, QUrl::StrictMode));
    const auto portOf = [](const QUrl &u) { return u.port(u.scheme() == u"https" ? 443 : 80); };
    const bool isSameOrigin = url.isValid() && url.userInfo().isEmpty() && url.scheme() == m_base.scheme()
        && url.host() == m_base.host() && portOf(url) == portOf(m_base);
    return isSameOrigin ? std::optional(url) : std::nullopt;
}

QDateTime FhirClient::serverNow() const
{
    return m_clock.nowUtc().addMSecs(m_clockOffset.value_or(std::chrono::milliseconds(0)).count());
}

QCoro::Task<Result<QString>> FhirClient::token()
{
    Result<QString> token = co_await m_tokens.accessToken();
    if (m_life->isOver)
        co_return cancelled();
    co_return token;
}

QCoro::Task<Result<HttpResponse>> FhirClient::exchange(HttpRequest request, QString token)
{
    QByteArray authorization = QByteArrayLiteral("Bearer ") + token.toLatin1();
    request.headers.append({QByteArrayLiteral("Authorization"), authorization});
    request.headers.append({QByteArrayLiteral("Accept"), QByteArrayLiteral("application/fhir+json")});
    Result<HttpResponse> response = co_await m_http.send(std::move(request));
    wipe(authorization);
    if (m_life->isOver)
        co_return cancelled();
    if (response) {
        if (const auto date = readHttpDate(response->header("Date")))
            m_clockOffset = std::chrono::milliseconds(m_clock.nowUtc().msecsTo(*date));
        if (response->status == 401)
            m_tokens.invalidate(token);
    }
    co_return response;
}

QCoro::Task<Result<HttpResponse>> FhirClient::get(QUrl url)
{
    for (int tries = 0; tries < 2; ++tries) {
        Result<QString> current = co_await token();
        if (!current)
            co_return tl::make_unexpected(current.error());
        HttpRequest request;
        request.url = url;
        Result<HttpResponse> response = co_await exchange(std::move(request), *current);
        if (!response || response->status != 401)
            co_return response;
    }
    co_return problem(ProblemKind::SignInNeeded, QStringLiteral("a new token was refused too"));
}

QCoro::Task<Result<HttpResponse>> FhirClient::write(QByteArray method, QString token, QString path, HttpHeaders headers,
                                                    QByteArray body, bool isSecret)
{
    HttpRequest request;
    request.isSecret = isSecret;
    request.method = std::move(method);
    request.url = address(path);
    request.headers = std::move(headers);
    request.headers.append({QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/fhir+json")});
    request.body = std::move(body);
    Result<HttpResponse> response = co_await exchange(std::move(request), std::move(token));
    co_return response;
}

} // namespace handrail
