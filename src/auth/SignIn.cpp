// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/SignIn.h"

#include "auth/IdToken.h"
#include "auth/LoopbackListener.h"
#include "auth/Pkce.h"
#include "auth/TokenExchange.h"
#include "auth/TokenSource.h"
#include "core/Log.h"
#include "net/Pending.h"
#include "net/RetryAfter.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace handrail {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::minutes longestWait{10};

QString clientId()
{
    return QStringLiteral("handrail");
}

/// What one sign-in has in hand. It outlives the SignIn that began it for as long as an answer is on its way.
struct Attempt {
    HttpClient *http;
    Browser *browser;
    const Clock *clock;
    QPointer<SignIn> owner;

    QUrl base;
    bool isAskedAnew = false;
    std::chrono::milliseconds openedAt{}; ///< monotonic: when the page was opened
    SmartConfiguration smart;
    Pkce pkce = Pkce::make();
    QString invitation; ///< ticket; empty: nobody was invited
    QByteArray state = randomText();
    QByteArray nonce = randomText();
    QUrl redirect;
    QString language;
    QString scopes;

    std::unique_ptr<LoopbackListener> listener;
    QPointer<QTimer> ticker;          ///< a child of the listener
    Pending<Result<QString>> code;    ///< from the browser
    Pending<Result<SignedIn>> result; ///< of the whole

    /// Nothing that belongs to others may be touched from here on: they may be gone.
    [[nodiscard]] bool isOver() const { return result.isDone(); }

    void stopTicking()
    {
        if (ticker)
            ticker->stop();
    }

    void end(const Result<SignedIn> &with)
    {
        stopTicking();
        if (listener)
            listener.release()->deleteLater();
        result.complete(with);
        code.complete(problem(ProblemKind::Cancelled));
    }
};

using AttemptPtr = std::shared_ptr<Attempt>;

QString one(const QUrlQuery &query, const QString &name)
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

bool isRepeated(const QUrlQuery &query)
{
    const auto names = {QStringLiteral("code"), QStringLiteral("state"), QStringLiteral("error"), QStringLiteral("iss")};
    return std::any_of(names.begin(), names.end(),
                       [&query](const QString &name) { return query.allQueryItemValues(name).size() > 1; });
}

Problem refusalOf(const QString &error)
{
    if (error == u"access_denied")
        return {ProblemKind::SignInDenied, false, {}};
    if (error == u"temporarily_unavailable")
        return {ProblemKind::ServerBusy, true, error};
    if (error == u"server_error")
        return {ProblemKind::ServerError, true, error};
    if (error == u"unauthorized_client" || error == u"invalid_client" || error == u"invalid_scope")
        return {ProblemKind::AppUnknown, false, error};
    const bool isKnown = error == u"invalid_request" || error == u"unsupported_response_type";
    return {ProblemKind::Rejected, false, isKnown ? error : QStringLiteral("authorization error")};
}

/// What the browser brought (RFC 6749 4.1.2, RFC 9207): the code, or why there is none. Nothing when it is not an answer at all.
std::optional<Result<QString>> judge(const QUrlQuery &query, const Attempt &attempt)
{
    const QString code = one(query, QStringLiteral("code"));
    const QString error = one(query, QStringLiteral("error"));
    if ((code.isEmpty() && error.isEmpty()) || isRepeated(query))
        return std::nullopt;
    if (!isSameSecret(one(query, QStringLiteral("state")).toUtf8(), attempt.state))
        return problem(ProblemKind::SignInMismatch, QStringLiteral("state"));
    const QString issuer = one(query, QStringLiteral("iss"));
    const bool isMissing = issuer.isEmpty() && attempt.smart.isIssuerInAnswer;
    const bool isOther = !issuer.isEmpty() && !attempt.smart.issuer.isEmpty() && issuer != attempt.smart.issuer;
    if (isMissing || isOther)
        return problem(ProblemKind::SignInMismatch, QStringLiteral("issuer"));
    if (!error.isEmpty())
        return tl::make_unexpected(refusalOf(error));
    return code;
}

