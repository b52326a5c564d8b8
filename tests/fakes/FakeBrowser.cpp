// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeBrowser.h"

#include <QHostAddress>

namespace handrail {

bool FakeBrowser::open(const QUrl &url)
{
    const QString host = url.host();
    const bool isLoopback = host == u"localhost" || QHostAddress(host).isLoopback();
    const bool isAllowed = url.isValid() && url.userInfo().isEmpty() && !host.isEmpty()
        && (url.scheme() == u"https" || (url.scheme() == u"http" && isLoopback));
    if (!isAllowed || !m_isAvailable) {
        m_refused.append(url);
        return false;
    }
    m_opened.append(url);
    return true;
}

} // namespace handrail
