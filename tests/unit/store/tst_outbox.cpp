// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/Database.h"
#include "store/Outbox.h"
#include "store/Sealer.h"
#include "store/Store.h"
#include "store/StoreFile.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 3, 2), QTime(15, 0, 0, 250), Qt::UTC);

OutboxItem checkIn(const QString &identifier, int priority = 1)
{
    OutboxItem item;
    item.identifier = identifier;
    item.resourceType = u"QuestionnaireResponse"_s;
    item.dependencyKey = u"checkin"_s;
    item.priority = priority;
    item.payload = "{\"resourceType\":\"QuestionnaireResponse\",\"n\":\"" + identifier.toUtf8() + "\"}";
    item.queuedAt = now;
    return item;
}

StoreKey testKey()
{
    return StoreKey::fromKeychain(QByteArray(1, 1) + QByteArray(48, 'k')).value();
}

/// The other process of the test below: queues items for ever and says each one's number once it is durable.
int queueForEver(const QString &path)
{
    auto store = Store::open(path, testKey());
    if (!store)
        return 3;
    for (int i = (*store)->outbox().all().value().size();; ++i) {
        if (!(*store)->outbox().queue(checkIn(u"urn:uuid:%1"_s.arg(i))))
            return 4;
        std::printf("OK %d\n", i);
        std::fflush(stdout);
    }
}

} // namespace

class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void updatesKeepWhatTheyAreAndGoAllTogether();
    void whatIsForgottenTakesAlongWhatFollows();
    void onlyWhatIsHereIsWithdrawn();
    void cleanup()
    {
        m_store.reset();
        m_directory.reset();
    }
    void keepsEveryField();
    void queuesOncePerIdentifier();
    void newAnswersDoNotVanish_data();
    void newAnswersDoNotVanish();
    void ordersByPriorityThenSequence();
    void neverReusesASequence();
    void stateMoves();
    void payloadIsFrozenOnceItMayHaveArrived();
    void answersGivenMeanwhileAreNotOverwritten();
    void damagedItemIsListedNotDropped();
    void damagedItemDoesNotBlockItsIdentifier();
    void forgedDoneIsDamage();
    void onlyWhatWasRefusedIsForgotten();
    void killedProcessLosesNothingItCalledSaved();

private:
    [[nodiscard]] Outbox &outbox() { return m_store->outbox(); }
    void tamper(const QString &sql);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Store> m_store;
    QString m_path;
};

void OutboxTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(u"a.db"_s);
    auto store = Store::create(m_path, testKey());
    QVERIFY(store);
    m_store = std::move(*store);
}

void OutboxTest::tamper(const QString &sql)
{
    m_store.reset();
    {
        auto database = Database::open(m_path, Database::Access::ReadWrite);
        QVERIFY(database);
        QVERIFY((*database)->once(sql));
    }
    auto store = Store::open(m_path, testKey());
    QVERIFY(store);
    m_store = std::move(*store);
}

void OutboxTest::updatesKeepWhatTheyAreAndGoAllTogether()
{
    OutboxItem update = checkIn(u"urn:uuid:2"_s);
    update.action = OutboxAction::Update;
    update.after = u"urn:uuid:1"_s;
    OutboxItem nameless = checkIn({});
    QVERIFY(!outbox().queueAll({checkIn(u"urn:uuid:1"_s), update, nameless})); // all or none
    QCOMPARE(outbox().unsentCount().value(), 0);
    QVERIFY(outbox().queueAll({checkIn(u"urn:uuid:1"_s), update}));
    tamper(u"SELECT 1"_s); // closes and opens again
    const OutboxItem read = outbox().find(update.identifier).value().value();
    QCOMPARE(int(read.action), int(OutboxAction::Update));
    QCOMPARE(read.after, update.after);
    const OutboxItem first = outbox().find(u"urn:uuid:1"_s).value().value();
    QCOMPARE(int(first.action), int(OutboxAction::Create));
    QVERIFY(first.after.isEmpty());
    QVERIFY(first.sequence < read.sequence);
    QVERIFY(outbox().queueAll({checkIn(u"urn:uuid:1"_s), update})); // again the same: nothing new
    QCOMPARE(outbox().unsentCount().value(), 2);
}

