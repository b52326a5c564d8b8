// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "form/Dependencies.h"

#include <algorithm>

namespace handrail {

Dependencies::Dependencies(int count)
    : m_sources(std::size_t(count))
    , m_dependents(std::size_t(count))
    , m_ringOf(std::size_t(count), -1)
{
}

void Dependencies::add(int entry, int source)
{
    m_sources[std::size_t(entry)].push_back(source);
    m_dependents[std::size_t(source)].push_back(entry);
}

/// Tarjan's strongly connected components, with a stack of its own: a form can chain all its items.
struct Dependencies::Search {
    struct Frame {
        int entry;
        std::size_t next;
    };
    std::vector<int> order;
    std::vector<int> lowest;
    std::vector<bool> isOpen;
    std::vector<int> open;
    std::vector<Frame> frames;
    int count = 0;

    explicit Search(std::size_t size)
        : order(size, -1)
        , lowest(size, -1)
        , isOpen(size, false)
    {
    }

    void enter(int entry)
    {
        const auto at = std::size_t(entry);
        order[at] = lowest[at] = count++;
        open.push_back(entry);
        isOpen[at] = true;
        frames.push_back({entry, 0});
    }

    void lower(int entry, int to) { lowest[std::size_t(entry)] = std::min(lowest[std::size_t(entry)], to); }

    std::vector<int> closeRing(int entry)
    {
        std::vector<int> ring;
        int member = -1;
        do {
            member = open.back();
            open.pop_back();
            isOpen[std::size_t(member)] = false;
            ring.push_back(member);
        } while (member != entry);
        std::sort(ring.begin(), ring.end());
        return ring;
    }
};

void Dependencies::settle()
{
    Search search(m_sources.size());
    for (int start = 0; start < int(m_sources.size()); ++start) {
        if (search.order[std::size_t(start)] >= 0)
            continue;
        search.enter(start);
        while (!search.frames.empty()) {
            Search::Frame &frame = search.frames.back();
            const int entry = frame.entry;
            const std::vector<int> &sources = m_sources[std::size_t(entry)];
            if (frame.next < sources.size()) {
                const int source = sources[frame.next++];
                if (search.order[std::size_t(source)] < 0)
                    search.enter(source);
                else if (search.isOpen[std::size_t(source)])
                    search.lower(entry, search.order[std::size_t(source)]);
                continue;
            }
            search.frames.pop_back();
            if (!search.frames.empty())
                search.lower(search.frames.back().entry, search.lowest[std::size_t(entry)]);
            if (search.lowest[std::size_t(entry)] == search.order[std::size_t(entry)]) {
                m_rings.push_back(search.closeRing(entry));
                for (const int member : m_rings.back())
                    m_ringOf[std::size_t(member)] = int(m_rings.size()) - 1;
            }
        }
    }
}

} // namespace handrail
