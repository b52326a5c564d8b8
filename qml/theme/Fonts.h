// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace handrail {

// The font families the app writes with. A family that the system has is used from there; one that it lacks is loaded from
// the program's own resources, if the build found it; else the system's default stands in for text.
class Fonts : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString text MEMBER m_text CONSTANT)
    Q_PROPERTY(QString display MEMBER m_display CONSTANT)
    Q_PROPERTY(QString icons MEMBER m_icons CONSTANT)

public:
    explicit Fonts(QObject *parent = nullptr);

private:
    QString m_text;
    QString m_display;
    QString m_icons;
};

} // namespace handrail
