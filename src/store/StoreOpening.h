// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"
#include "ports/SecretStore.h"
#include "store/AccountFiles.h"
#include "store/Store.h"

#include <QCoroTask>
#include <QDateTime>
#include <QString>
#include <memory>

namespace handrail {

// How a store and its key come together (design security 4.3). A keychain that is locked, emptied or truncated answers "no such entry", so
// that answer means something only when no store exists:
//
//   store    key in the keychain                     openOrCreate()
//   absent   no entry                                makes a key, writes it under a name of its own and reads it back, then makes the store; the key
//                                                    moves to the first name if there is still no entry: that write has unlocked the keychain
//   absent   an entry                                an older store that it fits is taken back; else the new store gets its key under a name of its
//                                                    own, and the entry stays: the store may be away for a moment, with the disk that it is on
//   absent   keychain missing                        KeychainMissing: the caller can offer Store::inMemory()
//   absent   keychain locked or silent               KeychainBusy: try again
//   present  the key that the store names            opens it
//   present  no entry, locked, silent, another key   KeyUnavailable: nothing is written, neither file nor keychain
//   present, with a PIN                              Locked, without a look into the keychain: see StoreLocking.h
//
// The SecretStore must outlive the task.

using OpenedStore = Result<std::unique_ptr<Store>>;

/// Opens the account's store with this key. One that is damaged is made anew first, from what can still be read of it (StoreSalvage.h): header, outbox
/// and sign-in are looked at here, the rest by Store::check(). Problems besides those of Store::open(): StoreFull, StoreReadOnly, while there is no room for that; everything is as it was then.
OpenedStore openMended(const AccountFiles &files, const QString &accountHash, const StoreKey &key);
/// The same for one that is open and turned out to be damaged.
OpenedStore mend(const AccountFiles &files, const QString &accountHash, std::unique_ptr<Store> damaged);

/// For who has just signed in. Problems besides: those of Store::open and Store::create.
QCoro::Task<OpenedStore> openOrCreate(SecretStore &secrets, AccountFiles files, QString accountHash);

/// For the start of the app: as openOrCreate(), but an absent store is NotFound, and nothing is made.
QCoro::Task<OpenedStore> openExisting(SecretStore &secrets, AccountFiles files, QString accountHash);

/// "Sign in again" while the store cannot be opened. Tries the key once more; if the store still stays shut (KeyUnavailable, Locked,
/// StoreForeign or StoreBroken), a new key gets a name of its own in the keychain. That write may have unlocked it, so the store's own key is tried for the
/// last time; then the file is put aside for 30 days, and a new store is made. The old key, if the keychain has it after all, is never
/// touched.
QCoro::Task<OpenedStore> openBeside(SecretStore &secrets, AccountFiles files, QString accountHash, QDateTime nowUtc);

/// A store put aside whose unsent items can be read, after all.
struct AsideStore {
    QString path;
    QString keyName; ///< in the keychain
    StoreKey key;
    bool isUnsentAlone = false;       ///< it has a PIN, and `key` is StoreKey::forUnsent()
    bool isUnsentTaken = false;       ///< what was unsent came from there before
    QList<SealedValues> refused = {}; ///< what the disk did not take while it was open, the oldest first
};

/// Those of the account, the oldest first.
QCoro::Task<QList<AsideStore>> readableAside(SecretStore &secrets, AccountFiles files, QString accountHash);
/// Under this and its own name lies in the present store what came back although something else was there under that name: the present one's is
/// newer and stays what it is. What the person made of the two is put together by care/CameBack.
inline constexpr QLatin1String cameBackPrefix("came-back/");
/// The name of a value that says that there is any.
inline constexpr QLatin1String cameBackMark("came-back");

/// Moves what the person did and made from there into the present store of the same account: what was not sent and what they keep to themselves
/// (Outbox::takeOver), and the named values but those about downloads ("sync.") and those in `but`. Then the file is removed; one with a PIN, of
/// which only what was unsent can be read, stays until it is too old. Each thing is in the present store, durably, before it is taken out of the
/// other, so whoever is cut off does it again to the same end. Returns how many things came.
/// Conflict: something could not be moved, and the file stays.
Result<int> takeBack(const AsideStore &aside, Store &present, const QStringList &but = {});

} // namespace handrail
