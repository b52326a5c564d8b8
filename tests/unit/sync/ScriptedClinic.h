// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "net/HttpClient.h"
#include "net/Pending.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <functional>
#include <optional>

namespace handrail {

/// A FHIR server in memory, behind HttpClient: it creates, updates with If-Match, finds by identifier and by _lastUpdated, pages, and fails when told to. For
/// tests that need a server with a memory, and its failure at a certain request.
class ScriptedClinic final : public HttpClient
{
public:
    using Reply = Result<HttpResponse>;
    /// Asked first; nullopt lets the clinic answer by itself.
    using Script = std::function<std::optional<Reply>(const HttpRequest &)>;

    QCoro::Task<Reply> send(HttpRequest request) override;

    void setScript(Script script) { m_script = std::move(script); }
    /// The next requests of this method take effect, but their answers are lost.
    void loseReplies(const QByteArray &method, int count);
    /// If-None-Exist is not known here: what is sent twice is there twice.
    void ignoreConditions() { m_ignoresConditions = true; }
    /// Requests wait until release().
    void hold() { m_gate.emplace(); }
    void release();

    /// Adds or replaces; lastUpdated is "YYYY-MM-DDThh:mm:ss.zzzZ". An empty version: none is told.
    void put(QJsonObject resource, const QString &lastUpdated, const QString &version = QStringLiteral("1"));
    void remove(const QString &type, const QString &id);
    [[nodiscard]] QList<QJsonObject> records(const QString &type) const { return m_records.value(type); }
    void setPageSize(int size) { m_pageSize = size; }
    void setDate(const QByteArray &httpDate) { m_date = httpDate; }

    [[nodiscard]] const QList<HttpRequest> &requests() const { return m_requests; }
    /// Those with this method whose path ends in `/`path.
    [[nodiscard]] QList<HttpRequest> requestsTo(const QByteArray &method, const QString &path) const;
    void forgetRequests() { m_requests.clear(); }

    [[nodiscard]] static HttpResponse answer(int status, const QByteArray &body = {}, HttpHeaders headers = {});
    [[nodiscard]] static HttpResponse outcome(int status, const QByteArray &code, const QByteArray &diagnostics = {});
    [[nodiscard]] static QString base() { return QStringLiteral("https://clinic.example/fhir/R4"); }

private:
    Reply handle(const HttpRequest &request);
    HttpResponse create(const HttpRequest &request, const QString &type);
    HttpResponse update(const HttpRequest &request, const QString &type, const QString &id);
    HttpResponse search(const HttpRequest &request, const QString &type) const;

    QMap<QString, QList<QJsonObject>> m_records;
    QList<HttpRequest> m_requests;
    Script m_script;
    QByteArray m_lostMethod;
    int m_lost = 0;
    bool m_ignoresConditions = false;
    int m_pageSize = 50;
    int m_created = 0;
    QByteArray m_date;
    std::optional<Pending<bool>> m_gate;
};

} // namespace handrail
