// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/FileExport.h"

namespace handrail {

/// Writes into the person's folder for downloads. Only its owner can read the file.
class DesktopFileExport final : public FileExport
{
public:
    explicit DesktopFileExport(QString folder = defaultFolder());
    [[nodiscard]] static QString defaultFolder();

    Result<std::unique_ptr<ExportedFile>> begin(const QString &fileName) override;

private:
    QString m_folder;
};

} // namespace handrail
