// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "PageWalk.h"

#include <QAccessible>
#include <QQuickItem>
#include <algorithm>

namespace handrail {

namespace {

bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::PageTab:
    case QAccessible::Slider:
    case QAccessible::SpinBox:
    case QAccessible::EditableText: return true;
    default: return false;
    }
}

QString nameOf(QQuickItem *item)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
    return face ? face->text(QAccessible::Name) : QString();
}

QString describe(QQuickItem *item)
{
    const QString spoken = nameOf(item);
    return QString::fromLatin1(item->metaObject()->className()).section(QLatin1Char('_'), 0, 0) + QLatin1String(" '")
        + (spoken.isEmpty() ? item->property("text").toString() : spoken) + QLatin1Char('\'');
}

// The place of the letters themselves, without the box around them.
QRectF letters(QQuickItem *item, QQuickItem *root)
{
    const qreal width = item->property("contentWidth").toReal();
    const qreal height = item->property("contentHeight").toReal();
    const int alignment = item->property("effectiveHorizontalAlignment").toInt();
    const qreal x = alignment & Qt::AlignHCenter ? (item->width() - width) / 2
        : alignment & Qt::AlignRight             ? item->width() - width
                                                 : 0;
    // Half the leading at top and bottom is empty.
    return item->mapRectToItem(root, QRectF(x, 0, width, std::min(height, item->height()))).adjusted(1, 3, -1, -3);
}

// The dialog on top of everything, if one shows.
QQuickItem *openDialog(QQuickItem *root)
{
    QQuickItem *dialog = nullptr;
    walkVisible(root, [&](QQuickItem *item) {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
        if (face && face->role() == QAccessible::Dialog && item->isEnabled())
            dialog = item;
        return true;
    });
    return dialog;
}

// The control that a text is written on, if any.
QQuickItem *controlOf(QQuickItem *item)
{
    for (; item; item = item->parentItem()) {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
        if (face && isControl(face->role()))
            return item;
    }
    return nullptr;
}

// What scrolls lies below what stands still, so only words of one scrolling area can meet.
QQuickItem *scrollingArea(QQuickItem *item)
{
    while (item && !item->inherits("QQuickFlickable"))
        item = item->parentItem();
    return item;
}

// Where a list puts what is outside its view is a guess, until it is scrolled there.
bool isGuess(QQuickItem *item)
{
    QQuickItem *list = scrollingArea(item);
    if (!list || !list->inherits("QQuickListView"))
        return false;
    const QRectF place = item->mapRectToItem(list, QRectF(0, 0, item->width(), item->height()));
    return !place.intersects(QRectF(0, 0, list->width(), list->height()));
}

} // namespace

void walkVisible(QQuickItem *item, const std::function<bool(QQuickItem *)> &visit)
{
    if (!item->isVisible() || item->opacity() <= 0 || !visit(item))
        return;
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children)
        walkVisible(child, visit);
}

bool isWhollyInView(QQuickItem *item)
{
    const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    for (QQuickItem *around = item->parentItem(); around; around = around->parentItem()) {
        if (!around->isVisible())
            return false;
        if ((around->clip() || !around->parentItem())
            && !around->mapRectToScene(QRectF(0, 0, around->width(), around->height())).adjusted(-1, -1, 1, 1).contains(place))
            return false;
    }
    return item->isVisible();
}

QStringList problemsOf(QQuickItem *root)
{
    QStringList found;
    QList<std::pair<QRectF, QQuickItem *>> words;
    QQuickItem *const dialog = openDialog(root);
    walkVisible(dialog ? dialog : root, [&](QQuickItem *item) {
        // What scrolls sideways may reach beyond the side.
        if (item->inherits("QQuickFlickable") && item->property("contentWidth").toReal() > item->width() + 1)
            return false;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
        const QRectF place = item->mapRectToItem(root, QRectF(0, 0, item->width(), item->height()));
        if (face && isControl(face->role())) {
            if (face->text(QAccessible::Name).isEmpty())
                found += QStringLiteral("no name: %1").arg(describe(item));
            if (place.width() < 47.9 || place.height() < 47.9)
                found += QStringLiteral("too small, %1 x %2: %3").arg(place.width()).arg(place.height()).arg(describe(item));
            if (place.left() < -0.6 || place.right() > root->width() + 0.6)
                found += QStringLiteral("beyond the side: %1").arg(describe(item));
        }
        if (item->activeFocusOnTab() && item->isEnabled()
            && (!face || face->role() == QAccessible::NoRole || nameOf(item).isEmpty()))
            found += QStringLiteral("takes the focus and has no name or role: %1").arg(describe(item));
        if (item->inherits("QQuickText") && !item->property("text").toString().isEmpty()) {
            if (item->property("truncated").toBool())
                found += QStringLiteral("truncated: %1").arg(describe(item));
            const QRectF written = letters(item, root);
            if (written.left() < -1 || written.right() > root->width() + 1)
                found += QStringLiteral("text beyond the side: %1").arg(describe(item));
            if (QQuickItem *control = controlOf(item)) {
                const QRectF ground = control->mapRectToItem(root, QRectF(0, 0, control->width(), control->height()));
                if (written.left() < ground.left() - 1 || written.right() > ground.right() + 1)
                    found += QStringLiteral("text beyond its control: %1").arg(describe(item));
            }
            // The one letter of an icon is written in one size and then drawn into the icon's box.
            const bool isIcon = QByteArrayView(item->metaObject()->className()).startsWith("Icon_");
            if (!isIcon && item->property("contentWidth").toReal() > item->width() + 2)
                found += QStringLiteral("text wider than its box: %1").arg(describe(item));
            if (!isIcon && item->implicitHeight() > item->height() + 2)
                found += QStringLiteral("text higher than its box: %1").arg(describe(item));
            if (isGuess(item))
                return true;
            for (const auto &[other, owner] : std::as_const(words)) {
                if (scrollingArea(owner) != scrollingArea(item))
                    continue;
                const QRectF both = other.intersected(written);
                if (both.width() > 2 && both.height() > 2)
                    found += QStringLiteral("on top of each other: %1 and %2").arg(describe(item), describe(owner));
            }
            words.append({written, item});
        }
        return true;
    });
    return found;
}

} // namespace handrail
