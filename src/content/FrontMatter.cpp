// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/FrontMatter.h"

#include "content/SoundText.h"

#include <algorithm>
#include <utility>

namespace handrail {

namespace {

constexpr qsizetype maximumBytes = 16 * 1024;
constexpr qsizetype maximumItems = 24;
constexpr qsizetype maximumLine = 400;

bool isKey(QStringView key)
{
    return !key.isEmpty() && key.size() <= 32
        && std::all_of(key.begin(), key.end(), [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); });
}

} // namespace

bool isContentId(QStringView id)
{
    if (id.isEmpty() || id.size() > 64 || id.front() < u'a' || id.front() > u'z' || id.back() == u'-')
        return false;
    QChar before;
    for (const QChar c : id) {
        if (!((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || (c == u'-' && before != u'-')))
            return false;
        before = c;
    }
    return true;
}

Result<FrontMatter> FrontMatter::read(const QByteArray &text)
{
    const auto bad = [](const QString &what) { return problem(ProblemKind::BadData, QStringLiteral("front matter: ") + what); };
    const QByteArray mark = QByteArrayLiteral("---\n");
    const qsizetype end = text.startsWith(mark) ? text.indexOf("\n---\n", mark.size() - 1) : -1;
    if (end < 0 || end > maximumBytes)
        return bad(QStringLiteral("not between two lines ---"));
    const QByteArray head = text.mid(mark.size(), std::max<qsizetype>(0, end - mark.size()));
    if (!head.isValidUtf8() || !isSoundText(QString::fromUtf8(head)))
        return bad(QStringLiteral("a character that is not seen"));

    FrontMatter matter;
    matter.m_body = text.mid(end + 5);
    QString key;
    for (const QString &line : QString::fromUtf8(head).split(u'\n')) {
        if (line.size() > maximumLine)
            return bad(QStringLiteral("a line too long"));
        if (line.startsWith(QLatin1String("- ")) || line.startsWith(QLatin1String("  - "))) {
            const QString item = line.sliced(line.indexOf(u'-') + 2).trimmed();
            if (key.isEmpty() || !matter.m_values.value(key).isList || item.isEmpty())
                return bad(QStringLiteral("an item of no list"));
            if (matter.m_values[key].lines.size() >= maximumItems)
                return bad(key + QStringLiteral(": too many"));
            matter.m_values[key].lines << item;
            continue;
        }
        key = line.section(u':', 0, 0);
        const QString value = line.section(u':', 1).trimmed();
        if (!line.contains(u':') || !isKey(key))
            return bad(QStringLiteral("a line without a key"));
        if (matter.m_values.contains(key))
            return bad(key + QStringLiteral(": twice"));
        if (value.startsWith(u'"') || value.startsWith(u'\'') || value.startsWith(u'[') || value.startsWith(u'{'))
            return bad(key + QStringLiteral(": plain words only"));
        matter.m_values.insert(key, value.isEmpty() ? Value{{}, true} : Value{{value}, false});
    }
    return matter;
}

void FrontMatter::fail(const QString &fault)
{
    if (m_fault.isEmpty())
        m_fault = fault;
}

QString FrontMatter::text(const QString &key, qsizetype most)
{
    const auto value = m_values.constFind(key);
    if (value == m_values.constEnd() || value->isList) {
        fail(key + QStringLiteral(": missing"));
        return {};
    }
    if (value->lines.constFirst().size() > most)
        fail(key + QStringLiteral(": over %1 characters").arg(most));
    return value->lines.constFirst();
}

QStringList FrontMatter::list(const QString &key, bool isNeeded, qsizetype most)
{
    const auto value = m_values.constFind(key);
    if (value == m_values.constEnd()) {
        if (isNeeded)
            fail(key + QStringLiteral(": missing"));
        return {};
    }
    if (!value->isList || (isNeeded && value->lines.isEmpty()))
        fail(key + QStringLiteral(": no list"));
    if (value->lines.size() > most)
        fail(key + QStringLiteral(": over %1 items").arg(most));
    return value->lines;
}

int FrontMatter::number(const QString &key, int least, int most)
{
    bool isNumber = false;
    const int value = text(key, 9).toInt(&isNumber);
    if (!isNumber || value < least || value > most) {
        fail(key + QStringLiteral(": not %1 to %2").arg(least).arg(most));
        return least;
    }
    return value;
}

QString FrontMatter::word(const QString &key, const QStringList &allowed)
{
    const QString value = text(key, 64);
    if (!allowed.contains(value))
        fail(key + QStringLiteral(": none of ") + allowed.join(u' '));
    return value;
}

Origin FrontMatter::origin()
{
    Origin origin;
    origin.sources = list(QStringLiteral("sources"), true, 12);
    origin.reviewedBy = text(QStringLiteral("reviewedBy"), 200);
    origin.reviewDate = QDate::fromString(text(QStringLiteral("reviewDate"), 10), QStringLiteral("yyyy-MM-dd"));
    if (origin.reviewDate.year() < 2000 || origin.reviewDate.year() >= 2200)
        fail(QStringLiteral("reviewDate: not YYYY-MM-DD"));
    return origin;
}

void FrontMatter::only(const QStringList &keys)
{
    for (auto value = m_values.cbegin(); value != m_values.cend(); ++value) {
        if (!keys.contains(value.key()))
            fail(value.key() + QStringLiteral(": not known here"));
    }
}

Result<QList<Block>> readBody(const FrontMatter &matter)
{
    auto body = readMarkdown(matter.body());
    if (!body)
        return tl::make_unexpected(body.error());
    if (!body->dropped.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("not allowed: ") + body->dropped.join(u' '));
    return std::move(body->blocks);
}

} // namespace handrail
