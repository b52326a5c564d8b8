// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/linux/SchemeHandlers.h"

#include <QFile>
#include <QStandardPaths>
#include <QStringList>

namespace handrail {

namespace {

/// The programs that one list names for the type; the lists are ini files of `type=a.desktop;b.desktop;`.
QStringList programsIn(const QString &path, const QByteArray &type)
{
    const QByteArray key = type + '=';
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    QStringList programs;
    bool isRemoving = false;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (line.startsWith('['))
            isRemoving = line == "[Removed Associations]";
        else if (!isRemoving && line.startsWith(key))
            programs += QString::fromUtf8(line.mid(key.size())).split(u';', Qt::SkipEmptyParts);
    }
    return programs;
}

} // namespace

bool hasSchemeHandler(const QString &scheme)
{
    const QByteArray type = "x-scheme-handler/" + scheme.toLatin1();
    QStringList lists = QStandardPaths::locateAll(QStandardPaths::GenericConfigLocation, QStringLiteral("mimeapps.list"));
    lists += QStandardPaths::locateAll(QStandardPaths::ApplicationsLocation, QStringLiteral("mimeapps.list"));
    lists += QStandardPaths::locateAll(QStandardPaths::ApplicationsLocation, QStringLiteral("mimeinfo.cache"));
    for (const QString &list : std::as_const(lists)) {
        const QStringList programs = programsIn(list, type);
        for (const QString &program : programs) {
            // A list may name what has since been removed.
            if (!QStandardPaths::locate(QStandardPaths::ApplicationsLocation, program.trimmed()).isEmpty())
                return true;
        }
    }
    return false;
}

} // namespace handrail
