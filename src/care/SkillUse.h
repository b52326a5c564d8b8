// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"
#include "sync/Records.h"

#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <optional>

namespace handrail {

/// One time that a skill was used to its end. What people say of it is always theirs to skip.
struct SkillUse {
    enum class Help { Unsaid, Yes, No };

    QString skill;
    QDateTime at;              ///< when it ended, with the offset of that place
    std::optional<int> before; ///< 0 to 10, how strong it felt
    std::optional<int> after;
    int minutes = 0;          ///< whole ones
    Help help = Help::Unsaid; ///< whether it helped, when that was said

    bool operator==(const SkillUse &) const = default;
};

/// What a person chose about skills, whether these are there now or not: an update of the texts changes none of it.
struct SkillChoices {
    QStringList favourites; ///< in the order in which they were chosen
    QSet<QString> hidden;
    bool isBegunAnew = false; ///< what was chosen before cannot be read; until something is chosen

    bool operator==(const SkillChoices &) const = default;
};

// All of it is the person's own: sealed in the store, never sent but as a line that they put on a list. Problems are those of the store; what was
// there before then stays. What fails its seal is begun anew, for nothing could be kept otherwise.

/// The uses with from <= day <= to, the oldest first; a month that fails its seal counts as empty.
[[nodiscard]] Result<QList<SkillUse>> skillUses(Records &records, const QDate &from, const QDate &to);
/// Durable when it returns. One of the same skill and time is replaced: what is said afterwards comes after the end. BadData without a
/// skill or a time, or for a rating that is none of 0 to 10.
Result<void> noteSkillUse(Records &records, const SkillUse &use);

[[nodiscard]] Result<SkillChoices> skillChoices(Records &records);
Result<void> setFavourite(Records &records, const QString &skill, bool isFavourite);
Result<void> setHidden(Records &records, const QString &skill, bool isHidden);

/// True when the person said so, or rated it no lower than before; false when they said that it helped, or rated it lower; else nothing
/// is known.
[[nodiscard]] std::optional<bool> didHelp(const SkillUse &use);
/// The skills that did not help in the last two uses that say anything of it.
[[nodiscard]] QSet<QString> unhelpfulSkills(const QList<SkillUse> &oldestFirst);
/// How often each skill was used.
[[nodiscard]] QHash<QString, int> timesUsed(const QList<SkillUse> &uses);

/// How far back choosing looks, in days.
constexpr int skillMemoryDays = 180;

} // namespace handrail
