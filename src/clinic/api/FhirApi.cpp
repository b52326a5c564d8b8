// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/FhirApi.h"

#include "clinic/api/CutRecords.h"
#include "clinic/http/HttpText.h"
#include "clinic/records/SearchIndex.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

namespace handrail::clinic {

namespace {

const QString basePath = QStringLiteral("/fhir/R4");

Reply unauthorized()
{
    Reply reply = outcome(401, "login", "Sign in first");
    setHeader(reply, "WWW-Authenticate", "Bearer realm=\"handrail\"");
    return reply;
}

// The media type in lower case, without its parameters.
QByteArray mediaType(const QByteArray &header)
{
    return header.split(';').constFirst().trimmed().toLower();
}

bool isJson(const QByteArray &contentType)
{
    const QByteArray type = mediaType(contentType);
    return type == "application/fhir+json" || type == "application/json";
}

char auditAction(const QByteArray &method, bool isSearch)
{
    if (method == "POST")
        return isSearch ? 'E' : 'C';
    if (method == "PUT")
        return 'U';
    return isSearch ? 'E' : 'R';
}

} // namespace

QStringList segmentsOf(const QString &path)
{
    const QStringList segments = (path.endsWith(u'/') ? path.chopped(1) : path).split(u'/');
    return segments.contains(QString()) ? QStringList() : segments;
}

QByteArray etagOf(const Record &record)
{
    return "W/\"" + QByteArray::number(record.version) + '"';
}

bool isTagIn(const QByteArray &header, const QByteArray &tag)
{
    for (const QByteArray &part : header.split(',')) {
        if (part.trimmed() == tag || part.trimmed() == "*" || "W/" + part.trimmed() == tag)
            return true;
    }
    return false;
}

void addNotice(const Access &access, Reply &reply)
{
    // 42 CFR 2.32: it goes with every disclosure.
    if (access.isRelative() && reply.status < 300)
        setHeader(reply, "X-Notice", "42 CFR part 2 prohibits unauthorized use or disclosure of these records.");
}

Reply insufficientScope()
{
    Reply reply = outcome(403, "forbidden", "This sign-in does not include that");
    setHeader(reply, "WWW-Authenticate", "Bearer error=\"insufficient_scope\""); // RFC 6750 3.1
    return reply;
}

Reply notFound()
{
    // The same bytes for what is absent and for what is not for this person.
    return outcome(404, "not-found", "There is no such record");
}

Reply tooCostly()
{
    return outcome(413, "too-costly", "This is too much for one request; ask for it in parts");
}

Reply tooMany()
{
    Reply reply = outcome(429, "throttled", "This account writes too fast; wait and go on");
    setHeader(reply, "Retry-After", "10");
    return reply;
}

Reply problemReply(const Problem &problem)
{
    if (problem.kind == ProblemKind::Conflict)
        return outcome(409, "duplicate", "A record with this identifier is already here");
    if (problem.kind == ProblemKind::StoreFull)
        return outcome(507, "no-store", "The clinic's disk is full");
    Reply reply = outcome(503, "transient", "The clinic's records cannot be written now");
    setHeader(reply, "Retry-After", "5");
    return reply;
}

Reply issuesReply(const QList<Issue> &issues)
{
    Reply reply = outcome(422, "invalid", "");
    reply.body = "{\"resourceType\":\"OperationOutcome\",\"issue\":[";
    for (const Issue &issue : issues) {
        reply.body += "{\"severity\":\"error\",\"code\":\"" + QByteArray(issue.code) + "\",\"diagnostics\":"
            + quoted(QByteArrayView(issue.text)) + ",\"expression\":[" + quoted(issue.expression.toUtf8()) + "]},";
    }
    reply.body.chop(1);
    reply.body += "]}";
    return reply;
}

Reply resourceReply(int status, const Record &record, const QByteArray &body)
{
    Reply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "application/fhir+json; charset=utf-8"},
                     {"Cache-Control", "no-store"},
                     {"ETag", etagOf(record)},
                     {"Last-Modified", QByteArray::fromStdString(httpDate(record.updated / 1000))}};
    reply.body = body;
    return reply;
}

