// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Pin.h"
#include "core/Problem.h"
#include "ports/SecretStore.h"
#include "store/AccountFiles.h"
#include "store/StoreKey.h"

#include <QByteArray>
#include <QCoroTask>
#include <QString>

namespace handrail {

// How a store gets a PIN, loses it and is opened with it (StoreLock.h says what lies where). Each step leaves a state in which the store can be
// opened, so the app may be ended after any of them:
//
//   lockByPin()   1  a new secret into the keychain      opens as before: the secret is of no use yet
//                 2  the lock beside the store           opens with this PIN; before, with none or the old one
//                 3  the old secret and the store's own key out of the keychain; finishLocking() does it after a cut-off
//   removePin()   1  the store's own key into the keychain   still opens with the PIN; finishLocking() takes the key out again
//                 2  the lock away                           opens with its key alone
//                 3  the secret out of the keychain
//
// No file and no keychain alone opens a store that has a PIN, nor do both without the PIN; the PIN with another secret opens nothing. The
// SecretStore must outlive the tasks. Problems of all: those of StoreLock and of the SecretStore.

/// Tries the PIN of the store at `storePath`, in the account's own place or put aside. The try is counted on the disk before it is checked, and
/// forgotten after a right one. Problems besides: PinWrong, PinEnded, KeyUnavailable (the keychain does not give the secret; nothing was
/// counted), MemoryShort (counted).
QCoro::Task<Result<StoreKey>> keyByPin(SecretStore &secrets, QString storePath, QString accountHash, Pin pin);

/// Whether keyByPin() had counted the try that ended so.
[[nodiscard]] bool isTryCounted(const Problem &problem);

/// The key of a store that has no PIN. KeyUnavailable when the keychain does not give it.
QCoro::Task<Result<StoreKey>> keyWithoutPin(SecretStore &secrets, QString accountHash, QByteArray keyId);

/// Whether the PIN is all that opens the store. KeyLeft: the keychain did not let go of the store's own key, so who has that and the files needs no
/// PIN; finishLocking() tries again.
enum class Locking { Whole, KeyLeft };

/// From now on the store of this key needs this PIN and no other.
QCoro::Task<Result<Locking>> lockByPin(SecretStore &secrets, AccountFiles files, QString accountHash, StoreKey key, Pin pin);
/// From now on it needs none.
QCoro::Task<Result<void>> removePin(SecretStore &secrets, AccountFiles files, QString accountHash, StoreKey key);
/// Takes the store's own key out of the keychain if it is still there although the store has a PIN. KeyLeft too, and nothing is taken out, when the
/// secret that the PIN needs is not there or cannot be asked for: the key may be all that opens the store. `openKeyId`: the key of a store that is open
/// here, whose file must not be looked at.
QCoro::Task<Locking> finishLocking(SecretStore &secrets, AccountFiles files, QString accountHash, QByteArray openKeyId = {});

} // namespace handrail
