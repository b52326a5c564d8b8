// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeSecretStore.h"
#include "store/StoreLock.h"
#include "store/StoreLocking.h"
#include "store/StoreOpening.h"

#include <QCoroTask>
#include <QCoroTimer>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QString account = u"00112233445566778899aabbccddeeff"_s;

Pin pin(const QByteArray &digits)
{
    Pin pin;
    for (const char digit : digits)
        pin.append(digit - '0');
    return pin;
}

/// A keychain that outlives its process: a file for each entry. At its `dieAt`th call it never answers again, as for a process that is killed: with
/// the call carried out, or not.
class FileSecrets final : public SecretStore
{
public:
    explicit FileSecrets(const QString &folder)
        : m_folder(folder)
    {
        QDir().mkpath(folder);
    }
    void dieAt(int call, bool isCarriedOut)
    {
        m_calls = 0;
        m_dieAt = call;
        m_isCarriedOut = isCarriedOut;
    }
    [[nodiscard]] bool isDead() const { return m_isDead; }

    QCoro::Task<Result<std::optional<QByteArray>>> read(QString key) override
    {
        const std::function<void()> nothing = [] {};
        co_await turn(nothing);
        QFile file(fileOf(key));
        std::optional<QByteArray> bytes;
        if (file.open(QIODevice::ReadOnly))
            bytes = file.readAll();
        co_return Result<std::optional<QByteArray>>(bytes);
    }
    QCoro::Task<Result<void>> write(QString key, QByteArray secret) override
    {
        const std::function<void()> keep = [this, key, secret] {
            QSaveFile file(fileOf(key));
            if (!file.open(QIODevice::WriteOnly) || file.write(secret) < 0 || !file.commit())
                qFatal("no keychain");
        };
        co_await turn(keep);
        co_return Result<void>();
    }
    QCoro::Task<Result<void>> remove(QString key) override
    {
        const std::function<void()> drop = [this, key] { QFile::remove(fileOf(key)); };
        co_await turn(drop);
        co_return Result<void>();
    }

private:
    [[nodiscard]] QString fileOf(const QString &key) const { return m_folder + u'/' + QString(key).replace(u'/', u'_'); }
    QCoro::Task<void> turn(std::function<void()> act)
    {
        co_await QCoro::sleepFor(std::chrono::milliseconds(0));
        const bool isLast = ++m_calls == m_dieAt;
        if (!isLast || m_isCarriedOut)
            act();
        if (isLast) {
            m_isDead = true;
            co_await QCoro::sleepFor(std::chrono::hours(24));
        }
    }

    QString m_folder;
    int m_calls = 0;
    int m_dieAt = 0;
    bool m_isCarriedOut = false;
    bool m_isDead = false;
};

/// What the test does again in a process of its own.
int beChild(const QStringList &arguments)
{
    const QString what = arguments.at(2);
    AccountFiles files(arguments.at(3));
    FileSecrets secrets(arguments.at(4));
    const auto say = [](const char *line) {
        std::puts(line);
        std::fflush(stdout);
    };
    if (what == u"check") {
        say("begins");
        (void)QCoro::waitFor(keyByPin(secrets, files.pathOf(account), account, pin("000000")));
        return 0;
    }
    if (what == u"little-memory") {
        (void)StoreLock::read(files.pathOf(account)); // what is loaded for the first reading is not what this is about
        const rlimit little{rlim_t(512) * 1024 * 1024, rlim_t(512) * 1024 * 1024};
        // What is left of it is enough for all but the 64 MiB that a check takes.
        setrlimit(RLIMIT_AS, &little);
        void *blocks[3] = {};
        for (std::size_t i = 0; void *block = std::malloc(8 * 1024 * 1024); ++i)
            blocks[i % std::size(blocks)] = block;
        for (void *block : blocks)
            std::free(block);
        const Result<StoreKey> key = QCoro::waitFor(keyByPin(secrets, files.pathOf(account), account, pin("246810")));
        say(key ? "good" : qPrintable(nameOf(key.error().kind)));
        return 0;
    }
    if (what == u"open") {
        Result<StoreKey> key = QCoro::waitFor(keyByPin(secrets, files.pathOf(account), account, pin("246810")));
        OpenedStore store = Store::open(files.pathOf(account), *key);
        say(store && (*store)->outbox().unsentCount() == 1 ? "open" : "shut");
        std::getchar();
        store->reset();
        key = problem(ProblemKind::Cancelled);
        say("closed");
        std::getchar();
        return 0;
    }
    // change: from one PIN to the other and back, until the end.
    for (;;) {
        for (const auto &[from, to] : {std::pair{"246810", "135791"}, std::pair{"135791", "246810"}}) {
            const Result<StoreKey> key = QCoro::waitFor(keyByPin(secrets, files.pathOf(account), account, pin(from)));
            if (key)
                (void)QCoro::waitFor(lockByPin(secrets, files, account, *key, pin(to)));
            say(to);
        }
    }
}

} // namespace

