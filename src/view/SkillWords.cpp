// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SkillWords.h"

#include <QCoreApplication>

namespace handrail {

namespace {

/// The words of this file, for the translators.
struct SkillWords {
    Q_DECLARE_TR_FUNCTIONS(SkillWords)
};

} // namespace

QString needText(Need need)
{
    switch (need) {
    case Need::Craving: return SkillWords::tr("Craving now");
    case Need::Anxious: return SkillWords::tr("Anxious");
    case Need::Sleep: return SkillWords::tr("Can’t sleep");
    case Need::Angry: return SkillWords::tr("Angry");
    case Need::Lonely: return SkillWords::tr("Lonely");
    case Need::Low: return SkillWords::tr("Feeling low");
    case Need::Pain: return SkillWords::tr("In pain");
    case Need::Bored: return SkillWords::tr("Bored");
    }
    return {};
}

QString needIcon(Need need)
{
    switch (need) {
    case Need::Craving: return QStringLiteral("wave");
    case Need::Anxious: return QStringLiteral("weather-windy");
    case Need::Sleep: return QStringLiteral("weather-night");
    case Need::Angry: return QStringLiteral("fire");
    case Need::Lonely: return QStringLiteral("account");
    case Need::Low: return QStringLiteral("emoticon-neutral");
    case Need::Pain: return QStringLiteral("heart");
    case Need::Bored: return QStringLiteral("walk");
    }
    return {};
}

QString pickReasonText(PickReason reason)
{
    switch (reason) {
    case PickReason::HardMoment: return SkillWords::tr("For a hard moment");
    case PickReason::StrongCraving: return SkillWords::tr("You said the urge is strong");
    case PickReason::Craving: return SkillWords::tr("You said there is an urge");
    case PickReason::Used: return SkillWords::tr("For the day after a hard day");
    case PickReason::LowMood: return SkillWords::tr("You said you feel low");
    case PickReason::LowConfidence: return SkillWords::tr("You said today feels hard to get through");
    case PickReason::ShortNight: return SkillWords::tr("You said the night was short");
    case PickReason::PoorSleep: return SkillWords::tr("You said you slept badly");
    case PickReason::Hungry: return SkillWords::tr("You said you are hungry");
    case PickReason::Angry: return SkillWords::tr("You said you are angry");
    case PickReason::Lonely: return SkillWords::tr("You said you are lonely");
    case PickReason::Tired: return SkillWords::tr("You said you are tired");
    case PickReason::Bored: return SkillWords::tr("You said you are bored");
    case PickReason::Pain: return SkillWords::tr("You said you are in pain");
    case PickReason::Stressed: return SkillWords::tr("You said you feel stressed");
    case PickReason::HardEvenings: return SkillWords::tr("You said evenings feel hard");
    case PickReason::Night: return SkillWords::tr("For the night");
    case PickReason::Evening: return SkillWords::tr("For the evening");
    case PickReason::YourAnswers: return SkillWords::tr("It fits what you said");
    case PickReason::Favourite: return SkillWords::tr("One of your favorites");
    case PickReason::Helped: return SkillWords::tr("It helped you last time");
    case PickReason::AnyTime: return SkillWords::tr("Good at any time");
    }
    return {};
}

QVariantMap skillRow(const Skill &skill)
{
    return {{QStringLiteral("id"), skill.id},
            {QStringLiteral("title"), skill.title},
            {QStringLiteral("note"), skill.use},
            {QStringLiteral("iconName"), skill.icon},
            {QStringLiteral("need"), skill.needs.isEmpty() ? QString() : nameOf(skill.needs.constFirst())},
            {QStringLiteral("minutesText"), SkillWords::tr("%n min", nullptr, skill.minutes)}};
}

} // namespace handrail