FhirApi::FhirApi(Records &records, AuditLog &audit, TokenChecker &tokens, QByteArray base, QJsonObject security)
    : m_records(records)
    , m_audit(audit)
    , m_tokens(tokens)
    , m_policy(records, QString::fromLatin1(base))
    , m_validator(records.types())
    , m_forms(records, QString::fromLatin1(base))
    , m_base(std::move(base))
    , m_security(std::move(security))
    , m_pageKey(32, '\0')
{
    // Pages outlive no restart: a client that meets a refused page lists anew.
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(m_pageKey.data()), m_pageKey.size() / 4);
}

void FhirApi::addRoutes(Server &server)
{
    for (const QByteArray &method : {QByteArray("GET"), QByteArray("POST"), QByteArray("PUT")})
        server.addRoute(method, basePath + QLatin1String("/*"), [this](const Request &request) { return handle(request); });
    for (const QString &path : {basePath, QString(basePath + u'/')})
        server.addRoute("POST", path, [this](const Request &request) { return handleBundle(request); });
    for (const char *path : {"/metadata", "/metadata/"})
        server.addRoute("GET", basePath + QLatin1String(path), [this](const Request &request) {
            Reply refusal;
            return isJsonAsked(request, refusal) ? capability() : refusal;
        });
    server.addTimer(std::chrono::milliseconds(250), [this] { m_audit.flush(); });
}

// Who asks; or nobody, with the refusal filled in.
std::optional<Access> FhirApi::admitted(const Request &request, Reply &refusal)
{
    m_records.noticeChanges();
    m_budget = {};
    m_budget.time.start(interactionTime);
    const QByteArray authorization = request.header("Authorization");
    std::optional<Access> access;
    if (authorization.size() >= 8 && qstrnicmp(authorization.constData(), "Bearer ", 7) == 0)
        access = m_tokens.check(authorization.mid(7).trimmed());
    if (!access) {
        refusal = unauthorized();
        return std::nullopt;
    }
    return isJsonAsked(request, refusal) ? access : std::nullopt;
}

// False, with the refusal filled in, when another form than JSON comes or is wanted.
bool FhirApi::isJsonAsked(const Request &request, Reply &refusal)
{
    bool isJsonWanted = takesJson(request.header("Accept"));
    for (const auto &[name, value] : readQuery(request.query)) {
        if (name == QLatin1String("_format")) // stands above the header (FHIR R4 3.1.0.1.11)
            isJsonWanted = value.contains(QLatin1String("json"));
    }
    const bool isBody = request.method == "POST" || request.method == "PUT";
    const bool isSearchForm = request.method == "POST" && request.path.endsWith(QLatin1String("/_search"));
    if (!isJsonWanted)
        refusal = outcome(406, "not-supported", "Only JSON is spoken here");
    else if (isBody && !isSearchForm && !isJson(request.header("Content-Type")))
        refusal = outcome(415, "not-supported", "Send application/fhir+json");
    // Conditions in another form would be none, and the answer everything.
    else if (isSearchForm && !request.body.isEmpty()
             && mediaType(request.header("Content-Type")) != "application/x-www-form-urlencoded")
        refusal = outcome(415, "not-supported", "Send application/x-www-form-urlencoded");
    else
        return true;
    return false;
}

