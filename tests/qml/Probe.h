// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QColor>
#include <QObject>
#include <QQuickItem>
#include <QStringList>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace handrail {

// Does in a test what a screen reader does, and looks for what a person would stumble over.
class Probe : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    // Invoke an accessible action; false if the item offers no such action.
    Q_INVOKABLE bool press(QObject *item) const;
    Q_INVOKABLE bool toggle(QObject *item) const;
    Q_INVOKABLE bool increase(QObject *item) const;
    Q_INVOKABLE bool decrease(QObject *item) const;

    // What is read aloud. The role is Qt's name of it: "Button", "CheckBox".
    Q_INVOKABLE QString nameOf(QObject *item) const;
    Q_INVOKABLE QString descriptionOf(QObject *item) const;
    Q_INVOKABLE QString roleOf(QObject *item) const;
    Q_INVOKABLE bool isChecked(QObject *item) const;
    Q_INVOKABLE bool isSelected(QObject *item) const;

    // The first visible item below root with this accessible name (and role, if given); null if there is none.
    Q_INVOKABLE QObject *find(QQuickItem *root, const QString &name, const QString &role = {}) const;

    // The first visible text below root that shows these characters.
    Q_INVOKABLE QObject *textOf(QQuickItem *root, const QString &characters) const;

    // Everything wrong below root: a control without a name, one under 48 x 48 dp, text that is cut, text or a control
    // beyond root's sides, two texts on top of each other.
    Q_INVOKABLE QStringList problems(QQuickItem *root) const;

    // tests/fixtures/tokens.json.
    Q_INVOKABLE QVariantMap tokens() const;

    // WCAG 2 contrast of two opaque colours.
    Q_INVOKABLE double contrast(const QColor &a, const QColor &b) const;

    // Lines of QML outside qml/theme that name a colour by its number.
    Q_INVOKABLE QStringList strayColours() const;

    // Whether the icon font has this character.
    Q_INVOKABLE bool hasGlyph(const QString &family, const QString &character) const;
};

} // namespace handrail
