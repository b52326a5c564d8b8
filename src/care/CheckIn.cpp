// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/CheckIn.h"

#include "care/SafetyReport.h"
#include "content/Questionnaires.h"
#include "core/Ids.h"

namespace handrail {

namespace {
FillingRule dailyRule()
{
    FillingRule rule;
    rule.draftSeconds = 12 * 3600;
    rule.areInitialsTaken = false;
    rule.isStrict = true;
    return rule;
}

} // namespace

QString dailyCheckInUrl()
{
    return canonical(u"Questionnaire/daily-checkin");
}

std::optional<Form> dailyCheckInForm(const Records &records)
{
    const std::optional<Form> form = records.form(dailyCheckInUrl(), dailyCheckInQuestionnaire());
    return form && !form->items.isEmpty() ? form : std::nullopt;
}

CheckIn::CheckIn(Records &records, const Clock &clock, Form form)
    : FormFilling(records, clock, std::move(form), dailyRule())
{
}

QString CheckIn::identifierAt(const QDateTime &local) const
{
    return urn(scheduledId(records().identity().patientId, form().url, local.date(), QStringLiteral("daily")));
}

std::optional<SubmittedForm> todaysCheckIn(const Records &records, const Clock &clock)
{
    const QDate today = clock.nowUtc().toTimeZone(clock.localZone()).date();
    for (const SubmittedForm &submitted : finishedForms(records, dailyCheckInUrl(), 5)) {
        // The date on the wall where it was answered counts, whatever zone the device is in now.
        if (submitted.form.authored.date() == today)
            return submitted;
    }
    return std::nullopt;
}

} // namespace handrail
