// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/LockScreenFile.h"

#include "core/Log.h"
#include "store/Fields.h"
#include "store/KeyEntry.h"
#include "store/Sealer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace handrail {

namespace {

constexpr char fileVersion = 1;
constexpr QByteArrayView rowKey = "lock-screen";

QString entryName(const QByteArray &keyId)
{
    return QStringLiteral("org.handrail.app/lock-screen/") + QString::fromLatin1(keyId.toHex());
}

struct Parts {
    QByteArray keyId;
    QByteArray sealed;
};

std::optional<Parts> partsOf(const QString &path)
{
    constexpr qsizetype head = 1 + StoreKey::idBytes;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray bytes = file.read(2 * LockScreenFile::mostBytes);
    if (bytes.size() <= head || bytes.front() != fileVersion)
        return std::nullopt;
    return Parts{bytes.mid(1, StoreKey::idBytes), bytes.mid(head)};
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return problem(ProblemKind::StoreReadOnly, QStringLiteral("lock screen"));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.flush() || !file.commit())
        return problem(ProblemKind::StoreFull, QStringLiteral("lock screen"));
    return {};
}

} // namespace

bool LockScreenFile::exists() const
{
    return QFileInfo::exists(m_path);
}

QCoro::Task<std::optional<QByteArray>> LockScreenFile::read() const
{
    const QString path = m_path;
    const std::optional<Parts> parts = partsOf(path);
    if (!parts)
        co_return std::nullopt;
    const QString name = entryName(parts->keyId);
    const Result<std::optional<StoreKey>> key = co_await readKey(m_secrets, name);
    if (!key || !*key || (*key)->id() != parts->keyId)
        co_return std::nullopt;
    const Sealer sealer(**key, parts->keyId);
    const std::optional<QByteArray> fields = sealer.open(Sealer::Table::Value, rowKey, parts->sealed);
    if (!fields)
        co_return std::nullopt;
    FieldReader reader(*fields);
    const QByteArray content = reader.bytes().toByteArray();
    if (!reader.isGood())
        co_return std::nullopt;
    co_return content;
}

QCoro::Task<Result<void>> LockScreenFile::write(QByteArray content) const
{
    const QString path = m_path;
    SecretStore &secrets = m_secrets;
    // The one before goes first: what is not written now is not shown either.
    const Result<void> gone = co_await remove();
    if (!gone && gone.error().kind == ProblemKind::NotErased)
        co_return gone;
    if (content.size() > mostBytes)
        co_return problem(ProblemKind::BadData, QStringLiteral("lock screen: too much"));
    const StoreKey key = StoreKey::generate();
    const QString name = entryName(key.id());
    Result<void> written = co_await writeKey(secrets, name, key);
    if (!written)
        co_return written;
    const Sealer sealer(key, key.id());
    FieldWriter fields;
    fields.add(QByteArrayView(content));
    QByteArray bytes(1, fileVersion);
    bytes += key.id();
    bytes += sealer.seal(Sealer::Table::Value, rowKey, std::move(fields));
    written = writeFile(path, bytes);
    if (!written) {
        const Result<void> dropped = co_await secrets.remove(name);
        if (!dropped)
            qCWarning(logStore) << "a key of the lock screen is left in the keychain:" << dropped.error();
    }
    co_return written;
}

QCoro::Task<Result<void>> LockScreenFile::remove() const
{
    const QString path = m_path;
    SecretStore &secrets = m_secrets;
    const std::optional<Parts> parts = partsOf(path);
    if (QFileInfo::exists(path) && !QFile::remove(path))
        co_return problem(ProblemKind::NotErased, QStringLiteral("lock screen"));
    if (!parts)
        co_return Result<void>();
    const QString name = entryName(parts->keyId);
    Result<void> removed = co_await secrets.remove(name);
    co_return removed;
}

} // namespace handrail
