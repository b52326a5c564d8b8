// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/KeyEntry.h"

#include "core/Log.h"

#include <sodium.h>

namespace handrail {

QCoro::Task<MaybeKey> readKey(SecretStore &secrets, QString name)
{
    Result<std::optional<QByteArray>> bytes = co_await secrets.read(std::move(name));
    if (!bytes)
        co_return MaybeKey(tl::make_unexpected(bytes.error()));
    if (!bytes->has_value())
        co_return MaybeKey(std::nullopt);
    const Result<StoreKey> key = StoreKey::fromKeychain(**bytes);
    sodium_memzero((*bytes)->data(), std::size_t((*bytes)->size()));
    if (!key) {
        qCWarning(logStore) << "the keychain's entry is not a store key";
        co_return MaybeKey(std::nullopt);
    }
    co_return MaybeKey(std::optional<StoreKey>(*key));
}

QCoro::Task<MaybeKey> readById(SecretStore &secrets, QString name, QByteArray id)
{
    MaybeKey key = co_await readKey(secrets, std::move(name));
    if (key && key->has_value() && (*key)->id() != id)
        key = std::optional<StoreKey>();
    co_return key;
}

QCoro::Task<Result<void>> writeKey(SecretStore &secrets, QString name, StoreKey key)
{
    QByteArray bytes = key.toKeychain();
    Result<void> written = co_await secrets.write(std::move(name), bytes);
    sodium_memzero(bytes.data(), std::size_t(bytes.size()));
    co_return written;
}

} // namespace handrail
