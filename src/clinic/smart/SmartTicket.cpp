// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/SmartTicket.h"

#include <QJsonDocument>

#include <sodium.h>

namespace handrail::clinic {

namespace {

constexpr std::chrono::minutes lifetime{15};
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

// The cookie has a fixed alphabet without '\n', so two different pairs never give the same bytes.
QByteArray boundTo(const QString &stage, const QString &cookie)
{
    return stage.toUtf8() + '\n' + cookie.toUtf8();
}

const unsigned char *in(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

} // namespace

SmartTicket::SmartTicket(QByteArray key)
    : m_key(std::move(key))
{
    Q_ASSERT(m_key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
}

QString SmartTicket::sealed(const QJsonObject &content, const QString &stage, const QString &cookie,
                            std::chrono::milliseconds now) const
{
    const QJsonObject dated{{QStringLiteral("at"), static_cast<double>(now.count())}, {QStringLiteral("content"), content}};
    const QByteArray plain = QJsonDocument(dated).toJson(QJsonDocument::Compact);
    const QByteArray bound = boundTo(stage, cookie);
    QByteArray out(nonceSize + plain.size() + tagSize, '\0');
    auto *bytes = reinterpret_cast<unsigned char *>(out.data());
    randombytes_buf(bytes, static_cast<size_t>(nonceSize));
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + nonceSize, nullptr, in(plain), static_cast<unsigned long long>(plain.size()),
                                               in(bound), static_cast<unsigned long long>(bound.size()), nullptr, bytes, in(m_key));
    return QString::fromLatin1(out.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<QJsonObject> SmartTicket::opened(const QString &ticket, const QString &stage, const QString &cookie,
                                               std::chrono::milliseconds now) const
{
    const auto decoded = QByteArray::fromBase64Encoding(ticket.toLatin1(),
                                                        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
                                                            | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() < nonceSize + tagSize || cookie.isEmpty())
        return std::nullopt;
    const QByteArray &sealedBytes = decoded.decoded;
    const QByteArray bound = boundTo(stage, cookie);
    QByteArray plain(sealedBytes.size() - nonceSize - tagSize, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char *>(plain.data()), nullptr, nullptr,
                                                   in(sealedBytes) + nonceSize,
                                                   static_cast<unsigned long long>(sealedBytes.size() - nonceSize), in(bound),
                                                   static_cast<unsigned long long>(bound.size()), in(sealedBytes), in(m_key))
        != 0)
        return std::nullopt;
    const QJsonObject dated = QJsonDocument::fromJson(plain).object();
    const auto age = now - std::chrono::milliseconds(static_cast<qint64>(dated.value(QStringLiteral("at")).toDouble()));
    // A minute into the future is another process's clock; more is none of ours.
    if (age > lifetime || age < -std::chrono::minutes(1))
        return std::nullopt;
    return dated.value(QStringLiteral("content")).toObject();
}

} // namespace handrail::clinic
