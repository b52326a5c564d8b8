// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/Markdown.h"
#include "core/Problem.h"

#include <QByteArray>
#include <QDate>
#include <QMap>
#include <QString>
#include <QStringList>

namespace handrail {

/// Who made a text and on what it stands.
struct Origin {
    QStringList sources; ///< who, what and where; at least one
    QString reviewedBy;
    QDate reviewDate;

    bool operator==(const Origin &) const = default;
};

/// What stands between the two lines `---` at the start of a text: lines `key: value`, or `key:` and under it lines `- item`.
class FrontMatter
{
public:
    /// BadData when the marks are missing, a line is of neither kind, a key comes twice, has no value, or the whole is over 16 KiB.
    [[nodiscard]] static Result<FrontMatter> read(const QByteArray &text);

    /// What follows the second mark.
    [[nodiscard]] QByteArray body() const { return m_body; }
    [[nodiscard]] QStringList keys() const { return m_values.keys(); }
    [[nodiscard]] bool has(const QString &key) const { return m_values.contains(key); }

    // Each leaves a fault when it does not find what it wants; the first is kept.
    [[nodiscard]] QString text(const QString &key, qsizetype most);
    [[nodiscard]] QStringList list(const QString &key, bool isNeeded, qsizetype most);
    [[nodiscard]] int number(const QString &key, int least, int most);
    /// One of these words.
    [[nodiscard]] QString word(const QString &key, const QStringList &allowed);
    [[nodiscard]] Origin origin();
    /// A key that is none of these is a fault, too.
    void only(const QStringList &keys);

    void fail(const QString &fault);
    /// Empty when all was found so far.
    [[nodiscard]] QString fault() const { return m_fault; }

private:
    struct Value {
        QStringList lines;
        bool isList = false;
    };

    QMap<QString, Value> m_values;
    QByteArray m_body;
    QString m_fault;
};

/// The blocks below the marks; BadData, too, when anything was dropped (Markdown.h).
[[nodiscard]] Result<QList<Block>> readBody(const FrontMatter &matter);

/// Lower-case letters, digits and single hyphens, beginning with a letter; at most 64.
[[nodiscard]] bool isContentId(QStringView id);

} // namespace handrail
