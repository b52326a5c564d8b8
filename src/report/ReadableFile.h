// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace handrail {

// The pieces of one HTML file that a person reads in any browser: no script, nothing from elsewhere. Pure; UTF-8. What is given is text and
// is written as text, whatever is in it.

/// The beginning: the title, and `lines` as paragraphs below it. `language` is a BCP 47 tag.
[[nodiscard]] QByteArray readableStart(const QString &title, const QString &language, const QStringList &lines);
/// The title of what comes next.
[[nodiscard]] QByteArray readablePart(const QString &title);
/// One thing of it, all that is in it. JSON becomes a list of names and values, with each name in words ("lastUpdated": "last updated");
/// an attached text is written out as well. What is no JSON is written as it is. `note` may be empty.
[[nodiscard]] QByteArray readableThing(const QString &title, const QString &note, const QByteArray &content);
[[nodiscard]] QByteArray readableParagraph(const QString &text);
[[nodiscard]] QByteArray readableEnd();

} // namespace handrail
