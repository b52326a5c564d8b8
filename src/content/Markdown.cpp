// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/Markdown.h"

#include "content/FrontMatter.h"
#include "content/SoundText.h"

#include <md4c.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace handrail {

namespace {

constexpr qsizetype maximumLinks = 500;
constexpr qsizetype maximumAddress = 2048;
// md4c takes quadratic time on some paragraphs, so none may be long.
constexpr qsizetype maximumParagraphBytes = 16 * 1024;
constexpr qsizetype maximumFenceBytes = 64 * 1024;

// What an item of a list is before it is known whether the list is a check-list.
struct RawItem {
    int depth = 0;
    bool isTask = false;
    bool isChecked = false;
    Runs runs;
};

struct RawList {
    bool isOrdered = false;
    int start = 1;
    QList<RawItem> items;
};

/// Says what is too much for md4c before it sees it; empty when nothing is.
QString faultBefore(const QByteArray &utf8)
{
    if (utf8.size() > maximumMarkdownBytes)
        return QStringLiteral("too large");
    if (!utf8.isValidUtf8())
        return QStringLiteral("not UTF-8");
    qsizetype paragraph = 0;
    bool isInFence = false;
    for (qsizetype at = 0; at < utf8.size();) {
        const qsizetype end = utf8.indexOf('\n', at);
        const QByteArrayView line = QByteArrayView(utf8).sliced(at, (end < 0 ? utf8.size() : end) - at);
        at = end < 0 ? utf8.size() : end + 1;
        const bool isFence = line.startsWith("```") && !line.sliced(3).contains('`');
        if (isFence || line.trimmed().isEmpty())
            paragraph = 0;
        isInFence = isFence ? !isInFence : isInFence;
        paragraph += line.size() + 1;
        if (paragraph > (isInFence ? maximumFenceBytes : maximumParagraphBytes))
            return QStringLiteral("a paragraph too long");
        // "> > - - 1. 1." opens one container a mark.
        int marks = 0;
        for (const char c : line) {
            if (c == '>' || c == '-' || c == '*' || c == '+' || c == '.' || c == ')')
                ++marks;
            else if (c != ' ' && c != '\t' && (c < '0' || c > '9'))
                break;
        }
        if (marks > maximumMarkdownNesting && !isInFence)
            return QStringLiteral("nested too deep");
    }
    return {};
}

/// Takes what md4c finds and keeps what may be shown.
class Builder
{
public:
    [[nodiscard]] QString fault() const { return m_fault; }
    [[nodiscard]] Markdown result() const { return m_result; }

    bool enterBlock(MD_BLOCKTYPE type, const void *detail);
    bool leaveBlock(MD_BLOCKTYPE type, const void *detail);
    bool enterSpan(MD_SPANTYPE type, const void *detail);
    bool leaveSpan(MD_SPANTYPE type);
    bool text(MD_TEXTTYPE type, QByteArrayView utf8);

private:
    bool fail(const char *fault)
    {
        m_fault = QLatin1String(fault);
        return false;
    }
    void drop(const char *what)
    {
        if (const QString name = QLatin1String(what); !m_result.dropped.contains(name))
            m_result.dropped << name;
    }
    void add(const QString &text);
    bool addBlock(Block block);
    bool endLeaf(std::optional<int> headingLevel);
    bool endList();
    static QString decoded(const MD_ATTRIBUTE &attribute);

    Markdown m_result;
    QString m_fault;
    qsizetype m_count = 0; ///< blocks and items
    qsizetype m_links = 0;
    int m_nesting = 0;

    std::optional<RawList> m_list; ///< the outermost one that is open
    int m_listDepth = 0;

    Runs m_runs; ///< of the leaf that is open
    int m_bold = 0;
    int m_emphasis = 0;
    QList<Link> m_openLinks;
    int m_imageDepth = 0;
    int m_images = 0;
    bool m_hasWords = false; ///< the leaf has words outside images
    QString m_imageAddress;

