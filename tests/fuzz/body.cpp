// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// The body of an answer as it arrives: line 1 Content-Encoding, line 2 Content-Length, line 3 Content-Type, then how it is cut and the bytes.

#include "Fuzz.h"
#include "clinic/http/HttpText.h"
#include "net/Body.h"

#include <QJsonDocument>

namespace handrail::fuzz {

namespace {

constexpr qint64 limit = 64 * 1024;

struct Outcome {
    bool isGood = true;
    bool isWhole = false;
    QByteArray bytes;
    bool operator==(const Outcome &) const = default;
};

Outcome take(const QByteArray &bytes, qsizetype pieceSize, const QByteArray &encoding, const QByteArray &length,
             const QByteArray &type)
{
    ResponseBody body(encoding, limit);
    Outcome outcome;
    for (qsizetype at = 0; at < bytes.size() && outcome.isGood; at += pieceSize) {
        const auto piece = QByteArrayView(bytes).sliced(at, std::min(pieceSize, bytes.size() - at));
        outcome.isGood = body.append(piece) == ResponseBody::Step::Good;
    }
    outcome.isWhole = outcome.isGood && body.isWhole(length, type);
    outcome.bytes = body.take();
    require(outcome.bytes.size() <= limit, "a body stays within its limit");
    if (!outcome.isGood)
        outcome.bytes.clear(); // nobody reads on
    return outcome;
}

} // namespace

void prepare() {}

void run(Input input)
{
    const QByteArray encoding = input.line();
    const QByteArray length = input.line();
    const QByteArray type = input.line();
    const qsizetype pieceSize = 1 + input.byte();
    const QByteArray bytes = input.rest();
    const Outcome atOnce = take(bytes, std::max<qsizetype>(1, bytes.size()), encoding, length, type);
    require(atOnce == take(bytes, pieceSize, encoding, length, type), "how it is cut makes no difference");
    if (atOnce.isWhole && !length.trimmed().isEmpty())
        require(length.trimmed().toLongLong() == bytes.size(), "a length that is given is kept");
    if (QJsonDocument::fromJson(bytes).isObject())
        require(isClosedJson(bytes), "JSON that is whole is taken for whole");

    const QByteArray packed = clinic::gzipped(bytes);
    const Outcome unpacked = take(packed, pieceSize, "gzip", QByteArray::number(packed.size()), type);
    require(bytes.size() > limit || (unpacked.isWhole && unpacked.bytes == bytes), "what was packed is unpacked");
    const Outcome cut = take(packed.chopped(1 + bytes.size() % 8), pieceSize, "gzip", {}, type);
    require(!cut.isWhole, "a gzip body that is cut is not whole");
}

} // namespace handrail::fuzz
