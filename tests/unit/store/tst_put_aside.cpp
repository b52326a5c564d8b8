// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeSecretStore.h"
#include "store/AccountFiles.h"
#include "store/Erasing.h"
#include "store/Database.h"
#include "store/StoreOpening.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace handrail;
using namespace Qt::StringLiterals;
using Mode = FakeSecretStore::Mode;

namespace {

const QDateTime now(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC);
const QString account = u"00112233445566778899aabbccddeeff"_s;

OutboxItem checkIn(const QString &identifier, const QByteArray &answers = "answers")
{
    OutboxItem item;
    item.identifier = identifier;
    item.resourceType = u"QuestionnaireResponse"_s;
    item.payload = answers;
    item.queuedAt = now;
    return item;
}

QString kindOf(const Problem &problem)
{
    return nameOf(problem.kind);
}

} // namespace

/// What was not sent from a store that was put aside: it comes back with the key, once, and is erased by age alone.
class PutAsideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aWriteThatUnlocksGivesTheOldStoreBack();
    void aWriteThatUnlocksHarmsNoStoreThatIsAway();
    void aStoreThatStaysShutIsPutAside();
    void unsentItemsComeBack();
    void whatThePersonMadeComesBack();
    void whatIsNewerHereStays();
    void aCutAtAnyStepLeadsToTheSame();
    void whatCameIsNotBroughtTwice();
    void itemsComeBackOnce();
    void otherAnswersStayAside();
    void whatWaitsForAChoiceStaysAside();
    void damagedItemsStayAside();
    void withoutTheKeyNothingIsTouched();
    void whatCannotBeMovedBackKeepsItsKey();
    void signOutKeepsWhatIsPutAside();
    void signOutRemovesWhatIsNoStore();
    void anOpenStoreIsNotErased();
    void accountsPutAsideAreKnown();

private:
    OpenedStore open() { return QCoro::waitFor(openOrCreate(m_secrets, *m_files, account)); }
    OpenedStore beside() { return QCoro::waitFor(openBeside(m_secrets, *m_files, account, now)); }
    QList<AsideStore> readable() { return QCoro::waitFor(readableAside(m_secrets, *m_files, account)); }
    Result<void> signOut() { return QCoro::waitFor(eraseAccount(m_secrets, *m_files, account, AccountFiles::Aside::Keep)); }
    /// A store with these items and values is put aside, because its key is out of reach; gives the key.
    QByteArray putAside(const QList<OutboxItem> &items, const QMap<QString, QByteArray> &values = {});

    FakeSecretStore m_secrets;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<AccountFiles> m_files;
};

void PutAsideTest::init()
{
    m_secrets = {};
    m_directory = std::make_unique<QTemporaryDir>();
    m_files = std::make_unique<AccountFiles>(m_directory->filePath(u"accounts"_s));
}

QByteArray PutAsideTest::putAside(const QList<OutboxItem> &items, const QMap<QString, QByteArray> &values)
{
    {
        const OpenedStore store = open();
        for (const OutboxItem &item : items) {
            if (!store || !(*store)->outbox().queue(item))
                qFatal("not queued");
        }
        for (auto value = values.cbegin(); value != values.cend(); ++value) {
            if (!(*store)->setValue(value.key(), *value))
                qFatal("not kept");
        }
    }
    const QByteArray key = m_secrets.entries().take(storeKeyName(account));
    if (!beside() || m_files->quarantined(account).size() != 1)
        qFatal("not put aside");
    return key;
}

// A locked keyring answers "no such entry"; the write of the new key asks the person, who unlocks it.
void PutAsideTest::aWriteThatUnlocksGivesTheOldStoreBack()
{
    {
        const OpenedStore store = open();
        QVERIFY((*store)->outbox().queue(checkIn(u"a"_s)));
    }
    m_secrets.setMode(Mode::Locked);
    m_secrets.setModeAfter(2, Mode::Open); // both reads find nothing
    const OpenedStore store = beside();
    QVERIFY(store);
    QCOMPARE((*store)->outbox().unsentCount().value(), 1);
    QVERIFY(m_files->quarantined(account).isEmpty());
    QCOMPARE(m_secrets.entries().keys(), QStringList(storeKeyName(account))); // the new key is gone again
}

