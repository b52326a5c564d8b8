// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SafetyView.h"

#include "core/Log.h"
#include "view/OutgoingItem.h"
#include "view/TimeText.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <utility>

namespace handrail {

namespace {

using namespace std::chrono_literals;

/// A page that does not come within this is as good as there: the answer must not wait for it (design clinical 3.3: 200 ms).
constexpr auto longestWaitForPage = 200ms;
constexpr auto nextTry = 15s;

constexpr qint64 followUpFrom = 3600;
constexpr qint64 followUpUntil = 24 * 3600;

QJsonObject answersToSafety(const Form &form, const Answers &answers)
{
    const QStringList items = safetyItems(form);
    QJsonObject found;
    for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
        if (items.contains(linkIdOf(it.key())))
            found.insert(it.key(), QJsonValue::fromVariant(*it));
    }
    return found;
}

/// What told the clinic of these answers, or is to: those that are changed, when it has them and they say the same of safety; else what went
/// ahead; else those all the same, which wait here or were refused.
std::optional<SafetyReport> wayOfThen(const Records &records, const FormFilling &filling, const Answers &said)
{
    const Form &form = filling.form();
    const CompletedForm &amends = filling.amends();
    const bool isSame = amends.authored.isValid() && answersToSafety(form, said) == answersToSafety(form, amends.answers);
    const std::optional<SubmittedForm> there = isSame ? records.replacedAs(amends.identifier) : std::nullopt;
    std::optional<SafetyReport> report;
    if (!there || there->state != OutboxState::Done) {
        // By its name, whatever another device sent meanwhile. A draft of an earlier version of the app does not know it.
        const auto ahead = filling.ahead().isEmpty() ? std::nullopt : records.submittedAs(filling.ahead());
        report = ahead ? SafetyReport{filling.ahead(), ahead->form.authored, false}
                       : reportBefore(records, form.url, filling.lastChange(), amends.identifier);
    }
    if (!report && there)
        report = SafetyReport{amends.identifier, amends.saidAt(), false};
    return report;
}

} // namespace

SafetyView::SafetyView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &SafetyView::keepNow);
    connect(&account, &Account::aboutToLock, this, &SafetyView::keepNow);
    connect(&account, &Account::stateChanged, this, &SafetyView::onAccountChanged);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::syncChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &SafetyView::changed);
    connect(&preferences, &Preferences::languageChanged, this, &SafetyView::followUpChanged);
}

bool SafetyView::note(SafetyWatch &watch, const Form &form, const Answers &said, const Answers &sound)
{
    if (!watch.isDue(form, said))
        return false;
    m_notedBy = m_account.identity() ? *m_account.identity() : Identity();
    const QDateTime local = m_clock.localNow();
    m_noted << Noted{form, sound, local.toOffsetFromUtc(local.offsetFromUtc())};
    m_report.reset();
    m_isBack = false;
    m_refusal.reset();
    m_isHurt = false;
    refresh();
    m_patience.start(longestWaitForPage);
    Q_EMIT pageDue();
    return true;
}

bool SafetyView::comeBack(const FormFilling &filling, const Answers &said)
{
    const Form &form = filling.form();
    const QDateTime leftAt = filling.lastChange();
    const auto dayOf = [this](const QDateTime &time) { return time.toTimeZone(m_clock.localZone()).addSecs(-4LL * 3600).date(); };
    const Records *records = m_account.records();
    const QDate today = dayOf(m_clock.nowUtc());
    if (!records || !leftAt.isValid() || dayOf(leftAt) >= today || safetyOf(form, said) != SafetyAnswer::Positive)
        return true;
    const auto dangerIn = [&form](const Answers &all) {
        return QJsonDocument(QJsonObject::fromVariantMap(safetyAnswers(form, all))).toJson();
    };
    const size_t seen = qHashMulti(0, m_account.accountHash(), form.url, dangerIn(said), today);
    if (m_seenAgain.contains(seen))
        return true;
    const std::optional<SafetyReport> before = wayOfThen(*records, filling, said);
    // What the disk has not taken yet shows as what is said now.
    const bool isNoted =
        std::any_of(m_noted.cbegin(), m_noted.cend(), [&form](const Noted &one) { return one.form.url == form.url; });
    if (!before && !isNoted)
        return false;
    m_seenAgain << seen;
    m_before = before;
    m_isBack = before.has_value();
    m_notedBy = m_account.identity() ? *m_account.identity() : Identity();
    m_isHurt = false;
    refresh();
    Q_EMIT pageDue();
    return true;
}

void SafetyView::noteShown()
{
    if (!m_noted.isEmpty() && !m_refusal)
        keepNow();
}

void SafetyView::keepNow()
{
    Records *records = m_account.records();
    if (m_noted.isEmpty() || !records)
        return;
    m_patience.stop();
    m_refusal.reset();
    const QList<Noted> all = std::exchange(m_noted, {});
    for (const Noted &noted : all) {
        const Result<SafetyReport> report = sendAhead(*records, m_clock, noted.form, noted.answers, noted.answered);
        if (report) {
            m_report = *report;
            Q_EMIT told(noted.form.url, report->identifier);
            continue;
        }
        qCWarning(logApp) << "a safety answer is not on the disk yet:" << report.error();
        m_refusal = report.error().kind;
        m_noted << noted;
    }
    if (m_refusal)
        m_patience.start(nextTry);
    lookAgain(); // the newest is what is asked about
    refresh();
    Q_EMIT kept();
    m_account.sendSoon();
}