    bool m_isInCode = false;
    CodeBlock m_code;
};

/// Of an entity the character when it is a number or one of the few that people write; else as it stands.
QString ofEntity(QByteArrayView entity)
{
    const QString name = QString::fromUtf8(entity);
    if (name.startsWith(QLatin1String("&#"))) {
        const bool isHex = name.size() > 3 && (name.at(2) == u'x' || name.at(2) == u'X');
        bool isNumber = false;
        const uint code = QStringView(name).sliced(isHex ? 3 : 2).chopped(1).toUInt(&isNumber, isHex ? 16 : 10);
        if (!isNumber || code == 0 || code > 0x10ffff || QChar::isSurrogate(code))
            return QString(QChar(QChar::ReplacementCharacter));
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
    }
    if (name == QLatin1String("&amp;"))
        return QStringLiteral("&");
    if (name == QLatin1String("&lt;"))
        return QStringLiteral("<");
    if (name == QLatin1String("&gt;"))
        return QStringLiteral(">");
    if (name == QLatin1String("&quot;"))
        return QStringLiteral("\"");
    if (name == QLatin1String("&nbsp;"))
        return QString(QChar(QChar::Nbsp));
    return name;
}

/// The start of a tag, a comment or a declaration of HTML.
bool isTagIn(QByteArrayView utf8)
{
    for (qsizetype at = utf8.indexOf('<'); at >= 0; at = utf8.indexOf('<', at + 1)) {
        const char next = at + 1 < utf8.size() ? utf8.at(at + 1) : ' ';
        if ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' || next == '!' || next == '?')
            return true;
    }
    return false;
}

QString Builder::decoded(const MD_ATTRIBUTE &attribute)
{
    QString whole;
    if (attribute.size == 0)
        return whole;
    for (int i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
        const QByteArrayView part(attribute.text + attribute.substr_offsets[i],
                                  qsizetype(attribute.substr_offsets[i + 1]) - qsizetype(attribute.substr_offsets[i]));
        whole += attribute.substr_types[i] == MD_TEXT_ENTITY ? ofEntity(part) : QString::fromUtf8(part);
    }
    return whole;
}

bool Builder::enterBlock(MD_BLOCKTYPE type, const void *detail)
{
    if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_LI) {
        if (++m_nesting > maximumMarkdownNesting)
            return fail("nested too deep");
    }
    switch (type) {
    case MD_BLOCK_QUOTE: drop("quote"); break;
    case MD_BLOCK_HR: drop("rule"); break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        // A tight item has no paragraph of its own, so what it said so far ends here.
        if (m_list && !endLeaf(std::nullopt))
            return false;
        if (!m_list) {
            m_list.emplace();
            m_list->isOrdered = type == MD_BLOCK_OL;
            if (m_list->isOrdered)
                m_list->start = int(static_cast<const MD_BLOCK_OL_DETAIL *>(detail)->start);
        }
        ++m_listDepth;
        break;
    case MD_BLOCK_LI: {
        const auto *item = static_cast<const MD_BLOCK_LI_DETAIL *>(detail);
        if (++m_count > maximumMarkdownBlocks)
            return fail("too many blocks");
        m_list->items << RawItem{m_listDepth - 1, item->is_task != 0, item->is_task && item->task_mark != ' ', {}};
        break;
    }
    case MD_BLOCK_CODE:
        m_isInCode = true;
        m_code = {decoded(static_cast<const MD_BLOCK_CODE_DETAIL *>(detail)->info), QString()};
        break;
    case MD_BLOCK_HTML: drop("html"); break;
    default: break;
    }
    return true;
}

bool Builder::leaveBlock(MD_BLOCKTYPE type, const void *detail)
{
    switch (type) {
    case MD_BLOCK_QUOTE: --m_nesting; return true;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: --m_nesting; return --m_listDepth > 0 || endList();
    case MD_BLOCK_LI: --m_nesting; return endLeaf(std::nullopt);
    case MD_BLOCK_H: return endLeaf(int(static_cast<const MD_BLOCK_H_DETAIL *>(detail)->level));
    case MD_BLOCK_P: return endLeaf(std::nullopt);
    case MD_BLOCK_CODE:
        m_isInCode = false;
        if (!isSoundText(m_code.text) || !isSoundText(m_code.info))
            return fail("a character that is not seen");
        if (m_list) {
            drop("code");
            add(m_code.text.trimmed());
            return endLeaf(std::nullopt);
        }
        return addBlock(m_code);
    default: return true;
    }
}

