// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Log.h"
#include "fhir/Read.h"
#include "sync/OfferedPieces.h"
#include "sync/Pull.h"
#include "sync/Retry.h"

namespace handrail {

/// A piece that the server does not give, or that arrives as something else, is no problem of the download: what is here stays, and the next run
/// asks for it again.
QCoro::Task<Result<void>> Pull::pullPieces(PullStep step)
{
    const Result<QList<OfferedTexts>> offers = offeredTexts(m_store);
    if (!offers)
        co_return tl::make_unexpected(offers.error());
    QList<OfferedTexts::Piece> missing;
    for (const OfferedTexts &offered : *offers) {
        if (!areTextsWanted(m_store, offered, m_packTaker))
            continue;
        for (const OfferedTexts::Piece &piece : offered.pieces) {
            const auto stored = m_store.record(pieceType, pieceId(piece));
            if (!piece.binaryId.isEmpty() && !(stored && *stored && isWhole(**stored, piece)))
                missing << piece;
        }
    }
    for (const OfferedTexts::Piece &piece : std::as_const(missing)) {
        QUrl url = m_client.address(QString(step.type % u'/' % piece.binaryId));
        Result<HttpResponse> response = co_await m_client.get(std::move(url));
        if (m_life->isOver)
            co_return cancelled();
        if (response && response->status != 200)
            response = tl::make_unexpected(problemFor(*response));
        if (!response && Retry::stopsRun(response.error()))
            co_return tl::make_unexpected(response.error());
        const Result<QByteArray> bytes =
            response ? fhir::readBinary(response->body) : Result<QByteArray>(tl::make_unexpected(response.error()));
        if (!bytes || !isWhole(*bytes, piece)) {
            qCWarning(logSync) << "a piece of a pack did not arrive:"
                               << (bytes ? QStringLiteral("not as it was offered") : nameOf(bytes.error().kind));
            continue;
        }
        StoredRecord record;
        record.type = pieceType;
        record.id = pieceId(piece);
        record.json = *bytes;
        if (const auto kept = m_store.putRecords({record}); !kept) {
            qCWarning(logSync) << "a piece of a pack was not kept:" << kept.error();
            break;
        }
        setPart(SyncPart::State::Loading, 1);
        if (m_life->isOver)
            co_return cancelled();
    }
    co_return Result<void>();
}

} // namespace handrail
