// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Person.h"

#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QUrlQuery>

namespace handrail {

namespace {

constexpr int maximumSteps = 12;

QString attribute(const QString &tag, const QString &name)
{
    const QRegularExpression pattern(QStringLiteral("\\b%1=\"([^\"]*)\"").arg(name));
    QString value = pattern.match(tag).captured(1);
    return value.replace(QLatin1String("&amp;"), QLatin1String("&"))
        .replace(QLatin1String("&quot;"), QLatin1String("\""))
        .replace(QLatin1String("&#39;"), QLatin1String("'"))
        .replace(QLatin1String("&lt;"), QLatin1String("<"));
}

} // namespace

void Person::become(const QString &name, const QString &password)
{
    m_name = name;
    m_password = password;
    m_network.setCookieJar(new QNetworkCookieJar(&m_network)); // another person, another browser
}

bool Person::open(const QUrl &url)
{
    if (!QUrlQuery(url).hasQueryItem(QStringLiteral("code_challenge"))) {
        m_visited << url;
        return true;
    }
    m_steps = 0;
    if (m_choice != Choice::WalkAway)
        get(url);
    return true;
}

void Person::get(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] { read(reply); });
}

void Person::read(QNetworkReply *reply)
{
    reply->deleteLater();
    if (++m_steps > maximumSteps)
        return;
    const QVariant redirect = reply->attribute(QNetworkRequest::RedirectionTargetAttribute);
    if (redirect.isValid()) {
        get(reply->url().resolved(redirect.toUrl()));
        return;
    }
    if (!reply->url().path().endsWith(QLatin1String("/callback")))
        fillIn(reply->url(), QString::fromUtf8(reply->readAll()));
}

void Person::fillIn(const QUrl &page, const QString &html)
{
    // Of several forms the one that has a password field, or else the first: the sample people's buttons are forms too.
    static const QRegularExpression forms(QStringLiteral("<form\\b.*?</form>"), QRegularExpression::DotMatchesEverythingOption);
    QString form;
    for (auto it = forms.globalMatch(html); it.hasNext();) {
        const QString found = it.next().captured();
        if (form.isEmpty() || found.contains(QLatin1String("name=\"password\"")))
            form = found;
    }
    if (form.isEmpty())
        return;
    QUrlQuery query;
    static const QRegularExpression inputs(QStringLiteral("<input\\b[^>]*>"));
    for (auto it = inputs.globalMatch(form); it.hasNext();) {
        const QString tag = it.next().captured();
        const QString name = attribute(tag, QStringLiteral("name"));
        QString value = attribute(tag, QStringLiteral("value"));
        if (name == QLatin1String("username"))
            value = m_name;
        else if (name == QLatin1String("password") || name == QLatin1String("again"))
            value = m_password;
        else if (name.isEmpty() || attribute(tag, QStringLiteral("type")) == QLatin1String("submit"))
            continue;
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    // The consent page's two buttons: the first allows, the second does not.
    static const QRegularExpression buttons(QStringLiteral("<button\\b[^>]*>"));
    QStringList found;
    for (auto it = buttons.globalMatch(form); it.hasNext();)
        found << it.next().captured();
    if (!found.isEmpty()) {
        const bool isConsent = !form.contains(QLatin1String("name=\"password\""));
        const bool isWhom = form.contains(QLatin1String("name=\"person\""));
        const bool isApp = form.contains(QLatin1String("value=\"allow\""));
        const bool isDenied = isConsent && (m_choice == Choice::Deny || (m_choice == Choice::DenyApp && isApp));
        const QString tag = isDenied ? found.last() : found.at(isWhom ? m_patient : 0);
        if (const QString name = attribute(tag, QStringLiteral("name")); !name.isEmpty())
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(attribute(tag, QStringLiteral("value")))));
    }
    const QString action = attribute(form.left(form.indexOf(u'>') + 1), QStringLiteral("action"));
    QNetworkRequest request(action.isEmpty() ? page : page.resolved(QUrl(action)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setRawHeader("Origin", page.toString(QUrl::RemovePath | QUrl::RemoveQuery).toLatin1());
    QNetworkReply *reply = m_network.post(request, query.toString(QUrl::FullyEncoded).toLatin1());
    connect(reply, &QNetworkReply::finished, this, [this, reply] { read(reply); });
}

} // namespace handrail
