// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ScriptedClinic.h"

#include "core/Form.h"
#include "core/Ids.h"
#include "fakes/FakeClock.h"
#include "sync/SyncEngine.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>
#include <memory>

namespace handrail {

/// A reply as a column of a test table, which wants a type that can be named and need not be compared.
struct Given {
    ScriptedClinic::Reply reply;
};

inline bool isAt(const HttpRequest &request, const char *path)
{
    return request.url.path().endsWith(QLatin1String(path));
}

inline QString parameter(const HttpRequest &request, const char *name)
{
    return QUrlQuery(request.url).queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

inline bool isCreate(const HttpRequest &request)
{
    return request.method == "POST" && request.url.path().startsWith(QLatin1String("/fhir/"));
}

/// The first of this name; empty without one.
inline QByteArray headerOf(const HttpRequest &request, const QByteArray &name)
{
    for (const auto &[key, value] : request.headers) {
        if (key == name)
            return value;
    }
    return {};
}

/// Answers each request for this path with this reply.
inline ScriptedClinic::Script at(const char *path, const ScriptedClinic::Reply &reply)
{
    return [path, reply](const HttpRequest &request) { return isAt(request, path) ? std::optional(reply) : std::nullopt; };
}

/// Every create gets this reply; the clinic does not see it.
inline ScriptedClinic::Script creates(const ScriptedClinic::Reply &reply)
{
    return [reply](const HttpRequest &request) { return isCreate(request) ? std::optional(reply) : std::nullopt; };
}

/// A real store, a real token source and a real engine in front of a ScriptedClinic.
struct SyncBench {
    explicit SyncBench(Role role = Role::Patient)
    {
        identity.server = QUrl(ScriptedClinic::base());
        identity.issuer = QStringLiteral("https://clinic.example");
        identity.subject = QStringLiteral("sub");
        identity.role = role;
        identity.patientId = QStringLiteral("maya");
        if (role == Role::Relative)
            identity.relatedPersonId = QStringLiteral("rosa");
        Credentials credentials;
        credentials.identity = identity;
        credentials.refreshToken = QStringLiteral("r1");
        credentials.tokenEndpoint = QUrl(QStringLiteral("https://clinic.example/token"));
        credentials.clientId = QStringLiteral("handrail");
        if (!store->setCredentials(credentials))
            qFatal("no credentials");
        tokens = std::make_unique<TokenSource>(clinic, *store, clock);
        tokens->setAccessToken(QStringLiteral("t1"), std::chrono::hours(24 * 365));
        restart();
    }

    /// The app was started again: another engine on the same store.
    void restart()
    {
        SyncOptions options;
        options.random = [this] { return random; };
        options.packTaker = packTaker;
        engine = std::make_unique<SyncEngine>(clinic, *tokens, *store, clock, identity, nullptr, options);
    }

    Result<void> run() { return QCoro::waitFor(engine->run()); }

    /// Queues a check-in and gives its identifier.
    QString queue(const QString &key = {}, int priority = 1, const QString &type = QStringLiteral("QuestionnaireResponse"))
    {
        OutboxItem item;
        item.identifier = urn(newId());
        item.resourceType = type;
        item.dependencyKey = key;
        item.priority = priority;
        const QJsonObject identifier{{QStringLiteral("system"), uriSystem.toString()}, {QStringLiteral("value"), item.identifier}};
        const QJsonObject patient{{QStringLiteral("reference"), QStringLiteral("Patient/maya")}};
        item.payload = QJsonDocument(QJsonObject{{QStringLiteral("resourceType"), type},
                                                 {QStringLiteral("identifier"), identifier},
                                                 {QStringLiteral("status"), QStringLiteral("completed")},
                                                 {QStringLiteral("actor"), patient},
                                                 {QStringLiteral("subject"), patient}})
                           .toJson(QJsonDocument::Compact);
        item.queuedAt = clock.nowUtc();
        if (!store->outbox().queue(item))
            qFatal("not queued");
        return item.identifier;
    }

    /// A check-in with one answer, as it would be sent.
    static QJsonObject answer(const QString &identifier, const QString &authored, int craving)
    {
        const QJsonObject answered{{QStringLiteral("linkId"), QStringLiteral("craving")},
                                   {QStringLiteral("answer"), QJsonArray{QJsonObject{{QStringLiteral("valueInteger"), craving}}}}};
        return {{QStringLiteral("resourceType"), QStringLiteral("QuestionnaireResponse")},
                {QStringLiteral("identifier"),
                 QJsonObject{{QStringLiteral("system"), uriSystem.toString()}, {QStringLiteral("value"), identifier}}},
                {QStringLiteral("status"), QStringLiteral("completed")},
                {QStringLiteral("subject"), QJsonObject{{QStringLiteral("reference"), QStringLiteral("Patient/maya")}}},
                {QStringLiteral("authored"), authored},
                {QStringLiteral("item"), QJsonArray{answered}}};
    }
    QString queueAnswer(const QString &authored, int craving)
    {
        OutboxItem item;
        item.identifier = urn(newId());
        item.resourceType = QStringLiteral("QuestionnaireResponse");
        item.payload = QJsonDocument(answer(item.identifier, authored, craving)).toJson(QJsonDocument::Compact);
        item.queuedAt = clock.nowUtc();
        if (!store->outbox().queue(item))
            qFatal("not queued");
        return item.identifier;
    }

    OutboxItem item(const QString &identifier) { return store->outbox().find(identifier).value().value(); }
    void change(const QString &identifier, const std::function<void(OutboxItem &)> &edit)
    {
        OutboxItem changed = item(identifier);
        edit(changed);
        if (!store->outbox().update(changed))
            qFatal("not changed");
    }
    qsizetype posts() const { return clinic.requestsTo("POST", QStringLiteral("QuestionnaireResponse")).size(); }
    qsizetype count(const QString &type) { return store->records(type, 10000).value().size(); }

    static QJsonObject resource(const QString &type, const QString &id, const QString &patient = QStringLiteral("maya"))
    {
        const QJsonObject reference{{QStringLiteral("reference"), QString(u"Patient/" % patient)}};
        QJsonObject json{{QStringLiteral("resourceType"), type},
                         {QStringLiteral("id"), id},
                         {QStringLiteral("status"), QStringLiteral("booked")}};
        if (type == u"Appointment") {
            json.insert(QStringLiteral("start"), QStringLiteral("2026-03-04T23:00:00Z"));
            json.insert(QStringLiteral("participant"), QJsonArray{QJsonObject{{QStringLiteral("actor"), reference}}});
        } else if (type == u"EpisodeOfCare") {
            json.insert(QStringLiteral("patient"), reference);
        } else {
            json.insert(QStringLiteral("subject"), reference);
        }
        return json;
    }
    static QJsonObject familySession(const QString &id, const QString &relative = QStringLiteral("rosa"))
    {
        QJsonObject json = resource(QStringLiteral("Appointment"), id);
        QJsonArray people = json.value(QStringLiteral("participant")).toArray();
        people << QJsonObject{
            {QStringLiteral("actor"), QJsonObject{{QStringLiteral("reference"), QString(u"RelatedPerson/" % relative)}}}};
        json.insert(QStringLiteral("participant"), people);
        return json;
    }

    ScriptedClinic clinic;
    FakeClock clock;
    std::unique_ptr<Store> store = Store::inMemory().value();
    Identity identity;
    double random = 0;
    QByteArray packTaker; ///< from the next restart() on
    std::unique_ptr<TokenSource> tokens;
    std::unique_ptr<SyncEngine> engine;
};

inline SyncPart partOf(const SyncBench &bench, const QString &type)
{
    for (const SyncPart &part : bench.engine->parts()) {
        if (part.type == type)
            return part;
    }
    return {};
}

/// That of SyncBench::answer().
inline Form cravingForm()
{
    Form form;
    form.url = QStringLiteral("https://x.example/craving");
    FormItem item;
    item.linkId = QStringLiteral("craving");
    item.control = Control::Slider;
    item.type = ItemType::Integer;
    form.items = {item};
    return form;
}

inline int cravingIn(const QJsonObject &answered)
{
    const QJsonObject craving = answered.value(QStringLiteral("item")).toArray().first().toObject();
    return craving.value(QStringLiteral("answer"))[0][QStringLiteral("valueInteger")].toInt();
}

} // namespace handrail
