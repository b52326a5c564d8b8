// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/NameText.h"

#include <QStringList>

namespace handrail {

QString initialsOf(const QString &name)
{
    QString initials;
    for (const QString &word : name.simplified().split(u' ', Qt::SkipEmptyParts)) {
        if (initials.size() < 2 && word.front().isLetter() && !word.endsWith(u'.'))
            initials += word.front().toUpper();
    }
    return initials;
}

} // namespace handrail
