// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/common/DesktopBrowser.h"

#include "core/Log.h"

#include <QDesktopServices>
#include <QHostAddress>

namespace handrail {

UrlOpener systemOpener()
{
    return [](const QUrl &url) { return QDesktopServices::openUrl(url); };
}

DesktopBrowser::DesktopBrowser(UrlOpener opener)
    : m_opener(std::move(opener))
{
}

bool DesktopBrowser::open(const QUrl &url)
{
    const QString host = url.host();
    const bool isLoopback = host == u"localhost" || QHostAddress(host).isLoopback();
    const bool isWeb = url.scheme() == u"https" || (url.scheme() == u"http" && isLoopback);
    // User info in front of the host makes one address look like another.
    if (!url.isValid() || host.isEmpty() || !isWeb || !url.userInfo().isEmpty()) {
        qCWarning(logApp) << "an address that is not for the browser was refused";
        return false;
    }
    return m_opener(url);
}

} // namespace handrail
