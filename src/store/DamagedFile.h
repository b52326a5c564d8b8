// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace handrail {

/// A row as its bytes lie in the file. Nothing here is proven: only a seal says what is genuine.
struct LooseRow {
    qint64 row = 0;
    QByteArray name; ///< 16 bytes: a keyed hash
    qint64 state = 0;
    qint64 priority = 0;
    QByteArray sealed;
};

/// The bytes of a store that SQLite cannot read any more, searched for rows without trusting a single pointer of it. Reads the file and its journal and
/// writes nothing. https://www.sqlite.org/fileformat2.html
class DamagedFile
{
public:
    explicit DamagedFile(const QString &path);

    /// What lies behind each place where these bytes are, so many bytes of it.
    [[nodiscard]] QList<QByteArray> behind(const QByteArray &bytes, qsizetype size) const;
    /// Rows of the outbox's shape, and those of the values'.
    [[nodiscard]] QList<LooseRow> items() const { return rows(5); }
    [[nodiscard]] QList<LooseRow> values() const { return rows(3); }

private:
    void applyJournal(const QByteArray &journal);
    [[nodiscard]] QByteArray page(qint64 number) const; ///< from 1
    [[nodiscard]] QList<LooseRow> rows(int columns) const;
    [[nodiscard]] QByteArray payload(const QByteArray &page, qsizetype from, qint64 size) const;

    QByteArray m_file;
    QHash<qint64, QByteArray> m_newer; ///< pages of the journal
};

} // namespace handrail
