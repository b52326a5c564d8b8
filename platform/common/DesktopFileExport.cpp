// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/common/DesktopFileExport.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace handrail {

namespace {

constexpr int maximumNames = 1000;

/// "notes.txt", then "notes-2.txt"
QString numbered(const QFileInfo &asked, int number)
{
    if (number == 1)
        return asked.fileName();
    return QStringLiteral("%1-%2.%3").arg(asked.completeBaseName()).arg(number).arg(asked.suffix());
}

} // namespace

DesktopFileExport::DesktopFileExport(QString folder)
    : m_folder(std::move(folder))
{
}

QString DesktopFileExport::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
}

Result<QString> DesktopFileExport::save(const QString &fileName, const QByteArray &content)
{
    if (!QDir().mkpath(m_folder))
        return problem(ProblemKind::StoreReadOnly, QStringLiteral("downloads folder"), true);
    const QFileInfo asked(fileName);
    for (int number = 1; number < maximumNames; ++number) {
        const QString path = QDir(m_folder).filePath(numbered(asked, number));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
                continue;
            return problem(ProblemKind::StoreReadOnly, QStringLiteral("file of the person"), true);
        }
        // Before anything is in it.
        const bool isOwn = file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        if (isOwn && file.write(content) == content.size() && file.flush())
            return QDir::toNativeSeparators(path);
        file.remove();
        return problem(isOwn ? ProblemKind::StoreFull : ProblemKind::StoreReadOnly, QStringLiteral("file of the person"), true);
    }
    return problem(ProblemKind::StoreReadOnly, QStringLiteral("no free name"), true);
}

} // namespace handrail
