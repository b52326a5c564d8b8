// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QPointF>
#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

// Where the rail of a program runs: turns phases and the current week into path data for RailPath. Distances in dp.
class RailGeometry : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    // Of maps: weeks (0: open end), level (how many steps down), title, note.
    Q_PROPERTY(QVariantList phases MEMBER m_phases NOTIFY changed)
    // The current week, from 1 over all phases; 0 when the plan has no dates, then only the current phase is drawn (-1: all, and none marked).
    Q_PROPERTY(int week MEMBER m_week NOTIFY changed)
    Q_PROPERTY(int phase MEMBER m_phase NOTIFY changed)
    Q_PROPERTY(qreal width MEMBER m_width NOTIFY changed)
    Q_PROPERTY(bool isFull MEMBER m_isFull NOTIFY changed)
    // Phases stand beside each other and none is behind another: the one of `phase` is marked, with all its posts.
    Q_PROPERTY(bool isCompared MEMBER m_isCompared NOTIFY changed)
    // Where the highest run lies, so that the label of the knob fits above it; 0 for the usual place.
    Q_PROPERTY(qreal top MEMBER m_top NOTIFY changed)
    Q_PROPERTY(qreal height READ height NOTIFY updated)
    Q_PROPERTY(qreal railWidth READ railWidth NOTIFY updated)
    Q_PROPERTY(qreal postWidth READ postWidth NOTIFY updated)
    Q_PROPERTY(QString rail MEMBER m_rail NOTIFY updated)
    Q_PROPERTY(QString done MEMBER m_done NOTIFY updated)
    Q_PROPERTY(QString postsDone MEMBER m_postsDone NOTIFY updated)
    Q_PROPERTY(QString postsAhead MEMBER m_postsAhead NOTIFY updated)
    Q_PROPERTY(QPointF knob MEMBER m_knob NOTIFY updated)
    // Of maps: x, y, title, note; one for each drawn phase.
    Q_PROPERTY(QVariantList labels MEMBER m_labels NOTIFY updated)

public:
    explicit RailGeometry(QObject *parent = nullptr);

    qreal height() const { return m_height; }
    qreal railWidth() const;
    qreal postWidth() const { return m_isFull ? 3.5 : 3; }

Q_SIGNALS:
    void changed();
    void updated();

private:
    void update();

    QVariantList m_phases;
    int m_week = 0;
    int m_phase = 0;
    qreal m_width = 0;
    bool m_isFull = false;
    bool m_isCompared = false;
    qreal m_top = 0;
    qreal m_height = 0;
    QString m_rail;
    QString m_done;
    QString m_postsDone;
    QString m_postsAhead;
    QPointF m_knob;
    QVariantList m_labels;
};

} // namespace handrail
