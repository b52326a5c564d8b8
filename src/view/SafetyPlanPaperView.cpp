// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SafetyPlanPaperView.h"

#include "view/PlanText.h"

namespace handrail {

SafetyPlanPaperView::SafetyPlanPaperView(Account &account, const Clock &clock, const Preferences &preferences, SafetyPlanView &plan,
                                         MyPeopleView &people, CrisisView &crisis, FileExport &files, QObject *parent)
    : PaperView(account, clock, preferences, files, parent)
    , m_plan(plan)
    , m_people(people)
    , m_crisis(crisis)
{
    connect(&plan, &SafetyPlanView::changed, this, [this] { makeSoon(); });
}

void SafetyPlanPaperView::resetChoices()
{
    m_hasName = false;
    m_hasNumbers = true;
}

QStringList SafetyPlanPaperView::linesOf(PlanPart part) const
{
    QStringList lines;
    if (part == PlanPart::Coping)
        lines = m_plan.skillTitles();
    for (const OwnPerson &person : part == PlanPart::Contacts ? m_people.list() : QList<OwnPerson>()) {
        QStringList about{person.name};
        if (!person.role.isEmpty())
            about << person.role;
        if (m_hasNumbers)
            about << person.phone;
        lines << about.join(QStringLiteral(", "));
    }
    if (part == PlanPart::Professionals) {
        if (const CrisisLine line = m_crisis.lifeline(); !line.id.isEmpty())
            lines << sentences({line.callLabel, line.callNote});
        if (m_crisis.hasClinic())
            lines << tr("My clinic: %1").arg(m_crisis.clinicPhone());
    }
    return lines + m_plan.plan()->lines(part);
}

std::optional<VisitPage> SafetyPlanPaperView::makePage(Records &records)
{
    if (!m_plan.plan())
        return std::nullopt;
    VisitPage page;
    page.title = tr("My safety plan");
    page.name = m_hasName ? records.name().full : QString();
    page.dates = m_plan.madeText();
    page.language = preferences().language();
    for (const PlanPart part : planParts) {
        const QStringList lines = linesOf(part);
        if (lines.isEmpty())
            continue; // an empty step is not on the paper
        VisitPage::Section section;
        section.title = part == PlanPart::Reasons
            ? planTitle(part)
            : tr("%1. %2", "number and title of a step").arg(int(part) + 1).arg(planTitle(part));
        section.sentence = lines.join(QChar::LineSeparator);
        page.sections << section;
    }
    page.footer = tr("I made this page on my own device. In danger, call my local emergency number.");
    return page;
}

} // namespace handrail
