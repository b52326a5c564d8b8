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
    return input.open(stdin, QIODevice::ReadOnly) ? QString::fromUtf8(input.read(most)) : QString();
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

int listInbox(Records &records, bool isOpenOnly)
{
    for (const InboxItem &each : Inbox(records).all(isOpenOnly)) {
        const QStringList fields{each.reference, each.kind, when(each.sent), stateOf(each), each.from, each.about, each.text};
        std::puts(fields.join(u'\t').toUtf8().constData());
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
    const Result<int> count = Inbox(records).announce(patientId, wordsFrom(8 * mostMessageCharacters), days);
    if (!count)
        return failWith(count.error());
    say(QStringLiteral("announced to %1").arg(*count));
    return 0;
}

} // namespace handrail::clinic
