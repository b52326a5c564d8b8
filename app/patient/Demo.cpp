// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Demo.h"

#include "Application.h"
#include "Reset.h"
#include "platform/common/DemoClinic.h"

#include <QDir>
#include <cstdio>

namespace handrail {

QCoro::Task<void> startDemo(Application &application, DemoClinic &clinic)
{
    const Result<DemoClinic::Started> started = co_await clinic.start();
    if (started)
        application.fixServer(started->fhirBase.toString());
    else
        std::fputs("handrail: the sample clinic could not be started. Is handrail-clinic beside this program?\n", stderr);
}

QCoro::Task<void> eraseBrokenDemos(SecretStore &secrets, CalendarExport &calendar)
{
    for (const QString &folder : Places::ofBrokenDemos()) {
        Places places = Places::in(folder);
        const Result<void> gone = co_await resetDevice(secrets, calendar, std::move(places));
        if (gone)
            QDir(folder).removeRecursively();
    }
}

} // namespace handrail
