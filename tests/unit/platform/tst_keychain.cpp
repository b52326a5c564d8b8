// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/Keyring.h"
#include "platform/common/KeychainSecretStore.h"
#include "store/StoreOpening.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace handrail;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString account = u"00112233445566778899aabbccddeeff"_s;

QString kindOf(const OpenedStore &store)
{
    return store ? u"open"_s : nameOf(store.error().kind);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// A real Secret Service, started empty and unlocked by tests/with-keyring.sh, through QtKeychain.
class KeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void roundTrip();
    void anyBytes();
    void absentEntry();
    void storeAndKey();
    void lockedKeychainLooksEmptyAndHarmsNothing();
    void emptiedKeychainHarmsNothing();
    void stoppedDaemonIsBusyInTime();
    void aLateWriteHarmsNothing();
    void goesAwayWhileWaiting();
    void noKeychainAtAll();

private:
    [[nodiscard]] bool hasDaemon() const { return m_daemon > 0; }
    OpenedStore open() { return QCoro::waitFor(openOrCreate(m_secrets, *m_files, account)); }

    qint64 m_daemon = 0;
    KeychainSecretStore m_secrets{5s};
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<AccountFiles> m_files;
};

void KeychainTest::initTestCase()
{
    m_daemon = qEnvironmentVariableIntValue("HANDRAIL_KEYRING_PID");
}

void KeychainTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_files = std::make_unique<AccountFiles>(m_directory->filePath(u"accounts"_s));
    if (!hasDaemon() && qstrcmp(QTest::currentTestFunction(), "noKeychainAtAll") != 0)
        QSKIP("run this by tests/with-keyring.sh");
}

void KeychainTest::cleanup()
{
    if (!hasDaemon())
        return;
    ::kill(pid_t(m_daemon), SIGCONT);
    QVERIFY(keyring::unlock());
    QVERIFY(keyring::removeAllEntries());
}

void KeychainTest::roundTrip()
{
    const QString name = storeKeyName(account);
    QVERIFY(QCoro::waitFor(m_secrets.write(name, QByteArray(49, 'a'))));
    QCOMPARE(QCoro::waitFor(m_secrets.read(name)).value().value(), QByteArray(49, 'a'));
    QVERIFY(QCoro::waitFor(m_secrets.write(name, QByteArray(49, 'b'))));
    QCOMPARE(QCoro::waitFor(m_secrets.read(name)).value().value(), QByteArray(49, 'b'));
    KeychainSecretStore other(5s);
    QCOMPARE(QCoro::waitFor(other.read(name)).value().value(), QByteArray(49, 'b'));
    QVERIFY(QCoro::waitFor(m_secrets.remove(name)));
    QVERIFY(!QCoro::waitFor(m_secrets.read(name)).value());
}

void KeychainTest::anyBytes()
{
    QByteArray all;
    for (int i = 0; i < 199; ++i)
        all.append(char(255 - i));
    all.prepend('\0');
    QVERIFY(QCoro::waitFor(m_secrets.write(u"x"_s, all)));
    QCOMPARE(QCoro::waitFor(m_secrets.read(u"x"_s)).value().value(), all);
}

void KeychainTest::absentEntry()
{
    const auto absent = QCoro::waitFor(m_secrets.read(u"never"_s));
    QVERIFY(absent);
    QVERIFY(!*absent);
    QVERIFY(QCoro::waitFor(m_secrets.remove(u"never"_s)));
}

void KeychainTest::storeAndKey()
{
    {
        const OpenedStore store = open();
        QCOMPARE(kindOf(store), u"open"_s);
        QVERIFY((*store)->setValue(u"mark"_s, "first"));
    }
    const OpenedStore again = open();
    QCOMPARE(kindOf(again), u"open"_s);
    QCOMPARE((*again)->value(u"mark"_s).value().value(), QByteArray("first"));
}

