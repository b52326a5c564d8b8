// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#include "QrCode.h"

#include <QPainter>

#include <memory>
#include <qrencode.h>

namespace handrail {

namespace {

constexpr int quiet = 4; // modules of margin, as the standard asks

} // namespace

void QrCode::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    Q_EMIT textChanged();
    update();
}

void QrCode::paint(QPainter *painter)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(m_text.toUtf8().constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code)
        return;
    // Whole pixels: a camera likes straight edges.
    const int modules = code->width + 2 * quiet;
    const int side = int(qMin(width(), height())) / modules;
    const int start = (int(qMin(width(), height())) - side * modules) / 2 + side * quiet;
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(QRectF(0, 0, width(), height()), Qt::white);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if (code->data[y * code->width + x] & 1)
                painter->fillRect(start + x * side, start + y * side, side, side, Qt::black);
        }
    }
}

} // namespace handrail
