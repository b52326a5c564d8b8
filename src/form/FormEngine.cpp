// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "form/FormEngine.h"

#include "core/Log.h"
#include "form/AnswerCheck.h"
#include "form/Safety.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace handrail {

namespace {

constexpr int mostCopies = 50;    ///< of one group
constexpr int mostEntries = 5000; ///< of a form with all copies of its groups

Visibility visibilityFrom(bool isEnabled, bool isHidden)
{
    return !isEnabled ? Visibility::Disabled : isHidden ? Visibility::Hidden : Visibility::Shown;
}

/// A score as the answer to its item: a number, and a whole one where the item is for those.
bool canHold(const FormItem &item, const Score &score)
{
    const bool isNumber = item.type == ItemType::Decimal || item.type == ItemType::Quantity
        || (item.type == ItemType::Integer && std::floor(score.value) == score.value);
    return score.isScored() && isNumber;
}

/// What an expression beyond ours was to work out is asked only where the form cannot do without it. Whoever answers is no calculator, and a score
/// that they would have to find for themselves is soon a wrong one.
void askUnworked(QList<FormItem> &items)
{
    for (FormItem &item : items) {
        const bool isWanted = item.isRequired && !item.isReadOnly && !item.isHidden;
        if (isWanted && !item.scoreExpression.isEmpty() && !ScoreExpression::parse(item.scoreExpression)) {
            item.scoreExpression.clear();
            item.isResultAsked = true;
        }
        askUnworked(item.children);
    }
}

Form fillable(Form form)
{
    askUnworked(form.items);
    listen(form.items);
    return form;
}

} // namespace

FormState::Engine::Engine(Form givenForm, Setting givenSetting)
    : form(fillable(std::move(givenForm)))
    , setting(givenSetting)
{
}

FormState::TakenUp FormState::Engine::layOut(const Answers &given, bool withInitials)
{
    const QHash<QString, int> needed = copiesIn(form, given);
    for (auto it = needed.cbegin(); it != needed.cend(); ++it)
        copies.insert(it.key(), std::max(copies.value(it.key(), 1), it.value()));
    entries.clear();
    m_nodes.clear();
    byKey.clear();
    m_byLinkId.clear();
    QList<int> path;
    addEntries(form.items, -1, path);
    link();

    TakenUp taken;
    for (auto it = given.cbegin(); it != given.cend(); ++it) {
        const int index = byKey.value(it.key(), -1);
        const FormItem *item = index < 0 ? nullptr : entries[std::size_t(index)].item;
        // Sent along by us, and given by the form once more.
        if (item && (item->isReadOnly || !item->scoreExpression.isEmpty()))
            continue;
        const auto fitted = item && isAnswerable(*item) ? fittedAnswer(*item, it.value()) : std::nullopt;
        const Validity validity = fitted ? validityOf(*item, *fitted) : Validity::WrongType;
        const bool isKept = fitted && fitted->isValid() && validity != Validity::NotOffered && validity != Validity::WrongType;
        if (isKept)
            setValue(index, *fitted);
        ++(isKept ? taken.taken : taken.leftOut);
    }
    // Who has answers about medicine was asked, whatever is on the plan by now.
    for (std::size_t i = 0; i < entries.size() && !m_isMedicineAsked; ++i)
        m_isMedicineAsked = entries[i].item->isMedicineOnly && m_nodes[i].answersBelow > 0;
    for (int i = 0; i < int(entries.size()); ++i) {
        const FormItem &item = *entries[std::size_t(i)].item;
        const bool isGivenByForm = item.isReadOnly || isHiddenAt(i);
        if (!item.initial.isValid() || entries[std::size_t(i)].value.isValid() || !(withInitials || isGivenByForm))
            continue;
        const auto fitted = fittedAnswer(item, item.initial);
        if (fitted && fitted->isValid() && validityOf(item, *fitted) != Validity::NotOffered)
            setValue(i, *fitted);
    }
    settleAll();
    return taken;
}

void FormState::Engine::addEntries(const QList<FormItem> &items, int parent, QList<int> &path)
{
    for (const FormItem &item : items) {
        const bool hasCopies = item.type == ItemType::Group && item.repeats;
        const int count = hasCopies ? std::max(1, copies.value(answerKey(item.linkId, path), 1)) : 1;
        for (int copy = 0; copy < count && entries.size() < mostEntries; ++copy) {
            path << copy;
            addEntry(item, parent, copy, count, path);
            if (!item.children.isEmpty())
                addEntries(item.children, int(entries.size()) - 1, path);
            path.removeLast();
        }
    }
}