LoopbackListener::Page pageFor(const std::optional<Result<QString>> &judged)
{
    if (!judged)
        return LoopbackListener::Page::NotForUs;
    if (judged->has_value())
        return LoopbackListener::Page::Done;
    return judged->error().kind == ProblemKind::SignInMismatch ? LoopbackListener::Page::Mismatch : LoopbackListener::Page::Denied;
}

QUrl authorizationPage(const Attempt &attempt)
{
    FormFields fields{{"response_type", QStringLiteral("code")},
                      {"client_id", clientId()},
                      {"redirect_uri", attempt.redirect.toString()},
                      {"scope", attempt.scopes},
                      {"state", QString::fromLatin1(attempt.state)},
                      {"aud", attempt.base.toString()},
                      {"code_challenge", QString::fromLatin1(attempt.pkce.challenge)},
                      {"code_challenge_method", QStringLiteral("S256")},
                      {"nonce", QString::fromLatin1(attempt.nonce)}};
    if (!attempt.invitation.isEmpty())
        fields.append({QByteArray("invitation"), attempt.invitation});
    if (attempt.isAskedAnew) {
        fields.append({QByteArray("prompt"), QStringLiteral("login")});
        fields.append({QByteArray("max_age"), QStringLiteral("0")}); // so that the id_token says when it was
    }
    if (!attempt.language.isEmpty())
        fields.append({QByteArray("ui_locales"), attempt.language});
    QUrl page = attempt.smart.authorizationEndpoint;
    const QString own = page.query(QUrl::FullyEncoded);
    page.setQuery((own.isEmpty() ? QString() : QString(own + u'&')) + QString::fromLatin1(encodedFields(fields)), QUrl::StrictMode);
    return page;
}

/// Begins to wait for the browser: an answer, or ten minutes.
Result<void> listen(const AttemptPtr &attempt)
{
    const std::weak_ptr<Attempt> weak = attempt;
    attempt->listener = std::make_unique<LoopbackListener>([weak](const QUrlQuery &query) {
        const AttemptPtr waiting = weak.lock();
        return waiting ? pageFor(judge(query, *waiting)) : LoopbackListener::Page::NotForUs;
    });
    const Result<QUrl> address = attempt->listener->listen();
    if (!address)
        return tl::make_unexpected(address.error());
    attempt->redirect = *address;
    QObject::connect(attempt->listener.get(), &LoopbackListener::answered, attempt->listener.get(), [weak](const QUrlQuery &query) {
        if (const AttemptPtr waiting = weak.lock(); waiting && !waiting->isOver()) {
            if (const auto judged = judge(query, *waiting))
                waiting->code.complete(*judged);
        }
    });
    // By the monotonic clock and in small steps: a device that slept notices when it wakes.
    const auto end = attempt->clock->monotonic() + longestWait;
    attempt->ticker = new QTimer(attempt->listener.get());
    attempt->ticker->callOnTimeout(attempt->listener.get(), [weak, end] {
        const AttemptPtr waiting = weak.lock();
        if (waiting && !waiting->isOver() && waiting->clock->monotonic() >= end)
            waiting->code.complete(problem(ProblemKind::SignInAbandoned));
    });
    attempt->ticker->start(250ms);
    return {};
}

/// Who it is, from the last two segments of fhirUser, absolute or relative (SMART App Launch 2.2, scopes and launch context).
Result<void> readPerson(const QString &fhirUser, Identity &identity)
{
    const QStringList parts = fhirUser.split(u'/', Qt::SkipEmptyParts);
    const QString type = parts.size() < 2 ? QString() : parts.at(parts.size() - 2);
    const QString id = parts.isEmpty() ? QString() : readFhirId(parts.constLast());
    if (type == u"Patient") {
        if (identity.patientId.isEmpty())
            identity.patientId = id;
        if (identity.patientId != id)
            return problem(ProblemKind::WrongPatient, QStringLiteral("fhirUser is another patient"));
        identity.role = Role::Patient;
        return {};
    }
    if (type == u"RelatedPerson" && !id.isEmpty()) {
        identity.role = Role::Relative;
        identity.relatedPersonId = id;
        return {};
    }
    if (fhirUser.isEmpty())
        return problem(ProblemKind::SignInUnproven, QStringLiteral("no fhirUser"));
    // Staff have their own tools, and a Person may be anybody.
    return problem(ProblemKind::NotForThem, QStringLiteral("fhirUser is neither patient nor relative"));
}