/// A store with a PIN when the app is ended in the middle, at any moment: something opens it, and no try is forgotten.
class LockKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyStepOfSettingLeavesAWay_data() { steps(); }
    void everyStepOfSettingLeavesAWay();
    void everyStepOfChangingLeavesAWay_data() { steps(); }
    void everyStepOfChangingLeavesAWay();
    void everyStepOfTurningOffLeavesAWay_data() { steps(); }
    void everyStepOfTurningOffLeavesAWay();
    void aLockWithoutItsSecretTakesNoKey();
    void aSilentKeychainTakesNoKey();
    void aKilledCheckStaysCounted();
    void aKilledChangeLeavesOnePin();
    void tooLittleMemoryIsSaid();
    void aClosedStoreLeavesNoKeyInMemory();

private:
    static void steps();
    void make();
    void startChild(QProcess &process, const QString &what);
    /// Which of these opens the store: "" is none, "none needed", a PIN.
    QByteArray opener(const QByteArrayList &pins);
    /// Until it waits for the keychain for good, or is done.
    template <typename T>
    void runUntilItDies(QCoro::Task<T> task)
    {
        QTRY_VERIFY_WITH_TIMEOUT(task.isReady() || m_secrets->isDead(), 20'000);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<AccountFiles> m_files;
    std::unique_ptr<FileSecrets> m_secrets;
    StoreKey m_key;
};

void LockKillTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_files = std::make_unique<AccountFiles>(m_directory->filePath(u"accounts"_s));
    m_secrets = std::make_unique<FileSecrets>(m_directory->filePath(u"keychain"_s));
}

void LockKillTest::make()
{
    const OpenedStore store = QCoro::waitFor(openOrCreate(*m_secrets, *m_files, account));
    QVERIFY(store);
    OutboxItem item;
    item.identifier = u"urn:uuid:1"_s;
    item.payload = "unsent";
    QVERIFY((*store)->outbox().queue(item));
    m_key = *QCoro::waitFor(keyWithoutPin(*m_secrets, account, (*store)->keyId()));
}

void LockKillTest::startChild(QProcess &process, const QString &what)
{
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--child"_s, what, m_directory->filePath(u"accounts"_s), m_directory->filePath(u"keychain"_s)});
    QVERIFY(process.waitForStarted());
}

QByteArray LockKillTest::opener(const QByteArrayList &pins)
{
    m_secrets = std::make_unique<FileSecrets>(m_directory->filePath(u"keychain"_s)); // the app starts again
    const OpenedStore store = QCoro::waitFor(openOrCreate(*m_secrets, *m_files, account));
    if (store)
        return (*store)->outbox().unsentCount().value_or(0) == 1 ? "none needed" : "lost";
    if (store.error().kind != ProblemKind::Locked)
        return nameOf(store.error().kind).toLatin1();
    QCoro::waitFor(finishLocking(*m_secrets, *m_files, account));
    QByteArray found;
    for (const QByteArray &candidate : pins) {
        const Result<StoreKey> key = QCoro::waitFor(keyByPin(*m_secrets, m_files->pathOf(account), account, pin(candidate)));
        const OpenedStore opened =
            key ? Store::open(m_files->pathOf(account), *key) : OpenedStore(tl::make_unexpected(key.error()));
        if (opened && (*opened)->outbox().unsentCount().value_or(0) == 1)
            found += candidate;
    }
    // And with the PIN alone: the keychain has the store's own key no more.
    if (QCoro::waitFor(keyWithoutPin(*m_secrets, account, m_key.id())))
        found += " without it too";
    return found;
}

