// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/Store.h"
#include "store/StoreFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QDateTime base(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC);

StoreKey key()
{
    QByteArray bytes(1, char(1));
    for (int i = 0; i < StoreKey::keyBytes + StoreKey::idBytes; ++i)
        bytes.append(char(i * 5 + 3));
    return StoreKey::fromKeychain(bytes).value();
}

OutboxItem item(const char *name, OutboxState state)
{
    OutboxItem made;
    made.identifier = u"urn:uuid:"_s + QLatin1String(name);
    made.resourceType = u"QuestionnaireResponse"_s;
    made.priority = state == OutboxState::Sending ? 0 : 1;
    made.payload = QByteArray("{\"resourceType\":\"QuestionnaireResponse\",\"id\":\"") + name + "\"}";
    made.state = state;
    made.queuedAt = base;
    made.attempts = state == OutboxState::Queued ? 0 : 2;
    if (state == OutboxState::Done) {
        made.serverId = u"s-1"_s;
        made.doneAt = base.addSecs(60);
    }
    return made;
}

QList<OutboxItem> items()
{
    return {item("queued", OutboxState::Queued), item("sending", OutboxState::Sending), item("uncertain", OutboxState::Uncertain),
            item("rejected", OutboxState::Rejected), item("done", OutboxState::Done)};
}

StoredRecord record()
{
    StoredRecord made;
    made.type = u"Appointment"_s;
    made.id = u"a1"_s;
    made.versionId = u"3"_s;
    made.lastUpdated = base;
    made.day = base.date();
    made.json = "{\"resourceType\":\"Appointment\",\"id\":\"a1\"}";
    return made;
}

Credentials credentials()
{
    Credentials made;
    made.identity.server = QUrl(u"https://clinic.example/fhir/R4"_s);
    made.identity.issuer = u"https://clinic.example"_s;
    made.identity.subject = u"subject"_s;
    made.identity.patientId = u"p1"_s;
    made.identity.scopes = {u"openid"_s, u"patient/Appointment.rs"_s};
    made.refreshToken = u"refresh"_s;
    made.tokenEndpoint = QUrl(u"https://clinic.example/token"_s);
    made.clientId = u"handrail"_s;
    return made;
}

QString pathOf(int version)
{
    return u"" HANDRAIL_RELEASED "/store-%1.db"_s.arg(version);
}

} // namespace

/// The stores of every layout that was released, each with an outbox in all its states, as that release wrote them. Today's program must open
/// them, take them over and find everything. For a new layout, write its file with HANDRAIL_WRITE_STORE=FILE and keep it beside the others.
class ReleasedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = qEnvironmentVariable("HANDRAIL_WRITE_STORE");
        if (path.isEmpty())
            return;
        const auto store = Store::create(path, key());
        QVERIFY(store);
        for (const OutboxItem &each : items())
            QVERIFY((*store)->outbox().queue(each));
        QVERIFY((*store)->putRecords({record()}));
        QVERIFY((*store)->setCursor(u"Appointment"_s, base));
        QVERIFY((*store)->setValue(u"draft"_s, "half an answer"));
        QVERIFY((*store)->setCredentials(credentials()));
    }

    void everyReleasedLayoutIsHere()
    {
        for (int version = 1; version <= storeSchemaVersion; ++version)
            QVERIFY2(QFile::exists(pathOf(version)), qPrintable(pathOf(version)));
    }

    void isTakenOver_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= storeSchemaVersion; ++version)
            QTest::addRow("layout %d", version) << version;
    }

    void isTakenOver()
    {
        QFETCH(int, version);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"store.db"_s);
        QVERIFY(QFile::copy(pathOf(version), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        for (int start = 0; start < 2; ++start) { // what was taken over opens again, too
            const auto store = Store::open(path, key());
            QVERIFY2(store, store ? "" : qPrintable(nameOf(store.error().kind)));
            const auto report = (*store)->check();
            QVERIFY(report && report->isFileSound && report->damagedRecords == 0 && report->damagedItems == 0);
            for (const OutboxItem &expected : items()) {
                const auto found = (*store)->outbox().find(expected.identifier);
                QVERIFY(found && *found);
                QCOMPARE((*found)->payload, expected.payload);
                QCOMPARE(int((*found)->state), int(expected.state));
                QCOMPARE((*found)->attempts, expected.attempts);
                QCOMPARE((*found)->queuedAt, expected.queuedAt);
                QCOMPARE((*found)->serverId, expected.serverId);
                QCOMPARE((*found)->doneAt, expected.doneAt);
            }
            QCOMPARE((*store)->outbox().unsent()->first().identifier, u"urn:uuid:sending"_s);
            QCOMPARE((*store)->recordsByDay(u"Appointment"_s, base.date(), base.date()).value(), QList<QByteArray>{record().json});
            QCOMPARE((*store)->cursor(u"Appointment"_s).value(), base);
            QCOMPARE((*store)->value(u"draft"_s).value().value(), QByteArray("half an answer"));
            const auto known = (*store)->credentials();
            QVERIFY(known && *known);
            QVERIFY((*known)->identity.isSamePersonAs(credentials().identity));
            QCOMPARE((*known)->refreshToken, credentials().refreshToken);
        }
    }
};

QTEST_GUILESS_MAIN(ReleasedTest)
#include "tst_released.moc"
