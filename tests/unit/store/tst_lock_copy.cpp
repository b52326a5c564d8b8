// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "LockBench.h"

#include <QDir>
#include <QFile>

using namespace handrail;
using test::kindOf;
using test::pin;
using namespace Qt::StringLiterals;

/// The two files that a lock lies in: each makes the other good, and what goes goes from both.
class LockCopyTest : public QObject, test::LockBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void aDamagedLockHasACopy_data();
    void aDamagedLockHasACopy();
    void whatIsDestroyedIsDestroyedInBoth();
    void aNewerLockIsLeftAlone();
    void aFileThatComesBackIsNoLock();
    void aTryDoesNotBringItBack();
};

void LockCopyTest::aDamagedLockHasACopy_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("gone") << QByteArray();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("something else") << QByteArray(4096, 'x');
}

void LockCopyTest::aDamagedLockHasACopy()
{
    QFETCH(const QByteArray, content);
    make();
    lock("246810");
    QVERIFY(!tryPin("000000"));
    QVERIFY(QFile::remove(lockFile()));
    if (!content.isNull()) {
        QFile file(lockFile());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    QCOMPARE(kindOf(open()), u"Locked"_s);
    QCOMPARE(StoreLock::read(path())->tries(), 1); // not one more than before
    QCOMPARE(kindOf(tryPin("246810")), u"good"_s);
    // And the file is good again.
    QVERIFY(QFile::remove(StoreLock::copyBeside(path())));
    QCOMPARE(StoreLock::read(path())->digits(), 6);
    QCOMPARE(kindOf(tryPin("246810")), u"good"_s);
    QVERIFY(QFile::exists(StoreLock::copyBeside(path())));
    QCOMPARE(QFile::permissions(StoreLock::copyBeside(path())) & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
}

void LockCopyTest::whatIsDestroyedIsDestroyedInBoth()
{
    make();
    lock("246810");
    const auto wrappedIn = [this](const QString &file) {
        QByteArray wrapped;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
            database.setDatabaseName(file);
            QSqlQuery query(database);
            if (!database.open() || !query.exec(u"SELECT wrapped FROM lock"_s) || !query.next())
                qFatal("no lock");
            wrapped = query.value(0).toByteArray();
        }
        QSqlDatabase::removeDatabase(u"look"_s);
        return wrapped;
    };
    const QByteArray wrapped = wrappedIn(lockFile());
    QVERIFY(wrapped.size() > 32);
    QCOMPARE(wrappedIn(StoreLock::copyBeside(path())), wrapped);
    change(u"UPDATE lock SET tries = 9"_s);
    QCOMPARE(kindOf(tryPin("000000")), u"PinEnded"_s);
    for (const QString &name : QDir(m_directory->filePath(u"accounts"_s)).entryList(QDir::Files)) {
        QFile file(m_directory->filePath(u"accounts/"_s + name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(wrapped), qPrintable(name));
    }
    QVERIFY(QFile::remove(lockFile()));
    QCOMPARE(kindOf(tryPin("246810")), u"PinEnded"_s);
}

// Its copy may be of the older layout, and must not stand in.
void LockCopyTest::aNewerLockIsLeftAlone()
{
    make();
    lock("246810");
    change(u"PRAGMA user_version = 2"_s);
    QCOMPARE(kindOf(tryPin("246810")), u"StoreNewer"_s);
    QCOMPARE(kindOf(open()), u"Locked"_s);
    change(u"PRAGMA user_version = 1"_s);
    QCOMPARE(kindOf(tryPin("246810")), u"good"_s);
}

// A power cut may undo that a file was removed, and not what was written into it before.
void LockCopyTest::aFileThatComesBackIsNoLock()
{
    make();
    lock("246810");
    QFile held(lockFile());
    QVERIFY(held.open(QIODevice::ReadOnly)); // its content can be read on when its name is gone
    QCOMPARE(kindOf(QCoro::waitFor(removePin(m_secrets, *m_files, account, m_key))), u"good"_s);
    const QByteArray content = held.readAll();
    QVERIFY(!content.isEmpty());
    QFile back(lockFile());
    QVERIFY(back.open(QIODevice::WriteOnly) && back.write(content) == content.size());
    back.close();
    QVERIFY(!m_files->hasLock(account));
    QCOMPARE(kindOf(open()), u"good"_s);
}

/// While a PIN is tried its lock may be taken off, or another one may come into its place.
void LockCopyTest::aTryDoesNotBringItBack()
{
    make();
    lock("123456");
    Result<StoreLock> tried = StoreLock::read(path());
    QVERIFY(tried);
    QVERIFY(StoreLock::remove(path()));
    QCOMPARE(kindOf(tried->countTry()), u"NotFound"_s);
    QCOMPARE(kindOf(tried->end()), u"NotFound"_s);
    QCOMPARE(kindOf(StoreLock::read(path())), u"NotFound"_s);
}

QTEST_GUILESS_MAIN(LockCopyTest)
#include "tst_lock_copy.moc"
