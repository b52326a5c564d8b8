// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/CheckInDoneView.h"

#include "care/CheckIn.h"
#include "care/CheckInHistory.h"
#include "care/FormsAnswered.h"
#include "care/SafetyReport.h"
#include "care/Schedule.h"
#include "care/SkillPicker.h"
#include "content/ContentLibrary.h"
#include "core/Log.h"
#include "form/FormState.h"
#include "form/Judging.h"
#include "view/FormField.h"
#include "view/SentText.h"
#include "view/SkillWords.h"
#include "view/TimeText.h"

#include <QGuiApplication>
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace handrail {

namespace {

/// How long a finished check-in waits for a second thought.
constexpr qint64 holdSeconds = 60;
constexpr int historyDays = 14;
constexpr int trendDays = 14;
/// More to choose from is no help on a hard day (design picture 06). Skills itself has more.
constexpr qsizetype mostSkills = 2;

/// How much the second week's mean is above the first's. Nothing from less than three answers in each, or without one today.
std::optional<double> changeOf(const QVariantList &values)
{
    double sums[2] = {0, 0};
    int counts[2] = {0, 0};
    for (int i = 0; i < trendDays && i < values.size(); ++i) {
        if (values.at(i).isValid()) {
            sums[i / 7] += values.at(i).toDouble();
            ++counts[i / 7];
        }
    }
    if (values.isEmpty() || !values.constLast().isValid() || counts[0] < 3 || counts[1] < 3)
        return {};
    return sums[1] / counts[1] - sums[0] / counts[0];
}

/// What was answered: by now the clinic may ask otherwise.
std::optional<Form> formOf(const Records &records, const SubmittedForm &done)
{
    FormsAnswered forms(records);
    const Form *form = forms.to(done.form);
    return form ? std::optional(*form) : std::nullopt;
}

/// Each answer that tells of danger went ahead of these as it is, and is at the clinic or on its way there.
bool isDangerTold(const Records &records, const Form &form, const CompletedForm &finished)
{
    QList<Answers> told;
    for (const CompletedForm &report : sentAheadOf(records, finished)) {
        const std::optional<SubmittedForm> sent = records.submittedAs(report.identifier);
        if (sent && sent->state != OutboxState::Rejected && sent->state != OutboxState::Conflict
            && sent->state != OutboxState::Kept)
            told << sent->form.answers;
    }
    const QStringList dangers = gravityOf(form, finished.answers).keys();
    return !dangers.isEmpty() && std::all_of(dangers.cbegin(), dangers.cend(), [&](const QString &key) {
        return std::any_of(told.cbegin(), told.cend(),
                           [&](const Answers &answers) { return answers.value(key) == finished.answers.value(key); });
    });
}

} // namespace

CheckInDoneView::CheckInDoneView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    // Whoever puts the app away is done, too. Where nothing can be sent any more, it waits for the next time, and for no minute then.
    connect(&account, &Account::aboutToLock, this, &CheckInDoneView::release);
    if (auto *app = qobject_cast<QGuiApplication *>(QCoreApplication::instance())) {
        connect(app, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            // Another window in front is not away, but where the lock falls then it goes out first.
            const bool locks = m_account.isPinInForce() && m_preferences.lockMinutes() == 0;
            if (state == Qt::ApplicationHidden || state == Qt::ApplicationSuspended || (state == Qt::ApplicationInactive && locks))
                release();
        });
        connect(app, &QCoreApplication::aboutToQuit, this, &CheckInDoneView::release);
    }
    connect(&account, &Account::stateChanged, this, [this] {
        m_finished.clear();
        refresh();
    });
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &CheckInDoneView::refresh);
}

void CheckInDoneView::clear()
{
    m_identifier.clear();
    m_state = OutboxState::Queued;
    m_summary.clear();
    m_summaryNotice.clear();
    m_headline.clear();
    m_isAllSkipped = false;
    m_canKeep = false;
    m_isHeld = false;
    m_isOutrun = false;
    m_isOwn = false;
    m_sentText.clear();
    m_sharingText.clear();
    m_copyright.clear();
    m_mood.clear();
    m_craving.clear();
    m_trendText.clear();
    m_outcome = {};
    m_skills.clear();
    m_modules.clear();
    m_notes.clear();
}

