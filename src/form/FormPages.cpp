// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "form/FormPages.h"

#include <algorithm>

namespace handrail {

namespace {

/// A group of at most so many questions stands on one screen.
constexpr int mostTogether = 3;

class Pager
{
public:
    explicit Pager(const FormState &state)
        : m_entries(state.entries())
    {
    }

    QList<FormPage> pages()
    {
        walk(0, m_entries.size(), {});
        return m_pages;
    }

private:
    [[nodiscard]] std::size_t endOf(std::size_t at) const
    {
        std::size_t end = at + 1;
        while (end < m_entries.size() && m_entries[end].level > m_entries[at].level)
            ++end;
        return end;
    }

    /// Where the screen of a question ends: behind what is below it, or before the first group there, which has screens of its own. So it
    /// ends too while that group is not asked: the screen does not change as it is answered.
    [[nodiscard]] std::size_t endOfQuestion(std::size_t at, std::size_t after) const
    {
        std::size_t end = at + 1;
        while (end < after && (m_entries[end].item->isHidden || m_entries[end].item->control != Control::Group))
            end = m_entries[end].item->isHidden ? endOf(end) : end + 1;
        return end;
    }

    static bool isDrawn(const FormEntry &entry)
    {
        if (!entry.isAsked() || !entry.item->scoreExpression.isEmpty())
            return false;
        // What nobody can change and nobody has filled in says nothing. Displays are texts, and what is unsupported says so.
        const bool isBare =
            entry.item->isReadOnly && entry.item->control != Control::Display && entry.item->control != Control::Group;
        return !isBare || entry.value.isValid();
    }

    /// Few enough questions, and no group in the group, so that it stands on one screen.
    [[nodiscard]] bool isSmall(std::size_t at, std::size_t end) const
    {
        int questions = 0;
        for (std::size_t i = at + 1; i < end; ++i) {
            if (!isDrawn(m_entries[i]))
                continue;
            if (m_entries[i].item->control == Control::Group)
                return false;
            questions += m_entries[i].item->control == Control::Display ? 0 : 1;
        }
        return questions <= mostTogether;
    }

    void put(std::size_t from, std::size_t end, const QString &heading)
    {
        QStringList keys;
        for (std::size_t i = from; i < end; ++i) {
            if (isDrawn(m_entries[i]) && m_entries[i].item->control != Control::Group)
                keys << m_entries[i].key;
        }
        if (keys.isEmpty())
            return; // displays wait for the next question
        m_pages << FormPage{heading, m_displays + keys};
        m_displays.clear();
    }

    void flush(const QString &heading)
    {
        if (!m_displays.isEmpty())
            m_pages << FormPage{heading, m_displays};
        m_displays.clear();
    }

    void walk(std::size_t from, std::size_t end, const QString &heading)
    {
        for (std::size_t at = from; at < end;) {
            const FormEntry &entry = m_entries[at];
            std::size_t after = endOf(at);
            if (entry.isAsked() && entry.item->control == Control::Group) {
                if (isSmall(at, after))
                    put(at + 1, after, entry.key);
                else
                    walk(at + 1, after, entry.key);
            } else if (isDrawn(entry) && entry.item->control == Control::Display) {
                m_displays << entry.key;
            } else if (entry.isAsked()) {
                after = endOfQuestion(at, after);
                put(at, after, heading);
            }
            at = after;
        }
        flush(heading);
    }

    const std::vector<FormEntry> &m_entries;
    QList<FormPage> m_pages;
    QStringList m_displays;
};

/// A question with a group below it stays in its place: the group's screens follow it.
bool hasGroup(const FormItem &item)
{
    return std::any_of(item.children.cbegin(), item.children.cend(),
                       [](const FormItem &child) { return child.control == Control::Group || hasGroup(child); });
}

} // namespace

QList<FormPage> pagesOf(const FormState &state, const QStringList &atTheEnd)
{
    QList<FormPage> pages = Pager(state).pages();
    QList<FormPage> extra;
    for (const QString &linkId : atTheEnd) {
        const auto found = std::find_if(pages.begin(), pages.end(), [&](const FormPage &page) {
            const FormEntry *entry = page.heading.isEmpty() && page.keys.size() == 1 ? state.find(page.keys.constFirst()) : nullptr;
            return entry && entry->item->linkId == linkId && !entry->item->isRequired && !hasGroup(*entry->item);
        });
        if (found == pages.end())
            continue;
        extra << *found;
        extra.last().isExtra = true;
        pages.erase(found);
    }
    return pages + extra;
}

} // namespace handrail
