// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/FileExport.h"

#include <QList>
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

    Result<QString> save(const QString &fileName, const QByteArray &content) override
    {
        if (m_problem)
            return tl::make_unexpected(*m_problem);
        m_files.append({fileName, content});
        return QString(QStringLiteral("Downloads/") + fileName);
    }

    /// The next calls fail with this.
    void setProblem(std::optional<Problem> failure) { m_problem = std::move(failure); }
    [[nodiscard]] const QList<File> &files() const { return m_files; }

private:
    QList<File> m_files;
    std::optional<Problem> m_problem;
};

} // namespace handrail
