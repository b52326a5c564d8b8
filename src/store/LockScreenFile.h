// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"
#include "ports/SecretStore.h"

#include <QByteArray>
#include <QCoroTask>
#include <QString>
#include <optional>

namespace handrail {

/// The few words that a person lets the lock screen show (design product 5), in a small file of their own beside the stores, sealed under a key
/// of their own: no PIN guards it, so it opens neither a store nor anything that comes from a store's key. Whoever can use the device's keychain
/// can read it; that is what the person switched on.
///
/// It lives here and not in crisis/, because only store/ knows the cipher and crisis/ links no store (rule 8 of the architecture): Help shows what
/// somebody read for it, and shows without it when nobody could.
///
/// The file: version byte 1, the key's id (16 bytes), one sealed row. In the keychain: `org.handrail.app/lock-screen`, a new key in
/// its one place each time that the file is written. The SecretStore must outlive the tasks.
class LockScreenFile
{
public:
    LockScreenFile(SecretStore &secrets, QString path)
        : m_secrets(secrets)
        , m_path(std::move(path))
    {
    }

    static constexpr qsizetype mostBytes = 16 * 1024; ///< of the content

    [[nodiscard]] bool exists() const;
    /// nullopt when there is no file, it is damaged, or its key is not there: then it is as if nothing had been switched on.
    QCoro::Task<std::optional<QByteArray>> read() const;
    /// In the place of what was there. Problems: BadData when it is too much; StoreFull, StoreReadOnly; those of the keychain. What was there
    /// before stays then: whoever took something away calls remove().
    QCoro::Task<Result<void>> write(QByteArray content) const;
    /// The file goes, and then its key. A problem: NotErased when the file is still there, those of the keychain when its key is.
    QCoro::Task<Result<void>> remove() const;

private:
    SecretStore &m_secrets;
    QString m_path;
};

} // namespace handrail
