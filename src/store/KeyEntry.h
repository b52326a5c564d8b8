// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/SecretStore.h"
#include "store/StoreKey.h"

#include <QCoroTask>
#include <QString>
#include <optional>

namespace handrail {

// A store's key, or a PIN's secret, as an entry of the keychain. Problems: those of the SecretStore.

using MaybeKey = Result<std::optional<StoreKey>>;

/// nullopt when there is no such entry or what is there is no key of ours.
QCoro::Task<MaybeKey> readKey(SecretStore &secrets, QString name);
/// The entry of this name if it is the key or secret with this id.
QCoro::Task<MaybeKey> readById(SecretStore &secrets, QString name, QByteArray id);
QCoro::Task<Result<void>> writeKey(SecretStore &secrets, QString name, StoreKey key);

} // namespace handrail
