// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SheetFilling.h"

#include "core/Ids.h"

#include <algorithm>

namespace handrail {

namespace {

using Type = WorksheetField::Type;

constexpr qint64 resumeSeconds = 24 * 3600;

/// At most so many letters, none of them cut in two, and none that no text has.
QString fitting(const QString &text, int longest)
{
    QString kept;
    kept.reserve(std::min(qsizetype(longest), text.size()));
    for (const QChar c : text) {
        if (kept.size() == longest)
            break;
        if (c.unicode() >= 0x20 || c == u'\n' || c == u'\t')
            kept += c;
    }
    return cutTo(kept, longest);
}

QStringList fitting(QStringList words, Type type)
{
    for (QString &word : words)
        word = fitting(word, type == Type::Text ? longestSheetText : longestSheetLine);
    return words;
}

/// The options by their own words, or, in another language, by their place. nullopt when one is not there.
std::optional<QStringList> chosenIn(const QStringList &words, const QStringList &options, const QStringList &now,
                                    bool isOtherLanguage)
{
    QStringList chosen;
    for (const QString &word : words) {
        const qsizetype place = options.indexOf(word);
        if (now.contains(word))
            chosen << word;
        else if (isOtherLanguage && options.size() == now.size() && place >= 0)
            chosen << now.at(place);
        else
            return std::nullopt;
    }
    return chosen;
}

SheetAnswer blankAnswer(const WorksheetField &field, const QString &language)
{
    SheetAnswer answer;
    answer.id = field.id;
    answer.label = field.label;
    answer.type = field.type;
    answer.language = language;
    switch (field.type) {
    case Type::Choice:
    case Type::Choices: answer.options = field.options; break;
    case Type::Grid:
        answer.options = field.columns;
        answer.rows = field.rows;
        break;
    case Type::Planner:
        answer.options = field.marks;
        answer.from = field.from;
        break;
    default: break;
    }
    return answer;
}

} // namespace

std::optional<SheetAnswer> fitted(const SheetAnswer &kept, const WorksheetField &field, const QString &language)
{
    const bool isOtherLanguage = kept.language != language;
    SheetAnswer answer = blankAnswer(field, language);
    if (kept.isBlank())
        return answer;
    const auto isSingle = [](Type type) { return type == Type::Text || type == Type::Person || type == Type::Time; };
    switch (field.type) {
    case Type::Text:
    case Type::Person:
    case Type::Time:
        if (!isSingle(kept.type) || (field.type != Type::Text && kept.words.constFirst().size() > longestSheetLine))
            return std::nullopt;
        answer.words = kept.words;
        return answer;
    case Type::Scale: {
        bool isNumber = false;
        const int number = kept.words.value(0).toInt(&isNumber);
        if (kept.type != Type::Scale || !isNumber || number < 0 || number > 10)
            return std::nullopt;
        answer.words = kept.words;
        return answer;
    }
    case Type::Choice:
    case Type::Choices: {
        if ((kept.type != Type::Choice && kept.type != Type::Choices) || (field.type == Type::Choice && kept.words.size() > 1))
            return std::nullopt;
        const auto chosen = chosenIn(kept.words, kept.options, field.options, isOtherLanguage);
        if (!chosen)
            return std::nullopt;
        answer.words = *chosen;
        return answer;
    }
    case Type::List:
        if (kept.type != Type::List)
            return std::nullopt;
        answer.words = kept.words; // more than the script asks for are shown, too
        return answer;
    case Type::Grid: {
        const bool isSame = kept.options == field.columns && kept.rows == field.rows;
        const bool isLike = isOtherLanguage && kept.options.size() == field.columns.size() && kept.rows.size() == field.rows.size();
        if (kept.type != Type::Grid || (!isSame && !isLike) || kept.words.size() > field.columns.size() * field.rows.size())
            return std::nullopt;
        answer.words = kept.words;
        return answer;
    }
    case Type::Planner: {
        if (kept.type != Type::Planner)
            return std::nullopt;
        // By the hour: a day that begins later loses what was before it, so that one has no place.
        const int hours = field.to - field.from + 1;
        answer.words.resize(hours);
        answer.marks.resize(hours);
        for (qsizetype i = 0; i < std::max(kept.words.size(), kept.marks.size()); ++i) {
            const QString words = kept.words.value(i);
            const auto mark = chosenIn(kept.marks.value(i).isEmpty() ? QStringList() : QStringList{kept.marks.value(i)},
                                       kept.options, field.marks, isOtherLanguage);
            if (!mark)
                return std::nullopt;
            const qsizetype at = i + kept.from - field.from;
            if ((at < 0 || at >= hours) && (!words.isEmpty() || !mark->isEmpty()))
                return std::nullopt;
            if (at >= 0 && at < hours) {
                answer.words[at] = words;
                answer.marks[at] = mark->value(0);
            }
        }
        return answer;
    }
    }
    return std::nullopt;
}

SheetFilling::SheetFilling(Records &records, const Clock &clock, SkillText skill)
    : m_records(records)
    , m_clock(clock)
    , m_skill(std::move(skill))
{
    reset();
}

void SheetFilling::reset()
{
    m_sheet = {};
    m_sheet.skill = m_skill.id;
    m_sheet.title = m_skill.title;
    m_isKept = false;
    m_isUnsaved = false;
    if (const auto *worksheet = std::get_if<WorksheetExercise>(&m_skill.exercise)) {
        m_sheet.kind = OwnSheet::Kind::Worksheet;
        m_sheet.summary = worksheet->summary;
    } else if (std::holds_alternative<ListExercise>(m_skill.exercise)) {
        m_sheet.kind = OwnSheet::Kind::List;
    } else {
        m_sheet.kind = OwnSheet::Kind::Checklist;
    }
}

bool SheetFilling::isOnlyOne() const
{
    return m_sheet.kind == OwnSheet::Kind::List || m_skill.id == safetyPlanSkill;
}

SheetFilling::Begun SheetFilling::begin()
{
    reset();
    const Result<OwnSheets> all = ownSheets(m_records);
    if (!all)
        return Begun::Broken;
    const QDateTime now = m_clock.nowUtc();
    for (const OwnSheet &sheet : all->sheets) {
        if (sheet.skill != m_skill.id || sheet.kind != m_sheet.kind)
            continue;
        const qint64 age = sheet.changed.secsTo(now);
        if (isOnlyOne() || (!sheet.isDone && age < resumeSeconds)) {
            m_sheet = sheet;
            m_isKept = true;
            return Begun::Resumed;
        }
    }
    return all->damaged > 0 && isOnlyOne() ? Begun::Broken : Begun::New;
}

bool SheetFilling::take(const QString &id)
{
    const Result<std::optional<OwnSheet>> sheet = ownSheet(m_records, id);
    if (!sheet || !*sheet)
        return false;
    m_sheet = **sheet;
    m_isKept = true;
    return true;
}

void SheetFilling::beginAnew()
{
    reset();
}

QList<WorksheetField> SheetFilling::fields() const
{
    const auto *worksheet = std::get_if<WorksheetExercise>(&m_skill.exercise);
    return worksheet ? worksheet->fields : QList<WorksheetField>();
}

const WorksheetField *SheetFilling::field(const QString &id) const
{
    const auto *worksheet = std::get_if<WorksheetExercise>(&m_skill.exercise);
    if (!worksheet)
        return nullptr;
    const auto found = std::find_if(worksheet->fields.cbegin(), worksheet->fields.cend(),
                                    [&](const WorksheetField &each) { return each.id == id; });
    return found == worksheet->fields.cend() ? nullptr : &*found;
}

SheetAnswer SheetFilling::answer(const QString &id) const
{
    const WorksheetField *asked = field(id);
    const SheetAnswer *kept = m_sheet.answer(id);
    if (!asked)
        return kept ? *kept : SheetAnswer();
    const std::optional<SheetAnswer> fits =
        kept ? fitted(*kept, *asked, m_skill.language) : std::optional(blankAnswer(*asked, m_skill.language));
    return fits ? *fits : blankAnswer(*asked, m_skill.language);
}

QList<SheetAnswer> SheetFilling::leftOver() const
{
    QList<SheetAnswer> left;
    if (m_sheet.kind != OwnSheet::Kind::Worksheet)
        return left;
    for (const SheetAnswer &kept : m_sheet.answers) {
        const WorksheetField *asked = field(kept.id);
        if (!kept.isBlank() && (!asked || !fitted(kept, *asked, m_skill.language)))
            left << kept;
    }
    return left + m_sheet.earlier;
}

Result<void> SheetFilling::setAnswer(SheetAnswer answer)
{
    const WorksheetField *asked = field(answer.id);
    if (!asked)
        return problem(ProblemKind::BadData, QStringLiteral("own sheet: no such field"));
    SheetAnswer whole = blankAnswer(*asked, m_skill.language);
    whole.words = fitting(std::move(answer.words), asked->type);
    whole.marks = std::move(answer.marks);
    const SheetAnswer *kept = m_sheet.answer(answer.id);
    if (kept && !kept->isBlank() && !fitted(*kept, *asked, m_skill.language))
        m_sheet.earlier << *kept; // what it said before stays, and is shown as text
    return put(std::move(whole));
}

Result<void> SheetFilling::setWords(const QString &id, const QString &label, const QStringList &words, const QString &typed)
{
    SheetAnswer answer;
    answer.id = id;
    answer.label = label;
    answer.type = Type::List;
    answer.language = m_skill.language;
    answer.words = fitting(words.mid(0, mostSheetLines), Type::List);
    answer.typed = fitting(typed, longestSheetLine);
    return put(std::move(answer));
}

Result<void> SheetFilling::put(SheetAnswer answer)
{
    const auto at =
        std::find_if(m_sheet.answers.begin(), m_sheet.answers.end(), [&](const SheetAnswer &each) { return each.id == answer.id; });
    const bool isThere = at != m_sheet.answers.end();
    if (!isThere && answer.isBlank() && !m_isKept)
        return {}; // nothing was written, so there is nothing to make
    if (isThere)
        *at = std::move(answer);
    else
        m_sheet.answers << std::move(answer);
    // In the order in which they are asked; what is not asked any more comes after.
    const QList<WorksheetField> asked = fields();
    const auto place = [&](const SheetAnswer &each) {
        const auto found = std::find_if(asked.cbegin(), asked.cend(), [&](const WorksheetField &one) { return one.id == each.id; });
        return found - asked.cbegin();
    };
    if (!isThere && !asked.isEmpty())
        std::stable_sort(m_sheet.answers.begin(), m_sheet.answers.end(),
                         [&](const SheetAnswer &a, const SheetAnswer &b) { return place(a) < place(b); });
    m_sheet.changed = now();
    return keep();
}

Result<void> SheetFilling::setDone(bool isDone)
{
    if (!m_isUnsaved && (m_sheet.isDone == isDone || !m_isKept))
        return {}; // it is so already, or nothing was written
    m_sheet.isDone = isDone;
    return keep();
}

Result<void> SheetFilling::keep()
{
    if (m_sheet.id.isEmpty())
        m_sheet.id = newId().toString(QUuid::WithoutBraces);
    if (!m_sheet.made.isValid())
        m_sheet.made = now();
    if (!m_sheet.changed.isValid())
        m_sheet.changed = m_sheet.made;
    m_isUnsaved = true;
    // Whether it goes to a session is said elsewhere, while this one is open.
    if (m_isKept) {
        const Result<std::optional<OwnSheet>> stored = ownSheet(m_records, m_sheet.id);
        if (!stored)
            return tl::make_unexpected(stored.error());
        if (*stored)
            m_sheet.bringing = (*stored)->bringing;
    }
    const Result<void> kept = keepOwnSheet(m_records, m_sheet);
    if (kept) {
        m_isKept = true;
        m_isUnsaved = false;
    }
    return kept;
}

QDateTime SheetFilling::now() const
{
    const QDateTime local = m_clock.localNow();
    return local.toOffsetFromUtc(local.offsetFromUtc());
}

} // namespace handrail
