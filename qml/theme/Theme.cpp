// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#include "Theme.h"

#include <QQuickWindow>

namespace handrail {

void Theme::setIsDark(bool isDark)
{
    if (isDark == m_isDark)
        return;
    m_isDark = isDark;
    Q_EMIT isDarkChanged();
}

bool Theme::hasWholePixels() const
{
    return QQuickWindow::sceneGraphBackend() == QStringLiteral("software");
}

} // namespace handrail
