// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/OwnSheets.h"
#include "care/SkillUse.h"
#include "core/Clock.h"

#include <QStringList>

namespace handrail {

/// The list of what to bring up next time is a sheet like any other that a person makes, of this name: it goes to the next one-on-one by the same
/// switch (SheetBringing), and never by itself.
inline constexpr QStringView bringUpSkill = u"bring-up";
inline constexpr qsizetype longestBringUpLine = 300;
inline constexpr qsizetype mostBringUpLines = 50;

/// The words of the list: `title` and `label` as they are called now, the lines, and the one that is half typed.
struct BringUpWords {
    QString title;
    QString label;
    QStringList lines;
    QString typed;
};

/// The list that is written now; nullopt while there is none. Problems: those of the store.
[[nodiscard]] Result<std::optional<OwnSheet>> bringUpList(Records &records);
/// Keeps these words in it, or begins one. Blank lines are left out, too long ones cut. Gives its id. Durable when it returns; what was there before then
/// stays. Problems: those of the store.
Result<QString> keepBringUp(Records &records, const Clock &clock, const BringUpWords &words);
/// The skills that were used since the last one-on-one that was held, within two weeks, the newest first: none of them was spoken of yet. Problems:
/// those of the store.
[[nodiscard]] Result<QList<SkillUse>> skillsToBringUp(Records &records, const Clock &clock);
/// The next word begins a new list; the old one stays among what the person made.
Result<void> beginBringUpAnew(Records &records);

} // namespace handrail
