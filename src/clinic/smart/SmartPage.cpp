// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/SmartPage.h"

#include "clinic/smart/SmartStyle.h"

#include <QCryptographicHash>

namespace handrail::clinic {

namespace {

const QString clinicIcon =
    QStringLiteral("<svg viewBox=\"0 0 44 44\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linejoin=\"round\" "
                   "aria-hidden=\"true\">"
                   "<circle cx=\"22\" cy=\"22\" r=\"21\"/><path d=\"M12 33V20h6v-8h8v8h6v13zM18 20v13M26 20v13M20 33v-4h4v4\"/>"
                   "<path d=\"M22 14.5v5M19.5 17h5M20.5 24h3M14.5 24.5h1M14.5 28.5h1M28.5 24.5h1M28.5 28.5h1\"/></svg>");

const QString yesIcon = QStringLiteral("<svg viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" "
                                       "stroke-linecap=\"round\" aria-hidden=\"true\">"
                                       "<path d=\"M4 12.5l5 5L20 6.5\"/></svg>");

const QString noIcon = QStringLiteral("<svg viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" "
                                      "stroke-linecap=\"round\" aria-hidden=\"true\">"
                                      "<path d=\"M6 6l12 12M18 6L6 18\"/></svg>");

const QString buoyIcon = QStringLiteral("<svg viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" "
                                        "stroke-linecap=\"round\" aria-hidden=\"true\">"
                                        "<circle cx=\"12\" cy=\"12\" r=\"9.5\"/><circle cx=\"12\" cy=\"12\" r=\"3.8\"/>"
                                        "<path d=\"M5.3 5.3l4 4M14.7 14.7l4 4M18.7 5.3l-4 4M9.3 14.7l-4 4\"/></svg>");

} // namespace

SmartPage::SmartPage(const SmartOptions &options)
    : m_options(options)
    , m_styleHash(QCryptographicHash::hash(QByteArray(smartStyle), QCryptographicHash::Sha256).toBase64())
{
}

Reply SmartPage::reply(const SmartWords &words, int status, const QString &title, const QString &body,
                       const QByteArray &redirectSource) const
{
    const QString clinic = m_options.clinicName.toHtmlEscaped();
    const QString html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"") % words.language()
        % QStringLiteral("\"><head><meta charset=\"utf-8\">"
                         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
        % title.toHtmlEscaped() % QStringLiteral(" – ") % clinic % QStringLiteral("</title><style>") % QLatin1String(smartStyle)
        % QStringLiteral("</style></head>\n<body><header>") % clinicIcon % QStringLiteral("<p>") % clinic
        % QStringLiteral("</p></header>\n<main>") % body % QStringLiteral("</main>\n<footer><p class=\"help\"><a href=\"tel:988\">")
        % buoyIcon % QStringLiteral("<span>") % words(QStringLiteral("Help now: call"))
        % QStringLiteral("</span></a><a href=\"sms:988\">") % words(QStringLiteral("or text 988"))
        % QStringLiteral("</a></p></footer></body></html>\n");
    Reply out;
    out.status = status;
    out.body = html.toUtf8();
    QByteArray formAction = QByteArrayLiteral("'self'");
    if (!redirectSource.isEmpty())
        formAction += ' ' + redirectSource;
    out.headers = {
        {"Content-Type", "text/html; charset=utf-8"},
        {"Content-Language", words.language().toLatin1()},
        {"Vary", "Accept-Language"},
        {"Cache-Control", "no-store"},
        {"Content-Security-Policy",
         "default-src 'none'; style-src 'sha256-" + m_styleHash + "'; form-action " + formAction
             + "; frame-ancestors 'none'; base-uri 'none'"},
        {"X-Frame-Options", "DENY"},
        {"X-Content-Type-Options", "nosniff"},
        // Not no-referrer: a browser would then send "Origin: null" with our own forms.
        {"Referrer-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
    };
    return out;
}

Reply SmartPage::notice(const SmartWords &words, int status, const QString &heading, const QString &sentence) const
{
    return reply(words, status, words(heading),
                 QStringLiteral("<h1>") % words(heading).toHtmlEscaped() % QStringLiteral("</h1><p class=\"lead\">")
                     % words(sentence).toHtmlEscaped() % QStringLiteral("</p>"));
}

QString SmartPage::line(Sign sign, const QString &words)
{
    return (sign == Sign::Yes ? QStringLiteral("<li>") % yesIcon : QStringLiteral("<li class=\"no\">") % noIcon)
        % QStringLiteral("<span>") % words.toHtmlEscaped() % QStringLiteral("</span></li>");
}

QString SmartPage::field(const QString &name, const QString &label, const QString &attributes, const QString &value,
                         const QString &error, bool isFocused)
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

QString SmartPage::troubleSection(const SmartWords &words) const
{
    const QString clinic = m_options.clinicName.toHtmlEscaped();
    QString number;
    for (const QChar c : m_options.clinicPhone) {
        if (c.isDigit() || c == u'+')
            number += c;
    }
    QString call = QStringLiteral("<p>")
        % words(QStringLiteral("Ask the front desk at %1. They can give you a new password.")).arg(clinic) % QStringLiteral("</p>");
    if (!number.isEmpty()) {
        call = QStringLiteral("<p>") % words(QStringLiteral("Call %1. They can give you a new password.")).arg(clinic)
            % QStringLiteral("<br><a href=\"tel:") % number % QStringLiteral("\">")
            % words(QStringLiteral("Call %1")).arg(m_options.clinicPhone.toHtmlEscaped()) % QStringLiteral("</a></p>");
    }
    return QStringLiteral("<details class=\"trouble\"><summary>") % words(QStringLiteral("I can’t sign in"))
        % QStringLiteral("</summary>") % call % QStringLiteral("</details>");
}

} // namespace handrail::clinic
