// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// bench-enrol PATIENTS: `handrail-clinic enrol` of so many, beside the clinic that serves the same database. Prints one line of JSON:
// {"resources": that were written, "seconds": wall, "processorSeconds": of that process, "longestWaitMilliseconds": of a write at the clinic
// meanwhile, with its own work, "refusedWrites": answers of the clinic that asked an app to come again, "writes": that were tried}.

#include "ClinicProcess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QUuid>
#include <cstdio>
#include <sys/resource.h>

using namespace handrail;

namespace {

using test::ClinicProcess;

double childrenSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

QByteArray message()
{
    return "{\"resourceType\":\"Communication\",\"status\":\"completed\",\"subject\":{\"reference\":\"Patient/p101\"},"
           "\"identifier\":[{\"system\":\"urn:ietf:rfc:3986\",\"value\":\"urn:uuid:"
        + QUuid::createUuid().toByteArray(QUuid::WithoutBraces) + "\"}]}";
}

QJsonObject failed(const char *at)
{
    std::fprintf(stderr, "bench-enrol: failed: %s\n", at);
    return {};
}

/// Empty when something could not be measured.
QJsonObject measure(int patients)
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(QStringLiteral("clinic.db")), list = folder.filePath(QStringLiteral("patients"));
    ClinicProcess clinic;
    if (!clinic.start({QStringLiteral("demo"), QStringLiteral("--database"), database}))
        return failed("starting");
    const auto dana = clinic.signIn(QStringLiteral("dana"), QStringLiteral("demo"), QStringLiteral("openid fhirUser user/*.crus"));
    QByteArray people, ids;
    for (int i = 0; i < patients; ++i) {
        const QByteArray id = "many" + QByteArray::number(i);
        people += "{\"resourceType\":\"Patient\",\"id\":\"" + id
            + "\",\"active\":true,\"name\":[{\"given\":[\"Ann\"]}],\"managingOrganization\":{\"reference\":\"Organization/o1\"}}\n";
        ids += id + '\n';
    }
    QFile file(list);
    if (!dana || !file.open(QIODevice::WriteOnly) || file.write(ids) != ids.size() || !file.flush()
        || ClinicProcess::runToEnd({QStringLiteral("import"), QStringLiteral("-"), QStringLiteral("--database"), database}, people)
                .code
            != 0)
        return failed("making the patients");

    const double before = childrenSeconds();
    QProcess enrol;
    QElapsedTimer wall;
    wall.start();
    enrol.start(QStringLiteral(HANDRAIL_CLINIC_PROGRAM),
                {QStringLiteral("enrol"), QStringLiteral("--patients"), list, QStringLiteral("--program"),
                 QStringLiteral("evening-iop"), QStringLiteral("--start"), QDate::currentDate().toString(Qt::ISODate),
                 QStringLiteral("--database"), database});
    qint64 longest = 0;
    int refused = 0, writes = 0;
    while (!enrol.waitForFinished(20)) {
        if (enrol.state() == QProcess::NotRunning)
            break;
        QElapsedTimer one;
        one.start();
        const int status = clinic.send("POST", "Communication", dana->accessToken, message()).status;
        longest = std::max(longest, one.elapsed());
        refused += status == 503 ? 1 : 0;
        ++writes;
        if (status != 201 && status != 503)
            return failed("writing at the clinic");
    }
    const double seconds = double(wall.nsecsElapsed()) / 1e9;
    const double processor = childrenSeconds() - before;
    qint64 resources = 0;
    for (const QByteArray &line : enrol.readAllStandardOutput().split('\n')) {
        for (const QByteArray &part : line.split('\t').value(2).split(','))
            resources += part.trimmed().split(' ').value(0).toLongLong();
    }
    if (enrol.exitCode() != 0 || resources < patients)
        return failed("enrolling");
    clinic.stop();
    return {{QStringLiteral("resources"), resources},        {QStringLiteral("seconds"), seconds},
            {QStringLiteral("processorSeconds"), processor}, {QStringLiteral("longestWaitMilliseconds"), longest},
            {QStringLiteral("refusedWrites"), refused},      {QStringLiteral("writes"), writes}};
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
