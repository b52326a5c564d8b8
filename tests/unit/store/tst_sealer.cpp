// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/Fields.h"
#include "store/Sealer.h"
#include "store/StoreKey.h"

#include <QSet>
#include <QtTest>

#include <sodium.h>

using namespace handrail;

class SealerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }
    void roundTripsEverySize();
    void hidesTheSizeInBuckets();
    void refusesWhatIsNotExactlyIt();
    void refusesEveryFlippedBit();
    void neverRepeatsANonce();
    void lookupsDependOnKeyPurposeAndParts();
    void agreesWithLibsodium();
    void fieldsEndWhereTheyEnd();
    void keyForTheKeychain();

private:
    static FieldWriter fieldsOf(const QByteArray &bytes)
    {
        FieldWriter fields(bytes.size());
        fields.add(QByteArrayView(bytes));
        return fields;
    }
    const StoreKey m_key = StoreKey::generate();
    const QByteArray m_storeId = QByteArray(16, 's');
};

void SealerTest::roundTripsEverySize()
{
    const Sealer sealer(m_key, m_storeId);
    for (int size = 0; size < 800; ++size) {
        const QByteArray bytes(size, char('a' + size % 26));
        const QByteArray sealed = sealer.seal(Sealer::Table::Record, "row", fieldsOf(bytes));
        const auto opened = sealer.open(Sealer::Table::Record, "row", sealed);
        QVERIFY(opened);
        FieldReader reader(*opened);
        QCOMPARE(reader.bytes().toByteArray(), bytes);
        QVERIFY(reader.isGood());
    }
}

void SealerTest::hidesTheSizeInBuckets()
{
    const Sealer sealer(m_key, m_storeId);
    QSet<qsizetype> sizes;
    for (int size = 0; size < 250; ++size)
        sizes.insert(sealer.seal(Sealer::Table::Record, "row", fieldsOf(QByteArray(size, 'x'))).size());
    QCOMPARE(sizes, QSet<qsizetype>{25 + 256 + 16});
    QCOMPARE(sealer.seal(Sealer::Table::Record, "row", fieldsOf(QByteArray(252, 'x'))).size(), 25 + 512 + 16);
}

void SealerTest::refusesWhatIsNotExactlyIt()
{
    const Sealer sealer(m_key, m_storeId);
    const QByteArray sealed = sealer.seal(Sealer::Table::Record, "row", fieldsOf("secret"));
    QVERIFY(sealer.open(Sealer::Table::Record, "row", sealed));
    QVERIFY(!sealer.open(Sealer::Table::Record, "other row", sealed));
    QVERIFY(!sealer.open(Sealer::Table::Outbox, "row", sealed));
    QVERIFY(!Sealer(m_key, QByteArray(16, 't')).open(Sealer::Table::Record, "row", sealed));
    QVERIFY(!Sealer(StoreKey::generate(), m_storeId).open(Sealer::Table::Record, "row", sealed));
    QVERIFY(!sealer.open(Sealer::Table::Record, "row", {}));
    for (qsizetype size = 0; size < sealed.size(); ++size)
        QVERIFY(!sealer.open(Sealer::Table::Record, "row", QByteArrayView(sealed).first(size)));
    QVERIFY(!sealer.open(Sealer::Table::Record, "row", QByteArray(sealed + 'x')));
}

void SealerTest::refusesEveryFlippedBit()
{
    const Sealer sealer(m_key, m_storeId);
    QByteArray sealed = sealer.seal(Sealer::Table::Record, "row", fieldsOf("secret"));
    for (qsizetype i = 0; i < sealed.size() * 8; ++i) {
        sealed[i / 8] = char(sealed.at(i / 8) ^ (1 << (i % 8)));
        QVERIFY(!sealer.open(Sealer::Table::Record, "row", sealed));
        sealed[i / 8] = char(sealed.at(i / 8) ^ (1 << (i % 8)));
    }
    QVERIFY(sealer.open(Sealer::Table::Record, "row", sealed));
}

void SealerTest::neverRepeatsANonce()
{
    const Sealer sealer(m_key, m_storeId);
    QSet<QByteArray> nonces;
    constexpr int seals = 100'000;
    nonces.reserve(seals);
    for (int i = 0; i < seals; ++i)
        nonces.insert(sealer.seal(Sealer::Table::Record, "row", fieldsOf("x")).mid(1, 24));
    QCOMPARE(nonces.size(), seals);
}

