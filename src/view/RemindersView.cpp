// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/RemindersView.h"

#include "care/CheckIn.h"
#include "care/Granted.h"
#include "care/SafetyReport.h"
#include "care/Schedule.h"
#include "view/MinuteTimer.h"
#include "view/ReminderText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace handrail {

namespace {

const QString keptName = QStringLiteral("reminders");
const QString knownName = QStringLiteral("reminders.known");
constexpr int newsMessages = 50; ///< so many of the newest are looked at for an answer
constexpr qsizetype mostKept = 100;
constexpr qint64 planSeconds = 3600; ///< made anew after it, whatever is known
constexpr qint64 lateSeconds = 3600; ///< while locked: what is older was slept through

QTime timeOf(int minutes)
{
    return QTime(minutes / 60, minutes % 60);
}

} // namespace

RemindersView::RemindersView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
                             Notifier &notifier, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_notifier(notifier)
{
    const auto beStale = [this] { m_isStale = true; };
    connect(&account, &Account::recordsChanged, this, beStale);
    connect(&account, &Account::outboxChanged, this, beStale);
    connect(&account, &Account::stateChanged, this, &RemindersView::accountChanged);
    // Whoever signs in over another comes without a state between in which there are no records.
    connect(&account, &Account::left, this, [this] {
        m_isMessageWaiting = false;
        if (m_account.state() == Account::State::SigningIn)
            forget();
    });
    connect(&account, &Account::aboutToLock, this, [this] {
        if (m_isStale)
            makePlan();
        // Under the lock nobody asks whether it is shared still; they would be led to a door that is shut.
        if (const QDateTime until = m_account.sharedKeptUntil(); until.isValid()) {
            m_plan.removeIf([&](const Reminder &one) { return one.at > until; });
            m_isStale = true;
        }
    });
    connect(&preferences, &Preferences::changed, this, [this] {
        m_isStale = true;
        if (!m_preferences.hasReminders()) {
            m_plan.clear(); // also while locked
            m_notifier.withdraw(Notifier::Kind::Reminder);
        }
        Q_EMIT changed();
    });
    connect(&preferences, &Preferences::languageChanged, this, &RemindersView::changed);
    connect(&minute, &MinuteTimer::turned, this, &RemindersView::look);
}

RemindersView::~RemindersView()
{
    m_notifier.withdraw(Notifier::Kind::Reminder);
}

void RemindersView::accountChanged()
{
    m_isStale = true;
    if (m_account.records() || m_account.state() == Account::State::Locked)
        return;
    forget();
}

/// Nothing of one person may be shown to the next.
void RemindersView::forget()
{
    m_isMessageWaiting = false;
    m_news.clear();
    m_latest = {};
    m_plan.clear();
    m_shown.clear();
    m_since = {};
    m_isRead = false;
    m_isKept = true;
    m_notifier.withdraw(Notifier::Kind::Reminder);
}

ReminderSettings RemindersView::settings() const
{
    ReminderSettings settings;
    settings.isOn = m_preferences.hasReminders();
    settings.perSession = m_preferences.sessionReminders();
    settings.hasCheckIn = m_preferences.hasListReminder();
    settings.checkInAt = timeOf(m_preferences.listReminderAt());
    settings.quietFrom = timeOf(m_preferences.quietFrom());
    settings.quietTo = timeOf(m_preferences.quietTo());
    return settings;
}

ReminderFacts RemindersView::facts(const Records &records, const QDate &today)
{
    ReminderFacts facts;
    facts.sessions = records.sessions(today.addDays(-1), today.addDays(4)).value_or(QList<Session>());
    facts.since = m_since;
    facts.role = records.identity().role;
    facts.travels = travels(m_account.records()->store());
    if (records.identity().role != Role::Patient)
        return facts;
    facts.checkInEvery = checkInEvery(records, today);
    const bool areAnswersTaken = takesAnswers(records);
    facts.isCheckInAsked = areAnswersTaken && dailyCheckInForm(records).has_value();
    if (const QList<SubmittedForm> last = finishedForms(records, dailyCheckInUrl(), 1); !last.isEmpty())
        facts.lastCheckIn = last.first().form.authored.date();
    if (areAnswersTaken && m_preferences.hasListReminder())
        facts.forms =
            assignments(assignmentFacts(records, today, m_account.isFirstSyncDone()), m_clock.nowUtc(), m_clock.localZone());
    return facts;
}

