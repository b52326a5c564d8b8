// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/LockScreenHelp.h"

#include "content/CrisisPack.h"
#include "store/AccountFiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace handrail {

bool LockScreenHelp::holds(const LockScreenHelp &other) const
{
    QStringList own;
    for (const Line &line : lines)
        own << line.text.split(u'\n');
    return owner == other.owner
        && std::all_of(other.people.cbegin(), other.people.cend(), [this](const OwnPerson &one) { return people.contains(one); })
        && std::all_of(other.lines.cbegin(), other.lines.cend(), [&own](const Line &line) {
               const QStringList parts = line.text.split(u'\n');
               return std::all_of(parts.cbegin(), parts.cend(), [&own](const QString &part) { return own.contains(part); });
           });
}

QString lockScreenOwner(const Identity &identity)
{
    return AccountFiles::hashOf(identity);
}

LockScreenHelp lockScreenHelp(const Identity &identity, const SafetyPlan &plan, const QList<OwnPerson> &people,
                              const QStringList &skillTitles)
{
    LockScreenHelp help;
    if (!plan.lockScreen.isOn)
        return help;
    help.owner = lockScreenOwner(identity);
    for (const OwnPerson &person : people) {
        if (plan.lockScreen.people.contains(person.id))
            help.people << person;
    }
    for (const PlanPart part : lockScreenParts) {
        QStringList lines = plan.lines(part);
        if (part == PlanPart::Coping)
            lines = skillTitles + lines;
        if (plan.lockScreen.parts.contains(part) && !lines.isEmpty())
            help.lines << LockScreenHelp::Line{part, lines.join(u'\n')};
    }
    return help;
}

QByteArray writeLockScreenHelp(const LockScreenHelp &help)
{
    QJsonArray people;
    for (const OwnPerson &person : help.people)
        people << QJsonArray{person.name, person.phone, person.role, person.message};
    QJsonArray lines;
    for (const LockScreenHelp::Line &line : help.lines)
        lines << QJsonArray{nameOf(line.part), line.text};
    return QJsonDocument(QJsonObject{{QStringLiteral("owner"), help.owner},
                                     {QStringLiteral("people"), people},
                                     {QStringLiteral("lines"), lines}})
        .toJson(QJsonDocument::Compact);
}

LockScreenHelp readLockScreenHelp(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    LockScreenHelp help;
    help.owner = object.value(QLatin1String("owner")).toString();
    for (const QJsonValue &one : object.value(QLatin1String("people")).toArray()) {
        const QJsonArray parts = one.toArray();
        const OwnPerson person{{}, parts.at(0).toString(), parts.at(1).toString(), parts.at(2).toString(), parts.at(3).toString()};
        if (!person.name.isEmpty() && isDiallable(person.phone) && help.people.size() < mostPeople)
            help.people << person;
    }
    for (const QJsonValue &one : object.value(QLatin1String("lines")).toArray()) {
        const QJsonArray parts = one.toArray();
        const std::optional<PlanPart> part = planPartNamed(parts.at(0).toString());
        if (part && std::find(lockScreenParts.cbegin(), lockScreenParts.cend(), *part) != lockScreenParts.cend())
            help.lines << LockScreenHelp::Line{*part, parts.at(1).toString()};
    }
    return help;
}

} // namespace handrail
