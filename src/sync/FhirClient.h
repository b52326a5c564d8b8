// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "auth/TokenSource.h"
#include "core/Clock.h"
#include "net/HttpClient.h"
#include "sync/SyncLife.h"

#include <QCoroTask>
#include <QUrlQuery>
#include <optional>

namespace handrail {

/// Requests to one FHIR server in the name of who signed in. A 401 is answered by one refresh and one more try.
class FhirClient
{
public:
    FhirClient(HttpClient &http, TokenSource &tokens, const Clock &clock, QUrl base, SyncLifePointer life);

    /// `base`/path?query.
    [[nodiscard]] QUrl address(const QString &path, const QUrlQuery &query = {}) const;
    /// The link of a page, resolved; nothing when it leads to another origin than the server's (design security row 16).
    [[nodiscard]] std::optional<QUrl> resolved(const QString &link) const;

    /// A good access token. SignInNeeded when the clinic ended the sign-in.
    QCoro::Task<Result<QString>> token();
    /// Any status but 401, which becomes SignInNeeded.
    QCoro::Task<Result<HttpResponse>> get(QUrl url);
    /// One POST or PUT, with a token that was just given by token(). Any status; on 401 the token is given up. `isSecret` as in HttpRequest.
    QCoro::Task<Result<HttpResponse>> write(QByteArray method, QString token, QString path, HttpHeaders headers, QByteArray body,
                                            bool isSecret = false);

    /// Server - device, from the last Date header; nothing before the first.
    [[nodiscard]] std::optional<std::chrono::milliseconds> clockOffset() const { return m_clockOffset; }
    /// Now, by the server's clock as far as it is known.
    [[nodiscard]] QDateTime serverNow() const;

private:
    QCoro::Task<Result<HttpResponse>> exchange(HttpRequest request, QString token);

    HttpClient &m_http;
    TokenSource &m_tokens;
    const Clock &m_clock;
    QUrl m_base;
    SyncLifePointer m_life;
    std::optional<std::chrono::milliseconds> m_clockOffset;
};

} // namespace handrail
