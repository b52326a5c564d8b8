// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/ProblemText.h"

#include <QCoreApplication>

namespace handrail {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProblemText)
};

} // namespace

ProblemWords problemText(const Problem &problem)
{
    switch (problem.kind) {
    case ProblemKind::Offline:
        return {Words::tr("You’re offline. That’s okay."), Words::tr("What you did is saved here. It will be sent by itself.")};
    case ProblemKind::Timeout:
    case ProblemKind::ServerBusy:
        return {Words::tr("Your clinic’s server is slow"), Words::tr("Nothing is lost. Handrail will try again by itself.")};
    case ProblemKind::ServerError:
        return {Words::tr("Your clinic’s server has a problem"), Words::tr("Nothing is lost. Handrail will try again by itself.")};
    case ProblemKind::Tls:
        return {Words::tr("This connection is not safe"),
                Words::tr("Handrail could not be sure that it talks to your clinic. Try another network, or call your clinic.")};
    case ProblemKind::Insecure:
        return {Words::tr("This address is not safe"), Words::tr("Your clinic’s address must start with https.")};
    case ProblemKind::BadAddress:
        return {Words::tr("This address does not work"),
                Words::tr("Please check your clinic’s address, or ask your clinic for it.")};
    case ProblemKind::NotFhir:
        return {Words::tr("This is not a clinic’s server"),
                Words::tr("If you are on public Wi-Fi, sign in to the Wi-Fi first. Else check your clinic’s address.")};
    case ProblemKind::NoSmart:
        return {Words::tr("This clinic can’t sign you in here"),
                Words::tr("Its server does not support sign-in from an app. Call your clinic.")};
    case ProblemKind::SignInNeeded:
        return {Words::tr("Please sign in again"), Words::tr("Your clinic ended the last sign-in. What you saved is still here.")};
    case ProblemKind::SignInDenied:
        return {Words::tr("You were not signed in"), Words::tr("The sign-in was not allowed. You can try again at any time.")};
    case ProblemKind::SignInAbandoned:
    case ProblemKind::Cancelled:
        return {Words::tr("You were not signed in"), Words::tr("The sign-in page was not finished. You can try again.")};
    case ProblemKind::SignInMismatch:
        return {Words::tr("You were not signed in"),
                Words::tr("The answer did not fit this sign-in, so it was not used. Please try again.")};
    case ProblemKind::SignInUnproven:
        return {Words::tr("You were not signed in"),
                Words::tr("Your clinic’s server did not prove who you are. Please call your clinic.")};
    case ProblemKind::NotForThem:
        return {Words::tr("This app is for patients and their family"),
                Words::tr("You were not signed in. If you work at the clinic, use its own tools.")};
    case ProblemKind::AppUnknown:
        return {Words::tr("Your clinic’s server does not know this app yet"),
                Words::tr("It is not something you did. Call your clinic, and ask if it can let Handrail in.")};
    case ProblemKind::UnsentOfAnother:
        return {
            Words::tr("Somebody else was signed in here"),
            Words::tr("Not all that they saved is sent, and it would be lost. They can sign in and send it, or sign out first.")};
    case ProblemKind::Forbidden:
        return {Words::tr("Your clinic does not share this"), Words::tr("Call your clinic if you think it should.")};
    case ProblemKind::NotFound: return {Words::tr("This is not there any more"), Words::tr("Your clinic may have changed it.")};
    case ProblemKind::Conflict:
    case ProblemKind::Rejected:
        return {Words::tr("Your clinic could not take this"),
                Words::tr("It is kept here. Call your clinic, or bring it to your next session.")};
    case ProblemKind::BadData:
        return {Words::tr("The answer could not be read"),
                Words::tr("What you have here stays as it was. Handrail will try again.")};
    case ProblemKind::WrongPatient:
        return {Words::tr("Something is wrong at your clinic"),
                Words::tr("The server sent a record that is not yours. It was not kept. Please call your clinic.")};
    case ProblemKind::KeychainMissing:
        return {Words::tr("This device has no safe place for your key"),
                Words::tr("You can use Handrail now. When you close it, nothing is kept on this device.")};
    case ProblemKind::KeychainBusy:
        return {Words::tr("Your device’s safe place does not answer"), Words::tr("Unlock it if it asks you to. Then try again.")};
    case ProblemKind::KeyUnavailable:
        return {
            Words::tr("Please sign in again"),
            Words::tr(
                "This device could not open its safe place for your key. It is not your fault. This can happen after an update.")};
    case ProblemKind::StoreFull:
        return {Words::tr("This device is full"), Words::tr("Your answers are still here. Free some space, then try again.")};
    case ProblemKind::StoreReadOnly:
        return {Words::tr("This device can’t save right now"), Words::tr("Your answers are still here. Please try again.")};
    case ProblemKind::StoreForeign:
    case ProblemKind::StoreBroken:
        return {Words::tr("What was saved here can’t be read"), Words::tr("It is put aside, not deleted. Sign in to go on.")};
    case ProblemKind::StoreNewer:
        return {Words::tr("Please update Handrail"), Words::tr("What is saved here was made by a newer version. Nothing is lost.")};
    case ProblemKind::StoreInUse:
        return {Words::tr("Handrail is already open"), Words::tr("Use the other window, or close it and try again.")};
    case ProblemKind::NotErased:
        return {Words::tr("Not everything could be erased"),
                Words::tr("What is left is locked. You can sign in once more and erase it again.")};
    case ProblemKind::Locked: return {Words::tr("Handrail is locked"), Words::tr("Enter your PIN to go on.")};
    case ProblemKind::PinWrong: return {Words::tr("That did not match"), Words::tr("Please try again.")};
    case ProblemKind::PinEnded:
        return {Words::tr("This PIN is off"),
                Words::tr("Too many tries did not match. Sign in with your clinic. What you did not send is kept.")};
    case ProblemKind::MemoryShort: return {Words::tr("Not enough memory"), Words::tr("Close other apps, then try again.")};
    case ProblemKind::SignInEnded:
        if (problem.isUnsent) // kept sealed, and no more is said of it here
            return {Words::tr("Nothing is shared right now"),
                    Words::tr("What you wrote was not sent. Call the clinic. The rest is gone from this device.")};
        return {Words::tr("Nothing is shared right now"),
                Words::tr("What was here is gone from this device. To reach the clinic, call, or sign in again.")};
    }
    return {Words::tr("Something did not work"), Words::tr("It is not something you did. Please try again.")};
}

