// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "fakes/FakeSecretStore.h"
#include "store/StoreLock.h"
#include "store/StoreLocking.h"
#include "store/StoreOpening.h"

#include <QCoroTask>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

namespace handrail::test {

inline Pin pin(const char *digits)
{
    Pin pin;
    for (; *digits; ++digits)
        pin.append(*digits - '0');
    return pin;
}

template <typename T>
QString kindOf(const Result<T> &result)
{
    return result ? QStringLiteral("good") : nameOf(result.error().kind);
}

/// A device with a keychain, and a store that gets a PIN: what tests of the lock stand on. Each function begins with an empty one.
class LockBench
{
protected:
    void begin()
    {
        m_secrets = {};
        m_directory = std::make_unique<QTemporaryDir>();
        m_files = std::make_unique<AccountFiles>(m_directory->filePath(QStringLiteral("accounts")));
    }
    std::unique_ptr<Store> make()
    {
        OpenedStore store = open();
        if (!store || !(*store)->setValue(QStringLiteral("mark"), "written before"))
            qFatal("no store");
        m_key = *StoreKey::fromKeychain(m_secrets.entries().value(storeKeyName(account)));
        return std::move(*store);
    }
    void lock(const char *digits)
    {
        const Result<Locking> locked = QCoro::waitFor(lockByPin(m_secrets, *m_files, account, m_key, pin(digits)));
        QVERIFY(locked && *locked == Locking::Whole);
    }
    Result<StoreKey> tryPin(const char *digits)
    {
        return QCoro::waitFor(keyByPin(m_secrets, m_files->pathOf(account), account, pin(digits)));
    }
    OpenedStore open() { return QCoro::waitFor(openOrCreate(m_secrets, *m_files, account)); }
    [[nodiscard]] QString path() const { return m_files->pathOf(account); }
    [[nodiscard]] QString lockFile() const { return StoreLock::pathBeside(path()); }
    /// In the lock's file alone, and not in its copy.
    void change(const QString &statement)
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("change"));
            database.setDatabaseName(lockFile());
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(statement));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("change"));
    }

    inline static const QString account = QStringLiteral("00112233445566778899aabbccddeeff");
    FakeSecretStore m_secrets;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<AccountFiles> m_files;
    StoreKey m_key;
};

} // namespace handrail::test
