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
constexpr int mostTries = 10; ///< of one invitation, to make a sign-in

} // namespace

Reply SmartSignIn::invitationPage(const QJsonObject &asked, const QString &cookie, InvitationPage::Content content) const
{
    content.words = wordsOf(asked);
    content.action = m_endpoints.invitation();
    content.ticket = m_tickets.sealed(asked, invitationStage, cookie, wallTime());
    content.redirectSource = SmartClient::formActionSource(text(asked, "redirect"));
    return m_invitationPage.reply(content);
}

Reply SmartSignIn::promisePage(QJsonObject asked, const QString &cookie) const
{
    asked.insert(QStringLiteral("id"), randomId());
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
        return stale(request);
    if (post->form.value(u"way") == u"known")
        return signInPage(post->ticket, post->cookie, {});
    const SmartWords words = wordsOf(post->ticket);
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
    if (password.size() < InvitationPage::shortestPassword)
        content.passwordError = words(QStringLiteral("Use 8 signs or more."));
    else if (!name.isEmpty() && password.contains(name, Qt::CaseInsensitive))
        content.passwordError = words(QStringLiteral("Leave your user name out of it."));
    else if (password.toUtf8().size() > 512)
        content.passwordError = words(QStringLiteral("That is too long."));
    else if (password != post->form.value(u"again"))
        content.againError = words(QStringLiteral("The two are not the same. Type it once more."));
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
    next.insert(QStringLiteral("hash"), hash); // the ticket is sealed; there is no account before the promise
    return promisePage(next, post->cookie);
}

Reply SmartSignIn::promise(const Request &request)
{
    const auto post = posted(request, promiseStage);
    if (!post || !m_invitations)
        return stale(request);
    const QJsonObject &asked = post->ticket;
    if (post->form.value(u"decision") == u"deny")
        return backWithError(303, asked, "access_denied", "the person said no");
    if (post->form.value(u"decision") != u"promise")
        return promisePage(asked, post->cookie);
    if (!isFirstUse(text(asked, "id")))
        return stale(request);
    QString accountId;
    const auto bind = [&](const Identity &identity, const InvitationBook::IsOver &isOver) -> Result<QString> {
        Result<QString> account = asked.contains(QStringLiteral("account"))
            ? m_accounts.bind(text(asked, "account"), identity, isOver)
            : m_accounts.insert(text(asked, "name"), text(asked, "hash"), identity.fhirUser, {identity.patientId});
        accountId = account.value_or(QString());
        return account;
    };
    const Result<Identity> accepted = m_invitations->accept(text(asked, "invitation"), bind);
    if (accepted || accepted.error().kind == ProblemKind::NotFound)
        spendTries(text(asked, "invitation"));
    QJsonObject next = asked;
    for (const char *spent : {"id", "name", "hash", "account", "invitation"})
        next.remove(QLatin1String(spent));
    if (!accepted) {
        const SmartWords words = wordsOf(asked);
        if (accepted.error().kind == ProblemKind::NotFound || accepted.error().kind == ProblemKind::BadData)
            return notOpen(words);
        if (accepted.error().kind == ProblemKind::Conflict) {
            InvitationPage::Content content;
            content.status = 400;
            content.userNameError = words(QStringLiteral("Somebody has that name. Choose another one."));
            next.insert(QStringLiteral("invitation"), text(asked, "invitation"));
            return invitationPage(next, post->cookie, content);
        }
        if (accepted.error().kind == ProblemKind::StoreInUse)
            return promisePage(asked, post->cookie); // nothing was written: with a new ticket they may say it again
        return m_page.notice(words, 503, QStringLiteral("The clinic is busy"), QStringLiteral("Wait a moment, then try again."));
    }
    const auto account = m_accounts.byId(accountId);
    if (!account)
        return stale(request);
    for (qsizetype i = 0; i < account->identities.size(); ++i) {
        if (account->identities.at(i).fhirUser == accepted->fhirUser)
            next.insert(QStringLiteral("person"), int(i));
    }
    return consentPage(next, *account, post->cookie);
}

} // namespace handrail::clinic
