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

const QString entryName = QStringLiteral("org.handrail.app/lock-screen");

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

/// All of it is on the disk, and what was there before still stands in its place.
Result<void> prepare(QSaveFile &file, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(file.fileName()).path());
    if (!file.open(QIODevice::WriteOnly))
        return problem(ProblemKind::StoreReadOnly, QStringLiteral("lock screen"));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.flush())
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
    const QString name = entryName;
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
    if (content.size() > mostBytes)
        co_return problem(ProblemKind::BadData, QStringLiteral("lock screen: too much"));
    const StoreKey key = StoreKey::generate();
    const Sealer sealer(key, key.id());
    FieldWriter fields;
    fields.add(QByteArrayView(content));
    QByteArray bytes(1, fileVersion);
    bytes += key.id();
    bytes += sealer.seal(Sealer::Table::Value, rowKey, std::move(fields));
    QSaveFile file(path);
    Result<void> written = prepare(file, bytes);
    if (!written)
        co_return written;
    const QString name = entryName;
    written = co_await writeKey(secrets, name, key);
    if (!written)
        co_return written;
    if (!file.commit()) {
        QFile::remove(path); // nothing opens the one before any more
        co_return problem(ProblemKind::StoreFull, QStringLiteral("lock screen"));
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> LockScreenFile::remove() const
{
    const QString path = m_path;
    SecretStore &secrets = m_secrets;
    const bool wasThere = QFileInfo::exists(path);
    if (wasThere && !QFile::remove(path))
        co_return problem(ProblemKind::NotErased, QStringLiteral("lock screen"));
    const QString name = entryName;
    Result<void> removed = co_await secrets.remove(name);
    if (!removed && !wasThere && removed.error().kind == ProblemKind::KeychainMissing)
        co_return Result<void>(); // then no key ever was
    co_return removed;
}

} // namespace handrail
