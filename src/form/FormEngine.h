// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "form/Dependencies.h"
#include "form/FormState.h"
#include "form/Judging.h"

#include <memory>
#include <set>

namespace handrail {

/// The entries of a FormState and what depends on what among them. Built anew when copies of a group come or go; an answer settles only
/// what depends on it.
class FormState::Engine
{
public:
    Engine(Form form, Setting setting);

    /// Lays out the entries with these answers, in as many copies of each group as they need, and settles everything.
    TakenUp layOut(const Answers &answers, bool withInitials);
    /// Keeps an answer and settles what depends on it.
    void put(int index, const QVariant &fitted);
    /// False when there can be no more of the group, or of anything in the form.
    bool addCopy(const QString &firstKey, int count);
    [[nodiscard]] Answers answers() const;
    /// Something inside this group is answered, and is asked.
    [[nodiscard]] bool hasAnswerAt(int group) const;
    /// Something inside this group is asked that a person can answer here.
    [[nodiscard]] bool canBeAnsweredAt(int group) const;
    [[nodiscard]] bool isHiddenAt(int index) const { return m_nodes[std::size_t(index)].isHidden; }

    const Form form;
    const Setting setting;
    std::vector<FormEntry> entries;
    QHash<QString, int> byKey;
    QHash<QString, int> copies; ///< of a group that repeats, by the key of its first copy
    std::vector<int> changed;

private:
    /// A condition and the entry it looks at; -1 where it counts as fulfilled.
    struct Link {
        const Condition *condition;
        int source;
    };
    struct Node {
        std::vector<Link> links;
        std::optional<ScoreExpression> expression;
        std::vector<std::vector<int>> operands; ///< for each path of the expression
        std::vector<int> missing;               ///< for each path: how many of the items that it names are not where it looks
        Worth worth;                            ///< of the value, while it is a number
        bool isEnabled = true;
        bool isHidden = false; ///< here or further out
        int answersBelow = 0;  ///< answers here and inside
    };

    [[nodiscard]] bool isAnyInside(int group, const std::function<bool(const FormEntry &)> &test) const;
    void addEntries(const QList<FormItem> &items, int parent, QList<int> &path);
    void addEntry(const FormItem &item, int parent, int copy, int count, const QList<int> &path);
    void link();
    [[nodiscard]] int nearest(int entry, const QString &linkId) const;
    [[nodiscard]] int sharedLevels(int entry, int candidate) const;
    void setValue(int index, const QVariant &value);

    void settleAll();
    void settleFrom(std::set<int> rings);
    void judgeRing(const std::vector<int> &ring);
    [[nodiscard]] bool isCircle(const std::vector<int> &ring) const;
    [[nodiscard]] bool isJudgedEnabled(int index, const std::function<bool(const Link &)> &fulfils) const;
    [[nodiscard]] bool fulfilsPlainly(const Link &link) const;
    void judgeCircle(const std::vector<int> &ring);
    void setEnabled(int index, bool isEnabled);
    void score(int index, int ring);
    void markChanged(int index);

    bool m_isMedicineAsked = setting.isMedicineOnPlan; ///< or what is isMedicineOnly has come answered
    std::vector<Node> m_nodes;
    QHash<QString, std::vector<int>> m_byLinkId;
    std::unique_ptr<Dependencies> m_dependencies;
    std::vector<bool> m_isMarked;
};

} // namespace handrail
