// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/Database.h"
#include "clinic/base/JsonText.h"
#include "clinic/records/TypeTable.h"
#include "core/Clock.h"

#include <QByteArray>
#include <QCache>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>

namespace handrail::clinic {

/// One version of one resource, as stored.
struct Record {
    QString type;
    QString id;
    qint64 row = 0;
    qint64 version = 0;
    qint64 updated = 0;         ///< milliseconds since 1970 UTC
    bool isDeleted = false;     ///< a tombstone: no body
    QByteArray body;            ///< JSON
    QStringList owners;         ///< Patient/<id>, RelatedPerson/<id>: its compartments; of a tombstone, those of its last body
    bool wasCreatedNow = false; ///< this write made the first version
};
using RecordPtr = std::shared_ptr<const Record>;

/// A resource on its way in: its text and the same text read.
struct Draft {
    QByteArray text;
    Members members; ///< views into text
    QJsonObject json;
};

/// The stored resources with their versions and search index. Generic: a type is only a name here. For the server's thread.
class Records
{
public:
    Records(Database &database, const TypeTable &types, const Clock &clock);
    [[nodiscard]] Result<void> open();

    /// Null when there never was one. Cached; the body is as stored.
    [[nodiscard]] RecordPtr read(const QString &type, const QString &id);
    [[nodiscard]] RecordPtr readVersion(const QString &type, const QString &id, qint64 version);
    /// Newest first, with the tombstones.
    [[nodiscard]] QList<RecordPtr> history(const QString &type, const QString &id);

    // Writes go inside a Transaction of the caller's; when that is rolled back the caller calls forget().
    // Problem kinds: Conflict (an app-made identifier is taken), StoreFull, StoreReadOnly, StoreInUse, StoreBroken.

    /// Stores a new version. An empty id makes a new one; a known id makes the next version of it.
    [[nodiscard]] Result<RecordPtr> write(const QString &type, const QString &id, const Draft &draft);
    /// Leaves a tombstone. The record must exist.
    [[nodiscard]] Result<RecordPtr> remove(const RecordPtr &current);

    /// Called with each record that was written or removed, in the writer's transaction; what it gives is what the write gives.
    std::function<Result<void>(const Record &record)> onWritten;

    /// Drops the cache: after a roll-back, or when another process changed the file.
    void forget();
    /// Looks whether another process or thread changed the file, and then forgets.
    void noticeChanges();
    /// Grows with each write() and remove(), also of those that are rolled back.
    [[nodiscard]] quint64 writes() const { return m_writes; }
    /// Grows with each write to a Consent, RelatedPerson or Flag, and with forget(): what was read from them before is stale.
    [[nodiscard]] quint64 consentGeneration() const { return m_consentGeneration; }

    [[nodiscard]] Database &database() { return m_database; }
    [[nodiscard]] const TypeTable &types() const { return m_types; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

private:
    [[nodiscard]] Result<qint64> nextUpdated();
    [[nodiscard]] bool archive(const Record &record);
    [[nodiscard]] Result<RecordPtr> told(RecordPtr record) const;

    Database &m_database;
    const TypeTable &m_types;
    const Clock &m_clock;
    QCache<QString, RecordPtr> m_cache;
    quint64 m_consentGeneration = 1;
    quint64 m_writes = 0;
    Database::CommitMark m_mark;
};

/// A draft from text: 64 levels at most, no member twice, JSON in UTF-8, an object. nullopt otherwise.
[[nodiscard]] std::optional<Draft> readDraft(const QByteArray &text);
/// A draft of a resource that the clinic makes itself. nullopt as above. `text`: the same, where it is at hand.
[[nodiscard]] std::optional<Draft> draftOf(const QJsonObject &json, const QByteArray &text = {});

} // namespace handrail::clinic
