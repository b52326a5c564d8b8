// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/SmartSecrets.h"

#include <sodium.h>

namespace handrail::clinic {

namespace {

const QString ticketName = QStringLiteral("ticket");
const QString signingName = QStringLiteral("signing");

} // namespace

SmartSecrets::SmartSecrets(Database &database)
    : m_database(database)
{
}

QList<QStringList> SmartSecrets::schema()
{
    return {{QStringLiteral("CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL)")}};
}

Result<QByteArray> SmartSecrets::ticketKey()
{
    if (const auto found = stored(ticketName); found && found->size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
        return *found;
    QByteArray key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, '\0');
    randombytes_buf(key.data(), static_cast<size_t>(key.size()));
    return storedFirst(ticketName, key);
}

Result<SmartKey> SmartSecrets::signingKey()
{
    const std::lock_guard guard(m_lock);
    if (m_signingKey)
        return *m_signingKey;
    auto pem = stored(signingName);
    if (!pem) {
        const Result<SmartKey> made = SmartKey::generated();
        if (!made)
            return made;
        const Result<QByteArray> first = storedFirst(signingName, made->toPem());
        if (!first)
            return tl::make_unexpected(first.error());
        pem = *first;
    }
    Result<SmartKey> key = SmartKey::fromPem(*pem);
    if (key)
        m_signingKey = *key;
    return key;
}

std::optional<QByteArray> SmartSecrets::stored(const QString &name)
{
    Statement read = m_database.statement(QStringLiteral("SELECT value FROM secret WHERE name = ?"));
    if (!read.run({name}) || !read.next())
        return std::nullopt;
    return read.bytes(0);
}

Result<QByteArray> SmartSecrets::storedFirst(const QString &name, const QByteArray &value)
{
    {
        Statement insert = m_database.statement(QStringLiteral("INSERT OR IGNORE INTO secret (name, value) VALUES (?, ?)"));
        if (!insert.run({name, value}))
            return problem(ProblemKind::StoreReadOnly, QStringLiteral("secret"));
    }
    const auto found = stored(name);
    if (!found)
        return problem(ProblemKind::StoreBroken, QStringLiteral("secret"));
    return *found;
}

} // namespace handrail::clinic
