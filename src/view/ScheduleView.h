// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "view/AgendaModel.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QDate>
#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class MinuteTimer;

/// One week of sessions: a strip of seven days, and the agenda from the chosen day to the end of that week. Serves the patient's
/// Schedule and the relative's Sessions; what is in it is what the store has.
class ScheduleView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString weekText READ weekText NOTIFY changed)
    Q_PROPERTY(QVariantList weekDays READ weekDays NOTIFY changed)
    Q_PROPERTY(int selectedIndex READ selectedIndex NOTIFY changed)
    Q_PROPERTY(bool isThisWeek READ isThisWeek NOTIFY changed)
    Q_PROPERTY(handrail::AgendaModel *agenda READ agenda CONSTANT)
    Q_PROPERTY(QString emptyTitle READ emptyTitle NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(bool hasLaterSession READ hasLaterSession NOTIFY changed)
    Q_PROPERTY(QString firstId READ firstId NOTIFY changed)
    Q_PROPERTY(QString zoneNote READ zoneNote NOTIFY changed)

public:
    ScheduleView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
                 QObject *parent = nullptr);

    [[nodiscard]] QString weekText() const { return m_weekText; } ///< "Nov 16–22"
    /// Seven of {weekday, day, count, isToday, spoken}.
    [[nodiscard]] QVariantList weekDays() const { return m_weekDays; }
    [[nodiscard]] int selectedIndex() const { return m_selected.dayOfWeek() - 1; }
    [[nodiscard]] bool isThisWeek() const;
    [[nodiscard]] AgendaModel *agenda() { return &m_agenda; }
    [[nodiscard]] QString emptyTitle() const { return m_emptyTitle; }
    [[nodiscard]] QString emptyText() const { return m_emptyText; }
    [[nodiscard]] bool hasLaterSession() const { return m_later.isValid(); }
    /// The first session of the agenda; empty when it has none.
    [[nodiscard]] QString firstId() const
    {
        return m_agenda.days().isEmpty() ? QString() : m_agenda.days().first().sessions.first().id;
    }
    /// "Times are in New York time." when the sessions' zone is not this device's; else empty.
    [[nodiscard]] QString zoneNote() const { return m_zoneNote; }

    Q_INVOKABLE void selectDay(int index);
    Q_INVOKABLE void showNextWeek();
    Q_INVOKABLE void showPreviousWeek();
    Q_INVOKABLE void showToday();
    Q_INVOKABLE void showNextSession(); ///< the week of the next session after the one that shows

    void refresh();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QDate today() const;
    void select(const QDate &day);

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    AgendaModel m_agenda;
    QDate m_selected;
    QDate m_shownToday;
    QString m_weekText;
    QVariantList m_weekDays;
    QString m_emptyTitle;
    QString m_emptyText;
    QDate m_later;
    QString m_zoneNote;
};

} // namespace handrail
