// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/AccountFiles.h"

#include "core/Log.h"
#include "store/Database.h"
#include "store/StoreFile.h"
#include "store/StoreLock.h"
#include "store/StoreSalvage.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTimeZone>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace handrail {

namespace {

constexpr int keepDays = 30;
constexpr QStringView timeFormat = u"yyyyMMdd'T'HHmmss'Z'";
constexpr QStringView asideMark = u".quarantine-";
constexpr QStringView damagedEnd = u".damaged.db";
constexpr QStringView takenEnd = u".taken"; ///< an empty file beside the store

/// The files whose names hold `mark` after `start` and end so, sorted. By hand: a pattern of QDir's is a regular expression, and this is asked at
/// each start.
QStringList filesNamed(const QString &directory, QStringView start, QStringView mark, QStringView end)
{
    QStringList names = QDir(directory).entryList(QDir::Files, QDir::Name);
    names.removeIf([&](const QString &name) {
        return !name.startsWith(start) || !name.endsWith(end) || name.indexOf(mark, start.size()) < 0;
    });
    return names;
}

/// What may lie beside a store: SQLite's own, and what was being made of a damaged one.
QStringList journalSuffixes()
{
    return {QStringLiteral("-wal"),         QStringLiteral("-journal"),     QStringLiteral("-shm"),
            QStringLiteral(".lock"),        QStringLiteral(".rebuilt"),     QStringLiteral(".salvage"),
            QStringLiteral(".salvage.new"), QStringLiteral(".salvage-wal"), QStringLiteral(".salvage.lock"),
            QStringLiteral(".new"),         QStringLiteral(".new-journal"), takenEnd.toString()};
}

/// A lock must never lie without its store where a store may come to lie. So it leaves before the store and arrives after it; settle() mends
/// what a crash leaves between the two.
Result<void> moveLock(const QString &from, const QString &to)
{
    for (const auto beside : {&StoreLock::copyBeside, &StoreLock::pathBeside}) { // the lock last: it is what counts
        const QString lock = beside(from);
        if (QFileInfo::exists(lock) && !QFile::rename(lock, beside(to)))
            return problem(ProblemKind::StoreReadOnly, QStringLiteral("move lock"), true);
    }
    return {};
}

Result<void> removeAll(const QString &path)
{
    // A lock that outlived its store would be taken for another one's.
    bool isGone = StoreLock::remove(path).has_value();
    isGone = (!QFileInfo::exists(path) || QFile::remove(path)) && isGone;
    for (const QString &suffix : journalSuffixes())
        isGone = (!QFileInfo::exists(path + suffix) || QFile::remove(path + suffix)) && isGone;
    if (!isGone)
        return problem(ProblemKind::StoreReadOnly, QStringLiteral("remove"));
    return {};
}

/// Moves the journals first: a new store must never find the journal of an old one beside it.
Result<void> move(const QString &from, const QString &to)
{
    for (const QString &suffix : {QStringLiteral("-wal"), QStringLiteral("-journal")}) {
        if (QFileInfo::exists(from + suffix) && !QFile::rename(from + suffix, to + suffix))
            return problem(ProblemKind::StoreReadOnly, QStringLiteral("move journal"), true);
    }
    if (!QFile::rename(from, to))
        return problem(ProblemKind::StoreReadOnly, QStringLiteral("move"), true);
    return {};
}

} // namespace

AccountFiles::AccountFiles(QString directory)
    : m_directory(std::move(directory))
{
}

QString AccountFiles::defaultDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/accounts";
}

QString AccountFiles::hashOf(const Identity &identity)
{
    crypto_generichash_state state;
    std::array<unsigned char, 16> hash{};
    crypto_generichash_init(&state, nullptr, 0, hash.size());
    const QString role = identity.role == Role::Relative ? QStringLiteral("relative") : QStringLiteral("patient");
    for (const QString &part :
         {identity.server.toString(QUrl::FullyEncoded), identity.subject, identity.patientId, role, identity.relatedPersonId}) {
        const QByteArray bytes = part.toUtf8();
        // The length goes before each part, so that parts cannot run into one another.
        const QByteArray size = QByteArray::number(bytes.size()) + ':';
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(size.constData()), std::size_t(size.size()));
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(bytes.constData()), std::size_t(bytes.size()));
    }
    crypto_generichash_final(&state, hash.data(), hash.size());
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(hash.data()), qsizetype(hash.size())).toHex());
}

