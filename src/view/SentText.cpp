// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SentText.h"

#include <QCoreApplication>

namespace handrail {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SentText)
};

} // namespace

QString outrunText()
{
    return Words::tr("Your clinic has other answers, perhaps from another device of yours. These are kept here until you choose.");
}

QString sentText(const SubmittedForm &submitted, const TimeText &text, const Clock &clock)
{
    switch (submitted.state) {
    case OutboxState::Done:
        return submitted.sentAt.isValid() ? Words::tr("Sent to your care team %1.")
                                                .arg(text.moment(submitted.sentAt.toTimeZone(clock.localZone()), clock.today()))
                                          : Words::tr("Your care team has it.");
    case OutboxState::Rejected:
        return submitted.isOutrun ? outrunText() : Words::tr("Your clinic could not take it. It is kept here.");
    case OutboxState::Kept: return Words::tr("Kept on this device. It is not sent.");
    default: return Words::tr("Saved on this device. Not sent yet.");
    }
}

} // namespace handrail
