// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "form/Safety.h"
#include "view/FillingView.h"

// The part of FillingView for which answers had their page: about safety, and of a return to use.

namespace handrail {

namespace {

/// FormFilling::noteShown()
const QString useShown = QStringLiteral("use");

} // namespace

void FillingView::takeUpHeard(bool isFormChanged)
{
    const QMap<QString, double> now = gravityOf(m_filling->form(), said(*m_filling));
    QMap<QString, double> heard = m_filling->heard().value_or(isFormChanged ? QMap<QString, double>() : now);
    const bool isOldDraft = !m_filling->heard() && m_filling->lastChange().isValid(); // the words of a question said nothing then
    const QMap<QString, double> sent = gravityOf(m_filling->form(), m_filling->changed());
    heard.removeIf([&](const auto &one) {
        const FormEntry *entry = m_filling->state().find(one.key());
        const bool wasSent = sent.contains(one.key()) && sent.value(one.key()) >= now.value(one.key());
        const bool wasHeard = wasSent || (entry && isMarkedAboutSafety(*entry->item));
        return !now.contains(one.key()) || (isOldDraft && !wasHeard); // taken back since, or not known
    });
    m_watch = SafetyWatch(heard);
    m_filling->keepHeard(heard);
}

bool FillingView::isUseDue() const
{
    return m_filling && m_tellsOfUse && !m_filling->wasShown(useShown)
        && isUseSaid(m_filling->form(), m_filling->state().submitted());
}

bool FillingView::takeUse()
{
    if (!isUseDue())
        return false;
    m_filling->noteShown(useShown);
    return true;
}

} // namespace handrail
