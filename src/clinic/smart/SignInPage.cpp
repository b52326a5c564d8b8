// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/SignInPage.h"

#include "clinic/smart/ConsentPage.h"

namespace handrail::clinic {

namespace {

QString field(const QString &name, const QString &label, const QString &attributes, const QString &value, const QString &error,
              bool isFocused)
{
    const QString described = error.isEmpty()
        ? QString()
        : QStringLiteral(" aria-invalid=\"true\" aria-describedby=\"") % name % QStringLiteral("-wrong\"");
    QString html = QStringLiteral("<label for=\"") % name % QStringLiteral("\">") % label % QStringLiteral("</label><input id=\"")
        % name % QStringLiteral("\" name=\"") % name % QStringLiteral("\" ") % attributes % described
        % (isFocused ? QStringLiteral(" autofocus") : QString()) % QStringLiteral(" value=\"") % value.toHtmlEscaped()
        % QStringLiteral("\">");
    if (!error.isEmpty()) {
        html += QStringLiteral("<p class=\"wrong\" role=\"alert\" id=\"") % name % QStringLiteral("-wrong\">")
            % error.toHtmlEscaped() % QStringLiteral("</p>");
    }
    return html;
}

} // namespace

SignInPage::SignInPage(const SmartPage &page, QList<SamplePerson> samplePeople)
    : m_page(page)
    , m_samplePeople(std::move(samplePeople))
{
}

Reply SignInPage::reply(const Content &content) const
{
    const bool isWrong = !content.userNameError.isEmpty() || !content.passwordError.isEmpty();
    QString body =
        QStringLiteral("<h1>Sign in</h1><p class=\"lead\">This is your clinic’s own page. The Handrail app never sees your "
                       "password.</p><form method=\"post\" action=\"")
        % content.action.toHtmlEscaped() % QStringLiteral("\"><input type=\"hidden\" name=\"ticket\" value=\"")
        % content.ticket.toHtmlEscaped() % QStringLiteral("\">")
        % field(QStringLiteral("username"), QStringLiteral("User name"),
                QStringLiteral("type=\"text\" autocomplete=\"username\" autocapitalize=\"none\" autocorrect=\"off\" "
                               "spellcheck=\"false\" maxlength=\"64\""),
                content.userName, content.userNameError, !content.userNameError.isEmpty())
        % field(QStringLiteral("password"), QStringLiteral("Password"),
                QStringLiteral("type=\"password\" autocomplete=\"current-password\" maxlength=\"512\""), QString(),
                content.passwordError, content.userNameError.isEmpty() && !content.passwordError.isEmpty())
        // First in the form, so that Enter in a field means this button.
        % QStringLiteral("<button type=\"submit\" name=\"action\" value=\"sign-in\">Sign in</button>");
    if (!m_samplePeople.isEmpty()) {
        body += QStringLiteral("<div class=\"part\"><h2>Sample clinic: come in as</h2>");
        for (const SamplePerson &person : m_samplePeople) {
            body += QStringLiteral("<button type=\"submit\" class=\"soft\" name=\"sample\" value=\"")
                % person.userName.toHtmlEscaped() % QStringLiteral("\">") % person.words.toHtmlEscaped()
                % QStringLiteral("</button>");
        }
        body += QStringLiteral("</div>");
    }
    body += QStringLiteral("</form>") % m_page.troubleSection()
        % QStringLiteral("<div class=\"part\"><h2>The Handrail app on this device can</h2><ul>")
        % ConsentPage::patientLines(content.scopes)
        % SmartPage::line(SmartPage::Sign::No, QStringLiteral("It can’t see billing or other people"))
        % QStringLiteral("</ul><p class=\"small\">If you come as family, it gets only the sessions that you join.</p></div>");
    return m_page.reply(content.status, isWrong ? QStringLiteral("Not signed in yet") : QStringLiteral("Sign in"), body,
                        content.redirectSource);
}

} // namespace handrail::clinic
