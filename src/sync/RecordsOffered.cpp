// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Log.h"
#include "fhir/Read.h"
#include "sync/OfferedPieces.h"
#include "sync/Records.h"

#include <algorithm>

namespace handrail {

namespace {

constexpr int mostLibraries = 400;

QString takenName(const QString &id)
{
    return QString(u"sync.texts." % id);
}

} // namespace

Result<QList<OfferedTexts>> Records::offeredTexts() const
{
    return handrail::offeredTexts(m_store);
}

Result<QList<OfferedTexts>> offeredTexts(const Store &store)
{
    const Result<QList<QByteArray>> stored = store.records(QStringLiteral("Library"), mostLibraries);
    if (!stored)
        return tl::make_unexpected(stored.error());
    QList<OfferedTexts> all;
    for (const QByteArray &json : *stored) { // newest first
        Result<OfferedTexts> one = fhir::readOfferedTexts(json);
        const bool isKnown =
            one && std::any_of(all.cbegin(), all.cend(), [&](const OfferedTexts &other) { return other.id == one->id; });
        if (one && !isKnown)
            all << std::move(*one);
    }
    std::sort(all.begin(), all.end(), [](const OfferedTexts &a, const OfferedTexts &b) { return a.id < b.id; });
    return all;
}

bool isWhole(const QByteArray &bytes, const OfferedTexts::Piece &piece)
{
    return bytes.size() == piece.size && QCryptographicHash::hash(bytes, QCryptographicHash::Sha1) == piece.hash;
}

bool areTextsTaken(const Store &store, const OfferedTexts &offered)
{
    const auto taken = store.value(takenName(offered.id));
    return taken && *taken && **taken == offered.name();
}

bool Records::areTextsTaken(const OfferedTexts &offered) const
{
    return handrail::areTextsTaken(m_store, offered);
}

Result<void> Records::setTextsTaken(const QString &id, const QByteArray &name)
{
    return name.isEmpty() ? m_store.removeValue(takenName(id)) : m_store.setValue(takenName(id), name);
}

Result<QByteArray> Records::arrivedTexts(const OfferedTexts &offered) const
{
    if (offered.pieces.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("content that cannot be taken"));
    QByteArray bytes;
    for (const OfferedTexts::Piece &piece : offered.pieces) {
        if (piece.binaryId.isEmpty()) {
            if (!isWhole(piece.data, piece))
                return problem(ProblemKind::BadData, QStringLiteral("content with another hash"));
            bytes += piece.data;
            continue;
        }
        const auto stored = m_store.record(pieceType, pieceId(piece));
        if (!stored)
            return tl::make_unexpected(stored.error());
        if (!*stored || !isWhole(**stored, piece))
            return problem(ProblemKind::NotFound, QStringLiteral("a piece"));
        bytes += **stored;
    }
    return bytes;
}

Result<void> Records::dropPieces()
{
    const Result<QList<QByteArray>> stored = m_store.records(pieceType, mostLibraries);
    if (!stored || stored->isEmpty())
        return stored ? Result<void>() : tl::make_unexpected(stored.error());
    const Result<QList<OfferedTexts>> offers = offeredTexts();
    if (!offers)
        return tl::make_unexpected(offers.error());
    QSet<QString> wanted;
    for (const OfferedTexts &offered : *offers) {
        if (offered.standing != OfferedTexts::Standing::Offered || areTextsTaken(offered))
            continue;
        for (const OfferedTexts::Piece &piece : offered.pieces)
            wanted << pieceId(piece);
    }
    for (const QByteArray &bytes : *stored) {
        const QString id = pieceId({{}, {}, QCryptographicHash::hash(bytes, QCryptographicHash::Sha1), bytes.size()});
        if (wanted.contains(id))
            continue;
        if (const Result<void> removed = m_store.removeRecord(pieceType, id); !removed)
            return removed;
    }
    return {};
}

} // namespace handrail
