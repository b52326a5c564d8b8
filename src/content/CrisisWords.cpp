// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/CrisisWords.h"

#include <QFile>

namespace handrail {

const QStringList &crisisWords()
{
    static const QStringList all = [] {
        QStringList words;
        for (const char *locale : {"en", "es"}) {
            QFile file(QStringLiteral(":/handrail/content/crisis/words-%1.txt").arg(QLatin1String(locale)));
            const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            for (const QString &line : QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts)) {
                if (!line.startsWith(u'#'))
                    words << line;
            }
        }
        return words;
    }();
    return all;
}

} // namespace handrail
