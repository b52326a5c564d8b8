// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Pin.h"
#include "core/Problem.h"
#include "store/StoreKey.h"

#include <QByteArray>
#include <QString>
#include <array>
#include <chrono>

namespace handrail {

/// What wraps a store's key while it has a PIN: BLAKE2b(keychain secret || Argon2id(PIN, salt)), 32 bytes. Wiped when it goes.
struct WrappingKey {
    std::array<unsigned char, 32> bytes{};

    WrappingKey() = default;
    WrappingKey(const WrappingKey &other) = default;
    WrappingKey &operator=(const WrappingKey &other) = default;
    ~WrappingKey();
};

/// How dear one guess is. These are the least that is taken; a file that names less is refused (design security 8).
struct PinCost {
    qint64 operations = 3;
    qint64 memory = 64 * 1024 * 1024; ///< bytes
    bool operator==(const PinCost &other) const = default;
};

/// The lock of a store that has a PIN: a small file beside it, `<store>.pin`, SQLite like the store, so that every change is whole or not there at
/// all, and durable before the call returns.
///
///   store's key   wrapped with a key that takes both the PIN and a secret of the keychain (design security finding 8); the keychain has the
///                 store's own key no more
///   unsent key    StoreKey::forUnsent(), sealed with the keychain's secret alone: what was not sent outlives a forgotten PIN
///   tries         how many PINs were tried since the last right one; counted before each check. After ten the wrapped key is destroyed
///   in the clear  the secret's name, salt, cost, number of digits, tries
///
/// Nothing else opens such a store, so there is a copy, `<store>.pin.copy`: written after the file, with each change of it, and read when the file is
/// damaged or gone. What is destroyed is destroyed in both.
///
/// Problems of all calls: NotFound (no lock), StoreBroken (damaged, or weaker than PinCost), StoreNewer, StoreFull, StoreReadOnly. GUI thread
/// only, but for wrappingKey().
class StoreLock
{
public:
    static constexpr int maximumTries = 10;
    static constexpr int saltBytes = 16;

    [[nodiscard]] static QString pathBeside(const QString &storePath) { return storePath + u".pin"; }
    [[nodiscard]] static QString copyBeside(const QString &storePath) { return storePath + u".pin.copy"; }
    /// Costs one look at the folder when there is none.
    [[nodiscard]] static bool isBeside(const QString &storePath);
    /// Without a lock the store opens with its key alone, so that must be in the keychain by then. Gone for good when it returns without a problem.
    [[nodiscard]] static Result<void> remove(const QString &storePath);
    [[nodiscard]] static Result<StoreLock> read(const QString &storePath);
    /// Makes the lock, or puts this one in the place of the one that is there. `digits`: how many the PIN has.
    [[nodiscard]] static Result<void> write(const QString &storePath, const StoreKey &key, const StoreKey &secret,
                                            const QByteArray &salt, int digits, const WrappingKey &wrapping);

    [[nodiscard]] static QByteArray newSalt();
    /// Takes about 0.2 s and 64 MiB, so it belongs on a thread of its own; it touches nothing else. MemoryShort: they cannot be had; it is never
    /// done with less.
    [[nodiscard]] static Result<WrappingKey> wrappingKey(const StoreKey &secret, QByteArrayView pin, const QByteArray &salt,
                                                         PinCost cost = {});
    /// How long to wait after so many wrong tries before the next.
    [[nodiscard]] static std::chrono::milliseconds waitAfter(int tries);

    [[nodiscard]] QByteArray secretId() const { return m_secretId; }
    [[nodiscard]] QByteArray salt() const { return m_salt; }
    [[nodiscard]] PinCost cost() const { return m_cost; }
    [[nodiscard]] int digits() const { return m_digits; }
    [[nodiscard]] int tries() const { return m_tries; }
    /// This PIN opens nothing any more, even if it is the right one.
    [[nodiscard]] bool isEnded() const { return m_tries >= maximumTries || m_wrapped.isEmpty(); }

    /// PinWrong: another PIN, or another secret.
    [[nodiscard]] Result<StoreKey> open(const WrappingKey &wrapping) const;
    [[nodiscard]] Result<StoreKey> openUnsentKey(const StoreKey &secret) const;

    /// Each is on the disk before it returns, and makes good what is damaged there.
    [[nodiscard]] Result<void> countTry();
    [[nodiscard]] Result<void> forgetTries();
    /// Destroys the wrapped key.
    [[nodiscard]] Result<void> end();

private:
    [[nodiscard]] static Result<StoreLock> readFile(const QString &path);
    [[nodiscard]] Result<void> save() const;
    [[nodiscard]] Result<void> saveAgain() const;
    [[nodiscard]] Result<void> saveFile(const QString &path) const;
    [[nodiscard]] QByteArray associatedData() const;
    [[nodiscard]] Result<void> check() const;

    QString m_storePath;
    QByteArray m_secretId;
    PinCost m_cost;
    QByteArray m_salt;
    int m_digits = 0;
    QByteArray m_wrapped;
    QByteArray m_unsent;
    int m_tries = 0;
};

} // namespace handrail
