// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"
#include "ports/SecretStore.h"
#include "store/AccountFiles.h"

#include <QCoroTask>
#include <QString>
#include <QStringList>

namespace handrail {

// "Sign out", "Sign out and erase": what goes is written down first, in `erase-<hash>` beside the stores, and crossed out when all of it is gone. So an
// app that is ended in the middle, or a keychain that does not answer, only puts it off until a later start. The note holds names of
// entries in the keychain, which are made of hashes and random numbers, and nothing of a person.
//
// The SecretStore must outlive the tasks.

/// Writes down that all of it is to go, while the store is still open: what that is, is found out when it is done. noteErasing() follows.
Result<void> announceErasing(const AccountFiles &files, const QString &accountHash,
                             AccountFiles::Aside aside = AccountFiles::Aside::Erase);
/// Writes down that the account's keys and files are to go. No store of it may be open.
Result<void> noteErasing(const AccountFiles &files, const QString &accountHash,
                         AccountFiles::Aside aside = AccountFiles::Aside::Erase);
/// Nobody may open this account's store any more.
[[nodiscard]] bool isToBeErased(const AccountFiles &files, const QString &accountHash);
/// By "sign out and erase", whose files are still here: not only what a plain sign-out takes.
[[nodiscard]] bool isEverythingToGo(const AccountFiles &files, const QString &accountHash);
[[nodiscard]] QStringList accountsToErase(const AccountFiles &files);
/// Does what is written down. A problem: something of it is still there, and still written down.
QCoro::Task<Result<void>> finishErasing(SecretStore &secrets, AccountFiles files, QString accountHash);
/// The same for who signs in again before it could be finished. After success nothing that is written down meets the account's new store.
QCoro::Task<Result<void>> finishErasingForSignIn(SecretStore &secrets, AccountFiles files, QString accountHash);

/// Writes it down and does it: removes the account's keys, then its files. StoreInUse, and nothing is done or written down, while
/// a process has the account's store open. The files go even when the keychain does not answer; its problem is returned then. With Aside::Keep
/// the stores put aside stay, with their keys: what is unsent in them can still be sent after a sign-in.
QCoro::Task<Result<void>> eraseAccount(SecretStore &secrets, AccountFiles files, QString accountHash,
                                       AccountFiles::Aside aside = AccountFiles::Aside::Erase);

} // namespace handrail