void FormState::Engine::addEntry(const FormItem &item, int parent, int copy, int count, const QList<int> &path)
{
    FormEntry entry;
    entry.key = answerKey(item.linkId, path);
    entry.item = &item;
    entry.parent = parent;
    entry.level = int(path.size()) - 1;
    entry.copy = copy;
    entry.copies = count;
    const int index = int(entries.size());
    byKey.insert(entry.key, index);
    m_byLinkId[item.linkId].push_back(index);
    entries.push_back(std::move(entry));
    Node node;
    node.isHidden = item.isHidden || (parent >= 0 && isHiddenAt(parent));
    m_nodes.push_back(std::move(node));
}

int FormState::Engine::sharedLevels(int entry, int candidate) const
{
    const auto parentOf = [this](int index) { return entries[std::size_t(index)].parent; };
    const auto levelOf = [this](int index) { return index < 0 ? -1 : entries[std::size_t(index)].level; };
    while (entry != candidate) {
        const bool isEntryDeeper = levelOf(entry) >= levelOf(candidate);
        const bool isCandidateDeeper = levelOf(candidate) >= levelOf(entry);
        if (isEntryDeeper)
            entry = parentOf(entry);
        if (isCandidateDeeper)
            candidate = parentOf(candidate);
    }
    return levelOf(entry);
}

int FormState::Engine::nearest(int entry, const QString &linkId) const
{
    const auto found = m_byLinkId.constFind(linkId);
    if (found == m_byLinkId.cend())
        return -1;
    int best = -1;
    int bestLevels = -2;
    for (const int candidate : *found) {
        const int levels = sharedLevels(entry, candidate);
        // The last one before the entry, else the first one after it.
        if (levels > bestLevels || (levels == bestLevels && candidate < entry)) {
            best = candidate;
            bestLevels = levels;
        }
    }
    return best;
}

void FormState::Engine::link()
{
    m_dependencies = std::make_unique<Dependencies>(int(entries.size()));
    int notJudged = 0;
    for (int i = 0; i < int(entries.size()); ++i) {
        const FormEntry &entry = entries[std::size_t(i)];
        Node &node = m_nodes[std::size_t(i)];
        if (entry.parent >= 0)
            m_dependencies->add(i, entry.parent);
        for (const Condition &condition : entry.item->conditions) {
            int source = nearest(i, condition.linkId);
            if (source == i || (source >= 0 && !canBeJudged(condition, *entries[std::size_t(source)].item)))
                source = -1;
            node.links.push_back({&condition, source});
            if (source >= 0)
                m_dependencies->add(i, source);
            else
                ++notJudged;
        }
        if (entry.item->scoreExpression.isEmpty())
            continue;
        node.expression = ScoreExpression::parse(entry.item->scoreExpression);
        if (!node.expression)
            continue;
        for (const ScoreExpression::Path &read : node.expression->paths()) {
            std::vector<int> operands;
            int missing = 0;
            for (const QString &linkId : read.linkIds) {
                bool isThere = false;
                const auto found = m_byLinkId.constFind(linkId);
                for (std::size_t k = 0; found != m_byLinkId.cend() && k < found->size(); ++k) {
                    const int operand = found->at(k);
                    if (read.isOutermostOnly && entries[std::size_t(operand)].parent >= 0)
                        continue;
                    isThere = true;
                    if (operand == i)
                        continue;
                    operands.push_back(operand);
                    m_dependencies->add(i, operand);
                }
                missing += isThere ? 0 : 1;
            }
            node.operands.push_back(std::move(operands));
            node.missing.push_back(missing);
        }
    }
    m_dependencies->settle();
    if (notJudged > 0)
        qCInfo(logApp) << "form:" << notJudged << "conditions that cannot be judged here count as fulfilled";
}

void FormState::Engine::setValue(int index, const QVariant &value)
{
    FormEntry &entry = entries[std::size_t(index)];
    const int difference = int(value.isValid()) - int(entry.value.isValid());
    entry.value = value;
    m_nodes[std::size_t(index)].worth = worthOf(*entry.item, value);
    for (int at = index; difference != 0 && at >= 0; at = entries[std::size_t(at)].parent)
        m_nodes[std::size_t(at)].answersBelow += difference;
}

