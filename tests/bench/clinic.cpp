// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// bench-clinic ROUNDS: prints one line of JSON: {"readRatios": the clinic's requests a second by those of the bare server, in turn,
// "memoryMib": after that, "startMilliseconds": to the first 200, "racedRecords": after as many first writes at once as connections}.

#include "ClinicProcess.h"
#include "Load.h"

#include <QCoreApplication>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QUuid>
#include <cstdio>
#include <future>

using namespace handrail;

namespace {

using test::ClinicProcess;

constexpr int connections = 16;
constexpr int requests = 8000;

QByteArray readRequest(const QByteArray &path, const QByteArray &token)
{
    return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/fhir+json\r\nAuthorization: Bearer " + token
        + "\r\n\r\n";
}

/// How many records there are after as many connections at once have created one and the same.
int raceFirstWrites(const ClinicProcess &clinic, const test::SignedIn &maya)
{
    const QString identifier = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QJsonObject resource{
        {QStringLiteral("resourceType"), QStringLiteral("QuestionnaireResponse")},
        {QStringLiteral("identifier"),
         QJsonObject{{QStringLiteral("system"), QStringLiteral("urn:ietf:rfc:3986")},
                     {QStringLiteral("value"), QString(QStringLiteral("urn:uuid:") + identifier)}}},
        {QStringLiteral("questionnaire"), QStringLiteral("https://handrail.example/fhir/Questionnaire/daily-checkin|1.0.0")},
        {QStringLiteral("status"), QStringLiteral("completed")},
        {QStringLiteral("subject"),
         QJsonObject{{QStringLiteral("reference"), QString(QStringLiteral("Patient/") + maya.patientId)}}},
        {QStringLiteral("source"),
         QJsonObject{{QStringLiteral("reference"), QString(QStringLiteral("Patient/") + maya.patientId)}}},
        {QStringLiteral("authored"), QStringLiteral("2026-11-18T20:20:00Z")}};
    const QByteArray body = QJsonDocument(resource).toJson(QJsonDocument::Compact);
    const QByteArray condition = "identifier=urn:ietf:rfc:3986|urn:uuid:" + identifier.toLatin1();
    std::vector<std::future<int>> writers;
    for (int i = 0; i < connections; ++i) {
        writers.push_back(std::async(std::launch::async, [&] {
            return clinic.send("POST", "QuestionnaireResponse", maya.accessToken, body, {{"If-None-Exist", condition}}).status;
        }));
    }
    for (std::future<int> &writer : writers) {
        const int status = writer.get();
        if (status != 200 && status != 201)
            return -status;
    }
    return clinic.send("GET", "QuestionnaireResponse?" + condition, maya.accessToken).json()[QLatin1String("total")].toInt(-1);
}

QJsonObject failed(const char *at)
{
    std::fprintf(stderr, "bench-clinic: failed: %s\n", at);
    return {};
}

/// Empty when something could not be measured.
QJsonObject measure(int rounds)
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(QStringLiteral("clinic.db"));
    // The sample clinic makes the database; what is measured is the program as a clinic runs it.
    ClinicProcess maker;
    if (!maker.start({QStringLiteral("demo"), QStringLiteral("--database"), database}) || maker.stop() != 0)
        return failed("making the sample clinic");
    const QStringList serve{QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                            QStringLiteral("--database"), database};
    ClinicProcess clinic;
    if (!clinic.start(serve))
        return failed("starting");
    const auto maya = clinic.signIn(QStringLiteral("maya"), QStringLiteral("demo"),
                                    QStringLiteral("launch/patient patient/*.rs patient/QuestionnaireResponse.c"));
    QProcess bare;
    bare.start(QStringLiteral(BENCH_BARE_SERVER), {folder.filePath(QStringLiteral("bare.db"))});
    if (!maya || !bare.waitForReadyRead(10'000))
        return failed(maya ? "starting the bare server" : "signing in");
    const int barePort = QJsonDocument::fromJson(bare.readLine()).object()[QLatin1String("port")].toInt();
    const QByteArray read =
        readRequest(clinic.base().path().toLatin1() + "/Patient/" + maya->patientId.toLatin1(), maya->accessToken);
    const QByteArray bareRead = readRequest("/Patient/p1", maya->accessToken);
    QJsonArray ratios;
    double memory = 0;
    bool isComplete = true;
    for (int i = -1; i < rounds && isComplete; ++i) {
        const LoadResult floor = load(barePort, bare.processId(), bareRead, connections, requests);
        const LoadResult ours = load(clinic.base().port(), clinic.pid(), read, connections, requests);
        isComplete = floor.isComplete && ours.isComplete;
        memory = double(ours.serverRssKib) / 1024;
        if (i >= 0)
            ratios << ours.requestsPerSecond / floor.requestsPerSecond;
    }
    bare.terminate();
    bare.waitForFinished(5000);
    const int written = raceFirstWrites(clinic, *maya);
    if (!isComplete)
        return failed("an answer other than 200");
    if (clinic.stop() != 0)
        return failed("ending");

    QJsonArray starts;
    for (int i = 0; i < rounds; ++i) {
        ClinicProcess again;
        QElapsedTimer timer;
        timer.start();
        if (!again.start(serve) || again.send("GET", "metadata").status != 200)
            return failed("starting again");
        starts << double(timer.nsecsElapsed()) / 1e6;
        again.stop();
    }
    return {{QStringLiteral("readRatios"), ratios},
            {QStringLiteral("memoryMib"), memory},
            {QStringLiteral("startMilliseconds"), starts},
            {QStringLiteral("racedRecords"), written}};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QJsonObject measured = argc == 2 ? measure(QByteArray(argv[1]).toInt()) : QJsonObject();
    if (measured.isEmpty())
        return 1;
    std::puts(QJsonDocument(measured).toJson(QJsonDocument::Compact).constData());
    return 0;
}