void OutboxTest::whatIsForgottenTakesAlongWhatFollows()
{
    OutboxItem refused = checkIn(u"urn:uuid:1"_s);
    refused.state = OutboxState::Rejected;
    OutboxItem next = checkIn(u"urn:uuid:2"_s);
    next.after = refused.identifier;
    OutboxItem last = checkIn(u"urn:uuid:3"_s);
    last.after = next.identifier;
    QVERIFY(outbox().queueAll({refused, next, last, checkIn(u"urn:uuid:4"_s)}));
    QVERIFY(outbox().forget(outbox().find(refused.identifier).value()->sequence));
    QCOMPARE(outbox().unsentCount().value(), 1);
    QVERIFY(outbox().find(u"urn:uuid:4"_s).value().has_value());
}

void OutboxTest::keepsEveryField()
{
    OutboxItem item = checkIn(u"urn:uuid:1"_s, 0);
    item.state = OutboxState::Queued;
    item.attempts = 3;
    item.retryAt = now.addSecs(60);
    item.serverId = u"qr-9"_s;
    item.doneAt = now.addSecs(90);
    item.problem = u"http-503"_s;
    item.sequence = outbox().queue(item).value();
    tamper(u"SELECT 1"_s); // closes and opens again
    const OutboxItem read = outbox().find(item.identifier).value().value();
    QCOMPARE(read.sequence, item.sequence);
    QCOMPARE(read.identifier, item.identifier);
    QCOMPARE(read.resourceType, item.resourceType);
    QCOMPARE(read.dependencyKey, item.dependencyKey);
    QCOMPARE(read.priority, 0);
    QCOMPARE(read.payload, item.payload);
    QCOMPARE(int(read.state), int(OutboxState::Queued));
    QCOMPARE(read.attempts, 3);
    QCOMPARE(read.queuedAt, now);
    QCOMPARE(read.retryAt, item.retryAt);
    QCOMPARE(read.serverId, item.serverId);
    QCOMPARE(read.doneAt, item.doneAt);
    QCOMPARE(read.problem, item.problem);
    QVERIFY(!outbox().find(u"urn:uuid:2"_s).value());
    // Whether it may have left, however often it was tried or searched for, and behind what else there may be of it.
    for (const int attempts : {0, 3}) {
        for (const int searches : {0, 2}) {
            for (const bool mayHaveLeft : {false, true}) {
                for (const QString &after : {QString(), u"urn:uuid:7"_s}) {
                    item.attempts = attempts;
                    item.searches = searches;
                    item.mayHaveLeft = mayHaveLeft;
                    item.after = after;
                    QVERIFY(outbox().update(item));
                    const OutboxItem again = outbox().find(item.identifier).value().value();
                    QCOMPARE(again.mayHaveLeft, mayHaveLeft);
                    QCOMPARE(again.attempts, attempts);
                    QCOMPARE(again.searches, searches);
                    QCOMPARE(again.after, after);
                }
            }
        }
    }
}

void OutboxTest::queuesOncePerIdentifier()
{
    const qint64 first = outbox().queue(checkIn(u"urn:uuid:1"_s)).value();
    OutboxItem again = checkIn(u"urn:uuid:1"_s);
    again.queuedAt = now.addSecs(60);
    QCOMPARE(outbox().queue(again).value(), first);
    QCOMPARE(outbox().all().value().size(), 1);
    QCOMPARE(outbox().find(u"urn:uuid:1"_s).value().value().queuedAt, now);
    const auto nameless = outbox().queue(checkIn({}));
    QVERIFY(!nameless);
    QCOMPARE(nameless.error().kind, ProblemKind::BadData);
}

void OutboxTest::newAnswersDoNotVanish_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("queued") << int(OutboxState::Queued) << false;
    QTest::newRow("sending") << int(OutboxState::Sending) << false;
    QTest::newRow("uncertain") << int(OutboxState::Uncertain) << false;
    QTest::newRow("needs sign-in") << int(OutboxState::NeedsAuth) << false;
    QTest::newRow("conflict") << int(OutboxState::Conflict) << false;
    QTest::newRow("done") << int(OutboxState::Done) << false;
    QTest::newRow("rejected") << int(OutboxState::Rejected) << true;
}

