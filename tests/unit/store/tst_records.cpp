// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/Store.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <random>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

StoredRecord appointment(int number, const QDateTime &lastUpdated, const QDate &day, const QByteArray &version = "1")
{
    const QByteArray id = "apt-" + QByteArray::number(number);
    return {QStringLiteral("Appointment"),
            QString::fromLatin1(id),
            QString::fromLatin1(version),
            lastUpdated,
            day,
            R"({"resourceType":"Appointment","id":")" + id + R"(","v":")" + version + R"("})"};
}

const QDateTime base(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC);

/// While it is there, this process can have so many more files open at a time.
class FewFiles
{
public:
    explicit FewFiles(rlim_t more)
    {
        const int next = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        ::close(next);
        getrlimit(RLIMIT_NOFILE, &m_before);
        const rlimit few{rlim_t(next) + more, m_before.rlim_max};
        setrlimit(RLIMIT_NOFILE, &few);
    }
    ~FewFiles() { setrlimit(RLIMIT_NOFILE, &m_before); }
    FewFiles(const FewFiles &) = delete;
    FewFiles &operator=(const FewFiles &) = delete;

private:
    rlimit m_before{};
};

} // namespace

class RecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup()
    {
        m_store.reset();
        m_directory.reset();
    }
    void keepsBytesAsTheyCame();
    void addsReplacesAndSkips();
    void oneBatchWithDoubles();
    void refusesNamelessAndKeepsNothingOfTheBatch();
    void findsByDay();
    void newestFirstWhateverTheOrderOfArrival();
    void manyLateRecordsBetweenTwo();
    void removes();
    void forgetsWhatWasDownloaded();
    void aFewAtATime();
    void cursors();
    void values();
    void credentials();
    void survivesReopening();
    void memoryLeavesNoFile();
    void permissionsAreTheOwnersAlone();
    void withTooManyFilesOpenNothingIsLost();

private:
    void reopen();
    QStringList idsOf(const Result<QList<QByteArray>> &records) const;

    const StoreKey m_key = StoreKey::generate();
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Store> m_store;
    QString m_path;
};

void RecordsTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("a.db"));
    auto store = Store::create(m_path, m_key);
    QVERIFY(store);
    m_store = std::move(*store);
}

void RecordsTest::reopen()
{
    m_store.reset();
    auto store = Store::open(m_path, m_key);
    QVERIFY(store);
    m_store = std::move(*store);
}

QStringList RecordsTest::idsOf(const Result<QList<QByteArray>> &records) const
{
    QStringList ids;
    if (!records)
        return {QStringLiteral("problem"), nameOf(records.error().kind)};
    for (const QByteArray &json : *records)
        ids.append(QJsonDocument::fromJson(json)[u"id"].toString());
    return ids;
}

void RecordsTest::keepsBytesAsTheyCame()
{
    StoredRecord record = appointment(1, base, {});
    record.json = "{ \"resourceType\" : \"Appointment\",\n \"x\":1.50, \"note\":\"\xc3\xa9 \\u00e9\" }";
    record.json.append('\0').append(' ');
    QCOMPARE(m_store->putRecords({record}).value(), 1);
    QCOMPARE(m_store->record(record.type, record.id).value().value(), record.json);
    QVERIFY(!m_store->record(record.type, QStringLiteral("apt-2")).value());
    QVERIFY(!m_store->record(QStringLiteral("Task"), record.id).value());
}

void RecordsTest::addsReplacesAndSkips()
{
    const StoredRecord first = appointment(1, base, base.date(), "1");
    QCOMPARE(m_store->putRecords({first}).value(), 1);
    QCOMPARE(m_store->putRecords({first}).value(), 0);
    StoredRecord sameVersion = appointment(1, base.addSecs(60), base.date(), "1");
    sameVersion.json = "{}";
    QCOMPARE(m_store->putRecords({sameVersion}).value(), 0);
    QCOMPARE(m_store->record(first.type, first.id).value().value(), first.json);

    const StoredRecord older = appointment(1, base.addSecs(-1), base.date(), "0");
    QCOMPARE(m_store->putRecords({older}).value(), 0);
    QCOMPARE(m_store->record(first.type, first.id).value().value(), first.json);

    const StoredRecord newer = appointment(1, base.addSecs(10), base.date().addDays(1), "2");
    QCOMPARE(m_store->putRecords({newer}).value(), 1);
    QCOMPARE(m_store->record(first.type, first.id).value().value(), newer.json);
    QCOMPARE(m_store->recordCount().value(), 1);
    QCOMPARE(m_store->recordsByDay(first.type, base.date(), base.date()).value().size(), 0);
    QCOMPARE(m_store->recordsByDay(first.type, base.date().addDays(1), base.date().addDays(1)).value().size(), 1);
}

