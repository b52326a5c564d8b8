// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/Operation.h"

#include "core/Log.h"
#include "fhir/Read.h"
#include "sync/FhirClient.h"

#include <utility>

namespace handrail {

namespace {

Result<OperationAnswer> answerIn(const HttpResponse &response)
{
    OperationAnswer answer;
    if (response.status == 200) {
        Result<QHash<QString, QString>> values = fhir::readParameters(response.body);
        if (!values)
            return problem(ProblemKind::NotFhir, QStringLiteral("operation: no Parameters"), true);
        answer.values = std::move(*values);
        return answer;
    }
    const std::optional<fhir::Refusal> refusal = fhir::readRefusal(response.body);
    if (refusal && response.status >= 400 && response.status < 500) {
        answer.refusal = refusal->code;
        answer.opensAt = refusal->opensAt;
        return answer;
    }
    return tl::make_unexpected(problemFor(response));
}

} // namespace

Operation::Operation(HttpClient &http, TokenSource &tokens, const Clock &clock, QUrl base)
    : m_http(http)
    , m_tokens(tokens)
    , m_clock(clock)
    , m_base(std::move(base))
    , m_life(std::make_shared<SyncLife>())
{
}

Operation::~Operation()
{
    m_life->isOver = true;
}

QCoro::Task<Result<OperationAnswer>> Operation::post(QString path, QByteArray parameters)
{
    const std::shared_ptr<SyncLife> life = m_life;
    // Of its own: this may be gone before the answer comes.
    const auto client = std::make_shared<FhirClient>(m_http, m_tokens, m_clock, m_base, life);
    for (int tries = 0; tries < 2; ++tries) {
        Result<QString> token = co_await client->token();
        if (!token)
            co_return tl::make_unexpected(token.error());
        QByteArray method = QByteArrayLiteral("POST");
        HttpHeaders none;
        // The answer may hold a link that lets in whoever has it.
        Result<HttpResponse> response = co_await client->write(std::move(method), *token, path, std::move(none), parameters, true);
        if (life->isOver)
            co_return cancelled();
        if (!response)
            co_return tl::make_unexpected(response.error());
        if (response->status == 401)
            continue;
        qCInfo(logSync).noquote() << "operation" << path.section(u'$', 1) << response->status;
        co_return answerIn(*response);
    }
    co_return problem(ProblemKind::SignInNeeded, QStringLiteral("a new token was refused too"));
}

QCoro::Task<Result<QStringList>> Operation::offered()
{
    const std::shared_ptr<SyncLife> life = m_life;
    HttpRequest request;
    request.url = m_base;
    request.url.setPath(m_base.path() + QStringLiteral("/metadata"));
    request.headers.append({QByteArrayLiteral("Accept"), QByteArrayLiteral("application/fhir+json")});
    Result<HttpResponse> response = co_await m_http.send(std::move(request));
    if (life->isOver)
        co_return cancelled();
    if (!response)
        co_return tl::make_unexpected(response.error());
    if (response->status != 200)
        co_return tl::make_unexpected(problemFor(*response));
    Result<QStringList> names = fhir::readOfferedOperations(response->body);
    co_return names;
}

} // namespace handrail
