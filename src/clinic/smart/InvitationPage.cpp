// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/InvitationPage.h"

namespace handrail::clinic {

namespace {

QString formStart(const InvitationPage::Content &content)
{
    return QStringLiteral("<form method=\"post\" action=\"") % content.action.toHtmlEscaped()
        % QStringLiteral("\"><input type=\"hidden\" name=\"ticket\" value=\"") % content.ticket.toHtmlEscaped()
        % QStringLiteral("\">");
}

} // namespace

InvitationPage::InvitationPage(const SmartPage &page)
    : m_page(page)
{
}

Reply InvitationPage::reply(const Content &content) const
{
    const SmartWords &words = content.words;
    const QString heading = words(QStringLiteral("Make your own sign-in"));
    const bool isWrong = !content.userNameError.isEmpty() || !content.passwordError.isEmpty() || !content.againError.isEmpty();
    const QString secret = QStringLiteral("type=\"password\" autocomplete=\"new-password\" maxlength=\"512\"");
    const QString body = QStringLiteral("<h1>") % heading % QStringLiteral("</h1><p class=\"lead\">")
        % words(QStringLiteral("You were invited. This sign-in is yours alone. The Handrail app never sees your password."))
        % QStringLiteral("</p>") % formStart(content)
        % SmartPage::field(QStringLiteral("username"), words(QStringLiteral("User name")),
                           QStringLiteral("type=\"text\" autocomplete=\"username\" autocapitalize=\"none\" autocorrect=\"off\" "
                                          "spellcheck=\"false\" maxlength=\"64\""),
                           content.userName, content.userNameError, !content.userNameError.isEmpty())
        % SmartPage::field(QStringLiteral("password"), words(QStringLiteral("Password, 8 signs or more")), secret, QString(),
                           content.passwordError, content.userNameError.isEmpty() && !content.passwordError.isEmpty())
        % SmartPage::field(QStringLiteral("again"), words(QStringLiteral("The same password again")), secret, QString(),
                           content.againError,
                           content.userNameError.isEmpty() && content.passwordError.isEmpty() && !content.againError.isEmpty())
        % QStringLiteral("<button type=\"submit\" name=\"way\" value=\"new\">") % words(QStringLiteral("Make my sign-in"))
        % QStringLiteral("</button><div class=\"part\"><h2>") % words(QStringLiteral("Signed in here before?"))
        % QStringLiteral("</h2><button type=\"submit\" class=\"second\" name=\"way\" value=\"known\">")
        % words(QStringLiteral("I already have a sign-in")) % QStringLiteral("</button></div></form>");
    return m_page.reply(words, content.status, isWrong ? words(QStringLiteral("Not signed in yet")) : heading, body,
                        content.redirectSource);
}

Reply InvitationPage::promiseReply(const Content &content) const
{
    const SmartWords &words = content.words;
    const QString heading = words(QStringLiteral("Please keep it private"));
    const auto yes = [&](const char *line) { return SmartPage::line(SmartPage::Sign::Yes, words(QString::fromUtf8(line))); };
    const QString body = QStringLiteral("<h1>") % heading % QStringLiteral("</h1><p class=\"lead\">")
        % words(QStringLiteral("Somebody lets you see a part of their care. They decide what, and for how long."))
        % QStringLiteral("</p>") % formStart(content) % QStringLiteral("<ul>") % yes("What you see is for you. Don’t pass it on.")
        % yes("They can stop sharing at any time, without a reason.")
        % yes("The clinic notes what you look at, and they can see that.")
        // 42 CFR 2.32(a)(2), the short notice, word for word.
        % QStringLiteral("</ul><p class=\"small\">")
        % words(QStringLiteral("42 CFR part 2 prohibits unauthorized use or disclosure of these records."))
        % QStringLiteral("</p><button type=\"submit\" name=\"decision\" value=\"promise\">")
        % words(QStringLiteral("I’ll keep it private"))
        % QStringLiteral("</button><button type=\"submit\" class=\"second\" name=\"decision\" value=\"deny\">")
        % words(QStringLiteral("Not now")) % QStringLiteral("</button></form>");
    return m_page.reply(words, content.status, heading, body, content.redirectSource);
}

} // namespace handrail::clinic
