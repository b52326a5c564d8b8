// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ScriptedClinic.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>
#include <algorithm>

namespace handrail {

namespace {

QString lastUpdatedOf(const QJsonObject &resource)
{
    return resource.value(QStringLiteral("meta")).toObject().value(QStringLiteral("lastUpdated")).toString();
}

bool hasIdentifier(const QJsonObject &resource, const QString &value)
{
    const QJsonValue identifier = resource.value(QStringLiteral("identifier"));
    const QJsonArray list = identifier.isArray() ? identifier.toArray() : QJsonArray{identifier};
    return std::any_of(list.begin(), list.end(), [&](const QJsonValue &one) {
        return QString(one.toObject().value(QStringLiteral("system")).toString() % u'|'
                       % one.toObject().value(QStringLiteral("value")).toString())
            == value;
    });
}

} // namespace

QCoro::Task<ScriptedClinic::Reply> ScriptedClinic::send(HttpRequest request)
{
    m_requests << request;
    if (m_gate) {
        const Pending<bool> gate = *m_gate;
        co_await gate;
    }
    Reply reply = handle(request);
    co_return reply;
}

void ScriptedClinic::release()
{
    if (!m_gate)
        return;
    const Pending<bool> gate = *m_gate;
    m_gate.reset();
    gate.complete(true);
}

void ScriptedClinic::loseReplies(const QByteArray &method, int count)
{
    m_lostMethod = method;
    m_lost = count;
}

void ScriptedClinic::put(QJsonObject resource, const QString &lastUpdated, const QString &version)
{
    const QString type = resource.value(QStringLiteral("resourceType")).toString();
    QJsonObject meta{{QStringLiteral("lastUpdated"), lastUpdated}};
    if (!version.isEmpty())
        meta.insert(QStringLiteral("versionId"), version);
    resource.insert(QStringLiteral("meta"), meta);
    remove(type, resource.value(QStringLiteral("id")).toString());
    m_records[type] << resource;
}

void ScriptedClinic::remove(const QString &type, const QString &id)
{
    m_records[type].removeIf([&](const QJsonObject &resource) { return resource.value(QStringLiteral("id")).toString() == id; });
}

QList<HttpRequest> ScriptedClinic::requestsTo(const QByteArray &method, const QString &path) const
{
    QList<HttpRequest> found;
    for (const HttpRequest &request : m_requests) {
        if (request.method == method && request.url.path().endsWith(u'/' + path))
            found << request;
    }
    return found;
}

HttpResponse ScriptedClinic::answer(int status, const QByteArray &body, HttpHeaders headers)
{
    HttpResponse response;
    response.status = status;
    response.headers = std::move(headers);
    response.body = body;
    return response;
}

HttpResponse ScriptedClinic::outcome(int status, const QByteArray &code, const QByteArray &diagnostics)
{
    return answer(status,
                  "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"" + code
                      + "\",\"diagnostics\":\"" + diagnostics + "\"}]}");
}

ScriptedClinic::Reply ScriptedClinic::handle(const HttpRequest &request)
{
    if (m_script) {
        if (std::optional<Reply> scripted = m_script(request))
            return *scripted;
    }
    HttpResponse response;
    const QString path = request.url.path();
    const QString prefix = QStringLiteral("/fhir/R4/");
    if (path == u"/token") {
        static int count = 0;
        response = answer(200,
                          "{\"access_token\":\"fresh" + QByteArray::number(++count)
                              + "\",\"token_type\":\"Bearer\",\"expires_in\":600,\"refresh_token\":\"next\",\"scope\":\"patient/"
                                "*.rs\",\"patient\":\"maya\"}");
    } else if (!path.startsWith(prefix)) {
        response = answer(404);
    } else {
        const QStringList parts = path.mid(prefix.size()).split(u'/');
        if (request.method == "POST") {
            response = create(request, parts.first());
        } else if (request.method == "PUT" && parts.size() == 2) {
            response = update(request, parts.first(), parts.last());
        } else if (parts.size() == 2) {
            response = outcome(404, "not-found");
            for (const QJsonObject &resource : m_records.value(parts.first())) {
                if (resource.value(QStringLiteral("id")).toString() == parts.last())
                    response = answer(200, QJsonDocument(resource).toJson(QJsonDocument::Compact));
            }
        } else {
            response = search(request, parts.first());
        }
    }
    if (!m_date.isEmpty())
        response.headers.append({"Date", m_date});
    if (m_lost > 0 && request.method == m_lostMethod) {
        --m_lost;
        return problem(ProblemKind::Timeout, QStringLiteral("lost"), true);
    }
    return response;
}

HttpResponse ScriptedClinic::create(const HttpRequest &request, const QString &type)
{
    QByteArray condition;
    for (const auto &[name, value] : request.headers) {
        if (name == "If-None-Exist" && !m_ignoresConditions)
            condition = value;
    }
    const QString identifier = QString::fromLatin1(condition.mid(condition.indexOf('=') + 1));
    QJsonObject resource = QJsonDocument::fromJson(request.body).object();
    for (const QJsonObject &known : m_records.value(type)) {
        if (!condition.isEmpty() && hasIdentifier(known, identifier))
            return answer(200, {},
                          {{"Location",
                            QString(base() % u'/' % type % u'/' % known.value(QStringLiteral("id")).toString()
                                    % QStringLiteral("/_history/1"))
                                .toLatin1()}});
    }
    const QString id = QStringLiteral("made-%1").arg(++m_created);
    resource.insert(QStringLiteral("id"), id);
    put(resource, QStringLiteral("2026-03-02T15:00:%1.000Z").arg(m_created, 2, 10, QLatin1Char('0')));
    return answer(201, {}, {{"Location", QString(base() % u'/' % type % u'/' % id % QStringLiteral("/_history/1")).toLatin1()}});
}

HttpResponse ScriptedClinic::update(const HttpRequest &request, const QString &type, const QString &id)
{
    for (const QJsonObject &known : m_records.value(type)) {
        if (known.value(QStringLiteral("id")).toString() != id)
            continue;
        const QString version = known.value(QStringLiteral("meta")).toObject().value(QStringLiteral("versionId")).toString();
        const bool isMatch = std::any_of(request.headers.begin(), request.headers.end(), [&](const auto &header) {
            return header.first == "If-Match" && header.second == "W/\"" + version.toLatin1() + '"';
        });
        if (!isMatch)
            return outcome(412, "conflict");
        put(QJsonDocument::fromJson(request.body).object(), QStringLiteral("2026-03-02T16:00:00.000Z"),
            QString::number(version.toInt() + 1));
        return answer(200);
    }
    return outcome(404, "not-found");
}

HttpResponse ScriptedClinic::search(const HttpRequest &request, const QString &type) const
{
    const QUrlQuery query(request.url);
    QList<QJsonObject> found = m_records.value(type);
    const QString identifier = query.queryItemValue(QStringLiteral("identifier"), QUrl::FullyDecoded);
    const QString since = query.queryItemValue(QStringLiteral("_lastUpdated")).mid(2);
    const QStringList ids = query.queryItemValue(QStringLiteral("_id")).split(u',', Qt::SkipEmptyParts);
    found.removeIf([&](const QJsonObject &resource) {
        return (!identifier.isEmpty() && !hasIdentifier(resource, identifier))
            || (!since.isEmpty() && lastUpdatedOf(resource) < since)
            || (!ids.isEmpty() && !ids.contains(resource.value(QStringLiteral("id")).toString()));
    });
    std::stable_sort(found.begin(), found.end(),
                     [](const QJsonObject &a, const QJsonObject &b) { return lastUpdatedOf(a) < lastUpdatedOf(b); });

    const int page = query.queryItemValue(QStringLiteral("page")).toInt();
    QJsonArray entries;
    for (const QJsonObject &resource : found.mid(qsizetype(page) * m_pageSize, m_pageSize))
        entries << QJsonObject{{QStringLiteral("resource"), resource}};
    QJsonObject bundle{{QStringLiteral("resourceType"), QStringLiteral("Bundle")},
                       {QStringLiteral("type"), QStringLiteral("searchset")}};
    if (!entries.isEmpty())
        bundle.insert(QStringLiteral("entry"), entries);
    if (found.size() > qsizetype(page + 1) * m_pageSize) {
        QUrlQuery next = query;
        next.removeQueryItem(QStringLiteral("page"));
        next.addQueryItem(QStringLiteral("page"), QString::number(page + 1));
        const QString link = QString(type % u'?' % next.toString(QUrl::FullyEncoded));
        bundle.insert(QStringLiteral("link"),
                      QJsonArray{QJsonObject{{QStringLiteral("relation"), QStringLiteral("next")}, {QStringLiteral("url"), link}}});
    }
    return answer(200, QJsonDocument(bundle).toJson(QJsonDocument::Compact));
}

} // namespace handrail
