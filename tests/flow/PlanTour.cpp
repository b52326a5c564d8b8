// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "PlanTour.h"

namespace handrail {

PlanTour::PlanTour(Stage &stage, Album &album)
    : m_stage(stage)
    , m_album(album)
{
}

bool PlanTour::press(const char *name)
{
    return m_stage.screen().waitFor(QString::fromUtf8(name)) && m_stage.screen().press(QString::fromUtf8(name));
}

bool PlanTour::show(const char *page, const char *mark)
{
    return m_stage.screen().waitFor(QString::fromUtf8(mark)) && m_album.add(m_stage, QString::fromLatin1(page));
}

bool PlanTour::more(const char *page)
{
    const QString name = QString::fromLatin1(page);
    return m_album.addLargeAndInSpanish(m_stage, name) && m_album.addLow(m_stage, name);
}

bool PlanTour::plan()
{
    return press("See your plan") && show("plan", "My goals") && more("plan")
        && m_stage.screen().scrollTo(QStringLiteral("Levels of care")) && show("plan-end", "Levels of care")
        && press("I don’t agree: Sleep through most nights") && show("plan-tell", "In my own words, if you like")
        && more("plan-tell") && press("Go back") && m_stage.screen().scrollTo(QStringLiteral("My plan"))
        && press("Your next step: *") && show("next-step", "What stays the same") && more("next-step") && press("Back")
        && m_stage.screen().scrollTo(QStringLiteral("Bring up next time, *")) && press("Bring up next time, *")
        && m_stage.screen().waitFor(QStringLiteral("Something to bring up"))
        && m_stage.screen().type(QStringLiteral("Something to bring up"), QStringLiteral("Nights are long"))
        && press("Add to my list") && show("bring-up", "Take off: Nights are long") && more("bring-up") && press("Back")
        && press("Back");
}

bool PlanTour::medicine()
{
    return press("Taken: Morning, Sertraline") && show("today-medicine", "Undo") && press("Medicine: 1 of 2 answered")
        && show("medicine", "My medicine") && more("medicine")
        && m_stage.screen().scrollTo(QStringLiteral("Ask for a refill: Sertraline")) && press("Ask for a refill: Sertraline")
        && show("medicine-asked", "Refill asked. *") && press("Back");
}

} // namespace handrail