void RecordsTest::oneBatchWithDoubles()
{
    const StoredRecord newer = appointment(1, base.addSecs(5), base.date(), "2");
    QVERIFY(m_store->putRecords({newer, appointment(1, base, base.date(), "1"), appointment(2, base, base.date())}));
    QCOMPARE(m_store->recordCount().value(), 2);
    QCOMPARE(m_store->record(newer.type, newer.id).value().value(), newer.json);
}

void RecordsTest::refusesNamelessAndKeepsNothingOfTheBatch()
{
    StoredRecord nameless = appointment(2, base, {});
    nameless.id.clear();
    const auto refused = m_store->putRecords({appointment(1, base, {}), nameless});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ProblemKind::BadData);
    QCOMPARE(m_store->recordCount().value(), 0);
}

void RecordsTest::findsByDay()
{
    QList<StoredRecord> records;
    for (int i = 0; i < 400; ++i)
        records.append(appointment(i, base.addSecs(i), base.date().addDays(i)));
    records.append(appointment(1000, base, {}));
    StoredRecord task = appointment(3, base, base.date().addDays(3));
    task.type = QStringLiteral("Task");
    records.append(task);
    QVERIFY(m_store->putRecords(records));
    const QString type = QStringLiteral("Appointment");
    const QDate first = base.date();
    QCOMPARE(idsOf(m_store->recordsByDay(type, first.addDays(2), first.addDays(4))),
             QStringList({u"apt-2"_s, u"apt-3"_s, u"apt-4"_s}));
    QCOMPARE(idsOf(m_store->recordsByDay(type, first.addDays(3), first.addDays(3))), QStringList(u"apt-3"_s));
    QCOMPARE(m_store->recordsByDay(type, first, first.addDays(119)).value().size(), 120);
    const QStringList longRange = idsOf(m_store->recordsByDay(type, first.addDays(-10), first.addDays(199)));
    QCOMPARE(longRange.size(), 200);
    QCOMPARE(longRange.first(), u"apt-0"_s);
    QCOMPARE(longRange.last(), u"apt-199"_s);
    QCOMPARE(m_store->recordsByDay(type, first, first.addDays(-1)).value().size(), 0);
    QCOMPARE(m_store->recordsByDay(type, {}, first).value().size(), 0);
}

void RecordsTest::newestFirstWhateverTheOrderOfArrival()
{
    constexpr int count = 300;
    QList<StoredRecord> records;
    for (int i = 0; i < count; ++i)
        records.append(appointment(i, base.addSecs(i * 60), {}));
    std::mt19937 random(7);
    std::shuffle(records.begin(), records.end(), random);
    for (int i = 0; i < count; i += 7)
        QVERIFY(m_store->putRecords(records.mid(i, 7)));
    // A few are changed later and so become the newest, or move within.
    QVERIFY(m_store->putRecords({appointment(5, base.addSecs(count * 60), {}, "2")}));
    QVERIFY(m_store->putRecords({appointment(9, base.addSecs(100 * 60 + 30), {}, "2")}));

    QStringList expected{u"apt-5"_s};
    for (int i = count - 1; i >= 0; --i) {
        if (i == 100)
            expected.append(u"apt-9"_s); // set between 100 and 101
        if (i != 5 && i != 9)
            expected.append(u"apt-"_s + QString::number(i));
    }
    QCOMPARE(idsOf(m_store->records(QStringLiteral("Appointment"), 1000)), expected);
    QCOMPARE(idsOf(m_store->records(QStringLiteral("Appointment"), 3)), expected.mid(0, 3));
    QCOMPARE(m_store->records(QStringLiteral("Appointment"), 0).value().size(), 0);
    QCOMPARE(m_store->records(QStringLiteral("Appointment"), -1).value().size(), 0);
}

void RecordsTest::manyLateRecordsBetweenTwo()
{
    QVERIFY(m_store->putRecords({appointment(0, base, {}), appointment(9999, base.addDays(1), {})}));
    QStringList expected{u"apt-9999"_s};
    for (int i = 1; i < 600; ++i)
        QVERIFY(m_store->putRecords({appointment(i, base.addSecs(i), {})}));
    for (int i = 599; i >= 0; --i)
        expected.append(u"apt-"_s + QString::number(i));
    QCOMPARE(idsOf(m_store->records(QStringLiteral("Appointment"), 1000)), expected);
}

