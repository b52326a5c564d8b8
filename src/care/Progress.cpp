// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Progress.h"

#include "care/CheckIn.h"
#include "care/FormsAnswered.h"
#include "care/Schedule.h"
#include "care/SkillUse.h"
#include "form/Judging.h"
#include "form/Safety.h"

#include <algorithm>
#include <cmath>

namespace handrail {

namespace {

constexpr int longestInDays = 56;
constexpr int longestInWeeks = 53 * 7;
constexpr int fewestInHalf = 2;
constexpr double scaleMargin = 0.5; // of ten
constexpr double sleepMargin = 0.5; // hours
constexpr int yearsBack = 10;

using ByDay = QList<std::optional<double>>;

std::optional<double> numberIn(const Answers &answers, const char *linkId, double most)
{
    bool isNumber = false;
    const double number = answers.value(QLatin1String(linkId)).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number) || number < 0 || number > most)
        return std::nullopt;
    return number;
}

QList<ProgressStep> weeks(const QDate &from, const QDate &to)
{
    QList<ProgressStep> weeks;
    for (QDate first = from; first <= to; first = weekStart(first).addDays(7))
        weeks << ProgressStep{first, std::min(weekStart(first).addDays(6), to)};
    return weeks;
}

double mean(double sum, int count)
{
    return count > 0 ? sum / count : 0;
}

} // namespace

QList<ProgressStep> progressSteps(const QDate &from, const QDate &to)
{
    QList<ProgressStep> steps;
    const qint64 days = from.daysTo(to) + 1;
    for (QDate first = from; first <= to;) {
        QDate last = first;
        if (days > longestInWeeks)
            last = QDate(first.year(), first.month(), first.daysInMonth());
        else if (days > longestInDays)
            last = weekStart(first).addDays(6);
        steps << ProgressStep{first, std::min(last, to)};
        first = last.addDays(1);
    }
    return steps;
}

Series seriesOf(const ByDay &byDay, const QDate &from, const QList<ProgressStep> &steps, double margin)
{
    Series series;
    double sum = 0;
    for (const ProgressStep &step : steps) {
        double stepSum = 0;
        int stepDays = 0;
        for (qint64 i = from.daysTo(step.from); i <= from.daysTo(step.to) && i < byDay.size(); ++i) {
            if (const std::optional<double> value = byDay.at(i)) {
                stepSum += *value;
                ++stepDays;
            }
        }
        series.values << (stepDays > 0 ? std::optional(stepSum / stepDays) : std::nullopt);
        sum += stepSum;
        series.days += stepDays;
    }
    series.mean = mean(sum, series.days);

    double sums[2] = {0, 0};
    int counts[2] = {0, 0};
    for (qsizetype i = 0; i < byDay.size(); ++i) {
        const int half = i >= byDay.size() / 2 ? 1 : 0;
        sums[half] += byDay.at(i).value_or(0);
        counts[half] += byDay.at(i).has_value();
    }
    if (series.days >= Series::fewestDays && counts[0] >= fewestInHalf && counts[1] >= fewestInHalf) {
        series.before = mean(sums[0], counts[0]);
        series.later = mean(sums[1], counts[1]);
        const double change = series.later - series.before;
        series.trend = std::abs(change) < margin ? Series::Trend::Same : change < 0 ? Series::Trend::Lower : Series::Trend::Higher;
    }
    return series;
}

qsizetype Progress::stepOf(const QDate &day) const
{
    const auto found =
        std::find_if(steps.cbegin(), steps.cend(), [&day](const ProgressStep &step) { return step.from <= day && day <= step.to; });
    return found == steps.cend() ? -1 : found - steps.cbegin();
}