void CheckInDoneView::setShown(bool isShown)
{
    m_isShown = isShown;
    refresh();
}

void CheckInDoneView::forget()
{
    m_finished.clear();
}

void CheckInDoneView::refresh()
{
    // Signed out or another person: nothing of these answers may stay in sight.
    clear();
    const Records *records = m_isShown ? m_account.records() : nullptr;
    const std::optional<SubmittedForm> todays = records && m_finished.isEmpty() ? todaysCheckIn(*records, m_clock) : std::nullopt;
    // By its questions: own words are no option.
    const QString identifier = todays ? todays->form.identifier : m_finished;
    const std::optional<SubmittedForm> done = records && !identifier.isEmpty() ? records->submittedAs(identifier) : std::nullopt;
    const std::optional<Form> form = done ? formOf(*records, *done) : std::nullopt;
    if (form) {
        m_identifier = done->form.identifier;
        m_finished = m_identifier;
        m_day = done->form.authored.date();
        m_state = done->state;
        m_isOwn = done->form.isAmendable;
        m_copyright = form->copyright;
        readAnswers(*records, *form, done->form.answers);
        readSharing(*records, *form, *done);
        readOutcome(*records, *form, done->form.answers);
        readTrend(*records);
    }
    Q_EMIT changed();
}

void CheckInDoneView::readAnswers(const Records &records, const Form &form, const Answers &answers)
{
    FormState::Setting setting;
    setting.isMedicineOnPlan = records.isMedicineOnPlan();
    FormState state(form, setting);
    const bool isAllShown = state.takeUp(answers).leftOut == 0;
    if (!isAllShown)
        m_summaryNotice = tr("Your clinic changed this form since then. Some of your answers can’t be shown here.");
    for (const FormEntry &entry : state.entries()) {
        const bool isSkipped = !entry.value.isValid();
        // Of questions that are others by now nobody knows whether they were skipped.
        if (!entry.isAsked() || !isAnswerable(*entry.item) || (isSkipped && !isAllShown))
            continue;
        const FormItem &item = *entry.item;
        const QString value = answerText(item, entry.value);
        m_summary << QVariantMap{{QStringLiteral("linkId"), item.linkId},
                                 {QStringLiteral("label"), item.text},
                                 {QStringLiteral("isSkipped"), isSkipped},
                                 {QStringLiteral("value"), value}};
        if (!isSkipped)
            addHeadline(item.linkId, value);
    }
    m_isAllSkipped = answers.isEmpty();
}

void CheckInDoneView::readSharing(const Records &records, const Form &form, const SubmittedForm &done)
{
    const TimeText text(m_preferences.locale());
    const Result<std::optional<OutboxItem>> item = m_account.records()->store().outbox().find(done.form.identifier);
    const bool isHere = item && *item && !(*item)->mayHaveLeft;
    m_canKeep = isHere && (done.state == OutboxState::Queued || done.state == OutboxState::Kept);
    // What was tried without a network waits for that, and for no minute.
    m_isHeld = isHere && done.state == OutboxState::Queued && (*item)->attempts == 0 && (*item)->retryAt > m_clock.nowUtc();

    m_isOutrun = isRefused() && done.isOutrun;
    m_sentText = m_isHeld ? tr("Saved on this device. It goes out in a minute while Handrail is open, or when you tap Done.")
                          : handrail::sentText(done, text, m_clock);
    m_sharingText = whoSees(records, form, done);
}

QString CheckInDoneView::whoSees(const Records &records, const Form &form, const SubmittedForm &done)
{
    if (done.state != OutboxState::Kept && done.state != OutboxState::Rejected)
        return tr("Your care team can see this. Your family can’t.");
    // What went ahead of it is not taken back, and nothing is said to be kept that went along.
    const QStringList aboutSafety = safetyItems(form);
    const QList<CompletedForm> ahead = sentAheadOf(records, done.form);
    const bool isMoreAhead = std::any_of(ahead.begin(), ahead.end(), [&](const CompletedForm &report) {
        const QStringList went = report.answers.keys();
        return std::any_of(went.begin(), went.end(), [&](const QString &key) { return !aboutSafety.contains(linkIdOf(key)); });
    });
    if (isMoreAhead)
        return tr("Your answer about safety goes to your care team, with the answers that led to it. Only you can see the rest.");
    return ahead.isEmpty() ? tr("Only you can see this one.")
                           : tr("Your answer about safety goes to your care team. Only you can see the rest.");
}