// The disk with the store is away, too, so that there is nothing to give back yet.
void PutAsideTest::aWriteThatUnlocksHarmsNoStoreThatIsAway()
{
    {
        const OpenedStore store = open();
        QVERIFY((*store)->outbox().queue(checkIn(u"a"_s)));
    }
    const QByteArray key = m_secrets.entries().value(storeKeyName(account));
    const QString place = m_directory->filePath(u"accounts"_s);
    QVERIFY(QDir().rename(place, place + u"-away"_s));
    m_secrets.setMode(Mode::Locked);
    m_secrets.setModeAfter(1, Mode::Open); // the read finds nothing
    {
        const OpenedStore fresh = open();
        QVERIFY(fresh);
        QVERIFY((*fresh)->outbox().queue(checkIn(u"b"_s)));
        QVERIFY(m_secrets.entries().contains(storeKeyName(account, (*fresh)->keyId())));
    }
    QCOMPARE(m_secrets.entries().value(storeKeyName(account)), key);
    {
        const OpenedStore again = open();
        QVERIFY(again && (*again)->outbox().find(u"b"_s).value());
    }
    QVERIFY(QDir(place).removeRecursively() && QDir().rename(place + u"-away"_s, place));
    const OpenedStore back = open();
    QVERIFY(back && (*back)->outbox().find(u"a"_s).value());
}

void PutAsideTest::aStoreThatStaysShutIsPutAside()
{
    putAside({checkIn(u"a"_s)});
    QCOMPARE(m_files->mayHoldUnsent(account).size(), 1);
    const OpenedStore store = open();
    QVERIFY(store);
    QCOMPARE((*store)->outbox().unsentCount().value(), 0);
}

void PutAsideTest::unsentItemsComeBack()
{
    OutboxItem sending = checkIn(u"b"_s);
    sending.state = OutboxState::Sending;
    sending.attempts = 2;
    sending.retryAt = now.addSecs(60);
    OutboxItem rejected = checkIn(u"c"_s);
    rejected.state = OutboxState::Rejected;
    rejected.problem = u"Rejected:invalid"_s;
    OutboxItem done = checkIn(u"d"_s);
    done.state = OutboxState::Done;
    done.doneAt = now;
    OutboxItem urgent = checkIn(u"e"_s);
    urgent.priority = 0;
    const QByteArray key = putAside({checkIn(u"a"_s), sending, rejected, done, urgent});
    const OpenedStore store = open();
    QVERIFY(readable().isEmpty());
    m_secrets.entries().insert(storeKeyName(account), key);

    const QList<AsideStore> aside = readable();
    QCOMPARE(aside.size(), 1);
    QCOMPARE(takeBack(aside.first(), **store).value(), 4);
    QVERIFY(m_files->quarantined(account).isEmpty());
    Outbox &outbox = (*store)->outbox();
    QCOMPARE(outbox.unsentCount().value(), 4);
    QVERIFY(!outbox.find(u"d"_s).value());
    for (const QString &identifier : {u"a"_s, u"b"_s, u"e"_s}) {
        const OutboxItem item = outbox.find(identifier).value().value();
        QCOMPARE(int(item.state), int(OutboxState::Uncertain)); // asked for before it is sent
        QVERIFY(!item.retryAt.isValid());
        QCOMPARE(item.payload, QByteArray("answers"));
        QCOMPARE(item.queuedAt, now);
    }
    QCOMPARE(outbox.find(u"b"_s).value().value().attempts, 2);
    QCOMPARE(outbox.unsent().value().first().identifier, u"e"_s);
    QCOMPARE(int(outbox.find(u"c"_s).value().value().state), int(OutboxState::Rejected));
}

