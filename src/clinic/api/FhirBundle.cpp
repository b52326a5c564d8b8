// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/FhirApi.h"

#include "clinic/records/SearchIndex.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QScopeGuard>
#include <QUrl>
#include <QUuid>
#include <algorithm>

namespace handrail::clinic {

// batch and transaction of the FHIR API, and its CapabilityStatement.

namespace {

constexpr qsizetype maximumEntries = 100;

QByteArray text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString().toUtf8();
}

const char *kindName(SearchKind kind)
{
    switch (kind) {
    case SearchKind::Token: return "token";
    case SearchKind::Reference: return "reference";
    case SearchKind::Date: return "date";
    case SearchKind::String: return "string";
    case SearchKind::Uri: return "uri";
    }
    return "token";
}

} // namespace

std::optional<QList<FhirApi::Operation>> FhirApi::readEntries(const QByteArray &body, QList<QByteArray> &fullUrls,
                                                              bool isTransaction, const char *&error) const
{
    const std::optional<Members> members = readMembers(body);
    const auto items = members ? readItems(member(*members, "entry")) : std::nullopt;
    QList<Operation> operations;
    if (!items)
        return operations; // a Bundle without entries
    if (items->size() > maximumEntries) {
        error = "A Bundle takes at most 100 entries";
        return std::nullopt;
    }
    for (const QByteArrayView item : *items) {
        const std::optional<Members> entry = readMembers(item);
        const QJsonObject request =
            entry ? QJsonDocument::fromJson(member(*entry, "request").toByteArray()).object() : QJsonObject();
        const QByteArray fullUrl = entry
            ? QJsonDocument::fromJson('[' + member(*entry, "fullUrl").toByteArray() + ']')[0].toString().toUtf8()
            : QByteArray();
        Operation operation;
        operation.method = text(request, "method");
        QByteArray url = text(request, "url");
        if (url.startsWith(m_base) && url.mid(m_base.size(), 1) == "/")
            url.remove(0, m_base.size() + 1);
        const qsizetype mark = url.indexOf('?');
        const QString path = QString::fromUtf8(QByteArray::fromPercentEncoding(url.left(mark < 0 ? url.size() : mark)));
        operation.path = segmentsOf(path);
        operation.query = mark < 0 ? QByteArray() : url.mid(mark + 1);
        operation.ifMatch = text(request, "ifMatch");
        operation.ifNoneExist = text(request, "ifNoneExist");
        operation.ifNoneMatch = text(request, "ifNoneMatch");
        operation.body = entry ? member(*entry, "resource").toByteArray() : QByteArray();
        operation.isInTransaction = isTransaction;
        const bool isKnown = operation.method == "GET" || operation.method == "POST" || operation.method == "PUT";
        if (operation.path.isEmpty() || operation.method.isEmpty() || path.contains(u':'))
            operation.refusal = outcome(400, "invalid", "An entry needs a request with a method and a relative url");
        else if (!isKnown)
            operation.refusal = outcome(405, "not-supported", "This method cannot be used here");
        // The entries of a batch stand alone (FHIR R4 3.1.0.11.1); a transaction is one.
        if (operation.refusal && isTransaction) {
            error = "An entry needs a request with a method that is known here and a relative url";
            return std::nullopt;
        }
        operations.append(operation);
        fullUrls.append(fullUrl);
    }
    return operations;
}

QByteArray FhirApi::entryOf(const Reply &reply)
{
    QByteArray response = "\"response\":{\"status\":\"" + QByteArray::number(reply.status) + '"';
    if (const QByteArray location = findHeader(reply.headers, "Location"); !location.isEmpty())
        response += ",\"location\":" + quoted(location);
    if (const QByteArray etag = findHeader(reply.headers, "ETag"); !etag.isEmpty()) {
        response += ",\"etag\":" + quoted(etag);
    }
    const bool isError = reply.status >= 400;
    if (isError && !reply.body.isEmpty())
        response += ",\"outcome\":" + reply.body;
    response += '}';
    QByteArray entry = "{";
    if (!isError && !reply.body.isEmpty())
        entry += "\"resource\":" + reply.body + ',';
    return entry + response + '}';
}