bool AccountFiles::isHash(QStringView text)
{
    return text.size() == 32 && std::all_of(text.begin(), text.end(), [](QChar digit) {
               return (digit >= u'0' && digit <= u'9') || (digit >= u'a' && digit <= u'f');
           });
}

QString AccountFiles::pathOf(const QString &accountHash) const
{
    return m_directory + u'/' + accountHash + u".db";
}

bool AccountFiles::hasStore(const QString &accountHash) const
{
    return isHash(accountHash) && (QFileInfo::exists(pathOf(accountHash)) || QFileInfo::exists(rebuiltPath(pathOf(accountHash))));
}

bool AccountFiles::hasLock(const QString &accountHash) const
{
    return isHash(accountHash) && StoreLock::isBeside(pathOf(accountHash));
}

QStringList AccountFiles::accounts() const
{
    QStringList hashes;
    for (const QString &name : filesNamed(m_directory, {}, {}, u".db")) {
        const QString hash = name.chopped(3);
        if (isHash(hash))
            hashes.append(hash);
    }
    return hashes;
}

std::optional<QString> AccountFiles::lastAccount() const
{
    QFile file(m_directory + u"/last");
    if (file.open(QIODevice::ReadOnly)) {
        const QString hash = QString::fromLatin1(file.read(64)).trimmed();
        if (hash == u"none")
            return std::nullopt;
        return hasStore(hash) ? std::optional(hash) : std::nullopt;
    }
    if (file.exists())
        return std::nullopt;
    const QStringList all = accounts();
    if (all.size() == 1)
        return all.first();
    return std::nullopt;
}

Result<void> AccountFiles::makeDirectory() const
{
    const bool isMade =
        QDir().mkpath(m_directory) && QFile::setPermissions(m_directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!isMade)
        return problem(ProblemKind::StoreReadOnly, QStringLiteral("accounts folder"), true);
    return {};
}

Result<void> AccountFiles::setLastAccount(const QString &accountHash)
{
    if (const auto made = makeDirectory(); !made)
        return made;
    // Without a buffer, so that a full disk says so before the old one is gone.
    const QByteArray line = accountHash.toLatin1() + '\n';
    const QString path = m_directory + u"/last";
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(line) == line.size() && file.commit(); // which syncs
    QFile written(path);
    if (!isWritten || !written.open(QIODevice::ReadOnly) || written.readAll() != line)
        return problem(ProblemKind::StoreReadOnly, QStringLiteral("last account"), true);
    return {};
}

Result<void> AccountFiles::clearLastAccount()
{
    const Result<void> cleared = setLastAccount(QStringLiteral("none"));
    if (cleared)
        return cleared;
    // There is always room for nothing.
    QFile file(m_directory + u"/last");
    return file.exists() && file.resize(0) ? Result<void>() : cleared;
}

QStringList AccountFiles::everyAccount() const
{
    QStringList hashes = accounts();
    for (const QString &name : filesNamed(m_directory, {}, asideMark, u".db")) {
        const QString hash = name.left(name.indexOf(u'.'));
        if (isHash(hash) && !hashes.contains(hash))
            hashes.append(hash);
    }
    return hashes;
}

Result<void> AccountFiles::checkUnused(const QString &accountHash) const
{
    const QString path = pathOf(accountHash);
    if (const auto seen = inspectStoreFile(path); !seen && seen.error().kind == ProblemKind::StoreInUse)
        return seen;
    if (!QFileInfo::exists(path))
        return {};
    // Whoever has it open holds SQLite's exclusive lock (openStoreFile()).
    const auto database = Database::open(path, Database::Access::ReadWrite);
    const Result<void> alone = database ? (*database)->once(QStringLiteral("BEGIN EXCLUSIVE")) : Result<void>();
    if (!alone)
        return alone.error().kind == ProblemKind::StoreInUse ? alone : Result<void>();
    if (database)
        (void)(*database)->once(QStringLiteral("COMMIT"));
    return {};
}

