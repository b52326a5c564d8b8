// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#include "Announcer.h"

#include <QAccessible>

namespace handrail {

bool Announcer::say(QQuickItem *item)
{
    if (!item || !item->isVisible())
        return false;
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
    const QString words = face ? face->text(QAccessible::Name) : QString();
    if (words.isEmpty())
        return false;
    Q_EMIT said(words);
    if (!QAccessible::isActive())
        return false;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(item, words);
    QAccessible::updateAccessibility(&event);
#else
    QAccessibleEvent event(item, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    // The bridge of Linux drops alerts; its readers say a message that comes into view.
    if (face->role() == QAccessible::AlertMessage) {
        QAccessibleEvent shown(item, QAccessible::ObjectShow);
        QAccessible::updateAccessibility(&shown);
    }
#endif
    return true;
}

} // namespace handrail
