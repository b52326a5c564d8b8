// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// bench-sync FOLDER ROUNDS: the first download of 1,000 check-ins from loopback, by the app's own sync and by two floors that ask the same
// questions with the same client and keep each page in one transaction: one that cuts the records out of the page with simdjson, one that
// builds them anew with QJsonDocument. Prints one line of JSON: {"sliceRatios": ours by the first, "documentRatios": the second by ours,
// "readRatios": the same of reading the pages alone, without network and store,
// "againRequests": the most requests for one type when there is nothing new, "againWrites": files of the store that this has changed}.

#include "CheckIns.h"
#include "PageServer.h"
#include "PlainStore.h"
#include "net/QtHttpClient.h"
#include "sync/KeptRecord.h"
#include "sync/SyncEngine.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>
#include <simdjson.h>

using namespace handrail;

namespace {

constexpr int checkIns = 1000;

/// The store and the engine of one device that is signed in.
struct Device {
    Device(const QString &path, const QByteArray &base)
        : store(std::move(Store::create(path, StoreKey::generate()).value()))
        , tokens(http, *store, clock)
    {
        Credentials credentials;
        credentials.identity.server = QUrl(QString::fromLatin1(base));
        credentials.identity.patientId = QStringLiteral("p101");
        credentials.identity.subject = QStringLiteral("u1");
        credentials.refreshToken = QStringLiteral("r1");
        if (!store->setCredentials(credentials))
            qFatal("no credentials");
        tokens.setAccessToken(QStringLiteral("t1"), std::chrono::hours(1));
        engine = std::make_unique<SyncEngine>(http, tokens, *store, clock, credentials.identity);
    }
    void sync()
    {
        if (const auto done = QCoro::waitFor(engine->run()); !done)
            qFatal("sync: %s", qPrintable(nameOf(done.error().kind)));
    }