Result<void> AccountFiles::erase(const QString &accountHash, Aside aside)
{
    if (!isHash(accountHash))
        return problem(ProblemKind::BadData, QStringLiteral("account hash"));
    if (const auto unused = checkUnused(accountHash); !unused)
        return unused; // who signed out is in again already, or another Handrail runs
    Result<void> result = removeAll(pathOf(accountHash));
    const QStringList kept = aside == Aside::Keep ? storesAside(accountHash) : QStringList();
    const QStringList paths = quarantined(accountHash);
    for (const QString &path : paths) {
        if (kept.contains(path))
            continue;
        if (const auto gone = removeAll(path); !gone)
            result = gone;
    }
    return result;
}

Result<QString> AccountFiles::quarantine(const QString &accountHash, const QDateTime &nowUtc)
{
    const QString path = pathOf(accountHash);
    if (!hasStore(accountHash))
        return problem(ProblemKind::NotFound, QStringLiteral("quarantine"));
    if (const auto unused = checkUnused(accountHash); !unused) // a damaged or foreign file takes its journal along
        return tl::make_unexpected(unused.error());
    QString aside;
    for (QDateTime time = nowUtc.toUTC(); aside.isEmpty() || QFileInfo::exists(aside); time = time.addSecs(1)) // two in one second
        aside = m_directory + u'/' + accountHash + asideMark + time.toString(timeFormat) + u".db";
    if (const auto moved = moveLock(path, aside); !moved)
        return tl::make_unexpected(moved.error());
    if (const auto moved = move(path, aside); !moved) {
        (void)moveLock(aside, path); // else settle() does it
        return tl::make_unexpected(moved.error());
    }
    return aside;
}

QStringList AccountFiles::quarantined(const QString &accountHash) const
{
    QStringList paths;
    for (const QString &name : filesNamed(m_directory, accountHash, asideMark, u".db"))
        paths.prepend(m_directory + u'/' + name);
    return paths;
}

QStringList AccountFiles::storesAside(const QString &accountHash) const
{
    QStringList paths = quarantined(accountHash);
    paths.removeIf([](const QString &path) {
        if (path.endsWith(damagedEnd))
            return true;
        const auto seen = inspectStoreFile(path);
        return !seen && (seen.error().kind == ProblemKind::StoreForeign || seen.error().kind == ProblemKind::NotFound);
    });
    return paths;
}

QStringList AccountFiles::mayHoldUnsent(const QString &accountHash) const
{
    QStringList paths = storesAside(accountHash);
    paths.removeIf(&AccountFiles::isUnsentTaken);
    return paths;
}

bool AccountFiles::isUnsentTaken(const QString &quarantinedPath)
{
    return QFileInfo::exists(quarantinedPath + takenEnd);
}

QDateTime AccountFiles::putAsideAt(const QString &quarantinedPath)
{
    const QString name = QFileInfo(quarantinedPath).fileName();
    const QString rest = name.mid(name.indexOf(asideMark) + asideMark.size());
    QDateTime time = QDateTime::fromString(rest.left(rest.indexOf(u'.')), timeFormat.toString());
    time.setTimeZone(QTimeZone::utc());
    return time;
}

QDateTime AccountFiles::keptUntil(const QString &quarantinedPath)
{
    return putAsideAt(quarantinedPath).addDays(keepDays); // not valid stays that
}

Result<void> AccountFiles::noteUnsentTaken(const QString &quarantinedPath)
{
    QFile note(quarantinedPath + takenEnd);
    if (!note.open(QIODevice::WriteOnly))
        return problem(ProblemKind::StoreReadOnly, QStringLiteral("note taken"), true);
    return {};
}

Result<void> AccountFiles::removeAside(const QString &quarantinedPath)
{
    return removeAll(quarantinedPath);
}

Result<void> AccountFiles::restore(const QString &accountHash, const QString &quarantinedPath)
{
    if (hasStore(accountHash))
        return problem(ProblemKind::StoreInUse, QStringLiteral("restore"));
    if (const auto cleared = removeAll(pathOf(accountHash)); !cleared) // a journal without its file
        return cleared;
    if (const auto moved = move(quarantinedPath, pathOf(accountHash)); !moved)
        return moved;
    return moveLock(quarantinedPath, pathOf(accountHash));
}

