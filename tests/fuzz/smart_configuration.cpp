// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// What a server says about its sign-in: no endpoint that is taken may be plain http beyond this machine, or hold a name.

#include "Fuzz.h"
#include "auth/SmartConfiguration.h"

namespace handrail::fuzz {

void prepare() {}

void run(Input input)
{
    const auto smart = readSmartConfiguration(input.rest());
    if (!smart) {
        require(smart.error().kind == ProblemKind::NotFhir || smart.error().kind == ProblemKind::NoSmart
                    || smart.error().kind == ProblemKind::Insecure,
                "the problem is one of three");
        return;
    }
    require(isAllowedAddress(smart->authorizationEndpoint) && isAllowedAddress(smart->tokenEndpoint), "sign-in goes over https");
    require(smart->revocationEndpoint.isEmpty() || isAllowedAddress(smart->revocationEndpoint), "so does its end");
    require(smart->jwksUri.isEmpty() || isAllowedAddress(smart->jwksUri), "so do keys");
    require(smart->capabilities.contains(QStringLiteral("launch-standalone")), "the app can start there");
    require(!smart->canOpenId() || (!smart->issuer.isEmpty() && !smart->jwksUri.isEmpty()), "an id_token can be checked");
}

} // namespace handrail::fuzz
