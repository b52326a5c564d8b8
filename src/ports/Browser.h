// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QUrl>

namespace handrail {

/// The system's web browser. Only https, and http to loopback, are ever opened.
class Browser
{
public:
    virtual ~Browser() = default;
    /// False when nothing on this device opens web pages.
    virtual bool open(const QUrl &url) = 0;
};

} // namespace handrail
