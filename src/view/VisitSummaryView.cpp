// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/VisitSummaryView.h"

#include "care/BringUp.h"
#include "care/ProgramWeek.h"
#include "care/Schedule.h"
#include "care/SkillUse.h"
#include "view/ConsentText.h"
#include "view/MedicineView.h"
#include "view/ProblemText.h"
#include "view/ProgressText.h"
#include "view/ProgressView.h"

#include <QMap>
#include <algorithm>
#include <cmath>

namespace handrail {

namespace {

constexpr double mostSleep = 12; // hours; what is above ends at the top of the chart
constexpr int blankLines = 3;
constexpr int mostCheckRows = 4; // of one check: a page may have four of them

} // namespace

VisitSummaryView::VisitSummaryView(Account &account, const Clock &clock, const Preferences &preferences,
                                   const ProgressView &progress, const CrisisView &crisis, FileExport &files, QObject *parent)
    : PaperView(account, clock, preferences, files, parent)
    , m_progress(progress)
    , m_crisis(crisis)
{
    connect(&account, &Account::recordsChanged, this, [this] { makeSoon(); });
}

void VisitSummaryView::setTexts(LibraryIn texts)
{
    m_texts = std::move(texts);
    makeSoon();
}

void VisitSummaryView::resetChoices()
{
    m_keptText.clear();
    m_problemTitle.clear();
    m_problemText.clear();
    m_hasName = false;
    m_hasTalk = m_hasMedicine = m_hasMarks = m_hasSkills = false;
    m_hasVisit = m_hasProgram = m_hasGoals = m_hasTrend = m_hasSleep = m_hasChecks = m_hasSessions = m_hasNotes = true;
}

std::optional<VisitPage> VisitSummaryView::makePage(Records &records)
{
    m_keptText.clear();
    m_problemTitle.clear();
    m_problemText.clear();
    const auto range = ProgressRange(m_progress.range());
    const Result<Progress> progress = handrail::progress(records, clock(), range, KeptCheckIns::LeftOut);
    if (!progress) {
        const ProblemWords words = handrail::problemText(progress.error());
        m_problemTitle = words.title;
        m_problemText = words.text;
        return std::nullopt;
    }
    const TimeText time(preferences().locale());
    const ProgressText text(time, *progress, range, ProgressText::On::Paper);
    VisitPage page;
    page.title = tr("For my visit");
    page.name = m_hasName ? records.name().full : QString();
    m_visitText = nextVisit(records, time);
    page.visit = m_hasVisit ? m_visitText : QString();
    page.dates = text.dates();
    if (progress->isKeptLeftOut && (m_hasTrend || m_hasSleep))
        m_keptText = tr("Check-ins that only you can see are not on this page.");
    page.language = preferences().language();
    if (m_hasTalk)
        page.sections << talkSection(records);
    if (const auto program = m_hasProgram ? programSection(records) : std::nullopt)
        page.sections << *program;
    if (m_hasGoals)
        page.sections << goalSection(records);
    if (m_hasTrend)
        page.sections << trendSection(text, *progress);
    if (m_hasSleep)
        page.sections << sleepSection(text, *progress);
    for (const HowOften &check : m_hasChecks ? progress->checks : QList<HowOften>())
        page.sections << checkSection(text, check);
    if (m_hasMedicine)
        page.sections << medicineSection(records);
    if (m_hasSessions)
        page.sections << sessionSection(text, *progress);
    if (m_hasMarks)
        page.sections << markSection(text, *progress);
    if (m_hasSkills)
        page.sections << skillSection(records, *progress);
    if (m_hasNotes) {
        page.sections << VisitPage::Section{};
        page.sections.last().title = tr("Notes from the visit");
        page.sections.last().blankLines = blankLines;
    }
    page.footer = tr("I made this page on my own device, for my visit. It is not a medical record.");
    if (const CrisisLine line = m_crisis.lifeline(); !line.id.isEmpty())
        page.footer += u' ' + (line.canText ? tr("Crisis help: call or text %1.") : tr("Crisis help: call %1.")).arg(line.shown);
    return page;
}

/// The next talk with one person of the team: the patient's own, confirmed, and neither cancelled nor declined.
QString VisitSummaryView::nextVisit(const Records &records, const TimeText &time) const
{
    const QDate today = clock().today();
    QList<Session> talks = records.sessions(today.addDays(-1), today.addDays(daysKnown)).value_or(QList<Session>());
    talks.removeIf([&](const Session &session) {
        const bool isOther = !session.patientId.isEmpty() && session.patientId != records.identity().patientId;
        return isOther || session.isUnconfirmed()
            || (session.kind != SessionKind::Individual && session.kind != SessionKind::Medication);
    });
    const std::optional<Session> next = nextSession(talks, clock().nowUtc());
    if (!next)
        return {};
    const QString day = time.longDay(dayOf(*next, clock().localZone()));
    const QString with = next->leaders.isEmpty() ? QString() : next->leaders.first().name;
    if (!with.isEmpty())
        return tr("Visit with %1, %2", "a person and a day").arg(with, day);
    return next->title.isEmpty() ? day : tr("%1, %2", "a session and a day").arg(next->title, day);
}

VisitPage::Section VisitSummaryView::goalSection(const Records &records)
{
    VisitPage::Section section;
    section.title = tr("My goals");
    for (const PlanGoal &goal : records.goals()) {
        if (goal.state == GoalState::Working && !goal.words.isEmpty())
            section.rows << goal.words;
    }
    if (section.rows.isEmpty())
        section.sentence = tr("No goals to show.");
    section.moreText = tr("and %n more", nullptr, int(std::max<qsizetype>(0, section.rows.size() - VisitPage::mostRows + 1)));
    return section;
}

VisitPage::Section VisitSummaryView::medicineSection(const Records &records)
{
    VisitPage::Section section;
    section.title = tr("Medicine");
    for (const Medicine &medicine : records.medicines())
        section.rows << MedicineView::nameOf(medicine);
    if (section.rows.isEmpty())
        section.sentence = tr("No medicine is on my list.");
    section.moreText = tr("and %n more", nullptr, int(std::max<qsizetype>(0, section.rows.size() - VisitPage::mostRows + 1)));
    return section;
}

VisitPage::Section VisitSummaryView::talkSection(Records &records)
{
    VisitPage::Section section;
    section.title = tr("What I want to talk about");
    const Result<std::optional<OwnSheet>> sheet = bringUpList(records);
    if (sheet && *sheet && !(*sheet)->answers.isEmpty())
        section.rows = (*sheet)->answers.first().words;
    if (section.rows.isEmpty())
        section.sentence = tr("Nothing is on my list.");
    section.moreText = tr("and %n more", nullptr, int(std::max<qsizetype>(0, section.rows.size() - VisitPage::mostRows + 1)));
    return section;
}

std::optional<VisitPage::Section> VisitSummaryView::programSection(const Records &records) const
{
    const std::optional<Program> program = records.program();
    if (!program)
        return std::nullopt;
    VisitPage::Section section;
    section.title = tr("My program");
    const QDate today = clock().today();
    QStringList parts;
    if (const std::optional<ProgramWeek> week = programWeek(*program, today))
        parts << tr("Week %1 of %2").arg(week->week).arg(week->weeks);
    const Phase *phase = currentPhase(*program);
    parts << (phase ? phase->title : program->title);
    parts.removeAll(QString());
    section.sentence = parts.join(tr(", ", "between things in a list"));
    return section;
}

/// Those that were used in this time, the most used first; not those that did not help whenever that was said.
VisitPage::Section VisitSummaryView::skillSection(Records &records, const Progress &progress) const
{
    VisitPage::Section section;
    section.title = tr("Skills I used");
    struct Used {
        QString title;
        int times = 0;
        int rated = 0;
        int before = 0;
        int after = 0;
        bool hasHelped = false;
        bool hasNot = false;
    };
    QMap<QString, Used> all;
    for (const SkillUse &use : handrail::skillUses(records, progress.from, progress.to).value_or(QList<SkillUse>())) {
        Used &used = all[use.skill];
        ++used.times;
        const std::optional<bool> helped = didHelp(use);
        used.hasHelped = used.hasHelped || helped.value_or(false);
        used.hasNot = used.hasNot || !helped.value_or(true);
        if (use.before && use.after) {
            ++used.rated;
            used.before += *use.before;
            used.after += *use.after;
        }
    }
    QList<Used> shown;
    for (const Skill &skill : all.isEmpty() ? QList<Skill>() : m_texts(preferences().language()).skills()) {
        Used used = all.value(skill.id);
        used.title = skill.title;
        if (used.times > 0 && (used.hasHelped || !used.hasNot))
            shown << used;
    }
    std::stable_sort(shown.begin(), shown.end(), [](const Used &a, const Used &b) { return a.times > b.times; });
    for (const Used &used : std::as_const(shown)) {
        const QString times = tr("%1, %n time(s)", "a skill, how often it was used", used.times).arg(used.title);
        const auto mean = [&](int sum) { return preferences().locale().toString(std::lround(double(sum) / used.rated)); };
        section.rows << (used.rated > 0 ? tr("%1: strength %2 of 10 before, %3 after", "a skill; how strong it felt")
                                              .arg(times, mean(used.before), mean(used.after))
                                        : times);
    }
    if (section.rows.isEmpty())
        section.sentence = tr("No skill to show from this time.");
    section.moreText = tr("and %n more", nullptr, int(std::max<qsizetype>(0, section.rows.size() - VisitPage::mostRows + 1)));
    return section;
}

VisitPage::Section VisitSummaryView::trendSection(const ProgressText &text, const Progress &progress) const
{
    VisitPage::Section section;
    section.title = tr("Urges and mood, 0 to 10");
    QStringList sentences{text.craving(), text.mood()};
    sentences.removeAll(QString());
    section.sentence =
        sentences.isEmpty() ? text.answeredOn(std::max(progress.craving.days, progress.mood.days)) : sentences.join(u' ');
    section.drawing = VisitPage::Drawing::Lines;
    section.lines = {{tr("Urge"), progress.craving.values, false}, {tr("Mood"), progress.mood.values, true}};
    section.startText = text.start();
    section.endText = text.end();
    return section;
}

VisitPage::Section VisitSummaryView::sleepSection(const ProgressText &text, const Progress &progress) const
{
    VisitPage::Section section;
    section.title = tr("Hours of sleep");
    section.sentence = text.sleep().isEmpty() ? text.answeredOn(progress.sleep.days) : text.sleep();
    section.drawing = VisitPage::Drawing::Bars;
    section.lines = {{QString(), progress.sleep.values, false}};
    section.maximum = mostSleep;
    section.startText = text.start();
    section.endText = text.end();
    return section;
}

VisitPage::Section VisitSummaryView::checkSection(const ProgressText &text, const HowOften &check)
{
    VisitPage::Section section;
    section.title = ProgressText::checkName(check.check);
    section.sentence = ProgressText::change(check);
    section.rows = text.checkRows(check);
    // A page may have four of these.
    if (section.rows.size() > mostCheckRows) {
        section.moreText = tr("and %n more", nullptr, int(section.rows.size() - mostCheckRows + 1));
        section.rows = section.rows.mid(0, mostCheckRows - 1) + QStringList{section.moreText};
        section.moreText.clear();
    }
    return section;
}

VisitPage::Section VisitSummaryView::sessionSection(const ProgressText &text, const Progress &progress) const
{
    VisitPage::Section section;
    section.title = tr("Sessions");
    const Attendance &attendance = progress.attendance;
    const int marked = attendance.attended + attendance.notAttended;
    QStringList sentences;
    if (marked > 0)
        sentences << tr("I came to %1 of %n session(s).", nullptr, marked).arg(attendance.attended);
    if (marked > 0 && progress.sessionsSince.isValid())
        sentences << tr("Counted since %1.").arg(fullDate(progress.sessionsSince, TimeText(preferences().locale())));
    if (attendance.unmarked > 0)
        sentences << tr("The clinic has not marked %n session(s) yet.", nullptr, attendance.unmarked);
    section.sentence = sentences.isEmpty() ? tr("No sessions in this time.") : sentences.join(u' ');
    // The newest first: what has no room is the oldest.
    for (auto it = progress.sessions.crbegin(); it != progress.sessions.crend(); ++it) {
        if (it->status == SessionStatus::Attended)
            section.rows << text.session(*it, clock().localZone());
    }
    section.moreText = tr("and %n more", nullptr, int(std::max<qsizetype>(0, section.rows.size() - VisitPage::mostRows + 1)));
    return section;
}

VisitPage::Section VisitSummaryView::markSection(const ProgressText &text, const Progress &progress) const
{
    VisitPage::Section section;
    section.title = tr("Days I took care of myself");
    section.sentence = text.marks().isEmpty() ? tr("No day is marked in this time.") : text.marks();
    for (auto it = progress.marks.cend(); it != progress.marks.cbegin();) {
        --it;
        section.rows << (it->isEmpty() ? text.dayName(it.key())
                                       : tr("%1: %2", "a day and a word").arg(text.dayName(it.key()), *it));
    }
    section.moreText = tr("and %n more", nullptr, int(std::max<qsizetype>(0, section.rows.size() - VisitPage::mostRows + 1)));
    return section;
}

} // namespace handrail
