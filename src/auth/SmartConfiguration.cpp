// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/SmartConfiguration.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace handrail {

namespace {

constexpr qint64 largestConfiguration = 256 * 1024;

QStringList strings(const QJsonValue &array)
{
    QStringList found;
    const QJsonArray values = array.toArray();
    for (const QJsonValue value : values)
        found << value.toString();
    return found;
}

QUrl endpoint(const QJsonObject &json, QStringView name)
{
    return QUrl(json.value(name).toString(), QUrl::StrictMode);
}

HttpRequest get(const QUrl &base, const QString &path, const QByteArray &accept)
{
    HttpRequest request;
    request.url = base;
    request.url.setPath(base.path() + path);
    request.headers = {{"Accept", accept}};
    return request;
}

bool isCapabilityStatement(const HttpResponse &response)
{
    const QJsonObject json = QJsonDocument::fromJson(response.body).object();
    return json.value(u"resourceType").toString() == u"CapabilityStatement"
        && json.value(u"fhirVersion").toString().startsWith(u"4.");
}

bool isPlain(const QUrl &url)
{
    return url.scheme() == u"http";
}

} // namespace

bool SmartConfiguration::canScopesV2() const
{
    return capabilities.contains(QStringLiteral("permission-v2"));
}

bool SmartConfiguration::canOpenId() const
{
    return capabilities.contains(QStringLiteral("sso-openid-connect")) && !issuer.isEmpty() && !jwksUri.isEmpty();
}

Result<QUrl> readFhirBase(const QUrl &typed)
{
    QUrl base = typed;
    while (base.path().endsWith(u'/'))
        base.setPath(base.path().chopped(1));
    const bool isPlainElsewhere = isPlain(base) && !base.host().isEmpty() && base.userInfo().isEmpty() && !isAllowedAddress(base);
    if (isPlainElsewhere)
        return problem(ProblemKind::Insecure, QStringLiteral("plain http"));
    if (!isAllowedAddress(base) || base.hasQuery() || base.hasFragment())
        return problem(ProblemKind::BadAddress, QStringLiteral("not a FHIR base"));
    return base;
}

Result<SmartConfiguration> readSmartConfiguration(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return problem(ProblemKind::NotFhir, QStringLiteral("smart-configuration is no JSON object"));
    const QJsonObject object = document.object();
    SmartConfiguration smart{endpoint(object, u"authorization_endpoint"),
                             endpoint(object, u"token_endpoint"),
                             endpoint(object, u"revocation_endpoint"),
                             endpoint(object, u"jwks_uri"),
                             object.value(u"issuer").toString(),
                             strings(object.value(u"capabilities")),
                             object.value(u"authorization_response_iss_parameter_supported").toBool()};
    const QStringList grants = strings(object.value(u"grant_types_supported"));
    const bool canLaunch = !smart.authorizationEndpoint.isEmpty() && !smart.tokenEndpoint.isEmpty()
        && smart.capabilities.contains(QStringLiteral("launch-standalone"))
        && strings(object.value(u"code_challenge_methods_supported")).contains(QStringLiteral("S256"))
        && (grants.isEmpty() || grants.contains(QStringLiteral("authorization_code")));
    if (!canLaunch)
        return problem(ProblemKind::NoSmart, QStringLiteral("no standalone launch with S256"));
    for (const QUrl &url : {smart.authorizationEndpoint, smart.tokenEndpoint, smart.revocationEndpoint, smart.jwksUri}) {
        if (!url.isEmpty() && !isAllowedAddress(url))
            return problem(ProblemKind::Insecure, QStringLiteral("endpoint refused"));
    }
    return smart;
}

QCoro::Task<Result<SmartConfiguration>> discoverSmart(HttpClient &http, QUrl fhirBase)
{
    const Result<QUrl> base = readFhirBase(fhirBase);
    if (!base)
        co_return tl::make_unexpected(base.error());

    HttpRequest request = get(*base, QStringLiteral("/.well-known/smart-configuration"), "application/json");
    request.maximumBody = largestConfiguration;
    const Result<HttpResponse> answer = co_await http.send(std::move(request));
    if (!answer)
        co_return tl::make_unexpected(answer.error());
    const Problem failure = problemFor(*answer);
    if (answer->status >= 500 || failure.isRetryable)
        co_return tl::make_unexpected(failure);

    Result<SmartConfiguration> smart = problem(ProblemKind::NoSmart, QStringLiteral("no smart-configuration"));
    if (answer->status == 200)
        smart = readSmartConfiguration(answer->body);
    if (smart) {
        // A clinic on the internet has no business on this machine's loopback.
        const bool isDowngrade = !isPlain(*base)
            && (isPlain(smart->authorizationEndpoint) || isPlain(smart->tokenEndpoint) || isPlain(smart->revocationEndpoint)
                || isPlain(smart->jwksUri));
        if (isDowngrade)
            co_return problem(ProblemKind::Insecure, QStringLiteral("endpoint refused"));
        co_return smart;
    }
    if (smart.error().kind == ProblemKind::Insecure)
        co_return smart;

    // Something answers, but not as SMART. Is it a FHIR server at all?
    HttpRequest question = get(*base, QStringLiteral("/metadata"), "application/fhir+json");
    const Result<HttpResponse> metadata = co_await http.send(std::move(question));
    if (!metadata)
        co_return tl::make_unexpected(metadata.error());
    if (metadata->status == 200 && isCapabilityStatement(*metadata))
        co_return problem(ProblemKind::NoSmart, smart.error().detail);
    const Problem refused = problemFor(*metadata);
    if (metadata->status >= 500 && refused.isRetryable)
        co_return tl::make_unexpected(refused);
    co_return problem(ProblemKind::NotFhir, QStringLiteral("neither SMART nor a CapabilityStatement"));
}

} // namespace handrail