QCoro::Task<Result<IdClaims>> checkIdToken(AttemptPtr attempt, QByteArray idToken, QDateTime serverNow)
{
    HttpRequest request;
    request.url = attempt->smart.jwksUri;
    request.headers = {{"Accept", "application/json"}};
    request.maximumBody = 64 * 1024;
    const Result<HttpResponse> keys = co_await attempt->http->send(std::move(request));
    if (!keys)
        co_return tl::make_unexpected(keys.error());
    if (keys->status != 200)
        co_return tl::make_unexpected(problemFor(*keys));
    IdExpectation expected{attempt->smart.issuer, clientId(), QString::fromLatin1(attempt->nonce), serverNow, {}};
    if (attempt->isAskedAnew)
        expected.askedUtc = serverNow.addMSecs(-(attempt->clock->monotonic() - attempt->openedAt).count());
    co_return verifyIdToken(idToken, keys->body, expected);
}

Credentials credentialsOf(const Attempt &attempt, const TokenReply &reply, const Identity &identity)
{
    return {identity, reply.refreshToken, attempt.smart.tokenEndpoint, attempt.smart.revocationEndpoint, clientId()};
}

QCoro::Task<Result<SignedIn>> whoIsIt(AttemptPtr attempt, TokenReply reply, QDateTime serverNow)
{
    Identity identity;
    identity.server = attempt->base;
    identity.issuer = attempt->smart.issuer;
    identity.patientId = reply.patientId;
    identity.scopes = reply.scopes.isEmpty() ? attempt->scopes.split(u' ') : reply.scopes;
    // Only the id_token tells a patient from a relative: a launch patient and scopes about that patient are given to both (design api 2.4).
    if (reply.idToken.isEmpty())
        co_return problem(ProblemKind::SignInUnproven, QStringLiteral("no id_token"));
    // The server's clock made the token, so it also judges its age: this device's may be a day off.
    const Result<IdClaims> claims = co_await checkIdToken(attempt, reply.idToken.toLatin1(), serverNow);
    if (!claims)
        co_return tl::make_unexpected(claims.error());
    identity.subject = claims->subject;
    if (const Result<void> person = readPerson(claims->fhirUser, identity); !person)
        co_return tl::make_unexpected(person.error());
    if (identity.patientId.isEmpty())
        co_return problem(ProblemKind::BadData, QStringLiteral("no launch patient"));
    const Credentials credentials = credentialsOf(*attempt, reply, identity);
    co_return SignedIn{credentials, reply.accessToken, reply.expiresIn, serverNow, claims->isAnew};
}

