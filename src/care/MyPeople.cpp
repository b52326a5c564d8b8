// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/MyPeople.h"

#include "content/CrisisPack.h"
#include "core/Log.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace handrail {

namespace {

const QString listName = QStringLiteral("my-people");
const QString onlyOneName = QStringLiteral("my-person"); // of earlier versions
const QString onlyOneId = QStringLiteral("first");

bool isUsable(const OwnPerson &person)
{
    return !person.name.trimmed().isEmpty() && person.name.size() <= longestPersonName && person.role.size() <= longestPersonRole
        && person.message.size() <= longestReadyMessage && isDiallable(person.phone);
}

OwnPerson readPerson(const QJsonObject &object)
{
    return {object.value(QLatin1String("id")).toString(), object.value(QLatin1String("name")).toString(),
            object.value(QLatin1String("phone")).toString(), object.value(QLatin1String("role")).toString(),
            object.value(QLatin1String("message")).toString()};
}

QJsonObject written(const OwnPerson &person)
{
    return {{QStringLiteral("id"), person.id},
            {QStringLiteral("name"), person.name.trimmed()},
            {QStringLiteral("phone"), person.phone},
            {QStringLiteral("role"), person.role.trimmed()},
            {QStringLiteral("message"), person.message.trimmed()}};
}

} // namespace

QString dialledNumber(const QString &written)
{
    // As it comes out of other apps: with signs that nobody sees, dashes of all kinds, or as a link.
    QString visible = written;
    visible.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    visible = visible.trimmed();
    if (visible.startsWith(QLatin1String("tel:"), Qt::CaseInsensitive))
        visible.remove(0, 4);
    // "+49 (0)30 …": the zero is dialled within the country alone, but for Italy and those in it, who keep theirs.
    if (visible.startsWith(u'+') && !visible.startsWith(QLatin1String("+39")) && !visible.startsWith(QLatin1String("+378"))
        && !visible.startsWith(QLatin1String("+379")))
        visible.remove(QLatin1String("(0)"));
    QString number;
    for (const QChar c : std::as_const(visible)) {
        const bool isBetween = c.category() == QChar::Separator_Space || c.category() == QChar::Punctuation_Dash || c == u'.'
            || c == u'(' || c == u')' || c == u'/';
        if ((c >= u'0' && c <= u'9') || (c == u'+' && number.isEmpty()))
            number += c;
        else if (!isBetween)
            return {};
    }
    return isDiallable(number) ? number : QString();
}

QList<OwnPerson> peopleIn(const QByteArray &kept)
{
    QList<OwnPerson> people;
    for (const QJsonValue &one : QJsonDocument::fromJson(kept).array())
        people << readPerson(one.toObject());
    people.removeIf([](const OwnPerson &person) { return !isUsable(person); });
    return people.mid(0, mostPeople);
}

Result<QList<OwnPerson>> myPeople(Records &records)
{
    const Result<std::optional<QByteArray>> list = records.store().value(listName);
    if (!list)
        return tl::make_unexpected(list.error());
    QList<OwnPerson> people;
    if (*list) {
        people = peopleIn(**list);
    } else {
        const Result<std::optional<QByteArray>> onlyOne = records.store().value(onlyOneName);
        if (!onlyOne)
            return tl::make_unexpected(onlyOne.error());
        if (*onlyOne) {
            people << readPerson(QJsonDocument::fromJson(**onlyOne).object());
            people.first().id = onlyOneId;
        }
        people.removeIf([](const OwnPerson &person) { return !isUsable(person); });
    }
    return people;
}

Result<void> setMyPeople(Records &records, const QList<OwnPerson> &people)
{
    if (people.size() > mostPeople)
        return problem(ProblemKind::BadData, QStringLiteral("my people"));
    if (!std::all_of(people.cbegin(), people.cend(), isUsable))
        return problem(ProblemKind::BadData, QStringLiteral("my people"));
    QJsonArray array;
    for (const OwnPerson &person : people)
        array << written(person);
    if (const Result<void> noted = records.noteOwnThings(); !noted)
        return noted;
    const Result<void> kept = records.store().setValue(listName, QJsonDocument(array).toJson(QJsonDocument::Compact));
    // The new list counts from here on, whether the old record goes now or later.
    if (kept) {
        if (const Result<void> gone = records.store().removeValue(onlyOneName); !gone)
            qCWarning(logStore) << "the one person of an earlier version:" << gone.error();
    }
    return kept;
}

} // namespace handrail
