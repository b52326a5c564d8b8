// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/SmartEndpoints.h"

#include "clinic/smart/SmartScopes.h"

#include <QJsonArray>

namespace handrail::clinic {

namespace {

constexpr QStringView fhirPath = u"/fhir/R4";

} // namespace

SmartEndpoints::SmartEndpoints(const QUrl &fhirBase)
    : m_base(fhirBase.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash))
    , m_root(m_base.endsWith(fhirPath) ? m_base.chopped(fhirPath.size()) : m_base)
{
}

QByteArray SmartEndpoints::origin() const
{
    return QUrl(m_root).toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

bool SmartEndpoints::isSecure() const
{
    return m_base.startsWith(u"https:");
}

bool SmartEndpoints::isBase(QStringView audience) const
{
    return (audience.endsWith(u'/') ? audience.chopped(1) : audience) == m_base;
}

QJsonObject SmartEndpoints::common() const
{
    return {{QStringLiteral("issuer"), issuer()},
            {QStringLiteral("jwks_uri"), url(jwksPath())},
            {QStringLiteral("authorization_endpoint"), authorize()},
            {QStringLiteral("token_endpoint"), url(tokenPath())},
            {QStringLiteral("revocation_endpoint"), url(revokePath())},
            {QStringLiteral("grant_types_supported"),
             QJsonArray{QStringLiteral("authorization_code"), QStringLiteral("refresh_token")}},
            {QStringLiteral("response_types_supported"), QJsonArray{QStringLiteral("code")}},
            {QStringLiteral("code_challenge_methods_supported"), QJsonArray{QStringLiteral("S256")}},
            {QStringLiteral("token_endpoint_auth_methods_supported"), QJsonArray{QStringLiteral("none")}},
            {QStringLiteral("authorization_response_iss_parameter_supported"), true},
            {QStringLiteral("scopes_supported"), QJsonArray::fromStringList(SmartScopes::supported())}};
}

QJsonObject SmartEndpoints::smartConfiguration() const
{
    QJsonObject document = common();
    document.insert(QStringLiteral("capabilities"),
                    QJsonArray{QStringLiteral("launch-standalone"), QStringLiteral("client-public"),
                               QStringLiteral("context-standalone-patient"), QStringLiteral("permission-patient"),
                               QStringLiteral("permission-user"), QStringLiteral("permission-offline"),
                               QStringLiteral("permission-v1"), QStringLiteral("permission-v2"),
                               QStringLiteral("sso-openid-connect")});
    return document;
}

QJsonObject SmartEndpoints::openIdConfiguration() const
{
    QJsonObject document = common();
    document.insert(QStringLiteral("subject_types_supported"), QJsonArray{QStringLiteral("public")});
    document.insert(QStringLiteral("id_token_signing_alg_values_supported"), QJsonArray{QStringLiteral("RS256")});
    return document;
}

QJsonObject SmartEndpoints::capabilitySecurity() const
{
    const auto endpoint = [](const QString &name, const QString &address) {
        return QJsonObject{{QStringLiteral("url"), name}, {QStringLiteral("valueUri"), address}};
    };
    const QJsonObject addresses{
        {QStringLiteral("url"), QStringLiteral("http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris")},
        {QStringLiteral("extension"),
         QJsonArray{endpoint(QStringLiteral("authorize"), authorize()), endpoint(QStringLiteral("token"), url(tokenPath())),
                    endpoint(QStringLiteral("revoke"), url(revokePath()))}}};
    const QJsonObject coding{
        {QStringLiteral("system"), QStringLiteral("http://terminology.hl7.org/CodeSystem/restful-security-service")},
        {QStringLiteral("code"), QStringLiteral("SMART-on-FHIR")}};
    return {{QStringLiteral("extension"), QJsonArray{addresses}},
            {QStringLiteral("service"), QJsonArray{QJsonObject{{QStringLiteral("coding"), QJsonArray{coding}}}}}};
}

} // namespace handrail::clinic
