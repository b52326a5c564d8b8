// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// What a browser or an app sends to the clinic's sign-in. The first byte: a query of authorize, a sign-in or consent form, a token
// request, a revocation, or scopes. Nobody is sent to an address that is not the app's, and no page shows what was sent as HTML.

#include "Fuzz.h"
#include "clinic/smart/SmartForm.h"
#include "clinic/smart/SmartScopes.h"
#include "clinic/smart/SmartSignIn.h"
#include "clinic/smart/TokenEndpoint.h"
#include "fakes/FakeClock.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <memory>

namespace handrail::fuzz {

namespace {

using namespace clinic;

struct Clinic {
    FakeClock clock;
    Database database{QStringLiteral(":memory:")};
    Accounts accounts{database, clock};
    TokenStore tokens{database, clock};
    SmartSecrets secrets{database};
    SmartEndpoints endpoints{QUrl(QStringLiteral("https://clinic.example/fhir/R4"))};
    TokenEndpoint token{tokens, secrets, clock, endpoints};
    SmartSignIn signIn{accounts, tokens, secrets, clock, endpoints, {}, QByteArray(32, 't')};
};

std::unique_ptr<Clinic> place; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void checkHeaders(const Reply &reply)
{
    for (const auto &[name, value] : reply.headers)
        require(!value.contains('\r') && !value.contains('\n') && !value.contains('\0'), "a header is one line");
}

void checkPage(const Reply &reply, const QByteArray &sent)
{
    checkHeaders(reply);
    const QByteArray location = findHeader(reply.headers, "Location");
    if (!location.isEmpty()) {
        static const QRegularExpression app(QStringLiteral("^(http://(127\\.0\\.0\\.1|\\[::1\\]):[1-9][0-9]{0,4}/callback|"
                                                           "org\\.handrail\\.app:/oauth2/callback)\\?[A-Za-z0-9=&%._~-]+$"));
        require(app.match(QString::fromLatin1(location)).hasMatch(), "nobody is sent anywhere but to the app");
        return;
    }
    require(findHeader(reply.headers, "Content-Security-Policy").contains("default-src 'none'"), "a page runs nothing");
    const auto form = SmartForm::parse(sent);
    for (const char *name : {"state", "nonce", "scope", "username", "sample", "client_id", "redirect_uri"}) {
        const QString value = form ? form->value(QString::fromLatin1(name)) : QString();
        if (value.size() > 3 && (value.contains(u'<') || value.contains(u'"')))
            require(!QString::fromUtf8(reply.body).contains(value), "a page shows what was sent as text only");
    }
}

void checkToken(const Reply &reply)
{
    checkHeaders(reply);
    require(reply.status >= 400 && reply.status < 500, "nobody gets a token for nothing");
    require(!QJsonDocument::fromJson(reply.body).object().value(QLatin1String("error")).toString().isEmpty(),
            "an error has its code");
}

void checkScopes(const QString &asked)
{
    (void)SmartScopes::isWellFormed(asked);
    for (const auto role : {SmartScopes::Role::Patient, SmartScopes::Role::Relative, SmartScopes::Role::Staff}) {
        const QStringList granted = SmartScopes::granted(asked, role);
        const QString told = granted.join(u' ');
        require(SmartScopes::granted(told, role) == granted, "what was granted is granted again");
        require(SmartScopes::isWithin(told, granted), "what was granted is within itself");
        for (const QString &scope : SmartScopes::inV2Form(granted)) {
            require(!scope.startsWith(u"system/"), "nobody is the system");
            require(role == SmartScopes::Role::Staff || !scope.endsWith(u".cruds"), "only staff may do everything");
            if (role == SmartScopes::Role::Relative)
                require(!scope.contains(u"QuestionnaireResponse"), "no relative sees a check-in");
        }
        require(!SmartScopes::isWithin(QStringLiteral("patient/Patient.cruds"), granted) || role == SmartScopes::Role::Staff,
                "no patient writes a Patient");
    }
}

} // namespace

void prepare()
{
    place = std::make_unique<Clinic>();
    require(place->database.open().has_value(), "a database");
    for (const auto &[area, steps] :
         {std::pair(QStringLiteral("accounts"), Accounts::schema()), std::pair(QStringLiteral("tokens"), TokenStore::schema()),
          std::pair(QStringLiteral("secrets"), SmartSecrets::schema())})
        require(place->database.addArea(area, steps).has_value(), "its tables");
}

void run(Input input)
{
    const quint8 kind = input.byte();
    Request request;
    request.method = "POST";
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    if (kind == 'p' || kind == 'c')
        request.headers << std::pair(QByteArray("Cookie"), input.line()) << std::pair(QByteArray("Origin"), input.line());
    const QByteArray sent = input.rest();
    request.body = sent;
    switch (kind) {
    case 'a':
        request.method = "GET";
        request.query = sent;
        request.body.clear();
        checkPage(place->signIn.authorize(request), sent);
        break;
    case 'p': checkPage(place->signIn.signIn(request), sent); break;
    case 'c': checkPage(place->signIn.consent(request), sent); break;
    case 't': checkToken(place->token.token(request)); break;
    case 'r': checkHeaders(place->token.revoke(request)); break;
    default: checkScopes(QString::fromUtf8(sent)); break;
    }
}

} // namespace handrail::fuzz
