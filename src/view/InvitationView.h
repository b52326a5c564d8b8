// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "core/DeepLink.h"
#include "view/Navigator.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"
#include "view/ProblemText.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// Accepting an invitation: the link, the code that was told by voice, and on to the clinic's page. Until the code is right nothing here says
/// who invited, where or to what (design clinical 7.1).
///
/// Steps, and what leads out of them:
///   Link     no link yet: setLink() with one: Question where somebody is signed in here, else Code
///   Question goOn(): Code
///   Code     send(): the right code: the clinic's sign-in page | nothing that is open: Closed | else it stays, with hasProblem
///   Closed   tryAgain(): Code | otherLink(): Link
/// A sign-in that ends without anybody leads back to Code. Whoever leaves the page, and every sign-in and lock, ends it: link and code go.
class InvitationView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString linkError READ linkError NOTIFY changed)
    Q_PROPERTY(QString code READ code NOTIFY changed)
    Q_PROPERTY(QString codeError READ codeError NOTIFY changed)
    Q_PROPERTY(QString missingText READ missingText NOTIFY changed)
    Q_PROPERTY(bool canSend READ canSend NOTIFY changed)
    Q_PROPERTY(bool hasProblem READ hasProblem NOTIFY changed)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)
    Q_PROPERTY(QString whoText READ whoText NOTIFY changed)
    Q_PROPERTY(QString server READ server NOTIFY changed)

public:
    enum Step { Link, Question, Code, Closed };
    Q_ENUM(Step)
    static constexpr int codeLength = 6;

    InvitationView(Account &account, Navigator &navigator, const Preferences &preferences, QObject *parent = nullptr);

    [[nodiscard]] Step step() const { return m_step; }
    /// The clinic is being asked.
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] QString linkError() const;
    /// What was typed, in capitals, without blanks and hyphens, at most six signs.
    [[nodiscard]] QString code() const { return m_code; }
    /// A sign that no code has.
    [[nodiscard]] QString codeError() const;
    [[nodiscard]] QString missingText() const; ///< "2 more letters or numbers"; empty: none
    [[nodiscard]] bool canSend() const { return m_step == Code && !m_isBusy && missing() == 0 && !hasOddSign(); }
    [[nodiscard]] bool hasProblem() const { return m_problem.has_value(); }
    [[nodiscard]] QString problemTitle() const { return problemWords().title; }
    [[nodiscard]] QString problemText() const { return problemWords().text; }
    /// Who is signed in on this device, and what becomes of their things; empty: nobody.
    [[nodiscard]] QString whoText() const;

    /// The FHIR base that the link leads to; empty without one.
    [[nodiscard]] QString server() const { return m_link.fhirBase.toString(); }

    /// A link came. Only what the person is then asked to do: nothing is sent.
    void take(const DeepLink &link);

    Q_INVOKABLE void begin(); ///< opens the page, without a link
    /// A link as it was typed or pasted, with the words of a message around it or not.
    Q_INVOKABLE void setLink(const QString &typed);
    Q_INVOKABLE void goOn();
    Q_INVOKABLE void setCode(const QString &typed);
    Q_INVOKABLE void send();
    Q_INVOKABLE void tryAgain();
    Q_INVOKABLE void otherLink();

    /// The code as the clinic writes them, of what somebody typed in whatever way: any case, wide letters, letters of other alphabets that look
    /// the same, with blanks or hyphens. Signs that no code has stay, so that they are seen.
    [[nodiscard]] static QString readCode(const QString &typed);
    /// The first whole link of an invitation in a text; nullopt when there is none.
    [[nodiscard]] static std::optional<DeepLink> findLink(const QString &text);

Q_SIGNALS:
    void changed();
    /// Nobody is signed in here, and the clinic at `server` opened the invitation: whoever made a sign-in there finds the way to it even if the app
    /// ends now.
    void serverMet(const QString &server);
    /// It ended, and nobody's sign-in is kept here. `isForgotten`: whoever it was for has no use of that way: they said no, or are in.
    void serverLeft(bool isForgotten);

private:
    void setStep(Step step);
    void forget();
    void onStateChanged();
    void onRouteChanged();
    [[nodiscard]] int missing() const { return codeLength - int(m_code.size()); }
    [[nodiscard]] bool hasOddSign() const;
    [[nodiscard]] ProblemWords problemWords() const;
    QCoro::Task<void> ask();

    OncePerTurn m_refresh{[this] { Q_EMIT changed(); }};
    Account &m_account;
    Navigator &m_navigator;
    const Preferences &m_preferences;
    Step m_step = Link;
    DeepLink m_link;
    QString m_code;
    bool m_isLinkWrong = false;
    bool m_isBusy = false;
    bool m_isAccepting = false; ///< the clinic's page is open for it
    bool m_wasAtPage = false;   ///< and m_problem came after it
    bool m_wasIn = false;       ///< somebody was signed in when it was opened
    bool m_hasLeft = false;     ///< and has given way
    int m_asking = 0;           ///< counts, so that an answer that comes late is nobody's
    std::optional<Problem> m_problem;
};

} // namespace handrail
