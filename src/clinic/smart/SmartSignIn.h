// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/smart/Accounts.h"
#include "clinic/smart/ConsentPage.h"
#include "clinic/smart/InvitationBook.h"
#include "clinic/smart/InvitationPage.h"
#include "clinic/smart/SignInPage.h"
#include "clinic/smart/SmartEndpoints.h"
#include "clinic/smart/SmartForm.h"
#include "clinic/smart/SmartScopes.h"
#include "clinic/smart/SmartSecrets.h"
#include "clinic/smart/SmartThrottle.h"
#include "clinic/smart/SmartTicket.h"
#include "clinic/smart/TokenStore.h"

#include <QHash>
#include <mutex>

namespace handrail::clinic {

/// The authorization endpoint and its pages: checks what an app asks (RFC 6749, RFC 7636, RFC 9207, SMART App Launch 2.2), asks the person
/// for a password and a yes, and sends the browser back to the app with a code.
///
///   authorize, with an invitation --> own sign-in page --> promise page --> consent page --> redirect with code; only then it is used up
///   authorize --> sign-in page --> (who for?) --> consent page --> redirect with code
///       |              | wrong: the page again, in words               `-- Don't allow: redirect with access_denied
///       `-- not our app or not its address: an error page, never a redirect; other faults: redirect with the error
class SmartSignIn
{
public:
    SmartSignIn(Accounts &accounts, TokenStore &tokens, SmartSecrets &secrets, const Clock &clock, SmartEndpoints endpoints,
                SmartOptions options, QByteArray ticketKey);

    [[nodiscard]] Reply authorize(const Request &request);
    /// Slow: hashes a password, and makes the signing key when there is none.
    [[nodiscard]] Reply signIn(const Request &request);
    [[nodiscard]] Reply consent(const Request &request);

    /// What is there when one of these two pages is opened again by its address: what it was about came with a form.
    [[nodiscard]] Reply stale(const Request &request) const;
    /// The same of the two pages of an invitation.
    [[nodiscard]] Reply tooOld(const Request &request) const;

    void setInvitations(InvitationBook &book) { m_invitations = &book; }
    /// Somebody invited makes a sign-in of their own, or goes on to the sign-in page. Slow: hashes a password.
    [[nodiscard]] Reply invitation(const Request &request);
    /// They promise to keep it private, and on the next page let the app in: then alone the invitation is used up and the account bound.
    [[nodiscard]] Reply promise(const Request &request);

private:
    /// A form that came back: its fields, what its ticket held, and the cookie of its browser.
    struct Posted {
        SmartForm form;
        QJsonObject ticket;
        QString cookie;
    };

    [[nodiscard]] std::optional<Posted> posted(const Request &request, const QString &stage) const;
    [[nodiscard]] Reply back(int status, const QJsonObject &asked, const QList<std::pair<QString, QString>> &parameters) const;
    [[nodiscard]] Reply backWithError(int status, const QJsonObject &asked, const char *code, const char *words) const;
    [[nodiscard]] QString cookieOf(const Request &request) const;
    void setCookie(Reply &reply, const QString &cookie) const;
    [[nodiscard]] Reply signInPage(const QJsonObject &asked, const QString &cookie, SignInPage::Content content) const;
    [[nodiscard]] Reply signedIn(const QJsonObject &asked, const Account &account, const QString &cookie) const;
    [[nodiscard]] Reply invitationPage(const QJsonObject &asked, const QString &cookie, InvitationPage::Content content) const;
    [[nodiscard]] Reply notOpen(const SmartWords &words) const;
    [[nodiscard]] Reply mayBeIn(const SmartWords &words) const;
    [[nodiscard]] Reply tooOld(const SmartWords &words) const;
    /// One more sign-in may be tried with this invitation, which is counted. On any thread.
    [[nodiscard]] bool isTryLeft(const QString &invitation);
    /// It was used, or has ended: there is nothing more to try.
    void spendTries(const QString &invitation);
    [[nodiscard]] Reply promisePage(const QJsonObject &asked, const QString &cookie) const;
    [[nodiscard]] Reply nameTaken(QJsonObject asked, const QString &cookie) const;
    [[nodiscard]] Reply invitedConsentPage(QJsonObject asked, const QString &cookie) const;
    [[nodiscard]] Reply accepted(const QJsonObject &asked, const QString &cookie);
    [[nodiscard]] QString nameOf(const QString &reference) const;
    [[nodiscard]] std::optional<QDate> sharedUntil(const Identity &identity) const;
    [[nodiscard]] QList<ConsentPage::Choice> choicesOf(const Account &account, const SmartWords &words) const;
    /// Who signed in, while their account is open and the password they did it with holds.
    [[nodiscard]] std::optional<Account> accountOf(const QJsonObject &asked) const;
    [[nodiscard]] Reply consentPage(const QJsonObject &asked, const Account &account, const QString &cookie) const;
    [[nodiscard]] static bool hasUse(const QJsonObject &asked, SmartScopes::Role role);
    [[nodiscard]] Reply useless(const QJsonObject &asked) const;
    [[nodiscard]] static TokenStore::Grant grantOf(const QJsonObject &asked, const QString &accountId, const Identity &identity);
    [[nodiscard]] static TokenStore::CodeTerms termsOf(const QJsonObject &asked);
    [[nodiscard]] Reply granted(const QJsonObject &asked, const Account &account, const Identity &identity);
    [[nodiscard]] bool isUsed(const QString &ticketId);
    void noteUsed(const QString &ticketId);
    [[nodiscard]] std::chrono::milliseconds wallTime() const;
    /// How long somebody at this address must wait before one more try; when not at all, counts it as `attempt`.
    [[nodiscard]] std::chrono::seconds counted(const QString &name, const QByteArray &address, SmartThrottle::Attempt &attempt);
    [[nodiscard]] static SmartWords wordsOf(const QJsonObject &asked);
    [[nodiscard]] static QString waitWords(const SmartWords &words, std::chrono::seconds wait);
    [[nodiscard]] static QString text(const QJsonObject &object, const char *name);
    [[nodiscard]] static QString randomId();

    Accounts &m_accounts;
    TokenStore &m_tokens;
    SmartSecrets &m_secrets;
    const Clock &m_clock;
    SmartEndpoints m_endpoints;
    SmartOptions m_options;
    SmartTicket m_tickets;
    SmartPage m_page;
    SignInPage m_signInPage;
    ConsentPage m_consentPage;
    InvitationPage m_invitationPage;
    InvitationBook *m_invitations = nullptr;

    std::mutex m_lock; ///< of what is below
    SmartThrottle m_throttle;
    QHash<QString, int> m_tries;                             ///< by invitation; each is one that the clinic gave
    QHash<QString, std::chrono::milliseconds> m_usedTickets; ///< those of consent, and whoever was let in by an invitation
};

} // namespace handrail::clinic
