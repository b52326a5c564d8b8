// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// bench-progress FOLDER ROUNDS: prints one line of JSON: {"openRatios": reading two weeks of Progress with three years of daily check-ins in
// the store by the same with 30 days, in turn, "wholeMilliseconds": all three years}. Each store is a sealed file.

#include "care/CheckIn.h"
#include "care/Progress.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

using namespace handrail;

namespace {

const QDateTime now(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc());

class FixedClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override { return now; }
    [[nodiscard]] QTimeZone localZone() const override { return QTimeZone("America/New_York"); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return {}; }
};

/// A store with a check-in each day and three sessions each week, as a clinic gives them.
struct Device {
    Device(const QString &path, int days)
    {
        auto made = Store::create(path, StoreKey::generate());
        if (!made)
            qFatal("no store");
        store = std::move(*made);
        Identity identity;
        identity.patientId = QStringLiteral("maya");
        records = std::make_unique<Records>(*store, identity);
        QFile file(QStringLiteral(HANDRAIL_FIXTURES "/written-checkin.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no fixture");
        QJsonObject checkIn = QJsonDocument::fromJson(file.readAll()).object();
        QList<StoredRecord> all;
        for (int i = 0; i < days; ++i) {
            const QDate day = now.date().addDays(-i);
            const QString id = QStringLiteral("c%1").arg(i);
            checkIn.insert(QLatin1String("id"), id);
            checkIn.insert(QLatin1String("authored"), QString(day.toString(Qt::ISODate) + QStringLiteral("T08:05:30-05:00")));
            checkIn.insert(QLatin1String("identifier"),
                           QJsonObject{{QStringLiteral("system"), QStringLiteral("urn:ietf:rfc:3986")},
                                       {QStringLiteral("value"), QString(u"urn:uuid:" + id)}});
            all << StoredRecord{QStringLiteral("QuestionnaireResponse"),
                                id,
                                QStringLiteral("1"),
                                now.addDays(-i),
                                day,
                                QJsonDocument(checkIn).toJson(QJsonDocument::Compact)};
            if (i % 7 > 2)
                continue;
            const QByteArray session =
                QStringLiteral(R"({"resourceType":"Appointment","id":"a%1","status":"fulfilled","description":"Evening group",
                    "start":"%2T15:00:00Z","end":"%2T18:00:00Z","participant":[{"actor":{"reference":"Patient/maya"},"status":"accepted"}]})")
                    .arg(QString::number(i), day.toString(Qt::ISODate))
                    .toUtf8();
            all << StoredRecord{
                QStringLiteral("Appointment"), QStringLiteral("a%1").arg(i), QStringLiteral("1"), now.addDays(-i), day, session};
        }
        if (store->putRecords(all).value_or(0) != all.size())
            qFatal("not put");
    }

    /// Milliseconds.
    [[nodiscard]] double read(ProgressRange range, int expectedDays) const
    {
        QElapsedTimer timer;
        timer.start();
        const Result<Progress> found = progress(*records, FixedClock(), range);
        const double took = double(timer.nsecsElapsed()) / 1e6;
        if (!found || found->checkInDays != expectedDays || found->attendance.attended == 0)
            qFatal("not read");
        return took;
    }

    std::unique_ptr<Store> store;
    std::unique_ptr<Records> records;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    if (argc != 3)
        return 2;
    const QString folder = QFile::decodeName(argv[1]);
    constexpr int manyDays = 3 * 365;
    const Device few(folder + QStringLiteral("/days.db"), 30);
    const Device many(folder + QStringLiteral("/years.db"), manyDays);
    const int rounds = 4 * QByteArray(argv[2]).toInt(); // each takes some milliseconds
    QJsonArray ratios;
    for (int i = -4; i < rounds; ++i) {
        // In turn, so that neither always comes second.
        const double first = (i % 2 ? few : many).read(ProgressRange::TwoWeeks, 14);
        const double second = (i % 2 ? many : few).read(ProgressRange::TwoWeeks, 14);
        if (i >= 0) // the first ones warm up
            ratios << (i % 2 ? second / first : first / second);
    }
    QJsonArray whole;
    for (int i = 0; i < rounds; ++i)
        whole << many.read(ProgressRange::Whole, manyDays);
    const QJsonObject measured{{QStringLiteral("openRatios"), ratios}, {QStringLiteral("wholeMilliseconds"), whole}};
    std::puts(QJsonDocument(measured).toJson(QJsonDocument::Compact).constData());
    return 0;
}