void RecordsTest::aFewAtATime()
{
    QVERIFY(m_store->putRecords({appointment(1, base, {}),
                                 appointment(2, base.addDays(1), {}),
                                 {u"Goal"_s, u"g"_s, u"1"_s, base, {}, R"({"resourceType":"Goal","id":"g"})"}}));
    QCOMPARE(m_store->recordCount(u"Appointment"_s).value_or(0), 2);
    QCOMPARE(m_store->recordCount(u"Task"_s).value_or(-1), 0);
    const QList<qint64> places = m_store->recordPlaces().value_or(QList<qint64>());
    QCOMPARE(places.size(), 3);
    QList<QByteArray> found;
    for (const qint64 place : places)
        found << m_store->recordAt(place).value_or(std::nullopt).value_or(QByteArray());
    QCOMPARE(found.indexOf(appointment(1, base, {}).json), found.indexOf(appointment(2, base, {}).json) + 1);
    QVERIFY(found.contains(R"({"resourceType":"Goal","id":"g"})"));
    QVERIFY(m_store->removeRecord(u"Goal"_s, u"g"_s));
    QVERIFY(m_store->recordAt(places.at(found.indexOf(R"({"resourceType":"Goal","id":"g"})"))).value_or(QByteArray())
            == std::nullopt);
}

void RecordsTest::removes()
{
    QVERIFY(m_store->putRecords({appointment(1, base, base.date()), appointment(2, base, base.date())}));
    QVERIFY(m_store->removeRecord(QStringLiteral("Appointment"), QStringLiteral("apt-1")));
    QVERIFY(m_store->removeRecord(QStringLiteral("Appointment"), QStringLiteral("never")));
    QCOMPARE(idsOf(m_store->records(QStringLiteral("Appointment"))), QStringList(u"apt-2"_s));
}

void RecordsTest::forgetsWhatWasDownloaded()
{
    QVERIFY(m_store->putRecords({appointment(1, base, base.date()), appointment(2, base, base.date())}));
    QVERIFY(m_store->setCursor(QStringLiteral("Appointment"), base));
    QVERIFY(m_store->setValue(QStringLiteral("sync.lastSuccess"), "once"));
    QVERIFY(m_store->setValue(QStringLiteral("safety-plan"), "mine"));
    Credentials credentials;
    credentials.refreshToken = QStringLiteral("refresh");
    QVERIFY(m_store->setCredentials(credentials));
    OutboxItem item;
    item.identifier = QStringLiteral("urn:uuid:1");
    item.payload = "answers";
    QVERIFY(m_store->outbox().queue(item));
    QVERIFY(m_store->forgetDownloaded());
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(m_store->recordCount().value(), 0);
        QVERIFY(!m_store->cursor(QStringLiteral("Appointment"))->isValid());
        QVERIFY(!m_store->value(QStringLiteral("sync.lastSuccess")).value());
        QCOMPARE(m_store->value(QStringLiteral("safety-plan")).value().value(), QByteArray("mine"));
        QCOMPARE(m_store->credentials().value()->refreshToken, QStringLiteral("refresh"));
        QCOMPARE(m_store->outbox().unsentCount().value(), 1);
        QVERIFY(m_store->check()->isFileSound);
        reopen(); // the header's copy among the values is still there
    }
    QVERIFY(m_store->putRecords({appointment(1, base, base.date())}));
    QCOMPARE(m_store->recordCount().value(), 1);
}

void RecordsTest::cursors()
{
    QVERIFY(!m_store->cursor(QStringLiteral("Task")).value().isValid());
    const QDateTime time = base.addMSecs(123);
    QVERIFY(m_store->setCursor(QStringLiteral("Task"), time));
    reopen();
    QCOMPARE(m_store->cursor(QStringLiteral("Task")).value(), time);
    QVERIFY(!m_store->cursor(QStringLiteral("Appointment")).value().isValid());
    QVERIFY(m_store->setCursor(QStringLiteral("Task"), {}));
    QVERIFY(!m_store->cursor(QStringLiteral("Task")).value().isValid());
}

void RecordsTest::values()
{
    QVERIFY(!m_store->value(QStringLiteral("draft")).value());
    QVERIFY(m_store->setValue(QStringLiteral("draft"), "one"));
    QVERIFY(m_store->setValue(QStringLiteral("draft"), QByteArray(5000, 'x')));
    QVERIFY(m_store->setValue(QStringLiteral("empty"), {}));
    reopen();
    QCOMPARE(m_store->value(QStringLiteral("draft")).value().value(), QByteArray(5000, 'x'));
    QCOMPARE(m_store->value(QStringLiteral("empty")).value().value(), QByteArray());
    QVERIFY(m_store->removeValue(QStringLiteral("draft")));
    QVERIFY(!m_store->value(QStringLiteral("draft")).value());
}

