// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/smart/Accounts.h"
#include "clinic/smart/ConsentPage.h"
#include "clinic/smart/SignInPage.h"
#include "clinic/smart/SmartEndpoints.h"
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

private:
    struct Posted;

    [[nodiscard]] std::optional<Posted> posted(const Request &request, const QString &stage) const;
    [[nodiscard]] Reply stale(const Request &request) const;
    [[nodiscard]] Reply back(int status, const QJsonObject &asked, const QList<std::pair<QString, QString>> &parameters) const;
    [[nodiscard]] Reply backWithError(int status, const QJsonObject &asked, const char *code, const char *words) const;
    [[nodiscard]] QString cookieOf(const Request &request) const;
    void setCookie(Reply &reply, const QString &cookie) const;
    [[nodiscard]] Reply signInPage(const QJsonObject &asked, const QString &cookie, SignInPage::Content content) const;
    [[nodiscard]] Reply consentPage(const QJsonObject &asked, const Account &account, const QString &cookie) const;
    [[nodiscard]] Reply granted(const QJsonObject &asked, const Account &account, const Identity &identity);
    [[nodiscard]] bool isFirstUse(const QString &ticketId);
    [[nodiscard]] std::chrono::milliseconds wallTime() const;

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

    std::mutex m_lock; ///< of what is below
    SmartThrottle m_throttle;
    QHash<QString, std::chrono::milliseconds> m_usedTickets; ///< consent tickets, until they are too old anyway
};

} // namespace handrail::clinic