ProblemWords problemTextOfAsking(const Problem &problem)
{
    switch (problem.kind) {
    case ProblemKind::Offline:
        return {problemText(problem).title, Words::tr("This needs a connection. Try again when you have one.")};
    case ProblemKind::Timeout:
    case ProblemKind::ServerBusy:
    case ProblemKind::ServerError:
    case ProblemKind::BadData: return {problemText(problem).title, Words::tr("It is not something you did. Try again in a while.")};
    case ProblemKind::Conflict:
    case ProblemKind::Rejected:
        return {Words::tr("Your clinic’s server did not take this"),
                Words::tr("It is not something you did. Please call your clinic.")};
    default: return problemText(problem);
    }
}

QString refusalText(const QString &code, bool canSendAgain)
{
    const QString issue = code.section(u':', 1);
    if (code.startsWith(nameOf(ProblemKind::Forbidden)))
        return Words::tr(
            "Your clinic does not allow this from the app right now. Handrail asks again after your next sign-in. It is kept here. "
            "You can also save a copy for your clinic.");
    if (issue == u"too-long")
        return canSendAgain
            ? Words::tr("It is too long for the clinic’s server. It is kept here. You can make it shorter, or save a copy for your "
                        "clinic.")
            : Words::tr("It is too long for the clinic’s server. It is kept here. You can save a copy for your clinic.");
    if (issue == u"other-answers")
        return Words::tr("Other answers to the same questions are at your clinic, and these were not put in their place. They are "
                         "kept here. You can look at both and choose, or save a copy for your clinic.");
    if (issue == u"taken-back")
        return canSendAgain
            ? Words::tr("Your clinic may have taken back the answers that it had to these questions. Yours are kept here. You can "
                        "send them again, as new ones, or save a copy for your clinic.")
            : Words::tr("Your clinic may have taken back the answers that it had to these questions. Yours are kept here. You can "
                        "save a copy for your clinic.");
    return canSendAgain
        ? Words::tr("The clinic’s server could not take it as it is. It is not something you did. It is kept here. You can send it "
                    "again, or save a copy for your clinic.")
        : Words::tr("The clinic’s server could not take it as it is. It is not something you did. It is kept here. You can save a "
                    "copy for your clinic.");
}

} // namespace handrail
