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
    void show(const QString &title, const QString &text) override
    {
        if (title.trimmed().isEmpty() || text.trimmed().isEmpty())
            qFatal("a notification without words");
        m_shown.append({title, text});
        m_isVisible = true;
    }
    void withdraw() override { m_isVisible = false; }
    void whenPressed(std::function<void()> pressed) override { m_pressed = std::move(pressed); }

    void press()
    {
        if (!m_isVisible)
            qFatal("there is no notification to press");
        m_isVisible = false;
        if (m_pressed)
            m_pressed();
    }
    [[nodiscard]] const QList<std::pair<QString, QString>> &shown() const { return m_shown; }
    [[nodiscard]] bool isVisible() const { return m_isVisible; }

private:
    QList<std::pair<QString, QString>> m_shown;
    std::function<void()> m_pressed;
    bool m_isVisible = false;
};

} // namespace handrail