bool Builder::enterSpan(MD_SPANTYPE type, const void *detail)
{
    switch (type) {
    case MD_SPAN_STRONG: ++m_bold; break;
    case MD_SPAN_EM: ++m_emphasis; break;
    case MD_SPAN_A: {
        if (++m_links > maximumLinks)
            return fail("too many links");
        const Link link = linkTo(decoded(static_cast<const MD_SPAN_A_DETAIL *>(detail)->href));
        if (link.kind == LinkKind::None)
            drop("link");
        m_openLinks << link;
        break;
    }
    case MD_SPAN_IMG:
        if (++m_links > maximumLinks)
            return fail("too many images");
        if (m_imageDepth++ == 0) {
            ++m_images;
            m_imageAddress = decoded(static_cast<const MD_SPAN_IMG_DETAIL *>(detail)->src);
        }
        break;
    case MD_SPAN_CODE: drop("code"); break;
    default: break;
    }
    return true;
}

bool Builder::leaveSpan(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_STRONG: --m_bold; break;
    case MD_SPAN_EM: --m_emphasis; break;
    case MD_SPAN_A: m_openLinks.removeLast(); break;
    case MD_SPAN_IMG: --m_imageDepth; break;
    default: break;
    }
    return true;
}

bool Builder::text(MD_TEXTTYPE type, QByteArrayView utf8)
{
    if (m_isInCode) {
        m_code.text += type == MD_TEXT_NULLCHAR ? QString(QChar(QChar::ReplacementCharacter)) : QString::fromUtf8(utf8);
        return true;
    }
    switch (type) {
    case MD_TEXT_NULLCHAR: add(QString(QChar(QChar::ReplacementCharacter))); break;
    case MD_TEXT_BR: add(QStringLiteral("\n")); break;
    case MD_TEXT_SOFTBR:
        // In a check-list the answer ends with its line, and the reply follows.
        add(m_list && m_list->items.constLast().isTask ? QStringLiteral("\n") : QStringLiteral(" "));
        break;
    case MD_TEXT_ENTITY: add(ofEntity(utf8)); break;
    case MD_TEXT_NORMAL:
        // MD_FLAG_NOHTML leaves it among the words.
        if (isTagIn(utf8))
            drop("html");
        add(QString::fromUtf8(utf8));
        break;
    default: add(QString::fromUtf8(utf8)); break;
    }
    return true;
}

void Builder::add(const QString &text)
{
    Run run{text, m_bold > 0, m_emphasis > 0, m_openLinks.isEmpty() ? Link() : m_openLinks.constLast()};
    if (m_imageDepth == 0 && !text.trimmed().isEmpty())
        m_hasWords = true;
    if (!m_runs.isEmpty()) {
        Run &last = m_runs.last();
        if (last.isBold == run.isBold && last.isEmphasis == run.isEmphasis && last.link == run.link) {
            last.text += text;
            return;
        }
    }
    m_runs << run;
}

bool Builder::addBlock(Block block)
{
    if (++m_count > maximumMarkdownBlocks)
        return fail("too many blocks");
    m_result.blocks << std::move(block);
    return true;
}

bool Builder::endLeaf(std::optional<int> headingLevel)
{
    const Runs runs = std::exchange(m_runs, {});
    const int images = std::exchange(m_images, 0);
    const bool hasWords = std::exchange(m_hasWords, false);
    const bool isSound = std::all_of(runs.begin(), runs.end(), [](const Run &run) { return isSoundText(run.text); });
    if (!isSound)
        return fail("a character that is not seen");
    const QString drawing = QStringLiteral("drawing:");
    const bool isDrawing = !m_list && !headingLevel && images == 1 && !hasWords && m_imageAddress.startsWith(drawing)
        && isContentId(QStringView(m_imageAddress).sliced(drawing.size()));
    if (isDrawing)
        return addBlock(Drawing{m_imageAddress.sliced(drawing.size()), plainText(runs).trimmed()});
    if (images > 0)
        drop("image");
    if (runs.isEmpty())
        return true;
    if (m_list) {
        RawItem &item = m_list->items.last();
        if (!item.runs.isEmpty())
            item.runs << Run{QStringLiteral("\n"), false, false, {}};
        item.runs << runs;
        return true;
    }
    return headingLevel ? addBlock(Heading{*headingLevel, runs}) : addBlock(Paragraph{runs});
}

