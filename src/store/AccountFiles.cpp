// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/AccountFiles.h"

#include "store/Database.h"
#include "store/StoreFile.h"
#include "store/StoreLock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTimeZone>

#include <sodium.h>

#include <algorithm>
#include <array>

namespace handrail {

namespace {

constexpr int keepDays = 30;
constexpr QStringView timeFormat = u"yyyyMMdd'T'HHmmss'Z'";
constexpr QStringView asideMark = u".quarantine-";

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

std::array<QString, 4> journalSuffixes()
{
    return {QStringLiteral("-wal"), QStringLiteral("-journal"), QStringLiteral("-shm"), QStringLiteral(".lock")};
}

/// A lock must never lie without its store where a store may come to lie. So it leaves before the store and arrives after it; settle() mends
/// what a crash leaves between the two.
Result<void> moveLock(const QString &from, const QString &to)
{
    const QString lock = StoreLock::pathBeside(from);
    if (QFileInfo::exists(lock) && !QFile::rename(lock, StoreLock::pathBeside(to)))
        return problem(ProblemKind::StoreReadOnly, QStringLiteral("move lock"), true);
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
    return isHash(accountHash) && QFileInfo::exists(pathOf(accountHash));
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
        if (hasStore(hash))
            return hash;
    }
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
    QSaveFile file(m_directory + u"/last");
    if (!file.open(QIODevice::WriteOnly) || file.write(accountHash.toLatin1() + '\n') < 0 || !file.commit())
        return problem(ProblemKind::StoreReadOnly, QStringLiteral("last account"), true);
    return {};
}

Result<void> AccountFiles::clearLastAccount()
{
    return setLastAccount(QStringLiteral("none"));
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

Result<void> AccountFiles::erase(const QString &accountHash, Aside aside)
{
    if (!isHash(accountHash))
        return problem(ProblemKind::BadData, QStringLiteral("account hash"));
    if (const auto seen = inspectStoreFile(pathOf(accountHash)); !seen && seen.error().kind == ProblemKind::StoreInUse)
        return seen; // who signed out is in again already
    Result<void> result = removeAll(pathOf(accountHash));
    const QStringList kept = aside == Aside::Keep ? mayHoldUnsent(accountHash) : QStringList();
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
    if (const auto seen = inspectStoreFile(path); !seen && seen.error().kind == ProblemKind::StoreInUse)
        return tl::make_unexpected(seen.error());
    {
        // Makes sure that no process has it open, and closing brings the journal into the file; neither needs a key. A damaged or foreign file
        // cannot be opened so, and takes its journal along.
        const auto database = Database::open(path, Database::Access::ReadWrite);
        const Result<void> alone = database ? (*database)->once(QStringLiteral("BEGIN EXCLUSIVE")) : Result<void>();
        if (!alone && alone.error().kind == ProblemKind::StoreInUse)
            return tl::make_unexpected(alone.error());
        if (database && alone)
            (void)(*database)->once(QStringLiteral("COMMIT"));
    }
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

QStringList AccountFiles::mayHoldUnsent(const QString &accountHash) const
{
    QStringList paths = quarantined(accountHash);
    paths.removeIf([](const QString &path) {
        const auto seen = inspectStoreFile(path);
        return !seen && (seen.error().kind == ProblemKind::StoreForeign || seen.error().kind == ProblemKind::NotFound);
    });
    return paths;
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

Result<int> AccountFiles::purgeQuarantine(const QDateTime &nowUtc)
{
    int removed = 0;
    Result<void> result;
    for (const QString &name : filesNamed(m_directory, {}, asideMark, u".db")) {
        const qsizetype mark = name.indexOf(asideMark);
        QDateTime time = QDateTime::fromString(name.mid(mark + asideMark.size()).chopped(3), timeFormat.toString());
        time.setTimeZone(QTimeZone::utc());
        if (!isHash(QStringView(name).left(mark)) || !time.isValid() || time.addDays(keepDays) > nowUtc)
            continue;
        result = removeAll(m_directory + u'/' + name);
        if (!result)
            return tl::make_unexpected(result.error());
        ++removed;
    }
    return removed;
}

void AccountFiles::settle(const QString &accountHash) const
{
    if (!hasStore(accountHash))
        return;
    const QString lock = StoreLock::pathBeside({});
    for (const QString &suffix : {QStringLiteral("-wal"), QStringLiteral("-journal"), lock}) {
        for (const QString &name : filesNamed(m_directory, accountHash, asideMark, QString(u".db" + suffix))) {
            const QString aside = m_directory + u'/' + name;
            if (!QFileInfo::exists(aside.chopped(suffix.size())) && !QFileInfo::exists(pathOf(accountHash) + suffix))
                QFile::rename(aside, pathOf(accountHash) + suffix);
        }
    }
}

} // namespace handrail
