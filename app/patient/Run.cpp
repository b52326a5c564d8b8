// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Run.h"

#include "Application.h"
#include "CrisisWindow.h"
#include "Demo.h"
#include "Reset.h"
#include "platform/common/DemoClinic.h"

#include <QGuiApplication>
#include <cstdio>

namespace handrail {

namespace {

int show(const CommandLine &line, const Ports &ports, const Places &places)
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

} // namespace

std::optional<int> handedOver(const CommandLine &line, LinkDoor &links)
{
    // A sample clinic has a device of its own.
    const bool hasServer = !line.server.isEmpty();
    if (line.isDemo || !links.handOver(hasServer ? QString() : line.link))
        return std::nullopt;
    if (hasServer) // the one that runs has its clinic
        std::puts("Close Handrail first. The server was not changed.");
    return hasServer ? 1 : 0;
}

int runApp(const CommandLine &line, const Ports &ports)
{
    const Places places = line.isDemo ? Places::forDemo() : Places::onThisDevice();
    if (line.isDemo)
        eraseBrokenDemos(*ports.secrets, *ports.calendar);
    const int code = show(line, ports, places);
    // The sample clinic forgets everything when it ends, so what the app kept of it goes too, the key in the keychain with it.
    if (line.isDemo)
        (void)QCoro::waitFor(resetDevice(*ports.secrets, *ports.calendar, places));
    return code;
}

} // namespace handrail
