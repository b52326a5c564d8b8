// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/SmartSignIn.h"

#include "clinic/smart/SmartClient.h"
#include "clinic/smart/SmartForm.h"
#include "clinic/smart/SmartPkce.h"
#include "clinic/smart/SmartScopes.h"
#include "core/Log.h"

#include <QLocale>
#include <sodium.h>

namespace handrail::clinic {

namespace {

const QString signInStage = QStringLiteral("sign-in");
const QString consentStage = QStringLiteral("consent");
constexpr qsizetype maxState = 1024;
constexpr qsizetype maxNonce = 512;
constexpr qsizetype maxScope = 4096;
constexpr std::chrono::minutes usedTicketsKept{20};

bool isOurCookie(QStringView value)
{
    return value.size() == 32 && std::all_of(value.begin(), value.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
           });
}

struct Fault {
    const char *code;
    const char *words;
};

// RFC 6749 4.1.2.1, RFC 7636 4.4.1, SMART App Launch 2.2 "Obtain authorization code". nullopt: nothing wrong.
std::optional<Fault> faultIn(const SmartForm &form, const SmartEndpoints &endpoints)
{
    const qsizetype state = form.value(u"state").size();
    if (state < 8 || state > maxState)
        return Fault{"invalid_request", "state must have 8 to 1024 characters"};
    if (form.value(u"response_type") != u"code")
        return Fault{"unsupported_response_type", "only code"};
    if (form.has(u"response_mode") && form.value(u"response_mode") != u"query")
        return Fault{"invalid_request", "response_mode must be query"};
    if (form.has(u"request") || form.has(u"request_uri"))
        return Fault{"request_not_supported", "request objects are not taken"};
    if (form.value(u"code_challenge_method") != u"S256" || !SmartPkce::isChallenge(form.value(u"code_challenge")))
        return Fault{"invalid_request", "PKCE with S256 is needed"};
    if (!endpoints.isBase(form.value(u"aud")))
        return Fault{"invalid_request", "aud is not this FHIR server"};
    if (form.value(u"nonce").size() > maxNonce)
        return Fault{"invalid_request", "nonce is too long"};
    if (!SmartScopes::isWellFormed(form.value(u"scope")) || form.value(u"scope").size() > maxScope)
        return Fault{"invalid_scope", "scope is missing or malformed"};
    if (form.value(u"prompt").split(u' ').contains(QStringLiteral("none")))
        return Fault{"login_required", "the person must sign in"};
    return std::nullopt;
}

} // namespace

SmartSignIn::SmartSignIn(Accounts &accounts, TokenStore &tokens, SmartSecrets &secrets, const Clock &clock,
                         SmartEndpoints endpoints, SmartOptions options, QByteArray ticketKey)
    : m_accounts(accounts)
    , m_tokens(tokens)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_endpoints(std::move(endpoints))
    , m_options(std::move(options))
    , m_tickets(std::move(ticketKey))
    , m_page(m_options)
    , m_signInPage(m_page, m_options.samplePeople)
    , m_consentPage(m_page)
    , m_invitationPage(m_page)
{
}

