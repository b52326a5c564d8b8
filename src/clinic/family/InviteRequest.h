// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/http/Http.h"
#include "core/Problem.h"

#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace handrail::clinic {

/// What a patient asks for and signs: whom to invite to what, until when, in which words. See InviteOperation.h for its Parameters.
struct InviteRequest {
    QString identifier; ///< urn:uuid:..., lower case
    QJsonObject name;   ///< HumanName
    QString shownName;
    QString relationship; ///< v3-RoleCode
    QString relationshipText;
    QString appointment; ///< id; empty for all family sessions
    bool sharesBusy = false;
    bool sharesAttendance = false;
    QDate until; ///< the last day, in the clinic's records a whole day UTC
    QString language;
    QByteArray consentText; ///< exactly as shown, UTF-8
    QString signature;
    QString signedAt; ///< FHIR dateTime

    static constexpr qsizetype mostConsentText = 20 * 1024;

    /// Reads and checks all but what the records know. `now` in milliseconds since 1970 UTC, `today` where the clinic is. On failure
    /// the refusal: 400 or 422.
    [[nodiscard]] static tl::expected<InviteRequest, Reply> read(const QJsonObject &body, qint64 now, const QDate &today);
};

/// The RelatedPerson that goes with it, not active until somebody proved the code.
[[nodiscard]] QJsonObject invitedPerson(const InviteRequest &request, const QJsonObject &patient);

/// The Consent that the patient signed, with what 42 CFR 2.31 asks for: patient, who discloses, what, to whom, why, how to take it back
/// (in the text as shown), until when, signature and date; and the label 42CFRPart2. `status`: active, or proposed for a countersignature.
[[nodiscard]] QJsonObject signedConsent(const InviteRequest &request, const QJsonObject &patient, const QString &personId,
                                        const QJsonObject &organization, const QString &status);

/// The share-scopes and resource types, as the provision of a Consent has them.
[[nodiscard]] QJsonObject signedProvision(const InviteRequest &request, const QJsonObject &recipient);

} // namespace handrail::clinic
