// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"
#include "store/Database.h"
#include "store/StoreKey.h"

#include <QByteArray>
#include <QString>
#include <memory>

namespace handrail {

/// What a store's file says about itself in the clear, and the row that only the right key opens.
struct StoreHeader {
    QByteArray keyId;   ///< 16 bytes; which key of the keychain
    QByteArray storeId; ///< 16 bytes; part of every seal, so rows of one store mean nothing in another
    QByteArray proof;
};

/// `PRAGMA user_version` of the newest layout that this program knows.
inline constexpr int storeSchemaVersion = 1;
/// `PRAGMA application_id`: "HRLS". Never change it.
inline constexpr quint32 storeApplicationId = 0x48524c53;

/// Says for as long as it lives that this process has the store open. On POSIX systems, closing a second handle of a file gives up the locks of
/// the first, so a store that is open here must not be looked at by another way.
class OpenMark
{
public:
    explicit OpenMark(QString path);
    ~OpenMark();
    OpenMark(const OpenMark &) = delete;
    OpenMark &operator=(const OpenMark &) = delete;

private:
    QString m_path;
};

/// Looks at the first bytes alone. StoreForeign: not SQLite, or not ours. StoreNewer. NotFound. StoreInUse: open in this process.
[[nodiscard]] Result<void> inspectStoreFile(const QString &path);
/// Makes a complete store under another name, readable by its owner alone, then gives it its own: a crash leaves a whole file or none.
[[nodiscard]] Result<void> makeStoreFile(const QString &path, const StoreKey &key);
/// Opens an existing one for use. The header is compared before anything is touched: KeyUnavailable when the file names another key,
/// StoreBroken when it names this one and the proof does not open.
[[nodiscard]] Result<std::unique_ptr<Database>> openStoreFile(const QString &path, const StoreKey &key);
/// Opens an existing one without its key: its rows can be moved and removed, and stay sealed.
[[nodiscard]] Result<std::unique_ptr<Database>> openStoreFileSealed(const QString &path);
/// A store that lives in memory.
[[nodiscard]] Result<std::unique_ptr<Database>> makeStoreInMemory(const StoreKey &key);

/// Reads the header without locks and without changing anything.
[[nodiscard]] Result<StoreHeader> peekStoreHeader(const QString &path);
[[nodiscard]] Result<StoreHeader> readStoreHeader(Database &database);

} // namespace handrail
