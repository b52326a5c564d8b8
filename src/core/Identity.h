// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Wipe.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace handrail {

enum class Role { Patient, Relative };

/// Who signed in, and about whom. Comes from the token reply and the id_token's fhirUser (SMART App Launch 2.2).
struct Identity {
    QUrl server; ///< FHIR base, without a trailing slash
    QString issuer;
    QString subject;           ///< `sub` of the id_token
    Role role = Role::Patient; ///< by a verified fhirUser alone
    QString patientId;         ///< the launch patient
    QString relatedPersonId;   ///< set for a relative
    QStringList scopes;        ///< as granted

    /// True when the two are the same person, on the same server, about the same patient.
    [[nodiscard]] bool isSamePersonAs(const Identity &other) const
    {
        return server == other.server && subject == other.subject && role == other.role && patientId == other.patientId
            && relatedPersonId == other.relatedPersonId;
    }
};

/// What must survive a restart to stay signed in. Held sealed in the store, never elsewhere. The token is wiped with its last copy.
struct Credentials {
    ~Credentials() { wipe(refreshToken); }

    Identity identity;
    QString refreshToken; ///< empty when the server grants no offline access
    QUrl tokenEndpoint;
    QUrl revocationEndpoint; ///< empty when the server has none
    QString clientId;
};

} // namespace handrail
