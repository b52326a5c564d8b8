// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// A sealed row. The first byte says what is hostile: the whole row, bytes of a genuine one, its key, or the fields that are sealed.
// Opening fails, or gives back what was sealed, bit for bit.

#include "Fuzz.h"
#include "store/Sealer.h"

#include <memory>

namespace handrail::fuzz {

namespace {

std::unique_ptr<Sealer> sealer; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
QByteArray genuine;             // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

const QByteArray rowKey = "Appointment/a1";
constexpr auto table = Sealer::Table::Record;

void readFields(const QByteArray &bytes)
{
    FieldReader reader(bytes);
    qsizetype seen = 0;
    for (int i = 0; reader.isGood() && i < 64; ++i) {
        if (i % 3 == 2)
            (void)reader.number();
        else
            seen += i % 3 ? reader.text().toUtf8().size() / 4 : reader.bytes().size();
    }
    require(seen <= bytes.size(), "no field is longer than what holds it");
}

void roundTrip(Input input)
{
    const QByteArray text = input.line();
    const qint64 number = (qint64(input.number()) << 32) | input.number();
    const QByteArray bytes = input.rest();
    FieldWriter fields(bytes.size() % 512);
    fields.add(QByteArrayView(bytes));
    fields.add(number);
    fields.add(QString::fromUtf8(text));
    const QByteArray sealed = sealer->seal(table, text, std::move(fields));
    const auto opened = sealer->open(table, text, sealed);
    require(opened.has_value(), "what was sealed opens");
    FieldReader reader(*opened);
    require(reader.bytes() == bytes && reader.number() == number && reader.text() == QString::fromUtf8(text) && reader.isGood(),
            "what was sealed is what opens");
    require(bytes.size() < 16 || !sealed.contains(bytes), "nothing of it is in the clear");
    require(!sealer->open(Sealer::Table::Outbox, text, sealed) && !sealer->open(table, QByteArray(text + '1'), sealed),
            "it opens in its place alone");
}

} // namespace

void prepare()
{
    const auto key = StoreKey::fromKeychain('\x01' + QByteArray(StoreKey::keyBytes, 'k') + QByteArray(StoreKey::idBytes, 'i'));
    require(key.has_value(), "a key");
    sealer = std::make_unique<Sealer>(*key, QByteArray(16, 's'));
    FieldWriter fields;
    fields.add(QStringLiteral("Group therapy"));
    fields.add(qint64(7));
    genuine = sealer->seal(table, rowKey, std::move(fields));
}

void run(Input input)
{
    switch (input.byte()) {
    case 'f': { // bytes of it changed: place (2 bytes) and value
        QByteArray row = genuine;
        while (!input.isEmpty()) {
            const qsizetype at = (input.byte() | input.byte() << 8) % row.size();
            row[at] = char(input.byte());
        }
        require(row == genuine || !sealer->open(table, rowKey, row), "a changed row does not open");
        break;
    }
    case 'c': { // cut or made longer
        const QByteArray row = genuine.left(input.number() % 1024) + input.rest();
        require(row == genuine || !sealer->open(table, rowKey, row), "a row of another length does not open");
        break;
    }
    case 'k': {
        const QByteArray other = input.rest();
        require(other == rowKey || !sealer->open(table, other, genuine), "a row does not open elsewhere");
        (void)StoreKey::fromKeychain(other);
        break;
    }
    case 'r': readFields(input.rest()); break;
    case 's': roundTrip(input); break;
    default: require(!sealer->open(table, rowKey, input.rest()), "a made-up row does not open"); break;
    }
}

} // namespace handrail::fuzz
