// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/HeldText.h"

#include "view/RoleText.h"

#include <QCoreApplication>
#include <QHash>

namespace handrail {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HeldText)
};

/// What was opened, as the end of "Looked at ..." and "Wrote in ...".
QString thingOf(const QString &type)
{
    if (type == u"Appointment" || type == u"AppointmentResponse")
        return Words::tr("your sessions");
    if (type == u"QuestionnaireResponse" || type == u"Questionnaire")
        return Words::tr("your check-ins and forms");
    if (type == u"Observation")
        return Words::tr("the results of your check-ins and forms");
    if (type == u"Communication" || type == u"CommunicationRequest")
        return Words::tr("your messages");
    if (type == u"CarePlan" || type == u"Goal" || type == u"EpisodeOfCare")
        return Words::tr("your plan");
    if (type == u"MedicationRequest" || type == u"Medication" || type == u"MedicationStatement")
        return Words::tr("your medicine");
    if (type == u"Task")
        return Words::tr("what your clinic asked you for");
    if (type == u"CareTeam")
        return Words::tr("who is in your care team");
    if (type == u"Consent")
        return Words::tr("what you share");
    if (type == u"RelatedPerson")
        return Words::tr("your relatives’ details");
    if (type == u"Patient")
        return Words::tr("your name and details");
    if (type == u"Flag")
        return Words::tr("the notes that need a look");
    if (type == u"DocumentReference")
        return Words::tr("your papers");
    if (type == u"Organization" || type == u"Location")
        return Words::tr("your clinic’s name and places");
    if (type == u"AuditEvent")
        return Words::tr("who looked");
    return Words::tr("your records");
}

} // namespace

QString heldName(const QString &type)
{
    if (type == u"Appointment")
        return Words::tr("Sessions");
    if (type == u"AppointmentResponse")
        return Words::tr("What you said about coming");
    if (type == u"QuestionnaireResponse")
        return Words::tr("Check-ins and forms you sent");
    if (type == u"Questionnaire")
        return Words::tr("Questions of forms");
    if (type == u"Communication")
        return Words::tr("Messages");
    if (type == u"CommunicationRequest")
        return Words::tr("News from your clinic");
    if (type == u"Flag")
        return Words::tr("Notes from your clinic");
    if (type == u"CarePlan")
        return Words::tr("Plans");
    if (type == u"Goal")
        return Words::tr("Goals");
    if (type == u"EpisodeOfCare")
        return Words::tr("Levels of care");
    if (type == u"CareTeam")
        return Words::tr("Care teams");
    if (type == u"MedicationRequest")
        return Words::tr("Medicine");
    if (type == u"Medication")
        return Words::tr("Names of medicine");
    if (type == u"MedicationStatement")
        return Words::tr("Medicine you marked");
    if (type == u"Task")
        return Words::tr("What your clinic asked for");
    if (type == u"Consent")
        return Words::tr("What you signed to share");
    if (type == u"RelatedPerson")
        return Words::tr("Relatives");
    if (type == u"Patient")
        return Words::tr("Your name and details");
    if (type == u"Organization")
        return Words::tr("Clinics");
    if (type == u"Location")
        return Words::tr("Places", "where sessions are");
    return Words::tr("Other records");
}

QString ownName(const QString &valueName)
{
    if (valueName.startsWith(QLatin1String("own-sheet/")))
        return Words::tr("A worksheet, list or checklist");
    if (valueName == u"safety-plan")
        return Words::tr("My safety plan");
    if (valueName == u"my-people" || valueName == u"my-person")
        return Words::tr("My people");
    if (valueName.startsWith(QLatin1String("own-marks/")))
        return Words::tr("Days I marked");
    if (valueName == u"of-sessions/how-it-was")
        return Words::tr("Video sessions I joined, and how they were");
    if (valueName.startsWith(QLatin1String("skill-")))
        return Words::tr("Skills I used");
    if (valueName == u"learning")
        return Words::tr("Lessons I read");
    if (valueName == u"travel")
        return Words::tr("How I get there");
    if (valueName.startsWith(QLatin1String("draft")))
        return Words::tr("Something I began");
    if (valueName.startsWith(QLatin1String("access-log")))
        return Words::tr("Who looked, as last seen");
    if (valueName == u"safety-report")
        return Words::tr("What became of an answer about safety");
    if (valueName.startsWith(QLatin1String("messages.")))
        return Words::tr("What I read of messages");
    if (valueName.startsWith(QLatin1String("reminders")))
        return Words::tr("Reminders that came");
    return Words::tr("Kept on this device");
}

QString begunText(const OnlyHere &here, const QLocale &locale)
{
    QStringList things;
    if (here.isCheckInBegun)
        things << Words::tr("a check-in", "begun and not finished");
    if (here.isFormBegun)
        things << Words::tr("a form", "begun and not finished");
    if (here.isMessageBegun)
        things << Words::tr("a message", "begun and not finished");
    if (here.isInvitationBegun)
        things << Words::tr("an invitation", "begun and not finished");
    return locale.createSeparatedList(things);
}

QString onlyHereText(const OnlyHere &here, const QLocale &locale)
{
    QStringList things;
    if (here.keptToSelf > 0)
        things << Words::tr("%n check-in(s) that only you can see", nullptr, here.keptToSelf);
    if (here.hasSafetyPlan)
        things << Words::tr("your safety plan");
    if (here.hasPeople)
        things << Words::tr("your people");
    if (here.hasSheets)
        things << Words::tr("your worksheets and lists");
    if (here.hasMarks)
        things << Words::tr("the days you marked");
    if (here.hasSkills)
        things << Words::tr("the skills you used");
    if (here.hasLessons)
        things << Words::tr("where you are in lessons");
    if (here.hasWays)
        things << Words::tr("how you get to sessions");
    return locale.createSeparatedList(things);
}

QString sentStateText(OutboxState state)
{
    switch (state) {
    case OutboxState::Done: return Words::tr("Sent");
    case OutboxState::Kept: return Words::tr("Kept to myself");
    case OutboxState::Rejected: return Words::tr("Kept here. Your clinic does not have it");
    default: return Words::tr("Not sent yet");
    }
}

QString lookerText(const AccessEvent &event)
{
    const QString role = roleText({}, event.role);
    if (!event.name.isEmpty())
        return role.isEmpty() ? event.name : Words::tr("%1, %2", "a name, and what that person does").arg(event.name, role);
    if (!role.isEmpty())
        return role;
    switch (event.looker) {
    case Looker::Relative: return Words::tr("Somebody you share with");
    case Looker::Program: return Words::tr("A program of your clinic");
    case Looker::Staff: return Words::tr("Somebody at your clinic");
    default: return Words::tr("Somebody your clinic does not name");
    }
}

QString accessText(const AccessEvent &event, int count)
{
    // To a relative the only Communication is the card; the log does not say which it was, and messages are never shared. The only
    // RelatedPerson is their own.
    const bool isRelative = event.looker == Looker::Relative;
    const QString thing = isRelative && event.type == u"Communication" ? Words::tr("what is shared with them")
        : isRelative && event.type == u"RelatedPerson"                 ? Words::tr("their own name and details")
                                                                       : thingOf(event.type);
    const QString once = event.act == AccessEvent::Act::Write ? Words::tr("Wrote in: %1", "what was changed").arg(thing)
        : event.act == AccessEvent::Act::Remove               ? Words::tr("Took something out of: %1").arg(thing)
                                                              : Words::tr("Looked at: %1").arg(thing);
    return count < 2 ? once : Words::tr("%1, %2 times", "what somebody did, and how often").arg(once).arg(count);
}

} // namespace handrail
