// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/FamilySession.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"
#include "view/SessionItem.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class MinuteTimer;

/// The relative's first page: the next family session, and nothing that the patient does not share.
class FamilyView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString dateText READ dateText NOTIFY changed)
    Q_PROPERTY(QString greeting READ greeting NOTIFY changed)
    Q_PROPERTY(QString patientName READ patientName NOTIFY changed)
    Q_PROPERTY(QString hereFor READ hereFor NOTIFY changed)
    Q_PROPERTY(handrail::SessionItem session READ session NOTIFY changed)
    Q_PROPERTY(QString withText READ withText NOTIFY changed)
    Q_PROPERTY(QStringList sees READ sees NOTIFY changed)
    Q_PROPERTY(QStringList stays READ stays NOTIFY changed)
    Q_PROPERTY(QString staysTitle READ staysTitle NOTIFY changed)
    Q_PROPERTY(QString emptyTitle READ emptyTitle NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(QString momentText READ momentText NOTIFY changed)
    Q_PROPERTY(bool isTooLate READ isTooLate NOTIFY changed)
    Q_PROPERTY(QString newsTitle READ newsTitle NOTIFY changed)
    Q_PROPERTY(QString newsText READ newsText NOTIFY changed)
    Q_PROPERTY(QString busyTitle READ busyTitle NOTIFY changed)
    Q_PROPERTY(QStringList busy READ busy NOTIFY changed)
    Q_PROPERTY(QString presenceTitle READ presenceTitle NOTIFY changed)
    Q_PROPERTY(QStringList presence READ presence NOTIFY changed)

public:
    FamilyView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
               QObject *parent = nullptr);

    [[nodiscard]] QString dateText() const { return m_dateText; }
    [[nodiscard]] QString greeting() const { return m_greeting; }
    [[nodiscard]] QString patientName() const { return m_patientName; }
    [[nodiscard]] QString hereFor() const;
    [[nodiscard]] SessionItem session() const { return m_session; }
    [[nodiscard]] QString withText() const { return m_withText; }
    /// What the patient shares, as far as it came, a line each; empty: nothing.
    [[nodiscard]] QStringList sees() const;
    [[nodiscard]] QStringList stays() const; ///< what stays with the patient beside it
    [[nodiscard]] QString staysTitle() const;
    /// Without a session: that none is planned, or that nothing is shared, or that only a sign-in tells. No reason.
    [[nodiscard]] QString emptyTitle() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString momentText() const; ///< how the session stands now: "It has started. You can come in."
    [[nodiscard]] bool isTooLate() const { return m_moment == FamilyMoment::TooLate; }
    /// Of a session that is cancelled, or was here and is not open any more; empty when there is no such news.
    [[nodiscard]] QString newsTitle() const { return m_newsTitle; }
    [[nodiscard]] QString newsText() const { return m_newsText; }
    [[nodiscard]] QString busyTitle() const;
    [[nodiscard]] QStringList busy() const { return m_busy; } ///< "Thursday, November 26, 6:00–9:00 pm": nothing but times
    [[nodiscard]] QString presenceTitle() const;
    [[nodiscard]] QStringList presence() const { return m_presence; } ///< "Thursday, November 19: yes"

    void refresh();

Q_SIGNALS:
    void changed();

private:
    void readSessions(const Records &records, const TimeText &text, const QDateTime &now);
    void readTimes(const Records &records, const TimeText &text, const QDateTime &now);
    void forget();

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    QString m_dateText;
    QString m_greeting;
    QString m_patientName;
    SessionItem m_session;
    QString m_withText;
    FamilyMoment m_moment = FamilyMoment::Upcoming;
    bool m_isShared = false;
    bool m_hasTimesAlone = false;
    bool m_hasDeclined = false; ///< a session to come to which they can't
    QString m_newsTitle;
    QString m_newsText;
    QStringList m_busy;
    QString m_busyUntil; ///< the day to which they go
    QStringList m_presence;
    QString m_startText; ///< "at 5:30 pm"
    /// What was shown last, so that its end is said.
    QString m_lastId;
    QDateTime m_lastEnd;
};

} // namespace handrail
