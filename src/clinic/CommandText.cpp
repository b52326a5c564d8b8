// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/CommandText.h"

#include <cstdio>
#include <pwd.h>
#include <unistd.h>

namespace handrail::clinic {

QByteArray allOf(QIODevice &input, qint64 most)
{
    QByteArray all;
    while (all.size() < most) {
        const QByteArray more = input.read(most - all.size());
        if (more.isEmpty())
            break;
        all += more;
    }
    return all;
}

void say(const QString &text)
{
    std::fputs((text + u'\n').toUtf8().constData(), stderr);
}

void print(const QStringList &fields)
{
    std::puts(fields.join(u'\t').toUtf8().constData());
}

int fail(const QString &text)
{
    say(QStringLiteral("handrail-clinic: ") + text);
    return 1;
}

int misuse(const QString &text)
{
    say(QStringLiteral("handrail-clinic: ") + text + QStringLiteral("\nTry handrail-clinic --help"));
    return 2;
}

QString userOfTheSystem()
{
    const passwd *entry = ::getpwuid(::geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::geteuid());
}

void sayWithoutAddress(int sessions, bool areOfEachPatient)
{
    if (sessions == 0)
        return;
    const QString count =
        sessions == 1 ? QStringLiteral("1 video session has") : QStringLiteral("%1 video sessions have").arg(sessions);
    say((areOfEachPatient ? QStringLiteral("Of each patient ") : QString()) + count
        + QStringLiteral(" no address. Where serve makes the links (--jitsi-url) that is right; elsewhere nobody can join."));
}

QString words(const Problem &problem)
{
    switch (problem.kind) {
    case ProblemKind::StoreForeign: return QStringLiteral("the database file is not a Handrail clinic's");
    case ProblemKind::StoreNewer: return QStringLiteral("the database was written by a newer handrail-clinic");
    case ProblemKind::StoreReadOnly: return QStringLiteral("the database cannot be opened for writing");
    case ProblemKind::StoreFull: return QStringLiteral("the disk is full");
    case ProblemKind::StoreInUse: return QStringLiteral("the database is busy");
    case ProblemKind::Conflict: return QStringLiteral("that name, or that record for it, is taken");
    case ProblemKind::NotFound: return QStringLiteral("there is no such account");
    case ProblemKind::BadData: return QStringLiteral("the name, password or record reference is not acceptable");
    default: return QStringLiteral("the database is damaged or cannot be read");
    }
}

QString organizationWords(const Problem &problem)
{
    return problem.kind == ProblemKind::NotFound
        ? QStringLiteral("there is no such Organization, or several: say which with --organization ID")
        : words(problem);
}

} // namespace handrail::clinic