QStringList AccountFiles::overduePaths(const QString &accountHash, const QDateTime &serverUtc, const QDateTime &deviceUtc) const
{
    QStringList paths;
    if (!isHash(accountHash))
        return paths;
    const QDateTime now = std::min(serverUtc, deviceUtc);
    for (const QString &name : filesNamed(m_directory, accountHash, asideMark, u".db")) {
        const QString path = m_directory + u'/' + name;
        const QDateTime until = keptUntil(path);
        if (until.isValid() && until <= now)
            paths.append(path);
    }
    return paths;
}

Result<int> AccountFiles::purgeQuarantine(const QString &accountHash, const QDateTime &serverUtc, const QDateTime &deviceUtc)
{
    int removed = 0;
    const QStringList paths = overduePaths(accountHash, serverUtc, deviceUtc);
    for (const QString &path : paths) {
        if (const auto gone = removeAll(path); !gone)
            return tl::make_unexpected(gone.error());
        ++removed;
    }
    return removed;
}

Result<void> AccountFiles::adoptRebuilt(const QString &accountHash) const
{
    const QString path = pathOf(accountHash);
    const QString rebuilt = rebuiltPath(path);
    if (!isHash(accountHash) || !QFileInfo::exists(rebuilt))
        return {};
    // The same name however often this is begun. A new store must never find the journal of an old one beside it.
    const QString time = QFileInfo(rebuilt).lastModified().toUTC().toString(timeFormat);
    const QString aside = m_directory + u'/' + accountHash + asideMark + time + damagedEnd;
    for (const QString &suffix : {QStringLiteral("-wal"), QStringLiteral("-journal")}) {
        if (!QFileInfo::exists(path + suffix))
            continue;
        QFile::remove(aside + suffix);
        if (!QFile::rename(path + suffix, aside + suffix))
            return problem(ProblemKind::StoreReadOnly, QStringLiteral("move journal"), true);
    }
    // A second name first, where the disk can, so that at each moment one of the two is in the place.
    std::error_code failed;
    const std::filesystem::path place(path.toStdU16String());
    if (QFileInfo::exists(path) && !QFileInfo::exists(aside)) {
        std::filesystem::create_hard_link(place, std::filesystem::path(aside.toStdU16String()), failed);
        if (failed)
            std::filesystem::rename(place, std::filesystem::path(aside.toStdU16String()), failed);
    }
    if (!failed)
        std::filesystem::rename(std::filesystem::path(rebuilt.toStdU16String()), place, failed);
    if (failed)
        return problem(ProblemKind::StoreReadOnly, QStringLiteral("move"), true);
    return {};
}

void AccountFiles::removeUnfinished() const
{
    // QSaveFile writes NAME.XXXXXX, six letters made by chance. Those of what is to be revoked go with their keys (isTooOldToRevoke()).
    const QStringList names = QDir(m_directory).entryList({QStringLiteral("last.*"), QStringLiteral("erase-*.*")}, QDir::Files);
    for (const QString &name : names)
        QFile::remove(m_directory + u'/' + name);
}

void AccountFiles::settle(const QString &accountHash) const
{
    if (const auto adopted = adoptRebuilt(accountHash); !adopted)
        qCWarning(logStore) << "a store that was made anew waits for its place:" << adopted.error();
    if (!hasStore(accountHash))
        return;
    for (const QString &suffix :
         {QStringLiteral("-wal"), QStringLiteral("-journal"), StoreLock::pathBeside({}), StoreLock::copyBeside({})}) {
        for (const QString &name : filesNamed(m_directory, accountHash, asideMark, QString(u".db" + suffix))) {
            const QString aside = m_directory + u'/' + name;
            if (!QFileInfo::exists(aside.chopped(suffix.size())) && !QFileInfo::exists(pathOf(accountHash) + suffix))
                QFile::rename(aside, pathOf(accountHash) + suffix);
        }
    }
}

} // namespace handrail