    SystemClock clock;
    QtHttpClient http;
    std::unique_ptr<Store> store;
    TokenSource tokens;
    std::unique_ptr<SyncEngine> engine;
};

QList<PlainStore::Row> slices(const QByteArray &body)
{
    QList<PlainStore::Row> rows;
    simdjson::ondemand::parser parser;
    const simdjson::padded_string text(body.constData(), std::size_t(body.size()));
    simdjson::ondemand::document document;
    simdjson::ondemand::array entries;
    if (parser.iterate(text).get(document) || document["entry"].get_array().get(entries))
        return rows;
    for (auto entry : entries) {
        simdjson::ondemand::object resource;
        std::string_view id;
        std::string_view json;
        if (entry["resource"].get_object().get(resource) || resource["id"].get_string().get(id) || resource.reset().error()
            || resource.raw_json().get(json))
            qFatal("not read");
        rows << PlainStore::Row{QByteArray(id.data(), qsizetype(id.size())), QByteArray(json.data(), qsizetype(json.size()))};
    }
    return rows;
}

/// The same as the app's own reading: whose record it is, its version's time, its day, and its text.
QList<PlainStore::Row> documents(const QByteArray &body)
{
    QList<PlainStore::Row> rows;
    const auto timeIn = [](const QJsonObject &object, QLatin1String name) {
        return QDateTime::fromString(object.value(name).toString(), Qt::ISODateWithMs);
    };
    const QJsonArray entries = QJsonDocument::fromJson(body).object().value(QLatin1String("entry")).toArray();
    for (const QJsonValue &entry : entries) {
        const QJsonObject resource = entry.toObject().value(QLatin1String("resource")).toObject();
        const QJsonObject subject = resource.value(QLatin1String("subject")).toObject();
        if (subject.value(QLatin1String("reference")).toString() != u"Patient/p101"
            || !timeIn(resource.value(QLatin1String("meta")).toObject(), QLatin1String("lastUpdated")).isValid()
            || !timeIn(resource, QLatin1String("authored")).date().isValid())
            qFatal("not read");
        rows << PlainStore::Row{resource.value(QLatin1String("id")).toString().toLatin1(),
                                QJsonDocument(resource).toJson(QJsonDocument::Compact)};
    }
    return rows;
}

/// Milliseconds.
template <typename Read>
double download(const QByteArray &server, const QList<QByteArray> &targets, const QString &path, const Read &read)
{
    QtHttpClient http;
    PlainStore store(path);
    QElapsedTimer timer;
    timer.start();
    int count = 0;
    for (const QByteArray &target : targets) {
        HttpRequest request;
        request.url = QUrl::fromEncoded(QByteArray(server.chopped(5) + target)); // without "/fhir"
        request.headers = {{"Authorization", "Bearer t1"}, {"Accept", "application/fhir+json"}};
        const auto response = QCoro::waitFor(http.send(std::move(request)));
        if (!response)
            qFatal("no answer");
        const QList<PlainStore::Row> rows = read(response->body);
        if (!rows.isEmpty())
            store.insert(rows);
        count += int(rows.size());
    }
    if (count != checkIns)
        qFatal("not all is there");
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Milliseconds for reading all pages, without network and store.
template <typename Read>
double readAll(const QList<QByteArray> &bodies, const Read &read)
{
    QElapsedTimer timer;
    timer.start();
    qsizetype count = 0;
    for (const QByteArray &body : bodies)
        count += read(body);
    if (count != checkIns)
        qFatal("not all is there");
    return double(timer.nsecsElapsed()) / 1e6;
}

qsizetype readOurs(const QByteArray &body)
{
    qsizetype count = 0;
    const auto page = fhir::readPage(body);
    for (const fhir::Slice &slice : page ? page->entries : QList<fhir::Slice>()) {
        if (slice.type == u"QuestionnaireResponse" && fhir::isAboutPatient(slice.json, QStringLiteral("p101")))
            count += recordFrom(slice, QTimeZone::utc()).day.isValid() ? 1 : 0;
    }
    return count;
}

int mostForOneType(const QList<QByteArray> &targets)
{
    QHash<QByteArray, int> counts;
    int most = 0;
    for (const QByteArray &target : targets)
        most = std::max(most, ++counts[target.left(target.indexOf('?'))]);
    return most;
}

QByteArrayList contents(const QString &path)
{
    QByteArrayList files;
    for (const char *suffix : {"", "-wal"}) {
        QFile file(path + QLatin1String(suffix));
        files << (file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return files;
}

QJsonObject measure(const QString &folder, int rounds)
{
    PageServer server(pastCheckIns(checkIns, "p101"));
    QJsonArray sliceRatios;
    QJsonArray documentRatios;
    QJsonArray readRatios;
    int requests = 0;
    int writes = 0;
    for (int i = -1; i < rounds; ++i) {
        const auto at = [&](const char *name) -> QString { return folder + u'/' + QLatin1String(name) + QString::number(i); };
        Device device(at("device"), server.base());
        QElapsedTimer timer;
        timer.start();
        device.sync();
        const double ours = double(timer.nsecsElapsed()) / 1e6;
        if (device.store->recordCount().value_or(0) != checkIns + 1)
            qFatal("not all is there");
        const QList<QByteArray> targets = server.takeAsked();
        QList<QByteArray> bodies;
        const double sliced = download(server.base(), targets, at("slices"), [&](const QByteArray &body) {
            bodies << body;
            return slices(body);
        });
        const double built = download(server.base(), targets, at("documents"), documents);
        (void)server.takeAsked();
        const QByteArrayList before = contents(at("device"));
        device.sync();
        const QByteArrayList after = contents(at("device"));
        requests = std::max(requests, mostForOneType(server.takeAsked()));
        writes = std::max(writes, int(before.at(0) != after.at(0)) + int(before.at(1) != after.at(1)));
        if (i < 0)
            continue;
        sliceRatios << ours / sliced;
        documentRatios << built / ours;
        readRatios << readAll(bodies, [](const QByteArray &body) { return documents(body).size(); }) / readAll(bodies, readOurs);
    }
    return {{QStringLiteral("sliceRatios"), sliceRatios},
            {QStringLiteral("documentRatios"), documentRatios},
            {QStringLiteral("readRatios"), readRatios},
            {QStringLiteral("againRequests"), requests},
            {QStringLiteral("againWrites"), writes}};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    if (argc != 3)
        return 2;
    std::puts(
        QJsonDocument(measure(QFile::decodeName(argv[1]), QByteArray(argv[2]).toInt())).toJson(QJsonDocument::Compact).constData());
    return 0;
}
