// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/OfferedTexts.h"
#include "store/Store.h"

namespace handrail {

// Packs on their way: Pull brings the pieces that Records puts together. In the store a piece is a record that holds the bytes themselves, named by
// their hash, so that one that is there is the right one and is never asked for twice.

inline const QString pieceType = QStringLiteral("Binary");
[[nodiscard]] inline QString pieceId(const OfferedTexts::Piece &piece)
{
    return QString::fromLatin1(piece.hash.toHex());
}
/// The bytes are this piece.
[[nodiscard]] bool isWhole(const QByteArray &bytes, const OfferedTexts::Piece &piece);
/// What the stored Libraries say, by id, with no more bytes at once than the packs have that are taken.
[[nodiscard]] Result<QList<OfferedTexts>> offeredTexts(const Store &store);
/// This pack, as it is offered now, is to be had: it was neither taken, nor refused by this taker.
[[nodiscard]] bool areTextsWanted(const Store &store, const OfferedTexts &offered, const QByteArray &taker);

} // namespace handrail