Result<Progress> progress(Records &records, const Clock &clock, ProgressRange range, KeptCheckIns kept)
{
    Progress progress;
    const QString patient = records.identity().patientId;
    const QDateTime now = clock.nowUtc();
    progress.to = now.toTimeZone(clock.localZone()).date();
    const int days = range == ProgressRange::TwoWeeks ? 14 : 28;
    const QDate earliest = range == ProgressRange::Whole ? progress.to.addYears(-yearsBack) : progress.to.addDays(1 - days);
    progress.from = earliest;

    // In one go: to read years of answers once for each form took seven times as long.
    const Result<QList<SubmittedForm>> submitted =
        records.submittedBetween(QStringList(dailyCheckInUrl()) + checkUrls(), earliest, progress.to);
    if (!submitted)
        return tl::make_unexpected(submitted.error());
    FormsAnswered forms(records);
    QMap<QDate, Answers> answered;
    for (const SubmittedForm &each : *submitted) { // the newest first
        const bool isCheckIn = each.form.questionnaire.section(u'|', 0, 0) == dailyCheckInUrl() && !isSentAhead(each.form);
        if (each.form.patientId != patient || !isCheckIn)
            continue;
        if (each.state == OutboxState::Kept && kept == KeptCheckIns::LeftOut) {
            progress.isKeptLeftOut = true;
            continue;
        }
        const QDate day = each.form.authored.date();
        Answers answers = each.form.answers;
        // By the scales of its own form, so that a check-in that the clinic changed leaves the days before as they were.
        const Form *form = forms.to(each.form);
        for (const QString &linkId : {QStringLiteral("mood"), QStringLiteral("craving")}) {
            if (const auto place = onTen(form, linkId, answers.take(linkId)))
                answers.insert(linkId, *place);
        }
        answers.insert(answered.value(day)); // over them what came later that day
        answered.insert(day, answers);
    }
    // A day more on each side: the session's zone may be on another date than this device's.
    const Result<QList<Session>> sessions = records.sessions(earliest.addDays(-1), progress.to.addDays(1));
    if (!sessions)
        return tl::make_unexpected(sessions.error());
    progress.sessions = pastSessions(*sessions, patient, now, clock.localZone(), earliest, progress.to);
    if (range == ProgressRange::Whole) {
        const QDate since = records.sessionsSince(progress.to);
        progress.sessionsSince = since;
        progress.sessions.removeIf(
            [&](const Session &session) { return since.isValid() && dayOf(session, clock.localZone()) < since; });
    }
    progress.attendance = attendanceOf(progress.sessions);
    progress.sessions.removeIf([](const Session &session) { return session.isCancelled(); });
    progress.checks = checksIn(*submitted, patient, forms);
    const Result<OwnMarks> marks = ownMarks(records, earliest, progress.to);
    if (marks)
        progress.marks = *marks;
    const Result<QList<SkillUse>> used = handrail::skillUses(records, earliest, progress.to);
    progress.isDamaged = !marks || !used || records.store().damagedRecords() > 0;

    if (range == ProgressRange::Whole) {
        const std::optional<Program> program = records.program();
        progress.from = program && program->start.isValid() && program->start <= progress.to ? program->start : progress.to;
        if (!answered.isEmpty())
            progress.from = std::min(progress.from, answered.firstKey());
        for (const HowOften &check : std::as_const(progress.checks))
            progress.from = std::min(progress.from, check.byDay.firstKey());
        if (!progress.marks.isEmpty())
            progress.from = std::min(progress.from, progress.marks.firstKey());
        if (used && !used->isEmpty())
            progress.from = std::min(progress.from, used->constFirst().at.date());
        if (!progress.sessions.isEmpty())
            progress.from = std::min(progress.from, dayOf(progress.sessions.first(), clock.localZone()));
        progress.from = std::max(progress.from, earliest);
    }
    progress.steps = progressSteps(progress.from, progress.to);
    progress.checkSteps = progress.from.daysTo(progress.to) < longestInDays ? weeks(progress.from, progress.to) : progress.steps;
    progress.skillUses = QList<int>(progress.steps.size());
    for (const SkillUse &use : used.value_or(QList<SkillUse>())) {
        if (const qsizetype step = progress.stepOf(use.at.date()); step >= 0)
            ++progress.skillUses[step];
    }
    progress.checkInDays = int(answered.size());

    const std::optional<Form> checkIn = dailyCheckInForm(records);
    const FormItem *faces = checkIn ? itemIn(checkIn->items, QStringLiteral("mood")) : nullptr;
    for (const Option &face : faces ? faces->options : QList<Option>()) {
        if (const auto place = onTen(faces->options, face.code))
            progress.moodWords.insert(*place, face.text);
    }
    const qsizetype length = progress.from.daysTo(progress.to) + 1;
    ByDay mood(length);
    ByDay craving(length);
    ByDay sleep(length);
    for (auto it = answered.cbegin(); it != answered.cend(); ++it) {
        const qsizetype at = progress.from.daysTo(it.key());
        mood[at] = numberIn(*it, "mood", 10);
        craving[at] = numberIn(*it, "craving", 10);
        sleep[at] = numberIn(*it, "sleep-hours", 24);
    }
    progress.mood = seriesOf(mood, progress.from, progress.steps, scaleMargin);
    progress.craving = seriesOf(craving, progress.from, progress.steps, scaleMargin);
    progress.sleep = seriesOf(sleep, progress.from, progress.steps, sleepMargin);
    return progress;
}

} // namespace handrail
