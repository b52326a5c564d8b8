// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/linux/EndSignals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace handrail {

namespace {

std::array<int, 2> ends{-1, -1}; ///< of the pipe by which a signal reaches the event loop

void tell(int)
{
    const char one = 1;
    (void)!write(ends[1], &one, 1); // the only thing a signal handler may do here
}

} // namespace

void quitOnEndSignals()
{
    if (ends[0] >= 0 || pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    auto *notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, qApp);
    QObject::connect(notifier, &QSocketNotifier::activated, qApp, [notifier] {
        notifier->setEnabled(false);
        QCoreApplication::quit();
    });
    struct sigaction action {
    };
    action.sa_handler = tell;
    action.sa_flags = int(SA_RESTART | SA_RESETHAND);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaction(signal, &action, nullptr);
}

} // namespace handrail
