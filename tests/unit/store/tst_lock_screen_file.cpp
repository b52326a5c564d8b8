// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeSecretStore.h"
#include "fakes/SmallDisk.h"
#include "store/LockScreenFile.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail;

/// What the lock screen may show: sealed, gone when it is switched off, and nothing at all when anything is wrong with it.
class TestLockScreenFile final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeSecretStore> m_secrets;

    const bool m_canMount = SmallDisk::prepare();

    QString path() { return m_folder->filePath(QStringLiteral("shown")); }
    LockScreenFile file() { return LockScreenFile(*m_secrets, path()); }
    std::optional<QByteArray> read() { return QCoro::waitFor(file().read()); }
    Result<void> write(const QByteArray &content) { return QCoro::waitFor(file().write(content)); }
    QByteArray onDisk()
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_secrets = std::make_unique<FakeSecretStore>();
    }

    void itIsSealedUnderAKeyOfItsOwn()
    {
        QVERIFY(!read());
        QVERIFY(!file().exists());
        QVERIFY(write("Rosa 2075550142"));
        QVERIFY(file().exists());
        QCOMPARE(read(), std::optional<QByteArray>("Rosa 2075550142"));
        QVERIFY(!onDisk().contains("Rosa"));
        QVERIFY(!onDisk().contains("2075550142"));
        QCOMPARE(QFile::permissions(path()) & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
        QCOMPARE(m_secrets->entries().size(), 1);
        QVERIFY(m_secrets->entries().keys().constFirst() == QStringLiteral("org.handrail.app/lock-screen"));
    }

    void aChangeLeavesNothingOfBefore()
    {
        QVERIFY(write("Rosa"));
        const QByteArray before = m_secrets->entries().values().constFirst();
        QVERIFY(write("James"));
        QCOMPARE(read(), std::optional<QByteArray>("James"));
        QCOMPARE(m_secrets->entries().size(), 1);
        QVERIFY(m_secrets->entries().values().constFirst() != before);
    }

    void switchedOffItIsGone()
    {
        QVERIFY(write("Rosa"));
        QVERIFY(QCoro::waitFor(file().remove()));
        QVERIFY(!file().exists());
        QVERIFY(m_secrets->entries().isEmpty());
        QVERIFY(!read());
        QVERIFY(QCoro::waitFor(file().remove()));
    }

    void anythingWrongIsAsIfItWereOff()
    {
        QVERIFY(write("Rosa"));
        const QByteArray good = onDisk();
        const auto put = [this](const QByteArray &bytes) {
            QFile file(path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        for (qsizetype i = 0; i < good.size(); ++i) {
            QByteArray bad = good;
            bad[i] = char(bad[i] ^ 1);
            put(bad);
            QVERIFY2(!read(), qPrintable(QString::number(i)));
        }
        for (const qsizetype size : {0, 1, 17, 18, 60}) {
            put(good.left(size));
            QVERIFY(!read());
        }
        put(good);
        QVERIFY(read());
        m_secrets->entries().clear(); // the keychain is emptied
        QVERIFY(!read());
        m_secrets->setMode(FakeSecretStore::Mode::Missing);
        QVERIFY(!read());
        // And the file goes all the same.
        QVERIFY(!QCoro::waitFor(file().remove()));
        QVERIFY(!file().exists());
    }

    void withoutAKeychainNothingIsWritten()
    {
        m_secrets->setMode(FakeSecretStore::Mode::Missing);
        QVERIFY(!write("Rosa"));
        QVERIFY(!file().exists());
        QVERIFY(QDir(m_folder->path()).isEmpty());
        QCOMPARE(write(QByteArray(LockScreenFile::mostBytes + 1, 'a')).error().kind, ProblemKind::BadData);
    }

    void aFullDiskKeepsWhatWasThereBefore()
    {
        if (!m_canMount)
            QSKIP("no right to a disk of its own");
        const SmallDisk disk(m_folder->path(), 64);
        QVERIFY(disk.isThere());
        QVERIFY(write("Rosa"));
        disk.fill();
        QVERIFY(!write(QByteArray(LockScreenFile::mostBytes, 'a')));
        QCOMPARE(read(), std::optional<QByteArray>("Rosa"));
        QCOMPARE(m_secrets->entries().size(), 1);
        // What its person took away goes on a full disk, too.
        QVERIFY(QCoro::waitFor(file().remove()));
        QVERIFY(!file().exists());
        QVERIFY(m_secrets->entries().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLockScreenFile)
#include "tst_lock_screen_file.moc"
