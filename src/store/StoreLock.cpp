// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/StoreLock.h"

#include "core/Log.h"
#include "store/Database.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <utility>

namespace handrail {

namespace {

constexpr int layoutVersion = 1;
constexpr PinCost least;
// More than a phone can give is no lock but a trap.
constexpr PinCost most{16, qint64(1024) * 1024 * 1024};
constexpr char secretContext[crypto_kdf_CONTEXTBYTES + 1] = "HndrlPin";
constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

static_assert(StoreLock::saltBytes == crypto_pwhash_argon2id_SALTBYTES);

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

QByteArray sealed(const StoreKey &key, const unsigned char *with, const QByteArray &data)
{
    QByteArray plain = key.toKeychain();
    QByteArray bytes(nonceBytes + plain.size() + tagBytes, Qt::Uninitialized);
    randombytes_buf(bytes.data(), std::size_t(nonceBytes));
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(bytes) + nonceBytes, nullptr, raw(plain), std::size_t(plain.size()), raw(data),
                                               std::size_t(data.size()), nullptr, raw(bytes), with);
    sodium_memzero(plain.data(), std::size_t(plain.size()));
    return bytes;
}

std::optional<StoreKey> opened(const QByteArray &bytes, const unsigned char *with, const QByteArray &data)
{
    if (bytes.size() < nonceBytes + tagBytes)
        return std::nullopt;
    QByteArray plain(bytes.size() - nonceBytes - tagBytes, Qt::Uninitialized);
    const bool isGenuine =
        crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, raw(QByteArrayView(bytes)) + nonceBytes,
                                                   std::size_t(bytes.size() - nonceBytes), raw(data), std::size_t(data.size()),
                                                   raw(QByteArrayView(bytes)), with)
        == 0;
    const Result<StoreKey> key = isGenuine ? StoreKey::fromKeychain(plain) : problem(ProblemKind::BadData);
    sodium_memzero(plain.data(), std::size_t(plain.size()));
    return key ? std::optional<StoreKey>(*key) : std::nullopt;
}

/// The key for what the keychain's secret guards alone.
WrappingKey keyOfSecret(const StoreKey &secret)
{
    WrappingKey key;
    crypto_kdf_derive_from_key(key.bytes.data(), key.bytes.size(), 1, secretContext, secret.key().data());
    return key;
}

Result<std::unique_ptr<Database>> openLock(const QString &path)
{
    auto database = Database::open(path, Database::Access::ReadWrite);
    if (!database)
        return database;
    // EXTRA: a try that was counted stays counted when the power goes in the same moment.
    for (const char *pragma : {"PRAGMA synchronous = EXTRA", "PRAGMA secure_delete = ON", "PRAGMA temp_store = MEMORY"}) {
        if (const auto done = (*database)->once(QString::fromLatin1(pragma)); !done)
            return tl::make_unexpected(done.error());
    }
    return database;
}

/// The table and its row come in one transaction, which SQLite makes durable together with the file's name. Cut off before that, it leaves a file
/// that counts as no lock.
Result<void> makeTable(Database &database)
{
    for (const QString &statement :
         {QStringLiteral(
              "CREATE TABLE IF NOT EXISTS lock (row INTEGER PRIMARY KEY CHECK (row = 1), secret_id BLOB NOT NULL, operations "
              "INTEGER NOT NULL, memory INTEGER NOT NULL, salt BLOB NOT NULL, digits INTEGER NOT NULL, wrapped BLOB NOT "
              "NULL, unsent BLOB NOT NULL, tries INTEGER NOT NULL)"),
          QStringLiteral("PRAGMA user_version = %1").arg(layoutVersion)}) {
        if (const auto done = database.once(statement); !done)
            return done;
    }
    return {};
}

/// Whether the copy may help. Not when the lock is a newer Handrail's, or when another one has it.
bool isForCopy(const Problem &problem)
{
    return problem.kind != ProblemKind::StoreNewer && problem.kind != ProblemKind::StoreInUse;
}

bool removeFile(const QString &path)
{
    const bool isGone = !QFileInfo::exists(path) || QFile::remove(path);
    QFile::remove(path + u"-journal");
    return isGone;
}

/// As if it had never been finished. Durable when it returns: a file that a power cut brings back after it was removed is no lock then.
void undo(const QString &path)
{
    const auto database =
        QFileInfo::exists(path) ? openLock(path) : Result<std::unique_ptr<Database>>(problem(ProblemKind::NotFound));
    const Result<void> undone = database ? (*database)->once(QStringLiteral("PRAGMA user_version = 0")) : Result<void>();
    if (!undone)
        qCWarning(logStore) << "undoing a lock:" << undone.error(); // removed all the same
}

} // namespace

