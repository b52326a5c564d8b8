// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/base/JsonText.h"

#include <QSet>
#include <QVarLengthArray>
#include <algorithm>
#include <array>
#include <cstring>

namespace handrail::clinic {

namespace {

constexpr int maximumDepth = 64;
constexpr qsizetype maximumMembers = 1000; // of one object; FHIR's largest have some dozens

// What a string does not simply hold: its end, an escape, and what may not be in it.
constexpr auto isSpecial = [] {
    std::array<bool, 256> special{};
    std::fill_n(special.begin(), 0x20, true);
    special['"'] = special['\\'] = true;
    return special;
}();

// The member names of one object. Few are looked through, many are hashed, so that no text takes time that grows with its square.
class Names
{
public:
    // False when the name is there already, or when there are too many.
    bool add(QByteArrayView name)
    {
        if (m_first.size() < m_first.capacity()) {
            if (std::find(m_first.begin(), m_first.end(), name) != m_first.end())
                return false;
            m_first.append(name);
            return true;
        }
        if (m_more.isEmpty())
            m_more = QSet<QByteArrayView>(m_first.begin(), m_first.end());
        const qsizetype before = m_more.size();
        m_more.insert(name);
        return m_more.size() > before && m_more.size() <= maximumMembers;
    }

private:
    QVarLengthArray<QByteArrayView, 24> m_first;
    QSet<QByteArrayView> m_more;
};

// Walks JSON text once. `recordLevel` members or items are handed out as views.
class Scanner
{
public:
    explicit Scanner(QByteArrayView text)
        : m_text(text)
    {
    }

    bool object(Members *members, int depth)
    {
        if (depth > maximumDepth || !take('{'))
            return false;
        Names names;
        if (take('}'))
            return true;
        do {
            space();
            const qsizetype start = m_at;
            bool hasEscape = false;
            if (!string(&hasEscape) || hasEscape)
                return false;
            const QByteArrayView name = m_text.sliced(start + 1, m_at - start - 2);
            if (!names.add(name) || !take(':'))
                return false;
            space();
            const qsizetype valueStart = m_at;
            if (!value(depth + 1))
                return false;
            if (members)
                members->append({name, m_text.sliced(valueStart, m_at - valueStart)});
        } while (take(','));
        return take('}');
    }

    bool array(QList<QByteArrayView> *items, int depth)
    {
        if (depth > maximumDepth || !take('['))
            return false;
        if (take(']'))
            return true;
        do {
            space();
            const qsizetype start = m_at;
            if (!value(depth + 1))
                return false;
            if (items)
                items->append(m_text.sliced(start, m_at - start));
        } while (take(','));
        return take(']');
    }

    bool end()
    {
        space();
        return m_at == m_text.size();
    }

private:
    void space()
    {
        while (m_at < m_text.size()
               && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t'))
            ++m_at;
    }

    bool take(char wanted)
    {
        space();
        if (m_at >= m_text.size() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }

    bool string(bool *hasEscape)
    {
        if (m_at >= m_text.size() || m_text[m_at] != '"')
            return false;
        const char *const end = m_text.end();
        for (const char *at = m_text.begin() + m_at + 1; at != end; ++at) {
            if (!isSpecial[uchar(*at)])
                continue;
            if (*at == '"') {
                m_at = at + 1 - m_text.begin();
                return true;
            }
            if (*at != '\\')
                return false;
            if (hasEscape)
                *hasEscape = true;
            if (++at == end)
                return false;
        }
        return false;
    }

    bool value(int depth)
    {
        space();
        if (m_at >= m_text.size())
            return false;
        switch (m_text[m_at]) {
        case '{': return object(nullptr, depth);
        case '[': return array(nullptr, depth);
        case '"': return string(nullptr);
        default: break;
        }
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !strchr(",]} \t\r\n", m_text[m_at]))
            ++m_at;
        return m_at > start;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace

std::optional<Members> readMembers(QByteArrayView text)
{
    Members members;
    Scanner scanner(text);
    if (!scanner.object(&members, 1) || !scanner.end())
        return std::nullopt;
    return members;
}

std::optional<QList<QByteArrayView>> readItems(QByteArrayView text)
{
    QList<QByteArrayView> items;
    Scanner scanner(text);
    if (!scanner.array(&items, 1) || !scanner.end())
        return std::nullopt;
    return items;
}

QByteArrayView member(const Members &members, QByteArrayView name)
{
    for (const auto &[key, value] : members) {
        if (key == name)
            return value;
    }
    return {};
}

QByteArray withIdentity(const Members &members, const QByteArray &type, const QByteArray &id, const QByteArray &meta)
{
    QByteArray result = "{\"resourceType\":\"" + type + "\",\"id\":\"" + id + "\",\"meta\":" + meta;
    qsizetype size = result.size() + 1;
    for (const auto &[key, value] : members)
        size += key.size() + value.size() + 4;
    result.reserve(size);
    for (const auto &[key, value] : members) {
        if (key == QByteArrayView("resourceType") || key == QByteArrayView("id") || key == QByteArrayView("meta"))
            continue;
        result += ",\"";
        result += key;
        result += "\":";
        result += value;
    }
    return result + '}';
}

QByteArray withReferences(const QByteArray &text, const QHash<QByteArray, QByteArray> &replacements)
{
    QByteArray result;
    result.reserve(text.size());
    qsizetype copied = 0;
    for (qsizetype at = text.indexOf("\"urn:"); at >= 0; at = text.indexOf("\"urn:", at + 1)) {
        const qsizetype end = text.indexOf('"', at + 1);
        if (end < 0)
            break;
        const auto found = replacements.constFind(text.mid(at + 1, end - at - 1));
        // Only a `reference` or a `url` points at an entry; an identifier may hold the same URN and must stay.
        const QByteArray before = text.mid(std::max<qsizetype>(copied, at - 24), std::min<qsizetype>(at - copied, 24)).trimmed();
        if (found == replacements.cend() || !before.endsWith(':'))
            continue;
        const QByteArray name = before.chopped(1).trimmed();
        if (!name.endsWith("\"reference\"") && !name.endsWith("\"url\""))
            continue;
        result += QByteArrayView(text).sliced(copied, at + 1 - copied);
        result += *found;
        copied = end;
    }
    return result + text.mid(copied);
}

QByteArray quoted(QByteArrayView utf8)
{
    QByteArray result = "\"";
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (uchar(c) < 0x20) {
            result += "\\u00" + QByteArray(1, char(c)).toHex();
        } else {
            result += c;
        }
    }
    return result + '"';
}

} // namespace handrail::clinic
