// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/smart/SmartPage.h"
#include "clinic/smart/SmartScopes.h"

namespace handrail::clinic {

/// The page after the password: what the app will get, Allow or Don't allow; and before it, for a relative of several patients, whom
/// this sign-in is for.
class ConsentPage
{
public:
    struct Content {
        QString action;
        QString ticket;     ///< SmartTicket of the stage "consent"
        QString personName; ///< of who signed in: as people say it, else the account's
        SmartScopes::Role role = SmartScopes::Role::Patient;
        QString patientName; ///< may be empty: then the page says "the person you support"
        QStringList scopes;  ///< what will be granted
        QByteArray redirectSource;
        SmartWords words = SmartWords();
    };

    explicit ConsentPage(const SmartPage &page);

    [[nodiscard]] Reply reply(const Content &content) const;
    /// One of those whom somebody may be here for.
    struct Choice {
        qsizetype position = 0; ///< of the identity, in the account
        QString name;
    };
    /// "Who are you here for?": one button each; the form posts `person` = its position.
    [[nodiscard]] Reply choiceReply(const Content &content, const QList<Choice> &choices) const;

    /// What the app can see, send and change with a patient's scopes, as `<li>` lines.
    [[nodiscard]] static QString patientLines(const SmartWords &words, const QStringList &scopes);

private:
    const SmartPage &m_page;
};

} // namespace handrail::clinic
