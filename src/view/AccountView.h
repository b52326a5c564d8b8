// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/Held.h"
#include "core/Clock.h"
#include "view/CrisisView.h"
#include "view/Navigator.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"
#include "view/ProblemText.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// Signing in and out, in words, and where the person belongs because of it.
class AccountView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isSignedIn READ isSignedIn NOTIFY changed)
    Q_PROPERTY(bool isRelative READ isRelative NOTIFY changed)
    Q_PROPERTY(bool isSessionOnly READ isSessionOnly NOTIFY changed)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString fullName READ fullName NOTIFY changed)
    Q_PROPERTY(QString initials READ initials NOTIFY changed)
    Q_PROPERTY(QString clinicName READ clinicName NOTIFY changed)
    Q_PROPERTY(QString clinicPhone READ clinicPhone NOTIFY changed)
    Q_PROPERTY(bool hasServer READ hasServer NOTIFY changed)
    Q_PROPERTY(QString server READ server WRITE setServer NOTIFY changed)
    Q_PROPERTY(bool isServerFixed READ isServerFixed NOTIFY changed)
    Q_PROPERTY(bool needsSignIn READ needsSignIn NOTIFY changed)
    Q_PROPERTY(QString signInPage READ signInPage NOTIFY changed)
    Q_PROPERTY(bool hasProblem READ hasProblem NOTIFY changed)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)
    Q_PROPERTY(int unsentCount READ unsentCount NOTIFY changed)
    Q_PROPERTY(QString unsentText READ unsentText NOTIFY changed)
    Q_PROPERTY(QString keptText READ keptText NOTIFY changed)
    Q_PROPERTY(QString onlyHereText READ onlyHereText NOTIFY changed)
    Q_PROPERTY(QString staysText READ staysText NOTIFY changed)
    Q_PROPERTY(QString sendReport READ sendReport NOTIFY changed)
    Q_PROPERTY(bool isWaitingForKey READ isWaitingForKey NOTIFY changed)

public:
    AccountView(Account &account, Navigator &navigator, CrisisView &crisis, Browser &browser, const Preferences &preferences,
                const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] bool isSignedIn() const { return m_account.records() != nullptr; }
    [[nodiscard]] bool isRelative() const;
    [[nodiscard]] bool isSessionOnly() const { return m_account.isSessionOnly(); }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] QString fullName() const;
    [[nodiscard]] QString initials() const;
    [[nodiscard]] QString clinicName() const;
    [[nodiscard]] QString clinicPhone() const;
    [[nodiscard]] bool hasServer() const;
    /// The FHIR base of the clinic, as it was typed or pasted; only signIn() completes it to https.
    [[nodiscard]] QString server() const { return m_server; }
    void setServer(const QString &server);
    /// The clinic was given when Handrail was started: nothing is to be typed.
    [[nodiscard]] bool isServerFixed() const { return m_isServerFixed; }
    void fixServer(const QString &server);
    /// The address that is here is that of this FHIR base.
    Q_INVOKABLE [[nodiscard]] bool leadsTo(const QString &base) const;
    /// An invitation was opened at `server`, and nobody has signed in there: it is the way to sign in as long as no other is known here.
    void meetServer(const QString &server);
    /// That ended, and nothing of a sign-in there is kept: no later start knows what meetServer() brought. `isForgotten`: nor does this one.
    void leaveServer(bool isForgotten);
    [[nodiscard]] bool needsSignIn() const { return m_account.state() == Account::State::NeedsSignIn; }
    [[nodiscard]] QString signInPage() const { return m_account.signInPage().toString(); }
    [[nodiscard]] bool hasProblem() const { return m_account.problem().has_value(); }
    [[nodiscard]] QString problemTitle() const { return problemWords().title; }
    [[nodiscard]] QString problemText() const { return problemWords().text; }
    [[nodiscard]] int unsentCount() const;
    /// "1 check-in and 2 notes that you can’t come"; empty when all is sent.
    [[nodiscard]] QString unsentText() const;
    /// What a sign-out leaves on this device.
    [[nodiscard]] QString keptText() const;
    /// What was begun and made on this device and is nowhere else; empty when there is nothing.
    [[nodiscard]] QString onlyHereText() const;
    /// Which other accounts stay when this one is erased. Of those that are not this person's own nothing is told, not even that they are there.
    [[nodiscard]] QString staysText() const;
    /// What became of sendNow(); empty before.
    [[nodiscard]] QString sendReport() const { return m_sendReport; }
    [[nodiscard]] bool isWaitingForKey() const { return m_account.isWaitingForKey(); }

    Q_INVOKABLE void signIn();
    Q_INVOKABLE void cancelSignIn();
    Q_INVOKABLE void openSignInPage();
    Q_INVOKABLE void copySignInPage();
    Q_INVOKABLE void retryOpening();
    Q_INVOKABLE void explore(); ///< leaves the first-sync page; the download goes on
    Q_INVOKABLE void signOut();
    Q_INVOKABLE void erase(); ///< signs out and leaves nothing of this account on this device
    Q_INVOKABLE void sendNow();
    Q_INVOKABLE void forgetSendReport();
    Q_INVOKABLE void clearProblem();

Q_SIGNALS:
    void changed();
    void serverChosen(const QString &server);

private:
    void onStateChanged();
    void putCameBackTogether();
    [[nodiscard]] OnlyHere onlyHere() const;
    void keepClinicContact();
    [[nodiscard]] ProblemWords problemWords() const;
    QCoro::Task<void> send();
    [[nodiscard]] QString reportAfter(int unsentBefore) const;

    OncePerTurn m_refresh{[this] { onStateChanged(); }};
    Account &m_account;
    Navigator &m_navigator;
    CrisisView &m_crisis;
    Browser &m_browser;
    const Preferences &m_preferences;
    const Clock &m_clock;
    QString m_server;
    QString m_metServer; ///< by an invitation alone
    bool m_isServerFixed = false;
    bool m_isExploring = false;
    bool m_isOnDisk = true; ///< what whoever is in, or was last, leaves here
    bool m_isBusy = false;
    QString m_sendReport;
};

} // namespace handrail
