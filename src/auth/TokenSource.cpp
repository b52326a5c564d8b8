// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/TokenSource.h"

#include "auth/TokenExchange.h"
#include "core/Log.h"
#include "net/Pending.h"

#include <algorithm>
#include <new>

namespace handrail {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds refreshBefore{60};
// Two tries fit into the 30 s in which a server gives a lost answer again (design api 2.2).
constexpr std::chrono::seconds refreshDeadline{12};
constexpr std::chrono::seconds revokeDeadline{5};

/// The state, shared with the answers that are on their way: they may arrive after the TokenSource is gone.
struct Core {
    HttpClient *http;
    CredentialStore *credentials;
    const Clock *clock;

    bool isAlive = true;
    int generation = 0; ///< rises with each sign-in and sign-out: an answer from before is not for this account
    bool isEnded = false;
    bool isSharingOver = false;
    QString token;
    std::chrono::milliseconds refreshAt{};
    std::chrono::milliseconds endsAt{};
    std::optional<Pending<Result<QString>>> refresh; ///< under way, shared by all callers
    std::optional<Credentials> unstored;             ///< rotated, but the store refused it so far
    TokenReply held;                                 ///< waits for `unstored`
    std::chrono::milliseconds heldFrom{};

    void use(const QString &accessToken, std::chrono::milliseconds life, std::chrono::milliseconds from)
    {
        token = accessToken;
        endsAt = from + life;
        refreshAt = endsAt - std::min<std::chrono::milliseconds>(refreshBefore, life / 2);
    }
    void forget()
    {
        wipe(token);
        unstored.reset();
        wipe(held.accessToken);
        wipe(held.refreshToken);
        held = {};
    }
    ~Core() { forget(); }
    /// Whoever waits for the account that was, waits no longer.
    void endRefresh()
    {
        if (const auto waiting = std::exchange(refresh, std::nullopt))
            waiting->complete(problem(ProblemKind::Cancelled, QStringLiteral("another sign-in")));
    }
};

using CorePtr = std::shared_ptr<Core>;

/// The rotated refresh token goes to rest first; only then may its access token be used.
Result<QString> storeRotated(Core &core)
{
    if (const Result<void> stored = core.credentials->setCredentials(*core.unstored); !stored)
        return tl::make_unexpected(stored.error());
    core.unstored.reset();
    const TokenReply reply = std::exchange(core.held, {});
    core.use(reply.accessToken, reply.expiresIn, core.heldFrom);
    return core.token;
}

/// The clinic ended this sign-in. Who it was stays known, for signing in again; the refresh token is never sent again, but by the next start
/// where the sharing is over, so that it hears that, too.
void end(Core &core, Credentials credentials)
{
    core.isEnded = true;
    core.forget();
    if (core.isSharingOver)
        return;
    credentials.refreshToken.clear();
    if (const Result<void> stored = core.credentials->setCredentials(credentials); !stored)
        qCWarning(logAuth) << "noting the end of a sign-in:" << stored.error();
}

/// When there is no new access token, the one in hand serves to its very end.
Result<QString> orStillGood(const Core &core, const Problem &failure)
{
    if (!core.token.isEmpty() && core.clock->monotonic() < core.endsAt)
        return core.token;
    return tl::make_unexpected(failure);
}

QCoro::Task<Result<void>> revokeToken(HttpClient *http, Credentials credentials)
{
    if (credentials.refreshToken.isEmpty() || credentials.revocationEndpoint.isEmpty())
        co_return Result<void>();
    const FormFields fields{{"token", credentials.refreshToken},
                            {"token_type_hint", QStringLiteral("refresh_token")},
                            {"client_id", credentials.clientId}};
    HttpRequest request = formPost(credentials.revocationEndpoint, fields, revokeDeadline);
    const Result<HttpResponse> answer = co_await http->send(std::move(request));
    if (!answer) {
        qCInfo(logAuth) << "revoking:" << answer.error();
        co_return tl::make_unexpected(answer.error());
    }
    // RFC 7009 2.2: 200 also for a token that is not known; 503 asks to come again.
    const bool isAnswered = answer->status < 500 && answer->status != 429 && answer->status != 408;
    co_return isAnswered ? Result<void>() : Result<void>(tl::make_unexpected(problemFor(*answer)));
}

QCoro::Task<Result<QString>> refreshed(CorePtr core)
{
    if (core->unstored)
        co_return storeRotated(*core);
    const Result<std::optional<Credentials>> kept = core->credentials->credentials();
    if (!kept)
        co_return tl::make_unexpected(kept.error());
    if (core->isEnded || !*kept || (*kept)->refreshToken.isEmpty())
        co_return orStillGood(*core, Problem{ProblemKind::SignInNeeded, false, QStringLiteral("no refresh token")});

    Credentials credentials = **kept;
    const int generation = core->generation;
    const FormFields fields{{"grant_type", QStringLiteral("refresh_token")},
                            {"refresh_token", credentials.refreshToken},
                            {"client_id", credentials.clientId}};
    const Problem over{ProblemKind::Cancelled, false, QStringLiteral("another sign-in")};
    Result<TokenReply> reply = problem(ProblemKind::Offline);
    std::chrono::milliseconds asked{};
    // The answer may be lost after the server took the old token: the same token once more, at once, gets the same new pair.
    for (int attempt = 0; attempt < 2; ++attempt) {
        asked = core->clock->monotonic();
        HttpRequest request = formPost(credentials.tokenEndpoint, fields, refreshDeadline);
        const Result<HttpResponse> answer = co_await core->http->send(std::move(request));
        if (!core->isAlive && core->generation == generation)
            co_return tl::make_unexpected(over);
        reply = answer ? readTokenReply(*answer) : Result<TokenReply>(tl::make_unexpected(answer.error()));
        if (core->generation != generation) {
            if (reply && !reply->refreshToken.isEmpty()) { // nobody will use it, so nobody shall
                credentials.refreshToken = reply->refreshToken;
                revokeToken(core->http, credentials);
            }
            co_return tl::make_unexpected(over);
        }
        const bool isLost =
            !answer && answer.error().isRetryable && answer.error().kind != ProblemKind::Tls && !answer.error().isUnsent;
        if (!isLost)
            break;
    }
    if (!reply) {
        qCInfo(logAuth) << "refresh:" << reply.error();
        core->isSharingOver = reply.error().kind == ProblemKind::SignInEnded;
        if (!core->isSharingOver && reply.error().kind != ProblemKind::SignInMismatch)
            co_return orStillGood(*core, reply.error());
        end(*core, credentials);
        co_return problem(ProblemKind::SignInNeeded, QStringLiteral("refresh token ended"));
    }
    if (!reply->refreshToken.isEmpty())
        credentials.refreshToken = reply->refreshToken;
    if (!reply->scopes.isEmpty())
        credentials.identity.scopes = reply->scopes;
    core->unstored = credentials;
    core->held = *reply;
    core->heldFrom = asked;
    co_return storeRotated(*core);
}

/// Without the memory to begin, the app ends: those who wait for `refresh` would wait for ever.
QCoro::Task<void> drive(CorePtr core, Pending<Result<QString>> refresh) noexcept
{
    Result<QString> result;
    try {
        result = co_await refreshed(core);
    } catch (const std::bad_alloc &) {
        // Else all who wait for the token would wait for ever.
        result = problem(ProblemKind::BadData, QStringLiteral("no memory"), true);
    }
    if (core->refresh && core->refresh->isSameAs(refresh))
        core->refresh.reset();
    refresh.complete(result);
}

} // namespace

