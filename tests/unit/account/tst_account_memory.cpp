// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "account/Account.h"
#include "core/Wipe.h"
#include "fakes/FakeSecretStore.h"
#include "fakes/FormBrowser.h"
#include "net/QtHttpClient.h"

#include <QCoroTask>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <memory>

using namespace handrail;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr char mask = 0x5a;

char charOf(char c)
{
    return c;
}

char charOf(QChar c)
{
    return c.toLatin1();
}

/// In a form that is none of what is looked for: the process that is searched must not hold it for that reason.
template <typename Text>
QByteArray masked(const Text &text, qsizetype from, qsizetype size)
{
    QByteArray hidden(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        hidden[i] = char(charOf(text.at(from + i)) ^ mask);
    return hidden;
}

QByteArray unmasked(QByteArray text)
{
    for (char &c : text)
        c = char(c ^ mask);
    return text;
}

/// The network, and what token it was last given.
class Watched final : public HttpClient
{
public:
    QCoro::Task<Result<HttpResponse>> send(HttpRequest request) override
    {
        for (const auto &[name, value] : std::as_const(request.headers)) {
            if (name == "Authorization")
                m_token = masked(value, 7, value.size() - 7);
        }
        Result<HttpResponse> answer = co_await m_network.send(std::move(request));
        co_return answer;
    }
    void forget() override { m_network.forget(); }
    [[nodiscard]] QByteArray token() const { return m_token; }

private:
    QtHttpClient m_network;
    QByteArray m_token;
};

void say(const QByteArray &line)
{
    std::puts(line.constData());
    std::fflush(stdout);
}

/// The app, in a process of its own: signs in, downloads, sets a PIN, says what is secret, locks.
int beApp(const QUrl &clinic, const QString &folder)
{
    Watched http;
    FakeSecretStore secrets;
    SystemClock clock;
    auto browser = std::make_unique<FormBrowser>(u"maya"_s, u"demo"_s);
    Account account(http, secrets, *browser, clock, AccountFiles(folder));
    QCoro::waitFor(account.start());
    QCoro::waitFor(account.signIn(clinic));
    if (account.state() != Account::State::Active)
        return 1;
    browser.reset(); // it is another program on a real device
    account.settle();
    if (!QTest::qWaitFor([&] { return account.isFirstSyncDone() && account.sync()->state() == SyncEngine::State::Idle; }, 60'000))
        return 2;
    QByteArray refresh;
    QByteArray record;
    {
        const auto credentials = account.records()->store().credentials();
        refresh = masked((*credentials)->refreshToken, 0, (*credentials)->refreshToken.size());
        const auto records = account.records()->store().records(u"Appointment"_s, 3);
        record = masked(records->first(), 40, 60);
    }
    QByteArray key;
    for (const QByteArray &entry : std::as_const(secrets.entries()))
        key = masked(entry, 1, 32);
    Pin pin;
    for (const int digit : {2, 4, 6, 8, 1, 0})
        pin.append(digit);
    if (!QCoro::waitFor(account.setPin(std::move(pin))))
        return 3;
    for (const QByteArray &secret : {http.token(), refresh, record, key})
        say(secret.toHex());
    std::getchar();
    account.lock();
    QTest::qWait(2000);
    say(account.state() == Account::State::Locked ? "locked" : "open");
    std::getchar();
    return 0;
}

int countIn(qint64 process, const QByteArray &secret)
{
    QFile maps(u"/proc/%1/maps"_s.arg(process));
    QFile memory(u"/proc/%1/mem"_s.arg(process));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        qFatal("the app's memory cannot be read");
    QByteArray wide;
    for (const char c : secret)
        wide.append(c).append('\0');
    int found = 0;
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const QByteArrayList range = line.left(line.indexOf(' ')).split('-');
        if (range.size() != 2 || !line.contains(" rw"))
            continue;
        const qint64 from = range.at(0).toLongLong(nullptr, 16);
        if (!memory.seek(from))
            continue;
        const QByteArray all = memory.read(range.at(1).toLongLong(nullptr, 16) - from);
        found += int(all.count(secret) + all.count(wide));
    }
    return found;
}

} // namespace

/// Two seconds after the lock, who reads the app's memory finds nothing (design security row 28).
class TestAccountMemory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lockedTheMemoryHoldsNoSecret();
};

void TestAccountMemory::lockedTheMemoryHoldsNoSecret()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer's own allocator keeps what was freed");
#endif
    QProcess clinic;
    clinic.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    clinic.start(QStringLiteral(HANDRAIL_CLINIC), {u"demo"_s});
    QVERIFY(clinic.waitForStarted());
    QVERIFY(QTest::qWaitFor([&] { return clinic.canReadLine(); }, 60'000));
    const QString base = QJsonDocument::fromJson(clinic.readLine()).object().value(u"base").toString();
    QVERIFY(!base.isEmpty());
    const QTemporaryDir folder;
    QProcess app;
    app.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    app.start(QCoreApplication::applicationFilePath(), {u"--app"_s, base, folder.filePath(u"accounts"_s)});
    QVERIFY(app.waitForStarted());
    QList<std::pair<const char *, QByteArray>> secrets;
    for (const char *name : {"access token", "refresh token", "a record's text", "the store's key"}) {
        QVERIFY(QTest::qWaitFor([&] { return app.canReadLine(); }, 90'000));
        secrets.append({name, unmasked(QByteArray::fromHex(app.readLine().trimmed()))});
        QVERIFY2(secrets.constLast().second.size() >= 20, name);
    }
    // Else the search finds nothing at all. The key and records at rest are sealed, so those two are what an open app surely holds.
    QVERIFY(countIn(app.processId(), secrets.at(0).second) > 0);
    app.write("\n");
    QVERIFY(QTest::qWaitFor([&] { return app.canReadLine(); }, 20'000));
    QCOMPARE(app.readLine().trimmed(), QByteArray("locked"));
    QStringList found;
    for (const auto &[name, secret] : std::as_const(secrets)) {
        if (const int count = countIn(app.processId(), secret); count > 0)
            found << u"%1: %2"_s.arg(QLatin1String(name)).arg(count);
    }
    app.write("\n");
    QVERIFY(app.waitForFinished());
    clinic.terminate();
    if (!clinic.waitForFinished(5000))
        clinic.kill();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u", ")));
}

int main(int argc, char *argv[])
{
    keepFreedMemoryInReach();
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == u"--app")
        return beApp(QUrl(arguments.at(2)), arguments.at(3));
    TestAccountMemory test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_account_memory.moc"
