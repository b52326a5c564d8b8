// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/AlertCommands.h"

#include "clinic/CommandText.h"
#include "clinic/base/FhirTime.h"
#include "clinic/forms/AlertList.h"
#include "clinic/forms/CheckInGaps.h"

#include <QDateTime>
#include <QMap>
#include <algorithm>
#include <array>

namespace handrail::clinic {

namespace {

QString stateOf(const RaisedAlert &alert)
{
    if (alert.isOpen) {
        const QString graver =
            alert.graver ? QStringLiteral(", graver since %1").arg(QString::fromLatin1(writeInstant(*alert.graver))) : QString();
        return graver.isEmpty() && !alert.paged && !alert.isForOnCall
            ? QStringLiteral("open, imported as an old answer")
            : QStringLiteral("open") + graver + (alert.paged ? QStringLiteral(", on-call paged") : QString());
    }
    return alert.acknowledged
        ? QStringLiteral("closed %1 by %2").arg(QString::fromLatin1(writeInstant(*alert.acknowledged)), alert.acknowledgedBy)
        : QStringLiteral("closed");
}

} // namespace

int listAlerts(Records &records, StaffLog &log, bool isOpenOnly)
{
    const QList<RaisedAlert> alerts = AlertList(records).all(isOpenOnly);
    // A search by staff: a row for each patient of whom something is shown, before it is.
    QStringList patients;
    for (const RaisedAlert &each : alerts) {
        if (each.patient.startsWith(QLatin1String("Patient/")))
            patients << each.patient.mid(8);
    }
    patients.removeDuplicates();
    if (!log.noteAll('E', QStringLiteral("Flag"), patients))
        return fail(QStringLiteral("the log of accesses cannot be written"));
    for (const RaisedAlert &each : alerts)
        print({each.id, nameOf(each.alert.level), QString::fromLatin1(writeInstant(each.raised)), stateOf(each), each.patient,
               each.response, wordsFor(each.alert.reason)});
    return 0;
}

int acknowledgeAlert(Records &records, const QString &id)
{
    const auto closed = AlertList(records).acknowledge(id, userOfTheSystem());
    if (!closed)
        return fail(closed.error().kind == ProblemKind::NotFound ? QStringLiteral("there is no such alert")
                                                                 : words(closed.error()));
    say(id + QStringLiteral(": ") + stateOf(*closed));
    return 0;
}

int reportAlerts(Records &records)
{
    struct Week {
        std::array<int, 3> raised{};
        int open = 0;
        qint64 longest = -1; // milliseconds
    };
    QMap<std::pair<int, int>, Week> weeks;
    for (const RaisedAlert &each : AlertList(records).all(false)) {
        int year = 0;
        const int number = QDateTime::fromMSecsSinceEpoch(each.raised, Qt::UTC).date().weekNumber(&year);
        Week &week = weeks[{year, number}];
        ++week.raised[std::size_t(each.alert.level)];
        week.open += each.isOpen ? 1 : 0;
        if (each.alert.level == AlertLevel::Urgent && each.acknowledged)
            week.longest = std::max(week.longest, *each.acknowledged - each.raised);
    }
    print({QStringLiteral("week"), nameOf(AlertLevel::Urgent), nameOf(AlertLevel::Review), nameOf(AlertLevel::Info),
           QStringLiteral("open"), QStringLiteral("longest wait of an urgent one, minutes")});
    for (auto it = weeks.cbegin(); it != weeks.cend(); ++it)
        print({QStringLiteral("%1-W%2").arg(it.key().first).arg(it.key().second, 2, 10, QLatin1Char('0')),
               QString::number(it->raised[0]), QString::number(it->raised[1]), QString::number(it->raised[2]),
               QString::number(it->open), it->longest < 0 ? QStringLiteral("-") : QString::number(it->longest / 60'000)});
    return 0;
}

int listGaps(Records &records, StaffLog &log, const QString &base)
{
    const CheckInGaps found = checkInGaps(records, base);
    QStringList patients;
    for (const CheckInGap &each : found.gaps)
        patients << each.patient.mid(8);
    if (!log.noteAll('E', QStringLiteral("QuestionnaireResponse"), patients))
        return fail(QStringLiteral("the log of accesses cannot be written"));
    for (const CheckInGap &each : found.gaps) {
        const QString since = each.last.isValid() ? QStringLiteral("the last on ") + each.last.toString(Qt::ISODate)
            : each.begun.isValid() ? QStringLiteral("none since the program began on ") + each.begun.toString(Qt::ISODate)
                                   : QStringLiteral("none, and the program says no first day");
        print({each.patient, each.days < 0 ? QStringLiteral("-") : QStringLiteral("%1 days").arg(each.days), since});
    }
    for (const QString &clinic : found.zoneless)
        say(QStringLiteral("handrail-clinic: %1 has no time zone, so its patients are not in this list. Set it with "
                           "handrail-clinic time-zone AREA/CITY")
                .arg(clinic.isEmpty() ? QStringLiteral("a patient's clinic") : QString(u"Organization/" + clinic)));
    return found.zoneless.isEmpty() ? 0 : 1;
}

int sayOrSetMonitoring(Records &records, const QString &organizationId, const QString &value)
{
    if (!value.isEmpty()) {
        if (const auto set = setMonitoring(records, organizationId, value); !set)
            return fail(organizationWords(set.error()));
    }
    const auto now = monitoringOf(records, organizationId);
    if (!now)
        return fail(organizationWords(now.error()));
    print({*now});
    return 0;
}

} // namespace handrail::clinic
