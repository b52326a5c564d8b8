// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"

#include <QStringList>

namespace handrail::test {

/// "mood=low craving=7 halt=hungry+tired": a plain way to write answers.
inline Answers said(const QString &line)
{
    Answers answers;
    for (const QString &part : line.split(u' ', Qt::SkipEmptyParts)) {
        const QString item = part.section(u'=', 0, 0);
        const QString value = part.section(u'=', 1);
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (item == QLatin1String("halt"))
            answers.insert(item, value.split(u'+'));
        else
            answers.insert(item, isNumber ? QVariant(number) : QVariant(value));
    }
    return answers;
}

} // namespace handrail::test