// The same day's check-in, done again with other answers.
void OutboxTest::newAnswersDoNotVanish()
{
    QFETCH(const int, state);
    QFETCH(const bool, isTaken);
    OutboxItem item = checkIn(u"a"_s);
    const qint64 first = outbox().queue(item).value();
    item.state = OutboxState(state);
    item.problem = u"Rejected:invalid"_s;
    QVERIFY(outbox().update(item));

    OutboxItem again = checkIn(u"a"_s);
    again.payload = "other answers";
    again.queuedAt = now.addSecs(60);
    const auto queued = outbox().queue(again);
    const OutboxItem kept = outbox().find(u"a"_s).value().value();
    QCOMPARE(outbox().all().value().size(), 1);
    if (!isTaken) {
        QVERIFY(!queued);
        QCOMPARE(queued.error().kind, ProblemKind::Conflict);
        QCOMPARE(kept.payload, item.payload);
        QCOMPARE(int(kept.state), state);
        return;
    }
    QCOMPARE(queued.value(), first);
    QCOMPARE(kept.payload, again.payload);
    QCOMPARE(int(kept.state), int(OutboxState::Queued));
    QVERIFY(kept.problem.isEmpty());
    QCOMPARE(kept.queuedAt, again.queuedAt);
}

void OutboxTest::ordersByPriorityThenSequence()
{
    for (const auto &[id, priority] : {std::pair(u"a"_s, 1), {u"b"_s, 2}, {u"c"_s, 0}, {u"d"_s, 1}, {u"e"_s, 0}})
        QVERIFY(outbox().queue(checkIn(id, priority)));
    QStringList order;
    const QList<OutboxItem> unsent = outbox().unsent().value();
    for (const OutboxItem &item : unsent)
        order.append(item.identifier);
    QCOMPARE(order, QStringList({u"c"_s, u"e"_s, u"a"_s, u"d"_s, u"b"_s}));
    order.clear();
    const QList<OutboxItem> newest = outbox().all().value();
    for (const OutboxItem &item : newest)
        order.append(item.identifier);
    QCOMPARE(order, QStringList({u"e"_s, u"d"_s, u"c"_s, u"b"_s, u"a"_s}));
}

void OutboxTest::neverReusesASequence()
{
    OutboxItem item = checkIn(u"a"_s);
    const qint64 first = outbox().queue(item).value();
    item.state = OutboxState::Done;
    item.doneAt = now;
    QVERIFY(outbox().update(item));
    QCOMPARE(outbox().removeDone(now).value(), 0);
    QCOMPARE(outbox().removeDone(now.addSecs(1)).value(), 1);
    QCOMPARE(outbox().all().value().size(), 0);
    QVERIFY(outbox().queue(checkIn(u"b"_s)).value() > first);
    QCOMPARE(outbox().removeDone(now.addDays(99)).value(), 0);
}

void OutboxTest::stateMoves()
{
    OutboxItem item = checkIn(u"a"_s);
    QVERIFY(outbox().queue(item));
    QCOMPARE(outbox().unsentCount().value(), 1);
    for (const OutboxState state : {OutboxState::Sending, OutboxState::Uncertain, OutboxState::NeedsAuth, OutboxState::Queued,
                                    OutboxState::Rejected, OutboxState::Conflict}) {
        item.state = state;
        item.queuedAt = {};
        QVERIFY(outbox().update(item));
        const OutboxItem read = outbox().find(u"a"_s).value().value();
        QCOMPARE(int(read.state), int(state));
        QCOMPARE(read.queuedAt, now);
        QCOMPARE(outbox().unsentCount().value(), 1);
    }
    item.state = OutboxState::Done;
    QVERIFY(outbox().update(item));
    QCOMPARE(outbox().unsentCount().value(), 0);
    QCOMPARE(outbox().unsent().value().size(), 0);
    QCOMPARE(outbox().all().value().size(), 1);
    // Adds what is not there.
    QVERIFY(outbox().update(checkIn(u"b"_s)));
    QCOMPARE(outbox().unsentCount().value(), 1);
}

