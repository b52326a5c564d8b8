// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#include "Probe.h"

#include <QAccessible>
#include <QDirIterator>
#include <QFile>
#include <QFontMetricsF>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QQuickItem>
#include <QRawFont>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <functional>

namespace handrail {

namespace {

bool act(QObject *item, const QString &action)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
    QAccessibleActionInterface *actions = face ? face->actionInterface() : nullptr;
    if (!actions || !actions->actionNames().contains(action))
        return false;
    actions->doAction(action);
    return true;
}

QString text(QObject *item, QAccessible::Text kind)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
    return face ? face->text(kind) : QString();
}

// Depth first over what can be seen; stops below an item when the visitor says so.
void walk(QQuickItem *item, const std::function<bool(QQuickItem *)> &visit)
{
    if (!item->isVisible() || item->opacity() <= 0 || !visit(item))
        return;
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children)
        walk(child, visit);
}

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

QString describe(QQuickItem *item)
{
    const QString spoken = text(item, QAccessible::Name);
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

double luminance(const QColor &colour)
{
    const auto linear = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

bool Probe::press(QObject *item) const
{
    return act(item, QAccessibleActionInterface::pressAction());
}

bool Probe::toggle(QObject *item) const
{
    return act(item, QAccessibleActionInterface::toggleAction());
}

bool Probe::increase(QObject *item) const
{
    return act(item, QAccessibleActionInterface::increaseAction());
}

bool Probe::decrease(QObject *item) const
{
    return act(item, QAccessibleActionInterface::decreaseAction());
}

QString Probe::nameOf(QObject *item) const
{
    return text(item, QAccessible::Name);
}

QString Probe::descriptionOf(QObject *item) const
{
    return text(item, QAccessible::Description);
}

QString Probe::roleOf(QObject *item) const
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
    return face ? QString::fromLatin1(QMetaEnum::fromType<QAccessible::Role>().valueToKey(face->role())) : QString();
}

bool Probe::isChecked(QObject *item) const
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
    return face && face->state().checked;
}

bool Probe::isSelected(QObject *item) const
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
    return face && face->state().selected;
}

QObject *Probe::find(QQuickItem *root, const QString &name, const QString &role) const
{
    QObject *found = nullptr;
    walk(root, [&](QQuickItem *item) {
        if (!found && nameOf(item) == name && (role.isEmpty() || roleOf(item) == role))
            found = item;
        return !found;
    });
    return found;
}

QObject *Probe::textOf(QQuickItem *root, const QString &characters) const
{
    QObject *found = nullptr;
    walk(root, [&](QQuickItem *item) {
        if (!found && item->inherits("QQuickText") && item->property("text").toString() == characters)
            found = item;
        return !found;
    });
    return found;
}

QStringList Probe::problems(QQuickItem *root) const
{
    QStringList found;
    QList<std::pair<QRectF, QQuickItem *>> words;
    walk(root, [&](QQuickItem *item) {
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
        if (item->inherits("QQuickText") && !item->property("text").toString().isEmpty()) {
            if (item->property("truncated").toBool())
                found += QStringLiteral("truncated: %1").arg(describe(item));
            const QRectF written = letters(item, root);
            if (written.left() < -1 || written.right() > root->width() + 1)
                found += QStringLiteral("text beyond the side: %1").arg(describe(item));
            if (item->property("contentWidth").toReal() > item->width() + 2)
                found += QStringLiteral("text wider than its box: %1").arg(describe(item));
            for (const auto &[other, owner] : std::as_const(words)) {
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

QVariantMap Probe::tokens() const
{
    QFile file(QStringLiteral(HANDRAIL_SOURCE "/tests/fixtures/tokens.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object().toVariantMap();
}

double Probe::contrast(const QColor &a, const QColor &b) const
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QStringList Probe::strayColours() const
{
    static const QRegularExpression number(QStringLiteral("[\"']#[0-9A-Fa-f]{3,8}[\"']|Qt\\.rgba\\("));
    QStringList found;
    QDirIterator files(QStringLiteral(HANDRAIL_SOURCE "/qml"), {QStringLiteral("*.qml")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().contains(QLatin1String("/qml/theme/")) || !file.open(QIODevice::ReadOnly))
            continue;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
        for (const QString &line : lines) {
            if (number.match(line).hasMatch())
                found += file.fileName().section(QLatin1Char('/'), -2) + QLatin1String(": ") + line.trimmed();
        }
    }
    return found;
}

bool Probe::hasGlyph(const QString &family, const QString &character) const
{
    QFont font(family);
    font.setStyleStrategy(QFont::NoFontMerging);
    return !character.isEmpty() && QRawFont::fromFont(font).familyName() == family
        && QRawFont::fromFont(font).supportsCharacter(character.toUcs4().value(0));
}

} // namespace handrail