void PutAsideTest::whatThePersonMadeComesBack()
{
    OutboxItem kept = checkIn(u"k"_s, "only mine");
    kept.state = OutboxState::Kept;
    OutboxItem task = checkIn(u"t"_s, "its task");
    task.state = OutboxState::Kept;
    task.after = kept.identifier;
    const QByteArray key = putAside({kept, task},
                                    {{u"safety-plan"_s, "{\"words\":{}}"},
                                     {u"own-things"_s, "1"},
                                     {u"draft/daily"_s, "half an answer"},
                                     {u"first-sync-done"_s, "1"},
                                     {u"sync.lastSuccess"_s, "once"},
                                     {u"mended"_s, "1"}});
    m_secrets.entries().insert(storeKeyName(account), key);
    const OpenedStore store = open();
    QCOMPARE(takeBack(readable().first(), **store, {u"first-sync-done"_s}).value(), 5);
    QVERIFY(m_files->quarantined(account).isEmpty());
    QCOMPARE((*store)->value(u"safety-plan"_s).value().value(), QByteArray("{\"words\":{}}"));
    QCOMPARE((*store)->value(u"own-things"_s).value().value(), QByteArray("1")); // so that a sign-out keeps them
    QCOMPARE((*store)->value(u"draft/daily"_s).value().value(), QByteArray("half an answer"));
    for (const QString &ofOneStore : {u"first-sync-done"_s, u"sync.lastSuccess"_s, u"mended"_s})
        QVERIFY(!(*store)->value(ofOneStore).value());
    QVERIFY(!(*store)->value(cameBackMark).value());
    Outbox &outbox = (*store)->outbox();
    QCOMPARE(outbox.unsentCount().value(), 0); // nothing of it is on its way
    for (const QString &identifier : {u"k"_s, u"t"_s})
        QCOMPARE(int(outbox.find(identifier).value().value().state), int(OutboxState::Kept));
    QCOMPARE(outbox.find(u"k"_s).value().value().payload, QByteArray("only mine"));
    QCOMPARE(outbox.find(u"t"_s).value().value().after, u"k"_s);
}

void PutAsideTest::whatIsNewerHereStays()
{
    const QByteArray key = putAside({checkIn(u"a"_s, "first")}, {{u"safety-plan"_s, "old"}, {u"learning"_s, "same"}});
    m_secrets.entries().insert(storeKeyName(account), key);
    const OpenedStore store = open();
    QVERIFY((*store)->setValue(u"safety-plan"_s, "new"));
    QVERIFY((*store)->setValue(u"learning"_s, "same"));
    QVERIFY(takeBack(readable().first(), **store));
    QCOMPARE((*store)->value(u"safety-plan"_s).value().value(), QByteArray("new"));
    QCOMPARE((*store)->value(cameBackPrefix + u"safety-plan"_s).value().value(), QByteArray("old"));
    QVERIFY((*store)->value(cameBackMark).value());
    QVERIFY(!(*store)->value(cameBackPrefix + u"learning"_s).value());
    QVERIFY(m_files->quarantined(account).isEmpty());
}

