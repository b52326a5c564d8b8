// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/common/DesktopDirections.h"

namespace handrail {

namespace {

constexpr qsizetype longestAddress = 500;

} // namespace

DesktopDirections::DesktopDirections(SchemeQuestion hasHandler, UrlOpener opener)
    : m_hasHandler(std::move(hasHandler))
    , m_opener(std::move(opener))
{
}

bool DesktopDirections::open(const QString &address)
{
    const QString place = address.simplified().left(longestAddress);
    if (place.isEmpty())
        return false;
    // Encoded by hand: QUrlQuery leaves `+` as it is, which map pages read as a blank.
    const QString query = QString::fromLatin1(QUrl::toPercentEncoding(place));
    if (m_hasHandler(QStringLiteral("geo")) && m_opener(QUrl(u"geo:0,0?q=" + query, QUrl::StrictMode)))
        return true;
    return m_opener(QUrl(u"https://www.openstreetmap.org/search?query=" + query, QUrl::StrictMode));
}

} // namespace handrail
