// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "../unit/content/ContentTexts.h"

#include <array>

namespace handrail {

/// Places of the sample clinic's town, as its pack has them. All of them are invented, and so are the numbers.
[[nodiscard]] inline texts::MapTexts harborTown()
{
    struct Entry {
        const char *id;
        const char *title;
        const char *use;
        const char *kinds; ///< one a line
        const char *phone;
        const char *address;
        const char *hours;
        const char *checked;
        const char *who = nullptr;
    };
    static constexpr std::array entries{
        Entry{"harbor-food-pantry", "Harbor Food Pantry", "Free food to take home.", "- food", "207-555-0151", "12 Pier Road",
              "Weekdays until 6 pm.", "2026-11-03"},
        Entry{"st-annes-table", "St. Anne’s Table", "Hot meals, for all.", "- food", "207-555-0152", "40 Hill Street",
              "Each day at noon.", "2026-10-28"},
        Entry{"mobile-market", "Mobile market", "Fresh food at a low price.", "- food", "207-555-0153", "Pier 9",
              "Thursdays 2 to 4 pm.", "2026-11-10"},
        Entry{"wic-office", "WIC office", "Food for small children and their moms.", "- food\n- benefits", "207-555-0154",
              "5 Town Square", "Opens at 8 am.", "2026-10-15", "People who care for a small child, or will soon"},
        Entry{"harbor-house", "Harbor House", "A sober home with a shared kitchen.", "- housing", "207-555-0155", "88 Mill Lane",
              "Call between 9 and 5.", "2025-09-02", "Adults who finished a program"},
        Entry{"town-ride", "Town Ride", "Low-cost rides to care.", "- transport", "207-555-0156", "5 Town Square",
              "Weekdays, 7 am to 7 pm.", "2026-11-12"},
        Entry{"harbor-kits", "Harbor Health kits", "Free naloxone kits. No name asked.", "- naloxone\n- health", "207-555-0157",
              "5 Town Square", "Weekdays, 9 to 5.", "2026-11-17"},
    };
    texts::MapTexts town;
    for (const Entry &entry : entries) {
        const QByteArray text = QByteArray("---\nid: ") + entry.id + "\ntitle: " + entry.title + "\nuse: " + entry.use
            + "\nkinds:\n" + entry.kinds + "\nphone: " + entry.phone + "\naddress: " + entry.address + "\nhours: " + entry.hours
            + "\ncost: Ask when you call." + (entry.who ? QByteArray("\nwho: ") + entry.who : QByteArray()) + "\nchecked: "
            + entry.checked + "\n" + texts::origin() + "---\nYou can come as you are. Ask at the door if you are not sure.\n";
        town.map.insert(QStringLiteral("places/%1/en.md").arg(QLatin1String(entry.id)), text);
    }
    return town;
}

} // namespace handrail
