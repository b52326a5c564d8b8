// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <variant>

namespace handrail {

/// Where a link of a text may lead. Nothing else is a link: its words are shown as plain text.
enum class LinkKind {
    None,   ///< no link
    Skill,  ///< `skill:<id>`
    Lesson, ///< `lesson:<id>`
    Help,   ///< `help:`, the crisis page
    Web     ///< `https://` with a host, no user name and no odd character
};

struct Link {
    LinkKind kind = LinkKind::None;
    QString id; ///< of the skill or lesson; empty for the others
    QUrl web;   ///< for Web alone

    bool operator==(const Link &) const = default;
};

/// Words of one look. To be shown as plain text: what looks like markup in it is meant so.
struct Run {
    QString text; ///< line ends are \n
    bool isBold = false;
    bool isEmphasis = false;
    Link link;

    bool operator==(const Run &) const = default;
};

using Runs = QList<Run>;

struct Heading {
    int level = 1; ///< 1 to 6
    Runs runs;

    bool operator==(const Heading &) const = default;
};

struct Paragraph {
    Runs runs;

    bool operator==(const Paragraph &) const = default;
};

struct ListItem {
    int depth = 0; ///< 0 for the outermost list
    Runs runs;

    bool operator==(const ListItem &) const = default;
};

/// A list; lists inside it are part of it, their items one deeper.
struct ItemList {
    bool isOrdered = false;
    int start = 1; ///< the first number, when ordered
    QList<ListItem> items;

    bool operator==(const ItemList &) const = default;
};

/// One line `- [x] words`, with the lines under it.
struct CheckItem {
    bool isChecked = false;
    Runs say;
    Runs reply; ///< the lines under the first, as one; may be empty

    bool operator==(const CheckItem &) const = default;
};

struct CheckList {
    QList<CheckItem> items;

    bool operator==(const CheckList &) const = default;
};

/// `![what it shows](drawing:name)` on a line of its own. The app draws it; nothing is loaded.
struct Drawing {
    QString name;
    QString says; ///< what it shows, for those who do not see it

    bool operator==(const Drawing &) const = default;
};

/// Text between fences, as it stands.
struct CodeBlock {
    QString info; ///< the word after the opening fence, "exercise"
    QString text;

    bool operator==(const CodeBlock &) const = default;
};

using Block = std::variant<Heading, Paragraph, ItemList, CheckList, Drawing, CodeBlock>;

/// What a text says, in order.
struct Markdown {
    QList<Block> blocks;
    /// What was in the text and is not carried over, each once: "image", "link", "quote", "rule", "code", "check" (an item with a box in
    /// a list without). A text of a pack must have none; one from elsewhere can be shown without them.
    QStringList dropped;

    bool operator==(const Markdown &) const = default;
};

inline constexpr qsizetype maximumMarkdownBytes = 256 * 1024;
inline constexpr int maximumMarkdownNesting = 16;
inline constexpr qsizetype maximumMarkdownBlocks = 2000; ///< an item of a list counts as one

/// Reads CommonMark with check-lists into blocks. HTML stays as the characters that it is, images give way to their words, links to
/// anything but LinkKind to their words, quotes to what is quoted. BadData when it is no UTF-8, has characters that are not seen
/// (SoundText.h), is larger or nested deeper than the limits above, or a paragraph is over 16 KiB (design security 5, rows 18 to 20).
[[nodiscard]] Result<Markdown> readMarkdown(const QByteArray &utf8);

/// The link that this address stands for; kind None when it is not one that may be followed.
[[nodiscard]] Link linkTo(const QString &address);

/// The words alone.
[[nodiscard]] QString plainText(const Runs &runs);

} // namespace handrail
