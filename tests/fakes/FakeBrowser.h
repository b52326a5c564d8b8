// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/Browser.h"

#include <QList>

namespace handrail {

/// Remembers what would have been opened. Refuses, as the real one does, what is neither https nor http to loopback.
class FakeBrowser final : public Browser
{
public:
    bool open(const QUrl &url) override;

    void setAvailable(bool isAvailable) { m_isAvailable = isAvailable; }
    [[nodiscard]] const QList<QUrl> &opened() const { return m_opened; }
    [[nodiscard]] const QList<QUrl> &refused() const { return m_refused; }

private:
    QList<QUrl> m_opened;
    QList<QUrl> m_refused;
    bool m_isAvailable = true;
};

} // namespace handrail