void CheckInDoneView::readOutcome(const Records &records, const Form &form, const Answers &answers)
{
    const Said said{form, answers, m_day};
    m_outcome = evaluate(said, answeredDays(records, m_day, historyDays), CareConfiguration::standard());
    const ContentLibrary texts = m_texts(m_preferences.language());
    for (const Module &module : texts.modules(Audience::Patient)) {
        if (m_outcome.actions.contains(Action{ActionKind::Module, module.id})) {
            m_modules << QVariantMap{{QStringLiteral("id"), module.id},
                                     {QStringLiteral("title"), module.title},
                                     {QStringLiteral("iconName"), module.icon}};
        }
    }
    QHash<QString, Skill> there;
    for (const Skill &skill : texts.skills())
        there.insert(skill.id, skill);
    for (const Pick &pick :
         picksAfter(*m_account.records(), m_clock, said, QSet<QString>(there.keyBegin(), there.keyEnd()), mostSkills)) {
        QVariantMap row = skillRow(there.value(pick.skill));
        row.insert(QStringLiteral("note"), pickReasonText(pick.reason));
        m_skills << row;
    }
    if (m_outcome.has(ActionKind::HelpOffered))
        m_notes << tr("You do not have to say. Help is here any time.");
    if (m_outcome.has(ActionKind::TalkBeforeChange))
        m_notes << tr("Talk to your team before you stop or double a dose.");
    if (m_outcome.has(ActionKind::TellTeam))
        m_notes << tr("You had some short nights. Tell your team. They can help with sleep.");
    if (m_outcome.has(ActionKind::Affirm)) {
        const QStringList lines{tr("You took a minute for yourself. That counts."), tr("One day at a time is enough."),
                                tr("It is good that you looked in."), tr("Steady days count too.")};
        m_notes << lines.at(m_day.toJulianDay() % lines.size());
    }
    if (m_outcome.has(ActionKind::NextSession)) {
        if (const QString next = nextSessionText(records); !next.isEmpty())
            m_notes << next;
    }
}

QString CheckInDoneView::nextSessionText(const Records &records) const
{
    const QDateTime now = m_clock.nowUtc();
    const QDate today = now.toTimeZone(m_clock.localZone()).date();
    const std::optional<Session> next =
        nextSession(records.sessions(today.addDays(-1), today.addDays(historyDays)).value_or(QList<Session>()), now);
    if (!next || !next->start.isValid() || next->isUnconfirmed())
        return {};
    const TimeText text(m_preferences.locale());
    const QDateTime start = next->start.toTimeZone(zoneOf(*next, m_clock.localZone()));
    const QDate sessionToday = now.toTimeZone(start.timeZone()).date();
    return tr("Next session: %1, %2, %3").arg(next->title, text.relativeDay(start.date(), sessionToday), text.time(start.time()));
}

void CheckInDoneView::hold(const QString &identifier)
{
    m_finished = identifier;
    Records *records = m_account.records();
    const std::optional<SubmittedForm> done = records ? records->submittedAs(identifier) : std::nullopt;
    const std::optional<Form> form = done ? formOf(*records, *done) : std::nullopt;
    // What tells of danger does not wait. Where it went ahead, the rest is still the person's to keep.
    if (!form || (safetyOf(*form, done->form.answers) == SafetyAnswer::Positive && !isDangerTold(*records, *form, done->form)))
        return;
    if (const Result<void> held = records->holdBack(done->form.identifier, m_clock.nowUtc().addSecs(holdSeconds)); !held)
        qCWarning(logApp) << "the check-in goes at once:" << held.error();
    else
        m_held = done->form.identifier;
}

void CheckInDoneView::setShared(bool isShared)
{
    Records *records = m_account.records();
    if (!records || m_identifier.isEmpty() || isShared == this->isShared())
        return;
    if (const Result<void> done = records->setKept(m_identifier, !isShared); !done)
        qCWarning(logApp) << "sharing stays as it was:" << done.error();
    refresh();
    m_account.sendSoon();
}