struct TokenSource::Private {
    CorePtr core;
};

TokenSource::TokenSource(HttpClient &http, CredentialStore &credentials, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->core = std::make_shared<Core>();
    d->core->http = &http;
    d->core->credentials = &credentials;
    d->core->clock = &clock;
}

TokenSource::~TokenSource()
{
    d->core->isAlive = false;
    d->core->forget(); // an answer on its way may keep the rest a little longer
    d->core->endRefresh();
}

void TokenSource::setAccessToken(QString token, std::chrono::milliseconds expiresIn)
{
    Core &core = *d->core;
    ++core.generation;
    core.isEnded = false;
    core.isSharingOver = false;
    core.forget();
    core.use(token, expiresIn, core.clock->monotonic());
    core.endRefresh();
}

QCoro::Task<Result<QString>> TokenSource::accessToken()
{
    const CorePtr core = d->core;
    if (!core->token.isEmpty() && core->clock->monotonic() < core->refreshAt) {
        // A copy: QCoro 0.8 moves out of whatever lvalue is given to co_return, and the token would be gone after one use.
        const Result<QString> current = core->token;
        co_return current;
    }
    if (!core->refresh) {
        const Pending<Result<QString>> started;
        core->refresh = started;
        drive(core, started);
        const Result<QString> first = co_await started;
        co_return first;
    }
    const Pending<Result<QString>> shared = *core->refresh;
    const Result<QString> result = co_await shared;
    co_return result;
}

bool TokenSource::isSharingOver() const
{
    return d->core->isSharingOver;
}

bool TokenSource::isRefreshing() const
{
    return d->core->refresh.has_value();
}

QCoro::Task<void> TokenSource::refreshEnded()
{
    if (!d->core->refresh)
        co_return;
    const Pending<Result<QString>> shared = *d->core->refresh;
    const Result<QString> result = co_await shared;
}

void TokenSource::invalidate(const QString &token)
{
    if (d->core->token == token)
        wipe(d->core->token);
}

std::optional<Credentials> TokenSource::giveUp()
{
    const CorePtr core = d->core; // whoever waits for a token may end this object when it does not come
    std::optional<Credentials> credentials = core->unstored;
    if (!credentials)
        credentials = core->credentials->credentials().value_or(std::nullopt);
    ++core->generation;
    core->isEnded = true;
    core->forget();
    core->endRefresh();
    return credentials;
}

QCoro::Task<Result<void>> TokenSource::revokeAt(HttpClient &http, Credentials credentials)
{
    Result<void> revoked = co_await revokeToken(&http, std::move(credentials));
    co_return revoked;
}

QCoro::Task<void> TokenSource::revoke()
{
    const CorePtr core = d->core;
    const std::optional<Credentials> credentials = giveUp();
    if (credentials)
        co_await revokeToken(core->http, *credentials);
}

} // namespace handrail