void LockKillTest::steps()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<bool>("isCarriedOut");
    for (int call = 1; call <= 5; ++call) {
        QTest::addRow("before call %d of the keychain", call) << call << false;
        QTest::addRow("after call %d of the keychain", call) << call << true;
    }
}

void LockKillTest::everyStepOfSettingLeavesAWay()
{
    QFETCH(int, call);
    QFETCH(bool, isCarriedOut);
    make();
    m_secrets->dieAt(call, isCarriedOut);
    runUntilItDies(lockByPin(*m_secrets, *m_files, account, m_key, pin("246810")));
    const QByteArray found = opener({"246810"});
    // The first call writes the secret; the lock follows in the same breath.
    QCOMPARE(found, call == 1 ? QByteArray("none needed") : QByteArray("246810"));
}

void LockKillTest::everyStepOfChangingLeavesAWay()
{
    QFETCH(int, call);
    QFETCH(bool, isCarriedOut);
    make();
    QVERIFY(QCoro::waitFor(lockByPin(*m_secrets, *m_files, account, m_key, pin("246810"))));
    m_secrets->dieAt(call, isCarriedOut);
    runUntilItDies(lockByPin(*m_secrets, *m_files, account, m_key, pin("135791")));
    QCOMPARE(opener({"246810", "135791"}), call == 1 ? QByteArray("246810") : QByteArray("135791"));
}

void LockKillTest::everyStepOfTurningOffLeavesAWay()
{
    QFETCH(int, call);
    QFETCH(bool, isCarriedOut);
    make();
    QVERIFY(QCoro::waitFor(lockByPin(*m_secrets, *m_files, account, m_key, pin("246810"))));
    m_secrets->dieAt(call, isCarriedOut);
    runUntilItDies(removePin(*m_secrets, *m_files, account, m_key));
    // The first call looks at the place of the key, the second writes it; the lock goes in the same breath.
    QCOMPARE(opener({"246810"}), call <= 2 ? QByteArray("246810") : QByteArray("none needed"));
}

/// The power goes after a PIN was turned off, and brings its file back: the secret is gone, and the store's own key is all that opens it.
void LockKillTest::aLockWithoutItsSecretTakesNoKey()
{
    make();
    QVERIFY(QCoro::waitFor(lockByPin(*m_secrets, *m_files, account, m_key, pin("246810"))));
    const QString lock = StoreLock::pathBeside(m_files->pathOf(account));
    const QString kept = m_directory->filePath(u"kept"_s);
    QVERIFY(QFile::copy(lock, kept));
    QVERIFY(QCoro::waitFor(removePin(*m_secrets, *m_files, account, m_key)));
    QVERIFY(QFile::copy(kept, lock));
    QCOMPARE(QCoro::waitFor(finishLocking(*m_secrets, *m_files, account)), Locking::KeyLeft);
    QVERIFY(QCoro::waitFor(keyWithoutPin(*m_secrets, account, m_key.id())));
    // The person is told, no try is counted, and after a sign-in all of it comes back, not only what was unsent.
    const Result<StoreKey> key = QCoro::waitFor(keyByPin(*m_secrets, m_files->pathOf(account), account, pin("246810")));
    QCOMPARE(nameOf(key.error().kind), u"KeyUnavailable"_s);
    QCOMPARE(StoreLock::read(m_files->pathOf(account))->tries(), 0);
    const OpenedStore beside =
        QCoro::waitFor(openBeside(*m_secrets, *m_files, account, QDateTime(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC)));
    QVERIFY(beside);
    const QList<AsideStore> readable = QCoro::waitFor(readableAside(*m_secrets, *m_files, account));
    QCOMPARE(readable.size(), 1);
    QVERIFY(!readable.first().isUnsentAlone);
    QCOMPARE(takeBack(readable.first(), **beside).value(), 1);
    QCOMPARE((*beside)->outbox().unsentCount().value(), 1);
}