void OutboxTest::payloadIsFrozenOnceItMayHaveArrived()
{
    for (const OutboxState state : {OutboxState::Sending, OutboxState::Uncertain, OutboxState::Done}) {
        const QString id = QString::number(int(state));
        OutboxItem item = checkIn(id);
        QVERIFY(outbox().queue(item));
        item.state = state;
        QVERIFY(outbox().update(item));
        OutboxItem edited = item;
        edited.state = OutboxState::Queued;
        edited.payload = "edited";
        const auto refused = outbox().update(edited);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ProblemKind::Conflict);
        QCOMPARE(outbox().find(id).value().value().payload, item.payload);
    }
    for (const OutboxState state : {OutboxState::Queued, OutboxState::NeedsAuth, OutboxState::Rejected, OutboxState::Conflict}) {
        const QString id = QString::number(int(state));
        OutboxItem item = checkIn(id);
        QVERIFY(outbox().queue(item));
        item.state = state;
        QVERIFY(outbox().update(item));
        item.state = OutboxState::Queued;
        item.payload = "edited";
        QVERIFY(outbox().update(item));
        QCOMPARE(outbox().find(id).value().value().payload, QByteArray("edited"));
    }
}

// The sender holds an item; the person does the check-in again; then the sender marks what it holds as on its way.
void OutboxTest::answersGivenMeanwhileAreNotOverwritten()
{
    OutboxItem held = checkIn(u"a"_s);
    QVERIFY(outbox().queue(held));
    OutboxItem again = held;
    again.payload = "second answers";
    QVERIFY(outbox().update(again));
    held.state = OutboxState::Sending;
    const auto refused = outbox().update(held);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ProblemKind::Conflict);
    QCOMPARE(outbox().find(u"a"_s).value().value().payload, QByteArray("second answers"));
}

void OutboxTest::damagedItemIsListedNotDropped()
{
    QVERIFY(outbox().queue(checkIn(u"a"_s)));
    QVERIFY(outbox().queue(checkIn(u"b"_s)));
    tamper(u"UPDATE outbox SET sealed = zeroblob(length(sealed)) WHERE sequence = 1"_s);
    QCOMPARE(outbox().unsentCount().value(), 2);
    const QList<OutboxItem> unsent = outbox().unsent().value();
    QCOMPARE(unsent.first().sequence, 1);
    QCOMPARE(int(unsent.first().state), int(OutboxState::Rejected));
    QCOMPARE(unsent.first().problem, u"seal"_s);
    QVERIFY(unsent.first().payload.isEmpty());
    QCOMPARE(unsent.last().identifier, u"b"_s);
    QCOMPARE(outbox().find(u"a"_s).value().value().problem, u"seal"_s);
    QCOMPARE(outbox().damagedCount().value(), 1);
    QCOMPARE(m_store->check().value().damagedItems, 1);
}

void OutboxTest::damagedItemDoesNotBlockItsIdentifier()
{
    QVERIFY(outbox().queue(checkIn(u"a"_s)));
    tamper(u"UPDATE outbox SET sealed = zeroblob(length(sealed))"_s);
    const auto again = outbox().queue(checkIn(u"a"_s));
    QVERIFY(again);
    QCOMPARE(*again, 2);
    QCOMPARE(outbox().find(u"a"_s).value().value().payload, checkIn(u"a"_s).payload);
    QCOMPARE(outbox().unsentCount().value(), 2); // the damaged one is still told
    QCOMPARE(outbox().all().value().size(), 2);
}

void OutboxTest::onlyWhatWasRefusedIsForgotten()
{
    QVERIFY(outbox().queue(checkIn(u"a"_s)));
    QVERIFY(outbox().queue(checkIn(u"b"_s)));
    QVERIFY(outbox().queue(checkIn(u"c"_s)));
    OutboxItem refused = outbox().find(u"b"_s).value().value();
    for (const OutboxState state : {OutboxState::Queued, OutboxState::Sending, OutboxState::Uncertain, OutboxState::NeedsAuth,
                                    OutboxState::Conflict, OutboxState::Done}) {
        refused.state = state;
        QVERIFY(outbox().update(refused));
        const auto kept = outbox().forget(2);
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, ProblemKind::Conflict);
    }
    refused.state = OutboxState::Rejected;
    QVERIFY(outbox().update(refused));
    QVERIFY(outbox().forget(2));
    QVERIFY(!outbox().find(u"b"_s).value());
    // Of the damaged ones both, the one that lies where it was and the one whose place was taken.
    tamper(u"UPDATE outbox SET sealed = zeroblob(length(sealed))"_s);
    QVERIFY(outbox().queue(checkIn(u"a"_s)));
    QVERIFY(outbox().forget(1));
    QVERIFY(outbox().forget(3));
    QCOMPARE(outbox().damagedCount().value(), 0);
    QCOMPARE(outbox().unsentCount().value(), 1);
}

