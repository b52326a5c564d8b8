// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QList>
#include <QString>

namespace handrail {

/// The most that a pack of texts may have, in bytes.
inline constexpr qint64 mostOfferedBytes = 8 * 1024 * 1024;
/// The most packs that are taken: the first by id.
inline constexpr int mostOffered = 4;

/// What the clinic says of texts of its own or of ours: a FHIR Library (design api row 5).
struct OfferedTexts {
    enum class Standing {
        Offered,   ///< active, with content: a pack
        TooMany,   ///< the same, and more than are taken: it has no pieces
        Withdrawn, ///< retired: the pack, skill, module or lesson of this id is not to be shown
        Neither
    };
    /// A part of the pack, small enough for one request, so that a download that is cut off goes on at the next one.
    struct Piece {
        QString binaryId; ///< of the Binary that holds it; empty: `data` is it
        QByteArray data;
        QByteArray hash; ///< SHA-1, as FHIR has it: what tells a piece that arrived whole. Trust is the pack's signature alone
        qint64 size = 0;
    };

    QString id; ///< the end of its canonical, else its own
    Standing standing = Standing::Neither;
    QList<Piece> pieces; ///< in order; empty when its content cannot be taken

    /// The same bytes have the same name.
    [[nodiscard]] QByteArray name() const
    {
        QCryptographicHash all(QCryptographicHash::Sha256);
        for (const Piece &piece : pieces)
            all.addData(piece.hash);
        return all.result().toHex();
    }
};

} // namespace handrail
