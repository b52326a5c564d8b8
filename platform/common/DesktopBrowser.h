// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "platform/common/UrlOpener.h"
#include "ports/Browser.h"

namespace handrail {

/// The browser that the person has chosen in the system's settings.
class DesktopBrowser final : public Browser
{
public:
    explicit DesktopBrowser(UrlOpener opener = systemOpener());
    bool open(const QUrl &url) override;

private:
    UrlOpener m_opener;
};

} // namespace handrail