void OutboxTest::forgedDoneIsDamage()
{
    QVERIFY(outbox().queue(checkIn(u"a"_s)));
    tamper(u"UPDATE outbox SET state = 7"_s);
    QCOMPARE(outbox().unsentCount().value(), 1);
    QCOMPARE(outbox().unsent().value().first().problem, u"seal"_s);
    QCOMPARE(outbox().removeDone(now.addYears(1)).value(), 0);
}

void OutboxTest::onlyWhatIsHereIsWithdrawn()
{
    OutboxItem item = checkIn(u"urn:uuid:w"_s);
    QCOMPARE(outbox().withdraw(item.identifier).value(), false);
    QVERIFY(outbox().queue(item));
    item = **outbox().find(item.identifier);
    for (const OutboxState away : {OutboxState::Sending, OutboxState::Uncertain, OutboxState::Done}) {
        item.state = away;
        QVERIFY(outbox().update(item));
        QCOMPARE(outbox().withdraw(item.identifier).error().kind, ProblemKind::Conflict);
        QCOMPARE(outbox().all().value().size(), 1);
    }
    // No answer came to a try, and the next met a token that is not taken, or no network.
    item.mayHaveLeft = true;
    for (const OutboxState later : {OutboxState::NeedsAuth, OutboxState::Queued}) {
        item.state = later;
        QVERIFY(outbox().update(item));
        QCOMPARE(outbox().withdraw(item.identifier).error().kind, ProblemKind::Conflict);
        QCOMPARE(outbox().all().value().size(), 1);
    }
    item.mayHaveLeft = false;
    item.state = OutboxState::NeedsAuth;
    QVERIFY(outbox().update(item));
    QCOMPARE(outbox().withdraw(item.identifier).value(), true);
    QVERIFY(outbox().all().value().isEmpty());
    QCOMPARE(outbox().damagedCount().value(), 0); // it is not gone: it was taken
}

void OutboxTest::killedProcessLosesNothingItCalledSaved()
{
    m_store.reset();
    int saved = 0;
    for (int round = 0; round < 12; ++round) {
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"--queue-for-ever"_s, m_path});
        QVERIFY(other.waitForStarted());
        const int enough = saved + 5 + round * 3;
        while (saved < enough) {
            QVERIFY2(other.waitForReadyRead(10000), "the other process says nothing");
            while (other.canReadLine()) {
                const QByteArray line = other.readLine();
                QCOMPARE(line, "OK " + QByteArray::number(saved) + '\n');
                ++saved;
            }
        }
        if (round == 0) {
            const auto second = Store::open(m_path, testKey());
            QVERIFY(!second);
            QCOMPARE(second.error().kind, ProblemKind::StoreInUse);
        }
        other.kill();
        QVERIFY(other.waitForFinished());
        while (other.canReadLine())
            QCOMPARE(other.readLine(), "OK " + QByteArray::number(saved++) + '\n');
        auto store = Store::open(m_path, testKey());
        QVERIFY(store);
        QVERIFY((*store)->wasCutOff());
        const auto report = (*store)->check();
        QVERIFY(report && report->isFileSound);
        QCOMPARE(report->damagedItems, 0);
        const auto items = (*store)->outbox().all().value();
        QVERIFY2(items.size() == saved || items.size() == saved + 1, "one may be durable and not yet told");
        for (qsizetype i = 0; i < items.size(); ++i)
            QCOMPARE(items.at(items.size() - 1 - i).identifier, u"urn:uuid:%1"_s.arg(i));
        saved = int(items.size());
    }
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == u"--queue-for-ever")
        return queueForEver(arguments.at(2));
    OutboxTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_outbox.moc"
