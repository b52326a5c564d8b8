// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/SoundText.h"

namespace handrail {

bool isSoundText(QStringView text)
{
    constexpr int maximumMarks = 3;
    int marks = 0;
    for (const QChar c : text) {
        if (c == u'\n')
            continue;
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c.isNonCharacter())
            return false;
        if (c.unicode() == 0x2028 || c.unicode() == 0x2029)
            return false;
        marks = c.isMark() ? marks + 1 : 0;
        if (marks > maximumMarks)
            return false;
    }
    return text.isValidUtf16();
}

} // namespace handrail
