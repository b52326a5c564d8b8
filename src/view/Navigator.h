// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QObject>
#include <QString>
#include <QStack>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// Where the person is. Pages never push each other: they ask for a route, and the shell shows it. Help can be reached from every
/// route, in every state, and leads back to where it was opened.
class Navigator final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(Route route READ route NOTIFY routeChanged)
    Q_PROPERTY(QString argument READ argument NOTIFY routeChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY routeChanged)
    Q_PROPERTY(bool isOverTab READ isOverTab NOTIFY routeChanged)
    Q_PROPERTY(bool hasBar READ hasBar NOTIFY routeChanged)
    Q_PROPERTY(Route tab READ tab NOTIFY routeChanged)
    Q_PROPERTY(bool isSignedIn READ isSignedIn NOTIFY routeChanged)
    Q_PROPERTY(bool isRelative READ isRelative NOTIFY routeChanged)

public:
    enum Route {
        Starting, ///< the account is being opened
        Welcome,
        Invitation, ///< of a relative: the link, the code
        SigningIn,  ///< the browser shows the clinic's page
        FirstSync,
        Locked,         ///< asks for the PIN
        KeyUnavailable, ///< the device's keychain keeps the key back
        Today,
        Schedule,
        SessionPage, ///< argument: id of the session
        BeforeJoin,  ///< microphone and camera before a video session; argument: its id
        WaitingRoom, ///< until Join opens, and the tap; argument: id of the session
        HowWasIt,    ///< the one question after it; argument: its id
        CheckIn,     ///< argument: identifier of one that was refused and is sent again
        CheckInDone,
        Forms,       ///< the forms that are due, and those that were sent
        Form,        ///< argument: id of the assignment, or the canonical of the form
        FormAnswers, ///< argument: identifier of answers that were sent
        Safety,      ///< after a safety answer; lies over the form it was given in
        AfterUse,    ///< after a return to use
        Skills,
        SkillList,   ///< argument: a need, "all" or "hidden"
        SkillSearch, ///< skills, lessons and worksheets by what is typed
        Skill,       ///< argument: id of the skill
        Made,        ///< what the person made with skills
        OwnSheet,    ///< argument: id of one of these
        Learn,
        Module, ///< argument: id of the module
        Lesson, ///< argument: id of the lesson
        Quiz,   ///< argument: id of its module
        Me,
        Outbox, ///< what waits to be sent
        SignOut,
        Pin,             ///< sets the PIN, changes it, turns it off
        MyPeople,        ///< the people to call
        MyPerson,        ///< one of them; argument: their id, empty for somebody more
        SafetyPlan,      ///< the person's own, in own words
        SafetyPlanStep,  ///< argument: the part of it that is written
        SafetyPlanPaper, ///< of the plan, to look at and save
        LockScreenHelp,  ///< what Help now shows while it is locked
        Medicine,        ///< what today asks for, and the list
        Plan,            ///< the plan and its goals
        NextStep,        ///< the next phase, with the old and the new week
        BringUp,         ///< what to bring up next time
        Messages,        ///< argument: what it is about, the name of a MessageKind in lower case; may be empty
        Progress,
        VisitSummary,  ///< the page for a visit
        Sharing,       ///< the people with whom the patient shares
        SharingPerson, ///< one of them; argument: sharingId(), or the id of the Consent
        Invite, ///< argument: the id of a family session, empty for all, "code/" and a Consent's id, or "again/" and sharingId()
        Attendance, ///< what the clinic wrote down of the sessions
        WhoSees,    ///< who can see what
        WhoLooked,  ///< the clinic's log
        Consents,   ///< what was signed to share
        Consent,    ///< the words of one of them; argument: its id
        Download,   ///< all that is here, as a file
        FamilyHome,
        FamilySessions,
        FamilyLessons,
        TellClinic, ///< a relative tells the clinic something, one way
        Blank,      ///< says nothing of anybody; somebody left quickly
        Community,  ///< help outside the clinic; argument: a kind of it as content names it, may be empty
        Place,      ///< argument: id of the place
        AboutIop,   ///< what such a program is, and what to ask about cost
        Help,
        Overdose,
        Calm ///< something to calm down with, from Help now; argument: id of the skill
    };
    Q_ENUM(Route)

    explicit Navigator(QObject *parent = nullptr);

    [[nodiscard]] Route route() const { return m_stack.top().route; }
    [[nodiscard]] QString argument() const { return m_stack.top().argument; }
    [[nodiscard]] bool canGoBack() const { return m_stack.size() > 1; }
    /// What lies under the page that shows is a tab, which the bar leads to as well.
    [[nodiscard]] bool isOverTab() const { return canGoBack() && isTab(m_stack.at(m_stack.size() - 2).route); }
    /// The bar or rail shows: somebody is signed in, and the page is not one that takes the whole window.
    [[nodiscard]] bool hasBar() const { return m_isSignedIn && !isWhole(route()); }
    /// The person does something, or reads something, that nothing from outside may take out of their hands; it shows or lies under what shows.
    [[nodiscard]] bool isBusy() const;
    /// It shows, or lies under what shows.
    [[nodiscard]] bool has(Route route) const;
    /// Help now, or a page of its own: open to everybody, always.
    [[nodiscard]] static bool isHelp(Route route) { return route == Help || route == Overdose || route == Calm; }
    /// The tab of the bar that the route belongs to; what waits to be sent belongs to Me, wherever it was opened from.
    [[nodiscard]] Route tab() const;
    [[nodiscard]] bool isSignedIn() const { return m_isSignedIn; }
    [[nodiscard]] bool isRelative() const { return m_isRelative; }

    /// Goes to a route. A tab begins anew; anything else is put on top. Routes that need a sign-in are refused without one.
    Q_INVOKABLE void go(handrail::Navigator::Route route, const QString &argument = {});
    /// Puts `route` in the place of the one that shows (the end of a flow).
    Q_INVOKABLE void replace(handrail::Navigator::Route route, const QString &argument = {});
    Q_INVOKABLE void back();
    /// Help now; from a page of its own, back to it.
    Q_INVOKABLE void openHelp();
    Q_INVOKABLE void home();

    /// Called when the account changes: where a person without the right to more belongs. Help stays open.
    void setEntry(Route entry, bool isSignedIn, bool isRelative);

Q_SIGNALS:
    void routeChanged();

private:
    struct Stop {
        Route route;
        QString argument;
        bool operator==(const Stop &other) const = default;
    };
    [[nodiscard]] bool isOpen(Route route) const;
    [[nodiscard]] bool isTab(Route route) const;
    [[nodiscard]] static bool isWhole(Route route);

    QStack<Stop> m_stack;
    Route m_entry = Starting;
    bool m_isSignedIn = false;
    bool m_isRelative = false;
};

} // namespace handrail
