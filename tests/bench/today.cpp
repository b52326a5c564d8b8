// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// bench-today FOLDER NOW: the real app with the real keychain on the device folder given, from its start to the first frame on which
// Today shows the next session. Ends with 1 when that frame does not come.

#include "FirstFrame.h"
#include "core/Wipe.h"
#include "patient/Application.h"
#include "platform/Platform.h"
#include "view/QmlTypes.h"

#include <QFile>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QTimer>

using namespace handrail;

int main(int argc, char *argv[])
{
    keepFreedMemoryInReach(); // as handrail does
    QGuiApplication app(argc, argv);
    if (argc != 3)
        return 2;
    const QDateTime now = QDateTime::fromString(QString::fromLatin1(argv[2]), Qt::ISODate);
    const SystemClock clock{std::chrono::milliseconds(SystemClock().nowUtc().msecsTo(now))};
    const Ports ports = makePorts();
    Application application({*ports.secrets, *ports.browser, *ports.dialer, *ports.calendar, *ports.directions, *ports.connectivity,
                             clock, *ports.files, *ports.notifier, *ports.haptics, *ports.screen, *ports.callDevices,
                             ports.deviceAuth.get()},
                            Places::in(QFile::decodeName(argv[1])));
    if (!application.show())
        return 1;
    QQuickWindow *window = application.window();
    QObject::connect(window, &QQuickWindow::frameSwapped, window, [&application] {
        if (application.navigator().route() == Navigator::Today && TodaySingleton::instance->hasNext())
            endAfterFrame();
    });
    QTimer::singleShot(std::chrono::seconds(20), &app, [] { QCoreApplication::exit(1); });
    return QGuiApplication::exec();
}
