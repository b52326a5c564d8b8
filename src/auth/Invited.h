// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "auth/Pkce.h"
#include "core/Problem.h"
#include "net/HttpClient.h"

#include <QCoroTask>
#include <QString>
#include <QUrl>

namespace handrail {

/// What the right code of an invitation opens: the clinic's sign-in page, once, with an account to be made there (design clinical 7.1).
struct Invited {
    QUrl fhirBase;
    QString ticket; ///< goes along to the sign-in page; good for 15 minutes; empty: nothing is open
    Pkce pkce;      ///< of that sign-in: the clinic takes the ticket together with this challenge alone
};

/// Asks `POST [base]/RelatedPerson/$open-invitation`, without a token. `token` is the link's, `code` what the person was told.
/// Problems: NotFound for anything that is not open (wrong code, used, ended, never there: the clinic does not say which), ServerBusy with
/// retryAfterSeconds after too many tries, BadAddress or Insecure without a request, BadData, network ones.
[[nodiscard]] QCoro::Task<Result<Invited>> openInvitation(HttpClient &http, QUrl fhirBase, QString token, QString code);

} // namespace handrail
