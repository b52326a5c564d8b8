// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/Skills.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace handrail {

namespace {

QByteArray fileOf(QStringView language)
{
    QFile file(QStringLiteral(":/handrail/content/skills/%1.json").arg(language));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Skill readSkill(const QJsonObject &object)
{
    Skill skill;
    skill.id = object.value(QLatin1String("id")).toString();
    skill.title = object.value(QLatin1String("title")).toString();
    skill.use = object.value(QLatin1String("for")).toString();
    skill.icon = object.value(QLatin1String("icon")).toString();
    skill.minutes = object.value(QLatin1String("minutes")).toInt();
    skill.caution = object.value(QLatin1String("caution")).toString();
    for (const QJsonValue &step : object.value(QLatin1String("steps")).toArray())
        skill.steps << step.toString();
    return skill;
}

bool isWhole(const Skill &skill)
{
    return !skill.id.isEmpty() && !skill.title.isEmpty() && !skill.use.isEmpty() && !skill.icon.isEmpty() && skill.minutes > 0
        && skill.steps.size() >= 3 && skill.steps.size() <= 6 && !skill.steps.contains(QString());
}

} // namespace

Result<QList<Skill>> readSkills(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(QLatin1String("format")).toInt() != 1)
        return problem(ProblemKind::BadData, QStringLiteral("skills: not of format 1"));
    QList<Skill> skills;
    QSet<QString> ids;
    for (const QJsonValue &value : object.value(QLatin1String("skills")).toArray()) {
        const Skill skill = readSkill(value.toObject());
        if (!isWhole(skill) || ids.contains(skill.id))
            return problem(ProblemKind::BadData, QStringLiteral("skills: one is not whole"));
        ids.insert(skill.id);
        skills << skill;
    }
    return skills;
}

QList<Skill> skills(QStringView language)
{
    if (const Result<QList<Skill>> read = readSkills(fileOf(language)); read && !read->isEmpty())
        return *read;
    return readSkills(fileOf(u"en")).value_or(QList<Skill>());
}

} // namespace handrail
