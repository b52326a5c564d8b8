// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/Access.h"
#include "clinic/http/Http.h"

#include <QJsonObject>
#include <functional>
#include <optional>

namespace handrail::clinic {

/// One call of an operation, as the API hands it on: read, admitted and inside a write transaction.
struct OperationCall {
    Access access;       ///< of the token; empty when the operation needs none
    QString id;          ///< of the instance; empty for an operation of the type
    QJsonObject body;    ///< the Parameters that came; empty when there was no body
    QByteArray peer;     ///< the client's address
    QString languageTag; ///< Accept-Language as it came, for words
};

/// What came of it.
struct OperationResult {
    Reply reply;
    bool isKept = false; ///< commit what was written although the reply is an error; a reply below 300 always commits
    QString about = {};  ///< the patient in whose log it stands (an id); empty: the one of the token
};

/// An operation that another room brings (FHIR R4 section 3.2.0). Its answer, Parameters or an OperationOutcome, is the room's; token, size,
/// media type, rate, transaction and the row in the log are the API's. `run` is called on the server's thread, after BEGIN IMMEDIATE: what it
/// reads is what holds at the commit.
struct FhirOperation {
    QString type; ///< resource type
    QString name; ///< without the $
    bool isOfInstance = true;
    bool needsToken = true;
    std::function<OperationResult(const OperationCall &)> run;
    /// Asked before the database is locked for writing; a reply refuses the call, and then nothing is read, written or logged. May be empty.
    std::function<std::optional<Reply>(const OperationCall &)> refusal = {};
};

/// What an unknown operation answers: also one that is kept secret from who asks.
[[nodiscard]] Reply noSuchOperation();

} // namespace handrail::clinic
