// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/Store.h"

#include "store/Database.h"
#include "store/RecordTable.h"
#include "store/Sealer.h"
#include "store/StoreFile.h"

#include <QFile>
#include <QFileInfo>
#include <utility>

namespace handrail {

namespace {

constexpr qint64 credentialsLayout = 1;

FieldWriter fieldsOf(const Credentials &credentials)
{
    FieldWriter fields(512);
    fields.add(credentialsLayout);
    fields.add(QByteArrayView(credentials.identity.server.toEncoded()));
    fields.add(credentials.identity.issuer);
    fields.add(credentials.identity.subject);
    fields.add(qint64(credentials.identity.role));
    fields.add(credentials.identity.patientId);
    fields.add(credentials.identity.relatedPersonId);
    fields.add(credentials.identity.scopes.join(u' '));
    fields.add(credentials.refreshToken);
    fields.add(QByteArrayView(credentials.tokenEndpoint.toEncoded()));
    fields.add(QByteArrayView(credentials.revocationEndpoint.toEncoded()));
    fields.add(credentials.clientId);
    return fields;
}

std::optional<Credentials> credentialsOf(const QByteArray &bytes)
{
    FieldReader reader(bytes);
    if (reader.number() != credentialsLayout)
        return std::nullopt;
    Credentials credentials;
    credentials.identity.server = QUrl::fromEncoded(reader.bytes().toByteArray());
    credentials.identity.issuer = reader.text();
    credentials.identity.subject = reader.text();
    const qint64 role = reader.number();
    credentials.identity.role = role == qint64(Role::Relative) ? Role::Relative : Role::Patient;
    credentials.identity.patientId = reader.text();
    credentials.identity.relatedPersonId = reader.text();
    credentials.identity.scopes = reader.text().split(u' ', Qt::SkipEmptyParts);
    credentials.refreshToken = reader.text();
    credentials.tokenEndpoint = QUrl::fromEncoded(reader.bytes().toByteArray());
    credentials.revocationEndpoint = QUrl::fromEncoded(reader.bytes().toByteArray());
    credentials.clientId = reader.text();
    if (!reader.isGood())
        return std::nullopt;
    return credentials;
}

} // namespace

struct Store::Private {
    Private(QString filePath, std::unique_ptr<Database> opened, const StoreKey &key, const QByteArray &id)
        : path(std::move(filePath))
        , mark(path)
        , database(std::move(opened))
        , keyId(key.id())
        , storeId(id)
        , sealer(key, id)
        , records(*database, sealer)
        , outbox(*database, sealer)
    {
    }

    [[nodiscard]] QByteArray valueName(const QString &name) const
    {
        return sealer.lookup(Sealer::Lookup::ValueName, "value", name.toUtf8());
    }
    /// The name that a value's fields say. Cursors and credentials lie under names of another kind, and may look as if they said one.
    [[nodiscard]] std::optional<QString> nameIn(const QByteArray &fields, const QByteArray &place) const
    {
        FieldReader reader(fields);
        (void)reader.bytes();
        QString name = reader.text();
        return reader.isGood() && valueName(name) == place ? std::optional(std::move(name)) : std::nullopt;
    }
    [[nodiscard]] QByteArray credentialsName() const { return sealer.lookup(Sealer::Lookup::ValueName, "credentials"); }
    [[nodiscard]] QByteArray cursorName(const QString &type) const { return sealer.lookup(Sealer::Lookup::Cursor, type.toUtf8()); }

    [[nodiscard]] Result<std::optional<QByteArray>> read(const QByteArray &name) const;
    Result<void> put(const QByteArray &name, const QByteArray &sealed);
    Result<void> write(const QByteArray &name, FieldWriter fields)
    {
        return put(name, sealer.seal(Sealer::Table::Value, name, std::move(fields)));
    }
    Result<void> remove(const QByteArray &name);

