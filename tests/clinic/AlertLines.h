// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ClinicProcess.h"

#include <QDir>
#include <QFile>
#include <QString>
#include <QStringList>

namespace handrail::test {

// What `handrail-clinic alerts` says, and a program to be called, for tests.

/// One line of `handrail-clinic alerts`.
struct AlertLine {
    QString id, level, raised, state, patient, response, words;
};

inline QList<AlertLine> alertLines(const QString &database, const QStringList &options = {})
{
    const auto finished = ClinicProcess::runToEnd(QStringList{QStringLiteral("alerts")} + options
                                                  + QStringList{QStringLiteral("--database"), database});
    QList<AlertLine> lines;
    for (const QString &line : QString::fromUtf8(finished.output).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList fields = line.split(u'\t');
        if (fields.size() == 7)
            lines.append({fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6]});
    }
    return lines;
}

/// A shell script in this folder, to be called. Empty when it cannot be written.
inline QString onCallScript(const QString &folder, const QByteArray &body)
{
    QFile file(QDir(folder).filePath(QStringLiteral("on-call")));
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + body) < 0
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return {};
    return file.fileName();
}

inline QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace handrail::test
