// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/base/VideoAddress.h"

namespace handrail::clinic {

bool isVideoAddress(const QUrl &url)
{
    const QString host = url.host();
    const bool isHere = host == QLatin1String("127.0.0.1") || host == QLatin1String("localhost");
    return url.isValid() && !host.isEmpty() && url.userInfo().isEmpty()
        && (url.scheme() == QLatin1String("https") || (isHere && url.scheme() == QLatin1String("http")));
}

bool isVideoAddress(const QString &text)
{
    constexpr qsizetype longest = 500;
    return text.size() <= longest && isVideoAddress(QUrl(text, QUrl::StrictMode));
}

} // namespace handrail::clinic
