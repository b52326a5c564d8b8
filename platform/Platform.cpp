// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/Platform.h"

#include "platform/common/AddressEvents.h"
#include "platform/common/DesktopBrowser.h"
#include "platform/common/DesktopCalendarExport.h"
#include "platform/common/DesktopConnectivity.h"
#include "platform/common/DesktopDialer.h"
#include "platform/common/DesktopDirections.h"
#include "platform/common/DesktopFileExport.h"
#include "platform/common/KeychainSecretStore.h"
#include "platform/common/LoadedCallDevices.h"
#include "platform/common/NoDeviceAuth.h"
#include "platform/common/NoHaptics.h"
#include "platform/common/NoNotifier.h"
#include "platform/common/NoScreenAwake.h"

#include <QtGlobal>

#if defined(Q_OS_LINUX) && !defined(Q_OS_ANDROID)
#include "platform/linux/DesktopLinkDoor.h"
#include "platform/linux/DesktopNotifier.h"
#include "platform/linux/DesktopScreenAwake.h"
#include "platform/linux/EndSignals.h"
#include "platform/linux/PrivateMemory.h"
#include "platform/linux/SchemeHandlers.h"
#include "platform/linux/SpeechDispatcher.h"
#endif

namespace handrail {

namespace {

/// Whether a program on this device opens links of this kind.
SchemeQuestion schemeQuestion()
{
#if defined(Q_OS_ANDROID) || defined(Q_OS_IOS)
    // Phones dial and have maps; a tablet that cannot call says so itself.
    return [](const QString &) { return true; };
#elif defined(Q_OS_MACOS)
    return [](const QString &scheme) { return scheme != u"geo"; }; // FaceTime takes tel: and sms:
#elif defined(Q_OS_LINUX)
    return [](const QString &scheme) { return hasSchemeHandler(scheme); };
#else
    return [](const QString &) { return false; };
#endif
}

std::unique_ptr<Notifier> makeNotifier()
{
#if defined(Q_OS_LINUX) && !defined(Q_OS_ANDROID)
    return std::make_unique<DesktopNotifier>();
#else
    return std::make_unique<NoNotifier>();
#endif
}

std::unique_ptr<LinkDoor> makeLinkDoor()
{
#if defined(Q_OS_LINUX) && !defined(Q_OS_ANDROID)
    return std::make_unique<DesktopLinkDoor>();
#else
    return std::make_unique<AddressEvents>();
#endif
}

std::unique_ptr<ScreenAwake> makeScreenAwake()
{
#if defined(Q_OS_LINUX) && !defined(Q_OS_ANDROID)
    return std::make_unique<DesktopScreenAwake>();
#else
    return std::make_unique<NoScreenAwake>();
#endif
}

std::unique_ptr<ReadAloud> makeVoice()
{
#if defined(Q_OS_LINUX) && !defined(Q_OS_ANDROID)
    return std::make_unique<SpeechDispatcher>();
#else
    return nullptr;
#endif
}

} // namespace

Ports makePorts()
{
    Ports ports;
    ports.secrets = std::make_unique<KeychainSecretStore>();
    ports.browser = std::make_unique<DesktopBrowser>();
    ports.dialer = std::make_unique<DesktopDialer>(schemeQuestion());
    ports.calendar = std::make_unique<DesktopCalendarExport>();
    ports.directions = std::make_unique<DesktopDirections>(schemeQuestion());
    ports.connectivity = std::make_unique<DesktopConnectivity>();
    ports.files = std::make_unique<DesktopFileExport>();
    ports.deviceAuth = std::make_unique<NoDeviceAuth>();
    ports.notifier = makeNotifier();
    ports.haptics = std::make_unique<NoHaptics>();
    ports.screen = makeScreenAwake();
    ports.links = makeLinkDoor();
    ports.callDevices = std::make_unique<LoadedCallDevices>();
    ports.voice = makeVoice();
    return ports;
}

void quitWhenAsked()
{
#if defined(Q_OS_LINUX) && !defined(Q_OS_ANDROID)
    quitOnEndSignals();
#endif
}

void keepMemoryPrivate()
{
#if defined(Q_OS_LINUX) && !defined(Q_OS_ANDROID)
    forbidCoreDumps();
#endif
    // Elsewhere the system's own rule holds: phones keep the dumps of an app to themselves.
}

} // namespace handrail