/// Ends after so many writes of the present store, as a disk that takes no more; the next time goes on from there.
void PutAsideTest::aCutAtAnyStepLeadsToTheSame()
{
    OutboxItem kept = checkIn(u"k"_s);
    kept.state = OutboxState::Kept;
    const QByteArray key =
        putAside({checkIn(u"a"_s), kept}, {{u"own-marks/2026-03"_s, "{}"}, {u"my-people"_s, "[1]"}, {u"safety-plan"_s, "old"}});
    m_secrets.entries().insert(storeKeyName(account), key);
    {
        const OpenedStore store = open();
        QVERIFY((*store)->setValue(u"safety-plan"_s, "new"));
    }
    const QString folder = m_directory->filePath(u"accounts"_s);
    const QString whole = m_directory->filePath(u"whole"_s);
    const auto copyAll = [](const QString &from, const QString &to) {
        QDir(to).removeRecursively();
        QDir().mkpath(to);
        for (const QString &name : QDir(from).entryList(QDir::Files))
            QVERIFY(QFile::copy(from + u'/' + name, to + u'/' + name));
    };
    copyAll(folder, whole);
    // One after the other of what it takes is in the present store already, and not yet out of the other.
    for (int there = 0; there < 6; ++there) {
        copyAll(whole, folder);
        const OpenedStore store = open();
        QVERIFY(store);
        const AsideStore aside = readable().first();
        if (there >= 1) {
            OutboxItem came = checkIn(u"a"_s);
            came.state = OutboxState::Uncertain;
            QVERIFY((*store)->outbox().queue(came));
        }
        if (there >= 2)
            QVERIFY((*store)->outbox().queue(kept));
        if (there >= 3)
            QVERIFY((*store)->setValue(u"own-marks/2026-03"_s, "{}"));
        if (there >= 4)
            QVERIFY((*store)->setValue(cameBackMark, "1"));
        if (there >= 5)
            QVERIFY((*store)->setValue(cameBackPrefix + u"safety-plan"_s, "old"));
        QVERIFY(takeBack(aside, **store));
        QVERIFY(m_files->quarantined(account).isEmpty());
        QCOMPARE((*store)->outbox().all()->size(), 2);
        QCOMPARE((*store)->outbox().unsentCount().value(), 1);
        QCOMPARE(int((*store)->outbox().find(u"k"_s).value().value().state), int(OutboxState::Kept));
        QCOMPARE((*store)->value(u"own-marks/2026-03"_s).value().value(), QByteArray("{}"));
        QCOMPARE((*store)->value(u"my-people"_s).value().value(), QByteArray("[1]"));
        QCOMPARE((*store)->value(u"safety-plan"_s).value().value(), QByteArray("new"));
        QCOMPARE((*store)->value(cameBackPrefix + u"safety-plan"_s).value().value(), QByteArray("old"));
    }
}

// A damaged item keeps the file there; what the person takes away here must not come from it once more.
void PutAsideTest::whatCameIsNotBroughtTwice()
{
    const QByteArray key = putAside({checkIn(u"a"_s)}, {{u"own-marks/2026-03"_s, "{}"}});
    {
        auto database = Database::open(m_files->quarantined(account).first(), Database::Access::ReadWrite);
        QVERIFY((*database)->once(u"UPDATE outbox SET sealed = zeroblob(length(sealed)) WHERE sequence = 1"_s));
    }
    m_secrets.entries().insert(storeKeyName(account), key);
    const OpenedStore store = open();
    QVERIFY(!takeBack(readable().first(), **store));
    QCOMPARE((*store)->value(u"own-marks/2026-03"_s).value().value(), QByteArray("{}"));
    QVERIFY((*store)->removeValue(u"own-marks/2026-03"_s));
    QVERIFY(!takeBack(readable().first(), **store));
    QVERIFY(!(*store)->value(u"own-marks/2026-03"_s).value());
    QCOMPARE(m_files->mayHoldUnsent(account).size(), 1);
}

void PutAsideTest::itemsComeBackOnce()
{
    const QByteArray key = putAside({checkIn(u"a"_s), checkIn(u"b"_s)});
    const QString path = m_files->quarantined(account).first();
    QVERIFY(QFile::copy(path, m_directory->filePath(u"copy"_s)));
    m_secrets.entries().insert(storeKeyName(account), key);
    const OpenedStore store = open();
    QCOMPARE(takeBack(readable().first(), **store).value(), 2);
    // As if killed before the file was removed; one was sent meanwhile.
    QVERIFY(QFile::copy(m_directory->filePath(u"copy"_s), path));
    OutboxItem sent = (*store)->outbox().find(u"a"_s).value().value();
    sent.state = OutboxState::Done;
    sent.doneAt = now;
    QVERIFY((*store)->outbox().update(sent));
    QCOMPARE(takeBack(readable().first(), **store).value(), 0);
    QVERIFY(m_files->quarantined(account).isEmpty());
    QCOMPARE((*store)->outbox().all().value().size(), 2);
    QCOMPARE((*store)->outbox().unsentCount().value(), 1);
}

