// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SkillPicker.h"

#include "care/CheckIn.h"
#include "care/CheckInHistory.h"
#include "care/FormsAnswered.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace handrail {

namespace {

constexpr int eveningHour = 17;
constexpr int eveningDays = 14;
/// What a place further down in a row costs, and what a second row that brings the same skill adds.
constexpr int perPlace = 12;
constexpr int perRow = 5;
constexpr int clinicWeight = 1000;

Trigger number(const char *item, double low, double high)
{
    Trigger trigger;
    trigger.item = QString::fromLatin1(item);
    trigger.low = low;
    trigger.high = high;
    return trigger;
}

Trigger chosen(const char *item, const QStringList &codes)
{
    Trigger trigger;
    trigger.item = QString::fromLatin1(item);
    trigger.codes = codes;
    return trigger;
}

Trigger notSafe()
{
    Trigger trigger;
    trigger.safety = SafetyAnswer::Positive;
    return trigger;
}

Trigger use()
{
    Trigger trigger;
    trigger.isUse = true;
    return trigger;
}

PickRule row(const char *name, std::optional<Trigger> when, PickReason reason, int weight, const char *skills)
{
    PickRule rule;
    rule.name = QString::fromLatin1(name);
    rule.when = std::move(when);
    rule.reason = reason;
    rule.weight = weight;
    rule.skills = QString::fromLatin1(skills).split(u' ');
    return rule;
}

PickRule chip(const char *code, PickReason reason, const char *skills)
{
    return row(code, chosen("halt", {QString::fromLatin1(code)}), reason, 50, skills);
}

PickRule hours(PickRule rule, int from, int to)
{
    rule.fromHour = from;
    rule.toHour = to;
    return rule;
}

struct Candidate {
    int score = 0;
    int best = -1; ///< weight of the row that the reason is from
    int order = 0; ///< in which it came up
    PickReason reason = PickReason::AnyTime;
};

/// It keeps its place whatever else is liked or was of no help before. Nobody who is in danger or has used is left without what is for that.
bool isKept(PickReason reason)
{
    return reason == PickReason::HardMoment || reason == PickReason::Used;
}

bool isMet(const PickRule &rule, const PickInput &input)
{
    if (input.hour < rule.fromHour || input.hour >= rule.toHour || (rule.onHardEvenings && input.hardEvenings < 2))
        return false;
    return !rule.when || (input.said && applies(*rule.when, *input.said, input.history));
}

class Candidates
{
public:
    explicit Candidates(const PickInput &input)
        : m_input(input)
    {
    }

    void add(const QString &skill, int worth, PickReason reason)
    {
        if (worth <= 0 || !m_input.available.contains(skill) || m_input.choices.hidden.contains(skill))
            return;
        const auto [found, isNew] = m_found.try_emplace(skill);
        Candidate &candidate = found->second;
        if (isNew)
            candidate.order = int(m_found.size());
        else
            candidate.score += perRow;
        if (worth > candidate.best) {
            candidate.score += worth - std::max(0, candidate.best);
            candidate.best = worth;
            candidate.reason = reason;
        }
    }

    /// The clinic's word puts it first; why is what the answers say.
    void ask(const QString &skill, int place)
    {
        add(skill, 1, PickReason::YourAnswers);
        if (const auto found = m_found.find(skill); found != m_found.end())
            found->second.score += clinicWeight - place;
    }

    /// The best first; what did not help after all others, unless it is kept.
    [[nodiscard]] QList<Pick> sorted(const QSet<QString> &unhelpful) const
    {
        QList<std::pair<QString, Candidate>> all(m_found.cbegin(), m_found.cend());
        std::sort(all.begin(), all.end(), [&](const auto &a, const auto &b) {
            const auto isLater = [&](const auto &each) { return unhelpful.contains(each.first) && !isKept(each.second.reason); };
            if (isLater(a) != isLater(b))
                return isLater(b);
            return a.second.score != b.second.score ? a.second.score > b.second.score : a.second.order < b.second.order;
        });
        QList<Pick> picks;
        for (const auto &[skill, candidate] : std::as_const(all))
            picks << Pick{skill, candidate.reason};
        return picks;
    }

private:
    const PickInput &m_input;
    std::map<QString, Candidate> m_found;
};

/// The favourite that fits best, or the one that was used most.
std::optional<Pick> favouriteOf(const PickInput &input, const QList<Pick> &sorted, const QSet<QString> &unhelpful)
{
    const auto isOffered = [&](const QString &skill) {
        return input.available.contains(skill) && !input.choices.hidden.contains(skill) && !unhelpful.contains(skill);
    };
    for (const Pick &pick : sorted) {
        if (input.choices.favourites.contains(pick.skill) && isOffered(pick.skill))
            return Pick{pick.skill, PickReason::Favourite};
    }
    const QHash<QString, int> times = timesUsed(input.uses);
    std::optional<Pick> most;
    for (const QString &skill : input.choices.favourites) {
        if (isOffered(skill) && (!most || times.value(skill) > times.value(most->skill)))
            most = Pick{skill, PickReason::Favourite};
    }
    return most;
}

} // namespace

