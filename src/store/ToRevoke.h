// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Identity.h"
#include "ports/SecretStore.h"
#include "store/AccountFiles.h"

#include <QCoroTask>
#include <QDateTime>
#include <QStringList>

namespace handrail {

// A sign-in that ended here and not yet at the clinic. What ending it there takes, the refresh token and where to send it, rests in a small
// file of its own beside the stores, `revoke-<id>-<day>`, sealed with a key of its own in the keychain. It outlives the store that
// the sign-in belonged to, and nothing else of the person is in it. The SecretStore must outlive the tasks.

/// A refresh token lives no longer at most clinics, and one at rest is a risk of its own.
inline constexpr int keptToRevokeDays = 30;

/// Returns its name. Nothing to do, and an empty name, when there is no token or nowhere to send it.
QCoro::Task<Result<QString>> keepToRevoke(SecretStore &secrets, AccountFiles files, Credentials credentials, QDateTime nowUtc);
/// The names. Costs one look at the folder.
[[nodiscard]] QStringList keptToRevoke(const AccountFiles &files);
/// It is older than keptToRevokeDays, or its day is nonsense: a clock that was set wrong must not keep a token for ever.
[[nodiscard]] bool isTooOldToRevoke(const QString &name, const QDateTime &nowUtc);
/// What TokenSource::revokeAt() takes; nothing else of the Credentials is filled. Problems: KeyUnavailable (the keychain may be locked), StoreBroken.
QCoro::Task<Result<Credentials>> readToRevoke(SecretStore &secrets, AccountFiles files, QString name);
/// Key and file go. Problems: those of the SecretStore, and then the file is gone all the same.
QCoro::Task<Result<void>> dropToRevoke(SecretStore &secrets, AccountFiles files, QString name);

} // namespace handrail