QCoro::Task<Result<SignedIn>> signIn(AttemptPtr attempt, QUrl fhirBase)
{
    const Problem over{ProblemKind::Cancelled, false, {}};
    const Result<QUrl> base = readFhirBase(fhirBase);
    if (!base)
        co_return tl::make_unexpected(base.error());
    attempt->base = *base;
    const Result<SmartConfiguration> smart = co_await discoverSmart(*attempt->http, *base);
    if (!smart)
        co_return tl::make_unexpected(smart.error());
    if (attempt->isOver())
        co_return tl::make_unexpected(over);
    attempt->smart = *smart;
    if (!smart->canOpenId()) // before the person is sent to a page that would lead nowhere
        co_return problem(ProblemKind::SignInUnproven, QStringLiteral("the server has no sso-openid-connect"));
    attempt->scopes = requestedScopes(smart->canScopesV2());

    if (const Result<void> listening = listen(attempt); !listening)
        co_return tl::make_unexpected(listening.error());
    const QUrl page = authorizationPage(*attempt);
    attempt->openedAt = attempt->clock->monotonic();
    Q_EMIT attempt->owner->pageOpened(page);
    if (attempt->isOver())
        co_return tl::make_unexpected(over);
    if (!attempt->browser->open(page)) // the person can still copy the address
        qCInfo(logAuth) << "no browser came up";
    const Pending<Result<QString>> waiting = attempt->code;
    const Result<QString> code = co_await waiting;
    if (attempt->isOver())
        co_return tl::make_unexpected(over);
    attempt->stopTicking();
    if (!code)
        co_return tl::make_unexpected(code.error());

    const FormFields fields{{"grant_type", QStringLiteral("authorization_code")},
                            {"code", *code},
                            {"redirect_uri", attempt->redirect.toString()},
                            {"client_id", clientId()},
                            {"code_verifier", QString::fromLatin1(attempt->pkce.verifier)}};
    HttpRequest exchange = formPost(attempt->smart.tokenEndpoint, fields, 30s);
    const Result<HttpResponse> answer = co_await attempt->http->send(std::move(exchange));
    if (!answer)
        co_return tl::make_unexpected(answer.error());
    if (attempt->isOver())
        co_return tl::make_unexpected(over);
    const Result<TokenReply> reply = readTokenReply(*answer);
    if (!reply)
        co_return tl::make_unexpected(reply.error());

    const QDateTime serverNow = readHttpDate(answer->header("Date")).value_or(attempt->clock->nowUtc());
    const Result<SignedIn> signedIn = co_await whoIsIt(attempt, *reply, serverNow);
    if (!signedIn && !attempt->isOver()) // nobody will use what the clinic has given out
        TokenSource::revokeAt(*attempt->http, credentialsOf(*attempt, *reply, {}));
    co_return signedIn;
}

QCoro::Task<void> drive(AttemptPtr attempt, QUrl fhirBase)
{
    const Result<SignedIn> result = co_await signIn(attempt, fhirBase);
    if (!attempt->isOver() && !result)
        qCInfo(logAuth) << "sign-in:" << result.error();
    if (!attempt->isOver() && !result && result.error().kind == ProblemKind::AppUnknown) // for who sets up the server
        qCWarning(logAuth) << "this server has to know the client id" << clientId() << "and give it what it asks for";
    attempt->end(result);
}

} // namespace

struct SignIn::Private {
    HttpClient &http;
    Browser &browser;
    const Clock &clock;
    std::weak_ptr<Attempt> attempt;
    QString language = {};
    Invited invited = {};
};

SignIn::SignIn(HttpClient &http, Browser &browser, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(new Private{http, browser, clock, {}, {}, {}})
{
}

SignIn::~SignIn()
{
    cancel();
}

QCoro::Task<Result<SignedIn>> SignIn::start(QUrl fhirBase, bool isAskedAnew)
{
    cancel();
    AttemptPtr attempt = std::make_shared<Attempt>();
    attempt->http = &d->http;
    attempt->browser = &d->browser;
    attempt->clock = &d->clock;
    attempt->owner = this;
    attempt->isAskedAnew = isAskedAnew;
    attempt->language = d->language;
    if (!d->invited.ticket.isEmpty()) {
        attempt->pkce = d->invited.pkce;
        attempt->invitation = d->invited.ticket;
        d->invited = {};
    }
    d->attempt = attempt;
    const Pending<Result<SignedIn>> pending = attempt->result;
    drive(std::move(attempt), fhirBase);
    Result<SignedIn> result = co_await pending; // this may be gone from here on
    co_return result;
}

void SignIn::setLanguage(const QString &language)
{
    d->language = language;
}

void SignIn::setInvited(const Invited &invited)
{
    d->invited = invited;
}

bool SignIn::bring(const QUrlQuery &answer)
{
    const AttemptPtr waiting = d->attempt.lock();
    if (!waiting || waiting->isOver() || !waiting->listener || waiting->code.isDone())
        return false;
    const auto judged = judge(answer, *waiting);
    // Here nobody can be told of a mismatch, and whoever sends a made-up one must not end what the person has begun.
    if (!judged || (!judged->has_value() && judged->error().kind == ProblemKind::SignInMismatch))
        return false;
    waiting->code.complete(*judged);
    return true;
}

void SignIn::cancel()
{
    if (const AttemptPtr attempt = d->attempt.lock())
        attempt->end(problem(ProblemKind::Cancelled, QStringLiteral("sign-in ended")));
}

} // namespace handrail
