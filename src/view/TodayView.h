// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "view/AgendaModel.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"
#include "view/SessionItem.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class MinuteTimer;

/// The first page: the next session, the check-in, the program's rail, this week.
class TodayView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString dateText READ dateText NOTIFY changed)
    Q_PROPERTY(QString greeting READ greeting NOTIFY changed)
    Q_PROPERTY(bool hasNext READ hasNext NOTIFY changed)
    Q_PROPERTY(handrail::SessionItem next READ next NOTIFY changed)
    Q_PROPERTY(QString leaveByText READ leaveByText NOTIFY changed)
    Q_PROPERTY(CheckInState checkInState READ checkInState NOTIFY changed)
    Q_PROPERTY(QString checkInTitle READ checkInTitle NOTIFY changed)
    Q_PROPERTY(QString checkInText READ checkInText NOTIFY changed)
    Q_PROPERTY(bool hasProgram READ hasProgram NOTIFY changed)
    Q_PROPERTY(QString weekText READ weekText NOTIFY changed)
    Q_PROPERTY(QString phaseText READ phaseText NOTIFY changed)
    Q_PROPERTY(QVariantList rail READ rail NOTIFY changed)
    Q_PROPERTY(int railWeek READ railWeek NOTIFY changed)
    Q_PROPERTY(int railPhase READ railPhase NOTIFY changed)
    Q_PROPERTY(bool isAftercare READ isAftercare NOTIFY changed)
    Q_PROPERTY(QString railSpoken READ railSpoken NOTIFY changed)
    Q_PROPERTY(QString weekCountText READ weekCountText NOTIFY changed)
    Q_PROPERTY(QVariantList weekDays READ weekDays NOTIFY changed)
    Q_PROPERTY(handrail::AgendaModel *comingUp READ comingUp CONSTANT)

public:
    enum CheckInState {
        NoForm, ///< the clinic has sent no check-in form to this device
        Ready,
        Begun,   ///< a draft waits
        Saved,   ///< done today, not yet at the clinic, or kept from it
        Refused, ///< done today, and the clinic could not take it
        Sent     ///< done today, and the clinic has it
    };
    Q_ENUM(CheckInState)

    TodayView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, QObject *parent = nullptr);

    [[nodiscard]] QString dateText() const { return m_dateText; }
    [[nodiscard]] QString greeting() const { return m_greeting; }
    [[nodiscard]] bool hasNext() const { return m_next.isValid; }
    [[nodiscard]] SessionItem next() const { return m_next; }
    [[nodiscard]] QString leaveByText() const { return m_leaveByText; } ///< for the next session: "Leave by 5:35 pm"; may be empty
    [[nodiscard]] CheckInState checkInState() const { return m_checkInState; }
    [[nodiscard]] QString checkInTitle() const { return m_checkInTitle; }
    [[nodiscard]] QString checkInText() const { return m_checkInText; }
    [[nodiscard]] bool hasProgram() const { return !m_rail.isEmpty(); }
    [[nodiscard]] QString weekText() const { return m_weekText; }
    [[nodiscard]] QString phaseText() const { return m_phaseText; }
    /// A list of {title, weeks, level}, as RailPath takes it.
    [[nodiscard]] QVariantList rail() const { return m_rail; }
    [[nodiscard]] int railWeek() const { return m_railWeek; } ///< from 1; 0 when nothing is counted
    [[nodiscard]] int railPhase() const { return m_railPhase; }
    [[nodiscard]] bool isAftercare() const { return m_isAftercare; } ///< the program is behind the person: no weeks are counted
    [[nodiscard]] QString railSpoken() const { return m_railSpoken; }
    [[nodiscard]] QString weekCountText() const { return m_weekCountText; }
    /// A list of {label, isDone, spoken}.
    [[nodiscard]] QVariantList weekDays() const { return m_weekDays; }
    [[nodiscard]] AgendaModel *comingUp() { return &m_comingUp; }

    void refresh();

Q_SIGNALS:
    void changed();

private:
    void refreshSessions(Records &records, const QDate &today);
    void refreshProgram(const Records &records, const QDate &today);
    void refreshCheckIn(const Records &records, const QDate &today);

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    AgendaModel m_comingUp;
    QString m_dateText;
    QString m_greeting;
    SessionItem m_next;
    QString m_leaveByText;
    CheckInState m_checkInState = NoForm;
    QString m_checkInTitle;
    QString m_checkInText;
    QString m_weekText;
    QString m_phaseText;
    QVariantList m_rail;
    int m_railWeek = 0;
    int m_railPhase = 0;
    bool m_isAftercare = false;
    QString m_railSpoken;
    QString m_weekCountText;
    QVariantList m_weekDays;
};

} // namespace handrail
