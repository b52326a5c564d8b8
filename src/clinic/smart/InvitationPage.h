// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/smart/SmartPage.h"

namespace handrail::clinic {

/// The pages of somebody who was invited: they make a sign-in of their own, or say that they have one; then they promise to keep
/// private what they will see. Neither names the patient: that comes with the consent page.
class InvitationPage
{
public:
    struct Content {
        QString action;
        QString ticket; ///< SmartTicket of the stage "invitation", or "promise"
        QString userName;
        QString userNameError; ///< in the language of `words`; empty: none
        QString passwordError;
        QString againError;
        QByteArray redirectSource;
        int status = 200;
        SmartWords words = SmartWords();
    };

    explicit InvitationPage(const SmartPage &page);

    /// The form posts `username`, `password` and `again`, or `way`=known.
    [[nodiscard]] Reply reply(const Content &content) const;
    /// The form posts `decision`=promise or deny.
    [[nodiscard]] Reply promiseReply(const Content &content) const;

private:
    const SmartPage &m_page;
};

} // namespace handrail::clinic
