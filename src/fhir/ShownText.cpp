// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/ShownText.h"

#include <algorithm>

namespace handrail::fhir {

namespace {

constexpr int maximumMarks = 3;

/// Embeddings, overrides, isolates, direction marks, and the byte order mark.
bool isDirectionControl(char16_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f || c == 0x061c || c == 0xfeff;
}

/// Nothing that is taken out, turned or counted is below U+0300 or among the dashes and quotation marks, but for control characters.
bool isPlain(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        const char16_t unit = c.unicode();
        return (unit >= 0x20 && unit < 0x7f) || (unit >= 0xa0 && unit < 0x300) || (unit >= 0x2010 && unit < 0x2028);
    });
}

} // namespace

QString shownText(const QString &text, Lines lines, qsizetype maximum)
{
    if (text.size() <= maximum && isPlain(text)) // nearly all, and each record has many
        return text.trimmed();
    QString shown;
    shown.reserve(qMin(text.size(), maximum));
    int marks = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        // The ellipsis needs one place, and a pair is never cut.
        if (shown.size() + (isPair ? 2 : 1) > maximum - 1 && i + (isPair ? 2 : 1) < text.size()) {
            shown += QChar(0x2026);
            break;
        }
        if (isPair) {
            shown += c;
            shown += text.at(++i);
            marks = 0;
        } else if (c.isSurrogate()) {
            shown += QChar(QChar::ReplacementCharacter);
        } else if (c == u'\n' || c == u'\r' || c == u'\t' || c.unicode() == 0x2028 || c.unicode() == 0x2029) {
            const bool isSecondHalf = c == u'\n' && i > 0 && text.at(i - 1) == u'\r';
            if (lines == Lines::Many && c != u'\t') {
                if (!isSecondHalf)
                    shown += u'\n';
            } else if (!isSecondHalf) {
                shown += u' ';
            }
        } else if (c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0) || isDirectionControl(c.unicode())) {
            continue;
        } else if (c.isMark()) {
            if (++marks <= maximumMarks)
                shown += c;
        } else {
            marks = 0;
            shown += c;
        }
    }
    return shown.trimmed();
}

} // namespace handrail::fhir
