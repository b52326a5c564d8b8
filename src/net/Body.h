// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QIODevice>
#include <memory>

namespace handrail {

/// The body of one answer as it arrives: unpacks gzip, counts against the limit, and knows whether it is whole.
///
/// Qt 6.4 cannot be asked that: it takes the end of the connection for the end of a gzip body, of a chunked body and of an error's
/// body (found by test), and drops Content-Length when it unpacks. So we unpack, and check every sign of an end that HTTP gives.
class ResponseBody
{
public:
    enum class Step { Good, OverLimit, Broken };

    /// `encoding` is the Content-Encoding header, `limit` in bytes after unpacking.
    ResponseBody(QByteArrayView encoding, qint64 limit);
    ~ResponseBody();
    Q_DISABLE_COPY_MOVE(ResponseBody)

    Step append(QByteArrayView arrived);

    /// `contentLength` is the header, empty when absent. A JSON body without a length, as in chunked coding, must end as JSON does.
    [[nodiscard]] bool isWhole(QByteArrayView contentLength, QByteArrayView contentType) const;
    [[nodiscard]] QByteArray take();

private:
    struct Gzip;
    Step unpack(QByteArrayView packed);
    Step keep(QByteArrayView bytes);

    std::unique_ptr<Gzip> m_gzip; // none: the body is not packed
    bool m_isKnownEncoding;
    qint64 m_limit;
    qint64 m_arrived = 0;
    QByteArray m_bytes;
};

/// True when every bracket outside of strings is closed. Not a parser: it only tells a cut text from a whole one.
[[nodiscard]] bool isClosedJson(QByteArrayView text);

/// The body of a request, readable once. Qt 6.4 sends a POST again by itself when the connection dies before the answer; it cannot
/// when the body cannot be read again, and the outbox decides instead.
class RequestBody final : public QIODevice
{
    Q_OBJECT
public:
    explicit RequestBody(QByteArray bytes);
    ~RequestBody() override;
    [[nodiscard]] bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_at + QIODevice::bytesAvailable(); }
    [[nodiscard]] bool atEnd() const override { return m_at == m_bytes.size() && QIODevice::atEnd(); }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

} // namespace handrail