Reply FhirApi::handle(const Request &request)
{
    const QStringList path = segmentsOf(request.path.mid(basePath.size() + 1));
    if (path.isEmpty())
        return outcome(404, "not-found", "There is nothing at this address");
    if (request.method == "POST" && path.size() > 1 && path.last().startsWith(u'$'))
        return operate(request, path);
    Reply reply;
    const std::optional<Access> access = admitted(request, reply);
    if (!access)
        return reply;
    Operation operation;
    operation.method = request.method == "HEAD" ? QByteArray("GET") : request.method;
    operation.path = path;
    operation.query = request.query;
    operation.ifMatch = request.header("If-Match");
    operation.ifNoneExist = request.header("If-None-Exist");
    operation.ifNoneMatch = request.header("If-None-Match");
    operation.prefer = request.header("Prefer");
    operation.body = request.body;
    if (operation.path.size() == 2 && operation.path.at(1) == QLatin1String("_search") && operation.method == "POST") {
        operation.method = "GET";
        operation.path.removeLast();
        operation.query = operation.query.isEmpty() ? request.body : QByteArray(operation.query + '&' + request.body);
    }
    reply = perform(*access, operation);
    addNotice(*access, reply);
    return reply;
}

Reply FhirApi::perform(const Access &access, const Operation &operation)
{
    m_about.clear();
    const QString name = operation.path.value(0);
    if (name == QLatin1String("AuditEvent")) {
        const bool isSearch = operation.path.size() == 1;
        const Reply reply = audit(access, operation);
        if (Policy::isStaff(access)) // who reads the log of their own record looks at nothing that is new to them
            log(access, auditAction(operation.method, isSearch), name, operation.path.value(1), reply.status);
        return reply;
    }
    const ResourceType *type = m_records.types().type(name);
    if (!type)
        return outcome(404, "not-supported", "This kind of record is not kept here");
    const qsizetype depth = operation.path.size();
    const QString id = operation.path.value(1);
    const bool isSearch = depth == 1 && operation.method == "GET";
    Reply reply;
    if (operation.method == "GET") {
        if (isSearch)
            reply = search(access, *type, operation.query, operation.prefer);
        else if (depth == 3 && operation.path.at(2) == QLatin1String("_history"))
            reply = readHistory(access, *type, id);
        else
            reply = read(access, *type, operation);
    } else if ((operation.method == "POST" && depth == 1) || (operation.method == "PUT" && depth == 2)) {
        if (operation.isInTransaction)
            return write(access, *type, operation);
        Transaction transaction(m_records.database());
        if (!transaction.isOpen())
            return problemReply({ProblemKind::StoreInUse, true, {}, 0, -1});
        const std::size_t mark = m_audit.mark();
        reply = write(access, *type, operation);
        if (reply.status < 300 && transaction.commit()) {
            m_audit.settle();
            tellConsents();
        } else {
            m_records.forget();
            m_audit.rewind(mark);
            m_endedConsents.clear();
            if (reply.status < 300)
                reply = problemReply({ProblemKind::StoreBroken, true, {}, 0, -1});
        }
    } else {
        reply = outcome(405, "not-supported", "This method cannot be used here");
        setHeader(reply, "Allow", depth == 1 ? "GET, HEAD, POST" : "GET, HEAD, PUT");
    }
    const bool isWritten = operation.method != "GET" && reply.status < 300;
    // A relative's message that was not taken, or is not shown, is theirs alone: the patient, who reads the log, learns of none. Nor does
    // a search that showed nothing look at the patient: the app of somebody with whom nothing is shared any more asks on.
    const bool isTheirsAlone =
        access.isRelative() && (isSearch ? m_about.isEmpty() : reply.status >= 400 && name == QLatin1String("Communication"));
    if (!isWritten && isTheirsAlone)
        m_audit.add(access, auditAction(operation.method, isSearch), type->name, id, {}, reply.status);
    else if (!isWritten) // a write that worked has its row already
        log(access, auditAction(operation.method, isSearch), type->name, id, reply.status);
    return reply;
}

