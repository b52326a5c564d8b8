// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SkillUse.h"

#include "core/Log.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace handrail {

namespace {

/// Of a month; who uses skills more often than that loses the oldest.
constexpr qsizetype mostUses = 1000;
const QString choicesName = QStringLiteral("skill-choices");

QString nameOf(const QDate &day)
{
    return QStringLiteral("skill-use/") + day.toString(QStringLiteral("yyyy-MM"));
}

bool isRating(const std::optional<int> &value)
{
    return !value || (*value >= 0 && *value <= 10);
}

std::optional<int> ratingOf(const QJsonValue &value)
{
    const std::optional<int> rating = value.isDouble() ? std::optional(value.toInt(-1)) : std::nullopt;
    return isRating(rating) ? rating : std::nullopt;
}

QJsonObject toJson(const SkillUse &use)
{
    QJsonObject object{{QStringLiteral("skill"), use.skill},
                       {QStringLiteral("at"), use.at.toString(Qt::ISODateWithMs)},
                       {QStringLiteral("minutes"), use.minutes}};
    if (use.before)
        object.insert(QStringLiteral("before"), *use.before);
    if (use.after)
        object.insert(QStringLiteral("after"), *use.after);
    if (use.help != SkillUse::Help::Unsaid)
        object.insert(QStringLiteral("helped"), use.help == SkillUse::Help::Yes);
    return object;
}

std::optional<SkillUse> useOf(const QJsonObject &object)
{
    SkillUse use;
    use.skill = object.value(QLatin1String("skill")).toString();
    use.at = QDateTime::fromString(object.value(QLatin1String("at")).toString(), Qt::ISODateWithMs);
    use.before = ratingOf(object.value(QLatin1String("before")));
    use.after = ratingOf(object.value(QLatin1String("after")));
    use.minutes = std::max(0, object.value(QLatin1String("minutes")).toInt());
    if (const QJsonValue helped = object.value(QLatin1String("helped")); helped.isBool())
        use.help = helped.toBool() ? SkillUse::Help::Yes : SkillUse::Help::No;
    return !use.skill.isEmpty() && use.at.isValid() ? std::optional(use) : std::nullopt;
}

Result<QList<SkillUse>> monthOf(Records &records, const QDate &day)
{
    const Result<std::optional<QByteArray>> kept = records.store().value(nameOf(day));
    QList<SkillUse> uses;
    if (!kept && kept.error().kind == ProblemKind::StoreBroken) {
        qCWarning(logStore) << "a month of skills that were used cannot be read, and is begun anew";
        return uses;
    }
    if (!kept)
        return tl::make_unexpected(kept.error());
    for (const QJsonValue entry : *kept ? QJsonDocument::fromJson(**kept).array() : QJsonArray()) {
        if (const std::optional<SkillUse> use = useOf(entry.toObject()))
            uses << *use;
    }
    return uses;
}

QStringList stringsOf(const QJsonValue &value)
{
    QStringList strings;
    for (const QJsonValue entry : value.toArray()) {
        if (const QString text = entry.toString(); !text.isEmpty() && !strings.contains(text))
            strings << text;
    }
    return strings;
}

Result<void> keep(Records &records, const SkillChoices &choices)
{
    if (const Result<void> noted = records.noteOwnThings(); !noted)
        return noted;
    QStringList hidden = choices.hidden.values();
    hidden.sort();
    const QJsonObject object{{QStringLiteral("favourites"), QJsonArray::fromStringList(choices.favourites)},
                             {QStringLiteral("hidden"), QJsonArray::fromStringList(hidden)}};
    return records.store().setValue(choicesName, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

Result<QList<SkillUse>> skillUses(Records &records, const QDate &from, const QDate &to)
{
    QList<SkillUse> uses;
    if (!from.isValid() || !to.isValid())
        return uses;
    for (QDate month(from.year(), from.month(), 1); month <= to; month = month.addMonths(1)) {
        const Result<QList<SkillUse>> kept = monthOf(records, month);
        if (!kept)
            return kept;
        std::copy_if(kept->cbegin(), kept->cend(), std::back_inserter(uses),
                     [&](const SkillUse &use) { return use.at.date() >= from && use.at.date() <= to; });
    }
    std::stable_sort(uses.begin(), uses.end(), [](const SkillUse &a, const SkillUse &b) { return a.at < b.at; });
    return uses;
}

Result<void> noteSkillUse(Records &records, const SkillUse &use)
{
    if (use.skill.isEmpty() || !use.at.isValid() || !isRating(use.before) || !isRating(use.after))
        return problem(ProblemKind::BadData, QStringLiteral("skill use"));
    Result<QList<SkillUse>> month = monthOf(records, use.at.date());
    if (!month)
        return tl::make_unexpected(month.error());
    if (const Result<void> noted = records.noteOwnThings(); !noted)
        return noted;
    month->removeIf([&](const SkillUse &kept) { return kept.skill == use.skill && kept.at == use.at; });
    *month << use;
    QJsonArray entries;
    for (qsizetype i = std::max<qsizetype>(0, month->size() - mostUses); i < month->size(); ++i)
        entries << toJson(month->at(i));
    return records.store().setValue(nameOf(use.at.date()), QJsonDocument(entries).toJson(QJsonDocument::Compact));
}

Result<SkillChoices> skillChoices(Records &records)
{
    const Result<std::optional<QByteArray>> kept = records.store().value(choicesName);
    if (!kept && kept.error().kind == ProblemKind::StoreBroken)
        return SkillChoices{{}, {}, true};
    if (!kept)
        return tl::make_unexpected(kept.error());
    const QJsonObject object = *kept ? QJsonDocument::fromJson(**kept).object() : QJsonObject();
    const QStringList hidden = stringsOf(object.value(QLatin1String("hidden")));
    return SkillChoices{stringsOf(object.value(QLatin1String("favourites"))), QSet<QString>(hidden.cbegin(), hidden.cend()), false};
}

Result<void> setFavourite(Records &records, const QString &skill, bool isFavourite)
{
    Result<SkillChoices> choices = skillChoices(records);
    if (!choices)
        return tl::make_unexpected(choices.error());
    choices->favourites.removeAll(skill);
    if (isFavourite)
        choices->favourites << skill;
    return keep(records, *choices);
}

Result<void> setHidden(Records &records, const QString &skill, bool isHidden)
{
    Result<SkillChoices> choices = skillChoices(records);
    if (!choices)
        return tl::make_unexpected(choices.error());
    if (isHidden)
        choices->hidden.insert(skill);
    else
        choices->hidden.remove(skill);
    return keep(records, *choices);
}

std::optional<bool> didHelp(const SkillUse &use)
{
    if (use.help != SkillUse::Help::Unsaid)
        return use.help == SkillUse::Help::Yes;
    // Who feels nothing bad before and after was not let down.
    if (!use.before || !use.after || (*use.before == 0 && *use.after == 0))
        return std::nullopt;
    return *use.after < *use.before;
}

QSet<QString> unhelpfulSkills(const QList<SkillUse> &oldestFirst)
{
    QHash<QString, int> inARow;
    for (const SkillUse &use : oldestFirst) {
        if (const std::optional<bool> helped = didHelp(use))
            inARow[use.skill] = *helped ? 0 : inARow.value(use.skill) + 1;
    }
    QSet<QString> unhelpful;
    for (auto it = inARow.cbegin(); it != inARow.cend(); ++it) {
        if (*it >= 2)
            unhelpful.insert(it.key());
    }
    return unhelpful;
}

QHash<QString, int> timesUsed(const QList<SkillUse> &uses)
{
    QHash<QString, int> times;
    for (const SkillUse &use : uses)
        ++times[use.skill];
    return times;
}

} // namespace handrail