QList<PickRule> standardPicks()
{
    constexpr double least = -std::numeric_limits<double>::infinity();
    constexpr double most = std::numeric_limits<double>::infinity();
    QList<PickRule> table{
        // After the page of help, and before all that other answers bring. Where there is room for two, one of them is a person.
        row("safety", notSafe(), PickReason::HardMoment, 2 * clinicWeight, "my-safety-plan reach-out five-four-three-two-one"),
        row("craving-high", number("craving", 7, most), PickReason::StrongCraving, 100,
            "ride-the-urge reach-out cool-down-fast wait-do-choose"),
        row("use", use(), PickReason::Used, 95, "after-a-slip kind-voice trigger-map sneaky-thoughts"),
        row("craving-medium", number("craving", 4, 6.99), PickReason::Craving, 80,
            "wait-do-choose play-it-forward good-and-bad-list my-reasons sneaky-thoughts"),
        row("mood-low", number("mood", least, 1), PickReason::LowMood, 70,
            "opposite-action kind-voice one-small-good-thing thought-check"),
        row("confidence-low", number("confidence", least, 4), PickReason::LowConfidence, 60, "if-then-plan my-reasons plan-my-day"),
        row("night-short", number("sleep-hours", least, 4.99), PickReason::ShortNight, 55,
            "wind-down long-out-breath muscle-let-go five-senses"),
        row("sleep-poor", chosen("sleep-quality", {QStringLiteral("bad"), QStringLiteral("poor")}), PickReason::PoorSleep, 45,
            "wind-down long-out-breath muscle-let-go five-senses"),
        chip("hungry", PickReason::Hungry, "body-check"),
        chip("angry", PickReason::Angry, "stop-and-step-back cool-down-fast opposite-action i-message"),
        chip("lonely", PickReason::Lonely, "reach-out opposite-action kind-voice"),
        chip("tired", PickReason::Tired, "wind-down body-check muscle-let-go"),
        chip("bored", PickReason::Bored, "move-a-little one-small-good-thing plan-my-day"),
        chip("pain", PickReason::Pain, "muscle-let-go let-it-be"),
        chip("stressed", PickReason::Stressed, "long-out-breath box-breath five-four-three-two-one wise-middle"),
    };
    PickRule evenings = hours(row("evenings-hard", {}, PickReason::HardEvenings, 40, "wind-down plan-my-day reach-out"), 15, 24);
    evenings.onHardEvenings = true;
    table << evenings;
    table << hours(row("night", {}, PickReason::Night, 20, "long-out-breath muscle-let-go"), 0, 5);
    table << hours(row("evening", {}, PickReason::Evening, 15, "thanks-list wind-down"), 20, 24);
    // Each far enough down for what helped before to come first.
    table << row("any-time", {}, PickReason::AnyTime, 5, "mindful-minute");
    table << row("any-time-2", {}, PickReason::AnyTime, 4, "long-out-breath");
    table << row("any-time-3", {}, PickReason::AnyTime, 3, "move-a-little");
    return table;
}

