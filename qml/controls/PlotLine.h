// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QPointF>
#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

// Turns a list of numbers into the path of a chart line. What is not a number is a gap, and a gap stays a gap.
class PlotLine : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList values MEMBER m_values NOTIFY changed)
    Q_PROPERTY(qreal minimumValue MEMBER m_minimum NOTIFY changed)
    Q_PROPERTY(qreal maximumValue MEMBER m_maximum NOTIFY changed)
    Q_PROPERTY(qreal width MEMBER m_width NOTIFY changed)
    Q_PROPERTY(qreal height MEMBER m_height NOTIFY changed)
    Q_PROPERTY(QString path MEMBER m_path NOTIFY updated)
    // The places of the last number and of the one before it, and how many numbers there are.
    Q_PROPERTY(QPointF last MEMBER m_last NOTIFY updated)
    Q_PROPERTY(QPointF lastButOne MEMBER m_lastButOne NOTIFY updated)
    Q_PROPERTY(int count MEMBER m_count NOTIFY updated)

public:
    explicit PlotLine(QObject *parent = nullptr);

Q_SIGNALS:
    void changed();
    void updated();

private:
    void update();

    QVariantList m_values;
    qreal m_minimum = 0;
    qreal m_maximum = 10;
    qreal m_width = 0;
    qreal m_height = 0;
    QString m_path;
    QPointF m_last;
    QPointF m_lastButOne;
    int m_count = 0;
};

} // namespace handrail
