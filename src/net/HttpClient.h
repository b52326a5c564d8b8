// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"
#include "core/Wipe.h"

#include <QByteArray>
#include <QCoroTask>
#include <QList>
#include <QUrl>
#include <chrono>
#include <utility>

namespace handrail {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// One HTTP request. Everything has a limit; nothing is followed or retried without being asked for.
struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;
    HttpHeaders headers;
    QByteArray body;
    std::chrono::milliseconds deadline = std::chrono::seconds(30); ///< for the whole exchange, redirects included
    qint64 maximumBody = 10 * 1024 * 1024;                         ///< of the answer, after decompression
    bool isSecret = false; ///< about tokens: what it and its answer leave in freed memory is overwritten at once
};

/// A complete answer: the body arrived whole. Any status, also 4xx and 5xx.
struct HttpResponse {
    ~HttpResponse() { wipe(body); }

    int status = 0;
    HttpHeaders headers;
    QByteArray body;
    /// First value of the header, compared without case; empty when absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// Sends requests. Redirects are followed for GET on the same origin only, at most 5 (design security finding 10).
class HttpClient
{
public:
    virtual ~HttpClient() = default;
    /// Problems: Offline, Timeout, Tls, Insecure (http beyond loopback), BadAddress, BadData (cut short, too large), Cancelled.
    virtual QCoro::Task<Result<HttpResponse>> send(HttpRequest request) = 0;
    /// Ends what is under way with Cancelled and drops connections and buffers: they may hold what nobody may see now. The next send() starts
    /// anew. Not from inside an answer.
    virtual void forget() {}
};

/// True for https, and for http to 127.0.0.0/8, ::1 and localhost.
[[nodiscard]] bool isAllowedAddress(const QUrl &url);

/// The Problem that a status outside 2xx means (design api 3.3), with Retry-After read and clamped.
[[nodiscard]] Problem problemFor(const HttpResponse &response);

} // namespace handrail
