// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#include "CameraCircle.h"

#include <QPainter>
#include <QPainterPath>

namespace handrail {

CameraCircle::CameraCircle(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
}

void CameraCircle::setPicture(const QVariant &picture)
{
    m_picture = picture.value<QImage>();
    update();
    Q_EMIT pictureChanged();
}

void CameraCircle::paint(QPainter *painter)
{
    if (m_picture.isNull())
        return;
    QPainterPath circle;
    circle.addEllipse(boundingRect());
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->setClipPath(circle);
    // The middle of it fills the circle.
    const QSizeF size = QSizeF(m_picture.size()).scaled(boundingRect().size(), Qt::KeepAspectRatioByExpanding);
    const QPointF at(boundingRect().center().x() - size.width() / 2, boundingRect().center().y() - size.height() / 2);
    painter->drawImage(QRectF(at, size), m_picture);
}

} // namespace handrail
