// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"
#include "net/HttpClient.h"

#include <QStringList>
#include <QUrl>

namespace handrail {

/// What a server says about its sign-in (SMART App Launch 2.2, conformance: `.well-known/smart-configuration`).
struct SmartConfiguration {
    QUrl authorizationEndpoint;
    QUrl tokenEndpoint;
    QUrl revocationEndpoint; ///< empty when absent
    QUrl jwksUri;            ///< empty when absent
    QString issuer;
    QStringList capabilities;
    bool isIssuerInAnswer = false; ///< the way back always carries `iss` (RFC 9207)

    [[nodiscard]] bool canScopesV2() const;
    /// An id_token can be had and checked.
    [[nodiscard]] bool canOpenId() const;
};

/// Reads the answer of `<base>/.well-known/smart-configuration`. NoSmart when it lacks what a standalone launch with S256 needs;
/// every endpoint must be https or loopback.
[[nodiscard]] Result<SmartConfiguration> readSmartConfiguration(const QByteArray &json);

/// The FHIR base as it is kept and compared: without a trailing slash. BadAddress when it has a query or a fragment, or is no web
/// address at all; Insecure for http beyond loopback.
[[nodiscard]] Result<QUrl> readFhirBase(const QUrl &typed);

/// Fetches it. NotFhir when the address answers with something that is neither SMART nor a FHIR CapabilityStatement; NoSmart when it is
/// a FHIR server without SMART sign-in.
QCoro::Task<Result<SmartConfiguration>> discoverSmart(HttpClient &http, QUrl fhirBase);

} // namespace handrail
