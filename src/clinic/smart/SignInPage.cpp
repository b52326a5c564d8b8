// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/SignInPage.h"

#include "clinic/smart/ConsentPage.h"
#include "clinic/smart/SmartScopes.h"

namespace handrail::clinic {

SignInPage::SignInPage(const SmartPage &page, QList<SamplePerson> samplePeople)
    : m_page(page)
    , m_samplePeople(std::move(samplePeople))
{
}

Reply SignInPage::reply(const Content &content) const
{
    const bool isWrong = !content.userNameError.isEmpty() || !content.passwordError.isEmpty();
    const SmartWords &words = content.words;
    const QString signIn = words(QStringLiteral("Sign in"));
    QString body = QStringLiteral("<h1>") % signIn % QStringLiteral("</h1><p class=\"lead\">")
        % words(QStringLiteral("This is your clinic’s own page. The Handrail app never sees your password."))
        % QStringLiteral("</p><form method=\"post\" action=\"") % content.action.toHtmlEscaped()
        % QStringLiteral("\"><input type=\"hidden\" name=\"ticket\" value=\"") % content.ticket.toHtmlEscaped()
        % QStringLiteral("\">")
        % SmartPage::field(QStringLiteral("username"), words(QStringLiteral("User name")),
                           QStringLiteral("type=\"text\" autocomplete=\"username\" autocapitalize=\"none\" autocorrect=\"off\" "
                                          "spellcheck=\"false\" maxlength=\"64\""),
                           content.userName, content.userNameError, !content.userNameError.isEmpty())
        % SmartPage::field(QStringLiteral("password"), words(QStringLiteral("Password")),
                           QStringLiteral("type=\"password\" autocomplete=\"current-password\" maxlength=\"512\""), QString(),
                           content.passwordError, content.userNameError.isEmpty() && !content.passwordError.isEmpty())
        // First in the form, so that Enter in a field means this button.
        % QStringLiteral("<button type=\"submit\" name=\"action\" value=\"sign-in\">") % signIn % QStringLiteral("</button>");
    if (!m_samplePeople.isEmpty()) {
        body += QStringLiteral("<div class=\"part\"><h2>") % words(QStringLiteral("Sample clinic: come in as"))
            % QStringLiteral("</h2>");
        const bool isForPatients = SmartScopes::needsPatient(content.scopes);
        for (const SamplePerson &person : m_samplePeople) {
            if (person.isStaff && isForPatients)
                continue;
            body += QStringLiteral("<button type=\"submit\" class=\"soft\" name=\"sample\" value=\"")
                % person.userName.toHtmlEscaped() % QStringLiteral("\">")
                % (words.language() == u"es" ? person.spanish : person.words).toHtmlEscaped() % QStringLiteral("</button>");
        }
        body += QStringLiteral("</div>");
    }
    body += QStringLiteral("</form>") % m_page.troubleSection(words) % QStringLiteral("<div class=\"part\"><h2>")
        % words(QStringLiteral("The Handrail app on this device can")) % QStringLiteral("</h2><ul>")
        % ConsentPage::patientLines(words, content.scopes)
        % SmartPage::line(SmartPage::Sign::No, words(QStringLiteral("It can’t see billing or other people")))
        % QStringLiteral("</ul><p class=\"small\">") % words(QStringLiteral("Family members see only their family sessions."))
        % QStringLiteral("</p></div>");
    return m_page.reply(words, content.status, isWrong ? words(QStringLiteral("Not signed in yet")) : signIn, body,
                        content.redirectSource);
}

} // namespace handrail::clinic
