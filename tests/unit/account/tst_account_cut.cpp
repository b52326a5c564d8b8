// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/OneDevice.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <functional>
#include <utility>
#include <vector>

#include <unistd.h>

using namespace handrail;
using namespace Qt::StringLiterals;
using State = Account::State;

namespace {

std::function<void()> beforeSync;

} // namespace

/// Stands before the C library's own: what was written until here is what a program that is killed here leaves.
extern "C" int fdatasync(int file)
{
    if (const auto call = std::exchange(beforeSync, nullptr)) {
        call();
        beforeSync = call;
    }
    return ::fsync(file);
}

/// Who is leaving when the app is ended: the next start brings it to its end.
class TestAccountCut final : public QObject, OneDevice
{
    Q_OBJECT

    void signInWithASession()
    {
        signIn();
        m_account->settle();
        QTRY_VERIFY(m_account->isFirstSyncDone());
        QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
        QVERIFY(m_account->records()->store().putRecords(
            {{u"Appointment"_s, u"a1"_s, u"1"_s, m_clock.nowUtc(), {}, "{\"resourceType\":\"Appointment\",\"id\":\"a1\"}"}}));
    }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup()
    {
        beforeSync = nullptr;
        end();
    }
    void aCutAtAnyStepIsNotTheEnd_data();
    void aCutAtAnyStepIsNotTheEnd();
    void aCutBetweenTwoWritesIsNotTheEnd_data();
    void aCutBetweenTwoWritesIsNotTheEnd();
    void aDiskThatRefusesTheRestIsNotTheEnd_data() { aCutBetweenTwoWritesIsNotTheEnd_data(); }
    void aDiskThatRefusesTheRestIsNotTheEnd();
    void whatWasNotFinishedGoesToo();

private:
    /// The store that is open keeps its records, whoever removes them, until it is opened anew.
    [[nodiscard]] static bool refuseRemovals()
    {
        int done = 0;
        for (const QString &name : QSqlDatabase::connectionNames()) {
            if (name.startsWith(u"handrail-store-"))
                done += QSqlQuery(QSqlDatabase::database(name))
                            .exec(u"CREATE TEMP TRIGGER refuse BEFORE DELETE ON record BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
        }
        return done == 1;
    }
};

void TestAccountCut::aCutAtAnyStepIsNotTheEnd_data()
{
    QTest::addColumn<bool>("isEverything");
    QTest::addColumn<bool>("isUnsent");
    QTest::addColumn<bool>("isRelative");
    QTest::newRow("sign out and erase") << true << false << false;
    QTest::newRow("sign out and erase, with something unsent") << true << true << false;
    QTest::newRow("sign out") << false << false << false;
    QTest::newRow("sign out, with something unsent") << false << true << false;
    QTest::newRow("a relative signs out") << false << false << true;
    QTest::newRow("a relative signs out, with something unsent") << false << true << true;
}

/// The disk and the keychain as they are at each signal and before each write waits for the disk: the next start goes on from there.
void TestAccountCut::aCutAtAnyStepIsNotTheEnd()
{
    QFETCH(const bool, isEverything);
    QFETCH(const bool, isUnsent);
    QFETCH(const bool, isRelative);
    if (isRelative)
        m_server->setPerson({u"sub-rosa"_s, u"RelatedPerson/r1"_s, u"p1"_s});
    signInWithASession();
    const QString ofSessions = u"of-sessions/how-it-was"_s;
    QVERIFY(m_account->records()->store().setValue(ofSessions, "[]"));
    OutboxItem answer;
    answer.identifier = urn(newId());
    answer.resourceType = u"AppointmentResponse"_s;
    answer.payload = R"({"resourceType":"AppointmentResponse"})";
    answer.queuedAt = answer.doneAt = m_clock.nowUtc();
    QVERIFY(m_account->records()->store().outbox().queue(answer));
    answer.state = OutboxState::Done;
    QVERIFY(m_account->records()->store().outbox().update(answer));
    if (isUnsent)
        queue();
    const QString hash = m_account->accountHash();
    struct Cut {
        std::unique_ptr<QTemporaryDir> disk;
        QHash<QString, QByteArray> entries;
    };
    std::vector<Cut> cuts;
    const auto cut = [&] {
        Cut now{std::make_unique<QTemporaryDir>(), m_secrets->entries()};
        for (const QString &name : left())
            QVERIFY(QFile::copy(accounts() + u'/' + name, now.disk->filePath(name)));
        cuts.push_back(std::move(now));
    };
    connect(m_account.get(), &Account::aboutToLock, this, cut);
    connect(m_account.get(), &Account::pinChanged, this, cut);
    connect(m_account.get(), &Account::left, this, cut);
    connect(m_account.get(), &Account::recordsChanged, this, cut);
    connect(m_account.get(), &Account::stateChanged, this, cut);
    connect(m_account.get(), &Account::erased, this, cut);
    beforeSync = cut;
    QCoro::waitFor(m_account->signOut(isEverything ? Account::Leaving::Erase : Account::Leaving::KeepUnsent));
    m_account.reset();
    beforeSync = nullptr;
    QVERIFY(cuts.size() >= (isUnsent && !isEverything ? 8 : 6)); // four signals, and what is written
    bool isOut = false;
    for (const Cut &at : cuts) {
        FakeSecretStore keychain;
        keychain.entries() = at.entries;
        Account next(*m_http, keychain, *m_browser, m_clock, AccountFiles(at.disk->path()));
        QCoro::waitFor(next.start());
        if (!isOut && next.state() == State::Active) { // nothing was done yet
            QCOMPARE(next.records()->store().recordCount().value(), 1);
            QVERIFY(next.records()->store().value(ofSessions).value());
            QCOMPARE(next.records()->store().outbox().all()->size(), isUnsent ? 2 : 1);
            continue;
        }
        isOut = true;
        QCOMPARE(next.state(), State::SignedOut);
        const QDir disk(at.disk->path());
        if (isUnsent && !isEverything) {
            const auto key = StoreKey::fromKeychain(keychain.entries().value(storeKeyName(hash)));
            const auto lying = Store::open(AccountFiles(disk.path()).pathOf(hash), *key);
            QVERIFY(lying);
            QVERIFY(!(*lying)->credentials().value());
            QCOMPARE((*lying)->recordCount().value(), 0);
            QCOMPARE((*lying)->outbox().unsentCount().value(), 1);
            QCOMPARE((*lying)->outbox().all()->size(), isRelative ? 1 : 2);
            QCOMPARE((*lying)->value(ofSessions)->has_value(), !isRelative);
            continue;
        }
        QTRY_VERIFY(disk.entryList({u"*.db*"_s, u"erase-*"_s}, QDir::Files).isEmpty());
        QTRY_VERIFY(QStringList(keychain.entries().keys()).filter(hash).isEmpty());
    }
    QVERIFY(isOut);
}

void TestAccountCut::aCutBetweenTwoWritesIsNotTheEnd_data()
{
    QTest::addColumn<bool>("hasPin");
    QTest::newRow("without a PIN") << false;
    QTest::newRow("with a PIN") << true;
}

/// The sign-in was gone, and the clinic's records were not yet.
void TestAccountCut::aCutBetweenTwoWritesIsNotTheEnd()
{
    QFETCH(const bool, hasPin);
    signInWithASession();
    queue();
    const QString path = AccountFiles(accounts()).pathOf(m_account->accountHash());
    const auto key = StoreKey::fromKeychain(m_secrets->entries().value(storeKeyName(m_account->accountHash())));
    if (hasPin)
        setPin();
    QVERIFY(m_account->records()->store().clearCredentials());
    open();
    if (hasPin) {
        QCOMPARE(m_account->state(), State::Locked);
        unlock();
    }
    QCOMPARE(m_account->state(), State::SignedOut);
    QVERIFY(!AccountFiles(accounts()).lastAccount());
    open(); // and no PIN is asked for nobody
    QCOMPARE(m_account->state(), State::SignedOut);
    m_account.reset();
    const auto lying = Store::open(path, *key);
    QVERIFY(lying);
    QCOMPARE((*lying)->recordCount().value(), 0);
    QCOMPARE((*lying)->outbox().unsentCount().value(), 1);
}

/// As on a full disk, where it fits that they are out and no more does: who comes next is asked for nobody's PIN.
void TestAccountCut::aDiskThatRefusesTheRestIsNotTheEnd()
{
    QFETCH(const bool, hasPin);
    signInWithASession();
    m_server->route("POST", FakeFhirServer::at(u"QuestionnaireResponse"_s), FakeReply::html(500));
    queue();
    const AccountFiles files(accounts());
    const QString path = files.pathOf(m_account->accountHash());
    const auto key = StoreKey::fromKeychain(m_secrets->entries().value(storeKeyName(m_account->accountHash())));
    if (hasPin)
        setPin();
    QVERIFY(refuseRemovals());
    QCoro::waitFor(m_account->signOut());
    QCOMPARE(m_account->state(), State::SignedOut);
    QCOMPARE(files.lastAccount().has_value(), !hasPin); // where the next start can finish it, it looks there
    open();
    QCOMPARE(m_account->state(), State::SignedOut);
    QVERIFY(!files.lastAccount());
    if (hasPin) { // what is unsent is there for who was out, by the PIN
        signIn(State::Locked);
        unlock();
        QCOMPARE(m_account->state(), State::Active);
        QCOMPARE(unsent(), 1);
        return;
    }
    m_account.reset();
    const auto lying = Store::open(path, *key);
    QVERIFY(lying);
    QCOMPARE((*lying)->recordCount().value(), 0);
    QVERIFY(!(*lying)->credentials().value());
    QCOMPARE((*lying)->outbox().unsentCount().value(), 1);
}

/// What a program that was killed while it wrote a note left of it.
void TestAccountCut::whatWasNotFinishedGoesToo()
{
    signIn();
    const QString hash = m_account->accountHash();
    m_account.reset();
    const QStringList names{u"erase-"_s + hash + u".aBcDeF"_s, u"last.aBcDeF"_s,
                            u"revoke-00112233445566778899aabbccddeeff-20260302.aBcDeF"_s};
    const auto leaveThem = [&] {
        for (const QString &name : names) {
            QFile file(accounts() + u'/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("half") == 4);
        }
    };
    leaveThem();
    m_secrets->entries().insert(u"org.handrail.app/revoke/00112233445566778899aabbccddeeff"_s, "its key");
    open();
    QCOMPARE(m_account->state(), State::Active);
    m_account->settle();
    QTRY_VERIFY(left(u"*.aBcDeF"_s).isEmpty());
    QTRY_COMPARE(m_secrets->entries().size(), 1);
    leaveThem();
    QCoro::waitFor(m_account->signOut(Account::Leaving::Erase));
    QVERIFY(left(u"erase-*"_s).isEmpty() && left(u"last.*"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestAccountCut)
#include "tst_account_cut.moc"