void FormState::Engine::put(int index, const QVariant &fitted)
{
    for (const int old : changed)
        m_isMarked[std::size_t(old)] = false;
    changed.clear();
    if (entries[std::size_t(index)].value == fitted)
        return;
    setValue(index, fitted);
    markChanged(index);
    std::set<int> rings;
    for (const int dependent : m_dependencies->dependents(index))
        rings.insert(m_dependencies->ringOf(dependent));
    // In a circle it matters whether anything in it, or inside it, is answered at all.
    for (int at = index; at >= 0; at = entries[std::size_t(at)].parent) {
        const int ring = m_dependencies->ringOf(at);
        if (isCircle(m_dependencies->rings()[std::size_t(ring)]))
            rings.insert(ring);
    }
    settleFrom(std::move(rings));
    std::sort(changed.begin(), changed.end());
}

void FormState::Engine::settleAll()
{
    m_isMarked.assign(entries.size(), false);
    changed.clear();
    for (const std::vector<int> &ring : m_dependencies->rings())
        judgeRing(ring);
    changed.resize(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        changed[i] = int(i);
        m_isMarked[i] = true;
    }
}

void FormState::Engine::settleFrom(std::set<int> rings)
{
    // A ring depends only on rings before it, so each is judged once.
    while (!rings.empty()) {
        const int number = *rings.begin();
        rings.erase(rings.begin());
        const std::vector<int> &ring = m_dependencies->rings()[std::size_t(number)];
        const std::size_t before = changed.size();
        judgeRing(ring);
        for (std::size_t i = before; i < changed.size(); ++i) {
            for (const int dependent : m_dependencies->dependents(changed[i])) {
                if (m_dependencies->ringOf(dependent) > number)
                    rings.insert(m_dependencies->ringOf(dependent));
            }
        }
    }
}

bool FormState::Engine::isCircle(const std::vector<int> &ring) const
{
    return ring.size() > 1; // what points at itself alone was never linked
}

void FormState::Engine::judgeRing(const std::vector<int> &ring)
{
    if (isCircle(ring)) {
        judgeCircle(ring);
    } else {
        const int index = ring.front();
        setEnabled(index, isJudgedEnabled(index, [this](const Link &link) { return fulfilsPlainly(link); }));
    }
    for (const int index : ring)
        score(index, m_dependencies->ringOf(ring.front()));
}

bool FormState::Engine::isJudgedEnabled(int index, const std::function<bool(const Link &)> &fulfils) const
{
    const FormEntry &entry = entries[std::size_t(index)];
    if (entry.parent >= 0 && !m_nodes[std::size_t(entry.parent)].isEnabled)
        return false;
    if (entry.item->isMedicineOnly && !m_isMedicineAsked)
        return false;
    const std::vector<Link> &links = m_nodes[std::size_t(index)].links;
    if (links.empty())
        return true;
    return entry.item->behavior == EnableBehavior::All ? std::all_of(links.begin(), links.end(), std::cref(fulfils))
                                                       : std::any_of(links.begin(), links.end(), std::cref(fulfils));
}

bool FormState::Engine::fulfilsPlainly(const Link &link) const
{
    if (link.source < 0)
        return true;
    const FormEntry &source = entries[std::size_t(link.source)];
    const Node &node = m_nodes[std::size_t(link.source)];
    // Nobody can answer it here: an attachment, a hidden item that a server was to fill in, a score beyond the grammar.
    const bool canHaveAnswer = node.expression.has_value() || (isAnswerable(*source.item) && !node.isHidden);
    if (!source.value.isValid() && !canHaveAnswer)
        return true;
    return isFulfilled(*link.condition, *source.item, node.isEnabled ? source.value : QVariant());
}