Reply FhirApi::read(const Access &access, const ResourceType &type, const Operation &operation)
{
    if (!Policy::hasScope(access, type.name, Verb::Read))
        return insufficientScope();
    const QString id = operation.path.at(1);
    const bool isVersion = operation.path.size() == 4 && operation.path.at(2) == QLatin1String("_history");
    if (!isId(id) || (operation.path.size() != 2 && !isVersion))
        return notFound();
    RecordPtr record = m_records.read(type.name, m_policy.keptId(access, type.name, id));
    if (record && isVersion) {
        // Who lost the record, because it was corrected, labelled or not shared any more, lost what it was before too.
        bool isNumber = false;
        const qint64 version = operation.path.at(3).toLongLong(&isNumber);
        record = isNumber && m_policy.mayReadVersions(access, *record) ? m_records.readVersion(type.name, id, version) : nullptr;
    }
    if (!record)
        return notFound();
    noteAbout(*record);
    if (record->isDeleted)
        return m_policy.isInReach(access, *record) ? outcome(410, "deleted", "This record was deleted") : notFound();
    if (!isVersion)
        record = m_policy.toldBy(access, record);
    const std::optional<QByteArray> body = m_policy.shown(access, *record);
    if (!body)
        return notFound();
    Reply reply = resourceReply(200, *record, *body);
    QByteArray tag = etagOf(*record);
    if (access.isRelative() && isCutForRelative(type.name)) { // of what is shown, which may follow from more than the record
        const QJsonObject told = QJsonDocument::fromJson(*body).object();
        if (told.value(QLatin1String("id")).toString() != id) // known by another one
            return notFound();
        const QJsonValue meta = told.value(QLatin1String("meta"));
        tag = "W/\"" + meta[QLatin1String("versionId")].toString().toLatin1() + '"';
        setHeader(reply, "ETag", tag);
    }
    if (!operation.ifNoneMatch.isEmpty() && isTagIn(operation.ifNoneMatch, tag)) {
        reply.status = 304;
        reply.body.clear();
    }
    return reply;
}

Reply FhirApi::readHistory(const Access &access, const ResourceType &type, const QString &id)
{
    if (!Policy::hasScope(access, type.name, Verb::Read))
        return insufficientScope();
    const RecordPtr current = m_records.read(type.name, id);
    if (!current || !m_policy.mayReadVersions(access, *current))
        return notFound();
    noteAbout(*current);
    QByteArray entries;
    int count = 0;
    for (const RecordPtr &record : m_records.history(type.name, id)) {
        const std::optional<QByteArray> body = m_policy.shown(access, *record);
        if (!body && !(record->isDeleted && m_policy.isInReach(access, *record)))
            continue;
        noteAbout(*record);
        const QByteArray url = type.name.toLatin1() + '/' + id.toLatin1();
        const char *method = record->isDeleted ? "DELETE" : record->version == 1 ? "POST" : "PUT";
        entries += QByteArray(count++ ? "," : "") + "{\"fullUrl\":" + quoted(QByteArray(m_base + '/' + url))
            + (body ? ",\"resource\":" + *body : QByteArray()) + ",\"request\":{\"method\":\"" + method + "\",\"url\":"
            + quoted(record->version == 1 && !record->isDeleted ? type.name.toLatin1() : url) + "},\"response\":{\"status\":\""
            + (record->isDeleted          ? "204"
                   : record->version == 1 ? "201"
                                          : "200")
            + "\",\"etag\":" + quoted(etagOf(*record)) + ",\"lastModified\":\"" + writeInstant(record->updated) + "\"}}";
    }
    if (count == 0)
        return notFound();
    Reply reply;
    reply.headers = {{"Content-Type", "application/fhir+json; charset=utf-8"}, {"Cache-Control", "no-store"}};
    reply.body = "{\"resourceType\":\"Bundle\",\"type\":\"history\",\"total\":" + QByteArray::number(count)
        + ",\"link\":[{\"relation\":\"self\",\"url\":"
        + quoted(QByteArray(m_base + '/' + type.name.toLatin1() + '/' + id.toLatin1() + "/_history")) + "}],\"entry\":[" + entries
        + "]}";
    return reply;
}

} // namespace handrail::clinic
