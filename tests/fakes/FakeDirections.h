// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/Directions.h"

#include <QStringList>

namespace handrail {

/// Remembers the addresses that would have been looked up on the map.
class FakeDirections final : public Directions
{
public:
    bool open(const QString &address) override
    {
        if (address.trimmed().isEmpty() || !m_isAvailable)
            return false;
        m_opened.append(address);
        return true;
    }

    void setAvailable(bool isAvailable) { m_isAvailable = isAvailable; }
    [[nodiscard]] const QStringList &opened() const { return m_opened; }

private:
    QStringList m_opened;
    bool m_isAvailable = true;
};

} // namespace handrail
