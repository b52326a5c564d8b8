// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

namespace handrail {

// Has a screen reader say something at once, wherever the focus is.
class Announcer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    // Says the name of an item that can be seen; of any other nothing. True when a screen reader is there to hear it.
    Q_INVOKABLE bool say(QQuickItem *item);

Q_SIGNALS:
    // That was handed on.
    void said(const QString &words);
};

} // namespace handrail
