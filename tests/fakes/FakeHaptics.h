// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/Haptics.h"

#include <QList>

namespace handrail {

/// Remembers what a hand would have felt.
class FakeHaptics final : public Haptics
{
public:
    void play(Pulse pulse) override { m_played << pulse; }
    [[nodiscard]] const QList<Pulse> &played() const { return m_played; }

private:
    QList<Pulse> m_played;
};

} // namespace handrail
