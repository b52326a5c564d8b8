// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QJsonObject>
#include <QString>
#include <QUrl>

namespace handrail::clinic {

/// Where this clinic's SMART endpoints are, from its FHIR base; and the documents that tell so. The pages and endpoints stand beside the
/// FHIR base, under /auth.
class SmartEndpoints
{
public:
    /// `fhirBase` without a slash at the end.
    explicit SmartEndpoints(const QUrl &fhirBase);

    [[nodiscard]] QString issuer() const { return m_base; }
    /// https://clinic.example, as a browser writes it in Origin.
    [[nodiscard]] QByteArray origin() const;
    [[nodiscard]] bool isSecure() const;
    /// The same base, with or without one slash at the end.
    [[nodiscard]] bool isBase(QStringView audience) const;

    [[nodiscard]] QString authorize() const { return url(authorizePath()); }
    [[nodiscard]] QString signIn() const { return url(signInPath()); }
    [[nodiscard]] QString consent() const { return url(consentPath()); }
    [[nodiscard]] QString invitation() const { return url(invitationPath()); }
    [[nodiscard]] QString promise() const { return url(promisePath()); }

    // As requests carry them. A proxy that adds a prefix takes it off again.
    [[nodiscard]] static QString authorizePath() { return QStringLiteral("/auth/authorize"); }
    [[nodiscard]] static QString signInPath() { return QStringLiteral("/auth/sign-in"); }
    [[nodiscard]] static QString consentPath() { return QStringLiteral("/auth/consent"); }
    [[nodiscard]] static QString invitationPath() { return QStringLiteral("/auth/invitation"); }
    [[nodiscard]] static QString promisePath() { return QStringLiteral("/auth/promise"); }
    [[nodiscard]] static QString tokenPath() { return QStringLiteral("/auth/token"); }
    [[nodiscard]] static QString revokePath() { return QStringLiteral("/auth/revoke"); }
    [[nodiscard]] static QString jwksPath() { return QStringLiteral("/auth/jwks"); }
    [[nodiscard]] static QString smartConfigurationPath() { return QStringLiteral("/fhir/R4/.well-known/smart-configuration"); }
    [[nodiscard]] static QString openIdConfigurationPath() { return QStringLiteral("/fhir/R4/.well-known/openid-configuration"); }

    /// SMART App Launch 2.2, "SMART configuration".
    [[nodiscard]] QJsonObject smartConfiguration() const;
    /// OpenID Connect Discovery 1.0, for those who check id_tokens from the issuer alone.
    [[nodiscard]] QJsonObject openIdConfiguration() const;
    /// CapabilityStatement.rest.security.
    [[nodiscard]] QJsonObject capabilitySecurity() const;

private:
    [[nodiscard]] QString url(const QString &path) const { return m_root % path; }
    [[nodiscard]] QJsonObject common() const;

    QString m_base; ///< https://clinic.example/fhir/R4
    QString m_root; ///< https://clinic.example
};

} // namespace handrail::clinic
