// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "core/Pin.h"
#include "view/MinuteTimer.h"
#include "view/Navigator.h"
#include "view/Preferences.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// The app lock, in words: the page that asks for the PIN, and the steps of setting, changing and turning it off. The digits never reach QML;
/// it only hears how many there are.
class LockView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isOn READ isOn NOTIFY changed)
    Q_PROPERTY(bool canLock READ canLock NOTIFY changed)
    Q_PROPERTY(bool canHavePin READ canHavePin NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(bool hasDevice READ hasDevice NOTIFY changed)
    Q_PROPERTY(bool isDeviceOn READ isDeviceOn NOTIFY changed)
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(int entered READ entered NOTIFY enteredChanged)
    Q_PROPERTY(int knobs READ knobs NOTIFY enteredChanged)
    Q_PROPERTY(bool canGoOn READ canGoOn NOTIFY enteredChanged)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
    Q_PROPERTY(bool isPadShut READ isPadShut NOTIFY changed)
    Q_PROPERTY(bool isEnded READ isEnded NOTIFY changed)
    Q_PROPERTY(bool isUnreadable READ isUnreadable NOTIFY changed)
    Q_PROPERTY(bool isInForce READ isInForce NOTIFY changed)
    Q_PROPERTY(bool isSignedIn READ isSignedIn NOTIFY changed)
    Q_PROPERTY(bool canGoOnWithoutPin READ canGoOnWithoutPin NOTIFY changed)
    Q_PROPERTY(QString forgottenText READ forgottenText NOTIFY changed)
    Q_PROPERTY(bool hasOtherProblem READ hasOtherProblem NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(bool hasUnsaved READ hasUnsaved NOTIFY changed)
    Q_PROPERTY(bool isEarlierBack READ isEarlierBack NOTIFY changed)
    Q_PROPERTY(QStringList earlierTexts READ earlierTexts NOTIFY changed)

public:
    /// What the person is asked for: the PIN that is set, a new one, or that again.
    enum Step { Present, New, Again };
    Q_ENUM(Step)
    /// What the page of the PIN was opened for.
    enum Purpose { Unlock, Set, Change, TurnOff, Device, Earlier };
    Q_ENUM(Purpose)

    LockView(Account &account, const Clock &clock, const Preferences &preferences, Navigator &navigator, MinuteTimer &minute,
             QObject *parent = nullptr);

    [[nodiscard]] bool isOn() const { return m_account.hasPin(); }
    /// Somebody is in who has a PIN.
    [[nodiscard]] bool canLock() const { return isOn() && m_account.records(); }
    /// Without a keychain nothing is kept, so there is nothing to lock.
    [[nodiscard]] bool canHavePin() const { return !m_account.isSessionOnly(); }
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] bool hasDevice() const { return isOn() && m_account.hasDeviceAuth(); }
    [[nodiscard]] bool isDeviceOn() const { return m_account.canUnlockByDevice(); }
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] int entered() const { return m_pin.size(); }
    /// How many places to show for digits.
    [[nodiscard]] int knobs() const;
    /// A new PIN is long enough.
    [[nodiscard]] bool canGoOn() const { return m_step != Present && m_pin.isComplete() && !isBusy(); }
    [[nodiscard]] bool isBusy() const { return m_isWorking || m_account.isPinBusy(); }
    /// After wrong ones it opens again at a time that text() says.
    [[nodiscard]] bool isPadShut() const { return m_step == Present && wait().count() > 0; }
    [[nodiscard]] bool isEnded() const { return m_purpose == Earlier ? m_isEarlierEnded : m_account.isPinEnded(); }
    /// Locked, and no PIN can be checked: what it is checked by cannot be read. The account says why.
    [[nodiscard]] bool isUnreadable() const { return m_account.state() == Account::State::Locked && !m_account.isLockReadable(); }
    /// The PIN is all that opens what is here.
    [[nodiscard]] bool isInForce() const { return m_account.isPinInForce(); }
    /// The clinic has just said who this is; what is here of them still waits for their PIN.
    [[nodiscard]] bool isSignedIn() const { return m_account.isSignedInBeforePin(); }
    /// The clinic asked for the password for just that, so goOnWithoutPin() asks it no more.
    [[nodiscard]] bool canGoOnWithoutPin() const { return m_account.canForgetPin(); }
    /// What becomes of things for who forgot the PIN.
    [[nodiscard]] QString forgottenText() const;
    /// Something besides a wrong PIN went wrong: the account says what.
    [[nodiscard]] bool hasOtherProblem() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    /// What the disk refused is behind the lock, and nowhere else.
    [[nodiscard]] bool hasUnsaved() const { return m_account.state() == Account::State::Locked && m_account.hasUnsaved(); }

    /// Something that the person kept here alone came back from behind a PIN that they had gone on without.
    [[nodiscard]] bool isEarlierBack() const { return m_isEarlierBack; }
    /// Of what still lies there, the newest first: until when the person used it, and until when it is kept.
    [[nodiscard]] QStringList earlierTexts() const;

    /// Opens the page of the PIN for this.
    Q_INVOKABLE void begin(handrail::LockView::Purpose purpose);
    /// The same for one of earlierTexts().
    Q_INVOKABLE void beginEarlier(int index);
    Q_INVOKABLE void digit(int digit); ///< the last one of a PIN that is set tries it
    Q_INVOKABLE void erase();
    Q_INVOKABLE void goOn(); ///< with a new PIN
    Q_INVOKABLE void lockNow();
    Q_INVOKABLE void useDevice();
    Q_INVOKABLE void readAgain();      ///< while isUnreadable()
    Q_INVOKABLE void goOnWithoutPin(); ///< while isSignedIn()
    Q_INVOKABLE void giveUp();         ///< isSignedIn(), and back to who was here before

Q_SIGNALS:
    void changed();
    void enteredChanged();

private:
    void reset(Purpose purpose);
    void setStep(Step step);
    void setPin(Pin pin);
    void onAccountChanged();
    // Of the PIN that is asked for.
    [[nodiscard]] int digits() const;
    [[nodiscard]] int tries() const;
    [[nodiscard]] int triesLeft() const;
    [[nodiscard]] std::chrono::milliseconds wait() const;
    QString words(const Problem &problem) const;
    QCoro::Task<void> tryPresent();
    QCoro::Task<void> finish();
    void end(const Result<void> &result);

    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    Navigator &m_navigator;
    QTimer m_waiting;
    Purpose m_purpose = Unlock;
    Step m_step = Present;
    Pin m_pin;     ///< being typed
    Pin m_current; ///< was right
    Pin m_next;    ///< typed once
    QString m_notice;
    bool m_isWorking = false;
    QString m_earlier; ///< Account::AsidePin::path of what is being opened
    bool m_isEarlierEnded = false;
    bool m_isEarlierBack = false;
};

} // namespace handrail
