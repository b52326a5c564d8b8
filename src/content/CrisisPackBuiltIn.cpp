// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// The same facts as crisis/us.json, as plain data in the program itself: Help is shown from here when no file can be read. A test
// holds the two together.

#include "content/CrisisPack.h"

#include <QStringView>

#include <array>
#include <span>

namespace handrail {

namespace {

using Words = QStringView;

struct NumberData {
    Words id;
    Words shown;
    Words callLabel;
    Words callNote;
    Words call;
    Words textLabel;
    Words textNote;
    Words text;
    Words webLabel;
    Words webNote;
    Words web;
    std::array<Words, 3> more; ///< empty ones are left out
};

struct StepData {
    Words title;
    Words detail;
};

struct PackData {
    Words region;
    Words reviewDate;
    Words reviewedBy;
    std::span<const Words> sources;
    std::span<const NumberData> numbers;
    Words overdoseFirst;
    std::span<const StepData> steps;
    std::span<const Words> notes;
    Words withdrawal;
};

constexpr Words usSources[] = {
    u"988 Suicide & Crisis Lifeline, https://988lifeline.org",
    u"SAMHSA National Helpline, https://www.samhsa.gov/find-help/helplines/national-helpline",
    u"Poison Help, https://poisonhelp.hrsa.gov",
    u"SAMHSA Overdose Prevention and Response Toolkit",
};

constexpr NumberData usNumbers[] = {
    {u"lifeline",
     u"988",
     u"Call 988",
     u"Crisis line. Free, day and night.",
     u"988",
     u"Text 988",
     u"If talking is hard",
     u"988",
     u"Chat with 988",
     u"Needs internet",
     u"https://988lifeline.org/chat",
     {u"988: also for drugs, alcohol, or worry about someone.", u"Spanish: press 2, or text AYUDA to 988.",
      u"Veterans: press 1, or text 838255."}},
    {u"emergency",
     u"911",
     u"Call 911",
     u"I am in danger or hurt",
     u"911",
     {},
     {},
     {},
     {},
     {},
     {},
     {u"You can ask for a crisis-trained officer.", {}, {}}},
    {u"poison", u"1-800-222-1222", u"Call Poison Help", u"Free, day and night.", u"18002221222", {}, {}, {}, {}, {}, {}, {}},
    {u"treatment",
     u"1-800-662-4357",
     u"Find treatment",
     u"SAMHSA helpline. Day and night, English and Spanish.",
     u"18006624357",
     {},
     {},
     {},
     {},
     {},
     {},
     {u"They tell you where to get care. It is not a crisis line.", {}, {}}},
};

constexpr StepData usSteps[] = {
    {u"Try to wake them", u"Shout. Rub the chest bone hard."},
    {u"Give naloxone", u"Tip the head back. Spray one nostril, even if unsure."},
    {u"Help them breathe", u"1 breath every 5 seconds, or do what 911 says."},
    {u"Still not awake in 3 minutes?", u"Give one more spray, in the other nostril."},
    {u"Lay them on their side", u"Stay until help comes. Naloxone can wear off."},
};

constexpr Words usNotes[] = {
    u"Naloxone will not hurt someone who did not take opioids.",
    u"Most states protect people who call.",
};

constexpr Words elsewhereSources[] = {
    u"Find A Helpline, https://findahelpline.com",
};

// 112 reaches the emergency service on mobile phones in most countries (GSM standard), also where another number is the usual one.
constexpr NumberData elsewhereNumbers[] = {
    {u"emergency",
     u"112",
     u"Call 112",
     u"I am in danger or hurt",
     u"112",
     {},
     {},
     {},
     u"Find a crisis line near you",
     u"findahelpline.com. Needs internet.",
     u"https://findahelpline.com",
     {u"Or call your local emergency number.", {}, {}}},
};

constexpr StepData elsewhereSteps[] = {
    {u"Try to wake them", u"Shout. Rub the chest bone hard."},
    {u"Give naloxone", u"Tip the head back. Spray one nostril, even if unsure."},
    {u"Help them breathe", u"1 breath every 5 seconds, or do what the emergency line says."},
    {u"Still not awake in 3 minutes?", u"Give one more spray, in the other nostril."},
    {u"Lay them on their side", u"Stay until help comes. Naloxone can wear off."},
};

constexpr PackData us = {u"us",
                         u"2026-11-21",
                         u"The Handrail authors; a clinician has not reviewed it yet",
                         usSources,
                         usNumbers,
                         u"Call 911",
                         usSteps,
                         usNotes,
                         u"Seizure, seeing things, fever, or confusion after you stop drinking or using? Shaking or sweating since "
                         u"you stopped alcohol or pills? Call 911."};
constexpr PackData elsewhere = {u"elsewhere",
                                u"2026-11-21",
                                u"The Handrail authors; a clinician has not reviewed it yet",
                                elsewhereSources,
                                elsewhereNumbers,
                                u"Call 112",
                                elsewhereSteps,
                                std::span<const Words>(usNotes).first(1),
                                u"Seizure, seeing things, fever, or confusion after you stop drinking or using? Shaking or "
                                u"sweating since you stopped alcohol or pills? Call 112."};

template <typename List>
QStringList strings(const List &words)
{
    QStringList list;
    for (const Words &word : words) {
        if (!word.isEmpty())
            list << word.toString();
    }
    return list;
}

CrisisPack build(const PackData &data)
{
    CrisisPack pack;
    pack.region = data.region.toString();
    pack.language = QStringLiteral("en");
    pack.reviewDate = QDate::fromString(data.reviewDate.toString(), Qt::ISODate);
    pack.reviewedBy = data.reviewedBy.toString();
    pack.sources = strings(data.sources);
    pack.page = {QStringLiteral("You are not alone"),
                 QStringLiteral("Pick any one. It is okay to ask for help."),
                 QStringLiteral("Call clinic"),
                 QStringLiteral("Overdose, or someone in danger?"),
                 QStringLiteral("Call first. Then follow the steps."),
                 QStringLiteral("Use any phone."),
                 QStringLiteral("This page works offline. Calls need phone signal.")};
    for (const NumberData &n : data.numbers) {
        pack.numbers << CrisisNumber{n.id.toString(),
                                     n.shown.toString(),
                                     n.callLabel.toString(),
                                     n.callNote.toString(),
                                     n.call.toString(),
                                     n.textLabel.toString(),
                                     n.textNote.toString(),
                                     n.text.toString(),
                                     n.webLabel.toString(),
                                     n.webNote.toString(),
                                     n.web.isEmpty() ? QUrl() : QUrl(n.web.toString()),
                                     strings(n.more)};
    }
    pack.overdose.title = QStringLiteral("Overdose steps");
    pack.overdose.first = data.overdoseFirst.toString();
    pack.overdose.firstNote = QStringLiteral("Put the phone on speaker");
    pack.overdose.lookForLabel = QStringLiteral("Look for:");
    pack.overdose.lookFor = QStringLiteral("can’t wake up, slow or no breath, blue or gray lips.");
    for (const StepData &step : data.steps)
        pack.overdose.steps << OverdoseStep{step.title.toString(), step.detail.toString()};
    pack.overdose.notes = strings(data.notes);
    pack.withdrawal = data.withdrawal.toString();
    return pack;
}

} // namespace

CrisisPack builtInCrisisPack(QStringView region)
{
    return build(region == u"us" ? us : elsewhere);
}

} // namespace handrail
