// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/TokenEndpoint.h"

#include "clinic/smart/SmartClient.h"
#include "clinic/smart/SmartForm.h"
#include "clinic/smart/SmartScopes.h"
#include "core/Log.h"

#include <QJsonDocument>
#include <QUrl>

namespace handrail::clinic {

namespace {

constexpr std::chrono::minutes idTokenLifetime{10};

Reply json(int status, const QJsonObject &body)
{
    Reply reply;
    reply.status = status;
    reply.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    reply.headers = {{"Content-Type", "application/json"},
                     {"Cache-Control", "no-store"},
                     {"Pragma", "no-cache"},
                     {"X-Content-Type-Options", "nosniff"}};
    return reply;
}

Reply error(const char *code, const char *words, int status = 400)
{
    return json(status,
                {{QStringLiteral("error"), QLatin1String(code)}, {QStringLiteral("error_description"), QLatin1String(words)}});
}

Reply busy()
{
    Reply reply = error("temporarily_unavailable", "Try again in a moment.", 503);
    reply.headers.emplaceBack("Retry-After", "5");
    return reply;
}

// Beside what RFC 6749 5.2 has: a relative's app forgets which clinic it was for this alone, and not when only the sign-in is over.
Reply sharingOver()
{
    return json(400,
                {{QStringLiteral("error"), QStringLiteral("invalid_grant")},
                 {QStringLiteral("error_description"), QStringLiteral("Nothing is shared right now.")},
                 {QStringLiteral("sharing"), QStringLiteral("ended")}});
}

bool isForm(const Request &request)
{
    const QByteArray type = request.header("Content-Type");
    return type.split(';').constFirst().trimmed().toLower() == "application/x-www-form-urlencoded";
}

// What is wrong with the request before its grant is looked at; nullopt: nothing.
std::optional<Reply> refused(const Request &request, const std::optional<SmartForm> &form)
{
    if (!isForm(request))
        return error("invalid_request", "The body must be application/x-www-form-urlencoded.");
    if (!form || form->hasRepeated())
        return error("invalid_request", "The form cannot be read, or names a parameter twice.");
    if (!request.header("Authorization").isEmpty()) {
        Reply reply = error("invalid_client", "A public client has no secret.", 401);
        reply.headers.emplaceBack("WWW-Authenticate", "Basic realm=\"token\"");
        return reply;
    }
    if (!SmartClient::isRegistered(form->value(u"client_id")))
        return error("invalid_client", "This client is not registered.", 401);
    return std::nullopt;
}

} // namespace

TokenEndpoint::TokenEndpoint(TokenStore &tokens, SmartSecrets &secrets, const Clock &clock, SmartEndpoints endpoints,
                             std::function<std::optional<QDate>(const QString &fhirUser, const QString &patientId)> sharedUntil)
    : m_tokens(tokens)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_endpoints(std::move(endpoints))
    , m_sharedUntil(std::move(sharedUntil))
{
}

Reply TokenEndpoint::token(const Request &request)
{
    const auto form = SmartForm::parse(request.body);
    if (auto reply = refused(request, form))
        return *reply;
    const QString grantType = form->value(u"grant_type");
    const QString client = form->value(u"client_id");
    if (grantType == u"authorization_code") {
        if (!form->has(u"code") || !form->has(u"redirect_uri"))
            return error("invalid_request", "code and redirect_uri are needed.");
        return answer(
            m_tokens.exchanged(form->value(u"code"), client, form->value(u"redirect_uri"), form->value(u"code_verifier")));
    }
    if (grantType == u"refresh_token") {
        if (!form->has(u"refresh_token"))
            return error("invalid_request", "refresh_token is needed.");
        const QString refreshToken = form->value(u"refresh_token");
        const auto tokens = m_tokens.refreshed(refreshToken, client, form->value(u"scope"));
        const bool isRefused = !tokens && tokens.error() == TokenStore::Refusal::InvalidGrant;
        return isRefused && isSharingOver(refreshToken, client) ? sharingOver() : answer(tokens);
    }
    return grantType.isEmpty() ? error("invalid_request", "grant_type is needed.")
                               : error("unsupported_grant_type", "Only authorization_code and refresh_token.");
}

bool TokenEndpoint::isSharingOver(const QString &refreshToken, const QString &client) const
{
    const auto grant = m_tokens.grantOf(refreshToken, client);
    return grant && m_sharedUntil && SmartScopes::roleOf(grant->fhirUser) == SmartScopes::Role::Relative
        && !m_sharedUntil(grant->fhirUser, grant->patientId);
}

Reply TokenEndpoint::answer(const TokenStore::Answer<TokenStore::Tokens> &answer)
{
    if (!answer) {
        switch (answer.error()) {
        case TokenStore::Refusal::InvalidGrant: return error("invalid_grant", "It is unknown, used, ended, or not yours.");
        case TokenStore::Refusal::InvalidScope: return error("invalid_scope", "More than was granted.");
        case TokenStore::Refusal::Unavailable: break;
        }
        return busy();
    }
    const TokenStore::Tokens &tokens = *answer;
    QJsonObject body{{QStringLiteral("access_token"), tokens.accessToken},
                     {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                     {QStringLiteral("expires_in"), static_cast<double>(tokens.expiresIn.count())},
                     {QStringLiteral("scope"), tokens.grant.scopes.join(u' ')}};
    if (!tokens.grant.patientId.isEmpty() && SmartScopes::needsPatient(tokens.grant.scopes))
        body.insert(QStringLiteral("patient"), tokens.grant.patientId);
    if (!tokens.refreshToken.isEmpty())
        body.insert(QStringLiteral("refresh_token"), tokens.refreshToken);
    if (tokens.grant.scopes.contains(QStringLiteral("openid"))) {
        const QByteArray signedToken = idToken(tokens);
        if (signedToken.isEmpty())
            return busy();
        body.insert(QStringLiteral("id_token"), QString::fromLatin1(signedToken));
    }
    return json(200, body);
}

QByteArray TokenEndpoint::idToken(const TokenStore::Tokens &tokens)
{
    const Result<SmartKey> key = m_secrets.signingKey();
    if (!key) {
        qCWarning(logClinic) << "No signing key:" << key.error();
        return {};
    }
    const qint64 now = m_clock.nowUtc().toSecsSinceEpoch();
    QJsonObject claims{{QStringLiteral("iss"), m_endpoints.issuer()},
                       {QStringLiteral("aud"), tokens.grant.clientId},
                       {QStringLiteral("sub"), tokens.grant.accountId},
                       {QStringLiteral("iat"), static_cast<double>(now)},
                       {QStringLiteral("exp"), static_cast<double>(now + std::chrono::seconds(idTokenLifetime).count())}};
    if (!tokens.nonce.isEmpty())
        claims.insert(QStringLiteral("nonce"), tokens.nonce);
    // The password was typed for this code: minutes ago at most, as long as the page after it may stay open. A refresh would have to tell the
    // same time (OpenID Connect Core 12.2), and tells none.
    if (tokens.isFirst)
        claims.insert(QStringLiteral("auth_time"), static_cast<double>(now));
    if (tokens.grant.scopes.contains(QStringLiteral("fhirUser")))
        claims.insert(QStringLiteral("fhirUser"), QString(m_endpoints.issuer() % u'/' % tokens.grant.fhirUser));
    return key->signedJwt(claims);
}

Reply TokenEndpoint::revoke(const Request &request)
{
    const auto form = SmartForm::parse(request.body);
    if (auto reply = refused(request, form))
        return *reply;
    if (!form->has(u"token"))
        return error("invalid_request", "token is needed.");
    // token_type_hint is a hint only (RFC 7009 2.1): the store knows both kinds by one hash.
    if (!m_tokens.revoke(form->value(u"token"), form->value(u"client_id")))
        return busy();
    return json(200, {});
}

} // namespace handrail::clinic
