// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "CrisisWindow.h"

#include <QGuiApplication>
#include <QPainter>

namespace handrail {

CrisisWindow::CrisisWindow(QStringList lines)
    : m_lines(std::move(lines))
{
    // A screen reader reads the title even where it can't read the picture.
    setTitle(m_lines.join(QStringLiteral(". ")));
    resize(390, 844);
}

void CrisisWindow::paintEvent(QPaintEvent *)
{
    constexpr int margin = 20;
    QPainter painter(this);
    painter.fillRect(QRect(QPoint(), size()), Qt::white);
    painter.setPen(Qt::black);
    QFont font = QGuiApplication::font();
    font.setPixelSize(20);
    QRect room(margin, margin, width() - 2 * margin, height());
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        font.setBold(i == 0);
        painter.setFont(font);
        QRect used;
        painter.drawText(room, Qt::TextWordWrap, m_lines.at(i), &used);
        room.setTop(used.bottom() + 12);
    }
}

} // namespace handrail