void FormState::Engine::judgeCircle(const std::vector<int> &ring)
{
    const int number = m_dependencies->ringOf(ring.front());
    const auto isInside = [&](int index) { return index >= 0 && m_dependencies->ringOf(index) == number; };
    const auto isAnswered = [this](int index) { return m_nodes[std::size_t(index)].answersBelow > 0; };
    const bool isAnyAnswered = std::any_of(ring.begin(), ring.end(), [&](int index) { return isAnswered(index); });
    // First those that the circle itself cannot hide, which depend on nothing inside it; then the others, judged by these.
    for (const bool isSecond : {false, true}) {
        for (const int index : ring) {
            const bool isKept = !isAnyAnswered || isAnswered(index);
            if (isKept == isSecond)
                continue;
            setEnabled(index, isJudgedEnabled(index, [&](const Link &link) {
                           if (!isInside(link.source))
                               return fulfilsPlainly(link);
                           const FormEntry &source = entries[std::size_t(link.source)];
                           if (isKept || !source.item->scoreExpression.isEmpty())
                               return true;
                           const bool isCounted = isAnswered(link.source) && m_nodes[std::size_t(link.source)].isEnabled;
                           return isFulfilled(*link.condition, *source.item, isCounted ? source.value : QVariant());
                       }));
        }
    }
}

void FormState::Engine::setEnabled(int index, bool isEnabled)
{
    Node &node = m_nodes[std::size_t(index)];
    FormEntry &entry = entries[std::size_t(index)];
    const Visibility visibility = visibilityFrom(isEnabled, node.isHidden);
    if (node.isEnabled == isEnabled && entry.visibility == visibility)
        return;
    node.isEnabled = isEnabled;
    entry.visibility = visibility;
    markChanged(index);
}

void FormState::Engine::score(int index, int ring)
{
    Node &node = m_nodes[std::size_t(index)];
    FormEntry &entry = entries[std::size_t(index)];
    if (!node.expression)
        return;
    const Score score = node.expression->evaluate([&](qsizetype path) {
        ScoreExpression::Found found;
        found.occurrences = node.missing[std::size_t(path)];
        const bool isWeight = node.expression->paths().at(path).isWeight;
        for (const int operand : node.operands[std::size_t(path)]) {
            const Node &other = m_nodes[std::size_t(operand)];
            ++found.occurrences;
            // A score of the same circle has no value that others could wait for.
            const bool isInCircle = other.expression && m_dependencies->ringOf(operand) == ring;
            if (!other.isEnabled || isInCircle || !entries[std::size_t(operand)].value.isValid())
                continue;
            ++found.answered;
            if (const std::optional<double> number = isWeight ? other.worth.weight : other.worth.number) {
                ++found.numbers;
                found.sum += *number;
            }
        }
        return found;
    });
    if (score == entry.score)
        return;
    entry.score = score;
    const bool isQuantity = entry.item->type == ItemType::Quantity;
    const QString unit = entry.item->units.isEmpty() ? QString() : entry.item->units.constFirst().code;
    entry.value = !canHold(*entry.item, score) ? QVariant() : isQuantity ? quantity(score.value, unit) : QVariant(score.value);
    node.worth = entry.value.isValid() ? Worth{score.value, std::nullopt} : Worth{};
    markChanged(index);
}

void FormState::Engine::markChanged(int index)
{
    if (m_isMarked[std::size_t(index)])
        return;
    m_isMarked[std::size_t(index)] = true;
    changed.push_back(index);
}

bool FormState::Engine::addCopy(const QString &firstKey, int count)
{
    if (count > mostCopiesOfGroup || entries.size() * 2 > std::size_t(mostEntries))
        return false;
    copies.insert(firstKey, count);
    layOut(answers(), false);
    return true;
}

bool FormState::Engine::isAnyInside(int group, const std::function<bool(const FormEntry &)> &test) const
{
    for (std::size_t i = std::size_t(group) + 1; i < entries.size() && entries[i].level > entries[std::size_t(group)].level; ++i) {
        if (entries[i].isAsked() && test(entries[i]))
            return true;
    }
    return false;
}

bool FormState::Engine::hasAnswerAt(int group) const
{
    return isAnyInside(group, [](const FormEntry &entry) { return entry.value.isValid(); });
}

bool FormState::Engine::canBeAnsweredAt(int group) const
{
    return isAnyInside(group, [](const FormEntry &entry) { return isAnswerable(*entry.item); });
}

Answers FormState::Engine::answers() const
{
    Answers answers;
    for (const FormEntry &entry : entries) {
        if (entry.value.isValid() && isAnswerable(*entry.item))
            answers.insert(entry.key, entry.value);
    }
    return answers;
}

} // namespace handrail
