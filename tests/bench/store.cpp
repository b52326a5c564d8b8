// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// bench-store FOLDER ROUNDS: prints one line of JSON: {"saveP99": the 99th percentile of saving a check-in by that of a bare durable row,
// in turn, "bareP99Milliseconds", "batchRatios": 1,000 records into the store by the same through SQLite's C interface, in turn}.

#include "CheckIns.h"
#include "PlainStore.h"
#include "core/Ids.h"
#include "fhir/Read.h"
#include "sync/Records.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cstdio>

using namespace handrail;

namespace {

constexpr int saves = 2000;
constexpr int batch = 1000;

template <typename Work>
double milliseconds(const Work &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

double percentile99(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() * 99 / 100);
}

std::unique_ptr<Store> newStore(const QString &path)
{
    auto store = Store::create(path, StoreKey::generate());
    if (!store)
        qFatal("no store");
    return std::move(*store);
}

/// A check-in from its answers to a durable row, as care/CheckIn does it, against a row of the same size.
std::pair<double, double> measureSaves(const QString &folder)
{
    const auto store = newStore(folder + QStringLiteral("/saves.db"));
    PlainStore plain(folder + QStringLiteral("/bare.db"));
    Identity identity;
    identity.patientId = QStringLiteral("p101");
    Records records(*store, identity);
    const QByteArray example = pastCheckIns(1, "p101").constFirst().json;
    QFile questions(QStringLiteral(HANDRAIL_FIXTURES "/questionnaire-daily-checkin.json"));
    if (!questions.open(QIODevice::ReadOnly))
        qFatal("no fixture");
    const Form form = fhir::readQuestionnaire(questions.readAll()).value();
    CompletedForm completed = fhir::readQuestionnaireResponse(example, form).value();
    std::vector<double> ours;
    std::vector<double> bare;
    for (int i = 0; i < saves; ++i) {
        completed.identifier = urn(newId());
        bare.push_back(milliseconds([&] { plain.insertBare(Sealer::sizeOf(example.size())); }));
        ours.push_back(milliseconds([&] {
            if (!records.queue(completed, form, completed.authored.toUTC(), false))
                qFatal("not saved");
        }));
    }
    return {percentile99(ours), percentile99(bare)};
}

QJsonArray measureBatches(const QString &folder, int rounds)
{
    QList<StoredRecord> records;
    QList<PlainStore::Row> rows;
    for (const PastCheckIn &checkIn : pastCheckIns(batch, "p101")) {
        records << StoredRecord{QStringLiteral("QuestionnaireResponse"),
                                QString::fromLatin1(checkIn.id),
                                QStringLiteral("1"),
                                checkIn.updated,
                                checkIn.updated.date(),
                                checkIn.json};
        rows << PlainStore::Row{checkIn.id, checkIn.json};
    }
    QJsonArray ratios;
    for (int i = -1; i < rounds; ++i) {
        const auto store = newStore(folder + QStringLiteral("/batch%1.db").arg(i));
        PlainStore plain(folder + QStringLiteral("/plain%1.db").arg(i));
        const double floor = milliseconds([&] { plain.insert(rows); });
        const double ours = milliseconds([&] {
            if (store->putRecords(records).value_or(0) != batch)
                qFatal("not put");
        });
        if (i >= 0)
            ratios << ours / floor;
    }
    return ratios;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    if (argc != 3)
        return 2;
    const QString folder = QFile::decodeName(argv[1]);
    const auto [ours, bare] = measureSaves(folder);
    const QJsonObject measured{{QStringLiteral("saveP99"), ours / bare},
                               {QStringLiteral("bareP99Milliseconds"), bare},
                               {QStringLiteral("batchRatios"), measureBatches(folder, QByteArray(argv[2]).toInt())}};
    std::puts(QJsonDocument(measured).toJson(QJsonDocument::Compact).constData());
    return 0;
}
