// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/StoreOpening.h"

#include "core/Log.h"
#include "store/KeyEntry.h"
#include "store/Sealer.h"
#include "store/StoreFile.h"
#include "store/StoreLock.h"
#include "store/StoreSalvage.h"

#include <algorithm>

namespace handrail {

namespace {

Problem keyUnavailable(const QString &why)
{
    return {ProblemKind::KeyUnavailable, true, why};
}

bool isDamage(const Problem &problem)
{
    return problem.kind == ProblemKind::StoreBroken || problem.kind == ProblemKind::StoreForeign;
}

OpenedStore mendClosed(const AccountFiles &files, const QString &accountHash, const StoreKey &key)
{
    if (const auto saved = salvageStore(files.pathOf(accountHash), key); !saved)
        return tl::make_unexpected(saved.error());
    if (const auto placed = files.adoptRebuilt(accountHash); !placed)
        return tl::make_unexpected(placed.error());
    return Store::open(files.pathOf(accountHash), key);
}

/// Opens the store that is there. Everything that the keychain may say short of the right key is KeyUnavailable, and nothing is written.
QCoro::Task<OpenedStore> openPresent(SecretStore &secrets, AccountFiles files, QString accountHash)
{
    files.settle(accountHash);
    const QString path = files.pathOf(accountHash);
    // Kinds that no key can change come first: no need to wait for the keychain.
    const auto seen = inspectStoreFile(path);
    const bool isLocked = files.hasLock(accountHash);
    // In use: it may be by the refresh that goes on behind a lock, and the PIN opens that one.
    const bool mayOpen =
        seen || seen.error().kind == ProblemKind::StoreForeign || (isLocked && seen.error().kind == ProblemKind::StoreInUse);
    if (!mayOpen)
        co_return OpenedStore(tl::make_unexpected(seen.error()));
    if (isLocked)
        co_return OpenedStore(problem(ProblemKind::Locked, {}));

    const QString firstName = storeKeyName(accountHash);
    const MaybeKey first = co_await readKey(secrets, firstName);
    QString why = QStringLiteral("no entry, or locked");
    if (!first) {
        why = nameOf(first.error().kind);
    } else if (first->has_value()) {
        OpenedStore store = openMended(files, accountHash, **first);
        if (store || store.error().kind != ProblemKind::KeyUnavailable)
            co_return store;
        why = QStringLiteral("another key");
    }
    // A store that was made beside an older one has its key under a name of its own.
    const auto header = peekStoreHeader(path);
    if (first && header) {
        const QString ownName = storeKeyName(accountHash, header->keyId);
        const MaybeKey own = co_await readKey(secrets, ownName);
        if (own && own->has_value()) {
            OpenedStore store = openMended(files, accountHash, **own);
            if (store || store.error().kind != ProblemKind::KeyUnavailable)
                co_return store;
        }
        if (!own)
            why = nameOf(own.error().kind);
    }
    if (!seen) // its first bytes are those of something else, and no key says that it was ours
        co_return OpenedStore(tl::make_unexpected(seen.error()));
    qCInfo(logStore).noquote() << "the store stays shut:" << why;
    co_return OpenedStore(tl::make_unexpected(keyUnavailable(why)));
}

/// Such a store can be put aside and a new one made; for the others (in use, newer, full, read-only) that would not help.
bool isReplaced(const Problem &problem)
{
    return problem.kind == ProblemKind::KeyUnavailable || problem.kind == ProblemKind::Locked
        || problem.kind == ProblemKind::StoreForeign || problem.kind == ProblemKind::StoreBroken;
}

/// Writes a new key under `name`, which the SecretStore reads back, and only then makes the file. With a quarantineTime the file that is there
/// is put aside between the two, and comes back if no new one can be made.
QCoro::Task<OpenedStore> createNew(SecretStore &secrets, AccountFiles files, QString accountHash, StoreKey key, QString name,
                                   std::optional<QDateTime> quarantineTime)
{
    const Result<void> written = co_await writeKey(secrets, name, key);
    if (!written)
        co_return OpenedStore(tl::make_unexpected(written.error()));
    if (quarantineTime && files.hasStore(accountHash)) {
        // A locked keychain reads as an empty one and is unlocked by a write: what is there may be readable now.
        OpenedStore present = co_await openPresent(secrets, files, accountHash);
        if (present || !isReplaced(present.error())) {
            const Result<void> removed = co_await secrets.remove(name);
            if (!removed)
                qCWarning(logStore).noquote() << "a key without a store stays behind:" << nameOf(removed.error().kind);
            co_return present;
        }
    }

    Result<void> ready = files.makeDirectory();
    QString aside;
    if (ready && quarantineTime && files.hasStore(accountHash)) {
        const auto moved = files.quarantine(accountHash, *quarantineTime);
        if (moved)
            aside = *moved;
        else
            ready = tl::make_unexpected(moved.error());
    }
    OpenedStore store = ready ? Store::create(files.pathOf(accountHash), key) : OpenedStore(tl::make_unexpected(ready.error()));
    if (!store) {
        if (!aside.isEmpty() && !files.restore(accountHash, aside))
            qCWarning(logStore) << "the old store stays aside";
        const Result<void> removed = co_await secrets.remove(name);
        if (!removed)
            qCWarning(logStore).noquote() << "a key without a store stays behind:" << nameOf(removed.error().kind);
    }
    co_return store;
}

/// The first name may have the only key of a store that is out of reach for now. "No entry" may mean "locked", and a write unlocks: so that of the new
/// key goes to a name of its own, and only after it an empty place is one. By the first name a key is found when no header says another.
QCoro::Task<void> takeFirstName(SecretStore &secrets, QString accountHash, StoreKey key)
{
    const QString name = storeKeyName(accountHash);
    const MaybeKey there = co_await readKey(secrets, name);
    if (!there || there->has_value())
        co_return;
    const Result<void> written = co_await writeKey(secrets, name, key);
    if (!written)
        co_return;
    const QString ownName = storeKeyName(accountHash, key.id());
    const Result<void> removed = co_await secrets.remove(ownName);
    if (!removed)
        qCWarning(logStore).noquote() << "a key stays under both its names:" << nameOf(removed.error().kind);
}

/// With no store at the account's own place: takes back one that was put aside and that this key fits. nullopt: there is none.
std::optional<OpenedStore> restoreFitting(AccountFiles &files, const QString &accountHash, const StoreKey &key)
{
    const QStringList aside = files.mayHoldUnsent(accountHash);
    for (const QString &path : aside) {
        const auto header = peekStoreHeader(path);
        if (!header || header->keyId != key.id())
            continue;
        if (const auto back = files.restore(accountHash, path); !back)
            return OpenedStore(tl::make_unexpected(back.error()));
        return Store::open(files.pathOf(accountHash), key);
    }
    return std::nullopt;
}

} // namespace

OpenedStore openMended(const AccountFiles &files, const QString &accountHash, const StoreKey &key)
{
    OpenedStore store = Store::open(files.pathOf(accountHash), key);
    Problem damage;
    if (!store) {
        damage = store.error();
    } else if (const auto credentials = (*store)->credentials(); !credentials) {
        damage = credentials.error();
    } else if (const auto unsent = (*store)->outbox().unsent(); !unsent) {
        damage = unsent.error();
    } else {
        return store;
    }
    if (!isDamage(damage))
        return store;
    qCWarning(logStore) << "the store is damaged:" << damage;
    store = tl::make_unexpected(damage); // closed
    OpenedStore mended = mendClosed(files, accountHash, key);
    // Without a sign that the file was this key's, what was said first stands.
    return mended || mended.error().kind != ProblemKind::StoreForeign ? std::move(mended) : std::move(store);
}

OpenedStore mend(const AccountFiles &files, const QString &accountHash, std::unique_ptr<Store> damaged)
{
    const StoreKey key = damaged->key();
    damaged.reset();
    return mendClosed(files, accountHash, key);
}

QCoro::Task<OpenedStore> openExisting(SecretStore &secrets, AccountFiles files, QString accountHash)
{
    if (!files.hasStore(accountHash))
        co_return OpenedStore(problem(ProblemKind::NotFound, QStringLiteral("no store")));
    OpenedStore store = co_await openPresent(secrets, files, accountHash);
    co_return store;
}

QCoro::Task<OpenedStore> openOrCreate(SecretStore &secrets, AccountFiles files, QString accountHash)
{
    if (files.hasStore(accountHash)) {
        OpenedStore store = co_await openPresent(secrets, files, accountHash);
        co_return store;
    }
    const QString firstName = storeKeyName(accountHash);
    const MaybeKey old = co_await readKey(secrets, firstName);
    if (!old)
        co_return OpenedStore(tl::make_unexpected(old.error()));
    if (old->has_value()) {
        if (auto back = restoreFitting(files, accountHash, **old))
            co_return std::move(*back);
    }
    const StoreKey key = StoreKey::generate();
    const QString ownName = storeKeyName(accountHash, key.id());
    OpenedStore store = co_await createNew(secrets, files, accountHash, key, ownName, std::nullopt);
    // As long as a store waits aside, its key's name is left alone. It goes with the account (Erasing.h).
    if (store && files.quarantined(accountHash).isEmpty())
        co_await takeFirstName(secrets, accountHash, key);
    co_return store;
}

QCoro::Task<OpenedStore> openBeside(SecretStore &secrets, AccountFiles files, QString accountHash, QDateTime nowUtc)
{
    if (!files.hasStore(accountHash)) {
        OpenedStore store = co_await openOrCreate(secrets, files, accountHash);
        co_return store;
    }
    OpenedStore present = co_await openPresent(secrets, files, accountHash);
    if (present || !isReplaced(present.error()))
        co_return present;
    const StoreKey key = StoreKey::generate();
    const QString name = storeKeyName(accountHash, key.id());
    OpenedStore store = co_await createNew(secrets, files, accountHash, key, name, nowUtc);
    co_return store;
}

QCoro::Task<QList<AsideStore>> readableAside(SecretStore &secrets, AccountFiles files, QString accountHash)
{
    QList<AsideStore> readable;
    QStringList paths = files.mayHoldUnsent(accountHash);
    std::reverse(paths.begin(), paths.end());
    for (const QString &path : std::as_const(paths)) {
        if (const auto lock = StoreLock::read(path)) {
            const QString name = pinSecretName(accountHash, lock->secretId());
            const MaybeKey secret = co_await readKey(secrets, name);
            if (!secret)
                continue;
            const Result<StoreKey> unsent = *secret ? lock->openUnsentKey(**secret) : problem(ProblemKind::NotFound);
            if (unsent)
                readable.append(AsideStore{path, name, *unsent, true});
            if (*secret)
                continue;
            // No PIN opens it any more. Its own key may still be there (finishLocking() leaves it then).
        }
        const auto header = peekStoreHeader(path);
        if (!header)
            continue;
        const QStringList names{storeKeyName(accountHash, header->keyId), storeKeyName(accountHash)};
        for (const QString &name : names) {
            const MaybeKey key = co_await readKey(secrets, name);
            if (!key || !key->has_value() || (*key)->id() != header->keyId)
                continue;
            readable.append(AsideStore{path, name, **key, false});
            break;
        }
    }
    co_return readable;
}

namespace {

/// Of a store with a PIN: what was not sent, and nothing else can be read.
Result<int> takeFromLocked(const AsideStore &aside, Store &present)
{
    const auto database = openStoreFileSealed(aside.path);
    if (!database)
        return tl::make_unexpected(database.error());
    const OpenMark mark(aside.path);
    const auto header = readStoreHeader(**database);
    if (!header)
        return tl::make_unexpected(header.error());
    const Sealer sealer = Sealer::ofUnsent(aside.key, header->storeId);
    Outbox outbox(**database, sealer, Outbox::Reach::UnsentAlone);
    return present.outbox().takeOver(outbox);
}

/// One named value. False: it stays where it is.
Result<bool> takeValue(const QString &name, Store &other, Store &present)
{
    const auto theirs = other.value(name);
    if (!theirs)
        return theirs.error().kind == ProblemKind::StoreBroken ? Result<bool>(false) : tl::make_unexpected(theirs.error());
    if (!*theirs)
        return true;
    const bool isBack = name.startsWith(cameBackPrefix); // it came to that store the same way
    for (const QString &place : {name, isBack ? name : QString(cameBackPrefix + name)}) {
        const auto mine = present.value(place);
        if (!mine)
            return tl::make_unexpected(mine.error());
        if (*mine && **mine != **theirs)
            continue;
        if (!*mine) {
            Result<void> kept = place == name ? Result<void>() : present.setValue(cameBackMark, QByteArrayLiteral("1"));
            if (kept)
                kept = present.setValue(place, **theirs);
            if (!kept)
                return tl::make_unexpected(kept.error());
        }
        // Out of there: what the person takes away from now on must not come once more.
        if (const auto gone = other.removeValue(name); !gone)
            return tl::make_unexpected(gone.error());
        return true;
    }
    return false;
}

Result<int> takeValues(Store &other, Store &present, const QStringList &but)
{
    const auto found = other.valueNames(QString());
    if (!found)
        return tl::make_unexpected(found.error());
    int taken = 0;
    bool isLeft = found->damaged > 0;
    for (const QString &name : found->names) {
        const bool isOfOneStore = name.startsWith(QLatin1String("sync.")) || name == QLatin1String(mendedName);
        if (isOfOneStore || but.contains(name))
            continue;
        const auto isTaken = takeValue(name, other, present);
        if (!isTaken)
            return tl::make_unexpected(isTaken.error());
        taken += *isTaken ? 1 : 0;
        isLeft = isLeft || !*isTaken;
    }
    if (isLeft)
        return problem(ProblemKind::Conflict, QStringLiteral("a value stays aside"));
    return taken;
}

/// Of a store that its own key opens. The values come whatever becomes of the items.
Result<int> takeFromOpen(const AsideStore &aside, Store &present, const QStringList &but)
{
    const OpenedStore store = Store::open(aside.path, aside.key);
    if (!store)
        return tl::make_unexpected(store.error());
    const Result<int> items = present.outbox().takeOver((*store)->outbox(), aside.isUnsentTaken);
    for (const SealedValues &refused : aside.refused)
        (*store)->returnAside(refused);
    const Result<void> kept = (*store)->keepAside();
    const Result<int> values = kept ? takeValues(**store, present, but) : tl::make_unexpected(kept.error());
    if (!values && (items || values.error().kind != ProblemKind::Conflict)) // the disk's own word before that of a conflict
        return values;
    return items ? Result<int>(*items + *values) : items;
}

} // namespace

Result<int> takeBack(const AsideStore &aside, Store &present, const QStringList &but)
{
    const Result<int> taken = aside.isUnsentAlone ? takeFromLocked(aside, present) : takeFromOpen(aside, present, but);
    if (!taken)
        return taken;
    // After ten wrong PINs the right one opens nothing either.
    const Result<StoreLock> lock = StoreLock::read(aside.path);
    const bool isPinGood = aside.isUnsentAlone && lock && !lock->isEnded();
    const Result<void> done = isPinGood ? AccountFiles::noteUnsentTaken(aside.path) : AccountFiles::removeAside(aside.path);
    if (!done)
        return tl::make_unexpected(done.error());
    return taken;
}

} // namespace handrail
