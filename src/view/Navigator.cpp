// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/Navigator.h"

#include <algorithm>

namespace handrail {

Navigator::Navigator(QObject *parent)
    : QObject(parent)
{
    m_stack.push({Starting, {}});
}

bool Navigator::isTab(Route route) const
{
    switch (route) {
    case Today:
    case Schedule:
    case Skills:
    case Learn:
    case FamilyHome:
    case FamilySessions:
    case FamilyLessons: return true;
    case Me: return m_isRelative; // the bar of a relative has room for it
    default: return false;
    }
}

/// One thing is done here from its beginning to its end, without a bar.
bool Navigator::isWhole(Route route)
{
    switch (route) {
    case BeforeJoin:
    case WaitingRoom:
    case HowWasIt:
    case CheckIn:
    case CheckInDone:
    case Invitation:
    case Form:
    case Safety:
    case AfterUse:
    case Blank:
    case Pin:
    case Skill:
    case Lesson:
    case Quiz:
    case OwnSheet:
    case MyPerson:
    case Invite:
    case SafetyPlanStep: return true;
    default: return false;
    }
}

bool Navigator::isBusy() const
{
    return std::any_of(m_stack.cbegin(), m_stack.cend(), [](const Stop &place) {
        switch (place.route) {
        case Help:
        case Overdose:
        case Calm:
        case BringUp:
        case Messages:
        case TellClinic:
        case FirstSync:
        case SignOut: return true;
        default: return isWhole(place.route);
        }
    });
}

bool Navigator::isOpen(Route route) const
{
    switch (route) {
    case Help:
    case Overdose:
    case Calm: return true;
    case Today:
    case Schedule:
    case CheckIn:
    case CheckInDone:
    case Forms:
    case Form:
    case FormAnswers:
    case Safety:
    case AfterUse:
    case MyPeople:
    case MyPerson:
    case SafetyPlan:
    case SafetyPlanStep:
    case SafetyPlanPaper:
    case LockScreenHelp:
    case Medicine:
    case Plan:
    case NextStep:
    case BringUp:
    case Messages:
    case Progress:
    case VisitSummary:
    case Attendance:
    case Sharing:
    case SharingPerson:
    case Invite:
    case WhoSees:
    case WhoLooked:
    case Consents:
    case Consent:
    case Download:
    case Skills:
    case SkillList:
    case SkillSearch:
    case Skill:
    case Made:
    case OwnSheet:
    case Learn: return m_isSignedIn && !m_isRelative;
    case FamilyHome:
    case FamilySessions:
    case FamilyLessons:
    case TellClinic: return m_isSignedIn && m_isRelative;
    case Blank:
    case SessionPage:
    case BeforeJoin:
    case WaitingRoom:
    case HowWasIt:
    case Me:
    case Outbox:
    case SignOut:
    case Pin: return m_isSignedIn;
    case Invitation: return m_isSignedIn || m_entry == Welcome;
    // Nothing of anybody is in these; but while it is locked there is Help alone.
    case Community:
    case Place:
    case AboutIop:
    case Module: // of the family's lessons alone then (view/LearnView)
    case Lesson:
    case Quiz: return m_isSignedIn || m_entry == Welcome;
    default: return route == m_entry;
    }
}

bool Navigator::has(Route route) const
{
    return std::any_of(m_stack.cbegin(), m_stack.cend(), [route](const Stop &place) { return place.route == route; });
}

Navigator::Route Navigator::tab() const
{
    for (auto it = m_stack.crbegin(); it != m_stack.crend(); ++it) {
        if (isHelp(it->route))
            return Help;
        if (it->route == SessionPage || it->route == BeforeJoin || it->route == WaitingRoom || it->route == HowWasIt)
            return m_isRelative ? FamilySessions : Schedule;
        if (it->route == Skill || it->route == SkillList || it->route == SkillSearch)
            return Skills;
        const bool isRead = it->route == Module || it->route == Lesson || it->route == Quiz || it->route == Community
            || it->route == Place || it->route == AboutIop;
        if (isRead && m_isSignedIn)
            return m_isRelative ? FamilyLessons : Learn;
        if (it->route == Outbox)
            return Me;
        if (isTab(it->route))
            return it->route;
    }
    return m_entry;
}

void Navigator::go(Route route, const QString &argument)
{
    const Stop place{route, argument};
    if (!isOpen(route) || place == m_stack.top())
        return;
    if (isTab(route) || route == m_entry)
        m_stack.clear();
    m_stack.push(place);
    Q_EMIT routeChanged();
}

void Navigator::replace(Route route, const QString &argument)
{
    if (!isOpen(route))
        return;
    m_stack.top() = {route, argument};
    Q_EMIT routeChanged();
}

void Navigator::back()
{
    if (!canGoBack())
        return;
    m_stack.pop();
    Q_EMIT routeChanged();
}

void Navigator::openHelp()
{
    if (isHelp(route()) && canGoBack() && m_stack.at(m_stack.size() - 2).route == Help)
        back();
    else
        go(Help);
}

void Navigator::home()
{
    go(m_entry);
}

void Navigator::setEntry(Route entry, bool isSignedIn, bool isRelative)
{
    if (entry == m_entry && isSignedIn == m_isSignedIn && isRelative == m_isRelative)
        return;
    m_entry = entry;
    m_isSignedIn = isSignedIn;
    m_isRelative = isRelative;
    QStack<Stop> kept;
    kept.push({entry, {}});
    // Somebody who reads the Help page must not lose it because a sign-in ended or a key came. Nor whom to call, where the page after a safety
    // answer can't stay.
    for (const Stop &place : std::as_const(m_stack)) {
        if (isHelp(place.route))
            kept.push(place);
        else if (place.route == Safety)
            kept.push({Help, {}});
    }
    m_stack = kept;
    Q_EMIT routeChanged();
}

} // namespace handrail
