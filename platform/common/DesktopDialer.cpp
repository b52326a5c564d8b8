// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/common/DesktopDialer.h"

#include <QRegularExpression>

namespace handrail {

DesktopDialer::DesktopDialer(SchemeQuestion hasHandler, UrlOpener opener)
    : m_hasHandler(std::move(hasHandler))
    , m_opener(std::move(opener))
{
}

bool DesktopDialer::canCall() const
{
    if (!m_canCall)
        m_canCall = m_hasHandler(QStringLiteral("tel"));
    return *m_canCall;
}

bool DesktopDialer::call(const QString &number)
{
    return canCall() && hand(QStringLiteral("tel"), number);
}

bool DesktopDialer::text(const QString &number, const QString &message)
{
    return m_hasHandler(QStringLiteral("sms")) && hand(QStringLiteral("sms"), number, message);
}

bool DesktopDialer::hand(const QString &scheme, const QString &number, const QString &message)
{
    // No pauses, extensions or star codes: a dialled number must be the number that was shown.
    static const QRegularExpression plain(QStringLiteral("\\A\\+?[0-9]{2,15}\\z"));
    const bool isToBePicked = number.isEmpty() && !message.isEmpty();
    if (!isToBePicked && !plain.match(number).hasMatch())
        return false;
    QUrl url;
    url.setScheme(scheme);
    url.setPath(number);
    if (!message.isEmpty())
        url.setQuery(QStringLiteral("body=") + QString::fromLatin1(QUrl::toPercentEncoding(message)));
    return m_opener(url);
}

} // namespace handrail
