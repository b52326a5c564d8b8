// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/Travel.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"
#include "view/TimeText.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// How the person gets to the place of a session, and when to leave. Typed once for each place; it stays on this device.
class TravelView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString sessionId READ sessionId WRITE setSessionId NOTIFY changed)
    Q_PROPERTY(bool hasPlace READ hasPlace NOTIFY changed)
    Q_PROPERTY(QString placeName READ placeName NOTIFY changed)
    Q_PROPERTY(bool isSaid READ isSaid NOTIFY changed)
    Q_PROPERTY(int way READ way NOTIFY changed)
    Q_PROPERTY(int minutes READ minutes NOTIFY changed)
    Q_PROPERTY(bool isReminded READ isReminded NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString leaveByText READ leaveByText NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)

public:
    enum Way { Car, Ride, Bus, Walk, Online };
    Q_ENUM(Way)

    TravelView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent = nullptr);

    [[nodiscard]] QString sessionId() const { return m_id; }
    void setSessionId(const QString &id);
    [[nodiscard]] bool hasPlace() const { return !m_place.isEmpty(); }
    [[nodiscard]] QString placeName() const { return m_placeName; }
    [[nodiscard]] bool isSaid() const { return m_isSaid; }
    [[nodiscard]] int way() const { return int(m_travel.way); }
    [[nodiscard]] int minutes() const { return m_travel.minutes; }
    [[nodiscard]] bool isReminded() const { return m_travel.isReminded; }
    [[nodiscard]] QString summary() const; ///< "Own car, 25 min"; empty when nothing was said
    [[nodiscard]] QString leaveByText() const
    {
        return m_leaveByText;
    } ///< "Leave by 5:35 pm"; empty: nobody knows, or it is too late
    [[nodiscard]] QString problemText() const { return m_problemText; }

    /// False when it was not kept; problemText says why. The number as it was typed.
    Q_INVOKABLE bool save(int way, const QString &minutes, bool isReminded);
    Q_INVOKABLE void clearProblem();

    void refresh();

Q_SIGNALS:
    void changed();
    void saved();

private:
    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    QString m_id;
    QString m_place;
    QString m_placeName;
    Travel m_travel;
    bool m_isSaid = false;
    QString m_leaveByText;
    QString m_problemText;
};

/// "Leave by 5:35 pm"; empty when nobody said how long the way is, or it has begun.
[[nodiscard]] QString leaveByText(const Session &session, const Travels &travels, const Clock &clock, const TimeText &text);

} // namespace handrail