void RemindersView::makePlan()
{
    const Records *records = m_account.records();
    if (!records)
        return;
    readShown();
    m_isStale = false;
    m_plannedAt = m_clock.nowUtc();
    m_plannedZone = m_clock.localZone();
    const QDate today = m_plannedAt.toTimeZone(m_plannedZone).date();
    if (!m_since.isValid() || !m_isKept) {
        m_since = m_since.isValid() ? m_since : today;
        keepShown();
    }
    m_plan = planReminders(facts(*records, today), settings(), m_shown, m_plannedAt, m_plannedZone);
    gatherNews(*records, today);
}

void RemindersView::gatherNews(const Records &records, const QDate &today)
{
    if (!m_account.isFirstSyncDone()) {
        m_news.clear(); // what did not come yet would seem to be gone
        return;
    }
    // All of them: from wherever and to wherever one is moved.
    const Result<QList<Session>> read = records.sessions(today.addDays(-1), today.addDays(daysKnown));
    if (!read)
        return; // else all of them would seem to be gone
    const QList<Session> &sessions = *read;
    QList<WrittenMessage> messages;
    for (const Message &message : records.identity().role == Role::Patient ? records.messages(newsMessages) : QList<Message>())
        messages << message;
    m_latest = knownThings(sessions, messages, m_plannedAt);
    const auto kept = m_account.records()->store().value(knownName);
    const std::optional<KnownThings> known = kept && *kept ? readKnownThings(**kept) : std::nullopt;
    const bool isWanted = m_preferences.hasReminders() && m_preferences.hasNewsReminder();
    // Where nothing at all is shared any more, that is said without a word of what was (FamilyView).
    const bool isOpen = records.identity().role == Role::Patient || records.isAnythingShared();
    m_news = known && isWanted && isOpen ? newsSince(*known, sessions, messages, m_plannedAt) : QList<News>();
    if (m_news.isEmpty() && known != m_latest)
        (void)m_account.records()->store().setValue(knownName, writeKnownThings(m_latest)); // only a memory
}

void RemindersView::setMessageWaiting(bool isWaiting)
{
    if (std::exchange(m_isMessageWaiting, isWaiting) != isWaiting && isWaiting)
        look();
}

/// Not when reminders are off, not in the quiet hours, and of nudges no third in a day, nor one in the place of a session's.
bool RemindersView::canTell(const QDateTime &now, bool isNudge) const
{
    const ReminderSettings chosen = settings();
    if (!chosen.isOn || isQuiet(chosen, now, m_clock.localZone()))
        return false;
    return !isNudge || nudgesLeft(m_plan, m_shown, now, m_clock.localZone()) > 0;
}

void RemindersView::tell(const ReminderWords &words, const ShownReminder &shown)
{
    // Kept before it is shown: rather never than twice.
    m_shown << shown;
    m_shown = m_shown.mid(std::max<qsizetype>(0, m_shown.size() - mostKept));
    keepShown();
    m_notifier.show(Notifier::Kind::Reminder, words.title, words.text);
}

void RemindersView::tellMessage(const QDateTime &now)
{
    if (!m_isMessageWaiting || !m_account.records() || !m_preferences.hasNewsReminder())
        return;
    readShown();
    if (!canTell(now, true))
        return;
    m_isMessageWaiting = false;
    m_isStale = true;
    tell(noticeWords(Notice::NewMessage), {now, {QStringLiteral("message")}});
}

/// One notice for all that is new. A time that changed is told whatever was told that day: somebody would go there for nothing.
bool RemindersView::tellNews(const QDateTime &now)
{
    if (m_news.isEmpty() || !m_account.records() || !m_preferences.hasNewsReminder())
        return false;
    readShown();
    const News news = m_news.first();
    const bool isNudge = news.kind != News::Kind::Changed;
    if (!canTell(now, isNudge))
        return false;
    m_news.clear();
    m_isStale = true;
    (void)m_account.records()->store().setValue(knownName, writeKnownThings(m_latest)); // only a memory
    const TimeText text(m_preferences.locale(), m_preferences.textScale());
    tell(newsText(news, now, m_clock.localZone(), text), {now, {QStringLiteral("news")}, isNudge});
    return true;
}

