// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <vector>

namespace handrail {

/// What must be judged before what. Entries that depend on each other in a circle stand together in one ring; a ring comes after all that
/// it depends on, so that judging the rings in their order judges each entry once.
class Dependencies
{
public:
    explicit Dependencies(int count);

    /// `entry` is judged from `source`. Before settle() only.
    void add(int entry, int source);
    void settle();

    [[nodiscard]] int ringOf(int entry) const { return m_ringOf[std::size_t(entry)]; }
    [[nodiscard]] const std::vector<std::vector<int>> &rings() const { return m_rings; } ///< members in the form's order
    [[nodiscard]] const std::vector<int> &dependents(int source) const { return m_dependents[std::size_t(source)]; }

private:
    struct Search;

    std::vector<std::vector<int>> m_sources;
    std::vector<std::vector<int>> m_dependents;
    std::vector<int> m_ringOf;
    std::vector<std::vector<int>> m_rings;
};

} // namespace handrail
