// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/SmartSignIn.h"

#include "clinic/smart/SmartClient.h"
#include "core/Log.h"

namespace handrail::clinic {

// The part of signing in that somebody goes through who was invited.

namespace {

const QString invitationStage = QStringLiteral("invitation page");
const QString promiseStage = QStringLiteral("promise");
constexpr int mostTries = 10;               ///< of one invitation, to make a sign-in
constexpr std::chrono::minutes appWaits{9}; ///< one less than it does (auth/SignIn): it began to wait before the page came

} // namespace

Reply SmartSignIn::invitationPage(const QJsonObject &asked, const QString &cookie, InvitationPage::Content content) const
{
    content.words = wordsOf(asked);
    content.action = m_endpoints.invitation();
    content.ticket = m_tickets.sealed(asked, invitationStage, cookie, wallTime());
    content.redirectSource = SmartClient::formActionSource(text(asked, "redirect"));
    return m_invitationPage.reply(content);
}

Reply SmartSignIn::promisePage(const QJsonObject &asked, const QString &cookie) const
{
    InvitationPage::Content content;
    content.words = wordsOf(asked);
    content.action = m_endpoints.promise();
    content.ticket = m_tickets.sealed(asked, promiseStage, cookie, wallTime());
    content.redirectSource = SmartClient::formActionSource(text(asked, "redirect"));
    return m_invitationPage.promiseReply(content);
}

Reply SmartSignIn::notOpen(const SmartWords &words) const
{
    return m_page.notice(words, 410, QStringLiteral("This invitation is not open"),
                         QStringLiteral("It was used, or it has ended. Ask who invited you for a new one."));
}

// They pressed twice, or the way back to the app was lost, and they went back some pages: no page of theirs says that it was somebody else.
Reply SmartSignIn::mayBeIn(const SmartWords &words) const
{
    return m_page.notice(words, 403, QStringLiteral("You may be in already"),
                         QStringLiteral("Go back to the Handrail app and sign in, or type the code again."));
}

// Nothing was used up. Who has no sign-in yet cannot sign in once more, as stale() says.
Reply SmartSignIn::tooOld(const SmartWords &words) const
{
    return m_page.notice(words, 403, QStringLiteral("This page is too old"),
                         QStringLiteral("Go back to the Handrail app and type the code again."));
}

Reply SmartSignIn::tooOld(const Request &request) const
{
    return tooOld(SmartWords::chosen({}, request.header("Accept-Language")));
}

bool SmartSignIn::isTryLeft(const QString &invitation)
{
    const std::lock_guard guard(m_lock);
    int &tries = m_tries[invitation];
    return tries < mostTries && ++tries > 0;
}

void SmartSignIn::spendTries(const QString &invitation)
{
    const std::lock_guard guard(m_lock);
    m_tries[invitation] = mostTries;
}

Reply SmartSignIn::invitation(const Request &request)
{
    const auto post = posted(request, invitationStage);
    if (!post)
        return tooOld(request);
    const SmartWords words = wordsOf(post->ticket);
    if (isUsed(text(post->ticket, "id")))
        return mayBeIn(words);
    if (post->form.value(u"way") == u"known")
        return signInPage(post->ticket, post->cookie, {});
    const QString typed = post->form.value(u"username").left(256);
    const QString name = Accounts::plainName(typed);
    const QString password = post->form.value(u"password");
    InvitationPage::Content content;
    content.userName = typed;
    content.status = 400;
    if (typed.trimmed().isEmpty())
        content.userNameError = words(QStringLiteral("Type a user name."));
    else if (name.isEmpty())
        content.userNameError = words(QStringLiteral("Use letters, numbers and . _ @ + - only."));
    switch (Accounts::faultOf(password, name)) {
    case Accounts::PasswordFault::Short: content.passwordError = words(QStringLiteral("Use 8 signs or more.")); break;
    case Accounts::PasswordFault::NamesUser:
        content.passwordError = words(QStringLiteral("Leave your user name out of it."));
        break;
    case Accounts::PasswordFault::Long: content.passwordError = words(QStringLiteral("That is too long.")); break;
    case Accounts::PasswordFault::None:
        if (password != post->form.value(u"again"))
            content.againError = words(QStringLiteral("The two are not the same. Type it once more."));
    }
    if (!content.userNameError.isEmpty() || !content.passwordError.isEmpty() || !content.againError.isEmpty())
        return invitationPage(post->ticket, post->cookie, content);

    // Each try costs a hash, and may end in which names are taken: a person needs a few. Whether this one is taken, the promise tells.
    if (!isTryLeft(text(post->ticket, "invitation")))
        return notOpen(words);
    const QString hash = Accounts::hashed(password);
    if (hash.isEmpty())
        return m_page.notice(words, 503, QStringLiteral("The clinic is busy"), QStringLiteral("Wait a moment, then try again."));
    // Here, on a worker, so that the token endpoint finds the key ready.
    if (const auto key = m_secrets.signingKey(); !key)
        qCWarning(logClinic) << "No signing key:" << key.error();
    QJsonObject next = post->ticket;
    next.insert(QStringLiteral("name"), name);
    next.insert(QStringLiteral("hash"), hash); // the ticket is sealed; there is no account before the app is let in
    return promisePage(next, post->cookie);
}

Reply SmartSignIn::promise(const Request &request)
{
    const auto post = posted(request, promiseStage);
    if (!post || !m_invitations)
        return tooOld(request);
    const QJsonObject &asked = post->ticket;
    if (isUsed(text(asked, "id")))
        return mayBeIn(wordsOf(asked));
    const QString decision = post->form.value(u"decision");
    if (decision == u"deny")
        return backWithError(303, asked, "access_denied", "the person said no");
    const bool hasPromised = asked.contains(QStringLiteral("promised"));
    if (!hasPromised && decision != u"promise")
        return promisePage(asked, post->cookie);
    // Told early, so that nobody reads two pages first. After "allow" the name is theirs; of who was faster accepted() tells.
    if (decision == u"promise" && !asked.contains(QStringLiteral("account")) && m_accounts.byName(text(asked, "name")))
        return nameTaken(asked, post->cookie);
    if (!hasPromised || decision != u"allow")
        return invitedConsentPage(asked, post->cookie);
    // An app that has given up cannot take the code: the invitation would be used up for nobody.
    const auto since = std::chrono::milliseconds(static_cast<qint64>(asked.value(QStringLiteral("since")).toDouble()));
    if (wallTime() - since > appWaits)
        return tooOld(wordsOf(asked));
    if (asked.contains(QStringLiteral("account")) && !accountOf(asked))
        return tooOld(wordsOf(asked));
    return accepted(asked, post->cookie);
}

Reply SmartSignIn::nameTaken(QJsonObject asked, const QString &cookie) const
{
    InvitationPage::Content content;
    content.status = 400;
    content.userNameError = wordsOf(asked)(QStringLiteral("Somebody has that name. Choose another one."));
    for (const char *spent : {"promised", "name", "hash", "account", "password"})
        asked.remove(QLatin1String(spent));
    return invitationPage(asked, cookie, content);
}

// Nobody is bound yet, so it says no more of the patient than the promise did.
Reply SmartSignIn::invitedConsentPage(QJsonObject asked, const QString &cookie) const
{
    asked.insert(QStringLiteral("promised"), true);
    ConsentPage::Content content;
    content.words = wordsOf(asked);
    content.action = m_endpoints.promise();
    content.ticket = m_tickets.sealed(asked, promiseStage, cookie, wallTime());
    content.personName = text(asked, "name");
    content.role = SmartScopes::Role::Relative;
    content.redirectSource = SmartClient::formActionSource(text(asked, "redirect"));
    content.scopes = SmartScopes::granted(text(asked, "scope"), content.role);
    return m_consentPage.reply(content);
}

Reply SmartSignIn::accepted(const QJsonObject &asked, const QString &cookie)
{
    if (!hasUse(asked, SmartScopes::Role::Relative))
        return useless(asked);
    QString code;
    const auto bind = [&](const Identity &identity, const InvitationBook::IsOver &isOver) -> Result<QString> {
        Result<QString> account = asked.contains(QStringLiteral("account"))
            ? m_accounts.bind(text(asked, "account"), identity, isOver)
            : m_accounts.insert(text(asked, "name"), text(asked, "hash"), identity.fhirUser, {identity.patientId});
        if (!account)
            return account;
        const auto made = m_tokens.insertCode(grantOf(asked, *account, identity), termsOf(asked));
        if (!made)
            return problem(ProblemKind::StoreBroken, QStringLiteral("code"));
        code = *made;
        return account;
    };
    const Result<Identity> done = m_invitations->accept(text(asked, "invitation"), bind);
    if (done || done.error().kind == ProblemKind::NotFound)
        spendTries(text(asked, "invitation"));
    if (done) {
        noteUsed(text(asked, "id"));
        return back(303, asked, {{QStringLiteral("code"), code}});
    }
    const SmartWords words = wordsOf(asked);
    if (done.error().kind == ProblemKind::NotFound || done.error().kind == ProblemKind::BadData)
        return notOpen(words);
    if (done.error().kind == ProblemKind::Conflict)
        return nameTaken(asked, cookie);
    if (done.error().kind == ProblemKind::StoreInUse)
        return invitedConsentPage(asked, cookie); // nothing was written: they may say it again
    return m_page.notice(words, 503, QStringLiteral("The clinic is busy"), QStringLiteral("Wait a moment, then try again."));
}

} // namespace handrail::clinic
