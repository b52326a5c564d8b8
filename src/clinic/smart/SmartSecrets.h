// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/Database.h"
#include "clinic/smart/SmartKey.h"

#include <mutex>
#include <optional>

namespace handrail::clinic {

/// The clinic's own secrets: the key that signs id_tokens and the key that seals tickets. Kept in the database, so that several processes
/// share them. Any thread.
class SmartSecrets
{
public:
    explicit SmartSecrets(Database &database);

    /// The tables, for Database::addArea("secrets", ...).
    [[nodiscard]] static QList<QStringList> schema();

    /// 32 bytes; made on first use.
    [[nodiscard]] Result<QByteArray> ticketKey();
    /// Made on first use, which takes up to a second: first call it from a worker.
    [[nodiscard]] Result<SmartKey> signingKey();

private:
    [[nodiscard]] std::optional<QByteArray> stored(const QString &name);
    /// Keeps the first that anybody wrote, and gives that one.
    [[nodiscard]] Result<QByteArray> storedFirst(const QString &name, const QByteArray &value);

    Database &m_database;
    std::mutex m_lock;
    std::optional<SmartKey> m_signingKey;
};

} // namespace handrail::clinic
