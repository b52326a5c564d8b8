// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/Notifier.h"

#include <QList>
#include <QtGlobal>
#include <utility>

namespace handrail {

/// Remembers what would have been shown. A notification without words is a mistake of the app's.
class FakeNotifier final : public Notifier
{
public:
    void show(Kind kind, const QString &title, const QString &text) override
    {
        if (title.trimmed().isEmpty() || text.trimmed().isEmpty())
            qFatal("a notification without words");
        m_shown.append({title, text});
        withdraw(kind);
        m_visible.append(kind);
    }
    void withdraw(Kind kind) override { m_visible.removeAll(kind); }
    void whenPressed(std::function<void(Kind)> pressed) override { m_pressed = std::move(pressed); }

    /// Presses the one that was shown last.
    void press()
    {
        if (m_visible.isEmpty())
            qFatal("there is no notification to press");
        press(m_visible.last());
    }
    void press(Kind kind)
    {
        if (m_visible.removeAll(kind) == 0)
            qFatal("there is no such notification to press");
        if (m_pressed)
            m_pressed(kind);
    }
    [[nodiscard]] const QList<std::pair<QString, QString>> &shown() const { return m_shown; }
    [[nodiscard]] bool isVisible() const { return !m_visible.isEmpty(); }
    [[nodiscard]] bool isVisible(Kind kind) const { return m_visible.contains(kind); }

private:
    QList<std::pair<QString, QString>> m_shown;
    QList<Kind> m_visible; ///< the oldest first
    std::function<void(Kind)> m_pressed;
};

} // namespace handrail
