// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/DeepLink.h"

#include <QByteArray>
#include <algorithm>
#include <utility>

namespace handrail {

namespace {

constexpr qsizetype longestLink = 2048;
constexpr qsizetype tokenSize = 22;
constexpr qsizetype longestId = 64; // FHIR R4 datatypes, id
constexpr QStringView start = u"handrail://";
constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

bool isLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool isBase64Url(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return isLetterOrDigit(c) || c == u'-' || c == u'_'; });
}

bool isId(QStringView text)
{
    return !text.isEmpty() && text.size() <= longestId && text != u"." && text != u".."
        && std::all_of(text.begin(), text.end(), [](QChar c) { return isLetterOrDigit(c) || c == u'-' || c == u'.'; });
}

/// A server's address that is written the one way in which it can be written.
std::optional<QUrl> readBase(QStringView encoded)
{
    if (encoded.isEmpty() || !isBase64Url(encoded))
        return std::nullopt;
    const auto decoded = QByteArray::fromBase64Encoding(encoded.toLatin1(), base64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.toBase64(base64) != encoded.toLatin1())
        return std::nullopt;
    const QByteArray &written = decoded.decoded;
    const bool isPlain = std::all_of(written.begin(), written.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    const QUrl url(QString::fromLatin1(written), QUrl::StrictMode);
    if (!isPlain || !url.isValid() || (url.scheme() != u"https" && url.scheme() != u"http") || url.host().isEmpty()
        || url.authority().contains(u'@') || url.hasQuery() || url.hasFragment() || url.path().endsWith(u'/'))
        return std::nullopt;
    return url.toEncoded() == written ? std::optional(url) : std::nullopt;
}

std::optional<DeepLink> readInvite(QStringView path)
{
    const qsizetype slash = path.indexOf(u'/');
    const QStringView token = path.mid(slash + 1);
    const std::optional<QUrl> base = slash < 0 ? std::nullopt : readBase(path.left(slash));
    if (!base || token.size() != tokenSize || !isBase64Url(token))
        return std::nullopt;
    DeepLink link;
    link.kind = DeepLink::Kind::Invite;
    link.fhirBase = *base;
    link.token = token.toString();
    return link;
}

/// One value of a query; nullopt when it holds what no answer of a server has.
std::optional<QString> readValue(QStringView written)
{
    for (qsizetype at = written.indexOf(u'%'); at >= 0; at = written.indexOf(u'%', at + 1)) {
        const auto isHex = [written](qsizetype i) {
            const QChar c = i < written.size() ? written.at(i).toLower() : QChar();
            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
        };
        if (!isHex(at + 1) || !isHex(at + 2))
            return std::nullopt;
    }
    const QString value = QString::fromUtf8(QByteArray::fromPercentEncoding(written.toLatin1().replace('+', "%20")));
    // VSCHAR of RFC 6749, appendix A: printable ASCII.
    const bool isPrintable = std::all_of(value.begin(), value.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
    return !value.isEmpty() && isPrintable ? std::optional(value) : std::nullopt;
}

std::optional<DeepLink> readAnswer(QStringView query)
{
    static const QStringList known{QStringLiteral("code"), QStringLiteral("state"), QStringLiteral("iss"), QStringLiteral("error"),
                                   QStringLiteral("error_description")};
    DeepLink link;
    link.kind = DeepLink::Kind::SignedIn;
    for (const QStringView pair : query.split(u'&')) {
        const qsizetype equals = pair.indexOf(u'=');
        const QString name = pair.left(std::max<qsizetype>(equals, 0)).toString();
        const auto value = readValue(pair.mid(equals + 1));
        if (!known.contains(name) || link.answer.hasQueryItem(name) || !value)
            return std::nullopt;
        link.answer.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(*value)));
    }
    const bool hasOne = link.answer.hasQueryItem(QStringLiteral("code")) != link.answer.hasQueryItem(QStringLiteral("error"));
    return hasOne && link.answer.hasQueryItem(QStringLiteral("state")) ? std::optional(link) : std::nullopt;
}

} // namespace

std::optional<DeepLink> readDeepLink(QStringView text)
{
    // The size first: of what is longer no sign is looked at. The scheme alone may be in any case (RFC 3986 3.1).
    if (text.size() > longestLink || !text.startsWith(start, Qt::CaseInsensitive))
        return std::nullopt;
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c <= u'~' && c != u'#'; });
    if (!isPlain)
        return std::nullopt;
    // By hand and not by QUrl, which mends what it is given: here only the one right way of writing is right.
    const QStringView rest = text.mid(start.size());
    constexpr QStringView invite = u"invite/";
    constexpr QStringView session = u"session/";
    constexpr QStringView signedIn = u"signed-in?";
    if (rest.startsWith(invite))
        return readInvite(rest.mid(invite.size()));
    if (rest.startsWith(signedIn))
        return readAnswer(rest.mid(signedIn.size()));
    if (!rest.startsWith(session) || !isId(rest.mid(session.size())))
        return std::nullopt;
    DeepLink link;
    link.appointmentId = rest.mid(session.size()).toString();
    return link;
}

QString inviteLink(const QUrl &fhirBase, const QString &token)
{
    const QString link =
        start + QStringLiteral("invite/") + QString::fromLatin1(fhirBase.toEncoded().toBase64(base64)) + u'/' + token;
    return readDeepLink(link) ? link : QString();
}

} // namespace handrail
