// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "net/HttpClient.h"

#include "net/RetryAfter.h"

#include <QHostAddress>

namespace handrail {

QByteArray HttpResponse::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool isAllowedAddress(const QUrl &url)
{
    // A name and password in an address would be sent by themselves and would show up in places that log addresses.
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    if (url.scheme() == u"https")
        return true;
    if (url.scheme() != u"http")
        return false;
    const QHostAddress address(url.host());
    return address.isNull() ? url.host() == u"localhost" : address.isLoopback();
}

Problem problemFor(const HttpResponse &response)
{
    const auto [kind, isRetryable] = [status = response.status]() -> std::pair<ProblemKind, bool> {
        switch (status) {
        case 401: return {ProblemKind::SignInNeeded, false};
        case 403: return {ProblemKind::Forbidden, false};
        case 404:
        case 410: return {ProblemKind::NotFound, false};
        case 408: // the server gave up waiting for our bytes
            return {ProblemKind::Timeout, true};
        case 409:
        case 412: return {ProblemKind::Conflict, false};
        case 425:
        case 429:
        case 503: return {ProblemKind::ServerBusy, true};
        case 501: return {ProblemKind::Rejected, false};
        case 511: // a captive portal speaks, not the server (RFC 6585)
            return {ProblemKind::Offline, true};
        default: break;
        }
        if (status >= 400 && status < 500)
            return {ProblemKind::Rejected, false};
        if (status >= 300 && status < 600) // a redirect that was not followed is the server's mistake and may pass
            return {ProblemKind::ServerError, true};
        return {ProblemKind::BadData, false};
    }();
    Problem problem{kind, isRetryable, QStringLiteral("status %1").arg(response.status), response.status};
    problem.retryAfterSeconds = readRetryAfter(response.header("Retry-After"), response.header("Date"));
    return problem;
}

} // namespace handrail
