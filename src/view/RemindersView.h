// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/News.h"
#include "care/Reminders.h"
#include "ports/Notifier.h"
#include "view/Preferences.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class MinuteTimer;
struct ReminderWords;

/// Shows what the reminders' plan has for this minute, while the app runs. What was shown is kept sealed with the account, so that a restart
/// does not show it twice.
///
/// While the app is locked, the plan of the next two days stays in memory: times and the kind of each, without names, so that a PIN does
/// not mean a missed session. It goes with the account. What is new at the clinic is told while the account is open, for only then is it
/// heard of.
class RemindersView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString previewTitle READ previewTitle NOTIFY changed)
    Q_PROPERTY(QString previewText READ previewText NOTIFY changed)
    Q_PROPERTY(QString sessionText READ sessionText NOTIFY changed)
    Q_PROPERTY(QString listTimeText READ listTimeText NOTIFY changed)
    Q_PROPERTY(QString quietFromText READ quietFromText NOTIFY changed)
    Q_PROPERTY(QString quietToText READ quietToText NOTIFY changed)

public:
    RemindersView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, Notifier &notifier,
                  QObject *parent = nullptr);
    ~RemindersView() override;

    /// What a reminder looks like.
    [[nodiscard]] QString previewTitle() const;
    [[nodiscard]] QString previewText() const;
    [[nodiscard]] QString sessionText() const; ///< "None", "Once", "Twice"
    [[nodiscard]] QString listTimeText() const;
    [[nodiscard]] QString quietFromText() const;
    [[nodiscard]] QString quietToText() const;

    /// Something that this device alone knows has changed: the plan is made anew when it is next looked at.
    void renew() { m_isStale = true; }
    /// The clinic wrote, or (false) it was read: that is told once, as soon as the hours and the day's number allow it.
    void setMessageWaiting(bool isWaiting);
    /// Shows what is due now. Called each minute.
    void look();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] ReminderSettings settings() const;
    [[nodiscard]] ReminderFacts facts(const Records &records, const QDate &today);
    [[nodiscard]] QString timeText(int minutes) const;
    void makePlan();
    [[nodiscard]] bool canTell(const QDateTime &now, bool isNudge) const;
    void tell(const ReminderWords &words, const ShownReminder &shown);
    void tellMessage(const QDateTime &now);
    bool tellNews(const QDateTime &now);
    bool tellDue(const QDateTime &now);
    void gatherNews(const Records &records, const QDate &today);
    void readShown();
    void keepShown();
    void accountChanged();
    void forget();

    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    Notifier &m_notifier;
    QList<Reminder> m_plan;
    QList<ShownReminder> m_shown;
    QList<News> m_news;   ///< not told yet
    KnownThings m_latest; ///< what is known once that is told
    QDate m_since;
    QDateTime m_plannedAt;
    QTimeZone m_plannedZone;
    bool m_isMessageWaiting = false;
    bool m_isStale = true;
    bool m_isRead = false;
    bool m_isKept = true;
};

} // namespace handrail
