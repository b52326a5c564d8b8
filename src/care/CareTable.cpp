// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Evaluate.h"

// The table of design clinical 3.2 and 4, as data. tests/unit/care/tst_evaluate.cpp has it once more, from the design.

namespace handrail {

namespace {

using Span = Trigger::Span;

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

QStringList list(std::initializer_list<const char *> words)
{
    QStringList list;
    for (const char *word : words)
        list << text(word);
    return list;
}

Action skill(const char *id)
{
    return {ActionKind::Skill, text(id)};
}

Trigger chosen(const char *item, std::initializer_list<const char *> codes)
{
    return {.item = text(item), .codes = list(codes)};
}

Trigger between(const char *item, double low, double high)
{
    return {.item = text(item), .low = low, .high = high};
}

Trigger safety(SafetyAnswer answer)
{
    return {.item = {}, .safety = answer};
}

Trigger use()
{
    return {.item = {}, .isUse = true};
}

Rule chip(const char *code, const char *skillId)
{
    return {text("halt-") + text(code), chosen("halt", {code}), {skill(skillId)}};
}

} // namespace

CareConfiguration CareConfiguration::standard()
{
    constexpr double least = -std::numeric_limits<double>::infinity();
    constexpr double most = std::numeric_limits<double>::infinity();
    Trigger lowMood = between("mood", least, 1);
    lowMood.span = Span::LastDays;
    lowMood.times = lowMood.days = 3;
    lowMood.isOnAnyScale = true;
    Trigger highestCraving = between("craving", 9, most);
    highestCraving.isOnAnyScale = true;
    Trigger noMedicine = chosen("meds", {"no"});
    noMedicine.span = Span::LastAnswers;
    noMedicine.times = 2;
    Trigger shortNights = between("sleep-hours", least, 4.99);
    shortNights.span = Span::LastDays;
    shortNights.times = 3;
    shortNights.days = 7;

    CareConfiguration configuration;
    configuration.rules = {
        {text("safety"), safety(SafetyAnswer::Positive), {{ActionKind::SafetyPage}, {ActionKind::HelpLink}}, Flag::Urgent},
        {text("safety-unsaid"), safety(SafetyAnswer::Unsaid), {{ActionKind::HelpOffered}, {ActionKind::HelpLink}}, Flag::Info},
        {text("use"), use(), {{ActionKind::AfterUse}, {ActionKind::AskTeamForCall}}, Flag::Review},
        {text("craving-high"), between("craving", 7, most), {skill("ride-the-urge")}},
        {text("craving-highest"), highestCraving, {{ActionKind::HelpLink}}},
        {text("craving-medium"), between("craving", 4, 6.99), {skill("wait-do-choose"), skill("play-it-forward")}},
        {text("mood-low"), between("mood", least, 1), {skill("opposite-action"), skill("kind-voice")}},
        {text("mood-low-for-days"), lowMood, {{ActionKind::AskTeamForCall}, {ActionKind::ScreenEarly}}},
        {text("confidence-low"), between("confidence", least, 4), {skill("if-then-plan"), {ActionKind::NextSession}}},
        {text("sleep-short-for-days"),
         shortNights,
         {skill("wind-down"), {ActionKind::TellTeam}, {ActionKind::Module, text("sleep-and-stress")}}},
        chip("hungry", "body-check"),
        chip("angry", "stop-and-step-back"),
        chip("lonely", "reach-out"),
        chip("tired", "wind-down"),
        chip("bored", "move-a-little"),
        chip("pain", "muscle-let-go"),
        chip("stressed", "long-out-breath"),
        {text("medicine"), noMedicine, {{ActionKind::TalkBeforeChange}}, Flag::Review},
    };
    configuration.whenAllIsFine = {{ActionKind::Affirm}, {ActionKind::NextSession}};
    return configuration;
}

} // namespace handrail
