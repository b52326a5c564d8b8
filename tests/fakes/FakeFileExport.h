// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/FileExport.h"

#include <QList>
#include <algorithm>
#include <limits>
#include <optional>

namespace handrail {

/// Keeps the files that the person asked for.
class FakeFileExport final : public FileExport
{
public:
    struct File {
        QString name;
        QByteArray content;
    };

    Result<std::unique_ptr<ExportedFile>> begin(const QString &fileName) override
    {
        if (m_problem)
            return tl::make_unexpected(*m_problem);
        return std::make_unique<Writing>(*this, fileName);
    }

    /// The next calls fail with this.
    void setProblem(std::optional<Problem> failure) { m_problem = std::move(failure); }
    [[nodiscard]] const QList<File> &files() const { return m_files; }

    /// The largest piece that was written at once.
    [[nodiscard]] qsizetype largestPiece() const { return m_largestPiece; }
    /// Writing fails once so much was written.
    void setRoom(qsizetype bytes) { m_room = bytes; }

private:
    class Writing final : public ExportedFile
    {
    public:
        Writing(FakeFileExport &whole, QString name)
            : m_whole(whole)
            , m_file{std::move(name), {}}
        {
        }
        Result<void> write(const QByteArray &piece) override
        {
            m_whole.m_largestPiece = std::max(m_whole.m_largestPiece, piece.size());
            if (m_file.content.size() + piece.size() > m_whole.m_room)
                return problem(ProblemKind::StoreFull, QStringLiteral("no room"), true);
            m_file.content += piece;
            return {};
        }
        Result<QString> finish() override
        {
            m_whole.m_files.append(m_file);
            return QString(QStringLiteral("Downloads/") + m_file.name);
        }

    private:
        FakeFileExport &m_whole;
        File m_file;
    };

    QList<File> m_files;
    qsizetype m_largestPiece = 0;
    qsizetype m_room = std::numeric_limits<qsizetype>::max();
    std::optional<Problem> m_problem;
};

} // namespace handrail
