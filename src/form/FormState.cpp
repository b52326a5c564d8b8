// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "form/FormState.h"

#include "form/AnswerCheck.h"
#include "form/FormEngine.h"

#include <algorithm>

namespace handrail {

namespace {

/// The answers without this copy of a group, those of later copies moved up by one. `level` is the group's own.
Answers withoutCopy(const Answers &answers, const QSet<QString> &inside, const QList<int> &groupPath, int level)
{
    Answers kept;
    for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
        const QString linkId = linkIdOf(it.key());
        QList<int> path = pathOf(it.key());
        while (path.size() <= level)
            path << 0;
        const bool isInGroup = inside.contains(linkId) && path.mid(0, level) == groupPath.mid(0, level);
        if (!isInGroup || path.at(level) < groupPath.at(level)) {
            kept.insert(it.key(), it.value());
        } else if (path.at(level) > groupPath.at(level)) {
            --path[level];
            kept.insert(answerKey(linkId, path), it.value());
        }
    }
    return kept;
}

void collectLinkIds(const QList<FormItem> &items, QSet<QString> &linkIds)
{
    for (const FormItem &item : items) {
        linkIds.insert(item.linkId);
        collectLinkIds(item.children, linkIds);
    }
}

/// The path of a group with all its numbers, and the key of its first copy.
std::pair<QList<int>, QString> placeOf(const FormEntry &group)
{
    QList<int> path = pathOf(group.key);
    while (path.size() <= group.level)
        path << 0;
    return {path, answerKey(group.item->linkId, path.mid(0, group.level))};
}

bool isCopied(const FormEntry *entry)
{
    return entry && entry->item->type == ItemType::Group && entry->item->repeats;
}

} // namespace

FormState::FormState(Form form)
    : FormState(std::move(form), Setting())
{
}

FormState::FormState(Form form, Setting setting)
    : m_engine(std::make_unique<Engine>(std::move(form), setting))
{
    m_engine->layOut({}, setting.areInitialsTaken);
}

FormState::~FormState() = default;

const Form &FormState::form() const
{
    return m_engine->form;
}

const std::vector<FormEntry> &FormState::entries() const
{
    return m_engine->entries;
}

int FormState::indexOf(const QString &key) const
{
    return m_engine->byKey.value(key, -1);
}

const FormEntry *FormState::find(const QString &key) const
{
    const int index = indexOf(key);
    return index < 0 ? nullptr : &entries()[std::size_t(index)];
}

QVariant FormState::answer(const QString &key) const
{
    const FormEntry *entry = find(key);
    return entry ? entry->value : QVariant();
}

Validity FormState::wouldBe(const QString &key, const QVariant &value) const
{
    const FormEntry *entry = find(key);
    if (!entry || !isAnswerable(*entry->item))
        return Validity::WrongType;
    const std::optional<QVariant> fitted = fittedAnswer(*entry->item, value);
    return fitted ? validityOf(*entry->item, *fitted) : Validity::WrongType;
}

Validity FormState::setAnswer(const QString &key, const QVariant &value)
{
    const Validity validity = wouldBe(key, value);
    if (validity != Validity::NotOffered && validity != Validity::WrongType) {
        const int index = indexOf(key);
        m_engine->put(index, *fittedAnswer(*entries()[std::size_t(index)].item, value));
    }
    return validity;
}

Validity FormState::toggle(const QString &key, const QString &code)
{
    const FormEntry *entry = find(key);
    if (!entry || (entry->item->control != Control::Chips && entry->item->control != Control::OpenChoice))
        return Validity::WrongType;
    const FormItem &item = *entry->item;
    const auto isExclusive = [&item](const QString &other) {
        return std::any_of(item.options.cbegin(), item.options.cend(),
                           [&](const Option &option) { return option.code == other && option.isExclusive; });
    };
    QStringList codes = entry->value.toStringList();
    if (codes.removeAll(code) == 0) {
        if (isExclusive(code) || (item.control == Control::OpenChoice && !item.repeats))
            codes.clear();
        codes.removeIf(isExclusive);
        codes << code;
    }
    return setAnswer(key, codes.isEmpty() ? QVariant() : QVariant(codes));
}

const std::vector<int> &FormState::changed() const
{
    return m_engine->changed;
}

int FormState::addCopy(const QString &key)
{
    const FormEntry *entry = find(key);
    if (!isCopied(entry))
        return -1;
    const auto [path, first] = placeOf(*entry);
    const int before = entry->copies;
    const FormItem *item = entry->item;
    if (item->maximumAnswers > 0 && before >= item->maximumAnswers)
        return -1;
    if (!m_engine->addCopy(first, before + 1))
        return -1;
    QList<int> added = path;
    added[added.size() - 1] = before;
    return indexOf(answerKey(item->linkId, added));
}

