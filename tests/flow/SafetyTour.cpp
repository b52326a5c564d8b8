// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SafetyTour.h"

#include "care/MyPeople.h"
#include "care/SafetyPlan.h"

namespace handrail {

bool SafetyTour::show(const char *page, const char *mark, bool isMore)
{
    const QString name = QString::fromLatin1(page);
    return m_stage.screen().waitFor(QString::fromUtf8(mark)) && m_album.add(m_stage, name)
        && (!isMore || m_album.addLargeAndInSpanish(m_stage, name));
}

/// The people and the plan of the design's picture.
bool SafetyTour::write()
{
    Records &records = *m_stage.app().account().records();
    const OwnPerson rosa{QStringLiteral("r"), QStringLiteral("Rosa"), QStringLiteral("2075550142"), QStringLiteral("My sister"),
                         QStringLiteral("Can you talk for a bit?")};
    const OwnPerson james{
        QStringLiteral("j"), QStringLiteral("James"), QStringLiteral("2075550143"), QStringLiteral("My sponsor"), {}};
    SafetyPlan plan;
    plan.words = {{PlanPart::Signs, QStringLiteral("No sleep. Pacing. “What’s the point.”")},
                  {PlanPart::Coping, QStringLiteral("Walk to the water and back")},
                  {PlanPart::Places, QStringLiteral("Rosa’s kitchen. The Saturday meeting.")},
                  {PlanPart::Means, QStringLiteral("Rosa keeps my medicine locked up.")}};
    plan.skills = QStringList{QStringLiteral("ride-the-urge")};
    plan.made = plan.changed = QDate(2026, 11, 9);
    const bool isKept = setMyPeople(records, {rosa, james}) && keepSafetyPlan(records, plan);
    m_stage.app().myPeople().readAgain();
    m_stage.app().safetyPlan().readAgain();
    return isKept;
}

bool SafetyTour::all()
{
    Navigator &navigator = m_stage.app().navigator();
    const auto at = [&](Navigator::Route route, const QString &argument = {}) {
        navigator.home();
        navigator.go(route, argument);
        return true;
    };
    bool isGood = at(Navigator::SafetyPlan) && show("safety-plan-first", "Begin", false) && write()
        && show("safety-plan", "My words. Made on *") && m_album.addLow(m_stage, QStringLiteral("safety-plan"))
        && m_stage.screen().scrollTo(QStringLiteral("No one watches this page*"))
        && show("safety-plan-end", "No one watches this page*", false) && m_stage.screen().press(QStringLiteral("Edit"))
        && show("safety-plan-edit", "My warning signs: Change", false);
    isGood = isGood && at(Navigator::SafetyPlanStep, QStringLiteral("coping"))
        && show("safety-plan-step", "Things I can do on my own, in my own words");
    isGood = isGood && at(Navigator::SafetyPlanPaper) && m_stage.screen().waitFor(QStringLiteral("The page. *"));
    m_stage.screen().waitUntil([] { return false; }, 500); // the picture of it comes a moment later
    isGood = isGood && show("safety-plan-paper", "The page. *", false);
    isGood = isGood && at(Navigator::LockScreenHelp) && show("safety-plan-lock-screen", "On the lock screen");
    isGood = isGood && at(Navigator::MyPeople) && show("my-people", "Move James up");
    isGood = isGood && at(Navigator::Help) && show("help-own", "My safety plan*");
    navigator.home();
    return isGood;
}

bool SafetyTour::afterAnAnswer()
{
    Navigator &navigator = m_stage.app().navigator();
    Screen &screen = m_stage.screen();
    navigator.home();
    navigator.go(Navigator::AfterUse);
    bool isGood = show("after-use", "Stay safe today", false) && screen.press(QStringLiteral("Alcohol"))
        && show("after-use-alcohol", "Drink or take pills*", false);
    navigator.go(Navigator::MyPerson);
    isGood = isGood && show("my-person", "Phone number", false) && all();
    navigator.home();
    navigator.go(Navigator::Safety);
    isGood = isGood && show("safety", "Thank you for telling us.", false)
        && screen.press(QStringLiteral("Yes, I took something or hurt myself")) && show("safety-hurt", "Please call now.", false);
    m_stage.app().preferences().setTextScale(2);
    isGood = isGood && m_album.add(m_stage, QStringLiteral("safety-200"));
    m_stage.app().preferences().setTextScale(1);
    return isGood;
}

} // namespace handrail
