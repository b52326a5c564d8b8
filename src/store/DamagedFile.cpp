// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "store/DamagedFile.h"

#include <QFile>
#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <optional>

namespace handrail {

namespace {

constexpr qsizetype pageBytes = 8192; // StoreFile makes them so; a damaged header is not asked
constexpr qsizetype journalHeadBytes = 32;
constexpr qsizetype frameHeadBytes = 24;
constexpr qint64 mostPayload = 16 * 1024 * 1024;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

quint32 number32(const QByteArray &bytes, qsizetype at)
{
    return at + 4 <= bytes.size() ? qFromBigEndian<quint32>(bytes.constData() + at) : 0;
}

/// SQLite's variable-length integer at `at`, which moves behind it.
std::optional<qint64> varint(const QByteArray &bytes, qsizetype &at)
{
    quint64 value = 0;
    for (int i = 0; i < 9 && at < bytes.size(); ++i) {
        const auto byte = quint8(bytes.at(at++));
        if (i == 8)
            return qint64((value << 8U) | byte);
        value = (value << 7U) | (byte & 0x7fU);
        if ((byte & 0x80U) == 0)
            return qint64(value);
    }
    return std::nullopt;
}

/// How many bytes a value of this serial type takes; -1 for what no row of ours has.
qint64 sizeOfType(qint64 type)
{
    constexpr std::array<qint64, 7> integers{0, 1, 2, 3, 4, 6, 8};
    if (type >= 0 && type < 7)
        return integers.at(std::size_t(type));
    if (type == 8 || type == 9)
        return 0;
    return type >= 12 && type % 2 == 0 ? (type - 12) / 2 : -1;
}

qint64 integerOf(const QByteArray &bytes, qsizetype at, qint64 type)
{
    if (type == 8 || type == 9)
        return type - 8;
    qint64 value = 0;
    for (qint64 i = 0; i < sizeOfType(type) && at + i < bytes.size(); ++i)
        value = qint64((quint64(value) << 8U) | quint8(bytes.at(at + i)));
    return value;
}

/// The head of a record: its length and the types of its values.
struct RecordHead {
    qint64 bytes = 0;
    QList<qint64> types;
    qint64 total = 0; ///< with the values
};

/// One that begins with a row number left out and a blob of 16 bytes, as all of ours do.
std::optional<RecordHead> headAt(const QByteArray &page, qsizetype at, int columns)
{
    constexpr char hashType = 2 * 16 + 12;
    if (at + 3 > page.size() || page.at(at + 1) != 0 || page.at(at + 2) != hashType)
        return std::nullopt;
    RecordHead head;
    head.bytes = quint8(page.at(at));
    head.total = head.bytes;
    qsizetype next = at + 1;
    while (next < at + head.bytes && head.types.size() < columns) {
        const auto type = varint(page, next);
        const qint64 size = type ? sizeOfType(*type) : -1;
        if (size < 0 || size > mostPayload)
            return std::nullopt;
        head.types << *type;
        head.total += size;
    }
    if (next != at + head.bytes || head.types.size() != columns)
        return std::nullopt;
    return head;
}

} // namespace

DamagedFile::DamagedFile(const QString &path)
    : m_file(contentOf(path))
{
    applyJournal(contentOf(path + u"-wal"));
}

/// Up to the last whole transaction. The frames' own sums are not asked for.
void DamagedFile::applyJournal(const QByteArray &journal)
{
    QHash<qint64, QByteArray> open;
    for (qsizetype at = journalHeadBytes; at + frameHeadBytes + pageBytes <= journal.size(); at += frameHeadBytes + pageBytes) {
        if (journal.mid(at + 8, 8) != journal.mid(16, 8)) // left from before
            return;
        open.insert(number32(journal, at), journal.mid(at + frameHeadBytes, pageBytes));
        if (number32(journal, at + 4) != 0) {
            m_newer.insert(open);
            open.clear();
        }
    }
}

QByteArray DamagedFile::page(qint64 number) const
{
    const auto newer = m_newer.constFind(number);
    return newer != m_newer.cend() ? *newer : m_file.mid((number - 1) * pageBytes, pageBytes);
}

QList<QByteArray> DamagedFile::behind(const QByteArray &bytes, qsizetype size) const
{
    QSet<QByteArray> found;
    const auto search = [&](const QByteArray &in) {
        for (qsizetype at = in.indexOf(bytes); at >= 0; at = in.indexOf(bytes, at + 1)) {
            if (at + bytes.size() + size <= in.size())
                found.insert(in.mid(at + bytes.size(), size));
        }
    };
    search(m_file);
    for (const QByteArray &newer : m_newer)
        search(newer);
    return found.values();
}

/// A record's bytes, those on further pages too. Empty when they cannot be followed.
QByteArray DamagedFile::payload(const QByteArray &page, qsizetype from, qint64 size) const
{
    constexpr qint64 most = pageBytes - 35;
    qint64 here = size;
    if (size > most) {
        constexpr qint64 least = (pageBytes - 12) * 32 / 255 - 23;
        here = least + (size - least) % (pageBytes - 4);
        here = here <= most ? here : least;
    }
    QByteArray bytes = page.mid(from, here);
    quint32 next = here < size ? number32(page, from + here) : 0;
    while (bytes.size() < size && next != 0) { // each turn adds bytes or ends
        const QByteArray further = this->page(next);
        if (further.size() != pageBytes)
            return {};
        bytes += further.mid(4, std::min<qint64>(size - bytes.size(), pageBytes - 4));
        next = number32(further, 0);
    }
    return bytes.size() == size ? bytes : QByteArray();
}

QList<LooseRow> DamagedFile::rows(int columns) const
{
    QSet<qint64> numbers;
    for (qint64 i = 1; i <= (m_file.size() + pageBytes - 1) / pageBytes; ++i)
        numbers.insert(i);
    for (auto newer = m_newer.cbegin(); newer != m_newer.cend(); ++newer)
        numbers.insert(newer.key());
    QList<LooseRow> found;
    for (const qint64 number : std::as_const(numbers)) {
        const QByteArray page = this->page(number);
        for (qsizetype at = 2; at < page.size(); ++at) {
            const auto head = headAt(page, at, columns);
            if (!head)
                continue;
            // Before it stand its size and the number of the row.
            for (qsizetype start = at - 2; start >= std::max<qsizetype>(0, at - 18); --start) {
                qsizetype next = start;
                const auto size = varint(page, next);
                if (!size || *size != head->total)
                    continue;
                const auto row = varint(page, next);
                if (!row || next != at)
                    continue;
                const QByteArray bytes = payload(page, at, *size);
                if (bytes.isEmpty())
                    continue;
                LooseRow loose;
                loose.row = *row;
                qsizetype value = head->bytes;
                loose.name = bytes.mid(value, 16);
                value += 16;
                if (columns == 5) {
                    loose.state = integerOf(bytes, value, head->types.at(2));
                    value += sizeOfType(head->types.at(2));
                    loose.priority = integerOf(bytes, value, head->types.at(3));
                    value += sizeOfType(head->types.at(3));
                }
                loose.sealed = bytes.mid(value);
                found << loose;
            }
        }
    }
    return found;
}

} // namespace handrail
