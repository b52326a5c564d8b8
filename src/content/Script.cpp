// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/Script.h"

#include "content/FrontMatter.h"
#include "content/SoundText.h"

#include <cmath>

namespace handrail {

namespace {

constexpr qsizetype maximumText = 400;

} // namespace

void Script::only(const QJsonObject &object, const QStringList &keys)
{
    for (const QString &key : object.keys()) {
        if (!keys.contains(key))
            fail(key.left(32), QStringLiteral("not known here"));
    }
}

QString Script::sound(const QJsonValue &value, const QString &place)
{
    const QString found = value.toString();
    if (!value.isString() || found.trimmed().isEmpty())
        fail(place, QStringLiteral("no text"));
    else if (found.size() > maximumText)
        fail(place, QStringLiteral("over %1 characters").arg(maximumText));
    else if (!isSoundText(found) || found.contains(u'\n'))
        fail(place, QStringLiteral("a character that is not seen"));
    return found;
}

QString Script::text(const QJsonObject &object, const QString &key)
{
    return sound(object.value(key), key);
}

QString Script::textIfAny(const QJsonObject &object, const QString &key)
{
    return object.contains(key) ? text(object, key) : QString();
}

QJsonArray Script::array(const QJsonObject &object, const QString &key, qsizetype least, qsizetype most)
{
    const QJsonValue value = object.value(key);
    const QJsonArray list = value.toArray();
    if ((value.isUndefined() && least == 0) || (value.isArray() && list.size() >= least && list.size() <= most))
        return list;
    fail(key, QStringLiteral("not %1 to %2 entries").arg(least).arg(most));
    return {};
}

QStringList Script::texts(const QJsonObject &object, const QString &key, qsizetype least, qsizetype most)
{
    QStringList found;
    for (const QJsonValue &value : array(object, key, least, most))
        found << sound(value, key);
    return found;
}

int Script::number(const QJsonObject &object, const QString &key, int least, int most)
{
    const QJsonValue value = object.value(key);
    const double found = value.toDouble(NAN);
    if (!value.isDouble() || !(found >= least && found <= most) || std::floor(found) != found) {
        fail(key, QStringLiteral("not a whole number of %1 to %2").arg(least).arg(most));
        return least;
    }
    return int(found);
}

int Script::numberOr(const QJsonObject &object, const QString &key, int least, int most, int otherwise)
{
    return object.contains(key) ? number(object, key, least, most) : otherwise;
}

bool Script::flag(const QJsonObject &object, const QString &key)
{
    const QJsonValue value = object.value(key);
    if (!value.isUndefined() && !value.isBool())
        fail(key, QStringLiteral("neither true nor false"));
    return value.toBool();
}

int Script::word(const QJsonObject &object, const QString &key, const QStringList &words)
{
    const qsizetype place = words.indexOf(object.value(key).toString());
    if (place < 0)
        fail(key, QStringLiteral("none of ") + words.join(u' '));
    return int(qMax<qsizetype>(0, place));
}

QString Script::id(const QJsonObject &object, const QString &key)
{
    const QString found = object.value(key).toString();
    if (!isContentId(found))
        fail(key, QStringLiteral("no id"));
    else if (m_ids.contains(found))
        fail(key, QStringLiteral("used twice"));
    m_ids.insert(found);
    return found;
}

Next Script::next(const QJsonObject &object, const QString &key)
{
    const QString found = object.value(key).toString();
    const QString skill = QStringLiteral("skill:");
    if (found == QLatin1String("end"))
        return {};
    if (found == QLatin1String("again"))
        return {Next::Kind::Again, {}};
    if (found.startsWith(skill) && isContentId(QStringView(found).sliced(skill.size())))
        return {Next::Kind::Skill, found.sliced(skill.size())};
    fail(key, QStringLiteral("none of end, again, skill:<id>"));
    return {};
}

QList<int> Script::numbers(const QJsonObject &object, const QString &key, qsizetype most, int highest)
{
    QList<int> found;
    for (const QJsonValue &value : array(object, key, 1, most)) {
        const int one = number(QJsonObject{{key, value}}, key, 1, highest);
        if (found.contains(one))
            fail(key, QStringLiteral("one twice"));
        found << one;
    }
    return found;
}

QList<int> Script::minutes(const QJsonObject &object)
{
    return numbers(object, QStringLiteral("minutes"), 5, 60);
}

void Script::each(const QJsonObject &object, const QString &key, qsizetype least, qsizetype most,
                  const std::function<void(const QJsonObject &)> &read)
{
    qsizetype place = 0;
    for (const QJsonValue &value : array(object, key, least, most)) {
        m_place << QStringLiteral("%1[%2]").arg(key).arg(place++);
        if (value.isObject())
            read(value.toObject());
        else
            fail({}, QStringLiteral("no object"));
        m_place.removeLast();
    }
}

} // namespace handrail
