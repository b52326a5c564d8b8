// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#include "TextLook.h"

#include <QScopedValueRollback>
#include <QTextBlockFormat>
#include <QTextCharFormat>
#include <QTextCursor>
#include <QTextDocument>
#include <algorithm>

namespace handrail {

TextLook::TextLook(QObject *parent)
    : QObject(parent)
{
    connect(this, &TextLook::changed, this, &TextLook::apply);
}

void TextLook::setDocument(QQuickTextDocument *document)
{
    if (m_document == document)
        return;
    if (m_document)
        disconnect(m_document->textDocument(), nullptr, this, nullptr);
    m_document = document;
    if (m_document)
        connect(m_document->textDocument(), &QTextDocument::contentsChanged, this, &TextLook::apply);
    Q_EMIT changed();
}

void TextLook::apply()
{
    if (!m_document || m_isApplying)
        return;
    const QScopedValueRollback<bool> applying(m_isApplying, true);
    QTextDocument *document = m_document->textDocument();
    QTextCursor cursor(document);
    cursor.select(QTextCursor::Document);
    QTextBlockFormat block;
    block.setLineHeight(m_line, m_line > 0 ? QTextBlockFormat::FixedHeight : QTextBlockFormat::SingleHeight);
    cursor.mergeBlockFormat(block);
    cursor.setCharFormat({});
    const int end = document->characterCount() - 1;
    QTextCharFormat bold;
    bold.setFontWeight(m_weight);
    for (qsizetype i = 0; i + 1 < m_bold.size(); i += 2) {
        const int from = std::clamp(m_bold.at(i).toInt(), 0, end);
        cursor.setPosition(from);
        cursor.setPosition(std::clamp(from + m_bold.at(i + 1).toInt(), from, end), QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(bold);
    }
}

} // namespace handrail
