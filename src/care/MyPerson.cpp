// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/MyPerson.h"

#include "content/CrisisPack.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace handrail {

namespace {

const QString valueName = QStringLiteral("my-person");
constexpr qsizetype longestName = 60;

bool isUsable(const MyPerson &person)
{
    return !person.name.trimmed().isEmpty() && person.name.size() <= longestName && isDiallable(person.phone);
}

} // namespace

QString dialledNumber(const QString &written)
{
    QString number;
    for (const QChar c : written.trimmed()) {
        if ((c >= u'0' && c <= u'9') || (c == u'+' && number.isEmpty()))
            number += c;
        else if (c != u' ' && c != u'-' && c != u'.' && c != u'(' && c != u')' && c != u'/' && c.unicode() != 0xa0)
            return {};
    }
    return isDiallable(number) ? number : QString();
}

std::optional<MyPerson> myPerson(const Store &store)
{
    const Result<std::optional<QByteArray>> value = store.value(valueName);
    if (!value || !*value)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(**value).object();
    const MyPerson person{object.value(QLatin1String("name")).toString(), object.value(QLatin1String("phone")).toString()};
    return isUsable(person) ? std::optional(person) : std::nullopt;
}

Result<void> setMyPerson(Store &store, const MyPerson &person)
{
    if (!isUsable(person))
        return problem(ProblemKind::BadData, QStringLiteral("my person"));
    const QJsonObject object{{QStringLiteral("name"), person.name.trimmed()}, {QStringLiteral("phone"), person.phone}};
    return store.setValue(valueName, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<void> removeMyPerson(Store &store)
{
    return store.removeValue(valueName);
}

} // namespace handrail
