// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QPainterPath>
#include <QQuickPaintedItem>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

// Lines drawn along paths, smooth on the graphics card and without one. (A Shape of Qt Quick is drawn outside its clip by the software
// renderer: where nothing of it shows, its clip is empty, and an empty clip is taken for none.)
class Strokes : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    // Of maps: path (as in SVG, with M L H V Q C A Z), color, width (in units of the path), dashes (optional; in widths of the line).
    // Drawn in this order.
    Q_PROPERTY(QVariantList lines MEMBER m_lines NOTIFY changed)
    // How many dp one unit of the paths is.
    Q_PROPERTY(qreal unit MEMBER m_unit NOTIFY changed)
    // Where the paths' 0, 0 lies in this item, in dp to the right and down: room for what reaches beyond it.
    Q_PROPERTY(qreal inset MEMBER m_inset NOTIFY changed)

public:
    explicit Strokes(QQuickItem *parent = nullptr);

    void paint(QPainter *painter) override;

    // The path that SVG writes so. What follows a letter that is not known is left out. Arcs are of circles.
    [[nodiscard]] static QPainterPath parse(const QString &text);

Q_SIGNALS:
    void changed();

private:
    QVariantList m_lines;
    qreal m_unit = 1;
    qreal m_inset = 0;
};

} // namespace handrail
