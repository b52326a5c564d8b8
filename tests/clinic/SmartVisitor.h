// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QJsonObject>
#include <QMap>
#include <QNetworkAccessManager>
#include <QUrl>
#include <QUrlQuery>
#include <optional>

namespace handrail::test {

/// A person with an app and a browser, as far as sign-in goes: asks the real clinic over HTTP, keeps cookies, fills in forms, and follows
/// nothing by itself.
class SmartVisitor
{
public:
    struct Answer {
        int status = 0;                       ///< 0: no answer
        QMap<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
        [[nodiscard]] QJsonObject json() const;
        [[nodiscard]] QString html() const { return QString::fromUtf8(body); }
        [[nodiscard]] bool isRedirect() const { return status >= 300 && status < 400; }
        /// The parameters that the browser carries back to the app.
        [[nodiscard]] QUrlQuery redirectQuery() const;
    };
    using Fields = QList<std::pair<QString, QString>>;

    explicit SmartVisitor(QUrl base);

    Answer get(const QUrl &url, const QMap<QByteArray, QByteArray> &headers = {});
    Answer post(const QUrl &url, const Fields &fields, const QMap<QByteArray, QByteArray> &headers = {});
    Answer postBytes(const QUrl &url, const QByteArray &body, const QMap<QByteArray, QByteArray> &headers);

    /// A good authorization request; `changes` replace parameters, a null value takes one away.
    [[nodiscard]] QUrl authorizeUrl(const QMap<QString, QString> &changes = {});
    Answer authorize(const QMap<QString, QString> &changes = {}) { return get(authorizeUrl(changes)); }
    /// Posts the form of a page with its ticket.
    Answer submit(const Answer &page, const Fields &fields, const QMap<QByteArray, QByteArray> &headers = {});
    /// The whole way to the redirect. Allows what is asked.
    Answer signIn(const QString &user, const QString &password, const QMap<QString, QString> &changes = {});

    Answer exchange(const QString &code, const QMap<QString, QString> &changes = {});
    Answer refresh(const QString &refreshToken, const QMap<QString, QString> &changes = {});
    Answer revoke(const QString &token);
    /// Signed in, with the code exchanged: the token response.
    QJsonObject tokens(const QString &user, const QString &password, const QString &scope = {});
    /// GET with a bearer token.
    Answer read(const QString &path, const QString &accessToken);

    [[nodiscard]] QUrl base() const { return m_base; }
    [[nodiscard]] QJsonObject configuration();
    [[nodiscard]] QString state() const { return m_state; }
    [[nodiscard]] QString nonce() const { return m_nonce; }
    [[nodiscard]] QMap<QByteArray, QByteArray> &cookies() { return m_cookies; }

    static const QString redirectUri;

private:
    Answer send(const QByteArray &method, const QUrl &url, const QByteArray &body, QMap<QByteArray, QByteArray> headers);
    [[nodiscard]] QUrl endpoint(QStringView name);

    QNetworkAccessManager m_network;
    QUrl m_base;
    QJsonObject m_configuration;
    QMap<QByteArray, QByteArray> m_cookies;
    QString m_verifier;
    QString m_state;
    QString m_nonce;
};

/// The form of a page: where it goes and its ticket.
struct PageForm {
    QUrl action;
    QString ticket;
    [[nodiscard]] static std::optional<PageForm> of(const QString &html);
};

} // namespace handrail::test
