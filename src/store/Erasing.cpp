// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/Erasing.h"

#include "core/Log.h"
#include "store/KeyEntry.h"
#include "store/StoreFile.h"
#include "store/StoreKey.h"
#include "store/StoreLock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <optional>

namespace handrail {

namespace {

const QString noteStart = QStringLiteral("erase-");
constexpr QByteArrayView allFiles = "files all";
constexpr QByteArrayView ownFiles = "files own";

/// What is still to be done. One line for the files, if they are still there, and one for each entry of the keychain; with an id behind it that
/// entry goes only if it is the key with this id.
struct Order {
    std::optional<AccountFiles::Aside> aside; ///< none: the files are gone
    QStringList names;

    [[nodiscard]] bool isDone() const { return !aside && names.isEmpty(); }
};

QString noteOf(const AccountFiles &files, const QString &accountHash)
{
    return files.directory() + u'/' + noteStart + accountHash;
}

Result<void> write(const AccountFiles &files, const QString &accountHash, const Order &order)
{
    const QString path = noteOf(files, accountHash);
    if (order.isDone()) {
        if (QFileInfo::exists(path) && !QFile::remove(path))
            return problem(ProblemKind::StoreReadOnly, QStringLiteral("erase note"));
        return {};
    }
    QByteArray text;
    if (order.aside)
        text += *order.aside == AccountFiles::Aside::Erase ? allFiles : ownFiles;
    for (const QString &name : order.names)
        text += (text.isEmpty() ? "" : "\n") + name.toLatin1();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return problem(ProblemKind::StoreReadOnly, QStringLiteral("erase note"));
    return {};
}

Order read(const AccountFiles &files, const QString &accountHash)
{
    Order order;
    QFile file(noteOf(files, accountHash));
    if (!file.open(QIODevice::ReadOnly))
        return order;
    const QByteArrayList lines = file.read(64 * 1024).split('\n');
    // Cut short or damaged, the word still stands: the files go, with the keys that they name.
    order.aside = AccountFiles::Aside::Erase;
    bool areFilesNamed = false;
    for (const QByteArray &line : lines) {
        if (line == allFiles || line == ownFiles) {
            order.aside = line == allFiles ? AccountFiles::Aside::Erase : AccountFiles::Aside::Keep;
            areFilesNamed = true;
        } else if (line.startsWith("org.handrail.app/")) {
            order.names.append(QString::fromLatin1(line));
        }
    }
    if (!areFilesNamed && !order.names.isEmpty())
        order.aside.reset();
    return order;
}

Order orderFor(const AccountFiles &files, const QString &accountHash, AccountFiles::Aside aside)
{
    const QStringList kept = aside == AccountFiles::Aside::Keep ? files.storesAside(accountHash) : QStringList();
    Order order;
    order.aside = aside;
    QStringList paths = files.quarantined(accountHash);
    paths.prepend(files.pathOf(accountHash));
    for (const QString &path : std::as_const(paths)) {
        if (kept.contains(path))
            continue;
        if (const auto header = peekStoreHeader(path)) {
            order.names.append(storeKeyName(accountHash, header->keyId));
            if (!kept.isEmpty()) // the first name may have the key of one that is kept
                order.names.append(QString(storeKeyName(accountHash) + u' ' + QString::fromLatin1(header->keyId.toHex())));
        }
        if (const auto lock = StoreLock::read(path))
            order.names.append(pinSecretName(accountHash, lock->secretId()));
    }
    if (kept.isEmpty())
        order.names.prepend(storeKeyName(accountHash));
    return order;
}

QCoro::Task<Result<void>> removeEntry(SecretStore &secrets, QString entry)
{
    const QString name = entry.section(u' ', 0, 0);
    const QByteArray id = QByteArray::fromHex(entry.section(u' ', 1).toLatin1());
    if (!id.isEmpty()) {
        const MaybeKey key = co_await readById(secrets, name, id);
        if (!key)
            co_return tl::make_unexpected(key.error());
        if (!key->has_value())
            co_return Result<void>();
    }
    Result<void> removed = co_await secrets.remove(name);
    co_return removed;
}

QCoro::Task<Result<void>> carryOut(SecretStore &secrets, AccountFiles files, QString accountHash, Order order)
{
    // Keys first: without them the files are noise, even to who copies the disk.
    Result<void> result;
    QStringList left;
    for (const QString &name : std::as_const(order.names)) {
        const Result<void> removed = co_await removeEntry(secrets, name);
        if (removed)
            continue;
        left.append(name);
        result = removed;
    }
    order.names = left;
    files.removeUnfinished();
    if (order.aside) {
        if (const auto gone = files.erase(accountHash, *order.aside); !gone)
            result = gone;
        else
            order.aside.reset();
    }
    if (const auto written = write(files, accountHash, order); !written)
        qCWarning(logStore) << "crossing out what is erased:" << written.error(); // the next start does it once more
    co_return result;
}

} // namespace

Result<void> announceErasing(const AccountFiles &files, const QString &accountHash, AccountFiles::Aside aside)
{
    Order order;
    order.aside = aside;
    return write(files, accountHash, order);
}

Result<void> noteErasing(const AccountFiles &files, const QString &accountHash, AccountFiles::Aside aside)
{
    return write(files, accountHash, orderFor(files, accountHash, aside));
}

bool isToBeErased(const AccountFiles &files, const QString &accountHash)
{
    return QFileInfo::exists(noteOf(files, accountHash)) && read(files, accountHash).aside.has_value();
}

bool isEverythingToGo(const AccountFiles &files, const QString &accountHash)
{
    return isToBeErased(files, accountHash) && read(files, accountHash).aside == AccountFiles::Aside::Erase;
}

QStringList accountsToErase(const AccountFiles &files)
{
    QStringList hashes = QDir(files.directory()).entryList({noteStart + u'*'}, QDir::Files, QDir::Name);
    for (QString &name : hashes)
        name.remove(0, noteStart.size());
    hashes.removeIf([](const QString &hash) { return !AccountFiles::isHash(hash); });
    return hashes;
}

QCoro::Task<Result<void>> finishErasing(SecretStore &secrets, AccountFiles files, QString accountHash)
{
    if (!QFileInfo::exists(noteOf(files, accountHash)))
        co_return Result<void>();
    Order order = read(files, accountHash);
    if (order.aside) {
        if (const auto unused = files.checkUnused(accountHash); !unused)
            co_return unused; // without its key it would be lost to whoever writes into it now
    }
    if (order.aside && order.names.isEmpty())
        order = orderFor(files, accountHash, *order.aside);
    Result<void> done = co_await carryOut(secrets, std::move(files), std::move(accountHash), std::move(order));
    co_return done;
}

QCoro::Task<Result<void>> finishErasingForSignIn(SecretStore &secrets, AccountFiles files, QString accountHash)
{
    Result<void> done = co_await finishErasing(secrets, files, accountHash);
    Order order = read(files, accountHash);
    if (done || order.isDone())
        co_return Result<void>();
    if (order.aside)
        co_return done;
    // The other names are never used again. This one may hold the new store's key soon: better that an old key stays in it.
    order.names.removeAll(storeKeyName(accountHash));
    co_return write(files, accountHash, order);
}

QCoro::Task<Result<void>> eraseAccount(SecretStore &secrets, AccountFiles files, QString accountHash, AccountFiles::Aside aside)
{
    if (const auto unused = files.checkUnused(accountHash); !unused)
        co_return unused;
    Order order = orderFor(files, accountHash, aside);
    if (const auto noted = write(files, accountHash, order); !noted)
        qCWarning(logStore) << "noting what is to be erased:" << noted.error(); // all the more it has to be done now
    Result<void> done = co_await carryOut(secrets, std::move(files), std::move(accountHash), std::move(order));
    co_return done;
}

} // namespace handrail
