// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>
#include <QStringList>

namespace handrail::clinic {

/// SMART scopes, v1 and v2: reading what an app asks and narrowing it to what a role may have (design api 2.3, 2.4).
class SmartScopes
{
public:
    enum class Role { Patient, Relative, Staff };

    /// The role of Patient/<id>, RelatedPerson/<id>, Practitioner/<id>.
    [[nodiscard]] static Role roleOf(QStringView fhirUser);

    /// False when it is empty or holds characters that RFC 6749 3.3 does not allow.
    [[nodiscard]] static bool isWellFormed(QStringView asked);

    /// What is granted of `asked`, in the order asked and never wider. `patient/*.rs` becomes one scope a type. A v1 scope is told back in
    /// v1 form when all of it is granted, else in v2 form. Unknown scopes, system/ and scopes with a query are left out.
    [[nodiscard]] static QStringList granted(QStringView asked, Role role);

    /// As `granted`, with every v1 scope in v2 form: what is enforced.
    [[nodiscard]] static QStringList inV2Form(const QStringList &granted);

    /// True when each of `asked` is among, or narrower than, `granted`: a refresh may ask for less, never for more (RFC 6749 6).
    [[nodiscard]] static bool isWithin(QStringView asked, const QStringList &granted);

    /// True when the token response must name the patient: any patient/ scope, or launch/patient.
    [[nodiscard]] static bool needsPatient(const QStringList &granted);

    /// For `scopes_supported`.
    [[nodiscard]] static QStringList supported();
};

} // namespace handrail::clinic
