// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/Smart.h"

#include "clinic/smart/Accounts.h"
#include "clinic/http/Server.h"
#include "clinic/smart/SmartEndpoints.h"
#include "clinic/smart/SmartScopes.h"
#include "clinic/smart/SmartSecrets.h"
#include "clinic/smart/SmartSignIn.h"
#include "clinic/smart/TokenEndpoint.h"
#include "clinic/smart/TokenStore.h"
#include "core/Log.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <optional>

#include <sodium.h>

namespace handrail::clinic {

namespace {

constexpr std::chrono::hours purgeEvery{1};

Reply document(const QJsonObject &object, const QByteArray &cacheControl)
{
    Reply reply;
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    reply.headers = {{"Content-Type", "application/json"}, {"Cache-Control", cacheControl}, {"X-Content-Type-Options", "nosniff"}};
    return reply;
}

} // namespace

struct Smart::Private {
    Private(Database &store, const Clock &clock, const QUrl &fhirBase, const SmartOptions &options)
        : database(store)
        , accounts(store, clock)
        , tokens(store, clock)
        , secrets(store)
        , endpoints(fhirBase)
        , tokenEndpoint(tokens, secrets, clock, endpoints, options.sharedUntil)
    {
    }

    Result<void> prepare(const Clock &clock, const SmartOptions &options)
    {
        if (sodium_init() < 0)
            return problem(ProblemKind::BadData, QStringLiteral("libsodium"));
        for (const auto &[area, steps] :
             {std::pair(QStringLiteral("accounts"), Accounts::schema()), std::pair(QStringLiteral("tokens"), TokenStore::schema()),
              std::pair(QStringLiteral("secrets"), SmartSecrets::schema())}) {
            if (auto made = database.addArea(area, steps); !made)
                return made;
        }
        const Result<QByteArray> ticketKey = secrets.ticketKey();
        if (!ticketKey)
            return tl::make_unexpected(ticketKey.error());
        signIn.emplace(accounts, tokens, secrets, clock, endpoints, options, *ticketKey);
        return {};
    }

    Reply jwks()
    {
        const Result<SmartKey> key = secrets.signingKey();
        if (!key)
            return outcome(503, "transient", "The signing key cannot be read now");
        return document({{QStringLiteral("keys"), QJsonArray{key->publicJwk()}}}, "public, max-age=3600");
    }

