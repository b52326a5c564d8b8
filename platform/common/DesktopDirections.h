// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "platform/common/UrlOpener.h"
#include "ports/Directions.h"

namespace handrail {

/// Shows an address in the system's map program by a geo: address (RFC 5870, with the `q` that map programs agree on). Without one, the
/// browser opens OpenStreetMap's search page: then the address of the place, and nothing else, goes to a third party.
class DesktopDirections final : public Directions
{
public:
    explicit DesktopDirections(SchemeQuestion hasHandler, UrlOpener opener = systemOpener());
    bool open(const QString &address) override;

private:
    SchemeQuestion m_hasHandler;
    UrlOpener m_opener;
};

} // namespace handrail