QString SmartSignIn::randomId()
{
    QByteArray bytes(24, '\0');
    randombytes_buf(bytes.data(), static_cast<size_t>(bytes.size()));
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString SmartSignIn::text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

SmartWords SmartSignIn::wordsOf(const QJsonObject &asked)
{
    return SmartWords(text(asked, "language"));
}

QString SmartSignIn::waitWords(const SmartWords &words, std::chrono::seconds wait)
{
    const auto minutes = (wait.count() + 59) / 60;
    return wait < std::chrono::seconds(90)
        ? words(QStringLiteral("Too many tries. Wait %1 seconds, then try again.")).arg(wait.count())
        : words(QStringLiteral("Too many tries. Wait %1 minutes, then try again. You can also call your clinic.")).arg(minutes);
}

std::chrono::milliseconds SmartSignIn::wallTime() const
{
    return std::chrono::milliseconds(m_clock.nowUtc().toMSecsSinceEpoch());
}

// The cookie ties a form to the browser that got it. Its name says host-only where the browser checks that (RFC 6265bis 4.1.3.2).
QString SmartSignIn::cookieOf(const Request &request) const
{
    const QByteArray name = m_endpoints.isSecure() ? QByteArrayLiteral("__Host-signin") : QByteArrayLiteral("signin");
    for (const QByteArray &pair : request.header("Cookie").split(';')) {
        const QByteArray trimmed = pair.trimmed();
        if (trimmed.startsWith(name) && trimmed.mid(name.size()).startsWith('=')) {
            const QString value = QString::fromLatin1(trimmed.mid(name.size() + 1));
            if (isOurCookie(value))
                return value;
        }
    }
    return {};
}

void SmartSignIn::setCookie(Reply &reply, const QString &cookie) const
{
    const QByteArray value = cookie.toLatin1();
    const QByteArray line = m_endpoints.isSecure()
        ? QByteArray("__Host-signin=" + value + "; Path=/; Secure; HttpOnly; SameSite=Lax")
        : QByteArray("signin=" + value + "; Path=/; HttpOnly; SameSite=Lax");
    reply.headers.append({"Set-Cookie", line});
}

Reply SmartSignIn::stale(const Request &request) const
{
    return m_page.notice(SmartWords::chosen({}, request.header("Accept-Language")), 403, QStringLiteral("This page is too old"),
                         QStringLiteral("Go back to the Handrail app and start to sign in once more. Nothing was sent."));
}

Reply SmartSignIn::back(int status, const QJsonObject &asked, const QList<std::pair<QString, QString>> &parameters) const
{
    QByteArray location = text(asked, "redirect").toLatin1();
    char separator = '?';
    const auto append = [&](const QString &name, const QString &value) {
        location += separator + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    };
    for (const auto &[name, value] : parameters)
        append(name, value);
    if (!text(asked, "state").isEmpty())
        append(QStringLiteral("state"), text(asked, "state"));
    append(QStringLiteral("iss"), m_endpoints.issuer()); // RFC 9207
    Reply reply;
    reply.status = status;
    reply.headers = {{"Location", location}, {"Cache-Control", "no-store"}, {"Referrer-Policy", "no-referrer"}};
    return reply;
}

Reply SmartSignIn::backWithError(int status, const QJsonObject &asked, const char *code, const char *words) const
{
    return back(status, asked,
                {{QStringLiteral("error"), QLatin1String(code)}, {QStringLiteral("error_description"), QLatin1String(words)}});
}

Reply SmartSignIn::authorize(const Request &request)
{
    const auto form = SmartForm::parse(request.query);
    if (!form || form->hasRepeated() || !SmartClient::isRegistered(form->value(u"client_id"))
        || !SmartClient::isRedirectAllowed(form->value(u"redirect_uri"))) {
        return m_page.notice(
            SmartWords::chosen(form ? form->value(u"ui_locales") : QString(), request.header("Accept-Language")), 400,
            QStringLiteral("This link does not work"),
            QStringLiteral("The app that sent you here is not known to your clinic. Open the Handrail app and start from there."));
    }
    const SmartWords words = SmartWords::chosen(form->value(u"ui_locales"), request.header("Accept-Language"));
    QJsonObject asked{{QStringLiteral("language"), words.language()},
                      {QStringLiteral("client"), form->value(u"client_id")},
                      {QStringLiteral("redirect"), form->value(u"redirect_uri")},
                      {QStringLiteral("state"), form->value(u"state").left(maxState)},
                      {QStringLiteral("nonce"), form->value(u"nonce").left(maxNonce)},
                      {QStringLiteral("challenge"), form->value(u"code_challenge").left(64)},
                      {QStringLiteral("scope"), form->value(u"scope").left(maxScope)}};
    if (const auto fault = faultIn(*form, m_endpoints))
        return backWithError(302, asked, fault->code, fault->words);
    QString cookie = cookieOf(request);
    const bool isNew = cookie.isEmpty();
    if (isNew)
        cookie = randomId();
    if (form->has(u"invitation")) {
        const auto invitation =
            m_invitations ? m_invitations->opened(form->value(u"invitation"), form->value(u"code_challenge")) : std::nullopt;
        if (!invitation)
            return m_page.notice(words, 400, QStringLiteral("This invitation is not open"),
                                 QStringLiteral("Go back to the Handrail app and type the code again."));
        asked.insert(QStringLiteral("invitation"), *invitation);
        asked.insert(QStringLiteral("since"), static_cast<double>(wallTime().count()));
        asked.insert(QStringLiteral("id"), randomId()); // of all its pages
    }
    Reply reply = asked.contains(QStringLiteral("invitation")) ? invitationPage(asked, cookie, {}) : signInPage(asked, cookie, {});
    if (isNew)
        setCookie(reply, cookie);
    return reply;
}

Reply SmartSignIn::signInPage(const QJsonObject &asked, const QString &cookie, SignInPage::Content content) const
{
    content.words = wordsOf(asked);
    content.action = m_endpoints.signIn();
    content.ticket = m_tickets.sealed(asked, signInStage, cookie, wallTime());
    content.scopes = SmartScopes::granted(text(asked, "scope"), SmartScopes::Role::Patient);
    content.redirectSource = SmartClient::formActionSource(text(asked, "redirect"));
    return m_signInPage.reply(content);
}

// CSRF: the ticket opens only with this browser's cookie, and a browser that names an origin must name ours.
std::optional<SmartSignIn::Posted> SmartSignIn::posted(const Request &request, const QString &stage) const
{
    const QByteArray origin = request.header("Origin");
    if (!origin.isEmpty() && origin != m_endpoints.origin())
        return std::nullopt;
    auto form = SmartForm::parse(request.body);
    if (!form || form->hasRepeated())
        return std::nullopt;
    const QString cookie = cookieOf(request);
    const auto ticket = m_tickets.opened(form->value(u"ticket"), stage, cookie, wallTime());
    if (!ticket)
        return std::nullopt;
    return Posted{*form, *ticket, cookie};
}

Reply SmartSignIn::signIn(const Request &request)
{
    const auto post = posted(request, signInStage);
    if (!post)
        return stale(request);
    const QString sample = post->form.value(u"sample");
    const QString typed = post->form.value(u"username").left(256);
    const QString password = post->form.value(u"password");

    const bool isOffered = std::any_of(m_options.samplePeople.begin(), m_options.samplePeople.end(),
                                       [&sample](const SamplePerson &person) { return person.userName == sample; });
    if (!sample.isEmpty() && isOffered) {
        if (const auto account = m_accounts.byName(sample)) {
            if (const auto key = m_secrets.signingKey(); !key)
                qCWarning(logClinic) << "No signing key:" << key.error();
            return signedIn(post->ticket, *account, post->cookie);
        }
    }

    const SmartWords words = wordsOf(post->ticket);
    SignInPage::Content content;
    content.userName = typed;
    content.status = 400;
    if (typed.trimmed().isEmpty())
        content.userNameError = words(QStringLiteral("Type your user name."));
    if (password.isEmpty())
        content.passwordError = words(QStringLiteral("Type your password."));
    if (!content.userNameError.isEmpty() || !content.passwordError.isEmpty())
        return signInPage(post->ticket, post->cookie, content);

    const QString name = typed.trimmed().toLower();
    SmartThrottle::Attempt attempt;
    if (const auto wait = counted(name, request.peer, attempt); wait.count() > 0) {
        content.status = 429;
        content.passwordError = waitWords(words, wait);
        Reply reply = signInPage(post->ticket, post->cookie, content);
        reply.headers.append({"Retry-After", QByteArray::number(static_cast<qint64>(wait.count()))});
        return reply;
    }
    const auto account = m_accounts.authenticated(typed, password);
    if (!account) {
        content.passwordError = words(QStringLiteral("The user name and password do not match. Check both and try again."));
        return signInPage(post->ticket, post->cookie, content);
    }
    {
        const std::lock_guard guard(m_lock);
        m_throttle.noteSuccess(attempt);
    }
    // Here, on a worker, so that the token endpoint finds the key ready.
    if (const auto key = m_secrets.signingKey(); !key)
        qCWarning(logClinic) << "No signing key:" << key.error();
    return signedIn(post->ticket, *account, post->cookie);
}

// Where the way goes on from the password: to what the app may do, or first to what somebody who was invited promises.
Reply SmartSignIn::signedIn(const QJsonObject &asked, const Account &account, const QString &cookie) const
{
    if (!asked.contains(QStringLiteral("invitation")))
        return consentPage(asked, account, cookie);
    const bool isFamily = std::all_of(account.identities.begin(), account.identities.end(), [](const Identity &identity) {
        return SmartScopes::roleOf(identity.fhirUser) == SmartScopes::Role::Relative;
    });
    if (!isFamily) {
        InvitationPage::Content content;
        content.status = 400;
        content.userNameError = wordsOf(asked)(QStringLiteral("That sign-in is not a family member’s. Make one of your own here."));
        return invitationPage(asked, cookie, content);
    }
    QJsonObject next = asked;
    next.insert(QStringLiteral("account"), account.id);
    next.insert(QStringLiteral("password"), account.passwordMark);
    next.insert(QStringLiteral("name"), account.name);
    return promisePage(next, cookie);
}

std::chrono::seconds SmartSignIn::counted(const QString &name, const QByteArray &address, SmartThrottle::Attempt &attempt)
{
    const std::lock_guard guard(m_lock);
    const auto now = m_clock.monotonic();
    const auto wait = std::chrono::ceil<std::chrono::seconds>(m_throttle.waitFor(name, address, now));
    if (wait.count() <= 0)
        attempt = m_throttle.noteAttempt(name, address, now);
    return wait;
}

QString SmartSignIn::nameOf(const QString &reference) const
{
    return m_options.personName ? m_options.personName(reference) : QString();
}

std::optional<QDate> SmartSignIn::sharedUntil(const Identity &identity) const
{
    return m_options.sharedUntil ? m_options.sharedUntil(identity.fhirUser, identity.patientId) : std::optional(QDate());
}

// Nobody is named twice: who was invited anew by the same patient has one identity for each permission. What is over gives way to what holds, or to
// what came later; of several that hold each says until when.
QList<ConsentPage::Choice> SmartSignIn::choicesOf(const Account &account, const SmartWords &words) const
{
    const QList<Identity> &all = account.identities;
    QList<std::optional<QDate>> until;
    for (const Identity &each : all)
        until << sharedUntil(each);
    QList<ConsentPage::Choice> choices;
    for (qsizetype i = 0; i < all.size(); ++i) {
        bool isOver = false, isTwice = false;
        for (qsizetype other = 0; other < all.size(); ++other) {
            if (other == i || all.at(other).patientId != all.at(i).patientId)
                continue;
            isOver |= !until.at(i) && (until.at(other) || other > i);
            isTwice |= until.at(other).has_value();
        }
        if (isOver)
            continue;
        const QString patient = until.at(i) ? nameOf(QStringLiteral("Patient/") + all.at(i).patientId) : QString();
        QString name = patient.isEmpty() ? words(QStringLiteral("Person %1")).arg(choices.size() + 1) : patient;
        if (isTwice && until.at(i) && until.at(i)->isValid())
            name = words(QStringLiteral("%1, until %2"))
                       .arg(name, QLocale(words.language()).toString(*until.at(i), words(QStringLiteral("MMMM d, yyyy"))));
        choices << ConsentPage::Choice{i, name};
    }
    return choices;
}

// `asked` may already hold `person`, the position of the chosen identity.
Reply SmartSignIn::consentPage(const QJsonObject &asked, const Account &account, const QString &cookie) const
{
    if (account.identities.isEmpty()) {
        return m_page.notice(wordsOf(asked), 403, QStringLiteral("Nothing is open to you yet"),
                             QStringLiteral("Your account has no record at this clinic. Please call your clinic."));
    }
    QJsonObject next = asked;
    next.insert(QStringLiteral("account"), account.id);
    next.insert(QStringLiteral("password"), account.passwordMark);
    next.insert(QStringLiteral("id"), randomId());
    ConsentPage::Content content;
    content.words = wordsOf(asked);
    QList<ConsentPage::Choice> choices;
    if (account.identities.size() > 1 && !asked.contains(QStringLiteral("person")))
        choices = choicesOf(account, content.words);
    if (choices.size() == 1)
        next.insert(QStringLiteral("person"), choices.first().position);
    const Identity &identity = account.identities.at(next.value(QStringLiteral("person")).toInt());
    content.action = m_endpoints.consent();
    content.ticket = m_tickets.sealed(next, consentStage, cookie, wallTime());
    const QString name = nameOf(identity.fhirUser);
    content.personName = name.isEmpty() ? account.name : name;
    content.role = SmartScopes::roleOf(identity.fhirUser);
    content.redirectSource = SmartClient::formActionSource(text(asked, "redirect"));
    if (choices.size() > 1)
        return m_consentPage.choiceReply(content, choices);
    // Whom a relative supports is told while something is shared: afterwards the page knows as little as the app does.
    if (content.role == SmartScopes::Role::Relative && sharedUntil(identity))
        content.patientName = nameOf(QStringLiteral("Patient/") + identity.patientId);
    content.scopes = SmartScopes::granted(text(asked, "scope"), content.role);
    return m_consentPage.reply(content);
}

bool SmartSignIn::isUsed(const QString &ticketId)
{
    const std::lock_guard guard(m_lock);
    return m_usedTickets.contains(ticketId);
}

void SmartSignIn::noteUsed(const QString &ticketId)
{
    const std::lock_guard guard(m_lock);
    const auto now = m_clock.monotonic();
    m_usedTickets.removeIf([now](const std::pair<const QString &, std::chrono::milliseconds &> &entry) {
        return now - entry.second > usedTicketsKept;
    });
    m_usedTickets.insert(ticketId, now);
}

std::optional<Account> SmartSignIn::accountOf(const QJsonObject &asked) const
{
    auto account = m_accounts.byId(text(asked, "account"));
    return account && account->passwordMark == text(asked, "password") ? account : std::nullopt;
}

Reply SmartSignIn::consent(const Request &request)
{
    const auto post = posted(request, consentStage);
    if (!post || isUsed(text(post->ticket, "id")))
        return stale(request);
    const QJsonObject &asked = post->ticket;
    noteUsed(text(asked, "id"));
    if (post->form.value(u"decision") == u"deny")
        return backWithError(303, asked, "access_denied", "the person said no");
    const auto account = accountOf(asked);
    if (!account)
        return backWithError(303, asked, "access_denied", "the account was closed, or has another password");
    const bool isChosen = asked.contains(QStringLiteral("person"));
    if (account->identities.size() > 1 && !isChosen) {
        bool isNumber = false;
        const int person = post->form.value(u"person").toInt(&isNumber);
        if (!isNumber || person < 0 || person >= account->identities.size())
            return consentPage(asked, *account, post->cookie);
        QJsonObject next = asked;
        next.insert(QStringLiteral("person"), person);
        return consentPage(next, *account, post->cookie);
    }
    if (post->form.value(u"decision") != u"allow")
        return consentPage(asked, *account, post->cookie);
    const qsizetype person = asked.value(QStringLiteral("person")).toInt();
    if (person >= account->identities.size())
        return stale(request);
    return granted(asked, *account, account->identities.at(person));
}

bool SmartSignIn::hasUse(const QJsonObject &asked, SmartScopes::Role role)
{
    const QStringList scopes = SmartScopes::granted(text(asked, "scope"), role);
    return std::any_of(scopes.begin(), scopes.end(), [](const QString &scope) {
        return scope == u"openid" || scope.startsWith(u"patient/") || scope.startsWith(u"user/");
    });
}

Reply SmartSignIn::useless(const QJsonObject &asked) const
{
    return backWithError(303, asked, "invalid_scope", "nothing of it is open to this person");
}

TokenStore::Grant SmartSignIn::grantOf(const QJsonObject &asked, const QString &accountId, const Identity &identity)
{
    return {accountId, text(asked, "client"), identity.fhirUser, identity.patientId,
            SmartScopes::granted(text(asked, "scope"), SmartScopes::roleOf(identity.fhirUser))};
}

TokenStore::CodeTerms SmartSignIn::termsOf(const QJsonObject &asked)
{
    return {text(asked, "redirect"), text(asked, "challenge"), text(asked, "nonce")};
}

Reply SmartSignIn::granted(const QJsonObject &asked, const Account &account, const Identity &identity)
{
    if (!hasUse(asked, SmartScopes::roleOf(identity.fhirUser)))
        return useless(asked);
    const auto code = m_tokens.newCode(grantOf(asked, account.id, identity), termsOf(asked));
    if (!code)
        return backWithError(303, asked, "temporarily_unavailable", "try again in a moment");
    return back(303, asked, {{QStringLiteral("code"), *code}});
}

} // namespace handrail::clinic
