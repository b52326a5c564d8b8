// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QQuickPaintedItem>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace handrail {

// A short text as a QR code, black on white whatever the theme, with the quiet margin that cameras need. Without text, or with one that is
// too long for a code, it is empty.
class QrCode : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)

public:
    using QQuickPaintedItem::QQuickPaintedItem;

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void textChanged();

private:
    QString m_text;
};

} // namespace handrail