void SafetyView::onAccountChanged()
{
    const Account::State state = m_account.state();
    const bool isGone = state == Account::State::SignedOut || state == Account::State::Revoked;
    if (isGone || (m_account.identity() && !m_account.identity()->isSamePersonAs(m_notedBy))) {
        m_noted.clear();
        m_before.reset();
        m_isBack = false;
    }
    if (m_noted.isEmpty())
        m_refusal.reset();
    if (!m_account.records()) {
        m_patience.stop();
        m_report.reset();
        m_isHurt = false;
        m_isFollowUpDue = false;
        m_wasSent.clear();
        Q_EMIT followUpChanged();
    } else {
        keepNow();
        lookAgain();
    }
    refresh();
}

void SafetyView::lookAgain()
{
    Records *records = m_account.records();
    const std::optional<SafetyReport> report = records ? lastSafetyReport(records->store()) : std::nullopt;
    if (!report)
        return;
    if (!m_report && m_noted.isEmpty()) {
        m_report = report;
        refresh();
    }
    const qint64 age = report->answered.secsTo(m_clock.nowUtc());
    // What was seen stays until it is answered or its day is over.
    const bool isAsked = report->isFollowedUp || m_followedUp == report->identifier;
    const bool isDue = age >= followUpFrom && age < followUpUntil && (!isAsked || m_isFollowUpDue);
    if (std::exchange(m_isFollowUpDue, isDue) != isDue)
        Q_EMIT followUpChanged();
}

// Asked once, whether it is answered or not.
void SafetyView::noteFollowUpShown()
{
    Records *records = m_account.records();
    const std::optional<SafetyReport> report = records && m_isFollowUpDue ? lastSafetyReport(records->store()) : std::nullopt;
    if (!report || std::exchange(m_followedUp, report->identifier) == report->identifier)
        return;
    if (const Result<void> noted = setFollowedUp(records->store()); !noted)
        qCWarning(logApp) << "the memory of the follow-up:" << noted.error();
}

void SafetyView::sayHurt()
{
    m_isHurt = true;
    Q_EMIT changed();
}

void SafetyView::endFollowUp()
{
    noteFollowUpShown();
    m_isFollowUpDue = false;
    Q_EMIT followUpChanged();
}

SafetyView::Status SafetyView::statusNow() const
{
    const Records *records = m_account.records();
    const Way way = wayOf(m_account);
    const std::optional<SafetyReport> &report = shown();
    if (!m_noted.isEmpty() || !report || !records)
        return m_refusal ? NotSaved : way.isOffline ? Offline : Fresh;
    const Result<std::optional<OutboxItem>> item = m_account.records()->store().outbox().find(report->identifier);
    if (!item)
        return Waiting;
    if (!*item) // what was sent is forgotten after some days, and what was refused can be taken away
        return m_wasSent == report->identifier || records->isAtClinic(report->identifier) ? Sent : Refused;
    switch ((*item)->state) {
    case OutboxState::Done: return Sent;
    case OutboxState::Rejected: return Refused;
    default: break;
    }
    if (way.isSignInNeeded)
        return NeedsSignIn;
    if ((*item)->state == OutboxState::Sending && way.inFlight == (*item)->sequence)
        return Sending;
    return way.isOffline ? Offline : Waiting;
}

void SafetyView::refresh()
{
    m_status = statusNow();
    m_sentAt = {};
    if (m_status == Sent && shown()) {
        m_wasSent = shown()->identifier;
        const auto item = m_account.records()->store().outbox().find(shown()->identifier).value_or(std::nullopt);
        // What was said in a change went with that, and not when the first answers did.
        m_sentAt = item && !(m_isBack && item->doneAt < shown()->answered) ? item->doneAt : QDateTime();
    }
    Q_EMIT changed();
}

QString SafetyView::statusText() const
{
    if (!m_isBack || !m_before || !m_noted.isEmpty())
        return wayText();
    return tr("You said this on %1. %2", "a day, and where the answer is now: You said this on Nov 5. Sent to your care team.")
        .arg(TimeText(m_preferences.locale()).shortDay(m_before->answered.date()), wayText());
}

QString SafetyView::wayText() const
{
    switch (m_status) {
    case Fresh:
    case Waiting: return tr("Not sent yet. Please call.");
    case NotSaved:
        return m_refusal == ProblemKind::StoreFull ? tr("Not saved yet. This device is full. Please call.")
                                                   : tr("Not saved on this device yet. Please call.");
    case Sending: return tr("Not sent yet. Sending now.");
    case Offline: return tr("Not sent yet – no signal. Please call.");
    case NeedsSignIn: return tr("Not sent yet. It goes after you sign in. Please call.");
    case Refused: return tr("Your clinic could not take it. Please call.");
    case Sent: break;
    }
    if (!m_sentAt.isValid())
        return tr("Sent to your care team.");
    const TimeText text(m_preferences.locale());
    const QTimeZone here = m_clock.localZone();
    return tr("Sent to your care team %1.").arg(text.moment(m_sentAt.toTimeZone(here), m_clock.nowUtc().toTimeZone(here).date()));
}

QString SafetyView::monitoringText() const
{
    const Records *records = m_account.records();
    const std::optional<ClinicContact> clinic = records ? records->clinicContact() : std::nullopt;
    switch (clinic ? clinic->monitoring : Monitoring::None) {
    case Monitoring::BusinessHours: return tr("Your clinic says it reads these answers in its office hours.");
    case Monitoring::AroundTheClock: return tr("Your clinic says it reads these answers day and night. It can still take time.");
    case Monitoring::None: break;
    }
    return {};
}

QString SafetyView::followUpText() const
{
    const bool isToday = m_report && m_report->answered.date() == m_clock.today();
    return isToday ? tr("Earlier today was hard.") : tr("Yesterday was hard.");
}

} // namespace handrail
