// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Reset.h"

#include "Demo.h"
#include "store/Erasing.h"
#include "store/LockScreenFile.h"
#include "store/ToRevoke.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>
#include <cstdio>
#include <unistd.h>

namespace handrail {

namespace {

constexpr auto closeFirst = "Close Handrail first. Nothing was erased.";

/// False without a clear "yes", and when nobody can be asked.
bool isEraseConfirmed()
{
    std::fputs("This erases everything that Handrail keeps on this device, also what has not been sent to your clinic.\n", stdout);
    if (!isatty(STDIN_FILENO)) {
        std::fputs("Nothing was erased. Use --reset --yes if you mean it.\n", stdout);
        return false;
    }
    std::fputs("Type yes to go on: ", stdout);
    std::fflush(stdout);
    if (QTextStream(stdin).readLine().trimmed() == QLatin1String("yes"))
        return true;
    std::fputs("Nothing was erased.\n", stdout);
    return false;
}

/// One that runs is locked, maybe, and then has no store open; it comes to the front, to be closed.
bool mayReset(bool isYes, LinkDoor &links)
{
    const auto isOneRunning = [&links] {
        const bool isRunning = links.handOver({});
        if (isRunning)
            std::puts(closeFirst);
        return isRunning;
    };
    return !isOneRunning() && (isYes || (isEraseConfirmed() && !isOneRunning())); // a person takes their time to answer
}

QCoro::Task<void> reset(SecretStore &secrets, CalendarExport &calendar, Places places)
{
    const Result<void> demos = co_await eraseBrokenDemos(secrets, calendar);
    Result<void> gone = co_await resetDevice(secrets, calendar, std::move(places));
    if (gone)
        gone = demos;
    std::puts(gone                                               ? "Everything is erased."
                  : gone.error().kind == ProblemKind::StoreInUse ? closeFirst
                                                                 : "Not everything could be erased. Is the keychain unlocked?");
    // With nothing to erase this runs before the event loop does, when exit() would be lost.
    QMetaObject::invokeMethod(
        qApp, [isGone = gone.has_value()] { QCoreApplication::exit(isGone ? 0 : 1); }, Qt::QueuedConnection);
}

} // namespace

int runReset(bool isYes, LinkDoor &links, SecretStore &secrets, CalendarExport &calendar)
{
    if (!mayReset(isYes, links))
        return 1;
    reset(secrets, calendar, Places::onThisDevice());
    return QCoreApplication::exec();
}

QCoro::Task<Result<void>> resetDevice(SecretStore &secrets, CalendarExport &calendar, Places places)
{
    AccountFiles files(places.accounts);
    for (const QString &account : files.accounts()) {
        if (const Result<void> unused = files.checkUnused(account); !unused)
            co_return unused;
    }
    calendar.forget();
    bool isGone = true;
    files.removeUnfinished();
    for (const QString &account : files.everyAccount()) {
        AccountFiles own = files;
        const Result<void> erased = co_await eraseAccount(secrets, std::move(own), account);
        isGone = isGone && erased.has_value();
    }
    for (const QString &account : accountsToErase(files)) { // what an earlier time could not finish
        AccountFiles own = files;
        const Result<void> erased = co_await finishErasing(secrets, std::move(own), account);
        isGone = isGone && erased.has_value();
    }
    for (const QString &name : keptToRevoke(files)) {
        AccountFiles own = files;
        const Result<void> dropped = co_await dropToRevoke(secrets, std::move(own), name);
        isGone = isGone && dropped.has_value();
    }
    const LockScreenFile shown(secrets, places.lockScreen);
    const Result<void> hidden = co_await shown.remove();
    isGone = hidden.has_value() && isGone;
    isGone = files.clearLastAccount().has_value() && isGone;
    for (const QString &file : {places.preferences, places.clinicContact})
        isGone = (!QFile::exists(file) || QFile::remove(file)) && isGone;
    co_return isGone ? Result<void>() : problem(ProblemKind::NotErased);
}

} // namespace handrail
