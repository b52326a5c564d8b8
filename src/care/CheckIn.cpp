// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/CheckIn.h"

#include "care/ProgramWeek.h"
#include "content/Questionnaires.h"
#include "core/Ids.h"
#include "form/Safety.h"

#include <algorithm>

namespace handrail {

namespace {

constexpr int weekly = 7;
const QString setAside = QStringLiteral("before");

/// One question a screen (design clinical 3.1). What is not of the core (design product 5) comes last, where one tap ends it all: that makes
/// eight for the core. What is asked there first is another thing every day: the same questions every day get stale (design product 4, 12).
FillingRule dailyRule(const QDate &today, bool isSetAside)
{
    FillingRule rule;
    rule.isOfItsDay = true;
    if (isSetAside)
        rule.slot = setAside;
    rule.atTheEnd = {QStringLiteral("halt"), QStringLiteral("confidence"), QStringLiteral("note")};
    if (today.toJulianDay() % 2 == 0)
        rule.atTheEnd.swapItemsAt(0, 1);
    // That of the next morning asks these again: one night told for two days is two short nights, and two of them are told of.
    rule.ofTheMoment = {QStringLiteral("mood"), QStringLiteral("sleep-hours"), QStringLiteral("sleep-quality"),
                        QStringLiteral("halt"), QStringLiteral("meds"),        QStringLiteral("confidence")};
    rule.draftSeconds = 12 * 3600;
    rule.areInitialsTaken = false;
    rule.isStrict = true;
    return rule;
}

QString draftName(bool isSetAside)
{
    return FormFilling::draftNameOf(dailyCheckInUrl(), isSetAside ? setAside : QString());
}

QString identifierOf(const Records &records, const Form &form, const QDate &day)
{
    return urn(scheduledId(records.identity().patientId, form.url, day, QStringLiteral("daily")));
}

/// Another device ended its day, and these answers are not all among those.
bool isOutrun(Records &records, const CheckIn &checkIn)
{
    const std::optional<Answers> theirs = answeredElsewhere(records, checkIn.form(), checkIn.day());
    if (!theirs)
        return false;
    const FormState &state = checkIn.state();
    const Answers there = state.comparable(*theirs);
    const Answers here = state.comparable(state.submitted());
    const QStringList keys = here.keys();
    return std::any_of(keys.cbegin(), keys.cend(), [&](const QString &key) { return here.value(key) != there.value(key); });
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

int checkInEvery(const Records &records, const QDate &today)
{
    const std::optional<Program> program = records.program();
    if (!program || !isAfterProgram(*program))
        return 1;
    const int every = askedEvery(records.plannedForms(), dailyCheckInUrl(), today);
    return every > 0 ? every : weekly;
}

CheckIn::CheckIn(Records &records, const Clock &clock, Form form, bool isSetAside)
    : FormFilling(records, clock, std::move(form), dailyRule(clock.today(), isSetAside))
{
}

QString CheckIn::identifierAt(const QDateTime &local) const
{
    return identifierOf(records(), form(), local.date());
}

std::optional<Answers> answeredElsewhere(Records &records, const Form &form, const QDate &day)
{
    const QString identifier = identifierOf(records, form, day);
    const QList<SubmittedForm> ends = checkInsBetween(records, day, day).value_or(QList<SubmittedForm>());
    const bool isEnded = std::any_of(ends.cbegin(), ends.cend(),
                                     [&identifier](const SubmittedForm &one) { return one.form.identifier == identifier; });
    const Result<std::optional<OutboxItem>> ours = records.store().outbox().find(identifier);
    const std::optional<SubmittedForm> theirs = isEnded && ours && !*ours ? records.submittedAs(identifier) : std::nullopt;
    return theirs ? std::optional(theirs->form.answers) : std::nullopt;
}

QList<BegunCheckIn> begunCheckIns(Records &records, const Clock &clock, const Form &form)
{
    QList<BegunCheckIn> begun;
    for (const bool isSetAside : {false, true}) {
        if (!records.store().value(draftName(isSetAside)).value_or(std::nullopt))
            continue; // on most days
        CheckIn checkIn(records, clock, form, isSetAside);
        if (!FormFilling::isTakenUp(checkIn.resume()))
            continue;
        const QDate day = checkIn.day();
        const bool isFirst = std::none_of(begun.cbegin(), begun.cend(), [&](const BegunCheckIn &one) { return one.day == day; });
        const QList<SubmittedForm> ends = checkInsBetween(records, day, day).value_or(QList<SubmittedForm>());
        if (isFirst && (ends.isEmpty() || isOutrun(records, checkIn)))
            begun << BegunCheckIn{day, isSetAside, !ends.isEmpty()};
    }
    return begun;
}

Result<void> setCheckInAside(Records &records)
{
    const Result<std::optional<QByteArray>> draft = records.store().value(draftName(false));
    if (!draft || !*draft)
        return draft ? Result<void>() : tl::make_unexpected(draft.error());
    if (const Result<void> kept = records.store().setValue(draftName(true), **draft); !kept)
        return kept;
    return records.store().removeValue(draftName(false));
}

Result<QList<SubmittedForm>> checkInsBetween(const Records &records, const QDate &first, const QDate &last)
{
    Result<QList<SubmittedForm>> checkIns = records.submittedBetween({dailyCheckInUrl()}, first, last);
    if (checkIns)
        checkIns->removeIf([](const SubmittedForm &each) { return isSentAhead(each.form); });
    return checkIns;
}

std::optional<SubmittedForm> todaysCheckIn(const Records &records, const Clock &clock)
{
    // The date on the wall where it was answered counts, whatever zone the device is in now.
    const QDate today = clock.today();
    const QList<SubmittedForm> checkIns = checkInsBetween(records, today, today).value_or(QList<SubmittedForm>());
    return checkIns.isEmpty() ? std::nullopt : std::optional(checkIns.constFirst());
}

} // namespace handrail