void RemindersView::look()
{
    const QDateTime now = m_clock.nowUtc();
    const bool isOpen = m_account.records() != nullptr;
    const bool isOld =
        m_plannedZone != m_clock.localZone() || !m_plannedAt.isValid() || std::abs(m_plannedAt.secsTo(now)) >= planSeconds;
    if (isOpen && (m_isStale || isOld))
        makePlan();
    if (!isOpen)
        m_plan.removeIf([&](const Reminder &one) { return one.at.secsTo(now) > lateSeconds; });
    // One at a time: the device shows the last one alone. What is left comes with the next minute.
    if (!tellDue(now) && !tellNews(now))
        tellMessage(now);
}

bool RemindersView::tellDue(const QDateTime &now)
{
    const auto isDue = [this] { return !m_plan.isEmpty() && m_plan.first().at <= m_clock.nowUtc(); };
    if (!isDue())
        return false;
    if (m_account.records()) { // a session may have been cancelled a moment ago
        makePlan();
        if (!isDue())
            return false;
    }
    const Reminder due = m_plan.takeFirst();
    tell(reminderText(due, m_clock.localZone(), TimeText(m_preferences.locale(), m_preferences.textScale())),
         {now, due.keys, due.isNudge()});
    return true;
}

void RemindersView::readShown()
{
    if (std::exchange(m_isRead, true))
        return;
    const auto kept = m_account.records()->store().value(keptName);
    if (!kept || !*kept)
        return;
    const QJsonObject object = QJsonDocument::fromJson(**kept).object();
    m_since = QDate::fromString(object.value(QLatin1String("since")).toString(), Qt::ISODate);
    m_shown.clear();
    for (const QJsonValue &value : object.value(QLatin1String("shown")).toArray()) {
        const QJsonObject one = value.toObject();
        const QDateTime at = QDateTime::fromString(one.value(QLatin1String("at")).toString(), Qt::ISODateWithMs);
        if (at.isValid())
            m_shown << ShownReminder{at, one.value(QLatin1String("keys")).toVariant().toStringList(),
                                     !one.value(QLatin1String("free")).toBool()};
    }
}

void RemindersView::keepShown()
{
    Records *records = m_account.records();
    if (!records) {
        m_isKept = false; // at the next unlocking
        return;
    }
    m_isKept = true;
    QJsonArray shown;
    for (const ShownReminder &one : std::as_const(m_shown))
        shown << QJsonObject{{QStringLiteral("at"), one.at.toString(Qt::ISODateWithMs)},
                             {QStringLiteral("keys"), QJsonArray::fromStringList(one.keys)},
                             {QStringLiteral("free"), !one.isNudge}};
    const QJsonObject object{{QStringLiteral("since"), m_since.toString(Qt::ISODate)}, {QStringLiteral("shown"), shown}};
    // Only a memory: without it a reminder may come once more after a restart.
    (void)records->store().setValue(keptName, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString RemindersView::timeText(int minutes) const
{
    return TimeText(m_preferences.locale()).time(timeOf(minutes));
}

QString RemindersView::previewTitle() const
{
    return tr("Reminder");
}

QString RemindersView::previewText() const
{
    Reminder example;
    example.kind = Reminder::Kind::SessionSoon;
    example.start = QDateTime(QDate(2026, 1, 5), QTime(18, 0), Qt::UTC);
    example.at = example.start;
    example.zone = QTimeZone::utc();
    return reminderText(example, QTimeZone::utc(), TimeText(m_preferences.locale())).text;
}

QString RemindersView::sessionText() const
{
    switch (m_preferences.sessionReminders()) {
    case 0: return tr("None");
    case 1: return tr("Once");
    default: return tr("Twice");
    }
}

QString RemindersView::listTimeText() const
{
    return timeText(m_preferences.listReminderAt());
}

QString RemindersView::quietFromText() const
{
    return timeText(m_preferences.quietFrom());
}

QString RemindersView::quietToText() const
{
    return timeText(m_preferences.quietTo());
}

} // namespace handrail
