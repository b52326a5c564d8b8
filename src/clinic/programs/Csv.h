// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace handrail::clinic {

/// One record of a file of comma-separated values.
struct CsvRow {
    qsizetype line = 0; ///< on which it begins, from 1
    QStringList fields;
    const char *wrong = nullptr; ///< constant words; then `fields` are not to be used
};

/// Reads comma-separated values (RFC 4180): commas, quotes doubled inside quotes, lines that end in CR LF or LF alone, UTF-8 with or without a
/// byte order mark. Empty lines are left out. What it cannot be sure of is wrong, and the next line is read on: a quote inside a field that has
/// none around it, words after a closing quote, a quote that nobody closes, a NUL, bytes that are no UTF-8, a CR alone, a record of more than
/// 64 kB or 100 fields.
class Csv
{
public:
    static constexpr qsizetype mostBytes = 64 * 1024; ///< of one record
    static constexpr qsizetype mostFields = 100;

    explicit Csv(QByteArrayView text);
    /// False at the end.
    [[nodiscard]] bool next(CsvRow &row);

private:
    [[nodiscard]] const char *readRecord(CsvRow &row);
    void skipLine();

    QByteArrayView m_text;
    qsizetype m_at = 0;
    qsizetype m_line = 1;
};

} // namespace handrail::clinic
