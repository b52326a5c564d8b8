// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SharingText.h"

#include <QCoreApplication>
#include <algorithm>

namespace handrail {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SharingText)
};

} // namespace

QString sharingId(const Sharing &sharing)
{
    return QString(sharing.consentId % u'/' % sharing.personId);
}

QString sharingName(const Sharing &sharing)
{
    return sharing.name.isEmpty() ? Words::tr("Somebody you invited") : sharing.name;
}

QString sharingState(const Sharing &sharing)
{
    switch (sharing.state) {
    case Sharing::State::Ended: return Words::tr("Ended");
    case Sharing::State::Expired: return Words::tr("Over");
    case Sharing::State::Waiting:
    case Sharing::State::Active: break;
    }
    if (sharing.stop == Sharing::Stop::Saved)
        return Words::tr("Stopping");
    if (sharing.stop == Sharing::Stop::Sent)
        return Words::tr("Stopped");
    if (sharing.state == Sharing::State::Waiting)
        return Words::tr("The clinic signs first");
    return sharing.hasJoined ? Words::tr("Sharing now") : Words::tr("Invited");
}

QStringList sharedParts(const Sharing &sharing)
{
    QStringList parts{sharing.sessionId.isEmpty() ? Words::tr("All family sessions") : Words::tr("One family session")};
    if (sharing.isBusyShared)
        parts << Words::tr("when you are busy");
    if (sharing.isAttendanceShared)
        parts << Words::tr("if you came");
    return parts;
}

bool isOutOfReach(const Account &account)
{
    const SyncEngine *sync = account.sync();
    return !sync || account.state() == Account::State::NeedsSignIn
        || (sync->lastProblem() && sync->state() != SyncEngine::State::Running);
}

QList<Sharing> stillHolding(const QList<Sharing> &all, const Sharing &sharing)
{
    QList<Sharing> others;
    for (const Sharing &one : all) {
        const bool isSame =
            one.personId == sharing.personId || (!one.name.isEmpty() && one.name.compare(sharing.name, Qt::CaseInsensitive) == 0);
        if (isSame && one.consentId != sharing.consentId && one.isInForce())
            others << one;
    }
    return others;
}

bool isSeeing(const QList<Sharing> &still)
{
    return std::any_of(still.cbegin(), still.cend(), [](const Sharing &one) { return one.hasJoined; });
}

QString stillText(const QString &called, const QList<Sharing> &still)
{
    if (!isSeeing(still))
        return Words::tr(
                   "This permission is over. %1 still has an invitation that is open: it is in the list of people you share with.")
            .arg(called);
    return Words::tr(
               "This permission is over. %1 still sees what another one allows. You can stop that one, too: it is in the list of "
               "people you share with.")
        .arg(called);
}

QString stopQuestion(const QString &called, const QList<Sharing> &still, const QStringList &alsoFor)
{
    QStringList words;
    if (isSeeing(still))
        words
            << Words::tr("This permission ends. %1 still sees what another one allows, until you stop that one, too.").arg(called);
    else if (!still.isEmpty())
        words << Words::tr("This permission ends. %1 still has an invitation that is open.").arg(called);
    else
        words << Words::tr("%1 sees nothing and joins nothing from then on.").arg(called);
    if (!alsoFor.isEmpty())
        words
            << Words::tr("It ends for %1, too: you signed one permission for all of them.").arg(alsoFor.join(QStringLiteral(", ")));
    words << Words::tr("If their device is offline, within a day at the latest. %1 is not told why. Your clinic is told.")
                 .arg(called);
    return words.join(u' ');
}

QString stopText(Sharing::Stop stop, bool isOutOfReach, const QString &called, const QList<Sharing> &still)
{
    switch (stop) {
    case Sharing::Stop::Saved:
        return isOutOfReach ? Words::tr("Saved here. It takes effect when this device is online. To stop now, call your clinic.")
                            : Words::tr("Saved. Sending it now.");
    case Sharing::Stop::Sent:
        return !still.isEmpty() ? stillText(called, still) : Words::tr("Stopped. %1 sees nothing from now on.").arg(called);
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
