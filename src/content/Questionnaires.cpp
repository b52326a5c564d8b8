// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/Questionnaires.h"

#include <QFile>

namespace handrail {

namespace {

QByteArray builtIn(const QString &name)
{
    QFile file(u":/handrail/content/questionnaires/" + name + u".json");
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray dailyCheckInQuestionnaire()
{
    return builtIn(QStringLiteral("daily-checkin"));
}

QByteArray moduleDoneQuestionnaire()
{
    return builtIn(QStringLiteral("module-done"));
}

QByteArray safetyPlanQuestionnaire()
{
    return builtIn(QStringLiteral("safety-plan"));
}

} // namespace handrail