WrappingKey::~WrappingKey()
{
    sodium_memzero(bytes.data(), bytes.size());
}

bool StoreLock::isBeside(const QString &storePath)
{
    if (!QFileInfo::exists(pathBeside(storePath)) && !QFileInfo::exists(copyBeside(storePath)))
        return false;
    const auto lock = read(storePath);
    return lock || lock.error().kind != ProblemKind::NotFound;
}

Result<void> StoreLock::remove(const QString &storePath)
{
    bool isGone = true;
    for (const QString &path : {copyBeside(storePath), pathBeside(storePath)}) { // the copy alone would lock, too
        undo(path);
        isGone = removeFile(path) && isGone;
    }
    return isGone ? Result<void>() : Result<void>(problem(ProblemKind::StoreReadOnly, QStringLiteral("remove lock"), true));
}

Result<StoreLock> StoreLock::read(const QString &storePath)
{
    Result<StoreLock> lock = readFile(pathBeside(storePath));
    if (!lock && isForCopy(lock.error())) {
        if (Result<StoreLock> copy = readFile(copyBeside(storePath))) {
            qCWarning(logStore) << "the lock is read from its copy:" << lock.error();
            lock = std::move(copy);
        }
    }
    if (lock)
        lock->m_storePath = storePath;
    return lock;
}

Result<StoreLock> StoreLock::readFile(const QString &path)
{
    StoreLock lock;
    if (!QFileInfo::exists(path))
        return problem(ProblemKind::NotFound, QStringLiteral("no lock"));
    const auto database = openLock(path);
    if (!database)
        return tl::make_unexpected(database.error());
    {
        auto version = (*database)->run("PRAGMA user_version");
        if (!version)
            return tl::make_unexpected(version.error());
        if (!version->next() || version->number(0) < 1)
            return problem(ProblemKind::NotFound, QStringLiteral("unfinished lock"));
        if (version->number(0) > layoutVersion)
            return problem(ProblemKind::StoreNewer, QStringLiteral("lock"));
    }
    auto rows =
        (*database)->run("SELECT secret_id, operations, memory, salt, digits, wrapped, unsent, tries FROM lock WHERE row = 1");
    if (!rows)
        return tl::make_unexpected(rows.error());
    if (!rows->next())
        return problem(ProblemKind::StoreBroken, QStringLiteral("lock: empty"));
    lock.m_secretId = rows->blob(0);
    lock.m_cost = {rows->number(1), rows->number(2)};
    lock.m_salt = rows->blob(3);
    lock.m_digits = int(std::clamp<qint64>(rows->number(4), 0, 99));
    lock.m_wrapped = rows->blob(5);
    lock.m_unsent = rows->blob(6);
    const qint64 tries = rows->number(7);
    lock.m_tries = tries < 0 || tries > maximumTries ? maximumTries : int(tries);
    if (const auto good = lock.check(); !good)
        return tl::make_unexpected(good.error());
    return lock;
}

Result<void> StoreLock::check() const
{
    const bool isWeak = m_cost.operations < least.operations || m_cost.memory < least.memory || m_salt.size() != saltBytes;
    const bool isTooMuch = m_cost.operations > most.operations || m_cost.memory > most.memory;
    const bool isOdd = m_secretId.size() != StoreKey::idBytes || m_digits < Pin::minimumDigits || m_digits > Pin::maximumDigits;
    if (isWeak || isTooMuch || isOdd)
        return problem(ProblemKind::StoreBroken, isWeak ? QStringLiteral("lock: weak") : QStringLiteral("lock"));
    return {};
}

Result<void> StoreLock::write(const QString &storePath, const StoreKey &key, const StoreKey &secret, const QByteArray &salt,
                              int digits, const WrappingKey &wrapping)
{
    StoreLock lock;
    lock.m_secretId = secret.id();
    lock.m_salt = salt;
    lock.m_digits = digits;
    lock.m_wrapped = sealed(key, wrapping.bytes.data(), lock.associatedData());
    lock.m_unsent = sealed(key.forUnsent(), keyOfSecret(secret).bytes.data(), lock.m_secretId);
    if (const auto good = lock.check(); !good)
        return good;
    lock.m_storePath = storePath;
    return lock.save();
}

/// The file is what counts; its copy follows. A copy that cannot follow goes: an older word must not stand in for a newer one.
Result<void> StoreLock::save() const
{
    const QString path = pathBeside(m_storePath);
    const Result<StoreLock> there = readFile(path);
    if (!there && there.error().kind == ProblemKind::StoreNewer)
        return tl::make_unexpected(there.error());
    if (!there && there.error().kind == ProblemKind::StoreBroken)
        removeFile(path);
    if (const auto saved = saveFile(path); !saved)
        return saved;
    const QString copy = copyBeside(m_storePath);
    if (const Result<StoreLock> old = readFile(copy); !old && old.error().kind == ProblemKind::StoreBroken)
        removeFile(copy);
    if (const auto copied = saveFile(copy); !copied)
        qCWarning(logStore) << "the lock's copy:" << copied.error() << (removeFile(copy) ? "removed" : "left");
    return {};
}

