// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeFhirServer.h"

#include "core/Clock.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace handrail {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

FakeReply fhir(const QJsonObject &resource, int status = 200)
{
    FakeReply reply = FakeReply::json(compact(resource), status);
    reply.headers = {{"Content-Type", "application/fhir+json; charset=utf-8"}};
    return reply;
}

FakeReply outcome(int status, const QString &code)
{
    const QJsonObject issue{{QStringLiteral("severity"), QStringLiteral("error")}, {QStringLiteral("code"), code}};
    return fhir(
        {{QStringLiteral("resourceType"), QStringLiteral("OperationOutcome")}, {QStringLiteral("issue"), QJsonArray{issue}}},
        status);
}

FakeReply oauthError(const QString &code)
{
    return FakeReply::json(compact({{QStringLiteral("error"), code}}), 400);
}

const QStringList openPaths{QStringLiteral(".well-known/smart-configuration"), QStringLiteral("metadata")};

} // namespace

FakeFhirServer::FakeFhirServer()
    : m_now(SystemClock().nowUtc())
{
    setSmartConfiguration(smartConfiguration());
    const QJsonObject statement{{QStringLiteral("resourceType"), QStringLiteral("CapabilityStatement")},
                                {QStringLiteral("status"), QStringLiteral("active")},
                                {QStringLiteral("kind"), QStringLiteral("instance")},
                                {QStringLiteral("fhirVersion"), QStringLiteral("4.0.1")},
                                {QStringLiteral("format"), QJsonArray{QStringLiteral("json")}}};
    route("GET", at("metadata"), [this, statement](const FakeRequest &request) {
        check(request.header("Accept") == "application/fhir+json", request, "Accept is application/fhir+json");
        check(!request.hasHeader("Authorization"), request, "no Authorization before sign-in");
        return dated(fhir(statement));
    });
    route("GET", QStringLiteral("/auth/jwks"), [this](const FakeRequest &request) {
        check(request.header("Accept") == "application/json", request, "Accept is application/json");
        check(!request.hasHeader("Authorization"), request, "no Authorization for the key set");
        return dated(FakeReply::json(key().jwks()));
    });
    route("GET", QStringLiteral("/auth/authorize"), [this](const FakeRequest &request) { return dated(authorize(request)); });
    route("POST", QStringLiteral("/auth/token"), [this](const FakeRequest &request) { return dated(token(request)); });
    route("POST", QStringLiteral("/auth/revoke"), [this](const FakeRequest &request) {
        check(request.header("Content-Type") == "application/x-www-form-urlencoded", request, "a form body");
        check(request.formItem(QStringLiteral("client_id")) == u"handrail", request, "client_id");
        m_revoked.append(request.formItem(QStringLiteral("token")));
        if (m_revoked.constLast() == m_refresh)
            endFamily();
        return dated(FakeReply::json("{}"));
    });
}

const SigningKey &FakeFhirServer::key()
{
    static const SigningKey shared("key-1");
    return shared;
}

QJsonObject FakeFhirServer::smartConfiguration() const
{
    const auto endpoint = [this](const char *path) { return url(QString::fromLatin1(path)).toString(); };
    return {
        {QStringLiteral("issuer"), base().toString()},
        {QStringLiteral("jwks_uri"), endpoint("/auth/jwks")},
        {QStringLiteral("authorization_endpoint"), endpoint("/auth/authorize")},
        {QStringLiteral("token_endpoint"), endpoint("/auth/token")},
        {QStringLiteral("revocation_endpoint"), endpoint("/auth/revoke")},
        {QStringLiteral("grant_types_supported"),
         QJsonArray{QStringLiteral("authorization_code"), QStringLiteral("refresh_token")}},
        {QStringLiteral("code_challenge_methods_supported"), QJsonArray{QStringLiteral("S256")}},
        {QStringLiteral("capabilities"),
         QJsonArray{QStringLiteral("launch-standalone"), QStringLiteral("client-public"),
                    QStringLiteral("context-standalone-patient"), QStringLiteral("permission-patient"),
                    QStringLiteral("permission-offline"), QStringLiteral("permission-v2"), QStringLiteral("sso-openid-connect")}}};
}