struct FhirApi::Batch {
    Access access;
    QList<Operation> operations;
    qsizetype next = 0;
    QByteArray entries;
    Budget budget;
    CpuBudget::Time timeLeft = batchTime;
};

Steps FhirApi::handleBundle(const Request &request)
{
    Reply reply;
    const std::optional<Access> access = admitted(request, reply);
    const auto give = [](const Reply &answer) { return [answer] { return std::optional(answer); }; };
    if (!access)
        return give(reply);
    const std::optional<Draft> draft = readDraft(request.body);
    if (!draft)
        return give(outcome(400, "structure", "The body is not JSON that can be read"));
    const QString type = draft->json.value(QLatin1String("type")).toString();
    const bool isTransaction = type == QLatin1String("transaction");
    if (draft->json.value(QLatin1String("resourceType")).toString() != QLatin1String("Bundle")
        || (!isTransaction && type != QLatin1String("batch")))
        return give(outcome(400, "invalid", "Send a Bundle of type batch or transaction"));
    QList<QByteArray> fullUrls;
    const char *error = nullptr;
    const auto operations = readEntries(request.body, fullUrls, isTransaction, error);
    if (!operations)
        return give(outcome(400, "invalid", error));
    if (isTransaction) {
        reply = transaction(*access, *operations, fullUrls);
        addNotice(*access, reply);
        return give(reply);
    }
    auto batch = std::make_shared<Batch>(Batch{*access, *operations, 0, {}, m_budget});
    return [this, batch] { return step(*batch); };
}

// As many entries as fit in a short while, so that nobody else waits long.
std::optional<Reply> FhirApi::step(Batch &batch)
{
    constexpr std::chrono::milliseconds shortWhile{20};
    m_records.noticeChanges();
    m_budget = batch.budget;
    for (CpuBudget::Time used{}; batch.next < batch.operations.size() && used < shortWhile; ++batch.next) {
        m_budget.time.start(interactionTime);
        const bool canGoOn = m_budget.bytes > 0 && batch.timeLeft > CpuBudget::Time{};
        const Operation &operation = batch.operations.at(batch.next);
        const Reply reply = operation.refusal ? *operation.refusal : canGoOn ? perform(batch.access, operation) : tooCostly();
        m_budget.bytes -= reply.body.size();
        batch.entries += ',';
        batch.entries += entryOf(reply);
        const CpuBudget::Time time = m_budget.time.used();
        used += time;
        batch.timeLeft -= time;
    }
    batch.budget = m_budget;
    if (batch.next < batch.operations.size())
        return std::nullopt;
    Reply reply;
    reply.headers = {{"Content-Type", "application/fhir+json; charset=utf-8"}, {"Cache-Control", "no-store"}};
    reply.body = QByteArray("{\"resourceType\":\"Bundle\",\"type\":\"batch-response\"")
        + (batch.entries.isEmpty() ? QByteArray() : ",\"entry\":[" + batch.entries.mid(1) + ']') + '}';
    addNotice(batch.access, reply);
    return reply;
}