/// Meanwhile it may have been taken off, put aside or replaced; then there is nothing to write.
Result<void> StoreLock::saveAgain() const
{
    const Result<StoreLock> there = read(m_storePath);
    if (there ? there->m_secretId != m_secretId : there.error().kind == ProblemKind::NotFound)
        return problem(ProblemKind::NotFound, QStringLiteral("lock: gone"));
    return save();
}

Result<void> StoreLock::saveFile(const QString &path) const
{
    QFile file(path);
    const bool isOwners = file.open(QIODevice::ReadWrite) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!isOwners)
        return problem(ProblemKind::StoreReadOnly, QStringLiteral("lock"), true);
    file.close();
    const auto database = openLock(path);
    if (!database)
        return tl::make_unexpected(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    if (const auto made = makeTable(**database); !made)
        return made;
    const auto done = (*database)->run(
        "INSERT OR REPLACE INTO lock (row, secret_id, operations, memory, salt, digits, wrapped, unsent, tries) "
        "VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
        m_secretId, m_cost.operations, m_cost.memory, m_salt, m_digits, isEnded() ? QByteArray("") : m_wrapped, m_unsent, m_tries);
    if (!done)
        return tl::make_unexpected(done.error());
    return (*transaction)->commit();
}

QByteArray StoreLock::newSalt()
{
    QByteArray salt(saltBytes, Qt::Uninitialized);
    randombytes_buf(salt.data(), std::size_t(salt.size()));
    return salt;
}

Result<WrappingKey> StoreLock::wrappingKey(const StoreKey &secret, QByteArrayView pin, const QByteArray &salt, PinCost cost)
{
    std::array<unsigned char, StoreKey::keyBytes + 32> both{};
    std::copy(secret.key().begin(), secret.key().end(), both.begin());
    Result<WrappingKey> key;
    if (salt.size() != saltBytes
        || crypto_pwhash_argon2id(both.data() + StoreKey::keyBytes, 32, pin.data(), std::size_t(pin.size()), raw(salt),
                                  std::size_t(cost.operations), std::size_t(cost.memory), crypto_pwhash_argon2id_ALG_ARGON2ID13)
            != 0)
        key = problem(ProblemKind::MemoryShort, QStringLiteral("pin"), true);
    else
        crypto_generichash(key->bytes.data(), key->bytes.size(), both.data(), both.size(), nullptr, 0);
    sodium_memzero(both.data(), both.size());
    return key;
}

std::chrono::milliseconds StoreLock::waitAfter(int tries)
{
    using namespace std::chrono_literals;
    static constexpr std::array<std::chrono::milliseconds, 7> waits{0s, 0s, 0s, 0s, 30s, 2min, 5min};
    return tries < int(waits.size()) ? waits.at(std::size_t(std::max(tries, 0))) : 15min;
}

/// All that a wrong wrapped key could be blamed on is authenticated with it.
QByteArray StoreLock::associatedData() const
{
    const std::array<qint64, 3> numbers{qToLittleEndian(m_cost.operations), qToLittleEndian(m_cost.memory),
                                        qToLittleEndian(qint64(m_digits))};
    return "handrail lock 1" + m_secretId + m_salt
        + QByteArrayView(reinterpret_cast<const char *>(numbers.data()), sizeof numbers).toByteArray();
}

Result<StoreKey> StoreLock::open(const WrappingKey &wrapping) const
{
    if (m_wrapped.isEmpty())
        return problem(ProblemKind::PinEnded, {});
    if (const auto key = opened(m_wrapped, wrapping.bytes.data(), associatedData()))
        return *key;
    return problem(ProblemKind::PinWrong, {});
}

Result<StoreKey> StoreLock::openUnsentKey(const StoreKey &secret) const
{
    if (const auto key = opened(m_unsent, keyOfSecret(secret).bytes.data(), m_secretId))
        return *key;
    return problem(ProblemKind::StoreBroken, QStringLiteral("lock: unsent key"));
}

Result<void> StoreLock::countTry()
{
    ++m_tries;
    const Result<void> counted = saveAgain();
    if (!counted)
        --m_tries;
    return counted;
}

Result<void> StoreLock::forgetTries()
{
    const int before = std::exchange(m_tries, 0);
    const Result<void> forgotten = saveAgain();
    if (!forgotten)
        m_tries = before;
    return forgotten;
}

Result<void> StoreLock::end()
{
    m_wrapped.clear();
    return saveAgain();
}

} // namespace handrail
