// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Sharing.h"
#include "sync/Operation.h"

#include <QCoroTask>
#include <QDateTime>
#include <QString>

namespace handrail {

/// What the clinic said to an invitation. The link's token and the code are shown and handed on, and kept nowhere.
struct InviteAnswer {
    enum class Kind {
        Open,    ///< here are link and code
        Waiting, ///< the clinic signs first; asked again under the same identifier once the Consent is active
        Refused
    };
    Kind kind = Kind::Refused;
    QString link;    ///< 22 signs of base64url
    QString code;    ///< six, to be told by voice
    QDateTime until; ///< UTC; the end of the two
    QString consentId;
    QString personId;
    QString refusal; ///< the code of a refusal: a parameter's name, too-many, under-age, session, used, ended
};

/// `Patient/{id}/$invite`. The same invite again, after an answer that was lost, makes no second person. Problems: those of Operation::post();
/// NotFound where the clinic offers this person no inviting.
QCoro::Task<Result<InviteAnswer>> invite(Operation &operation, QString patientId, SignedInvite invite);
/// A new link and code of one that nobody has used yet; the old pair opens nothing from then on.
QCoro::Task<Result<InviteAnswer>> inviteAgain(Operation &operation, QString patientId, QString identifier);
/// The clinic lists the operation, and has it for this patient. It is asked with an invitation that is none, so nothing comes of it. Problems: those
/// after which nobody knows.
QCoro::Task<Result<bool>> isInvitingOffered(Operation &operation, QString patientId);

} // namespace handrail
