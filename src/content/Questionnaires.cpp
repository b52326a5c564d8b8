// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/Questionnaires.h"

#include <QFile>

namespace handrail {

namespace {

QByteArray builtIn(QLatin1String name)
{
    QFile file(QStringLiteral(":/handrail/content/questionnaires/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray dailyCheckInQuestionnaire()
{
    return builtIn(QLatin1String("daily-checkin.json"));
}

QByteArray safetyPlanQuestionnaire()
{
    return builtIn(QLatin1String("safety-plan.json"));
}

} // namespace handrail
