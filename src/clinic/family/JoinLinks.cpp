// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/family/JoinLinks.h"

#include "clinic/base/VideoAddress.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <sodium.h>

namespace handrail::clinic {

namespace {

constexpr qsizetype shortestKey = 32; // RFC 7518 3.2
const QLatin1String service("http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService");

QByteArray hmac(const QByteArray &key, const QByteArray &text)
{
    QByteArray out(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_state state;
    const auto *bytes = [](const QByteArray &from) { return reinterpret_cast<const unsigned char *>(from.constData()); }(key);
    crypto_auth_hmacsha256_init(&state, bytes, std::size_t(key.size()));
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char *>(text.constData()),
                                  static_cast<unsigned long long>(text.size()));
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char *>(out.data()));
    sodium_memzero(&state, sizeof state);
    return out;
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QJsonArray serviceParts(const QJsonObject &appointment)
{
    const QJsonArray extensions = appointment.value(QLatin1String("extension")).toArray();
    for (const QJsonValue &each : extensions) {
        if (each.toObject().value(QLatin1String("url")).toString() == service)
            return each.toObject().value(QLatin1String("extension")).toArray();
    }
    return {};
}

} // namespace

JoinLinks::JoinLinks(QUrl address, QString app, QByteArray key)
    : m_address(std::move(address))
    , m_app(std::move(app))
    , m_key(std::move(key))
{
}

Result<JoinLinks> JoinLinks::fromFile(const QString &address, const QString &app, const QString &keyFile)
{
    QUrl url(address, QUrl::StrictMode);
    if (!isVideoAddress(url) || url.hasQuery() || url.hasFragment())
        return problem(ProblemKind::BadAddress, QStringLiteral("Jitsi"));
    QFile file(keyFile);
    const bool isPrivate =
        !(QFile::permissions(keyFile) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther));
    const QByteArray key = isPrivate && file.open(QIODevice::ReadOnly) ? file.read(4096).trimmed() : QByteArray();
    if (key.size() < shortestKey || app.isEmpty() || app.size() > 100)
        return problem(ProblemKind::BadData, QStringLiteral("Jitsi"));
    return JoinLinks(url, app, key);
}

QString JoinLinks::room(const QString &session) const
{
    // Hexadecimal: Jitsi makes room names lower case.
    return QString::fromLatin1(hmac(m_key, "handrail room\n" + session.toUtf8()).left(20).toHex());
}

QString JoinLinks::minted(const QString &session, const QString &givenName, bool isModerator, qint64 now) const
{
    const QString name = room(session);
    const QJsonObject header{{QStringLiteral("alg"), QStringLiteral("HS256")}, {QStringLiteral("typ"), QStringLiteral("JWT")}};
    const QJsonObject user{{QStringLiteral("name"), givenName}, {QStringLiteral("moderator"), isModerator}};
    const QJsonObject claims{{QStringLiteral("iss"), m_app},
                             {QStringLiteral("aud"), QStringLiteral("jitsi")},
                             {QStringLiteral("sub"), m_address.host()},
                             {QStringLiteral("room"), name},
                             {QStringLiteral("moderator"), isModerator},
                             {QStringLiteral("nbf"), now - 10}, // the other machine's clock
                             {QStringLiteral("exp"), now + qint64(lifetime.count())},
                             {QStringLiteral("context"), QJsonObject{{QStringLiteral("user"), user}}}};
    const QByteArray text = base64Url(QJsonDocument(header).toJson(QJsonDocument::Compact)) + '.'
        + base64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact));
    QUrl url = m_address;
    url.setPath((url.path().endsWith(u'/') ? url.path() : QString(url.path() + u'/')) + name);
    url.setQuery(QStringLiteral("jwt=") + QString::fromLatin1(text + '.' + base64Url(hmac(m_key, text))));
    return url.toString(QUrl::FullyEncoded);
}

QString givenAddress(const QJsonObject &appointment, const QStringList &rooms)
{
    const QJsonArray parts = serviceParts(appointment);
    for (const QJsonValue &part : parts) {
        const QUrl url(part.toObject().value(QLatin1String("valueUrl")).toString(), QUrl::StrictMode);
        if (part.toObject().value(QLatin1String("url")).toString() == QLatin1String("address") && isVideoAddress(url))
            return url.toString(QUrl::FullyEncoded);
    }
    for (const QString &room : rooms) {
        if (const QUrl url(room, QUrl::StrictMode); isVideoAddress(url))
            return url.toString(QUrl::FullyEncoded);
    }
    return {};
}

bool isByVideo(const QJsonObject &appointment)
{
    return !serviceParts(appointment).isEmpty();
}

} // namespace handrail::clinic
