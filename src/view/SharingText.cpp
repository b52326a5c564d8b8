// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SharingText.h"

#include <QCoreApplication>

namespace handrail {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SharingText)
};

} // namespace

bool isOutOfReach(const Account &account)
{
    const SyncEngine *sync = account.sync();
    return !sync || account.state() == Account::State::NeedsSignIn
        || (sync->lastProblem() && sync->state() != SyncEngine::State::Running);
}

QString stopText(Sharing::Stop stop, bool isOutOfReach, const QString &called)
{
    switch (stop) {
    case Sharing::Stop::Saved:
        return isOutOfReach ? Words::tr("Saved here. It takes effect when this device is online. To stop now, call your clinic.")
                            : Words::tr("Saved. Sending it now.");
    case Sharing::Stop::Sent: return Words::tr("Stopped. %1 sees nothing from now on.").arg(called);
    case Sharing::Stop::Refused: return Words::tr("Your clinic’s server did not take this. Please call your clinic.");
    case Sharing::Stop::None: break;
    }
    return {};
}

bool isStopByCall(Sharing::Stop stop, bool isOutOfReach)
{
    return stop == Sharing::Stop::Refused || (stop == Sharing::Stop::Saved && isOutOfReach);
}

} // namespace handrail