void CheckInDoneView::letGo()
{
    if (!m_identifier.isEmpty())
        m_held = m_identifier;
    release();
}

void CheckInDoneView::release()
{
    const QString held = std::exchange(m_held, {});
    Records *records = m_account.records();
    if (!records || held.isEmpty())
        return;
    if (const Result<void> done = records->letGo(held); !done)
        qCWarning(logApp) << "it goes within a minute:" << done.error();
    m_refresh.ask();
    m_account.sendSoon();
}

QString CheckInDoneView::thanks() const
{
    const Records *records = m_account.records();
    const QString given = records ? records->name().given : QString();
    return given.isEmpty() ? tr("Thank you") : tr("Thank you, %1").arg(given);
}

bool CheckInDoneView::isOfToday() const
{
    return m_day == m_clock.today();
}

QString CheckInDoneView::trendEnd() const
{
    return isOfToday() ? tr("Today") : TimeText(m_preferences.locale()).shortDay(m_day);
}

QString CheckInDoneView::dayText() const
{
    return m_identifier.isEmpty() || isOfToday()
        ? QString()
        : tr("This check-in counts for %1.").arg(TimeText(m_preferences.locale()).longDayWithin(m_day));
}

bool CheckInDoneView::hasTrend() const
{
    return std::any_of(m_craving.begin(), m_craving.end(), [](const QVariant &value) { return value.isValid(); });
}

void CheckInDoneView::addHeadline(const QString &linkId, const QString &value)
{
    const auto add = [&](const char *iconName, const QString &label) {
        m_headline << QVariantMap{{QStringLiteral("iconName"), QString::fromLatin1(iconName)},
                                  {QStringLiteral("label"), label},
                                  {QStringLiteral("value"), value}};
    };
    if (linkId == QLatin1String("craving"))
        add("wave", tr("Urge"));
    else if (linkId == QLatin1String("mood"))
        add("emoticon-neutral", tr("Mood"));
    else if (linkId == QLatin1String("sleep-hours"))
        add("weather-night", tr("Sleep"));
}

void CheckInDoneView::readTrend(const Records &records)
{
    const TimeText text(m_preferences.locale());
    const QDate first = m_day.addDays(1 - trendDays);
    m_mood = QVariantList(trendDays);
    m_craving = QVariantList(trendDays);
    m_trendStart = text.shortDay(first);
    FormsAnswered forms(records);
    const Result<QList<SubmittedForm>> checkIns = checkInsBetween(records, first, m_day);
    for (const SubmittedForm &submitted : checkIns.value_or(QList<SubmittedForm>())) {
        const qint64 index = first.daysTo(submitted.form.authored.date());
        const Form *form = forms.to(submitted.form);
        const auto add = [&](QVariantList &days, const QString &linkId) {
            const std::optional<double> place = onTen(form, linkId, submitted.form.answers.value(linkId));
            if (place && !days.at(index).isValid())
                days[index] = *place;
        };
        add(m_craving, QStringLiteral("craving"));
        add(m_mood, QStringLiteral("mood"));
    }
    // One plain sentence; nothing is said on a day on which the person did not want to speak of it.
    m_trendText.clear();
    if (const std::optional<double> change = changeOf(m_craving)) {
        m_trendText = std::abs(*change) < 0.5 ? tr("Urges are about the same")
            : *change < 0                     ? tr("Urges are easing")
                                              : tr("Urges are stronger. That can happen.");
    }
}

QString CheckInDoneView::trendSpoken() const
{
    QStringList sentences{tr("Urges and mood, last 14 days"), m_trendText};
    if (const std::optional<double> change = changeOf(m_mood)) {
        sentences << (std::abs(*change) < 0.5 ? tr("Mood is about the same")
                          : *change > 0       ? tr("Mood is lifting")
                                              : tr("Mood is lower. That can happen."));
    }
    sentences.removeAll(QString());
    for (QString &sentence : sentences) {
        if (!sentence.endsWith(u'.'))
            sentence += u'.';
    }
    return sentences.join(u' ');
}

} // namespace handrail
