// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/ListenAddress.h"

#include <QRegularExpression>
#include <QUrl>

namespace handrail::clinic {

std::optional<ListenAddress> readListenAddress(const QString &text)
{
    ListenAddress listen;
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    listen.port = text.mid(colon + 1).toUShort(&isNumber);
    QString address = text.left(colon);
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1).chopped(1);
    if (address == QLatin1String("localhost"))
        address = QStringLiteral("127.0.0.1");
    listen.address = address.toLatin1();
    listen.isLoopback = address.startsWith(QLatin1String("127.")) || address == QLatin1String("::1");
    return colon > 0 && isNumber && !address.isEmpty() ? std::optional(listen) : std::nullopt;
}

bool isFhirBase(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"))
        && !url.host().isEmpty() && url.path().endsWith(QLatin1String("/fhir/R4")) && url.userInfo().isEmpty() && !url.hasQuery()
        && !url.hasFragment();
}

bool isSafeBase(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const QRegularExpression thisMachine(QRegularExpression::anchoredPattern(QStringLiteral("localhost|127(\\.[0-9]+){3}|::1")));
    return url.scheme() == QLatin1String("https") || thisMachine.match(url.host()).hasMatch();
}

} // namespace handrail::clinic
