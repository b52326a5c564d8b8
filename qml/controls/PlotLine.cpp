// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#include "PlotLine.h"

#include <algorithm>

namespace handrail {

namespace {

bool isNumber(const QVariant &value)
{
    bool ok = false;
    value.toDouble(&ok);
    return ok && !value.isNull();
}

} // namespace

PlotLine::PlotLine(QObject *parent)
    : QObject(parent)
{
    connect(this, &PlotLine::changed, this, &PlotLine::update);
}

void PlotLine::update()
{
    m_path.clear();
    m_last = {};
    m_lastButOne = {};
    m_count = 0;
    const qreal range = m_maximum - m_minimum;
    const qsizetype size = m_values.size();
    bool isOpen = false;
    for (qsizetype i = 0; i < size && range > 0; ++i) {
        if (!isNumber(m_values.at(i))) {
            isOpen = false;
            continue;
        }
        const qreal value = std::clamp(m_values.at(i).toDouble(), m_minimum, m_maximum);
        m_lastButOne = m_last;
        m_last = {size == 1 ? m_width : m_width * qreal(i) / qreal(size - 1), m_height * (1 - (value - m_minimum) / range)};
        const QString at = QString::number(m_last.x(), 'f', 2) + QLatin1Char(' ') + QString::number(m_last.y(), 'f', 2);
        // A number between two gaps is a dot: a line too short to see, with round ends.
        if (isOpen)
            m_path += QLatin1Char('L') + at;
        else
            m_path += QLatin1Char('M') + at + QLatin1String("l0.01 0");
        isOpen = true;
        ++m_count;
    }
    Q_EMIT updated();
}

} // namespace handrail
