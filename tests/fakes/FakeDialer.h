// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/Dialer.h"

#include <QStringList>

namespace handrail {

/// Remembers the numbers that were handed to the phone.
class FakeDialer final : public Dialer
{
public:
    [[nodiscard]] bool canCall() const override { return m_canCall; }
    bool call(const QString &number) override;
    bool text(const QString &number, const QString &message) override;

    void setCanCall(bool canCall) { m_canCall = canCall; }
    [[nodiscard]] const QStringList &called() const { return m_called; }
    [[nodiscard]] const QStringList &texted() const { return m_texted; }
    [[nodiscard]] const QStringList &messages() const { return m_messages; } ///< one for each number texted
    [[nodiscard]] const QStringList &refused() const { return m_refused; }

private:
    bool hand(const QString &number, QStringList &to);

    QStringList m_called;
    QStringList m_texted;
    QStringList m_messages;
    QStringList m_refused;
    bool m_canCall = true;
};

} // namespace handrail
