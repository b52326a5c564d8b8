// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/LockScreenHelp.h"
#include "view/CrisisView.h"
#include "view/MyPeopleView.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"
#include "view/SafetyPlanView.h"

#include <QCoroTask>
#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// The person's own help behind Help now while it is locked, and the choice of it. Off until they switch it on; written only then, and gone when
/// they switch it off, sign out or have no PIN any more, and when somebody else signs in. Whatever is wrong with it, Help shows without it.
///
/// In memory only while it is locked (to be shown) or chosen.
class LockHelpView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isShown READ isShown NOTIFY changed)
    Q_PROPERTY(QVariantList people READ people NOTIFY changed)
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed)
    Q_PROPERTY(bool canBeOn READ canBeOn NOTIFY changed)
    Q_PROPERTY(bool isOn READ isOn NOTIFY changed)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(QVariantList choices READ choices NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)

public:
    LockHelpView(Account &account, SecretStore &secrets, const QString &path, MyPeopleView &people, SafetyPlanView &plan,
                 CrisisView &crisis, const Preferences &preferences, QObject *parent = nullptr);

    /// It is locked, and there is something that its person wants shown.
    [[nodiscard]] bool isShown() const { return m_account.state() == Account::State::Locked && !m_shown.isEmpty(); }
    [[nodiscard]] QVariantList people() const; ///< a list of {name, phone, role, message, initials}
    [[nodiscard]] QVariantList lines() const;  ///< a list of {title, text}
    Q_INVOKABLE void call(const QString &phone);
    Q_INVOKABLE void text(const QString &phone, const QString &message);

    /// There is a lock at all.
    [[nodiscard]] bool canBeOn() const { return m_account.records() && m_account.hasPin(); }
    [[nodiscard]] bool isOn() const;
    [[nodiscard]] bool isBusy() const { return m_isWriting; }
    [[nodiscard]] QString stateText() const; ///< "Off. Help now shows nothing of yours."
    /// A list of {id, title, note, isOn, isPerson}: what can be shown, each by itself.
    [[nodiscard]] QVariantList choices() const;
    [[nodiscard]] QString problemText() const { return m_problemText; }
    Q_INVOKABLE void setOn(bool isOn);
    Q_INVOKABLE void choose(const QString &id, bool isOn);

Q_SIGNALS:
    void changed();

private:
    void onAccountChanged();
    void follow();
    QCoro::Task<void> load();
    QCoro::Task<void> bring(QByteArray content); ///< empty: nothing is to be there
    void fail(const Problem &problem, bool isShownStill);
    void keep(const LockScreenChoice &choice);
    [[nodiscard]] LockScreenHelp wanted() const;

    OncePerTurn m_follow{[this] { follow(); }};
    Account &m_account;
    MyPeopleView &m_people;
    SafetyPlanView &m_plan;
    CrisisView &m_crisis;
    LockScreenFile m_file;
    LockScreenHelp m_shown;
    std::optional<QByteArray> m_written; ///< as far as it is known; empty: nothing is there
    bool m_isWriting = false;
    bool m_isChoiceOver = false;         ///< somebody signed out here
    std::optional<QByteArray> m_wanted;  ///< in the place of what is written
    std::optional<QByteArray> m_refused; ///< is not tried again until it differs, or its person asks
    QString m_problemText;
};

} // namespace handrail
