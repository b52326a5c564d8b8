// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/programs/Csv.h"

#include <QByteArray>
#include <QStringDecoder>
#include <algorithm>

namespace handrail::clinic {

Csv::Csv(QByteArrayView text)
    : m_text(text)
{
    if (m_text.startsWith(QByteArrayView("\xef\xbb\xbf")))
        m_at = 3;
}

bool Csv::next(CsvRow &row)
{
    while (m_at < m_text.size()) {
        row = {m_line, {}, nullptr};
        const qsizetype start = m_at;
        row.wrong = readRecord(row);
        if (row.wrong) {
            // From the line on which it began: what looked like a quoted field of many lines may be none.
            m_at = start;
            m_line = row.line;
            skipLine();
            row.fields.clear();
            return true;
        }
        if (row.fields.size() > 1 || !row.fields.first().isEmpty())
            return true;
    }
    return false;
}

void Csv::skipLine()
{
    const qsizetype end = m_text.sliced(m_at).indexOf('\n');
    m_at = end < 0 ? m_text.size() : m_at + end + 1;
    ++m_line;
}

// One record and the end of its line; what is wrong with it, or null.
const char *Csv::readRecord(CsvRow &row)
{
    const qsizetype start = m_at;
    QByteArray field;
    bool isQuoted = false; // this field has quotes around it
    bool isOpen = false;   // and has not ended
    bool hasEnded = false;
    const auto take = [&]() -> const char * {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder(field);
        if (decoder.hasError())
            return "this is not UTF-8";
        row.fields.append(text);
        field.clear();
        isQuoted = false;
        return row.fields.size() > mostFields ? "too many columns" : nullptr;
    };
    while (!hasEnded) {
        if (m_at - start > mostBytes)
            return "this line is too long";
        const bool isAtEnd = m_at >= m_text.size();
        const char c = isAtEnd ? '\n' : m_text[m_at++];
        if (c == '\0')
            return "there is a NUL in this line";
        if (isOpen) {
            if (isAtEnd)
                return "a quote is not closed";
            if (c == '"' && m_at < m_text.size() && m_text[m_at] == '"')
                field += m_text[m_at++];
            else if (c == '"')
                isOpen = false;
            else
                field += c;
            m_line += c == '\n' ? 1 : 0;
        } else if (c == ',' || c == '\n') {
            hasEnded = c == '\n';
            m_line += hasEnded && !isAtEnd ? 1 : 0;
            if (const char *wrong = take())
                return wrong;
        } else if (c == '\r') {
            if (m_at < m_text.size() && m_text[m_at] != '\n')
                return "a line ends in CR alone";
        } else if (c == '"') {
            if (isQuoted || !field.isEmpty())
                return "a quote where none belongs";
            isQuoted = isOpen = true;
        } else if (isQuoted) {
            return "words after a closing quote";
        } else {
            field += c;
        }
    }
    return nullptr;
}

} // namespace handrail::clinic
