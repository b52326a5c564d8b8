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
    QUrl revocationEndpoint;   ///< empty when absent
    QUrl jwksUri;              ///< empty when absent
    QString issuer;
    QStringList capabilities;

    [[nodiscard]] bool canScopesV2() const;
    [[nodiscard]] bool canOpenId() const;
};

/// Reads the answer of `<base>/.well-known/smart-configuration`. NoSmart when it lacks what a standalone launch with S256 needs;
/// every endpoint must be https or loopback.
[[nodiscard]] Result<SmartConfiguration> readSmartConfiguration(const QByteArray &json);

/// Fetches it. NotFhir when the address answers with something that is neither SMART nor a FHIR CapabilityStatement; NoSmart when it is
/// a FHIR server without SMART sign-in.
QCoro::Task<Result<SmartConfiguration>> discoverSmart(HttpClient &http, QUrl fhirBase);

} // namespace handrail
