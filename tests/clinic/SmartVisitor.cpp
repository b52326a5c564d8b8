// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SmartVisitor.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QRegularExpression>

namespace handrail::test {

namespace {

constexpr int deadline = 30'000; // milliseconds; a password takes a tenth of a second, the machine may be busy

QString randomText()
{
    QByteArray bytes(33, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->generate());
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray encoded(const SmartVisitor::Fields &fields)
{
    QByteArray out;
    for (const auto &[name, value] : fields) {
        if (!out.isEmpty())
            out += '&';
        out += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return out;
}

} // namespace

const QString SmartVisitor::redirectUri = QStringLiteral("http://127.0.0.1:8765/callback");

QJsonObject SmartVisitor::Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QUrlQuery SmartVisitor::Answer::redirectQuery() const
{
    return QUrlQuery(QUrl(QString::fromLatin1(headers.value("location"))));
}

std::optional<PageForm> PageForm::of(const QString &html)
{
    static const QRegularExpression form(
        QStringLiteral("<form method=\"post\" action=\"([^\"]+)\"><input type=\"hidden\" name=\"ticket\" value=\"([^\"]+)\">"));
    const QRegularExpressionMatch match = form.match(html);
    if (!match.hasMatch())
        return std::nullopt;
    return PageForm{QUrl(match.captured(1)), match.captured(2)};
}

SmartVisitor::SmartVisitor(QUrl base)
    : m_base(std::move(base))
{
}

SmartVisitor::Answer SmartVisitor::send(const QByteArray &method, const QUrl &url, const QByteArray &body,
                                        QMap<QByteArray, QByteArray> headers)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(deadline);
    QByteArray cookies;
    for (auto it = m_cookies.cbegin(); it != m_cookies.cend(); ++it)
        cookies += (cookies.isEmpty() ? QByteArray() : QByteArray("; ")) + it.key() + '=' + it.value();
    if (!cookies.isEmpty() && !headers.contains("Cookie"))
        headers.insert("Cookie", cookies);
    for (auto it = headers.cbegin(); it != headers.cend(); ++it)
        request.setRawHeader(it.key(), it.value());
    QNetworkReply *reply = m_network.sendCustomRequest(request, method, body);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    for (const auto &[name, value] : reply->rawHeaderPairs()) {
        answer.headers.insert(name.toLower(), value);
        if (name.toLower() == "set-cookie") {
            const QByteArray pair = value.split(';').constFirst();
            m_cookies.insert(pair.left(pair.indexOf('=')), pair.mid(pair.indexOf('=') + 1));
        }
    }
    reply->deleteLater();
    return answer;
}

SmartVisitor::Answer SmartVisitor::get(const QUrl &url, const QMap<QByteArray, QByteArray> &headers)
{
    return send("GET", url, {}, headers);
}

SmartVisitor::Answer SmartVisitor::postBytes(const QUrl &url, const QByteArray &body, const QMap<QByteArray, QByteArray> &headers)
{
    return send("POST", url, body, headers);
}

SmartVisitor::Answer SmartVisitor::post(const QUrl &url, const Fields &fields, const QMap<QByteArray, QByteArray> &headers)
{
    QMap<QByteArray, QByteArray> all = headers;
    all.insert("Content-Type", "application/x-www-form-urlencoded");
    return send("POST", url, encoded(fields), all);
}

QJsonObject SmartVisitor::configuration()
{
    if (m_configuration.isEmpty())
        m_configuration = get(QUrl(m_base.toString() + QStringLiteral("/.well-known/smart-configuration"))).json();
    return m_configuration;
}

QUrl SmartVisitor::endpoint(QStringView name)
{
    return QUrl(configuration().value(name).toString());
}

QUrl SmartVisitor::authorizeUrl(const QMap<QString, QString> &changes)
{
    m_verifier = randomText();
    m_state = randomText();
    m_nonce = randomText();
    const QByteArray challenge = QCryptographicHash::hash(m_verifier.toLatin1(), QCryptographicHash::Sha256)
                                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QMap<QString, QString> fields{
        {QStringLiteral("response_type"), QStringLiteral("code")},
        {QStringLiteral("client_id"), QStringLiteral("handrail")},
        {QStringLiteral("redirect_uri"), redirectUri},
        {QStringLiteral("scope"),
         QStringLiteral("openid fhirUser launch/patient offline_access patient/Patient.rs patient/Appointment.rs "
                        "patient/QuestionnaireResponse.crus patient/Communication.crs patient/CarePlan.rs "
                        "patient/MedicationRequest.rs")},
        {QStringLiteral("state"), m_state},
        {QStringLiteral("nonce"), m_nonce},
        {QStringLiteral("aud"), m_base.toString()},
        {QStringLiteral("code_challenge"), QString::fromLatin1(challenge)},
        {QStringLiteral("code_challenge_method"), QStringLiteral("S256")}};
    for (auto it = changes.cbegin(); it != changes.cend(); ++it)
        fields.insert(it.key(), it.value());
    Fields present;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        if (!it.value().isNull())
            present.append({it.key(), it.value()});
    }
    return QUrl::fromEncoded(QByteArray(endpoint(u"authorization_endpoint").toEncoded() + '?' + encoded(present)));
}

SmartVisitor::Answer SmartVisitor::submit(const Answer &page, const Fields &fields, const QMap<QByteArray, QByteArray> &headers)
{
    const auto form = PageForm::of(page.html());
    if (!form)
        return {};
    Fields all{{QStringLiteral("ticket"), form->ticket}};
    all.append(fields);
    return post(form->action, all, headers);
}

SmartVisitor::Answer SmartVisitor::signIn(const QString &user, const QString &password, const QMap<QString, QString> &changes)
{
    const Answer consent = submit(authorize(changes), {{QStringLiteral("username"), user}, {QStringLiteral("password"), password}});
    return consent.status == 200 ? submit(consent, {{QStringLiteral("decision"), QStringLiteral("allow")}}) : consent;
}

SmartVisitor::Answer SmartVisitor::exchange(const QString &code, const QMap<QString, QString> &changes)
{
    QMap<QString, QString> fields{{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                                  {QStringLiteral("code"), code},
                                  {QStringLiteral("redirect_uri"), redirectUri},
                                  {QStringLiteral("client_id"), QStringLiteral("handrail")},
                                  {QStringLiteral("code_verifier"), m_verifier}};
    for (auto it = changes.cbegin(); it != changes.cend(); ++it)
        fields.insert(it.key(), it.value());
    Fields list;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it)
        list.append({it.key(), it.value()});
    return post(endpoint(u"token_endpoint"), list);
}

SmartVisitor::Answer SmartVisitor::refresh(const QString &refreshToken, const QMap<QString, QString> &changes)
{
    Fields list{{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                {QStringLiteral("refresh_token"), refreshToken},
                {QStringLiteral("client_id"), QStringLiteral("handrail")}};
    for (auto it = changes.cbegin(); it != changes.cend(); ++it)
        list.append({it.key(), it.value()});
    return post(endpoint(u"token_endpoint"), list);
}

SmartVisitor::Answer SmartVisitor::revoke(const QString &token)
{
    return post(endpoint(u"revocation_endpoint"),
                {{QStringLiteral("token"), token}, {QStringLiteral("client_id"), QStringLiteral("handrail")}});
}

QJsonObject SmartVisitor::tokens(const QString &user, const QString &password, const QString &scope)
{
    QMap<QString, QString> changes;
    if (!scope.isEmpty())
        changes.insert(QStringLiteral("scope"), scope);
    const QString code = signIn(user, password, changes).redirectQuery().queryItemValue(QStringLiteral("code"));
    return exchange(code).json();
}

SmartVisitor::Answer SmartVisitor::read(const QString &path, const QString &accessToken)
{
    return get(QUrl(m_base.toString() + QLatin1Char('/') + path), {{"Authorization", "Bearer " + accessToken.toLatin1()}});
}

} // namespace handrail::test
