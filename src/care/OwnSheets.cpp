// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/OwnSheets.h"

#include "core/Log.h"
#include "store/StoreSalvage.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

namespace handrail {

namespace {

using Type = WorksheetField::Type;

const QString indexName = QStringLiteral("own-sheets");
constexpr std::array typeNames{"text", "scale", "choice", "choices", "list", "person", "time", "grid", "planner"};
constexpr std::array kindNames{"worksheet", "list", "checklist"};

QString nameOf(const QString &id)
{
    return QStringLiteral("own-sheet/") + id;
}

template <typename Names>
int indexOf(const Names &names, const QString &name)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const char *each) { return name == QLatin1String(each); });
    return found == names.end() ? 0 : int(found - names.begin());
}

QJsonArray arrayOf(const QStringList &words)
{
    return QJsonArray::fromStringList(words);
}

QStringList wordsOf(const QJsonValue &value)
{
    QStringList words;
    for (const QJsonValue &each : value.toArray())
        words << each.toString();
    return words;
}

QString written(const QDateTime &time)
{
    return time.isValid() ? time.toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeIn(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QJsonObject jsonOf(const SheetAnswer &answer)
{
    QJsonObject object{{QStringLiteral("id"), answer.id},
                       {QStringLiteral("label"), answer.label},
                       {QStringLiteral("type"), QLatin1String(typeNames.at(std::size_t(answer.type)))},
                       {QStringLiteral("language"), answer.language},
                       {QStringLiteral("words"), arrayOf(answer.words)}};
    if (!answer.typed.isEmpty())
        object.insert(QStringLiteral("typed"), answer.typed);
    if (!answer.options.isEmpty())
        object.insert(QStringLiteral("options"), arrayOf(answer.options));
    if (!answer.rows.isEmpty())
        object.insert(QStringLiteral("rows"), arrayOf(answer.rows));
    if (!answer.marks.isEmpty())
        object.insert(QStringLiteral("marks"), arrayOf(answer.marks));
    if (answer.from != 0)
        object.insert(QStringLiteral("from"), answer.from);
    return object;
}

SheetAnswer answerIn(const QJsonObject &object)
{
    SheetAnswer answer;
    answer.id = object.value(QLatin1String("id")).toString();
    answer.label = object.value(QLatin1String("label")).toString();
    answer.type = Type(indexOf(typeNames, object.value(QLatin1String("type")).toString()));
    answer.words = wordsOf(object.value(QLatin1String("words")));
    answer.typed = object.value(QLatin1String("typed")).toString();
    answer.options = wordsOf(object.value(QLatin1String("options")));
    answer.rows = wordsOf(object.value(QLatin1String("rows")));
    answer.marks = wordsOf(object.value(QLatin1String("marks")));
    answer.from = object.value(QLatin1String("from")).toInt();
    answer.language = object.value(QLatin1String("language")).toString();
    return answer;
}

QJsonArray jsonOf(const QList<SheetAnswer> &answers)
{
    QJsonArray array;
    for (const SheetAnswer &answer : answers)
        array << jsonOf(answer);
    return array;
}

QList<SheetAnswer> answersIn(const QJsonValue &value)
{
    QList<SheetAnswer> answers;
    for (const QJsonValue &each : value.toArray())
        answers << answerIn(each.toObject());
    return answers;
}

QByteArray writeSheet(const OwnSheet &sheet)
{
    QJsonObject object{{QStringLiteral("id"), sheet.id},
                       {QStringLiteral("kind"), QLatin1String(kindNames.at(std::size_t(sheet.kind)))},
                       {QStringLiteral("skill"), sheet.skill},
                       {QStringLiteral("title"), sheet.title},
                       {QStringLiteral("summary"), sheet.summary},
                       {QStringLiteral("made"), written(sheet.made)},
                       {QStringLiteral("changed"), written(sheet.changed)},
                       {QStringLiteral("isDone"), sheet.isDone},
                       {QStringLiteral("answers"), jsonOf(sheet.answers)}};
    if (!sheet.earlier.isEmpty())
        object.insert(QStringLiteral("earlier"), jsonOf(sheet.earlier));
    if (sheet.deletedAt.isValid())
        object.insert(QStringLiteral("deletedAt"), written(sheet.deletedAt));
    if (sheet.bringing != SheetBringing()) {
        object.insert(QStringLiteral("bringing"),
                      QJsonObject{{QStringLiteral("waiting"), arrayOf(sheet.bringing.waiting)},
                                  {QStringLiteral("isOn"), sheet.bringing.isOn},
                                  {QStringLiteral("identifier"), sheet.bringing.identifier},
                                  {QStringLiteral("session"), sheet.bringing.sessionId},
                                  {QStringLiteral("sentAt"), written(sheet.bringing.sentAt)},
                                  {QStringLiteral("content"), QString::fromLatin1(sheet.bringing.digest)}});
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

OwnSheet readSheet(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    OwnSheet sheet;
    sheet.id = object.value(QLatin1String("id")).toString();
    sheet.kind = OwnSheet::Kind(indexOf(kindNames, object.value(QLatin1String("kind")).toString()));
    sheet.skill = object.value(QLatin1String("skill")).toString();
    sheet.title = object.value(QLatin1String("title")).toString();
    sheet.summary = object.value(QLatin1String("summary")).toString();
    sheet.made = timeIn(object.value(QLatin1String("made")));
    sheet.changed = timeIn(object.value(QLatin1String("changed")));
    sheet.isDone = object.value(QLatin1String("isDone")).toBool();
    sheet.deletedAt = timeIn(object.value(QLatin1String("deletedAt")));
    sheet.answers = answersIn(object.value(QLatin1String("answers")));
    sheet.earlier = answersIn(object.value(QLatin1String("earlier")));
    const QJsonObject bringing = object.value(QLatin1String("bringing")).toObject();
    sheet.bringing.isOn = bringing.value(QLatin1String("isOn")).toBool();
    sheet.bringing.identifier = bringing.value(QLatin1String("identifier")).toString();
    sheet.bringing.sessionId = bringing.value(QLatin1String("session")).toString();
    sheet.bringing.sentAt = timeIn(bringing.value(QLatin1String("sentAt")));
    sheet.bringing.waiting = wordsOf(bringing.value(QLatin1String("waiting")));
    sheet.bringing.digest = bringing.value(QLatin1String("content")).toString().toLatin1();
    return sheet;
}

/// Also when it is deleted.
Result<std::optional<OwnSheet>> anySheet(Store &store, const QString &id)
{
    const Result<std::optional<QByteArray>> kept = store.value(nameOf(id));
    if (!kept)
        return tl::make_unexpected(kept.error());
    if (!*kept)
        return std::optional<OwnSheet>();
    return std::optional(readSheet(**kept));
}

bool isBroken(const Problem &problem)
{
    return problem.kind == ProblemKind::StoreBroken;
}

/// The ids of all sheets, and of those that are under way to a session or were deleted.
struct Index {
    QStringList ids;
    QStringList underWay;
    QStringList deleted;
    QString plan; ///< the safety plan
    int lost = 0; ///< what could not be read when it was made anew, and may have been a sheet

    bool operator==(const Index &) const = default;
};

void setMember(QStringList &list, const QString &id, bool isMember)
{
    if (!isMember)
        list.removeAll(id);
    else if (!list.contains(id))
        list << id;
}

void unlist(Index &index, const QString &id)
{
    index.ids.removeAll(id);
    index.underWay.removeAll(id);
    index.deleted.removeAll(id);
    if (index.plan == id)
        index.plan.clear();
}

/// Puts a sheet into the lists that it has to be in.
void enlist(Index &index, const OwnSheet &sheet)
{
    const bool isDeleted = sheet.deletedAt.isValid();
    setMember(index.ids, sheet.id, true);
    setMember(index.underWay, sheet.id, sheet.bringing.isUnderWay() && !isDeleted);
    setMember(index.deleted, sheet.id, isDeleted);
    if (sheet.skill == safetyPlanSkill && !sheet.isBlank() && !isDeleted)
        index.plan = sheet.id;
    else if (index.plan == sheet.id)
        index.plan.clear();
}

Result<void> writeIndex(Store &store, const Index &index)
{
    QJsonObject object{{QStringLiteral("ids"), arrayOf(index.ids)},
                       {QStringLiteral("underWay"), arrayOf(index.underWay)},
                       {QStringLiteral("deleted"), arrayOf(index.deleted)},
                       {QStringLiteral("plan"), index.plan}};
    if (index.lost > 0)
        object.insert(QStringLiteral("lost"), index.lost);
    return store.setValue(indexName, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// Of what the sheets themselves say. `own`: 1 when the list itself is among what fails its seal.
Result<Index> makeIndexAnew(Store &store, int own)
{
    const Result<ValueNames> named = store.valueNames(nameOf(QString()));
    if (!named)
        return tl::make_unexpected(named.error());
    QList<OwnSheet> sheets;
    for (const QString &name : named->names) {
        if (const Result<std::optional<OwnSheet>> sheet = anySheet(store, name.mid(nameOf(QString()).size())); sheet && *sheet)
            sheets << **sheet;
    }
    std::stable_sort(sheets.begin(), sheets.end(), [](const OwnSheet &a, const OwnSheet &b) { return a.made < b.made; });
    Index index;
    for (const OwnSheet &sheet : std::as_const(sheets))
        enlist(index, sheet);
    index.lost = std::max(0, named->damaged - own);
    qCWarning(logStore) << "the list of sheets was damaged and is made anew:" << index.ids.size() << "found," << index.lost
                        << "lost";
    // A disk that takes nothing now leaves it to be made again; what is here shows all the same.
    if (const Result<void> kept = writeIndex(store, index); !kept)
        qCWarning(logStore) << "the list of sheets:" << kept.error();
    return index;
}

Result<Index> readIndex(Store &store)
{
    const Result<std::optional<QByteArray>> kept = store.value(indexName);
    if (!kept)
        return isBroken(kept.error()) ? makeIndexAnew(store, 1) : tl::make_unexpected(kept.error());
    // A file that was made anew of a damaged one holds what could be read: the list may not have been among it.
    if (!*kept)
        return store.value(QLatin1String(mendedName)).value_or(std::nullopt) ? makeIndexAnew(store, 0) : Index();
    const QJsonObject object = QJsonDocument::fromJson(**kept).object();
    return Index{wordsOf(object.value(QLatin1String("ids"))), wordsOf(object.value(QLatin1String("underWay"))),
                 wordsOf(object.value(QLatin1String("deleted"))), object.value(QLatin1String("plan")).toString(),
                 object.value(QLatin1String("lost")).toInt()};
}

QString firstWords(const SheetAnswer &answer)
{
    if (answer.type == Type::Scale)
        return {};
    const auto found =
        std::find_if(answer.words.cbegin(), answer.words.cend(), [](const QString &word) { return !word.trimmed().isEmpty(); });
    return found == answer.words.cend() ? answer.typed.simplified() : found->simplified();
}

} // namespace

bool SheetAnswer::isBlank() const
{
    const auto isEmpty = [](const QString &word) { return word.trimmed().isEmpty(); };
    return isEmpty(typed) && std::all_of(words.cbegin(), words.cend(), isEmpty)
        && std::all_of(marks.cbegin(), marks.cend(), isEmpty);
}

const SheetAnswer *OwnSheet::answer(const QString &field) const
{
    const auto found = std::find_if(answers.cbegin(), answers.cend(), [&](const SheetAnswer &each) { return each.id == field; });
    return found == answers.cend() ? nullptr : &*found;
}

bool OwnSheet::isBlank() const
{
    const auto blank = [](const SheetAnswer &answer) { return answer.isBlank(); };
    return std::all_of(answers.cbegin(), answers.cend(), blank) && std::all_of(earlier.cbegin(), earlier.cend(), blank);
}

QString OwnSheet::heading() const
{
    if (const SheetAnswer *one = answer(summary); one && !firstWords(*one).isEmpty())
        return firstWords(*one);
    for (const QList<SheetAnswer> *list : {&answers, &earlier}) {
        for (const SheetAnswer &each : *list) {
            if (const QString words = firstWords(each); !words.isEmpty())
                return words;
        }
    }
    return {};
}

QString cutTo(const QString &words, qsizetype most)
{
    QString kept = words.left(most);
    if (!kept.isEmpty() && kept.back().isHighSurrogate())
        kept.chop(1);
    return kept;
}

// What was asked and what there was to choose from come from the texts, and change with them: they are not the person's words.
QByteArray contentDigest(const OwnSheet &sheet)
{
    QJsonArray written;
    for (const QList<SheetAnswer> *list : {&sheet.answers, &sheet.earlier}) {
        for (const SheetAnswer &answer : *list) {
            if (!answer.isBlank())
                written << QJsonArray{answer.id, arrayOf(answer.words), arrayOf(answer.marks), answer.typed, answer.from};
        }
    }
    return QCryptographicHash::hash(QJsonDocument(written).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256).toHex();
}

Result<OwnSheets> ownSheets(Records &records)
{
    const Result<Index> index = readIndex(records.store());
    if (!index)
        return tl::make_unexpected(index.error());
    OwnSheets found;
    found.damaged = index->lost;
    for (const QString &id : index->ids) {
        const Result<std::optional<OwnSheet>> sheet = anySheet(records.store(), id);
        if (!sheet) {
            if (!isBroken(sheet.error()))
                return tl::make_unexpected(sheet.error());
            ++found.damaged;
        } else if (*sheet && !(*sheet)->deletedAt.isValid()) { // one whose first words did not reach the disk is not there
            found.sheets << **sheet;
        }
    }
    std::stable_sort(found.sheets.begin(), found.sheets.end(),
                     [](const OwnSheet &a, const OwnSheet &b) { return a.changed > b.changed; });
    return found;
}

Result<std::optional<OwnSheet>> ownSheet(Records &records, const QString &id)
{
    Result<std::optional<OwnSheet>> sheet = anySheet(records.store(), id);
    if (sheet && *sheet && (*sheet)->deletedAt.isValid())
        return std::optional<OwnSheet>();
    return sheet;
}

// What enters the lists of ids goes before the sheet, and what leaves them after it: wherever the power goes, a sheet is in every list that it has
// to be in, and one too many does no harm.
Result<void> keepOwnSheet(Records &records, const OwnSheet &sheet)
{
    if (sheet.id.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("own sheet: no id"));
    Store &store = records.store();
    const Result<Index> before = readIndex(store);
    if (!before)
        return tl::make_unexpected(before.error());
    // What fails its seal stays as it is: someone may yet read it.
    if (const Result<std::optional<QByteArray>> old = store.value(nameOf(sheet.id)); !old)
        return tl::make_unexpected(old.error());
    if (const Result<void> noted = records.noteOwnThings(); !noted)
        return noted;
    Index after = *before;
    enlist(after, sheet);
    Index both = after;
    setMember(both.underWay, sheet.id, before->underWay.contains(sheet.id) || after.underWay.contains(sheet.id));
    setMember(both.deleted, sheet.id, before->deleted.contains(sheet.id) || after.deleted.contains(sheet.id));
    if (both != *before) {
        if (const Result<void> kept = writeIndex(store, both); !kept)
            return kept;
    }
    if (const Result<void> kept = store.setValue(nameOf(sheet.id), writeSheet(sheet)); !kept)
        return kept;
    return after == both ? Result<void>() : writeIndex(store, after);
}

Result<void> deleteOwnSheet(Records &records, const QString &id, const QDateTime &nowUtc)
{
    const Result<std::optional<OwnSheet>> known = anySheet(records.store(), id);
    if (!known)
        return tl::make_unexpected(known.error());
    if (!*known)
        return {};
    OwnSheet sheet = **known;
    sheet.deletedAt = nowUtc;
    return keepOwnSheet(records, sheet);
}

Result<void> undeleteOwnSheet(Records &records, const QString &id)
{
    const Result<std::optional<OwnSheet>> known = anySheet(records.store(), id);
    if (!known)
        return tl::make_unexpected(known.error());
    if (!*known)
        return problem(ProblemKind::NotFound, QStringLiteral("own sheet"));
    OwnSheet sheet = **known;
    sheet.deletedAt = {};
    return keepOwnSheet(records, sheet);
}

Result<void> purgeOwnSheets(Records &records, const QDateTime &nowUtc, bool isAll)
{
    Result<Index> index = readIndex(records.store());
    if (!index)
        return tl::make_unexpected(index.error());
    const QStringList deleted = index->deleted;
    for (const QString &id : deleted) {
        const Result<std::optional<OwnSheet>> sheet = anySheet(records.store(), id);
        if (!sheet && !isBroken(sheet.error()))
            return tl::make_unexpected(sheet.error());
        const bool isThere = sheet && *sheet; // one that cannot be read cannot be had back either
        // The list may say so of one that was had back when the power went: its own word counts.
        const bool isDeleted = !isThere || (*sheet)->deletedAt.isValid();
        // A clock that was set back keeps nothing longer than a clock that runs.
        const bool isOver = !isThere || isAll || (*sheet)->deletedAt.addSecs(sheetUndoTime.count()) <= nowUtc
            || (*sheet)->deletedAt > nowUtc.addSecs(sheetUndoTime.count());
        if (isDeleted && !isOver)
            continue;
        if (isDeleted) {
            if (const Result<void> gone = records.store().removeValue(nameOf(id)); !gone)
                return gone;
            unlist(*index, id);
        }
        index->deleted.removeAll(id);
    }
    return index->deleted == deleted ? Result<void>() : writeIndex(records.store(), *index);
}

Result<void> removeDamagedSheets(Records &records)
{
    Result<Index> index = readIndex(records.store());
    if (!index)
        return tl::make_unexpected(index.error());
    const Index before = *index;
    for (const QString &id : before.ids) {
        if (const Result<std::optional<OwnSheet>> sheet = anySheet(records.store(), id); sheet || !isBroken(sheet.error()))
            continue;
        if (const Result<void> gone = records.store().removeValue(nameOf(id)); !gone)
            return gone;
        unlist(*index, id);
    }
    index->lost = 0;
    return *index == before ? Result<void>() : writeIndex(records.store(), *index);
}

QString safetyPlanId(Records &records)
{
    const Result<Index> index = readIndex(records.store());
    return index ? index->plan : QString();
}

Result<QStringList> sheetsUnderWay(Records &records)
{
    const Result<Index> index = readIndex(records.store());
    if (!index)
        return tl::make_unexpected(index.error());
    return index->underWay;
}

} // namespace handrail
