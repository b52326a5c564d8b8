// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "net/QtHttpClient.h"
#include "ports/Browser.h"

#include <QCoroTask>
#include <QMap>
#include <QRegularExpression>
#include <QUrl>
#include <optional>

namespace handrail {

/// A person at the clinic's pages: fills in each form that comes, presses its first button, and lands where that leads.
class FormBrowser final : public Browser
{
public:
    FormBrowser(QString user, QString password)
        : m_user(std::move(user))
        , m_password(std::move(password))
    {
    }
    bool open(const QUrl &url) override
    {
        m_last = browse(url);
        return true;
    }

private:
    QCoro::Task<void> browse(QUrl url)
    {
        HttpRequest request;
        request.url = url;
        for (int page = 0; page < 8; ++page) {
            if (!m_cookie.isEmpty())
                request.headers.emplaceBack("Cookie", m_cookie);
            const QUrl asked = request.url;
            const Result<HttpResponse> answer = co_await m_http.send(std::move(request));
            if (!answer)
                co_return;
            if (const QByteArray cookie = answer->header("Set-Cookie"); !cookie.isEmpty())
                m_cookie = cookie.split(';').constFirst();
            request = HttpRequest();
            if (const QByteArray location = answer->header("Location"); !location.isEmpty())
                request.url = asked.resolved(QUrl::fromEncoded(location));
            else if (!fill(QString::fromUtf8(answer->body), asked, request))
                co_return;
        }
    }

    /// The request that sends the first form of the page; false when there is none.
    bool fill(const QString &page, const QUrl &from, HttpRequest &request) const
    {
        static const QRegularExpression form(QStringLiteral("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>"),
                                             QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression field(QStringLiteral("<(?:input|button)\\b[^>]*>"));
        static const QRegularExpression attribute(QStringLiteral("([a-z]+)=\"([^\"]*)\""));
        const QRegularExpressionMatch found = form.match(page);
        if (!found.hasMatch())
            return false;
        QByteArray body;
        bool isPressed = false;
        for (auto fields = field.globalMatch(found.captured(2)); fields.hasNext();) {
            const QString tag = fields.next().captured();
            QMap<QString, QString> is;
            for (auto all = attribute.globalMatch(tag); all.hasNext();) {
                const QRegularExpressionMatch one = all.next();
                is.insert(one.captured(1), one.captured(2));
            }
            const bool isButton = tag.startsWith(u"<button");
            if (isButton && std::exchange(isPressed, true))
                continue;
            const QString name = is.value(QStringLiteral("name"));
            QString value = is.value(QStringLiteral("value"));
            if (name == u"username")
                value = m_user;
            if (name == u"password")
                value = m_password;
            body += (body.isEmpty() ? "" : "&") + name.toUtf8() + '=' + QUrl::toPercentEncoding(value);
        }
        request.method = "POST";
        request.url = from.resolved(QUrl(found.captured(1)));
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                           {"Origin", from.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery)}};
        request.body = body;
        return true;
    }

    QString m_user;
    QString m_password;
    QByteArray m_cookie;
    std::optional<QCoro::Task<void>> m_last;
    QtHttpClient m_http;
};

} // namespace handrail
