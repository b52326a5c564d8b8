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

class DesktopFile final : public ExportedFile
{
public:
    explicit DesktopFile(std::unique_ptr<QFile> file)
        : m_file(std::move(file))
    {
    }
    ~DesktopFile() override
    {
        if (m_file)
            m_file->remove();
    }

    Result<void> write(const QByteArray &piece) override
    {
        if (m_file && m_file->write(piece) == piece.size())
            return {};
        return problem(ProblemKind::StoreFull, QStringLiteral("file of the person"), true);
    }

    Result<QString> finish() override
    {
        if (!m_file || !m_file->flush())
            return problem(ProblemKind::StoreFull, QStringLiteral("file of the person"), true);
        const QString path = QDir::toNativeSeparators(m_file->fileName());
        m_file.reset();
        return path;
    }

private:
    std::unique_ptr<QFile> m_file; ///< until it is whole
};

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

Result<std::unique_ptr<ExportedFile>> DesktopFileExport::begin(const QString &fileName)
{
    if (!QDir().mkpath(m_folder))
        return problem(ProblemKind::StoreReadOnly, QStringLiteral("downloads folder"), true);
    const QFileInfo asked(fileName);
    for (int number = 1; number < maximumNames; ++number) {
        const QString path = QDir(m_folder).filePath(numbered(asked, number));
        auto file = std::make_unique<QFile>(path);
        if (!file->open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
                continue;
            return problem(ProblemKind::StoreReadOnly, QStringLiteral("file of the person"), true);
        }
        // Before anything is in it.
        if (!file->setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
            file->remove();
            return problem(ProblemKind::StoreReadOnly, QStringLiteral("file of the person"), true);
        }
        return std::make_unique<DesktopFile>(std::move(file));
    }
    return problem(ProblemKind::StoreReadOnly, QStringLiteral("no free name"), true);
}

} // namespace handrail