void FakeFhirServer::setSmartConfiguration(const QJsonObject &configuration)
{
    route("GET", at(".well-known/smart-configuration"), [this, configuration](const FakeRequest &request) {
        check(request.header("Accept") == "application/json", request, "Accept is application/json");
        check(!request.hasHeader("Authorization"), request, "no Authorization before sign-in");
        return dated(FakeReply::json(compact(configuration)));
    });
}

void FakeFhirServer::check(bool isRight, const FakeRequest &request, const char *rule)
{
    if (!isRight)
        complain(QStringLiteral("%1 %2: broken rule: %3")
                     .arg(QString::fromLatin1(request.method), request.path, QString::fromLatin1(rule)));
}

FakeReply FakeFhirServer::dated(FakeReply reply) const
{
    const QString date = QLocale::c().toString(m_now.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    reply.headers.emplaceBack("Date", date.toLatin1());
    return reply;
}

FakeFhirServer::Tokens FakeFhirServer::issueTokens()
{
    ++m_counter;
    m_lastPair = {QStringLiteral("access-%1").arg(m_counter), QStringLiteral("refresh-%1").arg(m_counter)};
    m_isSharingOver = false;
    m_access.append(m_lastPair.access);
    m_refresh = m_lastPair.refresh;
    return m_lastPair;
}

void FakeFhirServer::endFamily()
{
    m_refresh.clear();
    m_previousRefresh.clear();
    m_access.clear();
}

void FakeFhirServer::endSharing()
{
    endFamily();
    m_isSharingOver = true;
}

FakeReply FakeFhirServer::authorize(const FakeRequest &request)
{
    const auto item = [&request](const char *name) { return request.queryItem(QString::fromLatin1(name)); };
    const QUrl redirect(item("redirect_uri"));
    check(item("response_type") == u"code", request, "response_type");
    check(item("client_id") == u"handrail", request, "client_id");
    check(item("aud") == base().toString(), request, "aud is the FHIR base");
    check(item("code_challenge_method") == u"S256" && item("code_challenge").size() == 43, request, "PKCE S256");
    check(item("state").size() >= 22, request, "state of 122 bit or more");
    check(redirect.scheme() == u"http" && redirect.host() == u"127.0.0.1" && redirect.path() == u"/callback", request,
          "redirect_uri");
    const QStringList scopes = item("scope").split(u' ');
    check(!scopes.contains(QStringLiteral("openid")) || item("nonce").size() >= 22, request, "nonce with openid");
    check(!request.hasHeader("Authorization"), request, "no Authorization on a page for people");

    const QString code = QStringLiteral("code-%1").arg(++m_counter);
    m_codes.insert(code, {item("code_challenge"), item("redirect_uri"), item("scope"), item("nonce"), false});
    QUrlQuery answer;
    answer.addQueryItem(QStringLiteral("code"), code);
    answer.addQueryItem(QStringLiteral("state"), item("state"));
    answer.addQueryItem(QStringLiteral("iss"), QString::fromLatin1(QUrl::toPercentEncoding(base().toString())));
    QUrl target = redirect;
    target.setQuery(answer);
    return FakeReply::redirect(target);
}

FakeReply FakeFhirServer::token(const FakeRequest &request)
{
    check(!request.hasHeader("Authorization"), request, "a public client sends no Authorization");
    check(request.header("Accept") == "application/json", request, "Accept is application/json");
    check(request.header("Content-Type") == "application/x-www-form-urlencoded", request, "a form body");
    check(request.formItem(QStringLiteral("client_id")) == u"handrail", request, "client_id");
    check(request.query.isEmpty(), request, "nothing in the query");
    const QString grant = request.formItem(QStringLiteral("grant_type"));
    if (grant == u"authorization_code")
        return redeem(request);
    if (grant == u"refresh_token")
        return refresh(request);
    check(false, request, "grant_type");
    return oauthError(QStringLiteral("unsupported_grant_type"));
}

FakeReply FakeFhirServer::redeem(const FakeRequest &request)
{
    const auto code = m_codes.find(request.formItem(QStringLiteral("code")));
    const QByteArray verifier = request.formItem(QStringLiteral("code_verifier")).toUtf8();
    const QByteArray challenge = base64Url(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256));
    if (code == m_codes.end() || code->redirect != request.formItem(QStringLiteral("redirect_uri")) || verifier.size() < 43
        || code->challenge != QLatin1String(challenge))
        return oauthError(QStringLiteral("invalid_grant"));
    if (std::exchange(code->isUsed, true)) {
        endFamily();
        return oauthError(QStringLiteral("invalid_grant"));
    }
    return tokenReply(issueTokens(), code->scope, code->nonce);
}