/// It may have the secret or not.
void LockKillTest::aSilentKeychainTakesNoKey()
{
    make();
    QVERIFY(QCoro::waitFor(lockByPin(*m_secrets, *m_files, account, m_key, pin("246810"))));
    const QString name = storeKeyName(account);
    FakeSecretStore secrets;
    secrets.entries().insert(name, m_key.toKeychain());
    secrets.setMode(FakeSecretStore::Mode::Hung);
    secrets.setModeAfter(1, FakeSecretStore::Mode::Open);
    QCOMPARE(QCoro::waitFor(finishLocking(secrets, *m_files, account)), Locking::KeyLeft);
    QVERIFY(secrets.entries().contains(name));
    const StoreLock lock = *StoreLock::read(m_files->pathOf(account));
    const QString secretName = pinSecretName(account, lock.secretId());
    QFile secret(m_directory->filePath(u"keychain/"_s + QString(secretName).replace(u'/', u'_')));
    QVERIFY(secret.open(QIODevice::ReadOnly));
    secrets.entries().insert(secretName, secret.readAll());
    QCOMPARE(QCoro::waitFor(finishLocking(secrets, *m_files, account)), Locking::Whole);
    QVERIFY(!secrets.entries().contains(name));
}

void LockKillTest::aKilledCheckStaysCounted()
{
    make();
    QVERIFY(QCoro::waitFor(lockByPin(*m_secrets, *m_files, account, m_key, pin("246810"))));
    for (int tries = 1; tries <= 5; ++tries) {
        QProcess child;
        startChild(child, u"check"_s);
        QTRY_COMPARE_WITH_TIMEOUT(StoreLock::read(m_files->pathOf(account))->tries(), tries, 20'000);
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(StoreLock::read(m_files->pathOf(account))->tries(), tries);
    }
}

void LockKillTest::aKilledChangeLeavesOnePin()
{
    make();
    QVERIFY(QCoro::waitFor(lockByPin(*m_secrets, *m_files, account, m_key, pin("246810"))));
    for (int round = 0; round < 10; ++round) {
        QProcess child;
        startChild(child, u"change"_s);
        QVERIFY(child.waitForReadyRead(20'000));
        QTest::qWait(37 * round); // through the whole of a change
        child.kill();
        QVERIFY(child.waitForFinished());
        const QByteArray found = opener({"246810", "135791"});
        QVERIFY2(found == "246810" || found == "135791", found.constData());
    }
}

void LockKillTest::tooLittleMemoryIsSaid()
{
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("the address sanitizer takes more address space than the limit leaves");
#endif
    make();
    QVERIFY(QCoro::waitFor(lockByPin(*m_secrets, *m_files, account, m_key, pin("246810"))));
    QProcess child;
    startChild(child, u"little-memory"_s);
    QVERIFY(child.waitForFinished(60'000));
    QCOMPARE(child.readAllStandardOutput().trimmed(), QByteArray("MemoryShort"));
    QCOMPARE(StoreLock::read(m_files->pathOf(account))->tries(), 1); // the right PIN, and still
    QCOMPARE(opener({"246810"}), QByteArray("246810"));
}

void LockKillTest::aClosedStoreLeavesNoKeyInMemory()
{
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("the address sanitizer's own memory is larger than can be looked through");
#endif
    make();
    QVERIFY(QCoro::waitFor(lockByPin(*m_secrets, *m_files, account, m_key, pin("246810"))));
    QProcess child;
    startChild(child, u"open"_s);
    QVERIFY(child.waitForReadyRead(20'000));
    QCOMPARE(child.readAllStandardOutput().trimmed(), QByteArray("open"));
    const auto finds = [&] {
        const QByteArray key(reinterpret_cast<const char *>(m_key.key().data()), StoreKey::keyBytes);
        QFile maps(u"/proc/%1/maps"_s.arg(child.processId()));
        QFile memory(u"/proc/%1/mem"_s.arg(child.processId()));
        if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            qFatal("the child's memory cannot be read");
        int found = 0;
        for (const QByteArray &line : maps.readAll().split('\n')) {
            const QByteArrayList range = line.left(line.indexOf(' ')).split('-');
            if (range.size() != 2 || !line.contains(" rw"))
                continue;
            const qint64 from = range.at(0).toLongLong(nullptr, 16);
            if (memory.seek(from))
                found += int(memory.read(range.at(1).toLongLong(nullptr, 16) - from).count(key));
        }
        return found;
    };
    QVERIFY(finds() > 0); // else the search finds nothing at all
    child.write("\n");
    QVERIFY(child.waitForReadyRead(20'000));
    QCOMPARE(child.readAllStandardOutput().trimmed(), QByteArray("closed"));
    QCOMPARE(finds(), 0);
    child.write("\n");
    QVERIFY(child.waitForFinished());
}

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == u"--child")
        return beChild(arguments);
    LockKillTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_lock_kill.moc"
