// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/ProgressText.h"

#include "care/Schedule.h"

#include <algorithm>
#include <cmath>

namespace handrail {

using Trend = Series::Trend;

int ProgressText::halfDays() const
{
    return m_range == ProgressRange::Whole ? 0 : int(m_progress.steps.size() / 2);
}

QString ProgressText::craving() const
{
    const int days = halfDays();
    switch (m_progress.craving.trend) {
    case Trend::Unsaid: return {};
    case Trend::Same:
        return days ? tr("Urges are about the same as in the %1 days before.").arg(days)
                    : tr("Urges are about the same as in the first half.");
    case Trend::Lower:
        return days ? tr("Urges are lower in the last %1 days than in the %1 before.").arg(days)
                    : tr("Urges are lower than in the first half.");
    case Trend::Higher:
        return days ? tr("Urges are higher in the last %1 days than in the %1 before. That can happen.").arg(days)
                    : tr("Urges are higher than in the first half. That can happen.");
    }
    return {};
}

QString ProgressText::mood() const
{
    const int days = halfDays();
    switch (m_progress.mood.trend) {
    case Trend::Unsaid: return {};
    case Trend::Same:
        return days ? tr("Mood is about the same as in the %1 days before.").arg(days)
                    : tr("Mood is about the same as in the first half.");
    case Trend::Lower:
        return days ? tr("Mood is lower in the last %1 days than in the %1 before. That can happen.").arg(days)
                    : tr("Mood is lower than in the first half. That can happen.");
    case Trend::Higher:
        return days ? tr("Mood is higher in the last %1 days than in the %1 before.").arg(days)
                    : tr("Mood is higher than in the first half.");
    }
    return {};
}

QString ProgressText::sleep() const
{
    const Series &sleep = m_progress.sleep;
    if (sleep.days < Series::fewestDays)
        return {};
    if (sleep.trend == Trend::Unsaid || sleep.trend == Trend::Same)
        return tr("About %1 a night.").arg(hours(sleep.mean));
    const int days = halfDays();
    return days ? tr("About %1 a night in the last %2 days. Before that, about %3.")
                      .arg(hours(sleep.later), QString::number(days), hours(sleep.before))
                : tr("About %1 a night in the later half. Before that, about %2.").arg(hours(sleep.later), hours(sleep.before));
}

QString ProgressText::checkName(Check check)
{
    switch (check) {
    case Check::ShortMood:
    case Check::Mood: return tr("Mood check, %1 questions").arg(questionsOf(check));
    case Check::ShortWorry:
    case Check::Worry: return tr("Worry check, %1 questions").arg(questionsOf(check));
    }
    return {};
}

QString ProgressText::change(const HowOften &check)
{
    switch (check.change) {
    case HowOften::Change::Unsaid: break;
    case HowOften::Change::Same: return tr("About as often as the time before.");
    case HowOften::Change::Less: return tr("Less often than the time before.");
    case HowOften::Change::More: return tr("More often than the time before. That can happen.");
    }
    return tr("Answered once in this time.");
}

QString ProgressText::checkScale(const HowOften &check) const
{
    if (check.words.isEmpty())
        return {};
    const QLocale &locale = m_time.locale();
    //: The ends of a chart, in a form’s own words: not at all, nearly every day
    return tr("How often these were a bother. Low is %1, high is %2.")
        .arg(locale.toLower(check.words.constFirst()), locale.toLower(check.words.constLast()));
}

QStringList ProgressText::checkRows(const HowOften &check) const
{
    QStringList rows;
    for (auto it = check.byDay.cend(); it != check.byDay.cbegin();) {
        --it;
        if (it.key() >= m_progress.from && it.key() <= m_progress.to && !check.words.isEmpty())
            rows << tr("%1: %2", "a day and a word").arg(dayName(it.key()), oftenOf(check, {it.key(), it.key()}));
    }
    return rows;
}

QList<std::optional<double>> ProgressText::checkValues(const HowOften &check) const
{
    QList<std::optional<double>> values;
    for (const ProgressStep &step : m_progress.checkSteps)
        values << check.meanOf(step.from, step.to);
    return values;
}

QString ProgressText::oftenOf(const HowOften &checks, const ProgressStep &step) const
{
    const std::optional<double> value = checks.meanOf(step.from, step.to);
    if (!value || checks.words.isEmpty())
        return {};
    // The lowest word is of those who said it to each question: beside eight of them may stand one "nearly every day".
    const long word = *value > 0 ? std::max(1L, std::lround(*value)) : 0L;
    const QString often = m_time.locale().toLower(checks.words.at(word));
    // Beside several days it stands already (stepAnswers).
    return word > 0 && step.from == step.to ? tr("%1 on average", "words of a form such as: several days").arg(often) : often;
}

QString ProgressText::unmarked() const
{
    const int count = m_progress.attendance.unmarked;
    return count > 0 ? tr("Your clinic has not marked %n session(s) yet.", nullptr, count) : QString();
}

QString ProgressText::marks() const
{
    return m_progress.marks.isEmpty() ? QString() : tr("%n day(s)", nullptr, int(m_progress.marks.size()));
}

QString ProgressText::dates() const
{
    const QLocale &locale = m_time.locale();
    if (m_progress.from.year() == m_progress.to.year())
        //: Two dates of one year and that year: Nov 5 to Nov 18, 2026
        return tr("%1 to %2, %3")
            .arg(m_time.shortDay(m_progress.from), m_time.shortDay(m_progress.to),
                 locale.toString(m_progress.to, QStringLiteral("yyyy")));
    //: Two dates, each with its year
    return tr("%1, %2 to %3, %4")
        .arg(m_time.shortDay(m_progress.from), locale.toString(m_progress.from, QStringLiteral("yyyy")),
             m_time.shortDay(m_progress.to), locale.toString(m_progress.to, QStringLiteral("yyyy")));
}

QString ProgressText::start() const
{
    return edge(m_progress.from);
}

QString ProgressText::end() const
{
    return m_on == On::Paper ? edge(m_progress.to) : tr("Today");
}

/// The first or the last day of the range.
QString ProgressText::edge(const QDate &day) const
{
    if (m_progress.from.year() == m_progress.to.year())
        return m_time.shortDay(day);
    //: A date as QLocale formats it: Nov 2025
    return m_time.locale().toString(day, tr("MMM yyyy"));
}

QString ProgressText::answeredOn(int days) const
{
    return days > 0 ? tr("Answers on %n day(s).", nullptr, days) : tr("No answers in this time.");
}

QString ProgressText::dayName(const QDate &day) const
{
    if (m_on == On::Screen && day == m_progress.to)
        return tr("Today");
    const bool isThisYear = day.year() == m_progress.to.year();
    //: A date as QLocale formats it: Wed, Nov 18
    const QString shortForm = tr("ddd, MMM d");
    //: A date as QLocale formats it: Wed, Nov 18, 2025
    QString name = m_time.locale().toString(day, isThisYear ? shortForm : tr("ddd, MMM d, yyyy"));
    if (!name.isEmpty())
        name[0] = name.at(0).toUpper(); // some languages write days small, and it begins a line
    return name;
}

QString ProgressText::stepName(const ProgressStep &step) const
{
    if (step.from == step.to)
        return dayName(step.from);
    const bool isMonth = m_progress.steps.size() > 1 && m_progress.from.daysTo(m_progress.to) > 7 * 53;
    if (isMonth)
        return tr("%1 %2", "November 2026")
            .arg(m_time.month(step.from), m_time.locale().toString(step.from, QStringLiteral("yyyy")));
    return tr("%1 to %2").arg(m_time.shortDay(step.from), m_time.shortDay(step.to));
}

QString ProgressText::hours(double hours) const
{
    const int halves = int(std::lround(hours * 2));
    if (halves == 2)
        return tr("1 hour");
    const QString whole = halves / 2 == 0 && halves % 2 ? QString() : m_time.locale().toString(halves / 2);
    return tr("%1 hours").arg(halves % 2 ? QString(whole + u'½') : whole);
}

QString ProgressText::number(double value) const
{
    const bool isWhole = std::abs(value - std::round(value)) < 0.05;
    return m_time.locale().toString(value, 'f', isWhole ? 0 : 1);
}

QString ProgressText::stepAnswers(qsizetype step) const
{
    QStringList parts;
    if (const auto craving = m_progress.craving.values.value(step))
        parts << tr("urge %1 of 10").arg(number(*craving));
    const QMap<double, QString> &faces = m_progress.moodWords;
    if (const auto mood = m_progress.mood.values.value(step); mood && faces.size() > 1) {
        const auto nearest = std::min_element(faces.keyBegin(), faces.keyEnd(),
                                              [&](double a, double b) { return std::abs(a - *mood) < std::abs(b - *mood); });
        parts << tr("mood %1", "a word such as: okay").arg(m_time.locale().toLower(faces.value(*nearest)));
    }
    if (const auto sleep = m_progress.sleep.values.value(step))
        parts << tr("%1 of sleep").arg(hours(*sleep));
    const ProgressStep &days = m_progress.steps.at(step);
    for (const HowOften &check : m_progress.checks) {
        const QString often = oftenOf(check, days);
        const bool isMood = check.check == Check::ShortMood || check.check == Check::Mood;
        if (!often.isEmpty())
            parts << (isMood ? tr("mood check (%1): %2", "how many questions, and words of a form such as: several days")
                             : tr("worry check (%1): %2", "how many questions, and words of a form such as: several days"))
                         .arg(m_time.locale().toString(questionsOf(check.check)), often);
    }
    const int used = m_progress.skillUses.value(step);
    const QString skills = used > 0 ? tr("skills %n time(s)", nullptr, used) : QString();
    const bool isMean = days.from != days.to && !parts.isEmpty(); // of what was answered, not of what was done
    if (used > 0 && !isMean)
        parts << skills;
    if (parts.isEmpty())
        return tr("No answers");
    QString answers = parts.join(tr(", ", "between things in a list"));
    if (isMean)
        return tr("On average: %1").arg(answers) + (used > 0 ? QString(u"; " + skills) : QString());
    answers[0] = answers.at(0).toUpper();
    return answers;
}

QString ProgressText::mark(const QDate &day) const
{
    const auto found = m_progress.marks.constFind(day);
    if (found == m_progress.marks.cend())
        return {};
    return found->isEmpty() ? tr("A star") : *found;
}

QString ProgressText::session(const Session &session, const QTimeZone &zone) const
{
    return tr("%1: %2", "a day and what was on it")
        .arg(dayName(dayOf(session, zone)), session.title.isEmpty() ? tr("Session") : session.title);
}

QString ProgressText::presence(const Session &session)
{
    switch (presenceOf(session)) {
    case Presence::Attended: return tr("You were there");
    case Presence::NotAttended: return {}; // an open circle says it, without a word (design visual 6)
    default: return tr("Not marked yet");
    }
}

} // namespace handrail
