// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QQuickTextDocument>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

// Gives words in a TextEdit of plain text their line height, and some of them a bold face; nothing in the text is read as markup.
class TextLook : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *document READ document WRITE setDocument NOTIFY changed)
    // Where it is bold: begin, length, begin, length, in letters.
    Q_PROPERTY(QVariantList bold MEMBER m_bold NOTIFY changed)
    // The height of a line in pixels; 0: as the font has it.
    Q_PROPERTY(qreal line MEMBER m_line NOTIFY changed)
    Q_PROPERTY(int weight MEMBER m_weight NOTIFY changed)

public:
    explicit TextLook(QObject *parent = nullptr);

    [[nodiscard]] QQuickTextDocument *document() const { return m_document; }
    void setDocument(QQuickTextDocument *document);

Q_SIGNALS:
    void changed();

private:
    void apply();

    QPointer<QQuickTextDocument> m_document;
    QVariantList m_bold;
    qreal m_line = 0;
    int m_weight = 600;
    bool m_isApplying = false;
};

} // namespace handrail