// All or nothing (FHIR R4 3.1.0.11.2): POST, PUT, GET in this order, answers in the order asked.
Reply FhirApi::transaction(const Access &access, QList<Operation> operations, const QList<QByteArray> &fullUrls)
{
    QHash<QByteArray, QByteArray> replacements;
    m_newInTransaction.clear();
    const auto forgetNew = qScopeGuard([this] { m_newInTransaction.clear(); });
    QList<qsizetype> order;
    for (const char *method : {"POST", "PUT", "GET"}) {
        for (qsizetype i = 0; i < operations.size(); ++i) {
            if (operations.at(i).method == method)
                order.append(i);
        }
    }
    // The ids of the new records are made first, so that entries may point at each other in any order.
    for (qsizetype i = 0; i < operations.size(); ++i) {
        Operation &operation = operations[i];
        if (operation.method == "POST" && operation.path.size() == 1 && m_records.types().type(operation.path.first())) {
            operation.givenId = QUuid::createUuid().toString(QUuid::WithoutBraces);
            m_newInTransaction.insert(operation.path.first() + u'/' + operation.givenId);
            if (fullUrls.at(i).startsWith("urn:"))
                replacements.insert(fullUrls.at(i), operation.path.first().toLatin1() + '/' + operation.givenId.toLatin1());
        } else if (operation.method == "PUT" && operation.path.size() == 2 && fullUrls.at(i).startsWith("urn:")) {
            replacements.insert(fullUrls.at(i), operation.path.join(u'/').toLatin1());
        }
    }
    Transaction whole(m_records.database());
    if (!whole.isOpen())
        return problemReply({ProblemKind::StoreInUse, true, {}, 0, -1});
    const std::size_t mark = m_audit.mark();
    const auto giveUp = [&](Reply reply) {
        m_records.forget();
        m_audit.rewind(mark);
        // What a relative was refused is theirs alone, as it is when they ask for one thing.
        m_audit.add(access, 'E', QStringLiteral("Bundle"), {}, access.isRelative() ? QString() : access.patientId, reply.status);
        m_endedConsents.clear();
        return reply;
    };
    QList<QByteArray> answers(operations.size());
    QSet<QString> touched;
    for (const qsizetype i : order) {
        Operation &operation = operations[i];
        const bool isDirect = operation.method == "PUT" && operation.path.size() == 2;
        if (isDirect && touched.contains(operation.path.join(u'/')))
            return giveUp(outcome(400, "invalid", "A transaction may touch a record only once"));
        touched.insert(operation.path.join(u'/'));
        operation.body = withReferences(operation.body, replacements);
        const Reply reply = m_budget.bytes > 0 && !m_budget.time.isSpent() ? perform(access, operation) : tooCostly();
        m_budget.bytes -= reply.body.size();
        if (reply.status >= 400)
            return giveUp(reply);
        // A conditional create that met its match: the others point at that one from here on.
        if (operation.method == "POST" && reply.status == 200 && fullUrls.at(i).startsWith("urn:")) {
            const QByteArray location = findHeader(reply.headers, "Location").mid(m_base.size() + 1);
            replacements.insert(fullUrls.at(i), location.left(location.indexOf("/_history")));
        }
        answers[i] = entryOf(reply);
    }
    if (!m_audit.flushInside() || !whole.commit())
        return giveUp(problemReply({ProblemKind::StoreBroken, true, {}, 0, -1}));
    m_audit.settle();
    tellConsents();
    Reply reply;
    reply.headers = {{"Content-Type", "application/fhir+json; charset=utf-8"}, {"Cache-Control", "no-store"}};
    reply.body = QByteArray("{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\"")
        + (answers.isEmpty() ? QByteArray() : ",\"entry\":[" + answers.join(',') + ']') + '}';
    return reply;
}

