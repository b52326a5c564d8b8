// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <optional>

namespace handrail::clinic {

/// Who asks, as the access token says. Made by smart, enforced by records on every request (design api 2.3, 2.4).
struct Access {
    QString userId;     ///< the account in the clinic's user table
    QString fhirUser;   ///< Patient/<id>, RelatedPerson/<id>, Practitioner/<id>
    QString patientId;  ///< the launch patient; empty for staff
    QStringList scopes; ///< as granted
    [[nodiscard]] bool isRelative() const { return fhirUser.startsWith(QLatin1String("RelatedPerson/")); }
    [[nodiscard]] QString relatedPersonId() const { return isRelative() ? fhirUser.mid(14) : QString(); }
};

/// Looks a bearer token up. nullopt: absent, expired, revoked, or its user disabled.
class TokenChecker
{
public:
    virtual ~TokenChecker() = default;
    virtual std::optional<Access> check(const QByteArray &bearerToken) = 0;
};

} // namespace handrail::clinic
