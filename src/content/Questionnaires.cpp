// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/Questionnaires.h"

#include <QFile>

namespace handrail {

QByteArray dailyCheckInQuestionnaire()
{
    QFile file(QStringLiteral(":/handrail/content/questionnaires/daily-checkin.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace handrail
