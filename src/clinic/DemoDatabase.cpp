// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/DemoDatabase.h"

#include "clinic/CommandText.h"
#include "clinic/records/Importer.h"
#include "clinic/sample/SampleClinic.h"
#include "clinic/smart/Accounts.h"

#include <QHash>
#include <QJsonDocument>

namespace handrail::clinic {

namespace {

bool hasRow(Service &service, const QString &sql)
{
    Statement any = service.database.statement(sql);
    return any.run() && any.next();
}

const QString sampleArea = QStringLiteral("sample");

// They have one password, which everybody knows, and to stretch it for each of them would take most of the start.
bool addUsers(Service &service, const Clock &clock)
{
    Accounts accounts(service.database, clock);
    QHash<QString, QString> hashes;
    for (const SampleUser &user : sampleUsers()) {
        QString &hash = hashes[user.password];
        if (hash.isEmpty())
            hash = Accounts::hashed(user.password);
        Transaction transaction(service.database);
        if (hash.isEmpty() || !transaction.isOpen())
            return false;
        const Result<QString> added = accounts.insert(user.name, hash, user.fhirUser, user.patients);
        if (added ? !transaction.commit() : added.error().kind != ProblemKind::Conflict)
            return false;
    }
    return true;
}

} // namespace

bool isSample(Service &service)
{
    return hasRow(service, QStringLiteral("SELECT 1 FROM area WHERE name = '%1'").arg(sampleArea));
}

bool isInUse(Service &service)
{
    return hasRow(service, QStringLiteral("SELECT 1 FROM history LIMIT 1"))
        || hasRow(service, QStringLiteral("SELECT 1 FROM resource LIMIT 1")) || !service.smart->users().isEmpty();
}

// It is marked before, with the time that the sample is made for, and when it is whole.
bool addSample(Service &service, const Clock &clock)
{
    const QList<QStringList> steps{{QStringLiteral("CREATE TABLE sample (made INTEGER)")},
                                   {QStringLiteral("ALTER TABLE sample ADD COLUMN isWhole INTEGER NOT NULL DEFAULT 0"),
                                    QStringLiteral("INSERT INTO sample (isWhole) SELECT 1 WHERE EXISTS (SELECT 1 FROM resource)")}};
    if (!service.database.addArea(sampleArea, steps))
        return false;
    if (hasRow(service, QStringLiteral("SELECT 1 FROM sample WHERE isWhole = 1")))
        return true;
    const auto run = [&](const QString &sql, std::initializer_list<QVariant> values) {
        Statement statement = service.database.statement(sql);
        return statement.run(values);
    };
    if (!run(QStringLiteral("INSERT INTO sample (made) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM sample)"),
             {clock.nowUtc().toMSecsSinceEpoch()}))
        return false;
    qint64 made = 0;
    {
        Statement read = service.database.statement(QStringLiteral("SELECT made FROM sample"));
        if (!read.run() || !read.next())
            return false;
        made = read.number(0);
    }
    QList<QByteArray> texts;
    const QList<QJsonObject> resources = sampleResources(QDateTime::fromMSecsSinceEpoch(made, Qt::UTC));
    texts.reserve(resources.size());
    for (const QJsonObject &resource : resources)
        texts.append(QJsonDocument(resource).toJson(QJsonDocument::Compact));
    // Written a minute ago: of so many at once each has a time of its own (Records), so the last would lie seconds ahead of the clinic's clock, and
    // what is changed next could seem older to an app that asks within them.
    const SystemClock before(std::chrono::milliseconds(SystemClock().nowUtc().msecsTo(clock.nowUtc())) - std::chrono::minutes(1));
    Records records(service.database, service.types, before);
    Importer importer(records);
    if (const auto stored = importer.importResources(texts); !stored) {
        say(QStringLiteral("handrail-clinic: sample record %1: %2").arg(stored.error().position).arg(stored.error().text));
        return false;
    }
    if (!addUsers(service, clock))
        return false;
    return run(QStringLiteral("UPDATE sample SET isWhole = 1"), {});
}

} // namespace handrail::clinic
