// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/records/Records.h"

#include "clinic/records/SearchIndex.h"

#include <QJsonDocument>
#include <QUuid>

namespace handrail::clinic {

namespace {

constexpr int cacheBytes = 4 * 1024 * 1024;

QList<QStringList> schema()
{
    QStringList first{
        // A rowid table with an index on the id: bodies in a WITHOUT ROWID key would spill into overflow pages.
        QStringLiteral(
            "CREATE TABLE resource (row INTEGER PRIMARY KEY, type TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, "
            "updated INTEGER NOT NULL, deleted INTEGER NOT NULL, owners TEXT NOT NULL, body BLOB, UNIQUE (type, id))"),
        QStringLiteral("CREATE UNIQUE INDEX resource_updated ON resource (updated)"),
        QStringLiteral("CREATE INDEX resource_type_updated ON resource (type, updated)"),
        QStringLiteral(
            "CREATE TABLE history (type TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, updated INTEGER NOT NULL, "
            "deleted INTEGER NOT NULL, owners TEXT NOT NULL, body BLOB, UNIQUE (type, id, version))"),
    };
    // Where a UUID was kept as an app wrote it. Two records that differ by case alone stay two.
    const QStringList second{
        QStringLiteral(
            "UPDATE OR IGNORE identity SET value = lower(value) WHERE value LIKE 'urn:uuid:%' AND value <> lower(value)"),
        QStringLiteral("UPDATE index_token SET code = lower(code) WHERE code LIKE 'urn:uuid:%' AND code <> lower(code)"),
    };
    // What the ids are made with that tell nothing (Policy::busyId). It is nowhere else.
    const QStringList fourth{QStringLiteral("CREATE TABLE busy_key (key BLOB NOT NULL)"),
                             QStringLiteral("INSERT INTO busy_key VALUES (randomblob(32))")};
    return {first + indexSchema(), second, indexSchemaByRow(), fourth};
}

RecordPtr recordFrom(const QString &type, const QString &id, Statement &row)
{
    auto record = std::make_shared<Record>();
    record->type = type;
    record->id = id;
    record->row = row.number(0);
    record->version = row.number(1);
    record->updated = row.number(2);
    record->isDeleted = row.number(3) != 0;
    record->owners = row.text(4).split(u' ', Qt::SkipEmptyParts);
    record->body = row.bytes(5);
    return record;
}

// Never null: a null QString would be bound as NULL.
QString ownersText(const Record &record)
{
    return QStringLiteral(" ") + record.owners.join(u' ');
}

// A flag of the clinic's can shut what a Consent opens.
bool isAboutSharing(const QString &type)
{
    // The last two: whose clocks a Consent's last day is counted by.
    return type == QLatin1String("Consent") || type == QLatin1String("RelatedPerson") || type == QLatin1String("Flag")
        || type == QLatin1String("Organization") || type == QLatin1String("Patient");
}

// The stored meta: version and time are the server's, the rest (profile, security, tag, source) as the client wrote it.
QByteArray storedMeta(const Members &members, qint64 version, qint64 updated)
{
    QByteArray meta = "{\"versionId\":\"" + QByteArray::number(version) + "\",\"lastUpdated\":\"" + writeInstant(updated) + '"';
    if (const auto own = readMembers(member(members, "meta"))) {
        for (const auto &[key, value] : *own) {
            if (key == QByteArrayView("versionId") || key == QByteArrayView("lastUpdated"))
                continue;
            meta += ",\"";
            meta += key;
            meta += "\":";
            meta += value;
        }
    }
    return meta + '}';
}

} // namespace

std::optional<Draft> readDraft(const QByteArray &text)
{
    Draft draft;
    draft.text = text;
    auto members = readMembers(draft.text);
    if (!members)
        return std::nullopt;
    draft.members = std::move(*members);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(draft.text, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    draft.json = document.object();
    return draft;
}

std::optional<Draft> draftOf(const QJsonObject &json, const QByteArray &text)
{
    Draft draft{text.isEmpty() ? QJsonDocument(json).toJson(QJsonDocument::Compact) : text, {}, json};
    auto members = readMembers(draft.text);
    if (!members)
        return std::nullopt;
    draft.members = std::move(*members);
    return draft;
}

Records::Records(Database &database, const TypeTable &types, const Clock &clock)
    : m_database(database)
    , m_types(types)
    , m_clock(clock)
    , m_cache(cacheBytes)
{
}

Result<void> Records::open()
{
    return m_database.addArea(QStringLiteral("records"), schema());
}

RecordPtr Records::read(const QString &type, const QString &id)
{
    const QString key = type + u'/' + id;
    if (const RecordPtr *cached = m_cache.object(key))
        return *cached;
    Statement row = m_database.statement(
        QStringLiteral("SELECT row, version, updated, deleted, owners, body FROM resource WHERE type = ? AND id = ?"));
    if (!row.run({type, id}) || !row.next())
        return nullptr;
    RecordPtr record = recordFrom(type, id, row);
    m_cache.insert(key, new RecordPtr(record), qsizetype(record->body.size() + 256));
    return record;
}

RecordPtr Records::readVersion(const QString &type, const QString &id, qint64 version)
{
    const RecordPtr current = read(type, id);
    if (!current || current->version == version)
        return current;
    Statement row = m_database.statement(
        QStringLiteral("SELECT 0, version, updated, deleted, owners, body FROM history WHERE type = ? AND id = ? AND version = ?"));
    return row.run({type, id, version}) && row.next() ? recordFrom(type, id, row) : nullptr;
}

QList<RecordPtr> Records::history(const QString &type, const QString &id)
{
    QList<RecordPtr> versions;
    const RecordPtr current = read(type, id);
    if (!current)
        return versions;
    versions.append(current);
    Statement row = m_database.statement(QStringLiteral("SELECT 0, version, updated, deleted, owners, body FROM history WHERE type "
                                                        "= ? AND id = ? ORDER BY version DESC LIMIT 500"));
    for (bool hasRow = row.run({type, id}) && row.next(); hasRow; hasRow = row.next())
        versions.append(recordFrom(type, id, row));
    return versions;
}

Result<RecordPtr> Records::write(const QString &type, const QString &id, const Draft &draft)
{
    ++m_writes;
    const auto updated = nextUpdated();
    if (!updated)
        return tl::unexpected(updated.error());
    const RecordPtr current = id.isEmpty() ? nullptr : read(type, id);
    auto record = std::make_shared<Record>();
    record->type = type;
    record->id = id.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : id;
    record->version = current ? current->version + 1 : 1;
    record->updated = *updated;
    record->wasCreatedNow = !current || current->isDeleted;
    record->body = withIdentity(draft.members, type.toLatin1(), record->id.toLatin1(),
                                storedMeta(draft.members, record->version, record->updated));
    QJsonObject json = draft.json;
    if (json.value(QLatin1String("id")).toString() != record->id)
        json.insert(QLatin1String("id"), record->id); // Patient and RelatedPerson own themselves
    const IndexRows rows = indexRows(*m_types.type(type), json);
    record->owners = rows.owners;

    if (current) {
        if (!archive(*current) || !clearIndex(m_database, current->row))
            return problem(ProblemKind::StoreBroken, QStringLiteral("archive"));
        record->row = current->row;
        Statement update = m_database.statement(
            QStringLiteral("UPDATE resource SET version = ?, updated = ?, deleted = 0, owners = ?, body = ? WHERE row = ?"));
        if (!update.run({record->version, record->updated, ownersText(*record), record->body, record->row}))
            return problem(storeProblem(update.errorCode()), QStringLiteral("update"));
    } else {
        Statement insert = m_database.statement(QStringLiteral(
            "INSERT INTO resource (type, id, version, updated, deleted, owners, body) VALUES (?, ?, ?, ?, 0, ?, ?)"));
        if (!insert.run({type, record->id, record->version, record->updated, ownersText(*record), record->body}))
            return problem(storeProblem(insert.errorCode()), QStringLiteral("insert"));
        record->row = insert.insertedRow();
    }
    int errorCode = 0;
    if (!writeIndex(m_database, record->row, type, rows, errorCode))
        return problem(storeProblem(errorCode), QStringLiteral("index"));
    m_cache.remove(type + u'/' + record->id);
    if (isAboutSharing(type))
        ++m_consentGeneration;
    return told(std::move(record));
}

Result<RecordPtr> Records::remove(const RecordPtr &current)
{
    ++m_writes;
    const auto updated = nextUpdated();
    if (!updated)
        return tl::unexpected(updated.error());
    auto record = std::make_shared<Record>(*current);
    record->version = current->version + 1;
    record->updated = *updated;
    record->isDeleted = true;
    record->body.clear();
    Statement update = m_database.statement(
        QStringLiteral("UPDATE resource SET version = ?, updated = ?, deleted = 1, body = NULL WHERE row = ?"));
    if (!archive(*current) || !clearIndex(m_database, current->row) || !update.run({record->version, record->updated, record->row}))
        return problem(ProblemKind::StoreBroken, QStringLiteral("remove"));
    m_cache.remove(current->type + u'/' + current->id);
    if (isAboutSharing(current->type))
        ++m_consentGeneration;
    return told(std::move(record));
}

Result<RecordPtr> Records::told(RecordPtr record) const
{
    if (const Result<void> heard = onWritten ? onWritten(*record) : Result<void>(); !heard)
        return tl::unexpected(heard.error());
    return record;
}

bool Records::archive(const Record &record)
{
    return m_database
        .statement(
            QStringLiteral("INSERT INTO history (type, id, version, updated, deleted, owners, body) VALUES (?, ?, ?, ?, ?, ?, ?)"))
        .run({record.type, record.id, record.version, record.updated, record.isDeleted ? 1 : 0, ownersText(record),
              record.isDeleted ? QVariant(QMetaType(QMetaType::QByteArray)) : QVariant(record.body)});
}

// Strictly increasing over the whole store, and given inside the write lock: a reader who saw T will never meet a later commit at or
// before T, which is what makes `_lastUpdated=ge` cursors safe.
Result<qint64> Records::nextUpdated()
{
    Statement last = m_database.statement(QStringLiteral("SELECT max(updated) FROM resource"));
    if (!last.run() || !last.next())
        return problem(storeProblem(last.errorCode()), QStringLiteral("last updated"));
    return std::max(m_clock.nowUtc().toMSecsSinceEpoch(), last.number(0) + 1);
}

void Records::forget()
{
    m_cache.clear();
    ++m_consentGeneration;
}

void Records::noticeChanges()
{
    if (m_database.hasCommitsSince(m_mark) && m_database.wasChangedElsewhere())
        forget();
}

} // namespace handrail::clinic
