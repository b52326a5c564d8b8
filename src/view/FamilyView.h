// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
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
    Q_PROPERTY(bool hasSession READ hasSession NOTIFY changed)
    Q_PROPERTY(handrail::SessionItem session READ session NOTIFY changed)
    Q_PROPERTY(QString withText READ withText NOTIFY changed)
    Q_PROPERTY(QString staysTitle READ staysTitle NOTIFY changed)

public:
    FamilyView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
               QObject *parent = nullptr);

    [[nodiscard]] QString dateText() const { return m_dateText; }
    [[nodiscard]] QString greeting() const { return m_greeting; }
    [[nodiscard]] QString patientName() const { return m_patientName; }
    [[nodiscard]] QString hereFor() const;
    [[nodiscard]] bool hasSession() const { return m_session.isValid; }
    [[nodiscard]] SessionItem session() const { return m_session; }
    [[nodiscard]] QString withText() const { return m_withText; }
    [[nodiscard]] QString staysTitle() const;

    void refresh();

Q_SIGNALS:
    void changed();

private:
    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    QString m_dateText;
    QString m_greeting;
    QString m_patientName;
    SessionItem m_session;
    QString m_withText;
};

} // namespace handrail
