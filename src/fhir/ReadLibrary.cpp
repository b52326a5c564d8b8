// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Read.h"

#include "fhir/Json.h"
#include "fhir/References.h"

#include <algorithm>
#include <cmath>

namespace handrail::fhir {

namespace {

constexpr std::size_t mostPieces = 64;
constexpr qsizetype sha1Bytes = 20;

QByteArray fromBase64(std::string_view text)
{
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray(text.data(), qsizetype(text.size())),
                                                        QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

/// Nothing when it has no size or hash, or lies somewhere else than in a Binary.
std::optional<OfferedTexts::Piece> pieceOf(const Node &attachment)
{
    OfferedTexts::Piece piece;
    const double size = attachment["size"].number().value_or(0);
    if (size < 1 || size > double(mostOfferedBytes) || std::floor(size) != size)
        return std::nullopt;
    piece.size = qint64(size);
    piece.hash = fromBase64(attachment["hash"].view());
    piece.data = fromBase64(attachment["data"].view());
    if (const Target target = targetOf(attachment["url"].view()); target.type == "Binary")
        piece.binaryId = toQString(target.id);
    const bool isSomewhere = !piece.data.isEmpty() || !piece.binaryId.isEmpty();
    return isSomewhere && piece.hash.size() == sha1Bytes ? std::optional(piece) : std::nullopt;
}

QList<OfferedTexts::Piece> piecesOf(const std::vector<Node> &content)
{
    if (content.size() > mostPieces)
        return {};
    QList<OfferedTexts::Piece> pieces;
    qint64 all = 0;
    for (const Node &attachment : content) {
        const auto piece = pieceOf(attachment);
        if (!piece)
            return {};
        all += piece->size;
        pieces << *piece;
    }
    return all <= mostOfferedBytes ? pieces : QList<OfferedTexts::Piece>();
}

} // namespace

Result<OfferedTexts> readOfferedTexts(const QByteArray &json)
{
    const auto parsed = Json::parseResource(json, "Library");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    OfferedTexts offered;
    const std::string_view url = root["url"].view();
    const Target named = targetOf(url.substr(0, url.find('|')));
    offered.id = toQString(named.type == "Library" ? named.id : root["id"].view());
    const std::string_view status = root["status"].view();
    const std::vector<Node> content = root["content"].items();
    if (status == "retired")
        offered.standing = OfferedTexts::Standing::Withdrawn;
    else if (status == "active" && !content.empty())
        offered.standing = OfferedTexts::Standing::Offered;
    if (offered.standing == OfferedTexts::Standing::Offered)
        offered.pieces = piecesOf(content);
    return offered;
}

Result<QByteArray> readBinary(const QByteArray &json)
{
    const auto parsed = Json::parseResource(json, "Binary");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    QByteArray data = fromBase64(parsed->root()["data"].view());
    if (data.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("Binary without data"));
    return data;
}

} // namespace handrail::fhir
