// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Log.h"
#include "fhir/Read.h"
#include "sync/OfferedPieces.h"
#include "sync/Records.h"

#include <QMap>
#include <QSet>
#include <utility>

namespace handrail {

namespace {

constexpr int mostLibraries = 400;
/// Looked at in one go: more than the packs that are taken can have.
constexpr int mostPieces = 400;

QString takenName(const QString &id)
{
    return QString(u"sync.texts." % id);
}

QString refusedName(const QString &id)
{
    return QString(u"sync.texts-refused." % id);
}

/// Another version of the app, or one with another key, looks at the same bytes again.
QByteArray refusal(const OfferedTexts &offered, const QByteArray &taker)
{
    return QByteArray(offered.name() + ' ' + taker);
}

bool isNoted(const Store &store, const QString &name, const QByteArray &what)
{
    const auto noted = store.value(name);
    return noted && *noted && **noted == what;
}

} // namespace

Result<QList<OfferedTexts>> Records::offeredTexts() const
{
    return handrail::offeredTexts(m_store);
}

Result<QList<OfferedTexts>> offeredTexts(const Store &store)
{
    QMap<QString, OfferedTexts> all; // by id
    const Result<void> read =
        store.eachRecord(QStringLiteral("Library"), mostLibraries, [&all](const QByteArray &json) { // newest first
            Result<OfferedTexts> one = fhir::readOfferedTexts(json);
            if (!one || all.contains(one->id))
                return;
            const QString id = one->id;
            all.insert(id, std::move(*one));
            int count = 0;
            for (OfferedTexts &each : all) {
                if (each.standing != OfferedTexts::Standing::Offered || ++count <= mostOffered)
                    continue;
                each.standing = OfferedTexts::Standing::TooMany;
                each.pieces.clear(); // a Library may hold the bytes themselves
            }
        });
    if (!read)
        return tl::make_unexpected(read.error());
    return all.values();
}

bool isWhole(const QByteArray &bytes, const OfferedTexts::Piece &piece)
{
    return bytes.size() == piece.size && QCryptographicHash::hash(bytes, QCryptographicHash::Sha1) == piece.hash;
}

bool areTextsWanted(const Store &store, const OfferedTexts &offered, const QByteArray &taker)
{
    return offered.standing == OfferedTexts::Standing::Offered && !taker.isEmpty()
        && !isNoted(store, takenName(offered.id), offered.name())
        && !isNoted(store, refusedName(offered.id), refusal(offered, taker));
}

bool Records::areTextsTaken(const OfferedTexts &offered) const
{
    return isNoted(m_store, takenName(offered.id), offered.name());
}

Result<void> Records::setTextsTaken(const QString &id, const QByteArray &name)
{
    if (!name.isEmpty())
        return m_store.setValue(takenName(id), name);
    const auto taken = m_store.value(takenName(id));
    if (taken && !*taken)
        return {}; // said before: what was refused since then stays so
    const Result<void> removed = m_store.removeValue(takenName(id));
    return removed ? m_store.removeValue(refusedName(id)) : removed;
}

Result<void> Records::setTextsRefused(const OfferedTexts &offered, const QByteArray &taker)
{
    return m_store.setValue(refusedName(offered.id), refusal(offered, taker));
}

bool Records::areTextsRefused(const OfferedTexts &offered, const QByteArray &taker) const
{
    return isNoted(m_store, refusedName(offered.id), refusal(offered, taker));
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

Result<void> Records::dropPieces(const QByteArray &taker)
{
    QSet<QString> here;
    const Result<void> read = m_store.eachRecord(pieceType, mostPieces, [&here](const QByteArray &bytes) {
        here << pieceId({{}, {}, QCryptographicHash::hash(bytes, QCryptographicHash::Sha1), bytes.size()});
    });
    if (!read || here.isEmpty())
        return read;
    const Result<QList<OfferedTexts>> offers = offeredTexts();
    if (!offers)
        return tl::make_unexpected(offers.error());
    for (const OfferedTexts &offered : *offers) {
        if (!areTextsWanted(m_store, offered, taker))
            continue;
        for (const OfferedTexts::Piece &piece : offered.pieces)
            here.remove(pieceId(piece));
    }
    for (const QString &id : std::as_const(here)) {
        if (const Result<void> removed = m_store.removeRecord(pieceType, id); !removed)
            return removed;
    }
    return {};
}

} // namespace handrail