Answers FormState::withoutCopy(const QString &key, const Answers &given) const
{
    const FormEntry *entry = find(key);
    if (!isCopied(entry))
        return given;
    QSet<QString> inside{entry->item->linkId};
    collectLinkIds(entry->item->children, inside);
    return handrail::withoutCopy(given, inside, placeOf(*entry).first, entry->level);
}

bool FormState::removeCopy(const QString &key)
{
    const FormEntry *entry = find(key);
    if (!isCopied(entry) || entry->copies < 2)
        return false;
    const auto [path, first] = placeOf(*entry);
    const Answers kept = withoutCopy(key, answers());
    const int left = entry->copies - 1;
    m_engine->copies.clear(); // of empty copies only this group keeps its own
    m_engine->copies.insert(first, left);
    m_engine->layOut(kept, false);
    return true;
}

FormState::TakenUp FormState::takeUp(const Answers &answers)
{
    m_engine->copies.clear();
    return m_engine->layOut(answers, false);
}

Answers FormState::answers() const
{
    return m_engine->answers();
}

Answers FormState::submitted() const
{
    Answers answers;
    for (const FormEntry &entry : entries()) {
        if (entry.value.isValid() && entry.visibility != Visibility::Disabled)
            answers.insert(entry.key, entry.value);
    }
    return answers;
}

Answers FormState::comparable(const Answers &given) const
{
    FormState taken(form(), {.isMedicineOnPlan = m_engine->setting.isMedicineOnPlan, .areInitialsTaken = false});
    taken.takeUp(given);
    Answers answers = taken.submitted();
    for (auto it = given.cbegin(); it != given.cend(); ++it) {
        if (!taken.answer(it.key()).isValid())
            answers.insert(it.key(), it.value());
    }
    for (QVariant &value : answers) {
        if (value.userType() != QMetaType::QStringList)
            continue;
        QStringList codes = value.toStringList();
        codes.sort();
        value = codes;
    }
    return answers;
}

/// Said of the first copy, and only once the group is answered at all: else it is Missing or may be left out.
bool FormState::hasTooFewCopies(int index) const
{
    const FormEntry &group = entries()[std::size_t(index)];
    if (group.copy > 0 || group.item->minimumAnswers < 2)
        return false;
    int answered = 0;
    for (int i = index; i < int(entries().size()); ++i) {
        const FormEntry &entry = entries()[std::size_t(i)];
        answered += entry.item == group.item && entry.parent == group.parent && m_engine->hasAnswerAt(i) ? 1 : 0;
    }
    return answered > 0 && answered < group.item->minimumAnswers;
}

Validity FormState::validity(int index) const
{
    const FormEntry &entry = entries()[std::size_t(index)];
    const FormItem &item = *entry.item;
    if (item.type == ItemType::Group) {
        const bool isMissing = item.isRequired && !m_engine->hasAnswerAt(index) && m_engine->canBeAnsweredAt(index);
        return isMissing ? Validity::Missing : hasTooFewCopies(index) ? Validity::TooFew : Validity::Fine;
    }
    if (!isAnswerable(item))
        return Validity::Fine;
    return validityOf(item, entry.value);
}

std::vector<int> FormState::problems() const
{
    std::vector<int> found;
    for (int i = 0; i < int(entries().size()); ++i) {
        if (entries()[std::size_t(i)].isAsked() && validity(i) != Validity::Fine)
            found.push_back(i);
    }
    return found;
}

FormState::Progress FormState::progress() const
{
    Progress progress;
    for (const FormEntry &entry : entries()) {
        if (!entry.isAsked() || !isAnswerable(*entry.item))
            continue;
        ++progress.asked;
        progress.answered += entry.value.isValid() ? 1 : 0;
    }
    return progress;
}

bool isTyped(Control control)
{
    switch (control) {
    case Control::Number:
    case Control::Date:
    case Control::DateTime:
    case Control::Time:
    case Control::Line:
    case Control::Url:
    case Control::Quantity: return true;
    default: return false;
    }
}

bool isAnswerable(const FormItem &item)
{
    const bool isQuestion =
        item.control != Control::Group && item.control != Control::Display && item.control != Control::Unsupported;
    return isQuestion && !item.isReadOnly && item.scoreExpression.isEmpty();
}

} // namespace handrail