/// The runs up to the first line end, and what follows it, as one line.
std::pair<Runs, Runs> splitAtLine(const Runs &runs)
{
    Runs first;
    Runs rest;
    bool isRest = false;
    for (Run run : runs) {
        if (!isRest) {
            const qsizetype end = run.text.indexOf(u'\n');
            Run before = run;
            before.text = end < 0 ? run.text : run.text.first(end);
            if (!before.text.isEmpty())
                first << before;
            if (end < 0)
                continue;
            isRest = true;
            run.text = run.text.sliced(end + 1);
        }
        run.text.replace(u'\n', u' ');
        if (!run.text.isEmpty())
            rest << run;
    }
    return {first, rest};
}

bool Builder::endList()
{
    const RawList list = *std::exchange(m_list, std::nullopt);
    const auto isTask = [](const RawItem &item) { return item.isTask && item.depth == 0; };
    --m_count; // its items counted already
    if (!std::all_of(list.items.begin(), list.items.end(), isTask)) {
        ItemList plain{list.isOrdered, list.start, {}};
        for (const RawItem &item : list.items) {
            if (item.isTask)
                drop("check");
            plain.items << ListItem{item.depth, item.runs};
        }
        return addBlock(plain);
    }
    CheckList check;
    for (const RawItem &item : list.items) {
        const auto [say, reply] = splitAtLine(item.runs);
        check.items << CheckItem{item.isChecked, say, reply};
    }
    return addBlock(check);
}

Builder &builder(void *self)
{
    return *static_cast<Builder *>(self);
}

} // namespace

Result<Markdown> readMarkdown(const QByteArray &utf8)
{
    if (const QString fault = faultBefore(utf8); !fault.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("markdown: ") + fault);
    constexpr int stop = -1; // md4c goes on after a number above 0, in places
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *self) {
        return builder(self).enterBlock(type, detail) ? 0 : stop;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *detail, void *self) {
        return builder(self).leaveBlock(type, detail) ? 0 : stop;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *self) { return builder(self).enterSpan(type, detail) ? 0 : stop; };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *self) { return builder(self).leaveSpan(type) ? 0 : stop; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *self) {
        return builder(self).text(type, QByteArrayView(text, qsizetype(size))) ? 0 : stop;
    };
    Builder built;
    if (md_parse(utf8.constData(), MD_SIZE(utf8.size()), &parser, &built) != 0)
        return problem(ProblemKind::BadData,
                       QStringLiteral("markdown: ") + (built.fault().isEmpty() ? QStringLiteral("not parsed") : built.fault()));
    return built.result();
}

Link linkTo(const QString &address)
{
    const auto idAfter = [&](QLatin1String scheme) {
        const QString id = address.startsWith(scheme) ? address.sliced(scheme.size()) : QString();
        return isContentId(id) ? id : QString();
    };
    if (const QString id = idAfter(QLatin1String("skill:")); !id.isEmpty())
        return {LinkKind::Skill, id, {}};
    if (const QString id = idAfter(QLatin1String("lesson:")); !id.isEmpty())
        return {LinkKind::Lesson, id, {}};
    if (address == QLatin1String("help:"))
        return {LinkKind::Help, {}, {}};
    const bool isPrintable =
        std::all_of(address.begin(), address.end(), [](QChar c) { return c > u' ' && c < u'\x7f' && c != u'\\'; });
    if (!address.startsWith(QLatin1String("https://")) || !isPrintable || address.size() > maximumAddress)
        return {};
    const QUrl url(address, QUrl::StrictMode);
    const QString host = url.host(QUrl::FullyEncoded);
    if (!url.isValid() || host.isEmpty() || host.contains(QLatin1String("xn--")) || url.authority().contains(u'@')
        || url.port() != -1)
        return {};
    return {LinkKind::Web, {}, url};
}

QString plainText(const Runs &runs)
{
    QString text;
    for (const Run &run : runs)
        text += run.text;
    return text;
}

} // namespace handrail
