// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Identity.h"
#include "core/Problem.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <optional>

namespace handrail {

/// Where the stores of this device's accounts lie: `<directory>/<hash>.db`, those put aside as `<hash>.quarantine-<time>.db`, and `last`, a
/// plain file that holds nothing but the hash of who was signed in last. Beside a store that has a PIN lies its lock (StoreLock.h),
/// which goes where the store goes.
class AccountFiles
{
public:
    /// What becomes of the stores put aside when an account is erased.
    enum class Aside { Erase, Keep };

    /// The folder is made when the first store is; only its owner can enter it.
    explicit AccountFiles(QString directory = defaultDirectory());
    /// `accounts` in the app's own data folder.
    [[nodiscard]] static QString defaultDirectory();

    /// 32 hex digits: BLAKE2b of what Identity::isSamePersonAs() compares. Says nothing to who does not know all of it already.
    [[nodiscard]] static QString hashOf(const Identity &identity);

    [[nodiscard]] static bool isHash(QStringView text);
    [[nodiscard]] QString directory() const { return m_directory; }
    [[nodiscard]] QString pathOf(const QString &accountHash) const;
    [[nodiscard]] bool hasStore(const QString &accountHash) const;
    /// The store has a PIN.
    [[nodiscard]] bool hasLock(const QString &accountHash) const;
    /// The accounts that have a store here, sorted by hash.
    [[nodiscard]] QStringList accounts() const;
    /// Those, and the accounts of which only a store that was put aside is here.
    [[nodiscard]] QStringList everyAccount() const;

    /// Who was signed in last, when a store of theirs is here. If `last` is absent and exactly one account is here, that one. One that is there and
    /// says nothing means nobody: a sign-out on a full disk can write no more than that.
    [[nodiscard]] std::optional<QString> lastAccount() const;
    /// On the disk, and read back, when it returns without a problem.
    Result<void> setLastAccount(const QString &accountHash);
    /// After a sign-out: nobody is signed in, though sealed stores may remain. Survives a restart, and works on a full disk. With a problem the next
    /// start may open the last account.
    Result<void> clearLastAccount();

    /// Makes the folder, if needed, with access for its owner alone.
    Result<void> makeDirectory() const;
    /// No process has the account's store open, this one neither: else StoreInUse. Needs no key, and brings the journal into the file. One that is
    /// absent, damaged or foreign is nobody's.
    [[nodiscard]] Result<void> checkUnused(const QString &accountHash) const;
    /// Removes the account's store with its journal, and the files put aside for it; Aside::Keep leaves the storesAside(). Its keys
    /// are removed by eraseAccount() in Erasing.h. StoreInUse, and nothing is removed, while a process has the store open.
    Result<void> erase(const QString &accountHash, Aside aside = Aside::Erase);

    /// Puts the account's store aside; no store must be open there. Returns the new path.
    Result<QString> quarantine(const QString &accountHash, const QDateTime &nowUtc);
    /// The stores put aside for this account, newest first.
    [[nodiscard]] QStringList quarantined(const QString &accountHash) const;
    /// Those of them that are stores of ours. Not what a damaged one left: all that could be read of that is in the new store.
    [[nodiscard]] QStringList storesAside(const QString &accountHash) const;
    /// Those of them in which something unsent may be.
    [[nodiscard]] QStringList mayHoldUnsent(const QString &accountHash) const;
    /// When one of them was put aside, UTC, and from when on it may be removed (purgeQuarantine()).
    [[nodiscard]] static QDateTime putAsideAt(const QString &quarantinedPath);
    [[nodiscard]] static QDateTime keptUntil(const QString &quarantinedPath);
    /// What was unsent there is in another store now; the rest stays until the file is too old.
    static Result<void> noteUnsentTaken(const QString &quarantinedPath);
    [[nodiscard]] static bool isUnsentTaken(const QString &quarantinedPath);
    /// Removes one of those put aside.
    static Result<void> removeAside(const QString &quarantinedPath);
    /// Takes one back to the account's own place, which must be free.
    Result<void> restore(const QString &accountHash, const QString &quarantinedPath);
    /// Removes what this account put aside more than 30 days before by both clocks, `serverUtc` that of its own clinic: neither a device that is years
    /// ahead nor one wrong answer may end what nobody has sent. A clock that is 30 days behind only keeps it longer.
    Result<int> purgeQuarantine(const QString &accountHash, const QDateTime &serverUtc, const QDateTime &deviceUtc);
    /// How many it would remove.
    [[nodiscard]] int overdue(const QString &accountHash, const QDateTime &serverUtc, const QDateTime &deviceUtc) const
    {
        return int(overduePaths(accountHash, serverUtc, deviceUtc).size());
    }
    /// Puts the damaged store aside and what salvageStore() made in its place; without one nothing happens. The lock stays: the key is the same.
    Result<void> adoptRebuilt(const QString &accountHash) const;
    /// Removes what a program that was ended in the middle of writing `last` or a note of what is to be erased left of it: it counts for nothing.
    void removeUnfinished() const;
    /// If one of these was cut off between two files, brings it to its end.
    void settle(const QString &accountHash) const;

private:
    [[nodiscard]] QStringList overduePaths(const QString &accountHash, const QDateTime &serverUtc,
                                           const QDateTime &deviceUtc) const;

    QString m_directory;
};

} // namespace handrail