    Database &database;
    Accounts accounts;
    TokenStore tokens;
    SmartSecrets secrets;
    SmartEndpoints endpoints;
    TokenEndpoint tokenEndpoint;
    std::optional<SmartSignIn> signIn;
    Result<void> ready;
};

Smart::Smart(Database &database, const Clock &clock, QUrl fhirBase, SmartOptions options)
    : d(std::make_unique<Private>(database, clock, fhirBase, options))
{
    d->ready = d->prepare(clock, options);
}

Smart::~Smart() = default;

const Result<void> &Smart::ready() const
{
    return d->ready;
}

void Smart::addRoutes(Server &server)
{
    if (!d->signIn) {
        qCWarning(logClinic) << "Sign-in is off:" << d->ready.error();
        return;
    }
    server.addRoute("GET", SmartEndpoints::smartConfigurationPath(),
                    [this](const Request &) { return document(d->endpoints.smartConfiguration(), "public, max-age=3600"); });
    server.addRoute("GET", SmartEndpoints::openIdConfigurationPath(),
                    [this](const Request &) { return document(d->endpoints.openIdConfiguration(), "public, max-age=3600"); });
    // Made or read before the first request, so that the keys need no worker and do not wait behind people who sign in.
    if (const Result<SmartKey> key = d->secrets.signingKey(); !key)
        qCWarning(logClinic) << "The signing key cannot be read yet:" << key.error();
    server.addRoute("GET", SmartEndpoints::jwksPath(), [this](const Request &) { return d->jwks(); });
    server.addRoute("GET", SmartEndpoints::authorizePath(),
                    [this](const Request &request) { return d->signIn->authorize(request); });
    server.addRoute(
        "POST", SmartEndpoints::signInPath(), [this](const Request &request) { return d->signIn->signIn(request); },
        Server::Speed::Slow);
    server.addRoute("POST", SmartEndpoints::consentPath(), [this](const Request &request) { return d->signIn->consent(request); });
    server.addRoute(
        "POST", SmartEndpoints::invitationPath(), [this](const Request &request) { return d->signIn->invitation(request); },
        Server::Speed::Slow);
    for (const QString &path : {SmartEndpoints::signInPath(), SmartEndpoints::consentPath()})
        server.addRoute("GET", path, [this](const Request &request) { return d->signIn->stale(request); });
    for (const QString &path : {SmartEndpoints::invitationPath(), SmartEndpoints::promisePath()})
        server.addRoute("GET", path, [this](const Request &request) { return d->signIn->tooOld(request); });
    server.addRoute("POST", SmartEndpoints::promisePath(), [this](const Request &request) { return d->signIn->promise(request); });
    server.addRoute("POST", SmartEndpoints::tokenPath(),
                    [this](const Request &request) { return d->tokenEndpoint.token(request); });
    server.addRoute("POST", SmartEndpoints::revokePath(),
                    [this](const Request &request) { return d->tokenEndpoint.revoke(request); });
    server.addTimer(purgeEvery, [this] { d->tokens.purge(); });
}

std::optional<Access> Smart::check(const QByteArray &bearer)
{
    return d->tokens.check(bearer);
}

Result<void> Smart::addUser(const QString &name, const QString &password, const QString &fhirUser, const QStringList &patients)
{
    return d->ready ? d->accounts.add(name, password, fhirUser, patients) : d->ready;
}

Result<void> Smart::addIdentity(const QString &name, const QString &fhirUser, const QString &patientId)
{
    return d->ready ? d->accounts.addIdentity(name, fhirUser, patientId) : d->ready;
}

QList<User> Smart::users() const
{
    return d->ready ? d->accounts.all() : QList<User>();
}

Result<void> Smart::disableUser(const QString &name)
{
    if (!d->ready)
        return d->ready;
    const Result<QString> account = d->accounts.setDisabled(name, true);
    if (!account)
        return tl::make_unexpected(account.error());
    if (!d->tokens.revokeAccount(*account))
        return problem(ProblemKind::StoreBroken, QStringLiteral("tokens"));
    return {};
}

Result<void> Smart::enableUser(const QString &name)
{
    if (!d->ready)
        return d->ready;
    return d->accounts.setDisabled(name, false).map([](const QString &) {});
}

Result<void> Smart::setPassword(const QString &name, const QString &password)
{
    if (!d->ready)
        return d->ready;
    const QString hash = Accounts::hashed(password);
    if (hash.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("password"));
    Transaction transaction(d->database);
    if (!transaction.isOpen())
        return problem(ProblemKind::StoreInUse, QStringLiteral("account"), true);
    const Result<QString> id = d->accounts.setPassword(name, hash);
    if (!id)
        return tl::make_unexpected(id.error());
    const auto account = d->accounts.byId(*id);
    const bool isRelative = account && SmartScopes::roleOf(account->identities.value(0).fhirUser) == SmartScopes::Role::Relative;
    if ((!isRelative && !d->tokens.revokeAccount(*id)) || !transaction.commit())
        return problem(ProblemKind::StoreBroken, QStringLiteral("account"));
    return {};
}

void Smart::consentEnded(const QString &relatedPersonId, const QString &patientId)
{
    if (!d->tokens.revokeIdentity(QStringLiteral("RelatedPerson/") % relatedPersonId, patientId))
        qCWarning(logClinic) << "The tokens of a relative could not be ended; each request is still checked against the Consent";
}

void Smart::setInvitations(InvitationBook &book)
{
    if (d->signIn)
        d->signIn->setInvitations(book);
}

Result<QByteArray> Smart::ticketKey()
{
    return d->secrets.ticketKey();
}

QJsonObject Smart::capabilitySecurity() const
{
    return d->endpoints.capabilitySecurity();
}

} // namespace handrail::clinic
