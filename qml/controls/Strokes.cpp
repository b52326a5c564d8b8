// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#include "Strokes.h"

#include <QColor>
#include <QPainter>
#include <QVariantMap>

#include <algorithm>
#include <cmath>

namespace handrail {

namespace {

// Reads a path's text from left to right.
class Pen
{
public:
    explicit Pen(const QString &text)
        : m_text(text)
    {
    }

    QPainterPath draw()
    {
        QChar letter;
        for (skipBlanks(); m_at < m_text.size(); skipBlanks()) {
            if (m_text.at(m_at).isLetter())
                letter = m_text.at(m_at++);
            if (!follow(letter))
                break;
        }
        return m_path;
    }

private:
    bool follow(QChar letter)
    {
        const QPointF from = letter.isLower() ? m_path.currentPosition() : QPointF();
        switch (letter.toUpper().unicode()) {
        case u'M': m_path.moveTo(point(from)); break;
        case u'L': m_path.lineTo(point(from)); break;
        case u'H': m_path.lineTo(from.x() + number(), m_path.currentPosition().y()); break;
        case u'V': m_path.lineTo(m_path.currentPosition().x(), from.y() + number()); break;
        case u'Q': {
            const QPointF bend = point(from);
            m_path.quadTo(bend, point(from));
            break;
        }
        case u'C': {
            const QPointF first = point(from);
            const QPointF second = point(from);
            m_path.cubicTo(first, second, point(from));
            break;
        }
        case u'A': {
            const qreal radius = number();
            number(); // the other radius and the turn: it is a circle
            number();
            const bool isLong = number() != 0;
            const bool isClockwise = number() != 0;
            arc(radius, isLong, isClockwise, point(from));
            break;
        }
        case u'Z': m_path.closeSubpath(); return true;
        default: return false;
        }
        return m_isGood;
    }

    void arc(qreal radius, bool isLong, bool isClockwise, QPointF to)
    {
        const QPointF from = m_path.currentPosition();
        const QPointF half = (to - from) / 2;
        const qreal reach = std::hypot(half.x(), half.y());
        if (reach == 0)
            return;
        radius = std::max(radius, reach);
        // The centre lies on the line that halves the way, to its left or its right.
        const qreal off = std::sqrt(radius * radius - reach * reach) / reach * (isLong == isClockwise ? -1 : 1);
        const QPointF centre = from + half + QPointF(-half.y(), half.x()) * off;
        const auto angle = [centre](QPointF at) {
            return std::atan2(centre.y() - at.y(), at.x() - centre.x()) * 180 / M_PI; // as QPainterPath counts: up is positive
        };
        qreal sweep = angle(to) - angle(from);
        if (isClockwise && sweep > 0)
            sweep -= 360;
        else if (!isClockwise && sweep < 0)
            sweep += 360;
        m_path.arcTo(QRectF(centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)), angle(from), sweep);
    }

    QPointF point(QPointF from)
    {
        const qreal x = number();
        return from + QPointF(x, number());
    }

    qreal number()
    {
        skipBlanks();
        const qsizetype start = m_at;
        bool hasDot = false;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == u'.' ? hasDot : !c.isDigit() && !(c == u'-' && m_at == start))
                break;
            hasDot = hasDot || c == u'.';
        }
        bool isNumber = false;
        const qreal value = QStringView(m_text).mid(start, m_at - start).toDouble(&isNumber);
        m_isGood = m_isGood && isNumber;
        return value;
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && (m_text.at(m_at).isSpace() || m_text.at(m_at) == u','))
            ++m_at;
    }

    QString m_text;
    qsizetype m_at = 0;
    bool m_isGood = true;
    QPainterPath m_path;
};

} // namespace

Strokes::Strokes(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &Strokes::changed, this, [this] { update(); });
}

void Strokes::paint(QPainter *painter)
{
    painter->translate(m_inset, m_inset);
    painter->scale(m_unit, m_unit);
    for (const QVariant &entry : std::as_const(m_lines)) {
        const QVariantMap line = entry.toMap();
        QPen pen(line.value(QStringLiteral("color")).value<QColor>(), line.value(QStringLiteral("width")).toReal(), Qt::SolidLine,
                 Qt::RoundCap, Qt::RoundJoin);
        QList<qreal> dashes;
        const QVariantList given = line.value(QStringLiteral("dashes")).toList();
        for (const QVariant &dash : given)
            dashes << dash.toReal();
        if (!dashes.isEmpty())
            pen.setDashPattern(dashes);
        painter->strokePath(parse(line.value(QStringLiteral("path")).toString()), pen);
    }
}

QPainterPath Strokes::parse(const QString &text)
{
    return Pen(text).draw();
}

} // namespace handrail