Reply FhirApi::capability() const
{
    QJsonArray resources;
    for (const auto &[name, type] : m_records.types().types()) {
        QJsonArray interactions;
        // Staff may create and update all types; nobody deletes.
        for (const char *code : {"read", "vread", "history-instance", "search-type", "create", "update"})
            interactions.append(QJsonObject{{QStringLiteral("code"), QString::fromLatin1(code)}});
        QJsonArray parameters{
            QJsonObject{{QStringLiteral("name"), QStringLiteral("_id")}, {QStringLiteral("type"), QStringLiteral("token")}},
            QJsonObject{{QStringLiteral("name"), QStringLiteral("_lastUpdated")},
                        {QStringLiteral("type"), QStringLiteral("date")}}};
        for (const SearchParameter &parameter : type.parameters)
            parameters.append(QJsonObject{{QStringLiteral("name"), parameter.name},
                                          {QStringLiteral("type"), QString::fromLatin1(kindName(parameter.kind))}});
        QJsonObject resource{
            {QStringLiteral("type"), name},
            {QStringLiteral("interaction"), interactions},
            {QStringLiteral("versioning"), type.needsMatch ? QStringLiteral("versioned-update") : QStringLiteral("versioned")},
            {QStringLiteral("readHistory"), true},
            {QStringLiteral("updateCreate"), false},
            {QStringLiteral("conditionalCreate"), true},
            {QStringLiteral("conditionalRead"), QStringLiteral("not-match")},
            {QStringLiteral("searchParam"), parameters}};
        QJsonArray includes;
        for (const QString &include : type.includes)
            includes.append(QString(name + u':' + include));
        if (!includes.isEmpty())
            resource.insert(QStringLiteral("searchInclude"), includes);
        QJsonArray operations;
        for (const FhirOperation &operation : m_operations) {
            if (operation.type == name)
                operations.append(
                    QJsonObject{{QStringLiteral("name"), operation.name},
                                {QStringLiteral("definition"), canonical(QString(u"OperationDefinition/" + operation.name))}});
        }
        if (!operations.isEmpty())
            resource.insert(QStringLiteral("operation"), operations);
        resources.append(resource);
    }
    QJsonArray auditParameters{
        QJsonObject{{QStringLiteral("name"), QStringLiteral("_id")}, {QStringLiteral("type"), QStringLiteral("token")}},
        QJsonObject{{QStringLiteral("name"), QStringLiteral("_lastUpdated")}, {QStringLiteral("type"), QStringLiteral("date")}}};
    for (const SearchParameter &parameter : FhirApi::auditParameters())
        auditParameters.append(QJsonObject{{QStringLiteral("name"), parameter.name},
                                           {QStringLiteral("type"), QString::fromLatin1(kindName(parameter.kind))}});
    resources.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("AuditEvent")},
                                 {QStringLiteral("interaction"),
                                  QJsonArray{QJsonObject{{QStringLiteral("code"), QStringLiteral("read")}},
                                             QJsonObject{{QStringLiteral("code"), QStringLiteral("search-type")}}}},
                                 {QStringLiteral("searchParam"), auditParameters}});
    QJsonObject rest{{QStringLiteral("mode"), QStringLiteral("server")}, {QStringLiteral("resource"), resources}};
    if (!m_security.isEmpty())
        rest.insert(QStringLiteral("security"), m_security);
    rest.insert(QStringLiteral("interaction"),
                QJsonArray{QJsonObject{{QStringLiteral("code"), QStringLiteral("transaction")}},
                           QJsonObject{{QStringLiteral("code"), QStringLiteral("batch")}}});
    const QJsonObject statement{
        {QStringLiteral("resourceType"), QStringLiteral("CapabilityStatement")},
        {QStringLiteral("status"), QStringLiteral("active")},
        {QStringLiteral("date"), QStringLiteral("2026-11-21")},
        {QStringLiteral("kind"), QStringLiteral("instance")},
        {QStringLiteral("fhirVersion"), QStringLiteral("4.0.1")},
        {QStringLiteral("format"), QJsonArray{QStringLiteral("application/fhir+json"), QStringLiteral("json")}},
        {QStringLiteral("software"),
         QJsonObject{{QStringLiteral("name"), QStringLiteral("handrail-clinic")},
                     {QStringLiteral("version"), QStringLiteral(HANDRAIL_VERSION)}}},
        {QStringLiteral("implementation"),
         QJsonObject{{QStringLiteral("description"), QStringLiteral("Handrail reference clinic")},
                     {QStringLiteral("url"), QString::fromLatin1(m_base)}}},
        {QStringLiteral("rest"), QJsonArray{rest}}};
    Reply reply;
    reply.headers = {{"Content-Type", "application/fhir+json; charset=utf-8"}, {"Cache-Control", "public, max-age=3600"}};
    reply.body = QJsonDocument(statement).toJson(QJsonDocument::Compact);
    return reply;
}

} // namespace handrail::clinic
