// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "CommandLine.h"
#include "Reset.h"
#include "Run.h"
#include "core/Wipe.h"
#include "platform/Platform.h"

#include <QGuiApplication>
#include <memory>

using namespace handrail;

namespace {

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
    if (line.isReset)
        return runReset(line.isYes, *ports.links, *ports.secrets, *ports.calendar);
    if (const std::optional<int> code = handedOver(line, *ports.links))
        return *code;
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Handrail"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.handrail.app"));
    quitWhenAsked();
    return runApp(line, ports);
}
