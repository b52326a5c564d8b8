// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// The file of a store, as somebody else left it. The first byte says how: another file altogether, a good one with bytes changed, one that
// was cut, or one with a foreign journal. Opening fails, or what is read is what was written: never something else.

#include "Fuzz.h"
#include "store/AccountFiles.h"
#include "store/Store.h"
#include "store/StoreFile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <memory>

#include <sodium.h>

namespace handrail::fuzz {

namespace {

// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): made once
std::unique_ptr<QTemporaryDir> folder;
QByteArray good;
StoreKey key;
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

const QByteArray secret = "a check-in that is nobody else's";

QString path()
{
    return folder->filePath(QStringLiteral("store.db"));
}

/// The same file in every run, so that an input means the same: numbers that only look random.
const char *name()
{
    return "counting";
}

std::uint32_t next()
{
    static std::uint32_t state = 1;
    state = state * 1664525U + 1013904223U;
    return state;
}

void fill(void *const buffer, const std::size_t size)
{
    for (std::size_t i = 0; i < size; ++i)
        static_cast<unsigned char *>(buffer)[i] = static_cast<unsigned char>(next() >> 24);
}

QByteArray jsonOf(int i)
{
    return "{\"resourceType\":\"Appointment\",\"id\":\"a" + QByteArray::number(i) + "\",\"comment\":\"" + secret + "\"}";
}

OutboxItem itemOf(int i)
{
    OutboxItem item;
    item.identifier = QStringLiteral("urn:uuid:00000000-0000-4000-8000-00000000000%1").arg(i);
    item.resourceType = QStringLiteral("QuestionnaireResponse");
    item.dependencyKey = QStringLiteral("checkin");
    item.payload = secret + QByteArray::number(i);
    item.queuedAt = QDateTime(QDate(2026, 3, 2), QTime(15, i), Qt::UTC);
    return item;
}

void writeGoodFile()
{
    auto store = Store::create(path(), key);
    require(store.has_value(), "a store can be made");
    QList<StoredRecord> records;
    for (int i = 0; i < 12; ++i) {
        const QDate day(2026, 3, 1 + i);
        records << StoredRecord{QStringLiteral("Appointment"),
                                QStringLiteral("a%1").arg(i),
                                QStringLiteral("1"),
                                QDateTime(day, QTime(8, 0), Qt::UTC),
                                day,
                                jsonOf(i)};
    }
    require((*store)->putRecords(records).has_value(), "records are kept");
    for (int i = 0; i < 3; ++i)
        require((*store)->outbox().queue(itemOf(i)).has_value(), "items are kept");
    require((*store)->setValue(QStringLiteral("draft"), secret).has_value(), "values are kept");
    require((*store)->setCursor(QStringLiteral("Appointment"), itemOf(0).queuedAt).has_value(), "cursors are kept");
    store->reset();
    QFile file(path());
    require(file.open(QIODevice::ReadOnly), "the file can be read");
    good = file.readAll();
    require(!good.contains(secret), "nothing of it is in the clear");
}

void put(const QString &at, const QByteArray &bytes)
{
    QFile file(at);
    require(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size(), "a file can be written");
}

void readAll(Store &store)
{
    for (int i = 0; i < 12; ++i) {
        const auto record = store.record(QStringLiteral("Appointment"), QStringLiteral("a%1").arg(i));
        require(!record || !*record || **record == jsonOf(i), "a record is the one that was written");
    }
    const auto newest = store.records(QStringLiteral("Appointment"));
    const auto byDay = store.recordsByDay(QStringLiteral("Appointment"), QDate(2026, 3, 1), QDate(2026, 4, 1));
    for (const auto &list : {newest, byDay}) {
        if (list)
            require(std::all_of(list->begin(), list->end(), [](const QByteArray &json) { return json.contains(secret); }),
                    "each record is one that was written");
    }
    if (const auto items = store.outbox().all()) {
        for (const OutboxItem &item : *items)
            require((item.state == OutboxState::Rejected && item.payload.isEmpty()) || item.payload.startsWith(secret),
                    "an item is one that was queued, or is known to be damaged");
    }
    (void)store.outbox().unsent();
    const auto draft = store.value(QStringLiteral("draft"));
    require(!draft || !*draft || **draft == secret, "a value is the one that was written");
    const auto cursor = store.cursor(QStringLiteral("Appointment"));
    require(!cursor || !cursor->isValid() || *cursor == itemOf(0).queuedAt, "a cursor is the one that was written");
    (void)store.credentials();
    (void)store.check();
}

void writeInto(Store &store)
{
    const QDate day(2026, 5, 1);
    const StoredRecord record{QStringLiteral("Appointment"),
                              QStringLiteral("b1"),
                              QStringLiteral("1"),
                              QDateTime(day, QTime(8, 0), Qt::UTC),
                              day,
                              jsonOf(99)};
    if (store.putRecords({record})) {
        const auto found = store.record(record.type, record.id);
        require(!found || !*found || **found == record.json, "what is written now is what is read");
    }
    if (store.outbox().queue(itemOf(7))) {
        const auto found = store.outbox().find(itemOf(7).identifier);
        require(!found || !*found || (*found)->payload == itemOf(7).payload || (*found)->state == OutboxState::Rejected,
                "what is queued now is what is read");
    }
    (void)store.removeRecord(QStringLiteral("Appointment"), QStringLiteral("a1"));
}

} // namespace

void prepare()
{
    static randombytes_implementation counting{name, next, nullptr, nullptr, fill, nullptr};
    randombytes_set_implementation(&counting);
    // In memory where there is such a folder: each input is a whole file, written, locked and synchronised.
    const QString memory = QStringLiteral("/dev/shm");
    folder =
        std::make_unique<QTemporaryDir>((QDir(memory).exists() ? memory : QDir::tempPath()) + QStringLiteral("/handrail-XXXXXX"));
    require(folder->isValid(), "a folder");
    key = *StoreKey::fromKeychain('\x01' + QByteArray(StoreKey::keyBytes, 'k') + QByteArray(StoreKey::idBytes, 'i'));
    writeGoodFile();
}

void run(Input input)
{
    QByteArray bytes = good;
    QByteArray journal;
    switch (input.byte()) {
    case 'f': // bytes changed: place (4 bytes) and value
        while (!input.isEmpty()) {
            const qsizetype at = input.number() % quint32(bytes.size());
            bytes[at] = char(input.byte());
        }
        break;
    case 'h': { // its first bytes replaced
        const QByteArray head = input.rest();
        bytes = head + good.mid(head.size());
        break;
    }
    case 'c': bytes.truncate(input.number() % quint32(bytes.size())); break;
    case 'j': journal = input.rest(); break;
    default: bytes = input.rest(); break;
    }
    put(path(), bytes);
    if (!journal.isEmpty())
        put(path() + u"-wal", journal);
    (void)peekStoreHeader(path());
    (void)inspectStoreFile(path());
    if (auto store = Store::open(path(), key)) {
        readAll(**store);
        writeInto(**store);
    }
    for (const char *suffix : {"", "-wal", "-journal", "-shm"})
        QFile::remove(path() + QLatin1String(suffix));
}

} // namespace handrail::fuzz
