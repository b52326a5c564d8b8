// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"
#include "ports/CredentialStore.h"
#include "store/Outbox.h"
#include "store/StoreKey.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>

namespace handrail {

/// One FHIR resource as the server sent it, with what is needed to find it again.
struct StoredRecord {
    QString type; ///< Appointment
    QString id;
    QString versionId;
    QDateTime lastUpdated; ///< UTC
    QDate day;             ///< for the schedule; invalid when the record has no day
    QByteArray json;       ///< the resource, byte for byte
};

/// What Store::check() found.
struct StoreReport {
    bool isFileSound = true; ///< SQLite's own integrity_check: an index that lost a row hides it
    int damagedRecords = 0;
    int damagedItems = 0; ///< of the outbox
};

/// The names of small values, found without knowing them.
struct ValueNames {
    QStringList names;
    int damaged = 0; ///< values of any name that fail their seal: with it their name is gone, too
};

/// Small values under hashes of their names, sealed for the store that has these ids.
struct SealedValues {
    QByteArray keyId;
    QByteArray storeId; ///< another one, when a damaged store was made anew with the same key
    QMap<QByteArray, QByteArray> values;
};

/// Everything one account keeps on this device: a SQLite file whose rows are sealed one by one (XChaCha20-Poly1305). In the clear are
/// only row numbers, coarse times, states and keyed hashes (design security finding 9). GUI thread only; every call is short. What a call has
/// written outlives a power cut, but records and cursors only with the next that is none of these: they can be downloaded again.
///
/// Problems of all calls: StoreFull, StoreReadOnly, StoreBroken.
class Store final : public CredentialStore
{
public:
    /// Creates a new store at `path`, readable by its owner alone. Fails with StoreInUse/StoreForeign when a file is there.
    static Result<std::unique_ptr<Store>> create(const QString &path, const StoreKey &key);
    /// Opens an existing one. Problems besides: NotFound, KeyUnavailable (the key is another one; the file is not touched), StoreForeign,
    /// StoreNewer, StoreInUse. The cost does not depend on what is stored.
    static Result<std::unique_ptr<Store>> open(const QString &path, const StoreKey &key);
    /// A store in memory alone, for a session without a keychain. Nothing of it reaches the disk.
    static Result<std::unique_ptr<Store>> inMemory();
    ~Store() override;

    /// Adds or replaces by (type, id) in one transaction; an equal versionId is skipped, an older lastUpdated never replaces a newer.
    Result<int> putRecords(const QList<StoredRecord> &records);
    Result<void> removeRecord(const QString &type, const QString &id);
    [[nodiscard]] Result<std::optional<QByteArray>> record(const QString &type, const QString &id) const;
    /// The records of a type with from <= day <= to, by day. Up to 120 days the cost depends on what is asked for, not on what is stored.
    [[nodiscard]] Result<QList<QByteArray>> recordsByDay(const QString &type, const QDate &from, const QDate &to) const;
    /// Newest first by lastUpdated, at most `limit`.
    [[nodiscard]] Result<QList<QByteArray>> records(const QString &type, int limit = 200) const;
    /// The same, one in memory at a time. `visit` writes nothing here.
    Result<void> eachRecord(const QString &type, int limit, const std::function<void(QByteArray)> &visit) const;
    [[nodiscard]] Result<int> recordCount() const;
    [[nodiscard]] Result<int> recordCount(const QString &type) const;
    /// Where each record lies, one type after the other, newest first: for who goes through all of them, a few at a time. A place is good as long as
    /// nothing is added or removed.
    [[nodiscard]] Result<QList<qint64>> recordPlaces() const;
    /// nullopt when nothing lies there any more. StoreBroken when it fails its seal.
    [[nodiscard]] Result<std::optional<QByteArray>> recordAt(qint64 place) const;
    /// Records seen so far that fail their seal. They are left out of every answer; the type's cursor is forgotten so that the next download
    /// brings them again.
    [[nodiscard]] int damagedRecords() const;

    /// The download cursor of a type: the greatest meta.lastUpdated of the last complete pull.
    [[nodiscard]] Result<QDateTime> cursor(const QString &type) const;
    Result<void> setCursor(const QString &type, const QDateTime &lastUpdated);

    /// Takes out all that was downloaded, of one piece: the records, the cursors, and the values whose names begin with "sync.". The outbox, the sign-in
    /// and the other values stay, and so does a value that fails its seal: it may be one of them.
    Result<void> forgetDownloaded();

    /// A small sealed value by name (draft of a check-in, display facts). nullopt when absent. One whose name begins with "sync." is about what was
    /// downloaded: it goes when the store has to be made anew; one with "of-sessions/", when what was shared with a relative ends.
    [[nodiscard]] Result<std::optional<QByteArray>> value(const QString &name) const;
    Result<void> setValue(const QString &name, const QByteArray &value);
    Result<void> removeValue(const QString &name);
    /// What the disk refused: it stays with this object, sealed, until keepAside() or a later setValue() has written it, and value() gives it
    /// meanwhile. takeAside() hands it on as it is, for another store with the same key; what another key sealed is not taken back.
    void putAside(const QString &name, const QByteArray &value);
    [[nodiscard]] bool isAside(const QString &name) const;
    [[nodiscard]] SealedValues takeAside();
    void returnAside(const SealedValues &values);
    Result<void> keepAside();
    /// Those that begin with `prefix`. Opens every value that is kept: for who lost the list of the names, not for each day.
    [[nodiscard]] Result<ValueNames> valueNames(const QString &prefix) const;

    [[nodiscard]] Outbox &outbox();

    [[nodiscard]] Result<std::optional<Credentials>> credentials() override;
    Result<void> setCredentials(const Credentials &credentials) override;
    Result<void> clearCredentials() override;

    /// For salvageStore(): a PIN's key is in no keychain.
    [[nodiscard]] StoreKey key() const;
    /// Which key it is sealed with: StoreKey::id().
    [[nodiscard]] QByteArray keyId() const;
    [[nodiscard]] bool isInMemory() const;
    /// The program ended without closing the store the last time (a crash, or a phone that ends apps). Nothing saved is lost by that, but
    /// check() is due at a quiet moment after the first screen.
    [[nodiscard]] bool wasCutOff() const;
    /// The outbox can be read, its pages are sound, and it would take one more item. Nothing is written. Cheap; for each start, after the first screen.
    [[nodiscard]] bool canQueue();
    /// Reads and opens everything; some 5 ms per 1,000 records.
    Result<StoreReport> check();
    /// Closes the file and removes it with its journal.
    static Result<void> erase(std::unique_ptr<Store> store);

private:
    friend class StoreChecking;
    struct Private;
    explicit Store(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// Store::check() in steps of some milliseconds, so that a page stays quick meanwhile (design security 5). The store must outlive it.
class StoreChecking
{
public:
    static constexpr int rowsInStep = 200;

    explicit StoreChecking(Store &store)
        : m_store(store)
    {
    }
    /// SQLite's own look at the file first, which is one step whatever its size; then the records, and the outbox. True at the end, when
    /// report() is whole.
    Result<bool> step();
    [[nodiscard]] const StoreReport &report() const { return m_report; }

private:
    Store &m_store;
    StoreReport m_report;
    bool m_isFileSeen = false;
    qint64 m_row = 0; ///< the last one that was opened
};

} // namespace handrail
