// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Application.h"
#include "CommandLine.h"
#include "CrisisWindow.h"
#include "Reset.h"
#include "core/Wipe.h"
#include "platform/Platform.h"
#include "platform/common/DemoClinic.h"

#include <QDir>
#include <QGuiApplication>
#include <cstdio>
#include <memory>

using namespace handrail;

namespace {

constexpr auto closeFirst = "Close Handrail first. Nothing was erased.";

QCoro::Task<void> reset(SecretStore &secrets, CalendarExport &calendar, Places places)
{
    const Result<void> gone = co_await resetDevice(secrets, calendar, std::move(places));
    std::puts(gone                                               ? "Everything is erased."
                  : gone.error().kind == ProblemKind::StoreInUse ? closeFirst
                                                                 : "Not everything could be erased. Is the keychain unlocked?");
    // With nothing to erase this runs before the event loop does, when exit() would be lost.
    QMetaObject::invokeMethod(
        qApp, [isGone = gone.has_value()] { QCoreApplication::exit(isGone ? 0 : 1); }, Qt::QueuedConnection);
}

/// One that runs is locked, maybe, and then has no store open; it comes to the front, to be closed.
bool mayReset(const CommandLine &line, LinkDoor &links)
{
    const auto isOneRunning = [&links] {
        const bool isRunning = links.handOver({});
        if (isRunning)
            std::puts(closeFirst);
        return isRunning;
    };
    return !isOneRunning() && (line.isYes || (isEraseConfirmed() && !isOneRunning())); // a person takes their time to answer
}

QCoro::Task<void> startDemo(Application &application, DemoClinic &clinic)
{
    const Result<DemoClinic::Started> started = co_await clinic.start();
    if (started)
        application.fixServer(started->fhirBase.toString());
    else
        std::fputs("handrail: the sample clinic could not be started. Is handrail-clinic beside this program?\n", stderr);
}

/// What demos left behind that were killed: their folders, and their keys in the keychain.
QCoro::Task<void> eraseBrokenDemos(SecretStore &secrets, CalendarExport &calendar)
{
    for (const QString &folder : Places::ofBrokenDemos()) {
        Places places = Places::in(folder);
        const Result<void> gone = co_await resetDevice(secrets, calendar, std::move(places));
        if (gone)
            QDir(folder).removeRecursively();
    }
}

int runApp(const CommandLine &line, const Ports &ports, const Places &places)
{
    const SystemClock clock;
    DemoClinic clinic;
    Application application({*ports.secrets, *ports.browser, *ports.dialer, *ports.calendar, *ports.directions, *ports.connectivity,
                             clock, *ports.files, *ports.notifier, *ports.haptics, *ports.screen, *ports.callDevices,
                             ports.deviceAuth.get(), ports.voice.get()},
                            places);
    if (ports.links && !line.isDemo) {
        ports.links->open([&application](const QString &address) {
            application.comeToFront();
            if (!address.isEmpty())
                application.open(address);
        });
    }
    if (!line.link.isEmpty())
        application.open(line.link);
    if (!line.server.isEmpty())
        application.fixServer(line.server.toString());
    if (line.isDemo)
        startDemo(application, clinic);
    if (application.show())
        return QGuiApplication::exec();
    CrisisWindow window(application.crisis().plainLines());
    window.show();
    return QGuiApplication::exec();
}

/// What only a terminal is needed for works without a display: it ends here. Otherwise what to do.
CommandLine readBeforeAnyWindow(int argc, char *argv[])
{
    const QCoreApplication terminal(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("handrail"));
    return readCommandLine(QCoreApplication::arguments());
}

} // namespace

int main(int argc, char *argv[])
{
    keepMemoryPrivate();
    keepFreedMemoryInReach();
    const CommandLine line = readBeforeAnyWindow(argc, argv);
    const std::unique_ptr<QCoreApplication> app =
        line.isReset ? std::make_unique<QCoreApplication>(argc, argv) : std::make_unique<QGuiApplication>(argc, argv);
    const Ports ports = makePorts();
    if (line.isReset) {
        if (!mayReset(line, *ports.links))
            return 1;
        reset(*ports.secrets, *ports.calendar, Places::onThisDevice());
        return QCoreApplication::exec();
    }
    // A sample clinic has a device of its own; otherwise one Handrail runs, and has the store.
    const bool hasServer = !line.server.isEmpty();
    if (!line.isDemo && ports.links->handOver(hasServer ? QString() : line.link)) {
        if (hasServer) // the one that runs has its clinic
            std::puts("Close Handrail first. The server was not changed.");
        return hasServer ? 1 : 0;
    }
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Handrail"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.handrail.app"));
    quitWhenAsked();
    const Places places = line.isDemo ? Places::forDemo() : Places::onThisDevice();
    if (line.isDemo)
        eraseBrokenDemos(*ports.secrets, *ports.calendar);
    const int code = runApp(line, ports, places);
    // The sample clinic forgets everything when it ends, so what the app kept of it goes too, the key in the keychain with it.
    if (line.isDemo)
        (void)QCoro::waitFor(resetDevice(*ports.secrets, *ports.calendar, places));
    return code;
}