    QString path; ///< empty in memory
    OpenMark mark;
    std::unique_ptr<Database> database;
    QByteArray keyId;
    QByteArray storeId;
    Sealer sealer;
    RecordTable records;
    Outbox outbox;
    QMap<QByteArray, QByteArray> aside;
    bool isCutOff = false;
};

Result<std::optional<QByteArray>> Store::Private::read(const QByteArray &name) const
{
    if (const auto kept = aside.constFind(name); kept != aside.cend())
        return sealer.open(Sealer::Table::Value, name, *kept);
    auto rows = database->run("SELECT sealed FROM value WHERE name = ?", name);
    if (!rows)
        return tl::make_unexpected(rows.error());
    if (!rows->next()) {
        if (const auto end = rows->end(); !end)
            return tl::make_unexpected(end.error());
        return std::optional<QByteArray>();
    }
    auto fields = sealer.open(Sealer::Table::Value, name, rows->blob(0));
    if (!fields)
        return problem(ProblemKind::StoreBroken, QStringLiteral("value fails its seal"));
    return fields;
}

Result<void> Store::Private::put(const QByteArray &name, const QByteArray &sealed)
{
    const auto done = database->run(
        "INSERT INTO value (name, sealed) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed", name, sealed);
    return done ? Result<void>() : tl::make_unexpected(done.error());
}

Result<void> Store::Private::remove(const QByteArray &name)
{
    aside.remove(name);
    const auto done = database->run("DELETE FROM value WHERE name = ?", name);
    return done ? Result<void>() : tl::make_unexpected(done.error());
}

Store::Store(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::create(const QString &path, const StoreKey &key)
{
    if (QFileInfo::exists(path)) {
        const auto seen = inspectStoreFile(path);
        const bool isForeign = !seen && seen.error().kind == ProblemKind::StoreForeign;
        return problem(isForeign ? ProblemKind::StoreForeign : ProblemKind::StoreInUse, QStringLiteral("a file is there"));
    }
    if (const auto made = makeStoreFile(path, key); !made)
        return tl::make_unexpected(made.error());
    return open(path, key);
}

Result<std::unique_ptr<Store>> Store::open(const QString &path, const StoreKey &key)
{
    const bool isCutOff = QFileInfo(path + u"-wal").size() > 0;
    auto database = openStoreFile(path, key);
    if (!database)
        return tl::make_unexpected(database.error());
    const auto header = readStoreHeader(**database);
    if (!header)
        return tl::make_unexpected(header.error());
    auto data = std::make_unique<Private>(path, std::move(*database), key, header->storeId);
    data->isCutOff = isCutOff;
    return std::unique_ptr<Store>(new Store(std::move(data)));
}

Result<std::unique_ptr<Store>> Store::inMemory()
{
    const StoreKey key = StoreKey::generate();
    auto database = makeStoreInMemory(key);
    if (!database)
        return tl::make_unexpected(database.error());
    const auto header = readStoreHeader(**database);
    if (!header)
        return tl::make_unexpected(header.error());
    return std::unique_ptr<Store>(new Store(std::make_unique<Private>(QString(), std::move(*database), key, header->storeId)));
}

Result<int> Store::putRecords(const QList<StoredRecord> &records)
{
    return d->records.put(records);
}

Result<void> Store::removeRecord(const QString &type, const QString &id)
{
    return d->records.remove(type, id);
}

Result<std::optional<QByteArray>> Store::record(const QString &type, const QString &id) const
{
    return d->records.find(type, id);
}

Result<QList<QByteArray>> Store::recordsByDay(const QString &type, const QDate &from, const QDate &to) const
{
    return d->records.byDay(type, from, to);
}

Result<QList<QByteArray>> Store::records(const QString &type, int limit) const
{
    return d->records.newest(type, limit);
}

Result<void> Store::eachRecord(const QString &type, int limit, const std::function<void(QByteArray)> &visit) const
{
    return d->records.eachNewest(type, limit, visit);
}

Result<int> Store::recordCount() const
{
    return d->records.count();
}

Result<int> Store::recordCount(const QString &type) const
{
    return d->records.count(type);
}

Result<QList<qint64>> Store::recordPlaces() const
{
    return d->records.rows();
}

Result<std::optional<QByteArray>> Store::recordAt(qint64 place) const
{
    return d->records.at(place);
}

int Store::damagedRecords() const
{
    return d->records.damagedCount();
}

Result<QDateTime> Store::cursor(const QString &type) const
{
    if (d->records.hasDamaged(type))
        return QDateTime();
    const auto bytes = d->read(d->cursorName(type));
    if (!bytes) {
        // Without a cursor everything is downloaded again: the cure, too, for one that cannot be read.
        if (bytes.error().kind == ProblemKind::StoreBroken)
            return QDateTime();
        return tl::make_unexpected(bytes.error());
    }
    if (!*bytes)
        return QDateTime();
    FieldReader reader(**bytes);
    const qint64 number = reader.number();
    return reader.isGood() ? QDateTime::fromMSecsSinceEpoch(number, Qt::UTC) : QDateTime();
}

Result<void> Store::setCursor(const QString &type, const QDateTime &lastUpdated)
{
    if (!lastUpdated.isValid()) // that all is to be read again is nothing that may be lost
        return d->remove(d->cursorName(type));
    auto transaction = Transaction::begin(*d->database, Transaction::Durable::Later);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    FieldWriter fields(16);
    fields.add(lastUpdated.toMSecsSinceEpoch());
    if (const auto done = d->write(d->cursorName(type), std::move(fields)); !done)
        return done;
    if (const auto done = d->records.forgetDamaged(type); !done)
        return done;
    return (*transaction)->commit();
}

Result<void> Store::forgetDownloaded()
{
    QList<QByteArray> gone;
    {
        auto rows = d->database->run("SELECT name, sealed FROM value");
        if (!rows)
            return tl::make_unexpected(rows.error());
        while (rows->next()) {
            const QByteArray place = rows->blob(0);
            const auto fields = d->sealer.open(Sealer::Table::Value, place, rows->blob(1));
            if (!fields || place == d->keyId || place == d->credentialsName())
                continue;
            const std::optional<QString> name = d->nameIn(*fields, place);
            if (!name || name->startsWith(u"sync.")) // what says no name is a cursor
                gone << place;
        }
        if (const auto end = rows->end(); !end)
            return tl::make_unexpected(end.error());
    }
    auto transaction = Transaction::begin(*d->database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    if (const auto removed = d->records.removeAll(); !removed)
        return removed;
    for (const QByteArray &place : std::as_const(gone)) {
        if (const auto removed = d->remove(place); !removed)
            return removed;
    }
    return (*transaction)->commit();
}

Result<std::optional<QByteArray>> Store::value(const QString &name) const
{
    const auto bytes = d->read(d->valueName(name));
    if (!bytes || !*bytes)
        return bytes;
    FieldReader reader(**bytes);
    QByteArray value = reader.bytes().toByteArray();
    if (!reader.isGood())
        return problem(ProblemKind::StoreBroken, QStringLiteral("value cannot be read"));
    return std::optional<QByteArray>(std::move(value));
}

Result<void> Store::setValue(const QString &name, const QByteArray &value)
{
    FieldWriter fields(value.size() + 8);
    fields.add(QByteArrayView(value));
    fields.add(name); // for who has to salvage it
    const Result<void> written = d->write(d->valueName(name), std::move(fields));
    if (written)
        d->aside.remove(d->valueName(name));
    return written;
}

void Store::putAside(const QString &name, const QByteArray &value)
{
    FieldWriter fields(value.size() + 8);
    fields.add(QByteArrayView(value));
    fields.add(name);
    const QByteArray place = d->valueName(name);
    d->aside.insert(place, d->sealer.seal(Sealer::Table::Value, place, std::move(fields)));
}

bool Store::isAside(const QString &name) const
{
    return d->aside.contains(d->valueName(name));
}

SealedValues Store::takeAside()
{
    return {d->keyId, d->storeId, std::exchange(d->aside, {})};
}

void Store::returnAside(const SealedValues &values)
{
    const Sealer before(key(), values.storeId);
    for (auto it = values.values.cbegin(); it != values.values.cend(); ++it) {
        const auto read = before.open(Sealer::Table::Value, it.key(), *it);
        if (!read)
            continue;
        FieldWriter fields(read->size());
        fields.addRead(*read);
        d->aside.insert(it.key(), d->sealer.seal(Sealer::Table::Value, it.key(), std::move(fields)));
    }
}

Result<void> Store::keepAside()
{
    for (const QByteArray &place : d->aside.keys()) {
        if (const auto done = d->put(place, d->aside.value(place)); !done)
            return done;
        d->aside.remove(place);
    }
    return {};
}

Result<void> Store::removeValue(const QString &name)
{
    return d->remove(d->valueName(name));
}

Result<ValueNames> Store::valueNames(const QString &prefix) const
{
    auto rows = d->database->run("SELECT name, sealed FROM value");
    if (!rows)
        return tl::make_unexpected(rows.error());
    ValueNames found;
    while (rows->next()) {
        const QByteArray place = rows->blob(0);
        if (place == d->keyId)
            continue; // the header's copy
        const auto fields = d->sealer.open(Sealer::Table::Value, place, rows->blob(1));
        if (!fields) {
            ++found.damaged;
            continue;
        }
        if (const std::optional<QString> name = d->nameIn(*fields, place); name && name->startsWith(prefix))
            found.names << *name;
    }
    if (const auto end = rows->end(); !end)
        return tl::make_unexpected(end.error());
    return found;
}

Outbox &Store::outbox()
{
    return d->outbox;
}

Result<std::optional<Credentials>> Store::credentials()
{
    auto bytes = d->read(d->credentialsName());
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    if (!*bytes)
        return std::optional<Credentials>();
    auto credentials = credentialsOf(**bytes);
    QByteArray plain = std::move(**bytes);
    wipe(plain);
    if (!credentials)
        return problem(ProblemKind::StoreBroken, QStringLiteral("credentials cannot be read"));
    return credentials;
}

Result<void> Store::setCredentials(const Credentials &credentials)
{
    return d->write(d->credentialsName(), fieldsOf(credentials));
}

Result<void> Store::clearCredentials()
{
    return d->remove(d->credentialsName());
}

StoreKey Store::key() const
{
    return d->sealer.storeKey();
}

QByteArray Store::keyId() const
{
    return d->keyId;
}

bool Store::isInMemory() const
{
    return d->path.isEmpty();
}

bool Store::wasCutOff() const
{
    return d->isCutOff;
}

bool Store::canQueue()
{
    auto rows = d->database->run("PRAGMA integrity_check(outbox)");
    const bool isSound = rows && rows->next() && rows->text(0) == u"ok";
    return isSound && d->outbox.rehearse().value_or(true);
}

Result<StoreReport> Store::check()
{
    StoreChecking checking(*this);
    Result<bool> isDone = false;
    while (isDone && !*isDone)
        isDone = checking.step();
    return isDone ? Result<StoreReport>(checking.report()) : tl::make_unexpected(isDone.error());
}

Result<bool> StoreChecking::step()
{
    if (!std::exchange(m_isFileSeen, true)) {
        auto rows = m_store.d->database->run("PRAGMA integrity_check(1)");
        m_report.isFileSound = rows && rows->next() && rows->text(0) == u"ok";
        return false;
    }
    const Result<RecordTable::Verified> records = m_store.d->records.verify(m_row, rowsInStep);
    if (!records)
        return tl::make_unexpected(records.error());
    m_report.damagedRecords += records->damaged;
    if (records->seen == rowsInStep)
        return false;
    const Result<int> items = m_store.d->outbox.damagedCount();
    m_report.damagedItems = items.value_or(0);
    return items ? Result<bool>(true) : tl::make_unexpected(items.error());
}

Result<void> Store::erase(std::unique_ptr<Store> store)
{
    const QString path = store->d->path;
    store.reset();
    if (path.isEmpty())
        return {};
    bool isGone = true;
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-journal"), QStringLiteral("-shm")})
        isGone = (!QFileInfo::exists(path + suffix) || QFile::remove(path + suffix)) && isGone;
    return isGone ? Result<void>() : problem(ProblemKind::StoreReadOnly, QStringLiteral("erase"));
}

} // namespace handrail
