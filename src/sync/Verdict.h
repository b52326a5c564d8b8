// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "net/HttpClient.h"

#include <QString>

namespace handrail {

/// What the answer to a create means for the item that was sent (design api 3.3, column "On create").
struct Verdict {
    enum class Action {
        Done,   ///< the server has it under serverId
        Verify, ///< the server has it, or another under its identifier, or says so; ask now (serverId when it is known), and compare
        Uncertain,        ///< nobody knows; ask by identifier after a wait, then send again
        SignIn,           ///< 401: a new token, then again
        WithoutCondition, ///< the server does not take this form of If-None-Exist
        Rejected          ///< it will never be taken as it is
    };
    Action action = Action::Uncertain;
    QString serverId;
    QString code; ///< for OutboxItem::problem: a ProblemKind's name, and the issue code where there is one
};

/// The same for an update with If-Match (column "On update"): Done, Rejected, Uncertain, or Verify when what is there has changed.
[[nodiscard]] Verdict verdictOnAmend(const HttpResponse &response);
/// `identifier` is the urn:uuid that the item was sent with, `patientId` whom a record must be about to be the one that was sent; empty: whoever it is.
[[nodiscard]] Verdict verdictOnCreate(const HttpResponse &response, const QString &type, const QString &identifier,
                                      const QString &patientId = {});

} // namespace handrail
