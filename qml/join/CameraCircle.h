// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QImage>
#include <QQuickPaintedItem>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace handrail {

// The person's own camera in a circle. It is drawn and forgotten.
class CameraCircle : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariant picture READ picture WRITE setPicture NOTIFY pictureChanged)

public:
    explicit CameraCircle(QQuickItem *parent = nullptr);

    [[nodiscard]] QVariant picture() const { return m_picture; }
    void setPicture(const QVariant &picture); ///< a QImage
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void pictureChanged();

private:
    QImage m_picture;
};

} // namespace handrail
