// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Demo.h"

#include "Application.h"
#include "Reset.h"
#include "platform/common/DemoClinic.h"

#include <QCoreApplication>
#include <QDir>
#include <cstdio>

namespace handrail {

namespace {

/// nullptr: nothing needs to be said.
const char *wordsFor(const Problem &problem)
{
    switch (problem.kind) {
    case ProblemKind::Cancelled: return nullptr; // the app was closed meanwhile
    case ProblemKind::NotFound:
        return "handrail: the sample clinic was not found. handrail-clinic has to be beside this program, or where the shell finds "
               "it.\n";
    case ProblemKind::Timeout:
        return "handrail: the sample clinic took too long to start. Try again when this device has less to do.\n";
    default: return "handrail: the sample clinic ended by itself before it was ready. Is handrail-clinic of the same version?\n";
    }
}

} // namespace

QCoro::Task<void> startDemo(Application &application, DemoClinic &clinic)
{
    const Result<DemoClinic::Started> started = co_await clinic.start();
    if (started) {
        application.fixServer(started->fhirBase.toString());
        co_return;
    }
    const char *const words = wordsFor(started.error());
    if (!words)
        co_return;
    std::fputs(words, stderr);
    // Queued: a program that is not there is known before the event loop runs, when exit() would be lost.
    QMetaObject::invokeMethod(
        qApp, [] { QCoreApplication::exit(1); }, Qt::QueuedConnection);
}

QCoro::Task<Result<void>> eraseBrokenDemos(SecretStore &secrets, CalendarExport &calendar)
{
    Result<void> all;
    for (const QString &folder : Places::ofBrokenDemos()) {
        Places places = Places::in(folder);
        const Result<void> gone = co_await resetDevice(secrets, calendar, std::move(places));
        if (gone)
            QDir(folder).removeRecursively();
        else
            all = gone;
    }
    co_return all;
}

} // namespace handrail
