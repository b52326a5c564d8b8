// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace handrail {

/// Writes the fields of one row, one after another, into the buffer that is then sealed in place. Leaves room in front for what the
/// Sealer adds, so that a row is copied once.
class FieldWriter
{
public:
    explicit FieldWriter(qsizetype expectedBytes = 256);

    void add(QByteArrayView bytes);
    void add(const QString &text);
    void add(qint64 number);

    /// The buffer with its room in front; the writer is empty afterwards.
    [[nodiscard]] QByteArray take();

private:
    QByteArray m_bytes;
};

/// Reads them back in the same order. After a field that is not there, isGood() is false and every answer is empty.
class FieldReader
{
public:
    explicit FieldReader(QByteArrayView bytes);

    /// Valid as long as the buffer that the reader was made of.
    [[nodiscard]] QByteArrayView bytes();
    [[nodiscard]] QString text();
    [[nodiscard]] qint64 number();
    [[nodiscard]] bool isGood() const { return m_isGood; }
    /// Nothing is left: rows of an older Handrail end before the fields that came later.
    [[nodiscard]] bool isAtEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
    bool m_isGood = true;
};

} // namespace handrail