// The same day's check-in was done again while the first could not be reached.
void PutAsideTest::otherAnswersStayAside()
{
    const QByteArray key = putAside({checkIn(u"a"_s, "first"), checkIn(u"b"_s)});
    m_secrets.entries().insert(storeKeyName(account), key);
    const OpenedStore store = open();
    QVERIFY((*store)->outbox().queue(checkIn(u"a"_s, "second")));
    for (int i = 0; i < 2; ++i) {
        const auto taken = takeBack(readable().first(), **store);
        QVERIFY(!taken);
        QCOMPARE(kindOf(taken.error()), u"Conflict"_s);
        QCOMPARE(m_files->mayHoldUnsent(account).size(), 1);
        QCOMPARE((*store)->outbox().find(u"a"_s).value().value().payload, QByteArray("second"));
        QCOMPARE((*store)->outbox().unsentCount().value(), 2); // the other one came
    }
}

/// What was refused was answered again here; but for what was refused for other answers alone, which are these.
void PutAsideTest::whatWaitsForAChoiceStaysAside()
{
    for (const bool isOutrun : {false, true}) {
        init();
        OutboxItem refused = checkIn(u"a"_s, "first");
        refused.state = OutboxState::Rejected;
        refused.problem = isOutrun ? QString(outrunProblem) : u"Rejected:invalid"_s;
        const QByteArray key = putAside({refused});
        m_secrets.entries().insert(storeKeyName(account), key);
        const OpenedStore store = open();
        OutboxItem sent = checkIn(u"a"_s, "second");
        sent.state = OutboxState::Done;
        sent.doneAt = now;
        QVERIFY((*store)->outbox().queue(sent));
        QCOMPARE(takeBack(readable().first(), **store).has_value(), !isOutrun);
        QCOMPARE(m_files->mayHoldUnsent(account).size(), isOutrun ? 1 : 0);
        QVERIFY((*store)->outbox().removeDone(now.addDays(8)));
        if (!isOutrun)
            continue;
        QCOMPARE(takeBack(readable().first(), **store).value(), 1);
        const OutboxItem came = (*store)->outbox().find(u"a"_s).value().value();
        QCOMPARE(came.payload, QByteArray("first"));
        QCOMPARE(came.problem, QString(outrunProblem));
    }
}

void PutAsideTest::damagedItemsStayAside()
{
    const QByteArray key = putAside({checkIn(u"a"_s), checkIn(u"b"_s)});
    {
        auto database = Database::open(m_files->quarantined(account).first(), Database::Access::ReadWrite);
        QVERIFY((*database)->once(u"UPDATE outbox SET sealed = zeroblob(length(sealed)) WHERE sequence = 1"_s));
    }
    m_secrets.entries().insert(storeKeyName(account), key);
    const OpenedStore store = open();
    QVERIFY(!takeBack(readable().first(), **store));
    QCOMPARE((*store)->outbox().unsentCount().value(), 1);
    QCOMPARE(m_files->mayHoldUnsent(account).size(), 1);
}

void PutAsideTest::withoutTheKeyNothingIsTouched()
{
    const QByteArray key = putAside({checkIn(u"a"_s)});
    m_secrets.entries().insert(storeKeyName(account), StoreKey::generate().toKeychain());
    QVERIFY(readable().isEmpty());
    m_secrets.entries().insert(storeKeyName(account), key);
    for (const Mode mode : {Mode::Locked, Mode::Hung, Mode::Missing}) {
        m_secrets.setMode(mode);
        QVERIFY(readable().isEmpty());
    }
    QCOMPARE(m_files->quarantined(account).size(), 1);
}

