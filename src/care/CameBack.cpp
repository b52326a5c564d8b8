// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/CameBack.h"

#include "care/MyPeople.h"
#include "care/OwnSheets.h"
#include "core/Ids.h"
#include "core/Message.h"
#include "store/StoreOpening.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace handrail {

namespace {

const QString planValueName = QStringLiteral("safety-plan");

bool isEmpty(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty())
        || (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
}

/// A list in which each thing stands for itself: not one of numbers, where the place says what it is.
bool isOfThings(const QJsonArray &list)
{
    return std::all_of(list.begin(), list.end(), [](const QJsonValue &one) { return one.isString() || one.isObject(); });
}

/// `mine`, and of `theirs` what it does not say.
QJsonValue together(const QJsonValue &mine, const QJsonValue &theirs)
{
    if (isEmpty(mine))
        return theirs;
    if (mine.isObject() && theirs.isObject()) {
        QJsonObject both = mine.toObject();
        const QJsonObject other = theirs.toObject();
        for (auto it = other.begin(); it != other.end(); ++it)
            both.insert(it.key(), together(both.value(it.key()), it.value()));
        return both;
    }
    if (mine.isArray() && theirs.isArray() && isOfThings(mine.toArray()) && isOfThings(theirs.toArray())) {
        const QJsonArray here = mine.toArray();
        QJsonArray both;
        for (const QJsonValue &one : theirs.toArray()) { // what came first stands first
            if (!here.contains(one))
                both << one;
        }
        for (const QJsonValue &one : here)
            both << one;
        return both;
    }
    return mine;
}

QJsonValue read(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QByteArray written(const QJsonValue &value)
{
    return (value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject())).toJson(QJsonDocument::Compact);
}

/// Whether all of it is in the store now.
using Done = Result<bool>;

Done keep(Records &records, const QString &name, const QByteArray &value)
{
    const Result<void> kept = records.store().setValue(name, value);
    return kept ? Done(true) : tl::make_unexpected(kept.error());
}

Done addPeople(Records &records, const QByteArray &theirs)
{
    Result<QList<OwnPerson>> people = myPeople(records);
    if (!people)
        return tl::make_unexpected(people.error());
    const qsizetype before = people->size();
    bool isAll = true;
    for (OwnPerson person : peopleIn(theirs)) {
        const bool isHere = std::any_of(people->cbegin(), people->cend(),
                                        [&](const OwnPerson &one) { return one.name == person.name && one.phone == person.phone; });
        if (isHere)
            continue;
        if (people->size() == mostPeople) {
            isAll = false;
            continue;
        }
        if (std::any_of(people->cbegin(), people->cend(), [&](const OwnPerson &one) { return one.id == person.id; }))
            person.id = newId().toString(QUuid::WithoutBraces);
        *people << person;
    }
    if (people->size() > before) {
        if (const Result<void> kept = setMyPeople(records, *people); !kept)
            return tl::make_unexpected(kept.error());
    }
    return isAll;
}

Done keepPlanAsSheet(Records &records, const QByteArray &theirs, const EarlierPlanWords &words)
{
    const Result<SafetyPlan> mine = safetyPlan(records);
    if (!mine)
        return tl::make_unexpected(mine.error());
    if (mine->isBlank())
        return keep(records, planValueName, theirs);
    const SafetyPlan plan = planIn(theirs);
    OwnSheet sheet;
    bool isMore = false;
    for (const PlanPart part : planParts) {
        const QStringList lines = plan.lines(part);
        if (lines.isEmpty())
            continue;
        const QStringList here = mine->lines(part);
        isMore = isMore || std::any_of(lines.cbegin(), lines.cend(), [&](const QString &line) { return !here.contains(line); });
        SheetAnswer answer;
        answer.id = nameOf(part);
        answer.label = words.parts.value(part);
        answer.type = WorksheetField::Type::List;
        answer.words = lines;
        answer.language = words.language;
        sheet.answers << answer;
    }
    if (!isMore)
        return true;
    // By its words, so that there is one of them however often this is done.
    sheet.id = QUuid::createUuidV5(QUuid(), contentDigest(sheet)).toString(QUuid::WithoutBraces);
    sheet.kind = OwnSheet::Kind::List;
    sheet.skill = QStringLiteral("earlier-safety-plan"); // no skill of this name is there
    sheet.title = words.title;
    sheet.made = plan.made.startOfDay();
    sheet.changed = plan.changed.startOfDay();
    sheet.isDone = true;
    const Result<void> kept = keepOwnSheet(records, sheet);
    return kept ? Done(true) : tl::make_unexpected(kept.error());
}

/// nullopt: there is no room for both.
std::optional<QString> below(const QString &mine, const QString &theirs)
{
    if (mine.contains(theirs))
        return mine;
    const QString both = mine + QStringLiteral("\n\n") + theirs;
    return both.size() <= mostMessageCharacters ? std::optional(both) : std::nullopt;
}

Done goOnBelow(Records &records, const QString &name, const QByteArray &mine, const QByteArray &theirs)
{
    const QString text = QStringLiteral("text");
    QJsonObject begun = QJsonDocument::fromJson(mine).object();
    if (begun.isEmpty()) { // the words alone
        const std::optional<QString> both = below(QString::fromUtf8(mine), QString::fromUtf8(theirs));
        return both ? keep(records, name, both->toUtf8()) : Done(false);
    }
    const std::optional<QString> both =
        below(begun.value(text).toString(), QJsonDocument::fromJson(theirs).object().value(text).toString());
    if (!both)
        return false;
    begun.insert(text, *both);
    return keep(records, name, written(begun));
}

bool isAddedTo(const QString &name)
{
    static const QStringList names{QStringLiteral("skill-choices"), QStringLiteral("learning"), QStringLiteral("own-sheets"),
                                   QStringLiteral("travel"), QStringLiteral("messages.read")};
    return names.contains(name) || name.startsWith(u"own-marks/") || name.startsWith(u"skill-use/");
}

/// Which one is newer is all that matters.
bool isOfItsTime(const QString &name)
{
    static const QStringList names{QStringLiteral("access-log"),      QStringLiteral("bring-up"),
                                   QStringLiteral("sharing.invite"),  QStringLiteral("safety-report"),
                                   QStringLiteral("pack-versions"),   QStringLiteral("reminders"),
                                   QStringLiteral("reminders.known"), QStringLiteral("account.others"),
                                   QStringLiteral("own-things"),      QStringLiteral("my-person")};
    return names.contains(name) || name.startsWith(u"draft/");
}

Done putTogether(Records &records, const QString &name, const QByteArray &theirs, const EarlierPlanWords &words)
{
    const auto here = records.store().value(name);
    if (!here)
        return tl::make_unexpected(here.error());
    if (!*here) // taken away since
        return keep(records, name, theirs);
    if (name == u"my-people")
        return addPeople(records, theirs);
    if (name == planValueName)
        return keepPlanAsSheet(records, theirs, words);
    if (name.startsWith(u"draft/message"))
        return goOnBelow(records, name, **here, theirs);
    if (isAddedTo(name))
        return keep(records, name, written(together(read(**here), read(theirs))));
    return isOfItsTime(name);
}

} // namespace

Result<void> putCameBackTogether(Records &records, const EarlierPlanWords &words)
{
    const Result<std::optional<QByteArray>> mark = records.store().value(cameBackMark);
    if (!mark || !*mark)
        return mark ? Result<void>() : tl::make_unexpected(mark.error());
    const Result<ValueNames> found = records.store().valueNames(cameBackPrefix);
    if (!found)
        return tl::make_unexpected(found.error());
    bool isAll = true;
    for (const QString &name : found->names) {
        const auto theirs = records.store().value(name);
        if (!theirs || !*theirs)
            continue;
        const Done done = putTogether(records, name.mid(cameBackPrefix.size()), **theirs, words);
        if (!done)
            return tl::make_unexpected(done.error());
        isAll = isAll && *done;
        if (!*done)
            continue;
        if (const Result<void> gone = records.store().removeValue(name); !gone)
            return gone;
    }
    return isAll ? records.store().removeValue(cameBackMark) : Result<void>();
}

} // namespace handrail
