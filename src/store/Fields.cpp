// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/Fields.h"

#include "store/Sealer.h"

#include <QtEndian>

namespace handrail {

FieldWriter::FieldWriter(qsizetype expectedBytes)
{
    m_bytes.reserve(Sealer::sizeOf(expectedBytes));
    m_bytes.resize(Sealer::headBytes);
}

void FieldWriter::add(QByteArrayView bytes)
{
    const quint32 size = qToLittleEndian(quint32(bytes.size()));
    m_bytes.append(reinterpret_cast<const char *>(&size), sizeof size);
    m_bytes.append(bytes);
}

void FieldWriter::add(const QString &text)
{
    add(QByteArrayView(text.toUtf8()));
}

void FieldWriter::add(qint64 number)
{
    const qint64 bytes = qToLittleEndian(number);
    m_bytes.append(reinterpret_cast<const char *>(&bytes), sizeof bytes);
}

void FieldWriter::addRead(QByteArrayView fields)
{
    m_bytes.append(fields);
}

QByteArray FieldWriter::take()
{
    return std::exchange(m_bytes, {});
}

FieldReader::FieldReader(QByteArrayView bytes)
    : m_rest(bytes)
{
}

QByteArrayView FieldReader::bytes()
{
    quint32 size = 0;
    if (m_isGood && m_rest.size() >= qsizetype(sizeof size)) {
        size = qFromLittleEndian<quint32>(m_rest.data());
        m_rest = m_rest.sliced(sizeof size);
        if (m_rest.size() >= qsizetype(size)) {
            const QByteArrayView field = m_rest.first(size);
            m_rest = m_rest.sliced(size);
            return field;
        }
    }
    m_isGood = false;
    return {};
}

QString FieldReader::text()
{
    return QString::fromUtf8(bytes());
}

qint64 FieldReader::number()
{
    if (!m_isGood || m_rest.size() < qsizetype(sizeof(qint64))) {
        m_isGood = false;
        return 0;
    }
    const qint64 value = qFromLittleEndian<qint64>(m_rest.data());
    m_rest = m_rest.sliced(sizeof(qint64));
    return value;
}

} // namespace handrail
