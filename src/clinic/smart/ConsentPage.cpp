// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/ConsentPage.h"

#include <initializer_list>
#include <tuple>

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

QString relativeLines(const ConsentPage::Content &content)
{
    const SmartWords &words = content.words;
    QString html;
    if (can(content.scopes, u"Appointment", u's') || can(content.scopes, u"Appointment", u'r'))
        html += yes(content.patientName.isEmpty()
                        ? words(QStringLiteral("See what is shared with you"))
                        : words(QStringLiteral("See the sessions that you join with %1")).arg(content.patientName));
    if (can(content.scopes, u"AppointmentResponse", u'c'))
        html += yes(words(QStringLiteral("Tell your clinic if you can come")));
    if (can(content.scopes, u"Communication", u's') || can(content.scopes, u"Communication", u'c'))
        html += yes(words(QStringLiteral("See and send your own messages")));
    return html;
}

// What it can, then what it can't.
QString linesFor(const ConsentPage::Content &content)
{
    const SmartWords &words = content.words;
    const QString stays = content.scopes.contains(QStringLiteral("offline_access"))
        ? yes(words(QStringLiteral("Stay signed in until you sign out, or until 30 days without use")))
        : QString();
    switch (content.role) {
    case SmartScopes::Role::Patient:
        return ConsentPage::patientLines(words, content.scopes) % stays
            % no(words(QStringLiteral("It can’t see billing or other people")));
    case SmartScopes::Role::Relative:
        return relativeLines(content) % stays
            % no(words(QStringLiteral("It can’t see check-ins, plan, medicine or other sessions")));
    case SmartScopes::Role::Staff: break;
    }
    return yes(words(QStringLiteral("Read and write the clinic’s records as you may"))) % stays;
}

QString signedInAs(const ConsentPage::Content &content)
{
    return content.words(QStringLiteral("You are signed in as %1."))
        .arg(QStringLiteral("<b>") % content.personName.toHtmlEscaped() % QStringLiteral("</b>"));
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

QString ConsentPage::patientLines(const SmartWords &words, const QStringList &scopes)
{
    QStringList seen;
    if (can(scopes, u"Appointment", u's'))
        seen += words(QStringLiteral("sessions"));
    if (can(scopes, u"CarePlan", u's') || can(scopes, u"Goal", u's'))
        seen += words(QStringLiteral("plan"));
    if (can(scopes, u"MedicationRequest", u's'))
        seen += words(QStringLiteral("medicine"));
    if (can(scopes, u"Communication", u's'))
        seen += words(QStringLiteral("messages"));
    QString html;
    if (!seen.isEmpty())
        html += yes(words(QStringLiteral("See %1")).arg(joined(seen)));
    // Whatever it may do beyond looking has a line.
    const std::initializer_list<std::tuple<QStringView, QChar, QString>> powers{
        {u"QuestionnaireResponse", u'c', QStringLiteral("Send your check-ins and forms")},
        {u"QuestionnaireResponse", u'u', QStringLiteral("Change answers that you sent")},
        {u"Task", u'u', QStringLiteral("Mark your tasks as done")},
        {u"AppointmentResponse", u'c', QStringLiteral("Tell your clinic if you can come")},
        {u"MedicationStatement", u'c', QStringLiteral("Tell your clinic if you took your medicine")},
        {u"Communication", u'c', QStringLiteral("Send your messages")},
        {u"Consent", u'u', QStringLiteral("Invite family members, and stop sharing with them")},
    };
    for (const auto &[type, letter, power] : powers) {
        if (can(scopes, type, letter))
            html += yes(words(power));
    }
    if (can(scopes, u"AuditEvent", u's'))
        html += yes(words(QStringLiteral("See who looked at your records")));
    return html;
}

Reply ConsentPage::reply(const Content &content) const
{
    const SmartWords &words = content.words;
    const QString heading = words(QStringLiteral("Let the Handrail app in?"));
    const QString body = QStringLiteral("<h1>") % heading % QStringLiteral("</h1><p class=\"lead\">") % signedInAs(content)
        % QStringLiteral("</p>") % formStart(content) % QStringLiteral("<div class=\"part\"><h2>")
        % words(QStringLiteral("The Handrail app on this device can")) % QStringLiteral("</h2><ul>") % linesFor(content)
        % QStringLiteral("</ul></div><button type=\"submit\" name=\"decision\" value=\"allow\">") % words(QStringLiteral("Allow"))
        % QStringLiteral("</button>") % denyButton % words(QStringLiteral("Don’t allow"))
        % QStringLiteral("</button></form><p class=\"small\">")
        % words(QStringLiteral("You can change your mind. Sign out in the app, or ask your clinic, and it ends."))
        % QStringLiteral("</p>");
    return m_page.reply(words, 200, heading, body, content.redirectSource);
}

Reply ConsentPage::choiceReply(const Content &content, const QList<Choice> &choices) const
{
    const SmartWords &words = content.words;
    const QString heading = words(QStringLiteral("Who are you here for?"));
    QString body = QStringLiteral("<h1>") % heading % QStringLiteral("</h1><p class=\"lead\">") % signedInAs(content) % u' '
        % words(QStringLiteral("The app opens for one person at a time.")) % QStringLiteral("</p>") % formStart(content);
    for (const Choice &choice : choices) {
        body += QStringLiteral("<button type=\"submit\" name=\"person\" value=\"") % QString::number(choice.position)
            % QStringLiteral("\">") % choice.name.toHtmlEscaped() % QStringLiteral("</button>");
    }
    body += denyButton % words(QStringLiteral("Not now")) % QStringLiteral("</button></form>");
    return m_page.reply(words, 200, heading, body, content.redirectSource);
}

} // namespace handrail::clinic