FakeReply FakeFhirServer::refresh(const FakeRequest &request)
{
    const QString sent = request.formItem(QStringLiteral("refresh_token"));
    if (!sent.isEmpty() && sent == m_previousRefresh)
        return tokenReply(m_lastPair, {}, {});
    if (sent.isEmpty() || sent != m_refresh) {
        endFamily();
        return m_isSharingOver ? FakeReply::json(R"({"error":"invalid_grant","sharing":"ended"})", 400)
                               : oauthError(QStringLiteral("invalid_grant"));
    }
    m_previousRefresh = sent;
    return tokenReply(issueTokens(), {}, {});
}

FakeReply FakeFhirServer::tokenReply(const Tokens &tokens, const QString &scope, const QString &nonce)
{
    QJsonObject reply{{QStringLiteral("access_token"), tokens.access},
                      {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                      {QStringLiteral("refresh_token"), tokens.refresh}};
    if (m_expiresIn >= 0)
        reply.insert(QStringLiteral("expires_in"), m_expiresIn);
    const QString granted = m_grantedScope.isEmpty() ? scope : m_grantedScope;
    if (!granted.isEmpty())
        reply.insert(QStringLiteral("scope"), granted);
    if (!m_person.patient.isEmpty())
        reply.insert(QStringLiteral("patient"), m_person.patient);
    if (granted.split(u' ').contains(QStringLiteral("openid"))) {
        QJsonObject header{{QStringLiteral("alg"), QStringLiteral("RS256")},
                           {QStringLiteral("kid"), QString::fromLatin1(key().id())}};
        const qint64 now = m_now.toSecsSinceEpoch();
        QJsonObject claims{{QStringLiteral("iss"), base().toString()}, {QStringLiteral("aud"), QStringLiteral("handrail")},
                           {QStringLiteral("sub"), m_person.subject},  {QStringLiteral("iat"), now},
                           {QStringLiteral("auth_time"), now},         {QStringLiteral("exp"), now + 300},
                           {QStringLiteral("nonce"), nonce},           {QStringLiteral("fhirUser"), m_person.fhirUser}};
        if (m_editClaims)
            m_editClaims(header, claims);
        const QByteArray idToken = (m_signer ? *m_signer : key()).sign(header, claims);
        reply.insert(QStringLiteral("id_token"), QString::fromLatin1(idToken));
    }
    FakeReply answer = FakeReply::json(compact(reply));
    answer.headers.emplaceBack("Cache-Control", "no-store");
    return answer;
}

FakeReply FakeFhirServer::handle(const FakeRequest &request)
{
    static const QString prefix = at(QString());
    if (!request.path.startsWith(prefix) || openPaths.contains(request.path.sliced(prefix.size())))
        return FakeHttpServer::handle(request);
    return dated(record(request));
}

FakeReply FakeFhirServer::record(const FakeRequest &request)
{
    check(request.header("Accept") == "application/fhir+json", request, "Accept is application/fhir+json");
    const QByteArray authorization = request.header("Authorization");
    if (!authorization.startsWith("Bearer ")) {
        check(false, request, "Authorization on every record");
        return outcome(401, QStringLiteral("login"));
    }
    if (!m_access.contains(QString::fromLatin1(authorization.sliced(7))))
        return outcome(401, QStringLiteral("login"));
    m_previousRefresh.clear(); // the new pair was used, so the grace for the old refresh token is over

    const QStringList parts = request.path.sliced(at(QString()).size()).split(u'/');
    const QString type = parts.constFirst();
    if (request.method == "POST" && parts.size() == 1)
        return create(request, type);
    if (request.method == "GET" && parts.size() == 1 && m_records.contains(type))
        return search(type);
    if (request.method == "GET" && parts.size() == 2 && m_records.contains(type)) {
        for (const QJsonObject &resource : std::as_const(m_records[type])) {
            if (resource.value(u"id").toString() == parts.constLast())
                return fhir(resource);
        }
        return outcome(404, QStringLiteral("not-found"));
    }
    return FakeHttpServer::handle(request);
}

FakeReply FakeFhirServer::search(const QString &type) const
{
    QJsonArray entries;
    const QList<QJsonObject> records = m_records.value(type);
    for (const QJsonObject &resource : records) {
        const QString where = base().toString() + u'/' + type + u'/' + resource.value(u"id").toString();
        entries.append(QJsonObject{{QStringLiteral("fullUrl"), where},
                                   {QStringLiteral("resource"), resource},
                                   {QStringLiteral("search"), QJsonObject{{QStringLiteral("mode"), QStringLiteral("match")}}}});
    }
    return fhir({{QStringLiteral("resourceType"), QStringLiteral("Bundle")},
                 {QStringLiteral("type"), QStringLiteral("searchset")},
                 {QStringLiteral("total"), int(entries.size())},
                 {QStringLiteral("entry"), entries}});
}

FakeReply FakeFhirServer::create(const FakeRequest &request, const QString &type)
{
    check(request.header("Content-Type").startsWith("application/fhir+json"), request, "Content-Type is application/fhir+json");
    QJsonObject resource = QJsonDocument::fromJson(request.body).object();
    check(resource.value(u"resourceType").toString() == type, request, "the body is of the type in the path");
    check(request.hasHeader("If-None-Exist"), request, "If-None-Exist on every create");
    const auto identifierOf = [](const QJsonObject &of) {
        const QJsonValue identifier = of.value(u"identifier");
        const QJsonObject one = identifier.isArray() ? identifier.toArray().at(0).toObject() : identifier.toObject();
        return QString(u"identifier=" + one.value(u"system").toString() + u'|' + one.value(u"value").toString());
    };
    const QString asked = QUrl::fromPercentEncoding(request.header("If-None-Exist"));
    check(asked == identifierOf(resource), request, "If-None-Exist names the body's own identifier");
    for (const QJsonObject &known : std::as_const(m_created)) {
        if (known.value(u"resourceType").toString() == type && identifierOf(known) == asked)
            return fhir(known);
    }
    const QString id = QStringLiteral("new-%1").arg(++m_counter);
    resource.insert(QStringLiteral("id"), id);
    resource.insert(QStringLiteral("meta"), QJsonObject{{QStringLiteral("versionId"), QStringLiteral("1")}});
    m_created.append(resource);
    FakeReply reply = fhir(resource, 201);
    reply.headers.emplaceBack("Location", (base().toString() + u'/' + type + u'/' + id + QStringLiteral("/_history/1")).toUtf8());
    reply.headers.emplaceBack("ETag", "W/\"1\"");
    return reply;
}

void FakeFhirServer::setNoRecords()
{
    for (const char *type : {"Appointment",
                             "AppointmentResponse",
                             "Binary",
                             "CarePlan",
                             "CareTeam",
                             "Communication",
                             "CommunicationRequest",
                             "Consent",
                             "EpisodeOfCare",
                             "Flag",
                             "Goal",
                             "Library",
                             "Location",
                             "MedicationRequest",
                             "MedicationStatement",
                             "Organization",
                             "Patient",
                             "Questionnaire",
                             "QuestionnaireResponse",
                             "RelatedPerson",
                             "Task"})
        setRecords(QString::fromLatin1(type), {});
}

} // namespace handrail
