// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "net/HttpClient.h"

#include <memory>

namespace handrail {

/// The HttpClient that speaks to the network. GUI thread only.
///
/// Nothing of Qt's network or TLS is loaded before the first request. When the client is destroyed, what is under way ends with
/// Cancelled before the destructor returns. No cookies, no cache, no stored passwords.
class QtHttpClient final : public HttpClient
{
public:
    QtHttpClient();
    ~QtHttpClient() override;
    Q_DISABLE_COPY_MOVE(QtHttpClient)

    QCoro::Task<Result<HttpResponse>> send(HttpRequest request) override;
    void forget() override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace handrail
