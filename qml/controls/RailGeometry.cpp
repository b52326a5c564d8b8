// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#include "RailGeometry.h"

#include <QVariantMap>

#include <algorithm>
#include <cmath>

namespace handrail {

namespace {

QString point(qreal x, qreal y)
{
    return QString::number(x, 'f', 2) + QLatin1Char(' ') + QString::number(y, 'f', 2);
}

// From one level to the next: a straight slope with soft bends of radius r at both corners.
QString slope(QPointF from, QPointF to, qreal r)
{
    const qreal length = std::hypot(to.x() - from.x(), to.y() - from.y());
    const QPointF along = (to - from) / length * std::min(r, length / 2);
    return QLatin1Char('L') + point(from.x() - r, from.y()) + QLatin1Char('Q') + point(from.x(), from.y()) + QLatin1Char(' ')
        + point(from.x() + along.x(), from.y() + along.y()) + QLatin1Char('L') + point(to.x() - along.x(), to.y() - along.y())
        + QLatin1Char('Q') + point(to.x(), to.y()) + QLatin1Char(' ') + point(to.x() + r, to.y());
}

} // namespace

RailGeometry::RailGeometry(QObject *parent)
    : QObject(parent)
{
    connect(this, &RailGeometry::changed, this, &RailGeometry::update);
}

qreal RailGeometry::railWidth() const
{
    return m_isFull ? 7 : m_width > 500 ? 6 : 5;
}

void RailGeometry::update()
{
    m_rail.clear();
    m_done.clear();
    m_postsDone.clear();
    m_postsAhead.clear();
    m_labels.clear();
    m_knob = {};

    QVariantList phases = m_phases;
    const bool hasPosts = m_week > 0 || m_isCompared;
    if (!hasPosts && m_phase >= 0 && m_phase < phases.size())
        phases = {phases.at(m_phase)};
    const qreal edge = m_isFull ? 8 : 8.5;
    const qreal top = m_top > 0 ? m_top : m_isFull ? 34 : 8.5;
    const qreal drop = m_isFull ? 28 : m_width > 500 ? 16 : 13;
    const qreal bend = m_isFull ? 12 : 9;
    const qreal postTop = m_isFull ? 9 : 7.5;
    const qreal postBottom = m_isFull ? 29 : m_width > 500 ? 22 : 18;
    const qreal run = m_width - 2 * edge;
    if (phases.isEmpty() || run <= 0)
        return Q_EMIT updated();

    int weeks = 0;
    int open = 0;
    for (const QVariant &phase : phases) {
        const int own = std::max(0, phase.toMap().value(QStringLiteral("weeks")).toInt());
        weeks += own;
        open += own == 0 ? 1 : 0;
    }
    const qreal slopeWidth = run * (m_isFull ? 0.11 : 0.06);
    const qreal flat = run - slopeWidth * (phases.size() - 1);
    const qreal openWidth = weeks == 0 ? flat / open : run * (m_isFull ? 0.2 : 0.08);
    const qreal perWeek = weeks == 0 ? 0 : (flat - openWidth * open) / weeks;

    qreal x = edge;
    qreal lowest = top;
    int number = 0;
    const int base = phases.first().toMap().value(QStringLiteral("level")).toInt();
    qreal y = top;
    m_rail = QLatin1Char('M') + point(x, y);
    m_done = m_rail;
    bool isAhead = m_week <= 0 || m_isCompared;
    for (int i = 0; i < phases.size(); ++i) {
        const QVariantMap phase = phases.at(i).toMap();
        const int own = std::max(0, phase.value(QStringLiteral("weeks")).toInt());
        const qreal level = top + drop * (phase.value(QStringLiteral("level")).toInt() - base);
        if (i > 0) {
            const QString down = slope({x, y}, {x + slopeWidth, level}, bend);
            m_rail += down;
            if (!isAhead)
                m_done += down;
            x += slopeWidth;
        }
        y = level;
        lowest = std::max(lowest, y + (own > 0 && hasPosts ? postBottom : 0));
        const qreal end = x + (own > 0 ? own * perWeek : openWidth);
        const qreal inset = std::min(9.4, (end - x) / 2);
        m_labels.append(QVariantMap{{QStringLiteral("x"), i == 0 ? edge : x - slopeWidth / 4},
                                    {QStringLiteral("y"), y + (own > 0 ? postBottom + 11 : 15)},
                                    {QStringLiteral("title"), phase.value(QStringLiteral("title"))},
                                    {QStringLiteral("note"), phase.value(QStringLiteral("note"))}});
        for (int week = 0; week < own && hasPosts; ++week) {
            const qreal at = own == 1 ? (x + end) / 2 : x + inset + week * (end - x - 2 * inset) / (own - 1);
            ++number;
            const QString post = QLatin1Char('M') + point(at, y + postTop) + QLatin1Char('L') + point(at, y + postBottom);
            const bool isDone = m_isCompared ? i == m_phase : number <= m_week;
            (isDone ? m_postsDone : m_postsAhead) += post;
            if (number == m_week && !m_isCompared) {
                m_knob = {at, y};
                m_done += QLatin1Char('L') + point(at, y);
                isAhead = true;
            }
        }
        if (m_isCompared && i == m_phase) {
            m_done = QLatin1Char('M') + point(x, y) + QLatin1Char('L') + point(end, y);
            m_knob = {(x + end) / 2, y};
        }
        if (i + 1 == phases.size())
            m_rail += QLatin1Char('L') + point(end, y);
        if (!isAhead) {
            // Past the last counted week the knob waits in the open phase.
            const bool isHere = i == phases.size() - 1 || (own == 0 && i >= m_phase);
            const qreal to = isHere ? (x + end) / 2 : end;
            if (isHere) {
                m_done += QLatin1Char('L') + point(to, y);
                m_knob = {to, y};
                isAhead = true;
            }
        }
        x = end;
    }
    if (!hasPosts && m_phase >= 0) {
        // No dates: the flat run of now, without posts, knob or anything ahead.
        m_done = m_rail;
    }
    m_height = lowest + (m_isFull ? 54 : 18.5);
    Q_EMIT updated();
}

} // namespace handrail
