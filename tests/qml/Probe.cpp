// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#include "Probe.h"

#include "PageWalk.h"

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
    walkVisible(root, [&](QQuickItem *item) {
        if (!found && nameOf(item) == name && (role.isEmpty() || roleOf(item) == role))
            found = item;
        return !found;
    });
    return found;
}

QObject *Probe::textOf(QQuickItem *root, const QString &characters) const
{
    QObject *found = nullptr;
    walkVisible(root, [&](QQuickItem *item) {
        if (!found && item->inherits("QQuickText") && item->property("text").toString() == characters)
            found = item;
        return !found;
    });
    return found;
}

QStringList Probe::problems(QQuickItem *root) const
{
    return problemsOf(root);
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
