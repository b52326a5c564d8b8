// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/Browser.h"

#include <QNetworkAccessManager>
#include <QString>
#include <QUrl>

namespace handrail {

/// A person at the clinic's sign-in page: a browser that fills in the page's own fields, follows its forms and redirects, and allows what
/// the consent page asks for, until the app's loopback address has been called. Any other page it is sent to is only noted.
class Person final : public QObject, public Browser
{
    Q_OBJECT
public:
    enum class Choice { Allow, Deny, DenyApp, WalkAway }; ///< DenyApp: promises what is asked, and does not let the app in

    Person(QString name, QString password)
        : m_name(std::move(name))
        , m_password(std::move(password))
    {
    }

    void become(const QString &name, const QString &password);
    void setChoice(Choice choice) { m_choice = choice; }
    /// Of a relative of several patients: for whom, by the place on the clinic's page "Who are you here for?".
    void setPatient(int place) { m_patient = place; }
    bool open(const QUrl &url) override;

    /// The pages opened that were no sign-in: join links.
    [[nodiscard]] QList<QUrl> visited() const { return m_visited; }
    void forgetVisited() { m_visited.clear(); }

private:
    void get(const QUrl &url);
    void read(QNetworkReply *reply);
    void fillIn(const QUrl &page, const QString &html);

    QNetworkAccessManager m_network;
    QString m_name;
    QString m_password;
    Choice m_choice = Choice::Allow;
    int m_patient = 0;
    QList<QUrl> m_visited;
    int m_steps = 0;
};

} // namespace handrail
