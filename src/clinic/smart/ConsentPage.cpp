// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/ConsentPage.h"

namespace handrail::clinic {

namespace {

bool can(const QStringList &scopes, QStringView type, QChar letter)
{
    for (const QString &scope : SmartScopes::inV2Form(scopes)) {
        const qsizetype slash = scope.indexOf(u'/');
        const qsizetype dot = scope.indexOf(u'.');
        if (slash > 0 && dot > slash && QStringView(scope).sliced(slash + 1, dot - slash - 1) == type
            && QStringView(scope).sliced(dot + 1).contains(letter))
            return true;
    }
    return false;
}

QString joined(const QStringList &words)
{
    return words.join(QStringLiteral(", "));
}

QString yes(const QString &words)
{
    return SmartPage::line(SmartPage::Sign::Yes, words);
}

QString no(const QString &words)
{
    return SmartPage::line(SmartPage::Sign::No, words);
}

QString relativeLines(const ConsentPage::Content &content, const QString &person)
{
    QString html;
    if (can(content.scopes, u"Appointment", u's') || can(content.scopes, u"Appointment", u'r'))
        html += yes(QStringLiteral("See the sessions that you join with ") % person);
    if (can(content.scopes, u"AppointmentResponse", u'c'))
        html += yes(QStringLiteral("Tell the clinic if you can come"));
    if (can(content.scopes, u"Communication", u's'))
        html += yes(QStringLiteral("See and send your own messages"));
    return html;
}

// What it can, then what it can't.
QString linesFor(const ConsentPage::Content &content)
{
    const QString stays = content.scopes.contains(QStringLiteral("offline_access"))
        ? yes(QStringLiteral("Stay signed in until you sign out, or until 30 days without use"))
        : QString();
    switch (content.role) {
    case SmartScopes::Role::Patient:
        return ConsentPage::patientLines(content.scopes) % stays % no(QStringLiteral("It can’t see billing or other people"));
    case SmartScopes::Role::Relative:
        return relativeLines(content,
                             content.patientName.isEmpty() ? QStringLiteral("the person you support") : content.patientName)
            % stays % no(QStringLiteral("It can’t see check-ins, plan, medicine or other sessions"));
    case SmartScopes::Role::Staff: break;
    }
    return yes(QStringLiteral("Read and write the clinic’s records as you may")) % stays;
}

QString formStart(const ConsentPage::Content &content)
{
    return QStringLiteral("<form method=\"post\" action=\"") % content.action.toHtmlEscaped()
        % QStringLiteral("\"><input type=\"hidden\" name=\"ticket\" value=\"") % content.ticket.toHtmlEscaped()
        % QStringLiteral("\">");
}

const QString denyButton = QStringLiteral("<button type=\"submit\" class=\"second\" name=\"decision\" value=\"deny\">");

} // namespace

ConsentPage::ConsentPage(const SmartPage &page)
    : m_page(page)
{
}

QString ConsentPage::patientLines(const QStringList &scopes)
{
    QStringList seen;
    if (can(scopes, u"Appointment", u's'))
        seen += QStringLiteral("sessions");
    if (can(scopes, u"CarePlan", u's') || can(scopes, u"Goal", u's'))
        seen += QStringLiteral("plan");
    if (can(scopes, u"MedicationRequest", u's'))
        seen += QStringLiteral("medicine");
    if (can(scopes, u"Communication", u's'))
        seen += QStringLiteral("messages");
    QString html;
    if (!seen.isEmpty())
        html += yes(QStringLiteral("See ") % joined(seen));
    if (can(scopes, u"QuestionnaireResponse", u'c'))
        html += yes(QStringLiteral("Send your check-ins and forms"));
    if (can(scopes, u"Communication", u'c'))
        html += yes(QStringLiteral("Send your messages"));
    if (can(scopes, u"AuditEvent", u's'))
        html += yes(QStringLiteral("See who looked at your records"));
    return html;
}

Reply ConsentPage::reply(const Content &content) const
{
    const QString body = QStringLiteral("<h1>Let the Handrail app in?</h1><p class=\"lead\">You are signed in as <b>")
        % content.userName.toHtmlEscaped() % QStringLiteral("</b>.</p>") % formStart(content)
        % QStringLiteral("<div class=\"part\"><h2>The Handrail app on this device can</h2><ul>") % linesFor(content)
        % QStringLiteral("</ul></div><button type=\"submit\" name=\"decision\" value=\"allow\">Allow</button>") % denyButton
        % QStringLiteral("Don’t allow</button></form><p class=\"small\">You can change your mind. Sign out in the app, "
                         "or ask the clinic, and it ends.</p>");
    return m_page.reply(200, QStringLiteral("Let the Handrail app in?"), body, content.redirectSource);
}

Reply ConsentPage::choiceReply(const Content &content, const QStringList &names) const
{
    QString body = QStringLiteral("<h1>Who are you here for?</h1><p class=\"lead\">You are signed in as <b>")
        % content.userName.toHtmlEscaped() % QStringLiteral("</b>. The app opens for one person at a time.</p>")
        % formStart(content);
    for (qsizetype i = 0; i < names.size(); ++i) {
        body += QStringLiteral("<button type=\"submit\" name=\"person\" value=\"") % QString::number(i) % QStringLiteral("\">")
            % names.at(i).toHtmlEscaped() % QStringLiteral("</button>");
    }
    body += denyButton % QStringLiteral("Not now</button></form>");
    return m_page.reply(200, QStringLiteral("Who are you here for?"), body, content.redirectSource);
}

} // namespace handrail::clinic
