// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/SmartClient.h"

namespace handrail::clinic {

namespace {

constexpr QStringView privateRedirect = u"org.handrail.app:/oauth2/callback";
constexpr QStringView linkRedirect = u"handrail://signed-in";
constexpr QStringView loopback4 = u"http://127.0.0.1:";
constexpr QStringView loopback6 = u"http://[::1]:";
constexpr QStringView loopbackPath = u"/callback";

bool isLoopback(QStringView uri, QStringView start)
{
    if (!uri.startsWith(start) || !uri.endsWith(loopbackPath) || uri.size() < start.size() + loopbackPath.size())
        return false;
    const QStringView port = uri.sliced(start.size(), uri.size() - start.size() - loopbackPath.size());
    if (port.isEmpty() || port.size() > 5 || port.front() == u'0')
        return false;
    for (const QChar c : port) {
        if (c < u'0' || c > u'9')
            return false;
    }
    return port.toInt() <= 65535;
}

} // namespace

bool SmartClient::isRegistered(QStringView clientId)
{
    return clientId == u"handrail";
}

bool SmartClient::isRedirectAllowed(QStringView redirectUri)
{
    return redirectUri == privateRedirect || redirectUri == linkRedirect || isLoopback(redirectUri, loopback4)
        || isLoopback(redirectUri, loopback6);
}

QByteArray SmartClient::formActionSource(QStringView redirectUri)
{
    if (redirectUri == privateRedirect)
        return QByteArrayLiteral("org.handrail.app:");
    if (redirectUri == linkRedirect)
        return QByteArrayLiteral("handrail:");
    if (isLoopback(redirectUri, loopback4))
        return redirectUri.chopped(loopbackPath.size()).toLatin1();
    // CSP has no way to write an IPv6 address, so the scheme must do.
    return QByteArrayLiteral("http:");
}

} // namespace handrail::clinic
