// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/ToRevoke.h"

#include "store/Fields.h"
#include "store/KeyEntry.h"
#include "store/Sealer.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <cmath>

namespace handrail {

namespace {

const QString nameStart = QStringLiteral("revoke-");
constexpr QStringView dayFormat = u"yyyyMMdd";
constexpr QByteArrayView row = "to revoke";
constexpr qsizetype idDigits = StoreKey::idBytes * 2;

QString idIn(const QString &name)
{
    return name.mid(nameStart.size(), idDigits);
}

QString keyNameOf(const QString &name)
{
    return u"org.handrail.app/revoke/" + idIn(name);
}

QString pathOf(const AccountFiles &files, const QString &name)
{
    return files.directory() + u'/' + name;
}

} // namespace

QCoro::Task<Result<QString>> keepToRevoke(SecretStore &secrets, AccountFiles files, Credentials credentials, QDateTime nowUtc)
{
    if (credentials.refreshToken.isEmpty() || credentials.revocationEndpoint.isEmpty())
        co_return Result<QString>(QString());
    const StoreKey key = StoreKey::generate();
    const QString day = nowUtc.date().toString(dayFormat);
    const QString name = nameStart + QString::fromLatin1(key.id().toHex()) + u'-' + day;
    const QString keyName = keyNameOf(name);
    const Result<void> written = co_await writeKey(secrets, keyName, key);
    if (!written)
        co_return tl::make_unexpected(written.error());
    FieldWriter fields;
    fields.add(credentials.refreshToken);
    fields.add(credentials.revocationEndpoint.toString(QUrl::FullyEncoded));
    fields.add(credentials.clientId);
    const QByteArray sealed = Sealer(key, key.id()).seal(Sealer::Table::Value, row, std::move(fields));
    QSaveFile file(pathOf(files, name));
    const bool isThere = files.makeDirectory() && file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(sealed) == sealed.size() && file.commit();
    if (isThere)
        co_return Result<QString>(name);
    (void)co_await secrets.remove(keyName); // a key without a file says nothing
    co_return problem(ProblemKind::StoreReadOnly, QStringLiteral("to revoke"), true);
}

QStringList keptToRevoke(const AccountFiles &files)
{
    return QDir(files.directory()).entryList({nameStart + u'*'}, QDir::Files, QDir::Name);
}

bool isTooOldToRevoke(const QString &name, const QDateTime &nowUtc)
{
    const QDate day = QDate::fromString(name.mid(nameStart.size() + idDigits + 1), dayFormat.toString());
    // Not valid: also of a file that was not finished (QSaveFile's own ending).
    return !day.isValid() || std::abs(day.daysTo(nowUtc.date())) > keptToRevokeDays;
}

QCoro::Task<Result<Credentials>> readToRevoke(SecretStore &secrets, AccountFiles files, QString name)
{
    const QString keyName = keyNameOf(name);
    const MaybeKey key = co_await readKey(secrets, keyName);
    if (!key || !key->has_value())
        co_return problem(ProblemKind::KeyUnavailable, QStringLiteral("to revoke"), true);
    QFile file(pathOf(files, name));
    const QByteArray sealed = file.open(QIODevice::ReadOnly) ? file.read(64 * 1024) : QByteArray();
    std::optional<QByteArray> opened = Sealer(**key, (*key)->id()).open(Sealer::Table::Value, row, sealed);
    if (!opened)
        co_return problem(ProblemKind::StoreBroken, QStringLiteral("to revoke"));
    FieldReader fields(*opened);
    Credentials credentials;
    credentials.refreshToken = fields.text();
    credentials.revocationEndpoint = QUrl(fields.text(), QUrl::StrictMode);
    credentials.clientId = fields.text();
    const bool isGood = fields.isGood();
    wipe(*opened);
    if (!isGood)
        co_return problem(ProblemKind::StoreBroken, QStringLiteral("to revoke"));
    const Result<Credentials> result = credentials;
    co_return result;
}

QCoro::Task<Result<void>> dropToRevoke(SecretStore &secrets, AccountFiles files, QString name)
{
    const QString path = pathOf(files, name);
    const bool isGone = QFile::remove(path) || !QFile::exists(path); // first: without it the key opens nothing
    const QString keyName = keyNameOf(name);
    Result<void> removed = co_await secrets.remove(keyName);
    if (removed && !isGone)
        co_return problem(ProblemKind::StoreReadOnly, QStringLiteral("to revoke"), true);
    co_return removed;
}

} // namespace handrail