void KeychainTest::lockedKeychainLooksEmptyAndHarmsNothing()
{
    QCOMPARE(kindOf(open()), u"open"_s);
    const QByteArray before = contentOf(m_files->pathOf(account));
    QVERIFY(!before.isEmpty());
    QVERIFY(keyring::lock());
    // Finding 1 of the security design: this is what makes "no entry, so a new key" a way to lose everything.
    const auto empty = QCoro::waitFor(m_secrets.read(storeKeyName(account)));
    QVERIFY(empty);
    QVERIFY(!*empty);
    const auto refused = QCoro::waitFor(m_secrets.write(u"x"_s, "x"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ProblemKind::KeychainBusy);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(kindOf(open()), u"KeyUnavailable"_s);
    QVERIFY(!QCoro::waitFor(openBeside(m_secrets, *m_files, account, QDateTime(QDate(2026, 3, 2), QTime(), Qt::UTC))));
    QCOMPARE(contentOf(m_files->pathOf(account)), before);
    QVERIFY(m_files->quarantined(account).isEmpty());
    QVERIFY(keyring::unlock());
    QCOMPARE(kindOf(open()), u"open"_s);
}

void KeychainTest::emptiedKeychainHarmsNothing()
{
    QCOMPARE(kindOf(open()), u"open"_s);
    const QByteArray before = contentOf(m_files->pathOf(account));
    QVERIFY(keyring::removeAllEntries());
    QCOMPARE(kindOf(open()), u"KeyUnavailable"_s);
    QCOMPARE(contentOf(m_files->pathOf(account)), before);
    QCOMPARE(kindOf(QCoro::waitFor(openBeside(m_secrets, *m_files, account, QDateTime(QDate(2026, 3, 2), QTime(), Qt::UTC)))),
             u"open"_s);
    QCOMPARE(m_files->quarantined(account).size(), 1);
    QCOMPARE(contentOf(m_files->quarantined(account).first()), before);
    QCOMPARE(kindOf(open()), u"open"_s);
}

void KeychainTest::stoppedDaemonIsBusyInTime()
{
    QCOMPARE(kindOf(open()), u"open"_s);
    const QByteArray before = contentOf(m_files->pathOf(account));
    QCOMPARE(::kill(pid_t(m_daemon), SIGSTOP), 0);
    KeychainSecretStore impatient(800ms);
    QElapsedTimer timer;
    timer.start();
    const auto silent = QCoro::waitFor(impatient.read(storeKeyName(account)));
    QVERIFY(!silent);
    QCOMPARE(silent.error().kind, ProblemKind::KeychainBusy);
    QVERIFY(silent.error().isRetryable);
    QVERIFY2(timer.elapsed() >= 700 && timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(kindOf(QCoro::waitFor(openOrCreate(impatient, *m_files, account))), u"KeyUnavailable"_s);
    QCOMPARE(contentOf(m_files->pathOf(account)), before);
    QCOMPARE(::kill(pid_t(m_daemon), SIGCONT), 0);
    // The jobs that were let go end by themselves, and new ones work.
    QTRY_COMPARE_WITH_TIMEOUT(kindOf(open()), u"open"_s, 20000);
}

void KeychainTest::aLateWriteHarmsNothing()
{
    {
        const OpenedStore store = open();
        QVERIFY(store && (*store)->setValue(u"mark"_s, "first"));
    }
    const QByteArray key = QCoro::waitFor(m_secrets.read(storeKeyName(account))).value().value();
    // The store cannot be opened for a while; "Sign in again" meets a keychain that takes the write and answers too late.
    QVERIFY(QCoro::waitFor(m_secrets.remove(storeKeyName(account))));
    KeychainSecretStore impatient(800ms);
    auto opening = openBeside(impatient, *m_files, account, QDateTime(QDate(2026, 3, 2), QTime(), Qt::UTC));
    QCOMPARE(::kill(pid_t(m_daemon), SIGSTOP), 0);
    QVERIFY(!QCoro::waitFor(std::move(opening)));
    QCOMPARE(::kill(pid_t(m_daemon), SIGCONT), 0);
    QVERIFY(QCoro::waitFor(m_secrets.write(storeKeyName(account), key))); // the keychain is its old self again
    QTest::qWait(500);
    const OpenedStore again = open();
    QCOMPARE(kindOf(again), u"open"_s);
    QCOMPARE((*again)->value(u"mark"_s).value_or(std::nullopt).value_or("lost"), QByteArray("first"));
}

void KeychainTest::goesAwayWhileWaiting()
{
    QVERIFY(QCoro::waitFor(m_secrets.write(u"x"_s, "kept")));
    QCOMPARE(::kill(pid_t(m_daemon), SIGSTOP), 0);
    bool isAnswered = false;
    {
        auto shortLived = std::make_unique<KeychainSecretStore>(300ms);
        shortLived->read(u"x"_s).then([&isAnswered](const Result<std::optional<QByteArray>> &answer) { isAnswered = !answer; });
    }
    QTRY_VERIFY(isAnswered);
    QCOMPARE(::kill(pid_t(m_daemon), SIGCONT), 0);
    QTest::qWait(300);
    QCOMPARE(QCoro::waitFor(m_secrets.read(u"x"_s)).value().value(), QByteArray("kept"));
}

void KeychainTest::noKeychainAtAll()
{
    if (hasDaemon())
        QSKIP("run without a session bus: see CMakeLists.txt");
    QCOMPARE(kindOf(open()), u"KeychainMissing"_s);
    QVERIFY(!m_files->hasStore(account));
    const auto unread = QCoro::waitFor(m_secrets.read(u"x"_s));
    QVERIFY(!unread);
    QCOMPARE(unread.error().kind, ProblemKind::KeychainMissing);
}

QTEST_GUILESS_MAIN(KeychainTest)
#include "tst_keychain.moc"
