// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/PlanText.h"

#include <QCoreApplication>

namespace handrail {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlanText)
};

} // namespace

QString planTitle(PlanPart part)
{
    switch (part) {
    case PlanPart::Signs: return Words::tr("My warning signs");
    case PlanPart::Coping: return Words::tr("Things I can do on my own");
    case PlanPart::Places: return Words::tr("People and places that lift me");
    case PlanPart::Contacts: return Words::tr("People I can ask for help");
    case PlanPart::Professionals: return Words::tr("Professionals I can call");
    case PlanPart::Means: return Words::tr("Making my home safer");
    case PlanPart::Reasons: return Words::tr("What keeps me going");
    }
    return {};
}

QString planAsk(PlanPart part)
{
    switch (part) {
    case PlanPart::Signs:
        return Words::tr("How do you notice that a hard time begins? Think of thoughts, feelings and what you do.");
    case PlanPart::Coping: return Words::tr("What helps for a while when you are alone? Pick skills, or write your own.");
    case PlanPart::Places: return Words::tr("Where can you go, and who is good to be near? You need not talk about it.");
    case PlanPart::Contacts: return Words::tr("Who can you tell that it is hard? Ask them first if they agree.");
    case PlanPart::Professionals: return Words::tr("These can be called. Add your counselor or doctor, if you like.");
    case PlanPart::Means: return Words::tr("How can your home be safer? Plan this with your counselor or someone you trust.");
    case PlanPart::Reasons: return Words::tr("What matters to you? It can be big or small.");
    }
    return {};
}

QString planHint(PlanPart part)
{
    switch (part) {
    case PlanPart::Signs: return Words::tr("No sleep. Pacing. I stop answering my phone.");
    case PlanPart::Coping: return Words::tr("Walk to the water and back.");
    case PlanPart::Places: return Words::tr("My sister’s kitchen. The Saturday meeting.");
    case PlanPart::Contacts: return Words::tr("My sister, when she is home from work.");
    case PlanPart::Professionals: return Words::tr("My counselor, weekdays until 5.");
    case PlanPart::Means: return Words::tr("My sister keeps my medicine locked up.");
    case PlanPart::Reasons: return Words::tr("My dog. The garden in spring.");
    }
    return {};
}

QString planShareText(PlanShare::State state)
{
    switch (state) {
    case PlanShare::State::Never: return Words::tr("Nobody else sees your plan.");
    case PlanShare::State::Waiting: return Words::tr("Saved here. It is not sent yet.");
    case PlanShare::State::Refused: return Words::tr("Your care team did not get it. “Sent and waiting” says why.");
    case PlanShare::State::Sent: return Words::tr("Your care team has your plan. Your changes go to them, too.");
    case PlanShare::State::Older: return Words::tr("Your care team has an earlier plan. Your newest words are not sent.");
    case PlanShare::State::Stopped: return Words::tr("Your changes stay here now. Your care team keeps what was sent.");
    }
    return {};
}

} // namespace handrail
