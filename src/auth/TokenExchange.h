// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"
#include "core/Wipe.h"
#include "net/HttpClient.h"

#include <QStringList>
#include <chrono>

namespace handrail {

/// The fields of a form, in order.
using FormFields = QList<std::pair<QByteArray, QString>>;

/// A form post of a public client: no Authorization header, a small answer (RFC 6749 3.2.1; design faults 33).
[[nodiscard]] HttpRequest formPost(const QUrl &endpoint, const FormFields &fields, std::chrono::milliseconds deadline);

/// Percent-encoded as RFC 3986 unreserved characters only, which every server reads alike.
[[nodiscard]] QByteArray encodedFields(const FormFields &fields);

/// The id in a reference or by itself; empty when it is no FHIR id (R4 datatypes), so that it can go into a URL as it is.
[[nodiscard]] QString readFhirId(const QString &text);

/// A good answer of the token endpoint (RFC 6749 5.1, SMART App Launch 2.2).
struct TokenReply {
    ~TokenReply()
    {
        wipe(accessToken);
        wipe(refreshToken);
        wipe(idToken);
    }

    QString accessToken;
    QString refreshToken; ///< empty when none was given
    QString idToken;      ///< empty when none was given
    QString patientId;    ///< empty when none was given
    QStringList scopes;   ///< empty when the reply does not say: then they are those asked for
    std::chrono::milliseconds expiresIn{};
};

/// Reads the answer. `expires_in` defaults to 300 s and is cut to a day. Problems: those of the status; SignInMismatch for
/// invalid_grant (the code or the refresh token is no longer good); BadData when a 200 is not a token reply.
[[nodiscard]] Result<TokenReply> readTokenReply(const HttpResponse &response);

} // namespace handrail
