// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/ScheduleCommands.h"

#include "clinic/CommandText.h"
#include "clinic/StaffLog.h"
#include "clinic/family/FamilySessions.h"
#include "clinic/forms/ClinicNotices.h"
#include "clinic/programs/ScheduleDesk.h"

#include <QFile>
#include <cstdio>

namespace handrail::clinic {

namespace {

constexpr qint64 mostBytes = 20 * 1024 * 1024;
constexpr qsizetype mostShown = 100;

} // namespace

int importSchedule(Service &service, const QString &fileName, const QString &order, bool isDryRun)
{
    if (!order.isEmpty() && order != QLatin1String("dmy") && order != QLatin1String("mdy"))
        return misuse(QStringLiteral("--dates is dmy or mdy; without it days are written as 2026-12-07"));
    QFile file(fileName);
    const bool isOpen = fileName == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return fail(QStringLiteral("the file cannot be read"));
    const QByteArray text = allOf(file, mostBytes + 1);
    const ScheduleFile schedule = readSchedule(text,
                                               order.isEmpty()                     ? DateOrder::Iso
                                                   : order == QLatin1String("dmy") ? DateOrder::DayFirst
                                                                                   : DateOrder::MonthFirst);
    StaffLog log(service);
    log.watch();
    FamilySessions family(service.records);
    family.onOutlasted = [&](const QString &appointment, const QString &patient, const QString &relative) {
        return writeSharingTooShort(service.records, appointment, patient, relative);
    };
    ScheduleDesk desk(service.records, [&](const Record &record) { return family.follow(record); });
    QList<ScheduleIssue> issues;
    const Result<ScheduleCounts> counts = desk.import(schedule, isDryRun, issues);
    if (!counts)
        return fail(words(counts.error()));
    const bool isRefused = !issues.isEmpty();
    for (const ScheduleIssue &issue : (isRefused ? issues : counts->told).mid(0, mostShown))
        print({issue.line > 0 ? QStringLiteral("line %1").arg(issue.line) : QStringLiteral("file"), issue.column, issue.text});
    if (isRefused)
        return fail((issues.size() > mostShown ? QStringLiteral("and %1 more. ").arg(issues.size() - mostShown) : QString())
                    + QStringLiteral("Nothing was imported."));
    say(QStringLiteral("%1 added, %2 changed, %3 the same. Sessions that the file does not name stay as they are.")
            .arg(counts->added)
            .arg(counts->changed)
            .arg(counts->same));
    if (counts->clashes > 0)
        say(QStringLiteral("Clashes that keep nothing out: %1. Whoever is on hold, or in that group no more, has both sessions.")
                .arg(counts->clashes));
    sayWithoutAddress(counts->withoutAddress, false);
    if (isDryRun)
        say(QStringLiteral("Nothing was written."));
    return 0;
}

} // namespace handrail::clinic
