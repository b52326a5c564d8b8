// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/Evaluate.h"
#include "care/SkillUse.h"
#include "content/Skills.h"
#include "core/Clock.h"

#include <QList>
#include <QSet>
#include <optional>

namespace handrail {

/// Why a skill is offered; the pages put it into words.
enum class PickReason {
    HardMoment, ///< after an answer about safety; nothing of it is repeated
    StrongCraving,
    Craving,
    Used,
    LowMood,
    LowConfidence,
    ShortNight,
    PoorSleep,
    Hungry,
    Angry,
    Lonely,
    Tired,
    Bored,
    Pain,
    Stressed,
    HardEvenings, ///< evenings were hard on more than one of the last days
    Night,
    Evening,
    YourAnswers, ///< the clinic's own table names it
    Favourite,
    Helped, ///< it did, the last time
    AnyTime
};

/// One row of the table: when it applies, which skills it brings, the best first.
struct PickRule {
    QString name;
    std::optional<Trigger> when; ///< of what is said now; none: whatever is said
    int fromHour = 0;            ///< and from this hour on
    int toHour = 24;             ///< and before this one
    bool onHardEvenings = false; ///< and only then
    PickReason reason = PickReason::AnyTime;
    int weight = 0;
    QStringList skills;
};

/// The column "suggest when" of design clinical 4, and 3.2.
[[nodiscard]] QList<PickRule> standardPicks();

/// What the rows of an answer that says this need bring, the best first: so that a press on "In pain" starts what the check-in offers.
[[nodiscard]] QStringList picksFor(Need need);

/// All that choosing looks at.
struct PickInput {
    std::optional<Said> said;
    QList<AnsweredDay> history;
    QStringList asked; ///< what the clinic's table of answers names; it goes first
    int hour = 12;     ///< on the wall
    int hardEvenings = 0;
    QList<SkillUse> uses; ///< the oldest first
    SkillChoices choices;
    QSet<QString> available; ///< ids of the skills that are there
};

struct Pick {
    QString skill;
    PickReason reason = PickReason::AnyTime;

    bool operator==(const Pick &) const = default;
};

/// At most `most` skills. What is hidden or not there never comes; what did not help twice comes only where there is nothing else, but for
/// what is for a hard moment or the day after use. One of them is a favourite, if there is one and the last is not for these or a strong craving.
/// A pure function: the same input gives the same skills.
[[nodiscard]] QList<Pick> pickSkills(const PickInput &input, const QList<PickRule> &table = standardPicks(), qsizetype most = 3);

/// What fits now: after today's check-in and what was used, at this hour. `available`: ids of the skills that are there.
[[nodiscard]] QList<Pick> picksNow(Records &records, const Clock &clock, const QSet<QString> &available, qsizetype most = 3);

/// The same after a check-in of whatever day it is: one that was begun before midnight leads on from its own answers. nullopt: none.
[[nodiscard]] QList<Pick> picksAfter(Records &records, const Clock &clock, const std::optional<Said> &said,
                                     const QSet<QString> &available, qsizetype most = 3);

/// On how many days before `before`, of the last 14, a check-in after 5 pm told of a strong craving or a low mood.
[[nodiscard]] int hardEvenings(const Records &records, const Form &form, const QDate &before);

} // namespace handrail
