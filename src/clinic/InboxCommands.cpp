// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/InboxCommands.h"

#include "clinic/CommandText.h"
#include "clinic/base/FhirTime.h"
#include "clinic/forms/Inbox.h"
#include "core/Message.h"

#include <QFile>
#include <cstdio>

namespace handrail::clinic {

namespace {

QString when(qint64 milliseconds)
{
    return QString::fromLatin1(writeInstant(milliseconds));
}

QString stateOf(const InboxItem &item)
{
    if (item.done)
        return item.doneBy.isEmpty() ? QString(QStringLiteral("done ") + when(*item.done))
                                     : QStringLiteral("done %1 by %2").arg(when(*item.done), item.doneBy);
    return item.seen ? QString(QStringLiteral("open, seen ") + when(*item.seen)) : QStringLiteral("open");
}

QString wordsFrom(qint64 most)
{
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) ? QString::fromUtf8(allOf(input, most)) : QString();
}

int failWith(const Problem &problem)
{
    switch (problem.kind) {
    case ProblemKind::NotFound: return fail(QStringLiteral("there is no such thing in the inbox, or no such patient"));
    case ProblemKind::Conflict: return fail(QStringLiteral("this cannot be answered in a thread: call instead"));
    case ProblemKind::BadData:
        return fail(
            QStringLiteral("the text needs 1 to %1 characters, and --as a Practitioner of this clinic").arg(mostMessageCharacters));
    default: return fail(words(problem));
    }
}

int tell(const Result<InboxItem> &item)
{
    if (!item)
        return failWith(item.error());
    say(item->reference + QStringLiteral(": ") + stateOf(*item));
    return 0;
}

} // namespace

int listInbox(Records &records, StaffLog &log, bool isOpenOnly)
{
    const QList<InboxItem> items = Inbox(records).all(isOpenOnly);
    // A search by staff of what is shown: a row for each patient, before it is. What a relative wrote is nothing that the patient is told of
    // (Policy::isKeptFromPatient).
    for (const QString &type : {QStringLiteral("Communication"), QStringLiteral("AppointmentResponse"), QStringLiteral("Task"),
                                QStringLiteral("QuestionnaireResponse")}) {
        QStringList patients;
        for (const InboxItem &each : items) {
            const bool isKept = type == QLatin1String("Communication") && each.from.startsWith(QLatin1String("RelatedPerson/"));
            if (each.reference.startsWith(type + u'/') && !isKept && each.patient.startsWith(QLatin1String("Patient/")))
                patients << each.patient.mid(8);
        }
        patients.removeDuplicates();
        if (!log.noteAll('E', type, patients))
            return fail(QStringLiteral("the log of accesses cannot be written"));
    }
    for (const InboxItem &each : items) {
        QStringList text{each.text}, late;
        if (each.said && each.sent - *each.said >= 60'000) // a minute is the way here
            late << QStringLiteral("said %1, came %2").arg(when(*each.said), when(each.sent));
        if (each.isTooLate)
            late << QStringLiteral("for a session that was over");
        text.prepend(late.join(QStringLiteral(", ")));
        if (each.moved)
            text.prepend(
                QStringLiteral("said of %1, before the session moved to %2").arg(when(each.moved->was), when(each.moved->is)));
        if (each.from.startsWith(QLatin1String("RelatedPerson/")) && !each.patient.isEmpty())
            text.prepend(QString(QStringLiteral("relative of ") + each.patient));
        text.removeAll({});
        const QStringList fields{each.reference, each.kind,  when(each.said.value_or(each.sent)), stateOf(each),
                                 each.from,      each.about, text.join(QStringLiteral(": "))};
        print(fields);
    }
    return 0;
}

int markSeen(Records &records, const QString &reference)
{
    return tell(Inbox(records).setSeen(reference));
}

int markDone(Records &records, const QString &reference)
{
    return tell(Inbox(records).setDone(reference, userOfTheSystem()));
}

int replyTo(Records &records, const QString &reference, const QString &practitionerId)
{
    return tell(Inbox(records).reply(reference, wordsFrom(8 * mostMessageCharacters), practitionerId));
}

int announceTo(Records &records, const QString &patientId, int days)
{
    const Announced announced = Inbox(records).announce(patientId, wordsFrom(8 * mostMessageCharacters), days);
    const QString told =
        QStringLiteral("announced to %1; %2 left out: not active, died or replaced").arg(announced.told).arg(announced.leftOut);
    if (announced.problem && announced.told > 0)
        say(told);
    if (announced.problem && announced.problem->kind == ProblemKind::BadData)
        return fail(QStringLiteral("the text needs 1 to %1 characters").arg(mostMessageCharacters));
    if (announced.problem)
        return failWith(*announced.problem);
    if (announced.told == 0 && !patientId.isEmpty())
        return fail(QStringLiteral("this patient has died, or the record was replaced by another"));
    say(announced.leftOut > 0 ? told : QStringLiteral("announced to %1").arg(announced.told));
    return 0;
}

} // namespace handrail::clinic
