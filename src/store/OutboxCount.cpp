// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/OutboxCount.h"

#include "store/Database.h"
#include "store/Sealer.h"
#include "store/StoreFile.h"

namespace handrail {

namespace {

constexpr char proofText[] = "handrail store";

QByteArray headerKey(const StoreHeader &header)
{
    return header.keyId + header.storeId;
}

} // namespace

static_assert(OutboxCount::proofBytes == Sealer::sizeOf(0));

OutboxCount::OutboxCount()
    : m_sum(Sealer::hashBytes, '\0')
{
}

void OutboxCount::mix(const Sealer &sealer, QByteArrayView sealedRow)
{
    const QByteArray hash = sealer.lookup(Sealer::Lookup::OutboxRow, sealedRow);
    for (qsizetype i = 0; i < m_sum.size(); ++i)
        m_sum[i] = char(m_sum.at(i) ^ hash.at(i));
}

void OutboxCount::add(const Sealer &sealer, QByteArrayView sealedRow)
{
    mix(sealer, sealedRow);
    ++m_rows;
}

void OutboxCount::remove(const Sealer &sealer, QByteArrayView sealedRow)
{
    mix(sealer, sealedRow);
    --m_rows;
}

QByteArray OutboxCount::sealInto(const Sealer &sealer, const StoreHeader &header) const
{
    FieldWriter fields;
    fields.add(QByteArrayView(proofText));
    fields.add(m_rows);
    fields.add(QByteArrayView(m_sum));
    return sealer.seal(Sealer::Table::Header, headerKey(header), std::move(fields));
}

bool OutboxCount::isProven(const Sealer &sealer, const StoreHeader &header)
{
    const auto fields = sealer.open(Sealer::Table::Header, headerKey(header), header.proof);
    return fields && FieldReader(*fields).bytes() == QByteArrayView(proofText);
}

Result<std::optional<OutboxCount>> OutboxCount::read(Database &database, const Sealer &sealer)
{
    const auto header = readStoreHeader(database);
    if (!header)
        return tl::make_unexpected(header.error());
    return of(sealer, *header);
}

Result<std::optional<OutboxCount>> OutboxCount::of(const Sealer &sealer, const StoreHeader &header)
{
    const auto fields = sealer.open(Sealer::Table::Header, headerKey(header), header.proof);
    if (!fields)
        return problem(ProblemKind::StoreBroken, QStringLiteral("header fails its seal"));
    FieldReader reader(*fields);
    (void)reader.bytes();
    if (reader.isAtEnd())
        return std::optional<OutboxCount>();
    OutboxCount count;
    count.m_rows = reader.number();
    count.m_sum = reader.bytes().toByteArray();
    if (!reader.isGood() || count.m_sum.size() != Sealer::hashBytes)
        return problem(ProblemKind::StoreBroken, QStringLiteral("outbox: the count cannot be read"));
    return std::optional(count);
}

Result<void> OutboxCount::write(Database &database, const Sealer &sealer) const
{
    const auto header = readStoreHeader(database);
    if (!header)
        return tl::make_unexpected(header.error());
    const auto done = database.run("UPDATE header SET proof = ? WHERE row = 1", sealInto(sealer, *header));
    if (!done)
        return tl::make_unexpected(done.error());
    return {};
}

} // namespace handrail
