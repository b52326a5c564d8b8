// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/CheckIn.h"

#include "care/ProgramWeek.h"
#include "content/Questionnaires.h"
#include "core/Ids.h"
#include "form/Safety.h"

namespace handrail {

namespace {

constexpr int weekly = 7;

/// One question a screen (design clinical 3.1). What is not of the core (design product 5) comes last, where one tap ends it all: that makes
/// eight for the core. What is asked there first is another thing every day: the same questions every day get stale (design product 4, 12).
FillingRule dailyRule(const QDate &today)
{
    FillingRule rule;
    rule.atTheEnd = {QStringLiteral("halt"), QStringLiteral("confidence"), QStringLiteral("note")};
    if (today.toJulianDay() % 2 == 0)
        rule.atTheEnd.swapItemsAt(0, 1);
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

int checkInEvery(const Records &records)
{
    const std::optional<Program> program = records.program();
    if (!program || !isAfterProgram(*program))
        return 1;
    for (const PlannedForm &planned : records.plannedForms()) {
        if (planned.questionnaire.section(u'|', 0, 0) == dailyCheckInUrl() && planned.everyDays > 0)
            return planned.everyDays;
    }
    return weekly;
}

CheckIn::CheckIn(Records &records, const Clock &clock, Form form)
    : FormFilling(records, clock, std::move(form), dailyRule(clock.nowUtc().toTimeZone(clock.localZone()).date()))
{
}

QString CheckIn::identifierAt(const QDateTime &local) const
{
    return urn(scheduledId(records().identity().patientId, form().url, local.date(), QStringLiteral("daily")));
}

Result<QList<SubmittedForm>> checkInsBetween(const Records &records, const QDate &first, const QDate &last)
{
    Result<QList<SubmittedForm>> checkIns = records.submittedBetween(dailyCheckInUrl(), first, last);
    if (checkIns)
        checkIns->removeIf([](const SubmittedForm &each) { return isSentAhead(each.form); });
    return checkIns;
}

std::optional<SubmittedForm> todaysCheckIn(const Records &records, const Clock &clock)
{
    // The date on the wall where it was answered counts, whatever zone the device is in now.
    const QDate today = clock.nowUtc().toTimeZone(clock.localZone()).date();
    const QList<SubmittedForm> checkIns = checkInsBetween(records, today, today).value_or(QList<SubmittedForm>());
    return checkIns.isEmpty() ? std::nullopt : std::optional(checkIns.constFirst());
}

} // namespace handrail