void RecordsTest::credentials()
{
    QVERIFY(!m_store->credentials().value());
    Credentials saved;
    saved.identity = {
        QUrl(u"https://clinic.example/fhir/R4"_s), u"https://clinic.example"_s, u"sub-1"_s, Role::Relative, u"pat-1"_s, u"rel-1"_s,
        {u"openid"_s, u"patient/*.rs"_s}};
    saved.refreshToken = u"refresh-é"_s;
    saved.tokenEndpoint = QUrl(u"https://clinic.example/token?x=%20y"_s);
    saved.clientId = u"handrail"_s;
    QVERIFY(m_store->setCredentials(saved));
    reopen();
    const auto read = m_store->credentials().value().value();
    QVERIFY(read.identity.isSamePersonAs(saved.identity));
    QCOMPARE(read.identity.issuer, saved.identity.issuer);
    QCOMPARE(read.identity.scopes, saved.identity.scopes);
    QCOMPARE(read.refreshToken, saved.refreshToken);
    QCOMPARE(read.tokenEndpoint, saved.tokenEndpoint);
    QVERIFY(read.revocationEndpoint.isEmpty());
    QCOMPARE(read.clientId, saved.clientId);
    // A value of the same name is another thing.
    QVERIFY(m_store->setValue(QStringLiteral("credentials"), "x"));
    QVERIFY(m_store->credentials().value());
    QVERIFY(m_store->clearCredentials());
    QVERIFY(!m_store->credentials().value());
}

void RecordsTest::survivesReopening()
{
    QVERIFY(m_store->putRecords({appointment(1, base, base.date()), appointment(2, base.addSecs(1), base.date())}));
    QVERIFY(!m_store->wasCutOff());
    reopen();
    QVERIFY(!m_store->wasCutOff());
    QCOMPARE(idsOf(m_store->records(QStringLiteral("Appointment"))), QStringList({u"apt-2"_s, u"apt-1"_s}));
    const auto report = m_store->check();
    QVERIFY(report && report->isFileSound);
    QCOMPARE(report->damagedRecords, 0);
    QVERIFY(Store::erase(std::move(m_store)));
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files), QStringList());
}

void RecordsTest::memoryLeavesNoFile()
{
    const QString home = m_directory->path();
    QVERIFY(Store::erase(std::move(m_store)));
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(home));
    auto store = Store::inMemory();
    QVERIFY(store);
    QVERIFY((*store)->isInMemory());
    QVERIFY((*store)->putRecords({appointment(1, base, base.date())}));
    QVERIFY((*store)->setValue(QStringLiteral("draft"), "x"));
    QCOMPARE((*store)->recordsByDay(QStringLiteral("Appointment"), base.date(), base.date()).value().size(), 1);
    QCOMPARE(QDir(home).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
    QVERIFY(Store::erase(std::move(*store)));
    QVERIFY(QDir::setCurrent(before));
}

void RecordsTest::permissionsAreTheOwnersAlone()
{
    QVERIFY(m_store->setValue(QStringLiteral("x"), "x"));
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFileInfo(m_path).permissions(), owner);
    QVERIFY(QFileInfo::exists(m_path + u"-wal"));
    QCOMPARE(QFileInfo(m_path + u"-wal").permissions(), owner);
    QVERIFY(!QFileInfo::exists(m_path + u"-shm"));
}

// It is a store that cannot be opened now, neither a damaged nor a full one.
void RecordsTest::withTooManyFilesOpenNothingIsLost()
{
    int saved = 0;
    int refused = 0;
    int opened = 0;
    const auto save = [&] {
        const Result<void> kept = m_store->setValue(QString::number(saved), "x");
        if (kept)
            ++saved;
        else
            QCOMPARE(kept.error().kind, ProblemKind::StoreReadOnly);
    };
    for (rlim_t more = 0; more < 12; ++more) {
        {
            const FewFiles few(more);
            save();
        }
        m_store.reset();
        {
            const FewFiles few(more);
            auto store = Store::open(m_path, m_key);
            if (store) {
                m_store = std::move(*store);
                save();
                ++opened;
            } else {
                QCOMPARE(store.error().kind, ProblemKind::StoreReadOnly);
                QVERIFY(store.error().isRetryable);
                ++refused;
            }
        }
        reopen();
        for (int number = 0; number < saved; ++number)
            QVERIFY(m_store->value(QString::number(number))->has_value());
    }
    const QByteArray counts =
        QByteArray::number(refused) + " refused, " + QByteArray::number(opened) + " opened, " + QByteArray::number(saved);
    QVERIFY2(refused > 0 && opened > 0 && saved > 0, counts.constData());
}

QTEST_GUILESS_MAIN(RecordsTest)
#include "tst_records.moc"