void PutAsideTest::signOutKeepsWhatIsPutAside()
{
    const QByteArray key = putAside({checkIn(u"a"_s)});
    m_secrets.entries().insert(storeKeyName(account), key);
    QVERIFY(signOut());
    QVERIFY(!m_files->hasStore(account));
    QCOMPARE(m_files->mayHoldUnsent(account).size(), 1);
    QCOMPARE(m_secrets.entries().keys(), QStringList(storeKeyName(account)));
    // The same person signs in again.
    const OpenedStore store = open();
    QCOMPARE((*store)->outbox().unsentCount().value(), 1);
}

// Something lies in the way of the store that is to come back; its key must wait for that to go.
void PutAsideTest::whatCannotBeMovedBackKeepsItsKey()
{
    const QByteArray key = putAside({checkIn(u"a"_s)});
    m_secrets.entries().insert(storeKeyName(account), key);
    QVERIFY(signOut());
    const QString obstacle = m_files->pathOf(account) + u".salvage"_s;
    QVERIFY(QDir().mkpath(obstacle + u"/in the way"_s));
    const OpenedStore refused = open();
    QVERIFY(!refused);
    QCOMPARE(kindOf(refused.error()), u"StoreReadOnly"_s);
    QCOMPARE(m_secrets.entries().value(storeKeyName(account)), key);
    QCOMPARE(m_files->mayHoldUnsent(account).size(), 1);
    QVERIFY(QDir(obstacle).removeRecursively());
    const OpenedStore store = open();
    QVERIFY(store);
    QCOMPARE((*store)->outbox().unsentCount().value(), 1);
    QVERIFY(m_files->quarantined(account).isEmpty());
}

void PutAsideTest::signOutRemovesWhatIsNoStore()
{
    QVERIFY(m_files->makeDirectory());
    {
        QFile file(m_files->pathOf(account));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(500, 'x')) == 500);
    }
    QVERIFY(beside());
    QCOMPARE(m_files->quarantined(account).size(), 1);
    QVERIFY(m_files->mayHoldUnsent(account).isEmpty());
    QVERIFY(signOut());
    QVERIFY(m_files->quarantined(account).isEmpty());
    QVERIFY(m_secrets.entries().isEmpty());
}

// Somebody signs out and in again at once: the erasing that is still under way must not take the new store.
void PutAsideTest::anOpenStoreIsNotErased()
{
    const OpenedStore store = open();
    QCOMPARE(kindOf(m_files->erase(account).error()), u"StoreInUse"_s);
    QVERIFY(m_files->hasStore(account));
    // Nor its keys: what is written into it from now on could never be read again.
    const auto keys = m_secrets.entries();
    QCOMPARE(kindOf(QCoro::waitFor(eraseAccount(m_secrets, *m_files, account)).error()), u"StoreInUse"_s);
    QVERIFY(accountsToErase(*m_files).isEmpty()); // and no later start is told to
    QVERIFY(announceErasing(*m_files, account));
    QCOMPARE(kindOf(QCoro::waitFor(finishErasing(m_secrets, *m_files, account)).error()), u"StoreInUse"_s);
    QCOMPARE(m_secrets.entries(), keys);
}

void PutAsideTest::accountsPutAsideAreKnown()
{
    putAside({checkIn(u"a"_s)});
    QVERIFY(signOut());
    QVERIFY(m_files->accounts().isEmpty());
    QCOMPARE(m_files->everyAccount(), QStringList(account));
    QVERIFY(QCoro::waitFor(eraseAccount(m_secrets, *m_files, account))); // handrail --reset
    QVERIFY(m_files->everyAccount().isEmpty());
}

QTEST_GUILESS_MAIN(PutAsideTest)
#include "tst_put_aside.moc"
