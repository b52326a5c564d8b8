// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "net/Body.h"

#include "core/Wipe.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace handrail {

struct ResponseBody::Gzip {
    z_stream stream{};
    bool isReady = false;
    bool isAtEnd = false;

    Gzip() { isReady = inflateInit2(&stream, 15 + 16) == Z_OK; } // 16: gzip, not zlib
    ~Gzip() { inflateEnd(&stream); }
    Q_DISABLE_COPY_MOVE(Gzip)
};

ResponseBody::ResponseBody(QByteArrayView encoding, qint64 limit)
    : m_isKnownEncoding(true)
    , m_limit(limit)
{
    const QByteArray name = encoding.trimmed().toByteArray().toLower();
    if (name == "gzip" || name == "x-gzip")
        m_gzip = std::make_unique<Gzip>();
    else
        m_isKnownEncoding = name.isEmpty() || name == "identity";
}

ResponseBody::~ResponseBody() = default;

ResponseBody::Step ResponseBody::append(QByteArrayView arrived)
{
    m_arrived += arrived.size();
    if (!m_isKnownEncoding)
        return Step::Broken;
    return m_gzip ? unpack(arrived) : keep(arrived);
}

ResponseBody::Step ResponseBody::keep(QByteArrayView bytes)
{
    if (m_bytes.size() + bytes.size() > m_limit)
        return Step::OverLimit;
    m_bytes.append(bytes.data(), bytes.size());
    return Step::Good;
}

ResponseBody::Step ResponseBody::unpack(QByteArrayView packed)
{
    if (!m_gzip->isReady)
        return Step::Broken;
    std::array<char, 64 * 1024> piece; // NOLINT(cppcoreguidelines-pro-type-member-init): inflate fills it
    z_stream &stream = m_gzip->stream;
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data())); // zlib only reads it
    stream.avail_in = uInt(packed.size());
    do {
        if (m_gzip->isAtEnd)
            return stream.avail_in ? Step::Broken : Step::Good; // something after the end
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = uInt(piece.size());
        const int result = inflate(&stream, Z_NO_FLUSH);
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
            return Step::Broken;
        m_gzip->isAtEnd = result == Z_STREAM_END;
        if (const Step step = keep({piece.data(), qsizetype(piece.size() - stream.avail_out)}); step != Step::Good)
            return step;
    } while (stream.avail_in || stream.avail_out == 0);
    wipe(piece);
    return Step::Good;
}

bool ResponseBody::isWhole(QByteArrayView contentLength, QByteArrayView contentType) const
{
    if (m_gzip && m_arrived > 0 && !m_gzip->isAtEnd)
        return false;
    if (!contentLength.isEmpty()) {
        bool isNumber = false;
        const qint64 length = contentLength.trimmed().toByteArray().toLongLong(&isNumber);
        return isNumber && length == m_arrived;
    }
    return m_gzip || m_bytes.isEmpty() || !contentType.toByteArray().toLower().contains("json") || isClosedJson(m_bytes);
}

QByteArray ResponseBody::take()
{
    return std::exchange(m_bytes, {});
}

bool isClosedJson(QByteArrayView text)
{
    qsizetype depth = 0;
    bool isInString = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (isInString) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                isInString = false;
        } else if (c == '"') {
            isInString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return depth == 0 && !isInString;
}

RequestBody::RequestBody(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

RequestBody::~RequestBody()
{
    wipe(m_bytes);
}

qint64 RequestBody::readData(char *data, qint64 size)
{
    const qint64 count = std::min(size, qint64(m_bytes.size()) - m_at);
    if (count == 0)
        return -1;
    std::copy_n(m_bytes.constData() + m_at, count, data);
    m_at += count;
    return count;
}

} // namespace handrail