void SealerTest::lookupsDependOnKeyPurposeAndParts()
{
    const Sealer sealer(m_key, m_storeId);
    const QByteArray hash = sealer.lookup(Sealer::Lookup::RecordId, "ab", "c");
    QCOMPARE(hash.size(), Sealer::hashBytes);
    QCOMPARE(sealer.lookup(Sealer::Lookup::RecordId, "ab", "c"), hash);
    QVERIFY(sealer.lookup(Sealer::Lookup::RecordId, "a", "bc") != hash);
    QVERIFY(sealer.lookup(Sealer::Lookup::RecordType, "ab", "c") != hash);
    QVERIFY(Sealer(StoreKey::generate(), m_storeId).lookup(Sealer::Lookup::RecordId, "ab", "c") != hash);
}

// The format, written down a second time in libsodium's own calls: what is in people's files must stay readable.
void SealerTest::agreesWithLibsodium()
{
    QByteArray keyBytes(1, 1);
    for (int i = 0; i < 48; ++i)
        keyBytes.append(char(i));
    const auto key = StoreKey::fromKeychain(keyBytes);
    QVERIFY(key);
    const QByteArray sealed = Sealer(*key, m_storeId).seal(Sealer::Table::Value, "name", fieldsOf("hello"));

    unsigned char subkey[32];
    QCOMPARE(crypto_kdf_derive_from_key(subkey, sizeof subkey, 1, "HndrlSt1",
                                        reinterpret_cast<const unsigned char *>(keyBytes.constData()) + 1),
             0);
    const QByteArray data = QByteArray::fromHex("0104") + m_storeId + "name";
    QByteArray plain(sealed.size() - 25 - 16, Qt::Uninitialized);
    const auto *bytes = reinterpret_cast<const unsigned char *>(sealed.constData());
    QCOMPARE(crypto_aead_xchacha20poly1305_ietf_decrypt(
                 reinterpret_cast<unsigned char *>(plain.data()), nullptr, nullptr, bytes + 25, std::size_t(sealed.size()) - 25,
                 reinterpret_cast<const unsigned char *>(data.constData()), std::size_t(data.size()), bytes + 1, subkey),
             0);
    QCOMPARE(plain, QByteArray::fromHex("05000000") + "hello" + char(0x80) + QByteArray(256 - 10, '\0'));
    // Known answer: frozen, since files hold such hashes.
    QCOMPARE(Sealer(*key, m_storeId).lookup(Sealer::Lookup::RecordId, "apt-1").toHex(),
             QByteArray("401b63d88dee7f9aa342c8462dee3115"));
}

void SealerTest::fieldsEndWhereTheyEnd()
{
    FieldWriter writer;
    writer.add(QStringLiteral("é"));
    writer.add(qint64(-7));
    const QByteArray bytes = writer.take().mid(Sealer::headBytes);
    FieldReader reader(bytes);
    QCOMPARE(reader.text(), QStringLiteral("é"));
    QCOMPARE(reader.number(), -7);
    QVERIFY(reader.isGood());
    QVERIFY(reader.bytes().isEmpty());
    QVERIFY(!reader.isGood());
    // A length beyond the end.
    FieldReader liar(QByteArrayView("\xff\xff\xff\x7f"
                                    "abc",
                                    7));
    QVERIFY(liar.bytes().isEmpty());
    QVERIFY(!liar.isGood());
}

void SealerTest::keyForTheKeychain()
{
    const QByteArray bytes = m_key.toKeychain();
    QCOMPARE(bytes.size(), 49);
    const auto back = StoreKey::fromKeychain(bytes);
    QVERIFY(back);
    QCOMPARE(back->toKeychain(), bytes);
    QCOMPARE(back->id(), m_key.id());
    QVERIFY(StoreKey::generate().toKeychain() != bytes);
    for (const QByteArray &bad : {QByteArray(), bytes.first(48), QByteArray(bytes + 'x'), QByteArray(49, 9)}) {
        const auto refused = StoreKey::fromKeychain(bad);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ProblemKind::BadData);
    }
    QCOMPARE(storeKeyName(QStringLiteral("ab")), QStringLiteral("org.handrail.app/dek/ab"));
}

QTEST_APPLESS_MAIN(SealerTest)
#include "tst_sealer.moc"