QStringList picksFor(Need need)
{
    const auto rows = [need]() -> QStringList {
        switch (need) {
        case Need::Craving: return {QStringLiteral("craving-high"), QStringLiteral("craving-medium")};
        case Need::Anxious: return {QStringLiteral("stressed")};
        case Need::Sleep: return {QStringLiteral("sleep-poor")};
        case Need::Angry: return {QStringLiteral("angry")};
        case Need::Lonely: return {QStringLiteral("lonely")};
        case Need::Low: return {QStringLiteral("mood-low")};
        case Need::Pain: return {QStringLiteral("pain")};
        case Need::Bored: return {QStringLiteral("bored")};
        }
        return {};
    }();
    QStringList skills;
    for (const PickRule &rule : standardPicks()) {
        if (rows.contains(rule.name))
            skills << rule.skills;
    }
    skills.removeDuplicates();
    return skills;
}

QList<Pick> pickSkills(const PickInput &input, const QList<PickRule> &table, qsizetype most)
{
    Candidates candidates(input);
    for (const PickRule &rule : table) {
        if (!isMet(rule, input))
            continue;
        for (qsizetype i = 0; i < rule.skills.size(); ++i)
            candidates.add(rule.skills.at(i), rule.weight - int(i) * perPlace, rule.reason);
    }
    // What helped the last time comes before what is good at any time.
    std::set<QString> seen;
    for (auto use = input.uses.crbegin(); use != input.uses.crend(); ++use) {
        const std::optional<bool> helped = didHelp(*use);
        if (helped && seen.insert(use->skill).second && *helped)
            candidates.add(use->skill, 10, PickReason::Helped);
    }
    for (qsizetype i = 0; i < input.asked.size(); ++i)
        candidates.ask(input.asked.at(i), int(i));

    const QSet<QString> unhelpful = unhelpfulSkills(input.uses);
    const QList<Pick> sorted = candidates.sorted(unhelpful);
    QList<Pick> picks = sorted.first(std::min(most, sorted.size()));
    const bool hasFavourite =
        std::any_of(picks.cbegin(), picks.cend(), [&](const Pick &pick) { return input.choices.favourites.contains(pick.skill); });
    const bool isFull = picks.size() == most;
    const bool isRoom =
        !isFull || (most > 0 && !isKept(picks.constLast().reason) && picks.constLast().reason != PickReason::StrongCraving);
    if (const std::optional<Pick> favourite = favouriteOf(input, sorted, unhelpful); favourite && !hasFavourite && isRoom) {
        if (isFull)
            picks.removeLast();
        picks << *favourite;
    }
    return picks;
}

QList<Pick> picksNow(Records &records, const Clock &clock, const QSet<QString> &available, qsizetype most)
{
    std::optional<Said> said;
    const std::optional<SubmittedForm> done = todaysCheckIn(records, clock);
    FormsAnswered forms(records); // by now the clinic may ask otherwise
    if (const Form *form = done ? forms.to(done->form) : nullptr)
        said = Said{*form, done->form.answers, clock.today()};
    return picksAfter(records, clock, said, available, most);
}

QList<Pick> picksAfter(Records &records, const Clock &clock, const std::optional<Said> &said, const QSet<QString> &available,
                       qsizetype most)
{
    const QDateTime now = clock.localNow();
    const QDate day = said ? said->day : now.date();
    PickInput input;
    input.said = said;
    input.available = available;
    input.hour = now.time().hour();
    input.choices = skillChoices(records).value_or(SkillChoices());
    input.uses = skillUses(records, now.date().addDays(-skillMemoryDays), now.date()).value_or(QList<SkillUse>());
    if (const std::optional<Form> form = dailyCheckInForm(records)) {
        input.hardEvenings = hardEvenings(records, *form, day);
        input.history = answeredDays(records, day, eveningDays);
        if (said)
            input.asked = evaluate(*said, input.history, CareConfiguration::standard()).skills();
    }
    return pickSkills(input, standardPicks(), most);
}

int hardEvenings(const Records &records, const Form &form, const QDate &before)
{
    std::set<QDate> days;
    const Result<QList<SubmittedForm>> checkIns = checkInsBetween(records, before.addDays(-eveningDays), before.addDays(-1));
    for (const SubmittedForm &submitted : checkIns.value_or(QList<SubmittedForm>())) {
        const QDateTime &at = submitted.form.authored;
        if (at.time().hour() < eveningHour)
            continue;
        const Said said{form, submitted.form.answers, at.date()};
        if (applies(number("craving", 7, 10), said, {}) || applies(number("mood", 0, 1), said, {}))
            days.insert(at.date());
    }
    return int(days.size());
}

} // namespace handrail
