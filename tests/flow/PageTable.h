// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Stage.h"
#include "care/HowItWas.h"
#include "care/MyPeople.h"
#include "care/SafetyPlan.h"

#include <memory>
#include <span>

namespace handrail {

/// A page that is reached from another one.
struct TablePage {
    const char *name;
    Navigator::Route route;
    const char *argument;
    const char *mark; ///< words that are read on it, in English; in no other language
};

/// Each is looked at in every size, text size and language, and gone through by keyboard: a new page is one line here.
inline constexpr TablePage pageTable[] = {
    {"messages", Navigator::Messages, "", "Write to Dana"},
    {"a message about a ride", Navigator::Messages, "ride", "Write to Dana"},
    {"plan", Navigator::Plan, "", "My goals"},
    {"next step", Navigator::NextStep, "", "What stays the same"},
    {"bring up", Navigator::BringUp, "", "Something to bring up"},
    {"medicine", Navigator::Medicine, "", "My medicine"},
    {"attendance", Navigator::Attendance, "", "Your sessions so far"},
    {"how it was", Navigator::HowWasIt, "a101-20261106-1700", "Clear my answer"},
    {"how it was, nothing said", Navigator::HowWasIt, "a101-20261023-1700", "How was it?"},
    {"my people, two", Navigator::MyPeople, "", "Add a person"},
    {"safety plan, begun", Navigator::SafetyPlan, "", "My safety plan"},
    {"who can see what", Navigator::WhoSees, "", "Who can see what"},
    {"who looked", Navigator::WhoLooked, "", "Who looked"},
    {"what I signed", Navigator::Consents, "", "What you signed"},
    {"download", Navigator::Download, "", "Save the file"},
    {"people I share with", Navigator::Sharing, "", "They see what you chose, and nothing else. *"},
    {"one I share with", Navigator::SharingPerson, "c101-1", "What Rosa can see"},
    {"inviting", Navigator::Invite, "", "Who do you want to invite?"},
    {"words that I signed", Navigator::Consent, "c101-1", "What * signed"},
};

/// The same of a relative, 12 minutes before the family session begins.
inline constexpr TablePage relativePageTable[] = {
    {"family home", Navigator::FamilyHome, "", "Here for Maya"},
    {"family sessions", Navigator::FamilySessions, "", "Days of this week"},
    {"a family session", Navigator::SessionPage, "a101-20261120-1730", "Counselor"},
    {"family lessons", Navigator::FamilyLessons, "", "For families"},
    {"tell the clinic", Navigator::TellClinic, "", "Send to the clinic"},
    {"before a family session", Navigator::BeforeJoin, "a101-20261120-1730", "Only you see this"},
    {"waiting for a family session", Navigator::WaitingRoom, "a101-20261120-1730", "You’re in the right place"},
    {"how it was, a relative's", Navigator::HowWasIt, "a101-20261106-1700", "Clear my answer"},
    {"how it was, a relative's, nothing said", Navigator::HowWasIt, "a101-20261023-1700", "How was it?"},
    {"family, you", Navigator::Me, "", "You and privacy"},
    {"family, sent and waiting", Navigator::Outbox, "", "Nothing waits"},
    {"family, sign out", Navigator::SignOut, "", "Stay signed in"},
};

inline std::span<const TablePage> pagesOf(bool isRelative)
{
    return isRelative ? std::span<const TablePage>(relativePageTable) : std::span<const TablePage>(pageTable);
}

/// Whose pages they are, signed in, with all that they have.
inline bool openForTable(std::unique_ptr<Stage> &stage, bool isRelative)
{
    stage = std::make_unique<Stage>(isRelative ? QDateTime(QDate(2026, 11, 20), QTime(22, 18), QTimeZone::utc())
                                               : QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
    return stage->openClinic() && stage->openApp()
        && stage->signIn(isRelative ? QStringLiteral("rosa") : QStringLiteral("maya"), QStringLiteral("demo"))
        && stage->screen().waitUntil([&stage] { return stage->app().account().isFirstSyncDone(); }, 20'000);
}

/// What these pages show is there: two sessions that were joined; of a patient two people, one with a long name and number, and a plan with some words.
inline bool fillForTable(Stage &stage)
{
    Records &records = *stage.app().account().records();
    const QString said = QStringLiteral("a101-20261106-1700");
    const QDateTime joined = stage.clock().nowUtc().addDays(-12);
    if (!noteJoined(records, said, joined) || !setHowItWas(records, said, HowItWas::VeryHard)
        || !noteJoined(records, QStringLiteral("a101-20261023-1700"), joined))
        return false;
    if (stage.app().navigator().isRelative())
        return true;
    SafetyPlan plan;
    plan.words.insert(PlanPart::Signs, QStringLiteral("I stop answering my phone\nI sleep in the afternoon"));
    plan.words.insert(PlanPart::Reasons, QStringLiteral("My sister"));
    return setMyPeople(records,
                       {{QStringLiteral("1"), QStringLiteral("Ana"), QStringLiteral("2125550101"), QStringLiteral("My sister"), {}},
                        {QStringLiteral("2"), QStringLiteral("Maximiliana Fernandez-Oyelaran"), QStringLiteral("+12125550102"),
                         QStringLiteral("My sponsor since the spring"), QStringLiteral("Can we talk?")}})
        && keepSafetyPlan(records, plan);
}

} // namespace handrail
