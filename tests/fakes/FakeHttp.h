// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "net/HttpClient.h"
#include "net/Pending.h"

#include <QList>

namespace handrail {

/// An HttpClient without a network: answers come from a queue, in order, and every request is kept. A request that was not expected,
/// and an answer that nobody asked for, fail the running test.
class FakeHttp final : public HttpClient
{
public:
    using Reply = Result<HttpResponse>;

    ~FakeHttp() override;

    QCoro::Task<Reply> send(HttpRequest request) override;

    /// The next request must have this method and this URL path; it gets this reply.
    void expect(const QByteArray &method, const QString &path, Reply reply);
    /// Requests from now on wait until release(), as on a slow network.
    void hold();
    void release();

    [[nodiscard]] const QList<HttpRequest> &requests() const { return m_requests; }
    [[nodiscard]] const HttpRequest &lastRequest() const { return m_requests.constLast(); }
    [[nodiscard]] qsizetype expectedCount() const { return m_expected.size(); }

    /// An answer with a JSON body.
    [[nodiscard]] static HttpResponse json(int status, const QByteArray &body, HttpHeaders headers = {});
    [[nodiscard]] static HttpResponse html(int status = 200);

private:
    struct Expected {
        QByteArray method;
        QString path;
        Reply reply;
    };
    QList<Expected> m_expected;
    QList<HttpRequest> m_requests;
    std::optional<Pending<bool>> m_gate;
};

} // namespace handrail
