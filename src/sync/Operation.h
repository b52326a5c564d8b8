// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "auth/TokenSource.h"
#include "core/Clock.h"
#include "net/HttpClient.h"

#include <QCoroTask>
#include <QDateTime>
#include <QHash>
#include <QStringList>
#include <memory>

namespace handrail {

struct SyncLife;

/// What the clinic answered to an operation.
struct OperationAnswer {
    QHash<QString, QString> values; ///< of the Parameters that came, by name, each as it is written; a reference without its Type/
    QString refusal;                ///< a code of HR/CodeSystem/family-refusal, with which the clinic said no; empty: it was done
    QDateTime opensAt;              ///< UTC; with the refusal `too-early`
};

/// Calls that need the network and an answer now (FHIR R4 section 3.2.0): nothing of them is queued, kept or logged. A call that was under way when
/// this goes ends with Cancelled. GUI thread.
class Operation
{
public:
    Operation(HttpClient &http, TokenSource &tokens, const Clock &clock, QUrl base);
    ~Operation();
    Operation(const Operation &) = delete;
    Operation &operator=(const Operation &) = delete;

    /// POST [base]/path ("Patient/p1/$invite") with Parameters, within 30 s; a 401 is answered by one refresh and one more try.
    /// Problems: those of HttpClient and TokenSource; NotFound (no such operation, or nothing there for this person), Forbidden, ServerBusy,
    /// ServerError, SignInNeeded, Rejected; NotFhir for an answer of somebody else (a Wi-Fi sign-in). Of these only one with isUnsent
    /// certainly did nothing.
    QCoro::Task<Result<OperationAnswer>> post(QString path, QByteArray parameters);
    /// "Type/name" of each operation on a resource that the clinic's CapabilityStatement lists, asked for without a token.
    QCoro::Task<Result<QStringList>> offered();

private:
    HttpClient &m_http;
    TokenSource &m_tokens;
    const Clock &m_clock;
    QUrl m_base;
    std::shared_ptr<SyncLife> m_life;
};

} // namespace handrail
