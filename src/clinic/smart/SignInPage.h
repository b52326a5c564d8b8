// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/smart/SmartPage.h"

namespace handrail::clinic {

/// The page where a person types user name and password (visual/19-sign-in). Says before the button what the app will and will not get.
class SignInPage
{
public:
    struct Content {
        QString action;        ///< where the form goes
        QString ticket;        ///< SmartTicket of the stage "sign-in"
        QString userName;      ///< kept after an error; the password never is
        QString userNameError; ///< beside the field, in the language of `words`; empty: none
        QString passwordError;
        QStringList scopes; ///< what a patient would be granted of what the app asks
        QByteArray redirectSource;
        int status = 200;
        SmartWords words = SmartWords();
    };

    SignInPage(const SmartPage &page, QList<SamplePerson> samplePeople);

    [[nodiscard]] Reply reply(const Content &content) const;

private:
    const SmartPage &m_page;
    QList<SamplePerson> m_samplePeople;
};

} // namespace handrail::clinic
